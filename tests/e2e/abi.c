// SPDX-License-Identifier: GPL-2.0
/*
 * A client without a library, which tests/e2e/abi32 builds for 32 bits. It adds
 * an SA whose numbers do not fit into 32 bits, and prints the numbers of one, of a
 * dump, or of an event, each on a line.
 *
 * usage: abi add SPI | show SPI | dump | hear
 */
#include <linux/genetlink.h>
#include <linux/netlink.h>
#include <linux/nfipsec.h>
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static struct {
	struct nlmsghdr n;
	struct genlmsghdr g;
	char attrs[1024];
} request;

static union {
	struct nlmsghdr n;
	char text[65536];
} answer;

static int sock;
static __u32 group;

static void fail(const char *what)
{
	perror(what);
	exit(2);
}

static struct nlattr *put(int type, const void *data, size_t len)
{
	struct nlattr *attr = (void *)&request + NLMSG_ALIGN(request.n.nlmsg_len);

	attr->nla_type = type;
	attr->nla_len = NLA_HDRLEN + len;
	memcpy(attr + 1, data, len);
	request.n.nlmsg_len = (char *)(attr + 1) + NLA_ALIGN(len) - (char *)&request;
	return attr;
}

static struct nlattr *begin(int type)
{
	return put(type | NLA_F_NESTED, "", 0);
}

static void end(struct nlattr *nest)
{
	nest->nla_len = (char *)&request + request.n.nlmsg_len - (char *)nest;
}

static void put_number(int type, __u64 value, size_t len)
{
	/* x86: the low end is in front */
	put(type, &value, len);
}

static void start(int family, int command, int flags)
{
	memset(&request, 0, sizeof(request));
	request.n.nlmsg_len = NLMSG_LENGTH(GENL_HDRLEN);
	request.n.nlmsg_type = family;
	request.n.nlmsg_flags = NLM_F_REQUEST | flags;
	request.g.cmd = command;
	request.g.version = 1;
}

/* The attribute of this type in a row of them */
static struct nlattr *find(void *attrs, int len, int type)
{
	struct nlattr *attr = attrs;

	while (len >= NLA_HDRLEN && attr->nla_len >= NLA_HDRLEN && attr->nla_len <= len) {
		if ((attr->nla_type & NLA_TYPE_MASK) == type)
			return attr;
		len -= NLA_ALIGN(attr->nla_len);
		attr = (void *)attr + NLA_ALIGN(attr->nla_len);
	}
	return NULL;
}

static struct nlattr *inside(const struct nlattr *nest, int type)
{
	return nest ? find((void *)(nest + 1), nest->nla_len - NLA_HDRLEN, type) : NULL;
}

static void print(const char *name, const struct nlattr *attr)
{
	__u64 value = 0;

	if (!attr)
		return;
	memcpy(&value, attr + 1, attr->nla_len - NLA_HDRLEN > 8 ? 8 :
	       attr->nla_len - NLA_HDRLEN);
	printf("%s %llu\n", name, (unsigned long long)value);
}

static void print_sa(const struct nlattr *sa)
{
	const struct nlattr *hard = inside(sa, NFI_A_SA_HARD);
	const struct nlattr *counters = inside(sa, NFI_A_SA_COUNTERS);

	print("spi", inside(sa, NFI_A_SA_SPI));
	print("seq", inside(sa, NFI_A_SA_SEQ));
	print("packets-limit", inside(hard, NFI_A_LIMITS_PACKETS));
	print("bytes-limit", inside(hard, NFI_A_LIMITS_BYTES));
	print("packets", inside(counters, NFI_A_COUNTERS_PACKETS));
}

static struct nlattr *attrs_of(struct nlmsghdr *n, int type)
{
	return find((void *)n + NLMSG_LENGTH(GENL_HDRLEN),
		    n->nlmsg_len - NLMSG_LENGTH(GENL_HDRLEN), type);
}

static void print_error(struct nlmsghdr *n)
{
	struct nlmsgerr *err = NLMSG_DATA(n);
	size_t head = NLMSG_LENGTH(sizeof(*err));
	struct nlattr *text;

	if (!err->error)
		return;
	if (!(n->nlmsg_flags & NLM_F_CAPPED))
		head += err->msg.nlmsg_len - sizeof(err->msg);
	text = find((void *)n + NLMSG_ALIGN(head), n->nlmsg_len - NLMSG_ALIGN(head),
		    NLMSGERR_ATTR_MSG);
	printf("error %d %s\n", -err->error, text ? (char *)(text + 1) : "");
	exit(1);
}

/* Prints what comes until there is no more of it */
static void receive(int once)
{
	struct nlmsghdr *n;
	int len;

	for (;;) {
		len = recv(sock, &answer, sizeof(answer), 0);
		if (len < 0)
			fail("recv");
		for (n = &answer.n; NLMSG_OK(n, (unsigned int)len); n = NLMSG_NEXT(n, len)) {
			if (n->nlmsg_type == NLMSG_ERROR)
				print_error(n);
			if (n->nlmsg_type == NLMSG_ERROR || n->nlmsg_type == NLMSG_DONE)
				return;
			print_sa(attrs_of(n, NFI_A_SA));
			if (once)
				return;
		}
	}
}

static void ask(void)
{
	if (send(sock, &request, request.n.nlmsg_len, 0) < 0)
		fail("send");
}

/* The number of the family, and of its group for changes */
static int family(void)
{
	struct nlattr *groups, *one;
	int id, len;

	start(GENL_ID_CTRL, CTRL_CMD_GETFAMILY, 0);
	put(CTRL_ATTR_FAMILY_NAME, NFI_FAMILY_NAME, sizeof(NFI_FAMILY_NAME));
	ask();
	if (recv(sock, &answer, sizeof(answer), 0) < 0 || answer.n.nlmsg_type != GENL_ID_CTRL)
		fail("no nfipsec");
	id = *(__u16 *)(attrs_of(&answer.n, CTRL_ATTR_FAMILY_ID) + 1);
	groups = attrs_of(&answer.n, CTRL_ATTR_MCAST_GROUPS);
	one = groups + 1;
	for (len = groups->nla_len - NLA_HDRLEN; len > 0; len -= NLA_ALIGN(one->nla_len),
	     one = (void *)one + NLA_ALIGN(one->nla_len))
		if (!strcmp((char *)(inside(one, CTRL_ATTR_MCAST_GRP_NAME) + 1),
			    NFI_MCGRP_CHANGES))
			group = *(__u32 *)(inside(one, CTRL_ATTR_MCAST_GRP_ID) + 1);
	return id;
}

static void name_sa(__u32 spi)
{
	put_number(NFI_A_SA_DIRECTION, NFI_DIR_IN, 4);
	put_number(NFI_A_SA_PROTOCOL, 50, 1);
	put_number(NFI_A_SA_SPI, spi, 4);
}

static void add(int id, __u32 spi)
{
	__u32 near = inet_addr("192.0.2.1"), far = inet_addr("192.0.2.2");
	struct nlattr *sa, *hard;
	char key[20] = "32 bits";

	memcpy(key + 8, &spi, 4);
	start(id, NFI_CMD_SA_ADD, NLM_F_ACK);
	sa = begin(NFI_A_SA);
	name_sa(spi);
	put_number(NFI_A_SA_MODE, NFI_MODE_TUNNEL, 4);
	put(NFI_A_SA_LOCAL_V4, &near, 4);
	put(NFI_A_SA_REMOTE_V4, &far, 4);
	put_number(NFI_A_SA_ENCR, 20, 2);
	put(NFI_A_SA_ENCR_KEY, key, sizeof(key));
	put(NFI_A_SA_ESN, "", 0);
	/* not at a multiple of 8: nobody may count on that */
	put_number(NFI_A_SA_SEQ, 0x500000007, 8);
	hard = begin(NFI_A_SA_HARD);
	put_number(NFI_A_LIMITS_PACKETS, 0x123456789a, 8);
	put_number(NFI_A_LIMITS_BYTES, 0xfedcba987654, 8);
	end(hard);
	end(sa);
}

int main(int argc, char **argv)
{
	const char *what = argc > 1 ? argv[1] : "";
	__u32 spi = argc > 2 ? strtoul(argv[2], NULL, 0) : 0;
	int one = 1, hear = !strcmp(what, "hear"), id;
	struct nlattr *sa;

	printf("bits %zu\n", sizeof(long) * 8);
	sock = socket(AF_NETLINK, SOCK_RAW, NETLINK_GENERIC);
	if (sock < 0)
		fail("socket");
	setsockopt(sock, SOL_NETLINK, NETLINK_EXT_ACK, &one, sizeof(one));
	id = family();
	if (!strcmp(what, "add")) {
		add(id, spi);
	} else if (!strcmp(what, "show")) {
		start(id, NFI_CMD_SA_GET, 0);
		sa = begin(NFI_A_SA);
		name_sa(spi);
		end(sa);
	} else if (!strcmp(what, "dump")) {
		start(id, NFI_CMD_SA_GET, NLM_F_DUMP);
	} else if (!hear) {
		return 2;
	}
	if (hear) {
		if (setsockopt(sock, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &group, sizeof(group)))
			fail("group");
		puts("listening");
		fflush(stdout);
	} else {
		ask();
	}
	receive(hear || !strcmp(what, "show"));
	return 0;
}
