/* SPDX-License-Identifier: GPL-2.0 */
/* ICMP errors, and the packets that they bring back */
#ifndef NFI_ICMP_H
#define NFI_ICMP_H

#include <linux/types.h>
#include <uapi/linux/nfipsec.h>

struct nfi_flow;
struct nfi_net;
struct nfi_policy;
struct nfi_spd;
struct sk_buff;

bool nfi_icmp_is_error(const struct nfi_flow *flow);
bool nfi_icmp_returned(struct sk_buff *skb, u8 dir, const struct nfi_flow *flow,
		       struct nfi_flow *returned);
const struct nfi_policy *nfi_icmp_policy(const struct nfi_spd *spd,
					 struct sk_buff *skb,
					 const struct nfi_flow *flow);
void nfi_icmp_tell(const struct nfi_net *nn, struct sk_buff *skb,
		   enum nfi_reason reason);

#endif
