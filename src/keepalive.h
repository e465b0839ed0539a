/* SPDX-License-Identifier: GPL-2.0 */
/* NAT keepalives (RFC 3948 4) */
#ifndef NFI_KEEPALIVE_H
#define NFI_KEEPALIVE_H

struct nfi_sa;

void nfi_keepalive_init(struct nfi_sa *sa);
void nfi_keepalive_start(struct nfi_sa *sa);
void nfi_keepalive_stop(struct nfi_sa *sa);

#endif
