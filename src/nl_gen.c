// SPDX-License-Identifier: ((GPL-2.0 WITH Linux-syscall-note) OR BSD-3-Clause)
/* Do not edit directly, auto-generated from: */
/*	Documentation/netlink/specs/nfipsec.yaml */
/* YNL-GEN kernel source */

#include <net/netlink.h>
#include <net/genetlink.h>

#include "nl_gen.h"

#include <uapi/linux/nfipsec.h>

/* Common nested types */
const struct nla_policy nfipsec_counters_nl_policy[NFI_A_COUNTERS_IDLE_MS + 1] = {
	[NFI_A_COUNTERS_PACKETS] = { .type = NLA_U64, },
	[NFI_A_COUNTERS_BYTES] = { .type = NLA_U64, },
	[NFI_A_COUNTERS_DROPS] = { .type = NLA_U64, },
	[NFI_A_COUNTERS_LAST_DROP] = NLA_POLICY_MAX(NLA_U32, 39),
	[NFI_A_COUNTERS_IDLE_MS] = { .type = NLA_U64, },
};

const struct nla_policy nfipsec_defaults_nl_policy[NFI_A_DEFAULTS_ICMP + 1] = {
	[NFI_A_DEFAULTS_IN] = NLA_POLICY_MAX(NLA_U32, 2),
	[NFI_A_DEFAULTS_OUT] = NLA_POLICY_MAX(NLA_U32, 2),
	[NFI_A_DEFAULTS_IKE] = NLA_POLICY_MAX(NLA_U8, 1),
	[NFI_A_DEFAULTS_DISCOVERY] = NLA_POLICY_MAX(NLA_U8, 1),
	[NFI_A_DEFAULTS_IKE_COUNTERS] = NLA_POLICY_NESTED(nfipsec_counters_nl_policy),
	[NFI_A_DEFAULTS_DISCOVERY_COUNTERS] = NLA_POLICY_NESTED(nfipsec_counters_nl_policy),
	[NFI_A_DEFAULTS_ICMP] = NLA_POLICY_MAX(NLA_U8, 1),
};

const struct nla_policy nfipsec_limits_nl_policy[NFI_A_LIMITS_USE_SECONDS + 1] = {
	[NFI_A_LIMITS_PACKETS] = { .type = NLA_U64, },
	[NFI_A_LIMITS_BYTES] = { .type = NLA_U64, },
	[NFI_A_LIMITS_ADD_SECONDS] = { .type = NLA_U64, },
	[NFI_A_LIMITS_USE_SECONDS] = { .type = NLA_U64, },
};

const struct nla_policy nfipsec_policy_nl_policy[NFI_A_POLICY_COUNTERS + 1] = {
	[NFI_A_POLICY_ID] = { .type = NLA_U32, },
	[NFI_A_POLICY_DEVICE] = { .type = NLA_U32, },
	[NFI_A_POLICY_DIRECTION] = NLA_POLICY_MAX(NLA_U32, 1),
	[NFI_A_POLICY_PRIORITY] = { .type = NLA_U32, },
	[NFI_A_POLICY_ACTION] = NLA_POLICY_MAX(NLA_U32, 2),
	[NFI_A_POLICY_SELECTOR] = NLA_POLICY_NESTED(nfipsec_selector_nl_policy),
	[NFI_A_POLICY_PROTOCOL] = { .type = NLA_U8, },
	[NFI_A_POLICY_MODE] = NLA_POLICY_MAX(NLA_U32, 1),
	[NFI_A_POLICY_REQID] = { .type = NLA_U32, },
	[NFI_A_POLICY_LOCAL_V4] = { .type = NLA_U32, },
	[NFI_A_POLICY_LOCAL_V6] = NLA_POLICY_EXACT_LEN(16),
	[NFI_A_POLICY_REMOTE_V4] = { .type = NLA_U32, },
	[NFI_A_POLICY_REMOTE_V6] = NLA_POLICY_EXACT_LEN(16),
	[NFI_A_POLICY_COUNTERS] = NLA_POLICY_NESTED(nfipsec_counters_nl_policy),
};

const struct nla_policy nfipsec_ports_nl_policy[NFI_A_PORTS_LAST + 1] = {
	[NFI_A_PORTS_FIRST] = { .type = NLA_U16, },
	[NFI_A_PORTS_LAST] = { .type = NLA_U16, },
};

const struct nla_policy nfipsec_range_nl_policy[NFI_A_RANGE_LAST_V6 + 1] = {
	[NFI_A_RANGE_FIRST_V4] = { .type = NLA_U32, },
	[NFI_A_RANGE_FIRST_V6] = NLA_POLICY_EXACT_LEN(16),
	[NFI_A_RANGE_LAST_V4] = { .type = NLA_U32, },
	[NFI_A_RANGE_LAST_V6] = NLA_POLICY_EXACT_LEN(16),
};

const struct nla_policy nfipsec_sa_nl_policy[NFI_A_SA_DECAP_DSCP + 1] = {
	[NFI_A_SA_SPI] = { .type = NLA_U32, },
	[NFI_A_SA_DIRECTION] = NLA_POLICY_MAX(NLA_U32, 1),
	[NFI_A_SA_PROTOCOL] = { .type = NLA_U8, },
	[NFI_A_SA_MODE] = NLA_POLICY_MAX(NLA_U32, 1),
	[NFI_A_SA_LOCAL_V4] = { .type = NLA_U32, },
	[NFI_A_SA_LOCAL_V6] = NLA_POLICY_EXACT_LEN(16),
	[NFI_A_SA_REMOTE_V4] = { .type = NLA_U32, },
	[NFI_A_SA_REMOTE_V6] = NLA_POLICY_EXACT_LEN(16),
	[NFI_A_SA_REQID] = { .type = NLA_U32, },
	[NFI_A_SA_ENCR] = { .type = NLA_U16, },
	[NFI_A_SA_ENCR_KEY] = { .type = NLA_BINARY, },
	[NFI_A_SA_ENCR_KEY_BITS] = { .type = NLA_U16, },
	[NFI_A_SA_INTEG] = { .type = NLA_U16, },
	[NFI_A_SA_INTEG_KEY] = { .type = NLA_BINARY, },
	[NFI_A_SA_ESN] = { .type = NLA_FLAG, },
	[NFI_A_SA_REPLAY_WINDOW] = { .type = NLA_U32, },
	[NFI_A_SA_SEQ] = { .type = NLA_U64, },
	[NFI_A_SA_SELECTOR] = NLA_POLICY_NESTED(nfipsec_selector_nl_policy),
	[NFI_A_SA_SOFT] = NLA_POLICY_NESTED(nfipsec_limits_nl_policy),
	[NFI_A_SA_HARD] = NLA_POLICY_NESTED(nfipsec_limits_nl_policy),
	[NFI_A_SA_DF] = NLA_POLICY_MAX(NLA_U32, 2),
	[NFI_A_SA_DSCP] = NLA_POLICY_MAX(NLA_U8, 63),
	[NFI_A_SA_NO_ECN] = { .type = NLA_FLAG, },
	[NFI_A_SA_NO_PADDING_CHECK] = { .type = NLA_FLAG, },
	[NFI_A_SA_DEVICE] = { .type = NLA_U32, },
	[NFI_A_SA_STATE] = NLA_POLICY_MAX(NLA_U32, 3),
	[NFI_A_SA_AGE] = { .type = NLA_U64, },
	[NFI_A_SA_COUNTERS] = NLA_POLICY_NESTED(nfipsec_counters_nl_policy),
	[NFI_A_SA_MTU] = { .type = NLA_U32, },
	[NFI_A_SA_DRIVER] = { .type = NLA_NUL_STRING, },
	[NFI_A_SA_ENGINE] = NLA_POLICY_MAX(NLA_U32, 2),
	[NFI_A_SA_ENCAP] = NLA_POLICY_MAX(NLA_U32, 1),
	[NFI_A_SA_ENCAP_LOCAL_PORT] = { .type = NLA_U16, },
	[NFI_A_SA_ENCAP_REMOTE_PORT] = { .type = NLA_U16, },
	[NFI_A_SA_NO_ICMP_CHECK] = { .type = NLA_FLAG, },
	[NFI_A_SA_ODD_ECN] = { .type = NLA_U64, },
	[NFI_A_SA_DSCP_MAP] = NLA_POLICY_EXACT_LEN(64),
	[NFI_A_SA_ENCAP_STRICT] = { .type = NLA_FLAG, },
	[NFI_A_SA_KEEPALIVE] = { .type = NLA_U32, },
	[NFI_A_SA_FOLLOW] = { .type = NLA_FLAG, },
	[NFI_A_SA_PEER_V4] = { .type = NLA_U32, },
	[NFI_A_SA_PEER_V6] = NLA_POLICY_EXACT_LEN(16),
	[NFI_A_SA_PEER_PORT] = { .type = NLA_U16, },
	[NFI_A_SA_NO_MSS_CLAMP] = { .type = NLA_FLAG, },
	[NFI_A_SA_NEW_LOCAL_V4] = { .type = NLA_U32, },
	[NFI_A_SA_NEW_LOCAL_V6] = NLA_POLICY_EXACT_LEN(16),
	[NFI_A_SA_NEW_REMOTE_V4] = { .type = NLA_U32, },
	[NFI_A_SA_NEW_REMOTE_V6] = NLA_POLICY_EXACT_LEN(16),
	[NFI_A_SA_TFC] = { .type = NLA_U32, },
	[NFI_A_SA_DUMMY_INTERVAL] = { .type = NLA_U32, },
	[NFI_A_SA_DUMMIES] = { .type = NLA_U64, },
	[NFI_A_SA_LEARN_SEQ] = { .type = NLA_FLAG, },
	[NFI_A_SA_FLOW_LABEL] = NLA_POLICY_MAX(NLA_U32, 2),
	[NFI_A_SA_RESYNCS] = { .type = NLA_U64, },
	[NFI_A_SA_RESYNC_TRIES] = { .type = NLA_U64, },
	[NFI_A_SA_DECAP_DSCP] = { .type = NLA_FLAG, },
};

const struct nla_policy nfipsec_selector_nl_policy[NFI_A_SELECTOR_INTERFACE + 1] = {
	[NFI_A_SELECTOR_LOCAL_V4] = { .type = NLA_U32, },
	[NFI_A_SELECTOR_LOCAL_V6] = NLA_POLICY_EXACT_LEN(16),
	[NFI_A_SELECTOR_LOCAL_PREFIX_LEN] = NLA_POLICY_MAX(NLA_U8, 128),
	[NFI_A_SELECTOR_REMOTE_V4] = { .type = NLA_U32, },
	[NFI_A_SELECTOR_REMOTE_V6] = NLA_POLICY_EXACT_LEN(16),
	[NFI_A_SELECTOR_REMOTE_PREFIX_LEN] = NLA_POLICY_MAX(NLA_U8, 128),
	[NFI_A_SELECTOR_PROTOCOL] = { .type = NLA_U8, },
	[NFI_A_SELECTOR_LOCAL_PORT_MIN] = { .type = NLA_U16, },
	[NFI_A_SELECTOR_LOCAL_PORT_MAX] = { .type = NLA_U16, },
	[NFI_A_SELECTOR_REMOTE_PORT_MIN] = { .type = NLA_U16, },
	[NFI_A_SELECTOR_REMOTE_PORT_MAX] = { .type = NLA_U16, },
	[NFI_A_SELECTOR_PROTOCOLS] = { .type = NLA_BINARY, },
	[NFI_A_SELECTOR_LOCAL_RANGE] = NLA_POLICY_NESTED(nfipsec_range_nl_policy),
	[NFI_A_SELECTOR_REMOTE_RANGE] = NLA_POLICY_NESTED(nfipsec_range_nl_policy),
	[NFI_A_SELECTOR_LOCAL_PORTS] = NLA_POLICY_NESTED(nfipsec_ports_nl_policy),
	[NFI_A_SELECTOR_REMOTE_PORTS] = NLA_POLICY_NESTED(nfipsec_ports_nl_policy),
	[NFI_A_SELECTOR_MARK] = { .type = NLA_U32, },
	[NFI_A_SELECTOR_MARK_MASK] = { .type = NLA_U32, },
	[NFI_A_SELECTOR_INTERFACE] = { .type = NLA_U32, },
};

/* NFI_CMD_SA_ADD - do */
static const struct nla_policy nfipsec_sa_add_nl_policy[NFI_A_SA + 1] = {
	[NFI_A_SA] = NLA_POLICY_NESTED(nfipsec_sa_nl_policy),
};

/* NFI_CMD_SA_GET - do */
static const struct nla_policy nfipsec_sa_get_nl_policy[NFI_A_SA + 1] = {
	[NFI_A_SA] = NLA_POLICY_NESTED(nfipsec_sa_nl_policy),
};

/* NFI_CMD_SA_DEL - do */
static const struct nla_policy nfipsec_sa_del_nl_policy[NFI_A_SA + 1] = {
	[NFI_A_SA] = NLA_POLICY_NESTED(nfipsec_sa_nl_policy),
};

/* NFI_CMD_POLICY_ADD - do */
static const struct nla_policy nfipsec_policy_add_nl_policy[NFI_A_POLICY + 1] = {
	[NFI_A_POLICY] = NLA_POLICY_NESTED(nfipsec_policy_nl_policy),
};

/* NFI_CMD_POLICY_GET - do */
static const struct nla_policy nfipsec_policy_get_nl_policy[NFI_A_POLICY + 1] = {
	[NFI_A_POLICY] = NLA_POLICY_NESTED(nfipsec_policy_nl_policy),
};

/* NFI_CMD_POLICY_DEL - do */
static const struct nla_policy nfipsec_policy_del_nl_policy[NFI_A_POLICY + 1] = {
	[NFI_A_POLICY] = NLA_POLICY_NESTED(nfipsec_policy_nl_policy),
};

/* NFI_CMD_COMMIT - do */
static const struct nla_policy nfipsec_commit_nl_policy[NFI_A_POLICY + 1] = {
	[NFI_A_SA] = NLA_POLICY_NESTED(nfipsec_sa_nl_policy),
	[NFI_A_POLICY] = NLA_POLICY_NESTED(nfipsec_policy_nl_policy),
};

/* NFI_CMD_SA_FLUSH - do */
static const struct nla_policy nfipsec_sa_flush_nl_policy[NFI_A_PAD + 1] = {
};

/* NFI_CMD_POLICY_FLUSH - do */
static const struct nla_policy nfipsec_policy_flush_nl_policy[NFI_A_PAD + 1] = {
};

/* NFI_CMD_STATS_GET - do */
static const struct nla_policy nfipsec_stats_get_nl_policy[NFI_A_PAD + 1] = {
};

/* NFI_CMD_DEFAULTS_GET - do */
static const struct nla_policy nfipsec_defaults_get_nl_policy[NFI_A_PAD + 1] = {
};

/* NFI_CMD_DEFAULTS_SET - do */
static const struct nla_policy nfipsec_defaults_set_nl_policy[NFI_A_DEFAULTS + 1] = {
	[NFI_A_DEFAULTS] = NLA_POLICY_NESTED(nfipsec_defaults_nl_policy),
};

/* NFI_CMD_SPI_ALLOC - do */
static const struct nla_policy nfipsec_spi_alloc_nl_policy[NFI_A_SPI_MAX + 1] = {
	[NFI_A_SPI_MIN] = { .type = NLA_U32, },
	[NFI_A_SPI_MAX] = { .type = NLA_U32, },
};

/* NFI_CMD_SA_SET - do */
static const struct nla_policy nfipsec_sa_set_nl_policy[NFI_A_SA + 1] = {
	[NFI_A_SA] = NLA_POLICY_NESTED(nfipsec_sa_nl_policy),
};

/* Ops table for nfipsec */
static const struct genl_ops nfipsec_nl_ops[] = {
	{
		.cmd		= NFI_CMD_SA_ADD,
		.doit		= nfipsec_nl_sa_add_doit,
		.policy		= nfipsec_sa_add_nl_policy,
		.maxattr	= NFI_A_SA,
		.flags		= GENL_UNS_ADMIN_PERM,
	},
	{
		.cmd		= NFI_CMD_SA_GET,
		.doit		= nfipsec_nl_sa_get_doit,
		.dumpit		= nfipsec_nl_sa_get_dumpit,
		.policy		= nfipsec_sa_get_nl_policy,
		.maxattr	= NFI_A_SA,
		.flags		= GENL_UNS_ADMIN_PERM,
	},
	{
		.cmd		= NFI_CMD_SA_DEL,
		.doit		= nfipsec_nl_sa_del_doit,
		.policy		= nfipsec_sa_del_nl_policy,
		.maxattr	= NFI_A_SA,
		.flags		= GENL_UNS_ADMIN_PERM,
	},
	{
		.cmd		= NFI_CMD_POLICY_ADD,
		.doit		= nfipsec_nl_policy_add_doit,
		.policy		= nfipsec_policy_add_nl_policy,
		.maxattr	= NFI_A_POLICY,
		.flags		= GENL_UNS_ADMIN_PERM,
	},
	{
		.cmd		= NFI_CMD_POLICY_GET,
		.doit		= nfipsec_nl_policy_get_doit,
		.dumpit		= nfipsec_nl_policy_get_dumpit,
		.policy		= nfipsec_policy_get_nl_policy,
		.maxattr	= NFI_A_POLICY,
		.flags		= GENL_UNS_ADMIN_PERM,
	},
	{
		.cmd		= NFI_CMD_POLICY_DEL,
		.doit		= nfipsec_nl_policy_del_doit,
		.policy		= nfipsec_policy_del_nl_policy,
		.maxattr	= NFI_A_POLICY,
		.flags		= GENL_UNS_ADMIN_PERM,
	},
	{
		.cmd		= NFI_CMD_COMMIT,
		.doit		= nfipsec_nl_commit_doit,
		.policy		= nfipsec_commit_nl_policy,
		.maxattr	= NFI_A_POLICY,
		.flags		= GENL_UNS_ADMIN_PERM,
	},
	{
		.cmd		= NFI_CMD_SA_FLUSH,
		.doit		= nfipsec_nl_sa_flush_doit,
		.policy		= nfipsec_sa_flush_nl_policy,
		.maxattr	= NFI_A_PAD,
		.flags		= GENL_UNS_ADMIN_PERM,
	},
	{
		.cmd		= NFI_CMD_POLICY_FLUSH,
		.doit		= nfipsec_nl_policy_flush_doit,
		.policy		= nfipsec_policy_flush_nl_policy,
		.maxattr	= NFI_A_PAD,
		.flags		= GENL_UNS_ADMIN_PERM,
	},
	{
		.cmd		= NFI_CMD_STATS_GET,
		.doit		= nfipsec_nl_stats_get_doit,
		.policy		= nfipsec_stats_get_nl_policy,
		.maxattr	= NFI_A_PAD,
		.flags		= GENL_UNS_ADMIN_PERM,
	},
	{
		.cmd		= NFI_CMD_DEFAULTS_GET,
		.doit		= nfipsec_nl_defaults_get_doit,
		.policy		= nfipsec_defaults_get_nl_policy,
		.maxattr	= NFI_A_PAD,
		.flags		= GENL_UNS_ADMIN_PERM,
	},
	{
		.cmd		= NFI_CMD_DEFAULTS_SET,
		.doit		= nfipsec_nl_defaults_set_doit,
		.policy		= nfipsec_defaults_set_nl_policy,
		.maxattr	= NFI_A_DEFAULTS,
		.flags		= GENL_UNS_ADMIN_PERM,
	},
	{
		.cmd		= NFI_CMD_SPI_ALLOC,
		.doit		= nfipsec_nl_spi_alloc_doit,
		.policy		= nfipsec_spi_alloc_nl_policy,
		.maxattr	= NFI_A_SPI_MAX,
		.flags		= GENL_UNS_ADMIN_PERM,
	},
	{
		.cmd		= NFI_CMD_SA_SET,
		.doit		= nfipsec_nl_sa_set_doit,
		.policy		= nfipsec_sa_set_nl_policy,
		.maxattr	= NFI_A_SA,
		.flags		= GENL_UNS_ADMIN_PERM,
	},
};

static const struct genl_multicast_group nfipsec_nl_mcgrps[] = {
	[NFIPSEC_NLGRP_EVENTS] = { "events", },
	[NFIPSEC_NLGRP_CHANGES] = { "changes", },
	[NFIPSEC_NLGRP_ACQUIRES] = { "acquires", },
};

struct genl_family nfipsec_nl_family __ro_after_init = {
	.name		= NFI_FAMILY_NAME,
	.version	= NFI_FAMILY_VERSION,
	.netnsok	= true,
	.parallel_ops	= true,
	.module		= THIS_MODULE,
	.ops		= nfipsec_nl_ops,
	.n_ops		= ARRAY_SIZE(nfipsec_nl_ops),
	.mcgrps		= nfipsec_nl_mcgrps,
	.n_mcgrps	= ARRAY_SIZE(nfipsec_nl_mcgrps),
};
