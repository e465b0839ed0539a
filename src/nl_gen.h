/* SPDX-License-Identifier: ((GPL-2.0 WITH Linux-syscall-note) OR BSD-3-Clause) */
/* Do not edit directly, auto-generated from: */
/*	Documentation/netlink/specs/nfipsec.yaml */
/* YNL-GEN kernel header */

#ifndef _LINUX_NFIPSEC_GEN_H
#define _LINUX_NFIPSEC_GEN_H

#include <net/netlink.h>
#include <net/genetlink.h>

#include <uapi/linux/nfipsec.h>

/* Common nested types */
extern const struct nla_policy nfipsec_counters_nl_policy[NFI_A_COUNTERS_IDLE_MS + 1];
extern const struct nla_policy nfipsec_defaults_nl_policy[NFI_A_DEFAULTS_ICMP + 1];
extern const struct nla_policy nfipsec_limits_nl_policy[NFI_A_LIMITS_USE_SECONDS + 1];
extern const struct nla_policy nfipsec_policy_nl_policy[NFI_A_POLICY_COUNTERS + 1];
extern const struct nla_policy nfipsec_ports_nl_policy[NFI_A_PORTS_LAST + 1];
extern const struct nla_policy nfipsec_range_nl_policy[NFI_A_RANGE_LAST_V6 + 1];
extern const struct nla_policy nfipsec_sa_nl_policy[NFI_A_SA_DECAP_DSCP + 1];
extern const struct nla_policy nfipsec_selector_nl_policy[NFI_A_SELECTOR_INTERFACE + 1];

int nfipsec_nl_sa_add_doit(struct sk_buff *skb, struct genl_info *info);
int nfipsec_nl_sa_get_doit(struct sk_buff *skb, struct genl_info *info);
int nfipsec_nl_sa_get_dumpit(struct sk_buff *skb, struct netlink_callback *cb);
int nfipsec_nl_sa_del_doit(struct sk_buff *skb, struct genl_info *info);
int nfipsec_nl_policy_add_doit(struct sk_buff *skb, struct genl_info *info);
int nfipsec_nl_policy_get_doit(struct sk_buff *skb, struct genl_info *info);
int nfipsec_nl_policy_get_dumpit(struct sk_buff *skb,
				 struct netlink_callback *cb);
int nfipsec_nl_policy_del_doit(struct sk_buff *skb, struct genl_info *info);
int nfipsec_nl_commit_doit(struct sk_buff *skb, struct genl_info *info);
int nfipsec_nl_sa_flush_doit(struct sk_buff *skb, struct genl_info *info);
int nfipsec_nl_policy_flush_doit(struct sk_buff *skb, struct genl_info *info);
int nfipsec_nl_stats_get_doit(struct sk_buff *skb, struct genl_info *info);
int nfipsec_nl_defaults_get_doit(struct sk_buff *skb, struct genl_info *info);
int nfipsec_nl_defaults_set_doit(struct sk_buff *skb, struct genl_info *info);
int nfipsec_nl_spi_alloc_doit(struct sk_buff *skb, struct genl_info *info);
int nfipsec_nl_sa_set_doit(struct sk_buff *skb, struct genl_info *info);

enum {
	NFIPSEC_NLGRP_EVENTS,
	NFIPSEC_NLGRP_CHANGES,
	NFIPSEC_NLGRP_ACQUIRES,
};

extern struct genl_family nfipsec_nl_family;

#endif /* _LINUX_NFIPSEC_GEN_H */
