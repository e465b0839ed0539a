// SPDX-License-Identifier: GPL-2.0
/*
 * Flows held against selectors (RFC 4301 4.4.1.1). A selector with a port
 * range never matches a packet that does not show its ports, above all no
 * later fragment. Pure comparisons: any context.
 */
#include "selector.h"

static bool ports_match(const struct nfi_ports *p, const struct nfi_flow *flow,
			u16 port)
{
	if (nfi_ports_any(p))
		return true;
	return flow->ports && port >= p->min && port <= p->max;
}

static bool prefix_equal(const struct nfi_prefix *a, const struct nfi_prefix *b)
{
	return a->len == b->len && nfi_addr_equal(&a->addr, &b->addr);
}

static bool ports_equal(const struct nfi_ports *a, const struct nfi_ports *b)
{
	return a->min == b->min && a->max == b->max;
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
 * nfi_selector_match_upper() - the part of a match above the addresses
 * @sel: the selector
 * @flow: the packet's
 *
 * For the SPD, which has matched the addresses by hashing.
 *
 * Return: true if protocol and ports match.
 */
bool nfi_selector_match_upper(const struct nfi_selector *sel,
			      const struct nfi_flow *flow)
{
	if (sel->protocol && sel->protocol != flow->protocol)
		return false;
	return ports_match(&sel->local_ports, flow, flow->local_port) &&
	       ports_match(&sel->remote_ports, flow, flow->remote_port);
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
	if (sel->family && sel->family != flow->family)
		return false;
	return nfi_prefix_match(&sel->local, &flow->local) &&
	       nfi_prefix_match(&sel->remote, &flow->remote) &&
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
	       ports_equal(&a->remote_ports, &b->remote_ports);
}
