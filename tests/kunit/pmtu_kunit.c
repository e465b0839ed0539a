// SPDX-License-Identifier: GPL-2.0
/*
 * How large a packet may be, held against a table and against trying it out;
 * and messages about that, whole and in pieces.
 *
 * Covers R4301-8.2.1-1 -2, R4459-3.2-1.
 */
#include "fixture.h"
#include "vectors.h"
#include "vectors/mtu.h"

#include "../../src/esp.h"
#include "../../src/pmtu.h"

#include <linux/errqueue.h>
#include <linux/net.h>
#include <net/ip.h>
#include <net/ipv6.h>
#include <net/sock.h>

static void describe_mtu(const struct vector_mtu *v, char *desc)
{
	snprintf(desc, KUNIT_PARAM_DESC_SIZE, "encr %u, IPv%d, path MTU %u",
		 v->encr, v->family == AF_INET ? 4 : 6, v->path);
}

KUNIT_ARRAY_PARAM(mtu, mtu_vectors, describe_mtu);

/* R4459-3.2-1: the path MTU less what is really added */
static void pmtu_is_that_of_table(struct kunit *test)
{
	const struct vector_mtu *v = test->param_value;
	unsigned int head = v->family == AF_INET ? 20 : 40, i;
	unsigned int outer = head + (v->udp ? NFI_UDP_HLEN : 0);
	const struct nfi_fixture_suite *s;
	struct nfi_suite suite;

	for (i = 0; i < ARRAY_SIZE(nfi_fixture_all_suites); i++) {
		s = &nfi_fixture_all_suites[i];
		if (s->encr != v->encr || s->integ != v->integ)
			continue;
		KUNIT_ASSERT_EQ(test, 0,
				nfi_algo_suite(&suite, s->encr, s->key_len,
					       s->integ, s->mac_key_len,
					       NULL));
		KUNIT_EXPECT_EQ(test, (unsigned int)v->tunnel,
				nfi_pmtu_payload(&suite, outer, v->path));
		KUNIT_EXPECT_EQ(test, (unsigned int)v->transport,
				head + nfi_pmtu_payload(&suite, outer, v->path));
	}
}

KUNIT_ARRAY_PARAM(suite, nfi_fixture_suites, nfi_fixture_describe);

/* R1191-3-1: each guess is a plateau, and lower than what was too big */
static void pmtu_guesses_next_plateau(struct kunit *test)
{
	static const struct {
		unsigned int len, mtu;
	} c[] = {
		{ 65535, 32000 }, { 32001, 32000 }, { 32000, 17914 },
		{ 9000, 8166 }, { 1500, 1492 }, { 1492, 1006 }, { 1400, 1006 },
		{ 1006, 508 }, { 508, 296 }, { 297, 296 }, { 296, 68 },
		{ 69, 68 }, { 20, 68 }, { 0, 68 },
	};
	int i;

	for (i = 0; i < ARRAY_SIZE(c); i++)
		KUNIT_EXPECT_EQ(test, c[i].mtu, nfi_pmtu_plateau(c[i].len));
}

/* What fits is what fits with all that esp.c adds, and an octet more does not */
static void pmtu_is_what_fits(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	unsigned int outer, path, around, len;
	struct nfi_suite suite;

	KUNIT_ASSERT_EQ(test, 0, nfi_algo_suite(&suite, s->encr, s->key_len,
						s->integ, s->mac_key_len,
						NULL));
	for (outer = 20; outer <= 60; outer += 8) {
		around = outer + 8 + s->iv_len;
		for (path = 0; path <= 1600; path++) {
			len = nfi_pmtu_payload(&suite, outer, path);
			if (len)
				KUNIT_ASSERT_LE(test, around + len +
						nfi_esp_tail(&suite, len), path);
			KUNIT_ASSERT_GT(test, around + len + 1 +
					nfi_esp_tail(&suite, len + 1), path);
		}
	}
}

#define TOLD	"0304000000000500"	/* ICMP: too big, 1280 */
#define TOLD6	"0200000000000500"	/* ICMPv6: too big, 1280 */
/* ESP of 0x1001 from 192.0.2.1 to 198.51.100.1 */
#define ESP4	"4500003c0000400040320000c0000201c63364010000100100000001"
#define ESP6	"6000000000283240" LOCAL6 REMOTE6 "0000100100000001"
#define LOCAL6	"20010db8000000000000000000000001"
#define REMOTE6	"20010db8000000000000000000000002"

static const struct learn_case {
	const char *name;
	const char *hex;
} learn_cases[] = {
	{ "ICMP",
	  "450000380000000040010000c0000264c0000201" TOLD ESP4 },
	{ "ICMP after IP options",
	  "4600003c0000000040010000c0000264c000020194040000" TOLD ESP4 },
	{ "ICMP with an ESP packet of IPv6",
	  "450000580000000040010000c0000264c0000201" TOLD ESP6 },
	{ "ICMP about itself",
	  "450000500000000040010000c0000264c0000201" TOLD
	  "450000380000000040010000c0000264c0000201" TOLD ESP4 },
	{ "ICMP, a fragment",
	  "450000380000200040010000c0000264c0000201" TOLD ESP4 },
	{ "ICMPv6", "6000000000383a40" REMOTE6 LOCAL6 TOLD6 ESP6 },
	{ "ICMPv6 after options",
	  "6000000000400040" REMOTE6 LOCAL6 "3a00010400000000" TOLD6 ESP6 },
	{ "ICMPv6 with an ESP packet of IPv4",
	  "6000000000243a40" REMOTE6 LOCAL6 TOLD6 ESP4 },
	{ "UDP", "450000380000000040110000c0000264c0000201" TOLD ESP4 },
};

static void describe_learn(const struct learn_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(learn, learn_cases, describe_learn);

static void add_sas(struct kunit *test)
{
	const struct nfi_fixture_suite *s = &nfi_fixture_suites[7];
	struct nfi_sa_conf conf;
	struct nfi_keys keys;

	nfi_fixture_conf(&conf, s, NFI_DIR_OUT);
	nfi_fixture_keys(&keys, s);
	nfi_fixture_insert(test, nfi_fixture_sa(test, &conf, &keys, 0));
	conf.family = AF_INET6;
	conf.local = (struct nfi_addr){ .w = {
		cpu_to_be32(0x20010db8), 0, 0, cpu_to_be32(1) } };
	conf.remote = (struct nfi_addr){ .w = {
		cpu_to_be32(0x20010db8), 0, 0, cpu_to_be32(2) } };
	conf.key.peer = conf.remote;
	nfi_fixture_insert(test, nfi_fixture_sa(test, &conf, &keys, 0));
}

/* R4303-8-1: whatever comes, in whatever pieces, goes on as it came. That a
 * route learns from it is for the end-to-end tests.
 */
static void pmtu_learn_leaves_packet_as_it_was(struct kunit *test)
{
	const struct learn_case *c = test->param_value;
	struct nfi_net *nn = nfi_fixture_net(test);
	struct sk_buff *skb;
	u8 *octets, *after;
	size_t len, n;

	add_sas(test);
	len = nfi_fixture_octets(test, c->hex, &octets);
	after = kunit_kzalloc(test, len, GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, after);
	for (n = 1; n <= len; n++) {
		skb = nfi_fixture_skb_paged(test, octets, n, (n + 1) / 2);
		skb->dev = init_net.loopback_dev;
		rcu_read_lock();
		nfi_pmtu_learn(nn, skb);
		rcu_read_unlock();
		KUNIT_EXPECT_EQ(test, n, (size_t)skb->len);
		KUNIT_EXPECT_EQ(test, 0, skb_network_offset(skb));
		KUNIT_EXPECT_EQ(test, 0, skb_copy_bits(skb, 0, after, n));
		KUNIT_EXPECT_EQ(test, 0, memcmp(octets, after, n));
		kfree_skb(skb);
	}
}

static const struct socket_case {
	const char *name;
	u8 family;
	u8 socket;
	bool told;
} socket_cases[] = {
	{ "IPv4", AF_INET, AF_INET, true },
	{ "IPv6", AF_INET6, AF_INET6, true },
	{ "IPv4 by an IPv6 socket", AF_INET, AF_INET6, true },
	{ "IPv6 by an IPv4 socket", AF_INET6, AF_INET, false },
};

static void describe_socket(const struct socket_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(socket, socket_cases, describe_socket);

/* R4301-8.2.1-2: as the stack tells it, and nobody who has not asked */
static void pmtu_tells_socket_that_asked(struct kunit *test)
{
	static const u8 v4[28] = { 0x45, [2] = 0, 28, [9] = IPPROTO_UDP,
				   [16] = 192, 0, 2, 2 };
	static const u8 v6[48] = { 0x60, [5] = 8, IPPROTO_UDP,
				   [24] = 0x20, 1, 0xd, 0xb8, [39] = 2 };
	const struct socket_case *c = test->param_value;
	const u8 *wire = c->family == AF_INET ? v4 : v6;
	size_t len = c->family == AF_INET ? sizeof(v4) : sizeof(v6);
	unsigned int dst = c->family == AF_INET ? 16 : 24;
	struct sk_buff *skb = nfi_fixture_skb(test, wire, len), *err;
	struct sock_exterr_skb *serr;
	struct socket *sock;

	nfi_pmtu_tell_socket(skb, 1466);	/* there is none */
	KUNIT_ASSERT_EQ(test, 0, sock_create_kern(&init_net, c->socket,
						  SOCK_DGRAM, IPPROTO_UDP,
						  &sock));
	skb_set_owner_w(skb, sock->sk);
	nfi_pmtu_tell_socket(skb, 1466);
	KUNIT_EXPECT_TRUE(test, skb_queue_empty(&sock->sk->sk_error_queue));

	ip_sock_set_recverr(sock->sk);
	if (c->socket == AF_INET6)
		ip6_sock_set_recverr(sock->sk);
	nfi_pmtu_tell_socket(skb, 1466);
	err = sock_dequeue_err_skb(sock->sk);
	KUNIT_EXPECT_EQ(test, c->told, !!err);
	if (err) {
		serr = SKB_EXT_ERR(err);
		KUNIT_EXPECT_EQ(test, EMSGSIZE, (int)serr->ee.ee_errno);
		KUNIT_EXPECT_EQ(test, SO_EE_ORIGIN_LOCAL,
				(int)serr->ee.ee_origin);
		KUNIT_EXPECT_EQ(test, 1466U, serr->ee.ee_info);
		KUNIT_EXPECT_EQ(test, 0U, err->len);
		KUNIT_EXPECT_EQ(test, 0, memcmp(skb_network_header(err) +
						serr->addr_offset, wire + dst,
						c->family == AF_INET ? 4 : 16));
		kfree_skb(err);
	}
	kfree_skb(skb);
	sock_release(sock);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(pmtu_is_that_of_table, mtu_gen_params),
	KUNIT_CASE(pmtu_guesses_next_plateau),
	KUNIT_CASE_PARAM(pmtu_is_what_fits, suite_gen_params),
	KUNIT_CASE_PARAM(pmtu_learn_leaves_packet_as_it_was, learn_gen_params),
	KUNIT_CASE_PARAM(pmtu_tells_socket_that_asked, socket_gen_params),
	{}
};

static struct kunit_suite pmtu_suite = {
	.name = "nfipsec_pmtu",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.init = nfi_fixture_init,
	.exit = nfi_fixture_exit,
	.test_cases = cases,
};

kunit_test_suite(pmtu_suite);
