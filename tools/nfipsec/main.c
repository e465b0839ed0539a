// SPDX-License-Identifier: GPL-2.0
/*
 * nfipsec(8): configures the nfipsec kernel module. Finds the command in the
 * table and runs it.
 */
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "cmd.h"
#include "error.h"
#include "model.h"
#include "suite.h"

static const struct command {
	const char *name;	/* one word, or an object and a verb */
	nfi_cmd_fn *run;
	const char *usage;	/* what follows the name */
} commands[] = {
	{ "apply", nfi_cmd_apply, "[FILE]" },
	{ "check", nfi_cmd_check, "[FILE]" },
	{ "default", nfi_cmd_default,
	  "[{in|out} {bypass|discard}] [{ike|discovery|icmp} {on|off}]" },
	{ "flush", nfi_cmd_flush, "" },
	{ "keygen", nfi_cmd_keygen, "SUITE" },
	{ "monitor", nfi_cmd_monitor, "[changes|acquires]" },
	{ "policy add", nfi_cmd_policy_add,
	  "{in|out} {protect|bypass|discard} [priority N]\n"
	  "        [local ADDRS] [remote ADDRS] [proto PROTOS]\n"
	  "        [local-port PORTS] [remote-port PORTS] [icmp-type TYPES]\n"
	  "        [mh-type TYPES] [mark VALUE[/MASK]] [interface NAME]\n"
	  "        [{esp|ah}] [mode {tunnel|transport}] [reqid N]\n"
	  "        [outer-local ADDR outer-remote ADDR] [dev NAME]" },
	{ "policy del", nfi_cmd_policy_del, "id N" },
	{ "policy flush", nfi_cmd_policy_flush, "" },
	{ "policy show", nfi_cmd_policy_show, "[id N]" },
	{ "sa add", nfi_cmd_sa_add,
	  "{in|out} {esp|ah} spi SPI\n"
	  "        mode {tunnel|transport} local ADDR remote ADDR\n"
	  "        {suite SUITE|auth ALGORITHM} key-file {FILE|-}\n"
	  "        [fresh-key] [reqid N] [esn] [replay-window N] [seq N]\n"
	  "        [learn-seq]\n"
	  "        [{soft|hard}-{packets|bytes|seconds|use-seconds} N]\n"
	  "        [df {copy|set|clear}] [flow-label {zero|hash|copy}]\n"
	  "        [{dscp N|dscp-map MAP}] [decap-dscp] [no-ecn]\n"
	  "        [no-padding-check] [no-icmp-check] [no-mss-clamp]\n"
	  "        [engine {inline|parallel|auto}]\n"
	  "        [encap udp [LOCAL-PORT REMOTE-PORT]] [encap-strict]\n"
	  "        [keepalive N] [follow] [tfc {N|path}] [dummy-interval N]\n"
	  "        [dev NAME]\n"
	  "        [selector [local ADDRS] [remote ADDRS] [proto PROTOS]\n"
	  "        [local-port PORTS] [remote-port PORTS]\n"
	  "        [icmp-type TYPES] [mh-type TYPES]]" },
	{ "sa alloc-spi", nfi_cmd_sa_alloc_spi, "[min SPI] [max SPI]" },
	{ "sa del", nfi_cmd_sa_del, "{in|out} {esp|ah} spi SPI [remote ADDR]" },
	{ "sa set", nfi_cmd_sa_set,
	  "{in|out} {esp|ah} spi SPI [remote ADDR] [seq N]\n"
	  "        [{soft|hard}-{packets|bytes|seconds|use-seconds} {N|none}]...\n"
	  "        [new-local ADDR] [new-remote ADDR]\n"
	  "        [encap {none|udp [LOCAL-PORT REMOTE-PORT]}]" },
	{ "sa export", nfi_cmd_sa_export, "wireshark [FILE]" },
	{ "sa flush", nfi_cmd_sa_flush, "" },
	{ "sa show", nfi_cmd_sa_show,
	  "[{in|out} [esp|ah] [spi SPI] [remote ADDR]]" },
	{ "show", nfi_cmd_show, "" },
	{ "stats", nfi_cmd_stats, "" },
};

static void print_usage(FILE *out)
{
	size_t i;

	fputs("usage: nfipsec [-j] [-v] COMMAND\n"
	      "       nfipsec help | --help | --version\n\n", out);
	for (i = 0; i < ARRAY_SIZE(commands); i++)
		fprintf(out, "  %s%s%s\n", commands[i].name,
			*commands[i].usage ? " " : "", commands[i].usage);
	fputs("\n  -j, --json     print JSON\n"
	      "  -v, --verbose  print more\n\n", out);
	nfi_suite_list(out);
}

/* Take -j and -v out of the words, wherever they stand. */
static void take_options(struct nfi_words *words, struct nfi_cmd_context *ctx)
{
	const char *word;
	int i, n = 0;

	for (i = 0; i < words->left; i++) {
		word = words->next[i];
		if (!strcmp(word, "-j") || !strcmp(word, "--json"))
			ctx->json = true;
		else if (!strcmp(word, "-v") || !strcmp(word, "--verbose"))
			ctx->verbose = true;
		else
			words->next[n++] = words->next[i];
	}
	words->left = n;
}

/* Do the next words name this command? Take them if so. */
static bool take_name(struct nfi_words *words, const char *name)
{
	const char *space = strchr(name, ' ');
	size_t len = space ? (size_t)(space - name) : strlen(name);

	if (!words->left || strncmp(words->next[0], name, len) ||
	    words->next[0][len])
		return false;
	if (space && (words->left < 2 || strcmp(words->next[1], space + 1)))
		return false;
	nfi_words_take(words);
	if (space)
		nfi_words_take(words);
	return true;
}

static enum nfi_exit refuse(const struct nfi_words *words)
{
	const char *word = nfi_words_peek(words);

	if (word)
		nfi_error_print("nfipsec: unknown command '%s%s%s' (nfipsec help)",
				word, words->left > 1 ? " " : "",
				words->left > 1 ? words->next[1] : "");
	else
		print_usage(stderr);
	return NFI_EXIT_USAGE;
}

static enum nfi_exit run(struct nfi_words *words)
{
	struct nfi_cmd_context ctx = { .name = NULL };
	const char *word;
	size_t i;

	take_options(words, &ctx);
	word = nfi_words_peek(words);
	if (word && (!strcmp(word, "help") || !strcmp(word, "--help") ||
		     !strcmp(word, "-h"))) {
		print_usage(stdout);
		return NFI_EXIT_OK;
	}
	if (word && !strcmp(word, "--version")) {
		puts("nfipsec " NFIPSEC_VERSION);
		return NFI_EXIT_OK;
	}
	for (i = 0; i < ARRAY_SIZE(commands); i++) {
		if (!take_name(words, commands[i].name))
			continue;
		ctx.name = commands[i].name;
		return commands[i].run(&ctx, words);
	}
	return refuse(words);
}

int main(int argc, char **argv)
{
	struct nfi_words words = { argv + 1, argc - 1 };
	enum nfi_exit status;

	/* which octets are letters: of names in messages */
	setlocale(LC_CTYPE, "");
	status = run(&words);
	if ((fflush(stdout) || ferror(stdout)) && status == NFI_EXIT_OK) {
		perror("nfipsec: cannot write the output");
		return NFI_EXIT_REFUSED;
	}
	return status;
}
