/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A netlink request that is being built.
 */
#ifndef NFIPSEC_MSG_H
#define NFIPSEC_MSG_H

#include <stddef.h>
#include <stdint.h>

struct nfi_error;
struct nlmsghdr;

struct nfi_msg {
	char *buf;
	size_t size;
	struct nlmsghdr *nlh;
};

int nfi_msg_init(struct nfi_msg *msg, uint16_t family, uint8_t cmd,
		 uint16_t flags, struct nfi_error *err);
int nfi_msg_reserve(struct nfi_msg *msg, struct nfi_error *err);
void nfi_msg_clear(struct nfi_msg *msg);

#endif /* NFIPSEC_MSG_H */
