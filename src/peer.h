/* SPDX-License-Identifier: GPL-2.0 */
/* Where the other end of an SA is by now (RFC 7296 2.23) */
#ifndef NFI_PEER_H
#define NFI_PEER_H

#include "sa.h"

/**
 * struct nfi_peer - where an outbound SA sends to instead of where it was told
 * @addr: [I] outer address
 * @port: [I] network byte order
 * @route: [c] the way there
 */
struct nfi_peer {
	struct nfi_addr addr;
	__be16 port;
	struct dst_cache route;
};

void nfi_peer_init(struct nfi_sa *sa);
bool nfi_peer_see(struct nfi_sa *sa, const struct nfi_addr *addr, __be16 port);
void nfi_peer_report(struct nfi_sa *sa);
void nfi_peer_free(struct nfi_sa *sa);

/* Of an outbound SA, borrowed until the end of the read side, or NULL. Asked for
 * each packet, so whoever has no encapsulation pays little.
 */
static inline struct nfi_peer *nfi_peer(const struct nfi_sa *sa)
{
	return likely(!sa->udp_len) ? NULL : rcu_dereference(sa->peer);
}

#endif
