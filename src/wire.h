/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Numbers of the wire formats that the kernel's own headers do not name:
 * limits of the suites, next header values and ECN code points.
 */
#ifndef NFI_WIRE_H
#define NFI_WIRE_H

#include <linux/in.h>
#include <linux/in6.h>
#include <linux/ip.h>
#include <linux/ipv6.h>
#include <linux/socket.h>

/* ESP: SPI and sequence number before the IV (RFC 4303 2) */
#define NFI_ESP_HLEN		8
/* pad length and next header, after the padding (RFC 4303 2.5, 2.6) */
#define NFI_ESP_TLEN		2
/* ESP ends on a 4-octet boundary whatever the cipher (RFC 4303 2.4) */
#define NFI_ESP_ALIGN		4

/* AH: all of it that is before the ICV (RFC 4302 2) */
#define NFI_AH_HLEN		12

#define NFI_IV_MAX		16
#define NFI_ICV_MAX		32
/* SPI, both halves of the sequence number, IV */
#define NFI_AD_MAX		(12 + NFI_IV_MAX)

/* Of the outer header: no options, no extension headers */
#define NFI_IP4_HLEN		sizeof(struct iphdr)
#define NFI_IP6_HLEN		sizeof(struct ipv6hdr)
static inline unsigned int nfi_ip_hlen(u8 family)
{
	return family == AF_INET ? NFI_IP4_HLEN : NFI_IP6_HLEN;
}

/* Between it and ESP (RFC 3948 2.1) */
#define NFI_UDP_HLEN		8
#define NFI_UDP_PORT		4500

/* The signature of a TCP segment (RFC 5925 2.2) */
#define NFI_TCPOPT_AO		29

/* Smallest MTU a router may be told (RFC 1191 3, RFC 8200 5) */
#define NFI_IP4_MTU_MIN		68
#define NFI_IP6_MTU_MIN		1280

#endif
