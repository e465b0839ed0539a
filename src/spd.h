/* SPDX-License-Identifier: GPL-2.0 */
/* The security policy database (RFC 4301 4.4.1) */
#ifndef NFI_SPD_H
#define NFI_SPD_H

#include <linux/atomic.h>
#include <linux/list.h>

#include "policy.h"

struct nfi_spd_table;

/* Set in a generation where a policy asks for mark or interface */
#define NFI_SPD_ASKS_LINK	1

/**
 * struct nfi_spd - a security policy database
 * @table: [r] one per direction
 * @generation: [a] of both tables, never the same again after a change
 * @asks_link: [M] policies of each that ask for mark or interface
 * @policies: [M] all, both directions, oldest first
 * @count: [M] how many
 */
struct nfi_spd {
	struct nfi_spd_table __rcu *table[2];
	atomic64_t generation;
	unsigned int asks_link[2];
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

#endif
