/* SPDX-License-Identifier: GPL-2.0 */
/* Options of a socket that have moved from fields to bits of one word */
#ifndef NFI_COMPAT_SOCK_H
#define NFI_COMPAT_SOCK_H

#include <linux/ipv6.h>
#include <linux/version.h>
#include <net/inet_sock.h>

/* Has it asked for errors of packets of this family (IP_RECVERR)? */
static inline bool nfi_compat_recverr(const struct sock *sk, u8 family)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 7, 0)
	return family == AF_INET ? inet_test_bit(RECVERR, sk) :
				   inet6_test_bit(RECVERR6, sk);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 6, 0)
	return family == AF_INET ? inet_test_bit(RECVERR, sk) :
				   inet6_sk(sk)->recverr;
#else
	return family == AF_INET ? inet_sk(sk)->recverr :
				   inet6_sk(sk)->recverr;
#endif
}

#endif
