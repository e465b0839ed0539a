/* SPDX-License-Identifier: GPL-2.0 */
/* The table of a security policy database (RFC 4301 4.4.1) */
#ifndef NFI_SPD_TABLE_H
#define NFI_SPD_TABLE_H

#include "policy.h"

struct nfi_spd_table;

struct nfi_spd_table *nfi_spd_table_new(unsigned int nodes);
void nfi_spd_table_free(struct nfi_spd_table *t);
unsigned int nfi_spd_table_nodes(const struct nfi_policy *policy);
unsigned int nfi_spd_table_size(const struct nfi_spd_table *t);
bool nfi_spd_table_has_room(const struct nfi_spd_table *t, unsigned int nodes);
int nfi_spd_table_insert(struct nfi_spd_table *t, struct nfi_policy *policy);
void nfi_spd_table_remove(struct nfi_spd_table *t, struct nfi_policy *policy);
struct nfi_policy *nfi_spd_table_find(const struct nfi_spd_table *t,
				      const struct nfi_policy_conf *conf);
struct nfi_policy *nfi_spd_table_lookup(const struct nfi_spd_table *t,
					const struct nfi_flow *flow);

#endif
