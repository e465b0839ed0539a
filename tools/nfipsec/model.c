// SPDX-License-Identifier: GPL-2.0
/*
 * Birth and death of the model's objects. SAs hold keys, so their memory is
 * zeroed before it is given back.
 */
#include "model.h"

#include <stdlib.h>
#include <string.h>

#include "error.h"

/**
 * nfi_sa_clear() - free what an SA owns and zero it, its key above all
 * @sa: the SA, not freed itself
 */
void nfi_sa_clear(struct nfi_sa *sa)
{
	free(sa->key_file);
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
	free(config->sas);
	free(config->policies);
	memset(config, 0, sizeof(*config));
}
