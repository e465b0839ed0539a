/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the lower layers have to tell whoever listens: the one seam through
 * which they reach upward. nl_event.c is behind it.
 */
#ifndef NFI_EVENT_H
#define NFI_EVENT_H

#include <linux/types.h>

struct nfi_bundle;
struct nfi_net;
struct nfi_policy;
struct nfi_sa;
struct sk_buff;

void nfi_event_sa_expire(struct nfi_sa *sa, bool hard);
bool nfi_event_is_answered(const struct nfi_net *nn);
bool nfi_event_acquire(struct nfi_net *nn, const struct nfi_bundle *bundle,
		       const struct sk_buff *skb);
void nfi_event_sa(struct nfi_sa *sa, u8 cmd);
void nfi_event_sa_mapping(struct nfi_sa *sa);
void nfi_event_policy(struct nfi_net *nn, struct nfi_policy *policy, u8 cmd);

#endif
