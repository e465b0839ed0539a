/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the sections of a configuration file are read with: libconfuse's
 * sections, and values that know where they stand.
 */
#ifndef NFIPSEC_CONF_SECTION_H
#define NFIPSEC_CONF_SECTION_H

#include <confuse.h>
#include <stdbool.h>
#include <stddef.h>

#include "conf_scan.h"
#include "model.h"

struct nfi_error;
struct nfi_option;

/* A value, the name of its option and the number of its token. */
struct nfi_conf_value {
	const char *name;
	char *text;
	unsigned int token;
};

/* Where an SA comes from: tokens of its SPI and its key file. */
struct nfi_conf_sa_place {
	unsigned int spi;
	unsigned int key_file;
};

/**
 * struct nfi_conf - a configuration file being read
 * @scan: its tokens
 * @config: what it says, filled section by section
 * @sas: for each SA of @config the tokens it comes from
 * @policies: for each policy of @config the token it comes from
 * @lenient: key files that this user may not read are passed over
 * @replaced: name of an option that was given once more, NULL for none
 * @replaced_token: where it was given first
 * @err: filled on failure
 */
struct nfi_conf {
	struct nfi_scan scan;
	struct nfi_config *config;
	struct nfi_conf_sa_place *sas;
	unsigned int *policies;
	bool lenient;
	const char *replaced;
	unsigned int replaced_token;
	struct nfi_error *err;
};

/* The file that libconfuse parses now; its callbacks have no argument. */
extern struct nfi_conf *nfi_conf_parsing;

/**
 * struct nfi_conf_connection - a tunnel or transport section being read
 * @conf: the file
 * @section: the section
 * @out_section: its section "out"
 * @in_section: its section "in"
 * @out: the outbound SA
 * @in: the inbound SA; the two are the last of the configuration
 * @model: what all its policies have in common
 */
struct nfi_conf_connection {
	struct nfi_conf *conf;
	cfg_t *section;
	cfg_t *out_section;
	cfg_t *in_section;
	struct nfi_sa *out;
	struct nfi_sa *in;
	struct nfi_policy model;
};

int nfi_conf_parse_value(cfg_t *section, cfg_opt_t *opt, const char *text,
			 void *result);
void nfi_conf_free_value(void *value);

#define NFI_CONF_VALUE(name) \
	CFG_PTR_CB(name, NULL, CFGF_NODEFAULT, nfi_conf_parse_value, \
		   nfi_conf_free_value)
#define NFI_CONF_LIST(name) \
	CFG_PTR_LIST_CB(name, NULL, CFGF_NODEFAULT, nfi_conf_parse_value, \
			nfi_conf_free_value)

const struct nfi_conf_value *nfi_conf_value(cfg_t *section, const char *name);
unsigned int nfi_conf_place(const struct nfi_conf *conf, const cfg_t *section);
unsigned int nfi_conf_value_place(const struct nfi_conf *conf,
				  cfg_t *section, const char *name);
int nfi_conf_require(const struct nfi_conf *conf, cfg_t *section,
		     const char *const *names);
int nfi_conf_set(const struct nfi_conf *conf, const char *name,
		 const struct nfi_conf_value *value,
		 const struct nfi_option *option, void *object);
int nfi_conf_set_list(const struct nfi_conf *conf, cfg_t *section,
		      const char *name, const struct nfi_option *option,
		      void *object);

struct nfi_policy *nfi_conf_add_policy(struct nfi_conf *conf,
				       unsigned int place);
int nfi_conf_check(const struct nfi_conf *conf);
int nfi_conf_read_sas(struct nfi_conf_connection *c, bool tunnel);
int nfi_conf_read_keys(const struct nfi_conf_connection *c);
int nfi_conf_read_connection(struct nfi_conf *conf, cfg_t *section,
			     bool tunnel);
int nfi_conf_read_policy(struct nfi_conf *conf, cfg_t *section);

#endif /* NFIPSEC_CONF_SECTION_H */
