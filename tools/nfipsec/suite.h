/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Suites: an encryption with its integrity algorithm under one name, and for
 * AH an integrity algorithm alone.
 */
#ifndef NFIPSEC_SUITE_H
#define NFIPSEC_SUITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define NFI_SUITE_NAME 32

/**
 * struct nfi_suite - one suite
 * @name: as strongSwan's users know it
 * @encr: IANA IKEv2 encryption transform, 0 for AH
 * @integ: IANA IKEv2 integrity transform, 0 with a combined mode cipher
 * @key_len: octets of the encryption key without the salt
 * @salt_len: octets of the salt, 0 if the suite has none
 * @integ_len: octets of the integrity key, for AH with its salt
 * @counter: a key must never be used with the same counter twice, so a static
 *	key is forbidden (RFC 8221 section 3)
 */
struct nfi_suite {
	char name[NFI_SUITE_NAME];
	uint16_t encr;
	uint16_t integ;
	uint8_t key_len;
	uint8_t salt_len;
	uint8_t integ_len;
	bool counter;
};

const struct nfi_suite *nfi_suite_by_name(const char *name);
const struct nfi_suite *nfi_suite_ah_by_name(const char *name);
const struct nfi_suite *nfi_suite_by_number(uint16_t encr, uint16_t key_bits,
					    uint16_t integ);
size_t nfi_suite_keymat_len(const struct nfi_suite *suite);
void nfi_suite_list(FILE *out);

#endif /* NFIPSEC_SUITE_H */
