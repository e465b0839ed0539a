// SPDX-License-Identifier: GPL-2.0
/*
 * Input routes are used again for packets that the stack would give the same one,
 * as long as it stands by them, and no others; and none is held for ever. ESP that
 * they lead to LOCAL_IN is taken before, where that would see nothing else.
 *
 * Covers bug 1 (acceptance cases, 4): what was cached does not outlive what it points
 * to.
 */
#include "fixture.h"

#include "../../src/hook.h"
#include "../../src/inroute.h"

#include <linux/if_packet.h>
#include <linux/netfilter_ipv4.h>
#include <linux/slab.h>
#include <net/lwtunnel.h>
#include <net/route.h>
#include <compat/dst.h>

#define IN	2

#define IP4	"4500001400010000" "4032" "0000" "0a010001" "0a020002"
#define IP6	"60000000" "0000" "3240" "20010db8000100000000000000000001" \
		"20010db8000200000000000000000002"

static const struct family_case {
	const char *name;
	u8 family;
	const char *packet;
} family_cases[] = {
	{ "IPv4", AF_INET, IP4 },
	{ "IPv6", AF_INET6, IP6 },
};

static void describe_family(const struct family_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(family, family_cases, describe_family);

/* What differs from the packet above */
static const struct other_case {
	const char *name;
	u8 family;
	const char *packet;
	u32 mark;
	int in;
} other_cases[] = {
	{ "IPv4, mark", AF_INET, IP4, 1, IN },
	{ "IPv4, device", AF_INET, IP4, 0, IN + 1 },
	{ "IPv4, TOS", AF_INET,
	  "4510001400010000" "4032" "0000" "0a010001" "0a020002", 0, IN },
	{ "IPv4, source", AF_INET,
	  "4500001400010000" "4032" "0000" "0a010003" "0a020002", 0, IN },
	{ "IPv4, destination", AF_INET,
	  "4500001400010000" "4032" "0000" "0a010001" "0a020003", 0, IN },
	{ "IPv6, mark", AF_INET6, IP6, 1, IN },
	{ "IPv6, device", AF_INET6, IP6, 0, IN + 1 },
	{ "IPv6, class", AF_INET6, "61000000" "0000" "3240"
	  "20010db8000100000000000000000001"
	  "20010db8000200000000000000000002", 0, IN },
	{ "IPv6, flow label", AF_INET6, "60000001" "0000" "3240"
	  "20010db8000100000000000000000001"
	  "20010db8000200000000000000000002", 0, IN },
	{ "IPv6, source", AF_INET6, "60000000" "0000" "3240"
	  "20010db8000100000000000000000003"
	  "20010db8000200000000000000000002", 0, IN },
	{ "IPv6, destination", AF_INET6, "60000000" "0000" "3240"
	  "20010db8000100000000000000000001"
	  "20010db8000200000000000000000003", 0, IN },
};

static void describe_other(const struct other_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(other, other_cases, describe_other);

/*
 * Routes of a stack of our own, which knows how many there are
 */
struct route {
	union {
		struct dst_entry dst;
		struct rtable rt;
		struct rt6_info rt6;
	};
	bool stale;
};

static int routes_alive;

/* Whose early demux is it that finds the routes of packets? */
static struct sock *found_by;

static struct dst_entry *check(struct dst_entry *dst, u32 cookie)
{
	return container_of(dst, struct route, dst)->stale ? NULL : dst;
}

static void destroy(struct dst_entry *dst)
{
	routes_alive--;
}

static struct dst_ops ops4 = {
	.family = AF_INET, .check = check, .destroy = destroy,
};

static struct dst_ops ops6 = {
	.family = AF_INET6, .check = check, .destroy = destroy,
};

static struct route *route_new(struct kunit *test, u8 family)
{
	struct route *route =
		nfi_compat_dst_alloc(family == AF_INET ? &ops4 : &ops6, NULL, 0);
	const size_t head = sizeof(route->dst);

	KUNIT_ASSERT_NOT_NULL(test, route);
	memset((u8 *)route + head, 0, sizeof(*route) - head);
	route->dst.obsolete = DST_OBSOLETE_FORCE_CHK;
	if (family == AF_INET) {
		route->rt.rt_is_input = 1;
		route->rt.rt_type = RTN_UNICAST;
	} else {
		route->rt6.rt6i_flags = RTF_LOCAL;
	}
	routes_alive++;
	return route;
}

static void route_put(struct route *route)
{
	dst_release(&route->dst);
}

static int suite_init(struct kunit_suite *suite)
{
	struct kmem_cache *cache;
	int err;

	/* LOCAL_IN asks what is known of a flow */
	err = nfi_fixture_suite_init(suite);
	if (err)
		return err;
	cache = kmem_cache_create("nfi_kunit_route", sizeof(struct route), 0, 0,
				  NULL);
	if (!cache)
		goto exit_fixture;
	ops4.kmem_cachep = cache;
	ops6.kmem_cachep = cache;
	if (dst_entries_init(&ops4))
		goto free_cache;
	if (dst_entries_init(&ops6))
		goto free_ops4;
	return 0;

free_ops4:
	dst_entries_destroy(&ops4);
free_cache:
	kmem_cache_destroy(cache);
exit_fixture:
	nfi_fixture_suite_exit(suite);
	return -ENOMEM;
}

static void suite_exit(struct kunit_suite *suite)
{
	rcu_barrier();
	dst_entries_destroy(&ops4);
	dst_entries_destroy(&ops6);
	kmem_cache_destroy(ops4.kmem_cachep);
	nfi_fixture_suite_exit(suite);
}

static int init(struct kunit *test)
{
	int err = nfi_fixture_init(test);

	if (err)
		return err;
	routes_alive = 0;
	found_by = NULL;
	/* which makes room for routes */
	return nfi_hook_register(nfi_fixture_net(test));
}

static void exit(struct kunit *test)
{
	if (!test->priv)
		return;
	nfi_hook_unregister(nfi_fixture_net(test));
	/* those that the stack has no more are freed after a grace period */
	rcu_barrier();
	KUNIT_EXPECT_EQ(test, 0, routes_alive);
	nfi_fixture_exit(test);
}

/* A namespace whose rules and multipath can be changed */
static struct net *new_net(struct kunit *test)
{
	struct net *net = kunit_kzalloc(test, sizeof(*net), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, net);
	return net;
}

/* A packet that has come by device IN, and what hooks are told of it */
static struct sk_buff *arrive(struct kunit *test, u8 family, const char *packet,
			      const struct net *net, struct nf_hook_state *state)
{
	struct sk_buff *skb;
	u8 *octets;
	size_t len;

	*state = (struct nf_hook_state){
		.pf = family,
		.in = kunit_kzalloc(test, sizeof(*state->in), GFP_KERNEL),
		.net = (struct net *)net,
	};
	KUNIT_ASSERT_NOT_NULL(test, state->in);
	state->in->ifindex = IN;
	len = nfi_fixture_octets(test, packet, &octets);
	skb = nfi_fixture_skb(test, octets, len);
	skb_reset_network_header(skb);
	return skb;
}

/* What a packet has got in PRE_ROUTING. If that is nothing and the stack then finds
 * @found, FORWARD sees that.
 */
static struct dst_entry *pass(struct kunit *test, u8 family, const char *packet,
			      u32 mark, int in, struct route *found,
			      const struct net *net)
{
	struct nfi_inroutes __percpu *routes = nfi_fixture_net(test)->inroutes;
	struct nf_hook_state state;
	struct dst_entry *dst;
	struct sk_buff *skb;

	skb = arrive(test, family, packet, net, &state);
	state.in->ifindex = in;
	skb->mark = mark;
	local_bh_disable();
	rcu_read_lock();
	nfi_inroute_use(routes, skb, &state);
	dst = skb_dst(skb);
	KUNIT_EXPECT_FALSE(test, dst && nfi_inroute_is_asked(routes, skb));
	if (found && nfi_inroute_is_asked(routes, skb)) {
		skb_dst_set_noref(skb, &found->dst);
		skb->sk = found_by;
		nfi_inroute_keep(routes, skb, &state);
		skb->sk = NULL;
		KUNIT_EXPECT_FALSE(test, nfi_inroute_is_asked(routes, skb));
	}
	skb_dst_drop(skb);
	rcu_read_unlock();
	local_bh_enable();
	kfree_skb(skb);
	return dst;
}

static void inroute_is_used_again(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct route *route = route_new(test, c->family);
	struct net *net = new_net(test);

	KUNIT_EXPECT_NULL(test, pass(test, c->family, c->packet, 0, IN, route,
				     net));
	KUNIT_EXPECT_PTR_EQ(test, &route->dst,
			    pass(test, c->family, c->packet, 0, IN, NULL, net));
	KUNIT_EXPECT_PTR_EQ(test, &route->dst,
			    pass(test, c->family, c->packet, 0, IN, NULL, net));
	route_put(route);
}

static void inroute_is_not_for_others(struct kunit *test)
{
	const struct other_case *c = test->param_value;
	struct route *route = route_new(test, c->family);
	struct net *net = new_net(test);
	const char *packet = c->family == AF_INET ? IP4 : IP6;

	KUNIT_EXPECT_NULL(test, pass(test, c->family, packet, 0, IN, route, net));
	KUNIT_EXPECT_PTR_EQ(test, &route->dst,
			    pass(test, c->family, packet, 0, IN, NULL, net));
	KUNIT_EXPECT_NULL(test, pass(test, c->family, c->packet, c->mark, c->in,
				     NULL, net));
	route_put(route);
}

static void inroute_ends_when_the_stack_says_so(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct route *old = route_new(test, c->family);
	struct route *new = route_new(test, c->family);
	struct net *net = new_net(test);

	KUNIT_EXPECT_NULL(test, pass(test, c->family, c->packet, 0, IN, old, net));
	old->stale = true;
	KUNIT_EXPECT_NULL(test, pass(test, c->family, c->packet, 0, IN, NULL, net));
	KUNIT_EXPECT_NULL(test, pass(test, c->family, c->packet, 0, IN, new, net));
	KUNIT_EXPECT_PTR_EQ(test, &new->dst,
			    pass(test, c->family, c->packet, 0, IN, NULL, net));
	/* nobody but this test has the old one any more */
	route_put(old);
	rcu_barrier();
	KUNIT_EXPECT_EQ(test, 1, routes_alive);
	route_put(new);
}

/* In another table, which the route that is kept knows nothing of */
static void inroute_ends_with_any_new_route_of_ipv6(struct kunit *test)
{
	struct route *route = route_new(test, AF_INET6);
	struct net *net = new_net(test);

	KUNIT_EXPECT_NULL(test, pass(test, AF_INET6, IP6, 0, IN, route, net));
	KUNIT_EXPECT_PTR_EQ(test, &route->dst,
			    pass(test, AF_INET6, IP6, 0, IN, NULL, net));
	atomic_inc(&net->ipv6.fib6_sernum);
	KUNIT_EXPECT_NULL(test, pass(test, AF_INET6, IP6, 0, IN, NULL, net));
	route_put(route);
}

/* A packet that never came to FORWARD, and another one at the same address in
 * memory
 */
static void inroute_of_a_lost_packet_is_not_known(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct net *net = new_net(test);

	KUNIT_EXPECT_NULL(test, pass(test, c->family, c->packet, 0, IN, NULL,
				     net));
	KUNIT_EXPECT_NULL(test, pass(test, c->family, c->packet, 0, IN, NULL,
				     net));
}

static void expect_not_kept(struct kunit *test, struct route *route,
			    const struct net *net)
{
	u8 family = route->dst.ops->family;
	const char *packet = family == AF_INET ? IP4 : IP6;

	KUNIT_EXPECT_NULL(test, pass(test, family, packet, 0, IN, route, net));
	KUNIT_EXPECT_NULL(test, pass(test, family, packet, 0, IN, NULL, net));
}

static void inroute_is_not_kept_of_what_is_refused(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct route *route = route_new(test, c->family);

	route->dst.error = -EHOSTUNREACH;
	expect_not_kept(test, route, new_net(test));
	route_put(route);
}

static void inroute_is_not_kept_of_what_is_for_many(struct kunit *test)
{
	struct route *route = route_new(test, AF_INET);
	struct net *net = new_net(test);

	route->rt.rt_type = RTN_MULTICAST;
	expect_not_kept(test, route, net);
	route->rt.rt_type = RTN_BROADCAST;
	expect_not_kept(test, route, net);
	/* that of a packet which this host sends */
	route->rt.rt_type = RTN_UNICAST;
	route->rt.rt_is_input = 0;
	expect_not_kept(test, route, net);
	route_put(route);
}

#ifdef CONFIG_IP_MULTIPLE_TABLES
static void inroute_is_not_kept_where_rules_see_ports(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct route *route = route_new(test, c->family);
	struct net *net = new_net(test);

	net->ipv4.fib_rules_require_fldissect = 1;
	net->ipv6.fib6_rules_require_fldissect = 1;
	expect_not_kept(test, route, net);
	route_put(route);
}
#endif

/* As by a route that puts it into SRv6, or by a source route */
static void inroute_is_not_kept_of_what_a_packet_became(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct nfi_inroutes __percpu *routes = nfi_fixture_net(test)->inroutes;
	struct route *route = route_new(test, c->family);
	struct net *net = new_net(test);
	const size_t last = strlen(c->packet) / 2 - 1;
	struct nf_hook_state state;
	struct sk_buff *skb;

	skb = arrive(test, c->family, c->packet, net, &state);
	local_bh_disable();
	rcu_read_lock();
	nfi_inroute_use(routes, skb, &state);
	KUNIT_EXPECT_TRUE(test, nfi_inroute_is_asked(routes, skb));
	skb->data[last]++;
	skb_dst_set_noref(skb, &route->dst);
	nfi_inroute_keep(routes, skb, &state);
	skb_dst_drop(skb);
	rcu_read_unlock();
	local_bh_enable();
	kfree_skb(skb);
	KUNIT_EXPECT_NULL(test, pass(test, c->family, c->packet, 0, IN, NULL,
				     net));
	route_put(route);
}

static void inroute_is_not_kept_of_a_socket(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct route *route = route_new(test, c->family);
	struct net *net = new_net(test);

	found_by = kunit_kzalloc(test, sizeof(*found_by), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, found_by);
	expect_not_kept(test, route, net);
	found_by = NULL;
	KUNIT_EXPECT_NULL(test, pass(test, c->family, c->packet, 0, IN, route,
				     net));
	KUNIT_EXPECT_PTR_EQ(test, &route->dst,
			    pass(test, c->family, c->packet, 0, IN, NULL, net));
	route_put(route);
}

/* A packet that got nowhere, and another one at its place that comes back from user space
 * (NFQUEUE), which may have changed its mark
 */
static void inroute_is_not_asked_for_from_user_space(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct nfi_inroutes __percpu *routes = nfi_fixture_net(test)->inroutes;
	struct nf_hook_state state;
	struct sk_buff *skb;

	skb = arrive(test, c->family, c->packet, new_net(test), &state);
	rcu_read_lock();
	local_bh_disable();
	nfi_inroute_use(routes, skb, &state);
	KUNIT_EXPECT_TRUE(test, nfi_inroute_is_asked(routes, skb));
	local_bh_enable();
	nfi_inroute_use(routes, skb, &state);
	local_bh_disable();
	KUNIT_EXPECT_FALSE(test, nfi_inroute_is_asked(routes, skb));
	local_bh_enable();
	rcu_read_unlock();
	kfree_skb(skb);
}

/* Of IPVLAN in mode L3S */
static void inroute_is_not_asked_for_of_other_namespaces(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct nfi_inroutes __percpu *routes = nfi_fixture_net(test)->inroutes;
	struct nf_hook_state state;
	struct sk_buff *skb;

	skb = arrive(test, c->family, c->packet, new_net(test), &state);
	state.in->priv_flags |= IFF_L3MDEV_RX_HANDLER;
	local_bh_disable();
	rcu_read_lock();
	nfi_inroute_use(routes, skb, &state);
	KUNIT_EXPECT_FALSE(test, nfi_inroute_is_asked(routes, skb));
	rcu_read_unlock();
	local_bh_enable();
	kfree_skb(skb);
}

static void inroute_is_not_kept_with_options(struct kunit *test)
{
	const char *packet = "4600001800010000" "4032" "0000" "0a010001"
			     "0a020002" "01010101";
	struct route *route = route_new(test, AF_INET);
	struct net *net = new_net(test);

	KUNIT_EXPECT_NULL(test, pass(test, AF_INET, packet, 0, IN, route, net));
	KUNIT_EXPECT_NULL(test, pass(test, AF_INET, packet, 0, IN, NULL, net));
	KUNIT_EXPECT_NULL(test, pass(test, AF_INET, IP4, 0, IN, NULL, net));
	route_put(route);
}

/* One of IPv6 from 20010db8:a020002::, whose first octets may be class and addresses
 * of IPv4. Of so many some have the place of that.
 */
static void inroute_of_ipv6_is_not_for_ipv4(struct kunit *test)
{
	struct route *route = route_new(test, AF_INET6);
	struct net *net = new_net(test);
	char packet[] = IP6;
	int i;

	memcpy(packet + 16, "20010db80a020002", 16);
	for (i = 0; i < 4 << NFI_INROUTE_BITS; i++) {
		snprintf(packet + 72, sizeof(packet) - 72, "%08x", i);
		KUNIT_EXPECT_NULL(test, pass(test, AF_INET6, packet, 0, IN,
					     route, net));
		KUNIT_EXPECT_NULL(test, pass(test, AF_INET,
					     "4560001400010000" "4032" "0000"
					     "20010db8" "0a020002", 0, IN, NULL,
					     net));
	}
	route_put(route);
}

static void inroute_makes_place(struct kunit *test)
{
	struct route *route = route_new(test, AF_INET);
	struct net *net = new_net(test);
	char packet[] = IP4;
	int i;

	/* four times as many as there are places for */
	for (i = 0; i < 4 << NFI_INROUTE_BITS; i++) {
		snprintf(packet + 32, sizeof(packet) - 32, "0a02%04x", i);
		KUNIT_EXPECT_NULL(test, pass(test, AF_INET, packet, 0, IN, route,
					     net));
		KUNIT_EXPECT_PTR_EQ(test, &route->dst,
				    pass(test, AF_INET, packet, 0, IN, NULL,
					 net));
	}
	route_put(route);
}

#define ESP4(first, id, source)						\
	first "1c" id "4032" "0000" source "0a020002" "00000100" "00000001"
#define ESP4_USUAL	ESP4("450000", "00010000", "0a010001")
#define ESP6		"60000000" "0008" "3240"			\
			"20010db8000100000000000000000001"		\
			"20010db8000200000000000000000002" "00000100" "00000001"

/* Which hook takes a packet that nobody has an SA for? The stack takes it from
 * PRE_ROUTING to LOCAL_IN by @route.
 */
static unsigned int taken_at(struct kunit *test, const char *packet,
			     u8 pkt_type, struct route *route)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	u64 before = nfi_drops_sum(nn->drops, NFI_REASON_UNKNOWN_SPI);
	unsigned int i, verdict = NF_ACCEPT;
	struct nf_hook_state state;
	struct sk_buff *skb;

	skb = arrive(test, route->dst.ops->family, packet, &init_net, &state);
	skb->pkt_type = pkt_type;
	local_bh_disable();
	rcu_read_lock();
	/* PRE_ROUTING is before LOCAL_IN */
	for (i = 0; i < NFI_HOOKS && verdict == NF_ACCEPT; i++) {
		state.hook = nn->hooks[i].hooknum;
		if (nn->hooks[i].pf != state.pf || state.hook > NF_INET_LOCAL_IN)
			continue;
		if (state.hook == NF_INET_LOCAL_IN && !skb_dst(skb))
			skb_dst_set_noref(skb, &route->dst);
		verdict = nn->hooks[i].hook(nn, skb, &state);
	}
	rcu_read_unlock();
	local_bh_enable();
	KUNIT_ASSERT_EQ(test, NF_STOLEN, verdict);
	KUNIT_EXPECT_EQ(test, before + 1,
			nfi_drops_sum(nn->drops, NFI_REASON_UNKNOWN_SPI));
	return state.hook;
}

static unsigned int see(void *priv, struct sk_buff *skb,
			const struct nf_hook_state *state)
{
	return NF_ACCEPT;
}

#define EXPECT_TAKEN(at, packet, type)					\
	KUNIT_EXPECT_EQ(test, (unsigned int)NF_INET_##at,		\
			taken_at(test, packet, PACKET_##type, route))

static void inroute_takes_esp_straight_to_local_in(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	const char *packet = c->family == AF_INET ? ESP4_USUAL : ESP6;
	struct route *route = route_new(test, c->family);
	struct nf_hook_ops other = {
		.pf = c->family,
		.hooknum = NF_INET_LOCAL_IN,
		.hook = see,
	};

	EXPECT_TAKEN(LOCAL_IN, packet, HOST);
	EXPECT_TAKEN(PRE_ROUTING, packet, HOST);
	EXPECT_TAKEN(PRE_ROUTING, packet, HOST);
	EXPECT_TAKEN(LOCAL_IN, packet, MULTICAST);

	KUNIT_ASSERT_EQ(test, 0, nf_register_net_hook(&init_net, &other));
	EXPECT_TAKEN(LOCAL_IN, packet, HOST);
	nf_unregister_net_hook(&init_net, &other);
	EXPECT_TAKEN(PRE_ROUTING, packet, HOST);

	nfi_fixture_net(test)->nests = 1;
	EXPECT_TAKEN(LOCAL_IN, packet, HOST);
	nfi_fixture_net(test)->nests = 0;
	EXPECT_TAKEN(PRE_ROUTING, packet, HOST);

	/* the stack does not stand by it any more */
	route->stale = true;
	EXPECT_TAKEN(LOCAL_IN, packet, HOST);
	route_put(route);
}

/* One that was there before us, and has no lower priority, is behind us */
static void inroute_is_not_used_before_another_hook(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	const char *packet = c->family == AF_INET ? ESP4_USUAL : ESP6;
	struct route *route = route_new(test, c->family);
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nf_hook_ops other = {
		.pf = c->family,
		.hooknum = NF_INET_PRE_ROUTING,
		.priority = NF_IP_PRI_LAST,
		.hook = see,
	};

	nfi_hook_unregister(nn);
	KUNIT_ASSERT_EQ(test, 0, nf_register_net_hook(&init_net, &other));
	KUNIT_EXPECT_EQ(test, 0, nfi_hook_register(nn));
	EXPECT_TAKEN(LOCAL_IN, packet, HOST);
	EXPECT_TAKEN(LOCAL_IN, packet, HOST);
	nf_unregister_net_hook(&init_net, &other);
	EXPECT_TAKEN(LOCAL_IN, packet, HOST);
	EXPECT_TAKEN(PRE_ROUTING, packet, HOST);
	/* one that comes later is before us */
	KUNIT_ASSERT_EQ(test, 0, nf_register_net_hook(&init_net, &other));
	EXPECT_TAKEN(PRE_ROUTING, packet, HOST);
	nf_unregister_net_hook(&init_net, &other);
	route_put(route);
}

/* What the stack has to look at before */
static void inroute_takes_odd_esp_through_the_stack(struct kunit *test)
{
	struct route *route = route_new(test, AF_INET);

	EXPECT_TAKEN(LOCAL_IN, ESP4_USUAL, HOST);
	EXPECT_TAKEN(PRE_ROUTING, ESP4_USUAL, HOST);
	/* a fragment, options */
	EXPECT_TAKEN(LOCAL_IN, ESP4("450000", "00012000", "0a010001"), HOST);
	EXPECT_TAKEN(LOCAL_IN,
		     "4600002000010000" "4032" "0000" "0a010001" "0a020002"
		     "01010101" "00000100" "00000001", HOST);
	route_put(route);
}

/* By what LOCAL_IN has not seen, or where the stack does more */
static void inroute_takes_esp_by_other_routes_through_the_stack(struct kunit *test)
{
	static struct lwtunnel_state lwt;
	struct route *route = route_new(test, AF_INET);

	/* FORWARD has seen it */
	KUNIT_EXPECT_NULL(test, pass(test, AF_INET, ESP4_USUAL, 0, IN, route,
				     &init_net));
	EXPECT_TAKEN(LOCAL_IN, ESP4_USUAL, HOST);
	EXPECT_TAKEN(LOCAL_IN, ESP4_USUAL, HOST);
	route->dst.lwtstate = &lwt;
	EXPECT_TAKEN(LOCAL_IN, ESP4("450000", "00010000", "0a010004"), HOST);
	EXPECT_TAKEN(LOCAL_IN, ESP4("450000", "00010000", "0a010004"), HOST);
	route->dst.lwtstate = NULL;
	route_put(route);
}

static void inroute_takes_esp_for_many_through_the_stack(struct kunit *test)
{
	struct route *route = route_new(test, AF_INET6);

	route->rt6.rt6i_flags = 0;
	EXPECT_TAKEN(LOCAL_IN, ESP6, HOST);
	EXPECT_TAKEN(LOCAL_IN, ESP6, HOST);
	route_put(route);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(inroute_is_used_again, family_gen_params),
	KUNIT_CASE_PARAM(inroute_is_not_for_others, other_gen_params),
	KUNIT_CASE_PARAM(inroute_ends_when_the_stack_says_so, family_gen_params),
	KUNIT_CASE(inroute_ends_with_any_new_route_of_ipv6),
	KUNIT_CASE_PARAM(inroute_of_a_lost_packet_is_not_known,
			 family_gen_params),
	KUNIT_CASE_PARAM(inroute_is_not_kept_of_what_is_refused,
			 family_gen_params),
	KUNIT_CASE(inroute_is_not_kept_of_what_is_for_many),
#ifdef CONFIG_IP_MULTIPLE_TABLES
	KUNIT_CASE_PARAM(inroute_is_not_kept_where_rules_see_ports,
			 family_gen_params),
#endif
	KUNIT_CASE_PARAM(inroute_is_not_kept_of_what_a_packet_became,
			 family_gen_params),
	KUNIT_CASE_PARAM(inroute_is_not_kept_of_a_socket, family_gen_params),
	KUNIT_CASE_PARAM(inroute_is_not_asked_for_from_user_space,
			 family_gen_params),
	KUNIT_CASE_PARAM(inroute_is_not_asked_for_of_other_namespaces,
			 family_gen_params),
	KUNIT_CASE(inroute_is_not_kept_with_options),
	KUNIT_CASE(inroute_of_ipv6_is_not_for_ipv4),
	KUNIT_CASE(inroute_makes_place),
	KUNIT_CASE_PARAM(inroute_takes_esp_straight_to_local_in,
			 family_gen_params),
	KUNIT_CASE_PARAM(inroute_is_not_used_before_another_hook,
			 family_gen_params),
	KUNIT_CASE(inroute_takes_odd_esp_through_the_stack),
	KUNIT_CASE(inroute_takes_esp_by_other_routes_through_the_stack),
	KUNIT_CASE(inroute_takes_esp_for_many_through_the_stack),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_inroute",
	.suite_init = suite_init,
	.suite_exit = suite_exit,
	.init = init,
	.exit = exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
