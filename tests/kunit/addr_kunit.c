// SPDX-License-Identifier: GPL-2.0
/*
 * Addresses and prefixes, held against a model that goes bit by bit.
 *
 * Covers the address part of R4301-4.4.1.1-1.
 */
#include <kunit/test.h>
#include <linux/prandom.h>

#include "../../src/addr.h"

#define ONES	cpu_to_be32(U32_MAX)

static bool bit(const struct nfi_addr *a, unsigned int i)
{
	return ((const u8 *)a->w)[i / 8] & (0x80 >> i % 8);
}

static void flip(struct nfi_addr *a, unsigned int i)
{
	((u8 *)a->w)[i / 8] ^= 0x80 >> i % 8;
}

static void addr_keeps_ipv4_in_first_word(struct kunit *test)
{
	struct nfi_addr a = { .w = { ONES, ONES, ONES, ONES } };

	nfi_addr_set4(&a, cpu_to_be32(0xc0000201));
	KUNIT_EXPECT_EQ(test, 0xc0000201, be32_to_cpu(a.w[0]));
	KUNIT_EXPECT_TRUE(test, !a.w[1] && !a.w[2] && !a.w[3]);
}

static void addr_keeps_ipv6_as_it_is(struct kunit *test)
{
	struct in6_addr v6 = { .s6_addr = { 0x20, 1, 0xd, 0xb8, [15] = 7 } };
	struct nfi_addr a;

	nfi_addr_set6(&a, &v6);
	KUNIT_EXPECT_EQ(test, 0, memcmp(&v6, nfi_addr_in6(&a), sizeof(v6)));
}

static void addr_equal_sees_every_bit(struct kunit *test)
{
	struct nfi_addr a = {}, b = {};
	unsigned int i;

	KUNIT_EXPECT_TRUE(test, nfi_addr_equal(&a, &b));
	for (i = 0; i < 128; i++) {
		flip(&b, i);
		KUNIT_EXPECT_FALSE(test, nfi_addr_equal(&a, &b));
		flip(&b, i);
	}
}

static void addr_bits_of_family(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, 32, (int)nfi_addr_bits(AF_INET));
	KUNIT_EXPECT_EQ(test, 128, (int)nfi_addr_bits(AF_INET6));
}

static void prefix_mask_has_as_many_bits_as_prefix(struct kunit *test)
{
	struct nfi_addr mask;
	unsigned int len, i;

	for (len = 0; len <= 128; len++) {
		for (i = 0; i < 4; i++)
			mask.w[i] = nfi_prefix_mask(len, i);
		for (i = 0; i < 128; i++)
			KUNIT_ASSERT_EQ_MSG(test, i < len, bit(&mask, i),
					    "length %u, bit %u", len, i);
	}
}

/* A prefix matches an address that differs in one bit iff it is short enough */
static void prefix_matches_up_to_its_length(struct kunit *test)
{
	unsigned int len, i, j;
	struct rnd_state rnd;
	struct nfi_prefix p;
	struct nfi_addr a;

	prandom_seed_state(&rnd, 4301);
	for (len = 0; len <= 128; len++) {
		prandom_bytes_state(&rnd, &a, sizeof(a));
		p.len = len;
		for (j = 0; j < 4; j++)
			p.addr.w[j] = a.w[j] & nfi_prefix_mask(len, j);
		KUNIT_ASSERT_TRUE(test, nfi_prefix_match(&p, &a));
		for (i = 0; i < 128; i++) {
			flip(&a, i);
			KUNIT_ASSERT_EQ_MSG(test, i >= len,
					    nfi_prefix_match(&p, &a),
					    "length %u, bit %u", len, i);
			flip(&a, i);
		}
	}
}

static struct kunit_case cases[] = {
	KUNIT_CASE(addr_keeps_ipv4_in_first_word),
	KUNIT_CASE(addr_keeps_ipv6_as_it_is),
	KUNIT_CASE(addr_equal_sees_every_bit),
	KUNIT_CASE(addr_bits_of_family),
	KUNIT_CASE(prefix_mask_has_as_many_bits_as_prefix),
	KUNIT_CASE(prefix_matches_up_to_its_length),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_addr",
	.test_cases = cases,
};

kunit_test_suite(suite);
