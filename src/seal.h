/* SPDX-License-Identifier: GPL-2.0 */
/* Sealing one packet, which has its sequence number, and sending it */
#ifndef NFI_SEAL_H
#define NFI_SEAL_H

#include <linux/types.h>

struct nfi_sa;
struct nfi_way;
struct sk_buff;

bool nfi_seal_may_nest(void);
void nfi_seal(const struct nfi_way *way, struct sk_buff *skb, u64 seq);
void nfi_seal_segments(const struct nfi_way *way, struct sk_buff *list, u64 seq);
void nfi_seal_dummy(const struct nfi_way *way, struct sk_buff *skb, u64 seq);
void nfi_seal_nothing(struct nfi_sa *sa, u64 seq, unsigned int n);

#endif
