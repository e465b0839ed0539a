/* SPDX-License-Identifier: GPL-2.0 */
/* The netfilter hooks: where policy is enforced */
#ifndef NFI_HOOK_H
#define NFI_HOOK_H

#include <linux/types.h>

struct net;
struct nfi_net;

int nfi_hook_register(struct nfi_net *nn);
void nfi_hook_unregister(struct nfi_net *nn);
bool nfi_hook_alone(const struct net *net, u8 pf);

#endif
