// SPDX-License-Identifier: GPL-2.0
/*
 * Cutting TCP packets, held against the stack's own segmentation where that
 * can do the same, and against sums over header and payload where it cannot.
 *
 * Covers R4303-2.2-1 as far as one packet becomes many, R4459-3.2-1.
 */
#include "fixture.h"

#include "../../src/segment.h"

#include <linux/netdevice.h>
#include <linux/tcp.h>
#include <net/ip.h>
#include <net/ip6_checksum.h>
#include <net/tcp.h>
#include <compat/netdevice.h>

static const struct cut_case {
	const char *name;
	u8 family;
	u8 doff;		/* TCP header in words */
	u8 options;		/* octets of options or extension header */
	unsigned int payload;
	unsigned int mss;
	unsigned int linear;	/* octets of payload not in pages */
	unsigned int gso_type;
} cut_cases[] = {
	{ "IPv4", AF_INET, 5, 0, 10000, 1000, 10000 },
	{ "IPv6", AF_INET6, 5, 0, 10000, 1000, 10000 },
	{ "IPv4, a rest", AF_INET, 8, 0, 10001, 1448, 10001 },
	{ "IPv6, a rest", AF_INET6, 8, 0, 10001, 1428, 10001 },
	{ "IPv4, odd size", AF_INET, 8, 0, 9999, 777, 9999 },
	{ "IPv6, odd size", AF_INET6, 8, 0, 9999, 777, 9999 },
	{ "IPv4, pages", AF_INET, 8, 0, 9000, 1448, 0 },
	{ "IPv6, pages", AF_INET6, 8, 0, 9000, 1428, 0 },
	{ "IPv4, pages and linear part", AF_INET, 8, 0, 9000, 1001, 333 },
	{ "IPv4, all TCP options", AF_INET, 15, 0, 5000, 1400, 100 },
	{ "IPv4, IP options", AF_INET, 5, 40, 5000, 1400, 100 },
	{ "IPv6, extension header", AF_INET6, 5, 8, 5000, 1400, 100 },
	{ "IPv4, fixed identification", AF_INET, 5, 0, 5000, 1000, 0,
	  SKB_GSO_TCP_FIXEDID },
	{ "IPv4, two octets", AF_INET, 5, 0, 2, 1, 2 },
	{ "IPv4, 64 KB", AF_INET, 8, 0, 65000, 1448, 0 },
	{ "IPv6, 64 KB", AF_INET6, 8, 0, 65000, 1428, 0 },
	{ "IPv4, jumbo frames", AF_INET, 8, 0, 65000, 8948, 0 },
};

static void describe_cut(const struct cut_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(cut, cut_cases, describe_cut);

static u8 octet(unsigned int i)
{
	return i * 31 + i / 256;
}

static unsigned int ip_len(const struct cut_case *c)
{
	return (c->family == AF_INET ? 20 : 40) + c->options;
}

static unsigned int head_len(const struct cut_case *c)
{
	return ip_len(c) + 4 * c->doff;
}

static void write_ip(u8 *p, const struct cut_case *c, unsigned int len)
{
	struct ipv6hdr *ip6h = (struct ipv6hdr *)p;
	struct iphdr *iph = (struct iphdr *)p;

	if (c->family == AF_INET) {
		memset(p + 20, 1, c->options);
		*iph = (struct iphdr){
			.version = 4,
			.ihl = ip_len(c) / 4,
			.tot_len = cpu_to_be16(len),
			/* so that it wraps around */
			.id = cpu_to_be16(0xfffe),
			.frag_off = htons(IP_DF),
			.ttl = 64,
			.protocol = IPPROTO_TCP,
			.saddr = cpu_to_be32(0x0a010001),
			.daddr = cpu_to_be32(0x0a020002),
		};
		ip_send_check(iph);
		return;
	}
	*ip6h = (struct ipv6hdr){
		.version = 6,
		.payload_len = cpu_to_be16(len - sizeof(*ip6h)),
		.nexthdr = c->options ? NEXTHDR_HOP : IPPROTO_TCP,
		.hop_limit = 64,
		.saddr.s6_addr = { 0xfd, [15] = 1 },
		.daddr.s6_addr = { 0xfd, [15] = 2 },
	};
	if (c->options) {
		memset(p + 40, 0, c->options);
		p[40] = IPPROTO_TCP;
		p[41] = c->options / 8 - 1;
		p[42] = 1;
		p[43] = c->options - 4;
	}
}

/* As a socket hands it down */
static struct sk_buff *new_gso(struct kunit *test, const struct cut_case *c)
{
	unsigned int len = head_len(c) + c->payload, i;
	u8 *p = kvzalloc(len, GFP_KERNEL);
	struct sk_buff *skb;
	struct tcphdr *th;

	KUNIT_ASSERT_NOT_NULL(test, p);
	write_ip(p, c, len);
	th = (struct tcphdr *)(p + ip_len(c));
	memset(th, 1, 4 * c->doff);
	*th = (struct tcphdr){
		.source = cpu_to_be16(1000),
		.dest = cpu_to_be16(80),
		/* so that it wraps around */
		.seq = cpu_to_be32(0xfffff000),
		.ack_seq = cpu_to_be32(0x12345678),
		.doff = c->doff,
		.window = cpu_to_be16(0x1000),
		.ack = 1,
		.psh = 1,
		.fin = 1,
		.cwr = 1,
		.ece = 1,
	};
	len -= ip_len(c);
	if (c->family == AF_INET)
		th->check = ~tcp_v4_check(len, ((struct iphdr *)p)->saddr,
					  ((struct iphdr *)p)->daddr, 0);
	else
		th->check = ~tcp_v6_check(len, &((struct ipv6hdr *)p)->saddr,
					  &((struct ipv6hdr *)p)->daddr, 0);
	for (i = 0; i < c->payload; i++)
		p[head_len(c) + i] = octet(i);

	len = head_len(c) + c->payload;
	skb = nfi_fixture_skb_paged(test, p, len, head_len(c) + c->linear);
	kvfree(p);
	skb_reset_mac_header(skb);
	skb_set_transport_header(skb, ip_len(c));
	skb->ip_summed = CHECKSUM_PARTIAL;
	skb->csum_start = skb_transport_header(skb) - skb->head;
	skb->csum_offset = offsetof(struct tcphdr, check);
	skb_shinfo(skb)->gso_size = c->mss;
	skb_shinfo(skb)->gso_segs = DIV_ROUND_UP(c->payload, c->mss);
	skb_shinfo(skb)->gso_type = c->gso_type | SKB_GSO_TCP_ECN |
		(c->family == AF_INET ? SKB_GSO_TCPV4 : SKB_GSO_TCPV6);
	skb->mark = 0x77;
	skb->priority = 6;
	return skb;
}

static struct sk_buff *segment(struct sk_buff *skb, unsigned int mss)
{
	struct sk_buff *list;

	local_bh_disable();
	list = nfi_segment_tcp(skb, mss, 80, 60);
	local_bh_enable();
	return list;
}

/* The octets that the stack's segmentation makes are what we make */
static void segment_cuts_as_stack_does(struct kunit *test)
{
	const struct cut_case *c = test->param_value;
	struct sk_buff *skb = new_gso(test, c), *ours, *theirs, *a, *b;
	unsigned int n = 0;

	KUNIT_EXPECT_TRUE(test, nfi_segment_is_tcp(skb));
	KUNIT_EXPECT_EQ(test, head_len(c), nfi_segment_tcp_head(skb));
	ours = segment(skb, c->mss);
	KUNIT_EXPECT_NOT_NULL(test, ours);
	theirs = skb_gso_segment(skb, 0);
	if (IS_ERR(theirs)) {
		kfree_skb_list(ours);
		kfree_skb(skb);
		KUNIT_FAIL(test, "the stack does not take it");
		return;
	}
	for (a = ours, b = theirs; a && b; a = a->next, b = b->next, n++) {
		KUNIT_EXPECT_EQ(test, b->len, a->len);
		if (a->len != b->len || skb_linearize(b))
			break;
		KUNIT_EXPECT_EQ_MSG(test, 0, memcmp(a->data, b->data, a->len),
				    "segment %u", n);
	}
	KUNIT_EXPECT_NULL(test, a);
	KUNIT_EXPECT_NULL(test, b);
	KUNIT_EXPECT_EQ(test, DIV_ROUND_UP(c->payload, c->mss), n);
	kfree_skb_list(ours);
	kfree_skb_list(theirs);
	kfree_skb(skb);
}

static bool checksums_ok(const struct sk_buff *seg)
{
	unsigned int len = seg->len - skb_transport_offset(seg);
	const struct tcphdr *th = tcp_hdr(seg);
	__wsum sum = csum_partial(th, len, 0);

	if (ip_hdr(seg)->version == 6)
		return !tcp_v6_check(len, &ipv6_hdr(seg)->saddr,
				     &ipv6_hdr(seg)->daddr, sum);
	return !tcp_v4_check(len, ip_hdr(seg)->saddr, ip_hdr(seg)->daddr, sum) &&
	       !ip_fast_csum(ip_hdr(seg), ip_hdr(seg)->ihl);
}

static void expect_segment(struct kunit *test, const struct cut_case *c,
			   const struct sk_buff *seg, unsigned int sent,
			   unsigned int mss)
{
	unsigned int len = min(mss, c->payload - sent), i;
	const struct tcphdr *th = tcp_hdr(seg);
	bool last = sent + len == c->payload;

	KUNIT_ASSERT_EQ(test, head_len(c) + len, seg->len);
	KUNIT_ASSERT_EQ(test, seg->len, ip_hdr(seg)->version == 4 ?
			(unsigned int)be16_to_cpu(ip_hdr(seg)->tot_len) :
			be16_to_cpu(ipv6_hdr(seg)->payload_len) + 40U);
	KUNIT_ASSERT_TRUE(test, checksums_ok(seg));
	KUNIT_ASSERT_EQ(test, 0xfffff000U + sent, be32_to_cpu(th->seq));
	KUNIT_ASSERT_EQ(test, 0x12345678U, be32_to_cpu(th->ack_seq));
	KUNIT_ASSERT_EQ(test, last, (bool)th->fin);
	KUNIT_ASSERT_EQ(test, last, (bool)th->psh);
	KUNIT_ASSERT_EQ(test, !sent, (bool)th->cwr);
	KUNIT_ASSERT_TRUE(test, th->ack && th->ece);
	for (i = 0; i < len; i++)
		KUNIT_ASSERT_EQ(test, octet(sent + i),
				seg->data[head_len(c) + i]);

	KUNIT_ASSERT_FALSE(test, skb_is_nonlinear(seg));
	KUNIT_ASSERT_FALSE(test, skb_is_gso(seg));
	KUNIT_ASSERT_NE(test, CHECKSUM_PARTIAL, (int)seg->ip_summed);
	KUNIT_ASSERT_LE(test, 80U, skb_headroom(seg));
	KUNIT_ASSERT_LE(test, 60, skb_tailroom(seg));
	KUNIT_ASSERT_EQ(test, 0x77U, seg->mark);
	KUNIT_ASSERT_EQ(test, 6U, seg->priority);
	KUNIT_ASSERT_EQ(test, c->family == AF_INET ? ETH_P_IP : ETH_P_IPV6,
			(int)be16_to_cpu(seg->protocol));
}

/* R4459-3.2-1: to fit through the tunnel, whatever the socket had in mind */
static void segment_cuts_to_any_size(struct kunit *test)
{
	static const unsigned int sizes[] = { 1, 7, 500, 1001, 1300, 65000 };
	const struct cut_case *c = test->param_value;
	struct sk_buff *skb, *list, *seg;
	unsigned int i, mss, sent;

	for (i = 0; i < ARRAY_SIZE(sizes); i++) {
		/* not thousands of them */
		mss = max(sizes[i], c->payload / 100);
		skb = new_gso(test, c);
		list = segment(skb, mss);
		KUNIT_ASSERT_NOT_NULL(test, list);
		sent = 0;
		for (seg = list; seg; seg = seg->next) {
			expect_segment(test, c, seg, sent, mss);
			sent += mss;
		}
		KUNIT_EXPECT_LE(test, c->payload, sent);
		kfree_skb_list(list);
		kfree_skb(skb);
	}
}

/* The socket may have to send it again */
static void segment_leaves_packet_alone(struct kunit *test)
{
	const struct cut_case *c = test->param_value;
	unsigned int len = head_len(c) + c->payload;
	struct sk_buff *skb = new_gso(test, c), *list;
	u8 *before = kvzalloc(2 * len, GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, before);
	KUNIT_EXPECT_EQ(test, 0, skb_copy_bits(skb, 0, before, len));
	list = segment(skb, c->mss);
	KUNIT_EXPECT_NOT_NULL(test, list);
	KUNIT_EXPECT_EQ(test, len, skb->len);
	KUNIT_EXPECT_EQ(test, 0, skb_copy_bits(skb, 0, before + len, len));
	KUNIT_EXPECT_EQ(test, 0, memcmp(before, before + len, len));
	kfree_skb_list(list);
	kfree_skb(skb);
	kvfree(before);
}

/* From a virtual machine may come anything: RFC 9293 3.1 */
static void segment_refuses_impossible_header(struct kunit *test)
{
	static const struct cut_case c = {
		"", AF_INET, 5, 0, 3000, 1000, 3000, SKB_GSO_DODGY
	};
	struct sk_buff *skb, *list;
	int doff;

	for (doff = 0; doff < 5; doff++) {
		skb = new_gso(test, &c);
		tcp_hdr(skb)->doff = doff;
		list = segment(skb, 1000);
		KUNIT_EXPECT_NULL_MSG(test, list, "header of %d words", doff);
		kfree_skb_list(list);
		kfree_skb(skb);
	}
	/* one that ends behind the packet */
	skb = new_gso(test, &c);
	skb_trim(skb, 20 + 40);
	tcp_hdr(skb)->doff = 15;
	list = segment(skb, 1000);
	KUNIT_EXPECT_NULL(test, list);
	kfree_skb_list(list);
	kfree_skb(skb);
}

static void segment_is_for_plain_tcp(struct kunit *test)
{
	static const unsigned int others[] = {
		SKB_GSO_UDP_L4, SKB_GSO_TCPV4 | SKB_GSO_GRE,
		SKB_GSO_TCPV4 | SKB_GSO_IPXIP4, SKB_GSO_SCTP,
		SKB_GSO_TCPV6 | SKB_GSO_UDP_TUNNEL,
		SKB_GSO_TCPV4 | SKB_GSO_PARTIAL, SKB_GSO_TCPV4 | SKB_GSO_ESP,
		SKB_GSO_FRAGLIST | SKB_GSO_TCPV4,
	};
	struct sk_buff *skb = new_gso(test, &cut_cases[0]);
	unsigned int i;

	skb_shinfo(skb)->gso_type = SKB_GSO_TCPV4 | SKB_GSO_DODGY;
	KUNIT_EXPECT_TRUE(test, nfi_segment_is_tcp(skb));
	skb->encapsulation = 1;
	KUNIT_EXPECT_FALSE(test, nfi_segment_is_tcp(skb));
	skb->encapsulation = 0;
	for (i = 0; i < ARRAY_SIZE(others); i++) {
		skb_shinfo(skb)->gso_type = others[i];
		KUNIT_EXPECT_FALSE(test, nfi_segment_is_tcp(skb));
	}
	kfree_skb(skb);
}

/* A packet of a socket that does not fit is no GSO packet if it is but one
 * segment
 */
static void segment_is_for_tcp_without_gso(struct kunit *test)
{
	struct sk_buff *skb;
	unsigned int i;

	for (i = 0; i < 2; i++) {
		skb = new_gso(test, &cut_cases[i]);
		skb_gso_reset(skb);
		KUNIT_EXPECT_TRUE(test, nfi_segment_is_tcp(skb));
		if (i)
			ipv6_hdr(skb)->nexthdr = IPPROTO_UDP;
		else
			ip_hdr(skb)->protocol = IPPROTO_UDP;
		KUNIT_EXPECT_FALSE(test, nfi_segment_is_tcp(skb));
		kfree_skb(skb);
	}
	skb = new_gso(test, &cut_cases[0]);
	skb_gso_reset(skb);
	ip_hdr(skb)->frag_off = htons(IP_MF);
	KUNIT_EXPECT_FALSE(test, nfi_segment_is_tcp(skb));
	ip_hdr(skb)->frag_off = htons(100);
	KUNIT_EXPECT_FALSE(test, nfi_segment_is_tcp(skb));
	kfree_skb(skb);
}

/* Its pieces would have wrong signatures: its sender is told to make smaller ones */
static void segment_is_not_for_signed_tcp(struct kunit *test)
{
	static const struct {
		u8 options[8];
		bool plain;
	} cases[] = {
		{ { 1, 1, 19, 4, 1, 1, 0 }, false },	/* RFC 2385 */
		{ { 29, 4, 1, 1 }, false },		/* RFC 5925 */
		{ { 1, 0, 19, 4, 1, 1, 0 }, true },	/* behind the end */
		{ { 8, 6, 19, 4, 29, 4, 1, 1 }, true },	/* in another option */
	};
	struct cut_case c = { "", AF_INET, 7, 0, 2000, 2000, 2000 };
	struct sk_buff *skb;
	unsigned int i;

	for (i = 0; i < 2 * ARRAY_SIZE(cases); i++) {
		c.family = i % 2 ? AF_INET6 : AF_INET;
		skb = new_gso(test, &c);
		skb_gso_reset(skb);
		memcpy(tcp_hdr(skb) + 1, cases[i / 2].options, 8);
		KUNIT_EXPECT_EQ_MSG(test, cases[i / 2].plain,
				    nfi_segment_is_tcp(skb), "case %u", i);
		kfree_skb(skb);
	}
}

/* The transport header of what a raw socket sends may be anywhere, or nowhere */
static void segment_is_not_for_odd_transport_header(struct kunit *test)
{
	struct sk_buff *skb;
	unsigned int i;

	for (i = 0; i < 2; i++) {
		skb = new_gso(test, &cut_cases[i]);
		skb_gso_reset(skb);
		/* as an IPv6 socket with IPV6_HDRINCL has it */
		skb_reset_transport_header(skb);
		KUNIT_EXPECT_FALSE(test, nfi_segment_is_tcp(skb));
		skb->transport_header = (typeof(skb->transport_header))~0U;
		KUNIT_EXPECT_FALSE(test, nfi_segment_is_tcp(skb));
		kfree_skb(skb);
	}
}

/* It is cut as one with GSO is */
static void segment_cuts_tcp_without_gso(struct kunit *test)
{
	const struct cut_case *c = test->param_value;
	unsigned int mss = max(1000U, c->payload / 100), sent = 0;
	struct sk_buff *skb = new_gso(test, c), *list, *seg;

	skb_gso_reset(skb);
	list = segment(skb, mss);
	KUNIT_ASSERT_NOT_NULL(test, list);
	for (seg = list; seg; seg = seg->next) {
		expect_segment(test, c, seg, sent, mss);
		sent += mss;
	}
	kfree_skb_list(list);
	kfree_skb(skb);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(segment_cuts_as_stack_does, cut_gen_params),
	KUNIT_CASE_PARAM(segment_cuts_to_any_size, cut_gen_params),
	KUNIT_CASE_PARAM(segment_leaves_packet_alone, cut_gen_params),
	KUNIT_CASE(segment_refuses_impossible_header),
	KUNIT_CASE(segment_is_for_plain_tcp),
	KUNIT_CASE(segment_is_for_tcp_without_gso),
	KUNIT_CASE(segment_is_not_for_signed_tcp),
	KUNIT_CASE(segment_is_not_for_odd_transport_header),
	KUNIT_CASE_PARAM(segment_cuts_tcp_without_gso, cut_gen_params),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_segment",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
