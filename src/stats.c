// SPDX-License-Identifier: GPL-2.0
/*
 * Per-CPU counters. Counting is for contexts with bottom halves disabled, so
 * that one CPU's counters have one writer at a time; sums may be taken
 * anywhere and may miss what is being counted.
 */
#include "stats.h"

#include <linux/jiffies.h>

/**
 * nfi_drops_new() - counters of dropped packets
 *
 * Return: the counters, all 0, to be freed with free_percpu(), or NULL.
 */
struct nfi_drops __percpu *nfi_drops_new(void)
{
	struct nfi_drops __percpu *drops = alloc_percpu(struct nfi_drops);
	int cpu;

	if (drops)
		for_each_possible_cpu(cpu)
			u64_stats_init(&per_cpu_ptr(drops, cpu)->sync);
	return drops;
}

/**
 * nfi_drops_count() - count one dropped packet
 * @drops: of the namespace
 * @reason: why
 *
 * Context: any but hard interrupts.
 */
void nfi_drops_count(struct nfi_drops __percpu *drops, enum nfi_reason reason)
{
	struct nfi_drops *d;

	local_bh_disable();
	d = this_cpu_ptr(drops);
	u64_stats_update_begin(&d->sync);
	u64_stats_inc(&d->n[reason]);
	u64_stats_update_end(&d->sync);
	local_bh_enable();
}

/**
 * nfi_drops_sum() - how many packets were dropped for a reason
 * @drops: of the namespace
 * @reason: which
 *
 * Return: the sum over all CPUs.
 */
u64 nfi_drops_sum(struct nfi_drops __percpu *drops, enum nfi_reason reason)
{
	const struct nfi_drops *d;
	unsigned int start;
	u64 sum = 0, n;
	int cpu;

	for_each_possible_cpu(cpu) {
		d = per_cpu_ptr(drops, cpu);
		do {
			start = u64_stats_fetch_begin(&d->sync);
			n = u64_stats_read(&d->n[reason]);
		} while (u64_stats_fetch_retry(&d->sync, start));
		sum += n;
	}
	return sum;
}

/**
 * nfi_traffic_new() - counters of an SA or policy
 *
 * Return: the counters, all 0, to be freed with free_percpu(), or NULL.
 */
struct nfi_traffic __percpu *nfi_traffic_new(void)
{
	struct nfi_traffic __percpu *traffic;
	int cpu;

	traffic = alloc_percpu_gfp(struct nfi_traffic, GFP_KERNEL_ACCOUNT);
	if (traffic)
		for_each_possible_cpu(cpu)
			u64_stats_init(&per_cpu_ptr(traffic, cpu)->sync);
	return traffic;
}

/**
 * nfi_traffic_count() - count packets that were carried
 * @traffic: of the SA or policy
 * @packets: how many
 * @bytes: their octets in clear
 *
 * Context: bottom halves disabled.
 */
void nfi_traffic_count(struct nfi_traffic __percpu *traffic,
		       unsigned int packets, unsigned int bytes)
{
	struct nfi_traffic *t = this_cpu_ptr(traffic);

	u64_stats_update_begin(&t->sync);
	u64_stats_add(&t->packets, packets);
	u64_stats_add(&t->bytes, bytes);
	u64_stats_update_end(&t->sync);
	WRITE_ONCE(t->used, jiffies | 1);
}

/**
 * nfi_traffic_sum() - what was carried
 * @traffic: of the SA or policy
 * @totals: to be filled
 */
void nfi_traffic_sum(struct nfi_traffic __percpu *traffic,
		     struct nfi_totals *totals)
{
	unsigned long now = jiffies, used, idle, least = ULONG_MAX;
	const struct nfi_traffic *t;
	unsigned int start;
	u64 packets, bytes;
	int cpu;

	*totals = (struct nfi_totals){};
	for_each_possible_cpu(cpu) {
		t = per_cpu_ptr(traffic, cpu);
		do {
			start = u64_stats_fetch_begin(&t->sync);
			packets = u64_stats_read(&t->packets);
			bytes = u64_stats_read(&t->bytes);
		} while (u64_stats_fetch_retry(&t->sync, start));
		totals->packets += packets;
		totals->bytes += bytes;

		used = READ_ONCE(t->used);
		idle = time_before(used, now) ? now - used : 0;
		if (used)
			least = min(least, idle);
	}
	totals->idle_ms = least == ULONG_MAX ? U64_MAX :
					       jiffies_to_msecs(least);
}
