/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The model as JSON. Names are those of the options; the order of members is
 * fixed.
 */
#ifndef NFIPSEC_JSON_H
#define NFIPSEC_JSON_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

struct nfi_commit;
struct nfi_config;
struct nfi_defaults;
struct nfi_policy;
struct nfi_sa;
struct nfi_selector;
struct nfi_stats;

json_t *nfi_json_number(uint64_t number);
json_t *nfi_json_selector(const struct nfi_selector *selector);
json_t *nfi_json_defaults(const struct nfi_defaults *defaults);
json_t *nfi_json_sa(const struct nfi_sa *sa, bool status);
json_t *nfi_json_policy(const struct nfi_policy *policy, bool status);
void nfi_json_add_sas(json_t *object, const struct nfi_config *config,
		      bool status);
void nfi_json_add_policies(json_t *object, const struct nfi_config *config,
			   bool status);
void nfi_json_add_stats(json_t *object, const struct nfi_stats *stats,
			bool all);
void nfi_json_print(json_t *object);

#endif /* NFIPSEC_JSON_H */
