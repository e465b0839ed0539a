// SPDX-License-Identifier: GPL-2.0
/*
 * The way out (RFC 4301 5.1, RFC 4303 3.3, RFC 4302 3.3), read from top to bottom:
 *
 *	nfi_outbound()	the stack hands over a packet whose dst is ours
 *	  protect()	which SA, which way, does it fit? As long as there are SAs
 *	    too_big()	   no: cut it, fragment it, or tell the sender
 *	    segments()	   a GSO packet: cut it
 *	  send()	lifetimes and sequence numbers, in order
 *	  seal()	headers, trailer, crypto
 *	sealed()	on through the stack, now or when crypto is done
 *
 * A packet that comes in here leaves sealed by an SA, or not at all: there is
 * no other way on. Runs with bottom halves disabled and under RCU, which keeps
 * the SA.
 */
#include "outbound.h"
#include "acquire.h"
#include "ah.h"
#include "crypt.h"
#include "dst.h"
#include "encap.h"
#include "esp.h"
#include "event.h"
#include "icmp.h"
#include "lifetime.h"
#include "mss.h"
#include "net.h"
#include "packet.h"
#include "path.h"
#include "pmtu.h"
#include "queue.h"
#include "segment.h"
#include "tfc.h"
#include "udpencap.h"

#include <linux/netfilter.h>
#include <linux/random.h>
#include <net/ip.h>
#include <net/ip6_route.h>
#include <net/ipv6.h>
#include <net/ipv6_stubs.h>
#include <compat/gso.h>

/* What is known of the way of a packet, all of it borrowed but the route */
struct way {
	struct nfi_net *nn;
	struct nfi_sa *sa;
	struct nfi_path *path;		/* of @sa, the same all the way */
	struct dst_entry *route;	/* to the other end, counted */
	struct dst_entry *dst;		/* ours, that the packet came with */
	bool piece;			/* of a packet that was fragmented */
};

/* SAs around one packet at the most. One that is sealed comes by here again if a
 * policy is for it (RFC 4301 appendix E), before leave() returns.
 */
#define NEST_MAX	4

/* How many are around the packet that this CPU is busy with */
static DEFINE_PER_CPU(unsigned int, nest_depth);

/* Room that a packet wants in front on this way */
static unsigned int way_head(const struct way *way)
{
	unsigned int head = way->path->head + LL_RESERVED_SPACE(way->route->dev);

	return way->sa->conf.key.protocol == IPPROTO_AH ? head + NFI_AH_ROOM :
							  head;
}

/* And behind, at the most */
static unsigned int way_tail(const struct way *way)
{
	const struct nfi_suite *suite = &way->sa->suite;

	if (way->sa->conf.key.protocol == IPPROTO_AH)
		return 0;
	return suite->block + NFI_ESP_TLEN + suite->icv_len;
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
static bool hook_is_alone(const struct nfi_net *nn,
			  struct nf_hook_entries __rcu * const *hooks)
{
	const struct nf_hook_entries *entries =
		rcu_dereference(hooks[NF_INET_LOCAL_OUT]);

	return entries && entries->num_hook_entries == 1 &&
	       entries->hooks[0].priv == nn && likely(!READ_ONCE(nn->nests));
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
		if (!in_vrf && hook_is_alone(sa->nn, net->nf.hooks_ipv4))
			dst_output(net, NULL, skb);
		else
			ip_local_out(net, NULL, skb);
	} else {
		memset(IP6CB(skb), 0, sizeof(*IP6CB(skb)));
		IP6CB(skb)->flags = IP6SKB_XFRM_TRANSFORMED;
		IP6CB(skb)->nhoff = offsetof(struct ipv6hdr, nexthdr);
		if (!in_vrf && hook_is_alone(sa->nn, net->nf.hooks_ipv6))
			dst_output(net, NULL, skb);
		else
			ip6_local_out(net, NULL, skb);
	}
	__this_cpu_write(nest_depth, before);
}

/* Numbers that were taken and are not sent: in a queue nobody waits for them */
static void leave_out(struct nfi_sa *sa, u64 seq, unsigned int n)
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
	leave_out(sa, seq, 1);
}

/* The packet is complete but for its ICV when crypto failed, else wholly */
static void sealed(struct nfi_sa *sa, struct sk_buff *skb, u64 seq,
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
static void become_outer(const struct way *way, struct sk_buff *skb)
{
	skb_dst_drop(skb);
	skb_dst_set(skb, dst_clone(way->route));
	nf_reset_ct(skb);
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
static enum nfi_reason push(const struct way *way, struct sk_buff **skb,
			    unsigned int offset, u8 next_header, u64 seq)
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
			reason = nfi_packet_own(skb, way_head(way) + offset, 0);
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

/* Of the outer headers, and of UDP */
static unsigned int outer_len(const struct nfi_sa *sa,
			      const struct nfi_path *path)
{
	return (sa->conf.family == AF_INET ? NFI_IP4_HLEN : NFI_IP6_HLEN) +
	       path->udp_len;
}

/* The largest packet that fits into @mtu, in tunnel mode with the whole packet
 * as payload, in transport mode with what follows its IP headers, which are
 * @head octets long
 */
static unsigned int largest(const struct nfi_sa *sa,
			    const struct nfi_path *path, unsigned int head,
			    unsigned int mtu)
{
	if (sa->conf.key.protocol == IPPROTO_AH)
		return mtu > path->head ? mtu - path->head : 0;
	if (sa->conf.mode == NFI_MODE_TUNNEL)
		return nfi_pmtu_payload(&sa->suite, outer_len(sa, path), mtu);
	return head + nfi_pmtu_payload(&sa->suite, head + path->udp_len, mtu);
}

/* What is left of a path by the SAs that a policy puts around this one's packets */
static unsigned int nested_mtu(const struct nfi_net *nn,
			       const struct nfi_sa *sa,
			       const struct nfi_path *path, unsigned int mtu,
			       unsigned int n)
{
	struct nfi_flow flow = {
		.family = sa->conf.family,
		.protocol = path->next_header,
		.local = path->local,
		.remote = path->remote,
	};
	const struct nfi_policy *policy;
	const struct nfi_sa *outer;

	policy = nfi_spd_lookup(&nn->spd, NFI_DIR_OUT, &flow);
	if (n == NEST_MAX || !policy || !policy->nests || !policy->bundle)
		return mtu;
	outer = nfi_bundle_sa(policy->bundle);
	if (!outer)
		return mtu;
	mtu = nested_mtu(nn, outer, nfi_path(outer), mtu, n + 1);
	return largest(outer, nfi_path(outer), outer_len(sa, path), mtu);
}

/* For packets whose IP headers are @head octets long */
static unsigned int mtu_of(const struct way *way, unsigned int head)
{
	unsigned int mtu = dst_mtu(way->route);

	if (unlikely(READ_ONCE(way->nn->nests)))
		mtu = nested_mtu(way->nn, way->sa, way->path, mtu, 1);
	return largest(way->sa, way->path, head, mtu);
}

static unsigned int inner_mtu(const struct way *way, const struct sk_buff *skb)
{
	return mtu_of(way, skb_transport_offset(skb));
}

/* The headers are there, ESP or AH, or the UDP header before it, is at @offset: the
 * rest can be done on any CPU. Consumes @skb.
 */
static void finish(const struct way *way, struct sk_buff *skb,
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

/* One packet that fits, with its sequence number. Consumes @skb. */
static void seal(const struct way *way, struct sk_buff *skb, u64 seq)
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
	reason = nfi_packet_own(&skb, way_head(way), way_tail(way) + padding);
	if (!reason && skb->ip_summed == CHECKSUM_PARTIAL &&
	    skb_checksum_help(skb))
		reason = NFI_REASON_NO_MEMORY;
	if (reason)
		goto drop;
	if (!sa->conf.no_mss_clamp && unlikely(nfi_mss_is_syn(skb)))
		nfi_mss_clamp(skb, inner_mtu(way, skb));

	if (tunnel) {
		nfi_encap_read(skb, &inner);
		if (unlikely(sa->conf.flow_label))
			inner.label = nfi_encap_label(sa, skb);
		next_header = nfi_packet_family(skb) == AF_INET ? IPPROTO_IPIP :
								  IPPROTO_IPV6;
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
	if (tunnel) {
		nfi_encap_push(sa, way->path, skb, &inner, way->nn->net,
			       way->route);
		offset = sa->conf.family == AF_INET ? NFI_IP4_HLEN :
						      NFI_IP6_HLEN;
		skb_set_transport_header(skb, offset);
	} else {
		nfi_encap_transport(skb, offset, way->path->next_header);
	}
	finish(way, skb, offset, seq);
	return;

drop:
	drop_numbered(way->nn, sa, skb, seq, reason);
}

static void drop_list(const struct way *way, struct sk_buff *list,
		      enum nfi_reason reason)
{
	struct sk_buff *skb, *next;

	skb_list_walk_safe(list, skb, next) {
		skb_mark_not_on_list(skb);
		nfi_drop(way->nn, way->sa, skb, reason);
	}
}

/* A list of packets that fit: all are counted, then each gets its number, in
 * order. Returns 0, or -EAGAIN if they would go beyond the limits or the numbers
 * of the SA, which is at its end then (RFC 4301 4.4.2.1, RFC 4303 3.3.3).
 * Consumes @list if it returns 0.
 */
static int send(const struct way *way, struct sk_buff *list)
{
	unsigned int packets = 0, bytes = 0;
	struct sk_buff *skb, *next;
	enum nfi_reason reason;
	u64 seq;

	skb_list_walk_safe(list, skb, next) {
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
		leave_out(way->sa, seq, packets);
		return -EAGAIN;
	}

	skb_list_walk_safe(list, skb, next) {
		skb_mark_not_on_list(skb);
		seal(way, skb, seq++);
	}
	return 0;
}

static bool is_local(const struct sk_buff *skb)
{
	return skb->sk;
}

static bool may_fragment(const struct sk_buff *skb)
{
	if (nfi_packet_family(skb) == AF_INET6)
		return skb->ignore_df;
	return skb->ignore_df || !(ip_hdr(skb)->frag_off & htons(IP_DF));
}

/* Cut a TCP packet of this host so that the segments fit, whatever size the
 * socket had in mind: it need not know of the tunnel. Consumes @skb unless it
 * returns -EAGAIN.
 */
static int tcp_segments(const struct way *way, struct sk_buff *skb,
			unsigned int mss)
{
	struct sk_buff *list;

	list = nfi_segment_tcp(skb, mss, way_head(way), way_tail(way));
	if (!list) {
		nfi_drop(way->nn, way->sa, skb, NFI_REASON_SEGMENTATION);
		return -ENOBUFS;
	}
	/* another SA may have room for larger or smaller ones */
	if (send(way, list)) {
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
static int too_big(const struct way *way, struct sk_buff *skb, unsigned int mtu)
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
static int other_segments(const struct way *way, struct sk_buff *skb)
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
static bool fits(const struct way *way, const struct sk_buff *skb,
		 unsigned int mtu)
{
	if (skb->len <= mtu)
		return true;
	if (way->sa->conf.mode == NFI_MODE_TRANSPORT)
		return may_fragment(skb) &&
		       skb->len + way->path->head + way_tail(way) <= IP_MAX_MTU;
	return nfi_packet_family(skb) == AF_INET6 &&
	       skb->len <= NFI_IP6_MTU_MIN;
}

/* By one SA. Consumes @skb unless it returns -EAGAIN: then another SA may do. */
static int protect_one(const struct way *way, struct sk_buff *skb)
{
	unsigned int mtu = inner_mtu(way, skb);

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
	return send(way, skb);
}

/* Fills in path and route. Returns the route, or NULL. */
static struct dst_entry *find_route(struct way *way)
{
	way->path = nfi_path(way->sa);
	way->route = nfi_path_route(way->path, way->nn->net,
				    way->sa->conf.family);
	return way->route;
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
static int protect_by(struct way *way, struct sk_buff *skb)
{
	struct nfi_net *nn = way->nn;
	int err;

	if (unlikely(!find_route(way))) {
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
static int do_without(const struct way *way, struct nfi_bundle *bundle,
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
	struct way way = { .nn = nn, .dst = skb_dst(skb), .piece = piece };
	struct nfi_bundle *bundle = nfi_dst_bundle(way.dst);
	int err;

	if (unlikely(!bundle)) {
		nfi_drop(nn, NULL, skb, NFI_REASON_NO_DEVICE);
		return -ENETDOWN;
	}
	if (unlikely(__this_cpu_read(nest_depth) == NEST_MAX)) {
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

/* A dummy packet of @len octets, without a number yet; NULL if there is no memory */
static struct sk_buff *new_dummy(const struct way *way, unsigned int len)
{
	unsigned int head = way_head(way) + NFI_IP6_HLEN;
	struct sk_buff *skb = alloc_skb(head + len + way_tail(way),
					GFP_ATOMIC | __GFP_NOWARN);

	if (skb) {
		skb_reserve(skb, head);
		skb_put_zero(skb, len);
	}
	return skb;
}

/* How long: as TFC padding makes all packets, or as anything may be */
static unsigned int dummy_len(const struct way *way)
{
	bool v4 = way->sa->conf.family == AF_INET;
	unsigned int head = v4 ? NFI_IP4_HLEN : NFI_IP6_HLEN;
	unsigned int mtu = mtu_of(way, head), len;

	len = way->sa->conf.tfc ? min(way->sa->conf.tfc, mtu) :
				  get_random_u32() % (mtu + 1);
	/* in transport mode the IP header is outside */
	if (way->sa->conf.mode == NFI_MODE_TRANSPORT)
		len -= min(len, head);
	return len;
}

/**
 * nfi_outbound_dummy() - send a packet that says nothing
 * @sa: outbound ESP, inserted
 *
 * RFC 4303 2.6: next header 59, and all else as in any packet. It takes a sequence
 * number and is counted, for it uses up the key as others do. Without a route or
 * memory it is not sent, and nobody misses it.
 *
 * Context: bottom halves disabled, RCU read side.
 */
void nfi_outbound_dummy(struct nfi_sa *sa)
{
	/* in a tunnel as a packet that may be fragmented nowhere */
	const struct nfi_inner inner = { .df = true };
	struct way way = {
		.nn = sa->nn,
		.sa = sa,
		.dst = nfi_bundle_dst(sa->bundle, sa->conf.family),
	};
	struct sk_buff *skb = NULL;
	unsigned int len;
	u64 seq;

	/* as protect_by() has it */
	if (!way.dst || !find_route(&way))
		return;
	if (way.route->dev == way.dst->dev)
		goto drop;
	len = dummy_len(&way);
	skb = new_dummy(&way, len);
	if (!skb || nfi_sa_next_seq(sa, 1, &seq))
		goto drop;
	if (nfi_lifetime_account(sa, 1, len)) {
		leave_out(sa, seq, 1);
		goto drop;
	}
	atomic64_inc(&sa->dummies);
	push(&way, &skb, 0, IPPROTO_NONE, seq);
	nfi_encap_push(sa, way.path, skb, &inner, sa->nn->net, way.route);
	len = sa->conf.family == AF_INET ? NFI_IP4_HLEN : NFI_IP6_HLEN;
	skb_set_transport_header(skb, len);
	finish(&way, skb, len, seq);
	dst_release(way.route);
	return;

drop:
	kfree_skb(skb);
	dst_release(way.route);
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
