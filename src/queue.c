// SPDX-License-Identifier: GPL-2.0
/*
 * One SA on several CPUs. The costly part of a packet, its crypto, is done by
 * whatever CPU has time for it, and the packets still leave in the order in
 * which they came:
 *
 *	nfi_queue_take()	a packet gets a ticket, the next number
 *	nfi_queue_hand_over()	it goes to the ring that every CPU takes work
 *				from; not if that is full: this CPU works, too
 *	nfi_queue_ready()	the work is done: the packet takes the place of
 *				its ticket, and all those leave whose turn it is
 *
 *	          +---+---+---+---+---+---+---+---+
 *	places    |   | p | p | - | p |   |   |   |	p ready, - dropped
 *	          +---+---+---+---+---+---+---+---+
 *	            ^next: not ready yet      ^taken
 *
 * A place has three states: empty, a packet that is ready, gone. Whoever fills
 * a place leads out what can leave, unless another CPU is doing so: that one
 * looks again after it has stopped. So packets leave one after the other, no
 * CPU ever waits for another, and no lock is held while one leaves.
 *
 * A ticket that was taken must come to nfi_queue_ready(), with a packet or
 * without, or those behind it never leave.
 *
 * Bottom halves disabled, RCU read side.
 */
#include "queue.h"

#include <linux/atomic.h>
#include <linux/bitops.h>
#include <linux/cpumask.h>
#include <linux/percpu.h>
#include <linux/ptr_ring.h>
#include <linux/rcupdate.h>
#include <linux/skbuff.h>
#include <linux/slab.h>
#include <linux/workqueue.h>

/* Packets of an SA between the two ends: more than the segments of the largest
 * GSO packet, and so many that a full queue is a sign of trouble
 */
#define PLACES		2048

/* Work that waits: little, for when it is more than the others can do at once,
 * this CPU had better help than wait
 */
#define RING_SIZE	64

/* Stands in the place of a packet that was dropped */
#define GONE		((struct sk_buff *)1)

/**
 * struct nfi_queue - the packets of one direction of an SA, in order
 * @taken: [a] the last ticket that was given
 * @next: [a] the ticket whose turn it is, changed by who holds @leading
 * @leading: [a] bit 0: a CPU leads packets out
 * @places: [a] what is ready, by ticket
 */
struct nfi_queue {
	atomic64_t taken;
	atomic64_t next ____cacheline_aligned_in_smp;
	unsigned long leading;
	struct sk_buff *places[PLACES] ____cacheline_aligned_in_smp;
};

/* In the control block of a packet in the ring */
struct job {
	struct nfi_sa *sa;
	nfi_queue_fn_t work;
};

static struct workqueue_struct *wq;
static struct work_struct __percpu *workers;
static struct ptr_ring ring;

static struct job *job_of(struct sk_buff *skb)
{
	/* at the end: the rest belongs to who handed it over */
	return (struct job *)(skb->cb + sizeof(skb->cb) - sizeof(struct job));
}

static void worker(struct work_struct *work)
{
	struct sk_buff *skb;

	while ((skb = ptr_ring_consume_bh(&ring))) {
		struct job job = *job_of(skb);

		local_bh_disable();
		rcu_read_lock();
		job.work(job.sa, skb);
		rcu_read_unlock();
		local_bh_enable();
		cond_resched();
	}
}

/**
 * nfi_queue_setup() - prepare the ring and its workers, when the module is
 * loaded
 *
 * Return: 0 or -ENOMEM.
 */
int nfi_queue_setup(void)
{
	int cpu;

	if (ptr_ring_init(&ring, RING_SIZE, GFP_KERNEL))
		return -ENOMEM;
	workers = alloc_percpu(struct work_struct);
	if (!workers)
		goto err_ring;
	for_each_possible_cpu(cpu)
		INIT_WORK(per_cpu_ptr(workers, cpu), worker);
	wq = alloc_workqueue("nfipsec_crypt", WQ_CPU_INTENSIVE, 0);
	if (!wq)
		goto err_workers;
	return 0;

err_workers:
	free_percpu(workers);
err_ring:
	ptr_ring_cleanup(&ring, NULL);
	return -ENOMEM;
}

/**
 * nfi_queue_cleanup() - the last SA is gone, and with it the last packet
 */
void nfi_queue_cleanup(void)
{
	destroy_workqueue(wq);
	free_percpu(workers);
	ptr_ring_cleanup(&ring, NULL);
}

/**
 * nfi_queue_new() - make a queue
 * @taken: the ticket before the first
 *
 * Return: the queue, or NULL.
 */
struct nfi_queue *nfi_queue_new(u64 taken)
{
	struct nfi_queue *q = kzalloc(sizeof(*q), GFP_KERNEL_ACCOUNT);

	if (!q)
		return NULL;
	atomic64_set(&q->taken, taken);
	atomic64_set(&q->next, taken + 1);
	return q;
}

/**
 * nfi_queue_free() - free a queue
 * @q: idle, see nfi_queue_idle(), and found by nobody any more; or NULL
 */
void nfi_queue_free(struct nfi_queue *q)
{
	kfree(q);
}

/**
 * nfi_queue_idle() - has every packet left?
 * @q: the queue
 *
 * Return: true if so; it stays so if nobody takes tickets any more. The CPU that
 * led the last one out may still look at the queue until its read side ends.
 */
bool nfi_queue_idle(const struct nfi_queue *q)
{
	return atomic64_read(&q->next) == atomic64_read(&q->taken) + 1 &&
	       !test_bit(0, &q->leading);
}

/**
 * nfi_queue_take() - take tickets
 * @q: the queue
 * @n: how many
 * @end: the last ticket that there may be
 * @first: the first of them, 0 if there are none
 *
 * Return: NFI_REASON_OK, or NFI_REASON_QUEUE_FULL or NFI_REASON_SEQ_EXHAUSTED
 * and none was taken.
 */
enum nfi_reason nfi_queue_take(struct nfi_queue *q, unsigned int n, u64 end,
			       u64 *first)
{
	s64 taken = atomic64_read(&q->taken);

	*first = 0;
	do {
		if (unlikely((u64)taken + n > end))
			return NFI_REASON_SEQ_EXHAUSTED;
		if (unlikely(taken + n - atomic64_read(&q->next) >= PLACES))
			return NFI_REASON_QUEUE_FULL;
	} while (!atomic64_try_cmpxchg(&q->taken, &taken, taken + n));
	*first = taken + 1;
	return NFI_REASON_OK;
}

/**
 * nfi_queue_taken() - the last ticket that was taken
 * @q: the queue
 *
 * Return: the ticket.
 */
u64 nfi_queue_taken(const struct nfi_queue *q)
{
	return atomic64_read(&q->taken);
}

/* The next CPU after this one that has nothing to do for us yet */
static void wake_worker(void)
{
	int cpu = cpumask_next(smp_processor_id(), cpu_online_mask);

	if (cpu >= nr_cpu_ids)
		cpu = cpumask_first(cpu_online_mask);
	queue_work_on(cpu, wq, per_cpu_ptr(workers, cpu));
}

/**
 * nfi_queue_hand_over() - let another CPU do the work on a packet
 * @sa: its SA, which lives until its queue is idle
 * @skb: with a ticket; the last 16 octets of its control block are not the
 *	caller's. Consumes @skb if it returns true.
 * @work: what to do, ends in nfi_queue_ready()
 *
 * Return: true, or false if enough waits: do it yourself.
 */
bool nfi_queue_hand_over(struct nfi_sa *sa, struct sk_buff *skb,
			 nfi_queue_fn_t work)
{
	*job_of(skb) = (struct job){ .sa = sa, .work = work };
	if (ptr_ring_produce(&ring, skb))
		return false;
	wake_worker();
	return true;
}

static struct sk_buff **place_of(struct nfi_queue *q, u64 ticket)
{
	return &q->places[ticket % PLACES];
}

/* Holds @leading */
static void lead_out(struct nfi_queue *q, struct nfi_sa *sa,
		     nfi_queue_fn_t leave)
{
	u64 next = atomic64_read(&q->next);
	struct sk_buff **place, *skb;

	for (;;) {
		place = place_of(q, next);
		/* the packet as its CPU has left it */
		skb = smp_load_acquire(place);
		if (!skb)
			return;
		WRITE_ONCE(*place, NULL);
		/* who takes the ticket that comes to this place finds it empty */
		atomic64_set_release(&q->next, ++next);
		if (skb != GONE)
			leave(sa, skb);
	}
}

/**
 * nfi_queue_ready() - the work on a packet is done
 * @q: its queue
 * @sa: its SA
 * @ticket: its ticket
 * @skb: the packet, or NULL if it was dropped. Consumes @skb.
 * @leave: takes the packets that leave, one after the other
 *
 * All packets leave whose turn it is now.
 */
void nfi_queue_ready(struct nfi_queue *q, struct nfi_sa *sa, u64 ticket,
		     struct sk_buff *skb, nfi_queue_fn_t leave)
{
	/* the packet is complete before it can be seen */
	smp_store_release(place_of(q, ticket), skb ?: GONE);
	do {
		/* Either we see that nobody leads, or who leads sees our place
		 * when it looks again
		 */
		smp_mb();
		if (test_bit(0, &q->leading) ||
		    test_and_set_bit_lock(0, &q->leading))
			return;
		lead_out(q, sa, leave);
		clear_bit_unlock(0, &q->leading);
		smp_mb__after_atomic();	/* as above */
	} while (READ_ONCE(*place_of(q, atomic64_read(&q->next))));
}
