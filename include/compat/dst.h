/* SPDX-License-Identifier: GPL-2.0 */
/* Since 6.7 dst_alloc() always gives one reference */
#ifndef NFI_COMPAT_DST_H
#define NFI_COMPAT_DST_H

#include <linux/version.h>
#include <net/dst.h>

static inline void *nfi_compat_dst_alloc(struct dst_ops *ops,
					 struct net_device *dev,
					 unsigned short flags)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 7, 0)
	return dst_alloc(ops, dev, DST_OBSOLETE_NONE, flags);
#else
	return dst_alloc(ops, dev, 1, DST_OBSOLETE_NONE, flags);
#endif
}

#endif
