// SPDX-License-Identifier: GPL-2.0
/*
 * The second half of the way out (RFC 4303 3.3, RFC 4302 3.3), in this order:
 *
 *	nfi_seal()	a packet that fits, or nfi_seal_segments() of one, with its
 *			number: headers, trailer
 *	  push()	ESP or AH
 *	  finish()	from here on it is a packet of this host
 *	transform()	crypto, here or on another CPU
 *	sealed()	now, or when crypto is done, or in the order of a queue
 *	leave()		on through the stack
 *
 * Runs with bottom halves disabled and under RCU, which keeps the SA.
 */
#include "seal.h"
#include "ah.h"
#include "crypt.h"
#include "encap.h"
#include "esp.h"
#include "mss.h"
#include "net.h"
#include "packet.h"
#include "path.h"
#include "queue.h"
#include "tfc.h"
#include "udpencap.h"
#include "way.h"

#include <linux/netfilter.h>
#include <net/ip.h>
#include <net/ip6_route.h>
#include <net/ipv6.h>

/* SAs that are around the packet that this CPU is busy with */
static DEFINE_PER_CPU(unsigned int, nest_depth);

/**
 * nfi_seal_may_nest() - may an SA be put around the packet of this CPU?
 *
 * Return: whether it has less than NFI_NEST_MAX.
 */
bool nfi_seal_may_nest(void)
{
	return likely(__this_cpu_read(nest_depth) < NFI_NEST_MAX);
}

/* In the control block of a packet on its way through crypto */
struct job {
	u64 seq;
	unsigned int offset;	/* of the ESP or AH header */
	unsigned int depth;	/* SAs around it, with this one */
};

static struct job *job_of(struct sk_buff *skb)
{
	return (struct job *)skb->cb;
}

/* Is our own the only hook that sees packets of this host, and one that lets all
 * sealed ones pass?
 */
static inline bool nobody_looks(const struct nfi_net *nn, u8 pf)
{
	return nfi_net_is_alone_at(nn, pf, NF_INET_LOCAL_OUT) &&
	       likely(!READ_ONCE(nn->nests));
}

/* Sealed, and nobody else has the control block any more. Leaves as any packet
 * of this host does, but for a hook that has nothing to say. Consumes @skb.
 */
static void leave(struct nfi_sa *sa, struct sk_buff *skb)
{
	bool in_vrf = netif_is_l3_slave(skb_dst(skb)->dev);
	unsigned int before = __this_cpu_read(nest_depth);
	struct net *net = sa->nn->net;

	/* it may have been another CPU, or long ago, that it was sealed */
	__this_cpu_write(nest_depth, job_of(skb)->depth);
	if (sa->conf.family == AF_INET) {
		memset(IPCB(skb), 0, sizeof(*IPCB(skb)));
		IPCB(skb)->flags = IPSKB_XFRM_TRANSFORMED;
		if (!in_vrf && nobody_looks(sa->nn, NFPROTO_IPV4))
			dst_output(net, NULL, skb);
		else
			ip_local_out(net, NULL, skb);
	} else {
		memset(IP6CB(skb), 0, sizeof(*IP6CB(skb)));
		IP6CB(skb)->flags = IP6SKB_XFRM_TRANSFORMED;
		IP6CB(skb)->nhoff = offsetof(struct ipv6hdr, nexthdr);
		if (!in_vrf && nobody_looks(sa->nn, NFPROTO_IPV6))
			dst_output(net, NULL, skb);
		else
			ip6_local_out(net, NULL, skb);
	}
	__this_cpu_write(nest_depth, before);
}

/**
 * nfi_seal_nothing() - numbers that were taken and are not sent
 * @sa: outbound
 * @seq: the first of them
 * @n: how many
 *
 * If the SA has a queue, nobody in it waits for them.
 */
void nfi_seal_nothing(struct nfi_sa *sa, u64 seq, unsigned int n)
{
	while (sa->queue && n--)
		nfi_queue_ready(sa->queue, sa, seq++, NULL, leave);
}

/* A packet with a number is given up: in a queue its place is to be left.
 * Consumes @skb.
 */
static void drop_numbered(struct nfi_net *nn, struct nfi_sa *sa,
			  struct sk_buff *skb, u64 seq, enum nfi_reason reason)
{
	nfi_drop(nn, sa, skb, reason);
	nfi_seal_nothing(sa, seq, 1);
}

/* The packet is complete but for its ICV when crypto failed, else wholly */
static inline void sealed(struct nfi_sa *sa, struct sk_buff *skb, u64 seq,
			  enum nfi_reason reason)
{
	if (unlikely(reason))
		drop_numbered(sa->nn, sa, skb, seq, reason);
	else if (sa->queue)
		nfi_queue_ready(sa->queue, sa, seq, skb, leave);
	else
		leave(sa, skb);
}

/* From here on it is a packet of this host that has nothing to do with the one
 * inside but for the marks that routing and queueing go by
 */
static void become_outer(const struct nfi_way *way, struct sk_buff *skb)
{
	skb_dst_drop(skb);
	skb_dst_set(skb, dst_clone(way->route));
	nf_reset_ct(skb);
	skb_ext_reset(skb);
	/* IPv6 looks for options of its own in whatever socket it finds */
	if (skb->sk && !sk_is_inet(skb->sk))
		skb_orphan(skb);
	skb->encapsulation = 0;
	skb->ip_summed = CHECKSUM_NONE;
	if (way->sa->conf.family == AF_INET) {
		skb->protocol = htons(ETH_P_IP);
		skb->ignore_df = 0;
	} else {
		skb->protocol = htons(ETH_P_IPV6);
		/* its source is this host, so it may be fragmented here */
		skb->ignore_df = 1;
	}
}

/* Put ESP or AH at @offset */
static inline enum nfi_reason push(const struct nfi_way *way,
				   struct sk_buff **skb, unsigned int offset,
				   u8 next_header, u64 seq)
{
	enum nfi_reason reason = NFI_REASON_OK;

	switch (way->sa->conf.key.protocol) {
	case IPPROTO_ESP:
		nfi_esp_push(way->sa, *skb, offset, next_header, seq);
		if (way->path->udp_len)
			nfi_udpencap_push(way->path, *skb, offset);
		break;
	case IPPROTO_AH:
		/* a long row of extension headers wants a long copy */
		if (offset > NFI_AH_ROOM)
			reason = nfi_packet_own(skb, nfi_way_head(way) + offset, 0);
		if (!reason)
			nfi_ah_push(way->sa, *skb, offset, next_header, seq);
		break;
	}
	return reason;
}

/* The IP header is there, the transform is next: a reason, or -EINPROGRESS, and
 * sealed() gets @skb later
 */
static int transform(struct nfi_sa *sa, struct sk_buff *skb,
		     unsigned int offset, u64 seq)
{
	switch (sa->conf.key.protocol) {
	case IPPROTO_ESP:
		return nfi_crypt_seal(sa, skb, offset, seq, sealed);
	case IPPROTO_AH:
		return nfi_ah_seal(sa, skb, offset, seq);
	default:
		return NFI_REASON_NO_SA;
	}
}

/* The work that any CPU can do on a packet of a queue. Consumes @skb. */
static void crypt(struct nfi_sa *sa, struct sk_buff *skb)
{
	struct job job = *job_of(skb);
	int ret;

	ret = transform(sa, skb, job.offset, job.seq);
	if (ret != -EINPROGRESS)
		sealed(sa, skb, job.seq, ret);
}

/* The headers are there, ESP or AH, or the UDP header before it, is at @offset: the
 * rest can be done on any CPU. Consumes @skb.
 */
static void finish(const struct nfi_way *way, struct sk_buff *skb,
		   unsigned int offset, u64 seq)
{
	struct nfi_sa *sa = way->sa;
	int ret;

	become_outer(way, skb);
	if (way->path->udp_len) {
		nfi_udpencap_sum(skb, offset);
		offset += way->path->udp_len;
	}
	*job_of(skb) = (struct job){
		.seq = seq,
		.offset = offset,
		.depth = __this_cpu_read(nest_depth) + 1,
	};
	if (sa->queue) {
		if (!nfi_sa_is_parallel(sa) ||
		    !nfi_queue_hand_over(sa, skb, crypt))
			crypt(sa, skb);
		return;
	}
	ret = transform(sa, skb, offset, seq);
	if (ret != -EINPROGRESS)
		sealed(sa, skb, seq, ret);
}

/* The outer IP header in tunnel mode. Returns how long it is. */
static unsigned int encap(const struct nfi_way *way, struct sk_buff *skb,
			  const struct nfi_inner *inner)
{
	unsigned int offset = nfi_ip_hlen(way->sa->conf.family);

	nfi_encap_push(way->sa, way->path, skb, inner, way->nn->net, way->route);
	skb_set_transport_header(skb, offset);
	return offset;
}

/* What the outer header repeats of the inner one. Returns the next header. */
static u8 read_inner(const struct nfi_sa *sa, struct sk_buff *skb,
		     struct nfi_inner *inner)
{
	nfi_encap_read(skb, inner);
	if (unlikely(sa->conf.flow_label))
		inner->label = nfi_encap_label(sa, skb);
	return nfi_packet_family(skb) == AF_INET ? IPPROTO_IPIP : IPPROTO_IPV6;
}

static unsigned int inner_mtu(const struct nfi_way *way, const struct sk_buff *skb)
{
	return nfi_way_mtu(way, skb_transport_offset(skb));
}

/**
 * nfi_seal() - seal one packet, and send it
 * @way: its way, with the route
 * @skb: at its IP header, and it fits. Consumes @skb.
 * @seq: its sequence number, which is lost with it if anything fails
 */
void nfi_seal(const struct nfi_way *way, struct sk_buff *skb, u64 seq)
{
	bool tunnel = way->sa->conf.mode == NFI_MODE_TUNNEL;
	unsigned int offset = 0;
	struct nfi_sa *sa = way->sa;
	enum nfi_reason reason;
	unsigned int padding = 0;
	struct nfi_upper upper;
	struct nfi_inner inner;
	u8 next_header;

	/* RFC 4303 3.3.4: transport mode is for whole datagrams; RFC 4301 4.1:
	 * between the ends of the SA
	 */
	if (!tunnel) {
		reason = nfi_packet_upper(skb, &upper);
		if (!reason && upper.fragment)
			reason = NFI_REASON_FRAGMENT;
		if (!reason && !nfi_packet_between(skb, sa->conf.family,
						   &sa->conf.local,
						   &sa->conf.remote))
			reason = NFI_REASON_WRONG_ADDRESS;
		if (reason)
			goto drop;
	}
	if (unlikely(sa->conf.tfc))
		padding = nfi_tfc_len(sa, skb, inner_mtu(way, skb));
	reason = nfi_packet_own(&skb, nfi_way_head(way), nfi_way_tail(way) + padding);
	if (!reason && skb->ip_summed == CHECKSUM_PARTIAL &&
	    skb_csum_hwoffload_help(skb, 0))
		reason = NFI_REASON_NO_MEMORY;
	if (reason)
		goto drop;
	if (!sa->conf.no_mss_clamp && unlikely(nfi_mss_is_syn(skb)))
		nfi_mss_clamp(skb, inner_mtu(way, skb));

	if (tunnel) {
		next_header = read_inner(sa, skb, &inner);
	} else {
		reason = NFI_REASON_MALFORMED;
		offset = nfi_encap_transport_offset(skb, &next_header);
		if (!offset)
			goto drop;
	}
	if (unlikely(padding))
		skb_put_zero(skb, padding);
	reason = push(way, &skb, offset, next_header, seq);
	if (reason)
		goto drop;
	if (tunnel)
		offset = encap(way, skb, &inner);
	else
		nfi_encap_transport(skb, offset, way->path->next_header);
	finish(way, skb, offset, seq);
	return;

drop:
	drop_numbered(way->nn, sa, skb, seq, reason);
}

/* In a tunnel the segments of a packet want nothing but headers, the same for
 * all: they are ours and linear, have room, and their checksums are complete.
 */
static bool is_simple(const struct nfi_sa *sa, const struct sk_buff *segment)
{
	return sa->conf.mode == NFI_MODE_TUNNEL && !sa->conf.tfc &&
	       likely(!nfi_mss_is_syn(segment));
}

/**
 * nfi_seal_segments() - seal the segments of a packet, and send them
 * @way: their way, with the route
 * @list: from nfi_segment_tcp(), with the room that @way wants. Consumes @list.
 * @seq: the sequence number of the first
 */
void nfi_seal_segments(const struct nfi_way *way, struct sk_buff *list, u64 seq)
{
	bool simple = is_simple(way->sa, list);
	struct sk_buff *skb, *next;
	struct nfi_inner inner;
	unsigned int offset;
	u8 next_header = 0;

	/* the last one may be shorter, which makes no difference to the header */
	if (simple)
		next_header = read_inner(way->sa, list, &inner);
	skb_list_walk_safe(list, skb, next) {
		skb_mark_not_on_list(skb);
		if (simple) {
			/* right in front, where there is room: it cannot fail */
			push(way, &skb, 0, next_header, seq);
			offset = encap(way, skb, &inner);
			finish(way, skb, offset, seq++);
		} else {
			nfi_seal(way, skb, seq++);
		}
	}
}

/**
 * nfi_seal_dummy() - seal a packet that says nothing, and send it
 * @way: of ESP, with the route
 * @skb: what shall be inside, with room before and behind. Consumes @skb.
 * @seq: its sequence number
 *
 * RFC 4303 2.6: next header 59, and all else as in any packet.
 */
void nfi_seal_dummy(const struct nfi_way *way, struct sk_buff *skb, u64 seq)
{
	/* in a tunnel as a packet that may be fragmented nowhere */
	const struct nfi_inner inner = { .df = true };
	unsigned int offset;

	push(way, &skb, 0, IPPROTO_NONE, seq);
	offset = encap(way, skb, &inner);
	finish(way, skb, offset, seq);
}
