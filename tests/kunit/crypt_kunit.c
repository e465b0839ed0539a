// SPDX-License-Identifier: GPL-2.0
/*
 * Sealing and opening, held against packets from the RFCs and from other
 * implementations, and against packets that somebody has altered.
 *
 * Covers R4303-2-2, R4303-2.2.1-3, R4303-3.3.2.1-1, R4303-3.3.2.2-1,
 * R4303-3.4.4.1-1 -2, R4303-3.4.4.2-1, R4303-3.2-2, R4303-5-2, R4106-4-1,
 * R4106-5-1, R4309-2-1, R4309-5-1, R4543-3.1-1, R4543-3.3-1, R7634-2.1-1,
 * R7634-2-2 -3 -4, R3602-2.4-1, R3686-4-1, R2451-2.4-1, R4868-2.3-1,
 * R2404-2-1, R3566-4-2, R4494-4-1, R8750-4-1.
 */
#include "fixture.h"
#include "vectors.h"
#include "vectors/cipher.h"
#include "vectors/esp.h"
#include "vectors/negative.h"

#include "../../src/crypt.h"
#include "../../src/esp.h"

#include <compat/unaligned.h>
#include <crypto/internal/aead.h>
#include <crypto/scatterwalk.h>
#include <linux/delay.h>
#include <linux/module.h>

static struct nfi_sa *vector_sa(struct kunit *test,
				const struct vector_esp *v, u8 dir)
{
	struct nfi_sa_conf conf = {
		.key = {
			.spi = cpu_to_be32(v->spi),
			.dir = dir,
			.protocol = IPPROTO_ESP,
		},
		.family = AF_INET,
		.mode = v->mode,
		.encr = v->encr,
		/* a cipher does not go alone, so its vectors get some MAC */
		.integ = v->no_icv ? 12 : v->integ,
		.esn = v->esn,
		.window = 64,
		.dscp = -1,
	};
	struct nfi_keys *keys;
	u8 *octets;

	keys = kunit_kzalloc(test, sizeof(*keys), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, keys);
	nfi_selector_init(&conf.selector);
	keys->encr_len = nfi_fixture_octets(test, v->key, &octets);
	memcpy(keys->encr, octets, keys->encr_len);
	keys->integ_len = nfi_fixture_octets(test, v->mac_key, &octets);
	memcpy(keys->integ, octets, keys->integ_len);
	if (v->no_icv)
		keys->integ_len = 32;
	return nfi_fixture_sa(test, &conf, keys, 0);
}

static void describe_esp(const struct vector_esp *v, char *desc)
{
	strscpy(desc, v->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(esp, esp_vectors, describe_esp);
KUNIT_ARRAY_PARAM(esp_open, esp_open_vectors, describe_esp);
KUNIT_ARRAY_PARAM(esp_seal, esp_seal_vectors, describe_esp);

/* R4303-3.3.2.1-1, R4303-3.3.2.2-1, R4106-4-1, R4106-5-1, R4309-2-1, R4309-5-1,
 * R4543-3.3-1, R7634-2.1-1, R8750-4-1, R3602-2.4-1, R3686-4-1, R2451-2.4-1,
 * R2404-2-1, R3566-4-2, R4494-4-1, R4303-2.2.1-3: under the same IV it is the same packet
 */
static void crypt_seals_as_others_do(struct kunit *test)
{
	const struct vector_esp *v = test->param_value;
	size_t plain_len, wire_len, esp_len;
	struct sk_buff *skb;
	struct nfi_sa *sa;
	u8 *plain, *wire;

	sa = vector_sa(test, v, NFI_DIR_OUT);
	plain_len = nfi_fixture_octets(test, v->plain, &plain);
	wire_len = nfi_fixture_octets(test, v->wire, &wire);
	esp_len = wire_len - v->offset;

	skb = nfi_fixture_skb(test, plain, plain_len);
	nfi_esp_push(sa, skb, v->plain_offset, v->next_header, v->seq);
	memcpy(skb->data + v->plain_offset + NFI_ESP_HLEN,
	       wire + v->offset + NFI_ESP_HLEN, sa->suite.iv_len);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
			nfi_fixture_seal(sa, skb, v->plain_offset, v->seq));
	KUNIT_EXPECT_EQ(test, v->plain_offset + esp_len +
			(v->no_icv ? sa->suite.icv_len : 0), (size_t)skb->len);
	KUNIT_EXPECT_EQ(test, 0, memcmp(skb->data + v->plain_offset,
					wire + v->offset, esp_len));
	kfree_skb(skb);
}

/* R3602-2.4-1: the RFC's own packets, which have no ICV */
static void crypt_encrypts_as_rfc_3602(struct kunit *test)
{
	crypt_seals_as_others_do(test);
}

static void crypt_opens_what_others_sealed(struct kunit *test)
{
	const struct vector_esp *v = test->param_value;
	size_t plain_len, wire_len;
	struct sk_buff *skb;
	struct nfi_sa *sa;
	u8 *plain, *wire;
	u8 next_header;

	sa = vector_sa(test, v, NFI_DIR_IN);
	plain_len = nfi_fixture_octets(test, v->plain, &plain);
	wire_len = nfi_fixture_octets(test, v->wire, &wire);

	skb = nfi_fixture_skb(test, wire, wire_len);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_esp_check(sa, skb, v->offset));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
			nfi_fixture_open(sa, skb, v->offset, v->seq));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
			nfi_esp_pull(sa, skb, v->offset, &next_header));
	KUNIT_EXPECT_EQ(test, v->next_header, next_header);
	plain_len -= min_t(size_t, plain_len, v->plain_offset);
	/* TFC padding is behind the inner packet still */
	KUNIT_EXPECT_GE(test, skb->len - v->offset, (unsigned int)plain_len);
	KUNIT_EXPECT_EQ(test, 0, memcmp(skb->data + v->offset,
					plain + v->plain_offset, plain_len));
	kfree_skb(skb);
}

/* Long padding, TFC padding, dummies: R4303-2.4-3, R4303-2.6-3, R4303-2.7-3 */
static void crypt_opens_what_it_would_not_make(struct kunit *test)
{
	crypt_opens_what_others_sealed(test);
}

static void describe_negative(const struct vector_negative *v, char *desc)
{
	strscpy(desc, v->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(negative, negative_vectors, describe_negative);

/* What is left to say for those who look at what was inside */
static bool is_for_others(enum nfi_reason reason)
{
	return reason > NFI_REASON_PADDING;
}

/* R4303-3.4.4.1-1, R4303-3.4.4.2-1, R4303-2.4-5, R4303-2.5-1 */
static void crypt_refuses_what_was_altered(struct kunit *test)
{
	const struct vector_negative *v = test->param_value;
	const struct vector_esp as_esp = {
		.encr = v->encr, .integ = v->integ, .mode = v->mode,
		.esn = v->esn, .spi = v->spi, .key = v->key,
		.mac_key = v->mac_key,
	};
	struct nfi_sa *sa = vector_sa(test, &as_esp, NFI_DIR_IN);
	enum nfi_reason reason;
	struct sk_buff *skb;
	u8 next_header;
	size_t len;
	u8 *wire;

	len = nfi_fixture_octets(test, v->wire, &wire);
	skb = nfi_fixture_skb(test, wire, len);
	reason = nfi_esp_check(sa, skb, v->offset);
	if (!reason)
		reason = nfi_fixture_open(sa, skb, v->offset, v->seq);
	if (!reason)
		reason = nfi_esp_pull(sa, skb, v->offset, &next_header);
	/* that SPI would not have led here; it is authenticated, too, and only
	 * 0 is the one that it was sealed with
	 */
	if (v->reason == NFI_REASON_UNKNOWN_SPI)
		KUNIT_EXPECT_EQ(test, get_unaligned_be32(wire + v->offset) ?
				NFI_REASON_INTEGRITY : NFI_REASON_OK, reason);
	else if (is_for_others(v->reason))
		KUNIT_EXPECT_EQ(test, NFI_REASON_OK, reason);
	else
		KUNIT_EXPECT_EQ(test, v->reason, reason);
	kfree_skb(skb);
}

KUNIT_ARRAY_PARAM(suite, nfi_fixture_suites, nfi_fixture_describe);

static u8 octet(unsigned int i)
{
	return 29 * i + 7;
}

/* A packet sealed with @sa */
static struct sk_buff *sealed(struct kunit *test, struct nfi_sa *sa,
			      unsigned int offset, unsigned int len, u64 seq)
{
	struct sk_buff *skb = nfi_fixture_skb(test, NULL, 0);
	enum nfi_reason reason;
	unsigned int i;

	for (i = 0; i < offset + len; i++)
		skb_put_u8(skb, octet(i));
	nfi_esp_push(sa, skb, offset, IPPROTO_UDP, seq);
	reason = nfi_fixture_seal(sa, skb, offset, seq);
	if (reason)
		kfree_skb(skb);
	KUNIT_ASSERT_EQ(test, NFI_REASON_OK, reason);
	return skb;
}

static void seal_and_open(struct kunit *test, const struct nfi_fixture_suite *s,
			  unsigned int step)
{
	unsigned int offset, len, i;
	struct nfi_sa *in, *out;
	struct sk_buff *skb;
	u8 next_header;
	u64 seq;
	int esn;

	for (esn = 0; esn < 2; esn++) {
		out = nfi_fixture_sa_of(test, s, NFI_DIR_OUT, esn, 0);
		in = nfi_fixture_sa_of(test, s, NFI_DIR_IN, esn, 0);
		for (len = 0; len <= 300; len += step) {
			offset = len % 3 * 20;
			seq = esn ? U32_MAX - 100ULL + len : len + 1;
			skb = sealed(test, out, offset, len, seq);
			KUNIT_ASSERT_EQ(test, NFI_REASON_OK,
					nfi_fixture_open(in, skb, offset, seq));
			KUNIT_ASSERT_EQ(test, NFI_REASON_OK,
					nfi_esp_pull(in, skb, offset,
						     &next_header));
			KUNIT_ASSERT_EQ(test, offset + len, skb->len);
			for (i = 0; i < skb->len; i++)
				KUNIT_ASSERT_EQ(test, octet(i), skb->data[i]);
			KUNIT_ASSERT_EQ(test, IPPROTO_UDP, (int)next_header);
			kfree_skb(skb);
		}
	}
}

static void crypt_opens_what_it_sealed(struct kunit *test)
{
	seal_and_open(test, test->param_value, 1);
}

KUNIT_ARRAY_PARAM(all_suite, nfi_fixture_all_suites, nfi_fixture_describe);

/* R8221-5-1 -2 -3, R8221-6-1 (A1): each cipher with each MAC, keys of all lengths */
static void crypt_does_all_suites(struct kunit *test)
{
	seal_and_open(test, test->param_value, 23);
}

/* R4303-2-2, R4303-3.4.4.1-1 -2, R2104-5-1: SPI, number, IV, payload, padding and ICV, in
 * front of which is nothing that ESP protects; (A3) of NULL and GMAC, too
 */
static void crypt_sees_every_bit(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	const unsigned int offset = 20;
	struct sk_buff *skb, *copy;
	struct nfi_sa *in, *out;
	unsigned int bit;
	int esn;

	for (esn = 0; esn < 2; esn++) {
		out = nfi_fixture_sa_of(test, s, NFI_DIR_OUT, esn, 0);
		in = nfi_fixture_sa_of(test, s, NFI_DIR_IN, esn, 0);
		skb = sealed(test, out, offset, 45, 77);
		for (bit = 0; bit < 8 * skb->len; bit++) {
			copy = skb_copy(skb, GFP_KERNEL);
			if (!copy)
				break;
			copy->data[bit / 8] ^= 1 << bit % 8;
			KUNIT_EXPECT_EQ_MSG(test, bit < 8 * offset ?
					    NFI_REASON_OK : NFI_REASON_INTEGRITY,
					    nfi_fixture_open(in, copy, offset,
							     77),
					    "bit %u", bit);
			kfree_skb(copy);
		}
		KUNIT_EXPECT_EQ(test, 8 * skb->len, bit);
		kfree_skb(skb);
	}
}

/* R4303-2.2.1-3: the high half is in the ICV, though not in the packet */
static void crypt_sees_high_half_of_esn(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	struct nfi_sa *out = nfi_fixture_sa_of(test, s, NFI_DIR_OUT, true, 0);
	struct nfi_sa *in = nfi_fixture_sa_of(test, s, NFI_DIR_IN, true, 0);
	u64 seq = (7ULL << 32) + 5;
	struct sk_buff *skb;
	int bit;

	for (bit = 32; bit < 64; bit++) {
		skb = sealed(test, out, 0, 45, seq);
		KUNIT_EXPECT_EQ(test, NFI_REASON_INTEGRITY,
				nfi_fixture_open(in, skb, 0,
						 seq ^ BIT_ULL(bit)));
		kfree_skb(skb);
	}
	skb = sealed(test, out, 0, 45, seq);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_fixture_open(in, skb, 0, seq));
	kfree_skb(skb);
}

/* The suites with an implicit IV, and what they are without: RFC 8750 4 */
static const struct iiv_case {
	const char *name;
	u16 implicit;
	u16 explicit;
	u8 key_len;
	u8 salt_len;
	u8 icv_len;
} iiv_cases[] = {
	{ "AES_CCM_8_IIV, 128", 29, 14, 19, 3, 8 },
	{ "AES_CCM_8_IIV, 256", 29, 14, 35, 3, 8 },
	{ "AES_GCM_16_IIV, 128", 30, 20, 20, 4, 16 },
	{ "AES_GCM_16_IIV, 192", 30, 20, 28, 4, 16 },
	{ "AES_GCM_16_IIV, 256", 30, 20, 36, 4, 16 },
	{ "CHACHA20_POLY1305_IIV", 31, 28, 36, 4, 16 },
};

static void describe_iiv(const struct iiv_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(iiv, iiv_cases, describe_iiv);

/* R8750-4-1 -2 -3: the whole number is the IV, without the SA's mask, it is not
 * in the packet, and else it is the same as a packet with that IV
 */
static void crypt_implicit_iv_is_sequence_number(struct kunit *test)
{
	const struct iiv_case *c = test->param_value;
	const struct nfi_fixture_suite with = {
		"explicit", c->explicit, 0, c->key_len, c->salt_len, 8, 4,
		c->icv_len, 0
	};
	const struct nfi_fixture_suite without = {
		"implicit", c->implicit, 0, c->key_len, c->salt_len, 0, 4,
		c->icv_len, 0
	};
	static const u64 seqs[] = {
		1, 2, U32_MAX, U32_MAX + 1ULL, 0x0102030405060708ULL,
	};
	struct nfi_sa *in, *out, *other;
	struct sk_buff *skb, *ref;
	__be64 iv;
	int i;

	for (i = 0; i < ARRAY_SIZE(seqs); i++) {
		bool esn = seqs[i] > U32_MAX;

		out = nfi_fixture_sa_of(test, &without, NFI_DIR_OUT, esn, 0);
		in = nfi_fixture_sa_of(test, &without, NFI_DIR_IN, esn, 0);
		other = nfi_fixture_sa_of(test, &with, NFI_DIR_OUT, esn, 0);
		/* what write_iv() makes of the number is the number */
		other->iv_mask = 0;
		skb = sealed(test, out, 0, 45, seqs[i]);
		ref = sealed(test, other, 0, 45, seqs[i]);
		KUNIT_EXPECT_EQ(test, ref->len - 8, skb->len);
		KUNIT_EXPECT_EQ(test, 0, memcmp(skb->data, ref->data, 8));
		iv = cpu_to_be64(seqs[i]);
		KUNIT_EXPECT_EQ(test, 0, memcmp(ref->data + 8, &iv, 8));
		KUNIT_EXPECT_EQ(test, 0, memcmp(skb->data + 8, ref->data + 16,
						skb->len - 8));
		KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
				nfi_fixture_open(in, skb, 0, seqs[i]));
		kfree_skb(ref);
		kfree_skb(skb);
	}
}

/* R4303-2.2.1-2: with and without ESN are two formats */
static void crypt_with_and_without_esn_differ(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	struct nfi_sa *in, *out;
	struct sk_buff *skb;
	int esn;

	for (esn = 0; esn < 2; esn++) {
		out = nfi_fixture_sa_of(test, s, NFI_DIR_OUT, esn, 0);
		in = nfi_fixture_sa_of(test, s, NFI_DIR_IN, !esn, 0);
		skb = sealed(test, out, 0, 45, 5);
		KUNIT_EXPECT_EQ(test, NFI_REASON_INTEGRITY,
				nfi_fixture_open(in, skb, 0, 5));
		kfree_skb(skb);
	}
}

/* Every bit of key and salt counts */
static void crypt_sees_every_bit_of_keys(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	struct nfi_sa *out = nfi_fixture_sa_of(test, s, NFI_DIR_OUT, false, 0);
	struct nfi_sa_conf conf;
	struct nfi_keys keys;
	struct sk_buff *skb;
	struct nfi_sa *in;
	unsigned int i;

	nfi_fixture_conf(&conf, s, NFI_DIR_IN);
	/* the key of a cipher beside a MAC is not what makes the ICV */
	for (i = 0; i < (s->mac_key_len ?: s->key_len); i++) {
		nfi_fixture_keys(&keys, s);
		(s->integ ? keys.integ : keys.encr)[i] ^= 1 << i % 8;
		in = nfi_fixture_sa(test, &conf, &keys, 0);
		skb = sealed(test, out, 0, 45, 5);
		KUNIT_EXPECT_EQ(test, NFI_REASON_INTEGRITY,
				nfi_fixture_open(in, skb, 0, 5));
		kfree_skb(skb);
	}
}

/* What is sealed does not show what was inside; R4303-5-2 (A3): NULL does, and GMAC
 */
static void crypt_hides_payload(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	struct nfi_sa *out = nfi_fixture_sa_of(test, s, NFI_DIR_OUT, false, 0);
	struct sk_buff *skb = sealed(test, out, 0, 64, 5);
	unsigned int same = 0, i;

	for (i = 0; i < 64; i++)
		same += skb->data[8 + s->iv_len + i] == octet(i);
	if (s->encr == 11 || s->encr == 21)
		KUNIT_EXPECT_EQ(test, 64U, same);
	else
		KUNIT_EXPECT_GT(test, 10U, same);
	kfree_skb(skb);
}

/* (A7) A whole IPv4 datagram, as large as they come */
static void crypt_takes_largest_packet(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	struct nfi_sa *out = nfi_fixture_sa_of(test, s, NFI_DIR_OUT, true, 0);
	struct nfi_sa *in = nfi_fixture_sa_of(test, s, NFI_DIR_IN, true, 0);
	unsigned int len = 65535 - 20 - 8 - s->iv_len - s->icv_len - 2 - 16;
	struct sk_buff *skb = alloc_skb(65535 + 128, GFP_KERNEL);
	u8 next_header;

	KUNIT_ASSERT_NOT_NULL(test, skb);
	skb_reserve(skb, 128);
	memset(skb_put(skb, len), 0x5a, len);
	nfi_esp_push(out, skb, 0, IPPROTO_IPIP, 1);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_fixture_seal(out, skb, 0, 1));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_fixture_open(in, skb, 0, 1));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
			nfi_esp_pull(in, skb, 0, &next_header));
	KUNIT_EXPECT_EQ(test, len, skb->len);
	KUNIT_EXPECT_NULL(test, memchr_inv(skb->data, 0x5a, len));
	kfree_skb(skb);
}

/* One after the other, through the one request of a CPU */
static void crypt_keeps_nothing_from_packet_before(struct kunit *test)
{
	struct nfi_sa *in[ARRAY_SIZE(nfi_fixture_suites)];
	struct nfi_sa *out[ARRAY_SIZE(nfi_fixture_suites)];
	const struct nfi_fixture_suite *s;
	struct sk_buff *skb;
	unsigned int i, j;

	for (i = 0; i < ARRAY_SIZE(in); i++) {
		s = &nfi_fixture_suites[i];
		in[i] = nfi_fixture_sa_of(test, s, NFI_DIR_IN, i % 2, 0);
		out[i] = nfi_fixture_sa_of(test, s, NFI_DIR_OUT, i % 2, 0);
	}
	for (i = 1; i < 500; i++) {
		j = i * 3 % ARRAY_SIZE(in);
		skb = sealed(test, out[j], 0, i % 97, i);
		if (i % 5 == 0)
			skb->data[skb->len - 1] ^= 1;
		KUNIT_ASSERT_EQ(test, i % 5 ? NFI_REASON_OK :
					      NFI_REASON_INTEGRITY,
				nfi_fixture_open(in[j], skb, 0, i));
		kfree_skb(skb);
	}
}

/* A transform for tests: no cipher at all, its ICV is all 0x77; what it is asked
 * to do it does in another thread
 */
struct later {
	struct work_struct work;
	struct aead_request *req;
	bool encrypt;
};

static void do_later(struct work_struct *work)
{
	struct later *later = container_of(work, struct later, work);
	struct aead_request *req = later->req;
	unsigned int end = req->assoclen + req->cryptlen;
	int err = 0;
	u8 icv[16];

	if (later->encrypt) {
		memset(icv, 0x77, sizeof(icv));
		scatterwalk_map_and_copy(icv, req->dst, end, sizeof(icv), 1);
	} else {
		scatterwalk_map_and_copy(icv, req->src, end - sizeof(icv),
					 sizeof(icv), 0);
		if (memchr_inv(icv, 0x77, sizeof(icv)))
			err = -EBADMSG;
	}
	/* as a driver whose queue was full does first */
	if (req->cryptlen % 2)
		aead_request_complete(req, -EINPROGRESS);
	/* it belongs to others afterwards */
	aead_request_complete(req, err);
}

static int start(struct aead_request *req, bool encrypt)
{
	struct later *later = aead_request_ctx(req);

	INIT_WORK(&later->work, do_later);
	later->req = req;
	later->encrypt = encrypt;
	schedule_work(&later->work);
	return -EINPROGRESS;
}

static int later_encrypt(struct aead_request *req)
{
	return start(req, true);
}

static int later_decrypt(struct aead_request *req)
{
	return start(req, false);
}

static int refuse(struct aead_request *req)
{
	return -EINVAL;
}

static int later_setkey(struct crypto_aead *aead, const u8 *key,
			unsigned int len)
{
	return 0;
}

static int later_init(struct crypto_aead *aead)
{
	crypto_aead_set_reqsize(aead, sizeof(struct later));
	return 0;
}

static struct aead_alg test_algs[] = {
	{
		.encrypt = later_encrypt,
		.decrypt = later_decrypt,
		.base.cra_name = "nfikunit-later",
		.base.cra_driver_name = "nfikunit-later",
		.base.cra_flags = CRYPTO_ALG_ASYNC,
	}, {
		.encrypt = refuse,
		.decrypt = refuse,
		.base.cra_name = "nfikunit-refuses",
		.base.cra_driver_name = "nfikunit-refuses",
	},
};

static int suite_init(struct kunit_suite *suite)
{
	size_t i;
	int err;

	err = nfi_fixture_suite_init(suite);
	if (err)
		return err;
	for (i = 0; i < ARRAY_SIZE(test_algs); i++) {
		test_algs[i].setkey = later_setkey;
		test_algs[i].init = later_init;
		test_algs[i].ivsize = 8;
		test_algs[i].maxauthsize = 16;
		test_algs[i].base.cra_blocksize = 1;
		test_algs[i].base.cra_module = THIS_MODULE;
	}
	err = crypto_register_aeads(test_algs, ARRAY_SIZE(test_algs));
	if (err)
		nfi_fixture_suite_exit(suite);
	return err;
}

static void suite_exit(struct kunit_suite *suite)
{
	crypto_unregister_aeads(test_algs, ARRAY_SIZE(test_algs));
	nfi_fixture_suite_exit(suite);
}

static void set_transform(struct kunit *test, struct nfi_sa *sa,
			  const char *name)
{
	struct crypto_aead *aead = crypto_alloc_aead(name, 0, 0);

	KUNIT_ASSERT_FALSE(test, IS_ERR(aead));
	crypto_free_aead(sa->aead);
	sa->aead = aead;
	KUNIT_ASSERT_EQ(test, 0, crypto_aead_setauthsize(aead, 16));
	KUNIT_ASSERT_EQ(test, 0, crypto_aead_setkey(aead, "", 0));
	KUNIT_ASSERT_TRUE(test, nfi_crypt_fits(aead));
}

static void wait_for_packets(struct kunit *test, const struct nfi_sa *sa)
{
	KUNIT_EXPECT_TRUE(test, nfi_fixture_until(!atomic_read(&sa->pending)));
}

/* A packet that stays in crypto takes the request of its CPU along */
static void crypt_may_complete_later(struct kunit *test)
{
	const struct nfi_fixture_suite *s = &nfi_fixture_suites[0];
	struct nfi_sa *out = nfi_fixture_sa_of(test, s, NFI_DIR_OUT, true, 0);
	struct nfi_sa *in = nfi_fixture_sa_of(test, s, NFI_DIR_IN, true, 0);
	struct sk_buff *skb;
	unsigned int i;

	set_transform(test, out, "nfikunit-later");
	set_transform(test, in, "nfikunit-later");
	for (i = 1; i < 100; i++) {
		skb = sealed(test, out, 0, i, i);
		if (i % 5 == 0)
			skb->data[skb->len - 1] ^= 1;
		KUNIT_EXPECT_EQ(test, i % 5 ? NFI_REASON_OK :
					      NFI_REASON_INTEGRITY,
				nfi_fixture_open(in, skb, 0, i));
		kfree_skb(skb);
	}
	wait_for_packets(test, in);
	wait_for_packets(test, out);
}

/* What crypto refuses for its own reasons is no forgery */
static void crypt_tells_errors_of_crypto(struct kunit *test)
{
	const struct nfi_fixture_suite *s = &nfi_fixture_suites[0];
	struct nfi_sa *sa = nfi_fixture_sa_of(test, s, NFI_DIR_IN, true, 0);
	struct sk_buff *skb = nfi_fixture_skb(test, NULL, 0);

	set_transform(test, sa, "nfikunit-refuses");
	skb_put_zero(skb, 100);
	KUNIT_EXPECT_EQ(test, NFI_REASON_CRYPTO,
			nfi_fixture_open(sa, skb, 0, 1));
	KUNIT_EXPECT_EQ(test, NFI_REASON_CRYPTO,
			nfi_fixture_seal(sa, skb, 0, 1));
	kfree_skb(skb);
}

/* Counts those that come out of crypto, and frees them */
static atomic_t came_out;

static void count(struct nfi_sa *sa, struct sk_buff *skb, u64 seq,
		  enum nfi_reason reason)
{
	if (!reason)
		atomic_inc(&came_out);
	kfree_skb(skb);
}

/* R7296-2.8-1 as seen from here: the SA goes, its packets come out, and then it
 * is freed; and it takes no more
 */
static void crypt_keeps_removed_sa_for_its_packets(struct kunit *test)
{
	const struct nfi_fixture_suite *s = &nfi_fixture_suites[0];
	struct nfi_sa *sa = nfi_fixture_sa_of(test, s, NFI_DIR_OUT, false, 0);
	struct sk_buff *skb[50];
	int i;

	set_transform(test, sa, "nfikunit-later");
	for (i = 0; i < ARRAY_SIZE(skb); i++) {
		skb[i] = nfi_fixture_skb(test, NULL, 0);
		skb_put_zero(skb[i], 100);
		nfi_esp_push(sa, skb[i], 0, IPPROTO_IPIP, i + 1);
	}
	atomic_set(&came_out, 0);
	local_bh_disable();
	rcu_read_lock();
	for (i = 0; i < ARRAY_SIZE(skb); i++)
		KUNIT_EXPECT_EQ(test, -EINPROGRESS,
				nfi_crypt_seal(sa, skb[i], 0, i + 1, count));
	nfi_fixture_stop(sa);
	rcu_read_unlock();
	local_bh_enable();
	nfi_fixture_wait(test);
	KUNIT_EXPECT_EQ(test, (int)ARRAY_SIZE(skb), atomic_read(&came_out));
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(crypt_seals_as_others_do, esp_gen_params),
	KUNIT_CASE_PARAM(crypt_opens_what_others_sealed, esp_gen_params),
	KUNIT_CASE_PARAM(crypt_encrypts_as_rfc_3602, esp_seal_gen_params),
	KUNIT_CASE_PARAM(crypt_opens_what_it_would_not_make,
			 esp_open_gen_params),
	KUNIT_CASE_PARAM(crypt_refuses_what_was_altered, negative_gen_params),
	KUNIT_CASE_PARAM(crypt_opens_what_it_sealed, suite_gen_params),
	KUNIT_CASE_PARAM(crypt_does_all_suites, all_suite_gen_params),
	KUNIT_CASE_PARAM(crypt_sees_every_bit, suite_gen_params),
	KUNIT_CASE_PARAM(crypt_sees_high_half_of_esn, suite_gen_params),
	KUNIT_CASE_PARAM(crypt_implicit_iv_is_sequence_number, iiv_gen_params),
	KUNIT_CASE_PARAM(crypt_with_and_without_esn_differ, suite_gen_params),
	KUNIT_CASE_PARAM(crypt_sees_every_bit_of_keys, suite_gen_params),
	KUNIT_CASE_PARAM(crypt_hides_payload, suite_gen_params),
	KUNIT_CASE_PARAM(crypt_takes_largest_packet, suite_gen_params),
	KUNIT_CASE(crypt_keeps_nothing_from_packet_before),
	KUNIT_CASE(crypt_may_complete_later),
	KUNIT_CASE(crypt_tells_errors_of_crypto),
	KUNIT_CASE(crypt_keeps_removed_sa_for_its_packets),
	{}
};

static struct kunit_suite crypt_suite = {
	.name = "nfipsec_crypt",
	.suite_init = suite_init,
	.suite_exit = suite_exit,
	.init = nfi_fixture_init,
	.exit = nfi_fixture_exit,
	.test_cases = cases,
};

kunit_test_suite(crypt_suite);
