/* SPDX-License-Identifier: GPL-2.0 */
/* The security association database (RFC 4301 4.4.2) */
#ifndef NFI_SAD_H
#define NFI_SAD_H

#include <linux/skbuff.h>
#include <linux/timer.h>
#include <linux/xarray.h>

#include "sa.h"

struct dst_entry;
struct nfi_sad_table;

/**
 * struct nfi_acquire - packets that wait for an SA, see acquire.c
 * @lock: [q]
 * @held: [q] the packets
 * @asked: [q] an SA was asked for and did not come yet
 * @dead: [q] the bundle goes
 * @timer: gives up waiting; set under @lock
 * @nn: [I] the namespace that counts
 */
struct nfi_acquire {
	spinlock_t lock;	/* [q] itself */
	struct sk_buff_head held;
	bool asked;
	bool dead;
	struct timer_list timer;
	struct nfi_net *nn;
};

/**
 * struct nfi_bundle - the outbound SAs that share a reqid
 * @sas: [r] newest first
 * @refs: [M] SAs and policies that point here
 * @reqid: [I]
 * @protocol: [I] IPPROTO_ESP or IPPROTO_AH
 * @mode: [I] enum nfi_mode
 * @dst4: [r] what IPv4 packets to be protected are routed to
 * @dst6: [r] the same for IPv6
 * @acquire: what waits for an SA
 * @node: [M] in the list of bundles
 * @rcu: frees it after a grace period
 *
 * A policy points to a bundle, not to an SA, so rekeying touches no policy.
 */
struct nfi_bundle {
	struct hlist_head sas;
	unsigned int refs;
	u32 reqid;
	u8 protocol;
	u8 mode;
	struct dst_entry __rcu *dst4;
	struct dst_entry __rcu *dst6;
	struct nfi_acquire acquire;
	struct hlist_node node;
	struct rcu_head rcu;
};

#define NFI_BUNDLE_BITS	10

/**
 * struct nfi_sad - the SAs of a namespace
 * @table: [r] all SAs by their key
 * @all: [M] all SAs by id, to be read under RCU
 * @count: [M] how many
 * @next_id: [M] where to look for the next id
 * @bundles: [M] by reqid
 * @fingerprints: [M] all that have an id, by the fingerprint of their keys
 * @fingerprints_mask: [M] of that hash table
 * @readers_gone: [M] the grace period after which nobody reads the table that
 *	was before @table
 * @ports: [M] how many inbound SAs take ESP in UDP, by local port, to be read
 *	under RCU
 */
struct nfi_sad {
	struct nfi_sad_table __rcu *table;
	struct xarray all;
	unsigned int count;
	u32 next_id;
	struct hlist_head bundles[1 << NFI_BUNDLE_BITS];
	struct hlist_head *fingerprints;
	u32 fingerprints_mask;
	unsigned long readers_gone;
	struct xarray ports;
};

int nfi_sad_init(struct nfi_sad *sad);
void nfi_sad_exit(struct nfi_sad *sad);

struct nfi_sa *nfi_sad_lookup(const struct nfi_sad *sad,
			      const struct nfi_sa_key *key);
struct nfi_sa *nfi_sad_lookup_sent(const struct nfi_sad *sad, u8 protocol,
				   __be32 spi, const struct nfi_addr *remote);
bool nfi_sad_has_port(const struct nfi_sad *sad, __be16 port);
int nfi_sad_reserve(struct nfi_sad *sad, unsigned int more);
void nfi_sad_insert(struct nfi_sad *sad, struct nfi_sa *sa);
void nfi_sad_remove(struct nfi_sad *sad, struct nfi_sa *sa);
int nfi_sad_name(struct nfi_sad *sad, struct nfi_sa *sa);
void nfi_sad_unname(struct nfi_sad *sad, struct nfi_sa *sa);
int nfi_sad_set_ends(struct nfi_sad *sad, struct nfi_sa *sa,
		     const struct nfi_sa_conf *conf);
bool nfi_sad_key_used(struct nfi_net *nn, u64 fingerprint);

struct nfi_bundle *nfi_bundle_get(struct nfi_sad *sad, u32 reqid, u8 protocol,
				  u8 mode);
void nfi_bundle_put(struct nfi_bundle *bundle);
struct dst_entry *nfi_bundle_dst(const struct nfi_bundle *bundle, u8 family);
struct nfi_sa *nfi_bundle_sa(const struct nfi_bundle *bundle);

/* In acquire.c, above: a bundle that goes drops what it holds */
void nfi_acquire_init(struct nfi_acquire *acquire, struct nfi_net *nn);
void nfi_acquire_end(struct nfi_acquire *acquire, bool dead);

#endif
