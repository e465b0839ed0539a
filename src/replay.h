/* SPDX-License-Identifier: GPL-2.0 */
/* The replay window of an inbound SA (RFC 4303 3.4.3, appendix A; RFC 6479) */
#ifndef NFI_REPLAY_H
#define NFI_REPLAY_H

#include <linux/bits.h>
#include <linux/compiler.h>
#include <linux/types.h>
#include <uapi/linux/nfipsec.h>

/**
 * struct nfi_replay - which sequence numbers were received
 * @top: highest number received, the right edge of the window
 * @window: in packets, a multiple of 32; 0 accepts every number
 * @mask: number of words in @bits minus one
 * @esn: numbers have 64 bits
 * @learn: nothing was received yet, and the window opens where it is
 * @bits: a ring: number n is bit n % 64 of word (n / 64) & @mask
 *
 * The caller serialises nfi_replay_advance(); the other functions may race
 * with it and then answer for the moment before or after. On a 32-bit machine
 * they may see half of a @top that is just passing 2^32: then a packet may be
 * dropped that was good, but none is accepted that is not.
 */
struct nfi_replay {
	u64 top;
	u32 window;
	u32 mask;
	bool esn;
	bool learn;
	u64 bits[];
};

size_t nfi_replay_size(u32 window);
void nfi_replay_init(struct nfi_replay *r, u32 window, bool esn, u64 top);
enum nfi_reason nfi_replay_extend_esn(const struct nfi_replay *r, u32 low,
				      u64 *seq);
enum nfi_reason nfi_replay_advance(struct nfi_replay *r, u64 seq);

/**
 * nfi_replay_extend() - the whole of a sequence number whose low half was sent
 * @r: the window
 * @low: low 32 bits, from the packet
 * @seq: the number, to be used for the ICV and the window
 *
 * RFC 4303 A2.2. A number that would lie before 0 or beyond 2^64 - 1 is
 * refused instead of wrapping.
 *
 * Return: NFI_REASON_OK or NFI_REASON_TOO_OLD.
 */
static inline enum nfi_reason nfi_replay_extend(const struct nfi_replay *r,
						u32 low, u64 *seq)
{
	if (r->esn)
		return nfi_replay_extend_esn(r, low, seq);
	*seq = low;
	return NFI_REASON_OK;
}

/**
 * nfi_replay_check() - could this number be accepted?
 * @r: the window
 * @seq: the whole sequence number
 *
 * Asked before crypto, to spare it (RFC 4303 3.4.3); changes nothing.
 *
 * Return: NFI_REASON_OK, NFI_REASON_TOO_OLD or NFI_REASON_REPLAYED.
 */
static inline enum nfi_reason nfi_replay_check(const struct nfi_replay *r,
					       u64 seq)
{
	u64 top = READ_ONCE(r->top);

	if (!r->window || seq > top || (seq && READ_ONCE(r->learn)))
		return NFI_REASON_OK;
	if (!seq || top - seq >= r->window)
		return NFI_REASON_TOO_OLD;
	if (READ_ONCE(r->bits[(seq / 64) & r->mask]) & BIT_ULL(seq % 64))
		return NFI_REASON_REPLAYED;
	return NFI_REASON_OK;
}

#endif
