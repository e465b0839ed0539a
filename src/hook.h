/* SPDX-License-Identifier: GPL-2.0 */
/* The netfilter hooks: where policy is enforced */
#ifndef NFI_HOOK_H
#define NFI_HOOK_H

struct nfi_net;

int nfi_hook_register(struct nfi_net *nn);
void nfi_hook_unregister(struct nfi_net *nn);

#endif
