// SPDX-License-Identifier: GPL-2.0
/*
 * What packets are routed to that are to be protected: it leads to a bundle as
 * long as there is one, and tells the stack what fits.
 *
 * Covers R4301-8.2.1-1 (what the stack is told), R4301-5.1-1 (no other way).
 */
#include "fixture.h"

#include "../../src/dst.h"

#include <linux/netdevice.h>

static const struct family_case {
	const char *name;
	u8 family;
} family_cases[] = {
	{ "IPv4", AF_INET },
	{ "IPv6", AF_INET6 },
};

static void describe_family(const struct family_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(family, family_cases, describe_family);

static int output(struct net *net, struct sock *sk, struct sk_buff *skb)
{
	kfree_skb(skb);
	return 0;
}

/* A bundle with a dst, which goes by the loopback device for once */
static struct nfi_bundle *new_bundle(struct kunit *test, u8 family,
				     struct dst_entry **dst)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_bundle *bundle;

	mutex_lock(&nn->lock);
	bundle = nfi_bundle_get(&nn->sad, 1, IPPROTO_ESP, NFI_MODE_TUNNEL);
	mutex_unlock(&nn->lock);
	KUNIT_ASSERT_NOT_NULL(test, bundle);
	*dst = nfi_dst_new(family, init_net.loopback_dev, bundle, output);
	KUNIT_ASSERT_NOT_NULL(test, *dst);
	if (family == AF_INET)
		rcu_assign_pointer(bundle->dst4, *dst);
	else
		rcu_assign_pointer(bundle->dst6, *dst);
	return bundle;
}

static void put_bundle(struct kunit *test, struct nfi_bundle *bundle)
{
	struct nfi_net *nn = nfi_fixture_net(test);

	mutex_lock(&nn->lock);
	nfi_bundle_put(bundle);
	mutex_unlock(&nn->lock);
}

static struct nfi_bundle *leads_to(const struct dst_entry *dst)
{
	struct nfi_bundle *bundle;

	rcu_read_lock();
	bundle = nfi_dst_bundle(dst);
	rcu_read_unlock();
	return bundle;
}

static void dst_leads_to_bundle(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct nfi_bundle *bundle;
	struct dst_entry *dst;

	bundle = new_bundle(test, c->family, &dst);
	KUNIT_EXPECT_PTR_EQ(test, bundle, leads_to(dst));
	rcu_read_lock();
	KUNIT_EXPECT_PTR_EQ(test, dst, nfi_bundle_dst(bundle, c->family));
	KUNIT_EXPECT_NULL(test, nfi_bundle_dst(bundle, c->family == AF_INET ?
					       AF_INET6 : AF_INET));
	rcu_read_unlock();
	KUNIT_EXPECT_EQ(test, c->family, (u8)dst->ops->family);
	KUNIT_EXPECT_PTR_EQ(test, init_net.loopback_dev, dst->dev);
	KUNIT_EXPECT_PTR_EQ(test, dst, dst_check(dst, 0));
	put_bundle(test, bundle);
}

/* R4301-5.1-1: a packet that has it still goes nowhere */
static void dst_leads_nowhere_without_bundle(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct nfi_bundle *bundle;
	struct dst_entry *dst;

	bundle = new_bundle(test, c->family, &dst);
	dst_hold(dst);
	put_bundle(test, bundle);
	KUNIT_EXPECT_NULL(test, leads_to(dst));
	KUNIT_EXPECT_NULL(test, dst_check(dst, 0));
	KUNIT_EXPECT_PTR_NE(test, init_net.loopback_dev, dst->dev);
	KUNIT_EXPECT_TRUE(test, dst->output != output);
	dst_release(dst);
}

static void dst_of_others_leads_nowhere(struct kunit *test)
{
	struct dst_ops ops = { .family = AF_INET };
	struct nfi_dst other = { .u.dst.ops = &ops };

	KUNIT_EXPECT_NULL(test, leads_to(NULL));
	KUNIT_EXPECT_NULL(test, leads_to(&other.u.dst));
}

/* R4301-8.2.1-1: until it is known, what every IPv6 link has */
static void dst_tells_what_fits(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	static const unsigned int mtus[] = { 1426, 8954, 1280, 600 };
	struct nfi_bundle *bundle;
	struct dst_entry *dst;
	size_t i;

	bundle = new_bundle(test, c->family, &dst);
	KUNIT_EXPECT_EQ(test, 1280U, dst_mtu(dst));
	KUNIT_EXPECT_EQ(test, 1220U, dst_metric_advmss(dst));
	for (i = 0; i < ARRAY_SIZE(mtus); i++) {
		nfi_dst_set_mtu(dst, mtus[i]);
		KUNIT_EXPECT_EQ(test, mtus[i], dst_mtu(dst));
		KUNIT_EXPECT_EQ(test, mtus[i], dst_metric_raw(dst, RTAX_MTU));
		KUNIT_EXPECT_EQ(test, mtus[i] - 60, dst_metric_advmss(dst));
	}
	put_bundle(test, bundle);
}

/* A link of 68 octets leaves next to nothing, but never less */
static void dst_advertises_sane_segment_size(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct nfi_bundle *bundle;
	struct dst_entry *dst;
	unsigned int mtu, mss;

	bundle = new_bundle(test, c->family, &dst);
	for (mtu = 1; mtu < 400; mtu++) {
		nfi_dst_set_mtu(dst, mtu);
		mss = dst_metric_advmss(dst);
		if (mss < 88 || mss > 400)
			break;
	}
	KUNIT_EXPECT_EQ_MSG(test, 400U, mtu, "segment size %u", mss);
	put_bundle(test, bundle);
}

/* Nothing of the memory of a dst before */
static void dst_starts_clean(struct kunit *test)
{
	const struct family_case *c = test->param_value;
	struct nfi_bundle *bundle;
	struct dst_entry *dst;
	int i;

	for (i = 0; i < 20; i++) {
		bundle = new_bundle(test, c->family, &dst);
		KUNIT_EXPECT_EQ(test, 1280U, dst_mtu(dst));
		KUNIT_EXPECT_EQ(test, 0U, dst_metric_raw(dst, RTAX_HOPLIMIT));
		nfi_dst_set_mtu(dst, 9000);
		put_bundle(test, bundle);
		rcu_barrier();
	}
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(dst_leads_to_bundle, family_gen_params),
	KUNIT_CASE_PARAM(dst_leads_nowhere_without_bundle, family_gen_params),
	KUNIT_CASE(dst_of_others_leads_nowhere),
	KUNIT_CASE_PARAM(dst_tells_what_fits, family_gen_params),
	KUNIT_CASE_PARAM(dst_advertises_sane_segment_size, family_gen_params),
	KUNIT_CASE_PARAM(dst_starts_clean, family_gen_params),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_dst",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.init = nfi_fixture_init,
	.exit = nfi_fixture_exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
