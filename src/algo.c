// SPDX-License-Identifier: GPL-2.0
/*
 * The table of suites: the transforms of ESP and AH by their IANA IKEv2
 * numbers, which of them go together (RFC 8221), their key lengths, and the
 * names under which the crypto API has them. To add an algorithm is to add a
 * row here. What RFC 8221 5 and 6 say must not be used has none: DES, Blowfish,
 * 3IDEA, HMAC-MD5.
 */
#include "algo.h"

#include <uapi/linux/nfipsec.h>

/* ENCR_3DES: the only one with keys that are weak */
#define NFI_ENCR_3DES	3

static const struct nfi_encr encrs[] = {
	{
		.id = NFI_ENCR_3DES, .name = "3des-cbc", .alg = "cbc(des3_ede)",
		.key_bits = { 192 },				/* RFC 2451 */
		.iv_len = 8, .block = 8,
	}, {
		.id = 11, .name = "null", .alg = "ecb(cipher_null)",
		.key_bits = { 0 }, .block = 1,			/* RFC 2410 */
	}, {
		.id = 12, .name = "aes-cbc", .alg = "cbc(aes)",
		.key_bits = { 128, 192, 256 },			/* RFC 3602 */
		.iv_len = 16, .block = 16,
	}, {
		.id = 13, .name = "aes-ctr", .alg = "rfc3686(ctr(aes))",
		.key_bits = { 128, 192, 256 },			/* RFC 3686 */
		.salt_len = 4, .iv_len = 8, .block = 1, .counter = true,
	}, {
		.id = 14, .name = "aes-ccm-8", .alg = "rfc4309(ccm(aes))",
		.key_bits = { 128, 192, 256 },			/* RFC 4309 */
		.salt_len = 3, .iv_len = 8, .block = 1, .icv_len = 8,
		.aead = true, .counter = true,
	}, {
		.id = 15, .name = "aes-ccm-12", .alg = "rfc4309(ccm(aes))",
		.key_bits = { 128, 192, 256 },
		.salt_len = 3, .iv_len = 8, .block = 1, .icv_len = 12,
		.aead = true, .counter = true,
	}, {
		.id = 16, .name = "aes-ccm-16", .alg = "rfc4309(ccm(aes))",
		.key_bits = { 128, 192, 256 },
		.salt_len = 3, .iv_len = 8, .block = 1, .icv_len = 16,
		.aead = true, .counter = true,
	}, {
		.id = 18, .name = "aes-gcm-8", .alg = "gcm(aes)",
		.key_bits = { 128, 192, 256 },			/* RFC 4106 */
		.salt_len = 4, .iv_len = 8, .block = 1, .icv_len = 8,
		.aead = true, .counter = true, .nonce = true,
	}, {
		.id = 19, .name = "aes-gcm-12", .alg = "gcm(aes)",
		.key_bits = { 128, 192, 256 },
		.salt_len = 4, .iv_len = 8, .block = 1, .icv_len = 12,
		.aead = true, .counter = true, .nonce = true,
	}, {
		.id = 20, .name = "aes-gcm-16", .alg = "gcm(aes)",
		.key_bits = { 128, 192, 256 },
		.salt_len = 4, .iv_len = 8, .block = 1, .icv_len = 16,
		.aead = true, .counter = true, .nonce = true,
	}, {
		/* encrypts nothing, and authenticates its IV, too */
		.id = 21, .name = "aes-gmac", .alg = "rfc4543(gcm(aes))",
		.key_bits = { 128, 192, 256 },			/* RFC 4543 */
		.salt_len = 4, .iv_len = 8, .block = 1, .icv_len = 16,
		.aead = true, .counter = true,
	}, {
		.id = 23, .name = "camellia-cbc", .alg = "cbc(camellia)",
		.key_bits = { 128, 192, 256 },			/* RFC 4312 */
		.iv_len = 16, .block = 16,
	}, {
		.id = 28, .name = "chacha20poly1305",
		.alg = "rfc7539(chacha20,poly1305)",
		.key_bits = { 256 },				/* RFC 7634 */
		.salt_len = 4, .iv_len = 8, .block = 1, .icv_len = 16,
		.aead = true, .counter = true, .nonce = true,
	}, {
		.id = 29, .name = "aes-ccm-8-iiv", .alg = "rfc4309(ccm(aes))",
		.key_bits = { 128, 192, 256 },			/* RFC 8750 */
		.salt_len = 3, .block = 1, .icv_len = 8,
		.aead = true, .counter = true, .implicit_iv = true,
	}, {
		.id = 30, .name = "aes-gcm-16-iiv", .alg = "gcm(aes)",
		.key_bits = { 128, 192, 256 },
		.salt_len = 4, .block = 1, .icv_len = 16,
		.aead = true, .counter = true, .nonce = true, .implicit_iv = true,
	}, {
		.id = 31, .name = "chacha20poly1305-iiv",
		.alg = "rfc7539(chacha20,poly1305)",
		.key_bits = { 256 },
		.salt_len = 4, .block = 1, .icv_len = 16,
		.aead = true, .counter = true, .nonce = true, .implicit_iv = true,
	},
};

static const struct nfi_integ integs[] = {
	{
		.id = 2, .name = "sha1", .alg = "hmac(sha1)",
		.key_len = 20, .icv_len = 12,			/* RFC 2404 */
	}, {
		.id = 5, .name = "aesxcbc", .alg = "xcbc(aes)",
		.key_len = 16, .icv_len = 12,			/* RFC 3566 */
	}, {
		.id = 8, .name = "aescmac", .alg = "cmac(aes)",
		.key_len = 16, .icv_len = 12,			/* RFC 4494 */
	}, {
		.id = 9, .name = "aes128gmac", .alg = "gcm(aes)",
		.key_len = 20, .salt_len = 4, .iv_len = 8,	/* RFC 4543 */
		.icv_len = 16,
	}, {
		.id = 10, .name = "aes192gmac", .alg = "gcm(aes)",
		.key_len = 28, .salt_len = 4, .iv_len = 8, .icv_len = 16,
	}, {
		.id = 11, .name = "aes256gmac", .alg = "gcm(aes)",
		.key_len = 36, .salt_len = 4, .iv_len = 8, .icv_len = 16,
	}, {
		.id = 12, .name = "sha256", .alg = "hmac(sha256)",
		.key_len = 32, .icv_len = 16,			/* RFC 4868 */
	}, {
		.id = 13, .name = "sha384", .alg = "hmac(sha384)",
		.key_len = 48, .icv_len = 24,
	}, {
		.id = 14, .name = "sha512", .alg = "hmac(sha512)",
		.key_len = 64, .icv_len = 32,
	}, {
		/* of a draft of RFC 4868, which XFRM had by default once */
		.id = NFI_INTEG_HMAC_SHA2_256_96, .name = "sha256_96",
		.alg = "hmac(sha256)", .key_len = 32, .icv_len = 12,
	},
};

static const struct nfi_encr *find_encr(u16 id)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(encrs); i++)
		if (encrs[i].id == id)
			return &encrs[i];
	return NULL;
}

static const struct nfi_integ *find_integ(u16 id)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(integs); i++)
		if (integs[i].id == id)
			return &integs[i];
	return NULL;
}

static bool key_fits(const struct nfi_encr *encr, size_t len)
{
	size_t i;

	if (!encr->key_bits[0])
		return !len;
	for (i = 0; i < ARRAY_SIZE(encr->key_bits) && encr->key_bits[i]; i++)
		if (len == encr->key_bits[i] / 8 + encr->salt_len)
			return true;
	return false;
}

/**
 * nfi_algo_suite() - put a suite together
 * @suite: to be filled
 * @encr: IANA number of the encryption transform
 * @encr_key_len: octets of its key and salt together
 * @integ: IANA number of the integrity transform, 0 for none
 * @integ_key_len: octets
 * @extack: gets the reason of a refusal
 *
 * RFC 8221 4 to 6: no encryption without integrity, no integrity transform
 * beside a combined mode, and no algorithm that is not in the table.
 *
 * Return: 0, -EOPNOTSUPP for an unknown transform, -EINVAL for a pair or a
 * key length that is not allowed.
 */
int nfi_algo_suite(struct nfi_suite *suite, u16 encr, size_t encr_key_len,
		   u16 integ, size_t integ_key_len,
		   struct netlink_ext_ack *extack)
{
	const struct nfi_integ *mac = find_integ(integ);
	const struct nfi_encr *enc = find_encr(encr);

	if (!enc) {
		NL_SET_ERR_MSG(extack, "unknown encryption transform");
		return -EOPNOTSUPP;
	}
	if (integ && !mac) {
		NL_SET_ERR_MSG(extack, "unknown integrity transform");
		return -EOPNOTSUPP;
	}
	if (mac && mac->iv_len) {
		NL_SET_ERR_MSG(extack,
			       "this integrity transform is for AH only (RFC 4543 5.3)");
		return -EOPNOTSUPP;
	}
	if (enc->aead && mac) {
		NL_SET_ERR_MSG(extack,
			       "a combined mode cipher takes no integrity transform");
		return -EINVAL;
	}
	if (!enc->aead && !mac) {
		NL_SET_ERR_MSG(extack,
			       "encryption without integrity (RFC 8221 4)");
		return -EINVAL;
	}
	if (!key_fits(enc, encr_key_len)) {
		NL_SET_ERR_MSG(extack,
			       "wrong length of the encryption key and salt");
		return -EINVAL;
	}
	if (integ_key_len != (mac ? mac->key_len : 0)) {
		NL_SET_ERR_MSG(extack, "wrong length of the integrity key");
		return -EINVAL;
	}

	*suite = (struct nfi_suite){
		.encr = enc,
		.integ = mac,
		.key_len = encr_key_len - enc->salt_len,
		.iv_len = enc->iv_len,
		.block = max_t(u8, enc->block, NFI_ESP_ALIGN),
		.icv_len = mac ? mac->icv_len : enc->icv_len,
	};
	return 0;
}

/**
 * nfi_algo_counter() - is it fatal to use an IV twice under one key?
 * @encr: IANA number of an encryption transform, 0 for AH
 * @integ: IANA number of an integrity transform, 0 for none
 *
 * Return: true for a counter mode.
 */
bool nfi_algo_counter(u16 encr, u16 integ)
{
	const struct nfi_integ *mac = find_integ(integ);
	const struct nfi_encr *enc = find_encr(encr);

	return (enc && enc->counter) || (mac && mac->iv_len);
}

/* Are two DES keys the same, but for their parity bits? */
static bool same_des_key(const u8 *a, const u8 *b)
{
	unsigned int i, differ = 0;

	for (i = 0; i < 8; i++)
		differ |= (a[i] ^ b[i]) & 0xfe;
	return !differ;
}

/**
 * nfi_algo_check_key() - is a key of the right length any good?
 * @suite: from nfi_algo_suite()
 * @key: encryption key
 * @extack: gets the reason of a refusal
 *
 * RFC 2451 2.3: two keys of 3DES in a row that are the same undo each other.
 *
 * Return: 0 or -EKEYREJECTED.
 */
int nfi_algo_check_key(const struct nfi_suite *suite, const u8 *key,
		       struct netlink_ext_ack *extack)
{
	if (suite->encr->id != NFI_ENCR_3DES ||
	    (!same_des_key(key, key + 8) && !same_des_key(key + 8, key + 16)))
		return 0;
	NL_SET_ERR_MSG(extack,
		       "a weak key: this is single DES (RFC 2451 2.3)");
	return -EKEYREJECTED;
}

/**
 * nfi_algo_suite_ah() - the suite of an AH SA
 * @suite: to be filled
 * @integ: IANA number of the integrity transform
 * @integ_key_len: octets of its key, its salt included
 * @extack: gets the reason of a refusal
 *
 * Return: 0, -EOPNOTSUPP for an unknown transform, -EINVAL for a key length
 * that is not allowed.
 */
int nfi_algo_suite_ah(struct nfi_suite *suite, u16 integ, size_t integ_key_len,
		      struct netlink_ext_ack *extack)
{
	const struct nfi_integ *mac = find_integ(integ);

	if (!mac) {
		NL_SET_ERR_MSG(extack, "unknown integrity transform");
		return -EOPNOTSUPP;
	}
	if (integ_key_len != mac->key_len) {
		NL_SET_ERR_MSG(extack, "wrong length of the integrity key");
		return -EINVAL;
	}
	*suite = (struct nfi_suite){
		.integ = mac,
		.iv_len = mac->iv_len,
		.icv_len = mac->icv_len,
	};
	return 0;
}

/**
 * nfi_algo_ah_len() - how long the AH header of an SA is
 * @suite: from nfi_algo_suite_ah()
 * @family: of the IP header in front of it
 *
 * RFC 4302 2.2, 2.6: the least padding that makes a multiple of 4 octets with
 * IPv4, of 8 octets with IPv6.
 *
 * Return: octets, ICV and padding included.
 */
unsigned int nfi_algo_ah_len(const struct nfi_suite *suite, u8 family)
{
	return ALIGN(NFI_AH_HLEN + suite->iv_len + suite->icv_len,
		     family == AF_INET ? 4 : 8);
}

/**
 * nfi_algo_aead_name() - the crypto API's name of a suite
 * @suite: from nfi_algo_suite()
 * @esn: 64-bit sequence numbers: the high half goes behind the payload into
 *	the ICV of separate algorithms (RFC 4303 2.2.1)
 * @name: to be filled
 *
 * Return: 0, or -ENAMETOOLONG.
 */
int nfi_algo_aead_name(const struct nfi_suite *suite, bool esn,
		       char name[CRYPTO_MAX_ALG_NAME])
{
	int n;

	if (suite->encr->aead)
		n = strscpy(name, suite->encr->alg, CRYPTO_MAX_ALG_NAME);
	else
		n = snprintf(name, CRYPTO_MAX_ALG_NAME, "%s(%s,%s)",
			     esn ? "authencesn" : "authenc", suite->integ->alg,
			     suite->encr->alg);
	return n < 0 || n >= CRYPTO_MAX_ALG_NAME ? -ENAMETOOLONG : 0;
}
