// SPDX-License-Identifier: GPL-2.0
/*
 * Dummy packets (RFC 4303 2.6): what nobody but the other end can tell from
 * traffic, sent when an outbound SA has sent nothing for an interval, so that
 * nobody sees when it is idle. Of several SAs that would do for a packet only the
 * newest sends any. A timer of the SA, in softirq.
 */
#include "dummy.h"
#include "dst.h"
#include "lifetime.h"
#include "net.h"
#include "seal.h"
#include "way.h"
#include "wire.h"

#include <linux/jiffies.h>
#include <linux/netdevice.h>
#include <linux/random.h>
#include <linux/skbuff.h>
#include <net/dst.h>

/* A dummy packet of @len octets, without a number yet; NULL if there is no memory */
static struct sk_buff *new_dummy(const struct nfi_way *way, unsigned int len)
{
	unsigned int head = nfi_way_head(way) + NFI_IP6_HLEN;
	struct sk_buff *skb = alloc_skb(head + len + nfi_way_tail(way),
					GFP_ATOMIC | __GFP_NOWARN);

	if (skb) {
		skb_reserve(skb, head);
		skb_put_zero(skb, len);
	}
	return skb;
}

/* How long: as TFC padding makes all packets, or as anything may be */
static unsigned int dummy_len(const struct nfi_way *way)
{
	unsigned int head = nfi_ip_hlen(way->sa->conf.family);
	unsigned int mtu = nfi_way_mtu(way, head), len;

	len = way->sa->conf.tfc ? min(way->sa->conf.tfc, mtu) :
				  get_random_u32() % (mtu + 1);
	/* in transport mode the IP header is outside */
	if (way->sa->conf.mode == NFI_MODE_TRANSPORT)
		len -= min(len, head);
	return len;
}

/**
 * nfi_dummy_send() - send one now
 * @sa: outbound ESP, inserted
 *
 * It takes a sequence number and is counted, for it uses up the key as others do.
 * Without a route or memory it is not sent, and nobody misses it.
 *
 * Context: bottom halves disabled, RCU read side.
 */
void nfi_dummy_send(struct nfi_sa *sa)
{
	struct nfi_way way = {
		.nn = sa->nn,
		.sa = sa,
		.dst = nfi_bundle_dst(sa->bundle, sa->conf.family),
	};
	struct sk_buff *skb = NULL;
	unsigned int len;
	u64 seq;

	/* as protect_by() has it */
	if (!way.dst || !nfi_way_route(&way))
		return;
	if (way.route->dev == way.dst->dev)
		goto drop;
	len = dummy_len(&way);
	skb = new_dummy(&way, len);
	if (!skb || nfi_sa_next_seq(sa, 1, &seq))
		goto drop;
	if (nfi_lifetime_account(sa, 1, len)) {
		nfi_seal_nothing(sa, seq, 1);
		goto drop;
	}
	atomic64_inc(&sa->dummies);
	nfi_seal_dummy(&way, skb, seq);
	dst_release(way.route);
	return;

drop:
	kfree_skb(skb);
	dst_release(way.route);
}

static void arm(struct nfi_sa *sa, unsigned int ms)
{
	mod_timer(&sa->dummy, jiffies + max(msecs_to_jiffies(ms), 1UL));
}

static void tick(struct timer_list *timer)
{
	struct nfi_sa *sa = container_of(timer, struct nfi_sa, dummy);
	unsigned int interval = sa->conf.dummy;
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
		nfi_dummy_send(sa);
	arm(sa, interval);
out:
	rcu_read_unlock();
}

/**
 * nfi_dummy_init() - prepare the timer of an SA
 * @sa: new
 */
void nfi_dummy_init(struct nfi_sa *sa)
{
	timer_setup(&sa->dummy, tick, 0);
}

/**
 * nfi_dummy_start() - the SA was inserted
 * @sa: the SA
 */
void nfi_dummy_start(struct nfi_sa *sa)
{
	if (sa->conf.dummy)
		arm(sa, sa->conf.dummy);
}

/**
 * nfi_dummy_stop() - no dummy packet will be sent any more
 * @sa: dead since before a grace period
 *
 * Context: may sleep.
 */
void nfi_dummy_stop(struct nfi_sa *sa)
{
	del_timer_sync(&sa->dummy);
}
