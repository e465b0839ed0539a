/* SPDX-License-Identifier: GPL-2.0 */
/* The first packets of a bundle, held while somebody is asked for an SA */
#ifndef NFI_ACQUIRE_H
#define NFI_ACQUIRE_H

#include "sad.h"

struct sk_buff;
struct sk_buff_head;

int nfi_acquire_hold(struct nfi_net *nn, struct nfi_bundle *bundle,
		     struct sk_buff *skb);
void nfi_acquire_take(struct nfi_bundle *bundle, struct sk_buff_head *list);

#endif
