// SPDX-License-Identifier: GPL-2.0
/*
 * Selectors over the control protocol (RFC 4301 4.4.1.1): from attributes, of
 * which there may be several of a kind, to a selector and back. Process
 * context.
 */
#include "netlink.h"
#include "lists.h"
#include "net.h"
#include "packet.h"

#include <linux/netdevice.h>

/* One of the two sides: the types of its attributes */
struct side {
	u16 v4;
	u16 v6;
	u16 len;
	u16 range;
	u16 min;
	u16 max;
	u16 ports;
};

static const struct side local_side = {
	NFI_A_SELECTOR_LOCAL_V4, NFI_A_SELECTOR_LOCAL_V6,
	NFI_A_SELECTOR_LOCAL_PREFIX_LEN, NFI_A_SELECTOR_LOCAL_RANGE,
	NFI_A_SELECTOR_LOCAL_PORT_MIN, NFI_A_SELECTOR_LOCAL_PORT_MAX,
	NFI_A_SELECTOR_LOCAL_PORTS,
};

static const struct side remote_side = {
	NFI_A_SELECTOR_REMOTE_V4, NFI_A_SELECTOR_REMOTE_V6,
	NFI_A_SELECTOR_REMOTE_PREFIX_LEN, NFI_A_SELECTOR_REMOTE_RANGE,
	NFI_A_SELECTOR_REMOTE_PORT_MIN, NFI_A_SELECTOR_REMOTE_PORT_MAX,
	NFI_A_SELECTOR_REMOTE_PORTS,
};

static int get_prefix(struct nlattr **tb, const struct side *side, u8 *family,
		      struct nfi_prefix *prefix, struct netlink_ext_ack *extack)
{
	struct nlattr *len = tb[side->len];
	struct nfi_addr *a = &prefix->addr;
	int i, err;

	err = nfi_nl_get_addr(tb, side->v4, side->v6, family, a, extack);
	if (err < 0)
		return err;
	if (!err) {
		if (!len)
			return 0;
		return NFI_NL_REFUSE(extack, len,
				     "a prefix length without an address");
	}
	if (tb[side->range])
		return NFI_NL_REFUSE(extack, tb[side->range],
				     "either a prefix or ranges of addresses");
	prefix->len = len ? nla_get_u8(len) : nfi_addr_bits(*family);
	if (prefix->len > nfi_addr_bits(*family))
		return NFI_NL_REFUSE(extack, len,
				     "prefix longer than an address of the family");
	for (i = 0; i < ARRAY_SIZE(a->w); i++)
		if (a->w[i] & ~nfi_prefix_mask(prefix->len, i))
			return NFI_NL_REFUSE(extack,
					     tb[side->v4] ?: tb[side->v6],
					     "address has bits beyond its prefix");
	return 0;
}

static int get_range(struct nlattr *attr, u8 *family, struct nfi_range *range,
		     struct netlink_ext_ack *extack)
{
	struct nlattr *tb[NFI_A_RANGE_MAX + 1];
	int min, max, err;

	err = nla_parse_nested(tb, NFI_A_RANGE_MAX, attr,
			       nfipsec_range_nl_policy, extack);
	if (err)
		return err;
	min = nfi_nl_get_addr(tb, NFI_A_RANGE_FIRST_V4, NFI_A_RANGE_FIRST_V6,
			      family, &range->min, extack);
	max = nfi_nl_get_addr(tb, NFI_A_RANGE_LAST_V4, NFI_A_RANGE_LAST_V6,
			      family, &range->max, extack);
	if (min < 0 || max < 0)
		return -EINVAL;
	if (!min || !max)
		return NFI_NL_REFUSE(extack, attr,
				     "a range of addresses has two ends");
	if (nfi_addr_compare(&range->min, &range->max) > 0)
		return NFI_NL_REFUSE(extack, attr,
				     "the lowest address is above the highest");
	return 0;
}

/* Either a range or, from 65535 to 0, OPAQUE */
static int set_ports(struct nlattr *min, struct nlattr *max,
		     struct nfi_ports *ports, struct netlink_ext_ack *extack)
{
	if (!min || !max)
		return NFI_NL_REFUSE(extack, min ?: max,
				     "a port range has two ends");
	ports->min = nla_get_u16(min);
	ports->max = nla_get_u16(max);
	if (nfi_ports_opaque(ports) && (ports->min != U16_MAX || ports->max))
		return NFI_NL_REFUSE(extack, min,
				     "the lowest port is above the highest");
	return 0;
}

static int get_ports(struct nlattr **tb, const struct side *side,
		     struct nfi_ports *ports, struct netlink_ext_ack *extack)
{
	if (!tb[side->min] && !tb[side->max])
		return 0;
	if (tb[side->ports])
		return NFI_NL_REFUSE(extack, tb[side->ports],
				     "either one range of ports or several");
	return set_ports(tb[side->min], tb[side->max], ports, extack);
}

static int get_listed_ports(struct nlattr *attr, struct nfi_ports *ports,
			    struct netlink_ext_ack *extack)
{
	struct nlattr *tb[NFI_A_PORTS_MAX + 1];
	int err;

	err = nla_parse_nested(tb, NFI_A_PORTS_MAX, attr,
			       nfipsec_ports_nl_policy, extack);
	return err ?: set_ports(tb[NFI_A_PORTS_FIRST], tb[NFI_A_PORTS_LAST],
				ports, extack);
}

static int count_lists(struct nlattr *nest, struct nfi_list_counts *n,
		       struct netlink_ext_ack *extack)
{
	struct nlattr *attr;
	int rem;

	nla_for_each_nested(attr, nest, rem) {
		switch (nla_type(attr)) {
		case NFI_A_SELECTOR_LOCAL_RANGE:
			n->local++;
			break;
		case NFI_A_SELECTOR_REMOTE_RANGE:
			n->remote++;
			break;
		case NFI_A_SELECTOR_LOCAL_PORTS:
			n->local_ports++;
			break;
		case NFI_A_SELECTOR_REMOTE_PORTS:
			n->remote_ports++;
			break;
		case NFI_A_SELECTOR_PROTOCOLS:
			n->protocols = nla_len(attr);
			if (!n->protocols)
				return NFI_NL_REFUSE(extack, attr,
						     "an empty list of protocols");
			break;
		}
		if (max3(n->local, n->remote, n->protocols) > NFI_LIST_MAX ||
		    max(n->local_ports, n->remote_ports) > NFI_LIST_MAX)
			return NFI_NL_REFUSE(extack, attr,
					     "a list of more than 64 values");
	}
	return 0;
}

static int fill_lists(struct nlattr *nest, struct nfi_selector *sel,
		      struct netlink_ext_ack *extack)
{
	struct nfi_lists *l = sel->lists;
	struct nfi_list_counts n = {};
	struct nlattr *attr;
	int err = 0, rem;

	nla_for_each_nested(attr, nest, rem) {
		switch (nla_type(attr)) {
		case NFI_A_SELECTOR_LOCAL_RANGE:
			err = get_range(attr, &sel->family,
					&l->local[n.local++], extack);
			break;
		case NFI_A_SELECTOR_REMOTE_RANGE:
			err = get_range(attr, &sel->family,
					&l->remote[n.remote++], extack);
			break;
		case NFI_A_SELECTOR_LOCAL_PORTS:
			err = get_listed_ports(attr,
					       &l->local_ports[n.local_ports++],
					       extack);
			break;
		case NFI_A_SELECTOR_REMOTE_PORTS:
			err = get_listed_ports(attr,
					       &l->remote_ports[n.remote_ports++],
					       extack);
			break;
		case NFI_A_SELECTOR_PROTOCOLS:
			if (memchr(nla_data(attr), 0, nla_len(attr)))
				return NFI_NL_REFUSE(extack, attr,
						     "protocol 0 in a list");
			memcpy(l->protocols, nla_data(attr), nla_len(attr));
			break;
		}
		if (err)
			return err;
	}
	return 0;
}

static int get_lists(struct nlattr *nest, struct nfi_selector *sel,
		     struct netlink_ext_ack *extack)
{
	struct nfi_list_counts n = {};
	int err = count_lists(nest, &n, extack);

	if (err || !nfi_lists_size(&n))
		return err;
	sel->lists = nfi_lists_new(&n);
	if (!sel->lists)
		return -ENOMEM;
	return fill_lists(nest, sel, extack);
}

static bool is_icmp(u8 protocol)
{
	return protocol == IPPROTO_ICMP || protocol == IPPROTO_ICMPV6;
}

static bool is_mobility(u8 protocol)
{
	return protocol == IPPROTO_MH;
}

static bool all_protocols(const struct nfi_selector *sel, bool (*is)(u8))
{
	const struct nfi_lists *l = sel->lists;
	unsigned int i;

	if (!l || !l->n.protocols)
		return is(sel->protocol);
	for (i = 0; i < l->n.protocols; i++)
		if (!is(l->protocols[i]))
			return false;
	return true;
}

/* Neither ANY nor OPAQUE, which go with every protocol */
static bool names_ports(const struct nfi_ports *one,
			const struct nfi_ports *list, unsigned int n)
{
	if (!n)
		return !nfi_ports_any(one) && !nfi_ports_opaque(one);
	for (; n; n--, list++)
		if (!nfi_ports_any(list) && !nfi_ports_opaque(list))
			return true;
	return false;
}

static int check_ports(struct nlattr **tb, const struct nfi_selector *sel,
		       struct netlink_ext_ack *extack)
{
	const struct nfi_lists *l = sel->lists;
	const struct side *side;
	struct nlattr *attr;
	bool local, remote;

	local = names_ports(&sel->local_ports, l ? l->local_ports : NULL,
			    l ? l->n.local_ports : 0);
	remote = names_ports(&sel->remote_ports, l ? l->remote_ports : NULL,
			     l ? l->n.remote_ports : 0);
	if ((!local && !remote) || all_protocols(sel, nfi_packet_has_ports))
		return 0;
	side = remote ? &remote_side : &local_side;
	attr = tb[side->min] ?: tb[side->ports];
	if (!all_protocols(sel, is_icmp) && !all_protocols(sel, is_mobility))
		return NFI_NL_REFUSE(extack, attr,
				     "ports of a protocol that has none");
	if (remote)
		return NFI_NL_REFUSE(extack, attr,
				     "the types of ICMP and mobility headers are local ports");
	return 0;
}

/* In the same hold of the mutex as the policy comes, or somebody may forget a device
 * before its policy is there
 */
static bool is_there(const struct nfi_net *nn, int ifindex)
{
	bool there;

	lockdep_assert_held(&nn->lock);
	rcu_read_lock();
	there = dev_get_by_index_rcu(nn->net, ifindex);
	rcu_read_unlock();
	return there;
}

static int get_link(struct nfi_net *nn, struct nlattr **tb,
		    struct nfi_selector *sel, struct netlink_ext_ack *extack)
{
	struct nlattr *mark = tb[NFI_A_SELECTOR_MARK];
	struct nlattr *mask = tb[NFI_A_SELECTOR_MARK_MASK];
	struct nlattr *interface = tb[NFI_A_SELECTOR_INTERFACE];

	if (!mark && mask)
		return NFI_NL_REFUSE(extack, mask, "a mask without a mark");
	if (mark) {
		sel->mark = nla_get_u32(mark);
		sel->mark_mask = mask ? nla_get_u32(mask) : U32_MAX;
		if (!sel->mark_mask)
			return NFI_NL_REFUSE(extack, mask,
					     "a mask without a bit");
		if (sel->mark & ~sel->mark_mask)
			return NFI_NL_REFUSE(extack, mark,
					     "the mark has bits beyond its mask");
	}
	if (interface) {
		sel->interface = nla_get_u32(interface);
		if (!is_there(nn, sel->interface))
			return NFI_NL_REFUSE(extack, interface,
					     "no interface has this index");
	}
	return 0;
}

static int get_selector(struct nfi_net *nn, struct nlattr *attr,
			struct nfi_selector *sel,
			struct netlink_ext_ack *extack)
{
	struct nlattr *tb[NFI_A_SELECTOR_MAX + 1];
	int err;

	err = nla_parse_nested(tb, NFI_A_SELECTOR_MAX, attr,
			       nfipsec_selector_nl_policy, extack);
	if (err)
		return err;
	if (tb[NFI_A_SELECTOR_PROTOCOL]) {
		sel->protocol = nla_get_u8(tb[NFI_A_SELECTOR_PROTOCOL]);
		if (tb[NFI_A_SELECTOR_PROTOCOLS])
			return NFI_NL_REFUSE(extack,
					     tb[NFI_A_SELECTOR_PROTOCOLS],
					     "either one protocol or several");
	}
	err = get_prefix(tb, &local_side, &sel->family, &sel->local, extack) ?:
	      get_prefix(tb, &remote_side, &sel->family, &sel->remote,
			 extack) ?:
	      get_ports(tb, &local_side, &sel->local_ports, extack) ?:
	      get_ports(tb, &remote_side, &sel->remote_ports, extack) ?:
	      get_link(nn, tb, sel, extack) ?:
	      get_lists(attr, sel, extack) ?:
	      check_ports(tb, sel, extack);
	if (err)
		return err;
	if (nfi_policy_pairs(sel) > NFI_PAIRS_MAX)
		return NFI_NL_REFUSE(extack, attr,
				     "the ranges make more than 1024 pairs of prefixes");
	return 0;
}

/**
 * nfi_nl_get_selector() - read a selector
 * @nn: the namespace
 * @attr: the nest, or NULL for one that matches everything
 * @sel: to be filled; its lists are counted, to be given back with
 *	nfi_lists_put(); it has none after an error
 * @extack: gets the reason of a refusal
 *
 * Context: configuration mutex.
 * Return: 0, -EINVAL or -ENOMEM.
 */
int nfi_nl_get_selector(struct nfi_net *nn, struct nlattr *attr,
			struct nfi_selector *sel,
			struct netlink_ext_ack *extack)
{
	int err;

	nfi_selector_init(sel);
	if (!attr)
		return 0;
	err = get_selector(nn, attr, sel, extack);
	if (err) {
		nfi_lists_put(sel->lists);
		sel->lists = NULL;
	}
	return err;
}

static bool put_range(struct sk_buff *msg, int type, u8 family,
		      const struct nfi_range *range)
{
	struct nlattr *nest = nla_nest_start(msg, type);

	if (!nest ||
	    nfi_nl_put_addr(msg, NFI_A_RANGE_FIRST_V4, NFI_A_RANGE_FIRST_V6, family,
			    &range->min) ||
	    nfi_nl_put_addr(msg, NFI_A_RANGE_LAST_V4, NFI_A_RANGE_LAST_V6, family,
			    &range->max))
		return true;
	nla_nest_end(msg, nest);
	return false;
}

static bool put_addresses(struct sk_buff *msg, const struct side *side,
			  u8 family, const struct nfi_prefix *one,
			  const struct nfi_range *list, unsigned int n)
{
	if (!n)
		return nfi_nl_put_addr(msg, side->v4, side->v6, family,
				       &one->addr) ||
		       nla_put_u8(msg, side->len, one->len);
	for (; n; n--, list++)
		if (put_range(msg, side->range, family, list))
			return true;
	return false;
}

static bool put_listed_ports(struct sk_buff *msg, int type,
			     const struct nfi_ports *ports)
{
	struct nlattr *nest = nla_nest_start(msg, type);

	if (!nest || nla_put_u16(msg, NFI_A_PORTS_FIRST, ports->min) ||
	    nla_put_u16(msg, NFI_A_PORTS_LAST, ports->max))
		return true;
	nla_nest_end(msg, nest);
	return false;
}

static bool put_ports(struct sk_buff *msg, const struct side *side,
		      const struct nfi_ports *one,
		      const struct nfi_ports *list, unsigned int n)
{
	if (!n)
		return !nfi_ports_any(one) &&
		       (nla_put_u16(msg, side->min, one->min) ||
			nla_put_u16(msg, side->max, one->max));
	for (; n; n--, list++)
		if (put_listed_ports(msg, side->ports, list))
			return true;
	return false;
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
	static const struct nfi_lists none;
	const struct nfi_lists *l = sel->lists ?: &none;
	struct nlattr *nest = nla_nest_start(msg, type);

	if (!nest)
		return -EMSGSIZE;
	if (sel->family &&
	    (put_addresses(msg, &local_side, sel->family, &sel->local, l->local,
			   l->n.local) ||
	     put_addresses(msg, &remote_side, sel->family, &sel->remote,
			   l->remote, l->n.remote)))
		return -EMSGSIZE;
	if ((sel->protocol &&
	     nla_put_u8(msg, NFI_A_SELECTOR_PROTOCOL, sel->protocol)) ||
	    (l->n.protocols &&
	     nla_put(msg, NFI_A_SELECTOR_PROTOCOLS, l->n.protocols,
		     l->protocols)))
		return -EMSGSIZE;
	if (put_ports(msg, &local_side, &sel->local_ports, l->local_ports,
		      l->n.local_ports) ||
	    put_ports(msg, &remote_side, &sel->remote_ports, l->remote_ports,
		      l->n.remote_ports))
		return -EMSGSIZE;
	if ((sel->mark_mask &&
	     (nla_put_u32(msg, NFI_A_SELECTOR_MARK, sel->mark) ||
	      nla_put_u32(msg, NFI_A_SELECTOR_MARK_MASK, sel->mark_mask))) ||
	    (sel->interface &&
	     nla_put_u32(msg, NFI_A_SELECTOR_INTERFACE, sel->interface)))
		return -EMSGSIZE;
	nla_nest_end(msg, nest);
	return 0;
}
