// SPDX-License-Identifier: GPL-2.0
/*
 * The end of the way in (RFC 4301 5.2), in this order:
 *
 *	nfi_deliver()	a packet in clear, with the SA that it came out of
 *	  check_inner()	is it what the SA is for? Then it counts for the lifetimes
 *	  gather()	fragments put together
 *	  enter()	into the stack, by the nfipsec device
 *
 * Runs with bottom halves disabled and under RCU, which keeps the SA.
 */
#include "deliver.h"
#include "cache.h"
#include "icmp.h"
#include "lifetime.h"
#include "net.h"
#include "packet.h"

#include <linux/inetdevice.h>
#include <linux/netdevice.h>
#include <net/ip.h>
#include <net/ip6_checksum.h>
#include <net/ipv6.h>
#include <net/ipv6_frag.h>
#include <net/netfilter/ipv6/nf_defrag_ipv6.h>
#include <compat/netfilter.h>
#include <compat/udp.h>
#include <compat/xfrm.h>

/* The CPU is in the midst of a packet that came out of an SA */
static DEFINE_PER_CPU(bool, nested);

/* Strict reverse path filtering would drop what comes out of a tunnel: the way
 * back to its source is not by this device. The SA's selectors are the better
 * check; a security path makes the kernel skip its own. And a flow table that takes
 * up a flow by such a packet would look for a route of its own for the answers, and
 * lead them there past our hooks, those of IPv6 in clear; it leaves alone what has a
 * security path. Where there are flow tables there are hooks at ingress.
 */
static bool wants_path(const struct sk_buff *skb, const struct net_device *dev)
{
	struct in_device *in_dev = __in_dev_get_rcu(dev);

	if (nfi_compat_ingress_is_hooked())
		return true;
	return skb->protocol == htons(ETH_P_IP) && in_dev &&
	       IN_DEV_RPFILTER(in_dev);
}

/* Does the first inbound policy say that packets come by SAs like this one? */
static bool is_for(const struct nfi_sa *sa, const struct nfi_policy *policy)
{
	return policy && policy->conf.action == NFI_ACTION_PROTECT &&
	       policy->conf.reqid == sa->conf.reqid &&
	       policy->conf.protocol == sa->conf.key.protocol;
}

static bool matches(const struct nfi_sa *sa, const struct nfi_device *nd,
		    const struct nfi_flow *flow,
		    const struct nfi_policy **policy)
{
	if (!sa->by_policy)
		return nfi_selector_match(&sa->conf.selector, flow);
	*policy = nfi_spd_lookup(nd->spd, NFI_DIR_IN, flow);
	return is_for(sa, *policy);
}

/* The packet that an ICMP error brings back (RFC 4301 6.2) may make up for an error
 * that the SA is not for, or the other way round
 */
static noinline enum nfi_reason check_closer(const struct nfi_sa *sa,
					     const struct nfi_device *nd,
					     struct sk_buff *skb,
					     const struct nfi_policy **policy)
{
	struct nfi_flow flow, returned;
	enum nfi_reason reason;
	bool good;

	reason = nfi_packet_flow(skb, NFI_DIR_IN, &flow);
	if (reason)
		return reason;
	flow.interface = skb->skb_iif;
	good = matches(sa, nd, &flow, policy);
	if (unlikely(nfi_icmp_is_error(&flow)) &&
	    !(good && sa->conf.no_icmp_check))
		good = nfi_icmp_returned(skb, NFI_DIR_OUT, &flow, &returned) &&
		       matches(sa, nd, &returned, policy);
	return good ? NFI_REASON_OK : NFI_REASON_SELECTOR;
}

/* What the SPD says of TCP and UDP, or NULL */
static const struct nfi_answers *ask(const struct nfi_spd *spd,
				     const struct sk_buff *skb)
{
	u8 family = nfi_packet_family(skb);
	const struct nfi_answers *answers;
	u8 protocol;

	answers = nfi_cache_find(spd, skb, family);
	if (likely(answers))
		return answers;
	protocol = family == AF_INET ? ip_hdr(skb)->protocol :
				       ipv6_hdr(skb)->nexthdr;
	if (!nfi_packet_is_tcp_or_udp(protocol))
		return NULL;
	return nfi_cache_lookup(spd, skb, family, skb->skb_iif, 0);
}

static inline bool is_in4(const struct nfi_prefix *prefix, __be32 addr)
{
	return !((addr ^ prefix->addr.w[0]) & nfi_prefix_mask(prefix->len, 0));
}

/* Apart, so that IPv4 does not pay for its frame */
static noinline bool is_in6(const struct nfi_prefix *prefix,
			    const struct in6_addr *in6)
{
	struct nfi_addr addr;

	nfi_addr_set6(&addr, in6);
	return nfi_prefix_match(prefix, &addr);
}

/* Is it TCP or UDP, and is it between the prefixes of a selector that asks for
 * nothing else? Says false of what takes a closer look.
 */
static bool is_between(const struct nfi_selector *sel,
		       const struct sk_buff *skb)
{
	const struct ipv6hdr *ip6h = ipv6_hdr(skb);
	const struct iphdr *iph = ip_hdr(skb);
	u8 family = nfi_packet_family(skb);

	if (sel->family && sel->family != family)
		return false;
	if (family == AF_INET)
		return iph->ihl == 5 &&
		       nfi_packet_is_tcp_or_udp(iph->protocol) &&
		       is_in4(&sel->remote, iph->saddr) &&
		       is_in4(&sel->local, iph->daddr);
	return nfi_packet_is_tcp_or_udp(ip6h->nexthdr) &&
	       is_in6(&sel->remote, &ip6h->saddr) &&
	       is_in6(&sel->local, &ip6h->daddr);
}

/* RFC 4301 5.2 step 4: what comes out of an SA must be what the SA is for. That
 * is its selector; without one, but with a reqid, it is what the inbound
 * policies of that reqid say, of which there may be many. Most packets are TCP or
 * UDP, no ICMP errors, and what the policies say of them is known.
 */
static enum nfi_reason check_inner(const struct nfi_sa *sa,
				   const struct nfi_device *nd,
				   struct sk_buff *skb)
{
	const struct nfi_answers *answers = NULL;
	const struct nfi_policy *policy = NULL;
	enum nfi_reason reason = NFI_REASON_OK;

	if (sa->by_policy)
		answers = ask(nd->spd, skb);
	if (likely(answers)) {
		policy = answers->policy[NFI_DIR_IN];
		reason = is_for(sa, policy) ? NFI_REASON_OK :
					      NFI_REASON_SELECTOR;
	} else if (!sa->by_prefixes || !is_between(&sa->conf.selector, skb)) {
		reason = check_closer(sa, nd, skb, &policy);
	}
	if (!reason && policy)
		nfi_traffic_count(policy->traffic, 1, skb->len);
	return reason;
}

/* Could GRO merge this packet with others of its flow? The packets of a flow get
 * the same answer, or they would overtake each other.
 */
static bool merges(const struct nfi_device *nd, const struct sk_buff *skb)
{
	bool v4 = skb->protocol == htons(ETH_P_IP);

	switch (v4 ? ip_hdr(skb)->protocol : ipv6_hdr(skb)->nexthdr) {
	case IPPROTO_UDP:
		return nfi_compat_udp_merges(v4) || nd->dev->features &
		       (NETIF_F_GRO_FRAGLIST | NETIF_F_GRO_UDP_FWD);
	case IPPROTO_ICMP:
	case IPPROTO_ICMPV6:
	case IPPROTO_ESP:
	case IPPROTO_SCTP:
	case IPPROTO_FRAGMENT:
		return false;
	default:
		return true;
	}
}

/* Packets that wait for the stack, as many as those of a GRO cell by default */
#define ORDERED_MAX	1000

/* The cells of several CPUs would not keep the order of a queue. Consumes
 * @skb.
 */
static void enter_in_order(struct nfi_device *nd, struct sk_buff *skb)
{
	if (skb_queue_len_lockless(&nd->ordered) > ORDERED_MAX) {
		dev_core_stats_rx_dropped_inc(nd->dev);
		kfree_skb(skb);
		return;
	}
	skb_queue_tail(&nd->ordered, skb);
	napi_schedule(&nd->napi);
}

/* Is the checksum of TCP right? GRO wants to know of all that it merges, and would be
 * longer about it. Where nothing is said of it here it asks as ever.
 */
static void check_sum(struct sk_buff *skb)
{
	const struct ipv6hdr *ip6h = ipv6_hdr(skb);
	const struct iphdr *iph = ip_hdr(skb);
	bool right = false;
	int len;

	/* where a NAT was there is none, see nfi_udpencap_fix_sum() */
	if (skb->ip_summed != CHECKSUM_NONE || skb_is_nonlinear(skb))
		return;
	if (skb->protocol == htons(ETH_P_IP)) {
		len = skb->len - sizeof(*iph);
		if (iph->protocol == IPPROTO_TCP && iph->ihl == 5)
			right = !csum_tcpudp_magic(iph->saddr, iph->daddr, len,
						   IPPROTO_TCP,
						   csum_partial(iph + 1, len, 0));
	} else {
		len = skb->len - sizeof(*ip6h);
		if (ip6h->nexthdr == IPPROTO_TCP)
			right = !csum_ipv6_magic(&ip6h->saddr, &ip6h->daddr,
						 len, IPPROTO_TCP,
						 csum_partial(ip6h + 1, len, 0));
	}
	if (!right)
		return;
	skb->ip_summed = CHECKSUM_UNNECESSARY;
	skb->csum_level = 0;
}

/* A packet goes on where it is, within the hook that it came to; but a packet
 * out of a tunnel in a tunnel finds a fresh stack in the GRO cell. Consumes
 * @skb.
 */
static void enter(struct nfi_device *nd, struct sk_buff *skb)
{
	bool merged = merges(nd, skb);

	if (merged)
		check_sum(skb);
	if (merged || __this_cpu_read(nested)) {
		gro_cells_receive(&nd->gro, skb);
		return;
	}
	__this_cpu_write(nested, true);
	netif_receive_skb(skb);
	__this_cpu_write(nested, false);
}

/* Whose fragments these are, in the way of a conntrack zone, the last one of which
 * nobody is likely to have
 */
#define OPENED_IN4	__IP_DEFRAG_CONNTRACK_IN_END
#define OPENED_IN6	__IP6_DEFRAG_CONNTRACK_IN

/* Fragments that were sealed are put together among themselves. The stack, or a hook
 * later on, would take one that came in clear for the rest of the datagram (RFC
 * 4301 5.2, 7). Consumes @skb unless it returns true: then it is whole.
 */
static bool gather(struct nfi_sa *sa, struct sk_buff *skb)
{
	struct net *net = sa->nn->net;
	int err;

	if (skb->protocol == htons(ETH_P_IP)) {
		if (likely(!ip_is_fragment(ip_hdr(skb))))
			return true;
		memset(IPCB(skb), 0, sizeof(*IPCB(skb)));
		err = ip_defrag(net, skb, OPENED_IN4);
	} else {
		if (likely(!ipv6_ext_hdr(ipv6_hdr(skb)->nexthdr)))
			return true;
		memset(IP6CB(skb), 0, sizeof(*IP6CB(skb)));
		err = nf_ct_frag6_gather(net, skb, OPENED_IN6);
		if (err && err != -EINPROGRESS)
			nfi_drop(sa->nn, sa, skb, NFI_REASON_FRAGMENT);
	}
	/* it may go on in pieces again, whatever DF says */
	if (!err)
		skb->ignore_df = 1;
	return !err;
}

/**
 * nfi_deliver() - a packet that came out of an SA, into the stack if it may
 * @sa: inbound
 * @skb: opened, at its IP header, which was looked at. Consumes @skb.
 *
 * RFC 4301 5.2 step 4, 4.4.2.1.
 */
void nfi_deliver(struct nfi_sa *sa, struct sk_buff *skb)
{
	struct net_device *dev = nfi_net_device(sa->nn, sa);
	struct nfi_net *nn = sa->nn;
	enum nfi_reason reason;

	reason = dev && dev->flags & IFF_UP ?
		 check_inner(sa, netdev_priv(dev), skb) : NFI_REASON_NO_DEVICE;
	if (!reason)
		reason = nfi_lifetime_account(sa, 1, skb->len);
	if (unlikely(reason)) {
		nfi_drop(nn, sa, skb, reason);
		return;
	}

	skb->dev = dev;
	skb->csum_valid = 0;
	skb->encapsulation = 0;
	skb_clear_hash(skb);
	skb_scrub_packet(skb, false);
	if (!gather(sa, skb))
		return;
	skb_reset_mac_header(skb);
	skb_reset_transport_header(skb);
	if (wants_path(skb, dev) && !nfi_compat_exempt(skb, nn->exempt)) {
		nfi_drop(nn, sa, skb, NFI_REASON_NO_MEMORY);
		return;
	}
	dev_sw_netstats_rx_add(dev, skb->len);
	if (sa->queue)
		enter_in_order(netdev_priv(dev), skb);
	else
		enter(netdev_priv(dev), skb);
}
