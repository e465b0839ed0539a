// SPDX-License-Identifier: GPL-2.0
/*
 * What only the whole of a configuration file shows: objects that the kernel
 * would take for one.
 */
#include "conf_section.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "policy.h"
#include "suite.h"

/* An SPI with the place where it is, to be sorted. */
struct placed_spi {
	uint32_t direction;
	uint32_t spi;
	unsigned int token;
};

static int compare_spis(const void *left, const void *right)
{
	const struct placed_spi *a = left, *b = right;

	if (a->direction != b->direction)
		return a->direction < b->direction ? -1 : 1;
	if (a->spi != b->spi)
		return a->spi < b->spi ? -1 : 1;
	return a->token < b->token ? -1 : a->token > b->token;
}

/*
 * An inbound SA is found by its SPI alone, and the outbound one is also the
 * reqid of its connection.
 */
static int check_spis(const struct nfi_conf *conf)
{
	size_t i, n = conf->config->n_sas;
	const struct nfi_sa *sas = conf->config->sas;
	struct placed_spi *spis;
	int ret = 0;

	spis = calloc(n + 1, sizeof(*spis));
	if (!spis)
		return nfi_error_memory(conf->err);
	for (i = 0; i < n; i++) {
		spis[i].direction = sas[i].direction;
		spis[i].spi = sas[i].spi;
		spis[i].token = conf->sas[i].spi;
	}
	qsort(spis, n, sizeof(*spis), compare_spis);
	for (i = 1; i < n && !ret; i++)
		if (spis[i].direction == spis[i - 1].direction &&
		    spis[i].spi == spis[i - 1].spi)
			ret = nfi_scan_wrong(&conf->scan, spis[i].token,
					     conf->err,
					     "spi: 0x%08x is already used in line %u",
					     spis[i].spi,
					     conf->scan.tokens[spis[i - 1].token].line);
	free(spis);
	return ret;
}

/* An SA that must have its key for itself, with the place of that key. */
struct placed_key {
	const struct nfi_sa *sa;
	unsigned int token;
};

static int compare_keys(const void *left, const void *right)
{
	const struct placed_key *a = left, *b = right;
	const struct nfi_key *x = &a->sa->key, *y = &b->sa->key;
	int order;

	if (x->len != y->len)
		return x->len < y->len ? -1 : 1;
	order = memcmp(x->bytes, y->bytes, x->len);
	if (order)
		return order;
	return a->token < b->token ? -1 : a->token > b->token;
}

static bool same_key(const struct placed_key *a, const struct placed_key *b)
{
	const struct nfi_key *x = &a->sa->key, *y = &b->sa->key;

	return x->len == y->len && !memcmp(x->bytes, y->bytes, x->len);
}

/* Two users of one key in counter mode will use the same counters. */
static int check_keys(const struct nfi_conf *conf)
{
	const struct nfi_config *config = conf->config;
	const struct nfi_scan *scan = &conf->scan;
	struct placed_key *keys;
	size_t i, n = 0;
	int ret = 0;

	keys = calloc(config->n_sas + 1, sizeof(*keys));
	if (!keys)
		return nfi_error_memory(conf->err);
	for (i = 0; i < config->n_sas; i++) {
		if (!config->sas[i].suite->counter || !config->sas[i].key.len)
			continue;
		keys[n].sa = &config->sas[i];
		keys[n++].token = conf->sas[i].key_file;
	}
	qsort(keys, n, sizeof(*keys), compare_keys);
	for (i = 1; i < n && !ret; i++)
		if (same_key(&keys[i - 1], &keys[i]))
			ret = nfi_scan_wrong(scan, keys[i].token, conf->err,
					     "key-file: the same key as in line %u, which must not be with %s",
					     scan->tokens[keys[i - 1].token].line,
					     keys[i].sa->suite->name);
	free(keys);
	return ret;
}

/* A policy as text with the place where it is, to be sorted. */
struct placed_policy {
	char *text;
	unsigned int token;
};

static int compare_policies(const void *left, const void *right)
{
	const struct placed_policy *a = left, *b = right;
	int order = strcmp(a->text, b->text);

	if (order)
		return order;
	return a->token < b->token ? -1 : a->token > b->token;
}

static char *policy_text(const struct nfi_policy *policy)
{
	char *text = NULL;
	size_t size;
	FILE *out;

	out = open_memstream(&text, &size);
	if (!out)
		return NULL;
	nfi_policy_format(policy, out);
	if (!fclose(out))
		return text;
	free(text);
	return NULL;
}

static int compare_all(const struct nfi_conf *conf,
		       struct placed_policy *policies, size_t n)
{
	const struct nfi_scan *scan = &conf->scan;
	size_t i;

	for (i = 0; i < n; i++) {
		policies[i].token = conf->policies[i];
		policies[i].text = policy_text(&conf->config->policies[i]);
		if (!policies[i].text)
			return nfi_error_memory(conf->err);
	}
	qsort(policies, n, sizeof(*policies), compare_policies);
	for (i = 1; i < n; i++)
		if (!strcmp(policies[i].text, policies[i - 1].text))
			return nfi_scan_wrong(scan, policies[i].token,
					      conf->err,
					      "the same policy comes from line %u",
					      scan->tokens[policies[i - 1].token].line);
	return 0;
}

static int check_policies(const struct nfi_conf *conf)
{
	size_t i, n = conf->config->n_policies;
	struct placed_policy *policies;
	int ret;

	policies = calloc(n + 1, sizeof(*policies));
	if (!policies)
		return nfi_error_memory(conf->err);
	ret = compare_all(conf, policies, n);
	for (i = 0; i < n; i++)
		free(policies[i].text);
	free(policies);
	return ret;
}

/**
 * nfi_conf_check() - is everything there only once?
 * @conf: the file, all of its sections read
 *
 * Return: 0 or -1.
 */
int nfi_conf_check(const struct nfi_conf *conf)
{
	return check_spis(conf) || check_keys(conf) || check_policies(conf) ?
	       -1 : 0;
}
