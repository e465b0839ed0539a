/* SPDX-License-Identifier: GPL-2.0 */
/* Since 6.15 modules see whether GRO is wanted for UDP only if IPv6 is one, too */
#ifndef NFI_COMPAT_UDP_H
#define NFI_COMPAT_UDP_H

#include <linux/version.h>
#include <net/udp.h>

/* Is there a socket that UDP packets might be merged for, such as a tunnel's? */
static inline bool nfi_compat_udp_merges(bool v4)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 15, 0) || IS_MODULE(CONFIG_IPV6)
	return v4 ? static_branch_unlikely(&udp_encap_needed_key) :
		    static_branch_unlikely(&udpv6_encap_needed_key);
#else
	return true;
#endif
}

#endif
