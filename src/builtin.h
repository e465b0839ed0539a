/* SPDX-License-Identifier: GPL-2.0 */
/* What is decided before and after all policies */
#ifndef NFI_BUILTIN_H
#define NFI_BUILTIN_H

#include "net.h"

struct sk_buff;

struct nfi_traffic __percpu *nfi_builtin_ike(const struct nfi_net *nn,
					     const struct nfi_flow *flow);
struct nfi_traffic __percpu *nfi_builtin_discovery(const struct nfi_net *nn,
						   const struct sk_buff *skb,
						   const struct nfi_flow *flow);
bool nfi_builtin_at_rest(const struct nfi_net *nn);

#endif
