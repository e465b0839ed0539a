// SPDX-License-Identifier: GPL-2.0
/*
 * Which transforms go together, and what they ask of a packet.
 *
 * Covers R8221-4-1, R8221-5-1 -4, R8221-6-1 -2 -3, R4303-3.2-1, R4303-2.8-1,
 * R4301-4.2-1, R4106-6-1, R4106-8.1-1, R4106-8.4-1, R4868-2.1.1-1, R3602-2.2-1,
 * R7634-2-2, R7634-4-1, R2410-3-1.
 */
#include "fixture.h"

#include "../../src/algo.h"

#include <crypto/aead.h>

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

KUNIT_ARRAY_PARAM(suite, nfi_fixture_suites, nfi_fixture_describe);

static int get_suite(const struct nfi_fixture_suite *s, struct nfi_suite *suite)
{
	return nfi_algo_suite(suite, s->encr, s->key_len, s->integ,
			      s->integ ? 32 : 0, NULL);
}

/* R4303-2.8-1, R4106-6-1, R4868-2.3-1, R2410-3-1 */
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
	/* R4106-2-1, R3602-3-1: what may be a counter, and what may not */
	KUNIT_EXPECT_EQ(test, !s->integ, suite.encr->counter);
}

/* R4303-2.3-1: the payload is aligned for IPv6 after the ESP header and IV */
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

/* The name is one that the crypto API takes, for both lengths of numbers */
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
		KUNIT_EXPECT_EQ(test, (unsigned int)s->iv_len,
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
	KUNIT_EXPECT_STREQ(test, "rfc4106(gcm(aes))", name);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(algo_allows_what_rfc_8221_allows, pair_gen_params),
	KUNIT_CASE_PARAM(algo_suite_has_lengths_of_rfc, suite_gen_params),
	KUNIT_CASE_PARAM(algo_iv_keeps_payload_aligned, suite_gen_params),
	KUNIT_CASE_PARAM(algo_name_is_known_to_crypto, suite_gen_params),
	KUNIT_CASE(algo_name_of_separate_algorithms_knows_esn),
	{}
};

static struct kunit_suite algo_suite = {
	.name = "nfipsec_algo",
	.test_cases = cases,
};

kunit_test_suite(algo_suite);
