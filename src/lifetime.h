/* SPDX-License-Identifier: GPL-2.0 */
/* Lifetimes of an SA (RFC 4301 4.4.2.1) */
#ifndef NFI_LIFETIME_H
#define NFI_LIFETIME_H

#include "sa.h"

int nfi_lifetime_init(struct nfi_sa *sa);
void nfi_lifetime_start(struct nfi_sa *sa);
void nfi_lifetime_stop(struct nfi_sa *sa);
void nfi_lifetime_exit(struct nfi_sa *sa);

enum nfi_reason nfi_lifetime_account(struct nfi_sa *sa, unsigned int packets,
				     unsigned int bytes);
void nfi_lifetime_get(const struct nfi_sa *sa, struct nfi_lifetimes *l);
int nfi_lifetime_set(struct nfi_sa *sa, const struct nfi_limits *soft,
		     const struct nfi_limits *hard);

#endif
