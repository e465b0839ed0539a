/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Keys: read from a file or standard input, never from the command line, and
 * never printed but by `keygen`.
 */
#ifndef NFIPSEC_KEY_H
#define NFIPSEC_KEY_H

#include <stdio.h>

struct nfi_error;
struct nfi_key;
struct nfi_suite;

int nfi_key_read(const char *path, const struct nfi_suite *suite,
		 struct nfi_key *key, struct nfi_error *err);
int nfi_key_generate(const struct nfi_suite *suite, FILE *out,
		     struct nfi_error *err);

#endif /* NFIPSEC_KEY_H */
