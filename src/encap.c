// SPDX-License-Identifier: GPL-2.0
/*
 * The outer header (RFC 4301 5.1.2): made from the SA and the inner header in
 * tunnel mode, taken off again with ECN carried over (RFC 6040), patched in
 * transport mode. Packets are linear and private. Any context.
 */
#include "encap.h"
#include "packet.h"
#include "path.h"

#include <net/inet_ecn.h>
#include <net/ip.h>
#include <net/ip6_route.h>
#include <net/ipv6.h>
#include <net/route.h>

/* IPv4 identifications that an SA takes at once */
#define IDENTS	64

/**
 * nfi_encap_read() - look at the inner header
 * @skb: at the inner header. Borrows @skb.
 * @inner: to be filled; the label is zero
 */
void nfi_encap_read(const struct sk_buff *skb, struct nfi_inner *inner)
{
	inner->label = 0;
	if (nfi_packet_family(skb) == AF_INET) {
		inner->tos = ip_hdr(skb)->tos;
		inner->df = ip_hdr(skb)->frag_off & htons(IP_DF);
		inner->minimal = false;
	} else {
		inner->tos = ipv6_get_dsfield(ipv6_hdr(skb));
		inner->df = true;
		inner->minimal = skb->len <= NFI_IP6_MTU_MIN;
	}
}

/**
 * nfi_encap_label() - flow label of the outer header
 * @sa: outbound, with an outer IPv6 header
 * @skb: at the inner header. Borrows @skb.
 *
 * A hash of the flow inside (RFC 6438 3), or a copy, which is for the packets of
 * end systems, not of gateways (RFC 4301 5.1.2.2).
 *
 * Return: the flow label, zero unless the SA wants one.
 */
__be32 nfi_encap_label(const struct nfi_sa *sa, struct sk_buff *skb)
{
	switch (sa->conf.flow_label) {
	case NFI_FLOW_LABEL_HASH:
		return cpu_to_be32(skb_get_hash(skb)) & IPV6_FLOWLABEL_MASK;
	case NFI_FLOW_LABEL_COPY:
		/* that came in by no device */
		if (nfi_packet_family(skb) == AF_INET6 && !skb->skb_iif)
			return ip6_flowlabel(ipv6_hdr(skb));
		return 0;
	default:
		return 0;
	}
}

/**
 * nfi_encap_tos() - traffic class of the outer header
 * @sa: outbound
 * @inner: of the inner header
 *
 * DSCP copied, mapped or fixed (RFC 4301 5.1.2.1), ECN copied as it is (RFC 6040 4.1
 * normal mode) or left out (compatibility mode).
 *
 * Return: the traffic class.
 */
u8 nfi_encap_tos(const struct nfi_sa *sa, u8 inner)
{
	u8 dscp;

	switch (sa->conf.dscp) {
	case NFI_DSCP_COPY:
		dscp = inner & ~INET_ECN_MASK;
		break;
	case NFI_DSCP_MAP:
		dscp = sa->conf.dscp_map[inner >> 2] << 2;
		break;
	default:
		dscp = sa->conf.dscp << 2;
		break;
	}
	return sa->conf.no_ecn ? dscp : dscp | (inner & INET_ECN_MASK);
}

/**
 * nfi_encap_df() - DF of an outer IPv4 header (RFC 4301 8.1)
 * @sa: outbound
 * @inner: of the inner header
 *
 * Return: true if it is to be set.
 */
bool nfi_encap_df(const struct nfi_sa *sa, bool inner)
{
	switch (sa->conf.df) {
	case NFI_DF_SET:
		return true;
	case NFI_DF_CLEAR:
		return false;
	default:
		return inner;
	}
}

/* An identification is dear, so some are taken in advance. They come out of the
 * same row as those of other packets between the two addresses.
 */
static __be16 next_ident(struct nfi_sa *sa, struct net *net, struct iphdr *iph)
{
	u32 old = atomic_read(&sa->idents), was;

	while (old & U16_MAX) {
		/* the next one, and one less of them */
		was = atomic_cmpxchg(&sa->idents, old, old + 0x10000 - 1);
		if (was == old)
			return htons(old >> 16);
		old = was;
	}
	__ip_select_ident(net, iph, IDENTS);
	atomic_set(&sa->idents, (ntohs(iph->id) + 1u) << 16 | (IDENTS - 1));
	return iph->id;
}

static void push4(struct nfi_sa *sa, const struct nfi_path *path,
		  struct sk_buff *skb, const struct nfi_inner *inner,
		  struct net *net, struct dst_entry *dst)
{
	struct iphdr *iph = skb_push(skb, sizeof(*iph));
	bool df = nfi_encap_df(sa, inner->df);

	/* RFC 2473 7.1: nobody can be told to send less */
	if (inner->minimal && skb->len > dst_mtu(dst))
		df = false;
	skb_reset_network_header(skb);
	*iph = (struct iphdr){
		.version = 4,
		.ihl = 5,
		.tos = nfi_encap_tos(sa, inner->tos),
		.tot_len = htons(skb->len),
		.frag_off = df ? htons(IP_DF) : 0,
		/* as ip4_dst_hoplimit() has it, which looks for the namespace */
		.ttl = dst_metric_raw(dst, RTAX_HOPLIMIT) ?:
		       READ_ONCE(net->ipv4.sysctl_ip_default_ttl),
		.protocol = path->next_header,
		.saddr = path->local.w[0],
		.daddr = path->remote.w[0],
	};
	/* RFC 6864 4.1: an atomic datagram needs no identification */
	if (!df)
		iph->id = next_ident(sa, net, iph);
	/* it has none yet */
	iph->check = ip_fast_csum(iph, 5);
}

static void push6(const struct nfi_sa *sa, const struct nfi_path *path,
		  struct sk_buff *skb, const struct nfi_inner *inner,
		  struct dst_entry *dst)
{
	struct ipv6hdr *ip6h = skb_push(skb, sizeof(*ip6h));

	skb_reset_network_header(skb);
	ip6_flow_hdr(ip6h, nfi_encap_tos(sa, inner->tos), inner->label);
	ip6h->payload_len = htons(skb->len - sizeof(*ip6h));
	ip6h->nexthdr = path->next_header;
	ip6h->hop_limit = ip6_dst_hoplimit(dst);
	ip6h->saddr = *nfi_addr_in6(&path->local);
	ip6h->daddr = *nfi_addr_in6(&path->remote);
}

/**
 * nfi_encap_push() - put the outer header in front
 * @sa: outbound, tunnel mode
 * @path: of @sa
 * @skb: at the ESP or UDP header, with trailer and ICV. Borrows @skb.
 * @inner: from nfi_encap_read()
 * @net: the namespace
 * @dst: the way to the other end
 */
void nfi_encap_push(struct nfi_sa *sa, const struct nfi_path *path,
		    struct sk_buff *skb, const struct nfi_inner *inner,
		    struct net *net, struct dst_entry *dst)
{
	if (sa->conf.family == AF_INET)
		push4(sa, path, skb, inner, net, dst);
	else
		push6(sa, path, skb, inner, dst);
}

/* What was sealed must be a whole IP packet; what is behind it is TFC padding
 * (RFC 4303 2.7)
 */
static enum nfi_reason trim_inner(struct sk_buff *skb)
{
	unsigned int len, head;

	if (skb->protocol == htons(ETH_P_IP)) {
		if (skb->len < sizeof(struct iphdr) ||
		    ip_hdr(skb)->version != 4 || ip_hdr(skb)->ihl < 5)
			return NFI_REASON_INNER_MALFORMED;
		head = ip_hdr(skb)->ihl * 4;
		len = ntohs(ip_hdr(skb)->tot_len);
	} else {
		if (skb->len < sizeof(struct ipv6hdr) ||
		    ipv6_hdr(skb)->version != 6)
			return NFI_REASON_INNER_MALFORMED;
		head = sizeof(struct ipv6hdr);
		len = head + ntohs(ipv6_hdr(skb)->payload_len);
	}
	if (len < head || len > skb->len)
		return NFI_REASON_INNER_MALFORMED;
	__skb_trim(skb, len);
	return NFI_REASON_OK;
}

static u8 hop_limit(const struct sk_buff *skb)
{
	return skb->protocol == htons(ETH_P_IP) ? ip_hdr(skb)->ttl :
						  ipv6_hdr(skb)->hop_limit;
}

/**
 * nfi_encap_dsfield() - the traffic class of a packet
 * @skb: with its network header. Borrows @skb.
 *
 * Return: DSCP and ECN.
 */
u8 nfi_encap_dsfield(const struct sk_buff *skb)
{
	return ip_hdr(skb)->version == 4 ? ip_hdr(skb)->tos :
					   ipv6_get_dsfield(ipv6_hdr(skb));
}

/**
 * nfi_encap_set_dscp() - give a packet that was in a tunnel the DSCP of that
 * @skb: from nfi_encap_pull(). Borrows @skb.
 * @outer: traffic class of the outer header
 *
 * RFC 2983 3, a "uniform" tunnel. ECN stays what RFC 6040 4.2 has made of it.
 */
void nfi_encap_set_dscp(struct sk_buff *skb, u8 outer)
{
	u8 dscp = outer & ~INET_ECN_MASK;

	if (skb->protocol == htons(ETH_P_IP))
		ipv4_change_dsfield(ip_hdr(skb), INET_ECN_MASK, dscp);
	else
		ipv6_change_dsfield(ipv6_hdr(skb), INET_ECN_MASK, dscp);
}

/**
 * nfi_encap_ecn_odd() - is this a pair of ECN fields that no tunnel makes?
 * @outer: traffic class of the outer header
 * @inner: of the inner header
 *
 * RFC 6040 4.2, figure 4: those that are "currently unused".
 *
 * Return: true if somebody on the way should be looked for.
 */
bool nfi_encap_ecn_odd(u8 outer, u8 inner)
{
	outer &= INET_ECN_MASK;
	switch (inner & INET_ECN_MASK) {
	case INET_ECN_NOT_ECT:
		return outer != INET_ECN_NOT_ECT;
	case INET_ECN_ECT_1:
		return outer == INET_ECN_ECT_0;
	case INET_ECN_CE:
		return outer == INET_ECN_ECT_1;
	default:
		return false;
	}
}

/* Apart, so that most packets do not pay for its frame */
static noinline enum nfi_reason carry_ecn(struct sk_buff *skb, u8 outer,
					  bool *odd_ecn)
{
	u8 inner = nfi_encap_dsfield(skb);

	*odd_ecn = nfi_encap_ecn_odd(outer, inner);
	if (INET_ECN_decapsulate(skb, outer, inner) > 1)
		return NFI_REASON_ECN;
	return NFI_REASON_OK;
}

/**
 * nfi_encap_pull() - take the outer header off
 * @skb: at the outer header, the inner packet follows it. Borrows @skb.
 * @offset: of the inner packet
 * @next_header: what ESP said the inner packet is
 * @odd_ecn: to be filled: see nfi_encap_ecn_odd()
 *
 * Return: NFI_REASON_OK with @skb at the inner header, its protocol and
 * network header set; or NFI_REASON_NEXT_HEADER, NFI_REASON_INNER_MALFORMED,
 * NFI_REASON_TTL (RFC 2003 3.1), NFI_REASON_ECN (RFC 6040 4.2).
 */
enum nfi_reason nfi_encap_pull(struct sk_buff *skb, unsigned int offset,
			       u8 next_header, bool *odd_ecn)
{
	u8 outer = nfi_encap_dsfield(skb);
	enum nfi_reason reason;

	switch (next_header) {
	case IPPROTO_IPIP:
		skb->protocol = htons(ETH_P_IP);
		break;
	case IPPROTO_IPV6:
		skb->protocol = htons(ETH_P_IPV6);
		break;
	default:
		return NFI_REASON_NEXT_HEADER;
	}
	__skb_pull(skb, offset);
	skb_reset_network_header(skb);

	reason = trim_inner(skb);
	if (reason)
		return reason;
	if (!hop_limit(skb))
		return NFI_REASON_TTL;
	/* nothing to carry over */
	*odd_ecn = false;
	if (likely(!(outer & INET_ECN_MASK)))
		return NFI_REASON_OK;
	return carry_ecn(skb, outer, odd_ecn);
}

/**
 * nfi_encap_transport_offset() - where the ESP header goes in transport mode
 * @skb: at the IP header. Borrows @skb.
 * @next_header: what is there now
 *
 * After all IPv4 options; after hop-by-hop, routing and fragment headers of
 * IPv6 (RFC 4303 3.1.1).
 *
 * Return: offset from skb->data, 0 if the headers make no sense.
 */
unsigned int nfi_encap_transport_offset(struct sk_buff *skb, u8 *next_header)
{
	u8 *field;
	int len;

	if (nfi_packet_family(skb) == AF_INET) {
		*next_header = ip_hdr(skb)->protocol;
		return ip_hdrlen(skb);
	}
	len = ip6_find_1stfragopt(skb, &field);
	if (len < 0)
		return 0;
	*next_header = *field;
	return len;
}

/**
 * nfi_encap_transport() - make the IP header fit what now follows it
 * @skb: at the IP header, whose length has changed. Borrows @skb.
 * @offset: of the end of the IP headers
 * @next_header: what follows them
 */
void nfi_encap_transport(struct sk_buff *skb, unsigned int offset,
			 u8 next_header)
{
	unsigned int at = sizeof(struct ipv6hdr);
	struct ipv6_opt_hdr *opt;
	struct iphdr *iph;
	u8 *field;

	skb_reset_network_header(skb);
	skb_set_transport_header(skb, offset);
	if (nfi_packet_family(skb) == AF_INET) {
		iph = ip_hdr(skb);
		iph->protocol = next_header;
		iph->tot_len = htons(skb->len);
		ip_send_check(iph);
		return;
	}
	ipv6_hdr(skb)->payload_len = htons(skb->len - sizeof(struct ipv6hdr));
	/* the last header before @offset names it, found as by
	 * nfi_packet_upper(): in a fragment header there is no length
	 */
	field = &ipv6_hdr(skb)->nexthdr;
	while (at < offset) {
		opt = (struct ipv6_opt_hdr *)(skb->data + at);
		at += *field == NEXTHDR_FRAGMENT ? sizeof(struct frag_hdr) :
						   ipv6_optlen(opt);
		field = &opt->nexthdr;
	}
	*field = next_header;
}
