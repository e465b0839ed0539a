/* SPDX-License-Identifier: GPL-2.0 */
/* The format of ESP (RFC 4303 2), around a transform run by crypt.c */
#ifndef NFI_ESP_H
#define NFI_ESP_H

#include "sa.h"

#include <linux/skbuff.h>
#include <uapi/linux/nfipsec.h>

unsigned int nfi_esp_tail(const struct nfi_suite *suite, unsigned int len);
void nfi_esp_push(const struct nfi_sa *sa, struct sk_buff *skb,
		  unsigned int offset, u8 next_header, u64 seq);
enum nfi_reason nfi_esp_pull(const struct nfi_sa *sa, struct sk_buff *skb,
			     unsigned int offset, u8 *next_header);

/**
 * nfi_esp_check() - is there enough of the packet to open it?
 * @sa: inbound
 * @skb: Borrows @skb.
 * @offset: of the ESP header from skb->data
 *
 * Return: NFI_REASON_OK, NFI_REASON_TOO_SHORT or NFI_REASON_NOT_ALIGNED.
 */
static inline enum nfi_reason nfi_esp_check(const struct nfi_sa *sa,
					    const struct sk_buff *skb,
					    unsigned int offset)
{
	unsigned int around = NFI_ESP_HLEN + sa->suite.iv_len +
			      sa->suite.icv_len;

	/* @offset may be past the end: no difference of the two before this */
	if (skb->len < offset + around + sa->suite.block)
		return NFI_REASON_TOO_SHORT;
	if ((skb->len - offset - around) % sa->suite.block)
		return NFI_REASON_NOT_ALIGNED;
	return NFI_REASON_OK;
}

#endif
