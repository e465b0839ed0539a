/* SPDX-License-Identifier: GPL-2.0 */
/* The format of AH (RFC 4302 2), around the ICV that mac.c computes */
#ifndef NFI_AH_H
#define NFI_AH_H

#include <linux/types.h>
#include <uapi/linux/nfipsec.h>

struct nfi_sa;
struct sk_buff;

/* Headroom for a copy of the IP headers: enough but for a long row of extension
 * headers
 */
#define NFI_AH_ROOM	64

unsigned int nfi_ah_len(const struct nfi_sa *sa);
void nfi_ah_push(const struct nfi_sa *sa, struct sk_buff *skb,
		 unsigned int offset, u8 next_header, u64 seq);
enum nfi_reason nfi_ah_seal(const struct nfi_sa *sa, struct sk_buff *skb,
			    unsigned int offset, u64 seq);
enum nfi_reason nfi_ah_check(const struct nfi_sa *sa,
			     const struct sk_buff *skb, unsigned int offset);
enum nfi_reason nfi_ah_open(const struct nfi_sa *sa, struct sk_buff *skb,
			    unsigned int offset, u64 seq);
void nfi_ah_pull(const struct nfi_sa *sa, struct sk_buff *skb,
		 unsigned int offset, u8 *next_header);

#endif
