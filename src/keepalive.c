// SPDX-License-Identifier: GPL-2.0
/*
 * NAT keepalives (RFC 3948 2.3, 4): a datagram of one octet, 0xff, from the ports
 * of an outbound SA, sent when the SA has sent nothing else for so long that a
 * NAT on the way might forget its mapping. Of several SAs that would do for a
 * packet only the newest sends any. A timer of the SA, in softirq.
 */
#include "keepalive.h"
#include "encap.h"
#include "net.h"
#include "path.h"
#include "udpencap.h"

#include <linux/jiffies.h>
#include <net/ip.h>
#include <net/ipv6.h>

/* Nobody waits for it: without memory or route it is not sent. Nor does it count
 * as a packet of the SA.
 */
static void send(struct nfi_sa *sa)
{
	const unsigned int room = LL_MAX_HEADER + NFI_IP6_HLEN + NFI_UDP_HLEN;
	/* small enough for any link */
	const struct nfi_inner inner = { .df = true };
	struct nfi_path *path = nfi_path(sa);
	struct net *net = sa->nn->net;
	struct dst_entry *dst;
	struct sk_buff *skb;

	skb = alloc_skb(room + 1, GFP_ATOMIC | __GFP_NOWARN);
	dst = skb ? nfi_path_route(path, net, sa->conf.family) : NULL;
	if (!dst) {
		kfree_skb(skb);
		return;
	}
	skb_reserve(skb, room);
	skb_put_u8(skb, NFI_KEEPALIVE);
	skb_dst_set(skb, dst);
	nfi_udpencap_push(path, skb, 0);
	nfi_encap_push(sa, path, skb, &inner, net, dst);
	skb_set_transport_header(skb, skb->len - NFI_UDP_HLEN - 1);
	nfi_udpencap_sum(skb, skb_transport_offset(skb));
	/* past our own hooks, as what is sealed */
	if (sa->conf.family == AF_INET) {
		skb->protocol = htons(ETH_P_IP);
		IPCB(skb)->flags = IPSKB_XFRM_TRANSFORMED;
		ip_local_out(net, NULL, skb);
	} else {
		skb->protocol = htons(ETH_P_IPV6);
		IP6CB(skb)->flags = IP6SKB_XFRM_TRANSFORMED;
		ip6_local_out(net, NULL, skb);
	}
}

static void arm(struct nfi_sa *sa, unsigned int ms)
{
	mod_timer(&sa->keepalive, jiffies + msecs_to_jiffies(ms));
}

static void tick(struct timer_list *timer)
{
	struct nfi_sa *sa = container_of(timer, struct nfi_sa, keepalive);
	unsigned int interval = sa->conf.keepalive * MSEC_PER_SEC;
	struct nfi_totals totals;

	rcu_read_lock();
	/* an SA that is not dead yet has its bundle until the end of this */
	if (nfi_sa_usable(sa))
		goto out;
	nfi_traffic_sum(sa->traffic, &totals);
	if (totals.idle_ms < interval) {
		arm(sa, interval - totals.idle_ms);
		goto out;
	}
	if (nfi_bundle_sa(sa->bundle) == sa)
		send(sa);
	arm(sa, interval);
out:
	rcu_read_unlock();
}

/**
 * nfi_keepalive_init() - prepare the timer of an SA
 * @sa: new
 */
void nfi_keepalive_init(struct nfi_sa *sa)
{
	timer_setup(&sa->keepalive, tick, 0);
}

/**
 * nfi_keepalive_start() - the SA was inserted
 * @sa: the SA
 */
void nfi_keepalive_start(struct nfi_sa *sa)
{
	if (sa->conf.keepalive)
		arm(sa, sa->conf.keepalive * MSEC_PER_SEC);
}

/**
 * nfi_keepalive_stop() - no keepalive will be sent any more
 * @sa: dead since before a grace period
 *
 * Context: may sleep.
 */
void nfi_keepalive_stop(struct nfi_sa *sa)
{
	del_timer_sync(&sa->keepalive);
}
