/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the SPD said of the packets of a flow the last time (RFC 4301 4.4.1). What
 * every packet of IPv4 goes through is here, so that it costs no call.
 */
#ifndef NFI_CACHE_H
#define NFI_CACHE_H

#include <linux/hash.h>
#include <linux/percpu.h>
#include <linux/skbuff.h>
#include <net/ip.h>

#include "spd.h"

#define NFI_CACHE_BITS	10

/**
 * struct nfi_answers - what an SPD says of a packet
 * @policy: by enum nfi_direction, NULL if there is none
 */
struct nfi_answers {
	struct nfi_policy *policy[2];
};

/**
 * struct nfi_cache_key - what the packets of a flow have in common
 * @addresses: source and destination of IPv4, the first half of an IPv6 source
 * @upper: the octets behind the IP header; protocol << 32; what else there is
 * @more: the rest of the IPv6 addresses, else 0
 * @mark: of the packet, where a policy asks for mark or interface, else 0
 * @in: index of the interface it came from, there, else 0
 * @out: and of that which it leaves by
 */
struct nfi_cache_key {
	u64 addresses;
	u64 upper;
	u64 more[3];
	u32 mark;
	int in;
	int out;
};

/**
 * struct nfi_cache_entry - what is known of a flow
 * @generation: [c] of the SPD, 0 if nothing is known
 * @answers: [c] the SPD's
 * @key: [c] of the flow
 */
struct nfi_cache_entry {
	u64 generation;
	struct nfi_answers answers;
	struct nfi_cache_key key;
} ____cacheline_aligned;

DECLARE_PER_CPU(struct nfi_cache_entry *, nfi_cache);

int nfi_cache_setup(void);
void nfi_cache_cleanup(void);

const struct nfi_answers *nfi_cache_find6(const struct nfi_spd *spd,
					  const struct sk_buff *skb);
const struct nfi_answers *nfi_cache_lookup(const struct nfi_spd *spd,
					   const struct sk_buff *skb, u8 family,
					   int in, int out);

/* Has the IP header 20 octets, are the four that follow there, and is the packet
 * whole, so that they are those of the next layer?
 */
static inline bool nfi_cache_is_usual4(const struct sk_buff *skb)
{
	const struct iphdr *iph = (const struct iphdr *)skb->data;

	return skb_headlen(skb) >= sizeof(*iph) + 4 && *skb->data == 0x45 &&
	       !(iph->frag_off & htons(IP_MF | IP_OFFSET));
}

static inline void nfi_cache_read4(const struct sk_buff *skb, u64 *addresses,
				   u64 *upper)
{
	const struct iphdr *iph = (const struct iphdr *)skb->data;
	u32 octets;

	memcpy(addresses, &iph->addrs, sizeof(*addresses));
	memcpy(&octets, iph + 1, sizeof(octets));
	*upper = (u64)iph->protocol << 32 | octets;
}

/* Cheap: a bad place costs a look-up. Two namespaces that see one flow shall not
 * fight for its place.
 */
static inline struct nfi_cache_entry *
nfi_cache_place(const struct nfi_spd *spd, u64 addresses, u64 upper)
{
	u64 sum = (addresses ^ upper) + (unsigned long)spd;

	return this_cpu_read(nfi_cache) + hash_64(sum, NFI_CACHE_BITS);
}

/**
 * nfi_cache_find() - the answers for a TCP or UDP packet, if they are known
 * @spd: where
 * @skb: any packet, at its IP header. Borrows @skb.
 * @family: AF_INET or AF_INET6: what the packet should be
 *
 * On the way of every packet, so it makes no key in memory.
 *
 * Return: the answers, good until the next question on this CPU. NULL if they are
 * not known, of all packets but TCP and UDP right behind the IP header, and where
 * a policy asks for mark or interface.
 */
static __always_inline const struct nfi_answers *
nfi_cache_find(const struct nfi_spd *spd, const struct sk_buff *skb, u8 family)
{
	u64 addresses, upper, generation;
	struct nfi_cache_entry *entry;

	if (family != AF_INET)
		return nfi_cache_find6(spd, skb);
	generation = atomic64_read_acquire(&spd->generation);
	if (unlikely(!nfi_cache_is_usual4(skb)))
		return NULL;
	nfi_cache_read4(skb, &addresses, &upper);
	entry = nfi_cache_place(spd, addresses, upper);
	/* those of other kinds have bits in @upper that are not here */
	return likely(entry->generation == generation &&
		      entry->key.addresses == addresses &&
		      entry->key.upper == upper) ? &entry->answers : NULL;
}

#endif
