// SPDX-License-Identifier: GPL-2.0
/*
 * What the suites share: IPsec state of their own, so that nothing a test does
 * is seen outside; SAs in it, which are freed after each test whatever became
 * of it; packets; and crypto that is waited for.
 */
#include "fixture.h"
#include "../../src/cache.h"
#include "../../src/crypt.h"
#include "../../src/dst.h"
#include "../../src/pages.h"

#include <linux/completion.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/wait_bit.h>

/* name, encr, integ; octets of key and salt, salt, IV, block, ICV, MAC's key */
const struct nfi_fixture_suite nfi_fixture_suites[NFI_FIXTURE_SUITES] = {
	{ "aes128gcm16", 20, 0, 20, 4, 8, 4, 16, 0 },	/* RFC 4106 */
	{ "aes192gcm16", 20, 0, 28, 4, 8, 4, 16, 0 },
	{ "aes256gcm16", 20, 0, 36, 4, 8, 4, 16, 0 },
	{ "chacha20poly1305", 28, 0, 36, 4, 8, 4, 16, 0 },	/* RFC 7634 */
	{ "aes128-sha256", 12, 12, 16, 0, 16, 16, 16, 32 }, /* RFC 3602, 4868 */
	{ "aes192-sha256", 12, 12, 24, 0, 16, 16, 16, 32 },
	{ "aes256-sha256", 12, 12, 32, 0, 16, 16, 16, 32 },
	{ "null-sha256", 11, 12, 0, 0, 0, 4, 16, 32 },	/* RFC 2410 */
	{ "aes128gcm8", 18, 0, 20, 4, 8, 4, 8, 0 },
	{ "aes256gcm12", 19, 0, 36, 4, 8, 4, 12, 0 },
	{ "aes128ccm8", 14, 0, 19, 3, 8, 4, 8, 0 },	/* RFC 4309 */
	{ "aes192ccm12", 15, 0, 27, 3, 8, 4, 12, 0 },
	{ "aes256ccm16", 16, 0, 35, 3, 8, 4, 16, 0 },
	{ "aes128gmac", 21, 0, 20, 4, 8, 4, 16, 0 },	/* RFC 4543 */
	{ "aes256gmac", 21, 0, 36, 4, 8, 4, 16, 0 },
	{ "aes128ctr-sha1", 13, 2, 20, 4, 8, 4, 12, 20 }, /* RFC 3686, 2404 */
	{ "aes192ctr-sha384", 13, 13, 28, 4, 8, 4, 24, 48 },
	{ "aes256ctr-sha512", 13, 14, 36, 4, 8, 4, 32, 64 },
	{ "camellia128-aesxcbc", 23, 5, 16, 0, 16, 16, 12, 16 }, /* RFC 3566 */
	{ "camellia192-aescmac", 23, 8, 24, 0, 16, 16, 12, 16 }, /* RFC 4494 */
	{ "camellia256-sha512", 23, 14, 32, 0, 16, 16, 32, 64 },
	{ "3des-sha1", 3, 2, 24, 0, 8, 8, 12, 20 },	/* RFC 2451 */
	{ "null-aescmac", 11, 8, 0, 0, 0, 4, 12, 16 },
	{ "aes128-sha256_96", 12, 1027, 16, 0, 16, 16, 12, 32 },
	{ "aes128gcm16iiv", 30, 0, 20, 4, 0, 4, 16, 0 },	/* RFC 8750 */
	{ "aes256ccm8iiv", 29, 0, 35, 3, 0, 4, 8, 0 },
	{ "chacha20poly1305iiv", 31, 0, 36, 4, 0, 4, 16, 0 },
};

const struct nfi_fixture_suite nfi_fixture_all_suites[NFI_FIXTURE_ALL_SUITES] = {
	{ "aes128gcm8", 18, 0, 20, 4, 8, 4, 8, 0 },
	{ "aes128gcm12", 19, 0, 20, 4, 8, 4, 12, 0 },
	{ "aes128gcm16", 20, 0, 20, 4, 8, 4, 16, 0 },
	{ "aes128ccm8", 14, 0, 19, 3, 8, 4, 8, 0 },
	{ "aes128ccm12", 15, 0, 19, 3, 8, 4, 12, 0 },
	{ "aes128ccm16", 16, 0, 19, 3, 8, 4, 16, 0 },
	{ "aes128gmac", 21, 0, 20, 4, 8, 4, 16, 0 },
	{ "aes192gcm8", 18, 0, 28, 4, 8, 4, 8, 0 },
	{ "aes192gcm12", 19, 0, 28, 4, 8, 4, 12, 0 },
	{ "aes192gcm16", 20, 0, 28, 4, 8, 4, 16, 0 },
	{ "aes192ccm8", 14, 0, 27, 3, 8, 4, 8, 0 },
	{ "aes192ccm12", 15, 0, 27, 3, 8, 4, 12, 0 },
	{ "aes192ccm16", 16, 0, 27, 3, 8, 4, 16, 0 },
	{ "aes192gmac", 21, 0, 28, 4, 8, 4, 16, 0 },
	{ "aes256gcm8", 18, 0, 36, 4, 8, 4, 8, 0 },
	{ "aes256gcm12", 19, 0, 36, 4, 8, 4, 12, 0 },
	{ "aes256gcm16", 20, 0, 36, 4, 8, 4, 16, 0 },
	{ "aes256ccm8", 14, 0, 35, 3, 8, 4, 8, 0 },
	{ "aes256ccm12", 15, 0, 35, 3, 8, 4, 12, 0 },
	{ "aes256ccm16", 16, 0, 35, 3, 8, 4, 16, 0 },
	{ "aes256gmac", 21, 0, 36, 4, 8, 4, 16, 0 },
	{ "chacha20poly1305", 28, 0, 36, 4, 8, 4, 16, 0 },
	{ "aes128gcm16iiv", 30, 0, 20, 4, 0, 4, 16, 0 },
	{ "aes128ccm8iiv", 29, 0, 19, 3, 0, 4, 8, 0 },
	{ "aes192gcm16iiv", 30, 0, 28, 4, 0, 4, 16, 0 },
	{ "aes192ccm8iiv", 29, 0, 27, 3, 0, 4, 8, 0 },
	{ "aes256gcm16iiv", 30, 0, 36, 4, 0, 4, 16, 0 },
	{ "aes256ccm8iiv", 29, 0, 35, 3, 0, 4, 8, 0 },
	{ "chacha20poly1305iiv", 31, 0, 36, 4, 0, 4, 16, 0 },
	{ "aes128-sha1", 12, 2, 16, 0, 16, 16, 12, 20 },
	{ "aes128-sha256", 12, 12, 16, 0, 16, 16, 16, 32 },
	{ "aes128-sha384", 12, 13, 16, 0, 16, 16, 24, 48 },
	{ "aes128-sha512", 12, 14, 16, 0, 16, 16, 32, 64 },
	{ "aes128-aesxcbc", 12, 5, 16, 0, 16, 16, 12, 16 },
	{ "aes128-aescmac", 12, 8, 16, 0, 16, 16, 12, 16 },
	{ "aes128-sha256_96", 12, 1027, 16, 0, 16, 16, 12, 32 },
	{ "aes192-sha1", 12, 2, 24, 0, 16, 16, 12, 20 },
	{ "aes192-sha256", 12, 12, 24, 0, 16, 16, 16, 32 },
	{ "aes192-sha384", 12, 13, 24, 0, 16, 16, 24, 48 },
	{ "aes192-sha512", 12, 14, 24, 0, 16, 16, 32, 64 },
	{ "aes192-aesxcbc", 12, 5, 24, 0, 16, 16, 12, 16 },
	{ "aes192-aescmac", 12, 8, 24, 0, 16, 16, 12, 16 },
	{ "aes192-sha256_96", 12, 1027, 24, 0, 16, 16, 12, 32 },
	{ "aes256-sha1", 12, 2, 32, 0, 16, 16, 12, 20 },
	{ "aes256-sha256", 12, 12, 32, 0, 16, 16, 16, 32 },
	{ "aes256-sha384", 12, 13, 32, 0, 16, 16, 24, 48 },
	{ "aes256-sha512", 12, 14, 32, 0, 16, 16, 32, 64 },
	{ "aes256-aesxcbc", 12, 5, 32, 0, 16, 16, 12, 16 },
	{ "aes256-aescmac", 12, 8, 32, 0, 16, 16, 12, 16 },
	{ "aes256-sha256_96", 12, 1027, 32, 0, 16, 16, 12, 32 },
	{ "aes128ctr-sha1", 13, 2, 20, 4, 8, 4, 12, 20 },
	{ "aes128ctr-sha256", 13, 12, 20, 4, 8, 4, 16, 32 },
	{ "aes128ctr-sha384", 13, 13, 20, 4, 8, 4, 24, 48 },
	{ "aes128ctr-sha512", 13, 14, 20, 4, 8, 4, 32, 64 },
	{ "aes128ctr-aesxcbc", 13, 5, 20, 4, 8, 4, 12, 16 },
	{ "aes128ctr-aescmac", 13, 8, 20, 4, 8, 4, 12, 16 },
	{ "aes128ctr-sha256_96", 13, 1027, 20, 4, 8, 4, 12, 32 },
	{ "aes192ctr-sha1", 13, 2, 28, 4, 8, 4, 12, 20 },
	{ "aes192ctr-sha256", 13, 12, 28, 4, 8, 4, 16, 32 },
	{ "aes192ctr-sha384", 13, 13, 28, 4, 8, 4, 24, 48 },
	{ "aes192ctr-sha512", 13, 14, 28, 4, 8, 4, 32, 64 },
	{ "aes192ctr-aesxcbc", 13, 5, 28, 4, 8, 4, 12, 16 },
	{ "aes192ctr-aescmac", 13, 8, 28, 4, 8, 4, 12, 16 },
	{ "aes192ctr-sha256_96", 13, 1027, 28, 4, 8, 4, 12, 32 },
	{ "aes256ctr-sha1", 13, 2, 36, 4, 8, 4, 12, 20 },
	{ "aes256ctr-sha256", 13, 12, 36, 4, 8, 4, 16, 32 },
	{ "aes256ctr-sha384", 13, 13, 36, 4, 8, 4, 24, 48 },
	{ "aes256ctr-sha512", 13, 14, 36, 4, 8, 4, 32, 64 },
	{ "aes256ctr-aesxcbc", 13, 5, 36, 4, 8, 4, 12, 16 },
	{ "aes256ctr-aescmac", 13, 8, 36, 4, 8, 4, 12, 16 },
	{ "aes256ctr-sha256_96", 13, 1027, 36, 4, 8, 4, 12, 32 },
	{ "camellia128-sha1", 23, 2, 16, 0, 16, 16, 12, 20 },
	{ "camellia128-sha256", 23, 12, 16, 0, 16, 16, 16, 32 },
	{ "camellia128-sha384", 23, 13, 16, 0, 16, 16, 24, 48 },
	{ "camellia128-sha512", 23, 14, 16, 0, 16, 16, 32, 64 },
	{ "camellia128-aesxcbc", 23, 5, 16, 0, 16, 16, 12, 16 },
	{ "camellia128-aescmac", 23, 8, 16, 0, 16, 16, 12, 16 },
	{ "camellia128-sha256_96", 23, 1027, 16, 0, 16, 16, 12, 32 },
	{ "camellia192-sha1", 23, 2, 24, 0, 16, 16, 12, 20 },
	{ "camellia192-sha256", 23, 12, 24, 0, 16, 16, 16, 32 },
	{ "camellia192-sha384", 23, 13, 24, 0, 16, 16, 24, 48 },
	{ "camellia192-sha512", 23, 14, 24, 0, 16, 16, 32, 64 },
	{ "camellia192-aesxcbc", 23, 5, 24, 0, 16, 16, 12, 16 },
	{ "camellia192-aescmac", 23, 8, 24, 0, 16, 16, 12, 16 },
	{ "camellia192-sha256_96", 23, 1027, 24, 0, 16, 16, 12, 32 },
	{ "camellia256-sha1", 23, 2, 32, 0, 16, 16, 12, 20 },
	{ "camellia256-sha256", 23, 12, 32, 0, 16, 16, 16, 32 },
	{ "camellia256-sha384", 23, 13, 32, 0, 16, 16, 24, 48 },
	{ "camellia256-sha512", 23, 14, 32, 0, 16, 16, 32, 64 },
	{ "camellia256-aesxcbc", 23, 5, 32, 0, 16, 16, 12, 16 },
	{ "camellia256-aescmac", 23, 8, 32, 0, 16, 16, 12, 16 },
	{ "camellia256-sha256_96", 23, 1027, 32, 0, 16, 16, 12, 32 },
	{ "3des-sha1", 3, 2, 24, 0, 8, 8, 12, 20 },
	{ "3des-sha256", 3, 12, 24, 0, 8, 8, 16, 32 },
	{ "3des-sha384", 3, 13, 24, 0, 8, 8, 24, 48 },
	{ "3des-sha512", 3, 14, 24, 0, 8, 8, 32, 64 },
	{ "3des-aesxcbc", 3, 5, 24, 0, 8, 8, 12, 16 },
	{ "3des-aescmac", 3, 8, 24, 0, 8, 8, 12, 16 },
	{ "3des-sha256_96", 3, 1027, 24, 0, 8, 8, 12, 32 },
	{ "null-sha1", 11, 2, 0, 0, 0, 4, 12, 20 },
	{ "null-sha256", 11, 12, 0, 0, 0, 4, 16, 32 },
	{ "null-sha384", 11, 13, 0, 0, 0, 4, 24, 48 },
	{ "null-sha512", 11, 14, 0, 0, 0, 4, 32, 64 },
	{ "null-aesxcbc", 11, 5, 0, 0, 0, 4, 12, 16 },
	{ "null-aescmac", 11, 8, 0, 0, 0, 4, 12, 16 },
	{ "null-sha256_96", 11, 1027, 0, 0, 0, 4, 12, 32 },
};

/**
 * nfi_fixture_describe() - for KUNIT_ARRAY_PARAM() over the suites
 * @suite: one of them
 * @desc: gets its name
 */
void nfi_fixture_describe(const struct nfi_fixture_suite *suite, char *desc)
{
	strscpy(desc, suite->name, KUNIT_PARAM_DESC_SIZE);
}

/**
 * nfi_fixture_before_setup() - is it for the suites to set things up?
 *
 * Older kernels run the suites before the module has set itself up, newer ones
 * after that.
 *
 * Return: true if it is.
 */
bool nfi_fixture_before_setup(void)
{
	return THIS_MODULE->state == MODULE_STATE_COMING;
}

/**
 * nfi_fixture_suite_init() - prepare what packets need
 * @suite: not used
 *
 * Return: 0 or -ENOMEM.
 */
int nfi_fixture_suite_init(struct kunit_suite *suite)
{
	int err;

	if (!nfi_fixture_before_setup())
		return 0;
	err = nfi_sa_setup();
	if (err)
		return err;
	err = nfi_cache_setup();
	if (err)
		goto err_sa;
	err = nfi_pages_setup();
	if (err)
		goto err_cache;
	err = nfi_dst_setup();
	if (err)
		goto err_pages;
	return 0;

err_pages:
	nfi_pages_cleanup();
err_cache:
	nfi_cache_cleanup();
err_sa:
	nfi_sa_cleanup();
	return err;
}

/**
 * nfi_fixture_suite_exit() - undo nfi_fixture_suite_init()
 * @suite: not used
 */
void nfi_fixture_suite_exit(struct kunit_suite *suite)
{
	if (!nfi_fixture_before_setup())
		return;
	nfi_dst_cleanup();
	nfi_pages_cleanup();
	nfi_cache_cleanup();
	nfi_sa_cleanup();
}

/**
 * nfi_fixture_init() - for the init of a suite: make the state
 * @test: gets it in its priv
 *
 * Return: 0 or -ENOMEM.
 */
int nfi_fixture_init(struct kunit *test)
{
	struct nfi_fixture *f = kunit_kzalloc(test, sizeof(*f), GFP_KERNEL);

	if (!f)
		return -ENOMEM;
	INIT_LIST_HEAD(&f->sas);
	f->nn.net = &init_net;
	mutex_init(&f->nn.lock);
	spin_lock_init(&f->nn.event_lock);
	nfi_spd_init(&f->nn.spd);
	xa_init_flags(&f->nn.policies, XA_FLAGS_ALLOC1);
	f->nn.drops = nfi_drops_new();
	if (!f->nn.drops)
		return -ENOMEM;
	if (nfi_sad_init(&f->nn.sad)) {
		free_percpu(f->nn.drops);
		return -ENOMEM;
	}
	test->priv = f;
	return 0;
}

/**
 * nfi_fixture_stop() - release an SA that is in no SAD
 * @sa: from nfi_fixture_sa()
 */
void nfi_fixture_stop(struct nfi_sa *sa)
{
	list_del_init(&sa->commit_next);
	nfi_sa_stop(sa);
}

/**
 * nfi_fixture_wait() - wait until all SAs that were released are freed
 * @test: fails if that takes longer than it may
 */
void nfi_fixture_wait(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);

	KUNIT_EXPECT_NE_MSG(test, 0L,
			    wait_var_event_timeout(&nn->alive,
						   !atomic_read(&nn->alive),
						   NFI_FIXTURE_PATIENCE),
			    "SAs are not freed");
}

/**
 * nfi_fixture_exit() - for the exit of a suite: release all that is left
 * @test: of nfi_fixture_init()
 */
void nfi_fixture_exit(struct kunit *test)
{
	struct nfi_fixture *f = test->priv;
	struct nfi_sa *sa, *tmp;
	unsigned long id;

	if (!f)
		return;
	mutex_lock(&f->nn.lock);
	xa_for_each(&f->nn.sad.all, id, sa)
		nfi_sad_remove(&f->nn.sad, sa);
	list_for_each_entry_safe(sa, tmp, &f->sas, commit_next)
		nfi_fixture_stop(sa);
	mutex_unlock(&f->nn.lock);
	nfi_fixture_wait(test);
	rcu_barrier();
	nfi_sad_exit(&f->nn.sad);
	xa_destroy(&f->nn.policies);
	free_percpu(f->nn.drops);
}

/**
 * nfi_fixture_conf() - parameters of an SA in tunnel mode
 * @conf: to be filled
 * @suite: which
 * @dir: enum nfi_direction
 */
void nfi_fixture_conf(struct nfi_sa_conf *conf,
		      const struct nfi_fixture_suite *suite, u8 dir)
{
	*conf = (struct nfi_sa_conf){
		.key = {
			.spi = cpu_to_be32(0x1001),
			.dir = dir,
			.protocol = IPPROTO_ESP,
		},
		.family = AF_INET,
		.mode = NFI_MODE_TUNNEL,
		.reqid = 1,
		.encr = suite->encr,
		.integ = suite->integ,
		.window = dir == NFI_DIR_IN ? NFI_REPLAY_WINDOW_DEFAULT : 0,
		.dscp = -1,
	};
	nfi_selector_init(&conf->selector);
	/* RFC 5737 */
	nfi_addr_set4(&conf->local, cpu_to_be32(0xc0000201));
	nfi_addr_set4(&conf->remote, cpu_to_be32(0xc6336401));
	if (dir == NFI_DIR_OUT)
		conf->key.peer = conf->remote;
}

/**
 * nfi_fixture_keys() - keys of the right length
 * @keys: to be filled
 * @suite: which
 */
void nfi_fixture_keys(struct nfi_keys *keys,
		      const struct nfi_fixture_suite *suite)
{
	unsigned int i;

	*keys = (struct nfi_keys){
		.encr_len = suite->key_len,
		.integ_len = suite->mac_key_len,
	};
	for (i = 0; i < keys->encr_len; i++)
		keys->encr[i] = 7 * i + 1;
	for (i = 0; i < keys->integ_len; i++)
		keys->integ[i] = 11 * i + 3;
}

/**
 * nfi_fixture_sa() - make an SA that is released after the test
 * @test: of nfi_fixture_init()
 * @conf: parameters
 * @keys: keys
 * @seq: sequence number to go on from
 *
 * Return: the SA; the test ends if there is none.
 */
struct nfi_sa *nfi_fixture_sa(struct kunit *test,
			      const struct nfi_sa_conf *conf,
			      const struct nfi_keys *keys, u64 seq)
{
	struct nfi_fixture *f = test->priv;
	struct netlink_ext_ack extack = {};
	struct nfi_sa *sa;

	mutex_lock(&f->nn.lock);
	sa = nfi_sa_new(&f->nn, conf, keys, seq, &extack);
	if (!IS_ERR(sa))
		list_add(&sa->commit_next, &f->sas);
	mutex_unlock(&f->nn.lock);
	KUNIT_ASSERT_FALSE_MSG(test, IS_ERR(sa), "%ld, %s", PTR_ERR(sa),
			       extack._msg ?: "");
	return sa;
}

/**
 * nfi_fixture_sa_of() - make an SA of a suite, for which anything will do
 * @test: of nfi_fixture_init()
 * @suite: which
 * @dir: enum nfi_direction
 * @esn: 64-bit sequence numbers
 * @seq: sequence number to go on from
 *
 * Return: the SA; the test ends if there is none.
 */
struct nfi_sa *nfi_fixture_sa_of(struct kunit *test,
				 const struct nfi_fixture_suite *suite, u8 dir,
				 bool esn, u64 seq)
{
	struct nfi_sa_conf conf;
	struct nfi_keys keys;

	nfi_fixture_conf(&conf, suite, dir);
	nfi_fixture_keys(&keys, suite);
	conf.esn = esn;
	return nfi_fixture_sa(test, &conf, &keys, seq);
}

/**
 * nfi_fixture_insert() - put an SA into the SAD, its bundle, too
 * @test: of nfi_fixture_init()
 * @sa: from nfi_fixture_sa()
 */
void nfi_fixture_insert(struct kunit *test, struct nfi_sa *sa)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_sad *sad = &nn->sad;
	int err;

	mutex_lock(&nn->lock);
	err = nfi_sad_reserve(sad, 1);
	if (!err)
		err = nfi_sad_name(sad, sa);
	if (!err && sa->conf.key.dir == NFI_DIR_OUT) {
		sa->bundle = nfi_bundle_get(sad, sa->conf.reqid,
					    sa->conf.key.protocol,
					    sa->conf.mode);
		err = sa->bundle ? 0 : -ENOMEM;
	}
	if (!err) {
		list_del_init(&sa->commit_next);
		nfi_sad_insert(sad, sa);
	}
	mutex_unlock(&nn->lock);
	KUNIT_ASSERT_EQ(test, 0, err);
}

/**
 * nfi_fixture_octets() - read hex digits
 * @test: frees the memory
 * @hex: an even number of digits, or NULL for none
 * @octets: gets the memory
 *
 * Return: how many octets.
 */
size_t nfi_fixture_octets(struct kunit *test, const char *hex, u8 **octets)
{
	size_t len = hex ? strlen(hex) / 2 : 0;

	*octets = kunit_kzalloc(test, len + 1, GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, *octets);
	KUNIT_ASSERT_EQ(test, 0, hex2bin(*octets, hex ?: "", len));
	return len;
}

static struct sk_buff *new_skb(struct kunit *test, unsigned int size)
{
	struct sk_buff *skb = alloc_skb(128 + size + 128, GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, skb);
	skb_reserve(skb, 128);
	skb_reset_network_header(skb);
	return skb;
}

static void set_protocol(struct sk_buff *skb)
{
	if (skb_headlen(skb))
		skb->protocol = skb->data[0] >> 4 == 6 ? htons(ETH_P_IPV6) :
							 htons(ETH_P_IP);
}

/**
 * nfi_fixture_skb() - make a linear packet
 * @test: ends if there is no memory
 * @data: the octets, from the IP header on
 * @len: how many
 *
 * Return: the packet, with 128 octets of room at either end.
 */
struct sk_buff *nfi_fixture_skb(struct kunit *test, const void *data,
				unsigned int len)
{
	struct sk_buff *skb = new_skb(test, len);

	skb_put_data(skb, data, len);
	set_protocol(skb);
	return skb;
}

/**
 * nfi_fixture_skb_paged() - make a packet that has its end in pages
 * @test: ends if there is no memory
 * @data: the octets, from the IP header on
 * @len: how many
 * @linear: how many of them are in the linear part
 *
 * Return: the packet; it has as many pages as there are octets for, up to two.
 */
struct sk_buff *nfi_fixture_skb_paged(struct kunit *test, const void *data,
				      unsigned int len, unsigned int linear)
{
	unsigned int half = DIV_ROUND_UP(len - linear, 2), at = linear, n;
	struct sk_buff *skb = new_skb(test, linear);
	struct page *page;
	int i;

	skb_put_data(skb, data, linear);
	for (i = 0; at < len; i++) {
		n = min(half, len - at);
		page = alloc_pages(GFP_KERNEL, get_order(n));
		if (!page)
			kfree_skb(skb);
		KUNIT_ASSERT_NOT_NULL(test, page);
		memcpy(page_address(page), data + at, n);
		skb_add_rx_frag(skb, i, page, 0, n, PAGE_SIZE << get_order(n));
		at += n;
	}
	set_protocol(skb);
	return skb;
}

/* One test at a time: that is what KUnit does */
static DECLARE_COMPLETION(crypt_end);
static enum nfi_reason crypt_reason;

static void done(struct nfi_sa *sa, struct sk_buff *skb, u64 seq,
		 enum nfi_reason reason)
{
	crypt_reason = reason;
	complete(&crypt_end);
}

static enum nfi_reason run(struct nfi_sa *sa, struct sk_buff *skb,
			   unsigned int offset, u64 seq,
			   int (*crypt)(struct nfi_sa *sa, struct sk_buff *skb,
					unsigned int offset, u64 seq,
					nfi_crypt_done_t done))
{
	int ret;

	reinit_completion(&crypt_end);
	crypt_reason = NFI_REASON_CRYPTO;
	local_bh_disable();
	rcu_read_lock();
	ret = crypt(sa, skb, offset, seq, done);
	rcu_read_unlock();
	local_bh_enable();
	if (ret != -EINPROGRESS)
		return ret;
	wait_for_completion_timeout(&crypt_end, NFI_FIXTURE_PATIENCE);
	return crypt_reason;
}

/**
 * nfi_fixture_seal() - nfi_crypt_seal(), waited for
 * @sa: outbound
 * @skb: from nfi_esp_push(); it is the caller's still
 * @offset: of the ESP header
 * @seq: whole sequence number
 *
 * Return: what crypto said.
 */
enum nfi_reason nfi_fixture_seal(struct nfi_sa *sa, struct sk_buff *skb,
				 unsigned int offset, u64 seq)
{
	return run(sa, skb, offset, seq, nfi_crypt_seal);
}

/**
 * nfi_fixture_open() - nfi_crypt_open(), waited for
 * @sa: inbound
 * @skb: it is the caller's still
 * @offset: of the ESP header
 * @seq: whole sequence number
 *
 * Return: what crypto said.
 */
enum nfi_reason nfi_fixture_open(struct nfi_sa *sa, struct sk_buff *skb,
				 unsigned int offset, u64 seq)
{
	return run(sa, skb, offset, seq, nfi_crypt_open);
}

/* RFC 2404, 3566, 4494, 4543 (erratum 3643), 4868 */
const struct nfi_fixture_integ nfi_fixture_integs[10] = {
	{ "sha1", 2, 20, 0, 12, 24, 24 },
	{ "aesxcbc", 5, 16, 0, 12, 24, 24 },
	{ "aescmac", 8, 16, 0, 12, 24, 24 },
	{ "aes128gmac", 9, 20, 8, 16, 36, 40 },
	{ "aes192gmac", 10, 28, 8, 16, 36, 40 },
	{ "aes256gmac", 11, 36, 8, 16, 36, 40 },
	{ "sha256", 12, 32, 0, 16, 28, 32 },
	{ "sha384", 13, 48, 0, 24, 36, 40 },
	{ "sha512", 14, 64, 0, 32, 44, 48 },
	{ "sha256_96", NFI_INTEG_HMAC_SHA2_256_96, 32, 0, 12, 24, 24 },
};

/**
 * nfi_fixture_describe_integ() - for KUNIT_ARRAY_PARAM() over the transforms
 * @integ: one of them
 * @desc: gets its name
 */
void nfi_fixture_describe_integ(const struct nfi_fixture_integ *integ,
				char *desc)
{
	strscpy(desc, integ->name, KUNIT_PARAM_DESC_SIZE);
}

/**
 * nfi_fixture_ah() - make an AH SA in tunnel mode
 * @test: of nfi_fixture_init()
 * @integ: its transform
 * @dir: enum nfi_direction
 * @family: of its addresses, which for AF_INET6 are :: and ::1
 * @esn: 64-bit sequence numbers
 *
 * Return: the SA; the test ends if there is none.
 */
struct nfi_sa *nfi_fixture_ah(struct kunit *test,
			      const struct nfi_fixture_integ *integ, u8 dir,
			      u8 family, bool esn)
{
	const struct nfi_fixture_suite none = { .integ = integ->id };
	struct nfi_sa_conf conf;
	struct nfi_keys keys;

	nfi_fixture_conf(&conf, &none, dir);
	nfi_fixture_keys(&keys, &none);
	conf.key.protocol = IPPROTO_AH;
	conf.esn = esn;
	conf.family = family;
	if (family == AF_INET6) {
		conf.local = (struct nfi_addr){};
		conf.remote = (struct nfi_addr){ .w[3] = cpu_to_be32(1) };
	}
	keys.integ_len = integ->key_len;
	memset(keys.integ, 0x3c, keys.integ_len);
	return nfi_fixture_sa(test, &conf, &keys, 0);
}
