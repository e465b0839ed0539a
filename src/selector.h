/* SPDX-License-Identifier: GPL-2.0 */
/* Traffic selectors and the flows they are held against (RFC 4301 4.4.1.1) */
#ifndef NFI_SELECTOR_H
#define NFI_SELECTOR_H

#include <linux/refcount.h>

#include "range.h"

/**
 * struct nfi_flow - what a selector can see of a packet
 * @local: source of an outbound, destination of an inbound packet
 * @remote: the other one
 * @local_port: host byte order; of ICMP type * 256 + code, of a mobility header
 *	type * 256 (RFC 7296 3.13.1), in either direction
 * @remote_port: host byte order
 * @family: AF_INET or AF_INET6
 * @protocol: next layer protocol
 * @ports: the packet shows its ports, or its ICMP type: neither a later fragment
 *	nor a protocol without; else both are 0
 * @mark: of the packet, as the firewall may have set it
 * @interface: index of the device that the packet comes from or leaves by
 */
struct nfi_flow {
	struct nfi_addr local;
	struct nfi_addr remote;
	u16 local_port;
	u16 remote_port;
	u8 family;
	u8 protocol;
	bool ports;
	u32 mark;
	int interface;
};

/**
 * struct nfi_ports - a range of ports, host byte order, both ends included
 * @min: lowest
 * @max: highest; the whole range 0 to 65535, ANY, also matches packets without
 *	ports, the range 65535 to 0, OPAQUE, nothing else (RFC 7296 3.13.1)
 */
struct nfi_ports {
	u16 min;
	u16 max;
};

/**
 * struct nfi_list_counts - how long the lists of a selector are
 * @local: address ranges
 * @remote: address ranges
 * @local_ports: port ranges
 * @remote_ports: port ranges
 * @protocols: protocols
 */
struct nfi_list_counts {
	u16 local;
	u16 remote;
	u16 local_ports;
	u16 remote_ports;
	u16 protocols;
};

/**
 * struct nfi_lists - what a selector has several of
 * @refs: [a] selectors that share it
 * @n: [I] how many of each
 * @local: [I] addresses of this side
 * @remote: [I] addresses of the other side
 * @local_ports: [I] of this side
 * @remote_ports: [I] of the other side
 * @protocols: [I] next layer protocols
 * @data: all of them, in this order
 */
struct nfi_lists {
	refcount_t refs;
	struct nfi_list_counts n;
	struct nfi_range *local;
	struct nfi_range *remote;
	struct nfi_ports *local_ports;
	struct nfi_ports *remote_ports;
	u8 *protocols;
	u32 data[];
};

/**
 * struct nfi_selector - which packets
 * @local: prefix of this side
 * @remote: prefix of the other side
 * @local_ports: of this side; of ICMP and mobility headers the types, as in
 *	struct nfi_flow
 * @remote_ports: of the other side
 * @family: AF_INET, AF_INET6, or AF_UNSPEC to match everything
 * @protocol: next layer protocol, 0 for any
 * @interface: index of the device that a packet comes from or leaves by, 0 for
 *	any
 * @mark: of the packet
 * @mark_mask: which bits of it count
 * @lists: several of the above: where there is a list it stands in the place of
 *	the one value; NULL if there is none; counted
 */
struct nfi_selector {
	struct nfi_prefix local;
	struct nfi_prefix remote;
	struct nfi_ports local_ports;
	struct nfi_ports remote_ports;
	u8 family;
	u8 protocol;
	int interface;
	u32 mark;
	u32 mark_mask;
	struct nfi_lists *lists;
};

static inline size_t nfi_lists_size(const struct nfi_list_counts *n)
{
	return (n->local + n->remote) * sizeof(struct nfi_range) +
	       (n->local_ports + n->remote_ports) * sizeof(struct nfi_ports) +
	       n->protocols;
}

/* Does it ask for more than what is in every packet of a flow? */
static inline bool nfi_selector_asks_link(const struct nfi_selector *sel)
{
	return sel->mark_mask || sel->interface;
}

static inline bool nfi_ports_any(const struct nfi_ports *p)
{
	return !p->min && p->max == U16_MAX;
}

static inline bool nfi_ports_opaque(const struct nfi_ports *p)
{
	return p->min > p->max;
}

bool nfi_selector_names(const struct nfi_selector *sel, u8 protocol);
bool nfi_selector_any(const struct nfi_selector *sel);
bool nfi_selector_is_prefixes(const struct nfi_selector *sel);
void nfi_selector_first(const struct nfi_selector *sel,
			struct nfi_prefix *local, struct nfi_prefix *remote);
void nfi_selector_init(struct nfi_selector *sel);
bool nfi_selector_match(const struct nfi_selector *sel,
			const struct nfi_flow *flow);
bool nfi_selector_match_upper(const struct nfi_selector *sel,
			      const struct nfi_flow *flow);
bool nfi_selector_equal(const struct nfi_selector *a,
			const struct nfi_selector *b);

#endif
