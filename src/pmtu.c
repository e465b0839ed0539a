// SPDX-License-Identifier: GPL-2.0
/*
 * How large a packet may be to fit through a tunnel, and telling the sender of
 * one that does not (RFC 4301 8.2, RFC 2473 7.1). Any context.
 */
#include "pmtu.h"
#include "packet.h"
#include "algo.h"

#include <linux/icmpv6.h>
#include <net/icmp.h>

/**
 * nfi_pmtu_payload() - the largest ESP payload
 * @suite: of the SA
 * @outer: octets in front of the ESP header
 * @path_mtu: of the way to the other end
 *
 * Return: octets; 0 if not even an empty payload fits.
 */
unsigned int nfi_pmtu_payload(const struct nfi_suite *suite,
			      unsigned int outer, unsigned int path_mtu)
{
	unsigned int around = outer + NFI_ESP_HLEN + suite->iv_len +
			      suite->icv_len;

	if (path_mtu < around + suite->block)
		return 0;
	return round_down(path_mtu - around, suite->block) - NFI_ESP_TLEN;
}

/**
 * nfi_pmtu_tell() - tell the sender that a packet is too big
 * @skb: the packet; Borrows @skb.
 * @mtu: the largest packet that fits; never told lower than a router may
 */
void nfi_pmtu_tell(struct sk_buff *skb, unsigned int mtu)
{
	if (nfi_packet_family(skb) == AF_INET)
		icmp_ndo_send(skb, ICMP_DEST_UNREACH, ICMP_FRAG_NEEDED,
			      htonl(max_t(u32, mtu, NFI_IP4_MTU_MIN)));
	else
		icmpv6_ndo_send(skb, ICMPV6_PKT_TOOBIG, 0,
				max_t(u32, mtu, NFI_IP6_MTU_MIN));
}
