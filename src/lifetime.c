// SPDX-License-Identifier: GPL-2.0
/*
 * Lifetimes of an SA (RFC 4301 4.4.2.1): in packets and octets, which are counted as
 * they are carried, and in seconds since it was added and first used, for which
 * it has a timer. A soft one makes an event, a hard one ends the SA. They are an
 * object behind an RCU pointer, and change while the SA lives.
 */
#include "lifetime.h"
#include "event.h"
#include "net.h"

#include <linux/jiffies.h>
#include <linux/slab.h>

#define MSEC_PER_DAY	(86400 * MSEC_PER_SEC)

/* Milliseconds until @limit seconds after @since, 0 if it is reached, -1 if
 * there is none
 */
static s64 left(u64 limit, s64 since, s64 now)
{
	if (!limit || !since)
		return -1;
	/* nobody waits for longer than this, and no sum with it overflows */
	limit = min_t(u64, limit, S64_MAX / MSEC_PER_SEC / 2);
	return max_t(s64, since + limit * MSEC_PER_SEC - now, 0);
}

static s64 sooner(s64 a, s64 b)
{
	if (a < 0 || b < 0)
		return max(a, b);
	return min(a, b);
}

static s64 time_left(const struct nfi_sa *sa, const struct nfi_limits *l)
{
	s64 now = nfi_sa_now();

	return sooner(left(l->add_seconds, sa->added, now),
		      left(l->use_seconds, atomic64_read(&sa->used), now));
}

static void soften(struct nfi_sa *sa)
{
	if (!test_and_set_bit(0, &sa->soft_done))
		nfi_event_sa_expire(sa, false);
}

/* Under RCU, which disabled bottom halves are, too */
static const struct nfi_lifetimes *lifetimes(const struct nfi_sa *sa)
{
	return rcu_dereference_check(sa->lifetimes, rcu_read_lock_bh_held());
}

static void arm(struct nfi_sa *sa)
{
	const struct nfi_lifetimes *l = lifetimes(sa);
	s64 soft, next;

	if (!l)
		return;
	soft = test_bit(0, &sa->soft_done) ? -1 : time_left(sa, &l->soft);
	next = sooner(soft, time_left(sa, &l->hard));
	if (next >= 0 && READ_ONCE(sa->state) == NFI_SA_USABLE)
		mod_timer(&sa->timer, jiffies + 1 +
			  msecs_to_jiffies(min_t(s64, next, MSEC_PER_DAY)));
}

static void tick(struct timer_list *timer)
{
	struct nfi_sa *sa = container_of(timer, struct nfi_sa, timer);
	const struct nfi_lifetimes *l;

	rcu_read_lock();
	l = lifetimes(sa);
	if (l && !time_left(sa, &l->soft))
		soften(sa);
	if (l && !time_left(sa, &l->hard))
		nfi_sa_finish(sa, NFI_SA_EXPIRED);
	arm(sa);
	rcu_read_unlock();
}

static bool is_limited(const struct nfi_limits *l)
{
	return l->packets || l->bytes || l->add_seconds || l->use_seconds;
}

/* Return: 0 or -ENOMEM; @l is NULL if there are none. */
static int new_lifetimes(const struct nfi_limits *soft,
			 const struct nfi_limits *hard,
			 struct nfi_lifetimes **l)
{
	*l = NULL;
	if (!is_limited(soft) && !is_limited(hard))
		return 0;
	*l = kzalloc(sizeof(**l), GFP_KERNEL_ACCOUNT);
	if (!*l)
		return -ENOMEM;
	(*l)->soft = *soft;
	(*l)->hard = *hard;
	(*l)->counted = soft->packets || soft->bytes || hard->packets ||
			hard->bytes;
	return 0;
}

/**
 * nfi_lifetime_init() - the first lifetimes of an SA
 * @sa: new, with its parameters
 *
 * Return: 0 or -ENOMEM.
 */
int nfi_lifetime_init(struct nfi_sa *sa)
{
	struct nfi_lifetimes *l;

	timer_setup(&sa->timer, tick, 0);
	if (new_lifetimes(&sa->conf.soft, &sa->conf.hard, &l))
		return -ENOMEM;
	RCU_INIT_POINTER(sa->lifetimes, l);
	return 0;
}

/**
 * nfi_lifetime_start() - the SA was inserted: its time runs
 * @sa: the SA
 */
void nfi_lifetime_start(struct nfi_sa *sa)
{
	rcu_read_lock();
	arm(sa);
	rcu_read_unlock();
}

/**
 * nfi_lifetime_stop() - its time runs no more
 * @sa: dead since before a grace period
 *
 * Context: may sleep.
 */
void nfi_lifetime_stop(struct nfi_sa *sa)
{
	del_timer_sync(&sa->timer);
}

/**
 * nfi_lifetime_exit() - free the lifetimes of an SA
 * @sa: that nobody uses any more
 */
void nfi_lifetime_exit(struct nfi_sa *sa)
{
	kfree(rcu_dereference_protected(sa->lifetimes, true));
}

/* The packet that reaches a hard limit is the last one carried, so that the
 * next one finds another SA
 */
static void reach_limits(struct nfi_sa *sa, const struct nfi_lifetimes *l,
			 u64 packets, u64 bytes)
{
	const struct nfi_limits *soft = &l->soft;
	const struct nfi_limits *hard = &l->hard;

	if ((soft->packets && packets >= soft->packets) ||
	    (soft->bytes && bytes >= soft->bytes))
		soften(sa);
	if ((hard->packets && packets >= hard->packets) ||
	    (hard->bytes && bytes >= hard->bytes))
		nfi_sa_finish(sa, NFI_SA_EXPIRED);
}

/**
 * nfi_lifetime_account() - count packets against counters and lifetimes
 * @sa: the SA
 * @packets: how many
 * @bytes: their octets in clear
 *
 * RFC 4301 4.4.2.1: what would go beyond a hard lifetime is not carried.
 *
 * Context: bottom halves disabled.
 * Return: NFI_REASON_OK or NFI_REASON_EXPIRED.
 */
enum nfi_reason nfi_lifetime_account(struct nfi_sa *sa, unsigned int packets,
				     unsigned int bytes)
{
	const struct nfi_lifetimes *l = lifetimes(sa);
	bool counted = l && l->counted;
	u64 p = 0, b = 0;

	if (counted) {
		p = atomic64_add_return(packets, &sa->packets);
		b = atomic64_add_return(bytes, &sa->bytes);
		if ((l->hard.packets && p > l->hard.packets) ||
		    (l->hard.bytes && b > l->hard.bytes)) {
			nfi_sa_finish(sa, NFI_SA_EXPIRED);
			return NFI_REASON_EXPIRED;
		}
	}
	nfi_traffic_count(sa->traffic, packets, bytes);
	if (counted)
		reach_limits(sa, l, p, b);
	if (unlikely(!atomic64_read(&sa->used)) &&
	    !atomic64_cmpxchg(&sa->used, 0, nfi_sa_now()))
		arm(sa);
	return NFI_REASON_OK;
}

/**
 * nfi_lifetime_get() - those that hold now
 * @sa: the SA
 * @l: to be filled; all 0 if there are none
 */
void nfi_lifetime_get(const struct nfi_sa *sa, struct nfi_lifetimes *l)
{
	const struct nfi_lifetimes *now;

	rcu_read_lock();
	now = lifetimes(sa);
	*l = now ? *now : (struct nfi_lifetimes){};
	rcu_read_unlock();
}

/**
 * nfi_lifetime_set() - let an SA live longer or shorter
 * @sa: in the SAD
 * @soft: from now on; an event is due again
 * @hard: from now on
 *
 * They count from where they always did, so one that was reached already ends
 * the SA at once. Where there was no limit on packets and octets before, those
 * under way on other CPUs may be missed.
 *
 * Context: configuration mutex; may sleep.
 * Return: 0 or -ENOMEM.
 */
int nfi_lifetime_set(struct nfi_sa *sa, const struct nfi_limits *soft,
		     const struct nfi_limits *hard)
{
	struct nfi_lifetimes *l, *old;
	struct nfi_totals totals;
	int err;

	err = new_lifetimes(soft, hard, &l);
	if (err)
		return err;
	old = rcu_dereference_protected(sa->lifetimes, true);
	if (l && l->counted && !(old && old->counted)) {
		nfi_traffic_sum(sa->traffic, &totals);
		atomic64_set(&sa->packets, totals.packets);
		atomic64_set(&sa->bytes, totals.bytes);
	}
	rcu_assign_pointer(sa->lifetimes, l);
	clear_bit(0, &sa->soft_done);
	if (old)
		kfree_rcu(old, rcu);
	/* @l stays, under the mutex */
	local_bh_disable();
	if (l && l->counted)
		reach_limits(sa, l, atomic64_read(&sa->packets),
			     atomic64_read(&sa->bytes));
	tick(&sa->timer);
	local_bh_enable();
	return 0;
}
