// SPDX-License-Identifier: GPL-2.0
/*
 * The family of generic netlink: it is the generated one, but only the
 * privileged hear its events, and requests are wiped, for they may have keys in
 * them. Process context.
 */
#include "netlink.h"

#include <linux/string.h>

#include <compat/genetlink.h>

/* Who listens learns of SPIs and addresses, so not everybody may */
static const struct genl_multicast_group groups[] = {
	[NFIPSEC_NLGRP_EVENTS] = {
		.name = NFI_MCGRP_EVENTS,
		.flags = GENL_MCAST_CAP_NET_ADMIN,
	},
	[NFIPSEC_NLGRP_CHANGES] = {
		.name = NFI_MCGRP_CHANGES,
		.flags = GENL_MCAST_CAP_NET_ADMIN,
	},
	[NFIPSEC_NLGRP_ACQUIRES] = {
		.name = NFI_MCGRP_ACQUIRES,
		.flags = GENL_MCAST_CAP_NET_ADMIN,
	},
};

/* The table of the specification, and the one that generic netlink gets */
static const struct genl_ops *spec_ops __ro_after_init;
static struct genl_ops ops[NFI_CMD_MAX] __ro_after_init;

/* Nothing is against this policy, as long as it is not enforced strictly */
static const struct nla_policy anything[NFI_A_MAX + 1];

/* Generic netlink frees a request that is against its policy as it is, keys and
 * all. So it does not get the policy of requests that bring keys; pre_doit()
 * enforces it. Questions bring none, and keep theirs: so what an SA may have
 * can still be asked of generic netlink.
 */
static bool brings_keys(const struct genl_ops *op)
{
	return !op->dumpit && op->maxattr >= NFI_A_SA &&
	       op->policy[NFI_A_SA].type == NLA_NESTED;
}

/* All of it, as a refused one need not have attributes where its keys are.
 * What follows, the acknowledgment, wants no more than the header.
 */
static void wipe(struct genl_info *info)
{
	memzero_explicit(nlmsg_attrdata(info->nlhdr, GENL_HDRLEN),
			 nlmsg_attrlen(info->nlhdr, GENL_HDRLEN));
}

/* Generic netlink holds only those families to this that leave policies to it */
static int check_header(const struct nlmsghdr *nlh,
			struct netlink_ext_ack *extack)
{
	const struct genlmsghdr *header = nlmsg_data(nlh);
	u16 known = NLM_F_REQUEST | NLM_F_ACK | NLM_F_ECHO;

	if ((nlh->nlmsg_flags & NLM_F_DUMP) == NLM_F_DUMP)
		known |= NLM_F_DUMP;
	if (nlh->nlmsg_flags & ~known)
		return NFI_NL_REFUSE(extack, NULL, "unknown flags of the message");
	if (header->reserved)
		return NFI_NL_REFUSE(extack, NULL,
				     "the reserved field of the message is not 0");
	return 0;
}

static int pre_doit(const nfi_compat_genl_op_t *op, struct sk_buff *skb,
		    struct genl_info *info)
{
	const struct genl_ops *spec = spec_ops;
	int err;

	while (spec->cmd != op->cmd)
		spec++;
	err = check_header(info->nlhdr, info->extack);
	if (!err && op->policy == anything)
		err = nlmsg_parse(info->nlhdr, GENL_HDRLEN, info->attrs,
				  spec->maxattr, spec->policy, info->extack);
	if (err)
		wipe(info);
	return err;
}

static int start_dump(struct netlink_callback *cb)
{
	return check_header(cb->nlh, cb->extack);
}

static void post_doit(const nfi_compat_genl_op_t *op, struct sk_buff *skb,
		      struct genl_info *info)
{
	wipe(info);
}

/**
 * nfi_nl_setup() - be there for requests
 *
 * Return: 0 or an error of generic netlink.
 */
int __init nfi_nl_setup(void)
{
	struct genl_family *family = &nfipsec_nl_family;
	unsigned int i;

	spec_ops = family->ops;
	for (i = 0; i < family->n_ops; i++) {
		ops[i] = spec_ops[i];
		ops[i].start = ops[i].dumpit ? start_dump : NULL;
		if (brings_keys(&ops[i])) {
			ops[i].policy = anything;
			ops[i].validate |= GENL_DONT_VALIDATE_STRICT;
		}
	}
	family->ops = ops;
	family->resv_start_op = NFI_CMD_MAX + 1;
	family->mcgrps = groups;
	family->pre_doit = pre_doit;
	family->post_doit = post_doit;
	return genl_register_family(family);
}

/**
 * nfi_nl_cleanup() - take no more requests
 */
void nfi_nl_cleanup(void)
{
	genl_unregister_family(&nfipsec_nl_family);
}
