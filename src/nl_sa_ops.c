// SPDX-License-Identifier: GPL-2.0
/*
 * Operations on single SAs over the control protocol: make, add, find, change,
 * remove, show. Their attributes are read in nl_sa.c and written in nl_sa_put.c.
 * Process context. Keys are wiped as soon as the transform has them.
 */
#include "netlink.h"
#include "device.h"
#include "event.h"
#include "lifetime.h"
#include "lists.h"
#include "net.h"
#include "netns.h"
#include "outbound.h"

/**
 * nfi_nl_make_sa() - make an SA that can be inserted without fail
 * @nn: the namespace
 * @conf: from nfi_nl_get_sa()
 * @keys: from nfi_nl_get_sa()
 * @seq: from nfi_nl_get_sa()
 * @extack: gets the reason of a refusal
 *
 * Context: configuration mutex.
 * Return: the SA with its id and bundle, or an ERR_PTR().
 */
struct nfi_sa *nfi_nl_make_sa(struct nfi_net *nn,
			      const struct nfi_sa_conf *conf,
			      const struct nfi_keys *keys, u64 seq,
			      struct netlink_ext_ack *extack)
{
	struct nfi_sa *sa;
	int err;

	if (nfi_sad_key_used(nn, nfi_sa_fingerprint(conf, keys))) {
		NL_SET_ERR_MSG(extack,
			       "this key was in use before: take a fresh one");
		return ERR_PTR(-EKEYREJECTED);
	}
	sa = nfi_sa_new(nn, conf, keys, seq, extack);
	if (IS_ERR(sa))
		return sa;
	err = nfi_sad_name(&nn->sad, sa);
	if (!err && conf->key.dir == NFI_DIR_OUT) {
		sa->bundle = nfi_bundle_get(&nn->sad, conf->reqid,
					    conf->key.protocol, conf->mode);
		err = sa->bundle ? 0 : -ENOMEM;
	}
	if (!err)
		return sa;
	nfi_nl_free_sa(nn, sa);
	return ERR_PTR(err);
}

/**
 * nfi_nl_free_sa() - free an SA that was never inserted
 * @nn: the namespace
 * @sa: from nfi_nl_make_sa()
 *
 * Context: configuration mutex.
 */
void nfi_nl_free_sa(struct nfi_net *nn, struct nfi_sa *sa)
{
	nfi_sad_unname(&nn->sad, sa);
	if (sa->bundle)
		nfi_bundle_put(sa->bundle);
	nfi_sa_stop(sa);
}

static int add(struct nfi_net *nn, struct nlattr *attr, struct nfi_keys *keys,
	       struct netlink_ext_ack *extack)
{
	struct nfi_sa_conf conf;
	struct nfi_sa *sa;
	u64 seq;
	int err;

	err = nfi_nl_get_sa(nn, attr, &conf, keys, &seq, extack);
	if (err)
		return err;
	if (nfi_sad_lookup(&nn->sad, &conf.key)) {
		NL_SET_ERR_MSG(extack, "there is an SA with this SPI");
		sa = ERR_PTR(-EEXIST);
	} else {
		sa = nfi_nl_make_sa(nn, &conf, keys, seq, extack);
	}
	nfi_lists_put(conf.selector.lists);
	if (IS_ERR(sa))
		return PTR_ERR(sa);
	err = nfi_sad_reserve(&nn->sad, 1) ?:
	      nfi_device_ensure(nn, extack) ?:
	      nfi_netns_prepare(nn);
	if (err) {
		nfi_nl_free_sa(nn, sa);
		return err;
	}
	nfi_sad_insert(&nn->sad, sa);
	if (sa->bundle)
		nfi_outbound_held(nn, sa->bundle);
	return 0;
}

int nfipsec_nl_sa_add_doit(struct sk_buff *skb, struct genl_info *info)
{
	struct nfi_net *nn = nfi_net(genl_info_net(info));
	struct nlattr *attr = info->attrs[NFI_A_SA];
	struct nfi_keys keys;
	int err;

	if (!attr)
		return NFI_NL_REFUSE(info->extack, NULL, "no SA in the message");
	mutex_lock(&nn->lock);
	do {
		err = add(nn, attr, &keys, info->extack);
	} while (err == -EAGAIN);
	nfi_netns_update(nn);
	mutex_unlock(&nn->lock);
	memzero_explicit(&keys, sizeof(keys));
	return err;
}

/* By direction, protocol and SPI; outbound ones by their remote address too,
 * where one SPI has several
 */
static void *find(struct nfi_net *nn, struct genl_info *info, int *err)
{
	struct netlink_ext_ack *extack = info->extack;
	struct nlattr *tb[NFI_A_SA_MAX + 1];
	struct nfi_sa *sa, *found = NULL;
	struct nfi_sa_key key;
	struct nfi_addr peer;
	unsigned long id;
	u8 family = 0;
	int with_peer;

	if (!info->attrs[NFI_A_SA]) {
		*err = NFI_NL_REFUSE(extack, NULL, "which SA?");
		return NULL;
	}
	*err = nla_parse_nested(tb, NFI_A_SA_MAX, info->attrs[NFI_A_SA],
				nfipsec_sa_nl_policy, extack);
	if (!*err)
		*err = nfi_nl_get_sa_key(tb, &key, extack);
	if (*err)
		return NULL;
	with_peer = nfi_nl_get_addr(tb, NFI_A_SA_REMOTE_V4, NFI_A_SA_REMOTE_V6,
				    &family, &peer, extack);
	*err = min(with_peer, 0);
	if (*err)
		return NULL;

	if (key.dir == NFI_DIR_IN || with_peer) {
		if (key.dir == NFI_DIR_OUT)
			key.peer = peer;
		found = nfi_sad_lookup(&nn->sad, &key);
	} else {
		xa_for_each(&nn->sad.all, id, sa) {
			if (sa->conf.key.spi != key.spi ||
			    sa->conf.key.dir != key.dir ||
			    sa->conf.key.protocol != key.protocol)
				continue;
			if (found) {
				*err = NFI_NL_REFUSE(extack, tb[NFI_A_SA_SPI],
						     "several SAs have this SPI: give the remote address");
				return NULL;
			}
			found = sa;
		}
	}
	if (!found) {
		NL_SET_ERR_MSG(extack, "no such SA");
		*err = -ENOENT;
	}
	return found;
}

int nfipsec_nl_sa_del_doit(struct sk_buff *skb, struct genl_info *info)
{
	struct nfi_net *nn = nfi_net(genl_info_net(info));
	struct nfi_sa *sa;
	int err;

	mutex_lock(&nn->lock);
	sa = find(nn, info, &err);
	if (sa) {
		nfi_sad_remove(&nn->sad, sa);
		nfi_netns_update(nn);
	}
	mutex_unlock(&nn->lock);
	return err;
}

/* Of the outer ends of an SA */
static bool is_end(int type)
{
	switch (type) {
	case NFI_A_SA_NEW_LOCAL_V4:
	case NFI_A_SA_NEW_LOCAL_V6:
	case NFI_A_SA_NEW_REMOTE_V4:
	case NFI_A_SA_NEW_REMOTE_V6:
	case NFI_A_SA_ENCAP:
	case NFI_A_SA_ENCAP_LOCAL_PORT:
	case NFI_A_SA_ENCAP_REMOTE_PORT:
		return true;
	default:
		return false;
	}
}

static bool has_ends(struct nlattr **tb)
{
	int type;

	for (type = 1; type <= NFI_A_SA_MAX; type++)
		if (tb[type] && is_end(type))
			return true;
	return false;
}

/* What may be given to change, and what names the SA */
static bool may_change(int type)
{
	switch (type) {
	case NFI_A_SA_SPI:
	case NFI_A_SA_DIRECTION:
	case NFI_A_SA_PROTOCOL:
	case NFI_A_SA_REMOTE_V4:
	case NFI_A_SA_REMOTE_V6:
	case NFI_A_SA_SOFT:
	case NFI_A_SA_HARD:
	case NFI_A_SA_SEQ:
		return true;
	default:
		return is_end(type);
	}
}

static int check_change(struct nlattr **tb, const struct nfi_sa *sa,
			struct netlink_ext_ack *extack)
{
	struct nlattr *seq = tb[NFI_A_SA_SEQ];
	int type;

	for (type = 1; type <= NFI_A_SA_MAX; type++)
		if (tb[type] && !may_change(type))
			return NFI_NL_REFUSE(extack, tb[type],
					     "this stays as it is while the SA lives");
	if (!seq && !tb[NFI_A_SA_SOFT] && !tb[NFI_A_SA_HARD] && !has_ends(tb))
		return NFI_NL_REFUSE(extack, NULL, "nothing is to be changed");
	if (nfi_sa_usable(sa))
		return NFI_NL_REFUSE(extack, NULL, "the SA is at its end");
	/* either may fail for want of memory, and then nothing is to be changed */
	if (has_ends(tb) && (tb[NFI_A_SA_SOFT] || tb[NFI_A_SA_HARD]))
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_SOFT] ?:
				     tb[NFI_A_SA_HARD],
				     "lifetimes and addresses are changed one after the other");
	if (seq && sa->conf.key.dir == NFI_DIR_IN)
		return NFI_NL_REFUSE(extack, seq,
				     "the other end counts for an inbound SA");
	if (seq && sa->queue)
		return NFI_NL_REFUSE(extack, seq,
				     "an SA of several CPUs leaves out no number");
	if (seq && nla_get_u64(seq) >= nfi_sa_seq_max(sa->conf.esn))
		return NFI_NL_REFUSE(extack, seq,
				     "no sequence number comes after this one");
	if (seq && nla_get_u64(seq) < nfi_sa_last_seq(sa))
		return NFI_NL_REFUSE(extack, seq,
				     "sequence numbers only go forward");
	return 0;
}

/* Is there another SA that would be found in the place of this one? */
static bool key_taken(const struct nfi_sad *sad, const struct nfi_sa *sa,
		      const struct nfi_sa_conf *conf)
{
	const struct nfi_sa *found = nfi_sad_lookup(sad, &conf->key);

	return found && found != sa;
}

static int change(struct nfi_net *nn, struct nfi_sa *sa, struct nlattr **tb,
		  struct netlink_ext_ack *extack)
{
	struct nlattr *seq = tb[NFI_A_SA_SEQ];
	struct nfi_sa_conf conf = sa->conf;
	struct nfi_lifetimes l;
	int err;

	err = check_change(tb, sa, extack);
	if (!err && has_ends(tb))
		err = nfi_nl_get_ends(tb, &conf, extack);
	if (err)
		return err;
	if (key_taken(&nn->sad, sa, &conf)) {
		NL_SET_ERR_MSG(extack, "there is an SA with this SPI");
		return -EEXIST;
	}
	nfi_lifetime_get(sa, &l);
	err = nfi_nl_get_lifetimes(tb, &l.soft, &l.hard, extack);
	if (!err && has_ends(tb))
		err = nfi_sad_set_ends(&nn->sad, sa, &conf);
	if (err)
		return err;
	if (tb[NFI_A_SA_SOFT] || tb[NFI_A_SA_HARD])
		err = nfi_lifetime_set(sa, &l.soft, &l.hard);
	if (!err && seq)
		nfi_sa_raise_seq(sa, nla_get_u64(seq));
	return err;
}

int nfipsec_nl_sa_set_doit(struct sk_buff *skb, struct genl_info *info)
{
	struct nfi_net *nn = nfi_net(genl_info_net(info));
	struct nlattr *tb[NFI_A_SA_MAX + 1];
	struct nfi_sa *sa;
	int err;

	mutex_lock(&nn->lock);
	sa = find(nn, info, &err);
	if (sa)
		err = nla_parse_nested(tb, NFI_A_SA_MAX, info->attrs[NFI_A_SA],
				       nfipsec_sa_nl_policy, info->extack) ?:
		      change(nn, sa, tb, info->extack);
	if (!err) {
		nfi_event_sa(sa, NFI_CMD_SA_CHANGED);
		nfi_netns_update(nn);
	}
	mutex_unlock(&nn->lock);
	return err;
}

static int put_object(struct sk_buff *msg, void *sa)
{
	return nfi_nl_put_sa(msg, sa);
}

int nfipsec_nl_sa_get_doit(struct sk_buff *skb, struct genl_info *info)
{
	return nfi_nl_get(info, find, put_object);
}

int nfipsec_nl_sa_get_dumpit(struct sk_buff *skb, struct netlink_callback *cb)
{
	struct nfi_net *nn = nfi_net(sock_net(skb->sk));

	return nfi_nl_dump(skb, cb, &nn->sad.all, NFI_CMD_SA_GET, put_object);
}
