// SPDX-License-Identifier: GPL-2.0
/*
 * The security association database (RFC 4301 4.4.2): SAs by their key, for
 * inbound packets and for the control protocol, and bundles of outbound SAs by
 * reqid, for policies.
 *
 * Readers hold RCU and take no lock. Changes are serialised by the
 * configuration mutex. A table is resized by linking all SAs into a new one
 * through the other of their two list nodes, so that readers of the old one
 * go on undisturbed. Nobody waits for them but the next one to resize, who
 * needs their nodes.
 */
#include "sad.h"
#include "dst.h"
#include "event.h"
#include "net.h"
#include "path.h"

#include <linux/hash.h>
#include <linux/jhash.h>
#include <linux/log2.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

/* Buckets of the first table, and how many times those of the one before each
 * of the next has
 */
#define FIRST_SIZE	64
#define GROWTH		4

struct nfi_sad_table {
	u32 mask;
	u8 which;	/* of the two nodes of an SA */
	struct rcu_head rcu;
	struct hlist_head buckets[];
};

static u32 hash(const struct nfi_sa_key *key)
{
	u32 h = (be32_to_cpu(key->spi) + key->dir) * GOLDEN_RATIO_32;

	/* the upper bits of the product are the good ones */
	return h ^ h >> 16;
}

static bool key_equal(const struct nfi_sa_key *a, const struct nfi_sa_key *b)
{
	return a->spi == b->spi && a->dir == b->dir &&
	       a->protocol == b->protocol && nfi_addr_equal(&a->peer, &b->peer);
}

static struct nfi_sad_table *new_table(unsigned int buckets, u8 which)
{
	struct nfi_sad_table *t;

	t = kvzalloc(struct_size(t, buckets, buckets), GFP_KERNEL_ACCOUNT);
	if (t) {
		t->mask = buckets - 1;
		t->which = which;
	}
	return t;
}

static struct hlist_head *new_heads(unsigned int n)
{
	return kvcalloc(n, sizeof(struct hlist_head), GFP_KERNEL_ACCOUNT);
}

static struct nfi_sa *sa_of(const struct nfi_sad_table *t,
			    const struct hlist_node *node)
{
	return container_of(node - t->which, struct nfi_sa, by_key[0]);
}

/* Fingerprints are hashes already */
static struct hlist_head *fingerprint_bucket(struct nfi_sad *sad,
					     u64 fingerprint)
{
	return &sad->fingerprints[fingerprint & sad->fingerprints_mask];
}

static void link_fingerprints(struct nfi_sad *sad, struct hlist_head *buckets,
			      unsigned int size)
{
	struct hlist_head *old = sad->fingerprints;
	unsigned int n = sad->fingerprints_mask + 1;
	struct hlist_node *next;
	struct nfi_sa *sa;

	sad->fingerprints = buckets;
	sad->fingerprints_mask = size - 1;
	while (n--)
		hlist_for_each_entry_safe(sa, next, &old[n], by_fingerprint)
			hlist_add_head(&sa->by_fingerprint,
				       fingerprint_bucket(sad, sa->fingerprint));
	kvfree(old);
}

static void link_sa(struct nfi_sad_table *t, struct nfi_sa *sa)
{
	hlist_add_head_rcu(&sa->by_key[t->which],
			   &t->buckets[hash(&sa->conf.key) & t->mask]);
}

/**
 * nfi_sad_init() - make an empty SAD
 * @sad: to be initialised
 *
 * Return: 0 or -ENOMEM.
 */
int nfi_sad_init(struct nfi_sad *sad)
{
	struct nfi_sad_table *t = new_table(FIRST_SIZE, 0);

	if (!t)
		return -ENOMEM;
	*sad = (struct nfi_sad){
		.fingerprints = new_heads(FIRST_SIZE),
		.fingerprints_mask = FIRST_SIZE - 1,
		.readers_gone = get_completed_synchronize_rcu(),
	};
	if (!sad->fingerprints) {
		kvfree(t);
		return -ENOMEM;
	}
	RCU_INIT_POINTER(sad->table, t);
	xa_init_flags(&sad->all, XA_FLAGS_ALLOC1);
	xa_init(&sad->ports);
	return 0;
}

/**
 * nfi_sad_exit() - free the SAD
 * @sad: empty and without readers
 */
void nfi_sad_exit(struct nfi_sad *sad)
{
	xa_destroy(&sad->all);
	xa_destroy(&sad->ports);
	kvfree(sad->fingerprints);
	kvfree(rcu_dereference_protected(sad->table, true));
}

/**
 * nfi_sad_lookup() - find an SA
 * @sad: where
 * @key: by what (RFC 4303 2.1: SPI and protocol for an inbound SA)
 *
 * Context: RCU read side or configuration mutex.
 * Return: the SA, borrowed until the end of the read side, or NULL.
 */
struct nfi_sa *nfi_sad_lookup(const struct nfi_sad *sad,
			      const struct nfi_sa_key *key)
{
	const struct nfi_sad_table *t = rcu_dereference_check(sad->table, true);
	const struct hlist_head *head = &t->buckets[hash(key) & t->mask];
	const struct hlist_node *node;
	struct nfi_sa *sa;

	for (node = rcu_dereference_raw(hlist_first_rcu(head)); node;
	     node = rcu_dereference_raw(hlist_next_rcu(node))) {
		sa = sa_of(t, node);
		if (key_equal(&sa->conf.key, key))
			return sa;
	}
	return NULL;
}

/**
 * nfi_sad_lookup_sent() - find the outbound SA that a packet was sealed with
 * @sad: where
 * @protocol: IPPROTO_ESP or IPPROTO_AH
 * @spi: network byte order
 * @remote: where the packet went, which may be another place than the one in the
 *	key of the SA
 *
 * Context: RCU read side.
 * Return: the SA, borrowed until the end of the read side, or NULL.
 */
struct nfi_sa *nfi_sad_lookup_sent(const struct nfi_sad *sad, u8 protocol,
				   __be32 spi, const struct nfi_addr *remote)
{
	const struct nfi_sa_key key = { .dir = NFI_DIR_OUT, .spi = spi };
	const struct nfi_sad_table *t = rcu_dereference(sad->table);
	const struct hlist_head *head = &t->buckets[hash(&key) & t->mask];
	const struct hlist_node *node;
	struct nfi_sa *sa;

	for (node = rcu_dereference_raw(hlist_first_rcu(head)); node;
	     node = rcu_dereference_raw(hlist_next_rcu(node))) {
		sa = sa_of(t, node);
		if (sa->conf.key.spi != spi ||
		    sa->conf.key.dir != NFI_DIR_OUT ||
		    sa->conf.key.protocol != protocol)
			continue;
		if (nfi_addr_equal(&nfi_path(sa)->remote, remote))
			return sa;
	}
	return NULL;
}

/**
 * nfi_sad_reserve() - make room, so that inserting cannot fail
 * @sad: where
 * @more: how many SAs will be inserted
 *
 * Context: configuration mutex; may sleep, and for a grace period if the last
 * time that it made room is not even that long ago.
 * Return: 0 or -ENOMEM.
 */
int nfi_sad_reserve(struct nfi_sad *sad, unsigned int more)
{
	struct nfi_sad_table *old = rcu_dereference_protected(sad->table, true);
	unsigned int size = old->mask + 1;
	struct hlist_head *fingerprints;
	struct nfi_sad_table *t;
	struct nfi_sa *sa;
	unsigned long id;

	if (sad->count + more <= size)
		return 0;
	size = max_t(unsigned int, size * GROWTH,
		     roundup_pow_of_two(sad->count + more));
	t = new_table(size, !old->which);
	fingerprints = new_heads(size);
	if (!t || !fingerprints) {
		kvfree(t);
		kvfree(fingerprints);
		return -ENOMEM;
	}
	link_fingerprints(sad, fingerprints, size);
	/* those who read the table before @old walk by these nodes */
	cond_synchronize_rcu(sad->readers_gone);
	xa_for_each(&sad->all, id, sa)
		link_sa(t, sa);
	rcu_assign_pointer(sad->table, t);
	sad->readers_gone = start_poll_synchronize_rcu();
	kvfree_rcu(old, rcu);
	return 0;
}

static bool takes_udp(const struct nfi_sa_conf *conf)
{
	return conf->encap == NFI_ENCAP_UDP && conf->key.dir == NFI_DIR_IN;
}

/* One SA more, or less, takes ESP in UDP at its port. Fewer cannot fail. */
static int count_port(struct nfi_sad *sad, const struct nfi_sa_conf *conf,
		      int change)
{
	u16 port = ntohs(conf->local_port);
	void *entry = xa_load(&sad->ports, port);
	unsigned long n = entry ? xa_to_value(entry) : 0;

	n += change;
	return xa_err(xa_store(&sad->ports, port, n ? xa_mk_value(n) : NULL,
			       GFP_KERNEL_ACCOUNT));
}

/**
 * nfi_sad_has_port() - is there an SA that takes ESP in UDP at a port?
 * @sad: where
 * @port: of this host, network byte order
 *
 * Context: RCU read side.
 * Return: true if so.
 */
bool nfi_sad_has_port(const struct nfi_sad *sad, __be16 port)
{
	return xa_load((struct xarray *)&sad->ports, ntohs(port));
}

/**
 * nfi_sad_name() - give an SA its id, so that inserting cannot fail
 * @sad: where
 * @sa: not inserted yet
 *
 * Its keys count as used from now on.
 *
 * Context: configuration mutex; may sleep.
 * Return: 0, -ENOMEM, or -EBUSY when there are 2^32 SAs.
 */
int nfi_sad_name(struct nfi_sad *sad, struct nfi_sa *sa)
{
	int err = xa_alloc_cyclic(&sad->all, &sa->id, NULL,
				  xa_limit_32b, &sad->next_id, GFP_KERNEL_ACCOUNT);

	if (err < 0)
		return err;
	err = takes_udp(&sa->conf) ? count_port(sad, &sa->conf, 1) : 0;
	if (err) {
		xa_erase(&sad->all, sa->id);
		sa->id = 0;
		return err;
	}
	hlist_add_head(&sa->by_fingerprint,
		       fingerprint_bucket(sad, sa->fingerprint));
	return 0;
}

/**
 * nfi_sad_unname() - take the id of an SA back that was not inserted
 * @sad: where
 * @sa: the SA
 *
 * Context: configuration mutex.
 */
void nfi_sad_unname(struct nfi_sad *sad, struct nfi_sa *sa)
{
	if (!sa->id)
		return;
	if (takes_udp(&sa->conf))
		count_port(sad, &sa->conf, -1);
	hlist_del(&sa->by_fingerprint);
	xa_erase(&sad->all, sa->id);
}

/**
 * nfi_sad_insert() - make an SA visible
 * @sad: where; room was made by nfi_sad_reserve()
 * @sa: named by nfi_sad_name()
 *
 * If there is one with the same key, the new one is found from now on.
 *
 * Context: configuration mutex.
 */
void nfi_sad_insert(struct nfi_sad *sad, struct nfi_sa *sa)
{
	if (sa->bundle)
		hlist_add_head_rcu(&sa->by_reqid, &sa->bundle->sas);
	link_sa(rcu_dereference_protected(sad->table, true), sa);
	/* in the place of the id, so there is nothing to allocate */
	xa_store(&sad->all, sa->id, sa, GFP_KERNEL);
	sad->count++;
	nfi_sa_start(sa);
	nfi_event_sa(sa, NFI_CMD_SA_NEW);
}

/**
 * nfi_sad_remove() - make an SA unreachable, and have it freed
 * @sad: where
 * @sa: not to be touched any more by the caller
 *
 * Readers that found it before may use it until the end of their read side.
 *
 * Context: configuration mutex.
 */
void nfi_sad_remove(struct nfi_sad *sad, struct nfi_sa *sa)
{
	struct nfi_sad_table *t = rcu_dereference_protected(sad->table, true);
	struct nfi_net *nn = sa->nn;
	struct nfi_bundle *bundle;

	nfi_event_sa(sa, NFI_CMD_SA_GONE);
	hlist_del_rcu(&sa->by_key[t->which]);
	if (sa->bundle)
		hlist_del_rcu(&sa->by_reqid);
	if (takes_udp(&sa->conf))
		count_port(sad, &sa->conf, -1);
	hlist_del(&sa->by_fingerprint);
	xa_erase(&sad->all, sa->id);
	sad->count--;
	nn->retired[nn->retired_next++ % ARRAY_SIZE(nn->retired)] =
		sa->fingerprint;
	/* dead before the bundle goes, see tick() in keepalive.c */
	bundle = sa->bundle;
	nfi_sa_stop(sa);
	if (bundle)
		nfi_bundle_put(bundle);
}

/**
 * nfi_sad_set_ends() - give an SA other outer ends
 * @sad: where it is
 * @sa: the SA
 * @conf: as nfi_path_set() wants it; no other SA has its key
 *
 * The remote address, by which an outbound SA is found, is no part of the hash,
 * so the SA stays where it is in the table.
 *
 * Context: configuration mutex; sleeps for a grace period.
 * Return: 0 or -ENOMEM.
 */
int nfi_sad_set_ends(struct nfi_sad *sad, struct nfi_sa *sa,
		     const struct nfi_sa_conf *conf)
{
	const struct nfi_sa_conf old = sa->conf;
	int err;

	/* its new port is ours before anything is expected there */
	err = takes_udp(conf) ? count_port(sad, conf, 1) : 0;
	if (err)
		return err;
	err = nfi_path_set(sa, conf);
	conf = err ? conf : &old;
	if (takes_udp(conf))
		count_port(sad, conf, -1);
	return err;
}

/**
 * nfi_sad_key_used() - are or were these keys in use?
 * @nn: the namespace
 * @fingerprint: from nfi_sa_fingerprint()
 *
 * Sequence numbers and counter mode IVs would start again under a key that
 * has seen them (RFC 4106 2, RFC 8750 4), so such an SA is refused. The last
 * 1024 SAs that were removed are remembered.
 *
 * Context: configuration mutex.
 * Return: true if an SA has them or one of those had them.
 */
bool nfi_sad_key_used(struct nfi_net *nn, u64 fingerprint)
{
	const struct nfi_sa *sa;
	unsigned int i;

	hlist_for_each_entry(sa, fingerprint_bucket(&nn->sad, fingerprint),
			     by_fingerprint)
		if (sa->fingerprint == fingerprint)
			return true;
	for (i = 0; i < ARRAY_SIZE(nn->retired); i++)
		if (nn->retired[i] == fingerprint)
			return true;
	return false;
}

/**
 * nfi_bundle_get() - the bundle of a reqid, made if there is none
 * @sad: where
 * @reqid: not 0
 * @protocol: IPPROTO_ESP or IPPROTO_AH
 * @mode: enum nfi_mode
 *
 * Context: configuration mutex; may sleep.
 * Return: the bundle, counted, or NULL if there is no memory.
 */
struct nfi_bundle *nfi_bundle_get(struct nfi_sad *sad, u32 reqid, u8 protocol,
				  u8 mode)
{
	u32 h = jhash_3words(reqid, protocol, mode, 0);
	struct hlist_head *head =
		&sad->bundles[h >> (32 - NFI_BUNDLE_BITS)];
	struct nfi_bundle *bundle;

	hlist_for_each_entry(bundle, head, node) {
		if (bundle->reqid == reqid && bundle->protocol == protocol &&
		    bundle->mode == mode) {
			bundle->refs++;
			return bundle;
		}
	}
	bundle = kzalloc(sizeof(*bundle), GFP_KERNEL_ACCOUNT);
	if (!bundle)
		return NULL;
	bundle->refs = 1;
	bundle->reqid = reqid;
	bundle->protocol = protocol;
	bundle->mode = mode;
	nfi_acquire_init(&bundle->acquire,
			 container_of(sad, struct nfi_net, sad));
	hlist_add_head(&bundle->node, head);
	return bundle;
}

/**
 * nfi_bundle_put() - give a bundle back
 * @bundle: from nfi_bundle_get()
 *
 * With the last reference its routes lose their way to it; packets that are
 * on them are dropped.
 *
 * Context: configuration mutex.
 */
void nfi_bundle_put(struct nfi_bundle *bundle)
{
	if (--bundle->refs)
		return;
	hlist_del(&bundle->node);
	nfi_acquire_end(&bundle->acquire, true);
	nfi_dst_kill(&bundle->dst4);
	nfi_dst_kill(&bundle->dst6);
	kfree_rcu(bundle, rcu);
}

/**
 * nfi_bundle_dst() - what packets are routed to that go into a bundle
 * @bundle: of the policy
 * @family: of the packet
 *
 * Context: RCU read side.
 * Return: the dst, borrowed until the end of the read side, or NULL if there
 * is no device to leave by.
 */
struct dst_entry *nfi_bundle_dst(const struct nfi_bundle *bundle, u8 family)
{
	if (family == AF_INET)
		return rcu_dereference(bundle->dst4);
	return rcu_dereference(bundle->dst6);
}

/**
 * nfi_bundle_sa() - the SA that a packet is to be sealed with
 * @bundle: of the policy
 *
 * RFC 4301 4.1: several SAs may do; the newest that is usable is taken.
 *
 * Context: RCU read side.
 * Return: the SA, borrowed until the end of the read side, or NULL.
 */
struct nfi_sa *nfi_bundle_sa(const struct nfi_bundle *bundle)
{
	struct nfi_sa *sa;

	hlist_for_each_entry_rcu(sa, &bundle->sas, by_reqid)
		if (READ_ONCE(sa->state) == NFI_SA_USABLE)
			return sa;
	return NULL;
}
