/* SPDX-License-Identifier: GPL-2.0 */
/* XFRM, which may be missing from the kernel's configuration */
#ifndef NFI_COMPAT_XFRM_H
#define NFI_COMPAT_XFRM_H

#include <net/xfrm.h>

/* May an SPI that we do not know belong to XFRM? */
static inline bool nfi_compat_xfrm_active(const struct net *net)
{
#ifdef CONFIG_XFRM
	return READ_ONCE(net->xfrm.state_num);
#else
	return false;
#endif
}

/* A transport mode SA of XFRM's that is in no database and has no keys. It
 * stands in the security path of packets that are to be exempt from reverse
 * path filtering. The path may not be empty: XFRM's policy check looks at its
 * last entry without asking whether there is one.
 */
static inline struct xfrm_state *nfi_compat_exempt_new(struct net *net)
{
#ifdef CONFIG_XFRM
	struct xfrm_state *x = xfrm_state_alloc(net);

	if (x)
		x->km.state = XFRM_STATE_DEAD;
	return x;
#else
	return ERR_PTR(-EOPNOTSUPP);
#endif
}

static inline void nfi_compat_exempt_free(struct xfrm_state *x)
{
#ifdef CONFIG_XFRM
	xfrm_state_put(x);
#endif
}

/* Returns false if there is no memory */
static inline bool nfi_compat_exempt(struct sk_buff *skb, struct xfrm_state *x)
{
#ifdef CONFIG_XFRM
	struct sec_path *sp = secpath_set(skb);

	if (!sp)
		return false;
	xfrm_state_hold(x);
	sp->xvec[sp->len++] = x;
#endif
	return true;
}

#endif
