// SPDX-License-Identifier: GPL-2.0
/*
 * The AH format (RFC 4302 2), between the IP headers and what they carry:
 *
 *	+------+---------+----------+-----+----------+----+-----+---------+
 *	| next | payload | reserved | SPI | sequence | IV | ICV | padding |
 *	| hdr 1| len 1   |    2     |  4  |    4     |    |     |         |
 *	+------+---------+----------+-----+----------+----+-----+---------+
 *
 * "Payload length" is that of AH itself, in words of 4 octets less 2. The IV is
 * there with GMAC only, where the RFCs count it as part of the ICV (RFC 4543
 * 4). Padding makes a multiple of 4 octets with IPv4, of 8 with IPv6.
 *
 * Leaves that work on a linear and private packet and decide nothing.
 */
#include "ah.h"
#include "mac.h"
#include "mutable.h"
#include "sa.h"

#include <crypto/algapi.h>
#include <linux/skbuff.h>
#include <net/ah.h>

/**
 * nfi_ah_len() - how long AH is
 * @sa: the SA
 *
 * Return: octets, the same for all its packets.
 */
unsigned int nfi_ah_len(const struct nfi_sa *sa)
{
	return nfi_algo_ah_len(&sa->suite, sa->conf.family);
}

static u8 payload_len(const struct nfi_sa *sa)
{
	return nfi_ah_len(sa) / 4 - 2;
}

/**
 * nfi_ah_push() - put AH in front of a payload
 * @sa: outbound
 * @skb: linear and private, with room for it; the ICV is left zero
 * @offset: of the payload from skb->data: 0 in tunnel mode, the length of the
 *	IP headers in transport mode, which are moved to the front
 * @next_header: what the payload is
 * @seq: sequence number
 *
 * Borrows @skb. AH is at @offset afterwards.
 */
void nfi_ah_push(const struct nfi_sa *sa, struct sk_buff *skb,
		 unsigned int offset, u8 next_header, u64 seq)
{
	/* RFC 4543 3.1: never twice */
	__be64 iv = cpu_to_be64(seq ^ sa->iv_mask);
	unsigned int len = nfi_ah_len(sa);
	u8 *p = skb_push(skb, len);
	struct ip_auth_hdr *ah;

	memmove(p, p + len, offset);
	ah = (struct ip_auth_hdr *)(p + offset);
	memset(ah, 0, len);
	ah->nexthdr = next_header;
	ah->hdrlen = payload_len(sa);
	ah->spi = sa->conf.key.spi;
	ah->seq_no = cpu_to_be32(lower_32_bits(seq));
	memcpy(ah->auth_data, &iv, sa->suite.iv_len);
}

/* The ICV of a packet that has zeros in its place. The copy of the IP headers
 * is made in front of them, where there is room.
 */
static enum nfi_reason compute(const struct nfi_sa *sa, struct sk_buff *skb,
			       unsigned int offset, u64 seq, bool predict,
			       u8 *icv)
{
	u8 *head = skb->data - offset;
	unsigned int len;

	if (WARN_ON_ONCE(skb_headroom(skb) < offset))
		return NFI_REASON_NO_MEMORY;
	memcpy(head, skb->data, offset);
	len = nfi_mutable_zero(head, offset, predict);
	if (!len)
		return NFI_REASON_IP_OPTIONS;
	return nfi_mac_icv(sa, head, len, skb->data + offset,
			   skb->len - offset, seq, icv);
}

/**
 * nfi_ah_seal() - put the ICV into a packet
 * @sa: outbound
 * @skb: from nfi_ah_push(), its IP headers complete; with headroom for a copy
 *	of them. Borrows @skb.
 * @offset: of AH from skb->data
 * @seq: whole sequence number
 *
 * RFC 4302 3.3.3.
 *
 * Context: bottom halves disabled, RCU read side.
 * Return: NFI_REASON_OK, NFI_REASON_IP_OPTIONS, NFI_REASON_NO_MEMORY or
 * NFI_REASON_CRYPTO.
 */
enum nfi_reason nfi_ah_seal(const struct nfi_sa *sa, struct sk_buff *skb,
			    unsigned int offset, u64 seq)
{
	u8 *at = skb->data + offset + NFI_AH_HLEN + sa->suite.iv_len;
	enum nfi_reason reason;
	u8 icv[NFI_ICV_MAX];

	reason = compute(sa, skb, offset, seq, true, icv);
	if (!reason)
		memcpy(at, icv, sa->suite.icv_len);
	return reason;
}

/**
 * nfi_ah_check() - is AH what the SA makes of it?
 * @sa: inbound
 * @skb: Borrows @skb.
 * @offset: of AH from skb->data
 *
 * RFC 4302 2.2, 3.3.3.2.1: more padding than is needed is prohibited.
 *
 * Return: NFI_REASON_OK, NFI_REASON_TOO_SHORT or NFI_REASON_AH_LENGTH.
 */
enum nfi_reason nfi_ah_check(const struct nfi_sa *sa,
			     const struct sk_buff *skb, unsigned int offset)
{
	u8 head[2];

	if (skb->len < offset + nfi_ah_len(sa) ||
	    skb_copy_bits(skb, offset, head, sizeof(head)))
		return NFI_REASON_TOO_SHORT;
	return head[1] == payload_len(sa) ? NFI_REASON_OK :
					    NFI_REASON_AH_LENGTH;
}

/**
 * nfi_ah_open() - is the ICV right?
 * @sa: inbound
 * @skb: linear and private, from nfi_ah_check(), with headroom for a copy of
 *	its IP headers; there are zeros for the ICV afterwards. Borrows @skb.
 * @offset: of AH from skb->data
 * @seq: whole sequence number
 *
 * RFC 4302 3.4.4.
 *
 * Context: bottom halves disabled, RCU read side.
 * Return: NFI_REASON_OK, NFI_REASON_INTEGRITY, NFI_REASON_IP_OPTIONS,
 * NFI_REASON_NO_MEMORY or NFI_REASON_CRYPTO.
 */
enum nfi_reason nfi_ah_open(const struct nfi_sa *sa, struct sk_buff *skb,
			    unsigned int offset, u64 seq)
{
	u8 *at = skb->data + offset + NFI_AH_HLEN + sa->suite.iv_len;
	u8 icv[NFI_ICV_MAX], theirs[NFI_ICV_MAX];
	enum nfi_reason reason;

	memcpy(theirs, at, sa->suite.icv_len);
	memset(at, 0, sa->suite.icv_len);
	reason = compute(sa, skb, offset, seq, false, icv);
	if (!reason && crypto_memneq(icv, theirs, sa->suite.icv_len))
		reason = NFI_REASON_INTEGRITY;
	return reason;
}

/**
 * nfi_ah_pull() - take AH off
 * @sa: inbound
 * @skb: linear and private, opened. Borrows @skb.
 * @offset: of AH from skb->data; what is in front of it is moved up to the
 *	payload
 * @next_header: what the payload is
 */
void nfi_ah_pull(const struct nfi_sa *sa, struct sk_buff *skb,
		 unsigned int offset, u8 *next_header)
{
	unsigned int len = nfi_ah_len(sa);

	*next_header = skb->data[offset];
	memmove(skb->data + len, skb->data, offset);
	__skb_pull(skb, len);
}
