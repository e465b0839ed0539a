// SPDX-License-Identifier: GPL-2.0
/*
 * The way out as a whole (outbound.c, way.c, seal.c): packets come in with a dst
 * of ours and must be on the wire sealed, or nowhere, and be counted under the one
 * right reason. The wire is a device of init_net that keeps what it is given;
 * between nfi_outbound() and it is the stack's own output.
 *
 * Covers R4301-5.1-1, R4301-4.4.2.1-2, R4301-8.2.1-2, R4303-2.2-1,
 * R4303-3.3.3-1, R4303-3.3.4-1 -2 -3, R2473-7.1-2, R4459-3.2-1.
 */
#include "fixture.h"

#include "../../src/acquire.h"
#include "../../src/dst.h"
#include "../../src/dummy.h"
#include "../../src/esp.h"
#include "../../src/netns.h"
#include "../../src/nl_gen.h"
#include "../../src/outbound.h"

#include <linux/delay.h>
#include <linux/net.h>
#include <linux/netdevice.h>
#include <linux/rtnetlink.h>
#include <linux/tcp.h>
#include <linux/udp.h>
#include <net/addrconf.h>
#include <net/ip.h>
#include <net/ip6_route.h>
#include <net/route.h>
#include <net/sock.h>
#include <net/tcp.h>
#include <net/xfrm.h>
#include <compat/xfrm.h>

static const struct nfi_fixture_suite *aes128gcm16 = &nfi_fixture_suites[0];

/* Payloads repeat it: wherever it is on the wire, a packet has leaked */
static const char clear_text[] = "this is in clear";

#define MTU	1400

static struct net_device *wire;
static struct sk_buff_head sent;
static unsigned int leaks;

/* What a test works with */
static struct nfi_bundle *bundle;
static struct dst_entry *dst4, *dst6;
static u64 so_far[NFI_REASON_MAX + 1];

static bool leaked(const struct sk_buff *skb)
{
	const unsigned int len = sizeof(clear_text) - 1;
	unsigned int i;

	for (i = 0; i + len <= skb->len; i++)
		if (!memcmp(skb->data + i, clear_text, len))
			return true;
	return false;
}

static netdev_tx_t keep(struct sk_buff *skb, struct net_device *dev)
{
	if (skb_linearize(skb) || leaked(skb))
		leaks++;
	skb_orphan(skb);
	skb_queue_tail(&sent, skb);
	return NETDEV_TX_OK;
}

static int open_wire(struct net_device *dev)
{
	/* IPv6 shall have nothing to say of its own */
	__in6_dev_get(dev)->cnf.addr_gen_mode = IN6_ADDR_GEN_MODE_NONE;
	return 0;
}

static const struct net_device_ops wire_ops = {
	.ndo_open = open_wire,
	.ndo_start_xmit = keep,
};

static void setup_wire(struct net_device *dev)
{
	dev->netdev_ops = &wire_ops;
	dev->type = ARPHRD_NONE;
	dev->flags = IFF_NOARP;
	dev->priv_flags |= IFF_NO_QUEUE;
	dev->needs_free_netdev = true;
	dev->mtu = MTU;
	dev->min_mtu = 68;
	dev->max_mtu = 65535;
}

static int new_wire(void)
{
	int err;

	wire = alloc_netdev(0, "nfikunit%d", NET_NAME_UNKNOWN, setup_wire);
	if (!wire)
		return -ENOMEM;
	rtnl_lock();
	err = register_netdevice(wire);
	if (err)
		free_netdev(wire);
	else
		err = dev_open(wire, NULL);
	rtnl_unlock();
	skb_queue_head_init(&sent);
	return err;
}

static void set_mtu(int mtu)
{
	rtnl_lock();
	dev_set_mtu(wire, mtu);
	rtnl_unlock();
}

static int suite_init(struct kunit_suite *suite)
{
	int err = nfi_fixture_suite_init(suite);

	if (err)
		return err;
	if (nfi_fixture_before_setup()) {
		err = nfi_netns_setup();
		if (err) {
			nfi_fixture_suite_exit(suite);
			return err;
		}
	}
	return new_wire();
}

static void suite_exit(struct kunit_suite *suite)
{
	unregister_netdev(wire);
	if (nfi_fixture_before_setup())
		nfi_netns_cleanup();
	nfi_fixture_suite_exit(suite);
}

static int output(struct net *net, struct sock *sk, struct sk_buff *skb)
{
	kfree_skb(skb);
	return 0;
}

/* The dsts of a bundle, whose device is the loopback device for once */
static int new_dsts(struct net_device *dev)
{
	nfi_dst_kill(&bundle->dst4);
	nfi_dst_kill(&bundle->dst6);
	dst4 = nfi_dst_new(AF_INET, dev, bundle, output);
	dst6 = nfi_dst_new(AF_INET6, dev, bundle, output);
	rcu_assign_pointer(bundle->dst4, dst4);
	rcu_assign_pointer(bundle->dst6, dst6);
	return dst4 && dst6 ? 0 : -ENOMEM;
}

static int use_bundle(struct kunit *test, u8 mode)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_bundle *old = bundle;

	mutex_lock(&nn->lock);
	bundle = nfi_bundle_get(&nn->sad, 1, IPPROTO_ESP, mode);
	if (old)
		nfi_bundle_put(old);
	mutex_unlock(&nn->lock);
	return bundle ? new_dsts(init_net.loopback_dev) : -ENOMEM;
}

static u64 count(enum nfi_reason reason)
{
	/* nfi_outbound() counts in the namespace that it is told */
	return nfi_drops_sum(nfi_net(&init_net)->drops, reason);
}

static int init(struct kunit *test)
{
	int err = nfi_fixture_init(test), i;

	if (err)
		return err;
	set_mtu(MTU);
	leaks = 0;
	for (i = 0; i <= NFI_REASON_MAX; i++)
		so_far[i] = count(i);
	return use_bundle(test, NFI_MODE_TUNNEL);
}

/* R4301-5.1-1: whatever a test did, nothing has left in clear */
static void exit(struct kunit *test)
{
	struct nfi_net *nn;

	if (!test->priv)
		return;
	nn = nfi_fixture_net(test);
	KUNIT_EXPECT_EQ(test, 0U, leaks);
	skb_queue_purge(&sent);
	if (bundle) {
		mutex_lock(&nn->lock);
		nfi_bundle_put(bundle);
		mutex_unlock(&nn->lock);
	}
	bundle = NULL;
	nfi_fixture_exit(test);
}

/* RFC 5737, RFC 3849 */
static void set_outer(struct nfi_sa_conf *conf, u8 family)
{
	static const struct in6_addr local = { .s6_addr = {
		0x20, 0x01, 0x0d, 0xb8, 0, 0xf, [15] = 1 } };
	static const struct in6_addr remote = { .s6_addr = {
		0x20, 0x01, 0x0d, 0xb8, 0, 0xf, [15] = 2 } };

	conf->family = family;
	if (family == AF_INET6) {
		nfi_addr_set6(&conf->local, &local);
		nfi_addr_set6(&conf->remote, &remote);
		if (conf->key.dir == NFI_DIR_OUT)
			conf->key.peer = conf->remote;
	}
}

static void conf_sa(struct nfi_sa_conf *conf, u8 dir, u8 family)
{
	nfi_fixture_conf(conf, aes128gcm16, dir);
	set_outer(conf, family);
	conf->mode = bundle->mode;
}

/* An SA of the bundle, the newest from now on */
static struct nfi_sa *add_conf(struct kunit *test, struct nfi_sa_conf *conf,
			       u64 seq)
{
	struct nfi_keys keys;
	struct nfi_sa *sa;

	nfi_fixture_keys(&keys, aes128gcm16);
	sa = nfi_fixture_sa(test, conf, &keys, seq);
	nfi_fixture_insert(test, sa);
	return sa;
}

static struct nfi_sa *add(struct kunit *test, u8 family, u32 spi)
{
	struct nfi_sa_conf conf;

	conf_sa(&conf, NFI_DIR_OUT, family);
	conf.key.spi = cpu_to_be32(spi);
	return add_conf(test, &conf, 0);
}

static struct nfi_sa *add_limited(struct kunit *test, u32 spi, u64 packets,
				  u64 bytes)
{
	struct nfi_sa_conf conf;

	conf_sa(&conf, NFI_DIR_OUT, AF_INET);
	conf.key.spi = cpu_to_be32(spi);
	conf.hard.packets = packets;
	conf.hard.bytes = bytes;
	return add_conf(test, &conf, 0);
}

/* A way to the other end, over the wire by the stack's own output */
static struct dst_entry *new_route(u8 family)
{
	struct rt6_info *rt6;
	struct rtable *rt;

	if (family == AF_INET) {
		rt = rt_dst_alloc(wire, 0, RTN_UNICAST, true);
		return rt ? &rt->dst : NULL;
	}
	rt6 = ip6_dst_alloc(&init_net, wire, 0);
	if (!rt6)
		return NULL;
	rt6->rt6i_idev = in6_dev_get(wire);
	rt6->dst.output = ip6_output;
	rt6->dst.obsolete = DST_OBSOLETE_NONE;
	return &rt6->dst;
}

/* All SAs have found their way before. Returns what the socket gets. Consumes
 * @skb.
 */
static int hand_over(struct kunit *test, struct sk_buff *skb)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct dst_entry *route;
	struct dst_cache *cache;
	struct nfi_sa *sa;
	unsigned long id;
	int err;

	local_bh_disable();
	xa_for_each(&nn->sad.all, id, sa) {
		if (sa->conf.key.dir == NFI_DIR_IN)
			continue;
		cache = &nfi_fixture_path(sa)->route;
		/* a cache believes in nothing that is as young as itself, and
		 * takes the time of what it gets when it is asked in vain
		 */
		cache->reset_ts = jiffies - 1;
		route = dst_cache_get(cache) ?:
			new_route(sa->conf.family);
		if (!route)
			continue;
		if (sa->conf.family == AF_INET)
			dst_cache_set_ip4(cache, route, 0);
		else
			dst_cache_set_ip6(cache, route, &in6addr_any);
		dst_release(route);
	}
	err = nfi_outbound(&init_net, NULL, skb);
	local_bh_enable();
	return err;
}

/* @n packets are on the wire, and no more come. Crypto may take its time. */
static void expect_sent(struct kunit *test, unsigned int n)
{
	nfi_fixture_until(skb_queue_len(&sent) >= n);
	KUNIT_ASSERT_EQ(test, n, skb_queue_len(&sent));
}

/* Since the test began, and for no other reason */
static void expect_drops(struct kunit *test, enum nfi_reason reason, u64 n)
{
	int i;

	for (i = 0; i <= NFI_REASON_MAX; i++)
		KUNIT_EXPECT_EQ_MSG(test, i == (int)reason ? n : 0ULL,
				    count(i) - so_far[i], "reason %d", i);
}

static void expect_no_drops(struct kunit *test)
{
	expect_drops(test, NFI_REASON_OK, 0);
}

static u64 carried(const struct nfi_sa *sa)
{
	struct nfi_totals totals;

	nfi_traffic_sum(sa->traffic, &totals);
	return totals.packets;
}

/* IP header and what is common to all packets of these tests: inside a tunnel
 * between others, in transport mode between the ends of the SA
 */
static unsigned int write_ip(u8 *p, u8 family, u8 protocol, unsigned int len,
			     bool df)
{
	bool tunnel = bundle->mode == NFI_MODE_TUNNEL;
	struct ipv6hdr *ip6h = (struct ipv6hdr *)p;
	struct iphdr *iph = (struct iphdr *)p;

	if (family == AF_INET) {
		*iph = (struct iphdr){
			.version = 4,
			.ihl = 5,
			.tot_len = htons(len),
			.id = cpu_to_be16(0x4711),
			.frag_off = df ? htons(IP_DF) : 0,
			.ttl = 64,
			.protocol = protocol,
			.saddr = cpu_to_be32(tunnel ? 0x0a010001 : 0xc0000201),
			.daddr = cpu_to_be32(tunnel ? 0x0a020001 : 0xc6336401),
		};
		ip_send_check(iph);
		return sizeof(*iph);
	}
	*ip6h = (struct ipv6hdr){
		.version = 6,
		.payload_len = htons(len - sizeof(*ip6h)),
		.nexthdr = protocol,
		.hop_limit = 64,
		.saddr.s6_addr = { 0x20, 0x01, 0x0d, 0xb8, 0, tunnel ? 1 : 0xf,
				   [15] = 1 },
		.daddr.s6_addr = { 0x20, 0x01, 0x0d, 0xb8, 0, tunnel ? 2 : 0xf,
				   [15] = 2 },
	};
	return sizeof(*ip6h);
}

static void write_payload(u8 *p, unsigned int len)
{
	unsigned int i;

	for (i = 0; i < len; i++)
		p[i] = clear_text[i % (sizeof(clear_text) - 1)];
}

static void give_dst(struct sk_buff *skb, u8 family)
{
	skb_dst_set(skb, dst_clone(family == AF_INET ? dst4 : dst6));
}

/* A UDP packet of @len octets, a copy of which is in @plain */
static struct sk_buff *packet(struct kunit *test, u8 family, unsigned int len,
			      bool df, u8 **plain)
{
	u8 *p = kunit_kzalloc(test, len, GFP_KERNEL);
	unsigned int head;
	struct sk_buff *skb;
	struct udphdr *uh;

	KUNIT_ASSERT_NOT_NULL(test, p);
	head = write_ip(p, family, IPPROTO_UDP, len, df);
	uh = (struct udphdr *)(p + head);
	*uh = (struct udphdr){
		.source = cpu_to_be16(1000),
		.dest = cpu_to_be16(9),
		.len = htons(len - head),
	};
	write_payload(p + head + sizeof(*uh), len - head - sizeof(*uh));
	skb = nfi_fixture_skb(test, p, len);
	skb_set_transport_header(skb, head);
	give_dst(skb, family);
	if (plain)
		*plain = p;
	return skb;
}

static int send_udp(struct kunit *test, u8 family, unsigned int len, bool df)
{
	return hand_over(test, packet(test, family, len, df, NULL));
}

/* Take a packet from the wire: it must be what @sa sealed with number @seq, and
 * next header @protocol unless that is 0. Returns it opened, without outer header
 * in tunnel mode.
 */
static struct sk_buff *take_any(struct kunit *test, const struct nfi_sa *sa,
				u32 seq, u8 protocol)
{
	struct sk_buff *skb = skb_dequeue(&sent);
	unsigned int offset = sa->conf.family == AF_INET ? 20 : 40;
	struct nfi_sa_conf conf;
	struct nfi_keys keys;
	struct nfi_sa *open;
	u8 next_header;
	__be32 esp[2];

	KUNIT_ASSERT_NOT_NULL(test, skb);
	KUNIT_EXPECT_EQ(test, IPPROTO_ESP,
			(int)skb->data[offset == 20 ? 9 : 6]);
	KUNIT_EXPECT_LE(test, skb->len, wire->mtu);
	memcpy(esp, skb->data + offset, sizeof(esp));
	KUNIT_EXPECT_EQ(test, be32_to_cpu(sa->conf.key.spi),
			be32_to_cpu(esp[0]));
	KUNIT_EXPECT_EQ(test, seq, be32_to_cpu(esp[1]));

	conf_sa(&conf, NFI_DIR_IN, sa->conf.family);
	nfi_fixture_keys(&keys, aes128gcm16);
	open = nfi_fixture_sa(test, &conf, &keys, 0);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_esp_check(open, skb, offset));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
			nfi_fixture_open(open, skb, offset, seq));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
			nfi_esp_pull(open, skb, offset, &next_header));
	KUNIT_EXPECT_TRUE(test, !protocol || next_header == protocol);
	if (sa->conf.mode == NFI_MODE_TUNNEL)
		skb_pull(skb, offset);
	return skb;
}

static struct sk_buff *take(struct kunit *test, const struct nfi_sa *sa, u32 seq)
{
	return take_any(test, sa, seq, 0);
}

static void expect_packet(struct kunit *test, const struct nfi_sa *sa, u32 seq,
			  const u8 *plain, unsigned int len, unsigned int from)
{
	struct sk_buff *skb = take(test, sa, seq);

	KUNIT_EXPECT_EQ(test, len, skb->len);
	KUNIT_EXPECT_EQ(test, 0, memcmp(skb->data + from, plain + from,
					min(len, skb->len) - from));
	kfree_skb(skb);
}

static const struct pair_case {
	const char *name;
	u8 inner;
	u8 outer;
} pair_cases[] = {
	{ "4in4", AF_INET, AF_INET },
	{ "6in4", AF_INET6, AF_INET },
	{ "4in6", AF_INET, AF_INET6 },
	{ "6in6", AF_INET6, AF_INET6 },
};

static void describe_pair(const struct pair_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(pair, pair_cases, describe_pair);

/* R4303-2.2-1: all of it, under numbers that grow by 1 from 1 */
static void outbound_seals_in_tunnel_mode(struct kunit *test)
{
	static const unsigned int sizes[] = { 100, 101, 102, 103, 1000, 1280 };
	const struct pair_case *c = test->param_value;
	struct nfi_sa *sa = add(test, c->outer, 0x1001);
	u8 *plain;
	int i;

	for (i = 0; i < ARRAY_SIZE(sizes); i++) {
		struct sk_buff *skb = packet(test, c->inner, sizes[i], true,
					     &plain);

		KUNIT_EXPECT_EQ(test, 0, hand_over(test, skb));
		expect_sent(test, 1);
		expect_packet(test, sa, i + 1, plain, sizes[i], 0);
	}
	KUNIT_EXPECT_EQ(test, (u64)ARRAY_SIZE(sizes), carried(sa));
	expect_no_drops(test);
}

static struct nfi_sa *add_padding(struct kunit *test, u8 family, u32 tfc)
{
	struct nfi_sa_conf conf;

	conf_sa(&conf, NFI_DIR_OUT, family);
	conf.tfc = tfc;
	return add_conf(test, &conf, 0);
}

/* R4303-2.7-1 -2 (A11): all packets are of one length outside, the largest ones as
 * without padding, and what was inside says how long it is as ever
 */
static void outbound_hides_lengths(struct kunit *test)
{
	static const unsigned int sizes[] = { 48, 100, 600, 1280 };
	const struct pair_case *c = test->param_value;
	struct nfi_sa *sa = add_padding(test, c->outer, 65535);
	unsigned int len = 0, i;
	struct sk_buff *skb;
	u8 *plain;

	for (i = 0; i < ARRAY_SIZE(sizes); i++) {
		skb = packet(test, c->inner, sizes[i], true, &plain);
		KUNIT_EXPECT_EQ(test, 0, hand_over(test, skb));
		expect_sent(test, 1);
		KUNIT_EXPECT_TRUE(test, !i || skb_peek(&sent)->len == len);
		len = skb_peek(&sent)->len;
		KUNIT_EXPECT_GT(test, len, wire->mtu - 4);
		skb = take(test, sa, i + 1);
		KUNIT_EXPECT_EQ(test, 0, memcmp(skb->data, plain, sizes[i]));
		KUNIT_EXPECT_EQ(test, sa->mtu, skb->len);
		KUNIT_EXPECT_NULL(test, memchr_inv(skb->data + sizes[i], 0,
						   skb->len - sizes[i]));
		kfree_skb(skb);
	}
	expect_no_drops(test);
}

/* R4303-2.6-2 -4: next header 59, a number, and all else as in other packets */
static void outbound_makes_dummies(struct kunit *test)
{
	const struct pair_case *c = test->param_value;
	struct nfi_sa *sa = add_padding(test, c->outer, 1000);
	struct sk_buff *skb;
	u8 *plain;

	/* by now it knows the way */
	skb = packet(test, c->inner, 100, true, &plain);
	KUNIT_EXPECT_EQ(test, 0, hand_over(test, skb));
	local_bh_disable();
	rcu_read_lock();
	nfi_dummy_send(sa);
	rcu_read_unlock();
	local_bh_enable();
	expect_sent(test, 2);
	skb = skb_peek_tail(&sent);
	KUNIT_EXPECT_EQ(test, skb_peek(&sent)->len, skb->len);
	kfree_skb(take(test, sa, 1));
	skb = take_any(test, sa, 2, IPPROTO_NONE);
	KUNIT_EXPECT_EQ(test, 1000U, skb->len);
	kfree_skb(skb);
	KUNIT_EXPECT_EQ(test, 2ULL, carried(sa));
	KUNIT_EXPECT_EQ(test, 1LL, atomic64_read(&sa->dummies));
	expect_no_drops(test);
}

/* An SA at its end, or that leads into itself, sends none */
static void outbound_makes_no_dummies_that_it_may_not(struct kunit *test)
{
	struct nfi_sa *sa = add_limited(test, 0x1001, 1, 0);

	KUNIT_EXPECT_EQ(test, 0, send_udp(test, AF_INET, 100, true));
	local_bh_disable();
	rcu_read_lock();
	nfi_dummy_send(sa);
	rcu_read_unlock();
	local_bh_enable();
	expect_sent(test, 1);
	KUNIT_EXPECT_EQ(test, 0, new_dsts(wire));
	sa = add(test, AF_INET, 0x1002);
	hand_over(test, packet(test, AF_INET, 100, true, NULL));
	local_bh_disable();
	rcu_read_lock();
	nfi_dummy_send(sa);
	rcu_read_unlock();
	local_bh_enable();
	expect_sent(test, 1);
	KUNIT_EXPECT_EQ(test, 0LL, atomic64_read(&sa->dummies));
	expect_drops(test, NFI_REASON_LOOP, 1);
}

/* Bug 33 of XFRM: a packet that came out of one SA has the security path of that,
 * and perhaps more for the rules of a firewall, which is not for the sealed packet
 */
static void outbound_takes_nothing_along_that_is_of_the_inside(struct kunit *test)
{
	const struct pair_case *c = test->param_value;
	struct sk_buff *skb;

	add(test, c->outer, 0x1001);
	skb = packet(test, c->inner, 100, true, NULL);
	KUNIT_ASSERT_TRUE(test, nfi_compat_exempt(skb, nfi_net(&init_net)->exempt));
	KUNIT_EXPECT_EQ(test, 0, hand_over(test, skb));
	expect_sent(test, 1);
	KUNIT_EXPECT_FALSE(test, secpath_exists(skb_peek(&sent)));
}

/* The timer of an SA, now */
static void tick(struct nfi_sa *sa)
{
	local_bh_disable();
	del_timer(&sa->keepalive);
	sa->keepalive.function(&sa->keepalive);
	local_bh_enable();
}

/* R3948-4-1 and bug 38 of XFRM: a keepalive that cannot be sent is freed once, and
 * the next one may be sent; but there is no next one of an SA that is dead, whose
 * memory is about to go
 */
static void outbound_sends_keepalives_while_sa_lives(struct kunit *test)
{
	const struct pair_case *c = test->param_value;
	struct nfi_sa_conf conf;
	struct nfi_sa *sa;

	conf_sa(&conf, NFI_DIR_OUT, c->outer);
	conf.encap = NFI_ENCAP_UDP;
	conf.local_port = cpu_to_be16(4500);
	conf.remote_port = cpu_to_be16(4500);
	conf.keepalive = 1000;
	sa = add_conf(test, &conf, 0);
	KUNIT_EXPECT_TRUE(test, timer_pending(&sa->keepalive));
	/* nobody knows the way */
	tick(sa);
	expect_sent(test, 0);
	KUNIT_EXPECT_TRUE(test, timer_pending(&sa->keepalive));

	KUNIT_EXPECT_EQ(test, 0, send_udp(test, c->inner, 100, true));
	expect_sent(test, 1);
	/* it was not idle */
	tick(sa);
	expect_sent(test, 1);
	sa->conf.keepalive = 0;
	tick(sa);
	sa->conf.keepalive = 1000;
	expect_sent(test, 2);
	KUNIT_EXPECT_EQ(test, (c->outer == AF_INET ? 20U : 40U) + 8 + 1,
			skb_peek_tail(&sent)->len);

	WRITE_ONCE(sa->state, NFI_SA_DEAD);
	tick(sa);
	expect_sent(test, 2);
	KUNIT_EXPECT_FALSE(test, timer_pending(&sa->keepalive));
	WRITE_ONCE(sa->state, NFI_SA_USABLE);
	expect_no_drops(test);
}

static const struct family_case {
	const char *name;
	u8 family;
} family_cases[] = {
	{ "IPv4", AF_INET },
	{ "IPv6", AF_INET6 },
};

static void describe_family(const struct family_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(family, family_cases, describe_family);

static void outbound_seals_in_transport_mode(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	unsigned int head = c->family == AF_INET ? 20 : 40;
	struct nfi_sa *sa;
	u8 *plain;

	KUNIT_ASSERT_EQ(test, 0, use_bundle(test, NFI_MODE_TRANSPORT));
	sa = add(test, c->family, 0x1001);
	KUNIT_EXPECT_EQ(test, 0, hand_over(test, packet(test, c->family, 777,
							true, &plain)));
	expect_sent(test, 1);
	expect_packet(test, sa, 1, plain, 777, head);
	expect_no_drops(test);
}

/* R4301-5.1-1: without SA nothing leaves */
static void outbound_drops_without_sa(struct kunit *test)
{
	const struct family_case *c = test->param_value;

	KUNIT_EXPECT_EQ(test, -ENOKEY, send_udp(test, c->family, 100, true));
	expect_drops(test, NFI_REASON_NO_SA, 1);
	expect_sent(test, 0);
}

/* R4301-4.4.2.1-2 -3, R4303-3.3.3-1 */
static void outbound_drops_after_end_of_sa(struct kunit *test)
{
	struct nfi_sa *sa = add(test, AF_INET, 0x1001);

	WRITE_ONCE(sa->state, NFI_SA_EXPIRED);
	KUNIT_EXPECT_EQ(test, -ENOKEY, send_udp(test, AF_INET, 100, true));
	expect_drops(test, NFI_REASON_EXPIRED, 1);

	so_far[NFI_REASON_EXPIRED]++;
	WRITE_ONCE(sa->state, NFI_SA_EXHAUSTED);
	KUNIT_EXPECT_EQ(test, -ENOKEY, send_udp(test, AF_INET, 100, true));
	expect_drops(test, NFI_REASON_SEQ_EXHAUSTED, 1);
	expect_sent(test, 0);
}

/* Its own look-up: nobody has given the SA a way */
static void outbound_drops_without_route(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct nfi_sa *sa = add(test, c->family, 0x1001);
	struct sk_buff *skb = packet(test, c->family, 100, true, NULL);

	KUNIT_EXPECT_EQ(test, -ENETUNREACH, nfi_outbound(&init_net, NULL, skb));
	expect_drops(test, NFI_REASON_NO_ROUTE, 1);
	KUNIT_EXPECT_EQ(test, 1LL, atomic64_read(&sa->drops));
	expect_sent(test, 0);
}

/* (E11) */
static void outbound_drops_when_way_leads_back(struct kunit *test)
{
	const struct family_case *c = test->param_value;

	add(test, c->family, 0x1001);
	KUNIT_ASSERT_EQ(test, 0, new_dsts(wire));
	KUNIT_EXPECT_EQ(test, -ELOOP, send_udp(test, c->family, 100, true));
	expect_drops(test, NFI_REASON_LOOP, 1);
	expect_sent(test, 0);
}

/* The device went away while the packet was on its way */
static void outbound_drops_without_bundle(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct sk_buff *skb;

	add(test, c->family, 0x1001);
	skb = packet(test, c->family, 100, true, NULL);
	nfi_dst_kill(&bundle->dst4);
	nfi_dst_kill(&bundle->dst6);
	KUNIT_EXPECT_EQ(test, -ENETDOWN, hand_over(test, skb));
	expect_drops(test, NFI_REASON_NO_DEVICE, 1);
	expect_sent(test, 0);
}

/* The largest that fits, and one more: R4301-8.2.1-2. RFC 4303 2.4: around the
 * payload are 8 + 8 + 16 octets of ESP, and 2 of its trailer within blocks of 4
 */
static unsigned int largest(u8 outer)
{
	unsigned int head = outer == AF_INET ? 20 : 40;

	return round_down(MTU - head - 32, 4) - 2;
}

static void outbound_drops_what_is_too_big(struct kunit *test)
{
	const struct pair_case *c = test->param_value;
	struct nfi_sa *sa = add(test, c->outer, 0x1001);

	KUNIT_EXPECT_EQ(test, 0, send_udp(test, c->inner, largest(c->outer),
					  true));
	expect_sent(test, 1);
	KUNIT_EXPECT_EQ(test, -EMSGSIZE,
			send_udp(test, c->inner, largest(c->outer) + 1, true));
	expect_sent(test, 1);
	expect_drops(test, NFI_REASON_TOO_BIG, 1);
	KUNIT_EXPECT_EQ(test, 1ULL, carried(sa));
	/* what the stack is told */
	KUNIT_EXPECT_EQ(test, largest(c->outer),
			dst_mtu(c->inner == AF_INET ? dst4 : dst6));
	KUNIT_EXPECT_EQ(test, largest(c->outer), sa->mtu);
}

/* R4303-3.3.4-2: in tunnel mode the pieces are sealed, each by itself */
static void outbound_fragments_before_sealing_in_tunnel_mode(struct kunit *test)
{
	struct nfi_sa *sa = add(test, AF_INET, 0x1001);
	unsigned int at = 0, seq;
	struct sk_buff *skb;
	u8 *plain;

	KUNIT_EXPECT_EQ(test, 0, hand_over(test, packet(test, AF_INET, 3900,
							false, &plain)));
	expect_sent(test, 3);
	for (seq = 1; seq <= 3; seq++) {
		skb = take(test, sa, seq);
		KUNIT_EXPECT_EQ(test, at / 8 | (seq < 3 ? IP_MF : 0),
				(unsigned int)ntohs(((struct iphdr *)
						     skb->data)->frag_off));
		KUNIT_EXPECT_EQ(test, 0, memcmp(skb->data + 20, plain + 20 + at,
						skb->len - 20));
		at += skb->len - 20;
		kfree_skb(skb);
	}
	KUNIT_EXPECT_EQ(test, 3900U - 20, at);
	expect_no_drops(test);
}

/* R4301-7.1-1: an IPv6 fragment goes as it is or not at all. The stack, which has cut
 * a packet to fit a device, says of the first piece that it may be cut.
 */
static void outbound_fragments_no_ipv6_fragment(struct kunit *test)
{
	static const unsigned int lens[] = { 1300, 1496 };
	struct nfi_sa *sa = add(test, AF_INET, 0x1001);
	struct frag_hdr *frag;
	struct sk_buff *skb;
	int i;

	for (i = 0; i < ARRAY_SIZE(lens); i++) {
		skb = packet(test, AF_INET6, lens[i], false, NULL);
		ipv6_hdr(skb)->nexthdr = NEXTHDR_FRAGMENT;
		frag = (struct frag_hdr *)(ipv6_hdr(skb) + 1);
		*frag = (struct frag_hdr){
			.nexthdr = IPPROTO_UDP, .frag_off = htons(IP6_MF),
		};
		skb->ignore_df = 1;
		hand_over(test, skb);
	}
	expect_sent(test, 1);
	kfree_skb(take(test, sa, 1));
	expect_drops(test, NFI_REASON_TOO_BIG, 1);
}

/* R4303-3.3.4-3: in transport mode it is sealed whole, and then fragmented */
static void outbound_fragments_after_sealing_in_transport_mode(struct kunit *test)
{
	struct nfi_sa *sa;
	struct sk_buff *skb;
	struct iphdr *iph;
	unsigned int at = 0;

	KUNIT_ASSERT_EQ(test, 0, use_bundle(test, NFI_MODE_TRANSPORT));
	sa = add(test, AF_INET, 0x1001);
	KUNIT_EXPECT_EQ(test, 0, send_udp(test, AF_INET, 3000, false));
	expect_sent(test, 3);
	while ((skb = skb_dequeue(&sent))) {
		iph = (struct iphdr *)skb->data;
		KUNIT_EXPECT_EQ(test, IPPROTO_ESP, (int)iph->protocol);
		KUNIT_EXPECT_EQ(test, at / 8, (unsigned int)
				(ntohs(iph->frag_off) & IP_OFFSET));
		KUNIT_EXPECT_EQ(test, !skb_queue_empty(&sent),
				!!(iph->frag_off & htons(IP_MF)));
		KUNIT_EXPECT_LE(test, skb->len, (unsigned int)MTU);
		at += skb->len - 20;
		kfree_skb(skb);
	}
	/* one ESP packet: 2980 octets and the trailer make 2984 */
	KUNIT_EXPECT_EQ(test, 8U + 8 + 2984 + 16, at);
	KUNIT_EXPECT_EQ(test, 1LL, atomic64_read(&sa->seq));
	KUNIT_EXPECT_EQ(test, -EMSGSIZE, send_udp(test, AF_INET, 3000, true));
	expect_drops(test, NFI_REASON_TOO_BIG, 1);
}

/* R4303-3.3.4-1, R4301-4.1-5: and what is a fragment already is not sealed at all */
static void outbound_drops_fragments_in_transport_mode(struct kunit *test)
{
	static const u16 frag_off[] = { IP_MF, IP_MF | 10, 10 };
	static const u16 frag_off6[] = { IP6_MF, IP6_MF | 80, 80 };
	struct frag_hdr *frag;
	struct sk_buff *skb;
	int i;

	KUNIT_ASSERT_EQ(test, 0, use_bundle(test, NFI_MODE_TRANSPORT));
	add(test, AF_INET, 0x1001);
	for (i = 0; i < ARRAY_SIZE(frag_off); i++) {
		skb = packet(test, AF_INET, 100, false, NULL);
		ip_hdr(skb)->frag_off = htons(frag_off[i]);
		ip_send_check(ip_hdr(skb));
		hand_over(test, skb);
		expect_drops(test, NFI_REASON_FRAGMENT, 2 * i + 1);

		skb = packet(test, AF_INET6, 100, false, NULL);
		ipv6_hdr(skb)->nexthdr = NEXTHDR_FRAGMENT;
		frag = (struct frag_hdr *)(ipv6_hdr(skb) + 1);
		*frag = (struct frag_hdr){
			.nexthdr = IPPROTO_UDP,
			.frag_off = htons(frag_off6[i]),
		};
		hand_over(test, skb);
		expect_drops(test, NFI_REASON_FRAGMENT, 2 * i + 2);
	}
	expect_sent(test, 0);
}

/* R4301-4.1-4: a policy may be for more than the two ends of an SA in transport
 * mode, the SA is not
 */
static void outbound_drops_packets_of_others_in_transport_mode(struct kunit *test)
{
	struct sk_buff *skb;
	int i;

	KUNIT_ASSERT_EQ(test, 0, use_bundle(test, NFI_MODE_TRANSPORT));
	add(test, AF_INET, 0x1001);
	for (i = 0; i < 2; i++) {
		skb = packet(test, AF_INET, 100, false, NULL);
		if (i)
			ip_hdr(skb)->saddr ^= cpu_to_be32(1);
		else
			ip_hdr(skb)->daddr ^= cpu_to_be32(1);
		ip_send_check(ip_hdr(skb));
		hand_over(test, skb);
		expect_drops(test, NFI_REASON_WRONG_ADDRESS, i + 1);
	}
	/* nor for the other family */
	send_udp(test, AF_INET6, 100, false);
	expect_drops(test, NFI_REASON_WRONG_ADDRESS, 3);
	expect_sent(test, 0);
	send_udp(test, AF_INET, 100, false);
	expect_sent(test, 1);
}

/* What a TCP socket of this host hands down: @payload octets in segments of
 * @mss
 */
static struct sk_buff *gso(struct kunit *test, u8 family, unsigned int payload,
			   unsigned int mss, struct sock *sk)
{
	unsigned int ip = family == AF_INET ? 20 : 40;
	unsigned int len = ip + 20 + payload;
	u8 *p = kunit_kzalloc(test, len, GFP_KERNEL);
	struct sk_buff *skb;
	struct tcphdr *th;

	KUNIT_ASSERT_NOT_NULL(test, p);
	write_ip(p, family, IPPROTO_TCP, len, true);
	th = (struct tcphdr *)(p + ip);
	*th = (struct tcphdr){
		.source = cpu_to_be16(1000),
		.dest = cpu_to_be16(80),
		.seq = cpu_to_be32(1),
		.doff = 5,
		.ack = 1,
	};
	write_payload(p + ip + 20, payload);
	skb = nfi_fixture_skb_paged(test, p, len, ip + 20);
	skb_set_transport_header(skb, ip);
	skb->ip_summed = CHECKSUM_PARTIAL;
	skb->csum_start = skb_transport_header(skb) - skb->head;
	skb->csum_offset = offsetof(struct tcphdr, check);
	skb_shinfo(skb)->gso_size = mss;
	skb_shinfo(skb)->gso_segs = DIV_ROUND_UP(payload, mss);
	skb_shinfo(skb)->gso_type = family == AF_INET ? SKB_GSO_TCPV4 :
							SKB_GSO_TCPV6;
	give_dst(skb, family);
	if (sk)
		skb_set_owner_w(skb, sk);
	return skb;
}

/* Segments of one GSO packet, whole and in order. Returns how many octets. */
static unsigned int take_segments(struct kunit *test, const struct nfi_sa *sa,
				  unsigned int first, unsigned int n)
{
	unsigned int got = 0, head, i;
	struct sk_buff *skb;
	struct tcphdr *th;

	for (i = 0; i < n; i++) {
		skb = take(test, sa, first + i);
		head = skb->data[0] >> 4 == 4 ? 40 : 60;
		th = (struct tcphdr *)(skb->data + head - 20);
		KUNIT_EXPECT_EQ(test, 1 + got, be32_to_cpu(th->seq));
		KUNIT_EXPECT_EQ(test, (int)clear_text[got % 16],
				(int)skb->data[head]);
		got += skb->len - head;
		kfree_skb(skb);
	}
	return got;
}

/* R4459-3.2-1: a socket that knows nothing of the tunnel is served all the same.
 * Bug 35 of XFRM: each segment goes its own way, and where it is by then does not
 * matter to those behind it.
 */
static void outbound_cuts_tcp_to_fit(struct kunit *test)
{
	const struct pair_case *c = test->param_value;
	unsigned int head = c->inner == AF_INET ? 40 : 60;
	unsigned int n = DIV_ROUND_UP(10000, largest(c->outer) - head);
	struct nfi_sa *sa = add(test, c->outer, 0x1001);
	struct socket *sock;

	KUNIT_ASSERT_EQ(test, 0, sock_create_kern(&init_net, c->inner,
						  SOCK_STREAM, IPPROTO_TCP,
						  &sock));
	KUNIT_EXPECT_EQ(test, 0, hand_over(test, gso(test, c->inner, 10000,
						     1460, sock->sk)));
	sock_release(sock);
	expect_sent(test, n);
	KUNIT_EXPECT_EQ(test, 10000U, take_segments(test, sa, 1, n));
	KUNIT_EXPECT_EQ(test, (u64)n, carried(sa));
	expect_no_drops(test);
}

/* The header that is outside of the first of the packets that were sent, without
 * what differs from packet to packet: length, identification and checksum
 */
static void outer_header(u8 outer[40])
{
	const struct sk_buff *skb = skb_peek(&sent);

	memset(outer, 0, 40);
	if (!skb)
		return;
	memcpy(outer, skb->data, skb->data[0] >> 4 == 4 ? 20 : 40);
	if (outer[0] >> 4 == 4) {
		memset(outer + 2, 0, 4);
		memset(outer + 10, 0, 2);
	} else {
		memset(outer + 4, 0, 2);
	}
}

/* R4301-5.1.2.1-1, R4301-5.1.2.2-1, R4303-2.7-1: each has the outer header that it would have
 * had alone, the last one, which is shorter, too; and is padded as if it had been
 */
static void outbound_seals_segments_as_packets(struct kunit *test)
{
	const struct pair_case *c = test->param_value;
	unsigned int head = c->inner == AF_INET ? 40 : 60, i;
	struct nfi_sa *sa = add(test, c->outer, 0x2001);
	u8 alone[40], outer[40], *plain;
	struct sk_buff *skb;

	KUNIT_EXPECT_EQ(test, 0, hand_over(test, packet(test, c->inner, 100,
							true, &plain)));
	outer_header(alone);
	kfree_skb(take(test, sa, 1));
	KUNIT_EXPECT_EQ(test, 0, hand_over(test, gso(test, c->inner, 2500, 1000,
						     NULL)));
	expect_sent(test, 3);
	for (i = 0; i < 3; i++) {
		outer_header(outer);
		KUNIT_EXPECT_EQ(test, 0, memcmp(alone, outer, sizeof(outer)));
		skb = skb_peek(&sent);
		KUNIT_ASSERT_NOT_NULL(test, skb);
		if (c->outer == AF_INET) {
			KUNIT_EXPECT_FALSE(test, ip_fast_csum(skb->data, 5));
			KUNIT_EXPECT_EQ(test, skb->len,
					(u32)be16_to_cpup((__be16 *)(skb->data + 2)));
		} else {
			KUNIT_EXPECT_EQ(test, skb->len - 40,
					(u32)be16_to_cpup((__be16 *)(skb->data + 4)));
		}
		skb = take(test, sa, 2 + i);
		KUNIT_EXPECT_EQ(test, head + (i < 2 ? 1000 : 500), skb->len);
		kfree_skb(skb);
	}

	sa = add_padding(test, c->outer, 65535);
	KUNIT_EXPECT_EQ(test, 0, hand_over(test, gso(test, c->inner, 2500, 1000,
						     NULL)));
	expect_sent(test, 3);
	for (i = 0; i < 3; i++) {
		skb = take(test, sa, 1 + i);
		KUNIT_EXPECT_EQ(test, sa->mtu, skb->len);
		kfree_skb(skb);
	}
	expect_no_drops(test);
}

/* R4301-8.2.1-2: one that only passes by is cut as its sender wanted it, or not
 * at all
 */
static void outbound_leaves_tcp_of_others_as_it_is(struct kunit *test)
{
	const struct pair_case *c = test->param_value;
	struct nfi_sa *sa = add(test, c->outer, 0x1001);

	KUNIT_EXPECT_EQ(test, 0, hand_over(test, gso(test, c->inner, 5000, 1000,
						     NULL)));
	expect_sent(test, 5);
	KUNIT_EXPECT_EQ(test, 5000U, take_segments(test, sa, 1, 5));
	KUNIT_EXPECT_EQ(test, -EMSGSIZE,
			hand_over(test, gso(test, c->inner, 5000, 1460, NULL)));
	expect_drops(test, NFI_REASON_TOO_BIG, 1);
	expect_sent(test, 0);
}

/* R4301-4.4.2.1-2: what would go beyond the limit of one SA goes by the next
 * newest, and is not counted by the first
 */
static void outbound_takes_older_sa_at_limit(struct kunit *test)
{
	struct nfi_sa *old = add(test, AF_INET6, 0x1001);
	struct nfi_sa *new = add_limited(test, 0x1002, 0, 1000);
	u8 *plain;
	int i;

	for (i = 0; i < 5; i++)
		KUNIT_EXPECT_EQ(test, 0, hand_over(test, packet(test, AF_INET,
								300, true,
								&plain)));
	expect_sent(test, 5);
	for (i = 1; i <= 3; i++)
		expect_packet(test, new, i, plain, 300, 0);
	for (i = 1; i <= 2; i++)
		expect_packet(test, old, i, plain, 300, 0);
	KUNIT_EXPECT_EQ(test, 3ULL, carried(new));
	KUNIT_EXPECT_EQ(test, 2ULL, carried(old));
	KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, nfi_sa_usable(new));
	/* R4303-4-1: told once */
	KUNIT_EXPECT_EQ(test, 1U,
			nfi_fixture_net(test)->events[NFIPSEC_NLGRP_EVENTS]);
	expect_no_drops(test);
}

/* All segments go by one SA, which gives them numbers in a row */
static void outbound_takes_older_sa_for_all_segments(struct kunit *test)
{
	struct nfi_sa *old = add(test, AF_INET, 0x1001), *new;
	struct nfi_sa_conf conf;

	new = add_limited(test, 0x1002, 5, 0);
	KUNIT_EXPECT_EQ(test, 0, hand_over(test, gso(test, AF_INET, 6000, 1000,
						     NULL)));
	expect_sent(test, 6);
	KUNIT_EXPECT_EQ(test, 6000U, take_segments(test, old, 1, 6));
	KUNIT_EXPECT_EQ(test, 0ULL, carried(new));

	/* R4303-3.3.3-1: no number is used twice, none goes beyond the end */
	conf_sa(&conf, NFI_DIR_OUT, AF_INET);
	conf.key.spi = cpu_to_be32(0x1003);
	new = add_conf(test, &conf, U32_MAX - 5);
	KUNIT_EXPECT_EQ(test, 0, hand_over(test, gso(test, AF_INET, 6000, 1000,
						     NULL)));
	expect_sent(test, 6);
	KUNIT_EXPECT_EQ(test, 6000U, take_segments(test, old, 7, 6));
	KUNIT_EXPECT_EQ(test, NFI_REASON_SEQ_EXHAUSTED, nfi_sa_usable(new));
	KUNIT_EXPECT_EQ(test, 0ULL, carried(new));
	expect_no_drops(test);
}

/* However many there are, and the packet is dropped when none is left */
static void outbound_tries_each_sa_once(struct kunit *test)
{
	struct nfi_sa *sa;
	unsigned long id;
	u32 spi;

	for (spi = 0x1001; spi <= 0x1040; spi++)
		add_limited(test, spi, 0, 99);
	KUNIT_EXPECT_EQ(test, -ENOKEY, send_udp(test, AF_INET, 100, true));
	expect_drops(test, NFI_REASON_EXPIRED, 1);
	xa_for_each(&nfi_fixture_net(test)->sad.all, id, sa)
		KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, nfi_sa_usable(sa));
	expect_sent(test, 0);
}

/* acquire.c: what waits for an SA, which takes both ends of the way out */
#define HELD_MAX	8

static u64 own_drops(struct kunit *test, enum nfi_reason reason)
{
	return nfi_drops_sum(nfi_fixture_net(test)->drops, reason);
}

static int hold(struct kunit *test, u8 family)
{
	struct sk_buff *skb = packet(test, family, 100, true, NULL);
	int err;

	local_bh_disable();
	rcu_read_lock();
	err = nfi_acquire_hold(nfi_fixture_net(test), bundle, skb);
	rcu_read_unlock();
	local_bh_enable();
	if (err == -EAGAIN)
		kfree_skb(skb);
	return err;
}

static u32 asked(struct kunit *test)
{
	return nfi_fixture_net(test)->events[NFIPSEC_NLGRP_ACQUIRES];
}

static void answer(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);

	mutex_lock(&nn->lock);
	nfi_outbound_held(nn, bundle);
	mutex_unlock(&nn->lock);
}

/* R4301-5.1-1: (C6) they leave sealed as soon as there is an SA, in order */
static void acquire_sends_what_was_held(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_sa *sa;
	int i;

	for (i = 0; i < 3; i++)
		KUNIT_EXPECT_EQ(test, 0, hold(test, c->family));
	KUNIT_EXPECT_EQ(test, 3, atomic_read(&nn->held));
	expect_sent(test, 0);
	sa = add(test, c->family, 0x1001);
	/* finds its way, and leaves the rest alone */
	KUNIT_EXPECT_EQ(test, 0, send_udp(test, c->family, 100, true));
	expect_sent(test, 1);
	local_bh_disable();
	answer(test);
	local_bh_enable();
	expect_sent(test, 4);
	KUNIT_EXPECT_EQ(test, 4ULL, carried(sa));
	KUNIT_EXPECT_EQ(test, 0, atomic_read(&nn->held));
	expect_no_drops(test);
}

/* R4301-5.1-1: who comes too late finds the SA instead of waiting for it */
static void acquire_holds_nothing_beside_an_sa(struct kunit *test)
{
	add(test, AF_INET, 0x1001);
	KUNIT_EXPECT_EQ(test, -EAGAIN, hold(test, AF_INET));
	KUNIT_EXPECT_EQ(test, 0, atomic_read(&nfi_fixture_net(test)->held));
}

static void acquire_holds_few_packets(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	int i;

	for (i = 0; i < HELD_MAX; i++)
		KUNIT_EXPECT_EQ(test, 0, hold(test, AF_INET));
	for (i = 0; i < 3; i++)
		KUNIT_EXPECT_EQ(test, -ENOKEY, hold(test, AF_INET));
	KUNIT_EXPECT_EQ(test, 3ULL, own_drops(test, NFI_REASON_ACQUIRE_FULL));
	KUNIT_EXPECT_EQ(test, HELD_MAX, atomic_read(&nn->held));
	expect_sent(test, 0);
}

/* (C4) asked once, until it was answered or nobody did for long */
static void acquire_asks_once(struct kunit *test)
{
	u32 before = asked(test);
	int i;

	for (i = 0; i < HELD_MAX + 3; i++)
		hold(test, AF_INET);
	KUNIT_EXPECT_EQ(test, before + 1, asked(test));
	/* an answer that is none: the SA is gone already */
	answer(test);
	hold(test, AF_INET);
	KUNIT_EXPECT_EQ(test, before + 2, asked(test));
}

static void acquire_gives_up_in_time(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	u32 before;

	hold(test, AF_INET);
	hold(test, AF_INET);
	before = asked(test);
	mod_timer(&bundle->acquire.timer, jiffies);
	KUNIT_EXPECT_TRUE(test, nfi_fixture_until(!atomic_read(&nn->held)));
	KUNIT_EXPECT_EQ(test, 2ULL,
			own_drops(test, NFI_REASON_ACQUIRE_TIMEOUT));
	/* and is asked anew */
	KUNIT_EXPECT_EQ(test, 0, hold(test, AF_INET));
	KUNIT_EXPECT_EQ(test, before + 1, asked(test));
	expect_sent(test, 0);
}

/* Without a way out nothing waits for one */
static void acquire_drops_with_its_bundle(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);

	hold(test, AF_INET);
	hold(test, AF_INET6);
	mutex_lock(&nn->lock);
	nfi_acquire_end(&bundle->acquire, true);
	mutex_unlock(&nn->lock);
	KUNIT_EXPECT_EQ(test, 0, atomic_read(&nn->held));
	KUNIT_EXPECT_EQ(test, 2ULL, own_drops(test, NFI_REASON_NO_DEVICE));
	KUNIT_EXPECT_EQ(test, -ENOKEY, hold(test, AF_INET));
	KUNIT_EXPECT_EQ(test, 3ULL, own_drops(test, NFI_REASON_NO_DEVICE));
	KUNIT_EXPECT_FALSE(test, timer_pending(&bundle->acquire.timer));
	expect_sent(test, 0);
}

/* The device goes while they wait: the SA finds them without a way out */
static void acquire_drops_what_lost_its_device(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	u64 before = count(NFI_REASON_NO_DEVICE);

	hold(test, AF_INET);
	nfi_dst_kill(&bundle->dst4);
	answer(test);
	KUNIT_EXPECT_EQ(test, 0, atomic_read(&nn->held));
	KUNIT_EXPECT_EQ(test, before + 1, count(NFI_REASON_NO_DEVICE));
	expect_sent(test, 0);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(outbound_seals_in_tunnel_mode, pair_gen_params),
	KUNIT_CASE_PARAM(outbound_hides_lengths, pair_gen_params),
	KUNIT_CASE_PARAM(outbound_makes_dummies, pair_gen_params),
	KUNIT_CASE(outbound_makes_no_dummies_that_it_may_not),
	KUNIT_CASE_PARAM(outbound_takes_nothing_along_that_is_of_the_inside,
			 pair_gen_params),
	KUNIT_CASE_PARAM(outbound_sends_keepalives_while_sa_lives, pair_gen_params),
	KUNIT_CASE_PARAM(outbound_seals_in_transport_mode, family_gen_params),
	KUNIT_CASE_PARAM(outbound_drops_without_sa, family_gen_params),
	KUNIT_CASE(outbound_drops_after_end_of_sa),
	KUNIT_CASE_PARAM(outbound_drops_without_route, family_gen_params),
	KUNIT_CASE_PARAM(outbound_drops_when_way_leads_back, family_gen_params),
	KUNIT_CASE_PARAM(outbound_drops_without_bundle, family_gen_params),
	KUNIT_CASE_PARAM(outbound_drops_what_is_too_big, pair_gen_params),
	KUNIT_CASE(outbound_fragments_before_sealing_in_tunnel_mode),
	KUNIT_CASE(outbound_fragments_no_ipv6_fragment),
	KUNIT_CASE(outbound_fragments_after_sealing_in_transport_mode),
	KUNIT_CASE(outbound_drops_fragments_in_transport_mode),
	KUNIT_CASE(outbound_drops_packets_of_others_in_transport_mode),
	KUNIT_CASE_PARAM(outbound_cuts_tcp_to_fit, pair_gen_params),
	KUNIT_CASE_PARAM(outbound_seals_segments_as_packets, pair_gen_params),
	KUNIT_CASE_PARAM(outbound_leaves_tcp_of_others_as_it_is,
			 pair_gen_params),
	KUNIT_CASE(outbound_takes_older_sa_at_limit),
	KUNIT_CASE(outbound_takes_older_sa_for_all_segments),
	KUNIT_CASE(outbound_tries_each_sa_once),
	KUNIT_CASE_PARAM(acquire_sends_what_was_held, family_gen_params),
	KUNIT_CASE(acquire_holds_nothing_beside_an_sa),
	KUNIT_CASE(acquire_holds_few_packets),
	KUNIT_CASE(acquire_asks_once),
	KUNIT_CASE(acquire_gives_up_in_time),
	KUNIT_CASE(acquire_drops_with_its_bundle),
	KUNIT_CASE(acquire_drops_what_lost_its_device),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_outbound",
	.suite_init = suite_init,
	.suite_exit = suite_exit,
	.init = init,
	.exit = exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
