/* SPDX-License-Identifier: GPL-2.0 */
/* Ranges of addresses (RFC 4301 4.4.1.1) */
#ifndef NFI_RANGE_H
#define NFI_RANGE_H

#include "addr.h"

/**
 * struct nfi_range - addresses from one to another, both ends included
 * @min: the lowest
 * @max: the highest, of the same family
 */
struct nfi_range {
	struct nfi_addr min;
	struct nfi_addr max;
};

/* Network byte order is the order of the numbers */
static inline int nfi_addr_compare(const struct nfi_addr *a,
				   const struct nfi_addr *b)
{
	return memcmp(a->w, b->w, sizeof(a->w));
}

static inline bool nfi_range_contains(const struct nfi_range *r,
				      const struct nfi_addr *a)
{
	return nfi_addr_compare(&r->min, a) <= 0 &&
	       nfi_addr_compare(a, &r->max) <= 0;
}

bool nfi_range_cut(struct nfi_range *rest, u8 family,
		   struct nfi_prefix *prefix);

#endif
