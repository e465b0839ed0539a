// SPDX-License-Identifier: GPL-2.0
/*
 * What can be said of, and done to, any IP packet: where its headers end,
 * which flow it belongs to, making it ours to write on, and dropping it.
 * skb->data is at the IP header. Any context.
 */
#include "packet.h"
#include "net.h"

#include <linux/icmpv6.h>
#include <net/ip.h>
#include <net/ipv6.h>
#include <net/ndisc.h>

#include "trace.h"

static enum nfi_reason upper4(const struct sk_buff *skb,
			      struct nfi_upper *upper)
{
	const struct iphdr *iph;
	struct iphdr buf;

	iph = skb_header_pointer(skb, 0, sizeof(buf), &buf);
	if (!iph || iph->ihl < 5 || iph->ihl * 4 > skb->len)
		return NFI_REASON_MALFORMED;
	*upper = (struct nfi_upper){
		.offset = iph->ihl * 4,
		.protocol = iph->protocol,
		.fragment = iph->frag_off & htons(IP_MF | IP_OFFSET),
		.later = iph->frag_off & htons(IP_OFFSET),
	};
	return NFI_REASON_OK;
}

/* RFC 4301 4.4.1.1: hop-by-hop, routing, fragment and destination options
 * headers are skipped, ESP and AH are next layers
 */
static enum nfi_reason upper6(const struct sk_buff *skb,
			      struct nfi_upper *upper)
{
	const struct frag_hdr *frag;
	const struct ipv6hdr *ip6h;
	struct ipv6_opt_hdr *opt;
	union {
		struct ipv6hdr ip6h;
		struct ipv6_opt_hdr opt;
		struct frag_hdr frag;
	} buf;

	ip6h = skb_header_pointer(skb, 0, sizeof(buf.ip6h), &buf);
	if (!ip6h)
		return NFI_REASON_MALFORMED;
	*upper = (struct nfi_upper){
		.offset = sizeof(*ip6h),
		.protocol = ip6h->nexthdr,
	};
	for (;;) {
		switch (upper->protocol) {
		case NEXTHDR_HOP:
		case NEXTHDR_ROUTING:
		case NEXTHDR_DEST:
			opt = skb_header_pointer(skb, upper->offset,
						 sizeof(buf.opt), &buf);
			if (!opt)
				return NFI_REASON_MALFORMED;
			upper->protocol = opt->nexthdr;
			upper->offset += ipv6_optlen(opt);
			break;
		case NEXTHDR_FRAGMENT:
			frag = skb_header_pointer(skb, upper->offset,
						  sizeof(buf.frag), &buf);
			if (!frag)
				return NFI_REASON_MALFORMED;
			/* RFC 4303 3.3.4: an atomic fragment is none */
			if (frag->frag_off & htons(IP6_OFFSET | IP6_MF))
				upper->fragment = true;
			upper->protocol = frag->nexthdr;
			upper->offset += sizeof(*frag);
			if (frag->frag_off & htons(IP6_OFFSET)) {
				upper->later = true;
				return NFI_REASON_OK;
			}
			break;
		default:
			return upper->offset <= skb->len ?
				NFI_REASON_OK : NFI_REASON_MALFORMED;
		}
	}
}

/* Apart, so that the usual packets do not pay for its frame */
static noinline enum nfi_reason any_upper(const struct sk_buff *skb,
					  struct nfi_upper *upper)
{
	const u8 *version;
	u8 buf;

	version = skb_header_pointer(skb, 0, sizeof(buf), &buf);
	if (!version)
		return NFI_REASON_MALFORMED;
	switch (*version >> 4) {
	case 4:
		return upper4(skb, upper);
	case 6:
		return upper6(skb, upper);
	default:
		return NFI_REASON_MALFORMED;
	}
}

/**
 * nfi_packet_upper() - find the next layer header
 * @skb: Borrows @skb.
 * @upper: to be filled
 *
 * Return: NFI_REASON_OK or NFI_REASON_MALFORMED.
 */
enum nfi_reason nfi_packet_upper(const struct sk_buff *skb,
				 struct nfi_upper *upper)
{
	const struct iphdr *iph = (const struct iphdr *)skb->data;

	if (unlikely(skb_headlen(skb) < sizeof(*iph) || iph->version != 4 ||
		     iph->ihl != 5))
		return any_upper(skb, upper);
	upper->offset = sizeof(*iph);
	upper->protocol = iph->protocol;
	upper->fragment = iph->frag_off & htons(IP_MF | IP_OFFSET);
	upper->later = iph->frag_off & htons(IP_OFFSET);
	return NFI_REASON_OK;
}

/* Both find the whole header where nfi_packet_upper() has seen it */
static void addresses4(const struct sk_buff *skb, struct nfi_addr *src,
		       struct nfi_addr *dst)
{
	const struct iphdr *iph;
	struct iphdr buf;

	iph = skb_header_pointer(skb, 0, sizeof(buf), &buf);
	src->w[0] = iph->saddr;
	dst->w[0] = iph->daddr;
}

static void addresses6(const struct sk_buff *skb, struct nfi_addr *src,
		       struct nfi_addr *dst)
{
	const struct ipv6hdr *ip6h;
	struct ipv6hdr buf;

	ip6h = skb_header_pointer(skb, 0, sizeof(buf), &buf);
	nfi_addr_set6(src, &ip6h->saddr);
	nfi_addr_set6(dst, &ip6h->daddr);
}

/**
 * nfi_packet_between() - does a packet go from one address to another?
 * @skb: with its IP header linear; Borrows @skb.
 * @family: of both
 * @src: where from
 * @dst: where to
 *
 * Return: true if it does.
 */
bool nfi_packet_between(const struct sk_buff *skb, u8 family,
			const struct nfi_addr *src, const struct nfi_addr *dst)
{
	struct nfi_addr from = {}, to = {};

	if (nfi_packet_family(skb) != family)
		return false;
	if (family == AF_INET)
		addresses4(skb, &from, &to);
	else
		addresses6(skb, &from, &to);
	return nfi_addr_equal(&from, src) && nfi_addr_equal(&to, dst);
}

/**
 * nfi_packet_has_ports() - does this protocol begin with its ports?
 * @protocol: next layer protocol
 *
 * Return: true if it does.
 */
bool nfi_packet_has_ports(u8 protocol)
{
	switch (protocol) {
	case IPPROTO_TCP:
	case IPPROTO_UDP:
	case IPPROTO_UDPLITE:
	case IPPROTO_SCTP:
	case IPPROTO_DCCP:
		return true;
	default:
		return false;
	}
}

/* What stands in the place of a port, RFC 4301 4.4.1.1: ICMP type and code, the
 * type of a mobility header
 */
static void read_type(const struct sk_buff *skb, const struct nfi_upper *upper,
		      struct nfi_flow *flow)
{
	bool mobility = upper->protocol == IPPROTO_MH;
	const u8 *type;
	u8 buf[3];

	if (upper->protocol != IPPROTO_ICMP &&
	    upper->protocol != IPPROTO_ICMPV6 && !mobility)
		return;
	type = skb_header_pointer(skb, upper->offset, mobility ? 3 : 2, buf);
	if (!type)
		return;
	flow->ports = true;
	flow->local_port = mobility ? type[2] << 8 : type[0] << 8 | type[1];
}

/* Nearly all packets: TCP or UDP right behind the IP header, in one piece, and
 * where it can be read. Returns false of others, and knows nothing of them.
 */
static bool usual_flow(const struct sk_buff *skb, bool out,
		       struct nfi_flow *flow)
{
	const struct ipv6hdr *ip6h = (const struct ipv6hdr *)skb->data;
	const struct iphdr *iph = (const struct iphdr *)skb->data;
	struct nfi_addr *src = out ? &flow->local : &flow->remote;
	struct nfi_addr *dst = out ? &flow->remote : &flow->local;
	unsigned int len = skb_headlen(skb);
	const __be16 *ports;
	u8 family, protocol;

	if (len >= sizeof(*iph) + 4 && iph->version == 4 && iph->ihl == 5) {
		family = AF_INET;
		protocol = iph->protocol;
		ports = (const __be16 *)(iph + 1);
		if (!nfi_packet_is_tcp_or_udp(protocol) ||
		    iph->frag_off & htons(IP_MF | IP_OFFSET))
			return false;
		nfi_addr_set4(src, iph->saddr);
		nfi_addr_set4(dst, iph->daddr);
	} else if (len >= sizeof(*ip6h) + 4 && ip6h->version == 6) {
		family = AF_INET6;
		protocol = ip6h->nexthdr;
		ports = (const __be16 *)(ip6h + 1);
		if (!nfi_packet_is_tcp_or_udp(protocol))
			return false;
		nfi_addr_set6(src, &ip6h->saddr);
		nfi_addr_set6(dst, &ip6h->daddr);
	} else {
		return false;
	}
	flow->local_port = ntohs(out ? ports[0] : ports[1]);
	flow->remote_port = ntohs(out ? ports[1] : ports[0]);
	flow->family = family;
	flow->protocol = protocol;
	flow->ports = true;
	flow->mark = skb->mark;
	flow->interface = 0;
	return true;
}

/* Any other packet. Apart, so that the usual ones do not pay for its frame. */
static noinline enum nfi_reason any_flow(const struct sk_buff *skb, u8 dir,
					 struct nfi_flow *flow)
{
	__be16 buf[2], *ports;
	struct nfi_upper upper;
	enum nfi_reason reason;
	bool out = dir == NFI_DIR_OUT;
	struct nfi_addr *src, *dst;

	reason = nfi_packet_upper(skb, &upper);
	if (reason)
		return reason;
	*flow = (struct nfi_flow){
		.family = nfi_packet_family(skb),
		.protocol = upper.protocol,
		.mark = skb->mark,
	};
	src = out ? &flow->local : &flow->remote;
	dst = out ? &flow->remote : &flow->local;
	if (flow->family == AF_INET)
		addresses4(skb, src, dst);
	else
		addresses6(skb, src, dst);
	if (upper.later)
		return NFI_REASON_OK;
	if (!nfi_packet_has_ports(upper.protocol)) {
		read_type(skb, &upper, flow);
		return NFI_REASON_OK;
	}
	ports = skb_header_pointer(skb, upper.offset, sizeof(buf), buf);
	if (!ports)
		return NFI_REASON_OK;
	flow->ports = true;
	flow->local_port = ntohs(ports[out ? 0 : 1]);
	flow->remote_port = ntohs(ports[out ? 1 : 0]);
	return NFI_REASON_OK;
}

/**
 * nfi_packet_flow() - what selectors can see of a packet
 * @skb: Borrows @skb.
 * @dir: enum nfi_direction: the source of an outbound packet is local
 * @flow: to be filled, but for the interface
 *
 * Return: NFI_REASON_OK or NFI_REASON_MALFORMED.
 */
enum nfi_reason nfi_packet_flow(const struct sk_buff *skb, u8 dir,
				struct nfi_flow *flow)
{
	if (likely(usual_flow(skb, dir == NFI_DIR_OUT, flow)))
		return NFI_REASON_OK;
	return any_flow(skb, dir, flow);
}

/**
 * nfi_packet_is_discovery() - does the packet belong to the link?
 * @skb: Borrows @skb.
 * @flow: the packet's
 *
 * Neighbour discovery (RFC 4861) finds the very neighbour that ESP packets
 * are sent to, so it is never protected. Hop limit 255 shows that it was not
 * forwarded.
 *
 * Return: true if it is neighbour discovery.
 */
bool nfi_packet_is_discovery(const struct sk_buff *skb,
			     const struct nfi_flow *flow)
{
	struct nfi_upper upper;
	const u8 *type;
	u8 buf;

	if (flow->protocol != IPPROTO_ICMPV6 || flow->family != AF_INET6 ||
	    ipv6_hdr(skb)->hop_limit != 255 || nfi_packet_upper(skb, &upper) ||
	    upper.fragment)
		return false;
	type = skb_header_pointer(skb, upper.offset, sizeof(buf), &buf);
	return type && *type >= NDISC_ROUTER_SOLICITATION &&
	       *type <= NDISC_REDIRECT;
}

/**
 * nfi_packet_copy() - replace a packet by a linear copy that is ours
 * @skb: the packet
 * @head: octets of headroom wanted
 * @tail: octets of tailroom wanted
 *
 * Return: NFI_REASON_OK, or NFI_REASON_NO_MEMORY and @skb is as it was.
 */
enum nfi_reason nfi_packet_copy(struct sk_buff **skb, unsigned int head,
				unsigned int tail)
{
	struct sk_buff *copy;

	copy = skb_copy_expand(*skb, max(head, skb_headroom(*skb)), tail,
			       GFP_ATOMIC | __GFP_NOWARN);
	if (!copy)
		return NFI_REASON_NO_MEMORY;
	consume_skb(*skb);
	*skb = copy;
	return NFI_REASON_OK;
}

/**
 * nfi_drop() - give a packet up
 * @nn: the namespace that counts it
 * @sa: the SA that counts it too, or NULL
 * @skb: Consumes @skb.
 * @reason: why
 *
 * The only place where the data path frees a packet that it gives up.
 */
void nfi_drop(struct nfi_net *nn, struct nfi_sa *sa, struct sk_buff *skb,
	      enum nfi_reason reason)
{
	nfi_drops_count(nn->drops, reason);
	if (sa)
		nfi_sa_count_drop(sa, reason);
	trace_nfipsec_drop(nn->net, sa, skb, reason);
	kfree_skb(skb);
}
