// SPDX-License-Identifier: GPL-2.0
/*
 * nfipsec policy add | show | del | flush
 */
#include "cmd.h"

#include <stdio.h>
#include <string.h>

#include "error.h"
#include "json.h"
#include "model.h"
#include "nl.h"
#include "nl_policy.h"
#include "policy.h"
#include "text.h"

static enum nfi_exit add(const struct nfi_cmd_context *ctx,
			 struct nfi_words *words, struct nfi_policy *policy)
{
	struct nfi_error err;
	struct nfi_nl nl;
	uint32_t id;
	int ret;

	if (nfi_policy_parse(words, policy, &err) ||
	    nfi_policy_check(policy, &err))
		return nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	if (nfi_cmd_connect(&nl))
		return NFI_EXIT_REFUSED;
	ret = nfi_nl_policy_add(&nl, policy, &id, &err);
	nfi_nl_close(&nl);
	if (ret)
		return nfi_cmd_fail(ctx, NFI_EXIT_REFUSED, &err);
	if (ctx->json)
		nfi_json_print(json_pack("{s:I}", "id", (json_int_t)id));
	else
		printf("%u\n", id);
	return NFI_EXIT_OK;
}

/**
 * nfi_cmd_policy_add() - nfipsec policy add {in|out} ACTION ...
 * @ctx: the command
 * @words: its words
 *
 * Return: exit status.
 */
enum nfi_exit nfi_cmd_policy_add(const struct nfi_cmd_context *ctx,
				 struct nfi_words *words)
{
	struct nfi_policy policy;
	enum nfi_exit status;

	status = add(ctx, words, &policy);
	nfi_policy_clear(&policy);
	return status;
}

/* The words "id N". */
static int parse_id(struct nfi_words *words, uint32_t *id,
		    struct nfi_error *err)
{
	const char *word = nfi_words_take(words);
	uint64_t number;

	if (!word || strcmp(word, "id"))
		return nfi_error_set(err, "say which: id N");
	word = nfi_words_take(words);
	if (!word)
		return nfi_error_set(err, "id: its value is missing");
	if (nfi_text_number(word, 1, UINT32_MAX, &number, err))
		return -1;
	*id = number;
	return nfi_words_end(words, err);
}

static void print_list(const struct nfi_config *list)
{
	size_t i;

	for (i = 0; i < list->n_policies; i++) {
		nfi_policy_format(&list->policies[i], stdout);
		fputs(" # ", stdout);
		nfi_policy_format_status(&list->policies[i], stdout);
		putchar('\n');
	}
}

/**
 * nfi_cmd_policy_show() - nfipsec policy show [id N]
 * @ctx: the command
 * @words: its words
 *
 * Return: exit status.
 */
enum nfi_exit nfi_cmd_policy_show(const struct nfi_cmd_context *ctx,
				  struct nfi_words *words)
{
	struct nfi_config list = { .sas = NULL };
	bool named = words->left;
	struct nfi_error err;
	struct nfi_nl nl;
	json_t *object;
	uint32_t id;
	int ret;

	if (named && parse_id(words, &id, &err))
		return nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	if (nfi_cmd_connect(&nl))
		return NFI_EXIT_REFUSED;
	if (named)
		ret = nfi_nl_policy_find(&nl, id, &list, &err);
	else
		ret = nfi_nl_policy_list(&nl, &list, &err);
	nfi_nl_close(&nl);
	if (!ret && ctx->json) {
		object = json_object();
		nfi_json_add_policies(object, &list, true);
		nfi_json_print(object);
	} else if (!ret) {
		print_list(&list);
	}
	nfi_config_clear(&list);
	return ret ? nfi_cmd_fail(ctx, NFI_EXIT_REFUSED, &err) : NFI_EXIT_OK;
}

/**
 * nfi_cmd_policy_del() - nfipsec policy del id N
 * @ctx: the command
 * @words: its words
 *
 * Return: exit status.
 */
enum nfi_exit nfi_cmd_policy_del(const struct nfi_cmd_context *ctx,
				 struct nfi_words *words)
{
	struct nfi_error err;
	struct nfi_nl nl;
	uint32_t id;
	int ret;

	if (parse_id(words, &id, &err))
		return nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	if (nfi_cmd_connect(&nl))
		return NFI_EXIT_REFUSED;
	ret = nfi_nl_policy_del(&nl, id, &err);
	nfi_nl_close(&nl);
	return ret ? nfi_cmd_fail(ctx, NFI_EXIT_REFUSED, &err) : NFI_EXIT_OK;
}

/**
 * nfi_cmd_policy_flush() - nfipsec policy flush
 * @ctx: the command
 * @words: its words
 *
 * Return: exit status.
 */
enum nfi_exit nfi_cmd_policy_flush(const struct nfi_cmd_context *ctx,
				   struct nfi_words *words)
{
	return nfi_cmd_flush_objects(ctx, words, NFI_CMD_POLICY_FLUSH);
}
