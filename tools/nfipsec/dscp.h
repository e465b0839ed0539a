/* SPDX-License-Identifier: GPL-2.0 */
/* A map of DSCPs as words */
#ifndef NFIPSEC_DSCP_H
#define NFIPSEC_DSCP_H

#include <stddef.h>

struct nfi_dscp_map;
struct nfi_error;

/* Room for 64 of "63:63,". */
#define NFI_DSCP_LEN (64 * 6)

int nfi_dscp_parse(const char *text, struct nfi_dscp_map *map,
		   struct nfi_error *err);
const char *nfi_dscp_text(const struct nfi_dscp_map *map, char *text);

#endif /* NFIPSEC_DSCP_H */
