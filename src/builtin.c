// SPDX-License-Identifier: GPL-2.0
/*
 * What is decided before and after all policies (RFC 4301 4.4.1). Before: two
 * entries that are always there, in every namespace, and let pass what IPsec
 * itself lives on, IKE (UDP ports 500 and 4500 of this host) and neighbour
 * discovery; each can be switched off. After: the default action of a direction
 * for what no policy matches. Runs with bottom halves disabled.
 */
#include "builtin.h"
#include "packet.h"

#define IKE_PORT	500
#define IKE_NAT_PORT	4500

static struct nfi_traffic __percpu *entry(const struct nfi_net *nn,
					  enum nfi_builtin which)
{
	return READ_ONCE(nn->builtin_off[which]) ? NULL : nn->builtin[which];
}

/**
 * nfi_builtin_ike() - is it IKE, and does that pass?
 * @nn: the namespace
 * @flow: UDP, from or for this host
 *
 * RFC 4301 5.2: IKE has an explicit bypass, before all policies.
 *
 * Return: the counters of the entry that lets it pass, or NULL.
 */
struct nfi_traffic __percpu *nfi_builtin_ike(const struct nfi_net *nn,
					     const struct nfi_flow *flow)
{
	if (!flow->ports || (flow->local_port != IKE_PORT &&
			     flow->local_port != IKE_NAT_PORT))
		return NULL;
	return entry(nn, NFI_BUILTIN_IKE);
}

/**
 * nfi_builtin_discovery() - is it neighbour discovery, and does that pass?
 * @nn: the namespace
 * @skb: Borrows @skb.
 * @flow: the packet's
 *
 * See nfi_packet_is_discovery().
 *
 * Return: the counters of the entry that lets it pass, or NULL.
 */
struct nfi_traffic __percpu *nfi_builtin_discovery(const struct nfi_net *nn,
						   const struct sk_buff *skb,
						   const struct nfi_flow *flow)
{
	return nfi_packet_is_discovery(skb, flow) ?
	       entry(nn, NFI_BUILTIN_DISCOVERY) : NULL;
}

/**
 * nfi_builtin_at_rest() - are there no defaults to be enforced?
 * @nn: the namespace
 *
 * Return: true if without policies everything passes.
 */
bool nfi_builtin_at_rest(const struct nfi_net *nn)
{
	return nn->defaults[NFI_DIR_IN] == NFI_ACTION_BYPASS &&
	       nn->defaults[NFI_DIR_OUT] == NFI_ACTION_BYPASS;
}
