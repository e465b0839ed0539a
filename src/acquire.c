// SPDX-License-Identifier: GPL-2.0
/*
 * What becomes of a packet that policy wants protected while there is no SA
 * (RFC 4301 4.4.1, 5.1): whoever is there to answer is asked for one, once, and
 * the first few packets are held, in clear and in memory only. When an SA comes
 * outbound.c takes them and sends them the way out from its beginning; if none
 * comes in time they are dropped, and the next packet asks anew.
 *
 * A packet that waits has no device: it may go any time. Its dst, which it has
 * counted, knows where it leads. The queue has a lock of its own, [q], as
 * packets come from all CPUs; it is taken only where there is no SA.
 */
#include "acquire.h"
#include "event.h"
#include "net.h"
#include "packet.h"

#include <net/dst.h>

/* How long an answer may take */
#define WAIT		(10 * HZ)
/* Packets that a bundle holds, and a namespace */
#define HELD_MAX	8
#define HELD_NET_MAX	512

static void drop_all(struct nfi_net *nn, struct sk_buff_head *list,
		     enum nfi_reason reason)
{
	struct sk_buff *skb;

	while ((skb = __skb_dequeue(list))) {
		atomic_dec(&nn->held);
		nfi_drop(nn, NULL, skb, reason);
	}
}

/* Nobody has answered */
static void timeout(struct timer_list *timer)
{
	struct nfi_acquire *acquire = container_of(timer, struct nfi_acquire,
						   timer);
	struct sk_buff_head list;

	__skb_queue_head_init(&list);
	spin_lock(&acquire->lock);
	skb_queue_splice_init(&acquire->held, &list);
	acquire->asked = false;
	spin_unlock(&acquire->lock);
	drop_all(acquire->nn, &list, NFI_REASON_ACQUIRE_TIMEOUT);
}

/**
 * nfi_acquire_init() - nothing was asked for yet
 * @acquire: of a new bundle
 * @nn: its namespace
 */
void nfi_acquire_init(struct nfi_acquire *acquire, struct nfi_net *nn)
{
	spin_lock_init(&acquire->lock);
	__skb_queue_head_init(&acquire->held);
	timer_setup(&acquire->timer, timeout, 0);
	acquire->nn = nn;
}

/**
 * nfi_acquire_end() - give up what is held
 * @acquire: of a bundle
 * @dead: for good: the bundle goes, or else only the way out is gone
 *
 * Context: configuration mutex.
 */
void nfi_acquire_end(struct nfi_acquire *acquire, bool dead)
{
	struct sk_buff_head list;

	__skb_queue_head_init(&list);
	spin_lock_bh(&acquire->lock);
	acquire->dead |= dead;
	skb_queue_splice_init(&acquire->held, &list);
	acquire->asked = false;
	spin_unlock_bh(&acquire->lock);
	/* nobody sets it again, then */
	if (dead)
		del_timer_sync(&acquire->timer);
	drop_all(acquire->nn, &list, NFI_REASON_NO_DEVICE);
}

/* No reference that could keep anything else from going, no pointer to what may
 * go. Ours to queue?
 */
static bool prepare(struct sk_buff *skb)
{
	if (skb_shared(skb) || !skb_dst_force(skb))
		return false;
	nf_reset_ct(skb);
	skb_ext_reset(skb);
	skb_mark_not_on_list(skb);
	skb->dev = NULL;
	return true;
}

/* Under the lock of the queue. Takes @skb if it returns 0. */
static enum nfi_reason enqueue(struct nfi_net *nn, struct nfi_acquire *acquire,
			       struct sk_buff *skb)
{
	if (acquire->dead)
		return NFI_REASON_NO_DEVICE;
	if (skb_queue_len(&acquire->held) >= HELD_MAX ||
	    atomic_read(&nn->held) >= HELD_NET_MAX)
		return NFI_REASON_ACQUIRE_FULL;
	if (!prepare(skb))
		return NFI_REASON_NO_SA;
	atomic_inc(&nn->held);
	__skb_queue_tail(&acquire->held, skb);
	return NFI_REASON_OK;
}

/**
 * nfi_acquire_hold() - hold a packet and ask for an SA
 * @nn: the namespace
 * @bundle: has no usable SA, and somebody is there to add one
 * @skb: with a dst that leads to @bundle. Consumes @skb unless it returns
 *	-EAGAIN.
 *
 * Context: RCU read side, bottom halves disabled.
 * Return: 0, -EAGAIN if there is an SA by now, or -ENOKEY.
 */
int nfi_acquire_hold(struct nfi_net *nn, struct nfi_bundle *bundle,
		     struct sk_buff *skb)
{
	struct nfi_acquire *acquire = &bundle->acquire;
	enum nfi_reason reason;

	spin_lock(&acquire->lock);
	/* whoever adds an SA looks into the queue after that */
	if (nfi_bundle_sa(bundle)) {
		spin_unlock(&acquire->lock);
		return -EAGAIN;
	}
	if (!acquire->asked && !acquire->dead) {
		/* else it is set for those that wait already */
		if (skb_queue_empty(&acquire->held))
			mod_timer(&acquire->timer, jiffies + WAIT);
		/* without memory nobody was told: the next packet asks */
		acquire->asked = nfi_event_acquire(nn, bundle, skb);
	}
	reason = enqueue(nn, acquire, skb);
	spin_unlock(&acquire->lock);
	if (!reason)
		return 0;
	nfi_drop(nn, NULL, skb, reason);
	return -ENOKEY;
}

/**
 * nfi_acquire_take() - there is an SA: give out what was held
 * @bundle: of a new outbound SA
 * @list: gets the packets in their order; they have a dst and no device
 *
 * Context: process.
 */
void nfi_acquire_take(struct nfi_bundle *bundle, struct sk_buff_head *list)
{
	struct nfi_acquire *acquire = &bundle->acquire;

	__skb_queue_head_init(list);
	spin_lock_bh(&acquire->lock);
	skb_queue_splice_init(&acquire->held, list);
	acquire->asked = false;
	spin_unlock_bh(&acquire->lock);
	atomic_sub(skb_queue_len(list), &acquire->nn->held);
}
