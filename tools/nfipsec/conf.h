/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The configuration file nfipsec.conf(5), as a configuration.
 */
#ifndef NFIPSEC_CONF_H
#define NFIPSEC_CONF_H

#include <stdbool.h>

struct nfi_config;
struct nfi_error;

#define NFI_CONF_DEFAULT "/etc/nfipsec/nfipsec.conf"

int nfi_conf_read(const char *path, bool lenient, struct nfi_config *config,
		  struct nfi_error *err);

#endif /* NFIPSEC_CONF_H */
