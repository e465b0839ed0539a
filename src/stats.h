/* SPDX-License-Identifier: GPL-2.0 */
/* Counters: drops by reason per namespace, packets and octets per object */
#ifndef NFI_STATS_H
#define NFI_STATS_H

#include <linux/percpu.h>
#include <linux/u64_stats_sync.h>
#include <uapi/linux/nfipsec.h>

/**
 * struct nfi_drops - dropped packets of a namespace on one CPU
 * @n: by enum nfi_reason
 * @sync: makes them readable on 32-bit machines
 */
struct nfi_drops {
	u64_stats_t n[NFI_REASON_MAX + 1];
	struct u64_stats_sync sync;
};

/**
 * struct nfi_traffic - what an SA or policy carried on one CPU
 * @packets: IP packets, the segments of a GSO packet one by one
 * @bytes: of IP packets in clear, headers included
 * @sync: makes both readable on 32-bit machines
 * @used: jiffies of the last packet, 0 if there was none
 */
struct nfi_traffic {
	u64_stats_t packets;
	u64_stats_t bytes;
	struct u64_stats_sync sync;
	unsigned long used;
};

/**
 * struct nfi_totals - sums over all CPUs
 * @packets: see struct nfi_traffic
 * @bytes: see struct nfi_traffic
 * @idle_ms: since the last packet, U64_MAX if there was none
 */
struct nfi_totals {
	u64 packets;
	u64 bytes;
	u64 idle_ms;
};

struct nfi_drops __percpu *nfi_drops_new(void);
void nfi_drops_count(struct nfi_drops __percpu *drops, enum nfi_reason reason);
u64 nfi_drops_sum(struct nfi_drops __percpu *drops, enum nfi_reason reason);

struct nfi_traffic __percpu *nfi_traffic_new(void);
void nfi_traffic_count(struct nfi_traffic __percpu *traffic,
		       unsigned int packets, unsigned int bytes);
void nfi_traffic_sum(struct nfi_traffic __percpu *traffic,
		     struct nfi_totals *totals);

#endif
