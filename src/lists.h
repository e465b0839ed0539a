/* SPDX-License-Identifier: GPL-2.0 */
/* The lists of a selector: born, shared and freed */
#ifndef NFI_LISTS_H
#define NFI_LISTS_H

#include "selector.h"

struct nfi_lists *nfi_lists_new(const struct nfi_list_counts *n);
void nfi_lists_get(struct nfi_lists *lists);
void nfi_lists_put(struct nfi_lists *lists);

#endif
