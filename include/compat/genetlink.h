/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Who may join a multicast group: the flag for CAP_NET_ADMIN got a value of its
 * own in 6.7 and in stable releases before that.
 */
#ifndef NFI_COMPAT_GENETLINK_H
#define NFI_COMPAT_GENETLINK_H

#include <net/genetlink.h>

#ifndef GENL_MCAST_CAP_NET_ADMIN
#define GENL_MCAST_CAP_NET_ADMIN	GENL_UNS_ADMIN_PERM
#endif

#endif
