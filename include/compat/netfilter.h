/* SPDX-License-Identifier: GPL-2.0 */
/* What may be missing of netfilter from the kernel's configuration */
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

/* Is there a hook at the ingress of any device, as a flow table has it? */
static inline bool nfi_compat_ingress_is_hooked(void)
{
#if !defined(CONFIG_NETFILTER_INGRESS)
	return false;
#elif defined(CONFIG_JUMP_LABEL)
	return static_key_false(&nf_hooks_needed[NFPROTO_NETDEV]
						[NF_NETDEV_INGRESS]);
#else
	return true;
#endif
}

#endif
