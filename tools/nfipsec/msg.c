// SPDX-License-Identifier: GPL-2.0
/*
 * A netlink request that is being built. It may hold keys, so its memory is
 * zeroed before it is given back, and it does not grow by realloc().
 */
#include "msg.h"

#include <libmnl/libmnl.h>
#include <stdlib.h>
#include <string.h>

#include <linux/genetlink.h>
#include <linux/nfipsec.h>

#include "error.h"

/*
 * Room that one object may take, five full lists among them; messages grow by
 * doubling.
 */
#define ROOM 16384

/**
 * nfi_msg_init() - start a message
 * @msg: the message; nfi_msg_clear() frees it
 * @family: generic netlink family
 * @cmd: command
 * @flags: netlink flags besides NLM_F_REQUEST
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_msg_init(struct nfi_msg *msg, uint16_t family, uint8_t cmd,
		 uint16_t flags, struct nfi_error *err)
{
	struct genlmsghdr *genl;

	msg->size = 2 * ROOM;
	msg->buf = calloc(1, msg->size);
	if (!msg->buf)
		return nfi_error_memory(err);
	msg->nlh = mnl_nlmsg_put_header(msg->buf);
	msg->nlh->nlmsg_type = family;
	msg->nlh->nlmsg_flags = NLM_F_REQUEST | flags;
	genl = mnl_nlmsg_put_extra_header(msg->nlh, sizeof(*genl));
	genl->cmd = cmd;
	genl->version = NFI_FAMILY_VERSION;
	return 0;
}

/**
 * nfi_msg_reserve() - make room for one more object
 * @msg: the message, may move
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_msg_reserve(struct nfi_msg *msg, struct nfi_error *err)
{
	char *bigger;

	if (msg->size - msg->nlh->nlmsg_len >= ROOM)
		return 0;
	bigger = calloc(2, msg->size);
	if (!bigger)
		return nfi_error_memory(err);
	memcpy(bigger, msg->buf, msg->nlh->nlmsg_len);
	explicit_bzero(msg->buf, msg->size);
	free(msg->buf);
	msg->buf = bigger;
	msg->size *= 2;
	msg->nlh = (struct nlmsghdr *)bigger;
	return 0;
}

/**
 * nfi_msg_clear() - zero and free a message
 * @msg: the message
 */
void nfi_msg_clear(struct nfi_msg *msg)
{
	if (msg->buf)
		explicit_bzero(msg->buf, msg->size);
	free(msg->buf);
	memset(msg, 0, sizeof(*msg));
}
