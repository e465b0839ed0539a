/* SPDX-License-Identifier: GPL-2.0 */
/* Tracepoints: every drop, with its reason */
#undef TRACE_SYSTEM
#define TRACE_SYSTEM nfipsec

#if !defined(NFI_TRACE_H) || defined(TRACE_HEADER_MULTI_READ)
#define NFI_TRACE_H

#include <linux/tracepoint.h>
#include <net/net_namespace.h>

#include "sa.h"

TRACE_EVENT(nfipsec_drop,
	    TP_PROTO(const struct net *net, const struct nfi_sa *sa,
		     const struct sk_buff *skb, enum nfi_reason reason),
	    TP_ARGS(net, sa, skb, reason),
	    TP_STRUCT__entry(__field(unsigned int, netns)
			     __field(u32, spi)
			     __field(u32, reason)
			     __field(unsigned int, len)
			     __field(u8, protocol)),
	    TP_fast_assign(__entry->netns = net->ns.inum;
			   __entry->spi = sa ? be32_to_cpu(sa->conf.key.spi) : 0;
			   __entry->reason = reason;
			   __entry->len = skb->len;
			   __entry->protocol = sa ? sa->conf.key.protocol : 0;),
	    TP_printk("netns=%u spi=0x%08x reason=%u len=%u protocol=%u",
		      __entry->netns, __entry->spi, __entry->reason,
		      __entry->len, __entry->protocol)
);

#endif

#undef TRACE_INCLUDE_PATH
#define TRACE_INCLUDE_PATH .
#undef TRACE_INCLUDE_FILE
#define TRACE_INCLUDE_FILE trace
#include <trace/define_trace.h>
