// SPDX-License-Identifier: GPL-2.0
/*
 * nfipsec apply: makes the kernel's configuration that of a file.
 * nfipsec check: says whether that would work, without root and kernel.
 */
#include "cmd.h"

#include <stdio.h>

#include "conf.h"
#include "error.h"
#include "json.h"
#include "model.h"
#include "nl.h"
#include "nl_config.h"
#include "policy.h"
#include "sa.h"

/* The file to read; NULL if the words do not say. */
static const char *take_path(const struct nfi_cmd_context *ctx,
			     struct nfi_words *words)
{
	const char *path = nfi_words_take(words);
	struct nfi_error err;

	if (!nfi_words_end(words, &err))
		return path ? path : NFI_CONF_DEFAULT;
	nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	return NULL;
}

static int commit(const struct nfi_config *config, struct nfi_commit *result,
		  struct nfi_nl *nl, struct nfi_error *err)
{
	int ret;

	ret = nfi_nl_config_commit(nl, config, result, err);
	nfi_nl_close(nl);
	return ret;
}

/**
 * nfi_cmd_apply() - nfipsec apply [FILE]
 * @ctx: the command
 * @words: its words
 *
 * Return: exit status.
 */
enum nfi_exit nfi_cmd_apply(const struct nfi_cmd_context *ctx,
			    struct nfi_words *words)
{
	const char *path = take_path(ctx, words);
	enum nfi_exit status = NFI_EXIT_OK;
	struct nfi_commit result;
	struct nfi_config config;
	struct nfi_error err;
	struct nfi_nl nl;

	if (!path)
		return NFI_EXIT_USAGE;
	if (nfi_conf_read(path, false, &config, &err))
		status = nfi_cmd_fail(ctx, NFI_EXIT_SYNTAX, &err);
	else if (nfi_cmd_connect(&nl))
		status = NFI_EXIT_REFUSED;
	else if (commit(&config, &result, &nl, &err))
		status = nfi_cmd_fail(ctx, NFI_EXIT_REFUSED, &err);
	nfi_config_clear(&config);
	if (status != NFI_EXIT_OK)
		return status;
	if (ctx->json)
		nfi_json_print(json_pack("{s:I,s:I,s:I}",
					 "added", (json_int_t)result.added,
					 "removed", (json_int_t)result.removed,
					 "kept", (json_int_t)result.kept));
	else
		printf("%u added, %u removed, %u kept\n", result.added,
		       result.removed, result.kept);
	return NFI_EXIT_OK;
}

static void print_commands(const struct nfi_config *config)
{
	size_t i;

	for (i = 0; i < config->n_sas; i++) {
		fputs("sa add ", stdout);
		nfi_sa_format(&config->sas[i], stdout);
		putchar('\n');
	}
	for (i = 0; i < config->n_policies; i++) {
		fputs("policy add ", stdout);
		nfi_policy_format(&config->policies[i], stdout);
		putchar('\n');
	}
}

static void print_config(const struct nfi_cmd_context *ctx, const char *path,
			 const struct nfi_config *config)
{
	json_t *object;

	if (ctx->json) {
		object = json_object();
		nfi_json_add_sas(object, config, false);
		nfi_json_add_policies(object, config, false);
		nfi_json_print(object);
	} else if (ctx->verbose) {
		print_commands(config);
	} else {
		printf("%s: %zu SAs, %zu policies\n", path, config->n_sas,
		       config->n_policies);
	}
}

/**
 * nfi_cmd_check() - nfipsec check [FILE]
 * @ctx: the command
 * @words: its words
 *
 * Return: exit status.
 */
enum nfi_exit nfi_cmd_check(const struct nfi_cmd_context *ctx,
			    struct nfi_words *words)
{
	const char *path = take_path(ctx, words);
	enum nfi_exit status = NFI_EXIT_OK;
	struct nfi_config config;
	struct nfi_error err;

	if (!path)
		return NFI_EXIT_USAGE;
	if (nfi_conf_read(path, true, &config, &err))
		status = nfi_cmd_fail(ctx, NFI_EXIT_SYNTAX, &err);
	else
		print_config(ctx, path, &config);
	nfi_config_clear(&config);
	return status;
}
