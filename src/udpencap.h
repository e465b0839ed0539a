/* SPDX-License-Identifier: GPL-2.0 */
/* ESP in UDP (RFC 3948) */
#ifndef NFI_UDPENCAP_H
#define NFI_UDPENCAP_H

#include <linux/types.h>
#include <uapi/linux/nfipsec.h>

struct nfi_path;
struct nfi_upper;
struct sk_buff;

/* RFC 3948 2.3: the one octet of a NAT keepalive */
#define NFI_KEEPALIVE	0xff

/**
 * struct nfi_udp - what is known of a datagram before it is looked into
 * @local: port of this host, network byte order
 * @remote: port of the sender, network byte order
 * @marker: it has the non-ESP marker: it is for the IKE daemon (RFC 3948 2.2)
 * @spi: network byte order, 0 if it is too short for one
 */
struct nfi_udp {
	__be16 local;
	__be16 remote;
	bool marker;
	__be32 spi;
};

void nfi_udpencap_push(const struct nfi_path *path, struct sk_buff *skb,
		       unsigned int offset);
void nfi_udpencap_sum(struct sk_buff *skb, unsigned int offset);

bool nfi_udpencap_read(const struct sk_buff *skb,
		       const struct nfi_upper *upper, struct nfi_udp *udp);
enum nfi_reason nfi_udpencap_check(struct sk_buff *skb, unsigned int offset);
void nfi_udpencap_pull(struct sk_buff *skb, unsigned int offset);
void nfi_udpencap_fix_sum(struct sk_buff *skb, const struct nfi_upper *upper);

#endif
