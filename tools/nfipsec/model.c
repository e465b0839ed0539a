// SPDX-License-Identifier: GPL-2.0
/*
 * Birth and death of the model's objects. SAs hold keys, so their memory is
 * zeroed before it is given back.
 */
#include "model.h"

#include <stdlib.h>
#include <string.h>

#include "error.h"

static void *append(void *items, size_t n, const void *item, size_t size,
		    struct nfi_error *err)
{
	char *longer;

	if (n == NFI_LIST_MAX) {
		nfi_error_set(err, "a list of more than %u values",
			      NFI_LIST_MAX);
		return NULL;
	}
	longer = reallocarray(items, n + 1, size);
	if (!longer) {
		nfi_error_memory(err);
		return NULL;
	}
	memcpy(longer + n * size, item, size);
	return longer;
}

/**
 * nfi_ranges_add() - append a range of addresses to a list
 * @ranges: the list
 * @range: copied
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_ranges_add(struct nfi_ranges *ranges, const struct nfi_range *range,
		   struct nfi_error *err)
{
	struct nfi_range *items;

	items = append(ranges->items, ranges->n, range, sizeof(*range), err);
	if (!items)
		return -1;
	ranges->items = items;
	ranges->n++;
	return 0;
}

/**
 * nfi_spans_add() - append a range of numbers to a list
 * @spans: the list
 * @span: copied
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_spans_add(struct nfi_spans *spans, const struct nfi_span *span,
		  struct nfi_error *err)
{
	struct nfi_span *items;

	items = append(spans->items, spans->n, span, sizeof(*span), err);
	if (!items)
		return -1;
	spans->items = items;
	spans->n++;
	return 0;
}

static int copy_ranges(struct nfi_ranges *to, const struct nfi_ranges *from,
		       struct nfi_error *err)
{
	size_t i;

	to->items = NULL;
	to->n = 0;
	for (i = 0; i < from->n; i++)
		if (nfi_ranges_add(to, &from->items[i], err))
			return -1;
	return 0;
}

static int copy_spans(struct nfi_spans *to, const struct nfi_spans *from,
		      struct nfi_error *err)
{
	size_t i;

	to->items = NULL;
	to->n = 0;
	for (i = 0; i < from->n; i++)
		if (nfi_spans_add(to, &from->items[i], err))
			return -1;
	return 0;
}

/**
 * nfi_selector_copy() - copy a selector with its lists
 * @to: owns nothing before; the caller clears it, also after a failure
 * @from: the selector
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_selector_copy(struct nfi_selector *to, const struct nfi_selector *from,
		      struct nfi_error *err)
{
	memset(to, 0, sizeof(*to));
	to->mark = from->mark;
	memcpy(to->interface, from->interface, sizeof(to->interface));
	if (copy_ranges(&to->local, &from->local, err) ||
	    copy_ranges(&to->remote, &from->remote, err) ||
	    copy_spans(&to->protocols, &from->protocols, err) ||
	    copy_spans(&to->local_ports, &from->local_ports, err) ||
	    copy_spans(&to->remote_ports, &from->remote_ports, err) ||
	    copy_spans(&to->icmp_types, &from->icmp_types, err) ||
	    copy_spans(&to->mh_types, &from->mh_types, err))
		return -1;
	return 0;
}

/**
 * nfi_selector_clear() - free the lists of a selector
 * @selector: matches everything afterwards
 */
void nfi_selector_clear(struct nfi_selector *selector)
{
	free(selector->local.items);
	free(selector->remote.items);
	free(selector->protocols.items);
	free(selector->local_ports.items);
	free(selector->remote_ports.items);
	free(selector->icmp_types.items);
	free(selector->mh_types.items);
	memset(selector, 0, sizeof(*selector));
}

/**
 * nfi_policy_clear() - free what a policy owns
 * @policy: the policy, not freed itself
 */
void nfi_policy_clear(struct nfi_policy *policy)
{
	nfi_selector_clear(&policy->selector);
}

/**
 * nfi_sa_clear() - free what an SA owns and zero it, its key above all
 * @sa: the SA, not freed itself
 */
void nfi_sa_clear(struct nfi_sa *sa)
{
	free(sa->key_file);
	nfi_selector_clear(&sa->selector);
	explicit_bzero(sa, sizeof(*sa));
}

/*
 * Room for one more of @n objects of @size octets. Grows at each power of two
 * and does not use realloc(), which would leave a copy of the keys behind.
 */
static void *grow(void *array, size_t n, size_t size)
{
	void *bigger;

	if (n & (n - 1))
		return array;
	bigger = calloc(n ? 2 * n : 1, size);
	if (!bigger)
		return NULL;
	if (n) {
		memcpy(bigger, array, n * size);
		explicit_bzero(array, n * size);
		free(array);
	}
	return bigger;
}

/**
 * nfi_config_add_sa() - append an SA
 * @config: where to
 * @err: filled on failure
 *
 * Return: the new SA, all zero, valid until the next one is added; NULL if
 * there is no memory.
 */
struct nfi_sa *nfi_config_add_sa(struct nfi_config *config,
				 struct nfi_error *err)
{
	struct nfi_sa *sas;

	sas = grow(config->sas, config->n_sas, sizeof(*sas));
	if (!sas) {
		nfi_error_memory(err);
		return NULL;
	}
	config->sas = sas;
	return memset(&sas[config->n_sas++], 0, sizeof(*sas));
}

/**
 * nfi_config_add_policy() - append a policy
 * @config: where to
 * @err: filled on failure
 *
 * Return: the new policy, all zero, valid until the next one is added; NULL
 * if there is no memory.
 */
struct nfi_policy *nfi_config_add_policy(struct nfi_config *config,
					 struct nfi_error *err)
{
	struct nfi_policy *policies;

	policies = grow(config->policies, config->n_policies,
			sizeof(*policies));
	if (!policies) {
		nfi_error_memory(err);
		return NULL;
	}
	config->policies = policies;
	return memset(&policies[config->n_policies++], 0, sizeof(*policies));
}

/**
 * nfi_config_clear() - free all objects and zero their keys
 * @config: empty afterwards
 */
void nfi_config_clear(struct nfi_config *config)
{
	size_t i;

	for (i = 0; i < config->n_sas; i++)
		nfi_sa_clear(&config->sas[i]);
	for (i = 0; i < config->n_policies; i++)
		nfi_policy_clear(&config->policies[i]);
	free(config->sas);
	free(config->policies);
	memset(config, 0, sizeof(*config));
}
