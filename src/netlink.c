// SPDX-License-Identifier: GPL-2.0
/*
 * What the handlers of the control protocol share: addresses and counters to
 * and from attributes, replies; and the small operations, on
 * everything at once. Process context. Every refusal has its text.
 */
#include "netlink.h"
#include "device.h"
#include "net.h"
#include "netns.h"

#include <linux/netdevice.h>
#include <net/ipv6.h>

/**
 * nfi_nl_get_addr() - read an address
 * @tb: attributes
 * @v4: type of the IPv4 attribute
 * @v6: type of the IPv6 attribute
 * @family: AF_UNSPEC, or what it has to be; set to the address's
 * @addr: to be filled; zero if there is none
 * @extack: gets the reason of a refusal
 *
 * Return: 1, 0 if there is none, or -EINVAL.
 */
int nfi_nl_get_addr(struct nlattr **tb, int v4, int v6, u8 *family,
		    struct nfi_addr *addr, struct netlink_ext_ack *extack)
{
	u8 found = tb[v4] ? AF_INET : AF_INET6;
	struct in6_addr in6;

	*addr = (struct nfi_addr){};
	if (!tb[v4] && !tb[v6])
		return 0;
	if ((tb[v4] && tb[v6]) || (*family && *family != found)) {
		NL_SET_ERR_MSG_ATTR(extack, tb[v6] ?: tb[v4],
				    "addresses of different families");
		return -EINVAL;
	}
	*family = found;
	if (found == AF_INET) {
		nfi_addr_set4(addr, nla_get_in_addr(tb[v4]));
	} else {
		in6 = nla_get_in6_addr(tb[v6]);
		nfi_addr_set6(addr, &in6);
	}
	return 1;
}

/**
 * nfi_nl_check_ends() - can an SA be between these addresses?
 * @local: of one family
 * @remote: of the same
 * @attr: where to point at if not, or NULL
 * @extack: gets the reason of a refusal
 *
 * Return: 0 or -EINVAL.
 */
int nfi_nl_check_ends(const struct nfi_addr *local, const struct nfi_addr *remote,
		      struct nlattr *attr, struct netlink_ext_ack *extack)
{
	static const struct nfi_addr unspecified;

	/* packets would go out from it, or to this host */
	if (nfi_addr_equal(local, &unspecified) ||
	    nfi_addr_equal(remote, &unspecified))
		return NFI_NL_REFUSE(extack, attr,
				     "the unspecified address is no end of an SA");
	if (nfi_addr_equal(local, remote))
		return NFI_NL_REFUSE(extack, attr,
				     "the other end of the SA is this end");
	return 0;
}

/**
 * nfi_nl_put_addr() - write an address
 * @msg: the message; Borrows @msg.
 * @v4: type of the IPv4 attribute
 * @v6: type of the IPv6 attribute
 * @family: AF_INET or AF_INET6
 * @addr: the address
 *
 * Return: 0 or -EMSGSIZE.
 */
int nfi_nl_put_addr(struct sk_buff *msg, int v4, int v6, u8 family,
		    const struct nfi_addr *addr)
{
	if (family == AF_INET)
		return nla_put_in_addr(msg, v4, addr->w[0]);
	return nla_put_in6_addr(msg, v6, nfi_addr_in6(addr));
}

/**
 * nfi_nl_put_traffic() - write counters
 * @msg: the message; Borrows @msg.
 * @type: of the nest
 * @traffic: the counters
 * @drops: packets dropped
 * @last_drop: enum nfi_reason of the last of them
 *
 * Return: 0 or -EMSGSIZE.
 */
int nfi_nl_put_traffic(struct sk_buff *msg, int type,
		       struct nfi_traffic __percpu *traffic, u64 drops,
		       u32 last_drop)
{
	struct nlattr *nest = nla_nest_start(msg, type);
	const int pad = NFI_A_COUNTERS_PAD;
	struct nfi_totals totals;

	if (!nest)
		return -EMSGSIZE;
	nfi_traffic_sum(traffic, &totals);
	if (nla_put_u64_64bit(msg, NFI_A_COUNTERS_PACKETS, totals.packets, pad) ||
	    nla_put_u64_64bit(msg, NFI_A_COUNTERS_BYTES, totals.bytes, pad) ||
	    nla_put_u64_64bit(msg, NFI_A_COUNTERS_DROPS, drops, pad))
		return -EMSGSIZE;
	if (drops && nla_put_u32(msg, NFI_A_COUNTERS_LAST_DROP, last_drop))
		return -EMSGSIZE;
	if (totals.idle_ms != U64_MAX &&
	    nla_put_u64_64bit(msg, NFI_A_COUNTERS_IDLE_MS, totals.idle_ms, pad))
		return -EMSGSIZE;
	nla_nest_end(msg, nest);
	return 0;
}

/**
 * nfi_nl_refuse() - refuse attributes that only come back
 * @tb: attributes
 * @types: that must not be there
 * @n: how many
 * @extack: gets the reason of a refusal
 *
 * Return: 0 or -EINVAL.
 */
int nfi_nl_refuse(struct nlattr **tb, const u16 *types, size_t n,
		  struct netlink_ext_ack *extack)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (tb[types[i]]) {
			NL_SET_ERR_MSG_ATTR(extack, tb[types[i]],
					    "this attribute cannot be set");
			return -EINVAL;
		}
	}
	return 0;
}

/**
 * nfi_nl_reply() - begin a reply
 * @info: of the request
 * @hdr: to be given to nfi_nl_answer()
 *
 * Return: the message, or NULL.
 */
struct sk_buff *nfi_nl_reply(struct genl_info *info, void **hdr)
{
	struct sk_buff *msg = genlmsg_new(NFI_NL_SIZE, GFP_KERNEL);

	if (!msg)
		return NULL;
	*hdr = genlmsg_put_reply(msg, info, &nfipsec_nl_family, 0,
				 info->genlhdr->cmd);
	if (*hdr)
		return msg;
	nlmsg_free(msg);
	return NULL;
}

/**
 * nfi_nl_answer() - end a reply and send it, or drop it for an error
 * @msg: Consumes @msg.
 * @hdr: from nfi_nl_reply()
 * @info: of the request
 * @err: 0, or why there is no reply
 *
 * Return: @err, 0 or an error of netlink.
 */
int nfi_nl_answer(struct sk_buff *msg, void *hdr, struct genl_info *info,
		  int err)
{
	if (err) {
		nlmsg_free(msg);
		return err;
	}
	genlmsg_end(msg, hdr);
	return genlmsg_reply(msg, info);
}

/**
 * nfi_nl_get() - show one SA or policy
 * @info: of the request
 * @find: finds it under the configuration mutex, or has an error
 * @put: writes an object as nfi_nl_put_sa() does
 *
 * Return: 0, the error of @find, -ENOMEM, -EMSGSIZE or an error of netlink.
 */
int nfi_nl_get(struct genl_info *info,
	       void *(*find)(struct nfi_net *nn, struct genl_info *info,
			     int *err),
	       nfi_nl_put_t *put)
{
	struct nfi_net *nn = nfi_net(genl_info_net(info));
	struct sk_buff *msg;
	void *object, *hdr;
	int err;

	msg = nfi_nl_reply(info, &hdr);
	if (!msg)
		return -ENOMEM;
	mutex_lock(&nn->lock);
	object = find(nn, info, &err);
	if (object)
		err = put(msg, object);
	mutex_unlock(&nn->lock);
	return nfi_nl_answer(msg, hdr, info, err);
}

/**
 * nfi_nl_dump() - one part of a dump of SAs or policies
 * @skb: the message to be filled
 * @cb: state of the dump: the number of the object to go on from
 * @objects: all of them by number; changed under the configuration mutex
 * @cmd: of the answers
 * @put: writes an object as nfi_nl_put_sa() does
 *
 * Return: length of the message; 0 when there is nothing more; -EMSGSIZE if one
 * object does not fit into a message.
 */
int nfi_nl_dump(struct sk_buff *skb, struct netlink_callback *cb,
		struct xarray *objects, u8 cmd, nfi_nl_put_t *put)
{
	struct nfi_net *nn = nfi_net(sock_net(skb->sk));
	unsigned long id = cb->args[0];
	void *object, *hdr;
	int err = 0;

	mutex_lock(&nn->lock);
	cb->seq = nn->changes;
	xa_for_each_start(objects, id, object, id) {
		hdr = genlmsg_put(skb, NETLINK_CB(cb->skb).portid,
				  cb->nlh->nlmsg_seq, &nfipsec_nl_family,
				  NLM_F_MULTI, cmd);
		if (!hdr)
			break;
		if (put(skb, object)) {
			genlmsg_cancel(skb, hdr);
			/* not the end, if there was no room for even one */
			err = -EMSGSIZE;
			break;
		}
		genl_dump_check_consistent(cb, hdr);
		genlmsg_end(skb, hdr);
		cb->args[0] = id + 1;
	}
	mutex_unlock(&nn->lock);
	return skb->len ?: err;
}

static int reply_removed(struct genl_info *info, unsigned int removed)
{
	struct sk_buff *msg;
	void *hdr;

	msg = nfi_nl_reply(info, &hdr);
	if (!msg)
		return -ENOMEM;
	return nfi_nl_answer(msg, hdr, info,
			     nla_put_u32(msg, NFI_A_REMOVED, removed));
}

int nfipsec_nl_sa_flush_doit(struct sk_buff *skb, struct genl_info *info)
{
	struct nfi_net *nn = nfi_net(genl_info_net(info));
	unsigned int removed;

	mutex_lock(&nn->lock);
	removed = nfi_netns_flush_sad(nn);
	nfi_netns_update(nn);
	mutex_unlock(&nn->lock);
	return reply_removed(info, removed);
}

int nfipsec_nl_policy_flush_doit(struct sk_buff *skb, struct genl_info *info)
{
	struct nfi_net *nn = nfi_net(genl_info_net(info));
	struct nfi_policy *policy;
	unsigned int removed;
	unsigned long id;

	mutex_lock(&nn->lock);
	removed = nfi_netns_flush_spd(nn, &nn->spd);
	/* what is left is in the SPDs of other devices */
	xa_for_each(&nn->policies, id, policy) {
		nfi_spd_remove(policy->spd, policy);
		nfi_netns_drop_policy(nn, policy);
		removed++;
	}
	nfi_netns_recheck_flows(nn);
	nfi_netns_update(nn);
	mutex_unlock(&nn->lock);
	return reply_removed(info, removed);
}

static int put_drops(struct sk_buff *msg, struct nfi_net *nn)
{
	struct nlattr *nest;
	u32 reason;

	for (reason = 1; reason <= NFI_REASON_MAX; reason++) {
		nest = nla_nest_start(msg, NFI_A_DROP);
		if (!nest || nla_put_u32(msg, NFI_A_DROP_REASON, reason) ||
		    nla_put_u64_64bit(msg, NFI_A_DROP_PACKETS,
				      nfi_drops_sum(nn->drops, reason),
				      NFI_A_DROP_PAD))
			return -EMSGSIZE;
		nla_nest_end(msg, nest);
	}
	return 0;
}

int nfipsec_nl_stats_get_doit(struct sk_buff *skb, struct genl_info *info)
{
	struct nfi_net *nn = nfi_net(genl_info_net(info));
	const struct net_device *dev;
	struct sk_buff *msg;
	int ifindex, err;
	void *hdr;

	msg = nfi_nl_reply(info, &hdr);
	if (!msg)
		return -ENOMEM;
	rcu_read_lock();
	dev = rcu_dereference(nn->device);
	ifindex = dev ? dev->ifindex : 0;
	rcu_read_unlock();

	err = put_drops(msg, nn);
	if (!err && ifindex)
		err = nla_put_u32(msg, NFI_A_DEVICE, ifindex);
	if (!err)
		err = nla_put_u32(msg, NFI_A_SAS, READ_ONCE(nn->sad.count)) ?:
		      nla_put_u32(msg, NFI_A_POLICIES, READ_ONCE(nn->count));
	return nfi_nl_answer(msg, hdr, info, err);
}
