// SPDX-License-Identifier: GPL-2.0
/*
 * Values of a configuration file: how libconfuse hands them to us, and how
 * they get into the model.
 */
#include "conf_section.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "option.h"

struct nfi_conf *nfi_conf_parsing;

/**
 * nfi_conf_parse_value() - libconfuse read a value
 * @section: where it is
 * @opt: of which option
 * @text: the value
 * @result: gets a struct nfi_conf_value
 *
 * Return: 0, or -1 if the option was given before or there is no memory.
 */
int nfi_conf_parse_value(cfg_t *section, cfg_opt_t *opt, const char *text,
			 void *result)
{
	struct nfi_conf *conf = nfi_conf_parsing;
	struct nfi_conf_value *value;

	if (conf->replaced)
		return nfi_scan_wrong(&conf->scan, section->line, conf->err,
				      "%s: already given in line %u",
				      conf->replaced,
				      conf->scan.tokens[conf->replaced_token].line);
	value = malloc(sizeof(*value));
	if (!value)
		return -1;
	value->name = cfg_opt_name(opt);
	value->token = section->line;
	value->text = strdup(text);
	if (!value->text) {
		free(value);
		return -1;
	}
	*(struct nfi_conf_value **)result = value;
	return 0;
}

/**
 * nfi_conf_free_value() - libconfuse is done with a value
 * @value: a struct nfi_conf_value
 *
 * While it parses that means that another one takes its place.
 */
void nfi_conf_free_value(void *value)
{
	struct nfi_conf_value *v = value;

	if (nfi_conf_parsing) {
		nfi_conf_parsing->replaced = v->name;
		nfi_conf_parsing->replaced_token = v->token;
	}
	free(v->text);
	free(v);
}

/**
 * nfi_conf_value() - the value of an option
 * @section: where it is
 * @name: one of the options of that section
 *
 * Return: the value, borrowed; NULL if the file does not have it.
 */
const struct nfi_conf_value *nfi_conf_value(cfg_t *section, const char *name)
{
	return cfg_getptr(section, name);
}

/**
 * nfi_conf_place() - where a section begins
 * @conf: the file
 * @section: the section
 *
 * libconfuse leaves in its sections the line, which is to us the token, of
 * the closing brace.
 *
 * Return: number of the token that names the section.
 */
unsigned int nfi_conf_place(const struct nfi_conf *conf, const cfg_t *section)
{
	return conf->scan.tokens[section->line].opener -
	       (section->title ? 2 : 1);
}

/**
 * nfi_conf_value_place() - where a value is, or should be
 * @conf: the file
 * @section: where to look
 * @name: one of the options of that section
 *
 * Return: number of the token of the value, or of the section without it.
 */
unsigned int nfi_conf_value_place(const struct nfi_conf *conf,
				  cfg_t *section, const char *name)
{
	const struct nfi_conf_value *value = nfi_conf_value(section, name);

	return value ? value->token : nfi_conf_place(conf, section);
}

/**
 * nfi_conf_require() - these options must be there
 * @conf: the file
 * @section: where to look
 * @names: options or sections of that section, NULL after the last
 *
 * Return: 0, or -1 if one is missing.
 */
int nfi_conf_require(const struct nfi_conf *conf, cfg_t *section,
		     const char *const *names)
{
	for (; *names; names++)
		if (!cfg_size(section, *names))
			return nfi_scan_wrong(&conf->scan,
					      nfi_conf_place(conf, section),
					      conf->err,
					      "%s%s%s: %s is missing",
					      cfg_name(section),
					      section->title ? " " : "",
					      section->title ? : "", *names);
	return 0;
}

/**
 * nfi_conf_add_policy() - append a policy to the configuration
 * @conf: the file
 * @place: number of the token it comes from
 *
 * Return: the new policy, all zero; NULL if there is no memory.
 */
struct nfi_policy *nfi_conf_add_policy(struct nfi_conf *conf,
				       unsigned int place)
{
	size_t n = conf->config->n_policies;
	unsigned int *places;

	places = reallocarray(conf->policies, n + 1, sizeof(*places));
	if (!places) {
		nfi_error_memory(conf->err);
		return NULL;
	}
	conf->policies = places;
	places[n] = place;
	return nfi_config_add_policy(conf->config, conf->err);
}

/**
 * nfi_conf_set() - put a value into the model
 * @conf: the file
 * @name: what the file calls the option
 * @value: its value
 * @option: what the model calls it
 * @object: the object @option is for
 *
 * Return: 0 or -1.
 */
int nfi_conf_set(const struct nfi_conf *conf, const char *name,
		 const struct nfi_conf_value *value,
		 const struct nfi_option *option, void *object)
{
	struct nfi_error why;

	if (!nfi_option_set(option, object, value->text, &why))
		return 0;
	return nfi_scan_wrong(&conf->scan, value->token, conf->err, "%s: %s",
			      name, why.text);
}

/**
 * nfi_conf_set_list() - put all values of an option into the model
 * @conf: the file
 * @section: where they are
 * @name: what the file calls the option
 * @option: what the model calls it
 * @object: the object @option is for
 *
 * Return: 0 or -1.
 */
int nfi_conf_set_list(const struct nfi_conf *conf, cfg_t *section,
		      const char *name, const struct nfi_option *option,
		      void *object)
{
	cfg_opt_t *list = cfg_getopt(section, name);
	unsigned int i;

	for (i = 0; i < cfg_opt_size(list); i++)
		if (nfi_conf_set(conf, name, cfg_opt_getnptr(list, i), option,
				 object))
			return -1;
	return 0;
}
