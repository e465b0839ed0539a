// SPDX-License-Identifier: GPL-2.0
/*
 * What is decided before and after all policies: which packets are IKE, which
 * are neighbour discovery, and that either can be switched off.
 *
 * Covers R4301-5.2-2, R4301-4.4.1-5, (D1).
 */
#include "fixture.h"

#include "../../src/builtin.h"

#include <linux/ipv6.h>
#include <net/ndisc.h>

static int init(struct kunit *test)
{
	int err = nfi_fixture_init(test), i;
	struct nfi_net *nn;

	if (err)
		return err;
	nn = nfi_fixture_net(test);
	for (i = 0; i < ARRAY_SIZE(nn->builtin); i++) {
		nn->builtin[i] = nfi_traffic_new();
		if (!nn->builtin[i])
			return -ENOMEM;
	}
	nn->defaults[NFI_DIR_IN] = NFI_ACTION_BYPASS;
	nn->defaults[NFI_DIR_OUT] = NFI_ACTION_BYPASS;
	return 0;
}

static void exit(struct kunit *test)
{
	struct nfi_net *nn;
	int i;

	if (!test->priv)
		return;
	nn = nfi_fixture_net(test);
	for (i = 0; i < ARRAY_SIZE(nn->builtin); i++)
		free_percpu(nn->builtin[i]);
	nfi_fixture_exit(test);
}

static bool is_ike(struct kunit *test, const struct nfi_flow *flow)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_traffic __percpu *entry = nfi_builtin_ike(nn, flow);

	if (entry)
		KUNIT_EXPECT_TRUE(test, entry == nn->builtin[NFI_BUILTIN_IKE]);
	return entry;
}

/* R4301-5.2-2: by this host's port, whatever that of the other end is */
static void builtin_knows_ike_by_its_port(struct kunit *test)
{
	struct nfi_flow flow = {
		.family = AF_INET,
		.protocol = IPPROTO_UDP,
		.ports = true,
		.remote_port = 500,
	};
	u32 port;

	for (port = 0; port <= U16_MAX; port++) {
		flow.local_port = port;
		KUNIT_EXPECT_EQ(test, port == 500 || port == 4500,
				is_ike(test, &flow));
	}
	/* a later fragment: who knows? */
	flow.local_port = 500;
	flow.ports = false;
	KUNIT_EXPECT_FALSE(test, is_ike(test, &flow));
}

static void builtin_can_be_switched_off(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_flow flow = {
		.family = AF_INET,
		.protocol = IPPROTO_UDP,
		.ports = true,
		.local_port = 500,
	};

	nn->builtin_off[NFI_BUILTIN_DISCOVERY] = true;
	KUNIT_EXPECT_TRUE(test, is_ike(test, &flow));
	nn->builtin_off[NFI_BUILTIN_IKE] = true;
	KUNIT_EXPECT_FALSE(test, is_ike(test, &flow));
}

static bool is_discovery(struct kunit *test, u8 type, u8 hop_limit)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	u8 data[sizeof(struct ipv6hdr) + 8] = { [40] = type };
	struct ipv6hdr *ip6 = (struct ipv6hdr *)data;
	struct nfi_traffic __percpu *entry;
	struct nfi_flow flow = {
		.family = AF_INET6,
		.protocol = IPPROTO_ICMPV6,
	};
	struct sk_buff *skb;

	ip6->version = 6;
	ip6->payload_len = htons(8);
	ip6->nexthdr = IPPROTO_ICMPV6;
	ip6->hop_limit = hop_limit;
	skb = nfi_fixture_skb(test, data, sizeof(data));
	skb_reset_network_header(skb);
	skb->protocol = htons(ETH_P_IPV6);
	entry = nfi_builtin_discovery(nn, skb, &flow);
	kfree_skb(skb);
	if (entry)
		KUNIT_EXPECT_TRUE(test, entry ==
				  nn->builtin[NFI_BUILTIN_DISCOVERY]);
	return entry;
}

/* Only what was not forwarded, and nothing else of ICMPv6 */
static void builtin_knows_neighbour_discovery(struct kunit *test)
{
	int type;
	bool is;

	for (type = 0; type <= U8_MAX; type++) {
		is = type >= NDISC_ROUTER_SOLICITATION &&
		     type <= NDISC_REDIRECT;
		KUNIT_EXPECT_EQ(test, is, is_discovery(test, type, 255));
	}
	KUNIT_EXPECT_FALSE(test, is_discovery(test,
					      NDISC_NEIGHBOUR_SOLICITATION,
					      254));
	nfi_fixture_net(test)->builtin_off[NFI_BUILTIN_DISCOVERY] = true;
	KUNIT_EXPECT_FALSE(test, is_discovery(test,
					      NDISC_NEIGHBOUR_SOLICITATION,
					      255));
}

/* R4301-4.4.1-5: there is something to enforce as soon as one is not BYPASS */
static void builtin_is_at_rest_only_when_all_passes(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);

	KUNIT_EXPECT_TRUE(test, nfi_builtin_at_rest(nn));
	nn->defaults[NFI_DIR_IN] = NFI_ACTION_DISCARD;
	KUNIT_EXPECT_FALSE(test, nfi_builtin_at_rest(nn));
	nn->defaults[NFI_DIR_OUT] = NFI_ACTION_DISCARD;
	KUNIT_EXPECT_FALSE(test, nfi_builtin_at_rest(nn));
	nn->defaults[NFI_DIR_IN] = NFI_ACTION_BYPASS;
	KUNIT_EXPECT_FALSE(test, nfi_builtin_at_rest(nn));
}

static struct kunit_case cases[] = {
	KUNIT_CASE(builtin_knows_ike_by_its_port),
	KUNIT_CASE(builtin_can_be_switched_off),
	KUNIT_CASE(builtin_knows_neighbour_discovery),
	KUNIT_CASE(builtin_is_at_rest_only_when_all_passes),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_builtin",
	.init = init,
	.exit = exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
