/* SPDX-License-Identifier: GPL-2.0 */
/* The segment size that a TCP connection begins with */
#ifndef NFI_MSS_H
#define NFI_MSS_H

#include <linux/types.h>

struct sk_buff;
struct tcphdr;

bool nfi_mss_is_syn(const struct sk_buff *skb);
const u8 *nfi_mss_option(const struct tcphdr *th, u8 kind);
void nfi_mss_clamp(struct sk_buff *skb, unsigned int mtu);

#endif
