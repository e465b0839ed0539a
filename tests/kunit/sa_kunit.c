// SPDX-License-Identifier: GPL-2.0
/*
 * The life of an SA: what it is refused for, the end of its sequence numbers, and
 * who may tell it from another.
 *
 * Covers R4303-2.2-1 -2 -3, R4303-3.3.3-1, R4303-2-4,
 * R8221-4-1, R4106-8.1-1, R4106-2-1, R6311-5.2-2.
 */
#include "fixture.h"

#include "../../src/nl_gen.h"

static const struct nfi_fixture_suite *null_sha256 = &nfi_fixture_suites[7];
static const struct nfi_fixture_suite *aes128_sha256 = &nfi_fixture_suites[4];

static int events(struct nfi_sa *sa)
{
	return sa->nn->events[NFIPSEC_NLGRP_EVENTS];
}

KUNIT_ARRAY_PARAM(suite, nfi_fixture_suites, nfi_fixture_describe);

static void sa_of_each_suite_is_usable(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	struct nfi_sa *sa;
	int esn;

	for (esn = 0; esn < 2; esn++) {
		sa = nfi_fixture_sa_of(test, s, NFI_DIR_OUT, esn, 0);
		KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_usable(sa));
		KUNIT_EXPECT_EQ(test, s->icv_len, sa->suite.icv_len);
		KUNIT_EXPECT_EQ(test, 20 + 8 + s->iv_len,
				(int)nfi_fixture_path(sa)->head);
		KUNIT_EXPECT_NULL(test, sa->replay);
		sa = nfi_fixture_sa_of(test, s, NFI_DIR_IN, esn, 0);
		KUNIT_ASSERT_NOT_NULL(test, sa->replay);
		KUNIT_EXPECT_EQ(test, (bool)esn, sa->replay->esn);
		KUNIT_EXPECT_EQ(test, (u32)NFI_REPLAY_WINDOW_DEFAULT,
				sa->replay->window);
	}
}

/* R8221-4-1, R4106-8.1-1: refused as algo.c says, and nothing is left behind */
static void sa_refuses_wrong_keys(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	struct nfi_net *nn = nfi_fixture_net(test);
	struct netlink_ext_ack extack = {};
	struct nfi_sa_conf conf;
	struct nfi_keys keys;
	struct nfi_sa *sa;
	unsigned int i;

	for (i = 0; i < 3; i++) {
		nfi_fixture_conf(&conf, s, i % 2);
		nfi_fixture_keys(&keys, s);
		switch (i) {
		case 0:
			keys.encr_len++;
			break;
		case 1:
			keys.integ_len++;
			break;
		case 2:
			conf.encr = 4711;
			break;
		}
		mutex_lock(&nn->lock);
		sa = nfi_sa_new(nn, &conf, &keys, 0, &extack);
		mutex_unlock(&nn->lock);
		KUNIT_ASSERT_TRUE(test, IS_ERR(sa));
		KUNIT_EXPECT_EQ(test, i < 2 ? -EINVAL : -EOPNOTSUPP,
				(int)PTR_ERR(sa));
		KUNIT_EXPECT_NOT_NULL(test, extack._msg);
		KUNIT_EXPECT_EQ(test, 0, atomic_read(&nn->alive));
	}
}

/* R2451-2.3-1: 3DES that is DES */
static void sa_refuses_weak_key(struct kunit *test)
{
	static const struct nfi_fixture_suite des3 = {
		"3des-sha1", 3, 2, 24, 0, 8, 8, 12, 20
	};
	struct nfi_net *nn = nfi_fixture_net(test);
	struct netlink_ext_ack extack = {};
	struct nfi_sa_conf conf;
	struct nfi_keys keys;
	struct nfi_sa *sa;

	nfi_fixture_conf(&conf, &des3, NFI_DIR_OUT);
	nfi_fixture_keys(&keys, &des3);
	memcpy(keys.encr + 16, keys.encr + 8, 8);
	mutex_lock(&nn->lock);
	sa = nfi_sa_new(nn, &conf, &keys, 0, &extack);
	mutex_unlock(&nn->lock);
	KUNIT_ASSERT_TRUE(test, IS_ERR(sa));
	KUNIT_EXPECT_EQ(test, -EKEYREJECTED, (int)PTR_ERR(sa));
	KUNIT_EXPECT_NOT_NULL(test, extack._msg);
	KUNIT_EXPECT_EQ(test, 0, atomic_read(&nn->alive));
}

/* R4303-2.2-1 -2 */
static void sa_numbers_start_at_1_and_grow_by_1(struct kunit *test)
{
	struct nfi_sa *sa = nfi_fixture_sa_of(test, null_sha256, NFI_DIR_OUT,
					      false, 0);
	u64 seq, i;

	for (i = 1; i <= 100; i++) {
		KUNIT_ASSERT_EQ(test, NFI_REASON_OK,
				nfi_sa_next_seq(sa, 1, &seq));
		KUNIT_ASSERT_EQ(test, i, seq);
	}
	KUNIT_ASSERT_EQ(test, NFI_REASON_OK, nfi_sa_next_seq(sa, 44, &seq));
	KUNIT_EXPECT_EQ(test, 101ULL, seq);
	KUNIT_ASSERT_EQ(test, NFI_REASON_OK, nfi_sa_next_seq(sa, 1, &seq));
	KUNIT_EXPECT_EQ(test, 145ULL, seq);
}

static void sa_numbers_go_on_from_what_was_given(struct kunit *test)
{
	struct nfi_sa *sa = nfi_fixture_sa_of(test, null_sha256, NFI_DIR_OUT,
					      true, 5ULL << 32);
	u64 seq;

	KUNIT_ASSERT_EQ(test, NFI_REASON_OK, nfi_sa_next_seq(sa, 1, &seq));
	KUNIT_EXPECT_EQ(test, (5ULL << 32) + 1, seq);
}

static const struct end_case {
	const char *name;
	bool esn;
	unsigned int n;
} end_cases[] = {
	{ "32 bits", false, 1 },
	{ "32 bits, 10 at once", false, 10 },
	{ "ESN", true, 1 },
	{ "ESN, 10 at once", true, 10 },
};

static void describe_end(const struct end_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(end, end_cases, describe_end);

/* R4303-3.3.3-1 -2, R4303-2.2-3: the last number is sent, then none, for ever; there
 * is no word by which the other end would have no window
 */
static void sa_ends_with_its_numbers(struct kunit *test)
{
	const struct end_case *c = test->param_value;
	u64 last = c->esn ? U64_MAX - U32_MAX : U32_MAX, seq;
	struct nfi_sa *sa = nfi_fixture_sa_of(test, null_sha256, NFI_DIR_OUT,
					      c->esn, last - c->n - 1);
	int i;

	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_next_seq(sa, 1, &seq));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_usable(sa));
	KUNIT_EXPECT_EQ(test, 0, events(sa));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_next_seq(sa, c->n, &seq));
	KUNIT_EXPECT_EQ(test, last, seq + c->n - 1);
	/* so that the next packet finds another SA */
	KUNIT_EXPECT_EQ(test, NFI_REASON_SEQ_EXHAUSTED, nfi_sa_usable(sa));

	for (i = 0; i < 1000; i++)
		KUNIT_ASSERT_EQ(test, NFI_REASON_SEQ_EXHAUSTED,
				nfi_sa_next_seq(sa, c->n, &seq));
	KUNIT_EXPECT_EQ(test, NFI_REASON_SEQ_EXHAUSTED, nfi_sa_usable(sa));
	KUNIT_EXPECT_EQ(test, NFI_SA_EXHAUSTED, (int)sa->state);
	/* R4303-4-1: told once */
	KUNIT_EXPECT_EQ(test, 1, events(sa));
}

/* R8750-7-1: where the number is the IV, the end comes before 2^32, too */
static void sa_with_implicit_iv_ends_with_its_numbers(struct kunit *test)
{
	static const struct nfi_fixture_suite iiv = {
		"aes128gcm16iiv", 30, 0, 20, 4, 0, 4, 16, 0
	};
	struct nfi_sa *sa = nfi_fixture_sa_of(test, &iiv, NFI_DIR_OUT, false,
					      U32_MAX - 1);
	u64 seq;

	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_next_seq(sa, 1, &seq));
	KUNIT_EXPECT_EQ(test, (u64)U32_MAX, seq);
	KUNIT_EXPECT_EQ(test, NFI_REASON_SEQ_EXHAUSTED, nfi_sa_usable(sa));
	KUNIT_EXPECT_EQ(test, NFI_REASON_SEQ_EXHAUSTED,
			nfi_sa_next_seq(sa, 1, &seq));
}

/* Of several numbers taken at once all fit or none is sent */
static void sa_does_not_split_numbers_at_the_end(struct kunit *test)
{
	struct nfi_sa *sa = nfi_fixture_sa_of(test, null_sha256, NFI_DIR_OUT,
					      false, U32_MAX - 5);
	u64 seq;

	KUNIT_EXPECT_EQ(test, NFI_REASON_SEQ_EXHAUSTED,
			nfi_sa_next_seq(sa, 6, &seq));
	KUNIT_EXPECT_EQ(test, NFI_REASON_SEQ_EXHAUSTED,
			nfi_sa_next_seq(sa, 1, &seq));
}

/* R6311-5.2-2, R4303-3.3.3-1: no number comes twice */
static void sa_numbers_only_go_forward(struct kunit *test)
{
	struct nfi_sa *sa = nfi_fixture_sa_of(test, null_sha256, NFI_DIR_OUT,
					      false, 0);
	u64 seq;

	nfi_sa_raise_seq(sa, 1000);
	KUNIT_EXPECT_EQ(test, 1000ULL, nfi_sa_last_seq(sa));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_next_seq(sa, 1, &seq));
	KUNIT_EXPECT_EQ(test, 1001ULL, seq);
	nfi_sa_raise_seq(sa, 1000);
	nfi_sa_raise_seq(sa, 0);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_next_seq(sa, 1, &seq));
	KUNIT_EXPECT_EQ(test, 1002ULL, seq);
	nfi_sa_raise_seq(sa, U32_MAX - 1);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_next_seq(sa, 1, &seq));
	KUNIT_EXPECT_EQ(test, (u64)U32_MAX, seq);
	KUNIT_EXPECT_EQ(test, NFI_REASON_SEQ_EXHAUSTED, nfi_sa_usable(sa));
}

static void sa_stopped_carries_nothing(struct kunit *test)
{
	struct nfi_sa *sa = nfi_fixture_sa_of(test, null_sha256, NFI_DIR_OUT,
					      false, 0);

	/* as if a packet were in crypto */
	atomic_inc(&sa->pending);
	nfi_fixture_stop(sa);
	rcu_barrier();
	KUNIT_EXPECT_EQ(test, NFI_REASON_NO_SA, nfi_sa_usable(sa));
	KUNIT_EXPECT_EQ(test, 1, atomic_read(&nfi_fixture_net(test)->alive));
	atomic_dec(&sa->pending);
	nfi_fixture_wait(test);
}

static void sa_counts_drops(struct kunit *test)
{
	struct nfi_sa *sa = nfi_fixture_sa_of(test, null_sha256, NFI_DIR_OUT,
					      false, 0);

	nfi_sa_count_drop(sa, NFI_REASON_REPLAYED);
	nfi_sa_count_drop(sa, NFI_REASON_INTEGRITY);
	KUNIT_EXPECT_EQ(test, 2LL, atomic64_read(&sa->drops));
	KUNIT_EXPECT_EQ(test, (u32)NFI_REASON_INTEGRITY, sa->last_drop);
}

/* R4303-2-4, R4303-3.4.2-2: each parameter makes another SA, of which a commit must
 * know
 */
static void sa_equal_sees_every_parameter(struct kunit *test)
{
	struct nfi_sa_conf conf, c;
	struct nfi_keys keys, k;
	struct nfi_sa *sa;

	nfi_fixture_conf(&conf, aes128_sha256, NFI_DIR_IN);
	nfi_fixture_keys(&keys, aes128_sha256);
	sa = nfi_fixture_sa(test, &conf, &keys, 0);
	KUNIT_EXPECT_TRUE(test, nfi_sa_equal(sa, &conf, &keys));
#define DIFFERS(change) do {						\
		c = conf;						\
		k = keys;						\
		change;							\
		KUNIT_EXPECT_FALSE(test, nfi_sa_equal(sa, &c, &k));	\
	} while (0)
	DIFFERS(c.key.spi ^= cpu_to_be32(1));
	DIFFERS(c.key.dir = NFI_DIR_OUT);
	DIFFERS(c.key.protocol++);
	DIFFERS(c.local.w[0] ^= cpu_to_be32(1));
	DIFFERS(c.remote.w[0] ^= cpu_to_be32(1));
	DIFFERS(c.family = AF_INET6);
	DIFFERS(c.mode = NFI_MODE_TRANSPORT);
	DIFFERS(c.reqid++);
	DIFFERS(c.encr = 20);
	DIFFERS(c.integ = 0);
	DIFFERS(c.esn = true);
	DIFFERS(c.window += 32);
	DIFFERS(c.selector.protocol = IPPROTO_TCP);
	DIFFERS(c.soft.packets++);
	DIFFERS(c.soft.bytes++);
	DIFFERS(c.soft.add_seconds++);
	DIFFERS(c.soft.use_seconds++);
	DIFFERS(c.hard.packets++);
	DIFFERS(c.hard.bytes++);
	DIFFERS(c.hard.add_seconds++);
	DIFFERS(c.hard.use_seconds++);
	DIFFERS(c.df = NFI_DF_SET);
	DIFFERS(c.dscp = 10);
	DIFFERS(c.dscp_map[63] = 1);
	DIFFERS(c.no_ecn = true);
	DIFFERS(c.engine = NFI_ENGINE_AUTO);
	DIFFERS(c.encap = NFI_ENCAP_UDP);
	DIFFERS(c.local_port = htons(4501));
	DIFFERS(c.remote_port = htons(1024));
	DIFFERS(c.tfc = 1000);
	DIFFERS(c.dummy = 100);
	DIFFERS(c.flow_label = NFI_FLOW_LABEL_HASH);
	DIFFERS(c.learn = true);
	DIFFERS(c.strict = true);
	DIFFERS(c.keepalive = 20);
	DIFFERS(c.follow = true);
	DIFFERS(c.no_padding_check = true);
	DIFFERS(c.no_icmp_check = true);
	DIFFERS(c.decap_dscp = true);
	DIFFERS(c.no_mss_clamp = true);
	DIFFERS(c.device = 2);
	DIFFERS(k.encr[15] ^= 0x80);
	DIFFERS(k.integ[31] ^= 1);
	DIFFERS(k.encr_len = 24);
#undef DIFFERS
	KUNIT_EXPECT_TRUE(test, nfi_sa_equal(sa, &conf, &keys));
	/* one that has ended is not what is wanted */
	WRITE_ONCE(sa->state, NFI_SA_EXPIRED);
	KUNIT_EXPECT_FALSE(test, nfi_sa_equal(sa, &conf, &keys));
}

/* R4106-2-1: direction, SPI and keys, nothing else */
static void sa_fingerprint_is_of_direction_spi_and_keys(struct kunit *test)
{
	struct nfi_sa_conf conf, c;
	struct nfi_keys keys, k;
	u64 fingerprint;

	nfi_fixture_conf(&conf, aes128_sha256, NFI_DIR_OUT);
	nfi_fixture_keys(&keys, aes128_sha256);
	fingerprint = nfi_sa_fingerprint(&conf, &keys);
	KUNIT_EXPECT_NE(test, 0ULL, fingerprint);
#define FINGERPRINT(expect, change) do {				\
		c = conf;						\
		k = keys;						\
		change;							\
		expect(test, fingerprint, nfi_sa_fingerprint(&c, &k));	\
	} while (0)
	FINGERPRINT(KUNIT_EXPECT_NE, c.key.spi ^= cpu_to_be32(1));
	FINGERPRINT(KUNIT_EXPECT_NE, c.key.dir = NFI_DIR_IN);
	FINGERPRINT(KUNIT_EXPECT_NE, k.encr[0] ^= 1);
	FINGERPRINT(KUNIT_EXPECT_NE, k.integ[0] ^= 1);
	FINGERPRINT(KUNIT_EXPECT_NE, k.encr_len++);
	FINGERPRINT(KUNIT_EXPECT_EQ, c.reqid++);
	FINGERPRINT(KUNIT_EXPECT_EQ, c.remote.w[0] ^= cpu_to_be32(1));
	FINGERPRINT(KUNIT_EXPECT_EQ, c.key.peer.w[0] ^= cpu_to_be32(1));
	/* what is behind a key is not the key */
	FINGERPRINT(KUNIT_EXPECT_EQ, k.encr[k.encr_len] ^= 1);

	/* the key stream of a counter mode is the same whatever is beside it */
	conf.encr = 13;
	fingerprint = nfi_sa_fingerprint(&conf, &keys);
	FINGERPRINT(KUNIT_EXPECT_EQ, c.key.dir = NFI_DIR_IN);
	FINGERPRINT(KUNIT_EXPECT_EQ, k.integ[0] ^= 1);
	FINGERPRINT(KUNIT_EXPECT_NE, k.encr[0] ^= 1);
#undef FINGERPRINT
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(sa_of_each_suite_is_usable, suite_gen_params),
	KUNIT_CASE_PARAM(sa_refuses_wrong_keys, suite_gen_params),
	KUNIT_CASE(sa_refuses_weak_key),
	KUNIT_CASE(sa_numbers_start_at_1_and_grow_by_1),
	KUNIT_CASE(sa_numbers_go_on_from_what_was_given),
	KUNIT_CASE_PARAM(sa_ends_with_its_numbers, end_gen_params),
	KUNIT_CASE(sa_with_implicit_iv_ends_with_its_numbers),
	KUNIT_CASE(sa_does_not_split_numbers_at_the_end),
	KUNIT_CASE(sa_numbers_only_go_forward),
	KUNIT_CASE(sa_stopped_carries_nothing),
	KUNIT_CASE(sa_counts_drops),
	KUNIT_CASE(sa_equal_sees_every_parameter),
	KUNIT_CASE(sa_fingerprint_is_of_direction_spi_and_keys),
	{}
};

static struct kunit_suite sa_suite = {
	.name = "nfipsec_sa",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.init = nfi_fixture_init,
	.exit = nfi_fixture_exit,
	.test_cases = cases,
};

kunit_test_suite(sa_suite);
