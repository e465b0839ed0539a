/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The neighbours: conntrack and XFRM, each of which may be missing from the
 * kernel's configuration.
 */
#ifndef NFI_COMPAT_NETFILTER_H
#define NFI_COMPAT_NETFILTER_H

#include <linux/netfilter.h>
#include <net/xfrm.h>

/* A packet that we take at LOCAL_IN misses conntrack's last hook there. Without
 * it the ESP flow would never be known as established.
 */
static inline void nfi_compat_confirm(struct sk_buff *skb)
{
#if IS_ENABLED(CONFIG_NF_CONNTRACK)
	const struct nf_ct_hook *hook = rcu_dereference(nf_ct_hook);

	if (hook && hook->confirm && skb_nfct(skb))
		hook->confirm(skb);
#endif
}

/* May an SPI that we do not know belong to XFRM? */
static inline bool nfi_compat_xfrm_active(const struct net *net)
{
#ifdef CONFIG_XFRM
	return READ_ONCE(net->xfrm.state_num);
#else
	return false;
#endif
}

/* An empty security path; false if there is no memory */
static inline bool nfi_compat_secpath_set(struct sk_buff *skb)
{
#ifdef CONFIG_XFRM
	return secpath_set(skb);
#else
	return true;
#endif
}

#endif
