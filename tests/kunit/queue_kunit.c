// SPDX-License-Identifier: GPL-2.0
/*
 * Packets leave in the order of their tickets, whoever is ready first, and each
 * one once, whoever leads them out.
 *
 * Covers R4303-2.2-1 where several CPUs seal packets of one SA.
 */
#include "fixture.h"

#include "../../src/queue.h"

#include <linux/completion.h>
#include <linux/kthread.h>
#include <linux/prandom.h>

#define PACKETS		200

static struct nfi_queue *queue;
static u64 left[8192];
static unsigned int left_count;
static u64 ready_next;

static u64 *number_of(struct sk_buff *skb)
{
	return (u64 *)skb->cb;
}

static struct sk_buff *packet(struct kunit *test, u64 number)
{
	struct sk_buff *skb = alloc_skb(0, GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, skb);
	*number_of(skb) = number;
	return skb;
}

/* May make another one ready on its way */
static void leave(struct nfi_sa *sa, struct sk_buff *skb)
{
	u64 number = *number_of(skb);

	if (left_count < ARRAY_SIZE(left))
		left[left_count] = number;
	left_count++;
	kfree_skb(skb);
	if (ready_next) {
		number = ready_next;
		ready_next = 0;
		nfi_queue_ready(queue, NULL, number, NULL, leave);
	}
}

static void ready(u64 ticket, struct sk_buff *skb)
{
	local_bh_disable();
	rcu_read_lock();
	nfi_queue_ready(queue, NULL, ticket, skb, leave);
	rcu_read_unlock();
	local_bh_enable();
}

static int suite_init(struct kunit_suite *suite)
{
	return nfi_fixture_before_setup() ? nfi_queue_setup() : 0;
}

static void suite_exit(struct kunit_suite *suite)
{
	if (nfi_fixture_before_setup())
		nfi_queue_cleanup();
}

static int init(struct kunit *test)
{
	left_count = 0;
	ready_next = 0;
	queue = nfi_queue_new(0);
	return queue ? 0 : -ENOMEM;
}

static void exit(struct kunit *test)
{
	nfi_queue_free(queue);
}

static u64 take(struct kunit *test)
{
	u64 ticket = 0;

	KUNIT_ASSERT_EQ(test, nfi_queue_take(queue, 1, U64_MAX / 2, &ticket),
			NFI_REASON_OK);
	return ticket;
}

static void expect_left(struct kunit *test, u64 first, unsigned int n)
{
	unsigned int i;

	KUNIT_ASSERT_EQ(test, left_count, n);
	for (i = 0; i < n; i++)
		KUNIT_ASSERT_EQ(test, left[i], first + i);
}

static void queue_gives_every_ticket_once(struct kunit *test)
{
	int i;

	for (i = 1; i <= PACKETS; i++)
		KUNIT_EXPECT_EQ(test, take(test), i);
	KUNIT_EXPECT_EQ(test, nfi_queue_taken(queue), PACKETS);
	for (i = 1; i <= PACKETS; i++)
		ready(i, NULL);
	KUNIT_EXPECT_TRUE(test, nfi_queue_idle(queue));
}

static void queue_keeps_order_of_tickets(struct kunit *test)
{
	u64 tickets[PACKETS];
	struct rnd_state rnd;
	int i, j;

	prandom_seed_state(&rnd, 4303);
	for (i = 0; i < PACKETS; i++)
		tickets[i] = take(test);
	KUNIT_EXPECT_FALSE(test, nfi_queue_idle(queue));
	for (i = PACKETS - 1; i > 0; i--) {
		j = prandom_u32_state(&rnd) % (i + 1);
		swap(tickets[i], tickets[j]);
	}
	for (i = 0; i < PACKETS; i++)
		ready(tickets[i], packet(test, tickets[i]));
	expect_left(test, 1, PACKETS);
	KUNIT_EXPECT_TRUE(test, nfi_queue_idle(queue));
}

static void queue_lets_nothing_overtake(struct kunit *test)
{
	u64 first = take(test), second = take(test), third = take(test);

	ready(third, packet(test, third));
	ready(second, packet(test, second));
	KUNIT_EXPECT_EQ(test, left_count, 0);
	ready(first, packet(test, first));
	expect_left(test, 1, 3);
}

static void queue_does_not_wait_for_dropped_packets(struct kunit *test)
{
	u64 first = take(test), second = take(test), third = take(test);

	ready(third, packet(test, third));
	ready(first, NULL);
	KUNIT_EXPECT_EQ(test, left_count, 0);
	ready(second, NULL);
	expect_left(test, third, 1);
	KUNIT_EXPECT_TRUE(test, nfi_queue_idle(queue));
}

/* A full queue refuses, and goes on when something has left; all around the
 * places, more than once
 */
static void queue_refuses_when_full(struct kunit *test)
{
	u64 ticket, taken = 0;
	int round;

	for (round = 0; round < 3; round++) {
		u64 first = taken + 1;

		left_count = 0;
		while (!nfi_queue_take(queue, 1, U64_MAX / 2, &ticket))
			taken++;
		KUNIT_ASSERT_EQ(test, nfi_queue_taken(queue), taken);
		KUNIT_ASSERT_GE(test, taken, first + 64);
		KUNIT_EXPECT_EQ(test,
				nfi_queue_take(queue, 1, U64_MAX / 2, &ticket),
				NFI_REASON_QUEUE_FULL);
		for (ticket = taken; ticket >= first; ticket--)
			ready(ticket, packet(test, ticket));
		expect_left(test, first, taken - first + 1);
	}
}

/* R4303-3.3.3-1: and it stays at its end */
static void queue_ends_with_the_last_ticket(struct kunit *test)
{
	u64 ticket = 0;
	int i;

	KUNIT_EXPECT_EQ(test, nfi_queue_take(queue, 1, 1, &ticket), NFI_REASON_OK);
	KUNIT_EXPECT_EQ(test, ticket, 1);
	for (i = 0; i < 3; i++)
		KUNIT_EXPECT_EQ(test, nfi_queue_take(queue, 1, 1, &ticket),
				NFI_REASON_SEQ_EXHAUSTED);
	ready(1, NULL);
	KUNIT_EXPECT_TRUE(test, nfi_queue_idle(queue));
}

/* What leaves may come by here again on its way: it must not lead, and what it
 * made ready must not be left behind
 */
static void queue_bears_packets_that_come_back(struct kunit *test)
{
	u64 first = take(test), second = take(test), third = take(test);

	ready(third, packet(test, third));
	ready_next = second;
	ready(first, packet(test, first));
	KUNIT_ASSERT_EQ(test, left_count, 2);
	KUNIT_EXPECT_EQ(test, left[0], first);
	KUNIT_EXPECT_EQ(test, left[1], third);
	KUNIT_EXPECT_TRUE(test, nfi_queue_idle(queue));
}

#define WORKERS		3
#define EACH		2000

struct share {
	struct kunit *test;
	struct task_struct *task;
	struct completion done;
	bool failed;
};

/* Takes a few tickets at a time and brings them back in another order */
static int run_share(void *data)
{
	struct share *share = data;
	u64 ticket[5];
	int i, j, n;

	for (i = 0; i < EACH; i += n) {
		for (n = 0; n < ARRAY_SIZE(ticket) && i + n < EACH; n++)
			while (nfi_queue_take(queue, 1, U64_MAX / 2, &ticket[n]))
				cond_resched();
		for (j = n - 1; j >= 0; j--) {
			struct sk_buff *skb = alloc_skb(0, GFP_KERNEL);

			if (skb)
				*number_of(skb) = ticket[j];
			else
				share->failed = true;
			ready(ticket[j], skb);
			cond_resched();
		}
	}
	complete(&share->done);
	return 0;
}

static void queue_keeps_order_of_several_cpus(struct kunit *test)
{
	struct share share[WORKERS] = {};
	bool failed = false;
	int i;

	BUILD_BUG_ON(WORKERS * EACH > ARRAY_SIZE(left));
	for (i = 0; i < WORKERS; i++) {
		init_completion(&share[i].done);
		share[i].task = kthread_run(run_share, &share[i], "nfi_kunit");
		if (IS_ERR(share[i].task)) {
			share[i].failed = true;
			complete(&share[i].done);
		}
	}
	for (i = 0; i < WORKERS; i++) {
		wait_for_completion(&share[i].done);
		failed |= share[i].failed;
	}
	KUNIT_ASSERT_FALSE(test, failed);
	expect_left(test, 1, WORKERS * EACH);
	KUNIT_EXPECT_TRUE(test, nfi_queue_idle(queue));
}

static struct completion worked;

static void work(struct nfi_sa *sa, struct sk_buff *skb)
{
	u64 number = *number_of(skb);
	bool last = number == nfi_queue_taken(queue);

	nfi_queue_ready(queue, NULL, number, skb, leave);
	if (last)
		complete(&worked);
}

/* Whether it is handed over or, when the ring is full, done here */
static void queue_hands_work_over(struct kunit *test)
{
	unsigned int refused = 0;
	u64 ticket[PACKETS];
	int i;

	init_completion(&worked);
	for (i = 0; i < PACKETS; i++)
		ticket[i] = take(test);
	local_bh_disable();
	rcu_read_lock();
	for (i = 0; i < PACKETS; i++) {
		struct sk_buff *skb = alloc_skb(0, GFP_ATOMIC);

		if (!skb) {
			nfi_queue_ready(queue, NULL, ticket[i], NULL,
					leave);
			continue;
		}
		*number_of(skb) = ticket[i];
		if (!nfi_queue_hand_over(NULL, skb, work)) {
			refused++;
			work(NULL, skb);
		}
	}
	rcu_read_unlock();
	local_bh_enable();
	wait_for_completion(&worked);
	while (!nfi_queue_idle(queue))
		cond_resched();
	expect_left(test, 1, PACKETS);
	KUNIT_EXPECT_LT(test, refused, PACKETS);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(queue_gives_every_ticket_once),
	KUNIT_CASE(queue_keeps_order_of_tickets),
	KUNIT_CASE(queue_lets_nothing_overtake),
	KUNIT_CASE(queue_does_not_wait_for_dropped_packets),
	KUNIT_CASE(queue_refuses_when_full),
	KUNIT_CASE(queue_ends_with_the_last_ticket),
	KUNIT_CASE(queue_bears_packets_that_come_back),
	KUNIT_CASE(queue_keeps_order_of_several_cpus),
	KUNIT_CASE(queue_hands_work_over),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_queue",
	.suite_init = suite_init,
	.suite_exit = suite_exit,
	.init = init,
	.exit = exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
