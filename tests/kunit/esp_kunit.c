// SPDX-License-Identifier: GPL-2.0
/*
 * The ESP format: what is put around a payload and what is taken off, for all
 * suites and payloads of all small sizes. No crypto is run.
 *
 * Covers R4303-2-3, R4303-2.3-1 -2, R4303-2.4-1 -2 -3 -4 -5, R4303-2.5-1,
 * R4303-2.6-1 -2, R4106-2-1, R4106-3.1-1, R4106-3.2-1, R4309-2-3, R4309-3.1-1,
 * R4309-3.2-1, R4543-3.1-1, R7634-2-1, R3602-2.4-1, R3602-3-1, R3686-2.1-1,
 * R3686-3.1-1, R2451-2.4-1, R8750-4-1.
 */
#include "fixture.h"

#include "../../src/esp.h"

#include <compat/unaligned.h>
#include <linux/bitops.h>

#define SEQ	0x0102030405060708ULL

KUNIT_ARRAY_PARAM(suite, nfi_fixture_suites, nfi_fixture_describe);

static u8 octet(unsigned int i)
{
	return 13 * i + 5;
}

/* @offset octets of a header and @len of a payload */
static struct sk_buff *new_packet(struct kunit *test, unsigned int offset,
				  unsigned int len)
{
	struct sk_buff *skb = nfi_fixture_skb(test, NULL, 0);
	unsigned int i;
	u8 *p;

	p = skb_put(skb, offset + len);
	for (i = 0; i < offset + len; i++)
		p[i] = octet(i);
	return skb;
}

static struct nfi_sa *unchecked(struct kunit *test,
				const struct nfi_fixture_suite *s)
{
	struct nfi_sa_conf conf;
	struct nfi_keys keys;

	nfi_fixture_conf(&conf, s, NFI_DIR_IN);
	nfi_fixture_keys(&keys, s);
	conf.no_padding_check = true;
	return nfi_fixture_sa(test, &conf, &keys, 0);
}

/* An opened packet with no payload, @pad octets of padding that ends at @end of
 * them, and @len as pad length
 */
static struct sk_buff *padded(struct kunit *test,
			      const struct nfi_fixture_suite *s,
			      unsigned int payload, unsigned int pad, u8 len)
{
	struct sk_buff *skb = nfi_fixture_skb(test, NULL, 0);
	unsigned int i;
	u8 *p;

	skb_put_zero(skb, 8 + s->iv_len);
	p = skb_put(skb, payload + pad + 2);
	for (i = 0; i < payload; i++)
		p[i] = octet(i);
	for (i = 0; i < pad; i++)
		p[payload + i] = i + 1;
	p[payload + pad] = len;
	p[payload + pad + 1] = IPPROTO_IPIP;
	skb_put_zero(skb, s->icv_len);
	return skb;
}

/* R4303-2-3, R4303-2.3-1 -2, R4303-2.4-1 -2 -4, R4303-2.6-1, R4106-3.2-1,
 * R4309-3.2-1, R3602-2.4-1, R2451-2.4-1, R8750-4-1; R4303-2.4-6 (A6): no more padding
 * than the block wants, which is 4 octets in counter modes
 */
static void esp_push_makes_format(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	struct nfi_sa *sa = nfi_fixture_sa_of(test, s, NFI_DIR_OUT, true, 0);
	unsigned int head = 8 + s->iv_len, offset, len, pad, i;
	struct sk_buff *skb;
	const u8 *p;

	for (offset = 0; offset <= 40; offset += 20) {
		for (len = 0; len <= 300; len++) {
			skb = new_packet(test, offset, len);
			nfi_esp_push(sa, skb, offset, IPPROTO_SCTP, SEQ);
			pad = skb->len - offset - head - len - 2 - s->icv_len;

			/* least padding, to a whole number of blocks */
			KUNIT_ASSERT_GT(test, (unsigned int)s->block, pad);
			KUNIT_ASSERT_EQ(test, 0U, (len + pad + 2) % s->block);
			KUNIT_ASSERT_EQ(test, 0U, (len + pad + 2) % 4);
			KUNIT_ASSERT_EQ(test, pad + 2 + s->icv_len,
					nfi_esp_tail(&sa->suite, len));

			p = skb->data;
			for (i = 0; i < offset; i++)
				KUNIT_ASSERT_EQ(test, octet(i), p[i]);
			p += offset;
			KUNIT_ASSERT_EQ(test, 0x1001U, get_unaligned_be32(p));
			KUNIT_ASSERT_EQ(test, 0x05060708U,
					get_unaligned_be32(p + 4));
			p += head;
			for (i = 0; i < len; i++)
				KUNIT_ASSERT_EQ(test, octet(offset + i), p[i]);
			p += len;
			for (i = 0; i < pad; i++)
				KUNIT_ASSERT_EQ(test, i + 1, (unsigned int)p[i]);
			KUNIT_ASSERT_EQ(test, pad, (unsigned int)p[pad]);
			KUNIT_ASSERT_EQ(test, IPPROTO_SCTP, (int)p[pad + 1]);
			kfree_skb(skb);
		}
	}
}

static void esp_pull_gives_back_what_was_pushed(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	struct nfi_sa *out = nfi_fixture_sa_of(test, s, NFI_DIR_OUT, false, 0);
	struct nfi_sa *in = nfi_fixture_sa_of(test, s, NFI_DIR_IN, false, 0);
	unsigned int offset, len, i;
	struct sk_buff *skb;
	u8 next_header;

	for (offset = 0; offset <= 40; offset += 20) {
		for (len = 0; len <= 300; len++) {
			skb = new_packet(test, offset, len);
			nfi_esp_push(out, skb, offset, IPPROTO_SCTP, SEQ);
			KUNIT_ASSERT_EQ(test, NFI_REASON_OK,
					nfi_esp_check(in, skb, offset));
			next_header = 0;
			KUNIT_ASSERT_EQ(test, NFI_REASON_OK,
					nfi_esp_pull(in, skb, offset,
						     &next_header));
			KUNIT_ASSERT_EQ(test, IPPROTO_SCTP, (int)next_header);
			KUNIT_ASSERT_EQ(test, offset + len, skb->len);
			for (i = 0; i < skb->len; i++)
				KUNIT_ASSERT_EQ(test, octet(i), skb->data[i]);
			kfree_skb(skb);
		}
	}
}

/* What is too short or no whole number of blocks is never given to crypto */
static void esp_check_accepts_whole_blocks_only(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	struct nfi_sa *sa = nfi_fixture_sa_of(test, s, NFI_DIR_IN, false, 0);
	unsigned int around = 8 + s->iv_len + s->icv_len, offset, len;
	enum nfi_reason reason;
	struct sk_buff *skb;

	for (offset = 0; offset <= 20; offset += 20) {
		for (len = 0; len < 200; len++) {
			if (len < around + s->block)
				reason = NFI_REASON_TOO_SHORT;
			else if ((len - around) % s->block)
				reason = NFI_REASON_NOT_ALIGNED;
			else
				reason = NFI_REASON_OK;
			skb = new_packet(test, offset, len);
			KUNIT_ASSERT_EQ_MSG(test, reason,
					    nfi_esp_check(sa, skb, offset),
					    "%u octets", len);
			kfree_skb(skb);
		}
	}
}

/* No header ends where the packet has ended before. R4303-8-1 */
static void esp_check_survives_offset_past_end(struct kunit *test)
{
	struct nfi_sa *sa = nfi_fixture_sa_of(test, test->param_value,
					      NFI_DIR_IN, false, 0);
	struct sk_buff *skb = new_packet(test, 0, 100);
	unsigned int offset;

	for (offset = 100; offset <= 1000; offset++)
		KUNIT_EXPECT_EQ_MSG(test, NFI_REASON_TOO_SHORT,
				    nfi_esp_check(sa, skb, offset),
				    "offset %u", offset);
	kfree_skb(skb);
}

/* R4303-2.4-3, R4303-2.5-1: 0 to 255 */
static void esp_pull_consumes_padding_of_any_length(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	struct nfi_sa *sa = nfi_fixture_sa_of(test, s, NFI_DIR_IN, false, 0);
	struct sk_buff *skb;
	unsigned int pad;
	u8 next_header;

	for (pad = 0; pad <= 255; pad++) {
		skb = padded(test, s, 7, pad, pad);
		KUNIT_ASSERT_EQ(test, NFI_REASON_OK,
				nfi_esp_pull(sa, skb, 0, &next_header));
		KUNIT_ASSERT_EQ(test, 7U, skb->len);
		KUNIT_ASSERT_EQ(test, octet(6), skb->data[6]);
		KUNIT_ASSERT_EQ(test, IPPROTO_IPIP, (int)next_header);
		kfree_skb(skb);
	}
}

/* R4303-2.5-1: a pad length of which there is not as much, also without the
 * check of the padding
 */
static void esp_pull_rejects_pad_length_beyond_payload(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	struct nfi_sa *strict = nfi_fixture_sa_of(test, s, NFI_DIR_IN, false, 0);
	static const u8 lens[] = { 0, 1, 14, 100, 254 };
	struct nfi_sa *lax = unchecked(test, s);
	unsigned int len, pad, i;
	enum nfi_reason reason;
	struct sk_buff *skb;
	u8 next_header;

	for (i = 0; i < ARRAY_SIZE(lens); i++) {
		len = lens[i];
		for (pad = 0; pad <= 255; pad++) {
			reason = pad > len ? NFI_REASON_PAD_LENGTH :
					     NFI_REASON_OK;
			skb = padded(test, s, 0, len, pad);
			KUNIT_ASSERT_EQ(test, reason,
					nfi_esp_pull(lax, skb, 0, &next_header));
			kfree_skb(skb);
			if (!reason)
				continue;
			skb = padded(test, s, 0, len, pad);
			KUNIT_ASSERT_EQ(test, reason,
					nfi_esp_pull(strict, skb, 0,
						     &next_header));
			kfree_skb(skb);
		}
	}
}

/* R4303-2.4-5, R4303-3.4.4.1-3: every octet of the padding is looked at */
static void esp_pull_checks_padding(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	struct nfi_sa *strict = nfi_fixture_sa_of(test, s, NFI_DIR_IN, false, 0);
	struct nfi_sa *lax = unchecked(test, s);
	static const u8 pads[] = { 1, 2, 3, 15, 254, 255 };
	unsigned int head = 8 + s->iv_len, i, at;
	struct sk_buff *skb;
	u8 next_header;

	for (i = 0; i < ARRAY_SIZE(pads); i++) {
		for (at = 0; at < pads[i]; at++) {
			skb = padded(test, s, 5, pads[i], pads[i]);
			skb->data[head + 5 + at] ^= 1 << at % 8;
			KUNIT_ASSERT_EQ(test, NFI_REASON_PADDING,
					nfi_esp_pull(strict, skb, 0,
						     &next_header));
			kfree_skb(skb);

			skb = padded(test, s, 5, pads[i], pads[i]);
			skb->data[head + 5 + at] ^= 1 << at % 8;
			KUNIT_ASSERT_EQ(test, NFI_REASON_OK,
					nfi_esp_pull(lax, skb, 0, &next_header));
			KUNIT_ASSERT_EQ(test, 5U, skb->len);
			kfree_skb(skb);
		}
	}
}

static u64 hamming(const u8 *a, const u8 *b, unsigned int len)
{
	unsigned int i, n = 0;

	for (i = 0; i < len; i++)
		n += hweight8(a[i] ^ b[i]);
	return n;
}

/* R4106-2-1, R4309-2-3, R4543-3.1-1, R7634-2-1, R3686-2.1-1: a counter under a
 * mask never repeats; R3602-3-1, R2451-2.4-1: an IV that an attacker must not
 * foresee is random
 */
static void esp_push_never_repeats_iv(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	struct nfi_sa *sa = nfi_fixture_sa_of(test, s, NFI_DIR_OUT, true, 0);
	u64 distance = 0, seq, iv;
	struct sk_buff *skb;
	u8 last[16] = {};

	if (!s->iv_len)
		return;
	for (seq = U32_MAX - 500; seq < U32_MAX + 500ULL; seq++) {
		skb = new_packet(test, 0, 10);
		nfi_esp_push(sa, skb, 0, IPPROTO_IPIP, seq);
		if (s->salt_len) {
			iv = get_unaligned_be64(skb->data + 8);
			KUNIT_ASSERT_EQ(test, seq, iv ^ sa->iv_mask);
		}
		distance += hamming(last, skb->data + 8, s->iv_len);
		memcpy(last, skb->data + 8, s->iv_len);
		kfree_skb(skb);
	}
	/* half of the bits, and not two in 10^6 SAs are beyond this */
	if (!s->salt_len) {
		KUNIT_EXPECT_LT(test, s->iv_len * 3875ULL, distance);
		KUNIT_EXPECT_GT(test, s->iv_len * 4125ULL, distance);
	}
}

/* Design, IV rules: to add an SA again with its key does not repeat its IVs */
static void esp_iv_mask_differs_among_sas(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	struct nfi_sa *a = nfi_fixture_sa_of(test, s, NFI_DIR_OUT, false, 0);
	struct nfi_sa *b = nfi_fixture_sa_of(test, s, NFI_DIR_OUT, false, 0);

	KUNIT_EXPECT_NE(test, a->iv_mask, b->iv_mask);
}

/* R4303-2.6-2: any next header, 59 among them, makes a well-formed packet */
static void esp_push_takes_any_next_header(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	struct nfi_sa *out = nfi_fixture_sa_of(test, s, NFI_DIR_OUT, false, 0);
	struct nfi_sa *in = nfi_fixture_sa_of(test, s, NFI_DIR_IN, false, 0);
	struct sk_buff *skb;
	u8 next_header;
	int i;

	for (i = 0; i < 256; i++) {
		skb = new_packet(test, 0, i);
		nfi_esp_push(out, skb, 0, i, 1);
		KUNIT_ASSERT_EQ(test, NFI_REASON_OK,
				nfi_esp_pull(in, skb, 0, &next_header));
		KUNIT_ASSERT_EQ(test, i, (int)next_header);
		kfree_skb(skb);
	}
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(esp_push_makes_format, suite_gen_params),
	KUNIT_CASE_PARAM(esp_pull_gives_back_what_was_pushed, suite_gen_params),
	KUNIT_CASE_PARAM(esp_check_accepts_whole_blocks_only, suite_gen_params),
	KUNIT_CASE_PARAM(esp_check_survives_offset_past_end, suite_gen_params),
	KUNIT_CASE_PARAM(esp_pull_consumes_padding_of_any_length,
			 suite_gen_params),
	KUNIT_CASE_PARAM(esp_pull_rejects_pad_length_beyond_payload,
			 suite_gen_params),
	KUNIT_CASE_PARAM(esp_pull_checks_padding, suite_gen_params),
	KUNIT_CASE_PARAM(esp_push_never_repeats_iv, suite_gen_params),
	KUNIT_CASE_PARAM(esp_iv_mask_differs_among_sas, suite_gen_params),
	KUNIT_CASE_PARAM(esp_push_takes_any_next_header, suite_gen_params),
	{}
};

static struct kunit_suite esp_suite = {
	.name = "nfipsec_esp",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.init = nfi_fixture_init,
	.exit = nfi_fixture_exit,
	.test_cases = cases,
};

kunit_test_suite(esp_suite);
