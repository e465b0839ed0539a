// SPDX-License-Identifier: GPL-2.0
/*
 * Packets that go together and come apart again: what comes out must be what
 * went in, octet for octet, whoever had a copy of it meanwhile.
 *
 * Covers R4303-2.2-1 and R4303-3.3.4-1 as far as each packet stays one.
 */
#include "fixture.h"

#include "../../src/batch.h"

#include <linux/netdevice.h>
#include <net/ip.h>
#include <net/ipv6.h>
#include <compat/gso.h>

#define PACKETS	64
#define ROOM	80

static const struct batch_case {
	const char *name;
	u8 family;
	u8 options;		/* octets of options or extension header */
	unsigned int n;
	unsigned int len;	/* of ESP */
	unsigned int last;	/* of the last one */
} batch_cases[] = {
	{ "IPv4", AF_INET, 0, 10, 1400, 1400 },
	{ "IPv6", AF_INET6, 0, 10, 1400, 1400 },
	{ "IPv4, two", AF_INET, 0, 2, 1400, 40 },
	{ "IPv6, two", AF_INET6, 0, 2, 1400, 40 },
	{ "IPv4, last is larger", AF_INET, 0, 3, 40, 1000 },
	{ "IPv6, last is larger", AF_INET6, 0, 3, 40, 1000 },
	{ "IPv4, options", AF_INET, 8, 5, 1000, 10 },
	{ "IPv6, extension header", AF_INET6, 8, 5, 1000, 10 },
	{ "IPv4, many", AF_INET, 40, 46, 1400, 10 },
	{ "IPv6, many", AF_INET6, 0, 46, 1400, 10 },
};

static void describe(const struct batch_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(batch, batch_cases, describe);

static int suite_init(struct kunit_suite *suite)
{
	if (nfi_fixture_before_setup())
		nfi_batch_setup();
	return 0;
}

static void suite_exit(struct kunit_suite *suite)
{
	if (nfi_fixture_before_setup())
		nfi_batch_cleanup();
}

/* The packets as they are to come out */
static struct sk_buff *expected[PACKETS];

static unsigned int head_len(const struct batch_case *c)
{
	return (c->family == AF_INET ? 20 : 40) + c->options;
}

/* Sealed, as far as one can see */
static struct sk_buff *packet(struct kunit *test, const struct batch_case *c,
			      unsigned int i)
{
	unsigned int esp = i == c->n - 1 ? c->last : c->len, j;
	unsigned int len = head_len(c) + esp;
	struct sk_buff *skb = alloc_skb(ROOM + len, GFP_KERNEL);
	u8 *p;

	KUNIT_ASSERT_NOT_NULL(test, skb);
	skb_reserve(skb, ROOM);
	p = skb_put_zero(skb, len);
	skb_reset_network_header(skb);
	skb_set_transport_header(skb, head_len(c));
	if (c->family == AF_INET) {
		skb->protocol = htons(ETH_P_IP);
		memset(p + 20, 1, c->options);
		*ip_hdr(skb) = (struct iphdr){
			.version = 4,
			.ihl = head_len(c) / 4,
			.tot_len = cpu_to_be16(len),
			.id = cpu_to_be16(i),
			.frag_off = htons(IP_DF),
			.ttl = 64,
			.protocol = IPPROTO_ESP,
			.saddr = cpu_to_be32(0xc0000201),
			.daddr = cpu_to_be32(0xc0000202),
		};
		ip_send_check(ip_hdr(skb));
	} else {
		skb->protocol = htons(ETH_P_IPV6);
		*ipv6_hdr(skb) = (struct ipv6hdr){
			.version = 6,
			.payload_len = cpu_to_be16(len - 40),
			.nexthdr = c->options ? NEXTHDR_DEST : IPPROTO_ESP,
			.hop_limit = 64,
			.saddr.s6_addr = { 0xfd, [15] = 1 },
			.daddr.s6_addr = { 0xfd, [15] = 2 },
		};
		if (c->options) {
			p[40] = IPPROTO_ESP;
			p[42] = 1;
			p[43] = c->options - 4;
		}
	}
	for (j = 0; j < esp; j++)
		p[head_len(c) + j] = i * 7 + j * 13 + j / 256;
	return skb;
}

/* As outbound.c makes it, and ip_local_out() */
static struct sk_buff *new_batch(struct kunit *test,
				 const struct batch_case *c)
{
	struct nfi_batch batch = { };
	struct sk_buff *skb;
	unsigned int i;

	for (i = 0; i < c->n; i++) {
		skb = packet(test, c, i);
		expected[i] = skb_copy(skb, GFP_KERNEL);
		KUNIT_ASSERT_NOT_NULL(test, expected[i]);
		KUNIT_ASSERT_TRUE(test, nfi_batch_add(&batch, skb, IPPROTO_ESP));
	}
	skb = batch.first;
	skb->mark = 0x77;
	if (c->family == AF_INET) {
		ip_hdr(skb)->tot_len = htons(skb->len);
		ip_send_check(ip_hdr(skb));
	} else {
		ipv6_hdr(skb)->payload_len = htons(skb->len - 40);
	}
	return skb;
}

static void free_expected(void)
{
	unsigned int i;

	for (i = 0; i < PACKETS; i++) {
		kfree_skb(expected[i]);
		expected[i] = NULL;
	}
}

/* Consumes @skb and @list. */
static void expect_packets(struct kunit *test, const struct batch_case *c,
			   struct sk_buff *skb, struct sk_buff *list,
			   unsigned int head)
{
	struct sk_buff *seg = list, *last = NULL;
	unsigned int i;

	KUNIT_ASSERT_FALSE(test, IS_ERR_OR_NULL(list));
	consume_skb(skb);
	for (i = 0; i < c->n && seg; i++, seg = seg->next) {
		KUNIT_EXPECT_FALSE(test, skb_is_nonlinear(seg));
		KUNIT_EXPECT_FALSE(test, skb_is_gso(seg));
		KUNIT_EXPECT_EQ(test, 1, refcount_read(&seg->users));
		KUNIT_EXPECT_EQ(test, 0x77U, seg->mark);
		KUNIT_ASSERT_EQ(test, head + expected[i]->len, seg->len);
		KUNIT_EXPECT_EQ_MSG(test, 0,
				    memcmp(seg->data + head, expected[i]->data,
					   expected[i]->len), "packet %u", i);
		KUNIT_EXPECT_EQ(test, 0, skb_mac_offset(seg));
		KUNIT_EXPECT_EQ(test, head, skb_network_offset(seg));
		last = seg;
	}
	KUNIT_EXPECT_EQ(test, c->n, i);
	KUNIT_EXPECT_NULL(test, seg);
	KUNIT_EXPECT_PTR_EQ(test, last, list->prev);
	kfree_skb_list(list);
}

static void batch_comes_apart_as_it_was(struct kunit *test)
{
	const struct batch_case *c = test->param_value;
	struct sk_buff *skb = new_batch(test, c);

	expect_packets(test, c, skb, skb_gso_segment(skb, 0), 0);
	free_expected();
}

/* To the stack it is a GSO packet of the right size, and of no kind that a
 * device may have
 */
static void batch_looks_like_gso(struct kunit *test)
{
	const struct batch_case *c = test->param_value;
	unsigned int largest = head_len(c) + max(c->len, c->last);
	struct sk_buff *skb = new_batch(test, c);

	KUNIT_EXPECT_TRUE(test, skb_is_gso(skb));
	KUNIT_EXPECT_EQ(test, c->n, skb_shinfo(skb)->gso_segs);
	KUNIT_EXPECT_EQ(test, head_len(c) + (c->n - 1) * c->len + c->last,
			skb->len);
	KUNIT_EXPECT_TRUE(test, skb_gso_validate_network_len(skb, largest));
	KUNIT_EXPECT_FALSE(test,
			   skb_gso_validate_network_len(skb, largest - 1));
	KUNIT_EXPECT_TRUE(test, netif_needs_gso(skb, ~0ULL));
	kfree_skb(skb);
	free_expected();
}

/* As it has on Ethernet */
static void batch_keeps_link_header(struct kunit *test)
{
	const struct batch_case *c = test->param_value;
	struct sk_buff *skb = new_batch(test, c);

	memset(skb_push(skb, ETH_HLEN), 0xee, ETH_HLEN);
	skb_reset_mac_header(skb);
	((struct ethhdr *)skb->data)->h_proto = skb->protocol;
	expect_packets(test, c, skb, skb_gso_segment(skb, 0), ETH_HLEN);
	free_expected();
}

/* All get the headers that the first one has: of address translation */
static void batch_keeps_new_address(struct kunit *test)
{
	const struct batch_case *c = test->param_value;
	struct sk_buff *skb = new_batch(test, c);
	unsigned int i;

	for (i = 0; i < c->n; i++) {
		if (c->family == AF_INET) {
			ip_hdr(expected[i])->saddr = htonl(0x0a000001);
			ip_send_check(ip_hdr(expected[i]));
		} else {
			ipv6_hdr(expected[i])->saddr.s6_addr[14] = 0x55;
		}
	}
	if (c->family == AF_INET)
		ip_hdr(skb)->saddr = htonl(0x0a000001);
	else
		ipv6_hdr(skb)->saddr.s6_addr[14] = 0x55;
	expect_packets(test, c, skb, skb_gso_segment(skb, 0), 0);
	free_expected();
}

/* A mirror action of a queue has one, and both may be on their way at once */
static void batch_and_its_clone_come_apart(struct kunit *test)
{
	const struct batch_case *c = test->param_value;
	struct sk_buff *skb = new_batch(test, c), *clone, *list, *other;

	clone = skb_clone(skb, GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, clone);
	list = skb_gso_segment(skb, 0);
	KUNIT_ASSERT_FALSE(test, IS_ERR_OR_NULL(list));
	other = skb_gso_segment(clone, 0);
	KUNIT_ASSERT_FALSE(test, IS_ERR_OR_NULL(other));
	/* what is written to the one is not seen in the other */
	memset(other->next->data, 0xff, other->next->len);
	memset(other->data, 0xff, other->len);
	expect_packets(test, c, skb, list, 0);
	consume_skb(clone);
	kfree_skb_list(other);
	free_expected();
}

/* Another tunnel of this host may be the way: here IPv4 in IPv4 */
static void batch_comes_apart_in_tunnel(struct kunit *test)
{
	const struct batch_case *c = &batch_cases[0];
	struct sk_buff *skb = new_batch(test, c), *list, *seg;
	struct iphdr *iph;
	unsigned int i = 0;

	skb_reset_inner_headers(skb);
	skb_set_inner_transport_header(skb, head_len(c));
	skb->encapsulation = 1;
	skb_shinfo(skb)->gso_type |= SKB_GSO_IPXIP4;
	iph = skb_push(skb, sizeof(*iph));
	skb_reset_network_header(skb);
	skb_set_transport_header(skb, sizeof(*iph));
	*iph = (struct iphdr){
		.version = 4, .ihl = 5, .tot_len = htons(skb->len), .ttl = 9,
		.protocol = IPPROTO_IPIP, .frag_off = htons(IP_DF),
		.saddr = htonl(0x0a000001), .daddr = htonl(0x0a000002),
	};
	skb->dev = init_net.loopback_dev;
	list = skb_gso_segment(skb, 0);
	KUNIT_ASSERT_FALSE(test, IS_ERR_OR_NULL(list));
	consume_skb(skb);
	for (seg = list; seg && i < c->n; seg = seg->next, i++) {
		KUNIT_ASSERT_EQ(test, 20 + expected[i]->len, seg->len);
		iph = (struct iphdr *)seg->data;
		KUNIT_EXPECT_EQ(test, IPPROTO_IPIP, (int)iph->protocol);
		KUNIT_EXPECT_EQ(test, seg->len, (u32)ntohs(iph->tot_len));
		KUNIT_EXPECT_FALSE(test, ip_fast_csum(iph, 5));
		KUNIT_EXPECT_EQ(test, 0, memcmp(seg->data + 20,
						expected[i]->data,
						expected[i]->len));
	}
	KUNIT_EXPECT_EQ(test, c->n, i);
	KUNIT_EXPECT_NULL(test, seg);
	kfree_skb_list(list);
	free_expected();
}

/* The length is a field of 16 bits in either header */
static void batch_is_no_longer_than_a_packet(struct kunit *test)
{
	static const struct batch_case many[] = {
		{ "", AF_INET, 0, PACKETS, 1400, 1400 },
		{ "", AF_INET6, 0, PACKETS, 1400, 1400 },
	};
	struct nfi_batch batch;
	struct sk_buff *skb;
	unsigned int i, n;

	for (i = 0; i < ARRAY_SIZE(many); i++) {
		batch = (struct nfi_batch){ };
		for (n = 0; n < PACKETS; n++) {
			skb = packet(test, &many[i], n);
			if (!nfi_batch_add(&batch, skb, IPPROTO_ESP))
				break;
		}
		KUNIT_ASSERT_NE(test, PACKETS, (int)n);
		KUNIT_EXPECT_EQ(test, (65535 - head_len(&many[i])) / 1400, n);
		/* it is the caller's still, and nothing has changed */
		KUNIT_EXPECT_EQ(test, head_len(&many[i]) + 1400, skb->len);
		KUNIT_EXPECT_EQ(test, n, skb_shinfo(batch.first)->gso_segs);
		kfree_skb(skb);
		kfree_skb(batch.first);
	}
}

/* Each has an identification of its own: RFC 6864 4.3 */
static void batch_takes_nothing_that_may_be_fragmented(struct kunit *test)
{
	const struct batch_case *c = &batch_cases[0];
	struct nfi_batch batch = { };
	struct sk_buff *skb[2];
	unsigned int i;

	for (i = 0; i < 2; i++) {
		skb[i] = packet(test, c, i);
		ip_hdr(skb[i])->frag_off = 0;
		KUNIT_EXPECT_EQ(test, !i, nfi_batch_add(&batch, skb[i],
							IPPROTO_ESP));
	}
	KUNIT_EXPECT_FALSE(test, skb_is_gso(skb[0]));
	kfree_skb(skb[0]);
	kfree_skb(skb[1]);
}

/* AH packets have no place in the stack of their own */
static void batch_takes_only_esp(struct kunit *test)
{
	const struct batch_case *c = &batch_cases[0];
	struct nfi_batch batch = { };
	struct sk_buff *skb[2];
	unsigned int i;

	for (i = 0; i < 2; i++) {
		skb[i] = packet(test, c, i);
		KUNIT_EXPECT_EQ(test, !i, nfi_batch_add(&batch, skb[i],
							IPPROTO_AH));
	}
	KUNIT_EXPECT_FALSE(test, skb_is_gso(skb[0]));
	kfree_skb(skb[0]);
	kfree_skb(skb[1]);
}

/* What others make of the stack's GSO types for ESP */
static void batch_leaves_others_alone(struct kunit *test)
{
	const struct batch_case *c = &batch_cases[0];
	struct sk_buff *skb = packet(test, c, 0), *list;

	skb_shinfo(skb)->gso_size = 100;
	skb_shinfo(skb)->gso_segs = 2;
	skb_shinfo(skb)->gso_type = SKB_GSO_ESP;
	skb->ip_summed = CHECKSUM_UNNECESSARY;
	list = skb_gso_segment(skb, 0);
	KUNIT_EXPECT_PTR_EQ(test, ERR_PTR(-EINVAL), list);
	skb_shinfo(skb)->gso_type |= SKB_GSO_FRAGLIST;
	list = skb_gso_segment(skb, 0);
	KUNIT_EXPECT_PTR_EQ(test, ERR_PTR(-EINVAL), list);
	kfree_skb(skb);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(batch_comes_apart_as_it_was, batch_gen_params),
	KUNIT_CASE_PARAM(batch_looks_like_gso, batch_gen_params),
	KUNIT_CASE_PARAM(batch_keeps_link_header, batch_gen_params),
	KUNIT_CASE_PARAM(batch_keeps_new_address, batch_gen_params),
	KUNIT_CASE_PARAM(batch_and_its_clone_come_apart, batch_gen_params),
	KUNIT_CASE(batch_comes_apart_in_tunnel),
	KUNIT_CASE(batch_is_no_longer_than_a_packet),
	KUNIT_CASE(batch_takes_nothing_that_may_be_fragmented),
	KUNIT_CASE(batch_takes_only_esp),
	KUNIT_CASE(batch_leaves_others_alone),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_batch",
	.suite_init = suite_init,
	.suite_exit = suite_exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
