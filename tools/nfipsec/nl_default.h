/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What is decided before and after all policies, on the wire.
 */
#ifndef NFIPSEC_NL_DEFAULT_H
#define NFIPSEC_NL_DEFAULT_H

struct nfi_defaults;
struct nfi_error;
struct nfi_nl;

int nfi_nl_default_get(struct nfi_nl *nl, struct nfi_defaults *defaults,
		       struct nfi_error *err);
int nfi_nl_default_set(struct nfi_nl *nl, const struct nfi_defaults *defaults,
		       struct nfi_error *err);

#endif /* NFIPSEC_NL_DEFAULT_H */
