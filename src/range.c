// SPDX-License-Identifier: GPL-2.0
/*
 * Ranges of addresses, cut into the prefixes that the SPD hashes: the fewest
 * there can be, lowest first. An IPv4 range needs 62 at the most, an IPv6 range
 * 254. Sums only: any context.
 */
#include "range.h"

static __be32 bit(unsigned int i)
{
	return cpu_to_be32(1u << (31 - i % 32));
}

static void increment(struct nfi_addr *a, u8 family)
{
	int i = family == AF_INET ? 0 : 3;

	do {
		be32_add_cpu(&a->w[i], 1);
	} while (!a->w[i] && i--);
}

/**
 * nfi_range_cut() - take the first prefix out of a range
 * @rest: lowest address to highest; becomes what is left, if anything is
 * @family: AF_INET or AF_INET6
 * @prefix: the largest prefix that begins where @rest did and lies within it
 *
 * Return: true if something is left.
 */
bool nfi_range_cut(struct nfi_range *rest, u8 family, struct nfi_prefix *prefix)
{
	struct nfi_addr last = rest->min, wider;
	u8 len = nfi_addr_bits(family);

	for (; len && !(rest->min.w[(len - 1) / 32] & bit(len - 1)); len--) {
		wider = last;
		wider.w[(len - 1) / 32] |= bit(len - 1);
		if (nfi_addr_compare(&wider, &rest->max) > 0)
			break;
		last = wider;
	}
	prefix->addr = rest->min;
	prefix->len = len;
	if (nfi_addr_compare(&last, &rest->max) >= 0)
		return false;
	rest->min = last;
	increment(&rest->min, family);
	return true;
}
