/* SPDX-License-Identifier: GPL-2.0 */
/* The way in of a packet that an SA has protected */
#ifndef NFI_INBOUND_H
#define NFI_INBOUND_H

#include <linux/types.h>

struct nfi_net;
struct sk_buff;

bool nfi_inbound(struct nfi_net *nn, struct sk_buff *skb);

#endif
