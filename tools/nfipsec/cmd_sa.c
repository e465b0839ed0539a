// SPDX-License-Identifier: GPL-2.0
/*
 * nfipsec sa add | show | del | set | flush | alloc-spi
 */
#include "cmd.h"

#include <stdio.h>
#include <string.h>

#include "error.h"
#include "json.h"
#include "key.h"
#include "model.h"
#include "nl.h"
#include "nl_sa.h"
#include "sa.h"
#include "selector.h"

static enum nfi_exit add(const struct nfi_cmd_context *ctx,
			 struct nfi_words *words, struct nfi_sa *sa)
{
	struct nfi_error err;
	struct nfi_nl nl;
	int ret;

	if (nfi_sa_parse(words, sa, &err) || nfi_sa_check(sa, &err) ||
	    nfi_sa_check_fresh(sa, "fresh-key", &err))
		return nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	if (nfi_key_read(sa->key_file, sa->suite, &sa->key, &err))
		return nfi_cmd_fail(ctx, NFI_EXIT_SYNTAX, &err);
	if (nfi_cmd_connect(&nl))
		return NFI_EXIT_REFUSED;
	ret = nfi_nl_sa_add(&nl, sa, &err);
	nfi_nl_close(&nl);
	if (ret)
		return nfi_cmd_fail(ctx, NFI_EXIT_REFUSED, &err);
	if (ctx->json)
		nfi_json_print(nfi_json_sa(sa, false));
	return NFI_EXIT_OK;
}

/**
 * nfi_cmd_sa_add() - nfipsec sa add {in|out} {esp|ah} spi SPI ...
 * @ctx: the command
 * @words: its words
 *
 * Return: exit status.
 */
enum nfi_exit nfi_cmd_sa_add(const struct nfi_cmd_context *ctx,
			     struct nfi_words *words)
{
	enum nfi_exit status;
	struct nfi_sa sa;

	status = add(ctx, words, &sa);
	nfi_sa_clear(&sa);
	return status;
}

/* The words that name an SA: direction, SPI and remote address. And @more. */
static int parse_name(struct nfi_words *words, struct nfi_sa *sa,
		      uint64_t more, struct nfi_error *err)
{
	uint64_t other;
	int i;

	if (nfi_sa_parse(words, sa, err))
		return -1;
	other = sa->given & ~more &
		~(NFI_BIT(NFI_SA_OPT_SPI) | NFI_BIT(NFI_SA_OPT_REMOTE));
	for (i = 0; i < NFI_SA_OPTS; i++)
		if (other & NFI_BIT(i))
			return nfi_error_set(err, "unexpected word '%s'",
					     nfi_sa_options[i].name);
	if (nfi_selector_given(&sa->selector))
		return nfi_error_set(err, "unexpected word 'selector'");
	return 0;
}

static bool matches(const struct nfi_sa *sa, const struct nfi_sa *name)
{
	if (sa->direction != name->direction ||
	    (name->protocol && sa->protocol != name->protocol))
		return false;
	if ((name->given & NFI_BIT(NFI_SA_OPT_SPI)) && sa->spi != name->spi)
		return false;
	return !(name->given & NFI_BIT(NFI_SA_OPT_REMOTE)) ||
	       !memcmp(&sa->remote, &name->remote, sizeof(sa->remote));
}

/* Keep those that @name fits. */
static void filter(struct nfi_config *list, const struct nfi_sa *name)
{
	size_t i, n = 0;

	for (i = 0; i < list->n_sas; i++)
		if (matches(&list->sas[i], name))
			list->sas[n++] = list->sas[i];
		else
			nfi_sa_clear(&list->sas[i]);
	list->n_sas = n;
}

/* Ask for one if it is named in full, else for all and choose. */
static int find(struct nfi_nl *nl, const struct nfi_sa *name, bool named,
		struct nfi_config *list, struct nfi_error *err)
{
	bool spi = name->given & NFI_BIT(NFI_SA_OPT_SPI);
	bool remote = name->given & NFI_BIT(NFI_SA_OPT_REMOTE);

	if (named && spi && name->protocol &&
	    (remote || name->direction == NFI_DIR_IN))
		return nfi_nl_sa_find(nl, name, list, err);
	if (nfi_nl_sa_list(nl, list, err))
		return -1;
	if (named)
		filter(list, name);
	if (spi && !list->n_sas)
		return nfi_error_set(err, "there is no such SA");
	return 0;
}

static void print_list(const struct nfi_config *list)
{
	size_t i;

	for (i = 0; i < list->n_sas; i++) {
		nfi_sa_format(&list->sas[i], stdout);
		fputs(" # ", stdout);
		nfi_sa_format_status(&list->sas[i], stdout);
		putchar('\n');
	}
}

static enum nfi_exit show(const struct nfi_cmd_context *ctx,
			  struct nfi_words *words, struct nfi_sa *name)
{
	struct nfi_config list = { .sas = NULL };
	bool named = words->left;
	struct nfi_error err;
	struct nfi_nl nl;
	json_t *object;
	int ret;

	if (named && parse_name(words, name, 0, &err))
		return nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	if (nfi_cmd_connect(&nl))
		return NFI_EXIT_REFUSED;
	ret = find(&nl, name, named, &list, &err);
	nfi_nl_close(&nl);
	if (!ret && ctx->json) {
		object = json_object();
		nfi_json_add_sas(object, &list, true);
		nfi_json_print(object);
	} else if (!ret) {
		print_list(&list);
	}
	nfi_config_clear(&list);
	return ret ? nfi_cmd_fail(ctx, NFI_EXIT_REFUSED, &err) : NFI_EXIT_OK;
}

/**
 * nfi_cmd_sa_show() - nfipsec sa show [{in|out} [spi SPI] [remote ADDR]]
 * @ctx: the command
 * @words: its words
 *
 * Return: exit status.
 */
enum nfi_exit nfi_cmd_sa_show(const struct nfi_cmd_context *ctx,
			      struct nfi_words *words)
{
	struct nfi_sa name = { 0 };
	enum nfi_exit status;

	status = show(ctx, words, &name);
	nfi_sa_clear(&name);
	return status;
}

static enum nfi_exit del(const struct nfi_cmd_context *ctx,
			 struct nfi_words *words, struct nfi_sa *sa)
{
	struct nfi_error err;
	struct nfi_nl nl;
	int ret;

	ret = parse_name(words, sa, 0, &err);
	if (!ret && !(sa->given & NFI_BIT(NFI_SA_OPT_SPI)))
		ret = nfi_error_set(&err, "spi is missing");
	if (ret)
		return nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	if (nfi_cmd_connect(&nl))
		return NFI_EXIT_REFUSED;
	ret = nfi_nl_sa_del(&nl, sa, &err);
	nfi_nl_close(&nl);
	return ret ? nfi_cmd_fail(ctx, NFI_EXIT_REFUSED, &err) : NFI_EXIT_OK;
}

/**
 * nfi_cmd_sa_del() - nfipsec sa del {in|out} {esp|ah} spi SPI [remote ADDR]
 * @ctx: the command
 * @words: its words
 *
 * Return: exit status.
 */
enum nfi_exit nfi_cmd_sa_del(const struct nfi_cmd_context *ctx,
			     struct nfi_words *words)
{
	struct nfi_sa sa = { 0 };
	enum nfi_exit status;

	status = del(ctx, words, &sa);
	nfi_sa_clear(&sa);
	return status;
}

/* Options that an SA can be given while it lives. */
static uint64_t changeable(void)
{
	uint64_t options = NFI_BIT(NFI_SA_OPT_SEQ) |
			   NFI_BIT(NFI_SA_OPT_ENCAP) |
			   NFI_BIT(NFI_SA_OPT_NEW_LOCAL) |
			   NFI_BIT(NFI_SA_OPT_NEW_REMOTE);
	int i;

	for (i = NFI_SA_OPT_SOFT_PACKETS; i <= NFI_SA_OPT_HARD_USE_SECONDS; i++)
		options |= NFI_BIT(i);
	return options;
}

static enum nfi_exit set(const struct nfi_cmd_context *ctx,
			 struct nfi_words *words, struct nfi_sa *sa)
{
	struct nfi_error err;
	struct nfi_nl nl;
	int ret;

	ret = parse_name(words, sa, changeable(), &err);
	if (!ret && !(sa->given & NFI_BIT(NFI_SA_OPT_SPI)))
		ret = nfi_error_set(&err, "spi is missing");
	if (!ret && !(sa->given & changeable()))
		ret = nfi_error_set(&err, "say what to change");
	if (ret)
		return nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	if (nfi_cmd_connect(&nl))
		return NFI_EXIT_REFUSED;
	ret = nfi_nl_sa_set(&nl, sa, &err);
	nfi_nl_close(&nl);
	return ret ? nfi_cmd_fail(ctx, NFI_EXIT_REFUSED, &err) : NFI_EXIT_OK;
}

/**
 * nfi_cmd_sa_set() - nfipsec sa set {in|out} {esp|ah} spi SPI OPTION...
 * @ctx: the command
 * @words: its words
 *
 * Return: exit status.
 */
enum nfi_exit nfi_cmd_sa_set(const struct nfi_cmd_context *ctx,
			     struct nfi_words *words)
{
	struct nfi_sa sa = { 0 };
	enum nfi_exit status;

	status = set(ctx, words, &sa);
	nfi_sa_clear(&sa);
	return status;
}

/**
 * nfi_cmd_sa_flush() - nfipsec sa flush
 * @ctx: the command
 * @words: its words
 *
 * Return: exit status.
 */
enum nfi_exit nfi_cmd_sa_flush(const struct nfi_cmd_context *ctx,
			       struct nfi_words *words)
{
	return nfi_cmd_flush_objects(ctx, words, NFI_CMD_SA_FLUSH);
}

/**
 * nfi_cmd_sa_alloc_spi() - nfipsec sa alloc-spi [min SPI] [max SPI]
 * @ctx: the command
 * @words: its words
 *
 * Return: exit status.
 */
enum nfi_exit nfi_cmd_sa_alloc_spi(const struct nfi_cmd_context *ctx,
				   struct nfi_words *words)
{
	static const struct nfi_option options[] = {
		{
			.name = "min",
			.kind = NFI_OPTION_SPI,
			.offset = offsetof(struct nfi_spi_range, min),
			.min = 256,
		},
		{
			.name = "max",
			.kind = NFI_OPTION_SPI,
			.offset = offsetof(struct nfi_spi_range, max),
			.min = 256,
		},
		{ .name = NULL }
	};
	struct nfi_spi_range range = { 256, UINT32_MAX };
	struct nfi_error err;
	uint64_t given = 0;
	struct nfi_nl nl;
	uint32_t spi;
	int ret;

	if (nfi_option_parse(options, words, &range, &given, &err) < 0 ||
	    nfi_words_end(words, &err))
		return nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	if (nfi_cmd_connect(&nl))
		return NFI_EXIT_REFUSED;
	ret = nfi_nl_sa_alloc_spi(&nl, &range, &spi, &err);
	nfi_nl_close(&nl);
	if (ret)
		return nfi_cmd_fail(ctx, NFI_EXIT_REFUSED, &err);
	if (ctx->json)
		nfi_json_print(json_pack("{s:o}", "spi",
					 json_sprintf("0x%08x", spi)));
	else
		printf("0x%08x\n", spi);
	return NFI_EXIT_OK;
}
