/* SPDX-License-Identifier: GPL-2.0 */
/* What packets are routed to that a policy wants protected */
#ifndef NFI_DST_H
#define NFI_DST_H

#include <net/dst.h>
#include <net/ip6_fib.h>
#include <net/route.h>

struct nfi_bundle;

/**
 * struct nfi_dst - a route that leads into a bundle of SAs
 * @u: the stack takes a dst of its family for a whole route
 * @bundle: [r] NULL when the bundle is gone
 * @metrics: [a] the MTU, where the stack's fragmentation looks for it
 */
struct nfi_dst {
	union {
		struct dst_entry dst;
		struct rtable rt;
		struct rt6_info rt6;
	} u;
	struct nfi_bundle __rcu *bundle;
	struct dst_metrics metrics;
};

typedef int (*nfi_dst_output_t)(struct net *net, struct sock *sk,
				struct sk_buff *skb);

int nfi_dst_setup(void);
void nfi_dst_cleanup(void);

struct dst_entry *nfi_dst_new(u8 family, struct net_device *dev,
			      struct nfi_bundle *bundle,
			      nfi_dst_output_t output);
void nfi_dst_kill(struct dst_entry __rcu **slot);
unsigned int nfi_dst_mtu(const struct dst_entry *dst);
void nfi_dst_set_mtu(struct dst_entry *dst, unsigned int mtu);
struct nfi_bundle *nfi_dst_bundle(const struct dst_entry *dst);

#endif
