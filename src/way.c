// SPDX-License-Identifier: GPL-2.0
/*
 * The way of a packet out: the SA, its ends, the route to the other end, and what
 * follows from them: the room that headers and trailer take, and how large the
 * packet inside may be (RFC 4301 8.2). Bottom halves disabled, RCU read side.
 */
#include "way.h"
#include "ah.h"
#include "esp.h"
#include "net.h"
#include "path.h"
#include "pmtu.h"
#include "wire.h"

#include <linux/netdevice.h>
#include <net/dst.h>

/**
 * nfi_way_route() - find the way to the other end
 * @way: with the SA; gets path and route
 *
 * Return: the route, which is the caller's to release, or NULL.
 */
struct dst_entry *nfi_way_route(struct nfi_way *way)
{
	way->path = nfi_path(way->sa);
	way->route = nfi_path_route(way->path, way->nn->net,
				    way->sa->conf.family);
	return way->route;
}

/**
 * nfi_way_head() - the room that a packet wants in front
 * @way: with its route
 *
 * Return: octets for all headers, that of the link included.
 */
unsigned int nfi_way_head(const struct nfi_way *way)
{
	unsigned int head = way->path->head + LL_RESERVED_SPACE(way->route->dev);

	return way->sa->conf.key.protocol == IPPROTO_AH ? head + NFI_AH_ROOM :
							  head;
}

/**
 * nfi_way_tail() - and behind
 * @way: with its SA
 *
 * Return: octets of padding, trailer and ICV, at the most, without TFC padding.
 */
unsigned int nfi_way_tail(const struct nfi_way *way)
{
	const struct nfi_suite *suite = &way->sa->suite;

	if (way->sa->conf.key.protocol == IPPROTO_AH)
		return 0;
	return suite->block + NFI_ESP_TLEN + suite->icv_len;
}

/* Of the outer headers, and of UDP */
static unsigned int outer_len(const struct nfi_sa *sa,
			      const struct nfi_path *path)
{
	return nfi_ip_hlen(sa->conf.family) + path->udp_len;
}

/* The largest packet that fits into @mtu, in tunnel mode with the whole packet
 * as payload, in transport mode with what follows its IP headers, which are
 * @head octets long
 */
static unsigned int largest(const struct nfi_sa *sa,
			    const struct nfi_path *path, unsigned int head,
			    unsigned int mtu)
{
	if (sa->conf.key.protocol == IPPROTO_AH)
		return mtu > path->head ? mtu - path->head : 0;
	if (sa->conf.mode == NFI_MODE_TUNNEL)
		return nfi_pmtu_payload(&sa->suite, outer_len(sa, path), mtu);
	return head + nfi_pmtu_payload(&sa->suite, head + path->udp_len, mtu);
}

/* What is left of a path by the SAs that a policy puts around this one's packets */
static unsigned int nested_mtu(const struct nfi_net *nn,
			       const struct nfi_sa *sa,
			       const struct nfi_path *path, unsigned int mtu,
			       unsigned int n)
{
	struct nfi_flow flow = {
		.family = sa->conf.family,
		.protocol = path->next_header,
		.local = path->local,
		.remote = path->remote,
	};
	const struct nfi_policy *policy;
	const struct nfi_sa *outer;

	policy = nfi_spd_lookup(&nn->spd, NFI_DIR_OUT, &flow);
	if (n == NFI_NEST_MAX || !policy || !policy->nests || !policy->bundle)
		return mtu;
	outer = nfi_bundle_sa(policy->bundle);
	if (!outer)
		return mtu;
	mtu = nested_mtu(nn, outer, nfi_path(outer), mtu, n + 1);
	return largest(outer, nfi_path(outer), outer_len(sa, path), mtu);
}

/**
 * nfi_way_mtu() - how large may a packet be?
 * @way: with its route
 * @head: octets of its IP headers, which stay outside in transport mode
 *
 * What SAs around this one take is taken into account (RFC 4301 appendix E).
 *
 * Return: octets, 0 if none fits.
 */
unsigned int nfi_way_mtu(const struct nfi_way *way, unsigned int head)
{
	unsigned int mtu = dst_mtu(way->route), inner;
	struct nfi_path *path = way->path;
	u32 known = READ_ONCE(path->mtu);

	if (unlikely(READ_ONCE(way->nn->nests))) {
		mtu = nested_mtu(way->nn, way->sa, path, mtu, 1);
		return largest(way->sa, path, head, mtu);
	}
	/* as for the last packet, where its headers do not matter */
	if (likely(known >> 16 == mtu))
		return known & U16_MAX;
	inner = largest(way->sa, path, head, mtu);
	if (way->sa->conf.mode == NFI_MODE_TUNNEL && mtu <= U16_MAX)
		WRITE_ONCE(path->mtu, mtu << 16 | inner);
	return inner;
}
