/* SPDX-License-Identifier: GPL-2.0 */
/* The life of a namespace's IPsec state, and what follows from a change of it */
#ifndef NFI_NETNS_H
#define NFI_NETNS_H

struct nfi_net;
struct nfi_policy;
struct nfi_spd;

int nfi_netns_setup(void);
void nfi_netns_cleanup(void);

int nfi_netns_prepare(struct nfi_net *nn);
void nfi_netns_update(struct nfi_net *nn);
void nfi_netns_route_all(struct nfi_net *nn);
void nfi_netns_add_policy(struct nfi_net *nn, struct nfi_policy *policy);
void nfi_netns_recheck_flows(struct nfi_net *nn);
void nfi_netns_drop_policy(struct nfi_net *nn, struct nfi_policy *policy);
unsigned int nfi_netns_flush_spd(struct nfi_net *nn, struct nfi_spd *spd);
unsigned int nfi_netns_flush_sad(struct nfi_net *nn);

#endif
