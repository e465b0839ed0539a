// SPDX-License-Identifier: GPL-2.0
/*
 * nfipsec flush, sa flush, policy flush
 */
#include "cmd.h"

#include <stdio.h>

#include "error.h"
#include "json.h"
#include "model.h"
#include "nl.h"
#include "nl_config.h"

/**
 * nfi_cmd_flush_objects() - remove all objects of a kind, say how many
 * @ctx: the command
 * @words: its words, none expected
 * @cmd: NFI_CMD_SA_FLUSH or NFI_CMD_POLICY_FLUSH; NFI_CMD_COMMIT for both
 *
 * Both go by a commit of nothing: SAs first would drop what is still
 * protected, policies first would let it out in clear.
 *
 * Return: exit status.
 */
enum nfi_exit nfi_cmd_flush_objects(const struct nfi_cmd_context *ctx,
				    struct nfi_words *words, uint8_t cmd)
{
	static const struct nfi_config nothing;
	struct nfi_commit result;
	struct nfi_error err;
	struct nfi_nl nl;
	int ret;

	if (nfi_words_end(words, &err))
		return nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	if (nfi_cmd_connect(&nl))
		return NFI_EXIT_REFUSED;
	if (cmd == NFI_CMD_COMMIT)
		ret = nfi_nl_config_commit(&nl, &nothing, &result, &err);
	else
		ret = nfi_nl_config_flush(&nl, cmd, &result, &err);
	nfi_nl_close(&nl);
	if (ret)
		return nfi_cmd_fail(ctx, NFI_EXIT_REFUSED, &err);
	if (ctx->json)
		nfi_json_print(json_pack("{s:I}", "removed",
					 (json_int_t)result.removed));
	else
		printf("%u removed\n", result.removed);
	return NFI_EXIT_OK;
}

/**
 * nfi_cmd_flush() - nfipsec flush
 * @ctx: the command
 * @words: its words
 *
 * Return: exit status.
 */
enum nfi_exit nfi_cmd_flush(const struct nfi_cmd_context *ctx,
			    struct nfi_words *words)
{
	return nfi_cmd_flush_objects(ctx, words, NFI_CMD_COMMIT);
}
