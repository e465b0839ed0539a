/* SPDX-License-Identifier: GPL-2.0 */
/* The security policy database (RFC 4301 4.4.1) */
#ifndef NFI_SPD_H
#define NFI_SPD_H

#include <linux/atomic.h>
#include <linux/list.h>
#include <linux/rcupdate.h>

#include "selector.h"
#include "stats.h"

struct nfi_bundle;
struct nfi_spd_table;

/**
 * struct nfi_policy_conf - what makes a policy
 * @selector: which packets
 * @dir: enum nfi_direction
 * @action: enum nfi_action
 * @priority: the lowest is looked at first
 * @protocol: PROTECT: IPPROTO_ESP
 * @mode: PROTECT: enum nfi_mode
 * @reqid: PROTECT: of the SAs that do it
 * @family: PROTECT: of the outer addresses, AF_UNSPEC if not given
 * @local: PROTECT: outer address of this end
 * @remote: PROTECT: outer address of the other end
 * @device: interface index of the device whose SPD it is in, 0 for the policy
 *	device
 */
struct nfi_policy_conf {
	struct nfi_selector selector;
	u8 dir;
	u8 action;
	u32 priority;
	u8 protocol;
	u8 mode;
	u32 reqid;
	u8 family;
	struct nfi_addr local;
	struct nfi_addr remote;
	int device;
};

/**
 * struct nfi_policy - an entry of an SPD
 * @conf: [I] what it says
 * @id: [I] its name for the control protocol
 * @spd: [M] that it is or was in, NULL before it is
 * @bundle: [I] PROTECT outbound: the SAs, counted
 * @traffic: [c] counters
 * @next: [M] in the list of its SPD
 * @rcu: frees it after a grace period
 */
struct nfi_policy {
	struct nfi_policy_conf conf;
	u32 id;
	struct nfi_spd *spd;
	struct nfi_bundle *bundle;
	struct nfi_traffic __percpu *traffic;
	struct list_head next;
	struct rcu_head rcu;
};

/**
 * struct nfi_spd - a security policy database
 * @table: [r] one per direction
 * @generation: [a] of each table, never the same again after a change
 * @policies: [M] all, both directions, oldest first
 * @count: [M] how many
 */
struct nfi_spd {
	struct nfi_spd_table __rcu *table[2];
	atomic64_t generation[2];
	struct list_head policies;
	unsigned int count;
};

void nfi_spd_init(struct nfi_spd *spd);

struct nfi_policy *nfi_spd_lookup(const struct nfi_spd *spd, u8 dir,
				  const struct nfi_flow *flow);
struct nfi_policy *nfi_spd_find(const struct nfi_spd *spd,
				const struct nfi_policy_conf *conf);
int nfi_spd_insert(struct nfi_spd *spd, struct nfi_policy *policy);
void nfi_spd_remove(struct nfi_spd *spd, struct nfi_policy *policy);
int nfi_spd_prepare(struct nfi_spd *next, struct nfi_policy **policies,
		    unsigned int n);
void nfi_spd_replace(struct nfi_spd *spd, struct nfi_spd *next,
		     struct nfi_policy **policies, unsigned int n,
		     struct list_head *removed);

void nfi_spd_destroy(struct nfi_spd *spd);

struct nfi_policy *nfi_policy_new(const struct nfi_policy_conf *conf);
void nfi_policy_free(struct nfi_policy *policy);

#endif
