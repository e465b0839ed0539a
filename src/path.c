// SPDX-License-Identifier: GPL-2.0
/*
 * Between which ends the packets of an SA go (RFC 4301 4.4.2.1), and in UDP or
 * not (RFC 3948). All of that is one object that is never changed but replaced as
 * a whole: by the operator (RFC 4555), or when the other end was seen elsewhere
 * (RFC 7296 2.23). Packets read it, once each; it is replaced in process
 * context, under the configuration mutex.
 */
#include "path.h"
#include "net.h"

#include <linux/slab.h>
#include <net/ip6_route.h>
#include <net/route.h>

static void free_path(struct nfi_path *path)
{
	if (path)
		dst_cache_destroy(&path->route);
	kfree(path);
}

/* How much longer a packet becomes at the front */
static unsigned int head_len(const struct nfi_sa *sa, unsigned int udp_len)
{
	unsigned int len = sa->conf.key.protocol == IPPROTO_AH ?
			   nfi_algo_ah_len(&sa->suite, sa->conf.family) :
			   NFI_ESP_HLEN + sa->suite.iv_len;

	len += udp_len;
	if (sa->conf.mode == NFI_MODE_TRANSPORT)
		return len;
	return len + nfi_ip_hlen(sa->conf.family);
}

/* From the parameters of an SA whose suite is known; NULL if there is no memory */
static struct nfi_path *new_path(const struct nfi_sa *sa,
				 const struct nfi_sa_conf *conf)
{
	struct nfi_path *path = kzalloc(sizeof(*path), GFP_KERNEL_ACCOUNT);

	if (!path)
		return NULL;
	path->local = conf->local;
	path->remote = conf->remote;
	path->local_port = conf->local_port;
	path->remote_port = conf->remote_port;
	path->encap = conf->encap;
	path->udp_len = conf->encap == NFI_ENCAP_UDP ? NFI_UDP_HLEN : 0;
	path->head = head_len(sa, path->udp_len);
	path->next_header = path->udp_len ? IPPROTO_UDP : conf->key.protocol;
	path->home = conf->remote;
	path->home_port = conf->remote_port;
	if (conf->key.dir == NFI_DIR_OUT &&
	    dst_cache_init(&path->route, GFP_KERNEL_ACCOUNT)) {
		kfree(path);
		return NULL;
	}
	return path;
}

static void replace(struct nfi_sa *sa, struct nfi_path *path)
{
	struct nfi_path *old;

	old = rcu_replace_pointer(sa->path, path,
				  lockdep_is_held(&sa->nn->lock));
	/* those taken in advance were for other addresses */
	atomic_set(&sa->idents, 0);
	synchronize_rcu();
	free_path(old);
}

/**
 * nfi_path_init() - the first path of an SA
 * @sa: new, with its parameters and its suite
 *
 * Return: 0 or -ENOMEM.
 */
int nfi_path_init(struct nfi_sa *sa)
{
	struct nfi_path *path = new_path(sa, &sa->conf);

	RCU_INIT_POINTER(sa->path, path);
	return path ? 0 : -ENOMEM;
}

/**
 * nfi_path_exit() - free the path of an SA
 * @sa: that nobody uses any more
 */
void nfi_path_exit(struct nfi_sa *sa)
{
	free_path(rcu_dereference_protected(sa->path, true));
}

/**
 * nfi_path_set() - give an SA other ends
 * @sa: in the SAD
 * @conf: its parameters but for outer addresses, encapsulation and ports
 *
 * Sequence numbers, counters and the replay window go on. A packet under way is
 * still sealed for the old ends.
 *
 * Context: configuration mutex; sleeps for a grace period.
 * Return: 0 or -ENOMEM.
 */
int nfi_path_set(struct nfi_sa *sa, const struct nfi_sa_conf *conf)
{
	struct nfi_path *path = new_path(sa, conf);

	if (!path)
		return -ENOMEM;
	sa->conf.local = conf->local;
	sa->conf.remote = conf->remote;
	sa->conf.encap = conf->encap;
	sa->conf.local_port = conf->local_port;
	sa->conf.remote_port = conf->remote_port;
	sa->conf.key.peer = conf->key.peer;
	/* the other end is where the operator says, until it is seen elsewhere */
	spin_lock_bh(&sa->replay_lock);
	sa->seen = conf->remote;
	sa->seen_port = conf->remote_port;
	spin_unlock_bh(&sa->replay_lock);
	replace(sa, path);
	return 0;
}

/**
 * nfi_path_move() - send to another place than the parameters say
 * @sa: outbound, with encapsulation
 * @remote: outer address
 * @port: network byte order
 *
 * Context: configuration mutex; sleeps for a grace period.
 * Return: false if there is no memory.
 */
bool nfi_path_move(struct nfi_sa *sa, const struct nfi_addr *remote,
		   __be16 port)
{
	struct nfi_path *path = new_path(sa, &sa->conf);

	if (!path)
		return false;
	path->remote = *remote;
	path->remote_port = port;
	replace(sa, path);
	return true;
}

static struct dst_entry *find_route4(struct nfi_path *path, struct net *net)
{
	/* without a protocol the look-up leaves XFRM's policies alone */
	struct flowi4 fl4 = {
		.daddr = path->remote.w[0],
		.saddr = path->local.w[0],
	};
	struct rtable *rt;
	__be32 saddr;

	rt = dst_cache_get_ip4(&path->route, &saddr);
	if (rt)
		return &rt->dst;
	rt = ip_route_output_key(net, &fl4);
	if (IS_ERR(rt))
		return NULL;
	dst_cache_set_ip4(&path->route, &rt->dst, fl4.saddr);
	return &rt->dst;
}

static struct dst_entry *find_route6(struct nfi_path *path, struct net *net)
{
	struct flowi6 fl6 = {
		.daddr = *nfi_addr_in6(&path->remote),
		.saddr = *nfi_addr_in6(&path->local),
		.flowi6_proto = path->next_header,
	};
	struct dst_entry *dst;
	struct in6_addr saddr;

	dst = dst_cache_get_ip6(&path->route, &saddr);
	if (dst)
		return dst;
	dst = ip6_route_output(net, NULL, &fl6);
	if (dst->error) {
		dst_release(dst);
		return NULL;
	}
	dst_cache_set_ip6(&path->route, dst, &fl6.saddr);
	return dst;
}

/**
 * nfi_path_route() - the way to the other end
 * @path: of an outbound SA
 * @net: the namespace
 * @family: of the SA
 *
 * Context: bottom halves disabled, RCU read side.
 * Return: the route, counted, or NULL.
 */
struct dst_entry *nfi_path_route(struct nfi_path *path, struct net *net,
				 u8 family)
{
	return family == AF_INET ? find_route4(path, net) :
				   find_route6(path, net);
}
