/* SPDX-License-Identifier: GPL-2.0 */
/* A policy: what it says, birth and death (RFC 4301 4.4.1.2) */
#ifndef NFI_POLICY_H
#define NFI_POLICY_H

#include <linux/list.h>
#include <linux/rcupdate.h>

#include "selector.h"
#include "stats.h"

struct nfi_bundle;
struct nfi_spd;

/**
 * struct nfi_policy_conf - what makes a policy
 * @selector: which packets
 * @dir: enum nfi_direction
 * @action: enum nfi_action
 * @priority: the lowest is looked at first
 * @protocol: PROTECT: IPPROTO_ESP or IPPROTO_AH
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
 * @nests: [I] PROTECT, and it names ESP or AH: for packets that are sealed
 * @traffic: [c] counters
 * @local: [I] the prefixes that its selector has on this side
 * @remote: [I] and on the other side
 * @n_local: [I] how many
 * @n_remote: [I] how many
 * @next: [M] in the list of its SPD
 * @rcu: frees it after a grace period
 */
struct nfi_policy {
	struct nfi_policy_conf conf;
	u32 id;
	struct nfi_spd *spd;
	struct nfi_bundle *bundle;
	bool nests;
	struct nfi_traffic __percpu *traffic;
	struct nfi_prefix *local;
	struct nfi_prefix *remote;
	unsigned int n_local;
	unsigned int n_remote;
	struct list_head next;
	struct rcu_head rcu;
};

bool nfi_policy_conf_equal(const struct nfi_policy_conf *a,
			   const struct nfi_policy_conf *b);
unsigned int nfi_policy_pairs(const struct nfi_selector *sel);
struct nfi_policy *nfi_policy_new(const struct nfi_policy_conf *conf);
void nfi_policy_free(struct nfi_policy *policy);

#endif
