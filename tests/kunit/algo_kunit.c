// SPDX-License-Identifier: GPL-2.0
/*
 * Which transforms go together, and what they ask of a packet.
 *
 * Covers R8221-4-1, R8221-5-1 -2 -3 -4, R8221-6-1 -2 -3, R4303-3.2-1,
 * R4303-2.8-1, R4301-4.2-1, R4106-6-1, R4106-8.1-1, R4106-8.4-1, R4309-2-1 -2,
 * R4309-7.1-1, R4543-3-1, R4543-3.4-1, R4543-5.3-1 -2, R4543-5.4-1, R7634-2-2,
 * R7634-4-1, R3602-2.2-1, R3686-2.1-2, R3686-5.1-1, R2451-2.2-1, R2451-2.3-1,
 * R2410-3-1, R2404-2-1, R2404-3-1, R4868-2.1.1-1, R4868-2.3-1, R3566-4-1 -2,
 * R3566-4.1-1, R4494-4-1, R8750-4-3.
 */
#include "fixture.h"
#include "vectors.h"
#include "vectors/algo.h"

#include "../../src/algo.h"

#include <crypto/aead.h>
#include <crypto/hash.h>
#include <crypto/skcipher.h>
#include <linux/scatterlist.h>

static const struct pair_case {
	const char *name;
	u16 encr;
	u16 encr_key;
	u16 integ;
	u16 integ_key;
	int err;
} pair_cases[] = {
	{ "AES-GCM-16, 128 bits", 20, 20, 0, 0, 0 },
	{ "AES-GCM-16, 192 bits", 20, 28, 0, 0, 0 },
	{ "AES-GCM-16, 256 bits", 20, 36, 0, 0, 0 },
	{ "AES-GCM-16 without its salt", 20, 16, 0, 0, -EINVAL },
	{ "AES-GCM-16, 256 bits without salt", 20, 32, 0, 0, -EINVAL },
	{ "AES-GCM-16 without a key", 20, 0, 0, 0, -EINVAL },
	{ "AES-GCM-16, an octet too many", 20, 21, 0, 0, -EINVAL },
	{ "AES-GCM-16, 64 octets", 20, 64, 0, 0, -EINVAL },
	{ "AES-GCM-16 beside HMAC", 20, 20, 12, 32, -EINVAL },
	{ "AES-GCM-16 with an integrity key", 20, 20, 0, 32, -EINVAL },
	{ "ChaCha20-Poly1305", 28, 36, 0, 0, 0 },
	{ "ChaCha20-Poly1305 without salt", 28, 32, 0, 0, -EINVAL },
	{ "ChaCha20-Poly1305, 128 bits", 28, 20, 0, 0, -EINVAL },
	{ "ChaCha20-Poly1305 beside HMAC", 28, 36, 12, 32, -EINVAL },
	{ "AES-CBC 128", 12, 16, 12, 32, 0 },
	{ "AES-CBC 192", 12, 24, 12, 32, 0 },
	{ "AES-CBC 256", 12, 32, 12, 32, 0 },
	{ "AES-CBC without integrity", 12, 16, 0, 0, -EINVAL },
	{ "AES-CBC without a key", 12, 0, 12, 32, -EINVAL },
	{ "AES-CBC with a salt", 12, 20, 12, 32, -EINVAL },
	{ "AES-CBC, 512 bits", 12, 64, 12, 32, -EINVAL },
	{ "AES-CBC, integrity key too short", 12, 16, 12, 31, -EINVAL },
	{ "AES-CBC, integrity key too long", 12, 16, 12, 33, -EINVAL },
	{ "AES-CBC, no integrity key", 12, 16, 12, 0, -EINVAL },
	{ "NULL with HMAC", 11, 0, 12, 32, 0 },
	{ "NULL with a key", 11, 16, 12, 32, -EINVAL },
	{ "NULL and no integrity", 11, 0, 0, 0, -EINVAL },
	{ "no encryption transform", 0, 0, 12, 32, -EOPNOTSUPP },
	{ "nothing at all", 0, 0, 0, 0, -EOPNOTSUPP },
	{ "DES", 2, 8, 12, 32, -EOPNOTSUPP },
	{ "Blowfish", 7, 16, 12, 32, -EOPNOTSUPP },
	{ "not assigned", 10, 16, 12, 32, -EOPNOTSUPP },
	{ "private use", 1024, 16, 12, 32, -EOPNOTSUPP },
	{ "HMAC-MD5-96", 12, 16, 1, 16, -EOPNOTSUPP },
	{ "DES-MAC", 12, 16, 3, 8, -EOPNOTSUPP },
	{ "unknown integrity beside AEAD", 20, 20, 4711, 0, -EOPNOTSUPP },
	{ "AES-CCM with the salt of GCM", 16, 20, 0, 0, -EINVAL },
	{ "AES-GCM with the salt of CCM", 20, 19, 0, 0, -EINVAL },
	{ "AES-CTR without integrity", 13, 20, 0, 0, -EINVAL },
	{ "AES-CTR without its nonce", 13, 16, 12, 32, -EINVAL },
	{ "GMAC as integrity of ESP", 12, 16, 9, 20, -EOPNOTSUPP },
	{ "GMAC as integrity of NULL", 11, 0, 11, 36, -EOPNOTSUPP },
	{ "GMAC beside HMAC", 21, 20, 12, 32, -EINVAL },
	{ "3DES with two keys", 3, 16, 2, 20, -EINVAL },
	{ "HMAC-SHA1 with a key of 128 bits", 12, 16, 2, 16, -EINVAL },
	{ "AES-XCBC with a key of 256 bits", 12, 16, 5, 32, -EINVAL },
};

static void describe_pair(const struct pair_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(pair, pair_cases, describe_pair);

/* R8221-4-1 to -6-3, R4303-3.2-1 */
static void algo_allows_what_rfc_8221_allows(struct kunit *test)
{
	const struct pair_case *c = test->param_value;
	struct netlink_ext_ack extack = {};
	struct nfi_suite suite;

	KUNIT_EXPECT_EQ(test, c->err,
			nfi_algo_suite(&suite, c->encr, c->encr_key, c->integ,
				       c->integ_key, &extack));
	if (c->err)
		KUNIT_EXPECT_NOT_NULL(test, extack._msg);
	else
		KUNIT_EXPECT_NULL(test, extack._msg);
}

/* What the RFCs have, by the words of RFC 8221 5: the lengths of key and salt
 * are those of the lists that end with 0
 */
static const struct encr_case {
	const char *name;
	u16 encr;
	bool aead;
	bool offered;
	u8 lens[4];
} encr_cases[] = {
	{ "DES_IV64, MUST NOT", 1 },
	{ "DES, MUST NOT", 2 },
	{ "3DES, SHOULD NOT", 3, false, true, { 24 } },
	{ "RC5", 4 },
	{ "IDEA", 5 },
	{ "CAST", 6 },
	{ "BLOWFISH, MUST NOT", 7 },
	{ "3IDEA, MUST NOT", 8 },
	{ "DES_IV32, MUST NOT", 9 },
	{ "NULL, MUST", 11, false, true, { 0 } },
	{ "AES_CBC, MUST", 12, false, true, { 16, 24, 32 } },
	{ "AES_CTR", 13, false, true, { 20, 28, 36 } },
	{ "AES_CCM_8, SHOULD", 14, true, true, { 19, 27, 35 } },
	{ "AES_CCM_12", 15, true, true, { 19, 27, 35 } },
	{ "AES_CCM_16", 16, true, true, { 19, 27, 35 } },
	{ "AES_GCM_8", 18, true, true, { 20, 28, 36 } },
	{ "AES_GCM_12", 19, true, true, { 20, 28, 36 } },
	{ "AES_GCM_16, MUST", 20, true, true, { 20, 28, 36 } },
	{ "NULL_AUTH_AES_GMAC", 21, true, true, { 20, 28, 36 } },
	{ "IEEE P1619 XTS_AES", 22 },
	{ "CAMELLIA_CBC", 23, false, true, { 16, 24, 32 } },
	{ "CAMELLIA_CTR", 24 },
	{ "CAMELLIA_CCM_8", 25 },
	{ "CHACHA20_POLY1305, SHOULD", 28, true, true, { 36 } },
	{ "AES_CCM_8_IIV", 29, true, true, { 19, 27, 35 } },
	{ "AES_GCM_16_IIV", 30, true, true, { 20, 28, 36 } },
	{ "CHACHA20_POLY1305_IIV", 31, true, true, { 36 } },
	{ "KUZNYECHIK_MGM_KTREE", 32 },
};

/* RFC 8221 6 */
static const struct integ_case {
	u16 integ;
	bool offered;
	u8 len;
} integ_cases[] = {
	{ 0 },			/* NONE */
	{ 1 },			/* HMAC_MD5_96, MUST NOT */
	{ 2, true, 20 },	/* HMAC_SHA1_96, MUST- */
	{ 3 },			/* DES_MAC, MUST NOT */
	{ 4 },			/* KPDK_MD5, MUST NOT */
	{ 5, true, 16 },	/* AES_XCBC_96, MAY */
	{ 6 },			/* HMAC_MD5_128 */
	{ 7 },			/* HMAC_SHA1_160 */
	{ 8, true, 16 },	/* AES_CMAC_96 */
	{ 9 },			/* AES_128_GMAC, not with ESP (RFC 4543 5.3) */
	{ 10 },			/* AES_192_GMAC */
	{ 11 },			/* AES_256_GMAC */
	{ 12, true, 32 },	/* HMAC_SHA2_256_128, MUST */
	{ 13, true, 48 },	/* HMAC_SHA2_384_192 */
	{ 14, true, 64 },	/* HMAC_SHA2_512_256, SHOULD */
	{ 1027, true, 32 },	/* HMAC_SHA2_256_96 by its own name */
};

static void describe_encr(const struct encr_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(encr, encr_cases, describe_encr);

static bool len_fits(const struct encr_case *c, unsigned int len)
{
	unsigned int i;

	if (!c->lens[0])
		return !len;
	for (i = 0; i < ARRAY_SIZE(c->lens) && c->lens[i]; i++)
		if (len == c->lens[i])
			return true;
	return false;
}

static int expected(const struct encr_case *e, unsigned int encr_len,
		    const struct integ_case *m, unsigned int integ_len)
{
	if (!e->offered || (m->integ && !m->offered))
		return -EOPNOTSUPP;
	if (e->aead == !!m->integ || !len_fits(e, encr_len) ||
	    integ_len != m->len)
		return -EINVAL;
	return 0;
}

/* R8221-4-1, R8221-5-1 -2 -3 -4, R8221-6-1 -2 -3, R4543-3-1, R4543-5.3-1,
 * R7634-4-1, R3686-2.1-2, R8750-4-3 (C8): each cipher beside each MAC, with keys of all
 * lengths. R4303-3.4.3-1: none is without integrity, so no window is.
 */
static void algo_takes_pairs_of_rfc_8221_only(struct kunit *test)
{
	const struct encr_case *e = test->param_value;
	unsigned int encr_len, integ_len;
	const struct integ_case *m;
	struct nfi_suite suite;
	int i;

	for (i = 0; i < ARRAY_SIZE(integ_cases); i++) {
		m = &integ_cases[i];
		for (encr_len = 0; encr_len <= 40; encr_len++)
			for (integ_len = 0; integ_len <= 72; integ_len++)
				KUNIT_ASSERT_EQ_MSG(test,
						    expected(e, encr_len, m,
							     integ_len),
						    nfi_algo_suite(&suite,
								   e->encr,
								   encr_len,
								   m->integ,
								   integ_len,
								   NULL),
						    "with %u, keys of %u, %u",
						    m->integ, encr_len,
						    integ_len);
	}
}

static bool encr_offered(u32 id)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(encr_cases); i++)
		if (encr_cases[i].encr == id)
			return encr_cases[i].offered;
	return false;
}

static bool integ_offered(u32 id)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(integ_cases); i++)
		if (integ_cases[i].integ == id)
			return integ_cases[i].offered;
	return false;
}

/* R8221-5-4, R8221-6-2: no number but those of the tables above */
static void algo_offers_nothing_else(struct kunit *test)
{
	struct nfi_suite suite;
	u32 id;

	for (id = 0; id <= U16_MAX; id++) {
		KUNIT_ASSERT_EQ_MSG(test, !encr_offered(id),
				    nfi_algo_suite(&suite, id, 0, 0, 0, NULL) ==
				    -EOPNOTSUPP, "encryption %u", id);
		KUNIT_ASSERT_EQ_MSG(test, id && !integ_offered(id),
				    nfi_algo_suite(&suite, 12, 0, id, 0, NULL) ==
				    -EOPNOTSUPP, "integrity %u", id);
	}
}

/* Three keys of DES; those that differ in parity bits only are the same */
static const struct weak_case {
	const char *name;
	u8 key[24];
	int err;
} weak_cases[] = {
	{ "three keys", {
		0x10, 0x22, 0x34, 0x46, 0x58, 0x6a, 0x7c, 0x8e,
		0x90, 0xa2, 0xb4, 0xc6, 0xd8, 0xea, 0xfc, 0x0e,
		0x70, 0x82, 0x94, 0xa6, 0xb8, 0xca, 0xdc, 0xee }, 0 },
	{ "the first is the second", {
		0x10, 0x22, 0x34, 0x46, 0x58, 0x6a, 0x7c, 0x8e,
		0x10, 0x22, 0x34, 0x46, 0x58, 0x6a, 0x7c, 0x8e,
		0x70, 0x82, 0x94, 0xa6, 0xb8, 0xca, 0xdc, 0xee }, -EKEYREJECTED },
	{ "the second is the third", {
		0x10, 0x22, 0x34, 0x46, 0x58, 0x6a, 0x7c, 0x8e,
		0x90, 0xa2, 0xb4, 0xc6, 0xd8, 0xea, 0xfc, 0x0e,
		0x90, 0xa2, 0xb4, 0xc6, 0xd8, 0xea, 0xfc, 0x0e }, -EKEYREJECTED },
	{ "the first is the second but for parity", {
		0x10, 0x22, 0x34, 0x46, 0x58, 0x6a, 0x7c, 0x8e,
		0x11, 0x23, 0x35, 0x47, 0x59, 0x6b, 0x7d, 0x8f,
		0x70, 0x82, 0x94, 0xa6, 0xb8, 0xca, 0xdc, 0xee }, -EKEYREJECTED },
	{ "the second is the third but for a parity bit", {
		0x10, 0x22, 0x34, 0x46, 0x58, 0x6a, 0x7c, 0x8e,
		0x90, 0xa2, 0xb4, 0xc6, 0xd8, 0xea, 0xfc, 0x0e,
		0x90, 0xa2, 0xb4, 0xc7, 0xd8, 0xea, 0xfc, 0x0e }, -EKEYREJECTED },
	{ "they differ in one bit", {
		0x10, 0x22, 0x34, 0x46, 0x58, 0x6a, 0x7c, 0x8e,
		0x10, 0x22, 0x34, 0x46, 0x58, 0x6a, 0x7c, 0x8c,
		0x10, 0x22, 0x34, 0x46, 0x58, 0x6a, 0x7c, 0x8a }, 0 },
	{ "the first is the third", {
		0x10, 0x22, 0x34, 0x46, 0x58, 0x6a, 0x7c, 0x8e,
		0x90, 0xa2, 0xb4, 0xc6, 0xd8, 0xea, 0xfc, 0x0e,
		0x10, 0x22, 0x34, 0x46, 0x58, 0x6a, 0x7c, 0x8e }, 0 },
	{ "all zero", { 0 }, -EKEYREJECTED },
};

static void describe_weak(const struct weak_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(weak, weak_cases, describe_weak);

/* R2451-2.3-1, R2451-2.2-1 */
static void algo_refuses_3des_that_is_des(struct kunit *test)
{
	const struct weak_case *c = test->param_value;
	struct netlink_ext_ack extack = {};
	struct nfi_suite suite;

	KUNIT_ASSERT_EQ(test, 0, nfi_algo_suite(&suite, 3, 24, 2, 20, NULL));
	KUNIT_EXPECT_EQ(test, c->err,
			nfi_algo_check_key(&suite, c->key, &extack));
	KUNIT_EXPECT_EQ(test, !c->err, !extack._msg);
	/* which is no matter of others */
	KUNIT_ASSERT_EQ(test, 0, nfi_algo_suite(&suite, 12, 24, 2, 20, NULL));
	KUNIT_EXPECT_EQ(test, 0, nfi_algo_check_key(&suite, c->key, NULL));
}

KUNIT_ARRAY_PARAM(suite, nfi_fixture_all_suites, nfi_fixture_describe);

static int get_suite(const struct nfi_fixture_suite *s, struct nfi_suite *suite)
{
	return nfi_algo_suite(suite, s->encr, s->key_len, s->integ,
			      s->mac_key_len, NULL);
}

/* R4303-2.8-1, R4106-6-1, R4309-2-1, R4543-3.4-1, R4868-2.3-1, R2410-3-1,
 * R2404-2-1, R3566-4-2, R4494-4-1
 */
static void algo_suite_has_lengths_of_rfc(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	struct nfi_suite suite;

	KUNIT_ASSERT_EQ(test, 0, get_suite(s, &suite));
	KUNIT_EXPECT_EQ(test, s->key_len - s->salt_len, (int)suite.key_len);
	KUNIT_EXPECT_EQ(test, s->iv_len, suite.iv_len);
	KUNIT_EXPECT_EQ(test, s->block, suite.block);
	KUNIT_EXPECT_EQ(test, s->icv_len, suite.icv_len);
	KUNIT_EXPECT_EQ(test, s->encr, suite.encr->id);
	KUNIT_EXPECT_EQ(test, !s->integ, !suite.integ);
	KUNIT_EXPECT_EQ(test, !s->integ, suite.encr->aead);
	/* R4106-2-1, R3602-3-1: what may be a counter, and what may not */
	KUNIT_EXPECT_EQ(test, !!s->salt_len, suite.encr->counter);
	KUNIT_EXPECT_EQ(test, !!s->salt_len, nfi_algo_counter(s->encr, s->integ));
	KUNIT_EXPECT_EQ(test, s->salt_len && !s->iv_len,
			suite.encr->implicit_iv);
}

/* R4303-2.3-1, R4303-3.4.4.1-6: the payload is aligned for IPv6 after the ESP
 * header and IV
 */
static void algo_iv_keeps_payload_aligned(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	struct nfi_suite suite;

	KUNIT_ASSERT_EQ(test, 0, get_suite(s, &suite));
	KUNIT_EXPECT_EQ(test, 0, (NFI_ESP_HLEN + suite.iv_len) % 8);
	KUNIT_EXPECT_GE(test, NFI_IV_MAX, (int)suite.iv_len);
	KUNIT_EXPECT_GE(test, NFI_ICV_MAX, (int)suite.icv_len);
	KUNIT_EXPECT_GE(test, NFI_KEY_MAX, (int)suite.key_len);
}

/* The name is one that the crypto API takes, for both lengths of numbers; it
 * wants the IV that is not in the packet, too (RFC 8750), and a whole nonce with
 * the salt
 */
static void algo_name_is_known_to_crypto(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	char name[CRYPTO_MAX_ALG_NAME];
	struct crypto_aead *aead;
	struct nfi_suite suite;
	int esn;

	KUNIT_ASSERT_EQ(test, 0, get_suite(s, &suite));
	for (esn = 0; esn < 2; esn++) {
		KUNIT_ASSERT_EQ(test, 0, nfi_algo_aead_name(&suite, esn, name));
		aead = crypto_alloc_aead(name, 0, 0);
		KUNIT_ASSERT_FALSE_MSG(test, IS_ERR(aead), "%s", name);
		KUNIT_EXPECT_EQ(test, suite.encr->nonce ? 12U :
				      s->salt_len ? 8U : s->iv_len,
				crypto_aead_ivsize(aead));
		KUNIT_EXPECT_EQ(test, 0, crypto_aead_setauthsize(aead,
								 s->icv_len));
		crypto_free_aead(aead);
	}
}

/* R4303-2.2.1-3: only separate algorithms put the high half behind */
static void algo_name_of_separate_algorithms_knows_esn(struct kunit *test)
{
	char name[CRYPTO_MAX_ALG_NAME];
	struct nfi_suite suite;

	KUNIT_ASSERT_EQ(test, 0, nfi_algo_suite(&suite, 12, 16, 12, 32, NULL));
	KUNIT_ASSERT_EQ(test, 0, nfi_algo_aead_name(&suite, false, name));
	KUNIT_EXPECT_STREQ(test, "authenc(hmac(sha256),cbc(aes))", name);
	KUNIT_ASSERT_EQ(test, 0, nfi_algo_aead_name(&suite, true, name));
	KUNIT_EXPECT_STREQ(test, "authencesn(hmac(sha256),cbc(aes))", name);

	KUNIT_ASSERT_EQ(test, 0, nfi_algo_suite(&suite, 20, 20, 0, 0, NULL));
	KUNIT_ASSERT_EQ(test, 0, nfi_algo_aead_name(&suite, true, name));
	KUNIT_EXPECT_STREQ(test, "gcm(aes)", name);
}

static void describe_cipher(const struct vector_cipher *v, char *desc)
{
	strscpy(desc, v->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(cipher, cipher_vectors, describe_cipher);

/* R3602-2.2-1, R3686-3.1-1, R3686-4-1, R2410-3-1: what we call by the number of
 * a transform is the cipher of its RFC
 */
static void algo_cipher_is_that_of_rfc(struct kunit *test)
{
	const struct vector_cipher *v = test->param_value;
	size_t key_len, iv_len, len, n;
	struct crypto_skcipher *tfm;
	struct skcipher_request *req;
	u8 *key, *iv, *plain, *cipher;
	DECLARE_CRYPTO_WAIT(wait);
	struct nfi_suite suite;
	struct scatterlist sg;
	u8 iv_copy[16];
	u8 *buf;

	key_len = nfi_fixture_octets(test, v->key, &key);
	iv_len = nfi_fixture_octets(test, v->iv, &iv);
	len = nfi_fixture_octets(test, v->plain, &plain);
	n = nfi_fixture_octets(test, v->cipher, &cipher);
	KUNIT_ASSERT_EQ(test, len, n);
	KUNIT_ASSERT_EQ(test, 0, nfi_algo_suite(&suite, v->encr, key_len, 12,
						32, NULL));
	KUNIT_ASSERT_EQ(test, iv_len, (size_t)suite.iv_len);

	tfm = crypto_alloc_skcipher(suite.encr->alg, 0, 0);
	KUNIT_ASSERT_FALSE(test, IS_ERR(tfm));
	req = skcipher_request_alloc(tfm, GFP_KERNEL);
	buf = kunit_kzalloc(test, len, GFP_KERNEL);
	if (req && buf) {
		memcpy(buf, plain, len);
		memcpy(iv_copy, iv, iv_len);
		sg_init_one(&sg, buf, len);
		skcipher_request_set_callback(req, 0, crypto_req_done, &wait);
		skcipher_request_set_crypt(req, &sg, &sg, len, iv_copy);
		KUNIT_EXPECT_EQ(test, 0,
				crypto_skcipher_setkey(tfm, key, key_len));
		KUNIT_EXPECT_EQ(test, 0,
				crypto_wait_req(crypto_skcipher_encrypt(req),
						&wait));
		KUNIT_EXPECT_EQ(test, 0, memcmp(buf, cipher, len));
		memcpy(iv_copy, iv, iv_len);
		KUNIT_EXPECT_EQ(test, 0,
				crypto_wait_req(crypto_skcipher_decrypt(req),
						&wait));
		KUNIT_EXPECT_EQ(test, 0, memcmp(buf, plain, len));
	} else {
		KUNIT_FAIL(test, "no memory");
	}
	skcipher_request_free(req);
	crypto_free_skcipher(tfm);
}

static void describe_aead(const struct vector_aead *v, char *desc)
{
	strscpy(desc, v->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(aead, aead_vectors, describe_aead);

static void try_aead(struct kunit *test, struct crypto_aead *tfm,
		     const struct vector_aead *v, const u8 *ad, size_t ad_len,
		     const u8 *iv)
{
	size_t len, n = v->icv_len;
	struct aead_request *req;
	DECLARE_CRYPTO_WAIT(wait);
	struct scatterlist sg;
	u8 *plain, *sealed;
	u8 iv_copy[16];
	u8 *buf;

	len = nfi_fixture_octets(test, v->plain, &plain);
	KUNIT_EXPECT_EQ(test, len + n,
			nfi_fixture_octets(test, v->sealed, &sealed));
	req = aead_request_alloc(tfm, GFP_KERNEL);
	buf = kunit_kzalloc(test, ad_len + len + n, GFP_KERNEL);
	if (!req || !buf) {
		KUNIT_FAIL(test, "no memory");
		aead_request_free(req);
		return;
	}
	memcpy(buf, ad, ad_len);
	memcpy(buf + ad_len, plain, len);
	memcpy(iv_copy, iv, sizeof(iv_copy));
	sg_init_one(&sg, buf, ad_len + len + n);
	aead_request_set_callback(req, 0, crypto_req_done, &wait);
	aead_request_set_ad(req, ad_len);
	aead_request_set_crypt(req, &sg, &sg, len, iv_copy);
	KUNIT_EXPECT_EQ(test, 0,
			crypto_wait_req(crypto_aead_encrypt(req), &wait));
	KUNIT_EXPECT_EQ(test, 0, memcmp(buf + ad_len, sealed, len + n));

	memcpy(iv_copy, iv, sizeof(iv_copy));
	aead_request_set_crypt(req, &sg, &sg, len + n, iv_copy);
	KUNIT_EXPECT_EQ(test, 0,
			crypto_wait_req(crypto_aead_decrypt(req), &wait));
	KUNIT_EXPECT_EQ(test, 0, memcmp(buf + ad_len, plain, len));
	aead_request_free(req);
}

/* R7634-2-2 -3 -4, R7634-2.1-1, R4309-2-1: the combined modes of which the
 * suites are made. Those of RFC 3610 have another nonce than ESP, so here CCM is
 * without the template that makes one.
 */
static void algo_aead_is_that_of_rfc(struct kunit *test)
{
	const struct vector_aead *v = test->param_value;
	size_t key_len, nonce_len, ad_len;
	u8 *key, *nonce, *ad_octets;
	struct crypto_aead *tfm;
	struct nfi_suite suite;
	bool ccm = v->encr == 16;
	u8 iv[16] = {};
	u8 ad[32];

	key_len = nfi_fixture_octets(test, v->key, &key);
	nonce_len = nfi_fixture_octets(test, v->nonce, &nonce);
	ad_len = nfi_fixture_octets(test, v->ad, &ad_octets);
	memcpy(ad, ad_octets, ad_len);
	KUNIT_ASSERT_EQ(test, 0,
			nfi_algo_suite(&suite, v->encr,
				       key_len + (ccm ? 3 : 4), 0, 0, NULL));
	if (ccm) {
		KUNIT_ASSERT_STREQ(test, "rfc4309(ccm(aes))", suite.encr->alg);
		tfm = crypto_alloc_aead("ccm(aes)", 0, 0);
		iv[0] = 15 - nonce_len - 1;
		memcpy(iv + 1, nonce, nonce_len);
	} else {
		KUNIT_ASSERT_TRUE(test, suite.encr->nonce);
		tfm = crypto_alloc_aead(suite.encr->alg, 0, 0);
		memcpy(iv, nonce, 12);
	}
	KUNIT_ASSERT_FALSE(test, IS_ERR(tfm));
	KUNIT_EXPECT_EQ(test, 0, crypto_aead_setauthsize(tfm, v->icv_len));
	KUNIT_EXPECT_EQ(test, 0, crypto_aead_setkey(tfm, key, key_len));
	try_aead(test, tfm, v, ad, ad_len, iv);
	crypto_free_aead(tfm);
}

static void describe_mac(const struct vector_mac *v, char *desc)
{
	strscpy(desc, v->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(mac, mac_vectors, describe_mac);

static u8 mac_key_len(u16 integ)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(integ_cases); i++)
		if (integ_cases[i].integ == integ)
			return integ_cases[i].len;
	return 0;
}

/* R2404-2-1, R4868-2.2-1, R4868-2.3-1, R3566-4-2, R3566-4.2-1, R4494-4-1: what
 * is sent is the beginning of what the RFC has
 */
static void algo_mac_is_that_of_rfc(struct kunit *test)
{
	const struct vector_mac *v = test->param_value;
	size_t key_len, len, mac_len, icv_len;
	u8 *key, *data, *mac, *icv;
	struct crypto_shash *tfm;
	struct nfi_suite suite;
	u8 digest[64];

	key_len = nfi_fixture_octets(test, v->key, &key);
	len = nfi_fixture_octets(test, v->data, &data);
	mac_len = nfi_fixture_octets(test, v->mac, &mac);
	icv_len = nfi_fixture_octets(test, v->icv, &icv);
	KUNIT_ASSERT_EQ(test, 0, nfi_algo_suite(&suite, 11, 0, v->integ,
						mac_key_len(v->integ), NULL));
	tfm = crypto_alloc_shash(suite.integ->alg, 0, 0);
	KUNIT_ASSERT_FALSE(test, IS_ERR(tfm));
	KUNIT_EXPECT_GE(test, sizeof(digest),
			(size_t)crypto_shash_digestsize(tfm));
	KUNIT_EXPECT_EQ(test, 0, crypto_shash_setkey(tfm, key, key_len));
	KUNIT_EXPECT_EQ(test, 0, crypto_shash_tfm_digest(tfm, data, len, digest));
	KUNIT_EXPECT_EQ(test, 0, memcmp(digest, mac, mac_len));
	if (v->icv) {
		KUNIT_EXPECT_EQ(test, icv_len, (size_t)suite.icv_len);
		KUNIT_EXPECT_EQ(test, 0, memcmp(digest, icv, icv_len));
	}
	crypto_free_shash(tfm);
}

KUNIT_ARRAY_PARAM(integ, nfi_fixture_integs, nfi_fixture_describe_integ);

/* R4302-2.2-1, R4302-2.6-1, R4868-2.1.1-1, R2404-3-1, R3566-4-1, R4494-4-1,
 * R4543-5.3-2, R4543-5.4-1 (C8): one length of the key, the least padding
 */
static void algo_ah_has_lengths_of_rfc(struct kunit *test)
{
	const struct nfi_fixture_integ *s = test->param_value;
	struct nfi_suite suite;
	size_t len;

	for (len = 0; len <= NFI_KEY_MAX; len++)
		KUNIT_EXPECT_EQ(test, len == s->key_len ? 0 : -EINVAL,
				nfi_algo_suite_ah(&suite, s->id, len, NULL));
	KUNIT_EXPECT_EQ(test, s->id, suite.integ->id);
	KUNIT_EXPECT_EQ(test, s->iv_len, suite.iv_len);
	KUNIT_EXPECT_EQ(test, s->icv_len, suite.icv_len);
	KUNIT_EXPECT_EQ(test, (unsigned int)s->len4,
			nfi_algo_ah_len(&suite, AF_INET));
	KUNIT_EXPECT_EQ(test, (unsigned int)s->len6,
			nfi_algo_ah_len(&suite, AF_INET6));
}

/* R8221-6-2 -3: neither nothing nor HMAC-MD5-96, DES-MAC, KPDK-MD5 */
static void algo_ah_is_not_what_rfc_8221_forbids(struct kunit *test)
{
	struct nfi_suite suite;
	u16 integ;

	for (integ = 0; integ < 20; integ++)
		if (integ < 2 || integ == 3 || integ == 4 || integ > 14)
			KUNIT_EXPECT_EQ(test, -EOPNOTSUPP,
					nfi_algo_suite_ah(&suite, integ, 16,
							  NULL));
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(algo_allows_what_rfc_8221_allows, pair_gen_params),
	KUNIT_CASE_PARAM(algo_takes_pairs_of_rfc_8221_only, encr_gen_params),
	KUNIT_CASE(algo_offers_nothing_else),
	KUNIT_CASE_PARAM(algo_refuses_3des_that_is_des, weak_gen_params),
	KUNIT_CASE_PARAM(algo_suite_has_lengths_of_rfc, suite_gen_params),
	KUNIT_CASE_PARAM(algo_iv_keeps_payload_aligned, suite_gen_params),
	KUNIT_CASE_PARAM(algo_name_is_known_to_crypto, suite_gen_params),
	KUNIT_CASE_PARAM(algo_ah_has_lengths_of_rfc, integ_gen_params),
	KUNIT_CASE(algo_ah_is_not_what_rfc_8221_forbids),
	KUNIT_CASE(algo_name_of_separate_algorithms_knows_esn),
	KUNIT_CASE_PARAM(algo_cipher_is_that_of_rfc, cipher_gen_params),
	KUNIT_CASE_PARAM(algo_aead_is_that_of_rfc, aead_gen_params),
	KUNIT_CASE_PARAM(algo_mac_is_that_of_rfc, mac_gen_params),
	{}
};

static struct kunit_suite algo_suite = {
	.name = "nfipsec_algo",
	.test_cases = cases,
};

kunit_test_suite(algo_suite);
