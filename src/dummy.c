// SPDX-License-Identifier: GPL-2.0
/*
 * Dummy packets (RFC 4303 2.6): what nobody but the other end can tell from
 * traffic, sent when an outbound SA has sent nothing for an interval, so that
 * nobody sees when it is idle. Of several SAs that would do for a packet only the
 * newest sends any. A timer of the SA, in softirq; the packets are made in
 * outbound.c.
 */
#include "dummy.h"
#include "outbound.h"
#include "sad.h"

#include <linux/jiffies.h>

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
		nfi_outbound_dummy(sa);
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
