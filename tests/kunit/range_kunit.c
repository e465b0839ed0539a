// SPDX-License-Identifier: GPL-2.0
/*
 * Ranges of addresses, cut into prefixes.
 *
 * Covers the ranges of R4301-4.4.1.1-1.
 */
#include <kunit/test.h>
#include <linux/prandom.h>

#include "../../src/range.h"

static struct nfi_addr v4(u32 value)
{
	return (struct nfi_addr){ .w = { cpu_to_be32(value) } };
}

/* The number that an IPv4 address is, or the low half of an IPv6 one */
static u64 number(u8 family, const struct nfi_addr *a)
{
	if (family == AF_INET)
		return be32_to_cpu(a->w[0]);
	return (u64)be32_to_cpu(a->w[2]) << 32 | be32_to_cpu(a->w[3]);
}

static struct nfi_addr addr(u8 family, u64 value)
{
	struct nfi_addr a = {};

	if (family == AF_INET)
		return v4(value);
	a.w[0] = cpu_to_be32(0x20010db8);
	a.w[2] = cpu_to_be32(value >> 32);
	a.w[3] = cpu_to_be32(value);
	return a;
}

/* Prefixes that follow each other without gap, none of which could be larger,
 * from the first address to the last
 */
static unsigned int expect_cut(struct kunit *test, u8 family, u64 min, u64 max)
{
	struct nfi_range rest = { addr(family, min), addr(family, max) };
	u8 bits = nfi_addr_bits(family);
	u64 next = min, size;
	struct nfi_prefix p;
	unsigned int n = 0;
	bool more;

	do {
		more = nfi_range_cut(&rest, family, &p);
		KUNIT_ASSERT_EQ(test, next, number(family, &p.addr));
		KUNIT_ASSERT_LE(test, p.len, bits);
		KUNIT_ASSERT_LE(test, bits - p.len, 63);
		size = 1ull << (bits - p.len);
		KUNIT_ASSERT_EQ(test, 0ull, next & (size - 1));
		KUNIT_ASSERT_LE(test, size - 1, max - next);
		/* twice as large it would begin or end elsewhere */
		KUNIT_ASSERT_TRUE(test, (next & size) ||
				  2 * size - 1 > max - next ||
				  !p.len);
		n++;
		if (!more)
			break;
		next += size;
		KUNIT_ASSERT_LE(test, n, 254u);
	} while (true);
	KUNIT_EXPECT_EQ(test, max, next + size - 1);
	return n;
}

static void range_is_cut_without_gap_or_overlap(struct kunit *test)
{
	struct rnd_state rnd;
	u64 a, b;
	int i;

	prandom_seed_state(&rnd, 4301);
	for (i = 0; i < 2000; i++) {
		a = prandom_u32_state(&rnd) >> prandom_u32_state(&rnd) % 32;
		b = prandom_u32_state(&rnd) >> prandom_u32_state(&rnd) % 32;
		expect_cut(test, AF_INET, min(a, b), max(a, b));
		a = (a << 30) ^ prandom_u32_state(&rnd);
		b = (b << 30) ^ prandom_u32_state(&rnd);
		expect_cut(test, AF_INET6, min(a, b), max(a, b));
	}
}

static void range_of_one_address_is_one_prefix(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, 1u, expect_cut(test, AF_INET, 7, 7));
	KUNIT_EXPECT_EQ(test, 1u, expect_cut(test, AF_INET6, 7, 7));
	KUNIT_EXPECT_EQ(test, 1u, expect_cut(test, AF_INET, U32_MAX, U32_MAX));
}

static void range_that_is_a_prefix_stays_one(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, 1u, expect_cut(test, AF_INET, 0x0a010000,
					     0x0a0100ff));
	KUNIT_EXPECT_EQ(test, 1u, expect_cut(test, AF_INET, 0, U32_MAX));
	KUNIT_EXPECT_EQ(test, 1u, expect_cut(test, AF_INET6, 0x10000, 0x1ffff));
}

static void range_needs_62_prefixes_at_the_most(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, 62u, expect_cut(test, AF_INET, 1, U32_MAX - 1));
}

static void range_of_all_ipv6_is_one_prefix(struct kunit *test)
{
	struct nfi_range rest = {};
	struct nfi_prefix p;

	memset(&rest.max, 0xff, sizeof(rest.max));
	KUNIT_EXPECT_FALSE(test, nfi_range_cut(&rest, AF_INET6, &p));
	KUNIT_EXPECT_EQ(test, 0, (int)p.len);
	KUNIT_EXPECT_TRUE(test, nfi_addr_equal(&rest.min, &p.addr));
}

/* and carries from word to word */
static void range_needs_254_ipv6_prefixes_at_the_most(struct kunit *test)
{
	struct nfi_range rest = { .min.w[3] = cpu_to_be32(1) };
	struct nfi_prefix p;
	unsigned int n = 1;

	memset(&rest.max, 0xff, sizeof(rest.max));
	rest.max.w[3] = cpu_to_be32(U32_MAX - 1);
	while (nfi_range_cut(&rest, AF_INET6, &p) && n < 300)
		n++;
	KUNIT_EXPECT_EQ(test, 254u, n);
	KUNIT_EXPECT_TRUE(test, nfi_addr_equal(&p.addr, &rest.max));
}

static void range_contains_its_ends(struct kunit *test)
{
	const struct nfi_range r = { v4(0x0a0000ff), v4(0x0a010100) };
	struct nfi_addr a;

	a = v4(0x0a0000fe);
	KUNIT_EXPECT_FALSE(test, nfi_range_contains(&r, &a));
	a = v4(0x0a0000ff);
	KUNIT_EXPECT_TRUE(test, nfi_range_contains(&r, &a));
	a = v4(0x0a000100);
	KUNIT_EXPECT_TRUE(test, nfi_range_contains(&r, &a));
	a = v4(0x0a010100);
	KUNIT_EXPECT_TRUE(test, nfi_range_contains(&r, &a));
	a = v4(0x0a010101);
	KUNIT_EXPECT_FALSE(test, nfi_range_contains(&r, &a));
}

static struct kunit_case cases[] = {
	KUNIT_CASE(range_is_cut_without_gap_or_overlap),
	KUNIT_CASE(range_of_one_address_is_one_prefix),
	KUNIT_CASE(range_that_is_a_prefix_stays_one),
	KUNIT_CASE(range_needs_62_prefixes_at_the_most),
	KUNIT_CASE(range_of_all_ipv6_is_one_prefix),
	KUNIT_CASE(range_needs_254_ipv6_prefixes_at_the_most),
	KUNIT_CASE(range_contains_its_ends),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_range",
	.test_cases = cases,
};

kunit_test_suite(suite);
