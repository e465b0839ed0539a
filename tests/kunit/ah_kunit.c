// SPDX-License-Identifier: GPL-2.0
/*
 * AH: put on and taken off, sealed and opened, held against packets of other
 * implementations and against packets that somebody has altered.
 *
 * There is no case with asynchronous crypto (bug 8 of acceptance.md): AH has
 * none, see mac.c.
 *
 * Covers (A4, A5, A12, A13), R4302-2.2-1 -2, R4302-2.3-1, R4302-2.6-1,
 * R4302-3.1.1-1, R4302-3.3.3-1, R4302-3.3.3.1-7, R4302-3.3.3.2.1-1,
 * R4302-3.4.4-1, R4543-4-1, R2104-5-1.
 */
#include "fixture.h"
#include "vectors.h"
#include "vectors/ah.h"

#include "../../src/ah.h"
#include "../../src/encap.h"

#include <compat/unaligned.h>

static void describe_ah(const struct vector_ah *v, char *desc)
{
	strscpy(desc, v->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(ah, ah_vectors, describe_ah);
KUNIT_ARRAY_PARAM(ah_negative, ah_negative_vectors, describe_ah);
KUNIT_ARRAY_PARAM(integ, nfi_fixture_integs, nfi_fixture_describe_integ);

static struct nfi_sa *vector_sa(struct kunit *test, const struct vector_ah *v,
				u8 family, u8 dir)
{
	struct nfi_sa_conf conf = {
		.key = {
			.spi = cpu_to_be32(v->spi),
			.dir = dir,
			.protocol = IPPROTO_AH,
		},
		.family = family,
		.mode = v->mode,
		.integ = v->integ,
		.esn = v->esn,
		.window = 64,
		.dscp = -1,
	};
	struct nfi_keys *keys;
	u8 *octets;

	keys = kunit_kzalloc(test, sizeof(*keys), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, keys);
	nfi_selector_init(&conf.selector);
	keys->integ_len = nfi_fixture_octets(test, v->key, &octets);
	memcpy(keys->integ, octets, keys->integ_len);
	return nfi_fixture_sa(test, &conf, keys, 0);
}

static u8 family_of(const u8 *packet)
{
	return *packet >> 4 == 4 ? AF_INET : AF_INET6;
}

static enum nfi_reason seal(struct nfi_sa *sa, struct sk_buff *skb,
			    unsigned int offset, u64 seq)
{
	enum nfi_reason reason;

	local_bh_disable();
	rcu_read_lock();
	reason = nfi_ah_seal(sa, skb, offset, seq);
	rcu_read_unlock();
	local_bh_enable();
	return reason;
}

static enum nfi_reason open(struct nfi_sa *sa, struct sk_buff *skb,
			    unsigned int offset, u64 seq)
{
	enum nfi_reason reason = nfi_ah_check(sa, skb, offset);

	if (reason)
		return reason;
	local_bh_disable();
	rcu_read_lock();
	reason = nfi_ah_open(sa, skb, offset, seq);
	rcu_read_unlock();
	local_bh_enable();
	return reason;
}

/* R4302-3.3.3-1, R4302-3.1.1-1, R4302-2.2-1, R4543-4-1: the same octets, the IP
 * headers included
 */
static void ah_seals_as_others_do(struct kunit *test)
{
	const struct vector_ah *v = test->param_value;
	size_t plain_len, wire_len;
	struct sk_buff *skb;
	u8 *plain, *wire;
	struct nfi_sa *sa;
	unsigned int at;

	plain_len = nfi_fixture_octets(test, v->plain, &plain);
	wire_len = nfi_fixture_octets(test, v->wire, &wire);
	sa = vector_sa(test, v, family_of(wire), NFI_DIR_OUT);

	skb = nfi_fixture_skb(test, plain, plain_len);
	at = v->mode == NFI_MODE_TUNNEL ? 0 : v->offset;
	nfi_ah_push(sa, skb, at, wire[v->offset], v->seq);
	if (v->mode == NFI_MODE_TUNNEL) {
		memcpy(skb_push(skb, v->offset), wire, v->offset);
		skb_reset_network_header(skb);
	} else {
		skb_reset_network_header(skb);
		nfi_encap_transport(skb, v->offset, IPPROTO_AH);
	}
	/* what is the sender's choice */
	memcpy(skb->data + v->offset + NFI_AH_HLEN,
	       wire + v->offset + NFI_AH_HLEN, sa->suite.iv_len);
	at = v->offset + NFI_AH_HLEN + sa->suite.iv_len + sa->suite.icv_len;
	memset(skb->data + at, v->padding,
	       v->offset + nfi_ah_len(sa) - at);

	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, seal(sa, skb, v->offset, v->seq));
	KUNIT_ASSERT_EQ(test, (unsigned int)wire_len, skb->len);
	KUNIT_EXPECT_EQ(test, 0, memcmp(skb->data, wire, wire_len));
	kfree_skb(skb);
}

/* R4302-3.4.4-1, R4302-3.3.3.2.1-1, R4302-3.3.3.1-7 */
static void ah_opens_what_others_sealed(struct kunit *test)
{
	const struct vector_ah *v = test->param_value;
	const char *hex = v->arrived ?: v->wire;
	size_t plain_len, wire_len, at;
	struct sk_buff *skb;
	u8 *plain, *wire;
	struct nfi_sa *sa;
	u8 next_header;

	plain_len = nfi_fixture_octets(test, v->plain, &plain);
	wire_len = nfi_fixture_octets(test, hex, &wire);
	sa = vector_sa(test, v, family_of(wire), NFI_DIR_IN);

	skb = nfi_fixture_skb(test, wire, wire_len);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, open(sa, skb, v->offset, v->seq));
	/* the IP headers are as they were */
	KUNIT_EXPECT_EQ(test, 0, memcmp(skb->data, wire, v->offset));
	nfi_ah_pull(sa, skb, v->offset, &next_header);
	KUNIT_EXPECT_EQ(test, wire[v->offset], next_header);
	KUNIT_EXPECT_EQ(test, 0, memcmp(skb->data, wire, v->offset));
	at = v->mode == NFI_MODE_TUNNEL ? 0 : v->offset;
	KUNIT_ASSERT_EQ(test, plain_len - at, (size_t)skb->len - v->offset);
	KUNIT_EXPECT_EQ(test, 0, memcmp(skb->data + v->offset, plain + at,
					plain_len - at));
	kfree_skb(skb);
}

/* A5, R4302-3.3.3.1-1 -5, R4302-2.2-2, R4302-3.4.4-1 */
static void ah_judges_what_was_altered(struct kunit *test)
{
	const struct vector_ah *v = test->param_value;
	struct nfi_sa_key key = {
		.dir = NFI_DIR_IN, .protocol = IPPROTO_AH,
	};
	enum nfi_reason reason = NFI_REASON_OK;
	struct sk_buff *skb;
	struct nfi_sa *sa;
	size_t len;
	u8 *wire;

	len = nfi_fixture_octets(test, v->wire, &wire);
	sa = vector_sa(test, v, family_of(wire), NFI_DIR_IN);
	nfi_fixture_insert(test, sa);
	if (len >= v->offset + 8) {
		memcpy(&key.spi, wire + v->offset + 4, sizeof(key.spi));
		if (!nfi_sad_lookup(&nfi_fixture_net(test)->sad, &key))
			reason = NFI_REASON_UNKNOWN_SPI;
	}
	skb = nfi_fixture_skb(test, wire, len);
	if (!reason)
		reason = open(sa, skb, v->offset, v->seq);
	KUNIT_EXPECT_EQ(test, v->reason, reason);
	kfree_skb(skb);
}

/* @len octets of UDP behind an IP header, in the middle of nowhere */
static struct sk_buff *sealed(struct kunit *test, struct nfi_sa *sa,
			      unsigned int len, u64 seq)
{
	static const u8 head4[20] = {
		0x45, 0, 0, 60, 1, 2, 0x40, 0, 64, 51, 0xab, 0xcd,
		192, 0, 2, 1, 192, 0, 2, 2,
	};
	static const u8 head6[40] = { 0x60, 1, 2, 3, 0, 80, 51, 64, [23] = 1 };
	bool six = sa->conf.family == AF_INET6;
	struct sk_buff *skb = nfi_fixture_skb(test, NULL, 0);
	unsigned int i;

	skb_put_data(skb, six ? head6 : head4, six ? 40 : 20);
	for (i = 0; i < len; i++)
		skb_put_u8(skb, 17 * i + 3);
	nfi_ah_push(sa, skb, six ? 40 : 20, IPPROTO_UDP, seq);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK,
			seal(sa, skb, six ? 40 : 20, seq));
	return skb;
}

/* R4302-2.2-1, R4302-2.6-1, R4302-2.3-1, R4302-3.3.3.2.1-1: the format */
static void ah_push_makes_format(struct kunit *test)
{
	const struct nfi_fixture_integ *s = test->param_value;
	struct nfi_sa *sa;
	struct sk_buff *skb;
	unsigned int at, i;
	u64 seq = 0x0102030405060708;
	const u8 *p;
	u8 len;
	int six;

	for (six = 0; six < 2; six++) {
		at = six ? 40 : 20;
		len = six ? s->len6 : s->len4;
		sa = nfi_fixture_ah(test, s, NFI_DIR_OUT,
				    six ? AF_INET6 : AF_INET, true);
		KUNIT_EXPECT_EQ(test, 0, len % (six ? 8 : 4));
		KUNIT_EXPECT_EQ(test, (unsigned int)len, nfi_ah_len(sa));
		skb = sealed(test, sa, 33, seq);
		KUNIT_ASSERT_EQ(test, at + len + 33, skb->len);
		p = skb->data + at;
		KUNIT_EXPECT_EQ(test, IPPROTO_UDP, (int)p[0]);
		KUNIT_EXPECT_EQ(test, len / 4 - 2, (int)p[1]);
		KUNIT_EXPECT_EQ(test, 0, get_unaligned_be16(p + 2));
		KUNIT_EXPECT_EQ(test, 0x1001U, get_unaligned_be32(p + 4));
		KUNIT_EXPECT_EQ(test, 0x05060708U, get_unaligned_be32(p + 8));
		for (i = 12 + s->iv_len + s->icv_len; i < len; i++)
			KUNIT_EXPECT_EQ(test, 0, p[i]);
		for (i = 0; i < 33; i++)
			KUNIT_EXPECT_EQ(test, (u8)(17 * i + 3), p[len + i]);
		kfree_skb(skb);
	}
}

/* R4543-3.1-1: no IV twice, and none that can be told from the number alone */
static void ah_iv_is_never_the_same(struct kunit *test)
{
	const struct nfi_fixture_integ *s = test->param_value;
	struct nfi_sa *one, *two;
	struct sk_buff *a, *b;
	u64 seq;

	if (!s->iv_len)
		return;
	one = nfi_fixture_ah(test, s, NFI_DIR_OUT, AF_INET, true);
	two = nfi_fixture_ah(test, s, NFI_DIR_OUT, AF_INET, true);
	for (seq = 1; seq < 100; seq++) {
		a = sealed(test, one, 8, seq);
		b = sealed(test, one, 8, seq + (1ULL << 32));
		KUNIT_EXPECT_NE(test, 0, memcmp(a->data + 32, b->data + 32, 8));
		kfree_skb(b);
		b = sealed(test, one, 8, seq + 1);
		KUNIT_EXPECT_NE(test, 0, memcmp(a->data + 32, b->data + 32, 8));
		kfree_skb(b);
		b = sealed(test, two, 8, seq);
		KUNIT_EXPECT_NE(test, 0, memcmp(a->data + 32, b->data + 32, 8));
		kfree_skb(b);
		kfree_skb(a);
	}
}

/* May it change on the way? */
static bool is_mutable(bool six, unsigned int bit)
{
	unsigned int octet = bit / 8;

	if (six)
		return (octet < 4 && bit >= 4) || octet == 7;
	return octet == 1 || octet == 6 || octet == 7 || octet == 8 ||
	       octet == 10 || octet == 11;
}

/* A5, R4302-3.3.3.1-1 -5, R4302-2.3-1, R4302-3.3.3.2.1-1, R4302-3.4.4-1: all of
 * the packet but the mutable fields, padding and reserved field included
 */
static void ah_sees_every_bit(struct kunit *test)
{
	const struct nfi_fixture_integ *s = test->param_value;
	struct sk_buff *skb, *copy;
	struct nfi_sa *in, *out;
	enum nfi_reason want;
	unsigned int bit, at;
	u8 family;
	int i;

	for (i = 0; i < 4; i++) {
		family = i & 1 ? AF_INET6 : AF_INET;
		at = i & 1 ? 40 : 20;
		out = nfi_fixture_ah(test, s, NFI_DIR_OUT, family, i & 2);
		in = nfi_fixture_ah(test, s, NFI_DIR_IN, family, i & 2);
		skb = sealed(test, out, 21, 77);
		for (bit = 0; bit < 8 * skb->len; bit++) {
			copy = skb_copy(skb, GFP_KERNEL);
			if (!copy)
				break;
			copy->data[bit / 8] ^= 0x80 >> bit % 8;
			want = NFI_REASON_INTEGRITY;
			/* another version, another length of the header */
			if (i & 1 ? bit == 2 : bit < 8)
				want = NFI_REASON_IP_OPTIONS;
			else if (bit < 8 * at && is_mutable(i & 1, bit))
				want = NFI_REASON_OK;
			else if (bit / 8 == at + 1)
				want = NFI_REASON_AH_LENGTH;
			KUNIT_EXPECT_EQ_MSG(test, want,
					    open(in, copy, at, 77),
					    "%d, bit %u", i, bit);
			kfree_skb(copy);
		}
		KUNIT_EXPECT_EQ(test, 8 * skb->len, bit);
		kfree_skb(skb);
	}
}

/* R4302-2.2-2, R4302-3.3.3.2.1-1: no other length, longer ones neither */
static void ah_check_wants_length_of_sa(struct kunit *test)
{
	const struct nfi_fixture_integ *s = test->param_value;
	struct nfi_sa *out, *in;
	struct sk_buff *skb;
	unsigned int len;
	int words;

	out = nfi_fixture_ah(test, s, NFI_DIR_OUT, AF_INET, false);
	in = nfi_fixture_ah(test, s, NFI_DIR_IN, AF_INET, false);
	skb = sealed(test, out, 200, 1);
	for (words = 0; words < 256; words++) {
		skb->data[21] = words;
		KUNIT_EXPECT_EQ(test, words == s->len4 / 4 - 2 ? NFI_REASON_OK :
				NFI_REASON_AH_LENGTH,
				nfi_ah_check(in, skb, 20));
	}
	skb->data[21] = s->len4 / 4 - 2;
	for (len = 21; len < 20 + s->len4; len++) {
		skb->len = len;
		skb_set_tail_pointer(skb, len);
		KUNIT_EXPECT_EQ(test, NFI_REASON_TOO_SHORT,
				nfi_ah_check(in, skb, 20));
	}
	kfree_skb(skb);
}

/* R4302-3.3.3.2.2-1, R4302-2.5-1: each half of the number counts */
static void ah_sees_high_half_of_esn(struct kunit *test)
{
	const struct nfi_fixture_integ *s = test->param_value;
	u64 seq = (7ULL << 32) + 5;
	struct nfi_sa *out, *in;
	struct sk_buff *skb;
	int bit;

	out = nfi_fixture_ah(test, s, NFI_DIR_OUT, AF_INET6, true);
	in = nfi_fixture_ah(test, s, NFI_DIR_IN, AF_INET6, true);
	for (bit = 32; bit < 64; bit++) {
		skb = sealed(test, out, 45, seq);
		KUNIT_EXPECT_EQ(test, NFI_REASON_INTEGRITY,
				open(in, skb, 40, seq ^ BIT_ULL(bit)));
		kfree_skb(skb);
	}
	skb = sealed(test, out, 45, seq);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, open(in, skb, 40, seq));
	kfree_skb(skb);
}

static void ah_opens_what_it_sealed(struct kunit *test)
{
	const struct nfi_fixture_integ *s = test->param_value;
	struct nfi_sa *out, *in;
	struct sk_buff *skb;
	unsigned int len, i, at;
	u8 next_header;
	int six;

	for (six = 0; six < 2; six++) {
		at = six ? 40 : 20;
		out = nfi_fixture_ah(test, s, NFI_DIR_OUT,
				     six ? AF_INET6 : AF_INET, six);
		in = nfi_fixture_ah(test, s, NFI_DIR_IN,
				    six ? AF_INET6 : AF_INET, six);
		for (len = 0; len < 300; len++) {
			skb = sealed(test, out, len, len + 1);
			KUNIT_ASSERT_EQ(test, NFI_REASON_OK,
					open(in, skb, at, len + 1));
			nfi_ah_pull(in, skb, at, &next_header);
			KUNIT_ASSERT_EQ(test, IPPROTO_UDP, (int)next_header);
			KUNIT_ASSERT_EQ(test, at + len, skb->len);
			for (i = 0; i < len; i++)
				KUNIT_ASSERT_EQ(test, (u8)(17 * i + 3),
						skb->data[at + i]);
			kfree_skb(skb);
		}
	}
}

/* R4302-3.3.3.1-4: what cannot be covered goes neither out nor in */
static void ah_refuses_malformed_options(struct kunit *test)
{
	const struct nfi_fixture_integ *s = test->param_value;
	struct nfi_sa *sa;
	struct sk_buff *skb;

	sa = nfi_fixture_ah(test, s, NFI_DIR_OUT, AF_INET, false);
	skb = sealed(test, sa, 100, 1);
	skb->data[0] = 0x46;	/* what was AH is an option of length 5 or so */
	KUNIT_EXPECT_EQ(test, NFI_REASON_IP_OPTIONS, seal(sa, skb, 20, 1));
	KUNIT_EXPECT_EQ(test, NFI_REASON_IP_OPTIONS, open(sa, skb, 20, 1));
	kfree_skb(skb);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(ah_seals_as_others_do, ah_gen_params),
	KUNIT_CASE_PARAM(ah_opens_what_others_sealed, ah_gen_params),
	KUNIT_CASE_PARAM(ah_judges_what_was_altered, ah_negative_gen_params),
	KUNIT_CASE_PARAM(ah_push_makes_format, integ_gen_params),
	KUNIT_CASE_PARAM(ah_iv_is_never_the_same, integ_gen_params),
	KUNIT_CASE_PARAM(ah_sees_every_bit, integ_gen_params),
	KUNIT_CASE_PARAM(ah_check_wants_length_of_sa, integ_gen_params),
	KUNIT_CASE_PARAM(ah_sees_high_half_of_esn, integ_gen_params),
	KUNIT_CASE_PARAM(ah_opens_what_it_sealed, integ_gen_params),
	KUNIT_CASE_PARAM(ah_refuses_malformed_options, integ_gen_params),
	{}
};

static struct kunit_suite ah_suite = {
	.name = "nfipsec_ah",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.init = nfi_fixture_init,
	.exit = nfi_fixture_exit,
	.test_cases = cases,
};

kunit_test_suite(ah_suite);
