// SPDX-License-Identifier: GPL-2.0
/*
 * TFC padding: how much a packet gets, and taking it off in transport mode.
 *
 * Covers R4303-2.7-1 -2 -4, (A11).
 */
#include "fixture.h"

#include "../../src/tfc.h"

#include <linux/udp.h>
#include <net/ip.h>

static const struct len_case {
	const char *name;
	u32 tfc;
	u8 mode;
	u8 protocol;
	unsigned int len;
	unsigned int said;	/* by UDP, if it is not the whole payload */
	unsigned int mtu;
	unsigned int want;
} len_cases[] = {
	{ "none wanted", 0, NFI_MODE_TUNNEL, IPPROTO_UDP, 100, 0, 1400, 0 },
	{ "short", 1000, NFI_MODE_TUNNEL, IPPROTO_UDP, 100, 0, 1400, 900 },
	{ "one less", 1000, NFI_MODE_TUNNEL, IPPROTO_UDP, 999, 0, 1400, 1 },
	{ "as long", 1000, NFI_MODE_TUNNEL, IPPROTO_UDP, 1000, 0, 1400, 0 },
	{ "longer", 1000, NFI_MODE_TUNNEL, IPPROTO_UDP, 1001, 0, 1400, 0 },
	{ "to the path", 65535, NFI_MODE_TUNNEL, IPPROTO_UDP, 100, 0, 1400,
	  1300 },
	{ "never beyond the path", 1500, NFI_MODE_TUNNEL, IPPROTO_UDP, 100, 0,
	  1400, 1300 },
	{ "larger than the path", 65535, NFI_MODE_TUNNEL, IPPROTO_UDP, 1401, 0,
	  1400, 0 },
	{ "a path of nothing", 65535, NFI_MODE_TUNNEL, IPPROTO_UDP, 28, 0, 0,
	  0 },
	{ "TCP in a tunnel", 1000, NFI_MODE_TUNNEL, IPPROTO_TCP, 100, 0, 1400,
	  900 },
	{ "UDP in transport mode", 1000, NFI_MODE_TRANSPORT, IPPROTO_UDP, 100,
	  0, 1400, 900 },
	{ "TCP in transport mode", 1000, NFI_MODE_TRANSPORT, IPPROTO_TCP, 100,
	  0, 1400, 0 },
	{ "UDP that is shorter than its packet", 1000, NFI_MODE_TRANSPORT,
	  IPPROTO_UDP, 100, 79, 1400, 0 },
	{ "UDP that is longer than its packet", 1000, NFI_MODE_TRANSPORT,
	  IPPROTO_UDP, 100, 81, 1400, 0 },
	{ "UDP without room for its header", 1000, NFI_MODE_TRANSPORT,
	  IPPROTO_UDP, 27, 7, 1400, 0 },
};

static void describe(const struct len_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(len, len_cases, describe);

static struct sk_buff *packet(struct kunit *test, u8 protocol,
			      unsigned int len, unsigned int said)
{
	u8 *p = kunit_kzalloc(test, len, GFP_KERNEL);
	__be16 udp_len = htons(said ?: len - 20);

	KUNIT_ASSERT_NOT_NULL(test, p);
	*(struct iphdr *)p = (struct iphdr){
		.version = 4, .ihl = 5, .ttl = 64, .protocol = protocol,
		.tot_len = htons(len),
		.saddr = cpu_to_be32(0xc0000201),
		.daddr = cpu_to_be32(0xc6336401),
	};
	ip_send_check((struct iphdr *)p);
	memcpy(p + 20 + offsetof(struct udphdr, len), &udp_len,
	       sizeof(udp_len));
	return nfi_fixture_skb(test, p, len);
}

/* R4303-2.7-1 -4 (A11): in transport mode what has a length of its own */
static void tfc_pads_to_what_is_wanted_and_fits(struct kunit *test)
{
	const struct len_case *c = test->param_value;
	struct sk_buff *skb = packet(test, c->protocol, c->len, c->said);
	struct nfi_sa_conf conf;
	struct nfi_keys keys;
	struct nfi_sa *sa;

	nfi_fixture_conf(&conf, &nfi_fixture_suites[0], NFI_DIR_OUT);
	nfi_fixture_keys(&keys, &nfi_fixture_suites[0]);
	conf.mode = c->mode;
	conf.tfc = c->tfc;
	sa = nfi_fixture_sa(test, &conf, &keys, 0);
	KUNIT_EXPECT_EQ(test, c->want, nfi_tfc_len(sa, skb, c->mtu));
	kfree_skb(skb);
}

/* RFC 4303 2.7, RFC 3948 3.1.2: behind UDP that came through a NAT */
static void tfc_is_cut_off_behind_udp(struct kunit *test)
{
	static const struct {
		unsigned int len, said, want;
	} cases[] = {
		{ 100, 80, 100 }, { 100, 30, 50 }, { 100, 8, 28 },
		/* what makes no sense stays as it is, for the stack to refuse */
		{ 100, 81, 100 }, { 100, 7, 100 }, { 27, 8, 27 },
	};
	struct sk_buff *skb;
	int i;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		skb = packet(test, IPPROTO_UDP, cases[i].len, cases[i].said);
		nfi_tfc_trim(skb, 20);
		KUNIT_EXPECT_EQ(test, cases[i].want, skb->len);
		kfree_skb(skb);
	}
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(tfc_pads_to_what_is_wanted_and_fits, len_gen_params),
	KUNIT_CASE(tfc_is_cut_off_behind_udp),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_tfc",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.init = nfi_fixture_init,
	.exit = nfi_fixture_exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
