// SPDX-License-Identifier: GPL-2.0
/*
 * Events for whoever listens: numbered per namespace, so that a listener knows
 * when it missed one. Any context.
 */
#include "event.h"
#include "net.h"
#include "netlink.h"

/**
 * nfi_event_sa_expire() - a lifetime of an SA was reached
 * @sa: which
 * @hard: it has ended; else it is time to replace it
 */
void nfi_event_sa_expire(struct nfi_sa *sa, bool hard)
{
	u32 number = atomic_inc_return(&sa->nn->event);
	struct sk_buff *msg;
	void *hdr;

	/* who listens, and finds no memory, sees a gap in the numbers */
	msg = genlmsg_new(NFI_NL_SIZE, GFP_ATOMIC);
	if (!msg)
		return;
	hdr = genlmsg_put(msg, 0, 0, &nfipsec_nl_family, 0, NFI_CMD_SA_EXPIRE);
	if (!hdr || nla_put_u32(msg, NFI_A_EVENT, number) ||
	    nfi_nl_put_sa(msg, sa) ||
	    (hard && nla_put_flag(msg, NFI_A_HARD))) {
		nlmsg_free(msg);
		return;
	}
	genlmsg_end(msg, hdr);
	genlmsg_multicast_netns(&nfipsec_nl_family, sa->nn->net, msg, 0,
				NFIPSEC_NLGRP_EVENTS, GFP_ATOMIC);
}
