/* SPDX-License-Identifier: GPL-2.0 */
/* Memory for segments, used again and again */
#ifndef NFI_PAGES_H
#define NFI_PAGES_H

#include <linux/types.h>

int nfi_pages_setup(void);
void nfi_pages_cleanup(void);

void *nfi_pages_get(unsigned int size);

#endif
