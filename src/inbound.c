// SPDX-License-Identifier: GPL-2.0
/*
 * The way in (RFC 4301 5.2, RFC 4303 3.4, RFC 4302 3.4), read from top to bottom:
 *
 *	nfi_inbound()	ESP or AH for this host: whose is it?
 *	  in_udp()	   ESP in UDP: is it for us or for the IKE daemon?
 *	  receive()	the checks before crypto, then crypto
 *	opened()	now or when crypto is done: is the ICV right?
 *	accept()	the ICV is right, so
 *	  advance()	   the window; a new peer address
 *	  pull()	   the padding, and what was inside
 *	nfi_deliver()	is it what the SA is for? Then into the stack: deliver.c
 *
 * Nothing of a packet is believed before its ICV was right, and nothing leaves
 * here in clear but by nfi_deliver(). Runs with bottom halves disabled and under
 * RCU, which keeps the SA.
 */
#include "inbound.h"
#include "ah.h"
#include "crypt.h"
#include "deliver.h"
#include "encap.h"
#include "esp.h"
#include "net.h"
#include "packet.h"
#include "path.h"
#include "peer.h"
#include "queue.h"
#include "resync.h"
#include "tfc.h"
#include "udpencap.h"

#include <linux/netdevice.h>
#include <net/ip.h>
#include <net/ipv6.h>
#include <compat/gso.h>
#include <compat/netfilter.h>
#include <compat/udp.h>
#include <compat/xfrm.h>

/* In the control block of a packet on its way through crypto */
struct job {
	u64 seq;
	u64 ticket;		/* in the queue of the SA, if it has one */
	unsigned int offset;	/* of the ESP or AH header */
	__be16 port;		/* it came in UDP from this one */
};

static struct job *job_of(struct sk_buff *skb)
{
	return (struct job *)skb->cb;
}

/* What was inside in transport mode. Where it came through a NAT its checksum is
 * about other addresses.
 */
static void transport(struct sk_buff *skb, struct nfi_upper *upper,
		      u8 next_header, bool udp)
{
	if (unlikely(udp) && next_header == IPPROTO_UDP)
		nfi_tfc_trim(skb, upper->offset);
	nfi_encap_transport(skb, upper->offset, next_header);
	if (!udp)
		return;
	upper->protocol = next_header;
	nfi_udpencap_fix_sum(skb, upper);
}

/* Take ESP or AH off, and see what it was around */
static enum nfi_reason pull(const struct nfi_sa *sa, struct sk_buff *skb,
			    unsigned int offset, u8 *next_header)
{
	enum nfi_reason reason = NFI_REASON_OK;

	switch (sa->conf.key.protocol) {
	case IPPROTO_ESP:
		reason = nfi_esp_pull(sa, skb, offset, next_header);
		if (!reason && *next_header == IPPROTO_NONE)
			reason = NFI_REASON_DUMMY;
		break;
	case IPPROTO_AH:
		nfi_ah_pull(sa, skb, offset, next_header);
		break;
	}
	return reason;
}

/* Apart, so that the usual packets do not pay for its frame */
static noinline bool see_source(struct nfi_sa *sa, const struct sk_buff *skb,
				__be16 port)
{
	struct nfi_addr src;

	if (nfi_packet_family(skb) == AF_INET)
		nfi_addr_set4(&src, ip_hdr(skb)->saddr);
	else
		nfi_addr_set6(&src, &ipv6_hdr(skb)->saddr);
	return nfi_peer_see(sa, &src, port);
}

/* RFC 4303 3.4.3. RFC 7296 2.23: only what is right, no replay, and newer than all
 * that came before says where the other end is; so it says nothing without a
 * window.
 */
static enum nfi_reason advance(struct nfi_sa *sa, const struct sk_buff *skb,
			       u64 seq, __be16 port)
{
	enum nfi_reason reason;
	bool moved = false;

	spin_lock(&sa->replay_lock);
	reason = nfi_replay_advance(sa->replay, seq);
	if (unlikely(port) && nfi_path(sa)->udp_len && !reason &&
	    seq == sa->replay->top)
		moved = see_source(sa, skb, port);
	spin_unlock(&sa->replay_lock);
	if (unlikely(moved))
		nfi_peer_report(sa);
	return reason;
}

/* The ICV is right. Of an SA with a queue they come here one after the other, in the
 * order in which they arrived: or one that has waited for a CPU would find itself
 * left of a window that those behind it have moved. Consumes @skb.
 */
static void accept(struct nfi_sa *sa, struct sk_buff *skb)
{
	enum nfi_reason reason = NFI_REASON_OK;
	__be16 port = job_of(skb)->port;
	u64 seq = job_of(skb)->seq;
	/* receive() has found it, in a packet that is no fragment */
	struct nfi_upper upper = { .offset = job_of(skb)->offset };
	u8 next_header, outer = 0;
	bool odd_ecn;

	if (sa->conf.window)
		reason = advance(sa, skb, seq, port);
	if (!reason)
		reason = pull(sa, skb, upper.offset, &next_header);
	if (reason)
		goto drop;

	skb->ip_summed = CHECKSUM_NONE;
	if (sa->conf.mode == NFI_MODE_TUNNEL) {
		skb_reset_network_header(skb);
		if (unlikely(sa->conf.decap_dscp))
			outer = nfi_encap_dsfield(skb);
		reason = nfi_encap_pull(skb, upper.offset, next_header,
					&odd_ecn);
		if (reason)
			goto drop;
		if (unlikely(sa->conf.decap_dscp))
			nfi_encap_set_dscp(skb, outer);
		/* RFC 6040 4.2: kept in mind, and nobody is disturbed */
		if (unlikely(odd_ecn))
			atomic64_inc(&sa->odd_ecn);
	} else {
		transport(skb, &upper, next_header, port);
	}
	nfi_deliver(sa, skb);
	return;

drop:
	nfi_drop(sa->nn, sa, skb, reason);
}

/* The ICV is right, or it is not. Consumes @skb. */
static inline void opened(struct nfi_sa *sa, struct sk_buff *skb, u64 seq,
			  enum nfi_reason reason)
{
	u64 ticket = job_of(skb)->ticket;

	if (sa->resync)
		nfi_resync_note(sa->resync, reason);
	if (unlikely(reason)) {
		nfi_drop(sa->nn, sa, skb, reason);
		skb = NULL;
	}
	if (sa->queue)
		nfi_queue_ready(sa->queue, sa, ticket, skb, accept);
	else if (skb)
		accept(sa, skb);
}

/* Is it between the ends of the SA? Behind a NAT the other end may be anywhere:
 * the ICV shows that it is it (RFC 7296 2.23).
 */
static bool addresses_match(const struct nfi_sa *sa,
			    const struct nfi_path *path,
			    const struct sk_buff *skb,
			    const struct nfi_udp *udp)
{
	bool nat = udp && path->encap == NFI_ENCAP_UDP;
	const struct ipv6hdr *ip6h = ipv6_hdr(skb);
	const struct iphdr *iph = ip_hdr(skb);

	if (nfi_packet_family(skb) != sa->conf.family)
		return false;
	if (udp && udp->local != (nat ? path->local_port :
					htons(NFI_UDP_PORT)))
		return false;
	if (sa->conf.family == AF_INET)
		return (nat || iph->saddr == path->remote.w[0]) &&
		       iph->daddr == path->local.w[0];
	return (nat || ipv6_addr_equal(&ip6h->saddr,
				       nfi_addr_in6(&path->remote))) &&
	       ipv6_addr_equal(&ip6h->daddr, nfi_addr_in6(&path->local));
}

/* Is it as long as the SA wants, and can it be written on? AH copies the IP
 * headers into the headroom.
 */
static enum nfi_reason prepare(const struct nfi_sa *sa, struct sk_buff **skb,
			       unsigned int offset)
{
	enum nfi_reason reason = NFI_REASON_OK;
	unsigned int room = 0;

	switch (sa->conf.key.protocol) {
	case IPPROTO_ESP:
		reason = nfi_esp_check(sa, *skb, offset);
		break;
	case IPPROTO_AH:
		reason = nfi_ah_check(sa, *skb, offset);
		room = offset;
		break;
	}
	return reason ?: nfi_packet_own(skb, room, 0);
}

/* Crypto, and on. Consumes @skb. */
static void open(struct nfi_sa *sa, struct sk_buff *skb, unsigned int offset,
		 u64 seq)
{
	int ret;

	switch (sa->conf.key.protocol) {
	case IPPROTO_ESP:
		ret = nfi_crypt_open(sa, skb, offset, seq, opened);
		if (likely(ret != -EINPROGRESS))
			opened(sa, skb, seq, ret);
		break;
	case IPPROTO_AH:
		opened(sa, skb, seq, nfi_ah_open(sa, skb, offset, seq));
		break;
	}
}

/* The work that any CPU can do on a packet of a queue. Consumes @skb. */
static void crypt(struct nfi_sa *sa, struct sk_buff *skb)
{
	open(sa, skb, job_of(skb)->offset, job_of(skb)->seq);
}

/* Where ESP or AH has its SPI; the sequence number follows it */
static unsigned int spi_offset(const struct nfi_upper *upper)
{
	return upper->protocol == IPPROTO_AH ? upper->offset + 4 :
					       upper->offset;
}

/* RFC 4303 3.4, RFC 4302 3.4: the checks before crypto. From here on what came in
 * UDP is as if it had not, but for its checksum and where it came from. Consumes
 * @skb.
 */
static void receive(struct nfi_sa *sa, struct sk_buff *skb,
		    const struct nfi_upper *upper, const struct nfi_udp *udp)
{
	unsigned int udp_len = udp ? NFI_UDP_HLEN : 0;
	const struct nfi_path *path = nfi_path(sa);
	enum nfi_reason reason;
	struct job *job;
	__be32 low;
	u64 seq;

	reason = nfi_sa_usable(sa);
	if (!reason && upper->fragment)
		reason = NFI_REASON_FRAGMENT;
	if (!reason && sa->conf.strict && !udp != !path->udp_len)
		reason = NFI_REASON_ENCAPSULATION;
	if (!reason && !addresses_match(sa, path, skb, udp))
		reason = NFI_REASON_WRONG_ADDRESS;
	if (!reason)
		reason = prepare(sa, &skb, upper->offset + udp_len);
	if (reason)
		goto drop;
	if (udp) {
		/* a socket that is connected was found for it before */
		skb_orphan(skb);
		nfi_udpencap_pull(skb, upper->offset);
	}

	memcpy(&low, skb->data + spi_offset(upper) + 4, sizeof(low));
	reason = nfi_replay_extend(sa->replay, ntohl(low), &seq);
	if (!reason)
		reason = nfi_replay_check(sa->replay, seq);
	if (reason)
		goto drop;
	if (sa->resync && unlikely(nfi_resync_is_due(sa->resync)))
		nfi_resync_hold(sa->resync, skb, upper->offset, seq);
	job = job_of(skb);
	*job = (struct job){
		.seq = seq,
		.offset = upper->offset,
		.port = udp ? udp->remote : 0,
	};
	if (sa->queue) {
		reason = nfi_queue_take(sa->queue, 1, S64_MAX, &job->ticket);
		if (reason)
			goto drop;
		if (nfi_sa_is_parallel(sa) &&
		    nfi_queue_hand_over(sa, skb, crypt))
			return;
	}
	open(sa, skb, upper->offset, seq);
	return;

drop:
	nfi_drop(sa->nn, sa, skb, reason);
}

/* A datagram that GRO has merged: each as if it had come alone. What is not ours
 * goes into the stack once more. Consumes @skb if it returns true.
 */
static bool merged(struct nfi_net *nn, struct sk_buff *skb)
{
	struct sk_buff *segs, *seg, *next;

	segs = __skb_gso_segment(skb, 0, false);
	if (IS_ERR_OR_NULL(segs)) {
		nfi_drop(nn, NULL, skb, NFI_REASON_SEGMENTATION);
		return true;
	}
	consume_skb(skb);
	skb_list_walk_safe(segs, seg, next) {
		skb_mark_not_on_list(seg);
		if (nfi_inbound(nn, seg))
			continue;
		local_bh_disable();
		netif_receive_skb(seg);
		local_bh_enable();
	}
	return true;
}

/* A datagram for this host (RFC 3948 3.3, 3.5): what comes to the port of an SA
 * is ESP, or a keepalive, or has the marker and is the IKE daemon's. At the usual
 * port any SA takes what has its SPI (RFC 7296 2.23). Consumes @skb if it
 * returns true.
 */
static bool in_udp(struct nfi_net *nn, struct sk_buff *skb,
		   const struct nfi_upper *upper)
{
	struct nfi_sa_key key = { .dir = NFI_DIR_IN, .protocol = IPPROTO_ESP };
	enum nfi_reason reason;
	struct nfi_udp udp;
	struct nfi_sa *sa;
	bool ours;

	if (upper->fragment || !nfi_udpencap_read(skb, upper, &udp) ||
	    udp.marker)
		return false;
	ours = nfi_sad_has_port(&nn->sad, udp.local);
	key.spi = udp.spi;
	if (!ours && udp.local != htons(NFI_UDP_PORT))
		return false;
	sa = nfi_sad_lookup(&nn->sad, &key);
	/* a daemon that opens packets itself, or XFRM */
	if (!sa && (!ours || (udp.spi && nfi_compat_xfrm_active(nn->net))))
		return false;
	if (unlikely(skb_is_gso(skb)))
		return merged(nn, skb);

	nfi_compat_confirm(skb);
	reason = nfi_udpencap_check(skb, upper->offset);
	if (!reason && !sa)
		reason = NFI_REASON_UNKNOWN_SPI;
	if (reason) {
		nfi_drop(nn, sa, skb, reason);
		return true;
	}
	local_bh_disable();
	receive(sa, skb, upper, &udp);
	local_bh_enable();
	return true;
}

/**
 * nfi_inbound() - take a packet if it is ours to open
 * @nn: the namespace
 * @skb: a whole IP packet for this host, at its IP header. Consumes @skb if it
 *	returns true.
 *
 * RFC 4301 5.2, RFC 4303 3.4, RFC 4302 3.4. An SPI that is not ours is left to XFRM as long
 * as that has SAs of its own.
 *
 * Context: any but hard interrupts, RCU read side.
 * Return: true if the packet was ESP, in UDP or not, or AH that we have opened or
 * dropped, or a NAT keepalive.
 */
bool nfi_inbound(struct nfi_net *nn, struct sk_buff *skb)
{
	struct nfi_sa_key key = { .dir = NFI_DIR_IN };
	struct nfi_upper upper;
	struct nfi_sa *sa;
	__be32 *spi, buf;
	bool bh;

	if (nfi_packet_upper(skb, &upper))
		return false;
	if (upper.protocol == IPPROTO_UDP)
		return in_udp(nn, skb, &upper);
	if (upper.protocol != IPPROTO_ESP && upper.protocol != IPPROTO_AH)
		return false;

	spi = upper.later ? NULL : skb_header_pointer(skb, spi_offset(&upper),
						      sizeof(buf), &buf);
	if (!spi || skb->len < spi_offset(&upper) + 8) {
		nfi_drop(nn, NULL, skb, upper.later ? NFI_REASON_FRAGMENT :
						      NFI_REASON_TOO_SHORT);
		return true;
	}
	key.protocol = upper.protocol;
	key.spi = *spi;
	sa = nfi_sad_lookup(&nn->sad, &key);
	if (!sa) {
		if (nfi_compat_xfrm_active(nn->net))
			return false;
		nfi_drop(nn, NULL, skb, NFI_REASON_UNKNOWN_SPI);
		return true;
	}
	nfi_compat_confirm(skb);
	bh = nfi_bh_disable();
	receive(sa, skb, &upper, NULL);
	if (bh)
		local_bh_enable();
	return true;
}
