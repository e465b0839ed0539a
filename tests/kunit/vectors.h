/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the tables in vectors/ are made of. They come from the RFCs and from
 * other implementations by way of make-vectors; octets are strings of hex
 * digits, as the RFCs print them, and "" if there are none.
 */
#ifndef NFI_KUNIT_VECTORS_H
#define NFI_KUNIT_VECTORS_H

#include <linux/types.h>
#include <uapi/linux/nfipsec.h>

/**
 * struct vector_esp - a packet that is known to be right
 * @name: where it is from
 * @encr: IANA number of the encryption transform
 * @integ: of the integrity transform, or 0
 * @mode: enum nfi_mode
 * @esn: 64-bit sequence numbers
 * @spi: host byte order
 * @seq: the whole of the sequence number
 * @key: encryption key and salt
 * @mac_key: integrity key
 * @next_header: of the payload
 * @offset: of the ESP header in @wire
 * @no_icv: @wire has none, the RFC is about the cipher alone
 * @plain_offset: of the payload in @plain
 * @plain: the packet before, NULL for a dummy with a random payload
 * @wire: the packet after
 */
struct vector_esp {
	const char *name;
	u16 encr;
	u16 integ;
	u8 mode;
	bool esn;
	u32 spi;
	u64 seq;
	const char *key;
	const char *mac_key;
	u8 next_header;
	u16 offset;
	bool no_icv;
	u16 plain_offset;
	const char *plain;
	const char *wire;
};

/**
 * struct vector_negative - a packet and what is to become of it
 * @name: where it is from and what was done to it
 * @encr: as above
 * @integ: as above
 * @mode: as above
 * @esn: as above
 * @spi: as above
 * @seq: the number that the receiver believes in
 * @key: as above
 * @mac_key: as above
 * @offset: as above
 * @reason: NFI_REASON_OK, or why it has to be dropped
 * @wire: the packet
 */
struct vector_negative {
	const char *name;
	u16 encr;
	u16 integ;
	u8 mode;
	bool esn;
	u32 spi;
	u64 seq;
	const char *key;
	const char *mac_key;
	u16 offset;
	enum nfi_reason reason;
	const char *wire;
};

/**
 * struct vector_cipher - a cipher alone
 * @name: where it is from
 * @encr: IANA number of the encryption transform
 * @key: with the salt, or nonce
 * @iv: as ESP sends it
 * @plain: plaintext
 * @cipher: ciphertext
 */
struct vector_cipher {
	const char *name;
	u16 encr;
	const char *key;
	const char *iv;
	const char *plain;
	const char *cipher;
};

/**
 * struct vector_aead - a combined mode alone
 * @name: where it is from
 * @encr: IANA number of an encryption transform that is made of it
 * @key: without salt
 * @nonce: whole
 * @ad: additional data
 * @plain: plaintext
 * @sealed: ciphertext and ICV
 * @icv_len: octets of the ICV
 */
struct vector_aead {
	const char *name;
	u16 encr;
	const char *key;
	const char *nonce;
	const char *ad;
	const char *plain;
	const char *sealed;
	u8 icv_len;
};

/**
 * struct vector_mac - an integrity algorithm alone
 * @name: where it is from
 * @integ: IANA number of the integrity transform that is made of it
 * @key: of any length
 * @data: what is authenticated
 * @mac: result, maybe cut off
 * @icv: what ESP sends of it, NULL if the RFC does not say
 */
struct vector_mac {
	const char *name;
	u16 integ;
	const char *key;
	const char *data;
	const char *mac;
	const char *icv;
};

/**
 * struct vector_ah - a packet with AH and what is to become of it
 * @name: where it is from
 * @integ: IANA number of the integrity transform
 * @mode: as above
 * @esn: as above
 * @spi: as above
 * @seq: as above
 * @key: integrity key and salt
 * @offset: of AH in @wire
 * @plain: the packet before
 * @wire: the packet as it is sent
 * @arrived: the packet as it arrives if its headers change, else NULL
 * @padding: octet that the ICV is padded with, where it is
 * @reason: NFI_REASON_OK, or why it has to be dropped
 */
struct vector_ah {
	const char *name;
	u16 integ;
	u8 mode;
	bool esn;
	u32 spi;
	u64 seq;
	const char *key;
	u16 offset;
	const char *plain;
	const char *wire;
	const char *arrived;
	u8 padding;
	enum nfi_reason reason;
};

/**
 * struct vector_replay_run - packets in a row with rising numbers
 * @low: low half of the sequence number of the first
 * @high: high half, which the sender used for the ICV
 * @n: how many
 * @top: right edge after the first; it rises with those that are accepted
 * @reason: what happens to each
 * @forged: the ICV is wrong whatever the number
 */
struct vector_replay_run {
	u32 low;
	u32 high;
	u32 n;
	u64 top;
	enum nfi_reason reason;
	bool forged;
};

/**
 * struct vector_replay - a scenario for the replay window
 * @name: what happens
 * @window: in packets
 * @esn: 64-bit sequence numbers
 * @top: received before it begins, with all that is left of it
 * @run: what comes in
 * @runs: how many
 */
struct vector_replay {
	const char *name;
	u32 window;
	bool esn;
	u64 top;
	const struct vector_replay_run *run;
	size_t runs;
};

/**
 * struct vector_mtu - how large a packet may be
 * @encr: as above
 * @integ: as above
 * @family: of the outer header
 * @udp: ESP is in UDP
 * @path: path MTU
 * @tunnel: largest inner packet in tunnel mode
 * @transport: largest packet in transport mode, without options or extension
 *	headers
 */
struct vector_mtu {
	u16 encr;
	u16 integ;
	u8 family;
	bool udp;
	u16 path;
	u16 tunnel;
	u16 transport;
};

/**
 * struct vector_ecn_push - ECN on the way into a tunnel (RFC 6040 4.1)
 * @inner: of the inner header
 * @normal: of the outer header
 * @compatible: of the outer header if the other end knows no ECN
 */
struct vector_ecn_push {
	u8 inner;
	u8 normal;
	u8 compatible;
};

/**
 * struct vector_ecn_pull - ECN on the way out of a tunnel (RFC 6040 4.2)
 * @inner: of the inner header
 * @outer: of the outer header
 * @result: of the inner header afterwards
 * @odd: no tunnel makes such a pair
 * @drop: instead
 */
struct vector_ecn_pull {
	u8 inner;
	u8 outer;
	u8 result;
	bool odd;
	bool drop;
};

/**
 * struct vector_df - DF of the outer header (RFC 4301 8.1)
 * @inner: family of the inner header
 * @outer: family of the outer header
 * @policy: enum nfi_df
 * @df: of an inner IPv4 header
 * @result: of an outer IPv4 header
 */
struct vector_df {
	u8 inner;
	u8 outer;
	u8 policy;
	bool df;
	bool result;
};

#endif
