// SPDX-License-Identifier: GPL-2.0
/*
 * The family of generic netlink: it is the generated one, but only the
 * privileged hear its events. Process context.
 */
#include "netlink.h"

#include <compat/genetlink.h>

/* Who listens learns of SPIs and addresses, so not everybody may */
static const struct genl_multicast_group groups[] = {
	[NFIPSEC_NLGRP_EVENTS] = {
		.name = NFI_MCGRP_EVENTS,
		.flags = GENL_MCAST_CAP_NET_ADMIN,
	},
};

/**
 * nfi_nl_setup() - be there for requests
 *
 * Return: 0 or an error of generic netlink.
 */
int __init nfi_nl_setup(void)
{
	struct genl_family *family = &nfipsec_nl_family;

	family->mcgrps = groups;
	return genl_register_family(family);
}

/**
 * nfi_nl_cleanup() - take no more requests
 */
void nfi_nl_cleanup(void)
{
	genl_unregister_family(&nfipsec_nl_family);
}
