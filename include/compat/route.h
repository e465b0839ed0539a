/* SPDX-License-Identifier: GPL-2.0 */
/* What may be missing of routing from the kernel's configuration */
#ifndef NFI_COMPAT_ROUTE_H
#define NFI_COMPAT_ROUTE_H

#include <net/ipv6.h>
#include <net/net_namespace.h>

/* Does an input route depend on addresses, class, mark and device only, and not on
 * ports, which rules and multipath may be told to look at?
 */
static inline bool nfi_compat_routes_by_addresses4(const struct net *net)
{
	bool yes = true;

#ifdef CONFIG_IP_MULTIPLE_TABLES
	yes = yes && !net->ipv4.fib_rules_require_fldissect;
#endif
#ifdef CONFIG_IP_ROUTE_MULTIPATH
	yes = yes && !READ_ONCE(net->ipv4.sysctl_fib_multipath_hash_policy);
#endif
	return yes;
}

static inline bool nfi_compat_routes_by_addresses6(const struct net *net)
{
	bool yes = !ip6_multipath_hash_policy(net);

#ifdef CONFIG_IPV6_MULTIPLE_TABLES
	yes = yes && !net->ipv6.fib6_rules_require_fldissect;
#endif
	return yes;
}

/* Is there a realm whose packets the stack counts as it takes them in? */
static inline bool nfi_compat_route_counts(const struct dst_entry *dst)
{
#ifdef CONFIG_IP_ROUTE_CLASSID
	return dst->tclassid;
#else
	return false;
#endif
}

#endif
