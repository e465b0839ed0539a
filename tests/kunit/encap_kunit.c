// SPDX-License-Identifier: GPL-2.0
/*
 * The outer header in all four combinations of families: made, and taken off;
 * and what transport mode does to the only header there is.
 *
 * Covers R4303-2-1, R4303-2.7-3, R4303-3.1.1-1 -2, R4303-3.1.2-1,
 * R4303-3.4.4.1-5, R4301-5.1.2-1 -2, R4301-5.1.2.1-1 -3, R4301-5.1.2.2-1 -2,
 * R4301-8.1-1, R2003-3.1-1 -2, R6040-4.1-1 -2, R6040-4.2-1 -2 -3 -4 -6,
 * R6040-m-1, R6864-4-1.
 */
#include "fixture.h"
#include "vectors.h"
#include "vectors/df.h"
#include "vectors/ecn.h"

#include "../../src/encap.h"
#include "../../src/packet.h"

#include <linux/netdevice.h>
#include <net/dsfield.h>
#include <net/inet_ecn.h>
#include <net/dst.h>
#include <net/ip.h>
#include <net/ipv6.h>

#define PAYLOAD	100

static const struct nfi_fixture_suite *null_sha256 = &nfi_fixture_suites[7];

/* Outer and inner family */
static const struct family_case {
	const char *name;
	u8 outer;
	u8 inner;
} family_cases[] = {
	{ "4in4", AF_INET, AF_INET },
	{ "6in4", AF_INET, AF_INET6 },
	{ "4in6", AF_INET6, AF_INET },
	{ "6in6", AF_INET6, AF_INET6 },
};

static void describe_family(const struct family_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(family, family_cases, describe_family);

static unsigned int head_len(u8 family)
{
	return family == AF_INET ? 20 : 40;
}

/* An SA between 192.0.2.1 and 198.51.100.1, or 2001:db8::1 and 2001:db8::2 */
static struct nfi_sa *outer_sa(struct kunit *test, u8 family,
			       void (*change)(struct nfi_sa_conf *conf, int x),
			       int x)
{
	struct nfi_sa_conf conf;
	struct nfi_keys keys;

	nfi_fixture_conf(&conf, null_sha256, NFI_DIR_OUT);
	nfi_fixture_keys(&keys, null_sha256);
	if (family == AF_INET6) {
		conf.family = AF_INET6;
		conf.local = (struct nfi_addr){ .w = {
			cpu_to_be32(0x20010db8), 0, 0, cpu_to_be32(1) } };
		conf.remote = (struct nfi_addr){ .w = {
			cpu_to_be32(0x20010db8), 0, 0, cpu_to_be32(2) } };
		conf.key.peer = conf.remote;
	}
	if (change)
		change(&conf, x);
	return nfi_fixture_sa(test, &conf, &keys, 0);
}

static void set_df(struct nfi_sa_conf *conf, int df)
{
	conf->df = df;
}

static void set_dscp(struct nfi_sa_conf *conf, int dscp)
{
	conf->dscp = dscp;
}

static void set_no_ecn(struct nfi_sa_conf *conf, int no_ecn)
{
	conf->no_ecn = no_ecn;
}

/* A header in front of @skb, which has been pushed already */
static void write_header(struct sk_buff *skb, u8 family, u8 protocol, u8 tos)
{
	struct ipv6hdr *ip6h;
	struct iphdr *iph;

	skb_reset_network_header(skb);
	if (family == AF_INET) {
		iph = ip_hdr(skb);
		*iph = (struct iphdr){
			.version = 4,
			.ihl = 5,
			.tos = tos,
			.tot_len = cpu_to_be16(skb->len),
			.ttl = 64,
			.protocol = protocol,
			.saddr = cpu_to_be32(0x0a010001),
			.daddr = cpu_to_be32(0x0a020002),
		};
		ip_send_check(iph);
		return;
	}
	ip6h = ipv6_hdr(skb);
	*ip6h = (struct ipv6hdr){
		.payload_len = cpu_to_be16(skb->len - sizeof(*ip6h)),
		.nexthdr = protocol,
		.hop_limit = 64,
		.saddr.s6_addr = { 0xfd, [15] = 1 },
		.daddr.s6_addr = { 0xfd, [15] = 2 },
	};
	ip6_flow_hdr(ip6h, tos, cpu_to_be32(0x12345));
}

static struct sk_buff *new_packet(struct kunit *test, u8 family, u8 tos)
{
	struct sk_buff *skb = nfi_fixture_skb(test, NULL, 0);
	unsigned int i;

	skb_put(skb, head_len(family));
	for (i = 0; i < PAYLOAD; i++)
		skb_put_u8(skb, 3 * i);
	write_header(skb, family, IPPROTO_UDP, tos);
	skb->protocol = family == AF_INET ? htons(ETH_P_IP) :
					    htons(ETH_P_IPV6);
	return skb;
}

/* The same with an outer header of @family in front */
static struct sk_buff *new_tunnelled(struct kunit *test,
				     const struct family_case *c, u8 outer,
				     u8 inner)
{
	struct sk_buff *skb = new_packet(test, c->inner, inner);

	skb_push(skb, head_len(c->outer));
	write_header(skb, c->outer, IPPROTO_ESP, outer);
	skb->protocol = c->outer == AF_INET ? htons(ETH_P_IP) :
					      htons(ETH_P_IPV6);
	return skb;
}

/* What nfi_encap_pull() has said of it last */
static bool odd_ecn;

static u8 next_header(const struct family_case *c)
{
	return c->inner == AF_INET ? IPPROTO_IPIP : IPPROTO_IPV6;
}

static u8 dsfield(const struct sk_buff *skb)
{
	return ip_hdr(skb)->version == 4 ? ip_hdr(skb)->tos :
					   ipv6_get_dsfield(ipv6_hdr(skb));
}

static bool checksum_ok(const struct sk_buff *skb)
{
	return ip_hdr(skb)->version == 6 ||
	       !ip_fast_csum(ip_hdr(skb), ip_hdr(skb)->ihl);
}

/* R6040-4.1-1, R6040-4.3-1, R4301-5.1.2.1-1 (E1, E2): that ECN is left out is a
 * matter of one SA, and not of those that say nothing of it
 */
static void encap_copies_ecn_and_dscp(struct kunit *test)
{
	struct nfi_sa *normal = outer_sa(test, AF_INET, NULL, 0);
	struct nfi_sa *compat = outer_sa(test, AF_INET, set_no_ecn, 1);
	const struct vector_ecn_push *v;
	unsigned int dscp;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(ecn_push_vectors); i++) {
		v = &ecn_push_vectors[i];
		for (dscp = 0; dscp < 64; dscp++) {
			KUNIT_ASSERT_EQ(test, dscp << 2 | v->normal, (unsigned int)
					nfi_encap_tos(normal,
						      dscp << 2 | v->inner));
			KUNIT_ASSERT_EQ(test, dscp << 2 | v->compatible,
					(unsigned int)
					nfi_encap_tos(compat,
						      dscp << 2 | v->inner));
		}
	}
}

/* R4301-5.1.2.1-3 (E1) */
static void encap_sets_fixed_dscp(struct kunit *test)
{
	struct nfi_sa *sa;
	int dscp, tos;

	for (dscp = 0; dscp < 64; dscp += 9) {
		sa = outer_sa(test, AF_INET, set_dscp, dscp);
		for (tos = 0; tos < 256; tos++)
			KUNIT_ASSERT_EQ(test, dscp << 2 | (tos & 3),
					(int)nfi_encap_tos(sa, tos));
	}
}

static void set_map(struct nfi_sa_conf *conf, int add)
{
	int i;

	conf->dscp = NFI_DSCP_MAP;
	for (i = 0; i < NFI_DSCPS; i++)
		conf->dscp_map[i] = (7 * i + add) % NFI_DSCPS;
}

/* R4301-5.1.2.1-3: and ECN is not touched by that */
static void encap_maps_dscp(struct kunit *test)
{
	struct nfi_sa *sa = outer_sa(test, AF_INET, set_map, 5);
	int tos;

	for (tos = 0; tos < 256; tos++)
		KUNIT_ASSERT_EQ(test, (7 * (tos >> 2) + 5) % 64 << 2 | (tos & 3),
				(int)nfi_encap_tos(sa, tos));
}

static void describe_df(const struct vector_df *v, char *desc)
{
	static const char * const policies[] = { "copy", "set", "clear" };

	snprintf(desc, KUNIT_PARAM_DESC_SIZE, "%din%d, %s, inner DF %d",
		 v->inner == AF_INET ? 4 : 6, v->outer == AF_INET ? 4 : 6,
		 policies[v->policy], v->df);
}

KUNIT_ARRAY_PARAM(df, df_vectors, describe_df);

static unsigned int mtu(const struct dst_entry *dst)
{
	return dst_metric_raw(dst, RTAX_MTU);
}

static struct dst_ops ops = { .mtu = mtu };

/* The path MTU of the ways of this suite */
#define PATH_MTU	1280

/* A way with hop limit 77 */
static void init_dst(struct dst_entry *dst, struct dst_metrics *metrics)
{
	memset(dst, 0, sizeof(*dst));
	memset(metrics, 0, sizeof(*metrics));
	metrics->metrics[RTAX_HOPLIMIT - 1] = 77;
	metrics->metrics[RTAX_MTU - 1] = PATH_MTU;
	dst->ops = &ops;
	dst_init_metrics(dst, metrics->metrics, true);
	dst->dev = init_net.loopback_dev;
}

/* As seal.c goes about it */
static struct sk_buff *push(struct kunit *test, struct nfi_sa *sa,
			    struct sk_buff *skb)
{
	struct dst_metrics metrics;
	struct nfi_inner inner;
	struct dst_entry *dst;

	dst = kunit_kzalloc(test, sizeof(*dst), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, dst);
	init_dst(dst, &metrics);
	nfi_encap_read(skb, &inner);
	/* SPI and sequence number */
	memset(skb_push(skb, 8), 0x11, 8);
	nfi_encap_push(sa, nfi_fixture_path(sa), skb, &inner, &init_net, dst);
	return skb;
}

/* R4301-8.1-1, R2003-3.1-1, R2401-6.1.1-1, R2401-B.1, R4459-3.3-1 (E5): each SA has
 * its own way with DF, and cleared is only what was to be
 */
static void encap_sets_df(struct kunit *test)
{
	const struct vector_df *v = test->param_value;
	struct nfi_sa *sa = outer_sa(test, v->outer, set_df, v->policy);
	struct sk_buff *skb = new_packet(test, v->inner, 0);

	if (v->inner == AF_INET) {
		ip_hdr(skb)->frag_off = v->df ? htons(IP_DF) : 0;
		ip_send_check(ip_hdr(skb));
	}
	skb = push(test, sa, skb);
	if (v->outer == AF_INET)
		KUNIT_EXPECT_EQ(test, v->result ? IP_DF : 0,
				(int)be16_to_cpu(ip_hdr(skb)->frag_off));
	else
		KUNIT_EXPECT_EQ(test, 6, (int)ip_hdr(skb)->version);
	KUNIT_EXPECT_TRUE(test, checksum_ok(skb));
	kfree_skb(skb);
}

/* R2473-7.1-2: an IPv6 packet of up to 1280 octets passes, whatever the path: if
 * need be in pieces. Whoever sends more can be told.
 */
static void encap_clears_df_where_nobody_can_send_less(struct kunit *test)
{
	static const struct {
		u8 family;
		unsigned int len;
		bool df;
	} c[] = {
		{ AF_INET6, PATH_MTU - 28, true },
		{ AF_INET6, PATH_MTU - 27, false },
		{ AF_INET6, 1280, false },
		{ AF_INET6, 1281, true },
		{ AF_INET, PATH_MTU - 27, true },
		{ AF_INET, 1280, true },
	};
	static const u8 policies[] = { NFI_DF_COPY, NFI_DF_SET };
	struct nfi_sa *sa;
	struct sk_buff *skb;
	int i, j;

	for (i = 0; i < ARRAY_SIZE(c) * ARRAY_SIZE(policies); i++) {
		j = i % ARRAY_SIZE(c);
		sa = outer_sa(test, AF_INET, set_df,
			      policies[i / ARRAY_SIZE(c)]);
		skb = new_packet(test, c[j].family, 0);
		if (c[j].family == AF_INET)
			ip_hdr(skb)->frag_off = htons(IP_DF);
		KUNIT_ASSERT_EQ(test, 0, pskb_expand_head(skb, 0, 1500,
							  GFP_KERNEL));
		skb_put_zero(skb, c[j].len - skb->len);
		skb = push(test, sa, skb);
		KUNIT_EXPECT_EQ_MSG(test, c[j].df,
				    !!(ip_hdr(skb)->frag_off & htons(IP_DF)),
				    "IPv%d of %u octets",
				    c[j].family == AF_INET ? 4 : 6, c[j].len);
		KUNIT_EXPECT_TRUE(test, checksum_ok(skb));
		kfree_skb(skb);
	}
}

/* R4303-2-1, R4303-3.1.2-1, R4301-5.1.2.1-1, R4301-5.1.2.2-1 */
static void encap_makes_outer_header(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct nfi_sa *sa = outer_sa(test, c->outer, NULL, 0);
	struct sk_buff *skb = push(test, sa, new_packet(test, c->inner, 0xb9));
	unsigned int len = 8 + head_len(c->inner) + PAYLOAD;
	const struct ipv6hdr *ip6h = ipv6_hdr(skb);
	const struct iphdr *iph = ip_hdr(skb);

	KUNIT_EXPECT_EQ(test, head_len(c->outer) + len, skb->len);
	KUNIT_EXPECT_EQ(test, 0, skb_network_offset(skb));
	KUNIT_EXPECT_EQ(test, 0xb9, (int)dsfield(skb));
	if (c->outer == AF_INET) {
		KUNIT_EXPECT_EQ(test, 4, (int)iph->version);
		KUNIT_EXPECT_EQ(test, 5, (int)iph->ihl);
		KUNIT_EXPECT_EQ(test, 20 + len,
				(unsigned int)be16_to_cpu(iph->tot_len));
		KUNIT_EXPECT_EQ(test, 77, iph->ttl);
		KUNIT_EXPECT_EQ(test, IPPROTO_ESP, (int)iph->protocol);
		KUNIT_EXPECT_EQ(test, 0xc0000201, be32_to_cpu(iph->saddr));
		KUNIT_EXPECT_EQ(test, 0xc6336401, be32_to_cpu(iph->daddr));
		KUNIT_EXPECT_TRUE(test, checksum_ok(skb));
	} else {
		KUNIT_EXPECT_EQ(test, 6, (int)ip6h->version);
		KUNIT_EXPECT_EQ(test, len,
				(unsigned int)be16_to_cpu(ip6h->payload_len));
		KUNIT_EXPECT_EQ(test, 77, ip6h->hop_limit);
		KUNIT_EXPECT_EQ(test, IPPROTO_ESP, (int)ip6h->nexthdr);
		KUNIT_EXPECT_EQ(test, 0, (int)be32_to_cpu(ip6_flowlabel(ip6h)));
		KUNIT_EXPECT_EQ(test, 0, memcmp(&ip6h->saddr, &sa->conf.local,
						16));
		KUNIT_EXPECT_EQ(test, 0, memcmp(&ip6h->daddr, &sa->conf.remote,
						16));
	}
	kfree_skb(skb);
}

static void set_label(struct nfi_sa_conf *conf, int label)
{
	conf->flow_label = label;
}

static __be32 label_of(struct kunit *test, u8 inner, int how, int from,
		       u32 hash)
{
	struct nfi_sa *sa = outer_sa(test, AF_INET6, set_label, how);
	struct sk_buff *skb = new_packet(test, inner, 0);
	__be32 label;

	if (inner == AF_INET6)
		ip6_flow_hdr(ipv6_hdr(skb), 0, cpu_to_be32(0x54321));
	skb->skb_iif = from;
	skb_set_hash(skb, hash, PKT_HASH_TYPE_L4);
	label = nfi_encap_label(sa, skb);
	kfree_skb(skb);
	return label;
}

/* R4301-5.1.2.2-1: copied on end systems only; RFC 6438 3: a hash of the flow */
static void encap_labels_flows(struct kunit *test)
{
	static const struct {
		int how, from;
		u8 inner;
		u32 want;
	} cases[] = {
		{ NFI_FLOW_LABEL_ZERO, 0, AF_INET6, 0 },
		{ NFI_FLOW_LABEL_ZERO, 3, AF_INET6, 0 },
		{ NFI_FLOW_LABEL_COPY, 0, AF_INET6, 0x54321 },
		{ NFI_FLOW_LABEL_COPY, 3, AF_INET6, 0 },
		{ NFI_FLOW_LABEL_COPY, 0, AF_INET, 0 },
		{ NFI_FLOW_LABEL_HASH, 0, AF_INET6, 0xabcde },
		{ NFI_FLOW_LABEL_HASH, 3, AF_INET6, 0xabcde },
		{ NFI_FLOW_LABEL_HASH, 3, AF_INET, 0xabcde },
	};
	int i;

	for (i = 0; i < ARRAY_SIZE(cases); i++)
		KUNIT_EXPECT_EQ_MSG(test, cases[i].want,
				    be32_to_cpu(label_of(test, cases[i].inner,
							 cases[i].how,
							 cases[i].from,
							 0x123abcde)),
				    "case %d", i);
}

/* The label is where it belongs, and leaves the traffic class alone */
static void encap_writes_label(struct kunit *test)
{
	struct nfi_sa *sa = outer_sa(test, AF_INET6, set_label,
				     NFI_FLOW_LABEL_HASH);
	struct sk_buff *skb = new_packet(test, AF_INET, 0xb9);
	struct dst_metrics metrics;
	struct nfi_inner inner;
	struct dst_entry *dst;

	dst = kunit_kzalloc(test, sizeof(*dst), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, dst);
	init_dst(dst, &metrics);
	nfi_encap_read(skb, &inner);
	inner.label = cpu_to_be32(0xabcde);
	nfi_encap_push(sa, nfi_fixture_path(sa), skb, &inner, &init_net, dst);
	KUNIT_EXPECT_EQ(test, 0xabcde,
			(int)be32_to_cpu(ip6_flowlabel(ipv6_hdr(skb))));
	KUNIT_EXPECT_EQ(test, 0xb9, (int)dsfield(skb));
	KUNIT_EXPECT_EQ(test, 6, (int)ipv6_hdr(skb)->version);
	kfree_skb(skb);
}

/* R4301-5.1.2-1, R6040-4.1-2 */
static void encap_leaves_inner_packet_alone(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct nfi_sa *sa = outer_sa(test, c->outer, NULL, 0);
	struct sk_buff *before = new_packet(test, c->inner, 0xb9);
	struct sk_buff *skb = push(test, sa, new_packet(test, c->inner, 0xb9));

	KUNIT_EXPECT_EQ(test, 0, memcmp(before->data,
					skb->data + head_len(c->outer) + 8,
					before->len));
	kfree_skb(before);
	kfree_skb(skb);
}

/* R6864-4-1: what may be fragmented needs an identification of its own */
static void encap_identifies_what_may_be_fragmented(struct kunit *test)
{
	struct nfi_sa *clear = outer_sa(test, AF_INET, set_df, NFI_DF_CLEAR);
	struct nfi_sa *set = outer_sa(test, AF_INET, set_df, NFI_DF_SET);
	struct sk_buff *skb;
	u16 last, id;
	int i;

	for (i = 0; i < 100; i++) {
		skb = push(test, clear, new_packet(test, AF_INET, 0));
		id = be16_to_cpu(ip_hdr(skb)->id);
		if (i)
			KUNIT_EXPECT_NE(test, last, id);
		last = id;
		kfree_skb(skb);
	}
	skb = push(test, set, new_packet(test, AF_INET, 0));
	KUNIT_EXPECT_EQ(test, 0, (int)be16_to_cpu(ip_hdr(skb)->id));
	kfree_skb(skb);
}

/* R6040-4.2-1 -2 -3 -4 -6, R6040-5.1-1, R4301-5.1.2.2-2 (E2): ECN is carried over,
 * DSCP is not
 */
static void encap_pull_carries_ecn_over(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	const struct vector_ecn_pull *v;
	struct sk_buff *skb;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(ecn_pull_vectors); i++) {
		v = &ecn_pull_vectors[i];
		skb = new_tunnelled(test, c, 0x28 << 2 | v->outer,
				    0x2e << 2 | v->inner);
		KUNIT_EXPECT_EQ(test, v->drop ? NFI_REASON_ECN : NFI_REASON_OK,
				nfi_encap_pull(skb, head_len(c->outer),
					       next_header(c), &odd_ecn));
		/* R6040-4.2-5 */
		KUNIT_EXPECT_EQ_MSG(test, v->odd, odd_ecn, "%d in %d", v->inner,
				    v->outer);
		if (!v->drop) {
			KUNIT_EXPECT_EQ_MSG(test, 0x2e << 2 | v->result,
					    (int)dsfield(skb),
					    "%d in %d", v->inner, v->outer);
			KUNIT_EXPECT_TRUE(test, checksum_ok(skb));
		}
		kfree_skb(skb);
	}
}

/* R2983-3-1: the outer DSCP is taken over, and ECN is what it was made */
static void encap_sets_outer_dscp(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	const u8 outer = 0x28 << 2 | INET_ECN_CE;
	struct sk_buff *skb;

	skb = new_tunnelled(test, c, outer, 0x2e << 2 | INET_ECN_ECT_0);
	KUNIT_EXPECT_EQ(test, (int)outer, (int)nfi_encap_dsfield(skb));
	KUNIT_ASSERT_EQ(test, NFI_REASON_OK,
			nfi_encap_pull(skb, head_len(c->outer), next_header(c),
				       &odd_ecn));
	nfi_encap_set_dscp(skb, 0x0a << 2 | INET_ECN_ECT_1);
	KUNIT_EXPECT_EQ(test, 0x0a << 2 | INET_ECN_CE, (int)dsfield(skb));
	KUNIT_EXPECT_TRUE(test, checksum_ok(skb));
	kfree_skb(skb);
}

/* R4303-3.4.4.1-5 */
static void encap_pull_gives_inner_packet(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct sk_buff *want = new_packet(test, c->inner, 0xb8);
	struct sk_buff *skb = new_tunnelled(test, c, 0, 0xb8);

	KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
			nfi_encap_pull(skb, head_len(c->outer), next_header(c), &odd_ecn));
	KUNIT_EXPECT_EQ(test, want->len, skb->len);
	KUNIT_EXPECT_EQ(test, 0, memcmp(want->data, skb->data, want->len));
	KUNIT_EXPECT_EQ(test, be16_to_cpu(want->protocol),
			be16_to_cpu(skb->protocol));
	KUNIT_EXPECT_EQ(test, 0, skb_network_offset(skb));
	kfree_skb(want);
	kfree_skb(skb);
}

/* R4303-2.7-3 */
static void encap_pull_trims_tfc_padding(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	unsigned int len = head_len(c->inner) + PAYLOAD, tfc;
	struct sk_buff *skb;

	for (tfc = 0; tfc <= 64; tfc++) {
		skb = new_tunnelled(test, c, 0, 0);
		skb_put_zero(skb, tfc);
		KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
				nfi_encap_pull(skb, head_len(c->outer),
					       next_header(c), &odd_ecn));
		KUNIT_EXPECT_EQ(test, len, skb->len);
		kfree_skb(skb);
	}
}

static void encap_pull_rejects_other_next_headers(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	enum nfi_reason reason;
	struct sk_buff *skb;
	int i;

	for (i = 0; i < 256; i++) {
		if (i == next_header(c))
			reason = NFI_REASON_OK;
		else if (i == IPPROTO_IPIP || i == IPPROTO_IPV6)
			reason = NFI_REASON_INNER_MALFORMED;
		else
			reason = NFI_REASON_NEXT_HEADER;
		skb = new_tunnelled(test, c, 0, 0);
		KUNIT_EXPECT_EQ_MSG(test, reason,
				    nfi_encap_pull(skb, head_len(c->outer), i, &odd_ecn),
				    "next header %d", i);
		kfree_skb(skb);
	}
}

/* R4303-8-1: cut off at each octet */
static void encap_pull_rejects_inner_packet_cut_off(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	unsigned int len = head_len(c->inner) + PAYLOAD, n;
	struct sk_buff *skb;

	for (n = 0; n < len; n++) {
		skb = new_tunnelled(test, c, 0, 0);
		skb_trim(skb, head_len(c->outer) + n);
		KUNIT_EXPECT_EQ_MSG(test, NFI_REASON_INNER_MALFORMED,
				    nfi_encap_pull(skb, head_len(c->outer),
						   next_header(c), &odd_ecn),
				    "%u octets", n);
		kfree_skb(skb);
	}
}

static void encap_pull_rejects_wrong_ipv4_lengths(struct kunit *test)
{
	const struct family_case *c = &family_cases[0];
	struct sk_buff *skb;
	unsigned int i;

	for (i = 0; i <= 200; i++) {
		skb = new_tunnelled(test, c, 0, 0);
		((struct iphdr *)(skb->data + 20))->tot_len = htons(i);
		KUNIT_EXPECT_EQ_MSG(test, i < 20 || i > 20 + PAYLOAD ?
				    NFI_REASON_INNER_MALFORMED : NFI_REASON_OK,
				    nfi_encap_pull(skb, 20, IPPROTO_IPIP, &odd_ecn),
				    "total length %u", i);
		kfree_skb(skb);
	}
	for (i = 0; i < 16; i++) {
		skb = new_tunnelled(test, c, 0, 0);
		((struct iphdr *)(skb->data + 20))->ihl = i;
		KUNIT_EXPECT_EQ_MSG(test, i < 5 ? NFI_REASON_INNER_MALFORMED :
						  NFI_REASON_OK,
				    nfi_encap_pull(skb, 20, IPPROTO_IPIP, &odd_ecn),
				    "header length %u", i);
		kfree_skb(skb);
	}
	/* a header of 60 octets in a packet of 48 */
	skb = new_tunnelled(test, c, 0, 0);
	((struct iphdr *)(skb->data + 20))->ihl = 15;
	((struct iphdr *)(skb->data + 20))->tot_len = htons(48);
	KUNIT_EXPECT_EQ(test, NFI_REASON_INNER_MALFORMED,
			nfi_encap_pull(skb, 20, IPPROTO_IPIP, &odd_ecn));
	kfree_skb(skb);
}

/* R2003-3.1-2 */
static void encap_pull_rejects_hop_limit_0(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct sk_buff *skb = new_tunnelled(test, c, 0, 0);
	u8 *inner = skb->data + head_len(c->outer);

	if (c->inner == AF_INET)
		((struct iphdr *)inner)->ttl = 0;
	else
		((struct ipv6hdr *)inner)->hop_limit = 0;
	KUNIT_EXPECT_EQ(test, NFI_REASON_TTL,
			nfi_encap_pull(skb, head_len(c->outer), next_header(c), &odd_ecn));
	kfree_skb(skb);
}

#define IP6	"20010db800010000000000000000000120010db8000200000000000000000002"
/* extension headers of 8 octets */
#define OPTIONS(next)			next "00010400000000"
#define ROUTING(next)			next "00000000000000"
#define LONG_OPTIONS(next)		next "0201140000000000000000000000000000000000000000"
#define FRAGMENT(next, reserved)	next reserved "000000000007"
#define NOPS	"01010101010101010101010101010101010101010101010101010101010101010101010101010101"
#define UDP	"03e80050000c000001020304"

static const struct transport_case {
	const char *name;
	const char *hex;
	unsigned int offset;	/* where ESP goes */
} transport_cases[] = {
	{ "IPv4", "45b9002000010000401100000a0100010a020002" UDP, 20 },
	{ "IPv4, 4 octets of options",
	  "46b9002400010000401100000a0100010a02000294040000" UDP, 24 },
	{ "IPv4, 40 octets of options",
	  "4fb9004800010000401100000a0100010a020002" NOPS UDP, 60 },
	{ "IPv6", "6b900000000c1140" IP6 UDP, 40 },
	{ "IPv6, hop-by-hop options",
	  "6b90000000140040" IP6 OPTIONS("11") UDP, 48 },
	{ "IPv6, hop-by-hop options and routing header",
	  "6b900000001c0040" IP6 OPTIONS("2b") ROUTING("11") UDP, 56 },
};

static void describe_transport(const struct transport_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(transport, transport_cases, describe_transport);

/* R4303-3.1.1-1 -2, R6040-m-1: there and back again */
static void encap_transport_changes_length_and_protocol(struct kunit *test)
{
	const struct transport_case *c = test->param_value;
	struct nfi_upper upper;
	struct sk_buff *skb;
	u8 next_header;
	u8 *octets;
	size_t len;

	len = nfi_fixture_octets(test, c->hex, &octets);
	skb = nfi_fixture_skb(test, octets, len);
	if (c->hex[0] == '4')
		ip_send_check(ip_hdr(skb));
	memcpy(octets, skb->data, len);
	KUNIT_EXPECT_EQ(test, c->offset,
			nfi_encap_transport_offset(skb, &next_header));
	KUNIT_EXPECT_EQ(test, IPPROTO_UDP, (int)next_header);

	skb_put_zero(skb, 30);
	nfi_encap_transport(skb, c->offset, IPPROTO_ESP);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_packet_upper(skb, &upper));
	KUNIT_EXPECT_EQ(test, c->offset, upper.offset);
	KUNIT_EXPECT_EQ(test, IPPROTO_ESP, (int)upper.protocol);
	KUNIT_EXPECT_EQ(test, (int)c->offset, skb_transport_offset(skb));
	KUNIT_EXPECT_EQ(test, len + 30, c->hex[0] == '4' ?
			be16_to_cpu(ip_hdr(skb)->tot_len) + 0UL :
			be16_to_cpu(ipv6_hdr(skb)->payload_len) + 40UL);
	KUNIT_EXPECT_TRUE(test, checksum_ok(skb));
	KUNIT_EXPECT_EQ(test, 0xb9, (int)dsfield(skb));

	skb_trim(skb, len);
	nfi_encap_transport(skb, c->offset, IPPROTO_UDP);
	KUNIT_EXPECT_EQ(test, 0, memcmp(octets, skb->data, len));
	kfree_skb(skb);
}

/* What the receiver takes for the end of the headers is where the sender's next
 * header goes, whatever headers somebody has put in front of ESP on the way
 */
static void encap_transport_agrees_with_parser(struct kunit *test)
{
	static const struct transport_case cases[] = {
		{ "atomic fragment",
		  "6000000000142c40" IP6 FRAGMENT("32", "00") UDP, 48 },
		{ "atomic fragment, reserved octet set",
		  "6000000000142c40" IP6 FRAGMENT("32", "ff") UDP, 48 },
		{ "atomic fragment, reserved octet set, then options",
		  "60000000001c2c40" IP6 FRAGMENT("3c", "ff") OPTIONS("32") UDP, 56 },
		{ "options, then atomic fragment",
		  "60000000001c3c40" IP6 OPTIONS("2c") FRAGMENT("32", "03") UDP, 56 },
		{ "long options",
		  "60000000002c3c40" IP6 LONG_OPTIONS("3c") OPTIONS("32") UDP, 72 },
	};
	struct nfi_upper upper;
	struct sk_buff *skb;
	u8 *octets;
	size_t len, i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		len = nfi_fixture_octets(test, cases[i].hex, &octets);
		skb = nfi_fixture_skb(test, octets, len);
		KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
				nfi_packet_upper(skb, &upper));
		KUNIT_EXPECT_EQ(test, IPPROTO_ESP, (int)upper.protocol);
		KUNIT_EXPECT_EQ(test, cases[i].offset, upper.offset);
		nfi_encap_transport(skb, upper.offset, IPPROTO_UDP);
		KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
				nfi_packet_upper(skb, &upper));
		KUNIT_EXPECT_EQ_MSG(test, IPPROTO_UDP, (int)upper.protocol,
				    "%s", cases[i].name);
		KUNIT_EXPECT_EQ_MSG(test, cases[i].offset, upper.offset,
				    "%s", cases[i].name);
		kfree_skb(skb);
	}
}

static struct kunit_case cases[] = {
	KUNIT_CASE(encap_copies_ecn_and_dscp),
	KUNIT_CASE(encap_sets_fixed_dscp),
	KUNIT_CASE(encap_maps_dscp),
	KUNIT_CASE_PARAM(encap_sets_df, df_gen_params),
	KUNIT_CASE(encap_clears_df_where_nobody_can_send_less),
	KUNIT_CASE_PARAM(encap_makes_outer_header, family_gen_params),
	KUNIT_CASE(encap_labels_flows),
	KUNIT_CASE(encap_writes_label),
	KUNIT_CASE_PARAM(encap_leaves_inner_packet_alone, family_gen_params),
	KUNIT_CASE(encap_identifies_what_may_be_fragmented),
	KUNIT_CASE_PARAM(encap_pull_carries_ecn_over, family_gen_params),
	KUNIT_CASE_PARAM(encap_sets_outer_dscp, family_gen_params),
	KUNIT_CASE_PARAM(encap_pull_gives_inner_packet, family_gen_params),
	KUNIT_CASE_PARAM(encap_pull_trims_tfc_padding, family_gen_params),
	KUNIT_CASE_PARAM(encap_pull_rejects_other_next_headers,
			 family_gen_params),
	KUNIT_CASE_PARAM(encap_pull_rejects_inner_packet_cut_off,
			 family_gen_params),
	KUNIT_CASE(encap_pull_rejects_wrong_ipv4_lengths),
	KUNIT_CASE_PARAM(encap_pull_rejects_hop_limit_0, family_gen_params),
	KUNIT_CASE_PARAM(encap_transport_changes_length_and_protocol,
			 transport_gen_params),
	KUNIT_CASE(encap_transport_agrees_with_parser),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_encap",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.init = nfi_fixture_init,
	.exit = nfi_fixture_exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
