// SPDX-License-Identifier: GPL-2.0
/*
 * What the hooks decide, above all of packets that look like those of a flow that
 * is known and passes without more ado. What is protected, and what fragments
 * become, is tested end to end.
 *
 * Covers R4301-4.4.1-9, R4301-5.2-2, (D1, D4).
 */
#include "fixture.h"

#include "../../src/hook.h"

#include "../../src/dst.h"

#include <linux/netdevice.h>
#include <linux/netfilter.h>
#include <linux/rtnetlink.h>
#include <net/route.h>

#define IN	2
#define OUT	3

#define ADDR4		"0a010001" "0a020002"
#define ADDR6		"20010db8000100000000000000000001"	\
			"20010db8000200000000000000000002"
#define UDP(ports)	"4500002000010000" "4011" "0000" ADDR4 ports "000c0000"
#define USUAL		UDP("0fa01388")

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
	return nfi_hook_register(nn);
}

static void exit(struct kunit *test)
{
	struct nfi_policy *policy, *tmp;
	struct nfi_net *nn;
	int i;

	if (!test->priv)
		return;
	nn = nfi_fixture_net(test);
	nfi_hook_unregister(nn);
	list_for_each_entry_safe(policy, tmp, &nn->spd.policies, next) {
		nfi_spd_remove(&nn->spd, policy);
		nfi_policy_free(policy);
	}
	nfi_spd_destroy(&nn->spd);
	rcu_barrier();
	for (i = 0; i < ARRAY_SIZE(nn->builtin); i++)
		free_percpu(nn->builtin[i]);
	nfi_fixture_exit(test);
}

static struct net_device *device(struct kunit *test, int ifindex)
{
	struct net_device *dev = kunit_kzalloc(test, sizeof(*dev), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, dev);
	dev->ifindex = ifindex;
	return dev;
}

static u64 drops(struct kunit *test, enum nfi_reason reason)
{
	return nfi_drops_sum(nfi_fixture_net(test)->drops, reason);
}

/* What the hook of this family and place says; Consumes @skb where that is
 * NF_STOLEN
 */
static unsigned int hook_at(struct nfi_net *nn, struct sk_buff *skb,
			    const struct nf_hook_state *state)
{
	unsigned int i;

	for (i = 0; i < NFI_HOOKS; i++)
		if (nn->hooks[i].pf == state->pf &&
		    nn->hooks[i].hooknum == state->hook)
			return nn->hooks[i].hook(nn, skb, state);
	return NF_DROP;
}

/* What a hook makes of a packet that came from another host: a reason */
static enum nfi_reason judge(struct kunit *test, u8 pf, unsigned int at,
			     const char *hex, u32 mark)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nf_hook_state state = {
		.hook = at,
		.pf = pf,
		.net = &init_net,
		.in = device(test, IN),
		.out = device(test, OUT),
	};
	u64 before[NFI_REASON_MAX + 1];
	unsigned int verdict, i;
	struct sk_buff *skb;
	u8 *octets;
	size_t len;

	if (at == NF_INET_LOCAL_IN)
		state.out = NULL;
	if (at == NF_INET_LOCAL_OUT)
		state.in = NULL;
	for (i = 0; i <= NFI_REASON_MAX; i++)
		before[i] = drops(test, i);
	len = nfi_fixture_octets(test, hex, &octets);
	skb = nfi_fixture_skb(test, octets, len);
	skb->mark = mark;
	if (at != NF_INET_LOCAL_OUT)
		skb->skb_iif = IN;
	local_bh_disable();
	rcu_read_lock();
	verdict = hook_at(nn, skb, &state);
	rcu_read_unlock();
	local_bh_enable();
	if (verdict == NF_ACCEPT) {
		kfree_skb(skb);
		return NFI_REASON_OK;
	}
	KUNIT_ASSERT_EQ(test, NF_STOLEN, verdict);
	for (i = 1; i <= NFI_REASON_MAX; i++)
		if (drops(test, i) != before[i])
			return i;
	KUNIT_FAIL(test, "nothing was counted");
	return NFI_REASON_OK;
}

#define EXPECT(want, at, hex)						\
	KUNIT_EXPECT_EQ(test, NFI_REASON_##want,			\
			judge(test, NFPROTO_IPV4, NF_INET_##at, hex, 0))
#define EXPECT6(want, at, hex)						\
	KUNIT_EXPECT_EQ(test, NFI_REASON_##want,			\
			judge(test, NFPROTO_IPV6, NF_INET_##at, hex, 0))

static void any(struct nfi_policy_conf *conf, u8 dir, u8 action)
{
	*conf = (struct nfi_policy_conf){ .dir = dir, .action = action };
	nfi_selector_init(&conf->selector);
}

static struct nfi_policy *add(struct kunit *test,
			      const struct nfi_policy_conf *conf)
{
	struct nfi_policy *policy = nfi_policy_new(conf);

	KUNIT_ASSERT_NOT_NULL(test, policy);
	KUNIT_ASSERT_EQ(test, 0,
			nfi_spd_insert(&nfi_fixture_net(test)->spd, policy));
	return policy;
}

static void take_out(struct kunit *test, struct nfi_policy *policy)
{
	nfi_spd_remove(&nfi_fixture_net(test)->spd, policy);
	nfi_policy_free(policy);
}

/* The packets of a flow that passes, until it is known well */
static void get_known(struct kunit *test)
{
	int i;

	for (i = 0; i < 3; i++) {
		EXPECT(OK, FORWARD, USUAL);
		EXPECT(OK, POST_ROUTING, USUAL);
		EXPECT(OK, LOCAL_IN, USUAL);
		EXPECT(OK, LOCAL_OUT, USUAL);
	}
}

static void hook_sees_new_policy_for_known_flow(struct kunit *test)
{
	struct nfi_policy_conf conf;
	struct nfi_policy *policy;

	get_known(test);
	any(&conf, NFI_DIR_OUT, NFI_ACTION_DISCARD);
	policy = add(test, &conf);
	EXPECT(POLICY, FORWARD, USUAL);
	EXPECT(POLICY, LOCAL_OUT, USUAL);
	EXPECT(OK, LOCAL_IN, USUAL);
	take_out(test, policy);
	get_known(test);

	any(&conf, NFI_DIR_OUT, NFI_ACTION_PROTECT);
	policy = add(test, &conf);
	EXPECT(CLEAR_TEXT, POST_ROUTING, USUAL);
	take_out(test, policy);
	get_known(test);

	any(&conf, NFI_DIR_IN, NFI_ACTION_PROTECT);
	policy = add(test, &conf);
	EXPECT(CLEAR_TEXT, FORWARD, USUAL);
	EXPECT(CLEAR_TEXT, LOCAL_IN, USUAL);
	EXPECT(OK, POST_ROUTING, USUAL);
	take_out(test, policy);
	get_known(test);
}

static void hook_sees_new_default_for_known_flow(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);

	get_known(test);
	nn->defaults[NFI_DIR_OUT] = NFI_ACTION_DISCARD;
	EXPECT(NO_POLICY, FORWARD, USUAL);
	EXPECT(NO_POLICY, POST_ROUTING, USUAL);
	EXPECT(NO_POLICY, LOCAL_OUT, USUAL);
	EXPECT(OK, LOCAL_IN, USUAL);
	nn->defaults[NFI_DIR_OUT] = NFI_ACTION_BYPASS;
	get_known(test);
	nn->defaults[NFI_DIR_IN] = NFI_ACTION_DISCARD;
	EXPECT(NO_POLICY, FORWARD, USUAL);
	EXPECT(NO_POLICY, LOCAL_IN, USUAL);
	EXPECT(OK, POST_ROUTING, USUAL);
}

/* Neither in the place of its ports nor under another version */
static void hook_takes_no_packet_for_known_flow(struct kunit *test)
{
	struct nfi_policy_conf conf;

	any(&conf, NFI_DIR_OUT, NFI_ACTION_PROTECT);
	conf.selector.protocol = IPPROTO_UDP;
	conf.selector.local_ports = (struct nfi_ports){ 4001, 4001 };
	add(test, &conf);
	/* what has no ports to be seen */
	conf.selector.local_ports = (struct nfi_ports){ U16_MAX, 0 };
	add(test, &conf);
	get_known(test);
	EXPECT(CLEAR_TEXT, POST_ROUTING, UDP("0fa11388"));
	/* options where the ports of the flow would be, and ports behind */
	EXPECT(CLEAR_TEXT, POST_ROUTING,
	       "4600002400010000" "4011" "0000" ADDR4 "0fa01388"
	       "0fa11388" "000c0000");
	/* a later fragment: what looks like ports is payload */
	EXPECT(CLEAR_TEXT, POST_ROUTING,
	       "4500002000010001" "4011" "0000" ADDR4 "0fa01388" "000c0000");
	EXPECT(MALFORMED, POST_ROUTING,
	       "4400002000010000" "4011" "0000" ADDR4 "0fa01388" "000c0000");
	/* raw sockets of one family may write headers of the other */
	EXPECT6(MALFORMED, POST_ROUTING, USUAL);
	EXPECT(MALFORMED, POST_ROUTING,
	       "60000000" "000c" "1140" ADDR6 "0fa01388" "000c0000");
	/* behind a header of options that looks like the ports */
	EXPECT6(OK, POST_ROUTING,
		"60000000" "000c" "1140" ADDR6 "0fa01388" "000c0000");
	EXPECT6(CLEAR_TEXT, POST_ROUTING,
		"60000000" "0014" "3c40" ADDR6 "1100" "13880104" "0000"
		"0fa11388" "000c0000");
	EXPECT6(CLEAR_TEXT, POST_ROUTING,
		"60000000" "0014" "2c40" ADDR6 "1100000900000001"
		"0fa01388" "000c0000");
	get_known(test);
}

/* RFC 4301 6.2: an error goes the way of an answer to what it brings back, whatever
 * its check sum, in which others have their ports
 */
static void hook_holds_errors_against_what_they_bring_back(struct kunit *test)
{
	static const char error[] =
		"4500003800010000" "4001" "0000" "0a020002" "0a010001"
		"03030000" "00000000" USUAL;
	struct nfi_policy_conf conf;
	int i;

	for (i = 0; i < 3; i++) {
		EXPECT(OK, POST_ROUTING, error);
		EXPECT(OK, FORWARD, error);
	}
	any(&conf, NFI_DIR_OUT, NFI_ACTION_PROTECT);
	conf.selector.protocol = IPPROTO_UDP;
	conf.selector.local_ports = (struct nfi_ports){ 5000, 5000 };
	add(test, &conf);
	for (i = 0; i < 3; i++)
		EXPECT(CLEAR_TEXT, POST_ROUTING, error);
}

/* R4301-5.2-2: of this host only, also where the flow is known */
static void hook_lets_ike_of_this_host_pass(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_policy_conf conf;
	int i;

	any(&conf, NFI_DIR_OUT, NFI_ACTION_DISCARD);
	add(test, &conf);
	conf.dir = NFI_DIR_IN;
	add(test, &conf);
	for (i = 0; i < 3; i++) {
		EXPECT(OK, LOCAL_OUT, UDP("01f401f4"));
		EXPECT(OK, LOCAL_IN, UDP("01f401f4"));
		EXPECT(POLICY, LOCAL_OUT, USUAL);
		EXPECT(POLICY, FORWARD, UDP("01f401f4"));
	}
	nn->builtin_off[NFI_BUILTIN_IKE] = true;
	EXPECT(POLICY, LOCAL_OUT, UDP("01f401f4"));
	EXPECT(POLICY, LOCAL_IN, UDP("01f401f4"));
}

/* Solicitations have their type where others have ports, and hop limit 255 */
static void hook_lets_discovery_pass(struct kunit *test)
{
	struct nfi_policy_conf conf;
	int i;

	any(&conf, NFI_DIR_OUT, NFI_ACTION_DISCARD);
	add(test, &conf);
	for (i = 0; i < 3; i++) {
		EXPECT6(OK, LOCAL_OUT, "60000000" "0008" "3aff" ADDR6
			"87000000" "00000000");
		EXPECT6(POLICY, LOCAL_OUT, "60000000" "0008" "3afe" ADDR6
			"87000000" "00000000");
		EXPECT6(POLICY, LOCAL_OUT, "60000000" "0008" "3aff" ADDR6
			"80000000" "00000000");
	}
}

static void hook_sees_mark_and_interface_of_known_flow(struct kunit *test)
{
	struct nfi_policy_conf conf;
	struct nfi_policy *policy;
	int i;

	get_known(test);
	any(&conf, NFI_DIR_OUT, NFI_ACTION_DISCARD);
	conf.selector.mark = 7;
	conf.selector.mark_mask = U32_MAX;
	policy = add(test, &conf);
	for (i = 0; i < 3; i++) {
		KUNIT_EXPECT_EQ(test, NFI_REASON_POLICY,
				judge(test, NFPROTO_IPV4, NF_INET_FORWARD,
				      USUAL, 7));
		get_known(test);
	}
	take_out(test, policy);

	any(&conf, NFI_DIR_IN, NFI_ACTION_DISCARD);
	conf.selector.interface = IN;
	add(test, &conf);
	for (i = 0; i < 3; i++) {
		EXPECT(POLICY, FORWARD, USUAL);
		EXPECT(POLICY, LOCAL_IN, USUAL);
		EXPECT(OK, LOCAL_OUT, USUAL);
		EXPECT(OK, POST_ROUTING, USUAL);
	}
}

/* An outbound policy with a bundle that leads to the loopback device for once */
static struct nfi_policy *protect(struct kunit *test)
{
	struct net_device *lo = init_net.loopback_dev;
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_policy_conf conf;
	struct nfi_bundle *bundle;
	struct nfi_policy *policy;
	struct dst_entry *dst;

	rtnl_lock();
	dev_open(lo, NULL);
	rtnl_unlock();
	mutex_lock(&nn->lock);
	bundle = nfi_bundle_get(&nn->sad, 1, IPPROTO_ESP, NFI_MODE_TUNNEL);
	mutex_unlock(&nn->lock);
	KUNIT_ASSERT_NOT_NULL(test, bundle);
	dst = nfi_dst_new(AF_INET, lo, bundle, NULL);
	KUNIT_ASSERT_NOT_NULL(test, dst);
	rcu_assign_pointer(bundle->dst4, dst);
	any(&conf, NFI_DIR_OUT, NFI_ACTION_PROTECT);
	policy = add(test, &conf);
	policy->bundle = bundle;
	return policy;
}

/* Bug 36 of XFRM: the route of a packet may be that which its socket, or the FIB,
 * keeps; when we lead the packet elsewhere we give back what the packet has of it,
 * which may be nothing
 */
static void hook_gives_back_what_packet_has_of_its_route(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_policy *policy = protect(test);
	struct nfi_bundle *bundle = policy->bundle;
	struct net_device *lo = init_net.loopback_dev;
	struct nf_hook_state state = { .pf = NFPROTO_IPV4, .net = &init_net };
	struct rtable *rt = rt_dst_alloc(lo, 0, RTN_UNICAST, true);
	unsigned int verdict, i;
	struct sk_buff *skb;
	u8 *octets;
	size_t len;

	KUNIT_ASSERT_NOT_NULL(test, rt);
	len = nfi_fixture_octets(test, USUAL, &octets);
	for (i = 0; i < 4; i++) {
		state.hook = i & 2 ? NF_INET_FORWARD : NF_INET_LOCAL_OUT;
		state.in = i & 2 ? device(test, IN) : NULL;
		state.out = device(test, OUT);
		skb = nfi_fixture_skb(test, octets, len);
		local_bh_disable();
		rcu_read_lock();
		if (i & 1)
			skb_dst_set_noref(skb, &rt->dst);
		else
			skb_dst_set(skb, dst_clone(&rt->dst));
		verdict = hook_at(nn, skb, &state);
		KUNIT_EXPECT_EQ(test, NF_ACCEPT, verdict);
		if (verdict == NF_ACCEPT) {
			KUNIT_EXPECT_PTR_EQ(test, skb_dst(skb),
					    nfi_bundle_dst(bundle, AF_INET));
			kfree_skb(skb);
		}
		rcu_read_unlock();
		local_bh_enable();
		KUNIT_EXPECT_EQ(test, 1, atomic_read(&rt->dst.__refcnt));
	}
	dst_release(&rt->dst);
	take_out(test, policy);
	mutex_lock(&nn->lock);
	nfi_bundle_put(bundle);
	mutex_unlock(&nn->lock);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(hook_gives_back_what_packet_has_of_its_route),
	KUNIT_CASE(hook_sees_new_policy_for_known_flow),
	KUNIT_CASE(hook_sees_new_default_for_known_flow),
	KUNIT_CASE(hook_takes_no_packet_for_known_flow),
	KUNIT_CASE(hook_holds_errors_against_what_they_bring_back),
	KUNIT_CASE(hook_lets_ike_of_this_host_pass),
	KUNIT_CASE(hook_lets_discovery_pass),
	KUNIT_CASE(hook_sees_mark_and_interface_of_known_flow),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_hook",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.init = init,
	.exit = exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
