// SPDX-License-Identifier: GPL-2.0
/*
 * ESP in UDP: the header made and taken out again, what else comes to such a
 * port, and the checksums of what is inside in transport mode.
 *
 * Covers R3948-2.1-1 -2, R3948-2.2-1, R3948-2.3-1, R3948-3.1.2-1, R3948-3.2-1,
 * R3948-m-2.
 */
#include "fixture.h"

#include "../../src/packet.h"
#include "../../src/udpencap.h"

#include <linux/icmpv6.h>
#include <linux/tcp.h>
#include <linux/udp.h>
#include <net/ip.h>
#include <net/ip6_checksum.h>
#include <net/ipv6.h>
#include <compat/unaligned.h>

#define PAYLOAD	40
#define ROOM	(60 + NFI_UDP_HLEN + PAYLOAD)

static const struct nfi_fixture_suite *null_sha256 = &nfi_fixture_suites[7];

/* What an IP header may look like that ESP follows */
static const struct head_case {
	const char *name;
	const char *octets;
	unsigned int len;
	bool six;
} head_cases[] = {
	{ "IPv4",
	  "\x45\x00\x00\x00\x12\x34\x40\x00\x40\x32\x00\x00"
	  "\xc0\x00\x02\x01\xc6\x33\x64\x01", 20, false },
	{ "IPv4 with options",
	  "\x46\x00\x00\x00\x12\x34\x40\x00\x40\x32\x00\x00"
	  "\xc0\x00\x02\x01\xc6\x33\x64\x01\x94\x04\x00\x00", 24, false },
	{ "IPv6",
	  "\x60\x00\x00\x00\x00\x00\x32\x40"
	  "\x20\x01\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\x01"
	  "\x20\x01\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\x02", 40, true },
	{ "IPv6 with destination options",
	  "\x60\x00\x00\x00\x00\x00\x3c\x40"
	  "\x20\x01\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\x01"
	  "\x20\x01\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\x02"
	  "\x32\x00\x01\x04\0\0\0\0", 48, true },
};

static void describe_head(const struct head_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(head, head_cases, describe_head);

/* Lengths and checksum of the IP header of @skb */
static void finish_head(struct sk_buff *skb)
{
	if (nfi_packet_family(skb) == AF_INET) {
		ip_hdr(skb)->tot_len = htons(skb->len);
		ip_send_check(ip_hdr(skb));
	} else {
		ipv6_hdr(skb)->payload_len =
			htons(skb->len - sizeof(struct ipv6hdr));
	}
}

/* @len octets that count from 1, behind the IP header */
static struct sk_buff *new_packet(struct kunit *test, const struct head_case *c,
				  unsigned int len)
{
	u8 wire[ROOM];
	unsigned int i;
	struct sk_buff *skb;

	memcpy(wire, c->octets, c->len);
	for (i = 0; i < len; i++)
		wire[c->len + i] = i + 1;
	skb = nfi_fixture_skb(test, wire, c->len + len);
	finish_head(skb);
	return skb;
}

static struct nfi_sa *new_sa(struct kunit *test)
{
	struct nfi_sa_conf conf;
	struct nfi_keys keys;

	nfi_fixture_conf(&conf, null_sha256, NFI_DIR_OUT);
	nfi_fixture_keys(&keys, null_sha256);
	conf.encap = NFI_ENCAP_UDP;
	conf.local_port = htons(4501);
	conf.remote_port = htons(1024);
	return nfi_fixture_sa(test, &conf, &keys, 0);
}

/* Put a UDP header with these fields behind the IP header */
static void put_udp(struct sk_buff *skb, const struct head_case *c,
		    unsigned int len, __sum16 check)
{
	struct udphdr udp = {
		.source = htons(1024),
		.dest = htons(4500),
		.len = htons(len),
		.check = check,
	};
	u8 *p = skb_push(skb, sizeof(udp));

	memmove(p, p + sizeof(udp), c->len);
	memcpy(p + c->len, &udp, sizeof(udp));
	skb_reset_network_header(skb);
	if (!c->six)
		ip_hdr(skb)->protocol = IPPROTO_UDP;
	else if (c->len == 40)
		ipv6_hdr(skb)->nexthdr = IPPROTO_UDP;
	else
		skb->data[40] = IPPROTO_UDP;
	finish_head(skb);
	skb->ip_summed = CHECKSUM_NONE;
}

/* Over all that follows @offset and the addresses */
static __sum16 sum(const struct sk_buff *skb, unsigned int offset, u8 protocol)
{
	unsigned int len = skb->len - offset;
	__wsum all = csum_partial(skb->data + offset, len, 0);

	if (nfi_packet_family(skb) == AF_INET)
		return csum_tcpudp_magic(ip_hdr(skb)->saddr, ip_hdr(skb)->daddr,
					 len, protocol, all);
	return csum_ipv6_magic(&ipv6_hdr(skb)->saddr, &ipv6_hdr(skb)->daddr,
			       len, protocol, all);
}

static void udpencap_puts_header_before_esp(struct kunit *test)
{
	const struct head_case *c = test->param_value;
	struct sk_buff *skb = new_packet(test, c, PAYLOAD);
	struct nfi_sa *sa = new_sa(test);
	struct udphdr udp;

	KUNIT_EXPECT_EQ(test, NFI_UDP_HLEN, (int)nfi_fixture_path(sa)->udp_len);
	KUNIT_EXPECT_EQ(test, IPPROTO_UDP,
			(int)nfi_fixture_path(sa)->next_header);
	rcu_read_lock();
	nfi_udpencap_push(nfi_fixture_path(sa), skb, c->len);
	rcu_read_unlock();
	KUNIT_ASSERT_EQ(test, c->len + NFI_UDP_HLEN + PAYLOAD, skb->len);
	/* R3948-2.1-1, R3948-2.1-2 */
	memcpy(&udp, skb->data + c->len, sizeof(udp));
	KUNIT_EXPECT_EQ(test, 4501, (int)ntohs(udp.source));
	KUNIT_EXPECT_EQ(test, 1024, (int)ntohs(udp.dest));
	KUNIT_EXPECT_EQ(test, NFI_UDP_HLEN + PAYLOAD, (int)ntohs(udp.len));
	KUNIT_EXPECT_EQ(test, 0, (int)(__force u16)udp.check);
	/* what is in front and what is behind stay, but for length and sum */
	KUNIT_EXPECT_EQ(test, c->octets[0], (char)skb->data[0]);
	KUNIT_EXPECT_EQ(test, 0, memcmp(skb->data + 12, c->octets + 12,
					c->len - 12));
	KUNIT_EXPECT_EQ(test, 1, (int)skb->data[c->len + NFI_UDP_HLEN]);
	KUNIT_EXPECT_EQ(test, PAYLOAD, (int)skb->data[skb->len - 1]);
	kfree_skb(skb);
}

static void udpencap_sums_up_for_ipv6_only(struct kunit *test)
{
	const struct head_case *c = test->param_value;
	struct sk_buff *skb = new_packet(test, c, PAYLOAD);
	struct udphdr *udp;

	put_udp(skb, c, NFI_UDP_HLEN + PAYLOAD, 0);
	nfi_udpencap_sum(skb, c->len);
	udp = (struct udphdr *)(skb->data + c->len);
	if (c->six) {
		KUNIT_ASSERT_EQ(test, CHECKSUM_PARTIAL, (int)skb->ip_summed);
		KUNIT_ASSERT_EQ(test, 0, skb_checksum_help(skb));
		udp = (struct udphdr *)(skb->data + c->len);
		KUNIT_EXPECT_NE(test, 0, (int)(__force u16)udp->check);
		KUNIT_EXPECT_EQ(test, 0, (int)(__force u16)sum(skb, c->len,
							       IPPROTO_UDP));
	} else {
		KUNIT_EXPECT_EQ(test, CHECKSUM_NONE, (int)skb->ip_summed);
		KUNIT_EXPECT_EQ(test, 0, (int)(__force u16)udp->check);
	}
	kfree_skb(skb);
}

/* R3948-3.2-1 */
static void udpencap_takes_header_out(struct kunit *test)
{
	const struct head_case *c = test->param_value;
	struct sk_buff *plain = new_packet(test, c, PAYLOAD);
	struct sk_buff *skb = new_packet(test, c, PAYLOAD);

	put_udp(skb, c, NFI_UDP_HLEN + PAYLOAD, 0);
	nfi_udpencap_pull(skb, c->len);
	KUNIT_EXPECT_EQ(test, plain->len, skb->len);
	KUNIT_EXPECT_EQ(test, 0, memcmp(plain->data, skb->data,
					min(plain->len, skb->len)));
	KUNIT_EXPECT_EQ(test, 0, (int)skb_network_offset(skb));
	kfree_skb(plain);
	kfree_skb(skb);
}

/* A datagram of @len octets behind its UDP header. R3948-m-2. */
static enum nfi_reason check(struct kunit *test, const struct head_case *c,
			     unsigned int len, int length_off, int sum_off)
{
	unsigned int whole = NFI_UDP_HLEN + len;
	struct sk_buff *skb = new_packet(test, c, len);
	enum nfi_reason reason;
	struct udphdr *udp;

	put_udp(skb, c, whole + length_off, 0);
	udp = (struct udphdr *)(skb->data + c->len);
	if (sum_off >= 0)
		udp->check = (__force __sum16)
			((__force u16)sum(skb, c->len, IPPROTO_UDP) + sum_off);
	reason = nfi_udpencap_check(skb, c->len);
	kfree_skb(skb);
	return reason;
}

static void udpencap_wants_right_lengths(struct kunit *test)
{
	const struct head_case *c = test->param_value;
	unsigned int len;

	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, check(test, c, PAYLOAD, 0, 0));
	KUNIT_EXPECT_EQ(test, NFI_REASON_UDP_LENGTH,
			check(test, c, PAYLOAD, 1, 0));
	KUNIT_EXPECT_EQ(test, NFI_REASON_UDP_LENGTH,
			check(test, c, PAYLOAD, -1, 0));
	KUNIT_EXPECT_EQ(test, NFI_REASON_UDP_LENGTH,
			check(test, c, PAYLOAD, -NFI_UDP_HLEN - PAYLOAD, 0));
	for (len = 0; len < NFI_ESP_HLEN; len++)
		KUNIT_EXPECT_EQ_MSG(test, NFI_REASON_TOO_SHORT,
				    check(test, c, len, 0, 0), "%u octets", len);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, check(test, c, NFI_ESP_HLEN, 0, 0));
}

/* R3948-2.1-2 */
static void udpencap_checks_checksum_that_is_there(struct kunit *test)
{
	const struct head_case *c = test->param_value;

	KUNIT_EXPECT_EQ(test, NFI_REASON_UDP_CHECKSUM,
			check(test, c, PAYLOAD, 0, 1));
	KUNIT_EXPECT_EQ(test, c->six ? NFI_REASON_UDP_CHECKSUM : NFI_REASON_OK,
			check(test, c, PAYLOAD, 0, -1));
}

/* R3948-2.3-1: one octet 0xff is a keepalive, no other is and no two are */
static void udpencap_knows_keepalives(struct kunit *test)
{
	const struct head_case *c = test->param_value;
	unsigned int len;
	struct sk_buff *skb;
	struct udphdr *udp;

	for (len = 1; len < 4; len++) {
		skb = new_packet(test, c, len);
		memset(skb->data + c->len, 0xff, len);
		put_udp(skb, c, NFI_UDP_HLEN + len, 0);
		udp = (struct udphdr *)(skb->data + c->len);
		udp->check = sum(skb, c->len, IPPROTO_UDP);
		KUNIT_EXPECT_EQ(test, len == 1 ? NFI_REASON_KEEPALIVE :
						 NFI_REASON_TOO_SHORT,
				nfi_udpencap_check(skb, c->len));
		kfree_skb(skb);
	}
}

/* R3948-2.2-1: four octets of zero are the marker, three are not */
static void udpencap_knows_marker(struct kunit *test)
{
	const struct head_case *c = test->param_value;
	struct nfi_upper upper;
	struct sk_buff *skb;
	struct nfi_udp udp;
	unsigned int len;

	for (len = 0; len <= 8; len++) {
		skb = new_packet(test, c, len);
		memset(skb->data + c->len, 0, min(len, 4u));
		put_udp(skb, c, NFI_UDP_HLEN + len, 0);
		KUNIT_ASSERT_EQ(test, NFI_REASON_OK,
				nfi_packet_upper(skb, &upper));
		KUNIT_ASSERT_EQ(test, c->len, upper.offset);
		KUNIT_ASSERT_TRUE(test, nfi_udpencap_read(skb, &upper, &udp));
		KUNIT_EXPECT_EQ(test, len >= 4, udp.marker);
		KUNIT_EXPECT_EQ(test, 0U, be32_to_cpu(udp.spi));
		KUNIT_EXPECT_EQ(test, 4500, (int)ntohs(udp.local));
		KUNIT_EXPECT_EQ(test, 1024, (int)ntohs(udp.remote));
		kfree_skb(skb);
	}
	skb = new_packet(test, c, 8);
	put_udp(skb, c, NFI_UDP_HLEN + 8, 0);
	KUNIT_ASSERT_EQ(test, NFI_REASON_OK, nfi_packet_upper(skb, &upper));
	KUNIT_ASSERT_TRUE(test, nfi_udpencap_read(skb, &upper, &udp));
	KUNIT_EXPECT_FALSE(test, udp.marker);
	KUNIT_EXPECT_EQ(test, 0x01020304U, be32_to_cpu(udp.spi));
	kfree_skb(skb);
}

static void udpencap_reads_nothing_beyond_the_end(struct kunit *test)
{
	const struct head_case *c = test->param_value;
	struct nfi_upper upper = { .offset = c->len, .protocol = IPPROTO_UDP };
	struct sk_buff *skb;
	struct nfi_udp udp;
	unsigned int len;

	for (len = 0; len < NFI_UDP_HLEN; len++) {
		skb = new_packet(test, c, len);
		KUNIT_EXPECT_FALSE(test, nfi_udpencap_read(skb, &upper, &udp));
		KUNIT_EXPECT_EQ(test, NFI_REASON_UDP_LENGTH,
				nfi_udpencap_check(skb, c->len));
		kfree_skb(skb);
	}
}

static const struct sum_case {
	const char *name;
	unsigned int head;
	u8 protocol;
	u8 len;
	u8 field;
} sum_cases[] = {
	{ "TCP, IPv4", 0, IPPROTO_TCP, 20, 16 },
	{ "TCP, IPv4 with options", 1, IPPROTO_TCP, 31, 16 },
	{ "TCP, IPv6", 2, IPPROTO_TCP, 20, 16 },
	{ "UDP, IPv4", 0, IPPROTO_UDP, 8, 6 },
	{ "UDP, IPv6", 3, IPPROTO_UDP, 19, 6 },
	{ "ICMPv6", 2, IPPROTO_ICMPV6, 8, 2 },
};

static void describe_sum(const struct sum_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(sum, sum_cases, describe_sum);

static struct sk_buff *summed(struct kunit *test, const struct sum_case *s,
			      const struct head_case *c, u16 check)
{
	struct sk_buff *skb = new_packet(test, c, s->len);
	u8 *p = skb->data + c->len;

	put_unaligned_be16(check, p + s->field);
	if (s->protocol == IPPROTO_UDP)
		put_unaligned_be16(s->len, p + 4);
	return skb;
}

/* R3948-3.1.2-1 */
static void udpencap_mends_sum_of_other_addresses(struct kunit *test)
{
	const struct sum_case *s = test->param_value;
	const struct head_case *c = &head_cases[s->head];
	struct sk_buff *skb = summed(test, s, c, 0xbeef);
	struct nfi_upper upper = { .offset = c->len, .protocol = s->protocol };

	KUNIT_ASSERT_NE(test, 0, (int)(__force u16)sum(skb, c->len,
						       s->protocol));
	nfi_udpencap_fix_sum(skb, &upper);
	/* the stack takes it as it is, and completes it if it goes on */
	KUNIT_EXPECT_TRUE(test, skb_csum_unnecessary(skb));
	KUNIT_ASSERT_EQ(test, 0, skb_checksum_help(skb));
	KUNIT_EXPECT_EQ(test, 0, (int)(__force u16)sum(skb, c->len,
						       s->protocol));
	kfree_skb(skb);
}

static void udpencap_leaves_what_it_cannot_mend(struct kunit *test)
{
	const struct sum_case *s = test->param_value;
	const struct head_case *c = &head_cases[s->head];
	struct nfi_upper upper = { .offset = c->len, .protocol = s->protocol };
	struct sk_buff *skb = summed(test, s, c, 0xbeef);

	/* one octet less than a header */
	__skb_trim(skb, c->len + (s->protocol == IPPROTO_TCP ? 19 : 7));
	nfi_udpencap_fix_sum(skb, &upper);
	KUNIT_EXPECT_EQ(test, CHECKSUM_NONE, (int)skb->ip_summed);
	kfree_skb(skb);

	/* a UDP checksum that was never made */
	skb = summed(test, s, c, 0);
	nfi_udpencap_fix_sum(skb, &upper);
	KUNIT_EXPECT_EQ(test, s->protocol == IPPROTO_UDP ? CHECKSUM_NONE :
							   CHECKSUM_PARTIAL,
			(int)skb->ip_summed);
	kfree_skb(skb);

	skb = summed(test, s, c, 0xbeef);
	upper.protocol = IPPROTO_SCTP;
	nfi_udpencap_fix_sum(skb, &upper);
	KUNIT_EXPECT_EQ(test, CHECKSUM_NONE, (int)skb->ip_summed);
	kfree_skb(skb);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(udpencap_puts_header_before_esp, head_gen_params),
	KUNIT_CASE_PARAM(udpencap_sums_up_for_ipv6_only, head_gen_params),
	KUNIT_CASE_PARAM(udpencap_takes_header_out, head_gen_params),
	KUNIT_CASE_PARAM(udpencap_wants_right_lengths, head_gen_params),
	KUNIT_CASE_PARAM(udpencap_checks_checksum_that_is_there,
			 head_gen_params),
	KUNIT_CASE_PARAM(udpencap_knows_keepalives, head_gen_params),
	KUNIT_CASE_PARAM(udpencap_knows_marker, head_gen_params),
	KUNIT_CASE_PARAM(udpencap_reads_nothing_beyond_the_end,
			 head_gen_params),
	KUNIT_CASE_PARAM(udpencap_mends_sum_of_other_addresses,
			 sum_gen_params),
	KUNIT_CASE_PARAM(udpencap_leaves_what_it_cannot_mend, sum_gen_params),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_udpencap",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.init = nfi_fixture_init,
	.exit = nfi_fixture_exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
