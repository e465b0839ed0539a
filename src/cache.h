/* SPDX-License-Identifier: GPL-2.0 */
/* What the SPD said of a flow the last time (RFC 4301 4.4.1) */
#ifndef NFI_CACHE_H
#define NFI_CACHE_H

#include "spd.h"

int nfi_cache_setup(void);
void nfi_cache_cleanup(void);

struct nfi_policy *nfi_cache_lookup(const struct nfi_spd *spd, u8 dir,
				    const struct nfi_flow *flow);

#endif
