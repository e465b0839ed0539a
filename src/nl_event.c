// SPDX-License-Identifier: GPL-2.0
/*
 * Events for whoever listens, in three groups: what happens by itself, what
 * somebody changed, and which SAs are wanted. They are numbered per namespace
 * and group, and come in the order of their numbers, so that a listener knows
 * when it missed one: who finds no memory for an event leaves a gap. Any context
 * but hard interrupts.
 */
#include "event.h"
#include "device.h"
#include "dst.h"
#include "net.h"
#include "netlink.h"
#include "packet.h"

static_assert(NFIPSEC_NLGRP_ACQUIRES + 1 == NFI_EVENT_GROUPS);

/* Begin an event; NULL if nobody listens or there is no memory. Its first
 * attribute, at @hdr, is to be its number.
 */
static struct sk_buff *begin(struct nfi_net *nn, u8 group, u8 cmd, void **hdr)
{
	struct sk_buff *msg;

	if (!genl_has_listeners(&nfipsec_nl_family, nn->net, group))
		return NULL;
	msg = genlmsg_new(NFI_NL_SIZE, GFP_ATOMIC | __GFP_NOWARN);
	if (!msg)
		return NULL;
	*hdr = genlmsg_put(msg, 0, 0, &nfipsec_nl_family, 0, cmd);
	if (*hdr && !nla_put_u32(msg, NFI_A_EVENT, 0))
		return msg;
	nlmsg_free(msg);
	return NULL;
}

/* Give an event its number and send it, or leave a gap. Returns true if it was
 * sent. Consumes @msg, which may be NULL.
 */
static bool end(struct nfi_net *nn, u8 group, struct sk_buff *msg, void *hdr,
		bool failed)
{
	u32 number;
	int err;

	if (msg && failed) {
		nlmsg_free(msg);
		msg = NULL;
	}
	/* so that none overtakes another */
	spin_lock_bh(&nn->event_lock);
	number = ++nn->events[group];
	if (!msg) {
		spin_unlock_bh(&nn->event_lock);
		return false;
	}
	memcpy(nla_data(hdr), &number, sizeof(number));
	genlmsg_end(msg, hdr);
	err = genlmsg_multicast_netns(&nfipsec_nl_family, nn->net, msg, 0,
				      group, GFP_ATOMIC);
	spin_unlock_bh(&nn->event_lock);
	return !err;
}

/**
 * nfi_event_sa_expire() - a lifetime of an SA was reached
 * @sa: which
 * @hard: it has ended; else it is time to replace it
 */
void nfi_event_sa_expire(struct nfi_sa *sa, bool hard)
{
	struct sk_buff *msg;
	void *hdr;

	msg = begin(sa->nn, NFIPSEC_NLGRP_EVENTS, NFI_CMD_SA_EXPIRE, &hdr);
	end(sa->nn, NFIPSEC_NLGRP_EVENTS, msg, hdr,
	    msg && (nfi_nl_put_sa(msg, sa) ||
		    (hard && nla_put_flag(msg, NFI_A_HARD))));
}

/**
 * nfi_event_is_answered() - would anybody answer nfi_event_acquire()?
 * @nn: the namespace
 *
 * Return: true if somebody is there to add SAs.
 */
bool nfi_event_is_answered(const struct nfi_net *nn)
{
	return genl_has_listeners(&nfipsec_nl_family, nn->net,
				  NFIPSEC_NLGRP_ACQUIRES);
}

/* The packet, as a selector that matches packets like it */
static int put_packet(struct sk_buff *msg, const struct nfi_flow *flow)
{
	u8 bits = nfi_addr_bits(flow->family);
	struct nfi_selector sel;

	nfi_selector_init(&sel);
	sel.family = flow->family;
	sel.local = (struct nfi_prefix){ flow->local, bits };
	sel.remote = (struct nfi_prefix){ flow->remote, bits };
	sel.protocol = flow->protocol;
	if (flow->ports) {
		sel.local_ports.min = flow->local_port;
		sel.local_ports.max = flow->local_port;
	}
	/* types of ICMP and mobility headers are local ports */
	if (flow->ports && nfi_packet_has_ports(flow->protocol)) {
		sel.remote_ports.min = flow->remote_port;
		sel.remote_ports.max = flow->remote_port;
	}
	return nfi_nl_put_selector(msg, NFI_A_PACKET, &sel);
}

/* What little is known of the policy without it */
static int put_template(struct sk_buff *msg, const struct nfi_bundle *bundle)
{
	struct nlattr *nest = nla_nest_start(msg, NFI_A_POLICY);

	if (!nest || nla_put_u32(msg, NFI_A_POLICY_DIRECTION, NFI_DIR_OUT) ||
	    nla_put_u32(msg, NFI_A_POLICY_ACTION, NFI_ACTION_PROTECT) ||
	    nla_put_u8(msg, NFI_A_POLICY_PROTOCOL, bundle->protocol) ||
	    nla_put_u32(msg, NFI_A_POLICY_MODE, bundle->mode) ||
	    nla_put_u32(msg, NFI_A_POLICY_REQID, bundle->reqid))
		return -EMSGSIZE;
	nla_nest_end(msg, nest);
	return 0;
}

/* Which policy wants it: asked of the SPD anew, as a dst leads to SAs only.
 * NULL if the packet was changed since, or the policy is for one interface.
 */
static const struct nfi_policy *policy_of(const struct sk_buff *skb,
					  const struct nfi_bundle *bundle,
					  const struct nfi_flow *flow)
{
	const struct net_device *dev = skb_dst(skb)->dev;
	const struct nfi_policy *policy;
	const struct nfi_device *nd;

	if (!nfi_device_is(dev))
		return NULL;
	nd = netdev_priv(dev);
	policy = nfi_spd_lookup(READ_ONCE(nd->spd), NFI_DIR_OUT, flow);
	return policy && policy->bundle == bundle ? policy : NULL;
}

static int put_acquire(struct sk_buff *msg, const struct nfi_bundle *bundle,
		       const struct sk_buff *skb)
{
	const struct nfi_policy *policy;
	struct nfi_flow flow;

	if (nfi_packet_flow(skb, NFI_DIR_OUT, &flow))
		return -EINVAL;
	policy = policy_of(skb, bundle, &flow);
	return (policy ? nfi_nl_put_policy(msg, policy) :
			 put_template(msg, bundle)) ?:
	       put_packet(msg, &flow);
}

/**
 * nfi_event_acquire() - an SA is wanted
 * @nn: the namespace
 * @bundle: has no SA
 * @skb: wants one and has a dst that leads to @bundle. Borrows @skb.
 *
 * RFC 4301 4.4.1: whoever negotiates SAs is told of policy and packet.
 *
 * Context: RCU read side.
 * Return: true, or false if there was no memory to tell who listens.
 */
bool nfi_event_acquire(struct nfi_net *nn, const struct nfi_bundle *bundle,
		       const struct sk_buff *skb)
{
	struct sk_buff *msg;
	void *hdr;

	msg = begin(nn, NFIPSEC_NLGRP_ACQUIRES, NFI_CMD_ACQUIRE, &hdr);
	return end(nn, NFIPSEC_NLGRP_ACQUIRES, msg, hdr,
		   msg && put_acquire(msg, bundle, skb)) ||
	       !nfi_event_is_answered(nn);
}

/**
 * nfi_event_sa() - an SA was added, changed or removed
 * @sa: which
 * @cmd: NFI_CMD_SA_NEW, NFI_CMD_SA_CHANGED or NFI_CMD_SA_GONE
 */
void nfi_event_sa(struct nfi_sa *sa, u8 cmd)
{
	struct sk_buff *msg;
	void *hdr;

	msg = begin(sa->nn, NFIPSEC_NLGRP_CHANGES, cmd, &hdr);
	end(sa->nn, NFIPSEC_NLGRP_CHANGES, msg, hdr,
	    msg && nfi_nl_put_sa(msg, sa));
}

/**
 * nfi_event_policy() - a policy was added or removed
 * @nn: the namespace
 * @policy: which
 * @cmd: NFI_CMD_POLICY_NEW or NFI_CMD_POLICY_GONE
 */
void nfi_event_policy(struct nfi_net *nn, struct nfi_policy *policy, u8 cmd)
{
	struct sk_buff *msg;
	void *hdr;

	msg = begin(nn, NFIPSEC_NLGRP_CHANGES, cmd, &hdr);
	end(nn, NFIPSEC_NLGRP_CHANGES, msg, hdr,
	    msg && nfi_nl_put_policy(msg, policy));
}

/**
 * nfi_event_sa_mapping() - the other end of an SA was seen elsewhere
 * @sa: inbound
 */
void nfi_event_sa_mapping(struct nfi_sa *sa)
{
	struct sk_buff *msg;
	void *hdr;

	msg = begin(sa->nn, NFIPSEC_NLGRP_EVENTS, NFI_CMD_SA_MAPPING, &hdr);
	end(sa->nn, NFIPSEC_NLGRP_EVENTS, msg, hdr,
	    msg && nfi_nl_put_sa(msg, sa));
}
