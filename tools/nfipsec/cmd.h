/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Commands: what the words of the command line make the tool do.
 */
#ifndef NFIPSEC_CMD_H
#define NFIPSEC_CMD_H

#include <stdbool.h>

#include "option.h"

struct nfi_error;
struct nfi_nl;

enum nfi_exit {
	NFI_EXIT_OK = 0,
	NFI_EXIT_REFUSED = 1,	/* by the kernel, or it has no module */
	NFI_EXIT_USAGE = 2,	/* the command line is wrong */
	NFI_EXIT_SYNTAX = 3,	/* a configuration or key file is wrong */
};

/* The command that runs, and the options before it. */
struct nfi_cmd_context {
	const char *name;
	bool json;
	bool verbose;
};

typedef enum nfi_exit nfi_cmd_fn(const struct nfi_cmd_context *ctx,
				 struct nfi_words *words);

nfi_cmd_fn nfi_cmd_apply, nfi_cmd_check, nfi_cmd_default, nfi_cmd_flush;
nfi_cmd_fn nfi_cmd_keygen;
nfi_cmd_fn nfi_cmd_monitor;
nfi_cmd_fn nfi_cmd_policy_add, nfi_cmd_policy_del, nfi_cmd_policy_flush;
nfi_cmd_fn nfi_cmd_policy_show;
nfi_cmd_fn nfi_cmd_sa_add, nfi_cmd_sa_alloc_spi, nfi_cmd_sa_del;
nfi_cmd_fn nfi_cmd_sa_export, nfi_cmd_sa_flush, nfi_cmd_sa_set, nfi_cmd_sa_show;
nfi_cmd_fn nfi_cmd_show, nfi_cmd_stats;

enum nfi_exit nfi_cmd_fail(const struct nfi_cmd_context *ctx,
			   enum nfi_exit status, const struct nfi_error *err);
enum nfi_exit nfi_cmd_flush_objects(const struct nfi_cmd_context *ctx,
				    struct nfi_words *words, uint8_t cmd);
int nfi_cmd_connect(struct nfi_nl *nl);

#endif /* NFIPSEC_CMD_H */
