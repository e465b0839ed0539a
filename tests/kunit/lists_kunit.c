// SPDX-License-Identifier: GPL-2.0
/*
 * The lists of a selector (R4301-4.4.1-4).
 */
#include <kunit/test.h>

#include "../../src/lists.h"

static const struct nfi_list_counts some = {
	.local = 1, .remote = 2, .local_ports = 3, .remote_ports = 4,
	.protocols = 5,
};

static bool is_all(const void *p, u8 octet, size_t n)
{
	return !memchr_inv(p, octet, n);
}

static void lists_are_empty_when_born(struct kunit *test)
{
	struct nfi_lists *l = nfi_lists_new(&some);

	KUNIT_ASSERT_NOT_NULL(test, l);
	KUNIT_EXPECT_EQ(test, 1U, refcount_read(&l->refs));
	KUNIT_EXPECT_EQ(test, 0, memcmp(&some, &l->n, sizeof(some)));
	KUNIT_EXPECT_TRUE(test, is_all(l->data, 0, nfi_lists_size(&some)));
	nfi_lists_put(l);
}

static void lists_have_places_of_their_own(struct kunit *test)
{
	size_t range = sizeof(struct nfi_range), ports = sizeof(struct nfi_ports);
	struct nfi_lists *l = nfi_lists_new(&some);

	KUNIT_ASSERT_NOT_NULL(test, l);
	memset(l->local, 1, range);
	memset(l->remote, 2, 2 * range);
	memset(l->local_ports, 3, 3 * ports);
	memset(l->remote_ports, 4, 4 * ports);
	memset(l->protocols, 5, 5);
	KUNIT_EXPECT_TRUE(test, is_all(l->local, 1, range));
	KUNIT_EXPECT_TRUE(test, is_all(l->remote, 2, 2 * range));
	KUNIT_EXPECT_TRUE(test, is_all(l->local_ports, 3, 3 * ports));
	KUNIT_EXPECT_TRUE(test, is_all(l->remote_ports, 4, 4 * ports));
	KUNIT_EXPECT_TRUE(test, is_all(l->protocols, 5, 5));
	KUNIT_EXPECT_PTR_EQ(test, (void *)l->local, (void *)l->data);
	KUNIT_EXPECT_EQ(test, nfi_lists_size(&some),
			(size_t)((u8 *)l->protocols + 5 - (u8 *)l->data));
	nfi_lists_put(l);
}

static void lists_live_until_the_last_has_given_them_back(struct kunit *test)
{
	struct nfi_lists *l = nfi_lists_new(&some);

	KUNIT_ASSERT_NOT_NULL(test, l);
	nfi_lists_get(l);
	KUNIT_EXPECT_EQ(test, 2U, refcount_read(&l->refs));
	nfi_lists_put(l);
	KUNIT_EXPECT_EQ(test, 1U, refcount_read(&l->refs));
	/* KASAN and the leak check see to the rest */
	l->protocols[4] = 6;
	nfi_lists_put(l);
}

static void lists_that_are_none_are_no_trouble(struct kunit *test)
{
	struct nfi_list_counts none = {};
	struct nfi_lists *l;

	nfi_lists_get(NULL);
	nfi_lists_put(NULL);
	KUNIT_EXPECT_EQ(test, (size_t)0, nfi_lists_size(&none));
	l = nfi_lists_new(&none);
	KUNIT_ASSERT_NOT_NULL(test, l);
	nfi_lists_put(l);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(lists_are_empty_when_born),
	KUNIT_CASE(lists_have_places_of_their_own),
	KUNIT_CASE(lists_live_until_the_last_has_given_them_back),
	KUNIT_CASE(lists_that_are_none_are_no_trouble),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_lists",
	.test_cases = cases,
};

kunit_test_suite(suite);
