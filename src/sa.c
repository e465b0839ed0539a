// SPDX-License-Identifier: GPL-2.0
/*
 * The life of an SA (RFC 4301 4.4.2): born with its keys in a transform, used
 * under RCU, expired by a lifetime or the end of its sequence numbers, removed
 * by the SAD, freed when the last packet has left crypto and the last reader
 * has gone.
 */
#include "sa.h"
#include "event.h"
#include "lists.h"
#include "net.h"

#include <crypto/aead.h>
#include <crypto/authenc.h>
#include <crypto/hash.h>
#include <linux/delay.h>
#include <linux/jiffies.h>
#include <linux/random.h>
#include <linux/rtnetlink.h>
#include <linux/siphash.h>
#include <linux/slab.h>
#include <linux/wait_bit.h>

#include "crypt.h"
#include "dummy.h"
#include "keepalive.h"
#include "lifetime.h"
#include "mac.h"
#include "path.h"
#include "peer.h"
#include "queue.h"
#include "resync.h"

static struct workqueue_struct *wq;
static siphash_key_t secret;

/* In a second: at more of them NFI_ENGINE_AUTO uses other CPUs */
#define BUSY_PACKETS	50000

/**
 * nfi_sa_setup() - prepare for SAs, when the module is loaded
 *
 * Return: 0 or -ENOMEM.
 */
int nfi_sa_setup(void)
{
	get_random_bytes(&secret, sizeof(secret));
	wq = alloc_workqueue("nfipsec", WQ_UNBOUND, 0);
	return wq ? 0 : -ENOMEM;
}

/**
 * nfi_sa_cleanup() - the last SA is gone
 */
void nfi_sa_cleanup(void)
{
	destroy_workqueue(wq);
}

/**
 * nfi_sa_fingerprint() - a number that stands for keys, and their SA
 * @conf: parameters
 * @keys: keys
 *
 * That of counter modes stands for the keys alone: no two SAs may have the same,
 * in whatever direction (RFC 4106 10, RFC 8750 4). Others may serve both
 * directions, so direction and SPI count, too.
 *
 * Return: a keyed hash, worth nothing outside this boot; never 0.
 */
u64 nfi_sa_fingerprint(const struct nfi_sa_conf *conf,
		       const struct nfi_keys *keys)
{
	u64 encr = siphash(keys->encr, keys->encr_len, &secret);
	u64 integ = siphash(keys->integ, keys->integ_len, &secret);
	u64 spi = (__force u32)conf->key.spi | (u64)conf->key.dir << 32;

	if (nfi_algo_counter(conf->encr, conf->integ))
		spi = U64_MAX;
	/* whatever the MAC beside it, the key stream would be the same */
	if (nfi_algo_counter(conf->encr, 0))
		integ = 0;
	return siphash_3u64(encr, integ, spi, &secret) ?: 1;
}

static bool limits_equal(const struct nfi_limits *a, const struct nfi_limits *b)
{
	return a->packets == b->packets && a->bytes == b->bytes &&
	       a->add_seconds == b->add_seconds &&
	       a->use_seconds == b->use_seconds;
}

/**
 * nfi_sa_equal() - is this SA the one that is wanted?
 * @sa: there already
 * @conf: wanted
 * @keys: wanted
 *
 * Return: true if it is usable and neither a parameter nor a key differs.
 */
bool nfi_sa_equal(const struct nfi_sa *sa, const struct nfi_sa_conf *conf,
		  const struct nfi_keys *keys)
{
	const struct nfi_sa_conf *a = &sa->conf, *b = conf;
	struct nfi_lifetimes l;

	nfi_lifetime_get(sa, &l);
	return a->key.spi == b->key.spi && a->key.dir == b->key.dir &&
	       a->key.protocol == b->key.protocol &&
	       a->family == b->family && nfi_addr_equal(&a->local, &b->local) &&
	       nfi_addr_equal(&a->remote, &b->remote) && a->mode == b->mode &&
	       a->reqid == b->reqid && a->encr == b->encr &&
	       a->integ == b->integ && a->esn == b->esn &&
	       a->window == b->window && a->learn == b->learn &&
	       nfi_selector_equal(&a->selector, &b->selector) &&
	       limits_equal(&l.soft, &b->soft) &&
	       limits_equal(&l.hard, &b->hard) && a->df == b->df &&
	       a->flow_label == b->flow_label && a->dscp == b->dscp && a->no_ecn == b->no_ecn &&
	       !memcmp(a->dscp_map, b->dscp_map, sizeof(a->dscp_map)) &&
	       a->no_padding_check == b->no_padding_check &&
	       a->no_icmp_check == b->no_icmp_check &&
	       a->decap_dscp == b->decap_dscp &&
	       a->no_mss_clamp == b->no_mss_clamp &&
	       a->engine == b->engine && a->encap == b->encap &&
	       a->local_port == b->local_port &&
	       a->remote_port == b->remote_port && a->strict == b->strict &&
	       a->keepalive == b->keepalive && a->follow == b->follow &&
	       a->tfc == b->tfc && a->dummy == b->dummy &&
	       a->device == b->device &&
	       READ_ONCE(sa->state) == NFI_SA_USABLE &&
	       sa->fingerprint == nfi_sa_fingerprint(conf, keys);
}

static int set_keys(struct nfi_sa *sa, const struct nfi_keys *keys)
{
	struct crypto_authenc_key_param *param;
	struct rtattr *rta;
	unsigned int len;
	u8 *blob, *p;
	int err;

	if (sa->suite.encr->nonce) {
		memcpy(sa->salt, keys->encr + sa->suite.key_len,
		       sizeof(sa->salt));
		return crypto_aead_setkey(sa->aead, keys->encr,
					  sa->suite.key_len);
	}
	if (sa->suite.encr->aead)
		return crypto_aead_setkey(sa->aead, keys->encr, keys->encr_len);

	/* what authenc wants: an rtattr with the cipher's key length, then
	 * the MAC's key, then the cipher's
	 */
	len = RTA_SPACE(sizeof(*param)) + keys->integ_len + keys->encr_len;
	blob = kzalloc(len, GFP_KERNEL);
	if (!blob)
		return -ENOMEM;
	rta = (struct rtattr *)blob;
	rta->rta_type = CRYPTO_AUTHENC_KEYA_PARAM;
	rta->rta_len = RTA_LENGTH(sizeof(*param));
	param = RTA_DATA(rta);
	param->enckeylen = cpu_to_be32(keys->encr_len);
	p = blob + RTA_SPACE(sizeof(*param));
	memcpy(p, keys->integ, keys->integ_len);
	memcpy(p + keys->integ_len, keys->encr, keys->encr_len);
	err = crypto_aead_setkey(sa->aead, blob, len);
	kfree_sensitive(blob);
	return err;
}

static int make_transform(struct nfi_sa *sa, const struct nfi_keys *keys,
			  struct netlink_ext_ack *extack)
{
	char name[CRYPTO_MAX_ALG_NAME];
	int err;

	if (sa->conf.key.protocol == IPPROTO_AH)
		return nfi_mac_init(sa, keys, extack);
	err = nfi_algo_suite(&sa->suite, sa->conf.encr, keys->encr_len,
			     sa->conf.integ, keys->integ_len, extack);
	if (!err)
		err = nfi_algo_check_key(&sa->suite, keys->encr, extack);
	if (err)
		return err;
	err = nfi_algo_aead_name(&sa->suite, sa->conf.esn, name);
	if (err)
		return err;
	sa->aead = crypto_alloc_aead(name, 0, 0);
	if (IS_ERR(sa->aead)) {
		err = PTR_ERR(sa->aead);
		sa->aead = NULL;
		NL_SET_ERR_MSG(extack, "this kernel does not offer the suite");
		return err;
	}
	err = crypto_aead_setauthsize(sa->aead, sa->suite.icv_len);
	if (!err)
		err = set_keys(sa, keys);
	if (err) {
		NL_SET_ERR_MSG(extack, "the crypto API refused the key");
		return err;
	}
	if (!nfi_crypt_fits(sa->aead)) {
		NL_SET_ERR_MSG(extack, "the crypto driver needs too much memory");
		return -EOPNOTSUPP;
	}
	return 0;
}

/* What is there, in the reverse order of nfi_sa_new() */
static void free_sa(struct nfi_sa *sa)
{
	struct nfi_net *nn = sa->nn;

	nfi_lists_put(sa->conf.selector.lists);
	nfi_lifetime_exit(sa);
	nfi_path_exit(sa);
	free_percpu(sa->traffic);
	nfi_queue_free(sa->queue);
	kfree(sa->resync);
	kfree(sa->replay);
	crypto_free_aead(sa->aead);
	crypto_free_shash(sa->hash);
	kfree_sensitive(sa);
	/* @nn may be gone as soon as this is 0: its address will do */
	if (atomic_dec_and_test(&nn->alive))
		wake_up_var(&nn->alive);
}

static void free_work(struct work_struct *work)
{
	struct nfi_sa *sa = container_of(to_rcu_work(work), struct nfi_sa, work);

	/* no reader can send more of them there */
	while (atomic_read_acquire(&sa->pending))
		msleep(20);
	/* no packet can set it again */
	nfi_lifetime_stop(sa);
	nfi_keepalive_stop(sa);
	nfi_dummy_stop(sa);
	if (sa->queue) {
		while (!nfi_queue_idle(sa->queue))
			msleep(20);
		/* the CPU that led the last packet out looks once more */
		synchronize_rcu();
	}
	free_sa(sa);
}

/**
 * nfi_sa_new() - make an SA
 * @nn: its namespace
 * @conf: its parameters, valid in themselves; lists are counted once more
 * @keys: copied into the transform; the caller wipes them
 * @seq: sequence number to go on from
 * @extack: gets the reason of a refusal
 *
 * Context: configuration mutex; may sleep and load modules.
 * Return: the SA, in no database, or an ERR_PTR() of
 * -ENOMEM or what the suite was refused with.
 */
struct nfi_sa *nfi_sa_new(struct nfi_net *nn, const struct nfi_sa_conf *conf,
			  const struct nfi_keys *keys, u64 seq,
			  struct netlink_ext_ack *extack)
{
	struct nfi_sa *sa = kzalloc(sizeof(*sa), GFP_KERNEL_ACCOUNT);
	int err = -ENOMEM;

	if (!sa)
		return ERR_PTR(-ENOMEM);
	sa->nn = nn;
	sa->conf = *conf;
	nfi_lists_get(sa->conf.selector.lists);
	atomic_inc(&nn->alive);
	spin_lock_init(&sa->replay_lock);
	nfi_keepalive_init(sa);
	nfi_dummy_init(sa);
	nfi_peer_init(sa);
	INIT_RCU_WORK(&sa->work, free_work);
	INIT_LIST_HEAD(&sa->commit_next);

	sa->traffic = nfi_traffic_new();
	if (!sa->traffic || nfi_lifetime_init(sa))
		goto err_free;
	if (conf->key.dir == NFI_DIR_IN) {
		sa->replay = kmalloc(nfi_replay_size(conf->window), GFP_KERNEL_ACCOUNT);
		if (!sa->replay)
			goto err_free;
		nfi_replay_init(sa->replay, conf->window, conf->esn, seq);
		sa->replay->learn = conf->learn;
		sa->resync = conf->esn ? nfi_resync_new(sa) : NULL;
		if (conf->esn && !sa->resync)
			goto err_free;
	}
	if (conf->engine != NFI_ENGINE_INLINE) {
		sa->queue = nfi_queue_new(conf->key.dir == NFI_DIR_OUT ? seq : 0);
		if (!sa->queue)
			goto err_free;
	}
	err = make_transform(sa, keys, extack) ?: nfi_path_init(sa);
	if (err)
		goto err_free;

	atomic64_set(&sa->seq, seq);
	get_random_bytes(&sa->iv_mask, sizeof(sa->iv_mask));
	sa->by_policy = conf->reqid && nfi_selector_any(&conf->selector);
	sa->by_prefixes = nfi_selector_is_prefixes(&conf->selector);
	sa->added = nfi_sa_now();
	sa->fingerprint = nfi_sa_fingerprint(conf, keys);
	return sa;

err_free:
	free_sa(sa);
	return ERR_PTR(err);
}

/**
 * nfi_sa_start() - the SA was inserted: its time runs
 * @sa: the SA
 */
void nfi_sa_start(struct nfi_sa *sa)
{
	nfi_lifetime_start(sa);
	nfi_keepalive_start(sa);
	nfi_dummy_start(sa);
}

/**
 * nfi_sa_stop() - the SA was removed: free it when nobody uses it
 * @sa: not to be used any more by the caller
 */
void nfi_sa_stop(struct nfi_sa *sa)
{
	WRITE_ONCE(sa->state, NFI_SA_DEAD);
	queue_rcu_work(wq, &sa->work);
}

/**
 * nfi_sa_defer() - do something for an SA in process context
 * @sa: the SA
 * @work: of the SA; the last that it does is to count itself out of @sa->pending
 *
 * Nothing happens if it is waiting already.
 *
 * Context: any but hard interrupts, RCU read side.
 */
void nfi_sa_defer(struct nfi_sa *sa, struct work_struct *work)
{
	atomic_inc(&sa->pending);
	if (!queue_work(wq, work))
		atomic_dec(&sa->pending);
}

/**
 * nfi_sa_finish() - end the use of an SA, once
 * @sa: the SA
 * @state: NFI_SA_EXPIRED or NFI_SA_EXHAUSTED
 */
void nfi_sa_finish(struct nfi_sa *sa, enum nfi_sa_state state)
{
	if (cmpxchg(&sa->state, NFI_SA_USABLE, state) == NFI_SA_USABLE)
		nfi_event_sa_expire(sa, true);
}

/**
 * nfi_sa_next_seq() - take sequence numbers for packets to be sent
 * @sa: outbound
 * @n: how many
 * @first: the first of them
 *
 * RFC 4303 3.3.3: the number never cycles. The SA is at its end when the next
 * number does not fit, and stays so whoever tries.
 *
 * Of an SA with a queue they are the tickets, too, and each must come to
 * nfi_queue_ready().
 *
 * Return: NFI_REASON_OK, NFI_REASON_SEQ_EXHAUSTED or, if there is a queue,
 * NFI_REASON_QUEUE_FULL.
 */
enum nfi_reason nfi_sa_next_seq(struct nfi_sa *sa, unsigned int n, u64 *first)
{
	u64 end = nfi_sa_seq_max(sa->conf.esn), last;
	enum nfi_reason reason = NFI_REASON_OK;

	if (sa->queue) {
		reason = nfi_queue_take(sa->queue, n, end, first);
		last = *first + n - 1;
	} else {
		last = atomic64_add_return(n, &sa->seq);
		*first = last - n + 1;
		if (unlikely(last > end))
			reason = NFI_REASON_SEQ_EXHAUSTED;
	}
	if (unlikely(reason == NFI_REASON_SEQ_EXHAUSTED ||
		     (!reason && last == end)))
		nfi_sa_finish(sa, NFI_SA_EXHAUSTED);
	return reason;
}

/**
 * nfi_sa_last_seq() - the last sequence number that was sent
 * @sa: outbound
 *
 * Return: the number.
 */
u64 nfi_sa_last_seq(const struct nfi_sa *sa)
{
	if (sa->queue)
		return nfi_queue_taken(sa->queue);
	return min_t(u64, atomic64_read(&sa->seq),
		     nfi_sa_seq_max(sa->conf.esn));
}

/**
 * nfi_sa_raise_seq() - go on with a higher sequence number
 * @sa: outbound, without a queue
 * @seq: as if this one had been sent, unless it was; below nfi_sa_seq_max()
 *
 * RFC 6311 5.2: it only ever goes forward, for no number and no IV may come
 * twice.
 */
void nfi_sa_raise_seq(struct nfi_sa *sa, u64 seq)
{
	s64 last = atomic64_read(&sa->seq);

	while (seq > (u64)last)
		if (atomic64_try_cmpxchg(&sa->seq, &last, seq))
			break;
}

/**
 * nfi_sa_is_parallel() - shall another CPU do the crypto of a packet?
 * @sa: with a queue
 *
 * With NFI_ENGINE_AUTO as long as there are more packets than one CPU is taken
 * to manage. They are counted without a lock: a few more or less do not
 * matter.
 *
 * Return: true if so.
 */
bool nfi_sa_is_parallel(struct nfi_sa *sa)
{
	unsigned long now = jiffies;

	if (sa->conf.engine == NFI_ENGINE_PARALLEL)
		return true;
	if (READ_ONCE(sa->tick) != now) {
		WRITE_ONCE(sa->tick, now);
		WRITE_ONCE(sa->tick_packets, 0);
	}
	WRITE_ONCE(sa->tick_packets, READ_ONCE(sa->tick_packets) + 1);
	if (READ_ONCE(sa->tick_packets) > BUSY_PACKETS / HZ)
		WRITE_ONCE(sa->busy_until, now + HZ);
	return time_before(now, READ_ONCE(sa->busy_until));
}

/**
 * nfi_sa_count_drop() - a packet of this SA was dropped
 * @sa: the SA
 * @reason: why
 */
void nfi_sa_count_drop(struct nfi_sa *sa, enum nfi_reason reason)
{
	atomic64_inc(&sa->drops);
	WRITE_ONCE(sa->last_drop, reason);
}
