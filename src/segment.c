// SPDX-License-Identifier: GPL-2.0
/*
 * Cutting a TCP GSO packet into segments. The stack's own segmentation makes
 * copies without room for what ESP adds, and takes the segment size from memory
 * that the socket's retransmission queue shares; this one makes linear
 * segments of any size with room at both ends, and sums them up as it copies.
 */
#include "segment.h"
#include "mss.h"
#include "packet.h"
#include "pages.h"
#include "wire.h"

#include <linux/tcp.h>
#include <net/ip.h>
#include <net/ip6_checksum.h>
#include <net/tcp.h>

/* IP and TCP headers with timestamps, as most segments have them */
#define USUAL_HEAD4	(sizeof(struct iphdr) + sizeof(struct tcphdr) + \
			 TCPOLEN_TSTAMP_ALIGNED)
#define USUAL_HEAD6	(sizeof(struct ipv6hdr) + sizeof(struct tcphdr) + \
			 TCPOLEN_TSTAMP_ALIGNED)

/* A signature in the TCP header covers all of the segment (RFC 2385, RFC 5925), so
 * what is cut out of it would have a wrong one. GSO packets have none.
 */
static bool is_signed(const struct sk_buff *skb, unsigned int offset)
{
	const struct tcphdr *th;
	u8 buf[60];

	th = skb_header_pointer(skb, offset, sizeof(*th), buf);
	if (!th || th->doff * 4 > sizeof(buf))
		return false;
	th = skb_header_pointer(skb, offset, th->doff * 4, buf);
	return th && (nfi_mss_option(th, TCPOPT_MD5SIG) ||
		      nfi_mss_option(th, NFI_TCPOPT_AO));
}

/**
 * nfi_segment_is_tcp() - can nfi_segment_tcp() cut this packet?
 * @skb: Borrows @skb.
 *
 * Return: true for a TCP packet that is whole, not signed and in no other tunnel,
 * GSO or not.
 */
bool nfi_segment_is_tcp(const struct sk_buff *skb)
{
	const unsigned int plain = SKB_GSO_TCPV4 | SKB_GSO_TCPV6 |
				   SKB_GSO_TCP_ECN | SKB_GSO_TCP_FIXEDID |
				   SKB_GSO_DODGY;
	u8 protocol = ipv6_hdr(skb)->nexthdr;
	int head = sizeof(struct ipv6hdr);

	if (skb_is_gso(skb))
		return skb_is_gso_tcp(skb) && !skb->encapsulation &&
		       !(skb_shinfo(skb)->gso_type & ~plain);
	if (nfi_packet_family(skb) == AF_INET) {
		protocol = ip_hdr(skb)->protocol;
		head = ip_hdrlen(skb);
		if (ip_is_fragment(ip_hdr(skb)))
			return false;
	}
	/* a raw socket sets the transport header where it likes */
	return protocol == IPPROTO_TCP && skb_transport_header_was_set(skb) &&
	       skb_transport_offset(skb) == head && !is_signed(skb, head);
}

/**
 * nfi_segment_tcp_head() - what every segment repeats
 * @skb: at the IP header. Borrows @skb.
 *
 * Return: octets of IP and TCP headers.
 */
unsigned int nfi_segment_tcp_head(const struct sk_buff *skb)
{
	return skb_transport_offset(skb) + tcp_hdrlen(skb);
}

static void fix_ip(struct sk_buff *seg, unsigned int index, bool fixed_id)
{
	struct iphdr *iph;

	if (nfi_packet_family(seg) == AF_INET6) {
		ipv6_hdr(seg)->payload_len =
			htons(seg->len - sizeof(struct ipv6hdr));
		return;
	}
	iph = ip_hdr(seg);
	iph->tot_len = htons(seg->len);
	if (!fixed_id)
		iph->id = htons(ntohs(iph->id) + index);
	iph->check = 0;
	iph->check = ip_fast_csum(iph, iph->ihl);
}

static void fix_tcp(struct sk_buff *seg, unsigned int sent, bool last,
		    __wsum sum)
{
	unsigned int len = seg->len - skb_transport_offset(seg);
	struct tcphdr *th = tcp_hdr(seg);

	th->seq = htonl(ntohl(th->seq) + sent);
	if (sent)
		th->cwr = 0;
	if (!last) {
		th->fin = 0;
		th->psh = 0;
	}
	th->check = 0;
	sum = csum_partial(th, th->doff * 4, sum);
	if (nfi_packet_family(seg) == AF_INET)
		th->check = tcp_v4_check(len, ip_hdr(seg)->saddr,
					 ip_hdr(seg)->daddr, sum);
	else
		th->check = csum_ipv6_magic(&ipv6_hdr(seg)->saddr,
					    &ipv6_hdr(seg)->daddr, len,
					    IPPROTO_TCP, sum);
}

/* In a piece of a page rather than from kmalloc(), whose next size up is larger: GRO
 * can then keep the data and let the skb go, and crypto, which goes page by page,
 * finds all of it in one.
 */
static struct sk_buff *new_segment(unsigned int room)
{
	unsigned int size = SKB_DATA_ALIGN(room) +
			    SKB_DATA_ALIGN(sizeof(struct skb_shared_info));
	struct sk_buff *seg;
	void *data;

	if (size > PAGE_SIZE)
		return alloc_skb(room, GFP_ATOMIC | __GFP_NOWARN);
	data = nfi_pages_get(size);
	if (!data)
		return NULL;
	seg = napi_build_skb(data, size);
	if (!seg)
		skb_free_frag(data);
	return seg;
}

/* Of a length that is known beforehand it takes a fraction of the instructions */
static inline void copy_headers(u8 *to, const u8 *from, unsigned int len)
{
	if (likely(len == USUAL_HEAD4))
		memcpy(to, from, USUAL_HEAD4);
	else if (len == USUAL_HEAD6)
		memcpy(to, from, USUAL_HEAD6);
	else
		memcpy(to, from, len);
}

static struct sk_buff *cut(struct sk_buff *skb, unsigned int headers,
			   unsigned int index, unsigned int mss,
			   unsigned int head, unsigned int tail)
{
	unsigned int sent = index * mss;
	unsigned int len = min(mss, skb->len - headers - sent);
	struct sk_buff *seg;
	__wsum sum;
	u8 *p;

	seg = new_segment(head + headers + len + tail);
	if (!seg)
		return NULL;
	skb_reserve(seg, head);
	skb_reset_network_header(seg);
	skb_set_transport_header(seg, skb_transport_offset(skb));
	p = skb_put(seg, headers + len);
	copy_headers(p, skb->data, headers);
	sum = skb_copy_and_csum_bits(skb, headers + sent, p + headers, len);

	fix_ip(seg, index, skb_shinfo(skb)->gso_type & SKB_GSO_TCP_FIXEDID);
	fix_tcp(seg, sent, headers + sent + len == skb->len, sum);

	seg->protocol = skb->protocol;
	seg->priority = skb->priority;
	seg->mark = skb->mark;
	seg->dev = skb->dev;
	seg->skb_iif = skb->skb_iif;
	skb_copy_hash(seg, skb);
	skb_copy_queue_mapping(seg, skb);
	return seg;
}

/**
 * nfi_segment_tcp() - cut a TCP GSO packet
 * @skb: at the IP header, transport header set; nfi_segment_is_tcp(). May
 *	reallocate the head of @skb. Borrows it otherwise.
 * @mss: octets of payload in a segment, not 0
 * @head: headroom wanted in front of each segment
 * @tail: tailroom wanted behind each segment
 *
 * Context: bottom halves disabled.
 * Return: a list of linear segments linked by skb->next, their checksums
 * complete, without a dst or a socket; NULL if there is no memory, or no TCP
 * header.
 */
struct sk_buff *nfi_segment_tcp(struct sk_buff *skb, unsigned int mss,
				unsigned int head, unsigned int tail)
{
	struct sk_buff *list = NULL, **end = &list;
	unsigned int headers, payload, i;

	if (!pskb_may_pull(skb, skb_transport_offset(skb) +
				sizeof(struct tcphdr)) ||
	    tcp_hdrlen(skb) < sizeof(struct tcphdr) ||
	    !pskb_may_pull(skb, nfi_segment_tcp_head(skb)))
		return NULL;
	headers = nfi_segment_tcp_head(skb);
	payload = skb->len - headers;
	for (i = 0; i < DIV_ROUND_UP(payload, mss); i++) {
		*end = cut(skb, headers, i, mss, head, tail);
		if (!*end) {
			kfree_skb_list(list);
			return NULL;
		}
		end = &(*end)->next;
	}
	return list;
}
