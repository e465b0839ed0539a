// SPDX-License-Identifier: GPL-2.0
/*
 * The segment size in a SYN: lowered where it would not fit, left alone else.
 */
#include "fixture.h"

#include "../../src/mss.h"

#include <compat/unaligned.h>
#include <linux/ipv6.h>
#include <linux/tcp.h>
#include <net/ip.h>
#include <net/ip6_checksum.h>
#include <net/tcp.h>

#define MTU	1400

struct syn_case {
	const char *name;
	u8 options[12];
	u8 offset;		/* of the MSS from the options, if there is one */
	u16 want4;		/* that then is there */
	u16 want6;
};

static const struct syn_case syn_cases[] = {
	{ "large", { 2, 4, 5, 180, 1, 3, 3, 7 }, 2, 1360, 1340 },
	{ "largest", { 2, 4, 255, 255, 1, 1, 1, 0 }, 2, 1360, 1340 },
	{ "just too large for IPv6", { 2, 4, 5, 61, 4, 2 }, 2, 1341, 1340 },
	{ "fits", { 2, 4, 5, 60, 4, 2 }, 2, 1340, 1340 },
	{ "small", { 2, 4, 0, 88 }, 2, 88, 88 },
	{ "behind others", { 1, 3, 3, 7, 2, 4, 35, 40 }, 6, 1360, 1340 },
	{ "at an odd place", { 1, 2, 4, 35, 40 }, 3, 1360, 1340 },
	{ "twice", { 2, 4, 35, 40, 2, 4, 35, 41 }, 6, 1360, 1340 },
	/* the signature of TCP-AO covers the options, that of MD5 does not */
	{ "signed by TCP-AO", { 2, 4, 35, 40, 29, 4, 1, 1 }, 2, 9000, 9000 },
	{ "signed by MD5", { 2, 4, 35, 40, 19, 4, 1, 1 }, 2, 1360, 1340 },
	/* these have none, whatever it looks like */
	{ "behind the end", { 0, 2, 4, 35, 40 }, 3, 9000, 9000 },
	{ "of another length", { 2, 5, 35, 40, 0 }, 2, 9000, 9000 },
	{ "option of no length", { 3, 0, 2, 4, 35, 40 }, 4, 9000, 9000 },
	{ "option of length 1", { 3, 1, 2, 4, 35, 40 }, 4, 9000, 9000 },
	{ "option beyond the end", { 3, 200, 2, 4, 35, 40 }, 4, 9000, 9000 },
	{ "cut off", { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4 } },
	{ "cut off before its length", { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2 } },
};

static void describe(const struct syn_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(syn, syn_cases, describe);

static __sum16 sum(const struct sk_buff *skb, unsigned int head)
{
	unsigned int len = skb->len - head;
	__wsum data = csum_partial(skb->data + head, len, 0);

	if (head == 20)
		return tcp_v4_check(len, ip_hdr(skb)->saddr, ip_hdr(skb)->daddr,
				    data);
	return csum_ipv6_magic(&ipv6_hdr(skb)->saddr, &ipv6_hdr(skb)->daddr, len,
			       IPPROTO_TCP, data);
}

static struct sk_buff *new_syn(struct kunit *test, u8 family, const u8 *options,
			       unsigned int len)
{
	unsigned int head = family == AF_INET ? 20 : 40;
	u8 packet[40 + 20 + 12] = {};
	struct sk_buff *skb;
	struct tcphdr *th;

	if (family == AF_INET)
		*(struct iphdr *)packet = (struct iphdr){
			.version = 4, .ihl = 5, .ttl = 64,
			.protocol = IPPROTO_TCP, .tot_len = htons(40 + len),
			.saddr = cpu_to_be32(0x0a010001),
			.daddr = cpu_to_be32(0x0a020001),
		};
	else
		*(struct ipv6hdr *)packet = (struct ipv6hdr){
			.version = 6, .hop_limit = 64, .nexthdr = IPPROTO_TCP,
			.payload_len = htons(20 + len),
			.saddr.s6_addr = { 0x20, 1, [15] = 1 },
			.daddr.s6_addr = { 0x20, 1, [15] = 2 },
		};
	th = (struct tcphdr *)(packet + head);
	th->source = cpu_to_be16(1000);
	th->dest = cpu_to_be16(80);
	th->syn = 1;
	th->doff = 5 + len / 4;
	memcpy(th + 1, options, len);
	skb = nfi_fixture_skb(test, packet, head + 20 + len);
	th = (struct tcphdr *)(skb->data + head);
	th->check = sum(skb, head);
	return skb;
}

static void mss_is_lowered_to_what_fits(struct kunit *test)
{
	const struct syn_case *c = test->param_value;
	unsigned int head, at;
	struct sk_buff *skb;
	u8 before[12];
	int v6;

	for (v6 = 0; v6 < 2; v6++) {
		head = v6 ? 40 : 20;
		skb = new_syn(test, v6 ? AF_INET6 : AF_INET, c->options, 12);
		KUNIT_EXPECT_TRUE(test, nfi_mss_is_syn(skb));
		nfi_mss_clamp(skb, MTU);
		at = head + 20 + c->offset;
		if (c->offset)
			KUNIT_EXPECT_EQ(test, v6 ? c->want6 : c->want4,
					(int)get_unaligned_be16(skb->data + at));
		/* the sum is right, and nothing else was changed */
		KUNIT_EXPECT_EQ(test, 0, (int)(__force u16)sum(skb, head));
		memcpy(before, c->options, 12);
		if (c->offset)
			memcpy(before + c->offset, skb->data + at, 2);
		if (strcmp(c->name, "twice"))
			KUNIT_EXPECT_EQ(test, 0, memcmp(before, skb->data + head +
							20, 12));
		kfree_skb(skb);
	}
}

/* Whatever is there, nothing beyond it is looked at: under KASAN */
static void mss_stays_within_packet(struct kunit *test)
{
	static const u8 large[12] = { 2, 4, 35, 40 };
	struct sk_buff *skb, *cut;
	unsigned int len, doff;

	skb = new_syn(test, AF_INET6, large, 12);
	for (len = 20; len <= skb->len; len++) {
		for (doff = 0; doff < 16; doff++) {
			cut = alloc_skb(len, GFP_KERNEL);
			KUNIT_ASSERT_NOT_NULL(test, cut);
			skb_put_data(cut, skb->data, len);
			skb_reset_network_header(cut);
			if (nfi_mss_is_syn(cut)) {
				((struct tcphdr *)(cut->data + 40))->doff = doff;
				nfi_mss_clamp(cut, MTU);
			}
			kfree_skb(cut);
		}
	}
	kfree_skb(skb);
}

static void mss_is_only_in_syn(struct kunit *test)
{
	static const u8 large[12] = { 2, 4, 35, 40 };
	struct sk_buff *skb;
	int i;

	for (i = 0; i < 5; i++) {
		skb = new_syn(test, i < 4 ? AF_INET : AF_INET6, large, 12);
		switch (i) {
		case 0:
			((struct tcphdr *)(skb->data + 20))->syn = 0;
			break;
		case 1:
			ip_hdr(skb)->protocol = IPPROTO_UDP;
			break;
		case 2:
			ip_hdr(skb)->frag_off = htons(8);
			break;
		case 3:
			ip_hdr(skb)->ihl = 6;
			break;
		case 4:
			ipv6_hdr(skb)->nexthdr = IPPROTO_UDP;
			break;
		}
		KUNIT_EXPECT_FALSE_MSG(test, nfi_mss_is_syn(skb), "%d", i);
		kfree_skb(skb);
	}
	/* no room is no reason to tell of less than nothing */
	skb = new_syn(test, AF_INET, large, 12);
	nfi_mss_clamp(skb, 40);
	KUNIT_EXPECT_EQ(test, 9000, (int)get_unaligned_be16(skb->data + 42));
	kfree_skb(skb);
	/* and IPv6 may always send 1280 */
	skb = new_syn(test, AF_INET6, large, 12);
	nfi_mss_clamp(skb, 1000);
	KUNIT_EXPECT_EQ(test, 1220, (int)get_unaligned_be16(skb->data + 62));
	kfree_skb(skb);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(mss_is_lowered_to_what_fits, syn_gen_params),
	KUNIT_CASE(mss_stays_within_packet),
	KUNIT_CASE(mss_is_only_in_syn),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_mss",
	.test_cases = cases,
};

kunit_test_suite(suite);
