/* SPDX-License-Identifier: GPL-2.0 */
/* The nfipsec device: where protected packets leave, and enter, the stack */
#ifndef NFI_DEVICE_H
#define NFI_DEVICE_H

#include <linux/netdevice.h>

struct nfi_bundle;
struct nfi_net;
struct nfi_spd;
struct netlink_ext_ack;

extern const struct net_device_ops nfi_device_ops;

/* Is this one of ours? @dev may be NULL */
static inline bool nfi_device_is(const struct net_device *dev)
{
	return dev && dev->netdev_ops == &nfi_device_ops;
}

int nfi_device_setup(void);
void nfi_device_cleanup(void);

int nfi_device_ensure(struct nfi_net *nn, struct netlink_ext_ack *extack);
struct nfi_spd *nfi_device_spd(struct nfi_net *nn, int ifindex);
int nfi_device_route(struct nfi_net *nn, int ifindex,
		     struct nfi_bundle *bundle);

#endif
