/* SPDX-License-Identifier: GPL-2.0 */
/* The mutable fields of IP headers, which AH does not cover (RFC 4302 3.3.3) */
#ifndef NFI_MUTABLE_H
#define NFI_MUTABLE_H

#include <linux/types.h>

unsigned int nfi_mutable_zero(u8 *head, unsigned int len, bool predict);

#endif
