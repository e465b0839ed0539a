// SPDX-License-Identifier: GPL-2.0
/*
 * A policy: what tells it from another, and its prefixes (R4301-4.4.1-4).
 */
#include <kunit/test.h>
#include <linux/in.h>
#include <uapi/linux/nfipsec.h>

#include "../../src/lists.h"
#include "../../src/policy.h"

static struct nfi_addr v4(u32 a)
{
	return (struct nfi_addr){ .w = { cpu_to_be32(a) } };
}

/* 10.0.0.1 to 10.0.0.6 and 10.0.1.0 to 10.0.1.255: 4 + 1 prefixes; and one */
static struct nfi_lists *some_ranges(void)
{
	struct nfi_list_counts n = { .local = 2, .remote = 1 };
	struct nfi_lists *l = nfi_lists_new(&n);

	if (!l)
		return NULL;
	l->local[0] = (struct nfi_range){ v4(0x0a000001), v4(0x0a000006) };
	l->local[1] = (struct nfi_range){ v4(0x0a000100), v4(0x0a0001ff) };
	l->remote[0] = (struct nfi_range){ v4(0xc0000201), v4(0xc0000201) };
	return l;
}

static struct nfi_policy_conf conf_new(void)
{
	struct nfi_policy_conf conf = {
		.dir = NFI_DIR_OUT, .action = NFI_ACTION_PROTECT, .reqid = 1,
		.protocol = IPPROTO_ESP, .mode = NFI_MODE_TUNNEL,
		.family = AF_INET, .local = v4(0xc0000201),
		.remote = v4(0xc0000202),
	};

	nfi_selector_init(&conf.selector);
	conf.selector.family = AF_INET;
	return conf;
}

static void policy_without_lists_has_one_pair(struct kunit *test)
{
	struct nfi_policy_conf conf = conf_new();
	struct nfi_policy *policy;

	conf.selector.local = (struct nfi_prefix){ v4(0x0a010000), 16 };
	conf.selector.remote = (struct nfi_prefix){ v4(0x0a020300), 24 };
	KUNIT_EXPECT_EQ(test, 1U, nfi_policy_pairs(&conf.selector));
	policy = nfi_policy_new(&conf);
	KUNIT_ASSERT_NOT_NULL(test, policy);
	KUNIT_EXPECT_EQ(test, 1U, policy->n_local);
	KUNIT_EXPECT_EQ(test, 1U, policy->n_remote);
	KUNIT_EXPECT_EQ(test, 16, policy->local->len);
	KUNIT_EXPECT_TRUE(test, nfi_addr_equal(&policy->local->addr,
					       &conf.selector.local.addr));
	KUNIT_EXPECT_EQ(test, 24, policy->remote->len);
	KUNIT_EXPECT_TRUE(test, nfi_addr_equal(&policy->remote->addr,
					       &conf.selector.remote.addr));
	nfi_policy_free(policy);
}

/* How many prefixes of this side an address is in */
static unsigned int covered(const struct nfi_policy *policy, u32 address)
{
	struct nfi_addr a = v4(address);
	unsigned int i, n = 0;

	for (i = 0; i < policy->n_local; i++)
		n += nfi_prefix_match(&policy->local[i], &a);
	return n;
}

static void policy_prefixes_are_its_ranges_and_nothing_else(struct kunit *test)
{
	struct nfi_policy_conf conf = conf_new();
	struct nfi_policy *policy;
	u32 a;

	conf.selector.lists = some_ranges();
	KUNIT_ASSERT_NOT_NULL(test, conf.selector.lists);
	KUNIT_EXPECT_EQ(test, 5U, nfi_policy_pairs(&conf.selector));
	policy = nfi_policy_new(&conf);
	nfi_lists_put(conf.selector.lists);
	KUNIT_ASSERT_NOT_NULL(test, policy);
	KUNIT_EXPECT_EQ(test, 5U, policy->n_local);
	KUNIT_EXPECT_EQ(test, 1U, policy->n_remote);
	KUNIT_EXPECT_EQ(test, 32, policy->remote->len);
	for (a = 0x09ffff00; a < 0x0a000300; a++) {
		bool in = (a >= 0x0a000001 && a <= 0x0a000006) ||
			  (a >= 0x0a000100 && a <= 0x0a0001ff);

		KUNIT_ASSERT_EQ_MSG(test, (unsigned int)in, covered(policy, a),
				    "%08x", a);
	}
	nfi_policy_free(policy);
}

static void policy_counts_its_lists(struct kunit *test)
{
	struct nfi_policy_conf conf = conf_new();
	struct nfi_lists *l = some_ranges();
	struct nfi_policy *policy;

	KUNIT_ASSERT_NOT_NULL(test, l);
	conf.selector.lists = l;
	policy = nfi_policy_new(&conf);
	KUNIT_ASSERT_NOT_NULL(test, policy);
	KUNIT_EXPECT_EQ(test, 2U, refcount_read(&l->refs));
	nfi_policy_free(policy);
	rcu_barrier();
	KUNIT_EXPECT_EQ(test, 1U, refcount_read(&l->refs));
	nfi_lists_put(l);
}

static void policy_differs_in_every_field(struct kunit *test)
{
	struct nfi_policy_conf a = conf_new(), b = a;

	KUNIT_EXPECT_TRUE(test, nfi_policy_conf_equal(&a, &b));
#define DIFFERS(field, value) do {					\
		b = a;							\
		b.field = value;					\
		KUNIT_EXPECT_FALSE_MSG(test, nfi_policy_conf_equal(&a, &b), \
				       #field);				\
		KUNIT_EXPECT_FALSE_MSG(test, nfi_policy_conf_equal(&b, &a), \
				       #field);				\
	} while (0)
	DIFFERS(dir, NFI_DIR_IN);
	DIFFERS(action, NFI_ACTION_BYPASS);
	DIFFERS(priority, 1);
	DIFFERS(protocol, IPPROTO_AH);
	DIFFERS(mode, NFI_MODE_TRANSPORT);
	DIFFERS(reqid, 2);
	DIFFERS(family, AF_INET6);
	DIFFERS(local, v4(1));
	DIFFERS(remote, v4(1));
	DIFFERS(device, 7);
	DIFFERS(selector.family, AF_INET6);
	DIFFERS(selector.local.len, 8);
	DIFFERS(selector.remote.addr, v4(0x0a000000));
	DIFFERS(selector.protocol, IPPROTO_UDP);
	DIFFERS(selector.local_ports.min, 1);
	DIFFERS(selector.remote_ports.max, 1);
	DIFFERS(selector.interface, 1);
	DIFFERS(selector.mark, 1);
	DIFFERS(selector.mark_mask, 1);
#undef DIFFERS
}

static void policy_with_lists_equals_one_with_the_same(struct kunit *test)
{
	struct nfi_policy_conf a = conf_new(), b = a;

	a.selector.lists = some_ranges();
	b.selector.lists = some_ranges();
	KUNIT_ASSERT_NOT_NULL(test, a.selector.lists);
	KUNIT_ASSERT_NOT_NULL(test, b.selector.lists);
	KUNIT_EXPECT_TRUE(test, nfi_policy_conf_equal(&a, &b));
	b.selector.lists->local[1].max = v4(0x0a0001fe);
	KUNIT_EXPECT_FALSE(test, nfi_policy_conf_equal(&a, &b));
	nfi_lists_put(b.selector.lists);
	b.selector.lists = NULL;
	KUNIT_EXPECT_FALSE(test, nfi_policy_conf_equal(&a, &b));
	KUNIT_EXPECT_FALSE(test, nfi_policy_conf_equal(&b, &a));
	nfi_lists_put(a.selector.lists);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(policy_without_lists_has_one_pair),
	KUNIT_CASE(policy_prefixes_are_its_ranges_and_nothing_else),
	KUNIT_CASE(policy_counts_its_lists),
	KUNIT_CASE(policy_differs_in_every_field),
	KUNIT_CASE(policy_with_lists_equals_one_with_the_same),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_policy",
	.test_cases = cases,
};

kunit_test_suite(suite);
