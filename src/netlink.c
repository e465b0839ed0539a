// SPDX-License-Identifier: GPL-2.0
/*
 * What the handlers of the control protocol share: addresses, selectors and
 * counters to and from attributes, replies; and the small operations, on
 * everything at once. Process context. Every refusal has its text.
 */
#include "netlink.h"
#include "device.h"
#include "net.h"
#include "netns.h"
#include "packet.h"

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

static int get_prefix(struct nlattr **tb, int v4, int v6, int len, u8 *family,
		      struct nfi_prefix *prefix, struct netlink_ext_ack *extack)
{
	int i, err = nfi_nl_get_addr(tb, v4, v6, family, &prefix->addr, extack);
	struct nfi_addr *a = &prefix->addr;

	if (err < 0)
		return err;
	if (!err) {
		if (!tb[len])
			return 0;
		NL_SET_ERR_MSG_ATTR(extack, tb[len],
				    "a prefix length without an address");
		return -EINVAL;
	}
	prefix->len = tb[len] ? nla_get_u8(tb[len]) : nfi_addr_bits(*family);
	if (prefix->len > nfi_addr_bits(*family)) {
		NL_SET_ERR_MSG_ATTR(extack, tb[len],
				    "prefix longer than an address of the family");
		return -EINVAL;
	}
	for (i = 0; i < ARRAY_SIZE(a->w); i++) {
		if (a->w[i] & ~nfi_prefix_mask(prefix->len, i)) {
			NL_SET_ERR_MSG_ATTR(extack, tb[v4] ?: tb[v6],
					    "address has bits beyond its prefix");
			return -EINVAL;
		}
	}
	return 0;
}

static int get_ports(struct nlattr **tb, int min, int max,
		     struct nfi_ports *ports, u8 protocol,
		     struct netlink_ext_ack *extack)
{
	if (!tb[min] && !tb[max])
		return 0;
	if (!tb[min] || !tb[max]) {
		NL_SET_ERR_MSG(extack, "a port range has two ends");
		return -EINVAL;
	}
	ports->min = nla_get_u16(tb[min]);
	ports->max = nla_get_u16(tb[max]);
	if (ports->min > ports->max) {
		NL_SET_ERR_MSG_ATTR(extack, tb[min],
				    "the lowest port is above the highest");
		return -EINVAL;
	}
	if (!nfi_ports_any(ports) && !nfi_packet_has_ports(protocol)) {
		NL_SET_ERR_MSG_ATTR(extack, tb[min],
				    "ports of a protocol that has none");
		return -EINVAL;
	}
	return 0;
}

/**
 * nfi_nl_get_selector() - read a selector
 * @attr: the nest, or NULL for one that matches everything
 * @sel: to be filled
 * @extack: gets the reason of a refusal
 *
 * Return: 0 or -EINVAL.
 */
int nfi_nl_get_selector(struct nlattr *attr, struct nfi_selector *sel,
			struct netlink_ext_ack *extack)
{
	struct nlattr *tb[NFI_A_SELECTOR_MAX + 1];
	int err;

	nfi_selector_init(sel);
	if (!attr)
		return 0;
	err = nla_parse_nested(tb, NFI_A_SELECTOR_MAX, attr,
			       nfipsec_selector_nl_policy, extack);
	if (err)
		return err;
	if (tb[NFI_A_SELECTOR_PROTOCOL])
		sel->protocol = nla_get_u8(tb[NFI_A_SELECTOR_PROTOCOL]);
	err = get_prefix(tb, NFI_A_SELECTOR_LOCAL_V4, NFI_A_SELECTOR_LOCAL_V6,
			 NFI_A_SELECTOR_LOCAL_PREFIX_LEN, &sel->family,
			 &sel->local, extack);
	if (!err)
		err = get_prefix(tb, NFI_A_SELECTOR_REMOTE_V4,
				 NFI_A_SELECTOR_REMOTE_V6,
				 NFI_A_SELECTOR_REMOTE_PREFIX_LEN, &sel->family,
				 &sel->remote, extack);
	if (!err)
		err = get_ports(tb, NFI_A_SELECTOR_LOCAL_PORT_MIN,
				NFI_A_SELECTOR_LOCAL_PORT_MAX, &sel->local_ports,
				sel->protocol, extack);
	if (!err)
		err = get_ports(tb, NFI_A_SELECTOR_REMOTE_PORT_MIN,
				NFI_A_SELECTOR_REMOTE_PORT_MAX,
				&sel->remote_ports, sel->protocol, extack);
	return err;
}

static bool put_ports(struct sk_buff *msg, int min, int max,
		      const struct nfi_ports *ports)
{
	return !nfi_ports_any(ports) && (nla_put_u16(msg, min, ports->min) ||
					 nla_put_u16(msg, max, ports->max));
}

/**
 * nfi_nl_put_selector() - write a selector
 * @msg: the message; Borrows @msg.
 * @type: of the nest
 * @sel: the selector
 *
 * Return: 0 or -EMSGSIZE.
 */
int nfi_nl_put_selector(struct sk_buff *msg, int type,
			const struct nfi_selector *sel)
{
	struct nlattr *nest = nla_nest_start(msg, type);

	if (!nest)
		return -EMSGSIZE;
	if (sel->family &&
	    (nfi_nl_put_addr(msg, NFI_A_SELECTOR_LOCAL_V4,
			     NFI_A_SELECTOR_LOCAL_V6, sel->family,
			     &sel->local.addr) ||
	     nla_put_u8(msg, NFI_A_SELECTOR_LOCAL_PREFIX_LEN, sel->local.len) ||
	     nfi_nl_put_addr(msg, NFI_A_SELECTOR_REMOTE_V4,
			     NFI_A_SELECTOR_REMOTE_V6, sel->family,
			     &sel->remote.addr) ||
	     nla_put_u8(msg, NFI_A_SELECTOR_REMOTE_PREFIX_LEN,
			sel->remote.len)))
		return -EMSGSIZE;
	if (sel->protocol &&
	    nla_put_u8(msg, NFI_A_SELECTOR_PROTOCOL, sel->protocol))
		return -EMSGSIZE;
	if (put_ports(msg, NFI_A_SELECTOR_LOCAL_PORT_MIN,
		      NFI_A_SELECTOR_LOCAL_PORT_MAX, &sel->local_ports) ||
	    put_ports(msg, NFI_A_SELECTOR_REMOTE_PORT_MIN,
		      NFI_A_SELECTOR_REMOTE_PORT_MAX, &sel->remote_ports))
		return -EMSGSIZE;
	nla_nest_end(msg, nest);
	return 0;
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
 * nfi_nl_wipe() - wipe the SAs of a request, for they have keys in them
 * @info: of the request, which is freed without being wiped
 */
void nfi_nl_wipe(struct genl_info *info)
{
	struct nlattr *attr;
	int rem;

	nlmsg_for_each_attr(attr, info->nlhdr, GENL_HDRLEN, rem)
		if (nla_type(attr) == NFI_A_SA)
			memzero_explicit(nla_data(attr), nla_len(attr));
}

/**
 * nfi_nl_reply() - begin a reply
 * @info: of the request
 * @hdr: to be given to nfi_nl_send_reply()
 *
 * Return: the message, or NULL.
 */
struct sk_buff *nfi_nl_reply(struct genl_info *info, void **hdr)
{
	struct sk_buff *msg = genlmsg_new(NLMSG_GOODSIZE, GFP_KERNEL);

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
 * nfi_nl_send_reply() - end a reply and send it
 * @msg: Consumes @msg.
 * @hdr: from nfi_nl_reply()
 * @info: of the request
 *
 * Return: 0 or an error of netlink.
 */
int nfi_nl_send_reply(struct sk_buff *msg, void *hdr, struct genl_info *info)
{
	genlmsg_end(msg, hdr);
	return genlmsg_reply(msg, info);
}

static int reply_removed(struct genl_info *info, unsigned int removed)
{
	struct sk_buff *msg;
	void *hdr;

	msg = nfi_nl_reply(info, &hdr);
	if (!msg)
		return -ENOMEM;
	if (nla_put_u32(msg, NFI_A_REMOVED, removed)) {
		nlmsg_free(msg);
		return -EMSGSIZE;
	}
	return nfi_nl_send_reply(msg, hdr, info);
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
	int ifindex;
	void *hdr;

	msg = nfi_nl_reply(info, &hdr);
	if (!msg)
		return -ENOMEM;
	rcu_read_lock();
	dev = rcu_dereference(nn->device);
	ifindex = dev ? dev->ifindex : 0;
	rcu_read_unlock();

	if (put_drops(msg, nn) ||
	    (ifindex && nla_put_u32(msg, NFI_A_DEVICE, ifindex)) ||
	    nla_put_u32(msg, NFI_A_SAS, READ_ONCE(nn->sad.count)) ||
	    nla_put_u32(msg, NFI_A_POLICIES, READ_ONCE(nn->count))) {
		nlmsg_free(msg);
		return -EMSGSIZE;
	}
	return nfi_nl_send_reply(msg, hdr, info);
}
