// SPDX-License-Identifier: GPL-2.0
/*
 * nfipsec keygen SUITE
 */
#include "cmd.h"

#include <stdio.h>

#include "error.h"
#include "key.h"
#include "suite.h"

/**
 * nfi_cmd_keygen() - nfipsec keygen SUITE
 * @ctx: the command
 * @words: its words
 *
 * Return: exit status.
 */
enum nfi_exit nfi_cmd_keygen(const struct nfi_cmd_context *ctx,
			     struct nfi_words *words)
{
	const char *name = nfi_words_take(words);
	const struct nfi_suite *suite;
	struct nfi_error err;

	if (!name) {
		nfi_error_set(&err, "say for which suite");
		return nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	}
	/* where both have the name, the key is as long */
	suite = nfi_suite_by_name(name);
	if (!suite)
		suite = nfi_suite_ah_by_name(name);
	if (!suite) {
		nfi_error_set(&err, "'%s' is no suite that nfipsec knows",
			      name);
		return nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	}
	if (nfi_words_end(words, &err))
		return nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	if (nfi_key_generate(suite, stdout, &err))
		return nfi_cmd_fail(ctx, NFI_EXIT_REFUSED, &err);
	return NFI_EXIT_OK;
}
