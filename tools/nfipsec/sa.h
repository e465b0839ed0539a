/* SPDX-License-Identifier: GPL-2.0 */
/*
 * SAs as text.
 */
#ifndef NFIPSEC_SA_H
#define NFIPSEC_SA_H

#include <stdint.h>
#include <stdio.h>

#include "option.h"

struct nfi_error;
struct nfi_sa;

extern const struct nfi_option nfi_sa_options[];

int nfi_sa_parse(struct nfi_words *words, struct nfi_sa *sa,
		 struct nfi_error *err);
int nfi_sa_check(const struct nfi_sa *sa, struct nfi_error *err);
int nfi_sa_check_fresh(const struct nfi_sa *sa, const char *promise,
		       struct nfi_error *err);
void nfi_sa_format(const struct nfi_sa *sa, FILE *out);
void nfi_sa_format_status(const struct nfi_sa *sa, FILE *out);

#endif /* NFIPSEC_SA_H */
