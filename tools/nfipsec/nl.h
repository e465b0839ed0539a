/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Generic netlink with the nfipsec family: the socket, requests with
 * their replies, and the kernel's own words of refusal.
 */
#ifndef NFIPSEC_NL_H
#define NFIPSEC_NL_H

#include <libmnl/libmnl.h>
#include <linux/genetlink.h>
#include <stdint.h>

/* What happens by itself, what somebody changed, which SAs are wanted */
enum nfi_nl_group {
	NFI_NL_EVENTS,
	NFI_NL_CHANGES,
	NFI_NL_ACQUIRES,
	NFI_NL_GROUPS
};

struct nfi_error;
struct nfi_msg;

struct nfi_nl {
	struct mnl_socket *socket;
	uint32_t portid;
	uint32_t seq;
	uint16_t family;
	uint32_t groups[NFI_NL_GROUPS];
};

/* Takes one message of the reply; returns 0, or -1 with @err filled. */
typedef int nfi_nl_reply_fn(const struct nlmsghdr *nlh, void *arg,
			    struct nfi_error *err);

/* Puts what a request is about; returns 0, or -1 with @err filled. */
typedef int nfi_nl_put_fn(struct nfi_msg *msg, const void *object,
			  struct nfi_error *err);

int nfi_nl_open(struct nfi_nl *nl, struct nfi_error *err);
void nfi_nl_close(struct nfi_nl *nl);
int nfi_nl_request(struct nfi_nl *nl, struct nfi_msg *msg,
		   nfi_nl_reply_fn *reply, void *arg, struct nfi_error *err);
int nfi_nl_call(struct nfi_nl *nl, uint8_t cmd, uint16_t flags,
		nfi_nl_reply_fn *reply, void *arg, struct nfi_error *err);
int nfi_nl_ask(struct nfi_nl *nl, uint8_t cmd, nfi_nl_put_fn *put,
	       const void *object, nfi_nl_reply_fn *reply, void *arg,
	       struct nfi_error *err);
int nfi_nl_subscribe(struct nfi_nl *nl, enum nfi_nl_group group,
		     struct nfi_error *err);

#endif /* NFIPSEC_NL_H */
