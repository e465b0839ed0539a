/* SPDX-License-Identifier: GPL-2.0 */
/*
 * SAs to and from netlink, and the requests about them.
 */
#ifndef NFIPSEC_NL_SA_H
#define NFIPSEC_NL_SA_H

#include <stdint.h>

struct nfi_config;
struct nfi_error;
struct nfi_msg;
struct nfi_nl;
struct nfi_sa;
struct nfi_spi_range;
struct nlattr;

int nfi_nl_sa_put(struct nfi_msg *msg, const struct nfi_sa *sa,
		  struct nfi_error *err);
int nfi_nl_sa_get(const struct nlattr *nest, struct nfi_sa *sa,
		  struct nfi_error *err);

int nfi_nl_sa_add(struct nfi_nl *nl, const struct nfi_sa *sa,
		  struct nfi_error *err);
int nfi_nl_sa_del(struct nfi_nl *nl, const struct nfi_sa *sa,
		  struct nfi_error *err);
int nfi_nl_sa_set(struct nfi_nl *nl, const struct nfi_sa *sa,
		  struct nfi_error *err);
int nfi_nl_sa_find(struct nfi_nl *nl, const struct nfi_sa *sa,
		   struct nfi_config *found, struct nfi_error *err);
int nfi_nl_sa_list(struct nfi_nl *nl, struct nfi_config *list,
		   struct nfi_error *err);

int nfi_nl_sa_alloc_spi(struct nfi_nl *nl, const struct nfi_spi_range *range,
			uint32_t *spi, struct nfi_error *err);

#endif /* NFIPSEC_NL_SA_H */
