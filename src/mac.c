// SPDX-License-Identifier: GPL-2.0
/*
 * The ICV of AH (RFC 4302 3.3.3), one call of the crypto API over
 *
 *	+------------------+--------------------------------------+------+
 *	| IP headers, what | AH with its ICV zero .. the payload  | ESN  |
 *	| may change zero  |                                      | high |
 *	+------------------+--------------------------------------+------+
 *
 * by a hash with a key or, for GMAC, an AEAD that has all of it as additional
 * data and no text at all (RFC 4543 4). The high half of the sequence number
 * is there with ESN only (RFC 4302 3.3.3.2.2).
 *
 * All of it is synchronous. Hashes are so by themselves; for GMAC the
 * asynchronous drivers are left out, which up to 6.15 are the fast ones. Next
 * to nobody has AH with GMAC, and what never stays in crypto can neither lose
 * its SA there nor complete with the wrong half of a number.
 *
 * Runs with bottom halves disabled, which leaves each CPU's request to the one
 * packet.
 */
#include "mac.h"
#include "sa.h"

#include <crypto/aead.h>
#include <crypto/hash.h>
#include <linux/scatterlist.h>

/* Nonce of GMAC: salt, then IV */
#define NONCE_MAX	12

struct gmac_op {
	struct scatterlist sg[4];
	u8 nonce[NONCE_MAX];
	__be32 high;
	u8 tag[NFI_ICV_MAX];
	struct aead_request req;	/* the driver's part follows */
};

static DEFINE_PER_CPU(struct gmac_op *, request);

/**
 * nfi_mac_cleanup() - no packet comes any more: free the requests
 */
void nfi_mac_cleanup(void)
{
	int cpu;

	for_each_possible_cpu(cpu)
		free_page((unsigned long)per_cpu(request, cpu));
}

static int init_hash(struct nfi_sa *sa, const struct nfi_keys *keys)
{
	struct crypto_shash *hash;

	hash = crypto_alloc_shash(sa->suite.integ->alg, 0, 0);
	if (IS_ERR(hash))
		return PTR_ERR(hash);
	sa->hash = hash;
	return crypto_shash_setkey(hash, keys->integ, keys->integ_len);
}

static int init_gmac(struct nfi_sa *sa, const struct nfi_keys *keys)
{
	size_t len = keys->integ_len - sizeof(sa->salt);
	struct crypto_aead *aead;

	aead = crypto_alloc_aead(sa->suite.integ->alg, 0, CRYPTO_ALG_ASYNC);
	if (IS_ERR(aead))
		return PTR_ERR(aead);
	sa->aead = aead;
	if (sizeof(struct gmac_op) + crypto_aead_reqsize(aead) > PAGE_SIZE)
		return -E2BIG;
	memcpy(sa->salt, keys->integ + len, sizeof(sa->salt));
	return crypto_aead_setauthsize(aead, sa->suite.icv_len) ?:
	       crypto_aead_setkey(aead, keys->integ, len);
}

/**
 * nfi_mac_init() - give an AH SA its transform
 * @sa: being made
 * @keys: copied into the transform
 * @extack: gets the reason of a refusal
 *
 * Context: may sleep and load modules.
 * Return: 0 or an error; what was made is freed with the SA.
 */
int nfi_mac_init(struct nfi_sa *sa, const struct nfi_keys *keys,
		 struct netlink_ext_ack *extack)
{
	int err;

	err = nfi_algo_suite_ah(&sa->suite, sa->conf.integ, keys->integ_len,
				extack);
	if (err)
		return err;
	err = sa->suite.iv_len ? init_gmac(sa, keys) : init_hash(sa, keys);
	if (err && !sa->hash && !sa->aead)
		NL_SET_ERR_MSG(extack, "this kernel does not offer the suite");
	else if (err)
		NL_SET_ERR_MSG(extack, "the crypto API refused the key");
	return err;
}

static struct gmac_op *this_request(void)
{
	if (!__this_cpu_read(request))
		__this_cpu_write(request, (struct gmac_op *)
				 __get_free_page(GFP_ATOMIC | __GFP_NOWARN));
	return __this_cpu_read(request);
}

static enum nfi_reason gmac(const struct nfi_sa *sa, const u8 *head,
			    unsigned int head_len, const u8 *body,
			    unsigned int body_len, __be32 high, u8 *icv)
{
	unsigned int len = head_len + body_len, n = 2;
	struct gmac_op *op = this_request();

	if (unlikely(!op))
		return NFI_REASON_NO_MEMORY;
	/* the salt is of the SA, the IV is in front of the ICV in the packet */
	memcpy(op->nonce, sa->salt, sizeof(sa->salt));
	memcpy(op->nonce + sizeof(sa->salt), body + NFI_AH_HLEN,
	       sa->suite.iv_len);
	sg_init_table(op->sg, sa->conf.esn ? 4 : 3);
	sg_set_buf(&op->sg[0], head, head_len);
	sg_set_buf(&op->sg[1], body, body_len);
	if (sa->conf.esn) {
		op->high = high;
		sg_set_buf(&op->sg[n++], &op->high, sizeof(op->high));
		len += sizeof(op->high);
	}
	sg_set_buf(&op->sg[n], op->tag, sa->suite.icv_len);

	aead_request_set_tfm(&op->req, sa->aead);
	aead_request_set_callback(&op->req, 0, NULL, NULL);
	aead_request_set_ad(&op->req, len);
	aead_request_set_crypt(&op->req, op->sg, op->sg, 0, op->nonce);
	if (crypto_aead_encrypt(&op->req))
		return NFI_REASON_CRYPTO;
	memcpy(icv, op->tag, sa->suite.icv_len);
	return NFI_REASON_OK;
}

static enum nfi_reason hash(const struct nfi_sa *sa, const u8 *head,
			    unsigned int head_len, const u8 *body,
			    unsigned int body_len, __be32 high, u8 *icv)
{
	SHASH_DESC_ON_STACK(desc, sa->hash);
	u8 digest[HASH_MAX_DIGESTSIZE];
	int err;

	desc->tfm = sa->hash;
	err = crypto_shash_init(desc) ?:
	      crypto_shash_update(desc, head, head_len) ?:
	      crypto_shash_update(desc, body, body_len);
	if (!err && sa->conf.esn)
		err = crypto_shash_update(desc, (u8 *)&high, sizeof(high));
	if (!err)
		err = crypto_shash_final(desc, digest);
	if (!err)
		memcpy(icv, digest, sa->suite.icv_len);
	shash_desc_zero(desc);
	memzero_explicit(digest, sizeof(digest));
	return err ? NFI_REASON_CRYPTO : NFI_REASON_OK;
}

/**
 * nfi_mac_icv() - compute an ICV
 * @sa: AH
 * @head: from nfi_mutable_zero()
 * @head_len: its octets
 * @body: AH with its ICV zero, its IV in place, and all that follows; in
 *	memory that is mapped for good, as packets are
 * @body_len: octets
 * @seq: whole sequence number
 * @icv: gets as many octets as the suite says
 *
 * Context: bottom halves disabled, RCU read side.
 * Return: NFI_REASON_OK, NFI_REASON_NO_MEMORY or NFI_REASON_CRYPTO.
 */
enum nfi_reason nfi_mac_icv(const struct nfi_sa *sa, const u8 *head,
			    unsigned int head_len, const u8 *body,
			    unsigned int body_len, u64 seq, u8 *icv)
{
	__be32 high = cpu_to_be32(upper_32_bits(seq));

	if (sa->hash)
		return hash(sa, head, head_len, body, body_len, high, icv);
	return gmac(sa, head, head_len, body, body_len, high, icv);
}
