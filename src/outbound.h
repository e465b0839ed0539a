/* SPDX-License-Identifier: GPL-2.0 */
/* The way out of a packet that policy wants protected */
#ifndef NFI_OUTBOUND_H
#define NFI_OUTBOUND_H

struct net;
struct nfi_bundle;
struct nfi_net;
struct sk_buff;
struct sock;

int nfi_outbound(struct net *net, struct sock *sk, struct sk_buff *skb);
void nfi_outbound_held(struct nfi_net *nn, struct nfi_bundle *bundle);

#endif
