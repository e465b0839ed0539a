/* SPDX-License-Identifier: GPL-2.0 */
/* What can be said of, and done to, any IP packet */
#ifndef NFI_PACKET_H
#define NFI_PACKET_H

#include "selector.h"

#include <linux/in.h>
#include <linux/ip.h>
#include <linux/skbuff.h>
#include <uapi/linux/nfipsec.h>

struct nfi_net;
struct nfi_sa;

/**
 * struct nfi_upper - where the IP headers of a packet end
 * @offset: of the next layer header from skb->data
 * @protocol: what that is
 * @fragment: the packet is a fragment
 * @later: and not the first one
 */
struct nfi_upper {
	unsigned int offset;
	u8 protocol;
	bool fragment;
	bool later;
};

enum nfi_reason nfi_packet_upper(const struct sk_buff *skb,
				 struct nfi_upper *upper);
bool nfi_packet_has_ports(u8 protocol);
enum nfi_reason nfi_packet_flow(const struct sk_buff *skb, u8 dir,
				struct nfi_flow *flow);
bool nfi_packet_between(const struct sk_buff *skb, u8 family,
			const struct nfi_addr *src, const struct nfi_addr *dst);
enum nfi_reason nfi_packet_copy(struct sk_buff **skb, unsigned int head,
				unsigned int tail);
bool nfi_packet_is_discovery(const struct sk_buff *skb,
			     const struct nfi_flow *flow);
void nfi_drop(struct nfi_net *nn, struct nfi_sa *sa, struct sk_buff *skb,
	      enum nfi_reason reason);

static inline u8 nfi_packet_family(const struct sk_buff *skb)
{
	return ip_hdr(skb)->version == 4 ? AF_INET : AF_INET6;
}

/* Nearly all packets are one of these, which begin with their ports */
static inline bool nfi_packet_is_tcp_or_udp(u8 protocol)
{
	return protocol == IPPROTO_TCP || protocol == IPPROTO_UDP;
}

/**
 * nfi_packet_own() - make a packet linear and ours to write on
 * @skb: the packet; replaced by a copy where it was shared, had fragments,
 *	which may be anybody's pages, or lacked room
 * @head: octets of headroom wanted
 * @tail: octets of tailroom wanted
 *
 * May reallocate the head of @skb.
 *
 * Return: NFI_REASON_OK, or NFI_REASON_NO_MEMORY and @skb is as it was.
 */
static inline enum nfi_reason nfi_packet_own(struct sk_buff **skb,
					     unsigned int head,
					     unsigned int tail)
{
	if (likely(!skb_is_nonlinear(*skb) && !skb_cloned(*skb) &&
		   !skb_shared(*skb) && skb_headroom(*skb) >= head &&
		   skb_tailroom(*skb) >= tail))
		return NFI_REASON_OK;
	return nfi_packet_copy(skb, head, tail);
}

#endif
