/* SPDX-License-Identifier: GPL-2.0 */
/* Dummy packets (RFC 4303 2.6) */
#ifndef NFI_DUMMY_H
#define NFI_DUMMY_H

struct nfi_sa;

void nfi_dummy_send(struct nfi_sa *sa);
void nfi_dummy_init(struct nfi_sa *sa);
void nfi_dummy_start(struct nfi_sa *sa);
void nfi_dummy_stop(struct nfi_sa *sa);

#endif
