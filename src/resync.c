// SPDX-License-Identifier: GPL-2.0
/*
 * Finding the upper half of sequence numbers again (RFC 4303 appendix A3). It is
 * not in the packet, so a receiver that has lost 2^32 packets or more takes each
 * further packet for one with a wrong ICV. When that was so for many in a row, a
 * copy of one is kept as it came, and in process context some larger upper halves
 * are tried on it. If the ICV is right by one of them, that is where the window
 * goes.
 *
 * Who forges packets can cause no more work than that: one packet at a time, so
 * many tries on it, and then a pause.
 */
#include "resync.h"
#include "ah.h"
#include "crypt.h"
#include "sa.h"

#include <linux/completion.h>
#include <linux/jiffies.h>
#include <linux/skbuff.h>
#include <linux/slab.h>

/* One of them, waited for */
struct attempt {
	struct completion done;
	enum nfi_reason reason;
};

static struct attempt **attempt_of(struct sk_buff *skb)
{
	return (struct attempt **)skb->cb;
}

/* The packet goes back to who waits */
static void tried(struct nfi_sa *sa, struct sk_buff *skb, u64 seq,
		  enum nfi_reason reason)
{
	struct attempt *attempt = *attempt_of(skb);

	attempt->reason = reason;
	complete(&attempt->done);
}

static int open(struct nfi_sa *sa, struct sk_buff *skb, unsigned int offset,
		u64 seq)
{
	switch (sa->conf.key.protocol) {
	case IPPROTO_ESP:
		return nfi_crypt_open(sa, skb, offset, seq, tried);
	case IPPROTO_AH:
		return nfi_ah_open(sa, skb, offset, seq);
	default:
		return NFI_REASON_NO_SA;
	}
}

/* Is the ICV right, if this is the number? Opening spoils the packet. */
static enum nfi_reason try(struct nfi_resync *r, u64 seq)
{
	struct sk_buff *skb = skb_copy(r->skb, GFP_KERNEL | __GFP_NOWARN);
	struct attempt attempt;
	int ret;

	if (!skb)
		return NFI_REASON_NO_MEMORY;
	init_completion(&attempt.done);
	*attempt_of(skb) = &attempt;
	local_bh_disable();
	rcu_read_lock();
	ret = open(r->sa, skb, r->offset, seq);
	rcu_read_unlock();
	local_bh_enable();
	if (ret == -EINPROGRESS) {
		wait_for_completion(&attempt.done);
		ret = attempt.reason;
	}
	kfree_skb(skb);
	atomic64_inc(&r->tries);
	return ret;
}

/* RFC 4303 A3: that is T from now on */
static void adopt(struct nfi_resync *r, u64 seq)
{
	enum nfi_reason reason;

	spin_lock_bh(&r->sa->replay_lock);
	reason = nfi_replay_advance(r->sa->replay, seq);
	spin_unlock_bh(&r->sa->replay_lock);
	if (reason)
		return;
	atomic_set(&r->failures, 0);
	atomic64_inc(&r->found);
}

static void work(struct work_struct *work)
{
	struct nfi_resync *r = container_of(work, struct nfi_resync, work);
	u64 seq = r->seq, step = 1ULL << 32;
	struct nfi_sa *sa = r->sa;
	unsigned int i;

	for (i = 0; i < NFI_RESYNC_TRIES; i++) {
		if (seq > nfi_sa_seq_max(true) - step || nfi_sa_usable(sa))
			break;
		seq += step;
		if (!try(r, seq)) {
			adopt(r, seq);
			break;
		}
	}
	consume_skb(r->skb);
	r->skb = NULL;
	WRITE_ONCE(r->after, jiffies + NFI_RESYNC_INTERVAL);
	atomic_set_release(&r->busy, 0);
	/* the SA may be freed from here on */
	atomic_fetch_dec_release(&sa->pending);
}

/**
 * nfi_resync_new() - prepare for the worst
 * @sa: inbound, with 64-bit sequence numbers
 *
 * Return: to be freed by kfree() when @sa->pending is 0; NULL without memory.
 */
struct nfi_resync *nfi_resync_new(struct nfi_sa *sa)
{
	struct nfi_resync *r = kzalloc(sizeof(*r), GFP_KERNEL_ACCOUNT);

	if (!r)
		return NULL;
	r->sa = sa;
	r->after = jiffies;
	INIT_WORK(&r->work, work);
	return r;
}

/**
 * nfi_resync_is_due() - have enough packets in a row been wrong?
 * @r: of the SA
 *
 * Return: true if one is to be given to nfi_resync_hold().
 */
bool nfi_resync_is_due(const struct nfi_resync *r)
{
	return unlikely(atomic_read(&r->failures) >= NFI_RESYNC_FAILURES) &&
	       !atomic_read(&r->busy) &&
	       time_after_eq(jiffies, READ_ONCE(r->after));
}

/**
 * nfi_resync_hold() - try other upper halves on a copy of a packet
 * @r: of the SA
 * @skb: linear and private, as it came, with room for nfi_ah_open() if it is AH.
 *	Borrows @skb.
 * @offset: of the ESP or AH header from skb->data
 * @seq: from nfi_replay_extend(): larger ones are tried
 *
 * Without memory nothing happens, until the next packet comes.
 *
 * Context: bottom halves disabled, RCU read side.
 */
void nfi_resync_hold(struct nfi_resync *r, const struct sk_buff *skb,
		     unsigned int offset, u64 seq)
{
	if (atomic_cmpxchg(&r->busy, 0, 1))
		return;
	r->skb = skb_copy(skb, GFP_ATOMIC | __GFP_NOWARN);
	if (!r->skb) {
		atomic_set(&r->busy, 0);
		return;
	}
	/* what a packet that may wait need not hold */
	skb_dst_drop(r->skb);
	nf_reset_ct(r->skb);
	r->offset = offset;
	r->seq = seq;
	nfi_sa_defer(r->sa, &r->work);
}
