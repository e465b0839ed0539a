// SPDX-License-Identifier: GPL-2.0
/*
 * The security association database: found by SPI, direction and peer, before
 * and after the table grows; bundles; keys that must not come back.
 *
 * Covers R4303-2.1-1, R4301-4.1-1 -2, R4301-4.4.2-2, R4106-2-1 and R8750-4-2 as
 * far as they are the module's, R7296-2.8-3.
 */
#include "fixture.h"

#include <linux/slab.h>

#define MANY	300

static const struct nfi_fixture_suite *null_sha256 = &nfi_fixture_suites[7];
static const struct nfi_fixture_suite *aes128gcm16 = &nfi_fixture_suites[0];

static struct nfi_sa *insert_peer(struct kunit *test, u8 dir, u32 spi,
				  u32 reqid, u32 peer)
{
	struct nfi_sa_conf conf;
	struct nfi_keys keys;
	struct nfi_sa *sa;

	nfi_fixture_conf(&conf, null_sha256, dir);
	nfi_fixture_keys(&keys, null_sha256);
	conf.key.spi = cpu_to_be32(spi);
	conf.reqid = reqid;
	if (dir == NFI_DIR_OUT) {
		nfi_addr_set4(&conf.remote, cpu_to_be32(peer));
		conf.key.peer = conf.remote;
	}
	sa = nfi_fixture_sa(test, &conf, &keys, 0);
	nfi_fixture_insert(test, sa);
	return sa;
}

static struct nfi_sa *insert(struct kunit *test, u8 dir, u32 spi, u32 reqid)
{
	return insert_peer(test, dir, spi, reqid, 0xc0000202);
}

static struct nfi_sa *lookup(struct kunit *test, const struct nfi_sa_key *key)
{
	struct nfi_sa *sa;

	rcu_read_lock();
	sa = nfi_sad_lookup(&nfi_fixture_net(test)->sad, key);
	rcu_read_unlock();
	return sa;
}

static struct nfi_sa *lookup_in(struct kunit *test, u32 spi)
{
	struct nfi_sa_key key = {
		.spi = cpu_to_be32(spi),
		.dir = NFI_DIR_IN,
		.protocol = IPPROTO_ESP,
	};

	return lookup(test, &key);
}

static void drop(struct kunit *test, struct nfi_sa *sa)
{
	struct nfi_net *nn = nfi_fixture_net(test);

	mutex_lock(&nn->lock);
	nfi_sad_remove(&nn->sad, sa);
	mutex_unlock(&nn->lock);
}

static struct nfi_sa *bundle_sa(const struct nfi_bundle *bundle)
{
	struct nfi_sa *sa;

	rcu_read_lock();
	sa = nfi_bundle_sa(bundle);
	rcu_read_unlock();
	return sa;
}

static void sad_empty_finds_nothing(struct kunit *test)
{
	KUNIT_EXPECT_NULL(test, lookup_in(test, 0));
	KUNIT_EXPECT_NULL(test, lookup_in(test, 0x1001));
}

/* R4303-2.1-1 */
static void sad_finds_by_spi(struct kunit *test)
{
	struct nfi_sa *a = insert(test, NFI_DIR_IN, 0x1001, 1);
	struct nfi_sa *b = insert(test, NFI_DIR_IN, 0x1002, 1);

	KUNIT_EXPECT_PTR_EQ(test, a, lookup_in(test, 0x1001));
	KUNIT_EXPECT_PTR_EQ(test, b, lookup_in(test, 0x1002));
	KUNIT_EXPECT_NULL(test, lookup_in(test, 0x1003));
	KUNIT_EXPECT_EQ(test, 2U, nfi_fixture_net(test)->sad.count);
}

/* R4301-4.1-1: an SA is for one direction */
static void sad_keeps_directions_apart(struct kunit *test)
{
	struct nfi_sa *in = insert(test, NFI_DIR_IN, 0x1001, 1);
	struct nfi_sa *out = insert(test, NFI_DIR_OUT, 0x1001, 1);

	KUNIT_EXPECT_PTR_EQ(test, in, lookup(test, &in->conf.key));
	KUNIT_EXPECT_PTR_EQ(test, out, lookup(test, &out->conf.key));
}

/* R4301-4.4.2-2 as far as addresses go: two peers choose the same SPI */
static void sad_keeps_peers_with_same_spi_apart(struct kunit *test)
{
	struct nfi_sa *a = insert_peer(test, NFI_DIR_OUT, 0x1001, 1, 0xc0000202);
	struct nfi_sa *b = insert_peer(test, NFI_DIR_OUT, 0x1001, 2, 0xc0000203);

	KUNIT_EXPECT_PTR_EQ(test, a, lookup(test, &a->conf.key));
	KUNIT_EXPECT_PTR_EQ(test, b, lookup(test, &b->conf.key));
	KUNIT_EXPECT_PTR_NE(test, a->bundle, b->bundle);
}

static void sad_other_protocol_is_another_sa(struct kunit *test)
{
	struct nfi_sa *sa = insert(test, NFI_DIR_IN, 0x1001, 1);
	struct nfi_sa_key key = sa->conf.key;

	key.protocol = IPPROTO_AH;
	KUNIT_EXPECT_NULL(test, lookup(test, &key));
}

static void sad_removed_is_not_found(struct kunit *test)
{
	struct nfi_sa *a = insert(test, NFI_DIR_IN, 0x1001, 1);
	struct nfi_sa *b = insert(test, NFI_DIR_IN, 0x1002, 1);

	drop(test, a);
	KUNIT_EXPECT_NULL(test, lookup_in(test, 0x1001));
	KUNIT_EXPECT_PTR_EQ(test, b, lookup_in(test, 0x1002));
	KUNIT_EXPECT_EQ(test, 1U, nfi_fixture_net(test)->sad.count);
	KUNIT_EXPECT_NULL(test, xa_load(&nfi_fixture_net(test)->sad.all, 1));
}

/* It grows many times, and all are found at each size and while they go */
static void sad_finds_all_while_it_grows_and_shrinks(struct kunit *test)
{
	struct nfi_sa **sas = kunit_kzalloc(test, MANY * sizeof(*sas),
					    GFP_KERNEL);
	unsigned int i, j;

	KUNIT_ASSERT_NOT_NULL(test, sas);
	for (i = 0; i < MANY; i++) {
		sas[i] = insert(test, NFI_DIR_IN, 0x1000 + 7 * i, 1);
		for (j = 0; j <= i; j += 1 + i / 10)
			KUNIT_ASSERT_PTR_EQ(test, sas[j],
					    lookup_in(test, 0x1000 + 7 * j));
	}
	for (i = 0; i < MANY; i++) {
		KUNIT_ASSERT_PTR_EQ(test, sas[i],
				    lookup_in(test, 0x1000 + 7 * i));
		KUNIT_ASSERT_NULL(test, lookup_in(test, 0x1001 + 7 * i));
	}
	for (i = 0; i < MANY; i += 2)
		drop(test, sas[i]);
	for (i = 0; i < MANY; i++)
		KUNIT_ASSERT_PTR_EQ(test, i % 2 ? sas[i] : NULL,
				    lookup_in(test, 0x1000 + 7 * i));
}

static unsigned int longest(const struct nfi_sad *sad)
{
	unsigned int i, n, most = 0;
	struct nfi_sa *sa;

	for (i = 0; i <= sad->fingerprints_mask; i++) {
		n = 0;
		hlist_for_each_entry(sa, &sad->fingerprints[i], by_fingerprint)
			n++;
		most = max(most, n);
	}
	return most;
}

/* To add one more does not become dearer: the search for its key above all */
static void sad_fingerprints_grow_with_it(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	unsigned int i;

	for (i = 0; i < MANY; i++)
		insert(test, NFI_DIR_IN, 0x1000 + i, 1);
	/* on average there is at most one in each; of 300 never so many */
	KUNIT_EXPECT_GE(test, nn->sad.fingerprints_mask + 1, (u32)MANY);
	KUNIT_EXPECT_LE(test, longest(&nn->sad), 8U);
	KUNIT_EXPECT_GE(test, longest(&nn->sad), 1U);
}

/* What nl_commit.c relies on: room for all, then no error */
static void sad_reserve_makes_room_for_many(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_sa *a = insert(test, NFI_DIR_IN, 0x1001, 1);
	void *table;

	mutex_lock(&nn->lock);
	KUNIT_EXPECT_EQ(test, 0, nfi_sad_reserve(&nn->sad, 1000));
	table = rcu_access_pointer(nn->sad.table);
	KUNIT_EXPECT_EQ(test, 0, nfi_sad_reserve(&nn->sad, 1000));
	KUNIT_EXPECT_PTR_EQ(test, table,
			    (void *)rcu_access_pointer(nn->sad.table));
	mutex_unlock(&nn->lock);
	KUNIT_EXPECT_PTR_EQ(test, a, lookup_in(test, 0x1001));
}

/* A commit may replace an SA by another with the same key, the old one goes
 * later: also after the table has grown in between
 */
static void sad_newest_of_same_key_is_found(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_sa *a = insert(test, NFI_DIR_IN, 0x1001, 1);
	struct nfi_sa *b = insert(test, NFI_DIR_IN, 0x1001, 1);

	KUNIT_EXPECT_PTR_EQ(test, b, lookup_in(test, 0x1001));
	mutex_lock(&nn->lock);
	KUNIT_EXPECT_EQ(test, 0, nfi_sad_reserve(&nn->sad, 100));
	mutex_unlock(&nn->lock);
	KUNIT_EXPECT_PTR_EQ(test, b, lookup_in(test, 0x1001));
	drop(test, a);
	KUNIT_EXPECT_PTR_EQ(test, b, lookup_in(test, 0x1001));
	drop(test, b);
	KUNIT_EXPECT_NULL(test, lookup_in(test, 0x1001));
}

/* R4301-4.1-2, R7296-2.8-3 (C5): old and new are there, the newest seals */
static void bundle_takes_newest_usable_sa(struct kunit *test)
{
	struct nfi_sa *a = insert(test, NFI_DIR_OUT, 0x1001, 9);
	struct nfi_sa *b = insert(test, NFI_DIR_OUT, 0x1002, 9);
	struct nfi_sa *c = insert(test, NFI_DIR_OUT, 0x1003, 9);
	struct nfi_bundle *bundle = a->bundle;

	KUNIT_EXPECT_PTR_EQ(test, bundle, b->bundle);
	KUNIT_EXPECT_PTR_EQ(test, bundle, c->bundle);
	KUNIT_EXPECT_PTR_EQ(test, c, bundle_sa(bundle));
	WRITE_ONCE(c->state, NFI_SA_EXPIRED);
	KUNIT_EXPECT_PTR_EQ(test, b, bundle_sa(bundle));
	WRITE_ONCE(b->state, NFI_SA_EXHAUSTED);
	KUNIT_EXPECT_PTR_EQ(test, a, bundle_sa(bundle));
	drop(test, b);
	KUNIT_EXPECT_PTR_EQ(test, a, bundle_sa(bundle));
	WRITE_ONCE(a->state, NFI_SA_EXPIRED);
	KUNIT_EXPECT_NULL(test, bundle_sa(bundle));
	drop(test, c);
	WRITE_ONCE(a->state, NFI_SA_USABLE);
	KUNIT_EXPECT_PTR_EQ(test, a, bundle_sa(bundle));
}

static void bundle_is_shared_by_reqid_and_mode(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_bundle *a, *b, *c, *d;

	mutex_lock(&nn->lock);
	a = nfi_bundle_get(&nn->sad, 5, IPPROTO_ESP, NFI_MODE_TUNNEL);
	b = nfi_bundle_get(&nn->sad, 5, IPPROTO_ESP, NFI_MODE_TUNNEL);
	c = nfi_bundle_get(&nn->sad, 5, IPPROTO_ESP, NFI_MODE_TRANSPORT);
	d = nfi_bundle_get(&nn->sad, 6, IPPROTO_ESP, NFI_MODE_TUNNEL);
	KUNIT_EXPECT_NOT_NULL(test, a);
	KUNIT_EXPECT_PTR_EQ(test, a, b);
	KUNIT_EXPECT_PTR_NE(test, a, c);
	KUNIT_EXPECT_PTR_NE(test, a, d);
	KUNIT_EXPECT_NULL(test, bundle_sa(a));
	nfi_bundle_put(a);
	KUNIT_EXPECT_PTR_EQ(test, a, nfi_bundle_get(&nn->sad, 5, IPPROTO_ESP,
						    NFI_MODE_TUNNEL));
	nfi_bundle_put(a);
	nfi_bundle_put(b);
	nfi_bundle_put(c);
	nfi_bundle_put(d);
	mutex_unlock(&nn->lock);
}

/* A policy keeps the bundle when its last SA has gone, and gets the next one */
static void bundle_outlives_its_sas(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_bundle *bundle;
	struct nfi_sa *sa;

	mutex_lock(&nn->lock);
	bundle = nfi_bundle_get(&nn->sad, 3, IPPROTO_ESP, NFI_MODE_TUNNEL);
	mutex_unlock(&nn->lock);
	sa = insert(test, NFI_DIR_OUT, 0x1001, 3);
	KUNIT_EXPECT_PTR_EQ(test, sa, bundle_sa(bundle));
	drop(test, sa);
	KUNIT_EXPECT_NULL(test, bundle_sa(bundle));
	sa = insert(test, NFI_DIR_OUT, 0x1002, 3);
	KUNIT_EXPECT_PTR_EQ(test, sa, bundle_sa(bundle));
	mutex_lock(&nn->lock);
	nfi_bundle_put(bundle);
	mutex_unlock(&nn->lock);
}

/* R4106-2-1, R8750-4-2: a key that is or was in use has seen its numbers */
static void sad_knows_key_of_live_and_removed_sa(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_sa_conf conf;
	struct nfi_keys keys;
	struct nfi_sa *sa;
	u64 fingerprint;

	nfi_fixture_conf(&conf, aes128gcm16, NFI_DIR_OUT);
	nfi_fixture_keys(&keys, aes128gcm16);
	fingerprint = nfi_sa_fingerprint(&conf, &keys);
	KUNIT_EXPECT_FALSE(test, nfi_sad_key_used(nn, fingerprint));
	sa = nfi_fixture_sa(test, &conf, &keys, 0);
	nfi_fixture_insert(test, sa);
	KUNIT_EXPECT_TRUE(test, nfi_sad_key_used(nn, fingerprint));
	/* whoever the peer is */
	conf.key.peer.w[0] ^= cpu_to_be32(1);
	KUNIT_EXPECT_TRUE(test, nfi_sad_key_used(nn, fingerprint));
	drop(test, sa);
	KUNIT_EXPECT_TRUE(test, nfi_sad_key_used(nn, fingerprint));
	keys.encr[3] ^= 1;
	fingerprint = nfi_sa_fingerprint(&conf, &keys);
	KUNIT_EXPECT_FALSE(test, nfi_sad_key_used(nn, fingerprint));
}

/* R4106-10-1, R8750-4-2: a key of a counter mode is for one SA in one direction;
 * others may serve both
 */
static void sad_knows_counter_key_whatever_the_spi(struct kunit *test)
{
	static const struct nfi_fixture_suite *const suites[] = {
		&nfi_fixture_suites[0], &nfi_fixture_suites[4],
		&nfi_fixture_suites[7], &nfi_fixture_suites[13],
		&nfi_fixture_suites[15], &nfi_fixture_suites[21],
	};
	struct nfi_net *nn = nfi_fixture_net(test);
	const struct nfi_fixture_suite *s;
	struct nfi_sa_conf conf;
	struct nfi_keys keys;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(suites); i++) {
		s = suites[i];
		nfi_fixture_conf(&conf, s, NFI_DIR_OUT);
		nfi_fixture_keys(&keys, s);
		conf.key.spi = cpu_to_be32(0x2000 + i);
		nfi_fixture_insert(test, nfi_fixture_sa(test, &conf, &keys, 0));
		conf.key.spi ^= cpu_to_be32(0x100);
		KUNIT_EXPECT_EQ_MSG(test, !!s->salt_len,
				    nfi_sad_key_used(nn, nfi_sa_fingerprint(&conf, &keys)),
				    "%s", s->name);
		conf.key.spi ^= cpu_to_be32(0x100);
		conf.key.dir = NFI_DIR_IN;
		KUNIT_EXPECT_EQ_MSG(test, !!s->salt_len,
				    nfi_sad_key_used(nn, nfi_sa_fingerprint(&conf, &keys)),
				    "%s", s->name);
		if (!s->salt_len)
			continue;
		/* another salt is enough */
		keys.encr[s->key_len - 1] ^= 1;
		KUNIT_EXPECT_FALSE(test, nfi_sad_key_used(nn, nfi_sa_fingerprint(&conf, &keys)));
	}
}

/* What is named but not inserted, as in a commit, counts; what is unnamed not */
static void sad_knows_key_of_named_sa(struct kunit *test)
{
	struct nfi_sa *sa = nfi_fixture_sa_of(test, aes128gcm16, NFI_DIR_OUT,
					      false, 0);
	struct nfi_net *nn = nfi_fixture_net(test);

	mutex_lock(&nn->lock);
	KUNIT_EXPECT_FALSE(test, nfi_sad_key_used(nn, sa->fingerprint));
	KUNIT_EXPECT_EQ(test, 0, nfi_sad_name(&nn->sad, sa));
	KUNIT_EXPECT_TRUE(test, nfi_sad_key_used(nn, sa->fingerprint));
	/* also while the tables grow, twice in one grace period */
	KUNIT_EXPECT_EQ(test, 0, nfi_sad_reserve(&nn->sad, 100));
	KUNIT_EXPECT_EQ(test, 0, nfi_sad_reserve(&nn->sad, 1000));
	KUNIT_EXPECT_TRUE(test, nfi_sad_key_used(nn, sa->fingerprint));
	nfi_sad_unname(&nn->sad, sa);
	KUNIT_EXPECT_FALSE(test, nfi_sad_key_used(nn, sa->fingerprint));
	mutex_unlock(&nn->lock);
}

static void sad_remembers_last_1024_keys(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_sa *sa;
	u64 first, last;
	unsigned int i;

	sa = insert(test, NFI_DIR_IN, 0x1001, 1);
	first = sa->fingerprint;
	drop(test, sa);
	for (i = 0; i < 1023; i++)
		nn->retired[nn->retired_next++ % 1024] = i + 1;
	KUNIT_EXPECT_TRUE(test, nfi_sad_key_used(nn, first));
	sa = insert(test, NFI_DIR_IN, 0x1002, 1);
	last = sa->fingerprint;
	drop(test, sa);
	KUNIT_EXPECT_TRUE(test, nfi_sad_key_used(nn, last));
	KUNIT_EXPECT_FALSE(test, nfi_sad_key_used(nn, first));
}

/* An SA that a packet holds is dead, but there, until the packet lets go */
static void sad_removed_lives_as_long_as_its_packets(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_sa *sa = insert(test, NFI_DIR_IN, 0x1001, 1);

	atomic_inc(&sa->pending);
	drop(test, sa);
	rcu_barrier();
	KUNIT_EXPECT_EQ(test, 1, atomic_read(&nn->alive));
	KUNIT_EXPECT_EQ(test, NFI_SA_DEAD, (int)sa->state);
	KUNIT_EXPECT_NE(test, NFI_REASON_OK, nfi_sa_usable(sa));
	atomic_dec(&sa->pending);
	nfi_fixture_wait(test);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(sad_empty_finds_nothing),
	KUNIT_CASE(sad_finds_by_spi),
	KUNIT_CASE(sad_keeps_directions_apart),
	KUNIT_CASE(sad_keeps_peers_with_same_spi_apart),
	KUNIT_CASE(sad_other_protocol_is_another_sa),
	KUNIT_CASE(sad_removed_is_not_found),
	KUNIT_CASE(sad_finds_all_while_it_grows_and_shrinks),
	KUNIT_CASE(sad_fingerprints_grow_with_it),
	KUNIT_CASE(sad_reserve_makes_room_for_many),
	KUNIT_CASE(sad_newest_of_same_key_is_found),
	KUNIT_CASE(bundle_takes_newest_usable_sa),
	KUNIT_CASE(bundle_is_shared_by_reqid_and_mode),
	KUNIT_CASE(bundle_outlives_its_sas),
	KUNIT_CASE(sad_knows_key_of_live_and_removed_sa),
	KUNIT_CASE(sad_knows_counter_key_whatever_the_spi),
	KUNIT_CASE(sad_knows_key_of_named_sa),
	KUNIT_CASE(sad_remembers_last_1024_keys),
	KUNIT_CASE(sad_removed_lives_as_long_as_its_packets),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_sad",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.init = nfi_fixture_init,
	.exit = nfi_fixture_exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
