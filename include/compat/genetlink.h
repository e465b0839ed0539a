/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What a family's pre_doit and post_doit are told of the operation (split since
 * 6.2), and who may join a multicast group: the flag for CAP_NET_ADMIN got a
 * value of its own in 6.7 and in stable releases before that.
 */
#ifndef NFI_COMPAT_GENETLINK_H
#define NFI_COMPAT_GENETLINK_H

#include <linux/version.h>
#include <net/genetlink.h>

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0)
typedef struct genl_split_ops nfi_compat_genl_op_t;
#else
typedef struct genl_ops nfi_compat_genl_op_t;
#endif

#ifndef GENL_MCAST_CAP_NET_ADMIN
#define GENL_MCAST_CAP_NET_ADMIN	GENL_UNS_ADMIN_PERM
#endif

#endif
