/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Policies to and from netlink, and the requests about them.
 */
#ifndef NFIPSEC_NL_POLICY_H
#define NFIPSEC_NL_POLICY_H

#include <stdint.h>

struct nfi_config;
struct nfi_error;
struct nfi_msg;
struct nfi_nl;
struct nfi_policy;
struct nlattr;

int nfi_nl_policy_get(const struct nlattr *nest, struct nfi_policy *policy,
		      struct nfi_error *err);
int nfi_nl_policy_put(struct nfi_msg *msg, const struct nfi_policy *policy,
		      struct nfi_error *err);
int nfi_nl_policy_add(struct nfi_nl *nl, const struct nfi_policy *policy,
		      uint32_t *id, struct nfi_error *err);
int nfi_nl_policy_del(struct nfi_nl *nl, uint32_t id, struct nfi_error *err);
int nfi_nl_policy_find(struct nfi_nl *nl, uint32_t id,
		       struct nfi_config *found, struct nfi_error *err);
int nfi_nl_policy_list(struct nfi_nl *nl, struct nfi_config *list,
		       struct nfi_error *err);

#endif /* NFIPSEC_NL_POLICY_H */
