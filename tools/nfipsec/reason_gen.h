/* SPDX-License-Identifier: GPL-2.0 */
/* Do not edit directly, auto-generated from: */
/*	Documentation/netlink/specs/nfipsec.yaml */

#ifndef NFIPSEC_REASON_GEN_H
#define NFIPSEC_REASON_GEN_H

#include <linux/nfipsec.h>

/* By enum nfi_reason. */
static const struct {
	const char *name;
	const char *text;
} reasons[] = {
	[NFI_REASON_OK] = {
		"ok",
		"Not dropped.",
	},
	[NFI_REASON_NO_MEMORY] = {
		"no-memory",
		"No memory for a copy of the packet or a crypto request.",
	},
	[NFI_REASON_MALFORMED] = {
		"malformed",
		"The IP header does not fit the packet.",
	},
	[NFI_REASON_POLICY] = {
		"policy",
		"A DISCARD policy matched, or transport mode a packet of another host.",
	},
	[NFI_REASON_NO_POLICY] = {
		"no-policy",
		"No policy matched, and the default is to discard: as it always is for what is routed into an nfipsec device.",
	},
	[NFI_REASON_NO_SA] = {
		"no-sa",
		"The policy says PROTECT and there is no usable SA.",
	},
	[NFI_REASON_NO_DEVICE] = {
		"no-device",
		"The nfipsec device of this namespace was removed or is down.",
	},
	[NFI_REASON_CLEAR_TEXT] = {
		"clear-text",
		"Arrived, or was about to leave, in clear where a policy wants protection.",
	},
	[NFI_REASON_UNKNOWN_SPI] = {
		"unknown-spi",
		"ESP or AH for this host with an SPI that no SA has.",
	},
	[NFI_REASON_WRONG_ADDRESS] = {
		"wrong-address",
		"The outer addresses or UDP port are not those of the SA.",
	},
	[NFI_REASON_EXPIRED] = {
		"expired",
		"A hard lifetime of the SA was reached.",
	},
	[NFI_REASON_SEQ_EXHAUSTED] = {
		"seq-exhausted",
		"The sequence numbers of the SA are used up.",
	},
	[NFI_REASON_FRAGMENT] = {
		"fragment",
		"A fragment where whole datagrams are wanted.",
	},
	[NFI_REASON_TOO_SHORT] = {
		"too-short",
		"Shorter than the headers and ICV of the SA need.",
	},
	[NFI_REASON_NOT_ALIGNED] = {
		"not-aligned",
		"The ciphertext is no whole number of blocks.",
	},
	[NFI_REASON_REPLAYED] = {
		"replayed",
		"This sequence number was received before.",
	},
	[NFI_REASON_TOO_OLD] = {
		"too-old",
		"The sequence number is left of the replay window.",
	},
	[NFI_REASON_INTEGRITY] = {
		"integrity",
		"The ICV is wrong.",
	},
	[NFI_REASON_PAD_LENGTH] = {
		"pad-length",
		"The padding is longer than the packet.",
	},
	[NFI_REASON_PADDING] = {
		"padding",
		"The padding is not 1, 2, 3, ...",
	},
	[NFI_REASON_DUMMY] = {
		"dummy",
		"A dummy packet (next header 59), dropped as it should be.",
	},
	[NFI_REASON_NEXT_HEADER] = {
		"next-header",
		"The next header does not fit the mode of the SA.",
	},
	[NFI_REASON_INNER_MALFORMED] = {
		"inner-malformed",
		"What was in the tunnel is no IP packet.",
	},
	[NFI_REASON_SELECTOR] = {
		"selector",
		"The inner packet does not match the selector of the SA.",
	},
	[NFI_REASON_ECN] = {
		"ecn",
		"Outer CE over an inner packet that is not ECN capable.",
	},
	[NFI_REASON_TTL] = {
		"ttl",
		"TTL or hop limit 0.",
	},
	[NFI_REASON_TOO_BIG] = {
		"too-big",
		"Did not fit through the tunnel and may not be fragmented; the sender was told.",
	},
	[NFI_REASON_SEGMENTATION] = {
		"segmentation",
		"A GSO packet could not be cut into segments.",
	},
	[NFI_REASON_NO_ROUTE] = {
		"no-route",
		"No route to the other end of the tunnel.",
	},
	[NFI_REASON_CRYPTO] = {
		"crypto",
		"The crypto API returned an error.",
	},
	[NFI_REASON_LOOP] = {
		"loop",
		"The route to the other end of the tunnel leads into the tunnel.",
	},
	[NFI_REASON_AH_LENGTH] = {
		"ah-length",
		"The length of AH is not what the ICV of the SA makes it.",
	},
	[NFI_REASON_IP_OPTIONS] = {
		"ip-options",
		"AH cannot cover the IP options or extension headers: malformed, unknown, or a route that is not at its end.",
	},
	[NFI_REASON_QUEUE_FULL] = {
		"queue-full",
		"Too many packets of a parallel SA are under way.",
	},
	[NFI_REASON_KEEPALIVE] = {
		"keepalive",
		"A NAT keepalive (RFC 3948 2.3), dropped as it should be.",
	},
	[NFI_REASON_UDP_LENGTH] = {
		"udp-length",
		"ESP in UDP whose length is not that of the packet.",
	},
	[NFI_REASON_UDP_CHECKSUM] = {
		"udp-checksum",
		"ESP in UDP with a wrong checksum, or over IPv6 without one.",
	},
	[NFI_REASON_ENCAPSULATION] = {
		"encapsulation",
		"In UDP, or not in UDP, where the SA accepts only the other.",
	},
	[NFI_REASON_ACQUIRE_FULL] = {
		"acquire-full",
		"As many packets as may do so waited for an SA already.",
	},
	[NFI_REASON_ACQUIRE_TIMEOUT] = {
		"acquire-timeout",
		"Waited for an SA that was asked for, and none came in time.",
	},
};

#endif /* NFIPSEC_REASON_GEN_H */
