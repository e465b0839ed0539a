// SPDX-License-Identifier: GPL-2.0
/*
 * The policy section of a configuration file: what passes by, or is thrown
 * away, whatever the tunnels say.
 */
#include "conf_section.h"

#include <stddef.h>
#include <string.h>

#include "error.h"
#include "model.h"
#include "policy.h"
#include "text.h"

/* Before the default of tunnels, so that exceptions are looked at first. */
#define DEFAULT_PRIORITY 100

enum { IN = 1, OUT = 2 };

static const struct nfi_name directions[] = {
	{ "in", IN },
	{ "out", OUT },
	{ "both", IN | OUT },
	{ NULL, 0 }
};

static const struct nfi_name actions[] = {
	{ "bypass", NFI_ACTION_BYPASS },
	{ "discard", NFI_ACTION_DISCARD },
	{ NULL, 0 }
};

static int read_choice(const struct nfi_conf *conf, cfg_t *section,
		       const char *name, const struct nfi_name *names,
		       uint32_t *choice)
{
	const struct nfi_conf_value *value = nfi_conf_value(section, name);
	struct nfi_error why;

	if (!nfi_text_choice(value->text, names, choice, &why))
		return 0;
	return nfi_scan_wrong(&conf->scan, value->token, conf->err, "%s: %s",
			      name, why.text);
}

/* All options that have the same name here and on the command line. */
static int read_options(const struct nfi_conf *conf, cfg_t *section,
			struct nfi_policy *policy)
{
	const char *name;
	unsigned int i;
	int option;

	policy->priority = DEFAULT_PRIORITY;
	policy->given = NFI_BIT(NFI_POLICY_OPT_PRIORITY);
	for (i = 0; i < cfg_num(section); i++) {
		name = cfg_opt_name(cfg_getnopt(section, i));
		option = nfi_option_find(nfi_policy_options, name);
		if (option < 0 || !nfi_conf_value(section, name))
			continue;
		if (nfi_conf_set_list(conf, section, name,
				      &nfi_policy_options[option], policy))
			return -1;
		policy->given |= NFI_BIT(option);
	}
	return 0;
}

static int add(struct nfi_conf *conf, unsigned int place,
	       const struct nfi_policy *model, enum nfi_direction direction)
{
	struct nfi_policy *policy;

	policy = nfi_conf_add_policy(conf, place);
	if (!policy)
		return -1;
	*policy = *model;
	policy->direction = direction;
	return nfi_selector_copy(&policy->selector, &model->selector,
				 conf->err);
}

static int read_policy(struct nfi_conf *conf, cfg_t *section,
		       struct nfi_policy *policy)
{
	struct nfi_error why;
	uint32_t direction;
	unsigned int place;

	if (read_choice(conf, section, "direction", directions, &direction) ||
	    read_choice(conf, section, "action", actions, &policy->action) ||
	    read_options(conf, section, policy))
		return -1;
	if (nfi_policy_check(policy, &why)) {
		place = nfi_conf_value_place(conf, section,
					     why.option ? : "direction");
		return nfi_scan_wrong(&conf->scan, place, conf->err, "%s",
				      why.text);
	}
	place = nfi_conf_place(conf, section);
	if ((direction & OUT) && add(conf, place, policy, NFI_DIR_OUT))
		return -1;
	if ((direction & IN) && add(conf, place, policy, NFI_DIR_IN))
		return -1;
	return 0;
}

/**
 * nfi_conf_read_policy() - one policy section
 * @conf: the file
 * @section: the section
 *
 * Return: 0 or -1.
 */
int nfi_conf_read_policy(struct nfi_conf *conf, cfg_t *section)
{
	static const char *const required[] = { "direction", "action", NULL };
	struct nfi_policy policy = { 0 };
	int ret;

	if (nfi_conf_require(conf, section, required))
		return -1;
	ret = read_policy(conf, section, &policy);
	nfi_policy_clear(&policy);
	return ret;
}
