/* SPDX-License-Identifier: GPL-2.0 */
/* One SA on several CPUs: work for any of them, results in order */
#ifndef NFI_QUEUE_H
#define NFI_QUEUE_H

#include <linux/types.h>
#include <uapi/linux/nfipsec.h>

struct nfi_queue;
struct nfi_sa;
struct sk_buff;

/**
 * typedef nfi_queue_fn_t - what is done with a packet
 * @sa: its SA
 * @skb: Consumes @skb.
 *
 * Called with bottom halves disabled and under RCU.
 */
typedef void (*nfi_queue_fn_t)(struct nfi_sa *sa, struct sk_buff *skb);

int nfi_queue_setup(void);
void nfi_queue_cleanup(void);

struct nfi_queue *nfi_queue_new(u64 taken);
void nfi_queue_free(struct nfi_queue *q);
bool nfi_queue_idle(const struct nfi_queue *q);

enum nfi_reason nfi_queue_take(struct nfi_queue *q, unsigned int n, u64 end,
			       u64 *first);
u64 nfi_queue_taken(const struct nfi_queue *q);
bool nfi_queue_hand_over(struct nfi_sa *sa, struct sk_buff *skb,
			 nfi_queue_fn_t work);
void nfi_queue_ready(struct nfi_queue *q, struct nfi_sa *sa, u64 ticket,
		     struct sk_buff *skb, nfi_queue_fn_t leave);

#endif
