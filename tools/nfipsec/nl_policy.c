// SPDX-License-Identifier: GPL-2.0
/*
 * Policies on the wire between tool and kernel.
 */
#include "nl_policy.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include "attr.h"
#include "error.h"
#include "model.h"
#include "msg.h"
#include "nl.h"
#include "selector.h"

static void put_template(struct nlmsghdr *nlh, const struct nfi_policy *policy)
{
	mnl_attr_put_u8(nlh, NFI_A_POLICY_PROTOCOL,
			policy->ah ? IPPROTO_AH : IPPROTO_ESP);
	mnl_attr_put_u32(nlh, NFI_A_POLICY_MODE, policy->mode);
	if (policy->reqid)
		mnl_attr_put_u32(nlh, NFI_A_POLICY_REQID, policy->reqid);
	nfi_attr_put_addr(nlh, NFI_A_POLICY_LOCAL_V4, NFI_A_POLICY_LOCAL_V6,
			  &policy->outer_local);
	nfi_attr_put_addr(nlh, NFI_A_POLICY_REMOTE_V4, NFI_A_POLICY_REMOTE_V6,
			  &policy->outer_remote);
}

/**
 * nfi_nl_policy_put() - put a whole policy
 * @msg: the message
 * @policy: the policy
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_policy_put(struct nfi_msg *msg, const struct nfi_policy *policy,
		      struct nfi_error *err)
{
	struct nlmsghdr *nlh;
	struct nlattr *nest;

	if (nfi_msg_reserve(msg, err))
		return -1;
	nlh = msg->nlh;
	nest = mnl_attr_nest_start(nlh, NFI_A_POLICY);
	mnl_attr_put_u32(nlh, NFI_A_POLICY_DIRECTION, policy->direction);
	mnl_attr_put_u32(nlh, NFI_A_POLICY_ACTION, policy->action);
	if (policy->given & NFI_BIT(NFI_POLICY_OPT_PRIORITY))
		mnl_attr_put_u32(nlh, NFI_A_POLICY_PRIORITY,
				 policy->priority);
	if (nfi_attr_put_selector(nlh, NFI_A_POLICY_SELECTOR,
				  &policy->selector, err))
		return -1;
	if (policy->action == NFI_ACTION_PROTECT)
		put_template(nlh, policy);
	if (nfi_attr_put_dev(nlh, NFI_A_POLICY_DEVICE, "dev", policy->dev, err))
		return -1;
	mnl_attr_nest_end(nlh, nest);
	return 0;
}

static void mark(struct nfi_policy *policy, enum nfi_policy_option option,
		 bool given)
{
	if (given)
		policy->given |= NFI_BIT(option);
}

/* Which options `policy add` needs to make such a policy again. */
static void mark_given(struct nfi_policy *policy)
{
	const struct nfi_selector *selector = &policy->selector;
	bool protect = policy->action == NFI_ACTION_PROTECT;

	mark(policy, NFI_POLICY_OPT_PRIORITY, true);
	/* the options of a selector follow the priority */
	policy->given |= nfi_selector_given(selector) << NFI_POLICY_OPT_LOCAL;
	mark(policy, NFI_POLICY_OPT_MARK, selector->mark.mask);
	mark(policy, NFI_POLICY_OPT_INTERFACE, *selector->interface);
	mark(policy, NFI_POLICY_OPT_ESP, protect && policy->esp);
	mark(policy, NFI_POLICY_OPT_AH, protect && policy->ah);
	mark(policy, NFI_POLICY_OPT_MODE, protect);
	mark(policy, NFI_POLICY_OPT_REQID, protect && policy->reqid);
	mark(policy, NFI_POLICY_OPT_OUTER_LOCAL,
	     policy->outer_local.family != AF_UNSPEC);
	mark(policy, NFI_POLICY_OPT_OUTER_REMOTE,
	     policy->outer_remote.family != AF_UNSPEC);
	mark(policy, NFI_POLICY_OPT_DEV, *policy->dev);
}

/**
 * nfi_nl_policy_get() - get a policy
 * @nest: the nest
 * @policy: the policy, all zero before; the caller clears it, also after a
 *	failure
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_policy_get(const struct nlattr *nest, struct nfi_policy *policy,
		      struct nfi_error *err)
{
	const struct nlattr *tb[NFI_A_POLICY_MAX + 1];

	nfi_attr_table(nest, tb, NFI_A_POLICY_MAX);
	policy->id = nfi_attr_u32(tb[NFI_A_POLICY_ID]);
	policy->direction = nfi_attr_u32(tb[NFI_A_POLICY_DIRECTION]);
	policy->action = nfi_attr_u32(tb[NFI_A_POLICY_ACTION]);
	policy->priority = nfi_attr_u32(tb[NFI_A_POLICY_PRIORITY]);
	if (nfi_attr_get_selector(tb[NFI_A_POLICY_SELECTOR], &policy->selector,
				  err))
		return -1;
	policy->esp = nfi_attr_u8(tb[NFI_A_POLICY_PROTOCOL]) == IPPROTO_ESP;
	policy->ah = nfi_attr_u8(tb[NFI_A_POLICY_PROTOCOL]) == IPPROTO_AH;
	policy->mode = nfi_attr_u32(tb[NFI_A_POLICY_MODE]);
	policy->reqid = nfi_attr_u32(tb[NFI_A_POLICY_REQID]);
	nfi_attr_get_addr(tb[NFI_A_POLICY_LOCAL_V4],
			  tb[NFI_A_POLICY_LOCAL_V6], &policy->outer_local);
	nfi_attr_get_addr(tb[NFI_A_POLICY_REMOTE_V4],
			  tb[NFI_A_POLICY_REMOTE_V6], &policy->outer_remote);
	nfi_attr_get_dev(tb[NFI_A_POLICY_DEVICE], policy->dev);
	nfi_attr_get_counters(tb[NFI_A_POLICY_COUNTERS], &policy->counters);
	mark_given(policy);
	return 0;
}

static int take_policy(const struct nlattr *nest, void *list,
		       struct nfi_error *err)
{
	struct nfi_policy *policy = nfi_config_add_policy(list, err);

	return policy ? nfi_nl_policy_get(nest, policy, err) : -1;
}

static int read_policies(const struct nlmsghdr *nlh, void *list,
			 struct nfi_error *err)
{
	return nfi_attr_each(nlh, NFI_A_POLICY, take_policy, list, err);
}

static int put_whole(struct nfi_msg *msg, const void *policy,
		     struct nfi_error *err)
{
	return nfi_nl_policy_put(msg, policy, err);
}

static int put_id(struct nfi_msg *msg, const void *id, struct nfi_error *err)
{
	struct nlattr *nest = mnl_attr_nest_start(msg->nlh, NFI_A_POLICY);

	(void)err;
	mnl_attr_put_u32(msg->nlh, NFI_A_POLICY_ID, *(const uint32_t *)id);
	mnl_attr_nest_end(msg->nlh, nest);
	return 0;
}

/**
 * nfi_nl_policy_add() - add a policy to the kernel's SPD
 * @nl: the socket
 * @policy: the policy
 * @id: its number, given by the kernel
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_policy_add(struct nfi_nl *nl, const struct nfi_policy *policy,
		      uint32_t *id, struct nfi_error *err)
{
	struct nfi_config reply = { .sas = NULL };
	int ret;

	ret = nfi_nl_ask(nl, NFI_CMD_POLICY_ADD, put_whole, policy,
			 read_policies, &reply, err);
	*id = reply.n_policies ? reply.policies->id : 0;
	nfi_config_clear(&reply);
	return ret;
}

/**
 * nfi_nl_policy_del() - remove a policy
 * @nl: the socket
 * @id: its number
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_policy_del(struct nfi_nl *nl, uint32_t id, struct nfi_error *err)
{
	return nfi_nl_ask(nl, NFI_CMD_POLICY_DEL, put_id, &id, NULL, NULL, err);
}

/**
 * nfi_nl_policy_find() - ask for one policy
 * @nl: the socket
 * @id: its number
 * @found: it is appended to these
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_policy_find(struct nfi_nl *nl, uint32_t id,
		       struct nfi_config *found, struct nfi_error *err)
{
	return nfi_nl_ask(nl, NFI_CMD_POLICY_GET, put_id, &id, read_policies,
			  found, err);
}

/**
 * nfi_nl_policy_list() - ask for all policies
 * @nl: the socket
 * @list: they are appended to these
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_policy_list(struct nfi_nl *nl, struct nfi_config *list,
		       struct nfi_error *err)
{
	return nfi_nl_call(nl, NFI_CMD_POLICY_GET, NLM_F_DUMP, read_policies,
			   list, err);
}
