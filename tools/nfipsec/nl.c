// SPDX-License-Identifier: GPL-2.0
/*
 * The netlink socket: requests, replies, refusals. A refusal carries the
 * kernel's extack text; messages of ours are zeroed when they are done with,
 * since they may hold keys (NETLINK_CAP_ACK keeps the kernel from sending
 * them back).
 */
#include "nl.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#include <linux/nfipsec.h>

#include "error.h"
#include "msg.h"

#define RECEIVE_MAX 65536
/* A message above this does not fit into the usual send buffer. */
#define SEND_BUFFER 100000

/*
 * The extack text of an acknowledgment or the end of a dump, whose attributes
 * follow @fixed octets; NULL if there is none.
 */
static const char *extack_text(const struct nlmsghdr *nlh, size_t fixed)
{
	const struct nlattr *attr;

	if (!(nlh->nlmsg_flags & NLM_F_ACK_TLVS) ||
	    mnl_nlmsg_get_payload_len(nlh) < fixed)
		return NULL;
	mnl_attr_for_each(attr, nlh, fixed) {
		if (mnl_attr_get_type(attr) == NLMSGERR_ATTR_MSG &&
		    !mnl_attr_validate(attr, MNL_TYPE_NUL_STRING))
			return mnl_attr_get_str(attr);
	}
	return NULL;
}

static int refuse(int errnum, const char *text, struct nfi_error *err)
{
	if (text)
		nfi_error_set(err, "%s (%s)", text, strerror(errnum));
	else
		nfi_error_set(err, "%s", strerror(errnum));
	errno = errnum;
	return -1;
}

/* NLMSG_ERROR: an acknowledgment or a refusal. */
static int read_ack(const struct nlmsghdr *nlh, struct nfi_error *err)
{
	const struct nlmsgerr *ack = mnl_nlmsg_get_payload(nlh);
	size_t fixed = sizeof(*ack);
	const char *text;

	if (mnl_nlmsg_get_payload_len(nlh) < sizeof(*ack))
		return refuse(EBADMSG, NULL, err);
	if (!(nlh->nlmsg_flags & NLM_F_CAPPED))
		fixed += mnl_nlmsg_get_payload_len(&ack->msg);
	text = extack_text(nlh, fixed);
	if (ack->error)
		return refuse(-ack->error, text, err);
	if (text)
		nfi_error_print("nfipsec: warning: %s", text);
	return 0;
}

/* NLMSG_DONE: the end of a dump. */
static int read_done(const struct nlmsghdr *nlh, struct nfi_error *err)
{
	int error = 0;

	if (mnl_nlmsg_get_payload_len(nlh) >= sizeof(error))
		memcpy(&error, mnl_nlmsg_get_payload(nlh), sizeof(error));
	if (error < 0)
		return refuse(-error, extack_text(nlh, sizeof(error)), err);
	return 0;
}

/*
 * One datagram of the reply. Returns 1 if more are to come, 0 at the end, -1
 * on a refusal.
 */
static int read_datagram(struct nfi_nl *nl, const char *buf, int len,
			 nfi_nl_reply_fn *reply, void *arg,
			 struct nfi_error *err)
{
	const struct nlmsghdr *nlh = (const struct nlmsghdr *)buf;

	for (; mnl_nlmsg_ok(nlh, len); nlh = mnl_nlmsg_next(nlh, &len)) {
		if (!mnl_nlmsg_seq_ok(nlh, nl->seq) ||
		    !mnl_nlmsg_portid_ok(nlh, nl->portid))
			continue;
		if (nlh->nlmsg_flags & NLM_F_DUMP_INTR)
			return nfi_error_set(err, "what is listed changed meanwhile, try again");
		if (nlh->nlmsg_type == NLMSG_ERROR)
			return read_ack(nlh, err);
		if (nlh->nlmsg_type == NLMSG_DONE)
			return read_done(nlh, err);
		if (nlh->nlmsg_type < NLMSG_MIN_TYPE)
			continue;
		if (reply && reply(nlh, arg, err))
			return -1;
	}
	return 1;
}

static int transmit(struct nfi_nl *nl, const struct nfi_msg *msg)
{
	int size = msg->nlh->nlmsg_len;
	int fd = mnl_socket_get_fd(nl->socket);

	if (size > SEND_BUFFER &&
	    setsockopt(fd, SOL_SOCKET, SO_SNDBUFFORCE, &size, sizeof(size)))
		setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &size, sizeof(size));
	return mnl_socket_sendto(nl->socket, msg->nlh, size) < 0 ? -1 : 0;
}

/**
 * nfi_nl_request() - send a message, read the reply to its end
 * @nl: the socket
 * @msg: the message; cleared, whatever happens
 * @reply: takes each message of the reply, can be NULL
 * @arg: for @reply
 * @err: filled on failure
 *
 * Return: 0 or -1, with errno as the kernel returned it.
 */
int nfi_nl_request(struct nfi_nl *nl, struct nfi_msg *msg,
		   nfi_nl_reply_fn *reply, void *arg, struct nfi_error *err)
{
	bool dump = msg->nlh->nlmsg_flags & NLM_F_DUMP;
	char buf[RECEIVE_MAX];
	int ret;

	if (!dump)
		msg->nlh->nlmsg_flags |= NLM_F_ACK;
	msg->nlh->nlmsg_seq = ++nl->seq;
	ret = transmit(nl, msg);
	nfi_msg_clear(msg);
	if (ret)
		return refuse(errno, NULL, err);
	do {
		ret = mnl_socket_recvfrom(nl->socket, buf, sizeof(buf));
		if (ret < 0 && errno == EINTR)
			ret = 1;
		else if (ret < 0)
			ret = refuse(errno, NULL, err);
		else
			ret = read_datagram(nl, buf, ret, reply, arg, err);
	} while (ret > 0);
	return ret;
}

/**
 * nfi_nl_call() - a request without attributes
 * @nl: the socket
 * @cmd: command of the nfipsec family
 * @flags: netlink flags besides NLM_F_REQUEST
 * @reply: takes each message of the reply, can be NULL
 * @arg: for @reply
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_call(struct nfi_nl *nl, uint8_t cmd, uint16_t flags,
		nfi_nl_reply_fn *reply, void *arg, struct nfi_error *err)
{
	struct nfi_msg msg;

	if (nfi_msg_init(&msg, nl->family, cmd, flags, err))
		return -1;
	return nfi_nl_request(nl, &msg, reply, arg, err);
}

/**
 * nfi_nl_ask() - a request about something
 * @nl: the socket
 * @cmd: command of the nfipsec family
 * @put: puts @object
 * @object: what it is about
 * @reply: takes each message of the reply, can be NULL
 * @arg: for @reply
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_ask(struct nfi_nl *nl, uint8_t cmd, nfi_nl_put_fn *put,
	       const void *object, nfi_nl_reply_fn *reply, void *arg,
	       struct nfi_error *err)
{
	struct nfi_msg msg;

	if (nfi_msg_init(&msg, nl->family, cmd, 0, err))
		return -1;
	if (put(&msg, object, err)) {
		nfi_msg_clear(&msg);
		return -1;
	}
	return nfi_nl_request(nl, &msg, reply, arg, err);
}

/* The number of a group among the family's multicast groups. */
static uint32_t find_group(const struct nlattr *groups, const char *wanted)
{
	const struct nlattr *group, *attr;
	const char *name;
	uint32_t id;

	mnl_attr_for_each_nested(group, groups) {
		name = NULL;
		id = 0;
		mnl_attr_for_each_nested(attr, group) {
			switch (mnl_attr_get_type(attr)) {
			case CTRL_ATTR_MCAST_GRP_NAME:
				name = mnl_attr_get_str(attr);
				break;
			case CTRL_ATTR_MCAST_GRP_ID:
				id = mnl_attr_get_u32(attr);
				break;
			}
		}
		if (name && !strcmp(name, wanted))
			return id;
	}
	return 0;
}

static const char *const groups[NFI_NL_GROUPS] = {
	[NFI_NL_EVENTS] = NFI_MCGRP_EVENTS,
	[NFI_NL_CHANGES] = NFI_MCGRP_CHANGES,
	[NFI_NL_ACQUIRES] = NFI_MCGRP_ACQUIRES,
};

static int read_family(const struct nlmsghdr *nlh, void *arg,
		       struct nfi_error *err)
{
	const struct nlattr *attr;
	struct nfi_nl *nl = arg;
	int i;

	(void)err;
	mnl_attr_for_each(attr, nlh, GENL_HDRLEN) {
		switch (mnl_attr_get_type(attr)) {
		case CTRL_ATTR_FAMILY_ID:
			nl->family = mnl_attr_get_u16(attr);
			break;
		case CTRL_ATTR_MCAST_GROUPS:
			for (i = 0; i < NFI_NL_GROUPS; i++)
				nl->groups[i] = find_group(attr, groups[i]);
			break;
		}
	}
	return 0;
}

static int resolve(struct nfi_nl *nl, struct nfi_error *err)
{
	struct nfi_msg msg;

	if (nfi_msg_init(&msg, GENL_ID_CTRL, CTRL_CMD_GETFAMILY, 0, err))
		return -1;
	mnl_attr_put_strz(msg.nlh, CTRL_ATTR_FAMILY_NAME, NFI_FAMILY_NAME);
	if (!nfi_nl_request(nl, &msg, read_family, nl, err))
		return 0;
	if (errno == ENOENT)
		nfi_error_set(err, "the kernel module is not loaded (modprobe nfipsec)");
	return -1;
}

/**
 * nfi_nl_open() - open a socket and find the family
 * @nl: the socket; nfi_nl_close() closes it
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_open(struct nfi_nl *nl, struct nfi_error *err)
{
	int fd, on = 1;

	memset(nl, 0, sizeof(*nl));
	nl->socket = mnl_socket_open2(NETLINK_GENERIC, SOCK_CLOEXEC);
	if (!nl->socket)
		return refuse(errno, "cannot open a netlink socket", err);
	fd = mnl_socket_get_fd(nl->socket);
	setsockopt(fd, SOL_NETLINK, NETLINK_EXT_ACK, &on, sizeof(on));
	setsockopt(fd, SOL_NETLINK, NETLINK_CAP_ACK, &on, sizeof(on));
	if (mnl_socket_bind(nl->socket, 0, MNL_SOCKET_AUTOPID)) {
		refuse(errno, "cannot bind a netlink socket", err);
		goto err_close;
	}
	nl->portid = mnl_socket_get_portid(nl->socket);
	if (resolve(nl, err))
		goto err_close;
	return 0;

err_close:
	nfi_nl_close(nl);
	return -1;
}

/**
 * nfi_nl_close() - close the socket
 * @nl: the socket
 */
void nfi_nl_close(struct nfi_nl *nl)
{
	if (nl->socket)
		mnl_socket_close(nl->socket);
	nl->socket = NULL;
}

/**
 * nfi_nl_subscribe() - listen to the family's events
 * @nl: the socket
 * @group: to which
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_subscribe(struct nfi_nl *nl, enum nfi_nl_group group,
		     struct nfi_error *err)
{
	uint32_t number = nl->groups[group];
	int fd = mnl_socket_get_fd(nl->socket);

	if (!number)
		return refuse(ENOENT, "the kernel module has no such events",
			      err);
	if (setsockopt(fd, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &number,
		       sizeof(number)))
		return refuse(errno, NULL, err);
	return 0;
}
