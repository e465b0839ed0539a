// SPDX-License-Identifier: GPL-2.0
/*
 * The netfilter hooks, where policy is enforced (RFC 4301 5):
 *
 *	PRE_ROUTING	nothing is decided: ESP, in UDP or not, and what was inside get
 *			the route that is known for them; ESP for this host that nobody
 *			else would look at on its way is opened here
 *	LOCAL_IN	ESP and AH for this host are opened; the rest must not be in clear
 *			where policy wants protection
 *	FORWARD		the same check, then as LOCAL_OUT
 *	LOCAL_OUT	the SPD decides; what is to be protected gets our dst
 *	POST_ROUTING	the guard: nothing leaves in clear that policy wants
 *			protected, whatever rerouted or rewrote it since
 *
 * Packets that were sealed already carry the IP layer's "transformed" mark and
 * pass unless a policy is for them. Those of the loopback device, which never
 * leave the host, pass always.
 */
#include "hook.h"
#include "builtin.h"
#include "cache.h"
#include "device.h"
#include "icmp.h"
#include "inbound.h"
#include "inroute.h"
#include "net.h"
#include "packet.h"
#include "pmtu.h"
#include "wire.h"

#include <linux/netfilter_ipv4.h>
#include <linux/netfilter_ipv6.h>
#include <linux/udp.h>
#include <net/ip.h>
#include <net/ipv6.h>
#include <net/ipv6_frag.h>
#include <net/netfilter/ipv6/nf_defrag_ipv6.h>

/* The rules of the filter shall see which device a packet will leave by */
#define BEFORE_FILTER	(NF_IP_PRI_FILTER - 1)
/* Behind everything that may rewrite a packet before it is routed */
#define LAST		NF_IP_PRI_LAST
/* After everything that may still change or drop a packet */
#define LATE		(NF_IP_PRI_CONNTRACK_CONFIRM - 1)

static inline bool is_sealed(const struct sk_buff *skb, u8 pf)
{
	if (pf == NFPROTO_IPV4)
		return IPCB(skb)->flags & IPSKB_XFRM_TRANSFORMED;
	return IP6CB(skb)->flags & IP6SKB_XFRM_TRANSFORMED;
}

static inline bool is_loopback(const struct net_device *dev)
{
	return dev && dev->flags & IFF_LOOPBACK;
}

static inline bool is_vrf(const struct net_device *dev)
{
	return unlikely(dev && netif_is_l3_master(dev));
}

/* It came out of IPsec. If our device is in a VRF, packets come from that. */
static inline bool is_opened(const struct sk_buff *skb,
			     const struct nf_hook_state *state)
{
	const struct net_device *dev = state->in;

	if (is_vrf(dev))
		dev = dev_get_by_index_rcu(state->net,
					   state->pf == NFPROTO_IPV4 ?
						   inet_sdif(skb) :
						   inet6_sdif(skb));
	return nfi_device_is(dev);
}

/* Did it come neither out of an SA nor from this host? */
static inline bool is_clear(const struct sk_buff *skb,
			    const struct nf_hook_state *state)
{
	return !is_opened(skb, state) && !is_loopback(state->in);
}

/* Led to our device, but in a VRF. Then POST_ROUTING is shown it as leaving by that,
 * and LOCAL_OUT once more as leaving by ours.
 */
static inline bool is_led_through_vrf(const struct sk_buff *skb,
				      const struct nf_hook_state *state)
{
	return is_vrf(state->out) && !state->in &&
	       nfi_device_is(skb_dst(skb)->dev);
}

/* On its way out, and policy has nothing to say of it */
static inline bool is_exempt(const struct nfi_net *nn,
			     const struct sk_buff *skb,
			     const struct nf_hook_state *state, u8 pf)
{
	return (is_sealed(skb, pf) && likely(!READ_ONCE(nn->nests))) ||
	       nfi_device_is(state->out) || is_loopback(state->out) ||
	       is_led_through_vrf(skb, state);
}

static unsigned int drop(struct nfi_net *nn, struct sk_buff *skb,
			 enum nfi_reason reason)
{
	nfi_drop(nn, NULL, skb, reason);
	return NF_STOLEN;
}

/* From or for this host: only what was forwarded is both */
static bool is_hosts(const struct sk_buff *skb,
		     const struct nf_hook_state *state)
{
	switch (state->hook) {
	case NF_INET_FORWARD:
		return false;
	case NF_INET_POST_ROUTING:
		return !skb->skb_iif;
	default:
		return true;
	}
}

/* The counters of the built-in entry that lets a packet pass, or NULL. Most
 * packets need not be asked for more than their protocol.
 */
static struct nfi_traffic __percpu *built_in(const struct nfi_net *nn,
					     const struct sk_buff *skb,
					     const struct nf_hook_state *state,
					     const struct nfi_flow *flow)
{
	switch (flow->protocol) {
	case IPPROTO_UDP:
		return is_hosts(skb, state) ? nfi_builtin_ike(nn, flow) : NULL;
	case IPPROTO_ICMPV6:
		return nfi_builtin_discovery(nn, skb, flow);
	default:
		return NULL;
	}
}

/* ESP and AH for this host are for the SAD, ours or XFRM's */
static bool is_for_sad(const struct nf_hook_state *state,
		       const struct nfi_flow *flow)
{
	return state->hook == NF_INET_LOCAL_IN &&
	       (flow->protocol == IPPROTO_ESP || flow->protocol == IPPROTO_AH);
}

static int index_of(const struct net_device *dev)
{
	return dev ? dev->ifindex : 0;
}

/* Apart, since most answers are known */
static noinline const struct nfi_answers *
ask_spd(const struct nfi_net *nn, const struct sk_buff *skb,
	const struct nf_hook_state *state)
{
	return nfi_cache_lookup(&nn->spd, skb, state->pf, index_of(state->in),
				index_of(state->out));
}

/* What the SPD says of a packet, or NULL if that is malformed */
static inline const struct nfi_answers *
answers_for(const struct nfi_net *nn, const struct sk_buff *skb,
	    const struct nf_hook_state *state)
{
	/* NFPROTO_IPV4 is AF_INET */
	return nfi_cache_find(&nn->spd, skb, state->pf) ?: ask_spd(nn, skb, state);
}

/* No policy counts as the default does */
static inline bool bypasses(const struct nfi_net *nn,
			    const struct nfi_policy *policy, u8 dir)
{
	return (policy ? policy->conf.action : READ_ONCE(nn->defaults[dir])) ==
	       NFI_ACTION_BYPASS;
}

/* RFC 4301 4.4.1: what is built in, then the SPD, then the default. What is
 * built in lets packets pass, so only one that would not pass is held against
 * it.
 */
static noinline enum nfi_reason look_closer(struct nfi_net *nn,
					    struct sk_buff *skb,
					    const struct nf_hook_state *state,
					    u8 dir,
					    const struct nfi_policy **policy)
{
	struct nfi_traffic __percpu *entry;
	enum nfi_reason reason;
	struct nfi_flow flow;

	reason = nfi_packet_flow(skb, dir, &flow);
	if (reason)
		return reason;
	flow.interface = index_of(dir == NFI_DIR_IN ? state->in : state->out);
	if (is_for_sad(state, &flow)) {
		*policy = NULL;
		return NFI_REASON_OK;
	}
	if (!*policy && dir == NFI_DIR_OUT)
		*policy = nfi_icmp_policy(&nn->spd, skb, &flow);
	if (bypasses(nn, *policy, dir))
		return NFI_REASON_OK;

	entry = built_in(nn, skb, state, &flow);
	if (entry) {
		/* once, and not again by the guard */
		if (state->hook != NF_INET_POST_ROUTING)
			nfi_traffic_count(entry, 1, skb->len);
		*policy = NULL;
		return NFI_REASON_OK;
	}
	return *policy ? NFI_REASON_OK : NFI_REASON_NO_POLICY;
}

/* The policy that decides in direction @dir. No policy is one that may go on.
 * TCP is neither built in nor an ICMP error nor for the SAD, and UDP is only
 * where it is from or for this host.
 */
static inline enum nfi_reason look_up(struct nfi_net *nn, struct sk_buff *skb,
				      const struct nf_hook_state *state, u8 dir,
				      const struct nfi_answers *answers,
				      const struct nfi_policy **policy)
{
	u8 protocol = state->pf == NFPROTO_IPV4 ? ip_hdr(skb)->protocol :
						  ipv6_hdr(skb)->nexthdr;

	if (unlikely(!answers))
		return NFI_REASON_MALFORMED;
	*policy = answers->policy[dir];
	if (unlikely(!nfi_packet_is_tcp_or_udp(protocol)))
		return look_closer(nn, skb, state, dir, policy);
	if (bypasses(nn, *policy, dir))
		return NFI_REASON_OK;
	if (protocol == IPPROTO_UDP && is_hosts(skb, state))
		return look_closer(nn, skb, state, dir, policy);
	return *policy ? NFI_REASON_OK : NFI_REASON_NO_POLICY;
}

/* Of a packet on its way out. Of those that are sealed already only a policy for
 * nested SAs speaks (RFC 4301 appendix E).
 */
static inline enum nfi_reason look_up_out(struct nfi_net *nn,
					  struct sk_buff *skb,
					  const struct nf_hook_state *state,
					  const struct nfi_answers *answers,
					  const struct nfi_policy **policy)
{
	enum nfi_reason reason;

	reason = look_up(nn, skb, state, NFI_DIR_OUT, answers, policy);
	if (likely(!is_sealed(skb, state->pf)) ||
	    (reason && reason != NFI_REASON_NO_POLICY))
		return reason;
	if (*policy && !(*policy)->nests)
		*policy = NULL;
	return NFI_REASON_OK;
}

/* ESP or AH that should have come inside another one */
static enum nfi_reason check_sealed(struct nfi_net *nn,
				    const struct sk_buff *skb,
				    const struct nf_hook_state *state)
{
	const struct nfi_policy *policy = NULL;
	const struct nfi_answers *answers;

	if (likely(!READ_ONCE(nn->nests)) || !is_clear(skb, state))
		return NFI_REASON_OK;
	local_bh_disable();
	answers = answers_for(nn, skb, state);
	if (answers)
		policy = answers->policy[NFI_DIR_IN];
	if (policy && policy->nests)
		nfi_traffic_count(policy->traffic, 1, skb->len);
	local_bh_enable();
	return policy && policy->nests ? NFI_REASON_CLEAR_TEXT : NFI_REASON_OK;
}

static enum nfi_reason judge_clear(const struct nfi_policy *policy,
				   const struct sk_buff *skb)
{
	nfi_traffic_count(policy->traffic, 1, skb->len);
	switch (policy->conf.action) {
	case NFI_ACTION_PROTECT:
		return NFI_REASON_CLEAR_TEXT;
	case NFI_ACTION_DISCARD:
		return NFI_REASON_POLICY;
	default:
		return NFI_REASON_OK;
	}
}

/* RFC 4301 5.2: a clear packet where policy wants protection is discarded. What
 * came out of IPsec has passed the selectors of its SA.
 */
static inline enum nfi_reason check_clear(struct nfi_net *nn,
					  struct sk_buff *skb,
					  const struct nf_hook_state *state,
					  const struct nfi_answers *answers)
{
	const struct nfi_policy *policy;
	enum nfi_reason reason;

	reason = look_up(nn, skb, state, NFI_DIR_IN, answers, &policy);
	if (reason || !policy)
		return reason;
	return judge_clear(policy, skb);
}

/* Lead a packet into the SAs of its policy: it leaves by our device from here
 * on. The rules of this hook that come after ours shall see that too; the
 * state they read is the caller's own, and no constant.
 */
static enum nfi_reason reroute(const struct nfi_policy *policy,
			       struct sk_buff *skb,
			       const struct nf_hook_state *state)
{
	const struct nfi_bundle *bundle = policy->bundle;
	struct dst_entry *dst;

	/* RFC 4301 4.1: transport mode is for packets of this host */
	if (bundle->mode == NFI_MODE_TRANSPORT &&
	    state->hook == NF_INET_FORWARD)
		return NFI_REASON_POLICY;
	dst = nfi_bundle_dst(bundle, state->pf == NFPROTO_IPV4 ? AF_INET :
								 AF_INET6);
	if (!dst || !(dst->dev->flags & IFF_UP))
		return NFI_REASON_NO_DEVICE;
	/* LOCAL_OUT goes on outside of this read side, FORWARD within one */
	if (state->hook == NF_INET_LOCAL_OUT) {
		if (!dst_hold_safe(dst))
			return NFI_REASON_NO_DEVICE;
		skb_dst_drop(skb);
		skb_dst_set(skb, dst);
	} else {
		skb_dst_drop(skb);
		skb_dst_set_noref(skb, dst);
	}
	((struct nf_hook_state *)state)->out = dst->dev;
	return NFI_REASON_OK;
}

static enum nfi_reason act(const struct nfi_policy *policy, struct sk_buff *skb,
			   const struct nf_hook_state *state)
{
	nfi_traffic_count(policy->traffic, 1, skb->len);
	switch (policy->conf.action) {
	case NFI_ACTION_PROTECT:
		return reroute(policy, skb, state);
	case NFI_ACTION_DISCARD:
		return NFI_REASON_POLICY;
	default:
		return NFI_REASON_OK;
	}
}

/* RFC 4301 5.1: the SPD decides */
static inline enum nfi_reason decide(struct nfi_net *nn, struct sk_buff *skb,
				     const struct nf_hook_state *state,
				     const struct nfi_answers *answers)
{
	const struct nfi_policy *policy;
	enum nfi_reason reason;

	reason = look_up_out(nn, skb, state, answers, &policy);
	if (!reason && policy)
		reason = act(policy, skb, state);
	if (unlikely(reason))
		nfi_icmp_tell(nn, skb, reason);
	return reason;
}

/* Put fragments together, so that selectors see ports (RFC 4301 7) and ESP sees
 * whole packets (RFC 4303 3.4.1). Where conntrack is, it has done so before.
 * Here and not in PRE_ROUTING, since there every packet would pay for it.
 * Returns true if @skb is a whole packet, else Consumes @skb.
 */
static bool gather(struct nfi_net *nn, struct sk_buff *skb,
		   const struct nf_hook_state *state)
{
	bool out = state->hook == NF_INET_LOCAL_OUT;
	int err;

	if (state->pf == NFPROTO_IPV4) {
		if (likely(!ip_is_fragment(ip_hdr(skb))))
			return true;
		local_bh_disable();
		err = ip_defrag(nn->net, skb, out ? IP_DEFRAG_CONNTRACK_OUT :
						    IP_DEFRAG_CONNTRACK_IN);
		local_bh_enable();
		/* it may go on in pieces again, whatever DF says */
		if (!err)
			skb->ignore_df = 1;
		return !err;
	}
	if (likely(!ipv6_ext_hdr(ipv6_hdr(skb)->nexthdr)))
		return true;
	err = nf_ct_frag6_gather(nn->net, skb, out ? IP6_DEFRAG_CONNTRACK_OUT :
						     IP6_DEFRAG_CONNTRACK_IN);
	if (err && err != -EINPROGRESS)
		nfi_drop(nn, NULL, skb, NFI_REASON_FRAGMENT);
	return !err;
}

/* ESP and AH, of which most is for this host */
static inline bool may_be_sealed(const struct sk_buff *skb, u8 pf)
{
	u8 protocol = pf == NFPROTO_IPV4 ? ip_hdr(skb)->protocol :
					   ipv6_hdr(skb)->nexthdr;

	return protocol == IPPROTO_ESP || protocol == IPPROTO_AH;
}

/* To the usual port of ESP in UDP. Where there are options, or headers that are not
 * in the first piece, it may be mistaken: then a look-up is spared or is not.
 */
static inline bool may_be_in_udp(const struct sk_buff *skb, u8 pf)
{
	u8 protocol = pf == NFPROTO_IPV4 ? ip_hdr(skb)->protocol :
					   ipv6_hdr(skb)->nexthdr;
	const struct udphdr *uh =
		(const struct udphdr *)(skb->data + nfi_ip_hlen(pf));

	return protocol == IPPROTO_UDP &&
	       skb_headlen(skb) >= nfi_ip_hlen(pf) + sizeof(*uh) &&
	       uh->dest == htons(NFI_UDP_PORT);
}

/* Whose input route is kept: ESP for this host, and what was inside */
static inline bool has_route(const struct sk_buff *skb,
			     const struct nf_hook_state *state, u8 pf)
{
	return nfi_device_is(state->in) || may_be_sealed(skb, pf) ||
	       may_be_in_udp(skb, pf);
}

/* Of a packet whose route leads straight to LOCAL_IN: would it meet nothing there and
 * on the way but our own hook, and that do nothing but to open it? Behind AH of IPv6
 * it would look for a fragment.
 */
static inline bool meets_nobody(const struct nfi_net *nn,
				const struct sk_buff *skb, u8 pf)
{
	return (pf == NFPROTO_IPV4 ?
			may_be_sealed(skb, pf) && nfi_cache_is_usual4(skb) :
			ipv6_hdr(skb)->nexthdr == IPPROTO_ESP) &&
	       skb->pkt_type == PACKET_HOST &&
	       nfi_net_is_alone_at(nn, pf, NF_INET_LOCAL_IN) &&
	       likely(!READ_ONCE(nn->nests));
}

static __always_inline unsigned int lead(struct nfi_net *nn,
					 struct sk_buff *skb,
					 const struct nf_hook_state *state, u8 pf)
{
	/* who has our priority and was there before us comes after us */
	if (unlikely(!nfi_net_is_last_at(nn, pf, NF_INET_PRE_ROUTING)))
		return NF_ACCEPT;
	if (nfi_inroute_use(nn->inroutes, skb, state) &&
	    meets_nobody(nn, skb, pf) && nfi_inbound(nn, skb))
		return NF_STOLEN;
	return NF_ACCEPT;
}

/* Apart, so that packets which concern nobody do not pay for its frame */
static noinline unsigned int lead4(struct nfi_net *nn, struct sk_buff *skb,
				   const struct nf_hook_state *state)
{
	return lead(nn, skb, state, NFPROTO_IPV4);
}

static noinline unsigned int lead6(struct nfi_net *nn, struct sk_buff *skb,
				   const struct nf_hook_state *state)
{
	return lead(nn, skb, state, NFPROTO_IPV6);
}

static unsigned int pre_routing4(void *priv, struct sk_buff *skb,
				 const struct nf_hook_state *state)
{
	return has_route(skb, state, NFPROTO_IPV4) ? lead4(priv, skb, state) :
						     NF_ACCEPT;
}

static unsigned int pre_routing6(void *priv, struct sk_buff *skb,
				 const struct nf_hook_state *state)
{
	return has_route(skb, state, NFPROTO_IPV6) ? lead6(priv, skb, state) :
						     NF_ACCEPT;
}

static inline void keep_route(const struct nfi_net *nn,
			      const struct sk_buff *skb,
			      const struct nf_hook_state *state, u8 pf)
{
	if (nfi_inroute_is_asked(nn->inroutes, skb) && has_route(skb, state, pf))
		nfi_inroute_keep(nn->inroutes, skb, state);
}

static unsigned int local_out(void *priv, struct sk_buff *skb,
			      const struct nf_hook_state *state)
{
	struct nfi_net *nn = priv;
	enum nfi_reason reason;

	if (is_exempt(nn, skb, state, state->pf))
		return NF_ACCEPT;
	if (!gather(nn, skb, state))
		return NF_STOLEN;
	local_bh_disable();
	reason = decide(nn, skb, state, answers_for(nn, skb, state));
	local_bh_enable();
	return reason ? drop(nn, skb, reason) : NF_ACCEPT;
}

/* What is known of most packets: there is no policy for them, and none is wanted */
static inline bool passes(const struct nfi_net *nn,
			  const struct nfi_answers *known, u8 dir)
{
	return !known->policy[dir] && bypasses(nn, NULL, dir);
}

/* The answers for a TCP or UDP packet, if they are known and it is in a softirq */
static __always_inline const struct nfi_answers *
known_for(const struct nfi_net *nn, const struct sk_buff *skb, u8 pf)
{
	return likely(softirq_count()) ? nfi_cache_find(&nn->spd, skb, pf) :
					 NULL;
}

/* Apart, so that packets which concern nobody do not pay for its frame. With
 * @answers the packet is no fragment.
 */
static noinline unsigned int check_forwarded(struct nfi_net *nn,
					     struct sk_buff *skb,
					     const struct nf_hook_state *state,
					     const struct nfi_answers *answers)
{
	enum nfi_reason reason = NFI_REASON_OK;
	bool bh;

	if (!answers && !gather(nn, skb, state))
		return NF_STOLEN;
	/* not in a softirq if NFQUEUE has had the packet */
	bh = nfi_bh_disable();
	if (!answers)
		answers = ask_spd(nn, skb, state);
	/* where it may pass, how it came does not matter */
	if (!(answers && passes(nn, answers, NFI_DIR_IN)) &&
	    is_clear(skb, state))
		reason = check_clear(nn, skb, state, answers);
	if (!reason && !is_exempt(nn, skb, state, state->pf))
		reason = decide(nn, skb, state, answers);
	if (unlikely(bh))
		local_bh_enable();
	return unlikely(reason) ? drop(nn, skb, reason) : NF_ACCEPT;
}

static __always_inline unsigned int forward(struct nfi_net *nn,
					    struct sk_buff *skb,
					    const struct nf_hook_state *state,
					    u8 pf)
{
	const struct nfi_answers *known = known_for(nn, skb, pf);

	keep_route(nn, skb, state, pf);
	/* what came out of IPsec has passed the selectors of its SA */
	if (likely(known && passes(nn, known, NFI_DIR_OUT) &&
		   (passes(nn, known, NFI_DIR_IN) ||
		    nfi_device_is(state->in))))
		return NF_ACCEPT;
	return check_forwarded(nn, skb, state, known);
}

/* One for each family, so that neither pays for the other */
static unsigned int forward4(void *priv, struct sk_buff *skb,
			     const struct nf_hook_state *state)
{
	return forward(priv, skb, state, NFPROTO_IPV4);
}

static unsigned int forward6(void *priv, struct sk_buff *skb,
			     const struct nf_hook_state *state)
{
	return forward(priv, skb, state, NFPROTO_IPV6);
}

static unsigned int local_in(void *priv, struct sk_buff *skb,
			     const struct nf_hook_state *state)
{
	struct nfi_net *nn = priv;
	enum nfi_reason reason;

	/* sockets keep the routes of what they get */
	if (may_be_sealed(skb, state->pf) || may_be_in_udp(skb, state->pf))
		keep_route(nn, skb, state, state->pf);
	/* the stack has done it for IPv4 */
	if (state->pf == NFPROTO_IPV6 && !gather(nn, skb, state))
		return NF_STOLEN;
	reason = check_sealed(nn, skb, state);
	if (reason)
		return drop(nn, skb, reason);
	if (nfi_inbound(nn, skb))
		return NF_STOLEN;
	if (is_clear(skb, state)) {
		local_bh_disable();
		reason = check_clear(nn, skb, state,
				     answers_for(nn, skb, state));
		local_bh_enable();
	}
	/* RFC 4301 6.1.1: not of messages that policy discards. That they come in
	 * clear is no fault: nobody on the way can have sealed them.
	 */
	if (reason != NFI_REASON_POLICY && reason != NFI_REASON_NO_POLICY)
		nfi_pmtu_learn(nn, skb);
	return reason ? drop(nn, skb, reason) : NF_ACCEPT;
}

static noinline unsigned int check_leaving(struct nfi_net *nn,
					   struct sk_buff *skb,
					   const struct nf_hook_state *state,
					   const struct nfi_answers *answers)
{
	const struct nfi_policy *policy;
	enum nfi_reason reason;
	bool bh;

	bh = nfi_bh_disable();
	if (!answers)
		answers = ask_spd(nn, skb, state);
	reason = look_up_out(nn, skb, state, answers, &policy);
	if (!reason && policy && policy->conf.action == NFI_ACTION_PROTECT)
		reason = NFI_REASON_CLEAR_TEXT;
	if (unlikely(bh))
		local_bh_enable();
	return unlikely(reason) ? drop(nn, skb, reason) : NF_ACCEPT;
}

static __always_inline unsigned int
post_routing(struct nfi_net *nn, struct sk_buff *skb,
	     const struct nf_hook_state *state, u8 pf)
{
	const struct nfi_answers *known;

	if (is_exempt(nn, skb, state, pf))
		return NF_ACCEPT;
	known = known_for(nn, skb, pf);
	if (likely(known && passes(nn, known, NFI_DIR_OUT)))
		return NF_ACCEPT;
	return check_leaving(nn, skb, state, known);
}

static unsigned int post_routing4(void *priv, struct sk_buff *skb,
				  const struct nf_hook_state *state)
{
	return post_routing(priv, skb, state, NFPROTO_IPV4);
}

static unsigned int post_routing6(void *priv, struct sk_buff *skb,
				  const struct nf_hook_state *state)
{
	return post_routing(priv, skb, state, NFPROTO_IPV6);
}

#define HOOK(family, at, order, function)				\
	{ .pf = family, .hooknum = at, .priority = order, .hook = function }

static const struct nf_hook_ops hooks[NFI_HOOKS] = {
	HOOK(NFPROTO_IPV4, NF_INET_PRE_ROUTING, LAST, pre_routing4),
	HOOK(NFPROTO_IPV6, NF_INET_PRE_ROUTING, LAST, pre_routing6),
	HOOK(NFPROTO_IPV4, NF_INET_LOCAL_IN, LATE, local_in),
	HOOK(NFPROTO_IPV6, NF_INET_LOCAL_IN, LATE, local_in),
	HOOK(NFPROTO_IPV4, NF_INET_FORWARD, BEFORE_FILTER, forward4),
	HOOK(NFPROTO_IPV6, NF_INET_FORWARD, BEFORE_FILTER, forward6),
	HOOK(NFPROTO_IPV4, NF_INET_LOCAL_OUT, BEFORE_FILTER, local_out),
	HOOK(NFPROTO_IPV6, NF_INET_LOCAL_OUT, BEFORE_FILTER, local_out),
	HOOK(NFPROTO_IPV4, NF_INET_POST_ROUTING, LATE, post_routing4),
	HOOK(NFPROTO_IPV6, NF_INET_POST_ROUTING, LATE, post_routing6),
};

/* No hook is registered any more; one may be running */
static void free_routes(struct nfi_net *nn)
{
	synchronize_net();
	nfi_inroute_free(nn->inroutes);
	nn->inroutes = NULL;
}

/**
 * nfi_hook_register() - watch the packets of a namespace
 * @nn: the namespace
 *
 * Context: may sleep.
 * Return: 0, -ENOMEM or another error; then nothing is registered.
 */
int nfi_hook_register(struct nfi_net *nn)
{
	int i, err;

	nn->inroutes = nfi_inroute_new();
	if (!nn->inroutes)
		return -ENOMEM;
	for (i = 0; i < ARRAY_SIZE(hooks); i++) {
		nn->hooks[i] = hooks[i];
		/* spares each packet to ask for it */
		nn->hooks[i].priv = nn;
	}
	err = nf_register_net_hooks(nn->net, nn->hooks, ARRAY_SIZE(nn->hooks));
	if (err)
		free_routes(nn);
	return err;
}

/**
 * nfi_hook_unregister() - there is nothing to watch any more
 * @nn: the namespace
 *
 * Context: may sleep; no hook runs any more when it returns.
 */
void nfi_hook_unregister(struct nfi_net *nn)
{
	nf_unregister_net_hooks(nn->net, nn->hooks, ARRAY_SIZE(nn->hooks));
	free_routes(nn);
}
