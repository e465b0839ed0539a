// SPDX-License-Identifier: GPL-2.0
/*
 * What is decided before and after all policies, on the wire between tool and
 * kernel.
 */
#include "nl_default.h"

#include <string.h>

#include <linux/genetlink.h>

#include "attr.h"
#include "error.h"
#include "model.h"
#include "msg.h"
#include "nl.h"

static int read_defaults(const struct nlmsghdr *nlh, void *arg,
			 struct nfi_error *err)
{
	const struct nlattr *tb[NFI_A_DEFAULTS_MAX + 1];
	struct nfi_defaults *defaults = arg;
	const struct nlattr *attr;

	(void)err;
	mnl_attr_for_each(attr, nlh, GENL_HDRLEN) {
		if (mnl_attr_get_type(attr) != NFI_A_DEFAULTS)
			continue;
		nfi_attr_table(attr, tb, NFI_A_DEFAULTS_MAX);
		defaults->in = nfi_attr_u32(tb[NFI_A_DEFAULTS_IN]);
		defaults->out = nfi_attr_u32(tb[NFI_A_DEFAULTS_OUT]);
		defaults->ike = nfi_attr_u8(tb[NFI_A_DEFAULTS_IKE]);
		defaults->discovery = nfi_attr_u8(tb[NFI_A_DEFAULTS_DISCOVERY]);
		defaults->icmp = nfi_attr_u8(tb[NFI_A_DEFAULTS_ICMP]);
		nfi_attr_get_counters(tb[NFI_A_DEFAULTS_IKE_COUNTERS],
				      &defaults->ike_counters);
		nfi_attr_get_counters(tb[NFI_A_DEFAULTS_DISCOVERY_COUNTERS],
				      &defaults->discovery_counters);
	}
	return 0;
}

/**
 * nfi_nl_default_get() - ask for all of it
 * @nl: the socket
 * @defaults: the answer
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_default_get(struct nfi_nl *nl, struct nfi_defaults *defaults,
		       struct nfi_error *err)
{
	memset(defaults, 0, sizeof(*defaults));
	return nfi_nl_call(nl, NFI_CMD_DEFAULTS_GET, 0, read_defaults, defaults,
			   err);
}

static int put(struct nfi_msg *msg, const void *object, struct nfi_error *err)
{
	const struct nfi_defaults *defaults = object;
	uint64_t given = defaults->given;
	struct nlattr *nest;

	(void)err;
	nest = mnl_attr_nest_start(msg->nlh, NFI_A_DEFAULTS);
	if (given & NFI_BIT(NFI_DEFAULT_OPT_IN))
		mnl_attr_put_u32(msg->nlh, NFI_A_DEFAULTS_IN, defaults->in);
	if (given & NFI_BIT(NFI_DEFAULT_OPT_OUT))
		mnl_attr_put_u32(msg->nlh, NFI_A_DEFAULTS_OUT, defaults->out);
	if (given & NFI_BIT(NFI_DEFAULT_OPT_IKE))
		mnl_attr_put_u8(msg->nlh, NFI_A_DEFAULTS_IKE, defaults->ike);
	if (given & NFI_BIT(NFI_DEFAULT_OPT_DISCOVERY))
		mnl_attr_put_u8(msg->nlh, NFI_A_DEFAULTS_DISCOVERY,
				defaults->discovery);
	if (given & NFI_BIT(NFI_DEFAULT_OPT_ICMP))
		mnl_attr_put_u8(msg->nlh, NFI_A_DEFAULTS_ICMP, defaults->icmp);
	mnl_attr_nest_end(msg->nlh, nest);
	return 0;
}

/**
 * nfi_nl_default_set() - change what is given
 * @nl: the socket
 * @defaults: what to change
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_default_set(struct nfi_nl *nl, const struct nfi_defaults *defaults,
		       struct nfi_error *err)
{
	return nfi_nl_ask(nl, NFI_CMD_DEFAULTS_SET, put, defaults, NULL, NULL,
			  err);
}
