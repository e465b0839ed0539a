// SPDX-License-Identifier: GPL-2.0
/*
 * The SPD cache (RFC 4301 4.4.1): per CPU, what the SPD said of the packets of a
 * flow the last time, "no policy" included, in both directions. An entry is good
 * as long as the SPD has the generation it was made under. Generations are never
 * used again, by no SPD of no namespace, so an entry needs no other tie to its
 * SPD, and none has to be removed when policies are.
 *
 * A policy is freed a grace period after its SPD has got a new generation, so
 * an entry that is still good points to a policy that is still there.
 *
 * Packets are compared as they stand: addresses, protocol, and of the four octets
 * behind the IP header those that selectors see. That is all that an answer
 * depends on, but for mark and interfaces, which are compared where some policy
 * asks for them. Packets where it is not, fragments and those with options or
 * extension headers, are not kept. Bottom halves disabled, RCU read side. What
 * most packets need is in cache.h.
 */
#include "cache.h"
#include "packet.h"

#include <linux/bitops.h>
#include <linux/hash.h>
#include <linux/percpu.h>
#include <linux/slab.h>
#include <linux/topology.h>
#include <net/ip.h>
#include <net/ipv6.h>

/* What else there is in nfi_cache_key.upper */
#define IS_IPV6		BIT_ULL(40)
#define IS_OTHER	BIT_ULL(41)	/* neither TCP nor UDP */
#define HAS_LINK	BIT_ULL(42)	/* mark and interfaces are part of the key */

DEFINE_PER_CPU(struct nfi_cache_entry *, nfi_cache);
/* The answers for the last packet that is not kept */
static DEFINE_PER_CPU(struct nfi_answers, once);

/**
 * nfi_cache_setup() - prepare the cache, when the module is loaded
 *
 * Return: 0 or -ENOMEM.
 */
int nfi_cache_setup(void)
{
	struct nfi_cache_entry *entries;
	int cpu;

	for_each_possible_cpu(cpu) {
		entries = kvzalloc_node(sizeof(*entries) << NFI_CACHE_BITS,
					GFP_KERNEL, cpu_to_node(cpu));
		if (!entries) {
			nfi_cache_cleanup();
			return -ENOMEM;
		}
		per_cpu(nfi_cache, cpu) = entries;
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
		kvfree(per_cpu(nfi_cache, cpu));
}

/* What follows the IP header is up to who asks */
static inline bool is_usual6(const struct sk_buff *skb)
{
	return skb_headlen(skb) >= sizeof(struct ipv6hdr) + 4 &&
	       *skb->data >> 4 == 6;
}

static inline void read6(const struct sk_buff *skb, struct nfi_cache_key *key)
{
	const struct ipv6hdr *ip6h = (const struct ipv6hdr *)skb->data;
	u32 octets;

	memcpy(&key->addresses, &ip6h->saddr, 8);
	memcpy(&key->more[0], &ip6h->saddr.s6_addr[8], 8);
	memcpy(&key->more[1], &ip6h->daddr, 16);
	memcpy(&octets, ip6h + 1, sizeof(octets));
	key->upper = (u64)ip6h->nexthdr << 32 | IS_IPV6 | octets;
}

static struct nfi_cache_entry *place_of(const struct nfi_spd *spd,
					const struct nfi_cache_key *key)
{
	u64 addresses = key->addresses + key->more[0] +
			rol64(key->more[1], 16) + rol64(key->more[2], 32);

	return nfi_cache_place(spd, addresses,
			       key->upper + key->mark + key->in + key->out);
}

/* But for the link */
static bool equal(const struct nfi_cache_key *a, const struct nfi_cache_key *b)
{
	return !((a->addresses ^ b->addresses) | (a->upper ^ b->upper) |
		 (a->more[0] ^ b->more[0]) | (a->more[1] ^ b->more[1]) |
		 (a->more[2] ^ b->more[2]));
}

/**
 * nfi_cache_find6() - nfi_cache_find() for IPv6
 * @spd: where
 * @skb: any packet, at its IP header. Borrows @skb.
 *
 * Return: as there.
 */
const struct nfi_answers *nfi_cache_find6(const struct nfi_spd *spd,
					  const struct sk_buff *skb)
{
	u64 generation = atomic64_read_acquire(&spd->generation);
	struct nfi_cache_entry *entry;
	struct nfi_cache_key key = {};

	if (!is_usual6(skb))
		return NULL;
	read6(skb, &key);
	entry = place_of(spd, &key);
	return entry->generation == generation && equal(&entry->key, &key) ?
	       &entry->answers : NULL;
}

/* Which of the four octets do selectors see? Returns false if that is not known. */
static bool seen(u8 protocol, u64 *mask)
{
	switch (protocol) {
	case IPPROTO_TCP:
	case IPPROTO_UDP:
	case IPPROTO_UDPLITE:
	case IPPROTO_SCTP:
	case IPPROTO_DCCP:
		*mask = U32_MAX;
		return true;
	case IPPROTO_ICMP:
	case IPPROTO_ICMPV6:
		/* type and code */
		*mask = (__force u32)cpu_to_be32(0xffff0000);
		return true;
	case IPPROTO_ESP:
	case IPPROTO_AH:
	case IPPROTO_GRE:
	case IPPROTO_IPIP:
	case IPPROTO_IPV6:
		*mask = 0;
		return true;
	default:
		return false;
	}
}

/* Returns false of packets that are not kept */
static bool fill(const struct sk_buff *skb, u8 family, int in, int out,
		 bool link, struct nfi_cache_key *key)
{
	u64 mask;

	*key = (struct nfi_cache_key){};
	if (family == AF_INET) {
		if (!nfi_cache_is_usual4(skb))
			return false;
		nfi_cache_read4(skb, &key->addresses, &key->upper);
	} else {
		if (!is_usual6(skb))
			return false;
		read6(skb, key);
	}
	if (!seen(key->upper >> 32, &mask))
		return false;
	key->upper &= mask | ~(u64)U32_MAX;
	if (!nfi_packet_is_tcp_or_udp(key->upper >> 32))
		key->upper |= IS_OTHER;
	if (link) {
		key->upper |= HAS_LINK;
		key->mark = skb->mark;
		key->in = in;
		key->out = out;
	}
	return true;
}

/* The same packet in the other direction. The type of ICMP stands in the place of
 * the local port in both.
 */
static inline void turn(struct nfi_flow *flow)
{
	swap(flow->local, flow->remote);
	if (nfi_packet_has_ports(flow->protocol))
		swap(flow->local_port, flow->remote_port);
}

static __always_inline bool ask(const struct nfi_spd *spd,
				const struct sk_buff *skb, u8 family, int in,
				int out, struct nfi_answers *answers)
{
	struct nfi_flow flow;

	/* a raw socket may write any header */
	if (nfi_packet_flow(skb, NFI_DIR_OUT, &flow) || flow.family != family)
		return false;
	flow.interface = out;
	answers->policy[NFI_DIR_OUT] = nfi_spd_lookup(spd, NFI_DIR_OUT, &flow);
	turn(&flow);
	flow.interface = in;
	answers->policy[NFI_DIR_IN] = nfi_spd_lookup(spd, NFI_DIR_IN, &flow);
	return true;
}

/**
 * nfi_cache_lookup() - the policies for a packet, from the cache where it has them
 * @spd: where
 * @skb: any packet, at its IP header. Borrows @skb.
 * @family: AF_INET or AF_INET6: what the packet should be
 * @in: index of the interface that it came from, 0 for none
 * @out: index of the interface that it leaves by, 0 for none
 *
 * Return: the answers, good until the next question on this CPU, or NULL if the
 * packet is malformed or of another family.
 */
const struct nfi_answers *nfi_cache_lookup(const struct nfi_spd *spd,
					   const struct sk_buff *skb, u8 family,
					   int in, int out)
{
	/* before the look-up: what changes after this is for the next packet */
	u64 generation = atomic64_read_acquire(&spd->generation);
	struct nfi_cache_entry *entry = NULL;
	struct nfi_answers *answers;
	struct nfi_cache_key key;

	answers = this_cpu_ptr(&once);
	if (fill(skb, family, in, out, generation & NFI_SPD_ASKS_LINK, &key)) {
		entry = place_of(spd, &key);
		answers = &entry->answers;
		if (entry->generation == generation &&
		    equal(&entry->key, &key) && entry->key.mark == key.mark &&
		    entry->key.in == key.in && entry->key.out == key.out)
			return answers;
		/* until both answers are there */
		entry->generation = 0;
	}
	if (!ask(spd, skb, family, in, out, answers))
		return NULL;
	if (entry) {
		entry->key = key;
		entry->generation = generation;
	}
	return answers;
}
