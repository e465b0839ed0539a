// SPDX-License-Identifier: GPL-2.0
/*
 * SAs over the control protocol: from the SA to attributes. Keys never go out. For
 * answers in process context, and for events in any.
 */
#include "netlink.h"
#include "lifetime.h"
#include "net.h"
#include "path.h"
#include "resync.h"

#include <crypto/aead.h>
#include <crypto/hash.h>
#include <linux/math64.h>

static bool put_limits(struct sk_buff *msg, int type,
		       const struct nfi_limits *l)
{
	const int pad = NFI_A_LIMITS_PAD;
	struct nlattr *nest;

	if (!(l->packets || l->bytes || l->add_seconds || l->use_seconds))
		return false;
	nest = nla_nest_start(msg, type);
	if (!nest)
		return true;
	if ((l->packets && nla_put_u64_64bit(msg, NFI_A_LIMITS_PACKETS,
					     l->packets, pad)) ||
	    (l->bytes && nla_put_u64_64bit(msg, NFI_A_LIMITS_BYTES, l->bytes,
					   pad)) ||
	    (l->add_seconds && nla_put_u64_64bit(msg, NFI_A_LIMITS_ADD_SECONDS,
						 l->add_seconds, pad)) ||
	    (l->use_seconds && nla_put_u64_64bit(msg, NFI_A_LIMITS_USE_SECONDS,
						 l->use_seconds, pad)))
		return true;
	nla_nest_end(msg, nest);
	return false;
}

static bool put_identity(struct sk_buff *msg, const struct nfi_sa_conf *conf,
			 const struct nfi_path *path)
{
	return nla_put_u32(msg, NFI_A_SA_SPI, be32_to_cpu(conf->key.spi)) ||
	       nla_put_u32(msg, NFI_A_SA_DIRECTION, conf->key.dir) ||
	       nla_put_u8(msg, NFI_A_SA_PROTOCOL, conf->key.protocol) ||
	       nla_put_u32(msg, NFI_A_SA_MODE, conf->mode) ||
	       nfi_nl_put_addr(msg, NFI_A_SA_LOCAL_V4, NFI_A_SA_LOCAL_V6,
			       conf->family, &path->local) ||
	       nfi_nl_put_addr(msg, NFI_A_SA_REMOTE_V4, NFI_A_SA_REMOTE_V6,
			       conf->family, &path->home) ||
	       (conf->reqid && nla_put_u32(msg, NFI_A_SA_REQID, conf->reqid));
}

/* Where the other end was seen, unless it is where it should be */
static bool put_peer(struct sk_buff *msg, struct nfi_sa *sa,
		     const struct nfi_path *path)
{
	struct nfi_addr addr = path->remote;
	__be16 port = path->remote_port;
	bool away;

	if (path->udp_len && sa->conf.key.dir == NFI_DIR_IN) {
		spin_lock_bh(&sa->replay_lock);
		addr = sa->seen;
		port = sa->seen_port;
		spin_unlock_bh(&sa->replay_lock);
	}
	away = port != path->home_port || !nfi_addr_equal(&addr, &path->home);
	return away && (nfi_nl_put_addr(msg, NFI_A_SA_PEER_V4,
					NFI_A_SA_PEER_V6, sa->conf.family,
					&addr) ||
			nla_put_u16(msg, NFI_A_SA_PEER_PORT, ntohs(port)));
}

static bool put_nat(struct sk_buff *msg, const struct nfi_sa_conf *conf)
{
	return (conf->strict && nla_put_flag(msg, NFI_A_SA_ENCAP_STRICT)) ||
	       (conf->keepalive &&
		nla_put_u32(msg, NFI_A_SA_KEEPALIVE, conf->keepalive)) ||
	       (conf->follow && nla_put_flag(msg, NFI_A_SA_FOLLOW));
}

static bool put_encap(struct sk_buff *msg, const struct nfi_path *path)
{
	return path->encap != NFI_ENCAP_NONE &&
	       (nla_put_u32(msg, NFI_A_SA_ENCAP, path->encap) ||
		nla_put_u16(msg, NFI_A_SA_ENCAP_LOCAL_PORT,
			    ntohs(path->local_port)) ||
		nla_put_u16(msg, NFI_A_SA_ENCAP_REMOTE_PORT,
			    ntohs(path->home_port)));
}

static bool put_options(struct sk_buff *msg, const struct nfi_sa_conf *conf)
{
	return nla_put_u32(msg, NFI_A_SA_DF, conf->df) ||
	       (conf->flow_label != NFI_FLOW_LABEL_ZERO &&
		nla_put_u32(msg, NFI_A_SA_FLOW_LABEL, conf->flow_label)) ||
	       (conf->dscp >= 0 &&
		nla_put_u8(msg, NFI_A_SA_DSCP, conf->dscp)) ||
	       (conf->dscp == NFI_DSCP_MAP &&
		nla_put(msg, NFI_A_SA_DSCP_MAP, sizeof(conf->dscp_map),
			conf->dscp_map)) ||
	       (conf->esn && nla_put_flag(msg, NFI_A_SA_ESN)) ||
	       (conf->learn && nla_put_flag(msg, NFI_A_SA_LEARN_SEQ)) ||
	       (conf->no_ecn && nla_put_flag(msg, NFI_A_SA_NO_ECN)) ||
	       (conf->no_padding_check &&
		nla_put_flag(msg, NFI_A_SA_NO_PADDING_CHECK)) ||
	       (conf->no_icmp_check &&
		nla_put_flag(msg, NFI_A_SA_NO_ICMP_CHECK)) ||
	       (conf->decap_dscp && nla_put_flag(msg, NFI_A_SA_DECAP_DSCP)) ||
	       (conf->no_mss_clamp &&
		nla_put_flag(msg, NFI_A_SA_NO_MSS_CLAMP)) ||
	       (conf->engine != NFI_ENGINE_INLINE &&
		nla_put_u32(msg, NFI_A_SA_ENGINE, conf->engine)) ||
	       (conf->tfc && nla_put_u32(msg, NFI_A_SA_TFC, conf->tfc)) ||
	       (conf->dummy && nla_put_u32(msg, NFI_A_SA_DUMMY_INTERVAL,
					   conf->dummy)) ||
	       (conf->device && nla_put_u32(msg, NFI_A_SA_DEVICE, conf->device));
}

static bool put_encr(struct sk_buff *msg, const struct nfi_sa *sa)
{
	return nla_put_u16(msg, NFI_A_SA_ENCR, sa->conf.encr) ||
	       nla_put_u16(msg, NFI_A_SA_ENCR_KEY_BITS, sa->suite.key_len * 8);
}

static const char *driver(const struct nfi_sa *sa)
{
	return sa->aead ? crypto_aead_driver_name(sa->aead) :
			  crypto_shash_driver_name(sa->hash);
}

static u64 current_seq(struct nfi_sa *sa)
{
	u64 seq;

	if (sa->conf.key.dir == NFI_DIR_OUT)
		return nfi_sa_last_seq(sa);
	spin_lock_bh(&sa->replay_lock);
	seq = sa->replay->top;
	spin_unlock_bh(&sa->replay_lock);
	return seq;
}

static bool put_ends(struct sk_buff *msg, struct nfi_sa *sa)
{
	const struct nfi_path *path;
	bool full;

	rcu_read_lock();
	path = nfi_path(sa);
	full = put_identity(msg, &sa->conf, path) || put_encap(msg, path) ||
	       put_peer(msg, sa, path);
	rcu_read_unlock();
	return full;
}

static bool put_resync(struct sk_buff *msg, const struct nfi_resync *r)
{
	u64 tries = r ? atomic64_read(&r->tries) : 0;

	return tries && (nla_put_u64_64bit(msg, NFI_A_SA_RESYNCS,
					   atomic64_read(&r->found),
					   NFI_A_SA_PAD) ||
			 nla_put_u64_64bit(msg, NFI_A_SA_RESYNC_TRIES, tries,
					   NFI_A_SA_PAD));
}

/**
 * nfi_nl_put_sa() - write an SA, without its keys
 * @msg: the message; Borrows @msg.
 * @sa: the SA
 *
 * Return: 0 or -EMSGSIZE.
 */
int nfi_nl_put_sa(struct sk_buff *msg, struct nfi_sa *sa)
{
	struct nlattr *nest = nla_nest_start(msg, NFI_A_SA);
	const struct nfi_sa_conf *conf = &sa->conf;
	bool in = conf->key.dir == NFI_DIR_IN;
	struct nfi_lifetimes l;

	nfi_lifetime_get(sa, &l);
	if (!nest || put_ends(msg, sa) ||
	    (conf->encr && put_encr(msg, sa)) ||
	    (conf->integ && nla_put_u16(msg, NFI_A_SA_INTEG, conf->integ)) ||
	    (in && nla_put_u32(msg, NFI_A_SA_REPLAY_WINDOW, conf->window)) ||
	    nla_put_u64_64bit(msg, NFI_A_SA_SEQ, current_seq(sa),
			      NFI_A_SA_PAD) ||
	    nfi_nl_put_selector(msg, NFI_A_SA_SELECTOR, &conf->selector) ||
	    put_limits(msg, NFI_A_SA_SOFT, &l.soft) ||
	    put_limits(msg, NFI_A_SA_HARD, &l.hard) ||
	    put_options(msg, conf) || put_nat(msg, conf) ||
	    nla_put_u32(msg, NFI_A_SA_STATE, READ_ONCE(sa->state)) ||
	    nla_put_u64_64bit(msg, NFI_A_SA_AGE,
			      div_u64(nfi_sa_now() - sa->added, MSEC_PER_SEC),
			      NFI_A_SA_PAD) ||
	    nfi_nl_put_traffic(msg, NFI_A_SA_COUNTERS, sa->traffic,
			       atomic64_read(&sa->drops),
			       READ_ONCE(sa->last_drop)) ||
	    (atomic64_read(&sa->odd_ecn) &&
	     nla_put_u64_64bit(msg, NFI_A_SA_ODD_ECN,
			       atomic64_read(&sa->odd_ecn), NFI_A_SA_PAD)) ||
	    (atomic64_read(&sa->dummies) &&
	     nla_put_u64_64bit(msg, NFI_A_SA_DUMMIES,
			       atomic64_read(&sa->dummies), NFI_A_SA_PAD)) ||
	    put_resync(msg, sa->resync) ||
	    (READ_ONCE(sa->mtu) &&
	     nla_put_u32(msg, NFI_A_SA_MTU, READ_ONCE(sa->mtu))) ||
	    nla_put_string(msg, NFI_A_SA_DRIVER, driver(sa)))
		return -EMSGSIZE;
	nla_nest_end(msg, nest);
	return 0;
}
