// SPDX-License-Identifier: GPL-2.0
/*
 * Reads nfipsec.conf(5): the scanner cuts it into tokens, libconfuse checks
 * their grammar, the sections become SAs and policies.
 */
#include "conf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "conf_section.h"
#include "error.h"
#include "model.h"

static cfg_opt_t sa_options[] = {
	NFI_CONF_VALUE("spi"),
	NFI_CONF_VALUE("key-file"),
	NFI_CONF_VALUE("seq"),
	CFG_END()
};

/* Of tunnel and transport; conf_connection.c says what is only for one. */
static cfg_opt_t connection_options[] = {
	NFI_CONF_VALUE("local"),
	NFI_CONF_VALUE("remote"),
	NFI_CONF_LIST("local-subnets"),
	NFI_CONF_LIST("remote-subnets"),
	NFI_CONF_LIST("proto"),
	NFI_CONF_LIST("local-port"),
	NFI_CONF_LIST("remote-port"),
	NFI_CONF_LIST("icmp-type"),
	NFI_CONF_LIST("mh-type"),
	NFI_CONF_VALUE("esp"),
	NFI_CONF_VALUE("ah"),
	NFI_CONF_VALUE("fresh-keys"),
	NFI_CONF_VALUE("esn"),
	NFI_CONF_VALUE("replay-window"),
	NFI_CONF_VALUE("learn-seq"),
	NFI_CONF_VALUE("padding-check"),
	NFI_CONF_VALUE("icmp-check"),
	NFI_CONF_VALUE("decap-dscp"),
	NFI_CONF_VALUE("mss-clamp"),
	NFI_CONF_VALUE("df"),
	NFI_CONF_VALUE("flow-label"),
	NFI_CONF_VALUE("dscp"),
	NFI_CONF_VALUE("dscp-map"),
	NFI_CONF_VALUE("ecn"),
	NFI_CONF_VALUE("engine"),
	NFI_CONF_VALUE("encap"),
	NFI_CONF_VALUE("encap-strict"),
	NFI_CONF_VALUE("keepalive"),
	NFI_CONF_VALUE("follow"),
	NFI_CONF_VALUE("tfc"),
	NFI_CONF_VALUE("dummy-interval"),
	NFI_CONF_VALUE("priority"),
	NFI_CONF_VALUE("soft-packets"),
	NFI_CONF_VALUE("soft-bytes"),
	NFI_CONF_VALUE("soft-seconds"),
	NFI_CONF_VALUE("soft-use-seconds"),
	NFI_CONF_VALUE("hard-packets"),
	NFI_CONF_VALUE("hard-bytes"),
	NFI_CONF_VALUE("hard-seconds"),
	NFI_CONF_VALUE("hard-use-seconds"),
	CFG_SEC("out", sa_options, CFGF_MULTI),
	CFG_SEC("in", sa_options, CFGF_MULTI),
	CFG_END()
};

static cfg_opt_t policy_options[] = {
	NFI_CONF_VALUE("direction"),
	NFI_CONF_VALUE("action"),
	NFI_CONF_VALUE("priority"),
	NFI_CONF_LIST("local"),
	NFI_CONF_LIST("remote"),
	NFI_CONF_LIST("proto"),
	NFI_CONF_LIST("local-port"),
	NFI_CONF_LIST("remote-port"),
	NFI_CONF_LIST("icmp-type"),
	NFI_CONF_LIST("mh-type"),
	NFI_CONF_VALUE("mark"),
	NFI_CONF_VALUE("interface"),
	CFG_END()
};

#define NAMED (CFGF_MULTI | CFGF_TITLE | CFGF_NO_TITLE_DUPES)

static cfg_opt_t file_options[] = {
	CFG_SEC("tunnel", connection_options, NAMED),
	CFG_SEC("transport", connection_options, NAMED),
	CFG_SEC("policy", policy_options, NAMED),
	CFG_END()
};

static void grammar_error(cfg_t *section, const char *fmt, va_list ap)
{
	char text[NFI_ERROR_LEN];

	vsnprintf(text, sizeof(text), fmt, ap);
	nfi_scan_wrong(&nfi_conf_parsing->scan, section->line, nfi_conf_parsing->err,
		       "%s", text);
}

static int read_sections(struct nfi_conf *conf, cfg_t *file)
{
	unsigned int i;

	for (i = 0; i < cfg_size(file, "tunnel"); i++)
		if (nfi_conf_read_connection(conf,
					     cfg_getnsec(file, "tunnel", i),
					     true))
			return -1;
	for (i = 0; i < cfg_size(file, "transport"); i++)
		if (nfi_conf_read_connection(conf,
					     cfg_getnsec(file, "transport", i),
					     false))
			return -1;
	for (i = 0; i < cfg_size(file, "policy"); i++)
		if (nfi_conf_read_policy(conf, cfg_getnsec(file, "policy", i)))
			return -1;
	return 0;
}

static int parse(struct nfi_conf *conf)
{
	cfg_t *file = cfg_init(file_options, CFGF_NONE);
	int ret;

	if (!file)
		return nfi_error_memory(conf->err);
	cfg_set_error_function(file, grammar_error);
	nfi_error_memory(conf->err);	/* if it fails without a word */
	nfi_conf_parsing = conf;
	ret = cfg_parse_buf(file, conf->scan.clean);
	nfi_conf_parsing = NULL;
	if (!ret)
		ret = read_sections(conf, file);
	if (!ret)
		ret = nfi_conf_check(conf);
	cfg_free(file);
	return ret ? -1 : 0;
}

/**
 * nfi_conf_read() - read a configuration file with the keys it names
 * @path: name of the file
 * @lenient: pass over key files that this user may not read, with a warning
 * @config: what it says; the caller clears it, also after a failure
 * @err: filled on failure with file, line and column
 *
 * Return: 0 or -1.
 */
int nfi_conf_read(const char *path, bool lenient, struct nfi_config *config,
		  struct nfi_error *err)
{
	struct nfi_conf conf = {
		.config = config,
		.lenient = lenient,
		.err = err,
	};
	int ret;

	memset(config, 0, sizeof(*config));
	ret = nfi_scan_file(&conf.scan, path, err);
	if (!ret)
		ret = parse(&conf);
	nfi_scan_clear(&conf.scan);
	free(conf.sas);
	free(conf.policies);
	return ret;
}
