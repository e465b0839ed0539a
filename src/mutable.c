// SPDX-License-Identifier: GPL-2.0
/*
 * The mutable fields of IP headers (RFC 4302 3.3.3.1 and appendix A): what may
 * change on the way is zeroed, what changes in a way that can be foreseen is
 * set to what it will be at the other end. Works on a copy of the headers, not
 * on the packet. Any context.
 *
 * IPv4, Z is zeroed:			IPv6:
 *
 *	+-----+-----+-------+--------+		+---+-------+------------------+
 *	| 4 L |  Z  | total length   |		| 6 |   Z   |        Z         |
 *	+-----+-----+-------+--------+		+---+-------+------+-----+-----+
 *	| identification | Z|   Z    |		| payload length   |next |  Z  |
 *	+-----+-----+-------+--------+		+------------------+-----+-----+
 *	|  Z  |prot.|       Z        |		| source                       |
 *	+-----+-----+-------+--------+		| destination, the final one   |
 *	| source                     |		+------------------------------+
 *	| destination, the final one |		| hop-by-hop, destination opt. |
 *	+----------------------------+		| routing as it arrives        |
 *	| options, each Z or covered |		| fragment: left out           |
 *	+----------------------------+		+------------------------------+
 */
#include "mutable.h"

#include <linux/in.h>
#include <linux/ip.h>
#include <linux/ipv6.h>
#include <linux/string.h>
#include <net/ip.h>
#include <net/ipv6.h>

/* IPv4 options that no router changes and Linux has no name for (A1) */
#define OPT_EXTENDED_SECURITY	133
#define OPT_MULTI_DESTINATION	149

/* Bit of an IPv6 option's type: its data may change (RFC 8200 4.2) */
#define OPT6_MUTABLE		0x20

/* Mobility: a routing header that has one address, the home (RFC 6275 6.4) */
#define ROUTING_HOME		2

/* What is the same at the other end, option by option (A1). By the whole type:
 * a bit more in it is another option, and unknown.
 */
static bool is_immutable4(u8 type)
{
	switch (type) {
	case IPOPT_SEC:
	case OPT_EXTENDED_SECURITY:
	case IPOPT_CIPSO:
	case IPOPT_RA:
	case OPT_MULTI_DESTINATION:
		return true;
	default:
		return false;
	}
}

/* Type, length, pointer, addresses. As long as the pointer is within, the
 * packet is on its way to one of them, and the last one is where it ends.
 */
static bool source_route(const u8 *opt, u8 len, __be32 *daddr, bool predict)
{
	if (len < IPOPT_MINOFF - 1 || opt[IPOPT_OFFSET] < IPOPT_MINOFF)
		return false;
	if (opt[IPOPT_OFFSET] > len)
		return true;
	if (!predict || len < IPOPT_MINOFF - 1 + 4)
		return false;
	memcpy(daddr, opt + len - 4, 4);
	return true;
}

static bool zero_options4(u8 *opt, const u8 *end, __be32 *daddr, bool predict)
{
	u8 len;

	while (opt < end && *opt != IPOPT_END) {
		if (*opt == IPOPT_NOOP) {
			opt++;
			continue;
		}
		if (end - opt < 2 || opt[IPOPT_OLEN] < 2 ||
		    opt[IPOPT_OLEN] > end - opt)
			return false;
		len = opt[IPOPT_OLEN];
		if ((*opt == IPOPT_LSRR || *opt == IPOPT_SSRR) &&
		    !source_route(opt, len, daddr, predict))
			return false;
		/* whole units: type and length go with the data */
		if (!is_immutable4(*opt))
			memset(opt, 0, len);
		opt += len;
	}
	return true;
}

static unsigned int zero4(u8 *head, unsigned int len, bool predict)
{
	struct iphdr *iph = (struct iphdr *)head;

	if (len < sizeof(*iph) || iph->ihl * 4 != len)
		return 0;
	iph->tos = 0;
	iph->frag_off = 0;
	iph->ttl = 0;
	iph->check = 0;
	return zero_options4(head + sizeof(*iph), head + len, &iph->daddr,
			     predict) ? len : 0;
}

/* Type and length are covered whatever the type, the data not always */
static bool zero_options6(u8 *opt, const u8 *end)
{
	while (opt < end) {
		if (*opt == IPV6_TLV_PAD1) {
			opt++;
			continue;
		}
		if (end - opt < 2 || opt[1] > end - opt - 2)
			return false;
		if (*opt & OPT6_MUTABLE)
			memset(opt + 2, 0, opt[1]);
		opt += 2 + opt[1];
	}
	return true;
}

/* Each hop swaps the destination with the next address of the list. Those that
 * are left move up by one: the last of them will be the destination, and where
 * the first was is the destination of now.
 */
static bool arrive(struct ipv6hdr *ip6h, struct ipv6_rt_hdr *rt,
		   unsigned int len, bool predict)
{
	struct in6_addr *addr = (struct in6_addr *)((u8 *)rt + 8), last;
	unsigned int n = (len - 8) / sizeof(*addr), left = rt->segments_left;

	if (rt->type != IPV6_SRCRT_TYPE_0 && rt->type != ROUTING_HOME)
		return false;
	if ((len - 8) % sizeof(*addr) || left > n || (left && !predict))
		return false;
	if (!left)
		return true;
	last = addr[n - 1];
	memmove(addr + n - left + 1, addr + n - left,
		(left - 1) * sizeof(*addr));
	addr[n - left] = ip6h->daddr;
	ip6h->daddr = last;
	rt->segments_left = 0;
	return true;
}

/* A fragment header that is left is of a whole packet, and not there as far as
 * AH is concerned (A2)
 */
static void leave_out(struct ipv6hdr *ip6h, u8 *next, u8 *frag, const u8 *end)
{
	const unsigned int len = sizeof(struct frag_hdr);

	*next = *frag;
	ip6h->payload_len = htons(ntohs(ip6h->payload_len) - len);
	memmove(frag, frag + len, end - frag - len);
}

static unsigned int zero6(u8 *head, unsigned int len, bool predict)
{
	struct ipv6hdr *ip6h = (struct ipv6hdr *)head;
	unsigned int at = sizeof(*ip6h), n;
	u8 *next = &ip6h->nexthdr;
	bool good = true;

	if (len < sizeof(*ip6h))
		return 0;
	*(__be32 *)ip6h &= htonl(0xf0000000);
	ip6h->hop_limit = 0;

	while (good && at < len) {
		if (len - at < 8)
			return 0;
		if (*next == NEXTHDR_FRAGMENT) {
			leave_out(ip6h, next, head + at, head + len);
			len -= sizeof(struct frag_hdr);
			continue;
		}
		n = ipv6_optlen((struct ipv6_opt_hdr *)(head + at));
		if (n > len - at)
			return 0;
		switch (*next) {
		case NEXTHDR_HOP:
		case NEXTHDR_DEST:
			good = zero_options6(head + at + 2, head + at + n);
			break;
		case NEXTHDR_ROUTING:
			good = arrive(ip6h, (struct ipv6_rt_hdr *)(head + at),
				      n, predict);
			break;
		default:
			good = false;
		}
		next = head + at;
		at += n;
	}
	return good ? len : 0;
}

/**
 * nfi_mutable_zero() - make of IP headers what AH covers of them
 * @head: a copy of them, from the IP header to where AH begins
 * @len: octets
 * @predict: the packet is about to be sent: what a source route or a routing
 *	header will have done to it is done. One that has come and has not
 *	reached the end of its route is not for us.
 *
 * RFC 4302 3.3.3.1.
 *
 * Return: octets that are left at @head, or 0 if AH cannot cover them: they
 * are malformed, or an extension header is not known.
 */
unsigned int nfi_mutable_zero(u8 *head, unsigned int len, bool predict)
{
	if (!len)
		return 0;
	return *head >> 4 == 4 ? zero4(head, len, predict) :
				 zero6(head, len, predict);
}
