// SPDX-License-Identifier: GPL-2.0
/*
 * The SPD cache (RFC 4301 4.4.1): per CPU, what the SPD said of a flow the last
 * time, "no policy" included. An entry is good as long as the SPD has the
 * generation it was made under. Generations are never used again, by no SPD of
 * no namespace, so an entry needs no other tie to its SPD, and none has to be
 * removed when policies are.
 *
 * A policy is freed a grace period after its SPD has got a new generation, so
 * an entry that is still good points to a policy that is still there.
 */
#include "cache.h"

#include <linux/bitops.h>
#include <linux/hash.h>
#include <linux/percpu.h>
#include <linux/slab.h>
#include <linux/topology.h>

#define CACHE_BITS	10

struct cache_entry {
	u64 generation;
	struct nfi_policy *policy;
	struct nfi_flow flow;
} ____cacheline_aligned;

static DEFINE_PER_CPU(struct cache_entry *, cache);

/**
 * nfi_cache_setup() - prepare the cache, when the module is loaded
 *
 * Return: 0 or -ENOMEM.
 */
int nfi_cache_setup(void)
{
	struct cache_entry *entries;
	int cpu;

	for_each_possible_cpu(cpu) {
		entries = kvzalloc_node(sizeof(*entries) << CACHE_BITS,
					GFP_KERNEL, cpu_to_node(cpu));
		if (!entries) {
			nfi_cache_cleanup();
			return -ENOMEM;
		}
		per_cpu(cache, cpu) = entries;
	}
	return 0;
}

/**
 * nfi_cache_cleanup() - free the cache, which nobody uses any more
 */
void nfi_cache_cleanup(void)
{
	int cpu;

	for_each_possible_cpu(cpu)
		kvfree(per_cpu(cache, cpu));
}

/* Mark and interface are part of the key only where some policy asks for them */
static bool matches(const struct cache_entry *entry,
		    const struct nfi_flow *flow, u64 generation)
{
	if (!nfi_flow_equal(&entry->flow, flow))
		return false;
	return likely(!(generation & NFI_SPD_ASKS_LINK)) ||
	       nfi_flow_link_equal(&entry->flow, flow);
}

/* Cheap: a bad place costs a look-up. The generation is in it, as two namespaces
 * that see one flow shall not fight for its place, nor its two directions.
 */
static u32 hash(const struct nfi_flow *flow, u64 generation)
{
	const u64 *w = (const u64 *)flow;

	return hash_64((w[0] + w[1]) ^ rol64(w[2] + w[3], 32) ^
		       rol64(w[4] * GOLDEN_RATIO_64 + generation, 16),
		       CACHE_BITS);
}

/* Apart, so that those who find what they look for do not pay for its frame */
static noinline struct nfi_policy *ask(struct cache_entry *entry,
				       const struct nfi_spd *spd, u8 dir,
				       const struct nfi_flow *flow,
				       u64 generation)
{
	entry->policy = nfi_spd_lookup(spd, dir, flow);
	entry->flow = *flow;
	entry->generation = generation;
	return entry->policy;
}

/**
 * nfi_cache_lookup() - the policy for a packet, from the cache where it has it
 * @spd: where
 * @dir: enum nfi_direction
 * @flow: the packet's, all of it set
 *
 * Context: RCU read side, bottom halves disabled.
 * Return: as nfi_spd_lookup().
 */
struct nfi_policy *nfi_cache_lookup(const struct nfi_spd *spd, u8 dir,
				    const struct nfi_flow *flow)
{
	/* before the look-up: what changes after this is for the next packet */
	u64 generation = atomic64_read_acquire(&spd->generation[dir]);
	struct cache_entry *entry = this_cpu_read(cache) +
				    hash(flow, generation);

	if (likely(entry->generation == generation &&
		   matches(entry, flow, generation)))
		return entry->policy;

	return ask(entry, spd, dir, flow, generation);
}
