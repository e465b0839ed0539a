/* SPDX-License-Identifier: GPL-2.0 */
/* Conntrack, which may be missing from the kernel's configuration */
#ifndef NFI_COMPAT_NETFILTER_H
#define NFI_COMPAT_NETFILTER_H

#include <linux/netfilter.h>

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

#endif
