// SPDX-License-Identifier: GPL-2.0
/*
 * The ESP packets that were one TCP GSO packet go through the stack as one skb,
 * as far as to the device that they leave by:
 *
 *	+-----------+-----+---------+  frag_list  +-----+---------+
 *	| IP header | ESP | payload | ----------> | ESP | payload | -> ...
 *	+-----------+-----+---------+             +-----+---------+
 *
 * So they pass netfilter, routing and queueing once. The stack takes it for a
 * GSO packet of a kind that no device wants, and has split() take it to pieces
 * before a tap, a driver, another tunnel or the far end can see it. Each piece
 * gets the headers that the first one has by then: addresses may have been
 * translated, or another tunnel's headers put in front.
 *
 * The stack has one place for such a function of ESP. If the kernel's own module
 * (esp4_offload, esp6_offload) has it, packets go one by one.
 */
#include "batch.h"
#include "packet.h"

#include <linux/skbuff.h>
#include <net/ip.h>
#include <net/ipv6.h>
#include <net/protocol.h>
#include <compat/gso.h>

static const unsigned int gso_type = SKB_GSO_ESP | SKB_GSO_FRAGLIST;

/* Written before there is the first packet, and after the last */
static bool ready4, ready6;

/* A piece of ours to write on, with room in front, or NULL. Consumes @skb. */
static struct sk_buff *own(struct sk_buff *skb, unsigned int head)
{
	skb = skb_share_check(skb, GFP_ATOMIC);
	if (skb && skb_cow_head(skb, head)) {
		kfree_skb(skb);
		return NULL;
	}
	return skb;
}

/* If there is a tunnel outside with a checksum over all, it is computed from its
 * header to here, and has this added: so over everything. @skb is linear.
 */
static void sum_nothing(struct sk_buff *skb)
{
	SKB_GSO_CB(skb)->csum_start = skb_tail_pointer(skb) - skb->head;
	SKB_GSO_CB(skb)->csum = 0;
}

/* The stack's callback: @skb is at the ESP header, and what it returns at the
 * MAC header, or what is the like of it inside a tunnel. Lengths, IPv4
 * identification and checksum are the caller's business.
 */
static struct sk_buff *split(struct sk_buff *skb, netdev_features_t features)
{
	struct skb_shared_info *info = skb_shinfo(skb);
	unsigned int headers, offset;
	struct sk_buff *piece, *next, *last;

	if ((info->gso_type & gso_type) != gso_type || !info->frag_list)
		return ERR_PTR(-EINVAL);
	/* there may be a clone, which has the same pieces */
	if (skb_unclone(skb, GFP_ATOMIC))
		return ERR_PTR(-ENOMEM);
	headers = skb_headroom(skb) - SKB_GSO_CB(skb)->mac_offset;
	offset = skb->data - skb_mac_header(skb);
	__skb_push(skb, offset);

	next = skb_shinfo(skb)->frag_list;
	skb_shinfo(skb)->frag_list = NULL;
	skb_gso_reset(skb);
	skb->len -= skb->data_len;
	skb->data_len = 0;
	sum_nothing(skb);
	last = skb;
	while (next) {
		piece = next;
		next = piece->next;
		skb->truesize -= piece->truesize;
		piece = own(piece, headers);
		if (!piece)
			goto drop;
		memcpy(piece->data - headers,
		       skb_transport_header(skb) - headers, headers);
		__skb_push(piece, offset);
		skb_copy_header(piece, skb);
		skb_headers_offset_update(piece, skb_headroom(piece) -
						 skb_headroom(skb));
		sum_nothing(piece);
		piece->next = NULL;
		last->next = piece;
		last = piece;
	}
	skb->prev = last;
	/* the caller lets go of the packet that it had, which this one is */
	return skb_get(skb);

drop:
	kfree_skb_list(next);
	kfree_skb_list(skb->next);
	skb->next = NULL;
	return ERR_PTR(-ENOMEM);
}

static const struct net_offload offload = {
	.callbacks.gso_segment = split,
};

/**
 * nfi_batch_setup() - take the place in the stack, if it is free
 */
void nfi_batch_setup(void)
{
	ready4 = !inet_add_offload(&offload, IPPROTO_ESP);
	ready6 = !inet6_add_offload(&offload, IPPROTO_ESP);
	if (!ready4 || !ready6)
		pr_info("nfipsec: ESP packets go one by one: esp4_offload or esp6_offload is loaded\n");
}

/**
 * nfi_batch_cleanup() - leave it
 *
 * A batch that is still in a queue is dropped when it leaves that.
 */
void nfi_batch_cleanup(void)
{
	if (ready4)
		inet_del_offload(&offload, IPPROTO_ESP);
	if (ready6)
		inet6_del_offload(&offload, IPPROTO_ESP);
}

/* Only ESP; and IPv4 packets that may be fragmented have an identification each,
 * which would be lost
 */
static bool may_join(const struct sk_buff *skb, u8 protocol)
{
	if (protocol != IPPROTO_ESP)
		return false;
	if (nfi_packet_family(skb) == AF_INET6)
		return ready6;
	return ready4 && ip_hdr(skb)->frag_off & htons(IP_DF);
}

/**
 * nfi_batch_add() - let a packet go along with those before it
 * @batch: packets whose outer headers are the same but for their length
 * @skb: sealed, linear, at its outer IP header, transport header at ESP.
 *	Consumes @skb if it returns true: it is in the batch.
 * @protocol: of the SA: ESP or AH
 *
 * Return: false if the packet has to go in another one.
 */
bool nfi_batch_add(struct nfi_batch *batch, struct sk_buff *skb, u8 protocol)
{
	unsigned int len = skb->len - skb_transport_offset(skb);
	struct sk_buff *first = batch->first;
	struct skb_shared_info *info;

	if (!first) {
		batch->first = skb;
		return true;
	}
	if (!may_join(first, protocol) || first->len + len > IP_MAX_MTU)
		return false;

	info = skb_shinfo(first);
	if (!batch->last) {
		info->gso_type = gso_type;
		info->gso_size = first->len - skb_transport_offset(first);
		info->gso_segs = 1;
		info->frag_list = skb;
	} else {
		batch->last->next = skb;
	}
	batch->last = skb;
	/* the largest, by which the stack sees that all fit */
	if (info->gso_size < len)
		info->gso_size = len;
	info->gso_segs++;

	__skb_pull(skb, skb_transport_offset(skb));
	skb_dst_drop(skb);
	nf_reset_ct(skb);
	skb_ext_reset(skb);
	first->len += len;
	first->data_len += len;
	first->truesize += skb->truesize;
	return true;
}
