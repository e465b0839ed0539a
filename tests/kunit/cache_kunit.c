// SPDX-License-Identifier: GPL-2.0
/*
 * The cache says what the SPD says, whatever happens to the SPD.
 *
 * Covers R4301-4.4.1-1, R4301-4.4.1-9 as far as a cache may not change an
 * answer, and the acceptance case (D4). What is asked are packets; what they are
 * held against is what nfi_spd_lookup() says of their flows.
 */
#include "fixture.h"

#include "../../src/cache.h"

#include "../../src/lists.h"
#include "../../src/packet.h"

#include <linux/hrtimer.h>
#include <linux/prandom.h>
#include <linux/skbuff.h>
#include <net/ip.h>
#include <net/ipv6.h>

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

/* A packet of a flow; one without ports is a later fragment */
static struct sk_buff *packet_of(const struct nfi_flow *flow, u8 dir)
{
	bool out = dir == NFI_DIR_OUT;
	const struct nfi_addr *src = out ? &flow->local : &flow->remote;
	const struct nfi_addr *dst = out ? &flow->remote : &flow->local;
	u16 sport = out ? flow->local_port : flow->remote_port;
	u16 dport = out ? flow->remote_port : flow->local_port;
	__be16 ports[2] = { htons(sport), htons(dport) };
	struct iphdr iph = {
		.version = 4,
		.ihl = 5,
		.protocol = flow->protocol,
		.frag_off = htons(flow->ports ? 0 : 100),
		.saddr = src->w[0],
		.daddr = dst->w[0],
	};
	struct ipv6hdr ip6h = {
		.version = 6,
		.nexthdr = flow->ports ? flow->protocol : NEXTHDR_FRAGMENT,
		.saddr = *nfi_addr_in6(src),
		.daddr = *nfi_addr_in6(dst),
	};
	struct frag_hdr frag = {
		.nexthdr = flow->protocol,
		.frag_off = htons(800),
	};
	struct sk_buff *skb = alloc_skb(100, GFP_KERNEL | __GFP_NOFAIL);

	skb->mark = flow->mark;
	skb_reset_network_header(skb);
	if (flow->family == AF_INET)
		skb_put_data(skb, &iph, sizeof(iph));
	else
		skb_put_data(skb, &ip6h, sizeof(ip6h));
	if (flow->family != AF_INET && !flow->ports)
		skb_put_data(skb, &frag, sizeof(frag));
	skb_put_data(skb, ports, sizeof(ports));
	return skb;
}

/* Both answers as a hook would have them; false if it is malformed */
static bool ask(const struct nfi_spd *spd, const struct sk_buff *skb, u8 family,
		int in, int out, struct nfi_answers *copy)
{
	const struct nfi_answers *answers;

	local_bh_disable();
	rcu_read_lock();
	answers = nfi_cache_find(spd, skb, family) ?:
		  nfi_cache_lookup(spd, skb, family, in, out);
	if (answers)
		*copy = *answers;
	rcu_read_unlock();
	local_bh_enable();
	return answers;
}

/* ERR_PTR(-EINVAL) if it is malformed */
static struct nfi_policy *cached(const struct nfi_spd *spd, u8 dir,
				 const struct nfi_flow *flow)
{
	struct sk_buff *skb = packet_of(flow, dir);
	struct nfi_answers answers;
	bool good;

	good = ask(spd, skb, flow->family,
		   dir == NFI_DIR_IN ? flow->interface : -1,
		   dir == NFI_DIR_OUT ? flow->interface : -1, &answers);
	consume_skb(skb);
	return good ? answers.policy[dir] : ERR_PTR(-EINVAL);
}

/* Is the answer for TCP and UDP found without more ado? */
static bool is_found(const struct nfi_spd *spd, const struct sk_buff *skb,
		     u8 family)
{
	bool found;

	local_bh_disable();
	rcu_read_lock();
	found = nfi_cache_find(spd, skb, family);
	rcu_read_unlock();
	local_bh_enable();
	return found;
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
	struct nfi_flow a = {
		.family = AF_INET,
		.protocol = IPPROTO_UDP,
		.ports = true,
		.mark = 1,
		.interface = 2,
	};
	struct nfi_policy *by_mark, *by_interface;
	struct nfi_flow b = a, d = a;
	struct caches *c = test->priv;
	int i;

	b.mark = 3;
	d.mark = 3;
	d.interface = 4;
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

/* A policy that is long in the making: it is in the table by and by */
static struct nfi_policy *policy_of_many_pairs(struct kunit *test,
					       const struct nfi_flow *flow)
{
	static const struct nfi_list_counts n = { .local = 64, .remote = 64 };
	struct nfi_policy_conf conf = { .dir = NFI_DIR_OUT };
	struct nfi_selector *sel = &conf.selector;
	struct nfi_policy *policy;
	struct nfi_lists *l;
	unsigned int i;

	nfi_selector_init(sel);
	l = nfi_lists_new(&n);
	KUNIT_ASSERT_NOT_NULL(test, l);
	for (i = 0; i < n.local; i++) {
		l->local[i].min = flow->local;
		l->local[i].min.w[0] ^= cpu_to_be32(i << 8);
		l->local[i].max = l->local[i].min;
		l->remote[i].min = flow->remote;
		l->remote[i].min.w[0] ^= cpu_to_be32(i << 8);
		l->remote[i].max = l->remote[i].min;
	}
	sel->lists = l;
	sel->family = AF_INET;
	sel->mark = flow->mark;
	sel->mark_mask = U32_MAX;
	policy = nfi_policy_new(&conf);
	nfi_lists_put(l);
	KUNIT_ASSERT_NOT_NULL(test, policy);
	return policy;
}

/* Packets of one flow that come while its policy is being made */
struct meanwhile {
	struct hrtimer timer;
	const struct nfi_spd *spd;
	const struct nfi_flow *flow;
	struct sk_buff *marked;
	struct sk_buff *other;
	bool inserting;
	unsigned int seen;
	unsigned int wrong;
};

static enum hrtimer_restart packets_come(struct hrtimer *timer)
{
	struct meanwhile *m = container_of(timer, struct meanwhile, timer);
	struct nfi_answers answers;

	if (READ_ONCE(m->inserting) && direct(m->spd, NFI_DIR_OUT, m->flow)) {
		m->seen++;
		if (!ask(m->spd, m->marked, AF_INET, 0, 0, &answers) ||
		    !answers.policy[NFI_DIR_OUT])
			m->wrong++;
		if (!ask(m->spd, m->other, AF_INET, 0, 0, &answers) ||
		    answers.policy[NFI_DIR_OUT])
			m->wrong++;
	}
	hrtimer_forward_now(timer, ns_to_ktime(200000));
	return HRTIMER_RESTART;
}

/* As soon as a policy that asks for a mark can be met, by whoever comes first, its
 * answer is not for the packets of the same flow that have another mark
 */
static void cache_sees_mark_while_first_policy_is_inserted(struct kunit *test)
{
	struct nfi_flow flow = {
		.local.w = { cpu_to_be32(0x0a000001), 0, 0, 0 },
		.remote.w = { cpu_to_be32(0x0b000001), 0, 0, 0 },
		.family = AF_INET,
		.protocol = IPPROTO_UDP,
		.ports = true,
		.mark = 1,
	};
	struct caches *c = test->priv;
	struct meanwhile m = { .spd = c->spd, .flow = &flow };
	unsigned long end = jiffies + 30 * HZ;
	struct nfi_policy *policy;
	int err;

	m.marked = packet_of(&flow, NFI_DIR_OUT);
	m.other = packet_of(&flow, NFI_DIR_OUT);
	m.other->mark = 2;
	hrtimer_init_on_stack(&m.timer, CLOCK_MONOTONIC, HRTIMER_MODE_REL_SOFT);
	m.timer.function = packets_come;
	hrtimer_start(&m.timer, ns_to_ktime(200000), HRTIMER_MODE_REL_SOFT);
	/* The packets decide when they come, which is not before ksoftirqd has had
	 * its turn where that has been woken.
	 */
	while (!m.seen && time_before(jiffies, end)) {
		cond_resched();
		policy = policy_of_many_pairs(test, &flow);
		WRITE_ONCE(m.inserting, true);
		err = nfi_spd_insert(c->spd, policy);
		WRITE_ONCE(m.inserting, false);
		KUNIT_EXPECT_EQ(test, 0, err);
		if (err) {
			nfi_policy_free(policy);
			break;
		}
		take_out(c->spd, policy);
	}
	hrtimer_cancel(&m.timer);
	destroy_hrtimer_on_stack(&m.timer);
	consume_skb(m.marked);
	consume_skb(m.other);
	KUNIT_EXPECT_NE(test, 0U, m.seen);
	KUNIT_EXPECT_EQ(test, 0U, m.wrong);
}

/* FORWARD asks for the answers of both directions at once, whatever the state of
 * the cache: they are those that one would have got one by one
 */
static void cache_answers_both_directions_at_once(struct kunit *test)
{
	struct nfi_answers answers = {};
	struct caches *c = test->priv;
	const struct nfi_flow *flow;
	struct nfi_flow back;
	struct sk_buff *skb;
	unsigned int i;
	bool good;

	for (i = 0; i < 3000; i++) {
		if (c->spd->count && !pick(c, 30))
			remove_random(c, c->spd);
		else if (c->spd->count < 60 && !pick(c, 10))
			add_random(test, c, c->spd);
		flow = &c->flow[pick(c, FLOWS)];
		/* the same packet, seen from the other side */
		back = *flow;
		swap(back.local, back.remote);
		swap(back.local_port, back.remote_port);
		back.interface = pick(c, 3);
		if (pick(c, 2))
			cached(c->spd, NFI_DIR_IN, &back);
		skb = packet_of(flow, NFI_DIR_OUT);
		good = ask(c->spd, skb, flow->family, back.interface,
			   flow->interface, &answers);
		consume_skb(skb);
		KUNIT_ASSERT_TRUE(test, good);
		KUNIT_ASSERT_PTR_EQ(test, direct(c->spd, NFI_DIR_OUT, flow),
				    answers.policy[NFI_DIR_OUT]);
		KUNIT_ASSERT_PTR_EQ(test, direct(c->spd, NFI_DIR_IN, &back),
				    answers.policy[NFI_DIR_IN]);
	}
}

#define ADDR4		"0a010001" "0a020002"
#define ADDR6		"20010db8000100000000000000000001"	\
			"20010db8000200000000000000000002"
#define IP4(first, frag, protocol)					\
			first "00003000" "01" frag "40" protocol "0000" ADDR4
#define IP6(next)	"60000000" "0020" next "40" ADDR6
#define PORTS		"0fa01388"	/* 4000 to 5000 */
#define REST		"000000000000000000000000"

/* Packets that look alike to somebody who looks in the wrong place. All that an
 * enemy can vary is in here. What is @simple is found without more ado.
 */
static const struct look_alike {
	const char *name;
	u8 family;
	bool simple;
	const char *hex;
} look_alikes[] = {
	{ "UDP", AF_INET, true, IP4("45", "0000", "11") PORTS REST },
	{ "TCP", AF_INET, true, IP4("45", "0000", "06") PORTS REST },
	{ "UDP, DF", AF_INET, true, IP4("45", "4000", "11") PORTS REST },
	{ "UDP, other ports", AF_INET, true,
	  IP4("45", "0000", "11") "0fa01389" REST },
	{ "UDP, ports the other way round", AF_INET, true,
	  IP4("45", "0000", "11") "13880fa0" REST },
	{ "UDP behind options", AF_INET, false,
	  IP4("46", "0000", "11") "01010101" PORTS REST },
	{ "options that look like ports", AF_INET, false,
	  IP4("46", "0000", "11") PORTS "01010101" REST },
	{ "first fragment", AF_INET, false,
	  IP4("45", "2000", "11") PORTS REST },
	{ "later fragment", AF_INET, false,
	  IP4("45", "0001", "11") PORTS REST },
	{ "later fragment, more follow", AF_INET, false,
	  IP4("45", "2001", "11") PORTS REST },
	{ "UDP without ports", AF_INET, false, IP4("45", "0000", "11") "0fa0" },
	{ "UDPLITE", AF_INET, false, IP4("45", "0000", "88") PORTS REST },
	{ "ESP", AF_INET, false, IP4("45", "0000", "32") PORTS REST },
	{ "ESP, SPI 0", AF_INET, false,
	  IP4("45", "0000", "32") "00000000" REST },
	{ "AH", AF_INET, false, IP4("45", "0000", "33") "11040000" REST },
	{ "GRE", AF_INET, false, IP4("45", "0000", "2f") "00000800" REST },
	{ "IP in IP", AF_INET, false, IP4("45", "0000", "04") "45000014" REST },
	{ "a protocol that nobody knows", AF_INET, false,
	  IP4("45", "0000", "fd") PORTS REST },
	{ "mobility", AF_INET, false, IP4("45", "0000", "87") "3b000500" REST },
	{ "mobility, another type", AF_INET, false,
	  IP4("45", "0000", "87") "3b000600" REST },
	{ "echo", AF_INET, false, IP4("45", "0000", "01") "08001234" REST },
	{ "echo, sum is 0", AF_INET, false,
	  IP4("45", "0000", "01") "08000000" REST },
	{ "unreachable, sum is 0", AF_INET, false,
	  IP4("45", "0000", "01") "03030000" REST },
	{ "unreachable, another code", AF_INET, false,
	  IP4("45", "0000", "01") "03040000" REST },
	{ "ICMPv6 in IPv4", AF_INET, false,
	  IP4("45", "0000", "3a") "87000000" REST },
	{ "IPv6 in a packet of IPv4", AF_INET, false, IP6("11") PORTS REST },
	{ "too short a header", AF_INET, false,
	  IP4("44", "0000", "11") PORTS REST },
	{ "UDP in IPv6", AF_INET6, true, IP6("11") PORTS REST },
	{ "TCP in IPv6", AF_INET6, true, IP6("06") PORTS REST },
	{ "UDP behind hop-by-hop options", AF_INET6, false,
	  IP6("00") "11000000" "00000000" PORTS REST },
	{ "options that look like ports, TCP", AF_INET6, false,
	  IP6("3c") "0600" "0fa01388" "0000" PORTS REST },
	{ "UDP behind a routing header", AF_INET6, false,
	  IP6("2b") "1100000000000000" PORTS REST },
	{ "atomic fragment", AF_INET6, false,
	  IP6("2c") "11000000" "00000001" PORTS REST },
	{ "first fragment of IPv6", AF_INET6, false,
	  IP6("2c") "11000001" "00000001" PORTS REST },
	{ "later fragment of IPv6", AF_INET6, false,
	  IP6("2c") "11000321" "00000001" PORTS REST },
	{ "solicitation", AF_INET6, false, IP6("3a") "87001234" REST },
	{ "solicitation, sum is 0", AF_INET6, false,
	  IP6("3a") "87000000" REST },
	{ "packet too big", AF_INET6, false, IP6("3a") "02000000" REST },
	{ "ICMP in IPv6", AF_INET6, false, IP6("01") "03030000" REST },
	{ "IPv4 in a packet of IPv6", AF_INET6, false,
	  IP4("45", "0000", "11") PORTS REST REST REST },
};

/* Give each kind of traffic a policy of its own */
static void add_telling_policies(struct kunit *test, struct caches *c)
{
	static const u8 protocols[] = {
		IPPROTO_TCP, IPPROTO_UDP, IPPROTO_UDPLITE, IPPROTO_ICMP,
		IPPROTO_ICMPV6, IPPROTO_MH, IPPROTO_ESP, IPPROTO_AH,
		IPPROTO_GRE, IPPROTO_IPIP, 253,
	};
	static const struct nfi_ports ports[] = {
		{ 4000, 4000 }, { 5000, 5000 }, { 0x0303, 0x0303 },
		{ 0x0304, 0x0304 }, { 0x0200, 0x02ff }, { 0x0500, 0x05ff },
		{ 0x0800, 0x0800 }, { 0x8700, 0x87ff },
		{ U16_MAX, 0 }, { 0, U16_MAX },
	};
	struct nfi_policy_conf conf;
	unsigned int i, j;
	u8 dir;

	for (dir = NFI_DIR_IN; dir <= NFI_DIR_OUT; dir++) {
		for (i = 0; i < ARRAY_SIZE(protocols); i++) {
			for (j = 0; j < ARRAY_SIZE(ports); j++) {
				conf = (struct nfi_policy_conf){
					.dir = dir,
					.priority = j,
					.reqid = ++c->number,
				};
				nfi_selector_init(&conf.selector);
				conf.selector.protocol = protocols[i];
				conf.selector.local_ports = ports[j];
				add(test, c->spd, &conf);
			}
		}
	}
}

/* Whatever packet was there before it, a packet has the answers for itself (D4,
 * R4301-4.4.1-9)
 */
static void cache_confuses_no_packets(struct kunit *test)
{
	struct sk_buff *skb[ARRAY_SIZE(look_alikes)];
	struct nfi_answers answers, truth = {};
	struct caches *c = test->priv;
	const struct look_alike *l;
	bool good, found, sound;
	struct nfi_flow flow;
	unsigned int i, j;
	size_t len;
	u8 *octets;
	u8 dir;

	add_telling_policies(test, c);
	for (i = 0; i < ARRAY_SIZE(look_alikes); i++) {
		len = nfi_fixture_octets(test, look_alikes[i].hex, &octets);
		skb[i] = nfi_fixture_skb(test, octets, len);
	}
	for (j = 0; j < 20 * ARRAY_SIZE(look_alikes); j++) {
		i = pick(c, ARRAY_SIZE(look_alikes));
		l = &look_alikes[i];
		sound = true;
		for (dir = NFI_DIR_IN; dir <= NFI_DIR_OUT; dir++) {
			if (nfi_packet_flow(skb[i], dir, &flow) ||
			    flow.family != l->family) {
				sound = false;
				break;
			}
			flow.interface = 0;
			truth.policy[dir] = direct(c->spd, dir, &flow);
		}
		good = ask(c->spd, skb[i], l->family, 0, 0, &answers);
		KUNIT_EXPECT_EQ_MSG(test, sound, good, "%s", l->name);
		found = is_found(c->spd, skb[i], l->family);
		KUNIT_EXPECT_EQ_MSG(test, l->simple, found, "%s", l->name);
		if (!sound || !good)
			continue;
		for (dir = NFI_DIR_IN; dir <= NFI_DIR_OUT; dir++)
			KUNIT_EXPECT_PTR_EQ_MSG(test, truth.policy[dir],
						answers.policy[dir], "%s, %d",
						l->name, dir);
	}
	for (i = 0; i < ARRAY_SIZE(look_alikes); i++)
		kfree_skb(skb[i]);
}

/* What is found without more ado is of no mark and no interface, so it is not
 * while a policy asks for them
 */
static void cache_finds_nothing_where_link_is_asked_for(struct kunit *test)
{
	struct nfi_policy_conf conf = { .dir = NFI_DIR_IN };
	const struct nfi_flow flow = {
		.family = AF_INET,
		.protocol = IPPROTO_UDP,
		.ports = true,
	};
	struct caches *c = test->priv;
	struct nfi_policy *policy;
	struct nfi_answers answers;
	struct sk_buff *skb;

	skb = packet_of(&flow, NFI_DIR_OUT);
	KUNIT_EXPECT_FALSE(test, is_found(c->spd, skb, AF_INET));
	KUNIT_EXPECT_TRUE(test, ask(c->spd, skb, AF_INET, 1, 2, &answers));
	KUNIT_EXPECT_TRUE(test, is_found(c->spd, skb, AF_INET));
	nfi_selector_init(&conf.selector);
	conf.selector.interface = 1;
	policy = add(test, c->spd, &conf);
	KUNIT_EXPECT_TRUE(test, ask(c->spd, skb, AF_INET, 1, 2, &answers));
	KUNIT_EXPECT_PTR_EQ(test, policy, answers.policy[NFI_DIR_IN]);
	KUNIT_EXPECT_NULL(test, answers.policy[NFI_DIR_OUT]);
	KUNIT_EXPECT_FALSE(test, is_found(c->spd, skb, AF_INET));
	KUNIT_EXPECT_TRUE(test, ask(c->spd, skb, AF_INET, 2, 1, &answers));
	KUNIT_EXPECT_NULL(test, answers.policy[NFI_DIR_IN]);
	take_out(c->spd, policy);
	KUNIT_EXPECT_FALSE(test, is_found(c->spd, skb, AF_INET));
	consume_skb(skb);
}

/* An answer in one direction is as old as the other: a change of either table
 * makes both void
 */
static void cache_forgets_both_directions_at_once(struct kunit *test)
{
	struct caches *c = test->priv;
	const struct nfi_flow *flow;
	struct nfi_policy *policy;
	struct sk_buff *skb;
	u8 dir;

	/* the first that has ports */
	for (flow = c->flow; !flow->ports; flow++)
		;
	skb = packet_of(flow, NFI_DIR_OUT);
	for (dir = NFI_DIR_IN; dir <= NFI_DIR_OUT; dir++) {
		cached(c->spd, NFI_DIR_OUT, flow);
		KUNIT_EXPECT_TRUE(test, is_found(c->spd, skb, flow->family));
		policy = add_any(test, c->spd, dir, 1);
		KUNIT_EXPECT_FALSE(test, is_found(c->spd, skb, flow->family));
		cached(c->spd, NFI_DIR_OUT, flow);
		KUNIT_EXPECT_TRUE(test, is_found(c->spd, skb, flow->family));
		take_out(c->spd, policy);
		KUNIT_EXPECT_FALSE(test, is_found(c->spd, skb, flow->family));
	}
	consume_skb(skb);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(cache_answers_both_directions_at_once),
	KUNIT_CASE(cache_confuses_no_packets),
	KUNIT_CASE(cache_finds_nothing_where_link_is_asked_for),
	KUNIT_CASE(cache_forgets_both_directions_at_once),
	KUNIT_CASE(cache_agrees_with_spd),
	KUNIT_CASE(cache_forgets_no_policy),
	KUNIT_CASE(cache_forgets_removed_policy),
	KUNIT_CASE(cache_sees_policy_that_goes_first),
	KUNIT_CASE(cache_sees_replaced_policies),
	KUNIT_CASE(cache_keeps_spds_apart),
	KUNIT_CASE(cache_knows_new_spd_in_old_place),
	KUNIT_CASE(cache_sees_every_field_of_flow),
	KUNIT_CASE(cache_sees_mark_and_interface_where_asked),
	KUNIT_CASE(cache_sees_mark_while_first_policy_is_inserted),
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
