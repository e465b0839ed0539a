// SPDX-License-Identifier: GPL-2.0
/*
 * The security policy database, held against a slow model that goes through
 * its policies one by one.
 *
 * Covers R4301-4.4-1, R4301-4.4.1-3, R4301-4.4.1-4, R4301-4.4.1-6,
 * R4301-4.4.1-9, R4301-4.4.1.1-1, R4301-4.4.1.1-2 and the acceptance cases
 * (D3, D5, D6).
 */
#include <kunit/test.h>
#include <linux/icmp.h>
#include <linux/in.h>
#include <linux/prandom.h>
#include <uapi/linux/nfipsec.h>

#include "../../src/lists.h"
#include "../../src/spd.h"

#define POLICIES	400

/* The model: in the order in which they were inserted */
struct model {
	struct nfi_spd spd;
	struct rnd_state rnd;
	struct nfi_policy *policies[POLICIES];
	unsigned int n;
};

static u32 pick(struct model *m, u32 n)
{
	return prandom_u32_state(&m->rnd) % n;
}

/* Few different addresses, so that policies overlap and are hit */
static void random_addr(struct model *m, u8 family, struct nfi_addr *a)
{
	static const u32 words[] = {
		0x0a010000, 0x0a010001, 0x0a010100, 0x0a020304, 0xc0000201
	};
	int i;

	*a = (struct nfi_addr){};
	if (family == AF_INET) {
		a->w[0] = cpu_to_be32(words[pick(m, ARRAY_SIZE(words))] ^
				      pick(m, 4));
		return;
	}
	a->w[0] = cpu_to_be32(0x20010db8);
	for (i = 1; i < 4; i++)
		a->w[i] = cpu_to_be32(pick(m, 3));
}

static void random_prefix(struct model *m, u8 family, struct nfi_prefix *p)
{
	static const u8 lens4[] = { 0, 8, 15, 16, 24, 30, 31, 32 };
	static const u8 lens6[] = { 0, 32, 48, 63, 64, 95, 126, 128 };
	int i;

	*p = (struct nfi_prefix){};
	if (!family)
		return;
	p->len = (family == AF_INET ? lens4 : lens6)[pick(m, 8)];
	random_addr(m, family, &p->addr);
	for (i = 0; i < 4; i++)
		p->addr.w[i] &= nfi_prefix_mask(p->len, i);
}

static u8 random_protocol(struct model *m)
{
	static const u8 protocols[] = {
		IPPROTO_TCP, IPPROTO_UDP, IPPROTO_ICMP
	};

	return protocols[pick(m, ARRAY_SIZE(protocols))];
}

static void random_ports(struct model *m, struct nfi_ports *p)
{
	p->min = 0;
	p->max = U16_MAX;
	if (pick(m, 4))
		return;
	p->min = pick(m, 6);
	p->max = p->min + pick(m, 4);
}

static void random_ranges(struct model *m, u8 family, struct nfi_range *r,
			  unsigned int n)
{
	for (; n; n--, r++) {
		random_addr(m, family, &r->min);
		random_addr(m, family, &r->max);
		if (nfi_addr_compare(&r->min, &r->max) > 0)
			swap(r->min, r->max);
	}
}

/* Lists in the place of some fields */
static struct nfi_lists *random_lists(struct model *m, u8 family)
{
	struct nfi_list_counts n = {
		.local = family ? pick(m, 3) : 0,
		.remote = family ? pick(m, 3) : 0,
		.local_ports = pick(m, 3),
		.remote_ports = pick(m, 3),
		.protocols = pick(m, 3),
	};
	struct nfi_lists *l = nfi_lists_new(&n);
	unsigned int i;

	if (!l)
		return NULL;
	random_ranges(m, family, l->local, n.local);
	random_ranges(m, family, l->remote, n.remote);
	for (i = 0; i < n.local_ports + n.remote_ports; i++) {
		random_ports(m, &l->local_ports[i]);
		if (!pick(m, 4))
			l->local_ports[i] = (struct nfi_ports){ U16_MAX, 0 };
	}
	for (i = 0; i < n.protocols; i++)
		l->protocols[i] = random_protocol(m);
	return l;
}

static void random_link(struct model *m, struct nfi_selector *sel)
{
	if (!pick(m, 6)) {
		sel->mark_mask = 1 + pick(m, 3);
		sel->mark = pick(m, 4) & sel->mark_mask;
	}
	if (!pick(m, 6))
		sel->interface = 1 + pick(m, 2);
}

static void random_conf(struct model *m, struct nfi_policy_conf *conf)
{
	static const u8 families[] = { AF_INET, AF_INET, AF_INET6, AF_UNSPEC };

	*conf = (struct nfi_policy_conf){
		.dir = pick(m, 2),
		.action = pick(m, 2),
		.priority = pick(m, 6) * 10,
		/* so that two conf that look alike can be told apart */
		.reqid = prandom_u32_state(&m->rnd),
	};
	nfi_selector_init(&conf->selector);
	conf->selector.family = families[pick(m, ARRAY_SIZE(families))];
	random_prefix(m, conf->selector.family, &conf->selector.local);
	random_prefix(m, conf->selector.family, &conf->selector.remote);
	conf->selector.protocol = pick(m, 2) ? random_protocol(m) : 0;
	random_ports(m, &conf->selector.local_ports);
	random_ports(m, &conf->selector.remote_ports);
	random_link(m, &conf->selector);
	if (!pick(m, 3))
		conf->selector.lists = random_lists(m, conf->selector.family);
}

/* @conf gives its lists away */
static struct nfi_policy *new_policy(const struct nfi_policy_conf *conf)
{
	struct nfi_policy *policy = nfi_policy_new(conf);

	nfi_lists_put(conf->selector.lists);
	return policy;
}

static void random_flow(struct model *m, struct nfi_flow *flow)
{
	*flow = (struct nfi_flow){
		.family = pick(m, 2) ? AF_INET : AF_INET6,
		.protocol = random_protocol(m),
		.local_port = pick(m, 10),
		.remote_port = pick(m, 10),
		.mark = pick(m, 4),
		.interface = pick(m, 3),
	};
	random_addr(m, flow->family, &flow->local);
	random_addr(m, flow->family, &flow->remote);
	flow->ports = flow->protocol != IPPROTO_ICMP && pick(m, 4);
}

static struct nfi_policy *model_lookup(const struct model *m, u8 dir,
				       const struct nfi_flow *flow)
{
	struct nfi_policy *found = NULL, *p;
	unsigned int i;

	for (i = 0; i < m->n; i++) {
		p = m->policies[i];
		if (p->conf.dir == dir &&
		    nfi_selector_match(&p->conf.selector, flow) &&
		    (!found || p->conf.priority < found->conf.priority))
			found = p;
	}
	return found;
}

/* Ask for random flows; how many were answered by a policy */
static unsigned int compare(struct kunit *test, struct model *m, unsigned int n)
{
	struct nfi_policy *want, *got;
	unsigned int hits = 0, i;
	struct nfi_flow flow;
	u8 dir;

	for (i = 0; i < n; i++) {
		random_flow(m, &flow);
		dir = i % 2;
		want = model_lookup(m, dir, &flow);
		rcu_read_lock();
		got = nfi_spd_lookup(&m->spd, dir, &flow);
		rcu_read_unlock();
		KUNIT_ASSERT_PTR_EQ(test, want, got);
		hits += !!got;
	}
	return hits;
}

static void add(struct kunit *test, struct model *m,
		const struct nfi_policy_conf *conf)
{
	struct nfi_policy *policy = new_policy(conf);
	int err;

	KUNIT_ASSERT_NOT_NULL(test, policy);
	err = nfi_spd_insert(&m->spd, policy);
	if (err)
		nfi_policy_free(policy);
	else
		m->policies[m->n++] = policy;
	KUNIT_ASSERT_EQ(test, 0, err);
}

static void add_random(struct kunit *test, struct model *m)
{
	struct nfi_policy_conf conf;

	random_conf(m, &conf);
	add(test, m, &conf);
}

static void take_out(struct model *m, unsigned int i)
{
	struct nfi_policy *policy = m->policies[i];

	nfi_spd_remove(&m->spd, policy);
	nfi_policy_free(policy);
	m->n--;
	memmove(&m->policies[i], &m->policies[i + 1],
		(m->n - i) * sizeof(policy));
}

static int init(struct kunit *test)
{
	struct model *m = kunit_kzalloc(test, sizeof(*m), GFP_KERNEL);

	if (!m)
		return -ENOMEM;
	nfi_spd_init(&m->spd);
	prandom_seed_state(&m->rnd, 4301);
	test->priv = m;
	return 0;
}

static void exit(struct kunit *test)
{
	struct model *m = test->priv;

	while (m->n)
		take_out(m, m->n - 1);
	nfi_spd_destroy(&m->spd);
	rcu_barrier();
}

/* R4301-4.4.1-9 (D3, D6) */
static void spd_agrees_with_linear_search(struct kunit *test)
{
	struct model *m = test->priv;
	unsigned int hits = 0, i;

	for (i = 0; i < 1500; i++) {
		if (m->n && (m->n == POLICIES || !pick(m, 3)))
			take_out(m, pick(m, m->n));
		else
			add_random(test, m);
		KUNIT_ASSERT_EQ(test, m->n, m->spd.count);
		hits += compare(test, m, 10);
	}
	/* or the flows would prove nothing */
	KUNIT_EXPECT_LT(test, 5000U, hits);
	while (m->n) {
		take_out(m, pick(m, m->n));
		compare(test, m, 10);
	}
	KUNIT_EXPECT_EQ(test, 0U, m->spd.count);
}

/* R4301-4.4.1-3: among equals the one that was there first */
static void spd_keeps_order_of_equal_priorities(struct kunit *test)
{
	struct nfi_flow flow = { .family = AF_INET, .protocol = IPPROTO_UDP };
	struct nfi_policy_conf conf = { .dir = NFI_DIR_OUT, .priority = 7 };
	static const u8 lens[] = { 8, 32, 0, 16, 8, 24, 32 };
	struct model *m = test->priv;
	struct nfi_policy *got;
	size_t i;

	nfi_selector_init(&conf.selector);
	conf.selector.family = AF_INET;
	for (i = 0; i < ARRAY_SIZE(lens); i++) {
		conf.reqid = i;
		conf.selector.local.len = lens[i];
		add(test, m, &conf);
	}
	while (m->n) {
		rcu_read_lock();
		got = nfi_spd_lookup(&m->spd, NFI_DIR_OUT, &flow);
		rcu_read_unlock();
		KUNIT_ASSERT_PTR_EQ(test, m->policies[0], got);
		take_out(m, 0);
	}
}

/* A class of prefix lengths may hold a policy that wins and one that loses */
static void spd_lowest_priority_wins_whatever_its_prefix(struct kunit *test)
{
	struct nfi_flow flow = { .family = AF_INET, .protocol = IPPROTO_UDP };
	struct nfi_policy_conf conf = { .dir = NFI_DIR_IN };
	static const struct {
		u8 len;
		u32 priority;
	} p[] = {
		{ 24, 50 }, { 16, 40 }, { 24, 60 }, { 0, 30 }, { 32, 30 },
		{ 24, 10 }, { 16, U32_MAX }, { 0, 0 },
	};
	struct model *m = test->priv;
	struct nfi_policy *got;
	size_t i;

	nfi_selector_init(&conf.selector);
	conf.selector.family = AF_INET;
	for (i = 0; i < ARRAY_SIZE(p); i++) {
		conf.selector.remote.len = p[i].len;
		conf.priority = p[i].priority;
		add(test, m, &conf);
		rcu_read_lock();
		got = nfi_spd_lookup(&m->spd, NFI_DIR_IN, &flow);
		rcu_read_unlock();
		KUNIT_ASSERT_PTR_EQ(test, model_lookup(m, NFI_DIR_IN, &flow),
				    got);
	}
}

/* R4301-4.4.1-4: a policy is for one direction */
static void spd_keeps_directions_apart(struct kunit *test)
{
	struct nfi_policy_conf conf = { .dir = NFI_DIR_OUT };
	struct nfi_flow flow = { .family = AF_INET6 };
	struct model *m = test->priv;

	nfi_selector_init(&conf.selector);
	add(test, m, &conf);
	rcu_read_lock();
	KUNIT_EXPECT_NULL(test, nfi_spd_lookup(&m->spd, NFI_DIR_IN, &flow));
	KUNIT_EXPECT_PTR_EQ(test, m->policies[0],
			    nfi_spd_lookup(&m->spd, NFI_DIR_OUT, &flow));
	rcu_read_unlock();
}

/* R4301-4.4.1.3-1: this host may ask for an echo, but not be asked for one */
static void spd_permits_one_way(struct kunit *test)
{
	static const struct {
		u8 dir;
		u8 type;
		u8 action;
	} c[] = {
		{ NFI_DIR_OUT, ICMP_ECHO, NFI_ACTION_BYPASS },
		{ NFI_DIR_IN, ICMP_ECHOREPLY, NFI_ACTION_BYPASS },
		{ NFI_DIR_OUT, ICMP_ECHOREPLY, NFI_ACTION_DISCARD },
		{ NFI_DIR_IN, ICMP_ECHO, NFI_ACTION_DISCARD },
	};
	struct nfi_policy_conf conf = {};
	struct nfi_flow flow = {
		.family = AF_INET,
		.protocol = IPPROTO_ICMP,
		.ports = true,
	};
	struct model *m = test->priv;
	int i;

	for (i = 0; i < 4; i++) {
		nfi_selector_init(&conf.selector);
		conf.dir = c[i].dir;
		conf.action = c[i].action;
		conf.priority = i < 2 ? 1 : 2;
		conf.selector.family = AF_INET;
		if (i < 2) {
			conf.selector.protocol = IPPROTO_ICMP;
			conf.selector.local_ports.min = c[i].type << 8;
			conf.selector.local_ports.max = c[i].type << 8 | 0xff;
		}
		add(test, m, &conf);
	}
	rcu_read_lock();
	for (i = 0; i < ARRAY_SIZE(c); i++) {
		flow.local_port = c[i].type << 8;
		KUNIT_EXPECT_EQ_MSG(test, c[i].action,
				    nfi_spd_lookup(&m->spd, c[i].dir,
						   &flow)->conf.action,
				    "direction %u, type %u", c[i].dir, c[i].type);
	}
	rcu_read_unlock();
}

/* R4301-4.4.1-6: ANY as address is for both families */
static void spd_selector_without_family_is_for_both(struct kunit *test)
{
	struct nfi_policy_conf conf = { .dir = NFI_DIR_OUT };
	struct nfi_flow flow4 = { .family = AF_INET };
	struct nfi_flow flow6 = { .family = AF_INET6 };
	struct model *m = test->priv;

	nfi_selector_init(&conf.selector);
	add(test, m, &conf);
	rcu_read_lock();
	KUNIT_EXPECT_NOT_NULL(test, nfi_spd_lookup(&m->spd, NFI_DIR_OUT,
						   &flow4));
	KUNIT_EXPECT_NOT_NULL(test, nfi_spd_lookup(&m->spd, NFI_DIR_OUT,
						   &flow6));
	rcu_read_unlock();
	take_out(m, 0);
	rcu_read_lock();
	KUNIT_EXPECT_NULL(test, nfi_spd_lookup(&m->spd, NFI_DIR_OUT, &flow4));
	KUNIT_EXPECT_NULL(test, nfi_spd_lookup(&m->spd, NFI_DIR_OUT, &flow6));
	rcu_read_unlock();
}

/* (D5) Exceptions inside a net that is protected, before and after others come */
static void spd_exceptions_stay_exceptions(struct kunit *test)
{
	struct nfi_policy_conf conf = { .dir = NFI_DIR_OUT, .priority = 100 };
	struct nfi_flow flow = { .family = AF_INET, .protocol = IPPROTO_UDP };
	struct nfi_policy *all, *one, *got;
	struct model *m = test->priv;
	unsigned int i;

	nfi_selector_init(&conf.selector);
	conf.selector.family = AF_INET;
	conf.selector.remote.addr.w[0] = cpu_to_be32(0x0a000200);
	conf.selector.remote.len = 24;
	add(test, m, &conf);
	all = m->policies[0];
	conf.priority = 10;
	conf.selector.remote.addr.w[0] = cpu_to_be32(0x0a0002fd);
	conf.selector.remote.len = 32;
	add(test, m, &conf);
	one = m->policies[1];
	for (i = 0; i < 200; i++) {
		rcu_read_lock();
		flow.remote.w[0] = cpu_to_be32(0x0a0002fd);
		got = nfi_spd_lookup(&m->spd, NFI_DIR_OUT, &flow);
		KUNIT_ASSERT_PTR_EQ(test, one, got);
		flow.remote.w[0] = cpu_to_be32(0x0a0002fe);
		got = nfi_spd_lookup(&m->spd, NFI_DIR_OUT, &flow);
		KUNIT_ASSERT_PTR_EQ(test, all, got);
		rcu_read_unlock();
		/* others, which make the table grow */
		conf.priority = 50;
		conf.selector.remote.addr.w[0] = cpu_to_be32(0x0b000000 + i);
		conf.selector.remote.len = 32 - i % 2;
		conf.selector.remote.addr.w[0] &=
			nfi_prefix_mask(conf.selector.remote.len, 0);
		conf.reqid = i;
		add(test, m, &conf);
	}
}

/* R4301-4.4.1.1-1: one policy, found by each of its pairs, gone from all */
static void spd_policy_with_ranges_is_found_by_every_address(struct kunit *test)
{
	const struct nfi_list_counts n = { .local = 2, .remote = 1 };
	struct nfi_flow flow = { .family = AF_INET, .protocol = IPPROTO_UDP };
	struct nfi_policy_conf conf = { .dir = NFI_DIR_IN };
	struct model *m = test->priv;
	struct nfi_lists *l;
	u32 local, remote;
	bool want;

	nfi_selector_init(&conf.selector);
	conf.selector.family = AF_INET;
	l = nfi_lists_new(&n);
	KUNIT_ASSERT_NOT_NULL(test, l);
	l->local[0].min.w[0] = cpu_to_be32(3);
	l->local[0].max.w[0] = cpu_to_be32(12);
	/* overlaps */
	l->local[1].min.w[0] = cpu_to_be32(11);
	l->local[1].max.w[0] = cpu_to_be32(14);
	l->remote[0].min.w[0] = cpu_to_be32(5);
	l->remote[0].max.w[0] = cpu_to_be32(30);
	conf.selector.lists = l;
	add(test, m, &conf);
	KUNIT_EXPECT_EQ(test, 1u, m->spd.count);
	for (local = 0; local < 20; local++) {
		for (remote = 0; remote < 40; remote++) {
			flow.local.w[0] = cpu_to_be32(local);
			flow.remote.w[0] = cpu_to_be32(remote);
			want = local >= 3 && local <= 14 && remote >= 5 &&
			       remote <= 30;
			rcu_read_lock();
			KUNIT_EXPECT_PTR_EQ(test, want ? m->policies[0] : NULL,
					    nfi_spd_lookup(&m->spd, NFI_DIR_IN,
							   &flow));
			rcu_read_unlock();
		}
	}
	flow.local.w[0] = cpu_to_be32(11);
	flow.remote.w[0] = cpu_to_be32(5);
	take_out(m, 0);
	rcu_read_lock();
	KUNIT_EXPECT_NULL(test, nfi_spd_lookup(&m->spd, NFI_DIR_IN, &flow));
	rcu_read_unlock();
}

static void spd_empty_has_no_answer(struct kunit *test)
{
	struct nfi_policy_conf conf = { .dir = NFI_DIR_OUT };
	struct nfi_flow flow = { .family = AF_INET };
	struct model *m = test->priv;

	rcu_read_lock();
	KUNIT_EXPECT_NULL(test, nfi_spd_lookup(&m->spd, NFI_DIR_IN, &flow));
	KUNIT_EXPECT_NULL(test, nfi_spd_lookup(&m->spd, NFI_DIR_OUT, &flow));
	rcu_read_unlock();
	KUNIT_EXPECT_NULL(test, nfi_spd_find(&m->spd, &conf));
}

/* All fields decide, so that what is there already is seen to be there */
static void spd_finds_exactly_the_same_policy(struct kunit *test)
{
	struct model *m = test->priv;
	struct nfi_policy_conf conf;
	unsigned int i;

	for (i = 0; i < 200; i++)
		add_random(test, m);
	for (i = 0; i < m->n; i++) {
		conf = m->policies[i]->conf;
		KUNIT_ASSERT_PTR_EQ(test, m->policies[i],
				    nfi_spd_find(&m->spd, &conf));
#define GONE(change) do {						\
		conf = m->policies[i]->conf;				\
		change;							\
		KUNIT_ASSERT_NULL(test, nfi_spd_find(&m->spd, &conf));	\
	} while (0)
		GONE(conf.priority++);
		GONE(conf.action = NFI_ACTION_PROTECT);
		GONE(conf.dir = !conf.dir);
		GONE(conf.reqid++);
		GONE(conf.mode = NFI_MODE_TUNNEL);
		GONE(conf.protocol = IPPROTO_ESP);
		GONE(conf.device = 3);
		GONE(conf.family = AF_INET6);
		GONE(conf.local.w[0] ^= cpu_to_be32(1));
		GONE(conf.remote.w[0] ^= cpu_to_be32(1));
		GONE(conf.selector.protocol = IPPROTO_SCTP);
		GONE(conf.selector.local_ports.max = 50);
		GONE(conf.selector.mark_mask += 8);
		GONE(conf.selector.interface += 8);
#undef GONE
	}
}

/* Half of the old policies stay, and new ones come, in an order of their own */
static void spd_replace_is_what_was_given(struct kunit *test)
{
	struct nfi_policy *policy, *tmp;
	struct model *m = test->priv;
	unsigned int round, i, j, kept;
	struct nfi_policy_conf conf;
	LIST_HEAD(removed);
	struct nfi_spd next;

	for (i = 0; i < 150; i++)
		add_random(test, m);
	for (round = 0; round < 5; round++) {
		unsigned int n = 0, old = m->n;

		/* the id marks what is to be removed */
		for (i = 0; i < old; i++) {
			m->policies[i]->id = pick(m, 2);
			if (!m->policies[i]->id)
				m->policies[n++] = m->policies[i];
		}
		kept = n;
		for (i = 0; i < 70; i++) {
			random_conf(m, &conf);
			policy = new_policy(&conf);
			KUNIT_ASSERT_NOT_NULL(test, policy);
			m->policies[n++] = policy;
		}
		m->n = n;
		for (i = n - 1; i; i--) {
			j = pick(m, i + 1);
			swap(m->policies[i], m->policies[j]);
		}

		KUNIT_ASSERT_EQ(test, 0, nfi_spd_prepare(&next, m->policies, n));
		nfi_spd_replace(&m->spd, &next, m->policies, n, &removed);
		KUNIT_EXPECT_EQ(test, n, m->spd.count);
		i = 0;
		list_for_each_entry_safe(policy, tmp, &removed, next) {
			KUNIT_EXPECT_EQ(test, 1U, policy->id);
			list_del(&policy->next);
			nfi_policy_free(policy);
			i++;
		}
		KUNIT_EXPECT_EQ(test, old - kept, i);
		i = 0;
		list_for_each_entry(policy, &m->spd.policies, next)
			KUNIT_ASSERT_PTR_EQ(test, m->policies[i++], policy);
		KUNIT_EXPECT_EQ(test, n, i);

		compare(test, m, 2000);
		/* and it goes on from there */
		for (i = 0; i < 20; i++)
			add_random(test, m);
		take_out(m, pick(m, m->n));
		compare(test, m, 500);
	}
}

/* What was prepared and is not wanted leaves no trace */
static void spd_prepare_changes_nothing(struct kunit *test)
{
	struct model *m = test->priv;
	struct nfi_spd next;
	unsigned int i;

	for (i = 0; i < 50; i++)
		add_random(test, m);
	KUNIT_ASSERT_EQ(test, 0, nfi_spd_prepare(&next, m->policies, m->n / 2));
	nfi_spd_destroy(&next);
	KUNIT_EXPECT_EQ(test, 50U, m->spd.count);
	compare(test, m, 1000);
}

static void spd_replace_with_nothing_empties_it(struct kunit *test)
{
	struct nfi_policy *policy, *tmp;
	struct model *m = test->priv;
	unsigned int i, n = 0;
	LIST_HEAD(removed);
	struct nfi_spd next;

	for (i = 0; i < 50; i++)
		add_random(test, m);
	KUNIT_ASSERT_EQ(test, 0, nfi_spd_prepare(&next, NULL, 0));
	nfi_spd_replace(&m->spd, &next, NULL, 0, &removed);
	m->n = 0;
	list_for_each_entry_safe(policy, tmp, &removed, next) {
		list_del(&policy->next);
		nfi_policy_free(policy);
		n++;
	}
	KUNIT_EXPECT_EQ(test, 50U, n);
	KUNIT_EXPECT_EQ(test, 0U, m->spd.count);
	KUNIT_EXPECT_EQ(test, 0U, compare(test, m, 500));
}

static struct kunit_case cases[] = {
	KUNIT_CASE(spd_agrees_with_linear_search),
	KUNIT_CASE(spd_keeps_order_of_equal_priorities),
	KUNIT_CASE(spd_lowest_priority_wins_whatever_its_prefix),
	KUNIT_CASE(spd_keeps_directions_apart),
	KUNIT_CASE(spd_permits_one_way),
	KUNIT_CASE(spd_selector_without_family_is_for_both),
	KUNIT_CASE(spd_exceptions_stay_exceptions),
	KUNIT_CASE(spd_policy_with_ranges_is_found_by_every_address),
	KUNIT_CASE(spd_empty_has_no_answer),
	KUNIT_CASE(spd_finds_exactly_the_same_policy),
	KUNIT_CASE(spd_replace_is_what_was_given),
	KUNIT_CASE(spd_prepare_changes_nothing),
	KUNIT_CASE(spd_replace_with_nothing_empties_it),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_spd",
	.init = init,
	.exit = exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
