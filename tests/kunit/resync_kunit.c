// SPDX-License-Identifier: GPL-2.0
/*
 * The upper half of sequence numbers, found again by an SA that has lost more than
 * 2^32 packets, and what that may cost when packets are forged.
 *
 * Covers R4303-A3-1.
 */
#include "fixture.h"

#include "../../src/esp.h"
#include "../../src/resync.h"

#include <linux/delay.h>

#define OFFSET	0

static const struct try_case {
	const char *name;
	const struct nfi_fixture_suite *suite;
} try_cases[] = {
	{ "aes128gcm16", &nfi_fixture_suites[0] },
	{ "aes128-sha256", &nfi_fixture_suites[4] },
	{ "null-sha256", &nfi_fixture_suites[7] },
	{ "aes128gcm16iiv", &nfi_fixture_suites[24] },
};

static void describe(const struct try_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(try, try_cases, describe);

/* ESP as it comes, sealed with this number */
static struct sk_buff *sealed(struct kunit *test,
			      const struct nfi_fixture_suite *suite, u64 seq)
{
	struct nfi_sa *sa = nfi_fixture_sa_of(test, suite, NFI_DIR_OUT, true,
					      0);
	struct sk_buff *skb;
	u8 payload[64] = {};

	skb = nfi_fixture_skb(test, payload, sizeof(payload));
	nfi_esp_push(sa, skb, OFFSET, IPPROTO_IPIP, seq);
	KUNIT_ASSERT_EQ(test, NFI_REASON_OK,
			nfi_fixture_seal(sa, skb, OFFSET, seq));
	return skb;
}

static struct nfi_sa *receiver(struct kunit *test,
			       const struct nfi_fixture_suite *suite, u64 top)
{
	struct nfi_sa *sa = nfi_fixture_sa_of(test, suite, NFI_DIR_IN, true,
					      top);

	KUNIT_ASSERT_NOT_NULL(test, sa->resync);
	return sa;
}

static void fail(struct nfi_sa *sa, unsigned int n)
{
	while (n--)
		nfi_resync_note(sa->resync, NFI_REASON_INTEGRITY);
}

/* Give a packet to it and wait until it has done with it */
static void hold(struct kunit *test, struct nfi_sa *sa, struct sk_buff *skb,
		 u32 low)
{
	struct nfi_resync *r = sa->resync;
	u64 seq;

	KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
			nfi_replay_extend(sa->replay, low, &seq));
	local_bh_disable();
	rcu_read_lock();
	nfi_resync_hold(r, skb, OFFSET, seq);
	rcu_read_unlock();
	local_bh_enable();
	KUNIT_EXPECT_TRUE(test, nfi_fixture_until(!atomic_read(&r->busy)));
}

static void expect_found(struct kunit *test, const struct nfi_sa *sa,
			 unsigned int found, unsigned int tries, u64 top)
{
	KUNIT_EXPECT_EQ(test, found,
			(unsigned int)atomic64_read(&sa->resync->found));
	KUNIT_EXPECT_EQ(test, tries,
			(unsigned int)atomic64_read(&sa->resync->tries));
	KUNIT_EXPECT_EQ(test, top, sa->replay->top);
}

/* R4303-A3-1: the first that is right sets T and the count */
static void resync_finds_larger_upper_half(struct kunit *test)
{
	static const u32 lost[] = { 1, 2, 3, 16 };
	const struct try_case *c = test->param_value;
	u64 seq, top = (5ULL << 32) + 5000;
	struct sk_buff *skb;
	struct nfi_sa *sa;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(lost); i++) {
		sa = receiver(test, c->suite, top);
		seq = top + 77 + ((u64)lost[i] << 32);
		skb = sealed(test, c->suite, seq);
		fail(sa, NFI_RESYNC_FAILURES);
		hold(test, sa, skb, lower_32_bits(seq));
		expect_found(test, sa, 1, lost[i], seq);
		KUNIT_EXPECT_EQ(test, 0, atomic_read(&sa->resync->failures));
		/* and it was not spoilt for whoever has it still */
		KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
				nfi_fixture_open(sa, skb, OFFSET, seq));
		KUNIT_EXPECT_EQ(test, NFI_REASON_REPLAYED,
				nfi_replay_check(sa->replay, seq));
		kfree_skb(skb);
	}
}

/* R4303-A3-1: consecutive ones count, and not every one of them makes work */
static void resync_waits_for_many_failures(struct kunit *test)
{
	struct nfi_sa *sa = receiver(test, &nfi_fixture_suites[0], 0);
	struct nfi_resync *r = sa->resync;

	KUNIT_EXPECT_FALSE(test, nfi_resync_is_due(r));
	fail(sa, NFI_RESYNC_FAILURES - 1);
	KUNIT_EXPECT_FALSE(test, nfi_resync_is_due(r));
	/* what has nothing to do with it counts neither way */
	nfi_resync_note(r, NFI_REASON_CRYPTO);
	KUNIT_EXPECT_FALSE(test, nfi_resync_is_due(r));
	fail(sa, 1);
	KUNIT_EXPECT_TRUE(test, nfi_resync_is_due(r));
	nfi_resync_note(r, NFI_REASON_OK);
	KUNIT_EXPECT_FALSE(test, nfi_resync_is_due(r));
	fail(sa, NFI_RESYNC_FAILURES);
	KUNIT_EXPECT_TRUE(test, nfi_resync_is_due(r));
}

/* R4303-A3-1: forged packets cost so much and no more, and move nothing */
static void resync_effort_is_bounded(struct kunit *test)
{
	const struct try_case *c = test->param_value;
	u64 top = (5ULL << 32) + 5000;
	struct nfi_sa *sa = receiver(test, c->suite, top);
	struct nfi_resync *r = sa->resync;
	unsigned long before = jiffies;
	struct sk_buff *skb;

	skb = sealed(test, c->suite, top + (2ULL << 32));
	skb->data[skb->len - 1] ^= 1;
	fail(sa, 10 * NFI_RESYNC_FAILURES);
	hold(test, sa, skb, lower_32_bits(top));
	expect_found(test, sa, 0, NFI_RESYNC_TRIES, top);
	kfree_skb(skb);
	/* not at once again */
	KUNIT_EXPECT_TRUE(test, time_after_eq(r->after,
					      before + NFI_RESYNC_INTERVAL));
	r->after = jiffies + NFI_FIXTURE_PATIENCE;
	KUNIT_EXPECT_FALSE(test, nfi_resync_is_due(r));
	r->after = jiffies;
	KUNIT_EXPECT_TRUE(test, nfi_resync_is_due(r));
	/* nor further than that, even if it were right */
	skb = sealed(test, c->suite, top + (17ULL << 32));
	hold(test, sa, skb, lower_32_bits(top));
	expect_found(test, sa, 0, 2 * NFI_RESYNC_TRIES, top);
	kfree_skb(skb);
	/* one at a time */
	atomic_set(&r->busy, 1);
	r->after = jiffies;
	KUNIT_EXPECT_FALSE(test, nfi_resync_is_due(r));
	atomic_set(&r->busy, 0);
}

/* No number is beyond the last one (RFC 4303 3.3.3) */
static void resync_ends_with_the_numbers(struct kunit *test)
{
	const struct nfi_fixture_suite *s = &nfi_fixture_suites[0];
	u64 top = nfi_sa_seq_max(true) - (3ULL << 32);
	struct nfi_sa *sa = receiver(test, s, top);
	struct sk_buff *skb = sealed(test, s, top);

	fail(sa, NFI_RESYNC_FAILURES);
	hold(test, sa, skb, lower_32_bits(top));
	expect_found(test, sa, 0, 3, top);
	kfree_skb(skb);
}

/* An SA that was removed is not worth the effort, and waits for the end of it */
static void resync_stops_with_its_sa(struct kunit *test)
{
	const struct nfi_fixture_suite *s = &nfi_fixture_suites[0];
	struct nfi_sa *sa = receiver(test, s, 5000);
	struct sk_buff *skb = sealed(test, s, 5077 + (1ULL << 32));

	fail(sa, NFI_RESYNC_FAILURES);
	WRITE_ONCE(sa->state, NFI_SA_DEAD);
	hold(test, sa, skb, 5077);
	expect_found(test, sa, 0, 0, 5000);
	kfree_skb(skb);
}

/* There is no upper half without ESN */
static void resync_is_for_esn(struct kunit *test)
{
	const struct nfi_fixture_suite *s = &nfi_fixture_suites[0];

	KUNIT_EXPECT_NULL(test, nfi_fixture_sa_of(test, s, NFI_DIR_IN, false,
						  0)->resync);
	KUNIT_EXPECT_NULL(test, nfi_fixture_sa_of(test, s, NFI_DIR_OUT, true,
						  0)->resync);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(resync_finds_larger_upper_half, try_gen_params),
	KUNIT_CASE(resync_waits_for_many_failures),
	KUNIT_CASE_PARAM(resync_effort_is_bounded, try_gen_params),
	KUNIT_CASE(resync_ends_with_the_numbers),
	KUNIT_CASE(resync_stops_with_its_sa),
	KUNIT_CASE(resync_is_for_esn),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_resync",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.init = nfi_fixture_init,
	.exit = nfi_fixture_exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
