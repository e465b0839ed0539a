// SPDX-License-Identifier: GPL-2.0
/*
 * What a selector may say.
 */
#include "selector.h"

#include <stddef.h>
#include <sys/socket.h>

#include "error.h"
#include "model.h"
#include "option.h"
#include "text.h"

enum { LOCAL, REMOTE, PROTO, LOCAL_PORT, REMOTE_PORT, ICMP_TYPE, MH_TYPE };

#define SELECTOR_LIST(word, type, field)				\
	{								\
		.name = (word),						\
		.kind = (type),						\
		.offset = offsetof(struct nfi_selector, field),		\
	}

const struct nfi_option nfi_selector_options[] = {
	[LOCAL] = SELECTOR_LIST("local", NFI_OPTION_RANGES, local),
	[REMOTE] = SELECTOR_LIST("remote", NFI_OPTION_RANGES, remote),
	[PROTO] = SELECTOR_LIST("proto", NFI_OPTION_PROTOCOLS, protocols),
	[LOCAL_PORT] = SELECTOR_LIST("local-port", NFI_OPTION_PORTS,
				     local_ports),
	[REMOTE_PORT] = SELECTOR_LIST("remote-port", NFI_OPTION_PORTS,
				      remote_ports),
	[ICMP_TYPE] = SELECTOR_LIST("icmp-type", NFI_OPTION_ICMP_TYPES,
				    icmp_types),
	[MH_TYPE] = SELECTOR_LIST("mh-type", NFI_OPTION_MH_TYPES, mh_types),
	{ .name = NULL }
};

/**
 * nfi_selector_given() - which parts a selector has
 * @selector: the selector
 *
 * Return: one bit for each entry of nfi_selector_options[].
 */
uint64_t nfi_selector_given(const struct nfi_selector *selector)
{
	uint64_t given = 0;

	if (selector->local.n)
		given |= NFI_BIT(LOCAL);
	if (selector->remote.n)
		given |= NFI_BIT(REMOTE);
	if (selector->protocols.n)
		given |= NFI_BIT(PROTO);
	if (selector->local_ports.n)
		given |= NFI_BIT(LOCAL_PORT);
	if (selector->remote_ports.n)
		given |= NFI_BIT(REMOTE_PORT);
	if (selector->icmp_types.n)
		given |= NFI_BIT(ICMP_TYPE);
	if (selector->mh_types.n)
		given |= NFI_BIT(MH_TYPE);
	return given;
}

/**
 * nfi_selector_protocols() - what all protocols of a selector have in common
 * @selector: the selector
 *
 * Return: what a port means to them.
 */
enum nfi_port_meaning
nfi_selector_protocols(const struct nfi_selector *selector)
{
	enum nfi_port_meaning all = NFI_PORTS_NONE, one;
	size_t i;

	for (i = 0; i < selector->protocols.n; i++) {
		one = nfi_text_port_meaning(selector->protocols.items[i].first);
		if (i && one != all)
			return NFI_PORTS_NONE;
		all = one;
	}
	return all;
}

/* OPAQUE goes with every protocol. */
static bool names_ports(const struct nfi_spans *spans)
{
	size_t i;

	for (i = 0; i < spans->n; i++)
		if (!nfi_text_opaque(&spans->items[i]))
			return true;
	return false;
}

static int check_family(const struct nfi_ranges *ranges, uint32_t *family,
			const char *option, struct nfi_error *err)
{
	size_t i;

	for (i = 0; i < ranges->n; i++) {
		if (*family == AF_UNSPEC)
			*family = ranges->items[i].first.family;
		if (*family != ranges->items[i].first.family)
			return nfi_error_at(err, option,
					    "the prefixes are of two address families");
	}
	return 0;
}

static int check_ports(const struct nfi_selector *selector,
		       struct nfi_error *err)
{
	enum nfi_port_meaning meaning = nfi_selector_protocols(selector);
	const char *option = NULL;

	if (selector->icmp_types.n && meaning != NFI_PORTS_ICMP)
		return nfi_error_at(err, nfi_selector_options[ICMP_TYPE].name,
				    "goes only with proto icmp or icmpv6");
	if (selector->mh_types.n && meaning != NFI_PORTS_MH)
		return nfi_error_at(err, nfi_selector_options[MH_TYPE].name,
				    "goes only with proto ipv6-mh");
	if (meaning == NFI_PORTS_PORTS)
		return 0;
	if (names_ports(&selector->local_ports))
		option = nfi_selector_options[LOCAL_PORT].name;
	else if (names_ports(&selector->remote_ports))
		option = nfi_selector_options[REMOTE_PORT].name;
	else
		return 0;
	return nfi_error_at(err, option,
			    "ports go only with proto tcp, udp, sctp, dccp or udplite");
}

/**
 * nfi_selector_check() - do the parts fit together?
 * @selector: the selector
 * @err: filled if not
 *
 * Return: 0 or -1.
 */
int nfi_selector_check(const struct nfi_selector *selector,
		       struct nfi_error *err)
{
	uint32_t family = AF_UNSPEC;

	if (check_family(&selector->local, &family,
			 nfi_selector_options[LOCAL].name, err) ||
	    check_family(&selector->remote, &family,
			 nfi_selector_options[REMOTE].name, err))
		return -1;
	return check_ports(selector, err);
}
