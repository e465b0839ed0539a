/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Requests about everything at once: commit, flush and statistics.
 */
#ifndef NFIPSEC_NL_CONFIG_H
#define NFIPSEC_NL_CONFIG_H

#include <stdint.h>

struct nfi_commit;
struct nfi_config;
struct nfi_error;
struct nfi_nl;
struct nfi_stats;

int nfi_nl_config_commit(struct nfi_nl *nl, const struct nfi_config *config,
			 struct nfi_commit *result, struct nfi_error *err);
int nfi_nl_config_flush(struct nfi_nl *nl, uint8_t cmd,
			struct nfi_commit *result, struct nfi_error *err);
int nfi_nl_config_stats(struct nfi_nl *nl, struct nfi_stats *stats,
			struct nfi_error *err);

#endif /* NFIPSEC_NL_CONFIG_H */
