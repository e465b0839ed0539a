/* SPDX-License-Identifier: GPL-2.0 */
/* How large a packet may be to fit through a tunnel (RFC 4301 8) */
#ifndef NFI_PMTU_H
#define NFI_PMTU_H

#include <linux/types.h>

struct nfi_net;
struct nfi_suite;
struct sk_buff;

unsigned int nfi_pmtu_payload(const struct nfi_suite *suite,
			      unsigned int outer, unsigned int path_mtu);
unsigned int nfi_pmtu_plateau(unsigned int len);
void nfi_pmtu_learn(const struct nfi_net *nn, struct sk_buff *skb);
void nfi_pmtu_tell(struct sk_buff *skb, unsigned int mtu);
void nfi_pmtu_tell_socket(const struct sk_buff *skb, unsigned int mtu);

#endif
