/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Options as tables: a name, the kind of its value and the place in the model
 * where it is kept. Command line and configuration file read by these tables,
 * `show` writes by them.
 */
#ifndef NFIPSEC_OPTION_H
#define NFIPSEC_OPTION_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct nfi_error;
struct nfi_name;
struct nfi_span;

enum nfi_option_kind {
	NFI_OPTION_FLAG,
	NFI_OPTION_SPI,
	NFI_OPTION_U32,
	NFI_OPTION_U64,
	NFI_OPTION_LIMIT,
	NFI_OPTION_CHOICE,
	NFI_OPTION_ADDR,
	NFI_OPTION_RANGES,
	NFI_OPTION_PORTS,
	NFI_OPTION_PROTOCOLS,
	NFI_OPTION_ICMP_TYPES,
	NFI_OPTION_MH_TYPES,
	NFI_OPTION_MARK,
	NFI_OPTION_SUITE,
	NFI_OPTION_AUTH,
	NFI_OPTION_DEV,
	NFI_OPTION_PATH,
	NFI_OPTION_ENCAP,
	NFI_OPTION_DSCP_MAP,
	NFI_OPTION_TFC,
};

/**
 * struct nfi_option - one option
 * @name: its word; NULL ends a table
 * @kind: what its value is
 * @offset: where the value is kept in the object
 * @min: smallest number
 * @max: largest number, 0 for all that fit
 * @names: the words of a choice
 */
struct nfi_option {
	const char *name;
	enum nfi_option_kind kind;
	size_t offset;
	uint64_t min;
	uint64_t max;
	const struct nfi_name *names;
};

/* Words of the command line that are still to be read. */
struct nfi_words {
	char **next;
	int left;
};

const char *nfi_words_peek(const struct nfi_words *words);
const char *nfi_words_take(struct nfi_words *words);
int nfi_words_end(const struct nfi_words *words, struct nfi_error *err);

int nfi_option_find(const struct nfi_option *options, const char *name);
int nfi_option_set(const struct nfi_option *option, void *object,
		   const char *word, struct nfi_error *err);
int nfi_option_parse(const struct nfi_option *options,
		     struct nfi_words *words, void *object, uint64_t *given,
		     struct nfi_error *err);
const char *nfi_option_text(const struct nfi_option *option,
			    const struct nfi_span *span, char *text);
void nfi_option_format(const struct nfi_option *options, const void *object,
		       uint64_t given, FILE *out);

#endif /* NFIPSEC_OPTION_H */
