/* SPDX-License-Identifier: GPL-2.0 */
/* The netfilter hooks: where policy is enforced */
#ifndef NFI_HOOK_H
#define NFI_HOOK_H

struct net;

int nfi_hook_register(struct net *net);
void nfi_hook_unregister(struct net *net);

#endif
