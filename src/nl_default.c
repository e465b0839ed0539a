// SPDX-License-Identifier: GPL-2.0
/*
 * What is decided before and after all policies, over the control protocol.
 * Process context.
 */
#include "netlink.h"
#include "net.h"
#include "netns.h"

static int get_action(struct nlattr *attr, u8 *action,
		      struct netlink_ext_ack *extack)
{
	if (!attr)
		return 0;
	*action = nla_get_u32(attr);
	if (*action == NFI_ACTION_PROTECT)
		return NFI_NL_REFUSE(extack, attr,
				     "by default packets are let pass or dropped: there is no SA for all");
	return 0;
}

static void set_entry(struct nlattr *attr, bool *off)
{
	if (attr)
		WRITE_ONCE(*off, !nla_get_u8(attr));
}

static int set(struct nfi_net *nn, struct nlattr *attr,
	       struct netlink_ext_ack *extack)
{
	u8 in = nn->defaults[NFI_DIR_IN], out = nn->defaults[NFI_DIR_OUT];
	struct nlattr *tb[NFI_A_DEFAULTS_MAX + 1];
	static const u16 read_only[] = {
		NFI_A_DEFAULTS_IKE_COUNTERS, NFI_A_DEFAULTS_DISCOVERY_COUNTERS,
	};
	int err;

	err = nla_parse_nested(tb, NFI_A_DEFAULTS_MAX, attr,
			       nfipsec_defaults_nl_policy, extack);
	if (!err)
		err = nfi_nl_refuse(tb, read_only, ARRAY_SIZE(read_only),
				    extack);
	if (!err)
		err = get_action(tb[NFI_A_DEFAULTS_IN], &in, extack);
	if (!err)
		err = get_action(tb[NFI_A_DEFAULTS_OUT], &out, extack);
	if (!err)
		err = nfi_netns_prepare(nn);
	if (err)
		return err;
	WRITE_ONCE(nn->defaults[NFI_DIR_IN], in);
	WRITE_ONCE(nn->defaults[NFI_DIR_OUT], out);
	set_entry(tb[NFI_A_DEFAULTS_IKE], &nn->builtin_off[NFI_BUILTIN_IKE]);
	set_entry(tb[NFI_A_DEFAULTS_DISCOVERY],
		  &nn->builtin_off[NFI_BUILTIN_DISCOVERY]);
	if (tb[NFI_A_DEFAULTS_ICMP])
		WRITE_ONCE(nn->tell, nla_get_u8(tb[NFI_A_DEFAULTS_ICMP]));
	nfi_netns_recheck_flows(nn);
	return 0;
}

int nfipsec_nl_defaults_set_doit(struct sk_buff *skb, struct genl_info *info)
{
	struct nfi_net *nn = nfi_net(genl_info_net(info));
	int err;

	if (!info->attrs[NFI_A_DEFAULTS])
		return NFI_NL_REFUSE(info->extack, NULL,
				     "no defaults in the message");
	mutex_lock(&nn->lock);
	err = set(nn, info->attrs[NFI_A_DEFAULTS], info->extack);
	nfi_netns_update(nn);
	mutex_unlock(&nn->lock);
	return err;
}

static int put(struct sk_buff *msg, struct nfi_net *nn)
{
	struct nlattr *nest = nla_nest_start(msg, NFI_A_DEFAULTS);

	if (!nest ||
	    nla_put_u32(msg, NFI_A_DEFAULTS_IN, nn->defaults[NFI_DIR_IN]) ||
	    nla_put_u32(msg, NFI_A_DEFAULTS_OUT, nn->defaults[NFI_DIR_OUT]) ||
	    nla_put_u8(msg, NFI_A_DEFAULTS_IKE,
		       !nn->builtin_off[NFI_BUILTIN_IKE]) ||
	    nla_put_u8(msg, NFI_A_DEFAULTS_DISCOVERY,
		       !nn->builtin_off[NFI_BUILTIN_DISCOVERY]) ||
	    nla_put_u8(msg, NFI_A_DEFAULTS_ICMP, nn->tell) ||
	    nfi_nl_put_traffic(msg, NFI_A_DEFAULTS_IKE_COUNTERS,
			       nn->builtin[NFI_BUILTIN_IKE], 0, 0) ||
	    nfi_nl_put_traffic(msg, NFI_A_DEFAULTS_DISCOVERY_COUNTERS,
			       nn->builtin[NFI_BUILTIN_DISCOVERY], 0, 0))
		return -EMSGSIZE;
	nla_nest_end(msg, nest);
	return 0;
}

int nfipsec_nl_defaults_get_doit(struct sk_buff *skb, struct genl_info *info)
{
	struct nfi_net *nn = nfi_net(genl_info_net(info));
	struct sk_buff *msg;
	void *hdr;
	int err;

	msg = nfi_nl_reply(info, &hdr);
	if (!msg)
		return -ENOMEM;
	mutex_lock(&nn->lock);
	err = put(msg, nn);
	mutex_unlock(&nn->lock);
	return nfi_nl_answer(msg, hdr, info, err);
}
