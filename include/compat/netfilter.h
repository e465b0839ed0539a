/* SPDX-License-Identifier: GPL-2.0 */
/* Conntrack, which may be missing from the kernel's configuration */
#ifndef NFI_COMPAT_NETFILTER_H
#define NFI_COMPAT_NETFILTER_H

#include <linux/netfilter.h>
#if IS_ENABLED(CONFIG_NF_CONNTRACK)
#include <net/netfilter/nf_conntrack.h>
#endif

/* A packet that we take at LOCAL_IN misses conntrack's last hook there. Without
 * it the ESP flow would never be known as established.
 */
static inline void nfi_compat_confirm(struct sk_buff *skb)
{
#if IS_ENABLED(CONFIG_NF_CONNTRACK)
	const struct nf_ct_hook *hook = rcu_dereference(nf_ct_hook);
	enum ip_conntrack_info info;
	const struct nf_conn *ct = nf_ct_get(skb, &info);

	/* only the first packet of a flow, the hook relies on that */
	if (hook && hook->confirm && ct && !nf_ct_is_confirmed(ct))
		hook->confirm(skb);
#endif
}

#endif
