// SPDX-License-Identifier: GPL-2.0
/*
 * Input routes, kept as the stack keeps those of its sockets (early demux). A packet
 * that is sealed crosses a gateway twice: as ESP for this host, and once more as
 * what was inside. The routes of both are the same for packet after packet.
 *
 * Two steps, in two hooks. The last one of PRE_ROUTING, behind all that may rewrite a
 * packet, gives it the route that is known, or notes what it looks like. The stack
 * goes on without a look-up, or with one; FORWARD or LOCAL_IN then keep what it has
 * found. So nothing is kept but what the stack itself has found for a packet of
 * the same addresses, class, mark and device.
 *
 * A route is good as long as the stack says so: dst_check() is what sockets ask, to
 * which IPv6 has us add the generation of all its routes. Those that may depend on more
 * than what is compared, as ports, are not kept.
 *
 * Per CPU and namespace, with bottom halves disabled, so that nothing is locked.
 */
#include "inroute.h"

#include <linux/hash.h>
#include <linux/ip.h>
#include <linux/ipv6.h>
#include <linux/netdevice.h>
#include <linux/netfilter_bridge.h>
#include <net/ip.h>
#include <net/ip6_fib.h>
#include <net/ip6_route.h>
#include <net/route.h>
#include <compat/route.h>

/**
 * nfi_inroute_new() - no routes yet
 *
 * Context: may sleep.
 * Return: to be freed by nfi_inroute_free(), or NULL.
 */
struct nfi_inroutes __percpu *nfi_inroute_new(void)
{
	return alloc_percpu(struct nfi_inroutes);
}

/**
 * nfi_inroute_free() - give all routes back
 * @all: of nfi_inroute_new(), or NULL; no packet uses it any more
 *
 * Context: any.
 */
void nfi_inroute_free(struct nfi_inroutes __percpu *all)
{
	int cpu, i;

	if (!all)
		return;
	for_each_possible_cpu(cpu)
		for (i = 0; i < ARRAY_SIZE(all->routes); i++)
			dst_release(per_cpu_ptr(all, cpu)->routes[i].dst);
	free_percpu(all);
}

static inline u64 sum4(const struct iphdr *iph)
{
	u64 addresses;

	memcpy(&addresses, &iph->addrs, sizeof(addresses));
	return addresses;
}

/* Version, length of the header, and TOS */
static inline u32 class4(const struct iphdr *iph)
{
	u32 class = 0;

	memcpy(&class, iph, 2);
	return class;
}

/* Either class begins with the version, so that neither family's routes are taken
 * for the other's
 */
static inline bool is_for4(const struct nfi_inroute *route,
			   const struct iphdr *iph)
{
	return route->addresses[0] == sum4(iph) && route->class == class4(iph);
}

static u64 sum6(const struct ipv6hdr *ip6h)
{
	u64 a[4];

	memcpy(a, &ip6h->addrs, sizeof(a));
	return a[0] + a[1] + rol64(a[2], 16) + rol64(a[3], 32);
}

/* Of a route that is added dst_check() tells only what would be below it in the same
 * table; the generation is that of all tables
 */
static bool is_for6(const struct nfi_inroute *route,
		    const struct ipv6hdr *ip6h, const struct net *net)
{
	return route->genid == rt_genid_ipv6(net) &&
	       !memcmp(route->addresses, &ip6h->addrs, sizeof(ip6h->addrs)) &&
	       !memcmp(&route->class, ip6h, sizeof(route->class));
}

static inline struct nfi_inroute *place_of(struct nfi_inroutes *routes, u64 sum)
{
	return &routes->routes[hash_64(sum, NFI_INROUTE_BITS)];
}

/* Look whether the stack finds one */
static noinline void ask(struct nfi_inroutes *routes, struct nfi_inroute *route,
			 const struct sk_buff *skb,
			 const struct nf_hook_state *state)
{
	const struct ipv6hdr *ip6h = ipv6_hdr(skb);
	const struct iphdr *iph = ip_hdr(skb);

	/* of a VRF packets are shown once more, and are routed then */
	if (netif_is_l3_slave(state->in) || netif_is_l3_master(state->in))
		return;
	/* of IPVLAN in mode L3S the route may be of another namespace, and outlive it */
	if (netif_has_l3_rx_handler(state->in))
		return;
	/* a source route leads elsewhere than to the address */
	if (state->pf == NFPROTO_IPV4 && iph->ihl != sizeof(*iph) / 4)
		return;
	dst_release(route->dst);
	*route = (struct nfi_inroute){
		.mark = skb->mark,
		.in = state->in->ifindex,
	};
	if (state->pf == NFPROTO_IPV4) {
		memcpy(route->addresses, &iph->addrs, sizeof(iph->addrs));
		route->class = class4(iph);
	} else {
		memcpy(route->addresses, &ip6h->addrs, sizeof(ip6h->addrs));
		memcpy(&route->class, ip6h, sizeof(route->class));
		/* before the look-up */
		route->genid = rt_genid_ipv6(state->net);
	}
	routes->asking = skb;
	routes->place = route;
}

static inline bool is_known(const struct nfi_inroute *route,
			    const struct sk_buff *skb,
			    const struct net_device *in)
{
	return route->mark == skb->mark && route->in == in->ifindex &&
	       route->dst;
}

/* Does the stack still stand by it? If not, it is asked with the next packet. */
static inline bool use(struct nfi_inroute *route, struct sk_buff *skb)
{
	if (likely(dst_check(route->dst, route->cookie))) {
		skb_dst_set_noref(skb, route->dst);
		return route->straight;
	}
	dst_release(route->dst);
	route->dst = NULL;
	return false;
}

/* Apart, so that IPv4 does not pay for its frame */
static noinline bool use6(struct nfi_inroutes *routes, struct sk_buff *skb,
			  const struct nf_hook_state *state)
{
	const struct ipv6hdr *ip6h = ipv6_hdr(skb);
	struct nfi_inroute *route = place_of(routes, sum6(ip6h));

	if (likely(is_for6(route, ip6h, state->net) &&
		   is_known(route, skb, state->in)))
		return use(route, skb);
	ask(routes, route, skb, state);
	return false;
}

/* No CPU is asking for this packet, as it will go on with bottom halves disabled, on any
 * of them. It has been to user space, and what was at its place may have got nowhere.
 */
static noinline void forget(struct nfi_inroutes __percpu *all,
			    const struct sk_buff *skb)
{
	int cpu;

	for_each_possible_cpu(cpu)
		cmpxchg(&per_cpu_ptr(all, cpu)->asking, skb, NULL);
}

/**
 * nfi_inroute_use() - give a packet the input route that is known for it
 * @all: of the namespace
 * @skb: at its IP header, not to be rewritten any more before it is routed. Borrows
 *	@skb.
 * @state: of the hook
 *
 * If there is none, nfi_inroute_is_asked() may become true of the packet, until it is
 * shown here again. Packets that have a dst already, those of a VRF and those that a
 * bridge is not done with are left alone.
 *
 * Context: RCU read side. Gives nothing where bottom halves are enabled.
 * Return: true if the packet has got a route by which the stack will do nothing
 * but to take it to LOCAL_IN, if it is whole and has no options.
 */
bool nfi_inroute_use(struct nfi_inroutes __percpu *all, struct sk_buff *skb,
		     const struct nf_hook_state *state)
{
	const struct iphdr *iph = ip_hdr(skb);
	struct nfi_inroutes *routes;
	struct nfi_inroute *route;

	if (unlikely(!softirq_count())) {
		forget(all, skb);
		return false;
	}
	routes = this_cpu_ptr(all);
	/* that was another packet at the same place, which got nowhere */
	if (unlikely(routes->asking == skb))
		routes->asking = NULL;
	/* a bridge shows its packets here, too, and is not done with them */
	if (skb_dst(skb) || unlikely(nf_bridge_in_prerouting(skb)))
		return false;
	if (unlikely(state->pf != NFPROTO_IPV4))
		return use6(routes, skb, state);
	route = place_of(routes, sum4(iph));
	if (likely(is_for4(route, iph) && is_known(route, skb, state->in)))
		return use(route, skb);
	ask(routes, route, skb, state);
	return false;
}

/* Or has the packet become another one, as by a route that puts it into SRv6? */
static bool is_still(const struct nfi_inroute *route, const struct sk_buff *skb)
{
	const struct ipv6hdr *ip6h = ipv6_hdr(skb);
	const struct iphdr *iph = ip_hdr(skb);
	struct iphdr was;

	memcpy(&was, &route->class, sizeof(route->class));
	if (was.version != iph->version)
		return false;
	if (iph->version == 4)
		return route->addresses[0] == sum4(iph);
	return !memcmp(route->addresses, &ip6h->addrs, sizeof(ip6h->addrs));
}

/* Would the stack find the same one for all that is equal here? */
static bool may_keep(const struct sk_buff *skb, const struct net *net)
{
	const struct dst_entry *dst = skb_dst(skb);
	const struct rtable *rt = container_of(dst, struct rtable, dst);

	/* early demux has not asked for mark, class and device */
	if (skb->sk)
		return false;
	/* XFRM puts its own before the route of what it protects */
	if (dst->error || dst_xfrm(dst))
		return false;
	if (dst->ops->family == AF_INET6)
		return nfi_compat_routes_by_addresses6(net);
	return rt_is_input_route(rt) &&
	       (rt->rt_type == RTN_UNICAST || rt->rt_type == RTN_LOCAL) &&
	       nfi_compat_routes_by_addresses4(net);
}

/**
 * nfi_inroute_keep() - the stack has found a route that was not known
 * @all: of the namespace
 * @skb: that nfi_inroute_is_asked() is true of. Borrows @skb.
 * @state: of the hook
 *
 * Context: bottom halves disabled, RCU read side.
 */
void nfi_inroute_keep(struct nfi_inroutes __percpu *all,
		      const struct sk_buff *skb,
		      const struct nf_hook_state *state)
{
	struct nfi_inroutes *routes = this_cpu_ptr(all);
	struct nfi_inroute *route = routes->place;
	struct dst_entry *dst = skb_dst(skb);

	routes->asking = NULL;
	if (!dst || !is_still(route, skb) || !may_keep(skb, state->net) ||
	    !dst_hold_safe(dst))
		return;
	route->straight = state->hook == NF_INET_LOCAL_IN && !dst->lwtstate &&
			  !nfi_compat_route_counts(dst);
	if (dst->ops->family == AF_INET6) {
		route->cookie = rt6_get_cookie(container_of(dst, struct rt6_info,
							    dst));
		/* what is for many may be forwarded, too */
		route->straight = route->straight && ipv6_unicast_destination(skb);
	}
	route->dst = dst;
}
