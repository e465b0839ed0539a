// SPDX-License-Identifier: GPL-2.0
/*
 * nfipsec monitor: a line for each event, as it comes.
 */
#include "cmd.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "attr.h"
#include "error.h"
#include "json.h"
#include "model.h"
#include "nl.h"
#include "nl_policy.h"
#include "nl_sa.h"
#include "policy.h"
#include "sa.h"
#include "selector.h"
#include "text.h"

#define RECEIVE_MAX 65536

struct event {
	uint8_t cmd;
	const char *name;
	uint32_t number;
	bool hard;
	bool has_sa;
	struct nfi_sa sa;
	bool has_policy;
	struct nfi_policy policy;
	struct nfi_selector packet;
};

static const struct nfi_name event_names[] = {
	{ "sa-expire", NFI_CMD_SA_EXPIRE },
	{ "acquire", NFI_CMD_ACQUIRE },
	{ "sa-new", NFI_CMD_SA_NEW },
	{ "sa-changed", NFI_CMD_SA_CHANGED },
	{ "sa-gone", NFI_CMD_SA_GONE },
	{ "policy-new", NFI_CMD_POLICY_NEW },
	{ "policy-gone", NFI_CMD_POLICY_GONE },
	{ "sa-mapping", NFI_CMD_SA_MAPPING },
	{ NULL, 0 }
};

static const struct nfi_name groups[] = {
	{ "changes", NFI_NL_CHANGES },
	{ "acquires", NFI_NL_ACQUIRES },
	{ NULL, 0 }
};

static void clear_event(struct event *event)
{
	nfi_sa_clear(&event->sa);
	nfi_policy_clear(&event->policy);
	nfi_selector_clear(&event->packet);
}

static int read_event(const struct nlmsghdr *nlh, struct event *event,
		      struct nfi_error *err)
{
	const struct genlmsghdr *genl = mnl_nlmsg_get_payload(nlh);
	const struct nlattr *attr;

	memset(event, 0, sizeof(*event));
	event->cmd = genl->cmd;
	event->name = nfi_text_name(event_names, genl->cmd);
	mnl_attr_for_each(attr, nlh, GENL_HDRLEN) {
		switch (mnl_attr_get_type(attr)) {
		case NFI_A_EVENT:
			event->number = nfi_attr_u32(attr);
			break;
		case NFI_A_HARD:
			event->hard = true;
			break;
		case NFI_A_SA:
			event->has_sa = true;
			if (nfi_nl_sa_get(attr, &event->sa, err))
				return -1;
			break;
		case NFI_A_POLICY:
			event->has_policy = true;
			if (nfi_nl_policy_get(attr, &event->policy, err))
				return -1;
			break;
		case NFI_A_PACKET:
			if (nfi_attr_get_selector(attr, &event->packet, err))
				return -1;
			break;
		}
	}
	return 0;
}

static void print_sa(const struct event *event)
{
	struct nfi_sa sa = event->sa;

	sa.given = NFI_BIT(NFI_SA_OPT_SPI) | NFI_BIT(NFI_SA_OPT_LOCAL) |
		   NFI_BIT(NFI_SA_OPT_REMOTE);
	if (sa.reqid)
		sa.given |= NFI_BIT(NFI_SA_OPT_REQID);
	memset(&sa.selector, 0, sizeof(sa.selector));
	putchar(' ');
	nfi_sa_format(&sa, stdout);
	fputs(" # ", stdout);
	nfi_sa_format_status(&sa, stdout);
}

static void print_policy(const struct event *event)
{
	uint64_t given = nfi_selector_given(&event->packet);

	putchar(' ');
	nfi_policy_format(&event->policy, stdout);
	if (given) {
		fputs(" # for", stdout);
		nfi_option_format(nfi_selector_options, &event->packet, given,
				  stdout);
	}
	/* it has no number where only its SAs are known */
	if (event->policy.id)
		printf(" # id %u", event->policy.id);
}

static void print_event(const struct event *event)
{
	printf("%u %s", event->number, event->name);
	if (event->cmd == NFI_CMD_SA_EXPIRE)
		fputs(event->hard ? " hard" : " soft", stdout);
	if (event->has_sa)
		print_sa(event);
	if (event->has_policy)
		print_policy(event);
	putchar('\n');
}

static void print_event_json(const struct event *event)
{
	json_t *object = json_object();

	json_object_set_new(object, "event", json_string(event->name));
	json_object_set_new(object, "number", json_integer(event->number));
	if (event->cmd == NFI_CMD_SA_EXPIRE)
		json_object_set_new(object, "hard", json_boolean(event->hard));
	if (event->has_sa)
		json_object_set_new(object, "sa",
				    nfi_json_sa(&event->sa, true));
	if (event->has_policy)
		json_object_set_new(object, "policy",
				    nfi_json_policy(&event->policy, true));
	if (nfi_selector_given(&event->packet))
		json_object_set_new(object, "packet",
				    nfi_json_selector(&event->packet));
	nfi_json_print(object);
}

static void warn_gap(bool json, uint32_t missed)
{
	if (json)
		nfi_json_print(json_pack("{s:s,s:I}", "event", "gap",
					 "missed", (json_int_t)missed));
	else
		fprintf(stderr, "nfipsec: monitor: warning: %u events were missed\n",
			missed);
}

/*
 * Warn if events are missing before this one. @expect is the number that it
 * should have, 0 before the first.
 */
static void check_number(bool json, uint32_t number, uint32_t *expect)
{
	uint32_t missed = number - *expect;

	if (*expect && missed)
		warn_gap(json, missed);
	*expect = number + 1;
}

static int take_events(const struct nfi_cmd_context *ctx, uint16_t family,
		       const char *buf, int len, uint32_t *expect,
		       struct nfi_error *err)
{
	const struct nlmsghdr *nlh = (const struct nlmsghdr *)buf;
	struct event event;

	for (; mnl_nlmsg_ok(nlh, len); nlh = mnl_nlmsg_next(nlh, &len)) {
		if (nlh->nlmsg_type != family ||
		    mnl_nlmsg_get_payload_len(nlh) < GENL_HDRLEN)
			continue;
		if (read_event(nlh, &event, err)) {
			clear_event(&event);
			return -1;
		}
		check_number(ctx->json, event.number, expect);
		if (ctx->json)
			print_event_json(&event);
		else
			print_event(&event);
		fflush(stdout);
		clear_event(&event);
	}
	return 0;
}

static int watch(const struct nfi_cmd_context *ctx, struct nfi_nl *nl,
		 enum nfi_nl_group group, struct nfi_error *err)
{
	char buf[RECEIVE_MAX];
	uint32_t expect = 0;
	int len;

	if (nfi_nl_subscribe(nl, group, err))
		return -1;
	if (ctx->verbose) {
		puts("listening");
		fflush(stdout);
	}
	while (!ferror(stdout)) {
		len = mnl_socket_recvfrom(nl->socket, buf, sizeof(buf));
		if (len > 0 && take_events(ctx, nl->family, buf, len, &expect,
					   err))
			return -1;
		if (len < 0 && errno == ENOBUFS)
			continue;	/* the next event's number will tell */
		if (len < 0 && errno != EINTR)
			return nfi_error_set(err, "%s", strerror(errno));
	}
	return 0;
}

/**
 * nfi_cmd_monitor() - nfipsec monitor [changes|acquires]
 * @ctx: the command
 * @words: its words
 *
 * Return: exit status; not before a signal or an error.
 */
enum nfi_exit nfi_cmd_monitor(const struct nfi_cmd_context *ctx,
			      struct nfi_words *words)
{
	uint32_t group = NFI_NL_EVENTS;
	struct nfi_error err;
	struct nfi_nl nl;
	int ret;

	if (words->left &&
	    nfi_text_choice(nfi_words_take(words), groups, &group, &err))
		return nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	if (nfi_words_end(words, &err))
		return nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	if (nfi_cmd_connect(&nl))
		return NFI_EXIT_REFUSED;
	ret = watch(ctx, &nl, group, &err);
	nfi_nl_close(&nl);
	return ret ? nfi_cmd_fail(ctx, NFI_EXIT_REFUSED, &err) : NFI_EXIT_OK;
}
