/* SPDX-License-Identifier: GPL-2.0 */
/* What the handlers of the control protocol share */
#ifndef NFI_NETLINK_H
#define NFI_NETLINK_H

#include <net/genetlink.h>

#include "nl_gen.h"
#include "sa.h"
#include "spd.h"

struct nfi_net;

/* Octets that one object may take: its selector may have five full lists */
#define NFI_NL_SIZE	12288

/* Refuse a request: -EINVAL and a text, about an attribute or NULL */
#define NFI_NL_REFUSE(extack, attr, text) ({				\
	NL_SET_ERR_MSG_ATTR(extack, attr, text);			\
	-EINVAL;							\
})

/* Writes an SA or policy, or says -EMSGSIZE */
typedef int nfi_nl_put_t(struct sk_buff *msg, void *object);

int nfi_nl_setup(void);
void nfi_nl_cleanup(void);

int nfi_nl_get_addr(struct nlattr **tb, int v4, int v6, u8 *family,
		    struct nfi_addr *addr, struct netlink_ext_ack *extack);
int nfi_nl_check_ends(const struct nfi_addr *local, const struct nfi_addr *remote,
		      struct nlattr *attr, struct netlink_ext_ack *extack);
int nfi_nl_put_addr(struct sk_buff *msg, int v4, int v6, u8 family,
		    const struct nfi_addr *addr);
int nfi_nl_get_selector(struct nfi_net *nn, struct nlattr *attr,
			struct nfi_selector *sel,
			struct netlink_ext_ack *extack);
int nfi_nl_put_selector(struct sk_buff *msg, int type,
			const struct nfi_selector *sel);
int nfi_nl_put_traffic(struct sk_buff *msg, int type,
		       struct nfi_traffic __percpu *traffic, u64 drops,
		       u32 last_drop);
int nfi_nl_refuse(struct nlattr **tb, const u16 *types, size_t n,
		  struct netlink_ext_ack *extack);
struct sk_buff *nfi_nl_reply(struct genl_info *info, void **hdr);
int nfi_nl_answer(struct sk_buff *msg, void *hdr, struct genl_info *info,
		  int err);
int nfi_nl_get(struct genl_info *info,
	       void *(*find)(struct nfi_net *nn, struct genl_info *info,
			     int *err),
	       nfi_nl_put_t *put);
int nfi_nl_dump(struct sk_buff *skb, struct netlink_callback *cb,
		struct xarray *objects, u8 cmd, nfi_nl_put_t *put);

int nfi_nl_get_sa_key(struct nlattr **tb, struct nfi_sa_key *key,
		      struct netlink_ext_ack *extack);
int nfi_nl_get_sa(struct nfi_net *nn, struct nlattr *attr,
		  struct nfi_sa_conf *conf, struct nfi_keys *keys, u64 *seq,
		  struct netlink_ext_ack *extack);
struct nfi_sa *nfi_nl_make_sa(struct nfi_net *nn,
			      const struct nfi_sa_conf *conf,
			      const struct nfi_keys *keys, u64 seq,
			      struct netlink_ext_ack *extack);
void nfi_nl_free_sa(struct nfi_net *nn, struct nfi_sa *sa);
int nfi_nl_put_sa(struct sk_buff *msg, struct nfi_sa *sa);

int nfi_nl_get_policy(struct nfi_net *nn, struct nlattr *attr,
		      struct nfi_policy_conf *conf,
		      struct netlink_ext_ack *extack);
struct nfi_policy *nfi_nl_make_policy(struct nfi_net *nn,
				      const struct nfi_policy_conf *conf,
				      struct netlink_ext_ack *extack);
int nfi_nl_get_ends(struct nlattr **tb, struct nfi_sa_conf *conf,
		    struct netlink_ext_ack *extack);
int nfi_nl_get_lifetimes(struct nlattr **tb, struct nfi_limits *soft,
			 struct nfi_limits *hard,
			 struct netlink_ext_ack *extack);
int nfi_nl_put_policy(struct sk_buff *msg, const struct nfi_policy *policy);
int nfi_nl_route_policy(struct nfi_net *nn, struct nfi_policy *policy);

#endif
