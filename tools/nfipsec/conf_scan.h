/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The words of a configuration file with the places where they stand.
 */
#ifndef NFIPSEC_CONF_SCAN_H
#define NFIPSEC_CONF_SCAN_H

#include "error.h"

/**
 * struct nfi_scan_token - one word, string or punctuation mark
 * @line: where it begins, from 1
 * @column: in octets, from 1
 * @opener: of a closing brace: the number of the opening one
 * @top: number of the token that begins the outermost section it is in
 */
struct nfi_scan_token {
	unsigned int line;
	unsigned int column;
	unsigned int opener;
	unsigned int top;
};

/**
 * struct nfi_scan - a file cut into tokens
 * @path: name of the file
 * @tokens: numbered from 1; number 0 stands for the end of the file
 * @n: how many, number 0 included
 * @clean: the same file with one token on each line, so that the line numbers
 *	of who reads it are token numbers
 */
struct nfi_scan {
	const char *path;
	struct nfi_scan_token *tokens;
	unsigned int n;
	char *clean;
};

int nfi_scan_file(struct nfi_scan *scan, const char *path,
		  struct nfi_error *err);
void nfi_scan_clear(struct nfi_scan *scan);

NFI_ATTRIBUTE(format(printf, 4, 5))
int nfi_scan_wrong(const struct nfi_scan *scan, unsigned int token,
		   struct nfi_error *err, const char *fmt, ...);

#endif /* NFIPSEC_CONF_SCAN_H */
