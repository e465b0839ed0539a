/* SPDX-License-Identifier: GPL-2.0 */
/* The outer header of tunnel mode, and what transport mode does to the only one */
#ifndef NFI_ENCAP_H
#define NFI_ENCAP_H

#include <linux/types.h>
#include <uapi/linux/nfipsec.h>

struct dst_entry;
struct net;
struct nfi_path;
struct nfi_sa;
struct sk_buff;

/**
 * struct nfi_inner - what the outer header takes from the inner one
 * @tos: traffic class, ECN included
 * @label: flow label of an outer IPv6 header
 * @df: may not be fragmented; always so with IPv6
 * @minimal: IPv6 of up to 1280 octets, which no link may refuse
 */
struct nfi_inner {
	u8 tos;
	__be32 label;
	bool df;
	bool minimal;
};

void nfi_encap_read(const struct sk_buff *skb, struct nfi_inner *inner);
__be32 nfi_encap_label(const struct nfi_sa *sa, struct sk_buff *skb);
u8 nfi_encap_tos(const struct nfi_sa *sa, u8 inner);
bool nfi_encap_df(const struct nfi_sa *sa, bool inner);
void nfi_encap_push(struct nfi_sa *sa, const struct nfi_path *path,
		    struct sk_buff *skb, const struct nfi_inner *inner,
		    struct net *net, struct dst_entry *dst);
u8 nfi_encap_dsfield(const struct sk_buff *skb);
void nfi_encap_set_dscp(struct sk_buff *skb, u8 outer);
bool nfi_encap_ecn_odd(u8 outer, u8 inner);
enum nfi_reason nfi_encap_pull(struct sk_buff *skb, unsigned int offset,
			       u8 next_header, bool *odd_ecn);

unsigned int nfi_encap_transport_offset(struct sk_buff *skb, u8 *next_header);
void nfi_encap_transport(struct sk_buff *skb, unsigned int offset,
			 u8 next_header);

#endif
