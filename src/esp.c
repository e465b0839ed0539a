// SPDX-License-Identifier: GPL-2.0
/*
 * The ESP format (RFC 4303 2):
 *
 *	+-----+----------+----+---------+---------+-----+------+-----+
 *	| SPI | sequence | IV | payload | padding | pad | next | ICV |
 *	|  4  |    4     |    |         | 0..255  | len | hdr  |     |
 *	+-----+----------+----+---------+---------+-----+------+-----+
 *
 * Some suites have no IV, or one that is not in the packet (RFC 8750).
 *
 * Leaves that write or read these fields in a linear and private packet; they
 * run no crypto and decide nothing. Any context.
 */
#include "esp.h"
#include "sa.h"

#include <linux/random.h>
#include <linux/skbuff.h>

/**
 * nfi_esp_tail() - what ESP puts behind a payload
 * @suite: of the SA
 * @len: octets of the payload
 *
 * RFC 4303 2.4: the least padding that makes a whole number of blocks.
 *
 * Return: octets of padding, pad length, next header and ICV.
 */
unsigned int nfi_esp_tail(const struct nfi_suite *suite, unsigned int len)
{
	return ALIGN(len + NFI_ESP_TLEN, suite->block) - len + suite->icv_len;
}

static void write_iv(u8 *iv, const struct nfi_sa *sa, u64 seq)
{
	__be64 counter = cpu_to_be64(seq ^ sa->iv_mask);

	/* RFC 4106 3.1: never twice; RFC 3602 3: not to be foreseen; RFC 8750
	 * 4: not there
	 */
	if (!sa->suite.iv_len)
		return;
	if (sa->suite.encr->counter)
		memcpy(iv, &counter, sizeof(counter));
	else
		get_random_bytes(iv, sa->suite.iv_len);
}

/**
 * nfi_esp_push() - put the ESP header, IV and trailer around a payload
 * @sa: outbound
 * @skb: linear and private, with room for all of it; the ICV is left blank
 * @offset: of the payload from skb->data: 0 in tunnel mode, the length of the
 *	IP header in transport mode, which is moved to the front
 * @next_header: what the payload is
 * @seq: sequence number
 *
 * Borrows @skb. The ESP header is at @offset afterwards.
 */
void nfi_esp_push(const struct nfi_sa *sa, struct sk_buff *skb,
		  unsigned int offset, u8 next_header, u64 seq)
{
	unsigned int tail = nfi_esp_tail(&sa->suite, skb->len - offset);
	unsigned int pad = tail - NFI_ESP_TLEN - sa->suite.icv_len, i;
	unsigned int head = NFI_ESP_HLEN + sa->suite.iv_len;
	__be32 low = cpu_to_be32(lower_32_bits(seq));
	u8 *p = skb_put(skb, tail);

	for (i = 0; i < pad; i++)
		p[i] = i + 1;
	p[pad] = pad;
	p[pad + 1] = next_header;

	p = skb_push(skb, head);
	if (offset)
		memmove(p, p + head, offset);
	p += offset;
	memcpy(p, &sa->conf.key.spi, 4);
	memcpy(p + 4, &low, 4);
	write_iv(p + NFI_ESP_HLEN, sa, seq);
}

/* RFC 4303 2.4: the padding counts 1, 2, 3, ... */
static bool padding_counts(const u8 *p, unsigned int pad)
{
	unsigned int i, wrong = 0;

	for (i = 0; i < pad; i++)
		wrong |= p[i] ^ (u8)(i + 1);
	return !wrong;
}

/**
 * nfi_esp_pull() - take the ESP header, IV, trailer and ICV off
 * @sa: inbound
 * @skb: linear and private, opened. Borrows @skb.
 * @offset: of the ESP header from skb->data; what is in front of it is moved
 *	up to the payload
 * @next_header: what the payload is
 *
 * Return: NFI_REASON_OK, NFI_REASON_PAD_LENGTH, or NFI_REASON_PADDING.
 */
enum nfi_reason nfi_esp_pull(const struct nfi_sa *sa, struct sk_buff *skb,
			     unsigned int offset, u8 *next_header)
{
	unsigned int head = NFI_ESP_HLEN + sa->suite.iv_len;
	unsigned int end = skb->len - sa->suite.icv_len - NFI_ESP_TLEN;
	unsigned int pad = skb->data[end];

	*next_header = skb->data[end + 1];
	if (pad > end - offset - head)
		return NFI_REASON_PAD_LENGTH;
	if (!sa->conf.no_padding_check &&
	    !padding_counts(skb->data + end - pad, pad))
		return NFI_REASON_PADDING;

	__skb_trim(skb, end - pad);
	memmove(skb->data + head, skb->data, offset);
	__skb_pull(skb, head);
	return NFI_REASON_OK;
}
