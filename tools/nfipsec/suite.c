// SPDX-License-Identifier: GPL-2.0
/*
 * The table of suites. Numbers are from the IANA registry "Internet Key
 * Exchange Version 2 (IKEv2) Parameters", transform types 1 and 3.
 */
#include "suite.h"

#include <string.h>

#include "model.h"

enum {
	ENCR_NULL = 11,
	ENCR_AES_CBC = 12,
	ENCR_AES_GCM_16 = 20,
	ENCR_CHACHA20_POLY1305 = 28,
	INTEG_NONE = 0,
	INTEG_HMAC_SHA2_256_128 = 12,
};

static const struct nfi_suite suites[] = {
	/* name, encr, integ, key, salt, integrity key, counter mode */
	{ "aes128gcm16", ENCR_AES_GCM_16, INTEG_NONE, 16, 4, 0, true },
	{ "aes192gcm16", ENCR_AES_GCM_16, INTEG_NONE, 24, 4, 0, true },
	{ "aes256gcm16", ENCR_AES_GCM_16, INTEG_NONE, 32, 4, 0, true },
	{ "chacha20poly1305", ENCR_CHACHA20_POLY1305, INTEG_NONE,
	  32, 4, 0, true },
	{ "aes128-sha256", ENCR_AES_CBC, INTEG_HMAC_SHA2_256_128,
	  16, 0, 32, false },
	{ "aes192-sha256", ENCR_AES_CBC, INTEG_HMAC_SHA2_256_128,
	  24, 0, 32, false },
	{ "aes256-sha256", ENCR_AES_CBC, INTEG_HMAC_SHA2_256_128,
	  32, 0, 32, false },
	{ "null-sha256", ENCR_NULL, INTEG_HMAC_SHA2_256_128,
	  0, 0, 32, false },
};

/**
 * nfi_suite_by_name() - the suite of this name
 * @name: the name
 *
 * Return: the suite, or NULL if there is none.
 */
const struct nfi_suite *nfi_suite_by_name(const char *name)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(suites); i++)
		if (!strcmp(suites[i].name, name))
			return &suites[i];
	return NULL;
}

/**
 * nfi_suite_by_number() - the suite of these transforms
 * @encr: encryption transform
 * @key_bits: length of its key without the salt
 * @integ: integrity transform
 *
 * Return: the suite, or NULL if there is none.
 */
const struct nfi_suite *nfi_suite_by_number(uint16_t encr, uint16_t key_bits,
					    uint16_t integ)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(suites); i++)
		if (suites[i].encr == encr && suites[i].integ == integ &&
		    suites[i].key_len * 8 == key_bits)
			return &suites[i];
	return NULL;
}

/**
 * nfi_suite_keymat_len() - how much key material a suite takes
 * @suite: the suite
 *
 * Return: octets of KEYMAT as RFC 7296 2.17 orders it.
 */
size_t nfi_suite_keymat_len(const struct nfi_suite *suite)
{
	return suite->key_len + suite->salt_len + suite->integ_len;
}

/**
 * nfi_suite_list() - print the names of all suites
 * @out: where to, in one line without its end
 */
void nfi_suite_list(FILE *out)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(suites); i++)
		fprintf(out, "%s%s", i ? " " : "", suites[i].name);
}
