// SPDX-License-Identifier: GPL-2.0
/*
 * nfipsec show: everything at a glance. nfipsec stats: what was dropped, why.
 */
#include "cmd.h"

#include <stdio.h>
#include <string.h>

#include "counters.h"
#include "error.h"
#include "json.h"
#include "model.h"
#include "nl.h"
#include "nl_config.h"
#include "nl_default.h"
#include "nl_policy.h"
#include "nl_sa.h"
#include "policy.h"
#include "sa.h"
#include "text.h"

static unsigned long long dropped(const struct nfi_stats *stats)
{
	unsigned long long sum = 0;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(stats->drops); i++)
		sum += stats->drops[i];
	return sum;
}

static void print_head(const struct nfi_stats *stats)
{
	printf("%u SAs, %u policies, %llu packets dropped, ", stats->sas,
	       stats->policies, dropped(stats));
	if (*stats->dev)
		printf("device %s\n", stats->dev);
	else
		puts("no device");
}

static void print_drops(const struct nfi_stats *stats, bool all)
{
	uint32_t i, n = ARRAY_SIZE(stats->drops);

	for (i = NFI_REASON_OK + 1; i < n; i++) {
		if (!stats->drops[i] && !(all && i < nfi_counters_reasons()))
			continue;
		printf("%12llu  %-15s  %s\n",
		       (unsigned long long)stats->drops[i],
		       nfi_counters_reason(i), nfi_counters_reason_text(i));
	}
}

static json_t *head_object(const struct nfi_stats *stats)
{
	json_t *object = json_object();

	json_object_set_new(object, "device",
			    *stats->dev ? json_string(stats->dev) :
					  json_null());
	return object;
}

/**
 * nfi_cmd_stats() - nfipsec stats
 * @ctx: the command
 * @words: its words
 *
 * Return: exit status.
 */
enum nfi_exit nfi_cmd_stats(const struct nfi_cmd_context *ctx,
			    struct nfi_words *words)
{
	struct nfi_stats stats;
	struct nfi_error err;
	struct nfi_nl nl;
	json_t *object;
	int ret;

	if (nfi_words_end(words, &err))
		return nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	if (nfi_cmd_connect(&nl))
		return NFI_EXIT_REFUSED;
	ret = nfi_nl_config_stats(&nl, &stats, &err);
	nfi_nl_close(&nl);
	if (ret)
		return nfi_cmd_fail(ctx, NFI_EXIT_REFUSED, &err);
	if (ctx->json) {
		object = head_object(&stats);
		json_object_set_new(object, "sas", json_integer(stats.sas));
		json_object_set_new(object, "policies",
				    json_integer(stats.policies));
		nfi_json_add_stats(object, &stats, ctx->verbose);
		nfi_json_print(object);
	} else {
		print_head(&stats);
		print_drops(&stats, ctx->verbose);
	}
	return NFI_EXIT_OK;
}

static void print_sas(const struct nfi_config *config)
{
	struct nfi_sa sa;
	size_t i;

	for (i = 0; i < config->n_sas; i++) {
		sa = config->sas[i];
		sa.given &= ~NFI_BIT(NFI_SA_OPT_KEY_FILE);
		fputs("\nsa ", stdout);
		nfi_sa_format(&sa, stdout);
		fputs("\n    ", stdout);
		nfi_sa_format_status(&sa, stdout);
		putchar('\n');
	}
}

static void print_policies(const struct nfi_config *config)
{
	const struct nfi_policy *policy;
	size_t i;

	for (i = 0; i < config->n_policies; i++) {
		policy = &config->policies[i];
		fputs("\npolicy ", stdout);
		nfi_policy_format(policy, stdout);
		fputs("\n    ", stdout);
		nfi_policy_format_status(policy, stdout);
		putchar('\n');
	}
}

static void print_defaults(const struct nfi_defaults *defaults)
{
	printf("\nbuilt-in bypass ike%s\n    ", defaults->ike ? "" : " off");
	nfi_counters_format(&defaults->ike_counters, stdout);
	printf("\n\nbuilt-in bypass discovery%s\n    ",
	       defaults->discovery ? "" : " off");
	nfi_counters_format(&defaults->discovery_counters, stdout);
	printf("\n\ndefault in %s out %s icmp %s\n",
	       nfi_text_name(nfi_text_actions, defaults->in),
	       nfi_text_name(nfi_text_actions, defaults->out),
	       defaults->icmp ? "on" : "off");
}

static void print_all(const struct nfi_cmd_context *ctx,
		      const struct nfi_stats *stats,
		      const struct nfi_config *config,
		      const struct nfi_defaults *defaults)
{
	json_t *object;

	if (ctx->json) {
		object = head_object(stats);
		nfi_json_add_sas(object, config, true);
		nfi_json_add_policies(object, config, true);
		json_object_set_new(object, "defaults",
				    nfi_json_defaults(defaults));
		nfi_json_add_stats(object, stats, ctx->verbose);
		nfi_json_print(object);
		return;
	}
	print_head(stats);
	print_drops(stats, ctx->verbose);
	print_sas(config);
	print_policies(config);
	print_defaults(defaults);
}

/**
 * nfi_cmd_show() - nfipsec show
 * @ctx: the command
 * @words: its words
 *
 * Return: exit status.
 */
enum nfi_exit nfi_cmd_show(const struct nfi_cmd_context *ctx,
			   struct nfi_words *words)
{
	struct nfi_config config = { .sas = NULL };
	struct nfi_defaults defaults;
	struct nfi_stats stats;
	struct nfi_error err;
	struct nfi_nl nl;
	int ret;

	if (nfi_words_end(words, &err))
		return nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	if (nfi_cmd_connect(&nl))
		return NFI_EXIT_REFUSED;
	ret = nfi_nl_config_stats(&nl, &stats, &err);
	if (!ret)
		ret = nfi_nl_sa_list(&nl, &config, &err);
	if (!ret)
		ret = nfi_nl_policy_list(&nl, &config, &err);
	if (!ret)
		ret = nfi_nl_default_get(&nl, &defaults, &err);
	nfi_nl_close(&nl);
	if (!ret)
		print_all(ctx, &stats, &config, &defaults);
	nfi_config_clear(&config);
	return ret ? nfi_cmd_fail(ctx, NFI_EXIT_REFUSED, &err) : NFI_EXIT_OK;
}
