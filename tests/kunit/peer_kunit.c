// SPDX-License-Identifier: GPL-2.0
/*
 * The other end behind a NAT: seen, told once, and followed by those outbound SAs
 * that are to and belong to it.
 *
 * Covers R7296-2.23-3, R3948-m-1, R3948-2.1-1.
 */
#include "fixture.h"

#include "../../src/netlink.h"
#include "../../src/peer.h"
#include "../../src/udpencap.h"

#include <linux/delay.h>
#include <linux/udp.h>

#define HOME	0xc6336401	/* 198.51.100.1, of the fixture */
#define AWAY	0xcb007105	/* 203.0.113.5 */

static const struct nfi_fixture_suite *null_sha256 = &nfi_fixture_suites[7];

static struct nfi_sa *insert(struct kunit *test, u8 dir,
			     void (*change)(struct nfi_sa_conf *conf))
{
	struct nfi_sa_conf conf;
	struct nfi_keys keys;
	struct nfi_sa *sa;

	nfi_fixture_conf(&conf, null_sha256, dir);
	nfi_fixture_keys(&keys, null_sha256);
	conf.encap = NFI_ENCAP_UDP;
	conf.local_port = htons(4500);
	conf.remote_port = htons(4500);
	conf.follow = dir == NFI_DIR_OUT;
	if (change)
		change(&conf);
	conf.key.peer = dir == NFI_DIR_OUT ? conf.remote : (struct nfi_addr){};
	sa = nfi_fixture_sa(test, &conf, &keys, 0);
	nfi_fixture_insert(test, sa);
	return sa;
}

/* Seen by an inbound SA at this address and port. Returns if that was news. */
static bool see(struct nfi_sa *sa, u32 from, u16 port)
{
	struct nfi_addr addr;
	bool news;

	nfi_addr_set4(&addr, cpu_to_be32(from));
	spin_lock_bh(&sa->replay_lock);
	news = nfi_peer_see(sa, &addr, htons(port));
	spin_unlock_bh(&sa->replay_lock);
	if (!news)
		return false;
	rcu_read_lock();
	nfi_peer_report(sa);
	rcu_read_unlock();
	flush_work(&sa->seen_work);
	return true;
}

static int events(struct kunit *test)
{
	return nfi_fixture_net(test)->events[NFIPSEC_NLGRP_EVENTS];
}

/* Sent there, and found by what comes back of it from there */
static void expect_at(struct kunit *test, struct nfi_sa *sa, u32 addr, u16 port)
{
	struct sk_buff *skb = nfi_fixture_skb(test, "12345678", 8);
	const struct nfi_path *path;
	struct nfi_sa *found;
	struct nfi_addr want;
	struct udphdr *udp;

	nfi_addr_set4(&want, cpu_to_be32(addr));
	rcu_read_lock();
	path = nfi_path(sa);
	nfi_udpencap_push(path, skb, 0);
	KUNIT_EXPECT_TRUE(test, nfi_addr_equal(&want, &path->remote));
	found = nfi_sad_lookup_sent(&nfi_fixture_net(test)->sad, IPPROTO_ESP,
				    sa->conf.key.spi, &want);
	rcu_read_unlock();
	udp = (struct udphdr *)skb->data;
	KUNIT_EXPECT_EQ(test, (int)port, (int)ntohs(udp->dest));
	KUNIT_EXPECT_PTR_EQ(test, sa, found);
	kfree_skb(skb);
}

static bool is_at_home(const struct nfi_sa *sa)
{
	const struct nfi_path *path = nfi_fixture_path(sa);

	return path->remote_port == sa->conf.remote_port &&
	       nfi_addr_equal(&path->remote, &sa->conf.remote);
}

static void peer_at_home_is_no_news(struct kunit *test)
{
	struct nfi_sa *in = insert(test, NFI_DIR_IN, NULL);
	struct nfi_sa *out = insert(test, NFI_DIR_OUT, NULL);

	KUNIT_EXPECT_FALSE(test, see(in, HOME, 4500));
	KUNIT_EXPECT_EQ(test, 0, events(test));
	expect_at(test, out, HOME, 4500);
}

/* R7296-2.23-3, R3948-m-1 */
static void peer_is_followed_there_and_back(struct kunit *test)
{
	struct nfi_sa *in = insert(test, NFI_DIR_IN, NULL);
	struct nfi_sa *out = insert(test, NFI_DIR_OUT, NULL);

	KUNIT_EXPECT_TRUE(test, see(in, HOME, 1024));
	expect_at(test, out, HOME, 1024);
	KUNIT_EXPECT_TRUE(test, see(in, AWAY, 1024));
	expect_at(test, out, AWAY, 1024);
	KUNIT_EXPECT_EQ(test, 2, events(test));
	/* the same once more */
	KUNIT_EXPECT_FALSE(test, see(in, AWAY, 1024));
	KUNIT_EXPECT_EQ(test, 2, events(test));
	KUNIT_EXPECT_TRUE(test, see(in, HOME, 4500));
	expect_at(test, out, HOME, 4500);
	KUNIT_EXPECT_EQ(test, 3, events(test));
	KUNIT_EXPECT_TRUE(test, is_at_home(out));
}

static void stay(struct nfi_sa_conf *conf)
{
	conf->follow = false;
}

static void other_reqid(struct nfi_sa_conf *conf)
{
	conf->reqid++;
}

static void other_mode(struct nfi_sa_conf *conf)
{
	conf->mode = NFI_MODE_TRANSPORT;
}

static void other_remote(struct nfi_sa_conf *conf)
{
	conf->remote.w[0] ^= cpu_to_be32(2);
}

static void other_port(struct nfi_sa_conf *conf)
{
	conf->remote_port = htons(4501);
}

static const struct stay_case {
	const char *name;
	void (*change)(struct nfi_sa_conf *conf);
} stay_cases[] = {
	{ "not to follow", stay },
	{ "another reqid", other_reqid },
	{ "another mode", other_mode },
	{ "another remote address", other_remote },
	{ "another remote port", other_port },
};

static void describe_stay(const struct stay_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(stay, stay_cases, describe_stay);

static void peer_moves_no_other_sa(struct kunit *test)
{
	const struct stay_case *c = test->param_value;
	struct nfi_sa *in = insert(test, NFI_DIR_IN, NULL);
	struct nfi_sa *out = insert(test, NFI_DIR_OUT, c->change);

	KUNIT_EXPECT_TRUE(test, see(in, AWAY, 1024));
	KUNIT_EXPECT_EQ(test, 1, events(test));
	KUNIT_EXPECT_TRUE(test, is_at_home(out));
}

static void peer_of_removed_sa_is_not_told(struct kunit *test)
{
	struct nfi_sa *in = insert(test, NFI_DIR_IN, NULL);
	struct nfi_sa *out = insert(test, NFI_DIR_OUT, NULL);
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_addr addr;

	nfi_addr_set4(&addr, cpu_to_be32(AWAY));
	spin_lock_bh(&in->replay_lock);
	KUNIT_EXPECT_TRUE(test, nfi_peer_see(in, &addr, htons(1)));
	spin_unlock_bh(&in->replay_lock);
	mutex_lock(&nn->lock);
	rcu_read_lock();
	nfi_peer_report(in);
	rcu_read_unlock();
	nfi_sad_remove(&nn->sad, in);
	mutex_unlock(&nn->lock);
	/* the SA is not freed before the work has run */
	KUNIT_EXPECT_TRUE(test, nfi_fixture_until(atomic_read(&nn->alive) == 1));
	KUNIT_EXPECT_EQ(test, 0, events(test));
	expect_at(test, out, HOME, 4500);
}

/* R3948-2.1-1 */
static void peer_ports_are_those_of_inbound_sas(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_sad *sad = &nn->sad;
	struct nfi_sa *in[2];
	int i;

	insert(test, NFI_DIR_OUT, NULL);
	KUNIT_EXPECT_FALSE(test, nfi_sad_has_port(sad, htons(4500)));
	for (i = 0; i < 2; i++)
		in[i] = insert(test, NFI_DIR_IN, NULL);
	for (i = 0; i < 2; i++) {
		KUNIT_EXPECT_TRUE(test, nfi_sad_has_port(sad, htons(4500)));
		KUNIT_EXPECT_FALSE(test, nfi_sad_has_port(sad, htons(4501)));
		mutex_lock(&nn->lock);
		nfi_sad_remove(sad, in[i]);
		mutex_unlock(&nn->lock);
	}
	KUNIT_EXPECT_FALSE(test, nfi_sad_has_port(sad, htons(4500)));
}

static struct kunit_case cases[] = {
	KUNIT_CASE(peer_at_home_is_no_news),
	KUNIT_CASE(peer_is_followed_there_and_back),
	KUNIT_CASE_PARAM(peer_moves_no_other_sa, stay_gen_params),
	KUNIT_CASE(peer_of_removed_sa_is_not_told),
	KUNIT_CASE(peer_ports_are_those_of_inbound_sas),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_peer",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.init = nfi_fixture_init,
	.exit = nfi_fixture_exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
