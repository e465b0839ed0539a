// SPDX-License-Identifier: GPL-2.0
/*
 * A policy as words: its options, what they must be together, and the line
 * that `policy show` prints and `policy add` reads.
 */
#include "policy.h"

#include <stddef.h>
#include <string.h>
#include <sys/socket.h>

#include "counters.h"
#include "error.h"
#include "model.h"
#include "option.h"
#include "selector.h"
#include "text.h"

const struct nfi_option nfi_policy_options[] = {
	[NFI_POLICY_OPT_PRIORITY] = {
		.name = "priority",
		.kind = NFI_OPTION_U32,
		.offset = offsetof(struct nfi_policy, priority),
	},
	[NFI_POLICY_OPT_LOCAL] = {
		.name = "local",
		.kind = NFI_OPTION_RANGES,
		.offset = offsetof(struct nfi_policy, selector.local),
	},
	[NFI_POLICY_OPT_REMOTE] = {
		.name = "remote",
		.kind = NFI_OPTION_RANGES,
		.offset = offsetof(struct nfi_policy, selector.remote),
	},
	[NFI_POLICY_OPT_PROTO] = {
		.name = "proto",
		.kind = NFI_OPTION_PROTOCOLS,
		.offset = offsetof(struct nfi_policy, selector.protocols),
	},
	[NFI_POLICY_OPT_LOCAL_PORT] = {
		.name = "local-port",
		.kind = NFI_OPTION_PORTS,
		.offset = offsetof(struct nfi_policy, selector.local_ports),
	},
	[NFI_POLICY_OPT_REMOTE_PORT] = {
		.name = "remote-port",
		.kind = NFI_OPTION_PORTS,
		.offset = offsetof(struct nfi_policy, selector.remote_ports),
	},
	[NFI_POLICY_OPT_ICMP_TYPE] = {
		.name = "icmp-type",
		.kind = NFI_OPTION_ICMP_TYPES,
		.offset = offsetof(struct nfi_policy, selector.icmp_types),
	},
	[NFI_POLICY_OPT_MH_TYPE] = {
		.name = "mh-type",
		.kind = NFI_OPTION_MH_TYPES,
		.offset = offsetof(struct nfi_policy, selector.mh_types),
	},
	[NFI_POLICY_OPT_MARK] = {
		.name = "mark",
		.kind = NFI_OPTION_MARK,
		.offset = offsetof(struct nfi_policy, selector.mark),
	},
	[NFI_POLICY_OPT_INTERFACE] = {
		.name = "interface",
		.kind = NFI_OPTION_DEV,
		.offset = offsetof(struct nfi_policy, selector.interface),
	},
	[NFI_POLICY_OPT_ESP] = {
		.name = "esp",
		.kind = NFI_OPTION_FLAG,
		.offset = offsetof(struct nfi_policy, esp),
	},
	[NFI_POLICY_OPT_AH] = {
		.name = "ah",
		.kind = NFI_OPTION_FLAG,
		.offset = offsetof(struct nfi_policy, ah),
	},
	[NFI_POLICY_OPT_MODE] = {
		.name = "mode",
		.kind = NFI_OPTION_CHOICE,
		.offset = offsetof(struct nfi_policy, mode),
		.names = nfi_text_modes,
	},
	[NFI_POLICY_OPT_REQID] = {
		.name = "reqid",
		.kind = NFI_OPTION_U32,
		.offset = offsetof(struct nfi_policy, reqid),
		.min = 1,
	},
	[NFI_POLICY_OPT_OUTER_LOCAL] = {
		.name = "outer-local",
		.kind = NFI_OPTION_ADDR,
		.offset = offsetof(struct nfi_policy, outer_local),
	},
	[NFI_POLICY_OPT_OUTER_REMOTE] = {
		.name = "outer-remote",
		.kind = NFI_OPTION_ADDR,
		.offset = offsetof(struct nfi_policy, outer_remote),
	},
	[NFI_POLICY_OPT_DEV] = {
		.name = "dev",
		.kind = NFI_OPTION_DEV,
		.offset = offsetof(struct nfi_policy, dev),
	},
	{ .name = NULL }
};

/**
 * nfi_policy_parse() - read a policy from the command line
 * @words: direction, action and options, to the end
 * @policy: the policy; the caller clears it, also after a failure
 * @err: filled on failure
 *
 * PROTECT means ESP in tunnel mode where nothing else is said.
 *
 * Return: 0 or -1.
 */
int nfi_policy_parse(struct nfi_words *words, struct nfi_policy *policy,
		     struct nfi_error *err)
{
	const char *word = nfi_words_take(words);

	memset(policy, 0, sizeof(*policy));
	if (!word)
		return nfi_error_set(err, "say in or out");
	if (nfi_text_choice(word, nfi_text_directions, &policy->direction,
			    err))
		return -1;
	word = nfi_words_take(words);
	if (!word)
		return nfi_error_set(err, "say protect, bypass or discard");
	if (nfi_text_choice(word, nfi_text_actions, &policy->action, err))
		return -1;
	if (nfi_option_parse(nfi_policy_options, words, policy,
			     &policy->given, err) < 0)
		return -1;
	if (nfi_words_end(words, err))
		return -1;
	if (policy->action != NFI_ACTION_PROTECT)
		return 0;
	policy->esp |= !policy->ah;
	if (!(policy->given & NFI_BIT(NFI_POLICY_OPT_MODE)))
		policy->mode = NFI_MODE_TUNNEL;
	policy->given |= NFI_BIT(policy->esp ? NFI_POLICY_OPT_ESP :
					       NFI_POLICY_OPT_AH) |
			 NFI_BIT(NFI_POLICY_OPT_MODE);
	return 0;
}

static int check_template(const struct nfi_policy *policy,
			  struct nfi_error *err)
{
	const struct nfi_addr *local = &policy->outer_local;
	const struct nfi_addr *remote = &policy->outer_remote;
	int i;

	if (policy->action != NFI_ACTION_PROTECT) {
		for (i = NFI_POLICY_OPT_ESP; i <= NFI_POLICY_OPT_OUTER_REMOTE;
		     i++)
			if (policy->given & NFI_BIT(i))
				return nfi_error_at(err,
						    nfi_policy_options[i].name,
						    "only with protect");
		return 0;
	}
	if (policy->esp && policy->ah)
		return nfi_error_at(err,
				    nfi_policy_options[NFI_POLICY_OPT_AH].name,
				    "not beside esp: a policy has one of them");
	if (local->family == remote->family)
		return 0;
	if (local->family == AF_UNSPEC || remote->family == AF_UNSPEC)
		return nfi_error_set(err, "outer-local and outer-remote go together");
	i = NFI_POLICY_OPT_OUTER_REMOTE;
	return nfi_error_at(err, nfi_policy_options[i].name,
			    "outer-local and outer-remote are of two address families");
}

/**
 * nfi_policy_check() - does a policy fit together?
 * @policy: the policy
 * @err: filled if not
 *
 * Return: 0 or -1.
 */
int nfi_policy_check(const struct nfi_policy *policy, struct nfi_error *err)
{
	if (check_template(policy, err))
		return -1;
	return nfi_selector_check(&policy->selector, err);
}

/**
 * nfi_policy_format() - write a policy as `policy add` reads it
 * @policy: the policy
 * @out: where to, without the end of the line
 */
void nfi_policy_format(const struct nfi_policy *policy, FILE *out)
{
	fprintf(out, "%s %s",
		nfi_text_name(nfi_text_directions, policy->direction),
		nfi_text_name(nfi_text_actions, policy->action));
	nfi_option_format(nfi_policy_options, policy, policy->given, out);
}

/**
 * nfi_policy_format_status() - write what the kernel says of a policy
 * @policy: the policy
 * @out: where to, without the end of the line
 */
void nfi_policy_format_status(const struct nfi_policy *policy, FILE *out)
{
	fprintf(out, "id %u, ", policy->id);
	nfi_counters_format(&policy->counters, out);
}
