// SPDX-License-Identifier: GPL-2.0
/*
 * Where the headers of a packet end, which flow it belongs to, making it ours,
 * and dropping it; each in one piece, in pages, and cut off at every octet.
 *
 * Covers R4301-4.4.1.1-1 -2 -3, R4303-3.3.4-5, R4303-3.4.1-1 (what is a
 * fragment), R4303-8-1, R6946-4-1.
 */
#include "fixture.h"

#include "../../src/packet.h"

#include <linux/icmpv6.h>

#define IP4	"0a0100010a020002"
#define IP6	"20010db800010000000000000000000120010db8000200000000000000000002"
/* extension headers of 8 octets */
#define OPTIONS(next)			next "00010400000000"
#define ROUTING(next)			next "00000000000000"
#define FRAGMENT(next, offset)		next "00" offset "00000007"
/* ports 1000 and 80, then something */
#define PORTS	"03e800500008000001020304"
#define NOPS	"01010101010101010101010101010101010101010101010101010101010101010101010101010101"

static const struct upper_case {
	const char *name;
	const char *hex;
	unsigned int offset;
	u8 protocol;
	bool fragment;
	bool later;
	bool ports;
	u8 type;	/* octets that show what stands in the place of ports */
} upper_cases[] = {
	{ "IPv4, TCP", "450000200001000040060000" IP4 PORTS,
	  20, IPPROTO_TCP, .ports = true },
	{ "IPv4, UDP", "450000200001000040110000" IP4 PORTS,
	  20, IPPROTO_UDP, .ports = true },
	{ "IPv4, UDP-Lite", "450000200001000040880000" IP4 PORTS,
	  20, IPPROTO_UDPLITE, .ports = true },
	{ "IPv4, SCTP", "450000200001000040840000" IP4 PORTS,
	  20, IPPROTO_SCTP, .ports = true },
	{ "IPv4, DCCP", "450000200001000040210000" IP4 PORTS,
	  20, IPPROTO_DCCP, .ports = true },
	/* R4301-4.4.1.1-4: type 3, code 232 */
	{ "IPv4, ICMP", "450000200001000040010000" IP4 PORTS,
	  20, IPPROTO_ICMP, .type = 2 },
	{ "IPv4, ICMP, later fragment", "450000200001200140010000" IP4 PORTS,
	  20, IPPROTO_ICMP, .fragment = true, .later = true },
	{ "IPv4, ESP", "450000200001000040320000" IP4 PORTS,
	  20, IPPROTO_ESP },
	{ "IPv4, protocol 253", "450000200001000040fd0000" IP4 PORTS,
	  20, 253 },
	{ "IPv4, DF", "450000200001400040110000" IP4 PORTS,
	  20, IPPROTO_UDP, .ports = true },
	{ "IPv4, 4 octets of options",
	  "460000240001000040110000" IP4 "94040000" PORTS,
	  24, IPPROTO_UDP, .ports = true },
	{ "IPv4, 40 octets of options",
	  "4f0000480001000040110000" IP4 NOPS PORTS,
	  60, IPPROTO_UDP, .ports = true },
	{ "IPv4, first fragment", "450000200001200040110000" IP4 PORTS,
	  20, IPPROTO_UDP, .fragment = true, .ports = true },
	{ "IPv4, middle fragment", "450000200001200140110000" IP4 PORTS,
	  20, IPPROTO_UDP, .fragment = true, .later = true },
	{ "IPv4, last fragment", "4500002000011fff40110000" IP4 PORTS,
	  20, IPPROTO_UDP, .fragment = true, .later = true },
	{ "IPv6, TCP", "60000000000c0640" IP6 PORTS,
	  40, IPPROTO_TCP, .ports = true },
	{ "IPv6, ICMPv6", "60000000000c3a40" IP6 PORTS, 40, IPPROTO_ICMPV6,
	  .type = 2 },
	{ "IPv6, no next header", "60000000000c3b40" IP6 PORTS, 40, 59 },
	{ "IPv6, hop-by-hop options",
	  "6000000000140040" IP6 OPTIONS("11") PORTS,
	  48, IPPROTO_UDP, .ports = true },
	{ "IPv6, 24 octets of hop-by-hop options",
	  "6000000000240040" IP6
	  "110201140000000000000000000000000000000000000000" PORTS,
	  64, IPPROTO_UDP, .ports = true },
	{ "IPv6, routing header",
	  "6000000000242b40" IP6 "110200000000000020010db8000300000000000000000003" PORTS,
	  64, IPPROTO_UDP, .ports = true },
	{ "IPv6, all that is skipped, in order",
	  "60000000002c0040" IP6 OPTIONS("3c") OPTIONS("2b") ROUTING("2c") ROUTING("11") PORTS,
	  72, IPPROTO_UDP, .ports = true },
	{ "IPv6, destination options twice",
	  "60000000001c3c40" IP6 OPTIONS("3c") OPTIONS("06") PORTS,
	  56, IPPROTO_TCP, .ports = true },
	/* R4301-4.4.1.1-3 */
	{ "IPv6, ESP is a next layer", "60000000000c3240" IP6 PORTS,
	  40, IPPROTO_ESP },
	{ "IPv6, AH is a next layer", "60000000000c3340" IP6 PORTS,
	  40, IPPROTO_AH },
	{ "IPv6, ESP after hop-by-hop options",
	  "6000000000140040" IP6 OPTIONS("32") PORTS, 48, IPPROTO_ESP },
	{ "IPv6, mobility header is a next layer",
	  "60000000000c8740" IP6 "3b010500000001020304", 40, IPPROTO_MH,
	  .type = 3 },
	/* R4303-3.3.4-5, R6946-4-1 */
	{ "IPv6, atomic fragment",
	  "6000000000142c40" IP6 FRAGMENT("11", "0000") PORTS,
	  48, IPPROTO_UDP, .ports = true },
	{ "IPv6, first fragment",
	  "6000000000142c40" IP6 FRAGMENT("11", "0001") PORTS,
	  48, IPPROTO_UDP, .fragment = true, .ports = true },
	{ "IPv6, middle fragment",
	  "6000000000142c40" IP6 FRAGMENT("11", "0009") PORTS,
	  48, IPPROTO_UDP, .fragment = true, .later = true },
	{ "IPv6, last fragment",
	  "6000000000142c40" IP6 FRAGMENT("11", "fff8") PORTS,
	  48, IPPROTO_UDP, .fragment = true, .later = true },
	{ "IPv6, reserved bits make no fragment",
	  "6000000000142c40" IP6 "11ff000600000007" PORTS,
	  48, IPPROTO_UDP, .ports = true },
	/* what is behind the header of a later fragment is no header */
	{ "IPv6, later fragment of destination options",
	  "6000000000142c40" IP6 FRAGMENT("3c", "0008") PORTS,
	  48, IPPROTO_DSTOPTS, .fragment = true, .later = true },
	{ "IPv6, options in first fragment",
	  "60000000001c2c40" IP6 FRAGMENT("3c", "0001") OPTIONS("11") PORTS,
	  56, IPPROTO_UDP, .fragment = true, .ports = true },
};

static void describe_upper(const struct upper_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(upper, upper_cases, describe_upper);

static void expect_upper(struct kunit *test, const struct upper_case *c,
			 const struct sk_buff *skb)
{
	enum nfi_reason want = skb->len < c->offset ? NFI_REASON_MALFORMED :
						      NFI_REASON_OK;
	struct nfi_upper upper;

	KUNIT_ASSERT_EQ_MSG(test, want, nfi_packet_upper(skb, &upper),
			    "%u octets", skb->len);
	if (want)
		return;
	KUNIT_ASSERT_EQ(test, c->offset, upper.offset);
	KUNIT_ASSERT_EQ(test, c->protocol, upper.protocol);
	KUNIT_ASSERT_EQ(test, c->fragment, upper.fragment);
	KUNIT_ASSERT_EQ(test, c->later, upper.later);
}

static void expect_flow(struct kunit *test, const struct upper_case *c,
			const struct sk_buff *skb, u8 dir)
{
	enum nfi_reason want = skb->len < c->offset ? NFI_REASON_MALFORMED :
						      NFI_REASON_OK;
	bool v4 = c->hex[0] == '4', out = dir == NFI_DIR_OUT;
	struct nfi_addr src, dst;
	struct nfi_flow flow;

	KUNIT_ASSERT_EQ(test, want, nfi_packet_flow(skb, dir, &flow));
	if (want)
		return;
	if (v4) {
		nfi_addr_set4(&src, cpu_to_be32(0x0a010001));
		nfi_addr_set4(&dst, cpu_to_be32(0x0a020002));
	} else {
		src = (struct nfi_addr){ .w = {
			cpu_to_be32(0x20010db8), cpu_to_be32(0x10000), 0,
			cpu_to_be32(1) } };
		dst = (struct nfi_addr){ .w = {
			cpu_to_be32(0x20010db8), cpu_to_be32(0x20000), 0,
			cpu_to_be32(2) } };
	}
	KUNIT_ASSERT_EQ(test, v4 ? AF_INET : AF_INET6, (int)flow.family);
	KUNIT_ASSERT_TRUE(test, nfi_addr_equal(out ? &src : &dst, &flow.local));
	KUNIT_ASSERT_TRUE(test, nfi_addr_equal(out ? &dst : &src, &flow.remote));
	KUNIT_ASSERT_EQ(test, c->protocol, flow.protocol);
	if (c->type && skb->len >= c->offset + c->type) {
		KUNIT_ASSERT_TRUE(test, flow.ports);
		KUNIT_ASSERT_EQ(test, c->type == 3 ? 5 << 8 : 3 << 8 | 232,
				(int)flow.local_port);
		KUNIT_ASSERT_EQ(test, 0, (int)flow.remote_port);
		return;
	}
	KUNIT_ASSERT_EQ(test, c->ports && skb->len >= c->offset + 4, flow.ports);
	if (!flow.ports)
		return;
	KUNIT_ASSERT_EQ(test, out ? 1000 : 80, (int)flow.local_port);
	KUNIT_ASSERT_EQ(test, out ? 80 : 1000, (int)flow.remote_port);
}

/* R4301-4.4.1.1-1 -2 -3, cut off at each length */
static void packet_headers_end_where_they_end(struct kunit *test)
{
	const struct upper_case *c = test->param_value;
	struct sk_buff *skb;
	unsigned int n;
	size_t len;
	u8 *octets;

	len = nfi_fixture_octets(test, c->hex, &octets);
	for (n = 0; n <= len; n++) {
		skb = nfi_fixture_skb(test, octets, n);
		expect_upper(test, c, skb);
		if (n) {
			expect_flow(test, c, skb, NFI_DIR_IN);
			expect_flow(test, c, skb, NFI_DIR_OUT);
		}
		kfree_skb(skb);
	}
}

/* The same from pages, cut at each octet */
static void packet_headers_may_be_in_pages(struct kunit *test)
{
	const struct upper_case *c = test->param_value;
	struct sk_buff *skb;
	unsigned int n;
	size_t len;
	u8 *octets;

	len = nfi_fixture_octets(test, c->hex, &octets);
	for (n = 1; n <= len; n++) {
		skb = nfi_fixture_skb_paged(test, octets, len, n);
		expect_upper(test, c, skb);
		expect_flow(test, c, skb, NFI_DIR_IN);
		expect_flow(test, c, skb, NFI_DIR_OUT);
		kfree_skb(skb);
	}
}

static const struct upper_case bad_cases[] = {
	{ "empty", "" },
	{ "version 0", "050000200001000040060000" IP4 PORTS },
	{ "version 5", "550000200001000040060000" IP4 PORTS },
	{ "version 7", "75000000000c0640" IP6 PORTS },
	{ "version 15", "f50000200001000040060000" IP4 PORTS },
	{ "IPv4, header of 0 octets", "400000200001000040060000" IP4 PORTS },
	{ "IPv4, header of 16 octets", "440000200001000040060000" IP4 PORTS },
	{ "IPv4, header longer than packet",
	  "4f0000200001000040060000" IP4 PORTS },
	{ "IPv6, options longer than packet",
	  "60000000000c0040" IP6 "110101040000000000000000" },
	{ "IPv6, options without end",
	  "6000000000100040" IP6 OPTIONS("00") OPTIONS("00") },
	{ "IPv6, fragment header cut off", "6000000000042c40" IP6 "11000000" },
};

KUNIT_ARRAY_PARAM(bad, bad_cases, describe_upper);

/* R4303-8-1 */
static void packet_malformed_is_told(struct kunit *test)
{
	const struct upper_case *c = test->param_value;
	struct nfi_upper upper;
	struct nfi_flow flow;
	struct sk_buff *skb;
	size_t len;
	u8 *octets;

	len = nfi_fixture_octets(test, c->hex, &octets);
	skb = nfi_fixture_skb(test, octets, len);
	KUNIT_EXPECT_EQ(test, NFI_REASON_MALFORMED,
			nfi_packet_upper(skb, &upper));
	if (len)
		KUNIT_EXPECT_EQ(test, NFI_REASON_MALFORMED,
				nfi_packet_flow(skb, NFI_DIR_IN, &flow));
	kfree_skb(skb);
}

#define ICMP6(type)	type "00000000000000"
#define ROUTER_ALERT	"3a00050200000000"

static const struct discovery_case {
	const char *name;
	const char *hex;
	bool discovery;
} discovery_cases[] = {
	{ "router solicitation", "6000000000083aff" IP6 ICMP6("85"), true },
	{ "router advertisement", "6000000000083aff" IP6 ICMP6("86"),
	  true },
	{ "neighbour solicitation", "6000000000083aff" IP6 ICMP6("87"),
	  true },
	{ "neighbour advertisement", "6000000000083aff" IP6 ICMP6("88"),
	  true },
	{ "redirect", "6000000000083aff" IP6 ICMP6("89"), true },
	{ "neighbour solicitation after options",
	  "60000000001000ff" IP6 ROUTER_ALERT ICMP6("87"), true },
	{ "echo request", "6000000000083aff" IP6 ICMP6("80") },
	{ "packet too big", "6000000000083aff" IP6 ICMP6("02") },
	{ "multicast listener report",
	  "6000000000083aff" IP6 ICMP6("84") },
	{ "router renumbering", "6000000000083aff" IP6 ICMP6("8a") },
	{ "forwarded", "6000000000083afe" IP6 ICMP6("87") },
	{ "cut off before its type", "6000000000003aff" IP6 },
	{ "first fragment",
	  "6000000000102cff" IP6 FRAGMENT("3a", "0001") ICMP6("87") },
	{ "later fragment",
	  "6000000000102cff" IP6 FRAGMENT("3a", "0009") ICMP6("87") },
	{ "UDP", "60000000000811ff" IP6 ICMP6("87") },
	{ "IPv4, protocol 58", "4500001c00010000ff3a0000" IP4 ICMP6("87") },
};

static void describe_discovery(const struct discovery_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(discovery, discovery_cases, describe_discovery);

static void packet_knows_neighbour_discovery(struct kunit *test)
{
	const struct discovery_case *c = test->param_value;
	struct nfi_flow flow;
	struct sk_buff *skb;
	size_t len;
	u8 *octets;

	len = nfi_fixture_octets(test, c->hex, &octets);
	skb = nfi_fixture_skb(test, octets, len);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
			nfi_packet_flow(skb, NFI_DIR_OUT, &flow));
	KUNIT_EXPECT_EQ(test, c->discovery, nfi_packet_is_discovery(skb, &flow));
	kfree_skb(skb);
}

/* 1000 octets that begin with a header */
#define OWN_LEN	1000U

static u8 octet(unsigned int i)
{
	return i ? 7 * i + 1 : 0x45;
}

static u8 *new_octets(struct kunit *test)
{
	u8 *octets = kunit_kzalloc(test, OWN_LEN, GFP_KERNEL);
	unsigned int i;

	KUNIT_ASSERT_NOT_NULL(test, octets);
	for (i = 0; i < OWN_LEN; i++)
		octets[i] = octet(i);
	return octets;
}

static bool is_as_it_was(const struct sk_buff *skb)
{
	unsigned int i;
	u8 o;

	if (skb->len != OWN_LEN)
		return false;
	for (i = 0; i < OWN_LEN; i++)
		if (skb_copy_bits(skb, i, &o, 1) || o != octet(i))
			return false;
	return true;
}

/* Have it owned, and write all over it. Consumes @skb. */
static void own_and_spoil(struct kunit *test, struct sk_buff *skb,
			  unsigned int head, unsigned int tail, bool same)
{
	struct sk_buff *before = skb;

	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_packet_own(&skb, head, tail));
	KUNIT_EXPECT_EQ(test, same, skb == before);
	KUNIT_EXPECT_FALSE(test, skb_is_nonlinear(skb));
	KUNIT_EXPECT_FALSE(test, skb_cloned(skb));
	KUNIT_EXPECT_FALSE(test, skb_shared(skb));
	KUNIT_EXPECT_LE(test, head, skb_headroom(skb));
	KUNIT_EXPECT_LE(test, tail, (unsigned int)skb_tailroom(skb));
	KUNIT_EXPECT_TRUE(test, is_as_it_was(skb));
	KUNIT_EXPECT_EQ(test, 0, skb_network_offset(skb));
	memset(skb_push(skb, head), 0xaa, head);
	memset(skb_put(skb, tail), 0xaa, tail);
	memset(skb->data, 0xaa, skb->len);
	kfree_skb(skb);
}

static void packet_own_leaves_private_packet_as_it_is(struct kunit *test)
{
	struct sk_buff *skb = nfi_fixture_skb(test, new_octets(test), OWN_LEN);

	own_and_spoil(test, skb, 60, 40, true);
}

static void packet_own_makes_room(struct kunit *test)
{
	static const unsigned int rooms[] = { 0, 1, 64, 129, 200, 1000 };
	u8 *octets = new_octets(test);
	struct sk_buff *skb;
	unsigned int i, j;

	for (i = 0; i < ARRAY_SIZE(rooms); i++) {
		for (j = 0; j < ARRAY_SIZE(rooms); j++) {
			skb = nfi_fixture_skb(test, octets, OWN_LEN);
			own_and_spoil(test, skb, rooms[i], rooms[j],
				      skb_headroom(skb) >= rooms[i] &&
				      skb_tailroom(skb) >= rooms[j]);
		}
	}
}

/* Someone else has the same octets under another skb */
static void packet_own_leaves_clone_alone(struct kunit *test)
{
	struct sk_buff *skb = nfi_fixture_skb(test, new_octets(test), OWN_LEN);
	struct sk_buff *clone = skb_clone(skb, GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, clone);
	own_and_spoil(test, skb, 60, 40, false);
	KUNIT_EXPECT_TRUE(test, is_as_it_was(clone));
	KUNIT_EXPECT_FALSE(test, skb_cloned(clone));
	kfree_skb(clone);
}

/* Someone else has the same skb */
static void packet_own_leaves_shared_packet_alone(struct kunit *test)
{
	struct sk_buff *skb = nfi_fixture_skb(test, new_octets(test), OWN_LEN);

	skb_get(skb);
	own_and_spoil(test, skb, 60, 40, false);
	KUNIT_EXPECT_TRUE(test, is_as_it_was(skb));
	KUNIT_EXPECT_FALSE(test, skb_shared(skb));
	kfree_skb(skb);
}

/* Pages may be anybody's: of a file that is being sent, of a pipe */
static void packet_own_leaves_pages_alone(struct kunit *test)
{
	static const unsigned int linears[] = { 1, 20, 500, 999 };
	u8 *octets = new_octets(test);
	struct sk_buff *skb;
	struct page *page;
	unsigned int i, n;

	for (i = 0; i < ARRAY_SIZE(linears); i++) {
		n = linears[i];
		skb = nfi_fixture_skb_paged(test, octets, OWN_LEN, n);
		page = skb_frag_page(&skb_shinfo(skb)->frags[0]);
		get_page(page);
		own_and_spoil(test, skb, 60, 40, false);
		KUNIT_EXPECT_EQ(test, 0, memcmp(page_address(page), octets + n,
						(OWN_LEN - n + 1) / 2));
		KUNIT_EXPECT_EQ(test, 1, page_count(page));
		put_page(page);
	}
}

static void packet_own_leaves_clone_with_pages_alone(struct kunit *test)
{
	struct sk_buff *skb = nfi_fixture_skb_paged(test, new_octets(test),
						    OWN_LEN, 40);
	struct sk_buff *clone = skb_clone(skb, GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, clone);
	own_and_spoil(test, skb, 60, 40, false);
	KUNIT_EXPECT_TRUE(test, is_as_it_was(clone));
	kfree_skb(clone);
}

/* As reassembly leaves them */
/* (A7) */
static void packet_own_joins_list_of_fragments(struct kunit *test)
{
	u8 *octets = new_octets(test);
	struct sk_buff *skb = nfi_fixture_skb(test, octets, 400);
	struct sk_buff *rest = nfi_fixture_skb_paged(test, octets + 400,
						     OWN_LEN - 400, 10);

	skb_shinfo(skb)->frag_list = rest;
	skb->data_len += rest->len;
	skb->len += rest->len;
	skb->truesize += rest->truesize;
	skb_get(rest);
	own_and_spoil(test, skb, 60, 40, false);
	KUNIT_EXPECT_EQ(test, OWN_LEN - 400, rest->len);
	KUNIT_EXPECT_EQ(test, octet(400), rest->data[0]);
	KUNIT_EXPECT_FALSE(test, skb_shared(rest));
	kfree_skb(rest);
}

/* What goes by offsets still goes to the same place */
static void packet_own_keeps_what_belongs_to_packet(struct kunit *test)
{
	struct sk_buff *skb = nfi_fixture_skb(test, new_octets(test), OWN_LEN);

	skb_set_transport_header(skb, 20);
	skb->ip_summed = CHECKSUM_PARTIAL;
	skb->csum_start = skb_transport_header(skb) - skb->head;
	skb->csum_offset = 16;
	skb->mark = 0x1234;
	skb->priority = 5;
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_packet_own(&skb, 500, 500));
	KUNIT_EXPECT_EQ(test, 20, skb_transport_offset(skb));
	KUNIT_EXPECT_EQ(test, 20, skb_checksum_start_offset(skb));
	KUNIT_EXPECT_EQ(test, 16, (int)skb->csum_offset);
	KUNIT_EXPECT_EQ(test, 0x1234U, skb->mark);
	KUNIT_EXPECT_EQ(test, 5U, skb->priority);
	KUNIT_EXPECT_EQ(test, ETH_P_IP, (int)be16_to_cpu(skb->protocol));
	kfree_skb(skb);
}

/* R4303-4-1: no packet can die without being counted */
static void drop_is_counted(struct kunit *test)
{
	const struct nfi_fixture_suite *s = &nfi_fixture_suites[7];
	struct nfi_sa *sa = nfi_fixture_sa_of(test, s, NFI_DIR_IN, false, 0);
	struct nfi_net *nn = nfi_fixture_net(test);
	struct sk_buff *skb;
	int i;

	for (i = 0; i < 3; i++) {
		skb = nfi_fixture_skb(test, new_octets(test), OWN_LEN);
		skb_get(skb);
		nfi_drop(nn, i ? sa : NULL, skb, NFI_REASON_ECN);
		KUNIT_EXPECT_FALSE(test, skb_shared(skb));
		kfree_skb(skb);
	}
	KUNIT_EXPECT_EQ(test, 3ULL, nfi_drops_sum(nn->drops, NFI_REASON_ECN));
	KUNIT_EXPECT_EQ(test, 2LL, atomic64_read(&sa->drops));
	KUNIT_EXPECT_EQ(test, (u32)NFI_REASON_ECN, sa->last_drop);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(packet_headers_end_where_they_end, upper_gen_params),
	KUNIT_CASE_PARAM(packet_headers_may_be_in_pages, upper_gen_params),
	KUNIT_CASE_PARAM(packet_malformed_is_told, bad_gen_params),
	KUNIT_CASE_PARAM(packet_knows_neighbour_discovery,
			 discovery_gen_params),
	KUNIT_CASE(packet_own_leaves_private_packet_as_it_is),
	KUNIT_CASE(packet_own_makes_room),
	KUNIT_CASE(packet_own_leaves_clone_alone),
	KUNIT_CASE(packet_own_leaves_shared_packet_alone),
	KUNIT_CASE(packet_own_leaves_pages_alone),
	KUNIT_CASE(packet_own_leaves_clone_with_pages_alone),
	KUNIT_CASE(packet_own_joins_list_of_fragments),
	KUNIT_CASE(packet_own_keeps_what_belongs_to_packet),
	KUNIT_CASE(drop_is_counted),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_packet",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.init = nfi_fixture_init,
	.exit = nfi_fixture_exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
