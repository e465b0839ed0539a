// SPDX-License-Identifier: GPL-2.0
/*
 * ESP in UDP (RFC 3948 2, 3): the UDP header between the outer IP header and
 * ESP, put on and taken off, and what else comes to such a port:
 *
 *	+--------+--------+--------+----------+-----+----------+----
 *	| source |  dest. | length | checksum | SPI | sequence | ...	ESP
 *	+--------+--------+--------+----------+-----+----------+----
 *	|            UDP header               |  0  | IKE ...		marker
 *	|                                     +-----+----------
 *	|                                     | ff |		keepalive
 *	+-------------------------------------+----+
 *
 * Leaves, in any context. The IP headers that a packet begins with may have
 * options and extension headers.
 */
#include "udpencap.h"
#include "encap.h"
#include "packet.h"
#include "path.h"

#include <linux/icmpv6.h>
#include <linux/ipv6.h>
#include <linux/netfilter.h>
#include <linux/tcp.h>
#include <linux/udp.h>
#include <net/ip.h>
#include <net/ip6_checksum.h>

/**
 * nfi_udpencap_push() - put the UDP header in front of ESP
 * @path: of an outbound SA, with encapsulation
 * @skb: linear and private, with room for it. Borrows @skb.
 * @offset: of the ESP header from skb->data; what is in front of it is moved to
 *	the front. The UDP header is there afterwards.
 *
 * RFC 3948 2.1: the checksum is 0; IPv6 wants nfi_udpencap_sum(), too.
 */
void nfi_udpencap_push(const struct nfi_path *path, struct sk_buff *skb,
		       unsigned int offset)
{
	u8 *p = skb_push(skb, NFI_UDP_HLEN);
	struct udphdr udp = {
		.source = path->local_port,
		.dest = path->remote_port,
		.len = htons(skb->len - offset),
	};

	memmove(p, p + NFI_UDP_HLEN, offset);
	memcpy(p + offset, &udp, sizeof(udp));
}

/* Leave the checksum at @field octets behind @offset to whoever sends @skb, if
 * it comes to that: it is a sum over all that follows, as CHECKSUM_PARTIAL has it
 */
static void sum_later(struct sk_buff *skb, unsigned int offset, u8 protocol,
		      unsigned int field)
{
	unsigned int len = skb->len - offset;
	__sum16 *check = (__sum16 *)(skb->data + offset + field);

	if (nfi_packet_family(skb) == AF_INET)
		*check = ~csum_tcpudp_magic(ip_hdr(skb)->saddr,
					    ip_hdr(skb)->daddr, len, protocol,
					    0);
	else
		*check = ~csum_ipv6_magic(&ipv6_hdr(skb)->saddr,
					  &ipv6_hdr(skb)->daddr, len, protocol,
					  0);
	skb->csum_start = skb_headroom(skb) + offset;
	skb->csum_offset = field;
	skb->ip_summed = CHECKSUM_PARTIAL;
}

/**
 * nfi_udpencap_sum() - IPv6 wants a UDP checksum (RFC 8200 8.1)
 * @skb: linear and private, at its IP header, which is complete. Borrows @skb.
 * @offset: of the UDP header
 *
 * It is made when ESP is sealed, by the stack or by the network card.
 */
void nfi_udpencap_sum(struct sk_buff *skb, unsigned int offset)
{
	if (nfi_packet_family(skb) == AF_INET6)
		sum_later(skb, offset, IPPROTO_UDP,
			  offsetof(struct udphdr, check));
}

/**
 * nfi_udpencap_read() - look at the beginning of a datagram
 * @skb: whole, at its IP header. Borrows @skb.
 * @upper: where the UDP header is
 * @udp: to be filled
 *
 * Return: false if there is not even a UDP header.
 */
bool nfi_udpencap_read(const struct sk_buff *skb,
		       const struct nfi_upper *upper, struct nfi_udp *udp)
{
	const struct udphdr *uh;
	struct udphdr buf;
	__be32 *spi, word;

	uh = skb_header_pointer(skb, upper->offset, sizeof(buf), &buf);
	if (!uh)
		return false;
	spi = skb_header_pointer(skb, upper->offset + sizeof(buf), sizeof(word),
				 &word);
	udp->local = uh->dest;
	udp->remote = uh->source;
	udp->marker = spi && !*spi;
	udp->spi = spi ? *spi : 0;
	return true;
}

/**
 * nfi_udpencap_check() - is it ESP in UDP?
 * @skb: whole, at its IP header, without the non-ESP marker. Borrows @skb.
 * @offset: of the UDP header
 *
 * RFC 3948 2.1: a checksum need not be there, but is right if it is. Over IPv6
 * it must be (RFC 6935 5: unless both ends know better, and ours does not).
 *
 * Return: NFI_REASON_OK, NFI_REASON_UDP_LENGTH, NFI_REASON_UDP_CHECKSUM,
 * NFI_REASON_KEEPALIVE or NFI_REASON_TOO_SHORT, if it has no room for the ESP
 * header.
 */
enum nfi_reason nfi_udpencap_check(struct sk_buff *skb, unsigned int offset)
{
	unsigned int len = skb->len - offset;
	u8 family = nfi_packet_family(skb);
	const struct udphdr *uh;
	struct udphdr buf;
	const u8 *first;
	bool valid;
	u8 octet;

	uh = skb_header_pointer(skb, offset, sizeof(buf), &buf);
	if (!uh || ntohs(uh->len) != len)
		return NFI_REASON_UDP_LENGTH;
	if (uh->check)
		valid = !nf_checksum(skb, NF_INET_LOCAL_IN, offset, IPPROTO_UDP,
				     family);
	else
		valid = family == AF_INET;
	if (!valid)
		return NFI_REASON_UDP_CHECKSUM;
	first = skb_header_pointer(skb, offset + NFI_UDP_HLEN, 1, &octet);
	if (first && *first == NFI_KEEPALIVE && len == NFI_UDP_HLEN + 1)
		return NFI_REASON_KEEPALIVE;
	if (len < NFI_UDP_HLEN + NFI_ESP_HLEN)
		return NFI_REASON_TOO_SHORT;
	return NFI_REASON_OK;
}

/**
 * nfi_udpencap_pull() - take the UDP header out
 * @skb: linear and private, at its IP header, ESP in UDP. Borrows @skb.
 * @offset: of the UDP header, and then of ESP
 *
 * RFC 3948 3.3, 3.5: length, protocol and checksum of the IP header follow.
 */
void nfi_udpencap_pull(struct sk_buff *skb, unsigned int offset)
{
	memmove(skb->data + NFI_UDP_HLEN, skb->data, offset);
	__skb_pull(skb, NFI_UDP_HLEN);
	nfi_encap_transport(skb, offset, IPPROTO_ESP);
}

/**
 * nfi_udpencap_fix_sum() - the checksum of what came in transport mode
 * @skb: linear and private, at its IP header, opened. Borrows @skb.
 * @upper: where the IP headers end, and what follows
 *
 * RFC 3948 3.1.2: a NAT has changed the addresses that it covers. The ICV has
 * shown that nobody changed the rest, so it is made anew, if anybody asks for it.
 */
void nfi_udpencap_fix_sum(struct sk_buff *skb, const struct nfi_upper *upper)
{
	unsigned int len = skb->len - upper->offset;
	const struct udphdr *uh;

	switch (upper->protocol) {
	case IPPROTO_TCP:
		if (len >= sizeof(struct tcphdr))
			sum_later(skb, upper->offset, IPPROTO_TCP,
				  offsetof(struct tcphdr, check));
		break;
	case IPPROTO_UDP:
		uh = (const struct udphdr *)(skb->data + upper->offset);
		/* one that was never made is not missed in IPv4 */
		if (len >= sizeof(*uh) && ntohs(uh->len) == len && uh->check)
			sum_later(skb, upper->offset, IPPROTO_UDP,
				  offsetof(struct udphdr, check));
		break;
	case IPPROTO_ICMPV6:
		if (len >= sizeof(struct icmp6hdr))
			sum_later(skb, upper->offset, IPPROTO_ICMPV6,
				  offsetof(struct icmp6hdr, icmp6_cksum));
		break;
	}
}
