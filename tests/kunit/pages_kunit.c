// SPDX-License-Identifier: GPL-2.0
/*
 * The ring of pages: what somebody has is nobody else's, and what nobody has is
 * used again.
 *
 * Covers bug 1 and bug 6 (acceptance cases, 4): no packet is written over by another,
 * and memory is freed by who has it.
 */
#include "fixture.h"

#include "../../src/pages.h"

#include <linux/mm.h>
#include <linux/skbuff.h>

/* More than a ring has */
#define MANY	1000

static const unsigned int sizes[] = { 1, 64, 65, 1500, 2048, 4095, 4096, 320 };

static bool holds(const u8 *piece, unsigned int size, u8 octet)
{
	return !memchr_inv(piece, octet, size);
}

static void pages_give_pieces_that_do_not_overlap(struct kunit *test)
{
	u8 **pieces = kunit_kcalloc(test, MANY, sizeof(*pieces), GFP_KERNEL);
	unsigned int i, size;

	KUNIT_ASSERT_NOT_NULL(test, pieces);
	local_bh_disable();
	for (i = 0; i < MANY; i++) {
		size = sizes[i % ARRAY_SIZE(sizes)];
		pieces[i] = nfi_pages_get(size);
		if (pieces[i])
			memset(pieces[i], i, size);
	}
	local_bh_enable();
	for (i = 0; i < MANY; i++) {
		size = sizes[i % ARRAY_SIZE(sizes)];
		KUNIT_ASSERT_NOT_NULL(test, pieces[i]);
		KUNIT_EXPECT_TRUE(test, IS_ALIGNED((unsigned long)pieces[i],
						   SMP_CACHE_BYTES));
		KUNIT_EXPECT_LE(test, offset_in_page(pieces[i]) + size,
				PAGE_SIZE);
		KUNIT_EXPECT_TRUE_MSG(test, holds(pieces[i], size, i),
				      "piece %u", i);
		skb_free_frag(pieces[i]);
	}
}

static void pages_are_used_again(struct kunit *test)
{
	void **first = kunit_kcalloc(test, MANY, sizeof(*first), GFP_KERNEL);
	unsigned int i, round = 0, again = 0;
	void *piece;

	KUNIT_ASSERT_NOT_NULL(test, first);
	local_bh_disable();
	for (i = 0; i < MANY; i++) {
		first[i] = nfi_pages_get(PAGE_SIZE);
		if (!first[i])
			break;
		skb_free_frag(first[i]);
		if (i && !round && first[i] == first[0])
			round = i;
	}
	for (; round && again < round; again++) {
		piece = nfi_pages_get(PAGE_SIZE);
		/* in the order of the ring, wherever it is now */
		if (piece != first[(MANY + again) % round])
			break;
		skb_free_frag(piece);
	}
	local_bh_enable();
	KUNIT_EXPECT_EQ(test, (unsigned int)MANY, i);
	KUNIT_EXPECT_GT(test, round, 1U);
	KUNIT_EXPECT_EQ(test, round, again);
}

/* Even if it is only a part of the page, and the rest was let go of */
static void pages_are_left_to_who_has_them(struct kunit *test)
{
	unsigned int i, given = 0, same = 0;
	u8 *kept, *piece;

	local_bh_disable();
	kept = nfi_pages_get(1500);
	if (kept) {
		memset(kept, 0xa5, 1500);
		for (i = 0; i < MANY; i++) {
			piece = nfi_pages_get(2048);
			if (!piece)
				break;
			given++;
			same += i > 2 && virt_to_page(piece) ==
					 virt_to_page(kept);
			memset(piece, 0x5a, 2048);
			skb_free_frag(piece);
		}
	}
	local_bh_enable();
	KUNIT_ASSERT_NOT_NULL(test, kept);
	KUNIT_EXPECT_EQ(test, (unsigned int)MANY, given);
	KUNIT_EXPECT_EQ(test, 0U, same);
	KUNIT_EXPECT_TRUE(test, holds(kept, 1500, 0xa5));
	skb_free_frag(kept);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(pages_give_pieces_that_do_not_overlap),
	KUNIT_CASE(pages_are_used_again),
	KUNIT_CASE(pages_are_left_to_who_has_them),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_pages",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
