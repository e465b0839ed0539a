// SPDX-License-Identifier: GPL-2.0
/*
 * An SA as words: its options, what they must be together, and the line that
 * `sa show` prints and `sa add` reads.
 */
#include "sa.h"

#include <netinet/in.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>

#include "counters.h"
#include "error.h"
#include "model.h"
#include "option.h"
#include "selector.h"
#include "suite.h"
#include "text.h"

#define SA_U64(word, field)						\
	{								\
		.name = (word),						\
		.kind = NFI_OPTION_U64,					\
		.offset = offsetof(struct nfi_sa, field),		\
		.min = 1,						\
	}

/* Numbers, or "none". */
#define SA_LIMIT(word, field)						\
	{								\
		.name = (word),						\
		.kind = NFI_OPTION_LIMIT,				\
		.offset = offsetof(struct nfi_sa, field),		\
	}

/* Seconds: as many as the kernel's clock takes. */
#define SA_SECONDS(word, field)						\
	{								\
		.name = (word),						\
		.kind = NFI_OPTION_LIMIT,				\
		.offset = offsetof(struct nfi_sa, field),		\
		.max = UINT32_MAX,					\
	}

#define SA_FLAG(word, field)						\
	{								\
		.name = (word),						\
		.kind = NFI_OPTION_FLAG,				\
		.offset = offsetof(struct nfi_sa, field),		\
	}

const struct nfi_option nfi_sa_options[] = {
	[NFI_SA_OPT_SPI] = {
		.name = "spi",
		.kind = NFI_OPTION_SPI,
		.offset = offsetof(struct nfi_sa, spi),
		.min = 256,
	},
	[NFI_SA_OPT_MODE] = {
		.name = "mode",
		.kind = NFI_OPTION_CHOICE,
		.offset = offsetof(struct nfi_sa, mode),
		.names = nfi_text_modes,
	},
	[NFI_SA_OPT_LOCAL] = {
		.name = "local",
		.kind = NFI_OPTION_ADDR,
		.offset = offsetof(struct nfi_sa, local),
	},
	[NFI_SA_OPT_REMOTE] = {
		.name = "remote",
		.kind = NFI_OPTION_ADDR,
		.offset = offsetof(struct nfi_sa, remote),
	},
	[NFI_SA_OPT_SUITE] = {
		.name = "suite",
		.kind = NFI_OPTION_SUITE,
		.offset = offsetof(struct nfi_sa, suite),
	},
	[NFI_SA_OPT_AUTH] = {
		.name = "auth",
		.kind = NFI_OPTION_AUTH,
		.offset = offsetof(struct nfi_sa, suite),
	},
	[NFI_SA_OPT_KEY_FILE] = {
		.name = "key-file",
		.kind = NFI_OPTION_PATH,
		.offset = offsetof(struct nfi_sa, key_file),
	},
	[NFI_SA_OPT_FRESH_KEY] = SA_FLAG("fresh-key", fresh_key),
	[NFI_SA_OPT_REQID] = {
		.name = "reqid",
		.kind = NFI_OPTION_U32,
		.offset = offsetof(struct nfi_sa, reqid),
		.min = 1,
	},
	[NFI_SA_OPT_ESN] = SA_FLAG("esn", esn),
	[NFI_SA_OPT_REPLAY_WINDOW] = {
		.name = "replay-window",
		.kind = NFI_OPTION_U32,
		.offset = offsetof(struct nfi_sa, replay_window),
		.max = NFI_REPLAY_WINDOW_MAX,
	},
	[NFI_SA_OPT_SEQ] = SA_U64("seq", seq),
	[NFI_SA_OPT_LEARN_SEQ] = SA_FLAG("learn-seq", learn_seq),
	[NFI_SA_OPT_SOFT_PACKETS] = SA_LIMIT("soft-packets", soft.packets),
	[NFI_SA_OPT_SOFT_BYTES] = SA_LIMIT("soft-bytes", soft.bytes),
	[NFI_SA_OPT_SOFT_SECONDS] =
		SA_SECONDS("soft-seconds", soft.add_seconds),
	[NFI_SA_OPT_SOFT_USE_SECONDS] =
		SA_SECONDS("soft-use-seconds", soft.use_seconds),
	[NFI_SA_OPT_HARD_PACKETS] = SA_LIMIT("hard-packets", hard.packets),
	[NFI_SA_OPT_HARD_BYTES] = SA_LIMIT("hard-bytes", hard.bytes),
	[NFI_SA_OPT_HARD_SECONDS] =
		SA_SECONDS("hard-seconds", hard.add_seconds),
	[NFI_SA_OPT_HARD_USE_SECONDS] =
		SA_SECONDS("hard-use-seconds", hard.use_seconds),
	[NFI_SA_OPT_DF] = {
		.name = "df",
		.kind = NFI_OPTION_CHOICE,
		.offset = offsetof(struct nfi_sa, df),
		.names = nfi_text_dfs,
	},
	[NFI_SA_OPT_FLOW_LABEL] = {
		.name = "flow-label",
		.kind = NFI_OPTION_CHOICE,
		.offset = offsetof(struct nfi_sa, flow_label),
		.names = nfi_text_flow_labels,
	},
	[NFI_SA_OPT_DSCP] = {
		.name = "dscp",
		.kind = NFI_OPTION_U32,
		.offset = offsetof(struct nfi_sa, dscp),
		.max = 63,
	},
	[NFI_SA_OPT_DSCP_MAP] = {
		.name = "dscp-map",
		.kind = NFI_OPTION_DSCP_MAP,
		.offset = offsetof(struct nfi_sa, dscp_map),
	},
	[NFI_SA_OPT_NO_ECN] = SA_FLAG("no-ecn", no_ecn),
	[NFI_SA_OPT_NO_PADDING_CHECK] =
		SA_FLAG("no-padding-check", no_padding_check),
	[NFI_SA_OPT_NO_ICMP_CHECK] = SA_FLAG("no-icmp-check", no_icmp_check),
	[NFI_SA_OPT_DECAP_DSCP] = SA_FLAG("decap-dscp", decap_dscp),
	[NFI_SA_OPT_NO_MSS_CLAMP] = SA_FLAG("no-mss-clamp", no_mss_clamp),
	[NFI_SA_OPT_ENGINE] = {
		.name = "engine",
		.kind = NFI_OPTION_CHOICE,
		.offset = offsetof(struct nfi_sa, engine),
		.names = nfi_text_engines,
	},
	[NFI_SA_OPT_ENCAP] = {
		.name = "encap",
		.kind = NFI_OPTION_ENCAP,
		.offset = offsetof(struct nfi_sa, encap),
	},
	[NFI_SA_OPT_ENCAP_STRICT] = SA_FLAG("encap-strict", encap_strict),
	[NFI_SA_OPT_KEEPALIVE] = {
		.name = "keepalive",
		.kind = NFI_OPTION_U32,
		.offset = offsetof(struct nfi_sa, keepalive),
		.max = 86400,
	},
	[NFI_SA_OPT_FOLLOW] = SA_FLAG("follow", follow),
	[NFI_SA_OPT_TFC] = {
		.name = "tfc",
		.kind = NFI_OPTION_TFC,
		.offset = offsetof(struct nfi_sa, tfc),
		.min = 1,
		.max = UINT16_MAX,
	},
	[NFI_SA_OPT_DUMMY_INTERVAL] = {
		.name = "dummy-interval",
		.kind = NFI_OPTION_U32,
		.offset = offsetof(struct nfi_sa, dummy_interval),
		.min = 1,
		.max = 86400000,
	},
	[NFI_SA_OPT_DEV] = {
		.name = "dev",
		.kind = NFI_OPTION_DEV,
		.offset = offsetof(struct nfi_sa, dev),
	},
	[NFI_SA_OPT_NEW_LOCAL] = {
		.name = "new-local",
		.kind = NFI_OPTION_ADDR,
		.offset = offsetof(struct nfi_sa, new_local),
	},
	[NFI_SA_OPT_NEW_REMOTE] = {
		.name = "new-remote",
		.kind = NFI_OPTION_ADDR,
		.offset = offsetof(struct nfi_sa, new_remote),
	},
	{ .name = NULL }
};

static int parse_selector(struct nfi_words *words,
			  struct nfi_selector *selector,
			  struct nfi_error *err)
{
	uint64_t given = 0;
	int n;

	nfi_words_take(words);
	if (nfi_selector_given(selector))
		return nfi_error_set(err, "selector: given twice");
	n = nfi_option_parse(nfi_selector_options, words, selector, &given,
			     err);
	if (!n)
		return nfi_error_set(err, "selector: nothing follows that it could match");
	return n;
}

/**
 * nfi_sa_parse() - read an SA from the command line
 * @words: direction, protocol and options, to the end
 * @sa: the SA; the caller clears it, also after a failure
 * @err: filled on failure
 *
 * Reads also a part of an SA, as `sa del` takes it: nfi_sa_check() tells
 * whether it is all there.
 *
 * Return: 0 or -1.
 */
int nfi_sa_parse(struct nfi_words *words, struct nfi_sa *sa,
		 struct nfi_error *err)
{
	const char *word = nfi_words_take(words);
	int n;

	memset(sa, 0, sizeof(*sa));
	if (!word)
		return nfi_error_set(err, "say in or out");
	if (nfi_text_choice(word, nfi_text_directions, &sa->direction, err))
		return -1;
	word = nfi_words_peek(words);
	if (word && (!strcmp(word, "esp") || !strcmp(word, "ah"))) {
		nfi_words_take(words);
		sa->protocol = *word == 'e' ? IPPROTO_ESP : IPPROTO_AH;
	}
	while ((word = nfi_words_peek(words))) {
		if (!strcmp(word, "selector"))
			n = parse_selector(words, &sa->selector, err);
		else
			n = nfi_option_parse(nfi_sa_options, words, sa,
					     &sa->given, err);
		if (n < 0)
			return -1;
		if (!n)
			return nfi_words_end(words, err);
	}
	return 0;
}

static int check_sequence(const struct nfi_sa *sa, struct nfi_error *err)
{
	const char *name = nfi_sa_options[NFI_SA_OPT_REPLAY_WINDOW].name;

	if (!sa->esn && sa->seq > UINT32_MAX)
		return nfi_error_at(err, nfi_sa_options[NFI_SA_OPT_SEQ].name,
				    "has more than 32 bits, which only esn has");
	if (sa->learn_seq && sa->direction != NFI_DIR_IN)
		return nfi_error_at(err,
				    nfi_sa_options[NFI_SA_OPT_LEARN_SEQ].name,
				    "only an inbound SA has it");
	if (!(sa->given & NFI_BIT(NFI_SA_OPT_REPLAY_WINDOW)))
		return 0;
	if (sa->learn_seq && !sa->replay_window)
		return nfi_error_at(err,
				    nfi_sa_options[NFI_SA_OPT_LEARN_SEQ].name,
				    "needs a replay-window above 0");
	if (sa->direction != NFI_DIR_IN)
		return nfi_error_at(err, name, "only an inbound SA has one");
	if (sa->replay_window % 32)
		return nfi_error_at(err, name, "%u is no multiple of 32",
				    sa->replay_window);
	if (sa->esn && !sa->replay_window)
		return nfi_error_at(err, nfi_sa_options[NFI_SA_OPT_ESN].name,
				    "needs a replay-window above 0");
	return 0;
}

static int check_limit(uint64_t soft, uint64_t hard,
		       enum nfi_sa_option option, struct nfi_error *err)
{
	if (!hard || soft <= hard)
		return 0;
	return nfi_error_at(err, nfi_sa_options[option].name,
			    "a soft limit beyond the hard one");
}

static int check_limits(const struct nfi_sa *sa, struct nfi_error *err)
{
	const struct nfi_limits *soft = &sa->soft, *hard = &sa->hard;

	if (check_limit(soft->packets, hard->packets,
			NFI_SA_OPT_SOFT_PACKETS, err) ||
	    check_limit(soft->bytes, hard->bytes,
			NFI_SA_OPT_SOFT_BYTES, err) ||
	    check_limit(soft->add_seconds, hard->add_seconds,
			NFI_SA_OPT_SOFT_SECONDS, err) ||
	    check_limit(soft->use_seconds, hard->use_seconds,
			NFI_SA_OPT_SOFT_USE_SECONDS, err))
		return -1;
	return 0;
}

static int check_encap(const struct nfi_sa *sa, struct nfi_error *err)
{
	bool nat = sa->keepalive || sa->follow;
	bool in = sa->direction == NFI_DIR_IN;
	enum nfi_sa_option option;

	if (sa->protocol == IPPROTO_AH && (sa->encap.type || sa->encap_strict)) {
		option = sa->encap.type ? NFI_SA_OPT_ENCAP :
					  NFI_SA_OPT_ENCAP_STRICT;
		return nfi_error_at(err, nfi_sa_options[option].name,
				    "only with esp");
	}
	if (sa->encap_strict && !in)
		return nfi_error_at(err,
				    nfi_sa_options[NFI_SA_OPT_ENCAP_STRICT].name,
				    "only an inbound SA has it");
	option = sa->follow ? NFI_SA_OPT_FOLLOW : NFI_SA_OPT_KEEPALIVE;
	if (nat && in)
		return nfi_error_at(err, nfi_sa_options[option].name,
				    "only an outbound SA has it");
	if (nat && !sa->encap.type)
		return nfi_error_at(err, nfi_sa_options[option].name,
				    "only with encap");
	return 0;
}

/* RFC 4303 2.6, 2.7 */
static int check_tfc(const struct nfi_sa *sa, struct nfi_error *err)
{
	enum nfi_sa_option option = sa->tfc ? NFI_SA_OPT_TFC :
					      NFI_SA_OPT_DUMMY_INTERVAL;

	if ((!sa->tfc && !sa->dummy_interval) ||
	    (sa->direction == NFI_DIR_OUT && sa->protocol == IPPROTO_ESP))
		return 0;
	return nfi_error_at(err, nfi_sa_options[option].name,
			    "only an outbound SA of esp has it");
}

/* RFC 4301 5.1.2.2 */
static int check_flow_label(const struct nfi_sa *sa, struct nfi_error *err)
{
	if (!sa->flow_label || (sa->direction == NFI_DIR_OUT &&
				sa->local.family == AF_INET6))
		return 0;
	return nfi_error_at(err, nfi_sa_options[NFI_SA_OPT_FLOW_LABEL].name,
			    "only an outbound SA over IPv6 has it");
}

/* What only a tunnel has an outer header for. */
static int check_transport(const struct nfi_sa *sa, struct nfi_error *err)
{
	static const enum nfi_sa_option tunnel_only[] = {
		NFI_SA_OPT_DF, NFI_SA_OPT_FLOW_LABEL, NFI_SA_OPT_DSCP,
		NFI_SA_OPT_DSCP_MAP, NFI_SA_OPT_DECAP_DSCP, NFI_SA_OPT_NO_ECN
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(tunnel_only); i++)
		if (sa->given & NFI_BIT(tunnel_only[i]))
			return nfi_error_at(err,
					    nfi_sa_options[tunnel_only[i]].name,
					    "only in tunnel mode");
	return 0;
}

/**
 * nfi_sa_check() - is an SA complete, and does it fit together?
 * @sa: the SA
 * @err: filled if not
 *
 * Return: 0 or -1.
 */
int nfi_sa_check(const struct nfi_sa *sa, struct nfi_error *err)
{
	bool ah = sa->protocol == IPPROTO_AH;
	int i;

	if (!sa->protocol)
		return nfi_error_set(err, "the protocol is missing: esp or ah");
	for (i = NFI_SA_OPT_NEW_LOCAL; i <= NFI_SA_OPT_NEW_REMOTE; i++)
		if (sa->given & NFI_BIT(i))
			return nfi_error_at(err, nfi_sa_options[i].name,
					    "only to change an SA that is there");
	i = ah ? NFI_SA_OPT_SUITE : NFI_SA_OPT_AUTH;
	if (sa->given & NFI_BIT(i))
		return nfi_error_at(err, nfi_sa_options[i].name, "only with %s",
				    ah ? "esp" : "ah");
	for (i = NFI_SA_OPT_SPI; i <= NFI_SA_OPT_KEY_FILE; i++)
		if (i != (ah ? NFI_SA_OPT_SUITE : NFI_SA_OPT_AUTH) &&
		    !(sa->given & NFI_BIT(i)))
			return nfi_error_set(err, "%s is missing",
					     nfi_sa_options[i].name);
	if (sa->local.family != sa->remote.family)
		return nfi_error_at(err,
				    nfi_sa_options[NFI_SA_OPT_REMOTE].name,
				    "local and remote are of two address families");
	if (!memcmp(&sa->local, &sa->remote, sizeof(sa->local)))
		return nfi_error_at(err,
				    nfi_sa_options[NFI_SA_OPT_REMOTE].name,
				    "local and remote are the same address");
	if (ah && sa->no_padding_check)
		return nfi_error_at(err,
				    nfi_sa_options[NFI_SA_OPT_NO_PADDING_CHECK].name,
				    "AH has no padding to check");
	if (sa->given & NFI_BIT(NFI_SA_OPT_DSCP) &&
	    sa->given & NFI_BIT(NFI_SA_OPT_DSCP_MAP))
		return nfi_error_at(err,
				    nfi_sa_options[NFI_SA_OPT_DSCP_MAP].name,
				    "not with dscp");
	if (sa->decap_dscp && sa->direction != NFI_DIR_IN)
		return nfi_error_at(err,
				    nfi_sa_options[NFI_SA_OPT_DECAP_DSCP].name,
				    "only an inbound SA has it");
	if (check_encap(sa, err) || check_tfc(sa, err) ||
	    check_flow_label(sa, err) ||
	    check_limits(sa, err) || check_sequence(sa, err))
		return -1;
	if (sa->mode == NFI_MODE_TRANSPORT && check_transport(sa, err))
		return -1;
	return nfi_selector_check(&sa->selector, err);
}

/**
 * nfi_sa_check_fresh() - may this suite have its key from this file?
 * @sa: a complete SA
 * @promise: how the operator promises that the key was never used
 * @err: filled if not
 *
 * A key from standard input is handed over by a program that has just made
 * it; one that lies in a file may be loaded again after a reboot, and a
 * counter mode would then repeat its counters.
 *
 * Return: 0 or -1.
 */
int nfi_sa_check_fresh(const struct nfi_sa *sa, const char *promise,
		       struct nfi_error *err)
{
	if (!sa->suite->counter || sa->fresh_key ||
	    !strcmp(sa->key_file, "-"))
		return 0;
	return nfi_error_at(err,
			    nfi_sa_options[sa->protocol == IPPROTO_AH ?
					   NFI_SA_OPT_AUTH :
					   NFI_SA_OPT_SUITE].name,
			    "%s must not have a static key (RFC 8221 section 3); if the key in this file was never used before, say '%s'",
			    sa->suite->name, promise);
}

/**
 * nfi_sa_format() - write an SA as `sa add` reads it
 * @sa: the SA
 * @out: where to, without the end of the line
 */
void nfi_sa_format(const struct nfi_sa *sa, FILE *out)
{
	uint64_t given = nfi_selector_given(&sa->selector);
	char text[NFI_TEXT_LEN];

	fprintf(out, "%s %s",
		nfi_text_name(nfi_text_directions, sa->direction),
		nfi_text_from_protocol(sa->protocol, text));
	nfi_option_format(nfi_sa_options, sa, sa->given, out);
	if (!given)
		return;
	fputs(" selector", out);
	nfi_option_format(nfi_selector_options, &sa->selector, given, out);
}

/**
 * nfi_sa_format_status() - write what the kernel says of an SA
 * @sa: the SA
 * @out: where to, without the end of the line
 */
void nfi_sa_format_status(const struct nfi_sa *sa, FILE *out)
{
	const struct nfi_sa_status *status = &sa->status;
	char text[NFI_TEXT_LEN];

	fprintf(out, "%s, age %llus, ",
		nfi_text_name(nfi_text_states, status->state),
		(unsigned long long)status->age);
	nfi_counters_format(&status->counters, out);
	if (status->mtu)
		fprintf(out, ", mtu %u", status->mtu);
	if (status->odd_ecn)
		fprintf(out, ", %llu with odd ECN",
			(unsigned long long)status->odd_ecn);
	if (status->dummies)
		fprintf(out, ", %llu dummies",
			(unsigned long long)status->dummies);
	if (status->resync_tries)
		fprintf(out, ", %llu resyncs in %llu tries",
			(unsigned long long)status->resyncs,
			(unsigned long long)status->resync_tries);
	if (status->peer.family != AF_UNSPEC)
		fprintf(out, ", peer %s %u",
			nfi_text_from_addr(&status->peer, text),
			status->peer_port);
	if (*status->driver)
		fprintf(out, ", %s", status->driver);
}
