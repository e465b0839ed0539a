// SPDX-License-Identifier: GPL-2.0
/*
 * Policies over the control protocol: from attributes to an entry of an SPD and
 * back, and the operations on single policies. Process context.
 */
#include "netlink.h"
#include "device.h"
#include "lists.h"
#include "net.h"
#include "netns.h"

static const u16 read_only[] = { NFI_A_POLICY_ID, NFI_A_POLICY_COUNTERS };

static u32 get_u32(struct nlattr *attr, u32 otherwise)
{
	return attr ? nla_get_u32(attr) : otherwise;
}

/* What PROTECT is to be done with */
static int get_template(struct nlattr **tb, struct nfi_policy_conf *conf,
			struct netlink_ext_ack *extack)
{
	int local, remote;

	conf->protocol = tb[NFI_A_POLICY_PROTOCOL] ?
			 nla_get_u8(tb[NFI_A_POLICY_PROTOCOL]) : IPPROTO_ESP;
	conf->mode = get_u32(tb[NFI_A_POLICY_MODE], NFI_MODE_TUNNEL);
	conf->reqid = get_u32(tb[NFI_A_POLICY_REQID], 0);
	if (conf->protocol != IPPROTO_ESP && conf->protocol != IPPROTO_AH)
		return NFI_NL_REFUSE(extack, NULL,
				     "only ESP, protocol 50, and AH, 51, are offered");
	if (conf->dir == NFI_DIR_OUT && !conf->reqid)
		return NFI_NL_REFUSE(extack, NULL, "PROTECT needs the reqid of its SAs");

	local = nfi_nl_get_addr(tb, NFI_A_POLICY_LOCAL_V4, NFI_A_POLICY_LOCAL_V6,
				&conf->family, &conf->local, extack);
	remote = nfi_nl_get_addr(tb, NFI_A_POLICY_REMOTE_V4,
				 NFI_A_POLICY_REMOTE_V6, &conf->family,
				 &conf->remote, extack);
	if (local < 0 || remote < 0)
		return -EINVAL;
	if (local != remote)
		return NFI_NL_REFUSE(extack, NULL,
			      "a local and a remote outer address, or neither");
	return local ? nfi_nl_check_ends(&conf->local, &conf->remote, NULL, extack) : 0;
}

/**
 * nfi_nl_get_policy() - read a policy
 * @nn: the namespace
 * @attr: the nest
 * @conf: to be filled; the lists of its selector are counted, unless this fails
 * @extack: gets the reason of a refusal
 *
 * Context: configuration mutex.
 * Return: 0 or -EINVAL.
 */
int nfi_nl_get_policy(struct nfi_net *nn, struct nlattr *attr,
		      struct nfi_policy_conf *conf,
		      struct netlink_ext_ack *extack)
{
	struct nlattr *tb[NFI_A_POLICY_MAX + 1];
	struct nfi_spd *spd;
	int err;

	*conf = (struct nfi_policy_conf){};
	err = nla_parse_nested(tb, NFI_A_POLICY_MAX, attr,
			       nfipsec_policy_nl_policy, extack);
	if (!err)
		err = nfi_nl_refuse(tb, read_only, ARRAY_SIZE(read_only), extack);
	if (err)
		return err;
	if (!tb[NFI_A_POLICY_DIRECTION] || !tb[NFI_A_POLICY_ACTION])
		return NFI_NL_REFUSE(extack, NULL, "a policy has a direction and an action");
	conf->dir = nla_get_u32(tb[NFI_A_POLICY_DIRECTION]);
	conf->action = nla_get_u32(tb[NFI_A_POLICY_ACTION]);
	conf->priority = get_u32(tb[NFI_A_POLICY_PRIORITY], 0);
	conf->device = get_u32(tb[NFI_A_POLICY_DEVICE], 0);
	spd = nfi_device_spd(nn, conf->device);
	if (!spd)
		return NFI_NL_REFUSE(extack, NULL, "no nfipsec device has this index");
	/* the policy device has two names */
	if (spd == &nn->spd)
		conf->device = 0;
	if (conf->action == NFI_ACTION_PROTECT) {
		err = get_template(tb, conf, extack);
		if (err)
			return err;
	}
	return nfi_nl_get_selector(nn, tb[NFI_A_POLICY_SELECTOR],
				   &conf->selector, extack);
}

/**
 * nfi_nl_make_policy() - make a policy with its id and bundle
 * @nn: the namespace
 * @conf: from nfi_nl_get_policy()
 * @extack: gets the reason of a refusal
 *
 * Context: configuration mutex.
 * Return: the policy, to be freed by nfi_netns_drop_policy(), or an ERR_PTR().
 */
struct nfi_policy *nfi_nl_make_policy(struct nfi_net *nn,
				      const struct nfi_policy_conf *conf,
				      struct netlink_ext_ack *extack)
{
	struct nfi_policy *policy = nfi_policy_new(conf);
	int err;

	if (!policy)
		return ERR_PTR(-ENOMEM);
	/* its place only: nobody shall find it before it is inserted */
	err = xa_alloc(&nn->policies, &policy->id, NULL, xa_limit_32b,
		       GFP_KERNEL_ACCOUNT);
	if (!err && conf->action == NFI_ACTION_PROTECT &&
	    conf->dir == NFI_DIR_OUT) {
		policy->bundle = nfi_bundle_get(&nn->sad, conf->reqid,
						conf->protocol, conf->mode);
		err = policy->bundle ? 0 : -ENOMEM;
	}
	if (!err)
		return policy;
	nfi_netns_drop_policy(nn, policy);
	return ERR_PTR(err);
}

/**
 * nfi_nl_route_policy() - give the bundle of a policy its way out
 * @nn: the namespace, which has its policy device
 * @policy: not inserted yet
 *
 * Context: configuration mutex.
 * Return: 0 or -ENOMEM.
 */
int nfi_nl_route_policy(struct nfi_net *nn, struct nfi_policy *policy)
{
	if (!policy->bundle)
		return 0;
	return nfi_device_route(nn, policy->conf.device, policy->bundle);
}

/**
 * nfi_nl_put_policy() - write a policy
 * @msg: the message; Borrows @msg.
 * @policy: the policy
 *
 * Return: 0 or -EMSGSIZE.
 */
int nfi_nl_put_policy(struct sk_buff *msg, const struct nfi_policy *policy)
{
	struct nlattr *nest = nla_nest_start(msg, NFI_A_POLICY);
	const struct nfi_policy_conf *conf = &policy->conf;

	if (!nest || nla_put_u32(msg, NFI_A_POLICY_ID, policy->id) ||
	    (conf->device &&
	     nla_put_u32(msg, NFI_A_POLICY_DEVICE, conf->device)) ||
	    nla_put_u32(msg, NFI_A_POLICY_DIRECTION, conf->dir) ||
	    nla_put_u32(msg, NFI_A_POLICY_PRIORITY, conf->priority) ||
	    nla_put_u32(msg, NFI_A_POLICY_ACTION, conf->action) ||
	    nfi_nl_put_selector(msg, NFI_A_POLICY_SELECTOR, &conf->selector) ||
	    nfi_nl_put_traffic(msg, NFI_A_POLICY_COUNTERS, policy->traffic, 0,
			       0))
		return -EMSGSIZE;
	if (conf->action == NFI_ACTION_PROTECT &&
	    (nla_put_u8(msg, NFI_A_POLICY_PROTOCOL, conf->protocol) ||
	     nla_put_u32(msg, NFI_A_POLICY_MODE, conf->mode) ||
	     (conf->reqid &&
	      nla_put_u32(msg, NFI_A_POLICY_REQID, conf->reqid))))
		return -EMSGSIZE;
	if (conf->family &&
	    (nfi_nl_put_addr(msg, NFI_A_POLICY_LOCAL_V4, NFI_A_POLICY_LOCAL_V6,
			     conf->family, &conf->local) ||
	     nfi_nl_put_addr(msg, NFI_A_POLICY_REMOTE_V4,
			     NFI_A_POLICY_REMOTE_V6, conf->family,
			     &conf->remote)))
		return -EMSGSIZE;
	nla_nest_end(msg, nest);
	return 0;
}

static int put_object(struct sk_buff *msg, void *policy)
{
	return nfi_nl_put_policy(msg, policy);
}

static int add(struct nfi_net *nn, struct nlattr *attr, struct sk_buff *msg,
	       struct netlink_ext_ack *extack)
{
	struct nfi_policy_conf conf;
	struct nfi_policy *policy;
	struct nfi_spd *spd;
	int err;

	err = nfi_nl_get_policy(nn, attr, &conf, extack);
	if (err)
		return err;
	spd = nfi_device_spd(nn, conf.device);
	if (nfi_spd_find(spd, &conf)) {
		NL_SET_ERR_MSG(extack, "there is a policy equal to this one");
		policy = ERR_PTR(-EEXIST);
	} else {
		policy = nfi_nl_make_policy(nn, &conf, extack);
	}
	nfi_lists_put(conf.selector.lists);
	if (IS_ERR(policy))
		return PTR_ERR(policy);
	err = nfi_device_ensure(nn, extack) ?:
	      nfi_netns_prepare(nn) ?:
	      nfi_nl_route_policy(nn, policy);
	/* the reply first: once inserted there is no way back */
	if (!err)
		err = nfi_nl_put_policy(msg, policy) ?: nfi_spd_insert(spd, policy);
	if (err) {
		nfi_netns_drop_policy(nn, policy);
		return err;
	}
	nfi_netns_add_policy(nn, policy);
	nfi_netns_recheck_flows(nn);
	return 0;
}

int nfipsec_nl_policy_add_doit(struct sk_buff *skb, struct genl_info *info)
{
	struct nfi_net *nn = nfi_net(genl_info_net(info));
	struct nlattr *attr = info->attrs[NFI_A_POLICY];
	struct sk_buff *msg;
	void *hdr;
	int err;

	if (!attr)
		return NFI_NL_REFUSE(info->extack, NULL, "no policy in the message");
	msg = nfi_nl_reply(info, &hdr);
	if (!msg)
		return -ENOMEM;
	mutex_lock(&nn->lock);
	do {
		err = add(nn, attr, msg, info->extack);
	} while (err == -EAGAIN);
	nfi_netns_update(nn);
	mutex_unlock(&nn->lock);
	return nfi_nl_answer(msg, hdr, info, err);
}

static void *find(struct nfi_net *nn, struct genl_info *info, int *err)
{
	struct nlattr *tb[NFI_A_POLICY_MAX + 1];
	struct nfi_policy *policy = NULL;

	if (!info->attrs[NFI_A_POLICY]) {
		*err = NFI_NL_REFUSE(info->extack, NULL, "which policy?");
		return NULL;
	}
	*err = nla_parse_nested(tb, NFI_A_POLICY_MAX, info->attrs[NFI_A_POLICY],
				nfipsec_policy_nl_policy, info->extack);
	if (*err)
		return NULL;
	if (tb[NFI_A_POLICY_ID])
		policy = xa_load(&nn->policies,
				 nla_get_u32(tb[NFI_A_POLICY_ID]));
	if (!policy) {
		NL_SET_ERR_MSG(info->extack, "no policy has this id");
		*err = -ENOENT;
	}
	return policy;
}

int nfipsec_nl_policy_del_doit(struct sk_buff *skb, struct genl_info *info)
{
	struct nfi_net *nn = nfi_net(genl_info_net(info));
	struct nfi_policy *policy;
	int err;

	mutex_lock(&nn->lock);
	policy = find(nn, info, &err);
	if (policy) {
		nfi_spd_remove(policy->spd, policy);
		nfi_netns_drop_policy(nn, policy);
		nfi_netns_recheck_flows(nn);
		nfi_netns_update(nn);
	}
	mutex_unlock(&nn->lock);
	return err;
}

int nfipsec_nl_policy_get_doit(struct sk_buff *skb, struct genl_info *info)
{
	return nfi_nl_get(info, find, put_object);
}

int nfipsec_nl_policy_get_dumpit(struct sk_buff *skb,
				 struct netlink_callback *cb)
{
	struct nfi_net *nn = nfi_net(sock_net(skb->sk));

	return nfi_nl_dump(skb, cb, &nn->policies, NFI_CMD_POLICY_GET,
			   put_object);
}
