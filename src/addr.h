/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Addresses and prefixes of both families. An IPv4 address is kept in the
 * first word, the other three are zero, so that most code need not ask for
 * the family: it masks, compares and hashes four words.
 */
#ifndef NFI_ADDR_H
#define NFI_ADDR_H

#include <linux/types.h>
#include <linux/minmax.h>
#include <linux/string.h>
#include <linux/in6.h>
#include <linux/socket.h>

/**
 * struct nfi_addr - an IPv4 or IPv6 address
 * @w: network byte order; IPv4 in w[0], w[1] to w[3] zero
 */
struct nfi_addr {
	__be32 w[4];
};

/**
 * struct nfi_prefix - an address prefix
 * @addr: no bit set outside the prefix
 * @len: in bits, 0 matches any address of the family
 */
struct nfi_prefix {
	struct nfi_addr addr;
	u8 len;
};

static inline void nfi_addr_set4(struct nfi_addr *a, __be32 v4)
{
	*a = (struct nfi_addr){ .w[0] = v4 };
}

static inline void nfi_addr_set6(struct nfi_addr *a, const struct in6_addr *v6)
{
	memcpy(a, v6, sizeof(*a));
}

static inline const struct in6_addr *nfi_addr_in6(const struct nfi_addr *a)
{
	return (const struct in6_addr *)a->w;
}

static inline bool nfi_addr_equal(const struct nfi_addr *a,
				  const struct nfi_addr *b)
{
	return !((a->w[0] ^ b->w[0]) | (a->w[1] ^ b->w[1]) |
		 (a->w[2] ^ b->w[2]) | (a->w[3] ^ b->w[3]));
}

static inline u8 nfi_addr_bits(u8 family)
{
	return family == AF_INET ? 32 : 128;
}

/* The bits of word @i that a prefix of @len bits covers */
static inline __be32 nfi_prefix_mask(u8 len, unsigned int i)
{
	unsigned int n = len <= 32 * i ? 0 : min(len - 32 * i, 32u);

	return n ? cpu_to_be32(~0u << (32 - n)) : 0;
}

static inline bool nfi_prefix_match(const struct nfi_prefix *p,
				    const struct nfi_addr *a)
{
	unsigned int i;

	for (i = 0; i < p->len / 32; i++)
		if (p->addr.w[i] != a->w[i])
			return false;
	return !(p->len % 32) ||
	       !((p->addr.w[i] ^ a->w[i]) & nfi_prefix_mask(p->len % 32, 0));
}

#endif
