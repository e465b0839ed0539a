/* SPDX-License-Identifier: GPL-2.0 */
/* The suites: which transforms go together, and what they ask of a packet */
#ifndef NFI_ALGO_H
#define NFI_ALGO_H

#include <linux/crypto.h>
#include <linux/netlink.h>

#include "wire.h"

/**
 * struct nfi_encr - an encryption transform
 * @id: IANA IKEv2 transform number
 * @name: as strongSwan users know it, without the key length
 * @alg: the crypto API's name: of an AEAD if @aead, else of an skcipher
 * @key_bits: the key lengths allowed, 0 ends the list
 * @salt_len: octets of KEYMAT after the key (RFC 4106 8.1)
 * @iv_len: octets of IV in the packet
 * @block: plaintext is a multiple of this
 * @icv_len: of an AEAD
 * @aead: combined mode, goes without an integrity transform
 * @counter: a repeated IV under one key is fatal
 * @nonce: the AEAD takes salt and IV as they are (RFC 4106 4, RFC 7634 2); others
 *	get the salt with the key, and the IV at the end of the additional data
 * @implicit_iv: the IV is the sequence number (RFC 8750), not in the packet
 */
struct nfi_encr {
	u16 id;
	const char *name;
	const char *alg;
	u16 key_bits[4];
	u8 salt_len;
	u8 iv_len;
	u8 block;
	u8 icv_len;
	bool aead;
	bool counter;
	bool nonce;
	bool implicit_iv;
};

/**
 * struct nfi_integ - an integrity transform
 * @id: IANA IKEv2 transform number, or one for private use
 * @name: as strongSwan users know it
 * @alg: the crypto API's name of the hash, or of an AEAD if there is an IV
 * @key_len: octets, the only length allowed (RFC 4868 2.1.1), salt included
 * @salt_len: octets at the end of the key that go before the IV (RFC 4543 5.4)
 * @iv_len: octets of IV in front of the ICV: such a MAC is for AH only
 * @icv_len: octets on the wire
 */
struct nfi_integ {
	u16 id;
	const char *name;
	const char *alg;
	u8 key_len;
	u8 salt_len;
	u8 iv_len;
	u8 icv_len;
};

/**
 * struct nfi_suite - an encryption transform and what completes it
 * @encr: NULL for AH
 * @integ: NULL with an AEAD
 * @key_len: octets of the encryption key, without the salt
 * @iv_len: octets of IV in the packet
 * @block: what the ciphertext is a multiple of, at least 4 (RFC 4303 2.4)
 * @icv_len: octets
 */
struct nfi_suite {
	const struct nfi_encr *encr;
	const struct nfi_integ *integ;
	u8 key_len;
	u8 iv_len;
	u8 block;
	u8 icv_len;
};

int nfi_algo_suite(struct nfi_suite *suite, u16 encr, size_t encr_key_len,
		   u16 integ, size_t integ_key_len,
		   struct netlink_ext_ack *extack);
bool nfi_algo_counter(u16 encr, u16 integ);
int nfi_algo_check_key(const struct nfi_suite *suite, const u8 *key,
		       struct netlink_ext_ack *extack);
int nfi_algo_suite_ah(struct nfi_suite *suite, u16 integ, size_t integ_key_len,
		      struct netlink_ext_ack *extack);
unsigned int nfi_algo_ah_len(const struct nfi_suite *suite, u8 family);
int nfi_algo_aead_name(const struct nfi_suite *suite, bool esn,
		       char name[CRYPTO_MAX_ALG_NAME]);

#endif
