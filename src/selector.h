/* SPDX-License-Identifier: GPL-2.0 */
/* Traffic selectors and the flows they are held against (RFC 4301 4.4.1.1) */
#ifndef NFI_SELECTOR_H
#define NFI_SELECTOR_H

#include "addr.h"

/**
 * struct nfi_flow - what a selector can see of a packet
 * @local: source of an outbound, destination of an inbound packet
 * @remote: the other one
 * @local_port: host byte order
 * @remote_port: host byte order
 * @family: AF_INET or AF_INET6
 * @protocol: next layer protocol
 * @ports: the packet shows its ports: neither a later fragment nor a protocol
 *	without ports; else both are 0
 * @pad: 0, flows are compared as memory
 */
struct nfi_flow {
	struct nfi_addr local;
	struct nfi_addr remote;
	u16 local_port;
	u16 remote_port;
	u8 family;
	u8 protocol;
	bool ports;
	u8 pad;
} __aligned(8);

/**
 * struct nfi_ports - a range of ports, host byte order, both ends included
 * @min: lowest
 * @max: highest; the whole range 0 to 65535 also matches packets without ports
 */
struct nfi_ports {
	u16 min;
	u16 max;
};

/**
 * struct nfi_selector - which packets
 * @local: prefix of this side
 * @remote: prefix of the other side
 * @local_ports: of this side
 * @remote_ports: of the other side
 * @family: AF_INET, AF_INET6, or AF_UNSPEC to match everything
 * @protocol: next layer protocol, 0 for any
 */
struct nfi_selector {
	struct nfi_prefix local;
	struct nfi_prefix remote;
	struct nfi_ports local_ports;
	struct nfi_ports remote_ports;
	u8 family;
	u8 protocol;
};

static_assert(sizeof(struct nfi_flow) == 5 * sizeof(u64));

static inline bool nfi_flow_equal(const struct nfi_flow *a,
				  const struct nfi_flow *b)
{
	const u64 *x = (const u64 *)a, *y = (const u64 *)b;

	return !((x[0] ^ y[0]) | (x[1] ^ y[1]) | (x[2] ^ y[2]) |
		 (x[3] ^ y[3]) | (x[4] ^ y[4]));
}

static inline bool nfi_ports_any(const struct nfi_ports *p)
{
	return !p->min && p->max == U16_MAX;
}

bool nfi_selector_any(const struct nfi_selector *sel);
void nfi_selector_init(struct nfi_selector *sel);
bool nfi_selector_match(const struct nfi_selector *sel,
			const struct nfi_flow *flow);
bool nfi_selector_match_upper(const struct nfi_selector *sel,
			      const struct nfi_flow *flow);
bool nfi_selector_equal(const struct nfi_selector *a,
			const struct nfi_selector *b);

#endif
