// SPDX-License-Identifier: GPL-2.0
/*
 * The two SAs of a tunnel or transport section of a configuration file, and
 * the keys they take from files.
 */
#include "conf_section.h"

#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "key.h"
#include "model.h"
#include "sa.h"
#include "suite.h"
#include "text.h"

enum who { OUT = 1, IN = 2, BOTH = OUT | IN };

enum how { AS_IT_IS, IF_TRUE, IF_FALSE };

/* What the options of a section are to its SAs. */
static const struct field {
	const char *name;
	enum nfi_sa_option option;
	enum who who;
	enum how how;
} fields[] = {
	{ "spi", NFI_SA_OPT_SPI, BOTH, AS_IT_IS },
	{ "key-file", NFI_SA_OPT_KEY_FILE, BOTH, AS_IT_IS },
	{ "seq", NFI_SA_OPT_SEQ, BOTH, AS_IT_IS },
	{ "local", NFI_SA_OPT_LOCAL, BOTH, AS_IT_IS },
	{ "remote", NFI_SA_OPT_REMOTE, BOTH, AS_IT_IS },
	{ "esp", NFI_SA_OPT_SUITE, BOTH, AS_IT_IS },
	{ "ah", NFI_SA_OPT_AUTH, BOTH, AS_IT_IS },
	{ "fresh-keys", NFI_SA_OPT_FRESH_KEY, BOTH, IF_TRUE },
	{ "esn", NFI_SA_OPT_ESN, BOTH, IF_TRUE },
	{ "replay-window", NFI_SA_OPT_REPLAY_WINDOW, IN, AS_IT_IS },
	{ "learn-seq", NFI_SA_OPT_LEARN_SEQ, IN, IF_TRUE },
	{ "padding-check", NFI_SA_OPT_NO_PADDING_CHECK, IN, IF_FALSE },
	{ "icmp-check", NFI_SA_OPT_NO_ICMP_CHECK, IN, IF_FALSE },
	{ "decap-dscp", NFI_SA_OPT_DECAP_DSCP, IN, IF_TRUE },
	{ "soft-packets", NFI_SA_OPT_SOFT_PACKETS, BOTH, AS_IT_IS },
	{ "soft-bytes", NFI_SA_OPT_SOFT_BYTES, BOTH, AS_IT_IS },
	{ "soft-seconds", NFI_SA_OPT_SOFT_SECONDS, BOTH, AS_IT_IS },
	{ "soft-use-seconds", NFI_SA_OPT_SOFT_USE_SECONDS, BOTH, AS_IT_IS },
	{ "hard-packets", NFI_SA_OPT_HARD_PACKETS, BOTH, AS_IT_IS },
	{ "hard-bytes", NFI_SA_OPT_HARD_BYTES, BOTH, AS_IT_IS },
	{ "hard-seconds", NFI_SA_OPT_HARD_SECONDS, BOTH, AS_IT_IS },
	{ "hard-use-seconds", NFI_SA_OPT_HARD_USE_SECONDS, BOTH, AS_IT_IS },
	{ "mss-clamp", NFI_SA_OPT_NO_MSS_CLAMP, OUT, IF_FALSE },
	{ "df", NFI_SA_OPT_DF, OUT, AS_IT_IS },
	{ "flow-label", NFI_SA_OPT_FLOW_LABEL, OUT, AS_IT_IS },
	{ "dscp", NFI_SA_OPT_DSCP, OUT, AS_IT_IS },
	{ "dscp-map", NFI_SA_OPT_DSCP_MAP, OUT, AS_IT_IS },
	{ "ecn", NFI_SA_OPT_NO_ECN, BOTH, IF_FALSE },
	{ "engine", NFI_SA_OPT_ENGINE, BOTH, AS_IT_IS },
	{ "encap", NFI_SA_OPT_ENCAP, BOTH, AS_IT_IS },
	{ "encap-strict", NFI_SA_OPT_ENCAP_STRICT, IN, IF_TRUE },
	{ "keepalive", NFI_SA_OPT_KEEPALIVE, OUT, AS_IT_IS },
	{ "follow", NFI_SA_OPT_FOLLOW, OUT, IF_TRUE },
	{ "tfc", NFI_SA_OPT_TFC, OUT, AS_IT_IS },
	{ "dummy-interval", NFI_SA_OPT_DUMMY_INTERVAL, OUT, AS_IT_IS },
};

static const struct field *find_field(const char *name)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(fields); i++)
		if (!strcmp(fields[i].name, name))
			return &fields[i];
	return NULL;
}

static int set_field(const struct nfi_conf *conf, const struct field *field,
		     const struct nfi_conf_value *value, struct nfi_sa *sa)
{
	struct nfi_error why;
	bool yes, wanted = field->how == IF_TRUE;

	if (field->how != AS_IT_IS) {
		if (nfi_text_bool(value->text, &yes, &why))
			return nfi_scan_wrong(&conf->scan, value->token,
					      conf->err, "%s: %s",
					      field->name, why.text);
		if (yes != wanted)
			return 0;
	}
	sa->given |= NFI_BIT(field->option);
	return nfi_conf_set(conf, field->name, value,
			    &nfi_sa_options[field->option], sa);
}

/* Put all options of a section that concern SAs into those of @who. */
static int read_fields(const struct nfi_conf_connection *c, cfg_t *section,
		       enum who who)
{
	const struct nfi_conf_value *value;
	const struct field *field;
	unsigned int i;

	for (i = 0; i < cfg_num(section); i++) {
		field = find_field(cfg_opt_name(cfg_getnopt(section, i)));
		if (!field)
			continue;
		value = nfi_conf_value(section, field->name);
		if (!value)
			continue;
		if ((field->who & who & OUT) &&
		    set_field(c->conf, field, value, c->out))
			return -1;
		if ((field->who & who & IN) &&
		    set_field(c->conf, field, value, c->in))
			return -1;
	}
	return 0;
}

static struct nfi_conf_sa_place place_of(cfg_t *section)
{
	return (struct nfi_conf_sa_place) {
		.spi = nfi_conf_value(section, "spi")->token,
		.key_file = nfi_conf_value(section, "key-file")->token,
	};
}

/* The SAs, and where they come from. */
static int add_sas(struct nfi_conf_connection *c)
{
	struct nfi_config *config = c->conf->config;
	size_t n = config->n_sas;
	struct nfi_conf_sa_place *places;

	places = reallocarray(c->conf->sas, n + 2, sizeof(*places));
	if (!places)
		return nfi_error_memory(c->conf->err);
	c->conf->sas = places;
	places[n] = place_of(c->out_section);
	places[n + 1] = place_of(c->in_section);
	if (!nfi_config_add_sa(config, c->conf->err) ||
	    !nfi_config_add_sa(config, c->conf->err))
		return -1;
	c->out = &config->sas[n];
	c->in = &config->sas[n + 1];
	return 0;
}

/* A check of an SA failed: @why->option says where, in words of the model. */
static int wrong_sa(const struct nfi_conf_connection *c, cfg_t *sa_section,
		    const struct nfi_error *why)
{
	unsigned int place = nfi_conf_place(c->conf, c->section);
	const char *text = why->text, *name = "";
	size_t i;

	for (i = 0; why->option && i < ARRAY_SIZE(fields); i++) {
		if (strcmp(nfi_sa_options[fields[i].option].name, why->option))
			continue;
		name = fields[i].name;
		text += strlen(why->option);
		place = nfi_conf_value_place(c->conf,
					     i < 3 ? sa_section : c->section,
					     name);
	}
	return nfi_scan_wrong(&c->conf->scan, place, c->conf->err, "%s%s",
			      name, text);
}

/**
 * nfi_conf_read_sas() - make the SAs of a connection, without their keys
 * @c: the connection, its sections found
 * @tunnel: the mode
 *
 * Return: 0 or -1.
 */
int nfi_conf_read_sas(struct nfi_conf_connection *c, bool tunnel)
{
	struct nfi_error why;

	if (add_sas(c))
		return -1;
	c->out->direction = NFI_DIR_OUT;
	c->in->direction = NFI_DIR_IN;
	c->out->protocol = nfi_conf_value(c->section, "ah") ? IPPROTO_AH :
							      IPPROTO_ESP;
	c->in->protocol = c->out->protocol;
	c->out->mode = tunnel ? NFI_MODE_TUNNEL : NFI_MODE_TRANSPORT;
	c->in->mode = c->out->mode;
	if (read_fields(c, c->section, BOTH) ||
	    read_fields(c, c->out_section, OUT) ||
	    read_fields(c, c->in_section, IN))
		return -1;
	c->out->reqid = c->out->spi;
	c->in->reqid = c->out->spi;
	c->out->given |= NFI_BIT(NFI_SA_OPT_MODE) | NFI_BIT(NFI_SA_OPT_REQID);
	c->in->given |= NFI_BIT(NFI_SA_OPT_MODE) | NFI_BIT(NFI_SA_OPT_REQID);
	if (nfi_sa_check(c->out, &why) ||
	    nfi_sa_check_fresh(c->out, "fresh-keys = true", &why))
		return wrong_sa(c, c->out_section, &why);
	if (nfi_sa_check(c->in, &why))
		return wrong_sa(c, c->in_section, &why);
	return 0;
}

/* The name of a key file, from the directory of the configuration file. */
static int resolve_key_file(const struct nfi_conf *conf, char **key_file)
{
	const char *slash = strrchr(conf->scan.path, '/');
	char *path;

	if (!slash || **key_file == '/')
		return 0;
	if (asprintf(&path, "%.*s/%s", (int)(slash - conf->scan.path),
		     conf->scan.path, *key_file) < 0)
		return nfi_error_memory(conf->err);
	free(*key_file);
	*key_file = path;
	return 0;
}

static int read_key(const struct nfi_conf *conf, cfg_t *section,
		    struct nfi_sa *sa)
{
	unsigned int place = nfi_conf_value_place(conf, section, "key-file");
	struct nfi_error why;
	int error;

	if (!strcmp(sa->key_file, "-"))
		return nfi_scan_wrong(&conf->scan, place, conf->err,
				      "key-file: here it must be a file");
	if (resolve_key_file(conf, &sa->key_file))
		return -1;
	if (!nfi_key_read(sa->key_file, sa->suite, &sa->key, &why))
		return 0;
	error = errno;
	explicit_bzero(&sa->key, sizeof(sa->key));
	if (!error) {
		*conf->err = why;
		return -1;
	}
	if (conf->lenient && error == EACCES) {
		nfi_error_print("nfipsec: warning: %s, so it was not checked",
				why.text);
		return 0;
	}
	return nfi_scan_wrong(&conf->scan, place, conf->err, "key-file: %s",
			      why.text);
}

/**
 * nfi_conf_read_keys() - read the key files of a connection
 * @c: the connection with its SAs
 *
 * Return: 0 or -1.
 */
int nfi_conf_read_keys(const struct nfi_conf_connection *c)
{
	if (read_key(c->conf, c->out_section, c->out) ||
	    read_key(c->conf, c->in_section, c->in))
		return -1;
	return 0;
}
