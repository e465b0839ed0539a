/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The parts that several objects share, as netlink attributes.
 */
#ifndef NFIPSEC_ATTR_H
#define NFIPSEC_ATTR_H

#include <libmnl/libmnl.h>
#include <stdbool.h>
#include <stdint.h>

struct nfi_addr;
struct nfi_counters;
struct nfi_error;
struct nfi_limits;
struct nfi_selector;

void nfi_attr_table(const struct nlattr *nest, const struct nlattr **table,
		    uint16_t max);
uint8_t nfi_attr_u8(const struct nlattr *attr);
uint16_t nfi_attr_u16(const struct nlattr *attr);
uint32_t nfi_attr_u32(const struct nlattr *attr);
uint64_t nfi_attr_u64(const struct nlattr *attr);

/* Takes one attribute; returns 0, or -1 with @err filled. */
typedef int nfi_attr_take_fn(const struct nlattr *attr, void *arg,
			     struct nfi_error *err);

int nfi_attr_each(const struct nlmsghdr *nlh, uint16_t type,
		  nfi_attr_take_fn *take, void *arg, struct nfi_error *err);
void nfi_attr_put_addr(struct nlmsghdr *nlh, uint16_t v4, uint16_t v6,
		       const struct nfi_addr *addr);
void nfi_attr_get_addr(const struct nlattr *v4, const struct nlattr *v6,
		       struct nfi_addr *addr);
int nfi_attr_put_selector(struct nlmsghdr *nlh, uint16_t type,
			  const struct nfi_selector *selector,
			  struct nfi_error *err);
int nfi_attr_get_selector(const struct nlattr *nest,
			  struct nfi_selector *selector,
			  struct nfi_error *err);
void nfi_attr_put_limits(struct nlmsghdr *nlh, uint16_t type,
			 const struct nfi_limits *limits);
void nfi_attr_get_limits(const struct nlattr *nest,
			 struct nfi_limits *limits);
void nfi_attr_get_counters(const struct nlattr *nest,
			   struct nfi_counters *counters);
int nfi_attr_put_dev(struct nlmsghdr *nlh, uint16_t type, const char *option,
		     const char *dev, struct nfi_error *err);
void nfi_attr_get_dev(const struct nlattr *attr, char *dev);

#endif /* NFIPSEC_ATTR_H */
