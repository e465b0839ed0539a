// SPDX-License-Identifier: GPL-2.0
/*
 * nfipsec default: what is decided where no policy matches, and by the entries
 * that come before all policies.
 */
#include "cmd.h"

#include <stdio.h>

#include "counters.h"
#include "error.h"
#include "json.h"
#include "model.h"
#include "nl.h"
#include "nl_default.h"
#include "option.h"
#include "text.h"

static const struct nfi_name actions[] = {
	{ "bypass", NFI_ACTION_BYPASS },
	{ "discard", NFI_ACTION_DISCARD },
	{ NULL, 0 }
};

static const struct nfi_name switches[] = {
	{ "on", 1 },
	{ "off", 0 },
	{ NULL, 0 }
};

#define DEFAULT(word, table, field)					\
	{								\
		.name = (word),						\
		.kind = NFI_OPTION_CHOICE,				\
		.offset = offsetof(struct nfi_defaults, field),		\
		.names = (table),					\
	}

static const struct nfi_option options[] = {
	[NFI_DEFAULT_OPT_IN] = DEFAULT("in", actions, in),
	[NFI_DEFAULT_OPT_OUT] = DEFAULT("out", actions, out),
	[NFI_DEFAULT_OPT_IKE] = DEFAULT("ike", switches, ike),
	[NFI_DEFAULT_OPT_DISCOVERY] = DEFAULT("discovery", switches, discovery),
	[NFI_DEFAULT_OPT_ICMP] = DEFAULT("icmp", switches, icmp),
	{ .name = NULL }
};

static void print_entry(const char *name, uint32_t on,
			const struct nfi_counters *counters)
{
	printf("built-in %s%s # ", name, on ? "" : " off");
	nfi_counters_format(counters, stdout);
	putchar('\n');
}

static void print(const struct nfi_defaults *defaults)
{
	print_entry("bypass proto udp local-port 500,4500", defaults->ike,
		    &defaults->ike_counters);
	print_entry("bypass proto icmpv6 icmp-type 133-137",
		    defaults->discovery, &defaults->discovery_counters);
	printf("default in %s out %s icmp %s\n",
	       nfi_text_name(actions, defaults->in),
	       nfi_text_name(actions, defaults->out),
	       nfi_text_name(switches, defaults->icmp));
}

/**
 * nfi_cmd_default() - nfipsec default [{in|out} ACTION] [ike {on|off}] ...
 * @ctx: the command
 * @words: its words; without any it shows what is set
 *
 * Return: exit status.
 */
enum nfi_exit nfi_cmd_default(const struct nfi_cmd_context *ctx,
			      struct nfi_words *words)
{
	struct nfi_defaults defaults = { .given = 0 };
	bool show = !words->left;
	struct nfi_error err;
	struct nfi_nl nl;
	int ret;

	if (nfi_option_parse(options, words, &defaults, &defaults.given,
			     &err) < 0 || nfi_words_end(words, &err))
		return nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	if (nfi_cmd_connect(&nl))
		return NFI_EXIT_REFUSED;
	if (show)
		ret = nfi_nl_default_get(&nl, &defaults, &err);
	else
		ret = nfi_nl_default_set(&nl, &defaults, &err);
	nfi_nl_close(&nl);
	if (ret)
		return nfi_cmd_fail(ctx, NFI_EXIT_REFUSED, &err);
	if (show && ctx->json)
		nfi_json_print(nfi_json_defaults(&defaults));
	else if (show)
		print(&defaults);
	return NFI_EXIT_OK;
}
