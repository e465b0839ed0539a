/* SPDX-License-Identifier: GPL-2.0 */
/* What the SPD said of the packets of a flow the last time (RFC 4301 4.4.1) */
#ifndef NFI_CACHE_H
#define NFI_CACHE_H

#include "spd.h"

struct sk_buff;

/**
 * struct nfi_answers - what an SPD says of a packet
 * @policy: by enum nfi_direction, NULL if there is none
 */
struct nfi_answers {
	struct nfi_policy *policy[2];
};

int nfi_cache_setup(void);
void nfi_cache_cleanup(void);

const struct nfi_answers *nfi_cache_find(const struct nfi_spd *spd,
					 const struct sk_buff *skb, u8 family);
const struct nfi_answers *nfi_cache_lookup(const struct nfi_spd *spd,
					   const struct sk_buff *skb, u8 family,
					   int in, int out);

#endif
