// SPDX-License-Identifier: GPL-2.0
/*
 * The segment size that a TCP connection begins with: each end tells the other in
 * its SYN how large a segment may be (RFC 9293 3.7.1). What would not fit through
 * the tunnel is lowered there, so that nobody has to be told later that a packet
 * was too big (RFC 4459 3.2). Any context.
 */
#include "mss.h"
#include "packet.h"
#include "wire.h"

#include <linux/ipv6.h>
#include <linux/swab.h>
#include <linux/tcp.h>
#include <net/checksum.h>
#include <net/tcp.h>
#include <compat/unaligned.h>

/**
 * nfi_mss_is_syn() - does this packet begin a TCP connection?
 * @skb: linear, at its IP header; Borrows @skb.
 *
 * Return: true if it does; what is behind IP options or extension headers is not
 * looked for.
 */
bool nfi_mss_is_syn(const struct sk_buff *skb)
{
	const struct ipv6hdr *ip6h = (const struct ipv6hdr *)skb->data;
	const struct iphdr *iph = (const struct iphdr *)skb->data;
	const struct tcphdr *th;

	if (skb->len < sizeof(*iph) + sizeof(*th))
		return false;
	if (iph->version == 4) {
		th = (const struct tcphdr *)(iph + 1);
		return iph->protocol == IPPROTO_TCP && iph->ihl == 5 &&
		       !(iph->frag_off & htons(IP_OFFSET)) && th->syn;
	}
	th = (const struct tcphdr *)(ip6h + 1);
	return ip6h->nexthdr == IPPROTO_TCP &&
	       skb->len >= sizeof(*ip6h) + sizeof(*th) && th->syn;
}

/* The option of TCP that begins at @at or after padding there, all of it within the
 * header, or NULL
 */
static const u8 *option_at(const struct tcphdr *th, unsigned int at)
{
	unsigned int end = th->doff * 4;
	const u8 *p = (const u8 *)th;

	while (at < end && p[at] == TCPOPT_NOP)
		at++;
	if (at + 1 >= end || p[at] == TCPOPT_EOL || p[at + 1] < 2 ||
	    at + p[at + 1] > end)
		return NULL;
	return p + at;
}

static const u8 *first_option(const struct tcphdr *th)
{
	return option_at(th, sizeof(*th));
}

static const u8 *next_option(const struct tcphdr *th, const u8 *option)
{
	return option_at(th, option - (const u8 *)th + option[1]);
}

/**
 * nfi_mss_option() - find an option of TCP
 * @th: the TCP header, all of it there
 * @kind: of the option
 *
 * Return: where it is, all of it within the header, or NULL.
 */
const u8 *nfi_mss_option(const struct tcphdr *th, u8 kind)
{
	const u8 *option = first_option(th);

	while (option && *option != kind)
		option = next_option(th, option);
	return option;
}

/* Put @mss in the place of a larger one at @offset of the TCP header. The sum is
 * one of words: at an odd offset the octets are in two of them.
 */
static void lower(struct sk_buff *skb, struct tcphdr *th, unsigned int offset,
		  u16 mss)
{
	u8 *p = (u8 *)th + offset;
	u16 old = get_unaligned_be16(p);

	if (old <= mss)
		return;
	put_unaligned_be16(mss, p);
	if (offset & 1)
		inet_proto_csum_replace2(&th->check, skb, htons(swab16(old)),
					 htons(swab16(mss)), false);
	else
		inet_proto_csum_replace2(&th->check, skb, htons(old),
					 htons(mss), false);
}

/**
 * nfi_mss_clamp() - let the other end of a TCP connection send no more than fits
 * @skb: for which nfi_mss_is_syn() is true, private, its checksums complete;
 *	Borrows @skb.
 * @mtu: the largest packet that fits
 *
 * A SYN that does not say anything means 536 or 1220 octets, which fit. One whose
 * options are signed (RFC 5925 5.1) is left alone.
 */
void nfi_mss_clamp(struct sk_buff *skb, unsigned int mtu)
{
	bool v4 = nfi_packet_family(skb) == AF_INET;
	unsigned int head = v4 ? NFI_IP4_HLEN : NFI_IP6_HLEN;
	struct tcphdr *th = (struct tcphdr *)(skb->data + head);
	const u8 *p;

	/* an IPv6 packet of this size always passes */
	if (!v4)
		mtu = max_t(unsigned int, mtu, NFI_IP6_MTU_MIN);
	if (mtu <= head + sizeof(*th) || th->doff * 4 > skb->len - head ||
	    nfi_mss_option(th, NFI_TCPOPT_AO))
		return;
	for (p = first_option(th); p; p = next_option(th, p))
		if (p[0] == TCPOPT_MSS && p[1] == TCPOLEN_MSS)
			lower(skb, th, p + 2 - (const u8 *)th,
			      min_t(unsigned int, U16_MAX,
				    mtu - head - sizeof(*th)));
}
