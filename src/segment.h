/* SPDX-License-Identifier: GPL-2.0 */
/* Cutting GSO packets into what goes into one ESP packet each */
#ifndef NFI_SEGMENT_H
#define NFI_SEGMENT_H

#include <linux/types.h>

struct sk_buff;

bool nfi_segment_is_tcp(const struct sk_buff *skb);
unsigned int nfi_segment_tcp_head(const struct sk_buff *skb);
struct sk_buff *nfi_segment_tcp(struct sk_buff *skb, unsigned int mss,
				unsigned int head, unsigned int tail);

#endif
