// SPDX-License-Identifier: GPL-2.0
/*
 * The table of a security policy database: what is in it is found, in its order,
 * and what was taken out is not. spd_kunit.c holds it against a model.
 */
#include <kunit/test.h>
#include <linux/in.h>
#include <uapi/linux/nfipsec.h>

#include "../../src/lists.h"
#include "../../src/spd_table.h"

static struct nfi_addr v4(u32 a)
{
	return (struct nfi_addr){ .w = { cpu_to_be32(a) } };
}

static int init(struct kunit *test)
{
	test->priv = nfi_spd_table_new(4);
	return test->priv ? 0 : -ENOMEM;
}

static void exit(struct kunit *test)
{
	nfi_spd_table_free(test->priv);
	rcu_barrier();
}

/* From anywhere to a prefix; in the table, the caller's */
static struct nfi_policy *add(struct kunit *test, u32 remote, u8 len,
			      u32 priority)
{
	struct nfi_policy_conf conf = { .priority = priority };
	struct nfi_policy *policy;

	nfi_selector_init(&conf.selector);
	conf.selector.family = AF_INET;
	conf.selector.remote = (struct nfi_prefix){ v4(remote), len };
	policy = nfi_policy_new(&conf);
	KUNIT_ASSERT_NOT_NULL(test, policy);
	KUNIT_ASSERT_EQ(test, 0, nfi_spd_table_insert(test->priv, policy));
	return policy;
}

static void take(struct kunit *test, struct nfi_policy *policy)
{
	nfi_spd_table_remove(test->priv, policy);
	nfi_policy_free(policy);
}

static struct nfi_policy *look(struct kunit *test, u8 family, u32 remote)
{
	struct nfi_flow flow = {
		.family = family, .protocol = IPPROTO_UDP, .remote = v4(remote),
	};
	struct nfi_policy *policy;

	rcu_read_lock();
	policy = nfi_spd_table_lookup(test->priv, &flow);
	rcu_read_unlock();
	return policy;
}

static void spd_table_finds_what_is_in_it(struct kunit *test)
{
	struct nfi_policy *net = add(test, 0x0a000000, 8, 1);
	struct nfi_policy *host = add(test, 0x0a010203, 32, 0);

	KUNIT_EXPECT_PTR_EQ(test, host, look(test, AF_INET, 0x0a010203));
	KUNIT_EXPECT_PTR_EQ(test, net, look(test, AF_INET, 0x0a010204));
	KUNIT_EXPECT_NULL(test, look(test, AF_INET, 0x0b000001));
	KUNIT_EXPECT_NULL(test, look(test, AF_INET6, 0x0a010203));
	take(test, host);
	KUNIT_EXPECT_PTR_EQ(test, net, look(test, AF_INET, 0x0a010203));
	take(test, net);
	KUNIT_EXPECT_NULL(test, look(test, AF_INET, 0x0a010203));
}

static void spd_table_first_of_equals_wins(struct kunit *test)
{
	struct nfi_policy *first = add(test, 0x0a000000, 8, 5);
	struct nfi_policy *second = add(test, 0x0a010000, 16, 5);
	struct nfi_policy *best;

	KUNIT_EXPECT_PTR_EQ(test, first, look(test, AF_INET, 0x0a010203));
	best = add(test, 0, 0, 4);
	KUNIT_EXPECT_PTR_EQ(test, best, look(test, AF_INET, 0x0a010203));
	take(test, best);
	take(test, first);
	KUNIT_EXPECT_PTR_EQ(test, second, look(test, AF_INET, 0x0a010203));
	take(test, second);
}

/* A length of which nothing is left comes back with another best priority */
static void spd_table_lengths_come_and_go(struct kunit *test)
{
	struct nfi_policy *other = add(test, 0x0a000000, 8, 7), *policy;
	u32 priority;

	for (priority = 0; priority < 20; priority++) {
		policy = add(test, 0x0a010000, 16, priority);
		KUNIT_EXPECT_PTR_EQ(test, priority < 7 ? policy : other,
				    look(test, AF_INET, 0x0a010203));
		take(test, policy);
		KUNIT_EXPECT_PTR_EQ(test, other,
				    look(test, AF_INET, 0x0a010203));
	}
	take(test, other);
}

/* However many prefixes an address is in, on either side, the order of policies
 * decides (R4301-4.4.1-9)
 */
static void spd_table_tries_every_length(struct kunit *test)
{
	struct nfi_policy_conf conf = {};
	struct nfi_policy *by_priority[33] = {}, *policy;
	unsigned int i;
	u8 len;

	for (len = 0; len <= 32; len++) {
		nfi_selector_init(&conf.selector);
		conf.selector.family = AF_INET;
		conf.selector.local.len = len;
		conf.selector.remote = (struct nfi_prefix){
			v4(0x0a010203 & (len < 32 ? ~0u << len : 0)), 32 - len
		};
		conf.priority = len * 10 % 33;
		policy = nfi_policy_new(&conf);
		KUNIT_ASSERT_NOT_NULL(test, policy);
		KUNIT_ASSERT_EQ(test, 0,
				nfi_spd_table_insert(test->priv, policy));
		by_priority[conf.priority] = policy;
	}
	for (i = 0; i < ARRAY_SIZE(by_priority); i++) {
		KUNIT_EXPECT_PTR_EQ(test, by_priority[i],
				    look(test, AF_INET, 0x0a010203));
		take(test, by_priority[i]);
	}
	KUNIT_EXPECT_NULL(test, look(test, AF_INET, 0x0a010203));
}

static void spd_table_knows_its_room(struct kunit *test)
{
	struct nfi_policy *policies[40];
	struct nfi_spd_table *t = test->priv;
	int i;

	KUNIT_EXPECT_TRUE(test, nfi_spd_table_has_room(t, 4));
	KUNIT_EXPECT_FALSE(test, nfi_spd_table_has_room(t, 1000));
	for (i = 0; i < ARRAY_SIZE(policies); i++) {
		policies[i] = add(test, 0x0a000000 + i, 32, 0);
		KUNIT_EXPECT_EQ(test, i + 1U, nfi_spd_table_size(t));
	}
	/* it is only slower */
	KUNIT_EXPECT_FALSE(test, nfi_spd_table_has_room(t, 0));
	for (i = 0; i < ARRAY_SIZE(policies); i++)
		KUNIT_EXPECT_PTR_EQ(test, policies[i],
				    look(test, AF_INET, 0x0a000000 + i));
	for (i = 0; i < ARRAY_SIZE(policies); i++)
		take(test, policies[i]);
	KUNIT_EXPECT_EQ(test, 0U, nfi_spd_table_size(t));
}

static void spd_table_has_each_pair_of_prefixes(struct kunit *test)
{
	struct nfi_list_counts n = { .local = 1, .remote = 2 };
	struct nfi_policy_conf conf = {};
	struct nfi_policy *policy;
	struct nfi_lists *l = nfi_lists_new(&n);

	KUNIT_ASSERT_NOT_NULL(test, l);
	/* two prefixes and three, of 10.0.0.1, and 10.0.0.2 to 10.0.0.4 */
	l->local[0] = (struct nfi_range){ v4(0), v4(0x80000000) };
	l->remote[0] = (struct nfi_range){ v4(0x0a000001), v4(0x0a000001) };
	l->remote[1] = (struct nfi_range){ v4(0x0a000002), v4(0x0a000004) };
	nfi_selector_init(&conf.selector);
	conf.selector.family = AF_INET;
	conf.selector.lists = l;
	policy = nfi_policy_new(&conf);
	nfi_lists_put(l);
	KUNIT_ASSERT_NOT_NULL(test, policy);
	KUNIT_EXPECT_EQ(test, 6U, nfi_spd_table_nodes(policy));
	KUNIT_ASSERT_EQ(test, 0, nfi_spd_table_insert(test->priv, policy));
	KUNIT_EXPECT_EQ(test, 6U, nfi_spd_table_size(test->priv));
	KUNIT_EXPECT_NULL(test, look(test, AF_INET, 0x0a000000));
	KUNIT_EXPECT_PTR_EQ(test, policy, look(test, AF_INET, 0x0a000001));
	KUNIT_EXPECT_PTR_EQ(test, policy, look(test, AF_INET, 0x0a000004));
	KUNIT_EXPECT_NULL(test, look(test, AF_INET, 0x0a000005));
	take(test, policy);
	KUNIT_EXPECT_EQ(test, 0U, nfi_spd_table_size(test->priv));
	KUNIT_EXPECT_NULL(test, look(test, AF_INET, 0x0a000001));
}

static void spd_table_policy_of_no_family_is_for_both(struct kunit *test)
{
	struct nfi_policy_conf conf = {};
	struct nfi_policy *policy;

	nfi_selector_init(&conf.selector);
	policy = nfi_policy_new(&conf);
	KUNIT_ASSERT_NOT_NULL(test, policy);
	KUNIT_EXPECT_EQ(test, 2U, nfi_spd_table_nodes(policy));
	KUNIT_ASSERT_EQ(test, 0, nfi_spd_table_insert(test->priv, policy));
	KUNIT_EXPECT_PTR_EQ(test, policy, look(test, AF_INET, 1));
	KUNIT_EXPECT_PTR_EQ(test, policy, look(test, AF_INET6, 1));
	KUNIT_EXPECT_PTR_EQ(test, policy, nfi_spd_table_find(test->priv, &conf));
	conf.priority = 1;
	KUNIT_EXPECT_NULL(test, nfi_spd_table_find(test->priv, &conf));
	take(test, policy);
	KUNIT_EXPECT_EQ(test, 0U, nfi_spd_table_size(test->priv));
}

static struct kunit_case cases[] = {
	KUNIT_CASE(spd_table_finds_what_is_in_it),
	KUNIT_CASE(spd_table_first_of_equals_wins),
	KUNIT_CASE(spd_table_lengths_come_and_go),
	KUNIT_CASE(spd_table_tries_every_length),
	KUNIT_CASE(spd_table_knows_its_room),
	KUNIT_CASE(spd_table_has_each_pair_of_prefixes),
	KUNIT_CASE(spd_table_policy_of_no_family_is_for_both),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_spd_table",
	.init = init,
	.exit = exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
