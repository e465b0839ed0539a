/* SPDX-License-Identifier: GPL-2.0 */
/* Settings of a device that have moved from feature bits to fields of their own */
#ifndef NFI_COMPAT_NETDEVICE_H
#define NFI_COMPAT_NETDEVICE_H

#include <linux/netdevice.h>
#include <linux/version.h>

static inline void nfi_compat_set_lockless(struct net_device *dev)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
	dev->lltx = true;
#else
	dev->features |= NETIF_F_LLTX;
#endif
}

static inline void nfi_compat_set_local(struct net_device *dev)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
	dev->netns_immutable = true;
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
	dev->netns_local = true;
#else
	dev->features |= NETIF_F_NETNS_LOCAL;
#endif
}

static inline int nfi_compat_stats_new(struct net_device *dev)
{
	dev->tstats = netdev_alloc_pcpu_stats(struct pcpu_sw_netstats);
	return dev->tstats ? 0 : -ENOMEM;
}

static inline void nfi_compat_stats_free(struct net_device *dev)
{
	free_percpu(dev->tstats);
	dev->tstats = NULL;
}

#endif
