// SPDX-License-Identifier: GPL-2.0
/*
 * The tunnel and transport sections of a configuration file. A connection
 * becomes an SA in each direction and, for each pair of networks, a policy in
 * each direction; the SPI of the outbound SA is the reqid that ties them.
 */
#include "conf_section.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "error.h"
#include "model.h"
#include "policy.h"
#include "selector.h"
#include "text.h"

#define DEFAULT_PRIORITY 1000

/* A section that must be there exactly once. */
static cfg_t *only_section(const struct nfi_conf_connection *c, const char *name)
{
	if (cfg_size(c->section, name) > 1) {
		nfi_scan_wrong(&c->conf->scan,
			       nfi_conf_place(c->conf, cfg_getnsec(c->section, name, 1)),
			       c->conf->err, "%s: given twice", name);
		return NULL;
	}
	return cfg_getsec(c->section, name);
}

/* Each kind of connection has options that the other cannot have. */
static int check_kind(const struct nfi_conf_connection *c, bool tunnel)
{
	static const char *const of_tunnel[] = {
		"local-subnets", "remote-subnets", "df", "dscp", "ecn", NULL
	};
	static const char *const of_transport[] = {
		"proto", "local-port", "remote-port", NULL
	};
	const char *const *names = tunnel ? of_transport : of_tunnel;
	const struct nfi_conf_value *value;

	for (; *names; names++) {
		value = nfi_conf_value(c->section, *names);
		if (value)
			return nfi_scan_wrong(&c->conf->scan, value->token,
					      c->conf->err,
					      "%s: only in a %s section",
					      *names, tunnel ? "transport" :
							       "tunnel");
	}
	return 0;
}

static int find_sections(struct nfi_conf_connection *c, bool tunnel)
{
	static const char *const required[] = {
		"local", "remote", "esp", "out", "in", NULL
	};
	static const char *const subnets[] = {
		"local-subnets", "remote-subnets", NULL
	};
	static const char *const in_sa[] = { "spi", "key-file", NULL };

	if (check_kind(c, tunnel) ||
	    nfi_conf_require(c->conf, c->section, required))
		return -1;
	if (tunnel && nfi_conf_require(c->conf, c->section, subnets))
		return -1;
	c->out_section = only_section(c, "out");
	if (!c->out_section || nfi_conf_require(c->conf, c->out_section, in_sa))
		return -1;
	c->in_section = only_section(c, "in");
	if (!c->in_section || nfi_conf_require(c->conf, c->in_section, in_sa))
		return -1;
	return 0;
}

/* What all policies of the connection have in common. */
static int read_model(struct nfi_conf_connection *c, bool tunnel)
{
	struct nfi_policy *model = &c->model;
	const struct nfi_conf_value *value;
	const struct nfi_option *priority;

	priority = &nfi_policy_options[NFI_POLICY_OPT_PRIORITY];
	model->action = NFI_ACTION_PROTECT;
	model->priority = DEFAULT_PRIORITY;
	model->esp = true;
	model->mode = c->out->mode;
	model->reqid = c->out->reqid;
	model->given = NFI_BIT(NFI_POLICY_OPT_PRIORITY) |
		       NFI_BIT(NFI_POLICY_OPT_ESP) |
		       NFI_BIT(NFI_POLICY_OPT_MODE) |
		       NFI_BIT(NFI_POLICY_OPT_REQID);
	if (tunnel) {
		model->outer_local = c->out->local;
		model->outer_remote = c->out->remote;
		model->given |= NFI_BIT(NFI_POLICY_OPT_OUTER_LOCAL) |
				NFI_BIT(NFI_POLICY_OPT_OUTER_REMOTE);
	}
	value = nfi_conf_value(c->section, priority->name);
	return value ? nfi_conf_set(c->conf, priority->name, value, priority,
				    model) : 0;
}

/* Policies of both directions for what @selector matches. */
static int add_policies(const struct nfi_conf_connection *c,
			const struct nfi_selector *selector,
			unsigned int place)
{
	static const uint32_t directions[] = { NFI_DIR_OUT, NFI_DIR_IN };
	uint64_t given = nfi_selector_given(selector);
	struct nfi_policy *policy;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(directions); i++) {
		policy = nfi_conf_add_policy(c->conf, place);
		if (!policy)
			return -1;
		*policy = c->model;
		policy->direction = directions[i];
		policy->selector = *selector;
		/* A policy's selector options follow its priority. */
		policy->given |= given << NFI_POLICY_OPT_LOCAL;
	}
	return 0;
}

/* All prefixes of a list; NULL if one is wrong. */
static struct nfi_prefix *read_subnets(const struct nfi_conf_connection *c,
				       cfg_opt_t *list)
{
	unsigned int i, n = cfg_opt_size(list);
	const struct nfi_conf_value *value;
	struct nfi_prefix *prefixes;
	struct nfi_error why;

	prefixes = calloc(n, sizeof(*prefixes));
	if (!prefixes) {
		nfi_error_memory(c->conf->err);
		return NULL;
	}
	for (i = 0; i < n; i++) {
		value = cfg_opt_getnptr(list, i);
		if (!nfi_text_prefix(value->text, &prefixes[i], &why))
			continue;
		nfi_scan_wrong(&c->conf->scan, value->token, c->conf->err,
			       "%s: %s", cfg_opt_name(list), why.text);
		free(prefixes);
		return NULL;
	}
	return prefixes;
}

/* Say which networks have no partner of their address family. */
static void warn_alone(const struct nfi_conf_connection *c, cfg_opt_t *list,
		       const struct nfi_prefix *prefixes, cfg_opt_t *others,
		       const struct nfi_prefix *other_prefixes)
{
	const struct nfi_conf_value *value;
	struct nfi_error warning;
	unsigned int i, j;

	for (i = 0; i < cfg_opt_size(list); i++) {
		for (j = 0; j < cfg_opt_size(others); j++)
			if (prefixes[i].addr.family ==
			    other_prefixes[j].addr.family)
				break;
		if (j < cfg_opt_size(others))
			continue;
		value = cfg_opt_getnptr(list, i);
		nfi_scan_wrong(&c->conf->scan, value->token, &warning,
			       "warning: %s has no partner of its family in %s, so this connection does not protect it",
			       value->text, cfg_opt_name(others));
		fprintf(stderr, "%s\n", warning.text);
	}
}

static int add_pairs(const struct nfi_conf_connection *c, cfg_opt_t *locals,
		     const struct nfi_prefix *local, cfg_opt_t *remotes,
		     const struct nfi_prefix *remote)
{
	struct nfi_selector selector = { .protocol = 0 };
	const struct nfi_conf_value *value;
	unsigned int i, j, n = 0;

	for (i = 0; i < cfg_opt_size(locals); i++) {
		for (j = 0; j < cfg_opt_size(remotes); j++) {
			if (local[i].addr.family != remote[j].addr.family)
				continue;
			selector.local = local[i];
			selector.remote = remote[j];
			value = cfg_opt_getnptr(locals, i);
			if (add_policies(c, &selector, value->token))
				return -1;
			n++;
		}
	}
	if (!n)
		return nfi_scan_wrong(&c->conf->scan,
				      nfi_conf_place(c->conf, c->section),
				      c->conf->err,
				      "%s %s: no two of its networks are of the same address family",
				      cfg_name(c->section),
				      cfg_title(c->section));
	/*
	 * An SA has one selector so far. Where there are more pairs it has
	 * none and takes whatever the other end seals, until the control
	 * protocol has lists of them.
	 */
	if (n == 1)
		c->in->selector = selector;
	warn_alone(c, locals, local, remotes, remote);
	warn_alone(c, remotes, remote, locals, local);
	return 0;
}

static int read_pairs(const struct nfi_conf_connection *c)
{
	cfg_opt_t *locals = cfg_getopt(c->section, "local-subnets");
	cfg_opt_t *remotes = cfg_getopt(c->section, "remote-subnets");
	struct nfi_prefix *local, *remote;
	int ret = -1;

	local = read_subnets(c, locals);
	if (!local)
		return -1;
	remote = read_subnets(c, remotes);
	if (remote)
		ret = add_pairs(c, locals, local, remotes, remote);
	free(local);
	free(remote);
	return ret;
}

/* From host to host: the SA's own addresses, and perhaps ports. */
static int read_host_pair(const struct nfi_conf_connection *c)
{
	static const char *const names[] = {
		"proto", "local-port", "remote-port"
	};
	struct nfi_selector *selector = &c->in->selector;
	const struct nfi_conf_value *value;
	const struct nfi_option *option;
	struct nfi_error why;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(names); i++) {
		value = nfi_conf_value(c->section, names[i]);
		option = nfi_selector_options;
		option += nfi_option_find(nfi_selector_options, names[i]);
		if (value && nfi_conf_set(c->conf, names[i], value, option,
					  selector))
			return -1;
	}
	selector->local.addr = c->in->local;
	selector->local.len = nfi_text_addr_bits(&c->in->local);
	selector->remote.addr = c->in->remote;
	selector->remote.len = nfi_text_addr_bits(&c->in->remote);
	if (nfi_selector_check(selector, &why))
		return nfi_scan_wrong(&c->conf->scan,
				      nfi_conf_value_place(c->conf, c->section,
							   why.option),
				      c->conf->err, "%s", why.text);
	return add_policies(c, selector,
			    nfi_conf_place(c->conf, c->section));
}

/**
 * nfi_conf_read_connection() - one tunnel or transport section
 * @conf: the file
 * @section: the section
 * @tunnel: which of the two it is
 *
 * Return: 0 or -1.
 */
int nfi_conf_read_connection(struct nfi_conf *conf, cfg_t *section,
			     bool tunnel)
{
	struct nfi_conf_connection c = { .conf = conf, .section = section };

	if (find_sections(&c, tunnel) || nfi_conf_read_sas(&c, tunnel) ||
	    read_model(&c, tunnel))
		return -1;
	if (tunnel ? read_pairs(&c) : read_host_pair(&c))
		return -1;
	return nfi_conf_read_keys(&c);
}
