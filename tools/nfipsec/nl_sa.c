// SPDX-License-Identifier: GPL-2.0
/*
 * SAs on the wire between tool and kernel. Keys go only one way.
 */
#include "nl_sa.h"

#include <netinet/in.h>
#include <stdio.h>
#include <string.h>

#include "attr.h"
#include "error.h"
#include "model.h"
#include "msg.h"
#include "nl.h"
#include "suite.h"

static bool is_given(const struct nfi_sa *sa, enum nfi_sa_option option)
{
	return sa->given & NFI_BIT(option);
}

/* What names an SA: its direction, protocol, SPI and remote address. */
static void put_name(struct nlmsghdr *nlh, const struct nfi_sa *sa)
{
	mnl_attr_put_u32(nlh, NFI_A_SA_DIRECTION, sa->direction);
	mnl_attr_put_u8(nlh, NFI_A_SA_PROTOCOL,
			sa->protocol ? : IPPROTO_ESP);
	mnl_attr_put_u32(nlh, NFI_A_SA_SPI, sa->spi);
	nfi_attr_put_addr(nlh, NFI_A_SA_REMOTE_V4, NFI_A_SA_REMOTE_V6,
			  &sa->remote);
}

static void put_suite(struct nlmsghdr *nlh, const struct nfi_sa *sa)
{
	const struct nfi_suite *suite = sa->suite;
	size_t len = suite->key_len + suite->salt_len;

	if (suite->encr)
		mnl_attr_put_u16(nlh, NFI_A_SA_ENCR, suite->encr);
	if (len)
		mnl_attr_put(nlh, NFI_A_SA_ENCR_KEY, len, sa->key.bytes);
	if (!suite->integ)
		return;
	mnl_attr_put_u16(nlh, NFI_A_SA_INTEG, suite->integ);
	mnl_attr_put(nlh, NFI_A_SA_INTEG_KEY, suite->integ_len,
		     sa->key.bytes + len);
}

static void put_rules(struct nlmsghdr *nlh, const struct nfi_sa *sa)
{
	if (sa->esn)
		mnl_attr_put(nlh, NFI_A_SA_ESN, 0, NULL);
	if (is_given(sa, NFI_SA_OPT_REPLAY_WINDOW))
		mnl_attr_put_u32(nlh, NFI_A_SA_REPLAY_WINDOW,
				 sa->replay_window);
	if (is_given(sa, NFI_SA_OPT_SEQ))
		mnl_attr_put_u64(nlh, NFI_A_SA_SEQ, sa->seq);
	if (sa->learn_seq)
		mnl_attr_put(nlh, NFI_A_SA_LEARN_SEQ, 0, NULL);
	if (is_given(sa, NFI_SA_OPT_DF))
		mnl_attr_put_u32(nlh, NFI_A_SA_DF, sa->df);
	if (sa->flow_label)
		mnl_attr_put_u32(nlh, NFI_A_SA_FLOW_LABEL, sa->flow_label);
	if (is_given(sa, NFI_SA_OPT_DSCP))
		mnl_attr_put_u8(nlh, NFI_A_SA_DSCP, sa->dscp);
	if (is_given(sa, NFI_SA_OPT_DSCP_MAP))
		mnl_attr_put(nlh, NFI_A_SA_DSCP_MAP, sizeof(sa->dscp_map),
			     &sa->dscp_map);
	if (sa->no_ecn)
		mnl_attr_put(nlh, NFI_A_SA_NO_ECN, 0, NULL);
	if (sa->no_padding_check)
		mnl_attr_put(nlh, NFI_A_SA_NO_PADDING_CHECK, 0, NULL);
	if (sa->no_icmp_check)
		mnl_attr_put(nlh, NFI_A_SA_NO_ICMP_CHECK, 0, NULL);
	if (sa->decap_dscp)
		mnl_attr_put(nlh, NFI_A_SA_DECAP_DSCP, 0, NULL);
	if (sa->no_mss_clamp)
		mnl_attr_put(nlh, NFI_A_SA_NO_MSS_CLAMP, 0, NULL);
	if (sa->engine)
		mnl_attr_put_u32(nlh, NFI_A_SA_ENGINE, sa->engine);
	if (sa->encap_strict)
		mnl_attr_put(nlh, NFI_A_SA_ENCAP_STRICT, 0, NULL);
	if (sa->keepalive)
		mnl_attr_put_u32(nlh, NFI_A_SA_KEEPALIVE, sa->keepalive);
	if (sa->follow)
		mnl_attr_put(nlh, NFI_A_SA_FOLLOW, 0, NULL);
	if (sa->tfc)
		mnl_attr_put_u32(nlh, NFI_A_SA_TFC, sa->tfc);
	if (sa->dummy_interval)
		mnl_attr_put_u32(nlh, NFI_A_SA_DUMMY_INTERVAL,
				 sa->dummy_interval);
	if (!sa->encap.type)
		return;
	mnl_attr_put_u32(nlh, NFI_A_SA_ENCAP, sa->encap.type);
	mnl_attr_put_u16(nlh, NFI_A_SA_ENCAP_LOCAL_PORT, sa->encap.local_port);
	mnl_attr_put_u16(nlh, NFI_A_SA_ENCAP_REMOTE_PORT,
			 sa->encap.remote_port);
}

/**
 * nfi_nl_sa_put() - put a whole SA, with its key
 * @msg: the message
 * @sa: the SA
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_sa_put(struct nfi_msg *msg, const struct nfi_sa *sa,
		  struct nfi_error *err)
{
	struct nlmsghdr *nlh;
	struct nlattr *nest;

	if (nfi_msg_reserve(msg, err))
		return -1;
	nlh = msg->nlh;
	nest = mnl_attr_nest_start(nlh, NFI_A_SA);
	put_name(nlh, sa);
	mnl_attr_put_u32(nlh, NFI_A_SA_MODE, sa->mode);
	nfi_attr_put_addr(nlh, NFI_A_SA_LOCAL_V4, NFI_A_SA_LOCAL_V6,
			  &sa->local);
	if (sa->reqid)
		mnl_attr_put_u32(nlh, NFI_A_SA_REQID, sa->reqid);
	put_suite(nlh, sa);
	put_rules(nlh, sa);
	if (nfi_attr_put_selector(nlh, NFI_A_SA_SELECTOR, &sa->selector, err))
		return -1;
	nfi_attr_put_limits(nlh, NFI_A_SA_SOFT, &sa->soft);
	nfi_attr_put_limits(nlh, NFI_A_SA_HARD, &sa->hard);
	if (nfi_attr_put_dev(nlh, NFI_A_SA_DEVICE, "dev", sa->dev, err))
		return -1;
	mnl_attr_nest_end(nlh, nest);
	return 0;
}

static void get_rules(const struct nlattr **tb, struct nfi_sa *sa)
{
	const struct nlattr *map = tb[NFI_A_SA_DSCP_MAP];

	sa->reqid = nfi_attr_u32(tb[NFI_A_SA_REQID]);
	sa->suite = nfi_suite_by_number(nfi_attr_u16(tb[NFI_A_SA_ENCR]),
					nfi_attr_u16(tb[NFI_A_SA_ENCR_KEY_BITS]),
					nfi_attr_u16(tb[NFI_A_SA_INTEG]));
	sa->esn = tb[NFI_A_SA_ESN];
	sa->replay_window = nfi_attr_u32(tb[NFI_A_SA_REPLAY_WINDOW]);
	sa->seq = nfi_attr_u64(tb[NFI_A_SA_SEQ]);
	sa->learn_seq = tb[NFI_A_SA_LEARN_SEQ];
	nfi_attr_get_limits(tb[NFI_A_SA_SOFT], &sa->soft);
	nfi_attr_get_limits(tb[NFI_A_SA_HARD], &sa->hard);
	sa->df = nfi_attr_u32(tb[NFI_A_SA_DF]);
	sa->flow_label = nfi_attr_u32(tb[NFI_A_SA_FLOW_LABEL]);
	sa->dscp = nfi_attr_u8(tb[NFI_A_SA_DSCP]);
	if (map && mnl_attr_get_payload_len(map) == sizeof(sa->dscp_map))
		memcpy(&sa->dscp_map, mnl_attr_get_payload(map),
		       sizeof(sa->dscp_map));
	sa->no_ecn = tb[NFI_A_SA_NO_ECN];
	sa->no_padding_check = tb[NFI_A_SA_NO_PADDING_CHECK];
	sa->no_icmp_check = tb[NFI_A_SA_NO_ICMP_CHECK];
	sa->decap_dscp = tb[NFI_A_SA_DECAP_DSCP];
	sa->no_mss_clamp = tb[NFI_A_SA_NO_MSS_CLAMP];
	sa->engine = nfi_attr_u32(tb[NFI_A_SA_ENGINE]);
	sa->encap.type = nfi_attr_u32(tb[NFI_A_SA_ENCAP]);
	sa->encap.local_port = nfi_attr_u16(tb[NFI_A_SA_ENCAP_LOCAL_PORT]);
	sa->encap.remote_port = nfi_attr_u16(tb[NFI_A_SA_ENCAP_REMOTE_PORT]);
	sa->encap_strict = tb[NFI_A_SA_ENCAP_STRICT];
	sa->keepalive = nfi_attr_u32(tb[NFI_A_SA_KEEPALIVE]);
	sa->follow = tb[NFI_A_SA_FOLLOW];
	sa->tfc = nfi_attr_u32(tb[NFI_A_SA_TFC]);
	sa->dummy_interval = nfi_attr_u32(tb[NFI_A_SA_DUMMY_INTERVAL]);
	nfi_attr_get_dev(tb[NFI_A_SA_DEVICE], sa->dev);
}

static void get_status(const struct nlattr **tb, struct nfi_sa_status *status)
{
	const struct nlattr *driver = tb[NFI_A_SA_DRIVER];

	status->state = nfi_attr_u32(tb[NFI_A_SA_STATE]);
	status->age = nfi_attr_u64(tb[NFI_A_SA_AGE]);
	status->mtu = nfi_attr_u32(tb[NFI_A_SA_MTU]);
	status->odd_ecn = nfi_attr_u64(tb[NFI_A_SA_ODD_ECN]);
	status->dummies = nfi_attr_u64(tb[NFI_A_SA_DUMMIES]);
	status->resyncs = nfi_attr_u64(tb[NFI_A_SA_RESYNCS]);
	status->resync_tries = nfi_attr_u64(tb[NFI_A_SA_RESYNC_TRIES]);
	nfi_attr_get_addr(tb[NFI_A_SA_PEER_V4], tb[NFI_A_SA_PEER_V6],
			  &status->peer);
	status->peer_port = nfi_attr_u16(tb[NFI_A_SA_PEER_PORT]);
	nfi_attr_get_counters(tb[NFI_A_SA_COUNTERS], &status->counters);
	if (driver)
		snprintf(status->driver, sizeof(status->driver), "%.*s",
			 mnl_attr_get_payload_len(driver),
			 (const char *)mnl_attr_get_payload(driver));
}

static void mark(struct nfi_sa *sa, enum nfi_sa_option option, bool given)
{
	if (given)
		sa->given |= NFI_BIT(option);
}

static void mark_limits(struct nfi_sa *sa, enum nfi_sa_option first,
			const struct nfi_limits *limits)
{
	mark(sa, first, limits->packets);
	mark(sa, first + 1, limits->bytes);
	mark(sa, first + 2, limits->add_seconds);
	mark(sa, first + 3, limits->use_seconds);
}

/* Which options `sa add` needs to make such an SA again. */
static void mark_given(const struct nlattr **tb, struct nfi_sa *sa)
{
	bool tunnel = sa->mode == NFI_MODE_TUNNEL;
	int i;

	for (i = NFI_SA_OPT_SPI; i <= NFI_SA_OPT_KEY_FILE; i++)
		mark(sa, i, i != (sa->protocol == IPPROTO_AH ?
				  NFI_SA_OPT_SUITE : NFI_SA_OPT_AUTH));
	mark(sa, NFI_SA_OPT_REQID, sa->reqid);
	mark(sa, NFI_SA_OPT_ESN, sa->esn);
	mark(sa, NFI_SA_OPT_REPLAY_WINDOW, tb[NFI_A_SA_REPLAY_WINDOW] &&
	     sa->direction == NFI_DIR_IN);
	mark(sa, NFI_SA_OPT_SEQ, sa->seq);
	mark(sa, NFI_SA_OPT_LEARN_SEQ, sa->learn_seq);
	mark_limits(sa, NFI_SA_OPT_SOFT_PACKETS, &sa->soft);
	mark_limits(sa, NFI_SA_OPT_HARD_PACKETS, &sa->hard);
	mark(sa, NFI_SA_OPT_DF, tunnel && sa->df != NFI_DF_COPY);
	mark(sa, NFI_SA_OPT_FLOW_LABEL, tunnel && sa->flow_label);
	mark(sa, NFI_SA_OPT_DSCP, tunnel && tb[NFI_A_SA_DSCP]);
	mark(sa, NFI_SA_OPT_DSCP_MAP, tunnel && tb[NFI_A_SA_DSCP_MAP]);
	mark(sa, NFI_SA_OPT_NO_ECN, tunnel && sa->no_ecn);
	mark(sa, NFI_SA_OPT_NO_PADDING_CHECK, sa->no_padding_check);
	mark(sa, NFI_SA_OPT_NO_ICMP_CHECK, sa->no_icmp_check);
	mark(sa, NFI_SA_OPT_DECAP_DSCP, sa->decap_dscp);
	mark(sa, NFI_SA_OPT_NO_MSS_CLAMP, sa->no_mss_clamp);
	mark(sa, NFI_SA_OPT_ENGINE, sa->engine != NFI_ENGINE_INLINE);
	mark(sa, NFI_SA_OPT_ENCAP, sa->encap.type);
	mark(sa, NFI_SA_OPT_ENCAP_STRICT, sa->encap_strict);
	mark(sa, NFI_SA_OPT_KEEPALIVE, sa->keepalive);
	mark(sa, NFI_SA_OPT_FOLLOW, sa->follow);
	mark(sa, NFI_SA_OPT_TFC, sa->tfc);
	mark(sa, NFI_SA_OPT_DUMMY_INTERVAL, sa->dummy_interval);
	mark(sa, NFI_SA_OPT_DEV, *sa->dev);
}

/**
 * nfi_nl_sa_get() - get an SA
 * @nest: the nest
 * @sa: the SA, all zero before; the caller clears it, also after a failure
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_sa_get(const struct nlattr *nest, struct nfi_sa *sa,
		  struct nfi_error *err)
{
	const struct nlattr *tb[NFI_A_SA_MAX + 1];

	nfi_attr_table(nest, tb, NFI_A_SA_MAX);
	sa->direction = nfi_attr_u32(tb[NFI_A_SA_DIRECTION]);
	sa->protocol = nfi_attr_u8(tb[NFI_A_SA_PROTOCOL]);
	sa->spi = nfi_attr_u32(tb[NFI_A_SA_SPI]);
	sa->mode = nfi_attr_u32(tb[NFI_A_SA_MODE]);
	nfi_attr_get_addr(tb[NFI_A_SA_LOCAL_V4], tb[NFI_A_SA_LOCAL_V6],
			  &sa->local);
	nfi_attr_get_addr(tb[NFI_A_SA_REMOTE_V4], tb[NFI_A_SA_REMOTE_V6],
			  &sa->remote);
	get_rules(tb, sa);
	get_status(tb, &sa->status);
	mark_given(tb, sa);
	return nfi_attr_get_selector(tb[NFI_A_SA_SELECTOR], &sa->selector, err);
}

static int take_sa(const struct nlattr *nest, void *list,
		   struct nfi_error *err)
{
	struct nfi_sa *sa = nfi_config_add_sa(list, err);

	return sa ? nfi_nl_sa_get(nest, sa, err) : -1;
}

static int read_sas(const struct nlmsghdr *nlh, void *list,
		    struct nfi_error *err)
{
	return nfi_attr_each(nlh, NFI_A_SA, take_sa, list, err);
}

static int put_whole(struct nfi_msg *msg, const void *sa, struct nfi_error *err)
{
	return nfi_nl_sa_put(msg, sa, err);
}

static int put_named(struct nfi_msg *msg, const void *sa, struct nfi_error *err)
{
	struct nlattr *nest = mnl_attr_nest_start(msg->nlh, NFI_A_SA);

	(void)err;
	put_name(msg->nlh, sa);
	mnl_attr_nest_end(msg->nlh, nest);
	return 0;
}

/**
 * nfi_nl_sa_add() - add an SA to the kernel's SAD
 * @nl: the socket
 * @sa: the SA with its key
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_sa_add(struct nfi_nl *nl, const struct nfi_sa *sa,
		  struct nfi_error *err)
{
	return nfi_nl_ask(nl, NFI_CMD_SA_ADD, put_whole, sa, NULL, NULL, err);
}

/**
 * nfi_nl_sa_del() - remove an SA
 * @nl: the socket
 * @sa: names it by direction, SPI and remote address
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_sa_del(struct nfi_nl *nl, const struct nfi_sa *sa,
		  struct nfi_error *err)
{
	return nfi_nl_ask(nl, NFI_CMD_SA_DEL, put_named, sa, NULL, NULL, err);
}

/* Those that are given, and 0 takes a limit away. */
static void put_new_limits(struct nlmsghdr *nlh, const struct nfi_sa *sa,
			   enum nfi_sa_option first, uint16_t type,
			   const struct nfi_limits *limits)
{
	const uint64_t values[] = { limits->packets, limits->bytes,
				    limits->add_seconds, limits->use_seconds };
	struct nlattr *nest = NULL;
	size_t i;

	for (i = 0; i < ARRAY_SIZE(values); i++) {
		if (!is_given(sa, first + i))
			continue;
		if (!nest)
			nest = mnl_attr_nest_start(nlh, type);
		/* in the same order as the options */
		mnl_attr_put_u64(nlh, NFI_A_LIMITS_PACKETS + i, values[i]);
	}
	if (nest)
		mnl_attr_nest_end(nlh, nest);
}

static void put_new_encap(struct nlmsghdr *nlh,
			  const struct nfi_encapsulation *encap)
{
	mnl_attr_put_u32(nlh, NFI_A_SA_ENCAP, encap->type);
	if (!encap->type)
		return;
	mnl_attr_put_u16(nlh, NFI_A_SA_ENCAP_LOCAL_PORT, encap->local_port);
	mnl_attr_put_u16(nlh, NFI_A_SA_ENCAP_REMOTE_PORT, encap->remote_port);
}

static int put_change(struct nfi_msg *msg, const void *object,
		      struct nfi_error *err)
{
	const struct nfi_sa *sa = object;
	struct nlmsghdr *nlh = msg->nlh;
	struct nlattr *nest;

	(void)err;
	nest = mnl_attr_nest_start(nlh, NFI_A_SA);
	put_name(nlh, sa);
	if (is_given(sa, NFI_SA_OPT_SEQ))
		mnl_attr_put_u64(nlh, NFI_A_SA_SEQ, sa->seq);
	put_new_limits(nlh, sa, NFI_SA_OPT_SOFT_PACKETS, NFI_A_SA_SOFT,
		       &sa->soft);
	put_new_limits(nlh, sa, NFI_SA_OPT_HARD_PACKETS, NFI_A_SA_HARD,
		       &sa->hard);
	nfi_attr_put_addr(nlh, NFI_A_SA_NEW_LOCAL_V4, NFI_A_SA_NEW_LOCAL_V6,
			  &sa->new_local);
	nfi_attr_put_addr(nlh, NFI_A_SA_NEW_REMOTE_V4, NFI_A_SA_NEW_REMOTE_V6,
			  &sa->new_remote);
	if (is_given(sa, NFI_SA_OPT_ENCAP))
		put_new_encap(nlh, &sa->encap);
	mnl_attr_nest_end(nlh, nest);
	return 0;
}

/**
 * nfi_nl_sa_set() - change an SA in place
 * @nl: the socket
 * @sa: names it by direction, SPI and remote address, and has new lifetimes, a
 *	new sequence number, new addresses and encapsulation, as far as they are
 *	given
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_sa_set(struct nfi_nl *nl, const struct nfi_sa *sa,
		  struct nfi_error *err)
{
	return nfi_nl_ask(nl, NFI_CMD_SA_SET, put_change, sa, NULL, NULL, err);
}

/**
 * nfi_nl_sa_find() - ask for one SA
 * @nl: the socket
 * @sa: names it by direction, SPI and remote address
 * @found: it is appended to these
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_sa_find(struct nfi_nl *nl, const struct nfi_sa *sa,
		   struct nfi_config *found, struct nfi_error *err)
{
	return nfi_nl_ask(nl, NFI_CMD_SA_GET, put_named, sa, read_sas, found,
			  err);
}

/**
 * nfi_nl_sa_list() - ask for all SAs
 * @nl: the socket
 * @list: they are appended to these
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_sa_list(struct nfi_nl *nl, struct nfi_config *list,
		   struct nfi_error *err)
{
	return nfi_nl_call(nl, NFI_CMD_SA_GET, NLM_F_DUMP, read_sas, list,
			   err);
}

static int put_spi_range(struct nfi_msg *msg, const void *object,
			 struct nfi_error *err)
{
	const struct nfi_spi_range *range = object;

	(void)err;
	mnl_attr_put_u32(msg->nlh, NFI_A_SPI_MIN, range->min);
	mnl_attr_put_u32(msg->nlh, NFI_A_SPI_MAX, range->max);
	return 0;
}

static int read_spi(const struct nlmsghdr *nlh, void *arg,
		    struct nfi_error *err)
{
	const struct nlattr *attr;
	uint32_t *spi = arg;

	(void)err;
	mnl_attr_for_each(attr, nlh, GENL_HDRLEN)
		if (mnl_attr_get_type(attr) == NFI_A_SPI)
			*spi = nfi_attr_u32(attr);
	return 0;
}

/**
 * nfi_nl_sa_alloc_spi() - ask for an SPI that no inbound SA has
 * @nl: the socket
 * @range: where to look
 * @spi: the answer
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_sa_alloc_spi(struct nfi_nl *nl, const struct nfi_spi_range *range,
			uint32_t *spi, struct nfi_error *err)
{
	*spi = 0;
	return nfi_nl_ask(nl, NFI_CMD_SPI_ALLOC, put_spi_range, range, read_spi,
			  spi, err);
}
