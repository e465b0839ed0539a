// SPDX-License-Identifier: GPL-2.0
/*
 * Lifetimes of an SA: reached by packets, octets and time, told of once, changed
 * while it lives.
 *
 * Covers R4301-4.4.2.1-2, R7296-2.8-1, (C7).
 */
#include "fixture.h"

#include "../../src/lifetime.h"
#include "../../src/nl_gen.h"

#include <linux/delay.h>

/* In seconds, and longer than a machine that runs tests is up */
#define DAYS	(100 * 86400)

static const struct nfi_fixture_suite *null_sha256 = &nfi_fixture_suites[7];

/* An outbound SA with these lifetimes */
static struct nfi_sa *limited(struct kunit *test, struct nfi_limits soft,
			      struct nfi_limits hard)
{
	struct nfi_sa_conf conf;
	struct nfi_keys keys;

	nfi_fixture_conf(&conf, null_sha256, NFI_DIR_OUT);
	nfi_fixture_keys(&keys, null_sha256);
	conf.soft = soft;
	conf.hard = hard;
	return nfi_fixture_sa(test, &conf, &keys, 0);
}

static enum nfi_reason account(struct nfi_sa *sa, unsigned int packets,
			       unsigned int bytes)
{
	enum nfi_reason reason;

	local_bh_disable();
	reason = nfi_lifetime_account(sa, packets, bytes);
	local_bh_enable();
	return reason;
}

static int events(struct nfi_sa *sa)
{
	return sa->nn->events[NFIPSEC_NLGRP_EVENTS];
}

/* What happens after @seconds, without waiting for them. They are to be many:
 * the time since boot less @seconds must not be 0, which means never.
 */
static void pass(struct nfi_sa *sa, unsigned int seconds)
{
	sa->added -= seconds * MSEC_PER_SEC;
	if (atomic64_read(&sa->used))
		atomic64_sub(seconds * MSEC_PER_SEC, &sa->used);
	del_timer_sync(&sa->timer);
	sa->timer.function(&sa->timer);
}

/* Not in the first second after boot, in which the clock stands at 0, and 0
 * means never
 */
static void set_clock(struct nfi_sa *sa)
{
	while (!ktime_get_boottime_seconds())
		msleep(100);
	sa->added = nfi_sa_now();
}

/* R4301-4.4.2.1-2: the packet that reaches the limit is the last one carried, so
 * that the next one finds another SA
 */
static void lifetime_packet_limits(struct kunit *test)
{
	struct nfi_sa *sa = limited(test, (struct nfi_limits){ .packets = 7 },
				    (struct nfi_limits){ .packets = 10 });
	int i;

	for (i = 1; i <= 9; i++) {
		KUNIT_ASSERT_EQ(test, NFI_REASON_OK, account(sa, 1, 100));
		KUNIT_ASSERT_EQ(test, i >= 7 ? 1 : 0, events(sa));
		KUNIT_ASSERT_EQ(test, NFI_REASON_OK, nfi_sa_usable(sa));
	}
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, account(sa, 1, 100));
	KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, nfi_sa_usable(sa));
	KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, account(sa, 1, 100));
	KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, account(sa, 1, 100));
	KUNIT_EXPECT_EQ(test, 2, events(sa));
}

static void lifetime_byte_limits(struct kunit *test)
{
	struct nfi_sa *sa = limited(test, (struct nfi_limits){ .bytes = 999 },
				    (struct nfi_limits){ .bytes = 2000 });
	struct nfi_totals totals;

	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, account(sa, 1, 998));
	KUNIT_EXPECT_EQ(test, 0, events(sa));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, account(sa, 1, 1));
	KUNIT_EXPECT_EQ(test, 1, events(sa));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, account(sa, 1, 1000));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_usable(sa));
	KUNIT_EXPECT_EQ(test, 1, events(sa));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, account(sa, 1, 1));
	KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, nfi_sa_usable(sa));
	KUNIT_EXPECT_EQ(test, 2, events(sa));
	KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, account(sa, 1, 1));
	KUNIT_EXPECT_EQ(test, 2, events(sa));
	/* what was not carried is not counted */
	nfi_traffic_sum(sa->traffic, &totals);
	KUNIT_EXPECT_EQ(test, 4ULL, totals.packets);
	KUNIT_EXPECT_EQ(test, 2000ULL, totals.bytes);
}

/* What would go beyond the limit is not carried, and nothing after it */
static void lifetime_refuses_what_would_exceed_limit(struct kunit *test)
{
	struct nfi_sa *sa = limited(test, (struct nfi_limits){},
				    (struct nfi_limits){ .bytes = 2000 });

	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, account(sa, 1, 1999));
	KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, account(sa, 1, 2));
	KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, nfi_sa_usable(sa));
	KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, account(sa, 1, 1));
	KUNIT_EXPECT_EQ(test, 1, events(sa));
}

/* One packet may reach both, and both are told */
static void lifetime_may_reach_both_limits_at_once(struct kunit *test)
{
	struct nfi_sa *sa = limited(test, (struct nfi_limits){ .packets = 5 },
				    (struct nfi_limits){ .packets = 5 });

	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, account(sa, 5, 5));
	KUNIT_EXPECT_EQ(test, 2, events(sa));
	KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, nfi_sa_usable(sa));
}

/* R4301-4.4.2.1-2: the first to be reached wins */
static void lifetime_either_limit_ends_it(struct kunit *test)
{
	struct nfi_limits hard = { .packets = 3, .bytes = 1000 };
	struct nfi_sa *sa = limited(test, (struct nfi_limits){}, hard);

	KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, account(sa, 1, 1001));
	sa = limited(test, (struct nfi_limits){}, hard);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, account(sa, 3, 3));
	KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, account(sa, 1, 1));
}

static void lifetime_soft_limits_make_one_event(struct kunit *test)
{
	struct nfi_sa *sa = limited(test, (struct nfi_limits){
					.packets = 2, .bytes = 500,
					.add_seconds = DAYS
				    }, (struct nfi_limits){});

	set_clock(sa);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, account(sa, 5, 5000));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, account(sa, 5, 5000));
	pass(sa, 2 * DAYS);
	KUNIT_EXPECT_EQ(test, 1, events(sa));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_usable(sa));
}

static void lifetime_without_limits_has_none(struct kunit *test)
{
	struct nfi_sa *sa = limited(test, (struct nfi_limits){},
				    (struct nfi_limits){});
	int i;

	set_clock(sa);
	for (i = 0; i < 100; i++)
		KUNIT_ASSERT_EQ(test, NFI_REASON_OK, account(sa, 60, U32_MAX));
	pass(sa, 3 * DAYS);
	nfi_sa_start(sa);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_usable(sa));
	KUNIT_EXPECT_EQ(test, 0, events(sa));
	KUNIT_EXPECT_FALSE(test, timer_pending(&sa->timer));
}

/* R4301-4.4.2.1-2, R7296-2.8-1 */
static void lifetime_ages_from_when_it_was_added(struct kunit *test)
{
	struct nfi_sa *sa = limited(test, (struct nfi_limits){
					.add_seconds = DAYS
				    }, (struct nfi_limits){
					.add_seconds = 2 * DAYS
				    });

	set_clock(sa);
	nfi_sa_start(sa);
	KUNIT_EXPECT_TRUE(test, timer_pending(&sa->timer));
	pass(sa, DAYS - 2);
	KUNIT_EXPECT_EQ(test, 0, events(sa));
	KUNIT_EXPECT_TRUE(test, timer_pending(&sa->timer));
	pass(sa, 2);
	KUNIT_EXPECT_EQ(test, 1, events(sa));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_usable(sa));
	pass(sa, DAYS - 2);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_usable(sa));
	pass(sa, 2);
	KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, nfi_sa_usable(sa));
	KUNIT_EXPECT_EQ(test, 2, events(sa));
	KUNIT_EXPECT_FALSE(test, timer_pending(&sa->timer));
}

static void lifetime_ages_from_when_it_was_used(struct kunit *test)
{
	struct nfi_sa *sa = limited(test, (struct nfi_limits){
					.use_seconds = DAYS
				    }, (struct nfi_limits){
					.use_seconds = 2 * DAYS
				    });

	set_clock(sa);
	nfi_sa_start(sa);
	KUNIT_EXPECT_FALSE(test, timer_pending(&sa->timer));
	pass(sa, 3 * DAYS);
	KUNIT_EXPECT_EQ(test, 0, events(sa));

	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, account(sa, 1, 1));
	KUNIT_EXPECT_TRUE(test, timer_pending(&sa->timer));
	pass(sa, DAYS - 2);
	KUNIT_EXPECT_EQ(test, 0, events(sa));
	pass(sa, 2);
	KUNIT_EXPECT_EQ(test, 1, events(sa));
	/* a later packet does not make it younger */
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, account(sa, 1, 1));
	pass(sa, DAYS);
	KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, nfi_sa_usable(sa));
	KUNIT_EXPECT_EQ(test, 2, events(sa));
}

static void set_lifetimes(struct kunit *test, struct nfi_sa *sa,
			  struct nfi_limits soft, struct nfi_limits hard)
{
	mutex_lock(&sa->nn->lock);
	KUNIT_EXPECT_EQ(test, 0, nfi_lifetime_set(sa, &soft, &hard));
	mutex_unlock(&sa->nn->lock);
}

static u64 carried(struct nfi_sa *sa)
{
	struct nfi_totals totals;

	nfi_traffic_sum(sa->traffic, &totals);
	return totals.packets;
}

/* (C7) later, and the soft event comes once more; what was counted stays */
static void lifetimes_can_be_changed(struct kunit *test)
{
	struct nfi_sa *sa = limited(test, (struct nfi_limits){ .packets = 5 },
				    (struct nfi_limits){ .packets = 7 });

	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, account(sa, 6, 600));
	KUNIT_EXPECT_EQ(test, 1, events(sa));
	set_lifetimes(test, sa, (struct nfi_limits){ .packets = 8 },
		      (struct nfi_limits){ .packets = 10 });
	KUNIT_EXPECT_EQ(test, 6ULL, carried(sa));
	KUNIT_EXPECT_EQ(test, 1, events(sa));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, account(sa, 2, 200));
	KUNIT_EXPECT_EQ(test, 2, events(sa));
	KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, account(sa, 3, 300));
	KUNIT_EXPECT_EQ(test, 3, events(sa));
	KUNIT_EXPECT_EQ(test, 8ULL, carried(sa));
}

/* (C7) what is reached already ends it now, by count and by time */
static void lifetime_that_is_over_ends_it(struct kunit *test)
{
	struct nfi_limits none = {};
	struct nfi_sa *sa = limited(test, none, none);

	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, account(sa, 6, 600));
	set_lifetimes(test, sa, none, (struct nfi_limits){ .bytes = 601 });
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_usable(sa));
	set_lifetimes(test, sa, none, (struct nfi_limits){ .bytes = 600 });
	KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, nfi_sa_usable(sa));
	KUNIT_EXPECT_EQ(test, 1, events(sa));

	sa = limited(test, none, (struct nfi_limits){
		.add_seconds = 2 * DAYS
	});
	set_clock(sa);
	nfi_sa_start(sa);
	pass(sa, DAYS);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_usable(sa));
	set_lifetimes(test, sa, none,
		      (struct nfi_limits){ .add_seconds = DAYS });
	KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, nfi_sa_usable(sa));
}

/* (C7) by time, from when they always counted; and without any there is no end */
static void lifetime_time_can_be_given(struct kunit *test)
{
	struct nfi_limits none = {};
	struct nfi_sa *sa = limited(test, none, (struct nfi_limits){
		.add_seconds = 2 * DAYS
	});

	set_clock(sa);
	nfi_sa_start(sa);
	pass(sa, DAYS);
	set_lifetimes(test, sa, none,
		      (struct nfi_limits){ .add_seconds = 4 * DAYS });
	KUNIT_EXPECT_TRUE(test, timer_pending(&sa->timer));
	pass(sa, 2 * DAYS);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_usable(sa));
	set_lifetimes(test, sa, none, none);
	pass(sa, 10 * DAYS);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_usable(sa));
	KUNIT_EXPECT_FALSE(test, timer_pending(&sa->timer));
	KUNIT_EXPECT_EQ(test, 0, events(sa));
}

/* Longer than a timer can run */
static void lifetime_may_live_for_ages(struct kunit *test)
{
	static const u64 limits[] = {
		DAYS + 1, 1ULL << 32, 1ULL << 40, 1ULL << 54, 1ULL << 61,
		S64_MAX, U64_MAX
	};
	struct nfi_sa *sa;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(limits); i++) {
		sa = limited(test, (struct nfi_limits){}, (struct nfi_limits){
				.add_seconds = limits[i]
			     });
		set_clock(sa);
		nfi_sa_start(sa);
		KUNIT_EXPECT_TRUE(test, timer_pending(&sa->timer));
		pass(sa, DAYS - 1);
		KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_usable(sa));
		KUNIT_EXPECT_TRUE(test, timer_pending(&sa->timer));
	}
}

/* This one waits: the timer runs, and once */
static void lifetime_timer_runs(struct kunit *test)
{
	struct nfi_sa *sa = limited(test, (struct nfi_limits){},
				    (struct nfi_limits){ .add_seconds = 1 });

	set_clock(sa);
	nfi_sa_start(sa);
	nfi_fixture_until(nfi_sa_usable(sa));
	KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, nfi_sa_usable(sa));
	KUNIT_EXPECT_EQ(test, 1, events(sa));
	KUNIT_EXPECT_FALSE(test, timer_pending(&sa->timer));
}

/* An SA that is removed while its timer runs is freed with it */
static void lifetime_is_freed_with_its_timer(struct kunit *test)
{
	struct nfi_sa *sa = limited(test, (struct nfi_limits){},
				    (struct nfi_limits){ .add_seconds = 1000 });

	set_clock(sa);
	nfi_fixture_insert(test, sa);
	KUNIT_EXPECT_TRUE(test, timer_pending(&sa->timer));
	mutex_lock(&sa->nn->lock);
	nfi_sad_remove(&nfi_fixture_net(test)->sad, sa);
	mutex_unlock(&nfi_fixture_net(test)->lock);
	nfi_fixture_wait(test);
}

/* The first end is the one that counts */
static void lifetime_ends_once(struct kunit *test)
{
	struct nfi_sa *sa = limited(test, (struct nfi_limits){},
				    (struct nfi_limits){ .packets = 1 });
	u64 seq;

	atomic64_set(&sa->seq, U32_MAX);
	account(sa, 2, 2);
	nfi_sa_next_seq(sa, 1, &seq);
	KUNIT_EXPECT_EQ(test, NFI_REASON_EXPIRED, nfi_sa_usable(sa));
	KUNIT_EXPECT_EQ(test, 1, events(sa));
}

static struct kunit_case cases[] = {
	KUNIT_CASE(lifetime_packet_limits),
	KUNIT_CASE(lifetime_byte_limits),
	KUNIT_CASE(lifetime_refuses_what_would_exceed_limit),
	KUNIT_CASE(lifetime_may_reach_both_limits_at_once),
	KUNIT_CASE(lifetime_either_limit_ends_it),
	KUNIT_CASE(lifetime_soft_limits_make_one_event),
	KUNIT_CASE(lifetime_without_limits_has_none),
	KUNIT_CASE(lifetime_ages_from_when_it_was_added),
	KUNIT_CASE(lifetime_ages_from_when_it_was_used),
	KUNIT_CASE(lifetimes_can_be_changed),
	KUNIT_CASE(lifetime_that_is_over_ends_it),
	KUNIT_CASE(lifetime_time_can_be_given),
	KUNIT_CASE(lifetime_may_live_for_ages),
	KUNIT_CASE(lifetime_timer_runs),
	KUNIT_CASE(lifetime_is_freed_with_its_timer),
	KUNIT_CASE(lifetime_ends_once),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_lifetime",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.init = nfi_fixture_init,
	.exit = nfi_fixture_exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
