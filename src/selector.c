// SPDX-License-Identifier: GPL-2.0
/*
 * Flows held against selectors (RFC 4301 4.4.1.1). A selector with a port
 * range never matches a packet that does not show its ports, above all no
 * later fragment; OPAQUE matches nothing else, ANY matches both. Pure
 * comparisons: any context.
 */
#include "selector.h"

static inline bool range_matches(const struct nfi_ports *p,
				 const struct nfi_flow *flow, u16 port)
{
	if (likely(nfi_ports_any(p)))
		return true;
	if (flow->ports)
		return port >= p->min && port <= p->max;
	return nfi_ports_opaque(p);
}

static inline bool ports_match(const struct nfi_ports *one,
			       const struct nfi_ports *list, unsigned int n,
			       const struct nfi_flow *flow, u16 port)
{
	if (!n)
		return range_matches(one, flow, port);
	for (; n; n--, list++)
		if (range_matches(list, flow, port))
			return true;
	return false;
}

static inline bool address_matches(const struct nfi_prefix *one,
				   const struct nfi_range *list, unsigned int n,
				   const struct nfi_addr *addr)
{
	if (!n)
		return nfi_prefix_match(one, addr);
	for (; n; n--, list++)
		if (nfi_range_contains(list, addr))
			return true;
	return false;
}

static inline bool protocol_matches(const struct nfi_selector *sel, u8 protocol)
{
	if (sel->lists && sel->lists->n.protocols)
		return memchr(sel->lists->protocols, protocol,
			      sel->lists->n.protocols);
	return !sel->protocol || sel->protocol == protocol;
}

static bool prefix_equal(const struct nfi_prefix *a, const struct nfi_prefix *b)
{
	return a->len == b->len && nfi_addr_equal(&a->addr, &b->addr);
}

static bool ports_equal(const struct nfi_ports *a, const struct nfi_ports *b)
{
	return a->min == b->min && a->max == b->max;
}

static bool lists_equal(const struct nfi_lists *a, const struct nfi_lists *b)
{
	if (a == b)
		return true;
	return a && b && !memcmp(&a->n, &b->n, sizeof(a->n)) &&
	       !memcmp(a->data, b->data, nfi_lists_size(&a->n));
}

/**
 * nfi_selector_init() - make a selector that matches everything
 * @sel: to be filled
 */
void nfi_selector_init(struct nfi_selector *sel)
{
	*sel = (struct nfi_selector){
		.local_ports = { 0, U16_MAX },
		.remote_ports = { 0, U16_MAX },
	};
}

/**
 * nfi_selector_any() - does a selector match everything?
 * @sel: the selector
 *
 * Return: true if it does.
 */
bool nfi_selector_any(const struct nfi_selector *sel)
{
	struct nfi_selector any;

	nfi_selector_init(&any);
	return nfi_selector_equal(sel, &any);
}

/**
 * nfi_selector_is_prefixes() - does it ask for nothing but addresses?
 * @sel: the selector
 *
 * Return: true if a packet matches that is between the prefixes of both sides.
 */
bool nfi_selector_is_prefixes(const struct nfi_selector *sel)
{
	return !sel->lists && !sel->protocol &&
	       !nfi_selector_asks_link(sel) &&
	       nfi_ports_any(&sel->local_ports) &&
	       nfi_ports_any(&sel->remote_ports);
}

/**
 * nfi_selector_names() - does a selector ask for this protocol?
 * @sel: the selector
 * @protocol: next layer protocol
 *
 * Return: true if it is named, not if any protocol will do.
 */
bool nfi_selector_names(const struct nfi_selector *sel, u8 protocol)
{
	return (sel->protocol || (sel->lists && sel->lists->n.protocols)) &&
	       protocol_matches(sel, protocol);
}

/**
 * nfi_selector_match_upper() - the part of a match above the addresses
 * @sel: the selector
 * @flow: the packet's
 *
 * For the SPD, which has matched the addresses by hashing.
 *
 * Return: true if all else but the addresses matches.
 */
bool nfi_selector_match_upper(const struct nfi_selector *sel,
			      const struct nfi_flow *flow)
{
	const struct nfi_lists *l = sel->lists;

	return protocol_matches(sel, flow->protocol) &&
	       !((sel->mark ^ flow->mark) & sel->mark_mask) &&
	       (!sel->interface || sel->interface == flow->interface) &&
	       ports_match(&sel->local_ports, l ? l->local_ports : NULL,
			   l ? l->n.local_ports : 0, flow, flow->local_port) &&
	       ports_match(&sel->remote_ports, l ? l->remote_ports : NULL,
			   l ? l->n.remote_ports : 0, flow, flow->remote_port);
}

/**
 * nfi_selector_match() - does a packet match?
 * @sel: the selector
 * @flow: the packet's
 *
 * Return: true if it does.
 */
bool nfi_selector_match(const struct nfi_selector *sel,
			const struct nfi_flow *flow)
{
	const struct nfi_lists *l = sel->lists;

	if (sel->family && sel->family != flow->family)
		return false;
	return address_matches(&sel->local, l ? l->local : NULL,
			       l ? l->n.local : 0, &flow->local) &&
	       address_matches(&sel->remote, l ? l->remote : NULL,
			       l ? l->n.remote : 0, &flow->remote) &&
	       nfi_selector_match_upper(sel, flow);
}

/**
 * nfi_selector_equal() - are two selectors written the same?
 * @a: one
 * @b: the other
 *
 * Return: true if no field differs.
 */
bool nfi_selector_equal(const struct nfi_selector *a,
			const struct nfi_selector *b)
{
	return a->family == b->family && a->protocol == b->protocol &&
	       prefix_equal(&a->local, &b->local) &&
	       prefix_equal(&a->remote, &b->remote) &&
	       ports_equal(&a->local_ports, &b->local_ports) &&
	       ports_equal(&a->remote_ports, &b->remote_ports) &&
	       a->interface == b->interface && a->mark == b->mark &&
	       a->mark_mask == b->mark_mask && lists_equal(a->lists, b->lists);
}

/**
 * nfi_selector_first() - the first pair of prefixes that a selector has
 * @sel: the selector
 * @local: gets the first prefix of this side
 * @remote: gets the first prefix of the other side
 */
void nfi_selector_first(const struct nfi_selector *sel,
			struct nfi_prefix *local, struct nfi_prefix *remote)
{
	const struct nfi_lists *l = sel->lists;
	struct nfi_range rest;

	*local = sel->local;
	*remote = sel->remote;
	if (l && l->n.local) {
		rest = l->local[0];
		nfi_range_cut(&rest, sel->family, local);
	}
	if (l && l->n.remote) {
		rest = l->remote[0];
		nfi_range_cut(&rest, sel->family, remote);
	}
}
