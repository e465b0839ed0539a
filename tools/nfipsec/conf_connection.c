// SPDX-License-Identifier: GPL-2.0
/*
 * The tunnel and transport sections of a configuration file. A connection
 * becomes an SA in each direction and, for each address family of its networks,
 * a policy in each direction; the SPI of the outbound SA is the reqid that ties
 * them.
 */
#include "conf_section.h"

#include <netinet/in.h>
#include <stdio.h>
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
		"local-subnets", "remote-subnets", "df", "dscp", "dscp-map",
		"ecn", NULL
	};
	static const char *const of_transport[] = {
		"proto", "local-port", "remote-port", "icmp-type", "mh-type",
		NULL
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

/* One of them, and it is clear which. */
static int check_protocol(const struct nfi_conf_connection *c)
{
	static const char *const esp[] = { "esp", NULL };
	const struct nfi_conf_value *ah = nfi_conf_value(c->section, "ah");

	if (!ah)
		return nfi_conf_require(c->conf, c->section, esp);
	if (!nfi_conf_value(c->section, "esp"))
		return 0;
	return nfi_scan_wrong(&c->conf->scan, ah->token, c->conf->err,
			      "ah: not beside esp: a connection has one of them");
}

static int find_sections(struct nfi_conf_connection *c, bool tunnel)
{
	static const char *const required[] = {
		"local", "remote", "out", "in", NULL
	};
	static const char *const subnets[] = {
		"local-subnets", "remote-subnets", NULL
	};
	static const char *const in_sa[] = { "spi", "key-file", NULL };

	if (check_kind(c, tunnel) ||
	    nfi_conf_require(c->conf, c->section, required))
		return -1;
	if (check_protocol(c) ||
	    (tunnel && nfi_conf_require(c->conf, c->section, subnets)))
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
	model->esp = c->out->protocol == IPPROTO_ESP;
	model->ah = !model->esp;
	model->mode = c->out->mode;
	model->reqid = c->out->reqid;
	model->given = NFI_BIT(NFI_POLICY_OPT_PRIORITY) |
		       NFI_BIT(model->ah ? NFI_POLICY_OPT_AH :
					   NFI_POLICY_OPT_ESP) |
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
		if (nfi_selector_copy(&policy->selector, selector,
				      c->conf->err))
			return -1;
		/* A policy's selector options follow its priority. */
		policy->given |= given << NFI_POLICY_OPT_LOCAL;
	}
	return 0;
}

/* All networks of a list. */
static int read_subnets(const struct nfi_conf_connection *c, const char *name,
			struct nfi_ranges *ranges)
{
	const struct nfi_option option = { .kind = NFI_OPTION_RANGES };

	return nfi_conf_set_list(c->conf, c->section, name, &option, ranges);
}

/* Those of one family; the file and its numbers of tokens stay as they are. */
static int pick(const struct nfi_ranges *all, uint32_t family,
		struct nfi_ranges *some, struct nfi_error *err)
{
	size_t i;

	for (i = 0; i < all->n; i++)
		if (all->items[i].first.family == family &&
		    nfi_ranges_add(some, &all->items[i], err))
			return -1;
	return 0;
}

static bool has_family(const struct nfi_ranges *ranges, uint32_t family)
{
	size_t i;

	for (i = 0; i < ranges->n; i++)
		if (ranges->items[i].first.family == family)
			return true;
	return false;
}

/* Say which networks have no partner of their address family. */
static void warn_alone(const struct nfi_conf_connection *c, const char *name,
		       const struct nfi_ranges *ranges, const char *others,
		       const struct nfi_ranges *other_ranges)
{
	cfg_opt_t *list = cfg_getopt(c->section, name);
	const struct nfi_conf_value *value;
	struct nfi_error warning;
	unsigned int i;

	for (i = 0; i < ranges->n; i++) {
		if (has_family(other_ranges, ranges->items[i].first.family))
			continue;
		value = cfg_opt_getnptr(list, i);
		nfi_scan_wrong(&c->conf->scan, value->token, &warning,
			       "warning: %s has no partner of its family in %s, so this connection does not protect it",
			       value->text, others);
		nfi_error_print("%s", warning.text);
	}
}

/*
 * The policies of one address family, and the selector of the inbound SA. Of
 * two families it has none: a selector has one family, so such an SA is held
 * against the policies of its reqid.
 */
static int add_family(const struct nfi_conf_connection *c, uint32_t family,
		      const struct nfi_selector *all, unsigned int *families)
{
	cfg_opt_t *locals = cfg_getopt(c->section, "local-subnets");
	struct nfi_selector selector = { .local.n = 0 };
	const struct nfi_conf_value *value;
	int ret;

	ret = pick(&all->local, family, &selector.local, c->conf->err) ||
	      pick(&all->remote, family, &selector.remote, c->conf->err);
	if (!ret && selector.local.n && selector.remote.n) {
		value = cfg_opt_getnptr(locals, 0);
		ret = add_policies(c, &selector, value->token);
		nfi_selector_clear(&c->in->selector);
		if (!ret && !(*families)++)
			ret = nfi_selector_copy(&c->in->selector, &selector,
						c->conf->err);
	}
	nfi_selector_clear(&selector);
	return ret ? -1 : 0;
}

static int add_networks(const struct nfi_conf_connection *c,
			const struct nfi_selector *all)
{
	unsigned int families = 0;

	if (add_family(c, AF_INET, all, &families) ||
	    add_family(c, AF_INET6, all, &families))
		return -1;
	if (!families)
		return nfi_scan_wrong(&c->conf->scan,
				      nfi_conf_place(c->conf, c->section),
				      c->conf->err,
				      "%s %s: no two of its networks are of the same address family",
				      cfg_name(c->section),
				      cfg_title(c->section));
	warn_alone(c, "local-subnets", &all->local, "remote-subnets",
		   &all->remote);
	warn_alone(c, "remote-subnets", &all->remote, "local-subnets",
		   &all->local);
	return 0;
}

static int read_networks(const struct nfi_conf_connection *c)
{
	struct nfi_selector all = { .local.n = 0 };
	int ret = -1;

	if (!read_subnets(c, "local-subnets", &all.local) &&
	    !read_subnets(c, "remote-subnets", &all.remote))
		ret = add_networks(c, &all);
	nfi_selector_clear(&all);
	return ret;
}

static int set_host(struct nfi_ranges *ranges, const struct nfi_addr *addr,
		    struct nfi_error *err)
{
	const struct nfi_range range = { *addr, *addr };

	return nfi_ranges_add(ranges, &range, err);
}

/* From host to host: the SA's own addresses, and perhaps ports. */
static int read_host_pair(const struct nfi_conf_connection *c)
{
	static const char *const names[] = {
		"proto", "local-port", "remote-port", "icmp-type", "mh-type"
	};
	struct nfi_selector *selector = &c->in->selector;
	const struct nfi_option *option;
	struct nfi_error why;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(names); i++) {
		option = nfi_selector_options;
		option += nfi_option_find(nfi_selector_options, names[i]);
		if (nfi_conf_set_list(c->conf, c->section, names[i], option,
				      selector))
			return -1;
	}
	if (set_host(&selector->local, &c->in->local, c->conf->err) ||
	    set_host(&selector->remote, &c->in->remote, c->conf->err))
		return -1;
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
	if (tunnel ? read_networks(&c) : read_host_pair(&c))
		return -1;
	return nfi_conf_read_keys(&c);
}
