// SPDX-License-Identifier: GPL-2.0
/*
 * The way out (RFC 4301 5.1, RFC 4303 3.3, RFC 4302 3.3), read from top to bottom:
 *
 *	nfi_outbound()	the stack hands over a packet whose dst is ours
 *	  protect()	which SA, which way, does it fit? As long as there are SAs
 *	    too_big()	   no: cut it, fragment it, or tell the sender
 *	    tcp_segments(), other_segments()	a GSO packet: cut it
 *	  send()	lifetimes and sequence numbers, in order
 *	nfi_seal()	headers, trailer, crypto, and on through the stack: seal.c
 *
 * A packet that comes in here leaves sealed by an SA, or not at all: there is
 * no other way on. Runs with bottom halves disabled and under RCU, which keeps
 * the SA.
 */
#include "outbound.h"
#include "acquire.h"
#include "dst.h"
#include "esp.h"
#include "event.h"
#include "icmp.h"
#include "lifetime.h"
#include "net.h"
#include "packet.h"
#include "path.h"
#include "pmtu.h"
#include "seal.h"
#include "segment.h"
#include "way.h"

#include <net/ip.h>
#include <net/ipv6.h>
#include <net/ipv6_stubs.h>
#include <compat/gso.h>

static void drop_list(const struct nfi_way *way, struct sk_buff *list,
		      enum nfi_reason reason)
{
	struct sk_buff *skb, *next;

	skb_list_walk_safe(list, skb, next) {
		skb_mark_not_on_list(skb);
		nfi_drop(way->nn, way->sa, skb, reason);
	}
}

/* A packet that fits, or all @segments of one: all are counted, then each gets its
 * number, in order. Returns 0, or -EAGAIN if they would go beyond the limits or the
 * numbers of the SA, which is at its end then (RFC 4301 4.4.2.1, RFC 4303 3.3.3).
 * Consumes @list if it returns 0.
 */
static int send(const struct nfi_way *way, struct sk_buff *list, bool segments)
{
	unsigned int packets = 0, bytes = 0;
	enum nfi_reason reason;
	struct sk_buff *skb;
	u64 seq;

	for (skb = list; skb; skb = skb->next) {
		packets++;
		bytes += skb->len;
	}
	/* the numbers first: what has none was not carried and is not counted */
	reason = nfi_sa_next_seq(way->sa, packets, &seq);
	if (unlikely(reason == NFI_REASON_QUEUE_FULL)) {
		drop_list(way, list, reason);
		return 0;
	}
	if (unlikely(reason))
		return -EAGAIN;
	if (unlikely(nfi_lifetime_account(way->sa, packets, bytes))) {
		nfi_seal_nothing(way->sa, seq, packets);
		return -EAGAIN;
	}
	if (segments)
		nfi_seal_segments(way, list, seq);
	else
		nfi_seal(way, list, seq);
	return 0;
}

static bool is_local(const struct sk_buff *skb)
{
	return skb->sk;
}

static bool may_fragment(const struct sk_buff *skb)
{
	struct nfi_upper upper;

	/* what the stack has cut to fit a device it says the same of */
	if (nfi_packet_family(skb) == AF_INET6)
		return skb->ignore_df && !nfi_packet_upper(skb, &upper) &&
		       !upper.fragment;
	return skb->ignore_df || !(ip_hdr(skb)->frag_off & htons(IP_DF));
}

/* Cut a TCP packet of this host so that the segments fit, whatever size the
 * socket had in mind: it need not know of the tunnel. Consumes @skb unless it
 * returns -EAGAIN.
 */
static int tcp_segments(const struct nfi_way *way, struct sk_buff *skb,
			unsigned int mss)
{
	struct sk_buff *list;

	list = nfi_segment_tcp(skb, mss, nfi_way_head(way), nfi_way_tail(way));
	if (!list) {
		nfi_drop(way->nn, way->sa, skb, NFI_REASON_SEGMENTATION);
		return -ENOBUFS;
	}
	/* another SA may have room for larger or smaller ones */
	if (send(way, list, true)) {
		kfree_skb_list(list);
		return -EAGAIN;
	}
	consume_skb(skb);
	return 0;
}

static int outbound_piece(struct net *net, struct sock *sk,
			  struct sk_buff *skb);

/* RFC 4301 8.2.1: a packet that does not fit is cut or fragmented if it may be,
 * and comes back in pieces, else its sender is told. A socket of this host is
 * told by errors only in transport mode: an ICMP message would lower the
 * path MTU of the very route that the sealed packets take. Consumes @skb unless
 * it returns -EAGAIN.
 */
static int too_big(const struct nfi_way *way, struct sk_buff *skb, unsigned int mtu)
{
	bool tunnel = way->sa->conf.mode == NFI_MODE_TUNNEL;
	struct net *net = way->nn->net;
	unsigned int head;

	if ((is_local(skb) || (skb_is_gso(skb) && may_fragment(skb))) &&
	    nfi_segment_is_tcp(skb)) {
		head = nfi_segment_tcp_head(skb);
		if (head < mtu)
			return tcp_segments(way, skb, mtu - head);
	}
	if (!may_fragment(skb) || skb_is_gso(skb) || way->piece ||
	    mtu < NFI_IP4_MTU_MIN) {
		if (tunnel || !is_local(skb))
			nfi_pmtu_tell(skb, mtu);
		else
			nfi_pmtu_tell_socket(skb, mtu);
		nfi_drop(way->nn, way->sa, skb, NFI_REASON_TOO_BIG);
		return -EMSGSIZE;
	}
	/* some sockets have views of their own on how large a piece may be */
	skb_orphan(skb);
	if (nfi_packet_family(skb) == AF_INET)
		return ip_do_fragment(net, NULL, skb, outbound_piece);
	return ipv6_stub->ipv6_fragment(net, NULL, skb, outbound_piece);
}

static int protect(struct nfi_net *nn, struct sk_buff *skb, bool piece);

/* A GSO packet of another protocol: the stack's own segmentation. Consumes
 * @skb.
 */
static int other_segments(const struct nfi_way *way, struct sk_buff *skb)
{
	struct sk_buff *segs = skb_gso_segment(skb, 0), *seg, *next;

	if (IS_ERR_OR_NULL(segs)) {
		nfi_drop(way->nn, way->sa, skb, NFI_REASON_SEGMENTATION);
		return -ENOBUFS;
	}
	consume_skb(skb);
	skb_list_walk_safe(segs, seg, next) {
		skb_mark_not_on_list(seg);
		protect(way->nn, seg, way->piece);
	}
	return 0;
}

/* Does it fit, or will the sealed packet be fragmented? That is for packets in
 * transport mode, which are sealed whole (RFC 4303 3.3.4), and for IPv6
 * packets that no link may refuse (RFC 2473 7.1).
 */
static bool fits(const struct nfi_way *way, const struct sk_buff *skb,
		 unsigned int mtu)
{
	if (skb->len <= mtu)
		return true;
	if (way->sa->conf.mode == NFI_MODE_TRANSPORT)
		return may_fragment(skb) &&
		       skb->len + way->path->head + nfi_way_tail(way) <= IP_MAX_MTU;
	return nfi_packet_family(skb) == AF_INET6 &&
	       skb->len <= NFI_IP6_MTU_MIN;
}

/* By one SA. Consumes @skb unless it returns -EAGAIN: then another SA may do. */
static int protect_one(const struct nfi_way *way, struct sk_buff *skb)
{
	unsigned int mtu = nfi_way_mtu(way, skb_transport_offset(skb));

	if (READ_ONCE(way->sa->mtu) != mtu)
		WRITE_ONCE(way->sa->mtu, mtu);
	nfi_dst_set_mtu(way->dst, mtu);

	if (skb_is_gso(skb)) {
		unsigned int mss = skb_shinfo(skb)->gso_size;

		if (!nfi_segment_is_tcp(skb))
			return other_segments(way, skb);
		if (nfi_segment_tcp_head(skb) + mss > mtu)
			return too_big(way, skb, mtu);
		return tcp_segments(way, skb, mss);
	}
	if (!fits(way, skb, mtu))
		return too_big(way, skb, mtu);
	return send(way, skb, false);
}

/* Why there is nothing to seal with: what the newest SA says, if there is one */
static enum nfi_reason why_no_sa(const struct nfi_bundle *bundle)
{
	struct hlist_node *node = rcu_dereference(hlist_first_rcu(&bundle->sas));
	struct nfi_sa *sa = hlist_entry_safe(node, struct nfi_sa, by_reqid);
	enum nfi_reason reason = sa ? nfi_sa_usable(sa) : NFI_REASON_NO_SA;

	return reason ?: NFI_REASON_NO_SA;
}

/* By the SA and the device in @way. Consumes @skb unless it returns -EAGAIN. */
static int protect_by(struct nfi_way *way, struct sk_buff *skb)
{
	struct nfi_net *nn = way->nn;
	int err;

	if (unlikely(!nfi_way_route(way))) {
		nfi_icmp_tell(nn, skb, NFI_REASON_NO_ROUTE);
		nfi_drop(nn, way->sa, skb, NFI_REASON_NO_ROUTE);
		return -ENETUNREACH;
	}
	if (unlikely(way->route->dev == way->dst->dev)) {
		nfi_drop(nn, way->sa, skb, NFI_REASON_LOOP);
		err = -ELOOP;
	} else {
		err = protect_one(way, skb);
	}
	dst_release(way->route);
	return err;
}

/* Ask for an SA, if anybody answers, and hold the packet. Consumes @skb unless
 * it returns -EAGAIN.
 */
static int do_without(const struct nfi_way *way, struct nfi_bundle *bundle,
		      struct sk_buff *skb)
{
	enum nfi_reason reason;

	if (!way->piece && nfi_event_is_answered(way->nn))
		return nfi_acquire_hold(way->nn, bundle, skb);
	reason = why_no_sa(bundle);
	nfi_icmp_tell(way->nn, skb, reason);
	nfi_drop(way->nn, NULL, skb, reason);
	return -ENOKEY;
}

/* Consumes @skb. */
static int protect(struct nfi_net *nn, struct sk_buff *skb, bool piece)
{
	struct nfi_way way = { .nn = nn, .dst = skb_dst(skb), .piece = piece };
	struct nfi_bundle *bundle = nfi_dst_bundle(way.dst);
	int err;

	if (unlikely(!bundle)) {
		nfi_drop(nn, NULL, skb, NFI_REASON_NO_DEVICE);
		return -ENETDOWN;
	}
	if (unlikely(!nfi_seal_may_nest())) {
		nfi_drop(nn, NULL, skb, NFI_REASON_LOOP);
		return -ELOOP;
	}
	/* each turn finds one SA at its end, which the next one passes over */
	do {
		way.sa = nfi_bundle_sa(bundle);
		err = likely(way.sa) ? protect_by(&way, skb) :
				       do_without(&way, bundle, skb);
	} while (unlikely(err == -EAGAIN));
	return err;
}

static int outbound(struct net *net, struct sk_buff *skb, bool piece)
{
	bool bh = nfi_bh_disable();
	int err;

	rcu_read_lock();
	err = protect(nfi_net(net), skb, piece);
	rcu_read_unlock();
	if (bh)
		local_bh_enable();
	return err;
}

/* A fragment comes back. It is not fragmented again, whatever its size. */
static int outbound_piece(struct net *net, struct sock *sk, struct sk_buff *skb)
{
	return outbound(net, skb, true);
}

/**
 * nfi_outbound() - protect a packet and send it
 * @net: the namespace
 * @sk: not used, the stack's okfn has it
 * @skb: at its IP header, with a dst of nfi_dst_new(). Consumes @skb.
 *
 * RFC 4301 5.1, RFC 4303 3.3. It is sent sealed or dropped with a reason.
 *
 * Context: any but hard interrupts.
 * Return: 0, or an error for the socket that sent it; the packet is gone in
 * either case.
 */
int nfi_outbound(struct net *net, struct sock *sk, struct sk_buff *skb)
{
	return outbound(net, skb, false);
}

/**
 * nfi_outbound_held() - there is an SA: send what was held for it
 * @nn: the namespace
 * @bundle: of a new SA
 *
 * Context: configuration mutex.
 */
void nfi_outbound_held(struct nfi_net *nn, struct nfi_bundle *bundle)
{
	struct sk_buff_head list;
	struct sk_buff *skb;

	nfi_acquire_take(bundle, &list);
	while ((skb = __skb_dequeue(&list))) {
		/* the device may go; then the dst leads nowhere, and so the
		 * packet is dropped
		 */
		rcu_read_lock();
		skb->dev = skb_dst(skb)->dev;
		outbound(nn->net, skb, false);
		rcu_read_unlock();
	}
}
