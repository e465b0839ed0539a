/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Policies as text.
 */
#ifndef NFIPSEC_POLICY_H
#define NFIPSEC_POLICY_H

#include <stdio.h>

#include "option.h"

struct nfi_error;
struct nfi_policy;

extern const struct nfi_option nfi_policy_options[];

int nfi_policy_parse(struct nfi_words *words, struct nfi_policy *policy,
		     struct nfi_error *err);
int nfi_policy_check(const struct nfi_policy *policy, struct nfi_error *err);
void nfi_policy_format(const struct nfi_policy *policy, FILE *out);
void nfi_policy_format_status(const struct nfi_policy *policy, FILE *out);

#endif /* NFIPSEC_POLICY_H */
