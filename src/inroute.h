/* SPDX-License-Identifier: GPL-2.0 */
/* Input routes that were found before */
#ifndef NFI_INROUTE_H
#define NFI_INROUTE_H

#include <linux/netfilter.h>
#include <linux/percpu.h>
#include <linux/preempt.h>
#include <net/dst.h>

struct sk_buff;

#define NFI_INROUTE_BITS	8

/**
 * struct nfi_inroute - the input route of some packets
 * @addresses: source and destination of IPv6; of IPv4 both are in the first word
 * @class: the first four octets of an IPv6 header, or two of IPv4
 * @mark: of the packet
 * @in: index of the device that it came from
 * @cookie: for dst_check()
 * @genid: of IPv6: which routes of all tables the stack has asked
 * @straight: by it the stack does nothing but to take packets to LOCAL_IN
 * @dst: the route, counted, or NULL if it is not known yet
 */
struct nfi_inroute {
	u64 addresses[4];
	u32 class;
	u32 mark;
	int in;
	u32 cookie;
	int genid;
	bool straight;
	struct dst_entry *dst;
} __aligned(64);

/**
 * struct nfi_inroutes - those of a CPU in a namespace
 * @asking: the stack is looking up the route of this packet; only compared
 * @place: where it is to be kept
 * @routes: by a hash of what they are for
 */
struct nfi_inroutes {
	const struct sk_buff *asking;
	struct nfi_inroute *place;
	struct nfi_inroute routes[1 << NFI_INROUTE_BITS];
};

struct nfi_inroutes __percpu *nfi_inroute_new(void);
void nfi_inroute_free(struct nfi_inroutes __percpu *all);
bool nfi_inroute_use(struct nfi_inroutes __percpu *all, struct sk_buff *skb,
		     const struct nf_hook_state *state);
void nfi_inroute_keep(struct nfi_inroutes __percpu *all,
		      const struct sk_buff *skb,
		      const struct nf_hook_state *state);

/* Is the stack back with a route that was not known? On the way of every packet */
static inline bool nfi_inroute_is_asked(struct nfi_inroutes __percpu *all,
					const struct sk_buff *skb)
{
	return unlikely(raw_cpu_read(all->asking) == skb) && softirq_count();
}

#endif
