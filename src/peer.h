/* SPDX-License-Identifier: GPL-2.0 */
/* Where the other end of an SA is by now (RFC 7296 2.23) */
#ifndef NFI_PEER_H
#define NFI_PEER_H

#include "sa.h"

void nfi_peer_init(struct nfi_sa *sa);
bool nfi_peer_see(struct nfi_sa *sa, const struct nfi_addr *addr, __be16 port);
void nfi_peer_report(struct nfi_sa *sa);

#endif
