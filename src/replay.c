// SPDX-License-Identifier: GPL-2.0
/*
 * The replay window (RFC 4303 3.4.3, appendix A2) as a ring of words that is
 * never shifted (RFC 6479). All sums are done in 64 bits; a 32-bit sequence
 * number is one that never exceeds 2^32 - 1. Pure sums: any context.
 */
#include "replay.h"

#include <linux/bits.h>
#include <linux/compiler.h>
#include <linux/log2.h>
#include <linux/kernel.h>
#include <linux/string.h>

/* The window, and a spare word that the advancing top clears ahead of it */
static u32 words(u32 window)
{
	return window ? roundup_pow_of_two(DIV_ROUND_UP(window, 64) + 1) : 1;
}

/**
 * nfi_replay_size() - memory that a window needs
 * @window: in packets
 *
 * Return: size of its struct nfi_replay in bytes.
 */
size_t nfi_replay_size(u32 window)
{
	return sizeof(struct nfi_replay) + words(window) * sizeof(u64);
}

/**
 * nfi_replay_init() - start with nothing received
 * @r: nfi_replay_size(@window) bytes
 * @window: in packets, a multiple of 32
 * @esn: 64-bit sequence numbers
 * @top: number to go on from; it and what is left of it count as received
 */
void nfi_replay_init(struct nfi_replay *r, u32 window, bool esn, u64 top)
{
	r->top = top;
	r->window = window;
	r->mask = words(window) - 1;
	r->esn = esn;
	r->learn = false;
	memset(r->bits, top ? 0xff : 0, words(window) * sizeof(u64));
	/* the numbers above top that share its word are still to come */
	if (top)
		r->bits[(top / 64) & r->mask] = GENMASK_ULL(top % 64, 0);
}

/**
 * nfi_replay_extend_esn() - nfi_replay_extend() of numbers that have 64 bits
 * @r: the window
 * @low: as there
 * @seq: as there
 *
 * Return: as there.
 */
enum nfi_reason nfi_replay_extend_esn(const struct nfi_replay *r, u32 low,
				      u64 *seq)
{
	u64 top = READ_ONCE(r->top);
	u32 top_low = lower_32_bits(top), high = upper_32_bits(top);
	/* A2.2: Tl >= W - 1 asks if the window lies in one subspace */
	bool one_subspace = top_low >= r->window - 1;
	u32 bottom = top_low - r->window + 1;

	/* a window that is not open yet lies nowhere */
	if (unlikely(READ_ONCE(r->learn))) {
		*seq = (u64)high << 32 | low;
		return NFI_REASON_OK;
	}
	if (one_subspace && low < bottom) {
		if (high == U32_MAX)
			return NFI_REASON_TOO_OLD;
		high++;
	} else if (!one_subspace && low >= bottom) {
		if (!high)
			return NFI_REASON_TOO_OLD;
		high--;
	}
	*seq = (u64)high << 32 | low;
	return NFI_REASON_OK;
}

/**
 * nfi_replay_advance() - accept a number whose packet passed the ICV check
 * @r: the window, locked by the caller
 * @seq: the whole sequence number
 *
 * The first number opens the window of an SA that learns, and what is left of it
 * counts as received. Checks again, as copies of a packet may have been in crypto side by side.
 *
 * Return: as nfi_replay_check(); @seq is marked only with NFI_REASON_OK.
 */
enum nfi_reason nfi_replay_advance(struct nfi_replay *r, u64 seq)
{
	enum nfi_reason reason = nfi_replay_check(r, seq);
	u64 word = seq / 64, n, i;

	if (reason != NFI_REASON_OK)
		return reason;

	/* RFC 6027 3.5: nobody knows what came before */
	if (unlikely(r->learn) && r->window) {
		nfi_replay_init(r, r->window, r->esn, seq);
		return NFI_REASON_OK;
	}
	if (seq > r->top) {
		n = min_t(u64, word - r->top / 64, (u64)r->mask + 1);
		for (i = 0; i < n; i++)
			WRITE_ONCE(r->bits[(word - i) & r->mask], 0);
		WRITE_ONCE(r->top, seq);
	}
	WRITE_ONCE(r->bits[word & r->mask],
		   r->bits[word & r->mask] | BIT_ULL(seq % 64));
	return NFI_REASON_OK;
}
