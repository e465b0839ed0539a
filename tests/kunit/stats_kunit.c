// SPDX-License-Identifier: GPL-2.0
/*
 * Counters are summed over all CPUs and kept apart by reason.
 *
 * Covers the counting of R4303-4-1 and R4301-4.4.2.1-2.
 */
#include <kunit/test.h>
#include <linux/bottom_half.h>
#include <linux/jiffies.h>

#include "../../src/stats.h"

static void count(struct nfi_traffic __percpu *traffic, unsigned int packets,
		  unsigned int bytes)
{
	local_bh_disable();
	nfi_traffic_count(traffic, packets, bytes);
	local_bh_enable();
}

/* R4303-4-1: each reason has a counter of its own */
static void drops_are_kept_apart_by_reason(struct kunit *test)
{
	struct nfi_drops __percpu *drops = nfi_drops_new();
	int reason, n;

	KUNIT_ASSERT_TRUE(test, drops);
	for (reason = 1; reason <= NFI_REASON_MAX; reason++)
		for (n = 0; n < reason; n++)
			nfi_drops_count(drops, reason);
	for (reason = 0; reason <= NFI_REASON_MAX; reason++)
		KUNIT_EXPECT_EQ(test, (u64)reason, nfi_drops_sum(drops, reason));
	free_percpu(drops);
}

static void drops_are_summed_over_cpus(struct kunit *test)
{
	struct nfi_drops __percpu *drops = nfi_drops_new();
	u64 sum = 0;
	int cpu;

	KUNIT_ASSERT_TRUE(test, drops);
	for_each_possible_cpu(cpu) {
		u64_stats_add(&per_cpu_ptr(drops, cpu)->n[NFI_REASON_ECN],
			      cpu + 1);
		sum += cpu + 1;
	}
	KUNIT_EXPECT_EQ(test, sum, nfi_drops_sum(drops, NFI_REASON_ECN));
	free_percpu(drops);
}

static void traffic_starts_at_0_and_never_used(struct kunit *test)
{
	struct nfi_traffic __percpu *traffic = nfi_traffic_new();
	struct nfi_totals totals;

	KUNIT_ASSERT_TRUE(test, traffic);
	nfi_traffic_sum(traffic, &totals);
	KUNIT_EXPECT_EQ(test, 0ULL, totals.packets);
	KUNIT_EXPECT_EQ(test, 0ULL, totals.bytes);
	KUNIT_EXPECT_EQ(test, U64_MAX, totals.idle_ms);
	free_percpu(traffic);
}

static void traffic_counts_packets_and_octets(struct kunit *test)
{
	struct nfi_traffic __percpu *traffic = nfi_traffic_new();
	struct nfi_totals totals;

	KUNIT_ASSERT_TRUE(test, traffic);
	count(traffic, 1, 1500);
	count(traffic, 44, 65000);
	nfi_traffic_sum(traffic, &totals);
	KUNIT_EXPECT_EQ(test, 45ULL, totals.packets);
	KUNIT_EXPECT_EQ(test, 66500ULL, totals.bytes);
	free_percpu(traffic);
}

/* 2^32 octets are 4 s of a 10 Gbit/s link */
static void traffic_counts_beyond_32_bits(struct kunit *test)
{
	struct nfi_traffic __percpu *traffic = nfi_traffic_new();
	struct nfi_totals totals;
	int i;

	KUNIT_ASSERT_TRUE(test, traffic);
	for (i = 0; i < 5; i++)
		count(traffic, 1, U32_MAX);
	nfi_traffic_sum(traffic, &totals);
	KUNIT_EXPECT_EQ(test, 5ULL * U32_MAX, totals.bytes);
	free_percpu(traffic);
}

static void traffic_is_summed_over_cpus(struct kunit *test)
{
	struct nfi_traffic __percpu *traffic = nfi_traffic_new();
	struct nfi_totals totals;
	u64 sum = 0;
	int cpu;

	KUNIT_ASSERT_TRUE(test, traffic);
	for_each_possible_cpu(cpu) {
		u64_stats_add(&per_cpu_ptr(traffic, cpu)->packets, cpu + 1);
		sum += cpu + 1;
	}
	nfi_traffic_sum(traffic, &totals);
	KUNIT_EXPECT_EQ(test, sum, totals.packets);
	free_percpu(traffic);
}

static void traffic_is_idle_since_last_packet(struct kunit *test)
{
	struct nfi_traffic __percpu *traffic = nfi_traffic_new();
	struct nfi_totals totals;

	KUNIT_ASSERT_TRUE(test, traffic);
	count(traffic, 1, 1);
	nfi_traffic_sum(traffic, &totals);
	KUNIT_EXPECT_GE(test, 1000ULL, totals.idle_ms);

	per_cpu_ptr(traffic, cpumask_first(cpu_possible_mask))->used =
		(jiffies - 7 * HZ) | 1;
	count(traffic, 0, 0);
	nfi_traffic_sum(traffic, &totals);
	/* of several CPUs the one that was used last */
	KUNIT_EXPECT_GE(test, 1000ULL, totals.idle_ms);
	free_percpu(traffic);
}

static void traffic_grows_idle(struct kunit *test)
{
	struct nfi_traffic __percpu *traffic = nfi_traffic_new();
	struct nfi_totals totals;

	KUNIT_ASSERT_TRUE(test, traffic);
	per_cpu_ptr(traffic, cpumask_first(cpu_possible_mask))->used =
		(jiffies - 7 * HZ) | 1;
	nfi_traffic_sum(traffic, &totals);
	KUNIT_EXPECT_LE(test, 6900ULL, totals.idle_ms);
	KUNIT_EXPECT_GE(test, 8000ULL, totals.idle_ms);
	free_percpu(traffic);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(drops_are_kept_apart_by_reason),
	KUNIT_CASE(drops_are_summed_over_cpus),
	KUNIT_CASE(traffic_starts_at_0_and_never_used),
	KUNIT_CASE(traffic_counts_packets_and_octets),
	KUNIT_CASE(traffic_counts_beyond_32_bits),
	KUNIT_CASE(traffic_is_summed_over_cpus),
	KUNIT_CASE(traffic_is_idle_since_last_packet),
	KUNIT_CASE(traffic_grows_idle),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_stats",
	.test_cases = cases,
};

kunit_test_suite(suite);
