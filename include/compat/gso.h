/* SPDX-License-Identifier: GPL-2.0 */
/* Since 6.5 segmentation has a header of its own */
#ifndef NFI_COMPAT_GSO_H
#define NFI_COMPAT_GSO_H

#include <linux/netdevice.h>
#include <linux/version.h>

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 5, 0)
#include <net/gso.h>
#endif

#endif
