// SPDX-License-Identifier: GPL-2.0
/*
 * Traffic flow confidentiality (RFC 4303 2.7): octets of padding between a payload
 * and ESP's own padding, which hide how long the payload is.
 *
 *	+-----+----------+----+---------+-------------+---------+-----+------+-----+
 *	| SPI | sequence | IV | payload | TFC padding | padding | pad | next | ICV |
 *	+-----+----------+----+---------+-------------+---------+-----+------+-----+
 *
 * The other end finds the end of the payload by a length in the payload itself:
 * any IP packet in tunnel mode has one, and UDP in transport mode. Leaves, in any
 * context.
 */
#include "tfc.h"
#include "packet.h"
#include "sa.h"

#include <linux/ip.h>
#include <linux/skbuff.h>
#include <linux/udp.h>

/* RFC 4303 2.7: in transport mode, what says how long it is itself */
static bool has_length(const struct sk_buff *skb)
{
	const struct udphdr *uh;
	struct nfi_upper upper;
	struct udphdr buf;

	if (nfi_packet_upper(skb, &upper) || upper.fragment ||
	    upper.protocol != IPPROTO_UDP)
		return false;
	uh = skb_header_pointer(skb, upper.offset, sizeof(buf), &buf);
	return uh && ntohs(uh->len) == skb->len - upper.offset;
}

/**
 * nfi_tfc_len() - how much TFC padding a packet gets
 * @sa: outbound
 * @skb: at its IP header. Borrows @skb.
 * @mtu: the largest packet that fits by @sa, which is never exceeded
 *
 * RFC 4303 2.7.
 *
 * Return: octets.
 */
unsigned int nfi_tfc_len(const struct nfi_sa *sa, const struct sk_buff *skb,
			 unsigned int mtu)
{
	unsigned int len = min(sa->conf.tfc, mtu);

	if (skb->len >= len)
		return 0;
	if (sa->conf.mode == NFI_MODE_TRANSPORT && !has_length(skb))
		return 0;
	return len - skb->len;
}

/**
 * nfi_tfc_trim() - take TFC padding off in transport mode
 * @skb: linear and private, at its IP header, opened, its lengths not yet written.
 *	Borrows @skb.
 * @offset: of a UDP header
 *
 * The stack does so, too, but not before it has asked for the checksum.
 */
void nfi_tfc_trim(struct sk_buff *skb, unsigned int offset)
{
	const struct udphdr *uh = (const struct udphdr *)(skb->data + offset);

	if (skb->len < offset + sizeof(*uh) || ntohs(uh->len) < sizeof(*uh))
		return;
	if (skb->len > offset + ntohs(uh->len))
		__skb_trim(skb, offset + ntohs(uh->len));
}
