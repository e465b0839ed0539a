/* SPDX-License-Identifier: GPL-2.0 */
/* Between which ends, and in what, the packets of an SA go */
#ifndef NFI_PATH_H
#define NFI_PATH_H

#include <net/dst_cache.h>

#include "sa.h"

/**
 * struct nfi_path - the outer ends of an SA, and what follows from them
 * @local: [I] outer address of this end
 * @remote: [I] where packets are sent, or, inbound, come from
 * @local_port: [I] with @encap: of this end, network byte order
 * @remote_port: [I] with @encap: of the other end
 * @encap: [I] enum nfi_encap
 * @udp_len: [I] octets of the UDP header: 8 or 0
 * @head: [I] octets that sealing puts in front of a packet
 * @next_header: [I] what follows the IP headers of a sealed packet
 * @route: [c] outbound: the way there
 * @mtu: [a] outbound, in tunnel mode: the largest packet inside, and in the upper
 *	half the MTU of the route that this is for
 * @home: [I] the remote address of the parameters; a NAT may have moved @remote
 * @home_port: [I] the same of the port
 *
 * One of them is good for the whole way of a packet, so that no packet goes to
 * one address by the route to another, or has more headers than room.
 */
struct nfi_path {
	struct nfi_addr local;
	struct nfi_addr remote;
	__be16 local_port;
	__be16 remote_port;
	u8 encap;
	u8 udp_len;
	u8 head;
	u8 next_header;
	struct dst_cache route;
	u32 mtu;
	struct nfi_addr home;
	__be16 home_port;
};

int nfi_path_init(struct nfi_sa *sa);
void nfi_path_exit(struct nfi_sa *sa);
int nfi_path_set(struct nfi_sa *sa, const struct nfi_sa_conf *conf);
struct dst_entry *nfi_path_route(struct nfi_path *path, struct net *net,
				 u8 family);
bool nfi_path_move(struct nfi_sa *sa, const struct nfi_addr *remote,
		   __be16 port);

/* Borrowed until the end of the read side; never NULL */
static inline struct nfi_path *nfi_path(const struct nfi_sa *sa)
{
	return rcu_dereference(sa->path);
}

#endif
