// SPDX-License-Identifier: GPL-2.0
/*
 * Selectors to and from netlink attributes: one value where there is one, the
 * attributes for lists where there are several.
 */
#include "attr.h"

#include <string.h>
#include <sys/socket.h>

#include "error.h"
#include "model.h"
#include "selector.h"

/* One of the two sides: the types of its attributes. */
struct side {
	uint16_t v4;
	uint16_t v6;
	uint16_t len;
	uint16_t range;
	uint16_t min;
	uint16_t max;
	uint16_t ports;
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

static void put_ranges(struct nlmsghdr *nlh, const struct side *side,
		       const struct nfi_ranges *ranges)
{
	const struct nfi_range *range = ranges->items;
	struct nlattr *nest;
	uint8_t len;
	size_t i;

	if (ranges->n == 1 && nfi_text_range_prefix(range, &len)) {
		nfi_attr_put_addr(nlh, side->v4, side->v6, &range->first);
		mnl_attr_put_u8(nlh, side->len, len);
		return;
	}
	for (i = 0; i < ranges->n; i++, range++) {
		nest = mnl_attr_nest_start(nlh, side->range);
		nfi_attr_put_addr(nlh, NFI_A_RANGE_FIRST_V4,
				  NFI_A_RANGE_FIRST_V6, &range->first);
		nfi_attr_put_addr(nlh, NFI_A_RANGE_LAST_V4,
				  NFI_A_RANGE_LAST_V6, &range->last);
		mnl_attr_nest_end(nlh, nest);
	}
}

static void put_ports(struct nlmsghdr *nlh, const struct side *side,
		      const struct nfi_spans *ports)
{
	const struct nfi_span *span = ports->items;
	struct nlattr *nest;
	size_t i;

	if (ports->n == 1) {
		mnl_attr_put_u16(nlh, side->min, span->first);
		mnl_attr_put_u16(nlh, side->max, span->last);
		return;
	}
	for (i = 0; i < ports->n; i++, span++) {
		nest = mnl_attr_nest_start(nlh, side->ports);
		mnl_attr_put_u16(nlh, NFI_A_PORTS_FIRST, span->first);
		mnl_attr_put_u16(nlh, NFI_A_PORTS_LAST, span->last);
		mnl_attr_nest_end(nlh, nest);
	}
}

static void put_protocols(struct nlmsghdr *nlh, const struct nfi_spans *spans)
{
	uint8_t octets[NFI_LIST_MAX];
	size_t i;

	for (i = 0; i < spans->n; i++)
		octets[i] = spans->items[i].first;
	if (spans->n == 1)
		mnl_attr_put_u8(nlh, NFI_A_SELECTOR_PROTOCOL, octets[0]);
	else if (spans->n)
		mnl_attr_put(nlh, NFI_A_SELECTOR_PROTOCOLS, spans->n, octets);
}

/**
 * nfi_attr_put_selector() - put a selector, if it says anything
 * @nlh: the message
 * @type: type of the nest
 * @selector: the selector
 * @err: filled if there is no such interface
 *
 * Return: 0 or -1.
 */
int nfi_attr_put_selector(struct nlmsghdr *nlh, uint16_t type,
			  const struct nfi_selector *selector,
			  struct nfi_error *err)
{
	struct nlattr *nest;

	if (!nfi_selector_given(selector) && !selector->mark.mask &&
	    !*selector->interface)
		return 0;
	nest = mnl_attr_nest_start(nlh, type);
	put_ranges(nlh, &local_side, &selector->local);
	put_ranges(nlh, &remote_side, &selector->remote);
	put_protocols(nlh, &selector->protocols);
	/* of these there is one, as the protocol has it */
	put_ports(nlh, &local_side, &selector->local_ports);
	put_ports(nlh, &local_side, &selector->icmp_types);
	put_ports(nlh, &local_side, &selector->mh_types);
	put_ports(nlh, &remote_side, &selector->remote_ports);
	if (selector->mark.mask) {
		mnl_attr_put_u32(nlh, NFI_A_SELECTOR_MARK, selector->mark.value);
		mnl_attr_put_u32(nlh, NFI_A_SELECTOR_MARK_MASK,
				 selector->mark.mask);
	}
	if (nfi_attr_put_dev(nlh, NFI_A_SELECTOR_INTERFACE, "interface",
			     selector->interface, err))
		return -1;
	mnl_attr_nest_end(nlh, nest);
	return 0;
}

static int get_prefix(const struct nlattr **tb, const struct side *side,
		      struct nfi_ranges *ranges, struct nfi_error *err)
{
	struct nfi_range range;
	unsigned int i;

	nfi_attr_get_addr(tb[side->v4], tb[side->v6], &range.first);
	if (range.first.family == AF_UNSPEC)
		return 0;
	range.last = range.first;
	for (i = nfi_attr_u8(tb[side->len]);
	     i < nfi_text_addr_bits(&range.first); i++)
		range.last.bytes[i / 8] |= 0x80 >> i % 8;
	return nfi_ranges_add(ranges, &range, err);
}

static int get_range(const struct nlattr *nest, struct nfi_ranges *ranges,
		     struct nfi_error *err)
{
	const struct nlattr *tb[NFI_A_RANGE_MAX + 1];
	struct nfi_range range;

	nfi_attr_table(nest, tb, NFI_A_RANGE_MAX);
	nfi_attr_get_addr(tb[NFI_A_RANGE_FIRST_V4], tb[NFI_A_RANGE_FIRST_V6],
			  &range.first);
	nfi_attr_get_addr(tb[NFI_A_RANGE_LAST_V4], tb[NFI_A_RANGE_LAST_V6],
			  &range.last);
	return nfi_ranges_add(ranges, &range, err);
}

static int add_ports(const struct nlattr *first, const struct nlattr *last,
		     struct nfi_spans *spans, struct nfi_error *err)
{
	const struct nfi_span span = {
		nfi_attr_u16(first), nfi_attr_u16(last)
	};

	return first && last ? nfi_spans_add(spans, &span, err) : 0;
}

static int get_ports(const struct nlattr *nest, struct nfi_spans *spans,
		     struct nfi_error *err)
{
	const struct nlattr *tb[NFI_A_PORTS_MAX + 1];

	nfi_attr_table(nest, tb, NFI_A_PORTS_MAX);
	return add_ports(tb[NFI_A_PORTS_FIRST], tb[NFI_A_PORTS_LAST], spans,
			 err);
}

static int get_protocols(const struct nlattr *list, uint8_t one,
			 struct nfi_spans *spans, struct nfi_error *err)
{
	const uint8_t *octets = list ? mnl_attr_get_payload(list) : &one;
	size_t i, n = list ? mnl_attr_get_payload_len(list) : one != 0;
	struct nfi_span span;

	for (i = 0; i < n; i++) {
		span.first = octets[i];
		span.last = octets[i];
		if (nfi_spans_add(spans, &span, err))
			return -1;
	}
	return 0;
}

static int get_lists(const struct nlattr *nest, struct nfi_spans *local_ports,
		     struct nfi_selector *selector, struct nfi_error *err)
{
	const struct nlattr *attr;
	int ret = 0;

	mnl_attr_for_each_nested(attr, nest) {
		switch (mnl_attr_get_type(attr)) {
		case NFI_A_SELECTOR_LOCAL_RANGE:
			ret = get_range(attr, &selector->local, err);
			break;
		case NFI_A_SELECTOR_REMOTE_RANGE:
			ret = get_range(attr, &selector->remote, err);
			break;
		case NFI_A_SELECTOR_LOCAL_PORTS:
			ret = get_ports(attr, local_ports, err);
			break;
		case NFI_A_SELECTOR_REMOTE_PORTS:
			ret = get_ports(attr, &selector->remote_ports, err);
			break;
		}
		if (ret)
			return -1;
	}
	return 0;
}

/* What the local ports are to the protocols of this selector. */
static struct nfi_spans *meant(struct nfi_selector *selector)
{
	switch (nfi_selector_protocols(selector)) {
	case NFI_PORTS_ICMP:
		return &selector->icmp_types;
	case NFI_PORTS_MH:
		return &selector->mh_types;
	default:
		return &selector->local_ports;
	}
}

/**
 * nfi_attr_get_selector() - get a selector
 * @nest: the nest or NULL
 * @selector: the selector, empty before; the caller clears it, also after a
 *	failure
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_attr_get_selector(const struct nlattr *nest,
			  struct nfi_selector *selector, struct nfi_error *err)
{
	const struct nlattr *tb[NFI_A_SELECTOR_MAX + 1];
	struct nfi_spans *local;

	if (!nest)
		return 0;
	nfi_attr_table(nest, tb, NFI_A_SELECTOR_MAX);
	if (get_protocols(tb[NFI_A_SELECTOR_PROTOCOLS],
			  nfi_attr_u8(tb[NFI_A_SELECTOR_PROTOCOL]),
			  &selector->protocols, err))
		return -1;
	local = meant(selector);
	selector->mark.value = nfi_attr_u32(tb[NFI_A_SELECTOR_MARK]);
	selector->mark.mask = nfi_attr_u32(tb[NFI_A_SELECTOR_MARK_MASK]);
	nfi_attr_get_dev(tb[NFI_A_SELECTOR_INTERFACE], selector->interface);
	if (get_prefix(tb, &local_side, &selector->local, err) ||
	    get_prefix(tb, &remote_side, &selector->remote, err) ||
	    add_ports(tb[local_side.min], tb[local_side.max], local, err) ||
	    add_ports(tb[remote_side.min], tb[remote_side.max],
		      &selector->remote_ports, err))
		return -1;
	return get_lists(nest, local, selector, err);
}
