// SPDX-License-Identifier: GPL-2.0
/*
 * The ICV of AH as a sum over octets, wherever they are.
 *
 * Covers R4302-3.3.3-1, R4302-3.3.3.2.2-1, R4543-3.4-1, R4543-4-1, R4868-2.3-1,
 * R2404-2-1, R3566-4-1 -2, R4494-4-1.
 */
#include "fixture.h"

#include "../../src/mac.h"

#include <crypto/hash.h>
#include <linux/slab.h>

#define LEN	300U

KUNIT_ARRAY_PARAM(integ, nfi_fixture_integs, nfi_fixture_describe_integ);

static u8 *new_octets(struct kunit *test)
{
	u8 *octets = kunit_kzalloc(test, LEN + 4, GFP_KERNEL);
	unsigned int i;

	KUNIT_ASSERT_NOT_NULL(test, octets);
	for (i = 0; i < LEN; i++)
		octets[i] = 31 * i + 11;
	return octets;
}

static void icv_of(struct kunit *test, const struct nfi_sa *sa, const u8 *octets,
		   unsigned int head, unsigned int len, u64 seq, u8 *icv)
{
	enum nfi_reason reason;

	memset(icv, 0, NFI_ICV_MAX);
	local_bh_disable();
	rcu_read_lock();
	reason = nfi_mac_icv(sa, octets, head, octets + head, len - head, seq,
			     icv);
	rcu_read_unlock();
	local_bh_enable();
	KUNIT_ASSERT_EQ(test, NFI_REASON_OK, reason);
}

/* R4302-3.3.3-1: one sum over both parts. The IV is where the second begins. */
static void mac_joins_head_and_body(struct kunit *test)
{
	const struct nfi_fixture_integ *integ = test->param_value;
	u8 icv[NFI_ICV_MAX], other[NFI_ICV_MAX];
	u8 *octets = new_octets(test);
	struct nfi_sa *sa;
	unsigned int head;
	int esn;

	/* the same IV wherever a body begins */
	memset(octets, 0x42, LEN);
	for (esn = 0; esn < 2; esn++) {
		sa = nfi_fixture_ah(test, integ, NFI_DIR_OUT, AF_INET, esn);
		icv_of(test, sa, octets, 20, LEN, 1, icv);
		KUNIT_EXPECT_NOT_NULL(test, memchr_inv(icv, 0, integ->icv_len));
		for (head = 4; head <= 200; head += 4) {
			icv_of(test, sa, octets, head, LEN, 1, other);
			KUNIT_ASSERT_EQ(test, 0,
					memcmp(icv, other, sizeof(icv)));
		}
	}
}

static void mac_sees_every_bit(struct kunit *test)
{
	const struct nfi_fixture_integ *integ = test->param_value;
	struct nfi_sa *sa = nfi_fixture_ah(test, integ, NFI_DIR_OUT, AF_INET,
					   false);
	u8 icv[NFI_ICV_MAX], other[NFI_ICV_MAX];
	u8 *octets = new_octets(test);
	unsigned int bit;

	icv_of(test, sa, octets, 20, LEN, 1, icv);
	for (bit = 0; bit < 8 * LEN; bit++) {
		octets[bit / 8] ^= 1 << bit % 8;
		icv_of(test, sa, octets, 20, LEN, 1, other);
		octets[bit / 8] ^= 1 << bit % 8;
		KUNIT_ASSERT_NE(test, 0, memcmp(icv, other, integ->icv_len));
	}
}

/* R4302-3.3.3.2.2-1: as if it were in the packet, behind the payload */
static void mac_appends_high_half_of_esn(struct kunit *test)
{
	const struct nfi_fixture_integ *integ = test->param_value;
	u8 icv[NFI_ICV_MAX], other[NFI_ICV_MAX];
	u8 *octets = new_octets(test);
	struct nfi_sa *with, *without;

	with = nfi_fixture_ah(test, integ, NFI_DIR_OUT, AF_INET, true);
	without = nfi_fixture_ah(test, integ, NFI_DIR_OUT, AF_INET, false);
	icv_of(test, with, octets, 20, LEN, 0x1122334455667788, icv);
	memcpy(octets + LEN, "\x11\x22\x33\x44", 4);
	icv_of(test, without, octets, 20, LEN + 4, 0x1122334455667788, other);
	KUNIT_EXPECT_EQ(test, 0, memcmp(icv, other, sizeof(icv)));
}

/* R4868-2.3-1, R2404-2-1, R3566-4-1 -2, R4494-4-1: the first octets of the hash */
static void mac_truncates_hash(struct kunit *test)
{
	const struct nfi_fixture_integ *integ = test->param_value;
	struct nfi_sa *sa = nfi_fixture_ah(test, integ, NFI_DIR_OUT, AF_INET,
					   false);
	u8 icv[NFI_ICV_MAX], digest[HASH_MAX_DIGESTSIZE];
	u8 *octets = new_octets(test);

	/* R4543-3.4-1: and GMAC is not truncated, its tag has these 16 octets */
	KUNIT_EXPECT_EQ(test, integ->icv_len, sa->suite.icv_len);
	KUNIT_EXPECT_EQ(test, !integ->iv_len, !!sa->hash);
	if (!sa->hash)
		return;
	icv_of(test, sa, octets, 20, LEN, 1, icv);
	KUNIT_ASSERT_EQ(test, 0, crypto_shash_tfm_digest(sa->hash, octets, LEN,
							 digest));
	KUNIT_EXPECT_EQ(test, 0, memcmp(icv, digest, integ->icv_len));
	KUNIT_EXPECT_NULL(test, memchr_inv(icv + integ->icv_len, 0,
					   sizeof(icv) - integ->icv_len));
}

/* R4543-4-1: another IV, another ICV; R4543-5.4-1: another salt, too */
static void mac_nonce_is_salt_and_iv(struct kunit *test)
{
	const struct nfi_fixture_integ *integ = test->param_value;
	struct nfi_sa *sa = nfi_fixture_ah(test, integ, NFI_DIR_OUT, AF_INET,
					   false);
	u8 icv[NFI_ICV_MAX], other[NFI_ICV_MAX];
	u8 *octets = new_octets(test);
	unsigned int i;

	KUNIT_EXPECT_EQ(test, integ->iv_len, sa->suite.iv_len);
	if (!integ->iv_len)
		return;
	icv_of(test, sa, octets, 20, LEN, 1, icv);
	for (i = 0; i < sizeof(sa->salt); i++) {
		sa->salt[i] ^= 1;
		icv_of(test, sa, octets, 20, LEN, 1, other);
		sa->salt[i] ^= 1;
		KUNIT_EXPECT_NE(test, 0, memcmp(icv, other, integ->icv_len));
	}
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(mac_joins_head_and_body, integ_gen_params),
	KUNIT_CASE_PARAM(mac_sees_every_bit, integ_gen_params),
	KUNIT_CASE_PARAM(mac_appends_high_half_of_esn, integ_gen_params),
	KUNIT_CASE_PARAM(mac_truncates_hash, integ_gen_params),
	KUNIT_CASE_PARAM(mac_nonce_is_salt_and_iv, integ_gen_params),
	{}
};

static struct kunit_suite mac_suite = {
	.name = "nfipsec_mac",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.init = nfi_fixture_init,
	.exit = nfi_fixture_exit,
	.test_cases = cases,
};

kunit_test_suite(mac_suite);
