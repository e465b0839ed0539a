/* SPDX-License-Identifier: GPL-2.0 */
/* Which SA, between which ends and by which route: the way of a packet out */
#ifndef NFI_WAY_H
#define NFI_WAY_H

#include <linux/types.h>

struct dst_entry;
struct nfi_net;
struct nfi_path;
struct nfi_sa;

/* SAs around one packet at the most. One that is sealed goes the way out again if
 * a policy is for it (RFC 4301 appendix E), before nfi_seal() returns.
 */
#define NFI_NEST_MAX	4

/**
 * struct nfi_way - what is known of the way of a packet, borrowed but for the route
 * @nn: the namespace
 * @sa: by which it goes
 * @path: of @sa, the same all the way
 * @route: to the other end, counted
 * @dst: ours, that the packet came with
 * @piece: it is one of a packet that was fragmented
 */
struct nfi_way {
	struct nfi_net *nn;
	struct nfi_sa *sa;
	struct nfi_path *path;
	struct dst_entry *route;
	struct dst_entry *dst;
	bool piece;
};

struct dst_entry *nfi_way_route(struct nfi_way *way);
unsigned int nfi_way_head(const struct nfi_way *way);
unsigned int nfi_way_tail(const struct nfi_way *way);
unsigned int nfi_way_mtu(const struct nfi_way *way, unsigned int head);

#endif
