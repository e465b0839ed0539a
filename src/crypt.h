/* SPDX-License-Identifier: GPL-2.0 */
/* Running the transform of an SA over a packet */
#ifndef NFI_CRYPT_H
#define NFI_CRYPT_H

#include <linux/types.h>
#include <uapi/linux/nfipsec.h>

struct crypto_aead;
struct nfi_sa;
struct sk_buff;

/**
 * typedef nfi_crypt_done_t - what follows a transform
 * @sa: borrowed
 * @skb: the packet: Consumes @skb.
 * @seq: its whole sequence number
 * @reason: NFI_REASON_OK, NFI_REASON_INTEGRITY, NFI_REASON_CRYPTO,
 *	NFI_REASON_NO_MEMORY, or NFI_REASON_NO_SA if it was just removed
 *
 * Called once if nfi_crypt_seal() or nfi_crypt_open() returns -EINPROGRESS, maybe
 * before they return, with bottom halves disabled and in an RCU read side.
 */
typedef void (*nfi_crypt_done_t)(struct nfi_sa *sa, struct sk_buff *skb,
				 u64 seq, enum nfi_reason reason);

bool nfi_crypt_fits(struct crypto_aead *aead);
void nfi_crypt_cleanup(void);

int nfi_crypt_seal(struct nfi_sa *sa, struct sk_buff *skb, unsigned int offset,
		   u64 seq, nfi_crypt_done_t done);
int nfi_crypt_open(struct nfi_sa *sa, struct sk_buff *skb, unsigned int offset,
		   u64 seq, nfi_crypt_done_t done);

#endif
