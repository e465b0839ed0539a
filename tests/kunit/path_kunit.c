// SPDX-License-Identifier: GPL-2.0
/*
 * The path of an SA: what follows from its parameters, and its replacement while
 * the SA lives.
 *
 * Covers R7296-2.23-3, (C11), (F5).
 */
#include "fixture.h"

static const struct nfi_fixture_suite *aes128_sha256 = &nfi_fixture_suites[4];

static void outbound_conf(struct nfi_sa_conf *conf, struct nfi_keys *keys)
{
	nfi_fixture_conf(conf, aes128_sha256, NFI_DIR_OUT);
	nfi_fixture_keys(keys, aes128_sha256);
}

static unsigned int head_of(struct kunit *test, const struct nfi_sa_conf *conf,
			    const struct nfi_keys *keys)
{
	return nfi_fixture_path(nfi_fixture_sa(test, conf, keys, 0))->head;
}

static void path_head_is_what_sealing_puts_in_front(struct kunit *test)
{
	struct nfi_sa_conf conf;
	struct nfi_keys keys;

	outbound_conf(&conf, &keys);
	KUNIT_EXPECT_EQ(test, 20 + 8 + 16, (int)head_of(test, &conf, &keys));
	conf.encap = NFI_ENCAP_UDP;
	KUNIT_EXPECT_EQ(test, 20 + 8 + 8 + 16,
			(int)head_of(test, &conf, &keys));
	conf.encap = NFI_ENCAP_NONE;
	conf.family = AF_INET6;
	KUNIT_EXPECT_EQ(test, 40 + 8 + 16, (int)head_of(test, &conf, &keys));
	conf.mode = NFI_MODE_TRANSPORT;
	KUNIT_EXPECT_EQ(test, 8 + 16, (int)head_of(test, &conf, &keys));
}

static void expect_path(struct kunit *test, const struct nfi_sa *sa,
			u32 local, u32 remote, u16 local_port, u16 remote_port)
{
	const struct nfi_path *path = nfi_fixture_path(sa);
	struct nfi_addr addr;

	nfi_addr_set4(&addr, cpu_to_be32(local));
	KUNIT_EXPECT_TRUE(test, nfi_addr_equal(&addr, &path->local));
	nfi_addr_set4(&addr, cpu_to_be32(remote));
	KUNIT_EXPECT_TRUE(test, nfi_addr_equal(&addr, &path->remote));
	KUNIT_EXPECT_EQ(test, local_port, ntohs(path->local_port));
	KUNIT_EXPECT_EQ(test, remote_port, ntohs(path->remote_port));
}

static int set(struct kunit *test, struct nfi_sa *sa,
	       const struct nfi_sa_conf *conf)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	int err;

	mutex_lock(&nn->lock);
	err = nfi_path_set(sa, conf);
	mutex_unlock(&nn->lock);
	return err;
}

static bool move(struct kunit *test, struct nfi_sa *sa,
		 const struct nfi_addr *remote, u16 port)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	bool done;

	mutex_lock(&nn->lock);
	done = nfi_path_move(sa, remote, htons(port));
	mutex_unlock(&nn->lock);
	return done;
}

/* (C11, F5): addresses, encapsulation and ports change; the numbers go on */
static void path_is_replaced_as_a_whole(struct kunit *test)
{
	struct nfi_sa_conf conf;
	struct nfi_keys keys;
	struct nfi_sa *sa;
	u64 seq;

	outbound_conf(&conf, &keys);
	sa = nfi_fixture_sa(test, &conf, &keys, 7);
	expect_path(test, sa, 0xc0000201, 0xc6336401, 0, 0);
	KUNIT_EXPECT_EQ(test, IPPROTO_ESP,
			(int)nfi_fixture_path(sa)->next_header);
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_next_seq(sa, 1, &seq));
	atomic_set(&sa->idents, 5);

	nfi_addr_set4(&conf.local, cpu_to_be32(0xcb007101));
	nfi_addr_set4(&conf.remote, cpu_to_be32(0xcb007102));
	conf.key.peer = conf.remote;
	conf.encap = NFI_ENCAP_UDP;
	conf.local_port = htons(4500);
	conf.remote_port = htons(1024);
	KUNIT_ASSERT_EQ(test, 0, set(test, sa, &conf));

	expect_path(test, sa, 0xcb007101, 0xcb007102, 4500, 1024);
	KUNIT_EXPECT_EQ(test, 8, (int)nfi_fixture_path(sa)->udp_len);
	KUNIT_EXPECT_EQ(test, 20 + 8 + 8 + 16,
			(int)nfi_fixture_path(sa)->head);
	KUNIT_EXPECT_EQ(test, IPPROTO_UDP,
			(int)nfi_fixture_path(sa)->next_header);
	KUNIT_EXPECT_TRUE(test, nfi_sa_equal(sa, &conf, &keys));
	KUNIT_EXPECT_EQ(test, 0, atomic_read(&sa->idents));
	KUNIT_EXPECT_EQ(test, NFI_REASON_OK, nfi_sa_next_seq(sa, 1, &seq));
	KUNIT_EXPECT_EQ(test, 9ULL, seq);
}

/* A NAT moves the other end, and the parameters stay (R7296-2.23-3) */
static void path_remembers_its_home(struct kunit *test)
{
	struct nfi_sa_conf conf;
	struct nfi_keys keys;
	struct nfi_addr away;
	struct nfi_sa *sa;

	outbound_conf(&conf, &keys);
	conf.encap = NFI_ENCAP_UDP;
	conf.local_port = htons(4500);
	conf.remote_port = htons(4500);
	sa = nfi_fixture_sa(test, &conf, &keys, 0);
	nfi_addr_set4(&away, cpu_to_be32(0xcb007105));
	KUNIT_ASSERT_TRUE(test, move(test, sa, &away, 61000));
	expect_path(test, sa, 0xc0000201, 0xcb007105, 4500, 61000);
	KUNIT_EXPECT_TRUE(test, nfi_addr_equal(&conf.remote,
					       &nfi_fixture_path(sa)->home));
	KUNIT_EXPECT_EQ(test, 4500, ntohs(nfi_fixture_path(sa)->home_port));
	KUNIT_EXPECT_TRUE(test, nfi_sa_equal(sa, &conf, &keys));

	/* what the operator says is newer than what was seen */
	conf.remote_port = htons(4501);
	KUNIT_ASSERT_EQ(test, 0, set(test, sa, &conf));
	expect_path(test, sa, 0xc0000201, 0xc6336401, 4500, 4501);
	KUNIT_EXPECT_EQ(test, 4501, ntohs(nfi_fixture_path(sa)->home_port));
}

/* The new end is no news when packets come from there */
static void path_of_inbound_sa_resets_what_was_seen(struct kunit *test)
{
	struct nfi_sa_conf conf;
	struct nfi_keys keys;
	struct nfi_sa *sa;

	nfi_fixture_conf(&conf, aes128_sha256, NFI_DIR_IN);
	nfi_fixture_keys(&keys, aes128_sha256);
	conf.encap = NFI_ENCAP_UDP;
	conf.local_port = htons(4500);
	conf.remote_port = htons(4500);
	sa = nfi_fixture_sa(test, &conf, &keys, 3);
	nfi_addr_set4(&conf.remote, cpu_to_be32(0xcb007102));
	conf.remote_port = htons(1024);
	KUNIT_ASSERT_EQ(test, 0, set(test, sa, &conf));
	KUNIT_EXPECT_TRUE(test, nfi_addr_equal(&conf.remote, &sa->seen));
	KUNIT_EXPECT_EQ(test, 1024, ntohs(sa->seen_port));
	KUNIT_EXPECT_EQ(test, 3ULL, sa->replay->top);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(path_head_is_what_sealing_puts_in_front),
	KUNIT_CASE(path_is_replaced_as_a_whole),
	KUNIT_CASE(path_remembers_its_home),
	KUNIT_CASE(path_of_inbound_sa_resets_what_was_seen),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_path",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.init = nfi_fixture_init,
	.exit = nfi_fixture_exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
