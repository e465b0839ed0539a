// SPDX-License-Identifier: GPL-2.0
/*
 * An ICMP error belongs to the packet that it brings back (RFC 4301 6.2): where no
 * policy is for the error itself, it goes the way of an answer to that packet; and
 * an SA that brings an error must be one by which an answer could come. Any
 * context.
 */
#include "icmp.h"
#include "net.h"
#include "packet.h"

#include <linux/icmp.h>
#include <linux/icmpv6.h>
#include <net/icmp.h>

/**
 * nfi_icmp_is_error() - is this a packet that reports an error?
 * @flow: of the packet
 *
 * RFC 1122 3.2.2, RFC 4443 2.1.
 *
 * Return: true if it brings back a packet.
 */
bool nfi_icmp_is_error(const struct nfi_flow *flow)
{
	u8 type = flow->local_port >> 8;

	if (!flow->ports)
		return false;
	if (flow->protocol == IPPROTO_ICMPV6 && flow->family == AF_INET6)
		return !(type & ICMPV6_INFOMSG_MASK);
	if (flow->protocol != IPPROTO_ICMP || flow->family != AF_INET)
		return false;
	switch (type) {
	case ICMP_DEST_UNREACH:
	case ICMP_SOURCE_QUENCH:
	case ICMP_REDIRECT:
	case ICMP_TIME_EXCEEDED:
	case ICMP_PARAMETERPROB:
		return true;
	default:
		return false;
	}
}

/**
 * nfi_icmp_returned() - the flow of the packet that an error brings back
 * @skb: the error, at its IP header. May reallocate the head of @skb. Borrows it
 *	otherwise.
 * @dir: enum nfi_direction of the packet that is inside, the other one than that
 *	of the error
 * @flow: of the error
 * @returned: to be filled
 *
 * Local is what is local to the error, too: of an error that comes in, the packet
 * inside has gone out (RFC 4301 6.2: addresses and ports reversed).
 *
 * Return: true if there is a packet inside, and the error is for its sender.
 */
bool nfi_icmp_returned(struct sk_buff *skb, u8 dir, const struct nfi_flow *flow,
		       struct nfi_flow *returned)
{
	unsigned int network = skb_network_offset(skb), head;
	const struct nfi_addr *sender, *told;
	struct nfi_upper upper;
	bool found;

	if (nfi_packet_upper(skb, &upper))
		return false;
	/* both kinds of ICMP have 8 octets before what they bring back */
	head = upper.offset + sizeof(struct icmphdr);
	if (!pskb_may_pull(skb, head + sizeof(struct iphdr)))
		return false;
	__skb_pull(skb, head);
	skb_reset_network_header(skb);
	found = !nfi_packet_flow(skb, dir, returned) &&
		returned->family == flow->family;
	__skb_push(skb, head);
	skb_set_network_header(skb, network);

	sender = dir == NFI_DIR_OUT ? &returned->local : &returned->remote;
	told = dir == NFI_DIR_OUT ? &flow->local : &flow->remote;
	returned->interface = flow->interface;
	return found && nfi_addr_equal(sender, told);
}

/**
 * nfi_icmp_policy() - the policy for an outbound error that no policy is for
 * @spd: where
 * @skb: the packet, error or not. May reallocate the head of @skb. Borrows it
 *	otherwise.
 * @flow: of the packet
 *
 * RFC 4301 6.2: it is that for an answer to the packet that it brings back.
 *
 * Context: bottom halves disabled, RCU read side.
 * Return: a policy, borrowed until the end of the read side, or NULL.
 */
const struct nfi_policy *nfi_icmp_policy(const struct nfi_spd *spd,
					 struct sk_buff *skb,
					 const struct nfi_flow *flow)
{
	struct nfi_flow returned;

	if (likely(!nfi_icmp_is_error(flow)) ||
	    !nfi_icmp_returned(skb, NFI_DIR_IN, flow, &returned))
		return NULL;
	return nfi_spd_lookup(spd, NFI_DIR_OUT, &returned);
}

/**
 * nfi_icmp_tell() - tell the sender why a packet does not leave, if that is wanted
 * @nn: the namespace
 * @skb: outbound, at its IP header, about to be dropped; Borrows @skb.
 * @reason: why
 *
 * RFC 4301 5.1.1: prohibited, where policy wants it dropped; unreachable, where
 * there is no SA or no way to the other end. The stack limits how often.
 */
void nfi_icmp_tell(const struct nfi_net *nn, struct sk_buff *skb,
		   enum nfi_reason reason)
{
	bool prohibited = false;

	if (likely(!READ_ONCE(nn->tell)))
		return;
	switch (reason) {
	case NFI_REASON_POLICY:
	case NFI_REASON_NO_POLICY:
		prohibited = true;
		break;
	case NFI_REASON_NO_SA:
	case NFI_REASON_EXPIRED:
	case NFI_REASON_SEQ_EXHAUSTED:
	case NFI_REASON_NO_ROUTE:
		break;
	default:
		return;
	}
	/* ICMPv6 wants a device, which what this host sends has not yet */
	if (!skb->dev)
		skb->dev = nn->net->loopback_dev;
	if (nfi_packet_family(skb) == AF_INET)
		icmp_ndo_send(skb, ICMP_DEST_UNREACH, prohibited ?
			      ICMP_PKT_FILTERED : ICMP_HOST_UNREACH, 0);
	else
		icmpv6_ndo_send(skb, ICMPV6_DEST_UNREACH, prohibited ?
				ICMPV6_ADM_PROHIBITED : ICMPV6_ADDR_UNREACH, 0);
}
