/* SPDX-License-Identifier: GPL-2.0 */
/* The end of the way in: what came out of an SA, into the stack */
#ifndef NFI_DELIVER_H
#define NFI_DELIVER_H

struct nfi_sa;
struct sk_buff;

void nfi_deliver(struct nfi_sa *sa, struct sk_buff *skb);

#endif
