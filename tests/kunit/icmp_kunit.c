// SPDX-License-Identifier: GPL-2.0
/*
 * ICMP errors: which they are, what they bring back, and which policy they go by.
 *
 * Covers R4301-6.2-1 -2 -3 as far as leaves can.
 */
#include "fixture.h"

#include "../../src/icmp.h"
#include "../../src/packet.h"

#include <linux/icmp.h>
#include <linux/icmpv6.h>
#include <linux/ipv6.h>
#include <net/ip.h>

/* Addresses of the error and of what it brings back: who is told is the sender */
#define ROUTER	5
#define SENDER	1
#define TARGET	2

static unsigned int write_ip(u8 *p, u8 family, u8 src, u8 dst, u8 protocol,
			     unsigned int payload)
{
	struct ipv6hdr *ip6h = (struct ipv6hdr *)p;
	struct iphdr *iph = (struct iphdr *)p;

	if (family == AF_INET) {
		*iph = (struct iphdr){
			.version = 4, .ihl = 5, .ttl = 64, .protocol = protocol,
			.tot_len = htons(sizeof(*iph) + payload),
			.saddr = cpu_to_be32(0x0a000000 + src),
			.daddr = cpu_to_be32(0x0a000000 + dst),
		};
		ip_send_check(iph);
		return sizeof(*iph);
	}
	*ip6h = (struct ipv6hdr){
		.version = 6, .hop_limit = 64, .nexthdr = protocol,
		.payload_len = htons(payload),
		.saddr.s6_addr = { 0x20, 0x01, 0x0d, 0xb8, [15] = src },
		.daddr.s6_addr = { 0x20, 0x01, 0x0d, 0xb8, [15] = dst },
	};
	return sizeof(*ip6h);
}

/* The error of a router about a UDP packet from port 1000 to 53 */
static struct sk_buff *error(struct kunit *test, u8 family, u8 inner, u8 type,
			     u8 code, u8 told)
{
	bool v4 = family == AF_INET;
	u8 packet[200] = {}, *p;
	unsigned int len = 8 + (inner == AF_INET ? 20 : 40) + 8;

	p = packet + write_ip(packet, family, ROUTER, told, v4 ?
			      IPPROTO_ICMP : IPPROTO_ICMPV6, len);
	p[0] = type;
	p[1] = code;
	/* it was longer than what is left of it */
	p += 8 + write_ip(p + 8, inner, SENDER, TARGET, IPPROTO_UDP, 1000);
	p[0] = 1000 >> 8;
	p[1] = 1000 & 0xff;
	p[3] = 53;
	return nfi_fixture_skb(test, packet, p + 8 - packet);
}

static void set_addr(struct nfi_addr *addr, u8 family, u8 last)
{
	struct in6_addr v6 = { .s6_addr = { 0x20, 0x01, 0x0d, 0xb8,
					    [15] = last } };

	if (family == AF_INET)
		nfi_addr_set4(addr, cpu_to_be32(0x0a000000 + last));
	else
		nfi_addr_set6(addr, &v6);
}

/* RFC 1122 3.2.2, RFC 4443 2.1 */
static void icmp_errors_are_these(struct kunit *test)
{
	static const u8 errors[] = { 3, 4, 5, 11, 12 };
	struct nfi_flow flow = { .ports = true };
	unsigned int type, i;
	bool want;

	for (type = 0; type < 256; type++) {
		flow.local_port = type << 8 | 1;
		for (want = false, i = 0; i < ARRAY_SIZE(errors); i++)
			want |= type == errors[i];
		flow.family = AF_INET;
		flow.protocol = IPPROTO_ICMP;
		KUNIT_EXPECT_EQ_MSG(test, want, nfi_icmp_is_error(&flow),
				    "type %u", type);
		flow.protocol = IPPROTO_UDP;
		KUNIT_EXPECT_FALSE(test, nfi_icmp_is_error(&flow));
		flow.protocol = IPPROTO_ICMPV6;
		KUNIT_EXPECT_FALSE(test, nfi_icmp_is_error(&flow));
		flow.family = AF_INET6;
		KUNIT_EXPECT_EQ_MSG(test, type < 128, nfi_icmp_is_error(&flow),
				    "ICMPv6 type %u", type);
	}
	flow.local_port = 1 << 8;
	flow.ports = false;
	KUNIT_EXPECT_FALSE(test, nfi_icmp_is_error(&flow));
}

struct family_case {
	const char *name;
	u8 family;
	u8 type;
};

static const struct family_case family_cases[] = {
	{ "IPv4", AF_INET, ICMP_DEST_UNREACH },
	{ "IPv6", AF_INET6, ICMPV6_DEST_UNREACH },
};

static void describe_family(const struct family_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(family, family_cases, describe_family);

/* R4301-6.2-1: addresses and ports are the other way round than those of the error */
static void icmp_returned_is_packet_inside(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct nfi_flow flow, returned;
	struct sk_buff *skb;
	struct nfi_addr a;
	unsigned int len;
	u8 dir;

	for (dir = NFI_DIR_IN; dir <= NFI_DIR_OUT; dir++) {
		skb = error(test, c->family, c->family, c->type, 1, SENDER);
		len = skb->len;
		KUNIT_ASSERT_EQ(test, NFI_REASON_OK,
				nfi_packet_flow(skb, dir == NFI_DIR_IN ?
						NFI_DIR_OUT : NFI_DIR_IN, &flow));
		flow.interface = 7;
		KUNIT_EXPECT_TRUE(test, nfi_icmp_is_error(&flow));
		KUNIT_ASSERT_TRUE(test, nfi_icmp_returned(skb, dir, &flow,
							  &returned));
		set_addr(&a, c->family, dir == NFI_DIR_OUT ? SENDER : TARGET);
		KUNIT_EXPECT_TRUE(test, nfi_addr_equal(&a, &returned.local));
		set_addr(&a, c->family, dir == NFI_DIR_OUT ? TARGET : SENDER);
		KUNIT_EXPECT_TRUE(test, nfi_addr_equal(&a, &returned.remote));
		KUNIT_EXPECT_EQ(test, dir == NFI_DIR_OUT ? 1000 : 53,
				(int)returned.local_port);
		KUNIT_EXPECT_EQ(test, dir == NFI_DIR_OUT ? 53 : 1000,
				(int)returned.remote_port);
		KUNIT_EXPECT_EQ(test, IPPROTO_UDP, (int)returned.protocol);
		KUNIT_EXPECT_EQ(test, 7, returned.interface);
		/* as it was */
		KUNIT_EXPECT_EQ(test, len, skb->len);
		KUNIT_EXPECT_EQ(test, 0, skb_network_offset(skb));
		kfree_skb(skb);
	}
}

/* Nothing of the kind: an error for somebody who has not sent the packet, or with
 * a packet of the other family, or cut off at any length, linear or not
 */
static void icmp_returned_may_be_nothing(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	u8 other = c->family == AF_INET ? AF_INET6 : AF_INET;
	unsigned int head = c->family == AF_INET ? 20 : 40, len;
	struct nfi_flow flow, returned;
	struct sk_buff *skb, *cut;

	skb = error(test, c->family, c->family, c->type, 1, SENDER + 7);
	nfi_packet_flow(skb, NFI_DIR_IN, &flow);
	KUNIT_EXPECT_FALSE(test, nfi_icmp_returned(skb, NFI_DIR_OUT, &flow,
						   &returned));
	kfree_skb(skb);

	skb = error(test, c->family, other, c->type, 1, SENDER);
	nfi_packet_flow(skb, NFI_DIR_IN, &flow);
	KUNIT_EXPECT_FALSE(test, nfi_icmp_returned(skb, NFI_DIR_OUT, &flow,
						   &returned));
	kfree_skb(skb);

	skb = error(test, c->family, c->family, c->type, 1, SENDER);
	nfi_packet_flow(skb, NFI_DIR_IN, &flow);
	for (len = head; len < skb->len; len++) {
		cut = nfi_fixture_skb(test, skb->data, len);
		KUNIT_EXPECT_EQ(test, len >= 2 * head + 8,
				nfi_icmp_returned(cut, NFI_DIR_OUT, &flow,
						  &returned));
		/* without its ports it shows none */
		if (len >= 2 * head + 8)
			KUNIT_EXPECT_EQ(test, len >= 2 * head + 12,
					returned.ports);
		kfree_skb(cut);
		cut = nfi_fixture_skb_paged(test, skb->data, len, head);
		KUNIT_EXPECT_EQ(test, len >= 2 * head + 8,
				nfi_icmp_returned(cut, NFI_DIR_OUT, &flow,
						  &returned));
		kfree_skb(cut);
	}
	kfree_skb(skb);
}

/* R4301-6.2-2: an error goes by the policy for answers to what it brings back */
static void icmp_policy_is_that_of_answers(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_policy_conf conf = {
		.dir = NFI_DIR_OUT, .action = NFI_ACTION_DISCARD,
	};
	const struct nfi_policy *found;
	struct nfi_policy *policy;
	struct nfi_flow flow;
	struct sk_buff *skb;
	int i;

	/* from port 53 of the target to port 1000 of the sender */
	nfi_selector_init(&conf.selector);
	conf.selector.family = c->family;
	set_addr(&conf.selector.local.addr, c->family, TARGET);
	set_addr(&conf.selector.remote.addr, c->family, SENDER);
	conf.selector.local.len = c->family == AF_INET ? 32 : 128;
	conf.selector.remote.len = conf.selector.local.len;
	conf.selector.protocol = IPPROTO_UDP;
	conf.selector.local_ports = (struct nfi_ports){ 53, 53 };
	conf.selector.remote_ports = (struct nfi_ports){ 1000, 1000 };
	policy = nfi_policy_new(&conf);
	KUNIT_ASSERT_NOT_NULL(test, policy);
	KUNIT_ASSERT_EQ(test, 0, nfi_spd_insert(&nn->spd, policy));

	for (i = 0; i < 3; i++) {
		/* not for anybody else, and of an echo there is nothing */
		skb = error(test, c->family, c->family, i == 2 ?
			    (c->family == AF_INET ? 8 : 128) : c->type, 0,
			    i == 1 ? SENDER + 7 : SENDER);
		nfi_packet_flow(skb, NFI_DIR_OUT, &flow);
		flow.interface = 0;
		local_bh_disable();
		rcu_read_lock();
		KUNIT_EXPECT_NULL(test, nfi_spd_lookup(&nn->spd, NFI_DIR_OUT,
						       &flow));
		found = nfi_icmp_policy(&nn->spd, skb, &flow);
		rcu_read_unlock();
		local_bh_enable();
		KUNIT_EXPECT_PTR_EQ(test, i ? NULL : policy,
				    (struct nfi_policy *)found);
		kfree_skb(skb);
	}
	nfi_spd_remove(&nn->spd, policy);
	nfi_policy_free(policy);
	nfi_spd_destroy(&nn->spd);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(icmp_errors_are_these),
	KUNIT_CASE_PARAM(icmp_returned_is_packet_inside, family_gen_params),
	KUNIT_CASE_PARAM(icmp_returned_may_be_nothing, family_gen_params),
	KUNIT_CASE_PARAM(icmp_policy_is_that_of_answers, family_gen_params),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_icmp",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.init = nfi_fixture_init,
	.exit = nfi_fixture_exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
