/* SPDX-License-Identifier: GPL-2.0 */
/* Sealed packets that go through the stack together */
#ifndef NFI_BATCH_H
#define NFI_BATCH_H

#include <linux/types.h>

struct sk_buff;

/**
 * struct nfi_batch - packets of one SA and one flow, in order
 * @first: has all others in its frag_list; NULL at the beginning
 * @last: of those, or NULL
 */
struct nfi_batch {
	struct sk_buff *first;
	struct sk_buff *last;
};

void nfi_batch_setup(void);
void nfi_batch_cleanup(void);

bool nfi_batch_add(struct nfi_batch *batch, struct sk_buff *skb, u8 protocol);

#endif
