/* SPDX-License-Identifier: GPL-2.0 */
/* The format of ESP (RFC 4303 2), around a transform run by crypt.c */
#ifndef NFI_ESP_H
#define NFI_ESP_H

#include <linux/types.h>
#include <uapi/linux/nfipsec.h>

struct nfi_sa;
struct nfi_suite;
struct sk_buff;

unsigned int nfi_esp_tail(const struct nfi_suite *suite, unsigned int len);
void nfi_esp_push(const struct nfi_sa *sa, struct sk_buff *skb,
		  unsigned int offset, u8 next_header, u64 seq);
enum nfi_reason nfi_esp_check(const struct nfi_sa *sa,
			      const struct sk_buff *skb, unsigned int offset);
enum nfi_reason nfi_esp_pull(const struct nfi_sa *sa, struct sk_buff *skb,
			     unsigned int offset, u8 *next_header);

#endif
