// SPDX-License-Identifier: GPL-2.0
/*
 * The cache says what the SPD says, whatever happens to the SPD.
 *
 * Covers R4301-4.4.1-1, R4301-4.4.1-9 as far as a cache may not change an
 * answer, and the acceptance case (D4).
 */
#include "fixture.h"

#include "../../src/cache.h"

#include <linux/prandom.h>

#define FLOWS	200

struct caches {
	struct nfi_spd spd[2];
	struct nfi_flow flow[FLOWS];
	struct rnd_state rnd;
	u32 number;
};

static u32 pick(struct caches *c, u32 n)
{
	return prandom_u32_state(&c->rnd) % n;
}

static int init(struct kunit *test)
{
	struct caches *c = kunit_kzalloc(test, sizeof(*c), GFP_KERNEL);
	unsigned int i;

	if (!c)
		return -ENOMEM;
	prandom_seed_state(&c->rnd, 4301);
	nfi_spd_init(&c->spd[0]);
	nfi_spd_init(&c->spd[1]);
	for (i = 0; i < FLOWS; i++) {
		struct nfi_flow *flow = &c->flow[i];

		flow->family = i % 3 ? AF_INET : AF_INET6;
		flow->local.w[0] = cpu_to_be32(0x0a000000 + pick(c, 4));
		flow->remote.w[0] = cpu_to_be32(0x0b000000 + pick(c, 4));
		if (flow->family == AF_INET6) {
			flow->local.w[pick(c, 4)] ^= cpu_to_be32(1);
			flow->remote.w[pick(c, 4)] ^= cpu_to_be32(1);
		}
		flow->protocol = pick(c, 2) ? IPPROTO_TCP : IPPROTO_UDP;
		flow->ports = pick(c, 4);
		if (flow->ports) {
			flow->local_port = pick(c, 4);
			flow->remote_port = pick(c, 4);
		}
		flow->mark = pick(c, 3);
		flow->interface = pick(c, 3);
	}
	test->priv = c;
	return 0;
}

static struct nfi_policy *cached(const struct nfi_spd *spd, u8 dir,
				 const struct nfi_flow *flow)
{
	struct nfi_policy *policy;

	local_bh_disable();
	rcu_read_lock();
	policy = nfi_cache_lookup(spd, dir, flow);
	rcu_read_unlock();
	local_bh_enable();
	return policy;
}

static struct nfi_policy *direct(const struct nfi_spd *spd, u8 dir,
				 const struct nfi_flow *flow)
{
	struct nfi_policy *policy;

	rcu_read_lock();
	policy = nfi_spd_lookup(spd, dir, flow);
	rcu_read_unlock();
	return policy;
}

static struct nfi_policy *add(struct kunit *test, struct nfi_spd *spd,
			      const struct nfi_policy_conf *conf)
{
	struct nfi_policy *policy = nfi_policy_new(conf);

	KUNIT_ASSERT_NOT_NULL(test, policy);
	KUNIT_ASSERT_EQ(test, 0, nfi_spd_insert(spd, policy));
	return policy;
}

static struct nfi_policy *add_any(struct kunit *test, struct nfi_spd *spd,
				  u8 dir, u32 priority)
{
	struct nfi_policy_conf conf = { .dir = dir, .priority = priority };

	nfi_selector_init(&conf.selector);
	return add(test, spd, &conf);
}

static void take_out(struct nfi_spd *spd, struct nfi_policy *policy)
{
	nfi_spd_remove(spd, policy);
	nfi_policy_free(policy);
}

static void add_random(struct kunit *test, struct caches *c,
		       struct nfi_spd *spd)
{
	const struct nfi_flow *like = &c->flow[pick(c, FLOWS)];
	struct nfi_policy_conf conf = {
		.dir = pick(c, 2),
		.priority = pick(c, 10),
		.reqid = ++c->number,
	};

	nfi_selector_init(&conf.selector);
	conf.selector.family = like->family;
	if (pick(c, 2)) {
		conf.selector.remote.len = 32;
		conf.selector.remote.addr.w[0] = like->remote.w[0];
	}
	if (pick(c, 2))
		conf.selector.protocol = like->protocol;
	if (like->ports && pick(c, 2)) {
		conf.selector.remote_ports.min = like->remote_port;
		conf.selector.remote_ports.max = like->remote_port;
	}
	if (!pick(c, 8)) {
		conf.selector.mark = like->mark & 1;
		conf.selector.mark_mask = 1;
	}
	if (!pick(c, 8))
		conf.selector.interface = like->interface;
	add(test, spd, &conf);
}

static void remove_random(struct caches *c, struct nfi_spd *spd)
{
	u32 n = pick(c, spd->count);
	struct nfi_policy *policy;

	list_for_each_entry(policy, &spd->policies, next) {
		if (n--)
			continue;
		take_out(spd, policy);
		return;
	}
}

static void exit(struct kunit *test)
{
	struct caches *c = test->priv;
	struct nfi_spd *spd;

	for (spd = c->spd; spd < c->spd + 2; spd++) {
		while (spd->count)
			remove_random(c, spd);
		nfi_spd_destroy(spd);
	}
	rcu_barrier();
}

/* R4301-4.4.1-9 (D4) */
static void cache_agrees_with_spd(struct kunit *test)
{
	struct caches *c = test->priv;
	const struct nfi_flow *flow;
	struct nfi_spd *spd;
	unsigned int i, j;
	u8 dir;

	for (i = 0; i < 1000; i++) {
		spd = &c->spd[pick(c, 2)];
		if (spd->count && !pick(c, 3))
			remove_random(c, spd);
		else if (spd->count < 60)
			add_random(test, c, spd);
		for (j = 0; j < 50; j++) {
			spd = &c->spd[pick(c, 2)];
			flow = &c->flow[pick(c, FLOWS)];
			dir = pick(c, 2);
			KUNIT_ASSERT_PTR_EQ(test, direct(spd, dir, flow),
					    cached(spd, dir, flow));
			KUNIT_ASSERT_PTR_EQ(test, direct(spd, dir, flow),
					    cached(spd, dir, flow));
		}
	}
}

/* That there is none is remembered, too, but not for longer than it is true */
static void cache_forgets_no_policy(struct kunit *test)
{
	struct caches *c = test->priv;
	struct nfi_policy *policy;

	KUNIT_EXPECT_NULL(test, cached(c->spd, NFI_DIR_OUT, c->flow));
	KUNIT_EXPECT_NULL(test, cached(c->spd, NFI_DIR_OUT, c->flow));
	policy = add_any(test, c->spd, NFI_DIR_OUT, 1);
	KUNIT_EXPECT_PTR_EQ(test, policy,
			    cached(c->spd, NFI_DIR_OUT, c->flow));
	KUNIT_EXPECT_NULL(test, cached(c->spd, NFI_DIR_IN, c->flow));
}

static void cache_forgets_removed_policy(struct kunit *test)
{
	struct caches *c = test->priv;
	struct nfi_policy *policy = add_any(test, c->spd, NFI_DIR_IN, 1);

	KUNIT_EXPECT_PTR_EQ(test, policy, cached(c->spd, NFI_DIR_IN, c->flow));
	take_out(c->spd, policy);
	KUNIT_EXPECT_NULL(test, cached(c->spd, NFI_DIR_IN, c->flow));
}

static void cache_sees_policy_that_goes_first(struct kunit *test)
{
	struct caches *c = test->priv;
	struct nfi_policy *last = add_any(test, c->spd, NFI_DIR_IN, 9);
	struct nfi_policy *first;

	KUNIT_EXPECT_PTR_EQ(test, last, cached(c->spd, NFI_DIR_IN, c->flow));
	first = add_any(test, c->spd, NFI_DIR_IN, 1);
	KUNIT_EXPECT_PTR_EQ(test, first, cached(c->spd, NFI_DIR_IN, c->flow));
	take_out(c->spd, first);
	KUNIT_EXPECT_PTR_EQ(test, last, cached(c->spd, NFI_DIR_IN, c->flow));
}

static void cache_sees_replaced_policies(struct kunit *test)
{
	struct nfi_policy_conf conf = { .dir = NFI_DIR_IN };
	struct caches *c = test->priv;
	struct nfi_policy *old, *new;
	LIST_HEAD(removed);
	struct nfi_spd next;

	old = add_any(test, c->spd, NFI_DIR_IN, 1);
	KUNIT_EXPECT_PTR_EQ(test, old, cached(c->spd, NFI_DIR_IN, c->flow));
	nfi_selector_init(&conf.selector);
	new = nfi_policy_new(&conf);
	KUNIT_ASSERT_NOT_NULL(test, new);
	KUNIT_ASSERT_EQ(test, 0, nfi_spd_prepare(&next, &new, 1));
	KUNIT_EXPECT_PTR_EQ(test, old, cached(c->spd, NFI_DIR_IN, c->flow));
	nfi_spd_replace(c->spd, &next, &new, 1, &removed);
	KUNIT_EXPECT_PTR_EQ(test, new, cached(c->spd, NFI_DIR_IN, c->flow));
	KUNIT_EXPECT_TRUE(test, list_is_singular(&removed));
	list_del(&old->next);
	nfi_policy_free(old);
}

/* One flow, two devices */
static void cache_keeps_spds_apart(struct kunit *test)
{
	struct caches *c = test->priv;
	struct nfi_policy *a = add_any(test, &c->spd[0], NFI_DIR_OUT, 1);
	struct nfi_policy *b = add_any(test, &c->spd[1], NFI_DIR_OUT, 1);
	int i;

	for (i = 0; i < 3; i++) {
		KUNIT_EXPECT_PTR_EQ(test, a,
				    cached(&c->spd[0], NFI_DIR_OUT, c->flow));
		KUNIT_EXPECT_PTR_EQ(test, b,
				    cached(&c->spd[1], NFI_DIR_OUT, c->flow));
		KUNIT_EXPECT_NULL(test,
				  cached(&c->spd[i % 2], NFI_DIR_IN, c->flow));
	}
}

/* An SPD that comes to lie where another was knows nothing of that */
static void cache_knows_new_spd_in_old_place(struct kunit *test)
{
	struct caches *c = test->priv;
	struct nfi_policy *policy = add_any(test, c->spd, NFI_DIR_OUT, 1);

	KUNIT_EXPECT_PTR_EQ(test, policy,
			    cached(c->spd, NFI_DIR_OUT, c->flow));
	take_out(c->spd, policy);
	nfi_spd_destroy(c->spd);
	nfi_spd_init(c->spd);
	KUNIT_EXPECT_NULL(test, cached(c->spd, NFI_DIR_OUT, c->flow));
}

/* Also those that are in one place of the cache */
static void cache_sees_every_field_of_flow(struct kunit *test)
{
	struct nfi_policy_conf conf = { .dir = NFI_DIR_OUT };
	struct caches *c = test->priv;
	struct nfi_policy *policy;
	struct nfi_flow flow = {
		.local.w = { cpu_to_be32(0x0a000001), 0, 0, 0 },
		.remote.w = { cpu_to_be32(0x0b000001), 0, 0, 0 },
		.local_port = 1000,
		.remote_port = 80,
		.family = AF_INET,
		.protocol = IPPROTO_TCP,
		.ports = true,
	};
	struct nfi_flow other;

	nfi_selector_init(&conf.selector);
	conf.selector.family = AF_INET;
	conf.selector.local.len = 32;
	conf.selector.local.addr = flow.local;
	conf.selector.remote.len = 32;
	conf.selector.remote.addr = flow.remote;
	conf.selector.local_ports.min = 1000;
	conf.selector.local_ports.max = 1000;
	conf.selector.remote_ports.min = 80;
	conf.selector.remote_ports.max = 80;
	conf.selector.protocol = IPPROTO_TCP;
	policy = add(test, c->spd, &conf);
#define MISSES(change) do {						\
		other = flow;						\
		change;							\
		KUNIT_EXPECT_PTR_EQ(test, policy,			\
				    cached(c->spd, NFI_DIR_OUT, &flow)); \
		KUNIT_EXPECT_NULL(test,					\
				  cached(c->spd, NFI_DIR_OUT, &other));	\
	} while (0)
	MISSES(other.local.w[0] ^= cpu_to_be32(1));
	MISSES(other.remote.w[0] ^= cpu_to_be32(1));
	MISSES(swap(other.local, other.remote));
	MISSES(other.local_port++);
	MISSES(other.remote_port++);
	MISSES(swap(other.local_port, other.remote_port));
	MISSES(other.family = AF_INET6);
	MISSES(other.protocol = IPPROTO_UDP);
	MISSES(other.ports = false);
#undef MISSES
}

/* One flow that differs in nothing but the mark, the interface: told apart as
 * long as a policy asks
 */
static void cache_sees_mark_and_interface_where_asked(struct kunit *test)
{
	struct nfi_policy_conf conf = { .dir = NFI_DIR_OUT };
	struct nfi_flow a = { .family = AF_INET, .mark = 1, .interface = 2 };
	struct nfi_flow b = { .family = AF_INET, .mark = 3, .interface = 2 };
	struct nfi_flow d = { .family = AF_INET, .mark = 3, .interface = 4 };
	struct nfi_policy *by_mark, *by_interface;
	struct caches *c = test->priv;
	int i;

	KUNIT_EXPECT_NULL(test, cached(c->spd, NFI_DIR_OUT, &a));
	nfi_selector_init(&conf.selector);
	conf.selector.mark = 1;
	conf.selector.mark_mask = U32_MAX;
	by_mark = add(test, c->spd, &conf);
	for (i = 0; i < 2; i++) {
		KUNIT_EXPECT_PTR_EQ(test, by_mark,
				    cached(c->spd, NFI_DIR_OUT, &a));
		KUNIT_EXPECT_NULL(test, cached(c->spd, NFI_DIR_OUT, &b));
	}
	conf.selector.mark_mask = 0;
	conf.selector.mark = 0;
	conf.selector.interface = 4;
	by_interface = add(test, c->spd, &conf);
	take_out(c->spd, by_mark);
	for (i = 0; i < 2; i++) {
		KUNIT_EXPECT_NULL(test, cached(c->spd, NFI_DIR_OUT, &b));
		KUNIT_EXPECT_PTR_EQ(test, by_interface,
				    cached(c->spd, NFI_DIR_OUT, &d));
	}
}

static struct kunit_case cases[] = {
	KUNIT_CASE(cache_agrees_with_spd),
	KUNIT_CASE(cache_forgets_no_policy),
	KUNIT_CASE(cache_forgets_removed_policy),
	KUNIT_CASE(cache_sees_policy_that_goes_first),
	KUNIT_CASE(cache_sees_replaced_policies),
	KUNIT_CASE(cache_keeps_spds_apart),
	KUNIT_CASE(cache_knows_new_spd_in_old_place),
	KUNIT_CASE(cache_sees_every_field_of_flow),
	KUNIT_CASE(cache_sees_mark_and_interface_where_asked),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_cache",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.init = init,
	.exit = exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
