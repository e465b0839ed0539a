/* SPDX-License-Identifier: GPL-2.0 */
/* Finding the upper half of sequence numbers again (RFC 4303 appendix A3) */
#ifndef NFI_RESYNC_H
#define NFI_RESYNC_H

#include <linux/atomic.h>
#include <linux/compiler.h>
#include <linux/workqueue.h>
#include <uapi/linux/nfipsec.h>

struct nfi_sa;
struct sk_buff;

/* Packets in a row whose ICV is wrong, before anything is tried */
#define NFI_RESYNC_FAILURES	32

/* Upper halves that are tried on one packet, and how long after that none is */
#define NFI_RESYNC_TRIES	16
#define NFI_RESYNC_INTERVAL	HZ

/**
 * struct nfi_resync - of an inbound SA with 64-bit sequence numbers
 * @failures: [a] packets whose ICV was wrong since the last one that was right
 * @after: [a] in jiffies: nothing is tried before
 * @busy: [a] what follows belongs to whoever has set it, and then to @work
 * @sa: [I] the SA
 * @skb: a copy of a packet, as it came
 * @offset: of its ESP or AH header
 * @seq: its number, as far as that was known
 * @work: tries others on it
 * @tries: [a] how many it has tried
 * @found: [a] how often that was right
 */
struct nfi_resync {
	atomic_t failures;
	unsigned long after;
	atomic_t busy;
	struct nfi_sa *sa;
	struct sk_buff *skb;
	unsigned int offset;
	u64 seq;
	struct work_struct work;
	atomic64_t tries;
	atomic64_t found;
};

struct nfi_resync *nfi_resync_new(struct nfi_sa *sa);
bool nfi_resync_is_due(const struct nfi_resync *r);
void nfi_resync_hold(struct nfi_resync *r, const struct sk_buff *skb,
		     unsigned int offset, u64 seq);

/* What the ICV of a packet says. Written to only where there is news. */
static inline void nfi_resync_note(struct nfi_resync *r, enum nfi_reason reason)
{
	if (unlikely(reason == NFI_REASON_INTEGRITY))
		atomic_inc(&r->failures);
	else if (!reason && unlikely(atomic_read(&r->failures)))
		atomic_set(&r->failures, 0);
}

#endif
