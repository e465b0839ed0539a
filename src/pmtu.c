// SPDX-License-Identifier: GPL-2.0
/*
 * How large a packet may be to fit through a tunnel, and telling the sender of
 * one that does not (RFC 4301 8.2, RFC 2473 7.1). Any context.
 */
#include "pmtu.h"
#include "net.h"
#include "packet.h"
#include "path.h"

#include <linux/errqueue.h>
#include <linux/icmp.h>
#include <linux/icmpv6.h>
#include <net/icmp.h>
#include <net/ip6_route.h>
#include <net/route.h>
#include <compat/sock.h>

/**
 * nfi_pmtu_payload() - the largest ESP payload
 * @suite: of the SA
 * @outer: octets in front of the ESP header
 * @path_mtu: of the way to the other end
 *
 * Return: octets; 0 if not even an empty payload fits.
 */
unsigned int nfi_pmtu_payload(const struct nfi_suite *suite,
			      unsigned int outer, unsigned int path_mtu)
{
	unsigned int around = outer + NFI_ESP_HLEN + suite->iv_len +
			      suite->icv_len;

	if (path_mtu < around + suite->block)
		return 0;
	return round_down(path_mtu - around, suite->block) - NFI_ESP_TLEN;
}

/**
 * nfi_pmtu_tell() - tell the sender that a packet is too big
 * @skb: the packet; Borrows @skb.
 * @mtu: the largest packet that fits; never told lower than a router may
 */
void nfi_pmtu_tell(struct sk_buff *skb, unsigned int mtu)
{
	if (nfi_packet_family(skb) == AF_INET)
		icmp_ndo_send(skb, ICMP_DEST_UNREACH, ICMP_FRAG_NEEDED,
			      htonl(max_t(u32, mtu, NFI_IP4_MTU_MIN)));
	else
		icmpv6_ndo_send(skb, ICMPV6_PKT_TOOBIG, 0,
				max_t(u32, mtu, NFI_IP6_MTU_MIN));
}

/**
 * nfi_pmtu_tell_socket() - tell the socket that sent a packet that it is too big
 * @skb: the packet, of this host, its IP header linear; Borrows @skb.
 * @mtu: the largest packet that fits
 *
 * As the stack does with what does not fit the link: by an error in its queue,
 * if it has asked for errors. ip_local_error() is not for modules.
 */
void nfi_pmtu_tell_socket(const struct sk_buff *skb, unsigned int mtu)
{
	u8 family = nfi_packet_family(skb);
	bool v4 = family == AF_INET;
	unsigned int head = v4 ? NFI_IP4_HLEN : NFI_IP6_HLEN;
	struct sock_exterr_skb *serr;
	struct sock *sk = skb->sk;
	struct sk_buff *err;

	if (!sk || !sk_fullsock(sk) || !sk_is_inet(sk) ||
	    (!v4 && sk->sk_family != AF_INET6) ||
	    !nfi_compat_recverr(sk, family))
		return;
	err = alloc_skb(head, GFP_ATOMIC | __GFP_NOWARN);
	if (!err)
		return;
	/* whoever reads it looks for the destination in the header */
	skb_put_data(err, ip_hdr(skb), head);
	skb_reset_network_header(err);
	err->protocol = v4 ? htons(ETH_P_IP) : htons(ETH_P_IPV6);
	serr = SKB_EXT_ERR(err);
	serr->ee = (struct sock_extended_err){
		.ee_errno = EMSGSIZE,
		.ee_origin = SO_EE_ORIGIN_LOCAL,
		.ee_info = mtu,
	};
	serr->addr_offset = v4 ? offsetof(struct iphdr, daddr) :
				 offsetof(struct ipv6hdr, daddr);
	serr->port = inet_sk(sk)->inet_dport;
	__skb_pull(err, head);
	skb_reset_transport_header(err);
	if (sock_queue_err_skb(sk, err))
		kfree_skb(err);
}

/**
 * nfi_pmtu_plateau() - a guess at the MTU of a link
 * @len: octets of a packet that was too big for it
 *
 * RFC 1191 7.1: the next of the MTUs that links have.
 *
 * Return: octets, less than @len unless that is less than any link has.
 */
unsigned int nfi_pmtu_plateau(unsigned int len)
{
	static const u16 plateaus[] = {
		32000, 17914, 8166, 4352, 2002, 1492, 1006, 508, 296
	};
	int i;

	for (i = 0; i < ARRAY_SIZE(plateaus); i++)
		if (plateaus[i] < len)
			return plateaus[i];
	return NFI_IP4_MTU_MIN;
}

/* RFC 1191 5: an old router says that a packet was too big, but not for what. Its
 * length is in the header that the message brings back.
 */
static u32 guess_mtu(const struct sk_buff *skb, unsigned int offset)
{
	const struct iphdr *iph;
	struct iphdr buf;

	iph = skb_header_pointer(skb, offset, sizeof(buf), &buf);
	return iph ? nfi_pmtu_plateau(ntohs(iph->tot_len)) : 0;
}

/* The MTU that an ICMP message tells of, 0 if it is about something else */
static u32 told_mtu(const struct sk_buff *skb, const struct nfi_upper *upper)
{
	const struct icmp6hdr *icmp6;
	const struct icmphdr *icmp;
	union {
		struct icmphdr icmp;
		struct icmp6hdr icmp6;
	} buf;

	if (upper->protocol == IPPROTO_ICMP) {
		icmp = skb_header_pointer(skb, upper->offset, sizeof(buf.icmp),
					  &buf);
		if (icmp && icmp->type == ICMP_DEST_UNREACH &&
		    icmp->code == ICMP_FRAG_NEEDED)
			return ntohs(icmp->un.frag.mtu) ?:
			       guess_mtu(skb, upper->offset + sizeof(*icmp));
	} else if (upper->protocol == IPPROTO_ICMPV6) {
		icmp6 = skb_header_pointer(skb, upper->offset,
					   sizeof(buf.icmp6), &buf);
		if (icmp6 && icmp6->icmp6_type == ICMPV6_PKT_TOOBIG)
			return ntohl(icmp6->icmp6_mtu);
	}
	return 0;
}

/* Is the packet that an ICMP message brings back one of an SA of ours? Then
 * only somebody on its way can have sent the message (RFC 4301 8.2.1).
 */
static bool is_ours(const struct nfi_net *nn, const struct sk_buff *skb,
		    u8 family)
{
	const struct nfi_path *path;
	const struct nfi_sa *sa;
	struct nfi_upper upper;
	struct nfi_flow flow;
	__be32 *spi, buf;
	bool udp;

	if (nfi_packet_upper(skb, &upper))
		return false;
	udp = upper.protocol == IPPROTO_UDP;
	if ((upper.protocol != IPPROTO_ESP && upper.protocol != IPPROTO_AH &&
	     !udp) || upper.later || nfi_packet_flow(skb, NFI_DIR_OUT, &flow) ||
	    flow.family != family)
		return false;
	/* ESP and AH have it in the 8 octets that every message brings back; ESP
	 * in UDP has it behind them, where nearly every message has it
	 */
	if (upper.protocol == IPPROTO_AH) {
		upper.offset += 4;
	} else if (udp) {
		upper.offset += NFI_UDP_HLEN;
		upper.protocol = IPPROTO_ESP;
	}
	spi = skb_header_pointer(skb, upper.offset, sizeof(buf), &buf);
	if (!spi)
		return false;
	sa = nfi_sad_lookup_sent(&nn->sad, upper.protocol, *spi, &flow.remote);
	if (!sa)
		return false;
	path = nfi_path(sa);
	return nfi_addr_equal(&path->local, &flow.local) &&
	       udp == (path->encap == NFI_ENCAP_UDP) &&
	       (!udp || flow.local_port == ntohs(path->local_port));
}

/**
 * nfi_pmtu_learn() - take note of a lower path MTU of an SA
 * @nn: the namespace
 * @skb: any packet for this host, at its IP header. May reallocate the head of
 *	@skb. Borrows it otherwise.
 *
 * RFC 4301 8.2.1: an ICMP message that brings back a packet of an outbound SA
 * lowers the path MTU to its other end. It is the route's, with the floors
 * and the ageing that the stack has for all routes.
 *
 * Context: RCU read side.
 */
void nfi_pmtu_learn(const struct nfi_net *nn, struct sk_buff *skb)
{
	unsigned int head, network = skb_network_offset(skb);
	struct nfi_upper upper;
	u8 family;
	u32 mtu;

	if (nfi_packet_upper(skb, &upper) || upper.fragment)
		return;
	/* of the message, and so of the packet that it brings back */
	family = upper.protocol == IPPROTO_ICMP ? AF_INET : AF_INET6;
	mtu = told_mtu(skb, &upper);
	/* both kinds of ICMP have 8 octets before what they bring back */
	head = upper.offset + sizeof(struct icmphdr);
	if (!mtu || !pskb_may_pull(skb, head + sizeof(struct iphdr)))
		return;
	if (upper.protocol == IPPROTO_ICMPV6 &&
	    !pskb_may_pull(skb, head + sizeof(struct ipv6hdr)))
		return;

	/* the helpers of the stack look for the returned packet at skb->data */
	__skb_pull(skb, head);
	skb_reset_network_header(skb);
	if (is_ours(nn, skb, family)) {
		if (family == AF_INET)
			ipv4_update_pmtu(skb, nn->net, mtu, 0,
					 ip_hdr(skb)->protocol);
		else
			ip6_update_pmtu(skb, nn->net, htonl(mtu), 0, skb->mark,
					GLOBAL_ROOT_UID);
	}
	__skb_push(skb, head);
	skb_set_network_header(skb, network);
}
