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

enum { LOCAL, REMOTE, PROTO, LOCAL_PORT, REMOTE_PORT };

const struct nfi_option nfi_selector_options[] = {
	[LOCAL] = {
		.name = "local",
		.kind = NFI_OPTION_PREFIX,
		.offset = offsetof(struct nfi_selector, local),
	},
	[REMOTE] = {
		.name = "remote",
		.kind = NFI_OPTION_PREFIX,
		.offset = offsetof(struct nfi_selector, remote),
	},
	[PROTO] = {
		.name = "proto",
		.kind = NFI_OPTION_PROTOCOL,
		.offset = offsetof(struct nfi_selector, protocol),
	},
	[LOCAL_PORT] = {
		.name = "local-port",
		.kind = NFI_OPTION_PORTS,
		.offset = offsetof(struct nfi_selector, local_ports),
	},
	[REMOTE_PORT] = {
		.name = "remote-port",
		.kind = NFI_OPTION_PORTS,
		.offset = offsetof(struct nfi_selector, remote_ports),
	},
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

	if (selector->local.addr.family != AF_UNSPEC)
		given |= NFI_BIT(LOCAL);
	if (selector->remote.addr.family != AF_UNSPEC)
		given |= NFI_BIT(REMOTE);
	if (selector->protocol)
		given |= NFI_BIT(PROTO);
	if (selector->local_ports.set)
		given |= NFI_BIT(LOCAL_PORT);
	if (selector->remote_ports.set)
		given |= NFI_BIT(REMOTE_PORT);
	return given;
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
	uint32_t local = selector->local.addr.family;
	uint32_t remote = selector->remote.addr.family;
	const char *option;

	if (local != AF_UNSPEC && remote != AF_UNSPEC && local != remote)
		return nfi_error_at(err, nfi_selector_options[REMOTE].name,
				    "the prefixes are of two address families");
	if (nfi_text_protocol_has_ports(selector->protocol))
		return 0;
	if (selector->local_ports.set)
		option = nfi_selector_options[LOCAL_PORT].name;
	else if (selector->remote_ports.set)
		option = nfi_selector_options[REMOTE_PORT].name;
	else
		return 0;
	return nfi_error_at(err, option,
			    "ports go only with proto tcp, udp, sctp, dccp or udplite");
}
