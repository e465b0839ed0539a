// SPDX-License-Identifier: GPL-2.0
/*
 * SAs over the control protocol: from attributes to parameters. The other way is
 * nl_sa_put.c, the operations are in nl_sa_ops.c. Process context.
 */
#include "netlink.h"
#include "device.h"
#include "lists.h"
#include "net.h"

/* These come back only, or change an SA that is there */
static const u16 read_only[] = {
	NFI_A_SA_ENCR_KEY_BITS, NFI_A_SA_STATE, NFI_A_SA_AGE,
	NFI_A_SA_COUNTERS, NFI_A_SA_MTU, NFI_A_SA_DRIVER, NFI_A_SA_ODD_ECN,
	NFI_A_SA_DUMMIES, NFI_A_SA_RESYNCS, NFI_A_SA_RESYNC_TRIES,
	NFI_A_SA_PEER_V4, NFI_A_SA_PEER_V6, NFI_A_SA_PEER_PORT,
	NFI_A_SA_NEW_LOCAL_V4, NFI_A_SA_NEW_LOCAL_V6,
	NFI_A_SA_NEW_REMOTE_V4, NFI_A_SA_NEW_REMOTE_V6,
};

static u32 get_u32(struct nlattr *attr, u32 otherwise)
{
	return attr ? nla_get_u32(attr) : otherwise;
}

static u64 get_u64(struct nlattr *attr)
{
	return attr ? nla_get_u64(attr) : 0;
}

/**
 * nfi_nl_get_sa_key() - read what names an SA
 * @tb: attributes of an SA
 * @key: to be filled, but for the peer of an outbound one
 * @extack: gets the reason of a refusal
 *
 * Return: 0 or -EINVAL.
 */
int nfi_nl_get_sa_key(struct nlattr **tb, struct nfi_sa_key *key,
		      struct netlink_ext_ack *extack)
{
	u8 protocol;
	u32 spi;

	if (!tb[NFI_A_SA_SPI] || !tb[NFI_A_SA_DIRECTION] ||
	    !tb[NFI_A_SA_PROTOCOL])
		return NFI_NL_REFUSE(extack, NULL,
			      "an SA has an SPI, a direction and a protocol");
	spi = nla_get_u32(tb[NFI_A_SA_SPI]);
	if (!spi)
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_SPI],
			      "SPI 0 is never on the wire (RFC 4303 2.1)");
	if (spi < 256)
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_SPI],
			      "SPIs 1 to 255 are reserved (RFC 4303 2.1)");
	protocol = nla_get_u8(tb[NFI_A_SA_PROTOCOL]);
	if (protocol != IPPROTO_ESP && protocol != IPPROTO_AH)
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_PROTOCOL],
			      "only ESP, protocol 50, and AH, 51, are offered");
	*key = (struct nfi_sa_key){
		.spi = cpu_to_be32(spi),
		.dir = nla_get_u32(tb[NFI_A_SA_DIRECTION]),
		.protocol = protocol,
	};
	return 0;
}

static int get_outer(struct nlattr **tb, struct nfi_sa_conf *conf,
		     struct netlink_ext_ack *extack)
{
	int err;

	err = nfi_nl_get_addr(tb, NFI_A_SA_LOCAL_V4, NFI_A_SA_LOCAL_V6,
			      &conf->family, &conf->local, extack);
	if (err > 0)
		err = nfi_nl_get_addr(tb, NFI_A_SA_REMOTE_V4, NFI_A_SA_REMOTE_V6,
				      &conf->family, &conf->remote, extack);
	if (err < 0)
		return err;
	if (!err)
		return NFI_NL_REFUSE(extack, NULL,
			      "an SA has a local and a remote address");
	err = nfi_nl_check_ends(&conf->local, &conf->remote, NULL, extack);
	if (!err && conf->key.dir == NFI_DIR_OUT)
		conf->key.peer = conf->remote;
	return err;
}

static void set_u64(struct nlattr *attr, u64 *value)
{
	if (attr)
		*value = nla_get_u64(attr);
}

/* What is not given stays */
static int get_limits(struct nlattr *attr, struct nfi_limits *limits,
		      struct netlink_ext_ack *extack)
{
	struct nlattr *tb[NFI_A_LIMITS_MAX + 1];
	int err;

	if (!attr)
		return 0;
	err = nla_parse_nested(tb, NFI_A_LIMITS_MAX, attr,
			       nfipsec_limits_nl_policy, extack);
	if (err)
		return err;
	set_u64(tb[NFI_A_LIMITS_PACKETS], &limits->packets);
	set_u64(tb[NFI_A_LIMITS_BYTES], &limits->bytes);
	set_u64(tb[NFI_A_LIMITS_ADD_SECONDS], &limits->add_seconds);
	set_u64(tb[NFI_A_LIMITS_USE_SECONDS], &limits->use_seconds);
	/* a century and a half, and sums stay far from 2^63 */
	if (max(limits->add_seconds, limits->use_seconds) > U32_MAX)
		return NFI_NL_REFUSE(extack, attr, "a lifetime of more than 2^32 s");
	return 0;
}

static bool beyond(u64 soft, u64 hard)
{
	return hard && soft > hard;
}

/**
 * nfi_nl_get_lifetimes() - read lifetimes
 * @tb: attributes of an SA
 * @soft: what is not given stays
 * @hard: what is not given stays
 * @extack: gets the reason of a refusal
 *
 * Return: 0 or -EINVAL.
 */
int nfi_nl_get_lifetimes(struct nlattr **tb, struct nfi_limits *soft,
			 struct nfi_limits *hard,
			 struct netlink_ext_ack *extack)
{
	int err;

	err = get_limits(tb[NFI_A_SA_SOFT], soft, extack);
	if (!err)
		err = get_limits(tb[NFI_A_SA_HARD], hard, extack);
	if (err)
		return err;
	if (beyond(soft->packets, hard->packets) ||
	    beyond(soft->bytes, hard->bytes) ||
	    beyond(soft->add_seconds, hard->add_seconds) ||
	    beyond(soft->use_seconds, hard->use_seconds))
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_SOFT],
			      "a soft lifetime beyond the hard one");
	return 0;
}

static int get_sequence(struct nlattr **tb, struct nfi_sa_conf *conf, u64 *seq,
			struct netlink_ext_ack *extack)
{
	struct nlattr *window = tb[NFI_A_SA_REPLAY_WINDOW];
	bool in = conf->key.dir == NFI_DIR_IN;

	conf->esn = tb[NFI_A_SA_ESN];
	conf->window = get_u32(window, in ? NFI_REPLAY_WINDOW_DEFAULT : 0);
	*seq = get_u64(tb[NFI_A_SA_SEQ]);
	if (!in && conf->window)
		return NFI_NL_REFUSE(extack, window,
			      "an outbound SA has no replay window");
	if (conf->window > NFI_REPLAY_WINDOW_MAX || conf->window % 32)
		return NFI_NL_REFUSE(extack, window,
			      "the replay window is a multiple of 32, up to 65536");
	if (in && conf->esn && !conf->window)
		return NFI_NL_REFUSE(extack, window,
			      "ESN needs a replay window (RFC 4303 3.3.3)");
	conf->learn = tb[NFI_A_SA_LEARN_SEQ];
	if (conf->learn && !conf->window)
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_LEARN_SEQ],
			      "only an inbound SA with a replay window learns where it begins");
	if (*seq >= nfi_sa_seq_max(conf->esn))
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_SEQ],
			      "no sequence number comes after this one");
	return 0;
}

static int get_keys(struct nlattr **tb, struct nfi_keys *keys,
		    struct netlink_ext_ack *extack)
{
	struct nlattr *encr = tb[NFI_A_SA_ENCR_KEY];
	struct nlattr *integ = tb[NFI_A_SA_INTEG_KEY];

	if (encr && nla_len(encr) > NFI_KEY_MAX)
		return NFI_NL_REFUSE(extack, encr,
				     "a key of more than 128 octets");
	if (integ && nla_len(integ) > NFI_KEY_MAX)
		return NFI_NL_REFUSE(extack, integ,
				     "a key of more than 128 octets");
	if (encr) {
		keys->encr_len = nla_len(encr);
		memcpy(keys->encr, nla_data(encr), keys->encr_len);
	}
	if (integ) {
		keys->integ_len = nla_len(integ);
		memcpy(keys->integ, nla_data(integ), keys->integ_len);
	}
	return 0;
}

static __be16 get_port(struct nlattr *attr, __be16 otherwise)
{
	return attr ? htons(nla_get_u16(attr)) :
		      otherwise ?: htons(NFI_UDP_PORT);
}

/* RFC 3948 2.1: the ports are those of IKE, and never 500 (RFC 7296 2.23) */
static bool port_allowed(__be16 port)
{
	return port && port != htons(500);
}

/* RFC 4303 2.6, 2.7 */
static int get_tfc(struct nlattr **tb, struct nfi_sa_conf *conf,
		   struct netlink_ext_ack *extack)
{
	conf->tfc = get_u32(tb[NFI_A_SA_TFC], 0);
	if (conf->tfc && (conf->key.dir == NFI_DIR_IN ||
			  conf->key.protocol != IPPROTO_ESP))
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_TFC],
			      "TFC padding is put on by outbound ESP");
	if (conf->tfc > U16_MAX)
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_TFC],
			      "TFC padding to more than 65535 octets");
	conf->dummy = get_u32(tb[NFI_A_SA_DUMMY_INTERVAL], 0);
	if (conf->dummy && (conf->key.dir == NFI_DIR_IN ||
			    conf->key.protocol != IPPROTO_ESP))
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_DUMMY_INTERVAL],
			      "dummy packets are sent by outbound ESP");
	if (conf->dummy > 86400 * MSEC_PER_SEC)
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_DUMMY_INTERVAL],
			      "dummy packets more than a day apart");
	return 0;
}

static int get_nat(struct nlattr **tb, struct nfi_sa_conf *conf,
		   struct netlink_ext_ack *extack)
{
	struct nlattr *keepalive = tb[NFI_A_SA_KEEPALIVE];
	bool in = conf->key.dir == NFI_DIR_IN;

	conf->strict = tb[NFI_A_SA_ENCAP_STRICT];
	conf->keepalive = get_u32(keepalive, 0);
	conf->follow = tb[NFI_A_SA_FOLLOW];
	if (conf->strict && (!in || conf->key.protocol != IPPROTO_ESP))
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_ENCAP_STRICT],
			      "only inbound ESP can be strict about encapsulation");
	if (conf->keepalive && (in || conf->encap == NFI_ENCAP_NONE))
		return NFI_NL_REFUSE(extack, keepalive,
			      "keepalives are for an outbound SA with encapsulation");
	if (conf->keepalive > 86400)
		return NFI_NL_REFUSE(extack, keepalive,
			      "keepalives more than a day apart");
	if (conf->follow && (in || conf->encap == NFI_ENCAP_NONE))
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_FOLLOW],
			      "only an outbound SA with encapsulation can follow its peer");
	return 0;
}

/* What is not given stays */
static int get_encap(struct nlattr **tb, struct nfi_sa_conf *conf,
		     struct netlink_ext_ack *extack)
{
	struct nlattr *local = tb[NFI_A_SA_ENCAP_LOCAL_PORT];
	struct nlattr *remote = tb[NFI_A_SA_ENCAP_REMOTE_PORT];

	conf->encap = get_u32(tb[NFI_A_SA_ENCAP], conf->encap);
	if (conf->encap == NFI_ENCAP_NONE) {
		if (local || remote)
			return NFI_NL_REFUSE(extack, local ?: remote,
				      "a port is for an SA with UDP encapsulation");
		conf->local_port = 0;
		conf->remote_port = 0;
		return 0;
	}
	if (conf->key.protocol != IPPROTO_ESP)
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_ENCAP],
			      "only ESP goes in UDP (RFC 3948)");
	conf->local_port = get_port(local, conf->local_port);
	conf->remote_port = get_port(remote, conf->remote_port);
	if (!port_allowed(conf->local_port) || !port_allowed(conf->remote_port))
		return NFI_NL_REFUSE(extack,
			      port_allowed(conf->local_port) ? remote : local,
			      "UDP encapsulation is not for port 0 or 500 (RFC 7296 2.23)");
	return 0;
}

/* An address in the place of another. Returns 0 or -EINVAL. */
static int get_new_addr(struct nlattr **tb, int v4, int v6, u8 family,
			struct nfi_addr *addr, struct netlink_ext_ack *extack)
{
	struct nlattr *attr = tb[v4] ?: tb[v6];
	struct nfi_addr new;
	u8 of = 0;
	int err;

	err = nfi_nl_get_addr(tb, v4, v6, &of, &new, extack);
	if (err <= 0)
		return err;
	if (of != family)
		return NFI_NL_REFUSE(extack, attr,
			      "the family of an SA stays as it is");
	*addr = new;
	return 0;
}

/**
 * nfi_nl_get_ends() - read the outer ends that an SA is to have from now on
 * @tb: attributes of an SA
 * @conf: those it has; what is not given stays
 * @extack: gets the reason of a refusal
 *
 * Return: 0 or -EINVAL.
 */
int nfi_nl_get_ends(struct nlattr **tb, struct nfi_sa_conf *conf,
		    struct netlink_ext_ack *extack)
{
	struct nlattr *local = tb[NFI_A_SA_NEW_LOCAL_V4] ?:
			       tb[NFI_A_SA_NEW_LOCAL_V6];
	struct nlattr *remote = tb[NFI_A_SA_NEW_REMOTE_V4] ?:
				tb[NFI_A_SA_NEW_REMOTE_V6];
	int err;

	if ((local || remote) && conf->mode == NFI_MODE_TRANSPORT)
		return NFI_NL_REFUSE(extack, local ?: remote,
			      "in transport mode the addresses are those of the packets");
	err = get_new_addr(tb, NFI_A_SA_NEW_LOCAL_V4, NFI_A_SA_NEW_LOCAL_V6,
			   conf->family, &conf->local, extack);
	if (!err)
		err = get_new_addr(tb, NFI_A_SA_NEW_REMOTE_V4,
				   NFI_A_SA_NEW_REMOTE_V6, conf->family,
				   &conf->remote, extack);
	if (!err)
		err = get_encap(tb, conf, extack);
	if (!err)
		err = nfi_nl_check_ends(&conf->local, &conf->remote,
					local ?: remote, extack);
	if (err)
		return err;
	if (conf->encap == NFI_ENCAP_NONE && (conf->keepalive || conf->follow))
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_ENCAP],
			      "an SA with keepalives, or that follows its peer, keeps its encapsulation");
	if (conf->key.dir == NFI_DIR_OUT)
		conf->key.peer = conf->remote;
	return 0;
}

/* RFC 4301 5.1.2.1 */
static int get_dscp(struct nlattr **tb, struct nfi_sa_conf *conf,
		    struct netlink_ext_ack *extack)
{
	struct nlattr *map = tb[NFI_A_SA_DSCP_MAP];
	unsigned int i;

	conf->dscp = tb[NFI_A_SA_DSCP] ? nla_get_u8(tb[NFI_A_SA_DSCP]) :
					 NFI_DSCP_COPY;
	if (!map)
		return 0;
	if (tb[NFI_A_SA_DSCP])
		return NFI_NL_REFUSE(extack, map, "a DSCP is fixed or mapped");
	conf->dscp = NFI_DSCP_MAP;
	nla_memcpy(conf->dscp_map, map, sizeof(conf->dscp_map));
	for (i = 0; i < NFI_DSCPS; i++)
		if (conf->dscp_map[i] >= NFI_DSCPS)
			return NFI_NL_REFUSE(extack, map,
				      "a DSCP is 0 to 63");
	return 0;
}

static int get_usage(struct nfi_net *nn, struct nlattr **tb,
		     struct nfi_sa_conf *conf, struct netlink_ext_ack *extack)
{
	struct nfi_spd *spd;

	conf->mode = nla_get_u32(tb[NFI_A_SA_MODE]);
	conf->reqid = get_u32(tb[NFI_A_SA_REQID], 0);
	if (conf->key.dir == NFI_DIR_OUT && !conf->reqid)
		return NFI_NL_REFUSE(extack, NULL,
			      "an outbound SA needs a reqid, for policies to find it");
	conf->df = get_u32(tb[NFI_A_SA_DF], NFI_DF_COPY);
	conf->flow_label = get_u32(tb[NFI_A_SA_FLOW_LABEL],
				   NFI_FLOW_LABEL_ZERO);
	if (conf->flow_label != NFI_FLOW_LABEL_ZERO &&
	    (conf->key.dir == NFI_DIR_IN || conf->mode != NFI_MODE_TUNNEL ||
	     conf->family != AF_INET6))
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_FLOW_LABEL],
			      "a flow label is for an outbound tunnel over IPv6");
	conf->no_ecn = tb[NFI_A_SA_NO_ECN];
	conf->no_padding_check = tb[NFI_A_SA_NO_PADDING_CHECK];
	conf->no_icmp_check = tb[NFI_A_SA_NO_ICMP_CHECK];
	conf->decap_dscp = tb[NFI_A_SA_DECAP_DSCP];
	if (conf->decap_dscp && (conf->key.dir == NFI_DIR_OUT ||
				 conf->mode != NFI_MODE_TUNNEL))
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_DECAP_DSCP],
			      "only an inbound tunnel has an outer DSCP to take over");
	conf->no_mss_clamp = tb[NFI_A_SA_NO_MSS_CLAMP];
	conf->engine = get_u32(tb[NFI_A_SA_ENGINE], NFI_ENGINE_INLINE);
	conf->device = get_u32(tb[NFI_A_SA_DEVICE], 0);
	spd = nfi_device_spd(nn, conf->device);
	if (!spd)
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_DEVICE],
			      "no nfipsec device has this index");
	/* the policy device has two names */
	if (spd == &nn->spd)
		conf->device = 0;
	return get_dscp(tb, conf, extack);
}

static int get_suite_ah(struct nlattr **tb, struct nfi_sa_conf *conf,
			struct nfi_keys *keys, struct netlink_ext_ack *extack)
{
	struct nfi_suite suite;

	if (tb[NFI_A_SA_ENCR] || keys->encr_len)
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_ENCR] ?:
				     tb[NFI_A_SA_ENCR_KEY],
				     "AH encrypts nothing");
	if (!conf->integ)
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_INTEG],
				     "AH has an integrity transform");
	if (conf->no_padding_check)
		return NFI_NL_REFUSE(extack, tb[NFI_A_SA_NO_PADDING_CHECK],
				     "AH has no padding to check");
	return nfi_algo_suite_ah(&suite, conf->integ, keys->integ_len, extack);
}

static int get_suite(struct nlattr **tb, struct nfi_sa_conf *conf,
		     struct nfi_keys *keys, struct netlink_ext_ack *extack)
{
	struct nfi_suite suite;
	int err;

	conf->integ = tb[NFI_A_SA_INTEG] ? nla_get_u16(tb[NFI_A_SA_INTEG]) : 0;
	err = get_keys(tb, keys, extack);
	if (err)
		return err;
	if (conf->key.protocol == IPPROTO_AH)
		return get_suite_ah(tb, conf, keys, extack);
	if (!tb[NFI_A_SA_ENCR])
		return NFI_NL_REFUSE(extack, NULL, "an SA has an encryption transform");
	conf->encr = nla_get_u16(tb[NFI_A_SA_ENCR]);
	return nfi_algo_suite(&suite, conf->encr, keys->encr_len, conf->integ,
			      keys->integ_len, extack);
}

static int get_selector(struct nfi_net *nn, struct nlattr *attr,
			struct nfi_selector *sel,
			struct netlink_ext_ack *extack)
{
	int err = nfi_nl_get_selector(nn, attr, sel, extack);

	if (err || !nfi_selector_asks_link(sel))
		return err;
	nfi_lists_put(sel->lists);
	sel->lists = NULL;
	return NFI_NL_REFUSE(extack, attr,
			     "mark and interface are for policies, not for SAs");
}

/**
 * nfi_nl_get_sa() - read an SA
 * @nn: the namespace
 * @attr: the nest
 * @conf: to be filled; the lists of its selector are counted, unless this fails
 * @keys: to be filled; to be wiped by the caller, even after an error
 * @seq: sequence number to go on from
 * @extack: gets the reason of a refusal
 *
 * Context: configuration mutex.
 * Return: 0, -EINVAL or -EOPNOTSUPP.
 */
int nfi_nl_get_sa(struct nfi_net *nn, struct nlattr *attr,
		  struct nfi_sa_conf *conf, struct nfi_keys *keys, u64 *seq,
		  struct netlink_ext_ack *extack)
{
	struct nlattr *tb[NFI_A_SA_MAX + 1];
	int err;

	*conf = (struct nfi_sa_conf){};
	*keys = (struct nfi_keys){};
	err = nla_parse_nested(tb, NFI_A_SA_MAX, attr, nfipsec_sa_nl_policy,
			       extack);
	if (!err)
		err = nfi_nl_refuse(tb, read_only, ARRAY_SIZE(read_only), extack);
	if (!err)
		err = nfi_nl_get_sa_key(tb, &conf->key, extack);
	if (err)
		return err;
	if (!tb[NFI_A_SA_MODE])
		return NFI_NL_REFUSE(extack, NULL, "an SA has a mode");
	err = get_outer(tb, conf, extack);
	if (!err)
		err = get_usage(nn, tb, conf, extack);
	if (!err)
		err = get_encap(tb, conf, extack);
	if (!err)
		err = get_nat(tb, conf, extack);
	if (!err)
		err = get_tfc(tb, conf, extack);
	if (!err)
		err = get_suite(tb, conf, keys, extack);
	if (!err)
		err = get_sequence(tb, conf, seq, extack);
	if (!err)
		err = nfi_nl_get_lifetimes(tb, &conf->soft, &conf->hard,
					   extack);
	if (!err)
		err = get_selector(nn, tb[NFI_A_SA_SELECTOR], &conf->selector,
				   extack);
	return err;
}
