/* SPDX-License-Identifier: GPL-2.0 */
/* Traffic flow confidentiality: padding behind a packet (RFC 4303 2.7) */
#ifndef NFI_TFC_H
#define NFI_TFC_H

struct nfi_sa;
struct sk_buff;

unsigned int nfi_tfc_len(const struct nfi_sa *sa, const struct sk_buff *skb,
			 unsigned int mtu);
void nfi_tfc_trim(struct sk_buff *skb, unsigned int offset);

#endif
