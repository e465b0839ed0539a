// SPDX-License-Identifier: GPL-2.0
/*
 * The replay window held against scenarios and against a slow model that
 * remembers every number it has accepted.
 *
 * Covers R4303-3.4.3-2 -4 -5 -6 -7, R4303-A2-1 -2 -3 -4, R4302-3.4.3-2,
 * R6479-2-1 -2, R6479-3-1 -2, R6027-3.5-1.
 */
#include "fixture.h"
#include "vectors.h"
#include "vectors/replay.h"

#include "../../src/replay.h"

#include <linux/prandom.h>
#include <linux/xarray.h>

static struct nfi_replay *new_window(struct kunit *test, u32 window, bool esn,
				     u64 top)
{
	struct nfi_replay *r = kunit_kzalloc(test, nfi_replay_size(window),
					     GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, r);
	nfi_replay_init(r, window, esn, top);
	return r;
}

/* As inbound.c goes about it; @high is what the sender used for the ICV */
static enum nfi_reason receive(struct nfi_replay *r, u32 low, u32 high,
			       bool forged)
{
	enum nfi_reason reason;
	u64 seq;

	reason = nfi_replay_extend(r, low, &seq);
	if (!reason)
		reason = nfi_replay_check(r, seq);
	if (!reason && (forged || upper_32_bits(seq) != high))
		reason = NFI_REASON_INTEGRITY;
	if (!reason)
		reason = nfi_replay_advance(r, seq);
	return reason;
}

static void describe(const struct vector_replay *v, char *desc)
{
	strscpy(desc, v->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(replay, replay_vectors, describe);

/* R4303-3.4.3-2 -4 -6, R4303-A2-1 -2 -3, R6479-2-1, R6479-3-2 (B15) */
static void replay_follows_scenario(struct kunit *test)
{
	const struct vector_replay *v = test->param_value;
	struct nfi_replay *r = new_window(test, v->window, v->esn, v->top);
	const struct vector_replay_run *run;
	enum nfi_reason reason;
	u32 i;

	for (run = v->run; run < v->run + v->runs; run++) {
		for (i = 0; i < run->n; i++) {
			reason = receive(r, run->low + i, run->high,
					 run->forged);
			KUNIT_ASSERT_EQ_MSG(test, run->reason, reason,
					    "number %u:%u", run->high,
					    run->low + i);
			KUNIT_ASSERT_EQ(test, r->top, run->top +
					(reason == NFI_REASON_OK ? i : 0));
		}
	}
}

/* R4303-3.4.3-2: at most once */
static void replay_rejects_duplicate(struct kunit *test)
{
	struct nfi_replay *r = new_window(test, 64, false, 0);

	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_replay_advance(r, 7));
	KUNIT_EXPECT_EQ(test, NFI_REASON_REPLAYED, nfi_replay_check(r, 7));
	KUNIT_EXPECT_EQ(test, NFI_REASON_REPLAYED, nfi_replay_advance(r, 7));
}

/* R4303-3.4.3-5: both copies pass the check, one passes the update */
static void replay_accepts_one_of_two_copies_in_crypto(struct kunit *test)
{
	struct nfi_replay *r = new_window(test, 64, false, 0);

	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_replay_check(r, 7));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_replay_check(r, 7));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_replay_advance(r, 7));
	KUNIT_EXPECT_EQ(test, NFI_REASON_REPLAYED, nfi_replay_advance(r, 7));
}

/* R4303-3.4.3-6: a packet was overtaken by a whole window while in crypto */
static void replay_rejects_packet_overtaken_in_crypto(struct kunit *test)
{
	struct nfi_replay *r = new_window(test, 64, false, 0);

	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_replay_check(r, 7));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_replay_advance(r, 7 + 64));
	KUNIT_EXPECT_EQ(test, NFI_REASON_TOO_OLD, nfi_replay_advance(r, 7));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_replay_advance(r, 8));
}

/* R4303-3.4.3-4: before the ICV was verified nothing moves */
static void replay_check_changes_nothing(struct kunit *test)
{
	static const u64 seqs[] = { 0, 1, 36, 99, 100, 101, 164, 1000, U32_MAX };
	struct nfi_replay *r = new_window(test, 64, false, 0), *before;
	size_t size = nfi_replay_size(64), i;
	u64 seq;

	before = kunit_kzalloc(test, size, GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, before);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_replay_advance(r, 100));
	memcpy(before, r, size);
	for (i = 0; i < ARRAY_SIZE(seqs); i++) {
		nfi_replay_extend(r, seqs[i], &seq);
		nfi_replay_check(r, seqs[i]);
	}
	KUNIT_EXPECT_EQ(test, 0, memcmp(before, r, size));
}

/* R6479-3-1, R4303-2.2-2: the first packet carries 1 */
static void replay_rejects_number_0(struct kunit *test)
{
	struct nfi_replay *r = new_window(test, 64, false, 0);

	KUNIT_EXPECT_NE(test, NFI_REASON_OK, nfi_replay_check(r, 0));
	KUNIT_EXPECT_NE(test, NFI_REASON_OK, nfi_replay_advance(r, 0));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_replay_advance(r, 1));
	KUNIT_EXPECT_NE(test, NFI_REASON_OK, nfi_replay_advance(r, 0));
}

/* R4303-A2-1: a low half of 0 is a number as good as any */
static void replay_accepts_low_half_0(struct kunit *test)
{
	struct nfi_replay *r = new_window(test, 64, true, U32_MAX);

	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, receive(r, 0, 1, false));
	KUNIT_EXPECT_EQ(test, 1ULL << 32, r->top);
}

/* R6479-3-2: no sum wraps at the end of the 32-bit space */
static void replay_accepts_last_32_bit_numbers(struct kunit *test)
{
	struct nfi_replay *r = new_window(test, 64, false, U32_MAX - 70);
	u32 seq;

	for (seq = U32_MAX - 69; seq; seq++)
		KUNIT_ASSERT_EQ(test, NFI_REASON_OK, receive(r, seq, 0, false));
	KUNIT_EXPECT_EQ(test, NFI_REASON_TOO_OLD, receive(r, 1, 0, false));
	KUNIT_EXPECT_EQ(test, NFI_REASON_REPLAYED,
			receive(r, U32_MAX, 0, false));
}

/* R4303-A2-3: not around the end of the 64-bit space */
static void replay_refuses_beyond_64_bits(struct kunit *test)
{
	struct nfi_replay *r = new_window(test, 64, true, U64_MAX - 10);
	u64 seq;

	KUNIT_EXPECT_EQ(test, NFI_REASON_TOO_OLD, nfi_replay_extend(r, 3, &seq));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
			receive(r, U32_MAX, U32_MAX, false));
	KUNIT_EXPECT_EQ(test, U64_MAX, r->top);
	KUNIT_EXPECT_EQ(test, NFI_REASON_TOO_OLD, nfi_replay_extend(r, 0, &seq));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
			receive(r, U32_MAX - 1, U32_MAX, false));
}

/* R4303-2.2-4, R4303-3.4.3-1 (B10): window 0 is the switch that turns the check off */
static void replay_window_0_accepts_everything(struct kunit *test)
{
	static const u64 seqs[] = { 5, 5, 1, U32_MAX, 5 };
	struct nfi_replay *r = new_window(test, 0, false, 0);
	size_t i;

	for (i = 0; i < ARRAY_SIZE(seqs); i++)
		KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
				nfi_replay_advance(r, seqs[i]));
}

/* An SA that goes on from a number takes nothing that it may have seen */
static void replay_init_counts_what_is_left_of_top(struct kunit *test)
{
	static const u64 tops[] = {
		1, 62, 63, 64, 65, 127, 128, 1000, U32_MAX,
		(1ULL << 32) + 1, 1ULL << 40
	};
	struct nfi_replay *r;
	size_t i;
	u64 seq;

	for (i = 0; i < ARRAY_SIZE(tops); i++) {
		r = new_window(test, 128, true, tops[i]);
		for (seq = tops[i]; seq && tops[i] - seq < 200; seq--)
			KUNIT_ASSERT_NE(test, NFI_REASON_OK,
					nfi_replay_check(r, seq));
		for (seq = tops[i] + 1; seq < tops[i] + 300; seq++)
			KUNIT_ASSERT_EQ(test, NFI_REASON_OK,
					nfi_replay_advance(r, seq));
	}
}

/* R6479-2-2: a jump clears what it passes, once around the ring at the most */
static void replay_jump_leaves_whole_window_open(struct kunit *test)
{
	static const u64 jumps[] = {
		63, 64, 65, 127, 128, 129, 191, 192, 255, 256, 257, 320, 1000,
		1 << 20, U32_MAX
	};
	struct nfi_replay *r;
	size_t i;
	u64 seq;

	for (i = 0; i < ARRAY_SIZE(jumps); i++) {
		r = new_window(test, 128, true, 0);
		for (seq = 1; seq <= 500; seq++)
			nfi_replay_advance(r, seq);
		seq = 500 + jumps[i];
		KUNIT_ASSERT_EQ(test, NFI_REASON_OK, nfi_replay_advance(r, seq));
		for (; seq > 500 && r->top - seq < 128; seq--)
			KUNIT_ASSERT_EQ(test, seq == r->top ?
					NFI_REASON_REPLAYED : NFI_REASON_OK,
					nfi_replay_check(r, seq));
		for (; seq && r->top - seq < 128; seq--)
			KUNIT_ASSERT_EQ(test, NFI_REASON_REPLAYED,
					nfi_replay_check(r, seq));
		if (seq)
			KUNIT_ASSERT_EQ(test, NFI_REASON_TOO_OLD,
					nfi_replay_check(r, seq));
	}
}

/* (B9) Up and down, with all steps that leave no room, and after a jump: what a
 * window has seen it refuses, all else in it is welcome
 */
static void replay_counts_in_any_order(struct kunit *test)
{
	const u32 window = 128;
	struct nfi_replay *r;
	u64 i, step;

	/* each number, then the even ones, and so on, then all of them again */
	for (step = 1; step <= 4; step++) {
		r = new_window(test, window, false, 0);
		for (i = 1; i < 1000; i += step)
			KUNIT_ASSERT_EQ(test, NFI_REASON_OK,
					receive(r, i, 0, false));
		for (i = r->top - window + 1; i <= r->top; i++)
			KUNIT_ASSERT_EQ(test, i % step == 1 % step ?
					NFI_REASON_REPLAYED : NFI_REASON_OK,
					receive(r, i, 0, false));
		KUNIT_EXPECT_EQ(test, NFI_REASON_TOO_OLD,
				receive(r, r->top - window, 0, false));
	}
	/* down from the window's size, as far as there are numbers */
	r = new_window(test, window, false, 0);
	for (i = window; i; i--)
		KUNIT_ASSERT_EQ(test, NFI_REASON_OK, receive(r, i, 0, false));
	KUNIT_EXPECT_EQ(test, NFI_REASON_TOO_OLD, receive(r, 0, 0, false));
	/* one more, and the last one is outside */
	r = new_window(test, window, false, 0);
	for (i = window + 1; i > 1; i--)
		KUNIT_ASSERT_EQ(test, NFI_REASON_OK, receive(r, i, 0, false));
	KUNIT_EXPECT_EQ(test, NFI_REASON_TOO_OLD, receive(r, 1, 0, false));
	/* down after a jump, by exactly a window and by more */
	for (step = window; step <= 4 * window; step += window / 2) {
		r = new_window(test, window, false, 0);
		for (i = 1; i <= window; i++)
			receive(r, i, 0, false);
		for (i = window + step; i > step; i--)
			KUNIT_ASSERT_EQ(test, NFI_REASON_OK,
					receive(r, i, 0, false));
		KUNIT_EXPECT_EQ(test, NFI_REASON_TOO_OLD,
				receive(r, step, 0, false));
	}
	/* the last numbers, of which one is left out */
	r = new_window(test, window, false, U32_MAX - 3);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, receive(r, U32_MAX - 2, 0, false));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, receive(r, U32_MAX, 0, false));
	KUNIT_EXPECT_EQ(test, NFI_REASON_REPLAYED,
			receive(r, U32_MAX, 0, false));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, receive(r, U32_MAX - 1, 0, false));
	KUNIT_EXPECT_EQ(test, NFI_REASON_TOO_OLD, receive(r, 0, 0, false));
}

struct model_case {
	u32 window;
	bool esn;
	u64 top;
};

static const struct model_case model_cases[] = {
	{ 32, false, 0 },
	{ 64, false, 0 },
	{ 96, false, 31 },
	{ 128, false, 0 },
	{ 256, false, 0 },
	{ 1024, false, 0 },
	{ 2048, false, 0 },
	{ 4096, false, 4095 },
	{ 65536, false, 0 },
	{ 32, false, U32_MAX - 40000 },
	{ 1024, false, U32_MAX - 40000 },
	{ 32, true, 0 },
	{ 64, true, U32_MAX - 100 },
	{ 96, true, (1ULL << 32) - 96 },
	{ 1024, true, (7ULL << 32) - 2000 },
	{ 4096, true, (1ULL << 33) + 4000 },
	{ 65536, true, (1ULL << 32) - 70000 },
	{ 1024, true, U64_MAX - 3000 },
};

static void describe_model(const struct model_case *c, char *desc)
{
	snprintf(desc, KUNIT_PARAM_DESC_SIZE, "window %u, %s, from 0x%llx",
		 c->window, c->esn ? "ESN" : "32 bits", c->top);
}

KUNIT_ARRAY_PARAM(model, model_cases, describe_model);

/* The one number with this low half among the 2^32 from the left edge of the
 * window on (RFC 4303 A2.2), unless it is outside of the 64-bit space
 */
static bool model_extend(u64 top, u32 window, u32 low, u64 *seq)
{
	u64 left = top - window + 1;
	bool negative = top < window - 1;

	*seq = left + (u32)(low - lower_32_bits(left));
	return negative == (*seq < left);
}

static enum nfi_reason model_check(struct xarray *seen, u64 start, u64 top,
				   u32 window, u64 seq)
{
	if (seq > top)
		return NFI_REASON_OK;
	if (!seq || top - seq >= window)
		return NFI_REASON_TOO_OLD;
	if (seq <= start || xa_load(seen, seq))
		return NFI_REASON_REPLAYED;
	return NFI_REASON_OK;
}

/* Mostly about the window, now and then far to the right */
static u64 next_number(struct rnd_state *rnd, u64 top, u32 window)
{
	u32 x = prandom_u32_state(rnd);

	switch (x % 64) {
	case 0:
		return top + (x >> 6) % (4 * window);
	case 1:
		return top - (x >> 6) % (4 * window);
	case 2 ... 31:
		return top + 1 + (x >> 6) % 4;
	case 32:
		return top - window + (x >> 6) % 3;
	default:
		return top - (x >> 6) % window;
	}
}

/* Go on until @steps numbers have come in; returns if all was as it should be */
static bool agrees(struct kunit *test, const struct model_case *c,
		   struct rnd_state *rnd, int steps)
{
	struct nfi_replay *r = new_window(test, c->window, c->esn, c->top);
	enum nfi_reason want, got;
	u64 top = c->top, seq, whole;
	struct xarray seen;
	bool forged;
	int i;

	xa_init(&seen);
	for (i = 0; i < steps; i++) {
		seq = next_number(rnd, top, c->window);
		forged = !(prandom_u32_state(rnd) % 16);
		if (!c->esn)
			seq = min_t(u64, seq, U32_MAX);
		whole = seq;

		if (c->esn && !model_extend(top, c->window, seq, &whole))
			want = NFI_REASON_TOO_OLD;
		else
			want = model_check(&seen, c->top, top, c->window, whole);
		if (!want && (forged || whole >> 32 != seq >> 32))
			want = NFI_REASON_INTEGRITY;
		if (!want) {
			xa_store(&seen, whole, xa_mk_value(1), GFP_KERNEL);
			top = max(top, whole);
		}

		got = receive(r, lower_32_bits(seq), upper_32_bits(seq), forged);
		if (got != want || r->top != top) {
			KUNIT_FAIL(test,
				   "step %d, number 0x%llx: %d, not %d; top 0x%llx, not 0x%llx",
				   i, seq, got, want, r->top, top);
			break;
		}
	}
	xa_destroy(&seen);
	return i == steps;
}

/* R4303-3.4.3-2 -6, R4303-A2-1 -2 -3 -4, R6479-2-1 (B10): many times the beginning,
 * once for long
 */
static void replay_agrees_with_memory_of_everything(struct kunit *test)
{
	const struct model_case *c = test->param_value;
	struct rnd_state rnd;
	int i;

	prandom_seed_state(&rnd, 0x6479 + c->window);
	for (i = 0; i < 50; i++)
		if (!agrees(test, c, &rnd, i ? 100 : 10000))
			break;
}

/* R6027-3.5-1: the first number that is right opens the window, and all before it
 * counts as received; a forged one opens nothing
 */
static void replay_learns_where_to_begin(struct kunit *test)
{
	static const struct {
		bool esn;
		u64 top;	/* that it was told */
		u32 low;	/* of the first packet */
	} cases[] = {
		{ false, 0, 1 }, { false, 0, 64 }, { false, 0, 100000 },
		{ false, 0, U32_MAX - 1 }, { false, 5000, 17 },
		{ true, 0, 5 }, { true, 0, U32_MAX - 1 },
		{ true, 7ULL << 32, 100000 }, { true, (7ULL << 32) + 9, 3 },
		{ true, (7ULL << 32) - 1, U32_MAX - 7 },
	};
	struct nfi_replay *r;
	u32 high, low, i, j;

	for (i = 0; i < ARRAY_SIZE(cases); i++) {
		r = new_window(test, 128, cases[i].esn, cases[i].top);
		r->learn = true;
		high = upper_32_bits(cases[i].top);
		low = cases[i].low;
		KUNIT_EXPECT_EQ(test, NFI_REASON_INTEGRITY,
				receive(r, low + 1, high, true));
		KUNIT_EXPECT_TRUE(test, r->learn);
		KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
				receive(r, low, high, false));
		KUNIT_EXPECT_FALSE(test, r->learn);
		KUNIT_EXPECT_EQ(test, (u64)high << 32 | low, r->top);
		for (j = 0; j < min(low, 130U); j++)
			KUNIT_EXPECT_NE_MSG(test, NFI_REASON_OK,
					    receive(r, low - j, high, false),
					    "%u before %u", j, low);
		KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
				receive(r, low + 1, high, false));
		KUNIT_EXPECT_EQ(test, NFI_REASON_REPLAYED,
				receive(r, low + 1, high, false));
	}
	r = new_window(test, 128, false, 0);
	r->learn = true;
	KUNIT_EXPECT_EQ(test, NFI_REASON_TOO_OLD, receive(r, 0, 0, false));
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(replay_follows_scenario, replay_gen_params),
	KUNIT_CASE(replay_rejects_duplicate),
	KUNIT_CASE(replay_accepts_one_of_two_copies_in_crypto),
	KUNIT_CASE(replay_rejects_packet_overtaken_in_crypto),
	KUNIT_CASE(replay_check_changes_nothing),
	KUNIT_CASE(replay_rejects_number_0),
	KUNIT_CASE(replay_accepts_low_half_0),
	KUNIT_CASE(replay_accepts_last_32_bit_numbers),
	KUNIT_CASE(replay_refuses_beyond_64_bits),
	KUNIT_CASE(replay_window_0_accepts_everything),
	KUNIT_CASE(replay_init_counts_what_is_left_of_top),
	KUNIT_CASE(replay_jump_leaves_whole_window_open),
	KUNIT_CASE(replay_counts_in_any_order),
	KUNIT_CASE_PARAM(replay_agrees_with_memory_of_everything,
			 model_gen_params),
	KUNIT_CASE(replay_learns_where_to_begin),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_replay",
	.test_cases = cases,
};

kunit_test_suite(suite);
