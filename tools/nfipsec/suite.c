// SPDX-License-Identifier: GPL-2.0
/*
 * The table of suites. Numbers are from the IANA registry "Internet Key
 * Exchange Version 2 (IKEv2) Parameters", transform types 1 and 3.
 */
#include "suite.h"

#include <string.h>

#include "model.h"

enum {
	ENCR_3DES = 3,
	ENCR_NULL = 11,
	ENCR_AES_CBC = 12,
	ENCR_AES_CTR = 13,
	ENCR_AES_CCM_8 = 14,
	ENCR_AES_CCM_12 = 15,
	ENCR_AES_CCM_16 = 16,
	ENCR_AES_GCM_8 = 18,
	ENCR_AES_GCM_12 = 19,
	ENCR_AES_GCM_16 = 20,
	ENCR_NULL_AUTH_AES_GMAC = 21,
	ENCR_CAMELLIA_CBC = 23,
	ENCR_CHACHA20_POLY1305 = 28,
	ENCR_AES_CCM_8_IIV = 29,
	ENCR_AES_GCM_16_IIV = 30,
	ENCR_CHACHA20_POLY1305_IIV = 31,
	INTEG_NONE = 0,
	INTEG_HMAC_SHA1_96 = 2,
	INTEG_AES_XCBC_96 = 5,
	INTEG_AES_CMAC_96 = 8,
	INTEG_AES_128_GMAC = 9,
	INTEG_AES_192_GMAC = 10,
	INTEG_AES_256_GMAC = 11,
	INTEG_HMAC_SHA2_256_128 = 12,
	INTEG_HMAC_SHA2_384_192 = 13,
	INTEG_HMAC_SHA2_512_256 = 14,
};

/* What a suite is made of: its name and number, octets of the key and salt, and
 * whether it is a counter mode
 */
struct part {
	const char *name;
	uint16_t number;
	uint8_t key_len;
	uint8_t salt_len;
	bool counter;
};

/* These are suites alone */
static const struct part combined[] = {
	{ "aes128gcm16", ENCR_AES_GCM_16, 16, 4, true },
	{ "aes192gcm16", ENCR_AES_GCM_16, 24, 4, true },
	{ "aes256gcm16", ENCR_AES_GCM_16, 32, 4, true },
	{ "aes128gcm12", ENCR_AES_GCM_12, 16, 4, true },
	{ "aes192gcm12", ENCR_AES_GCM_12, 24, 4, true },
	{ "aes256gcm12", ENCR_AES_GCM_12, 32, 4, true },
	{ "aes128gcm8", ENCR_AES_GCM_8, 16, 4, true },
	{ "aes192gcm8", ENCR_AES_GCM_8, 24, 4, true },
	{ "aes256gcm8", ENCR_AES_GCM_8, 32, 4, true },
	{ "aes128ccm16", ENCR_AES_CCM_16, 16, 3, true },
	{ "aes192ccm16", ENCR_AES_CCM_16, 24, 3, true },
	{ "aes256ccm16", ENCR_AES_CCM_16, 32, 3, true },
	{ "aes128ccm12", ENCR_AES_CCM_12, 16, 3, true },
	{ "aes192ccm12", ENCR_AES_CCM_12, 24, 3, true },
	{ "aes256ccm12", ENCR_AES_CCM_12, 32, 3, true },
	{ "aes128ccm8", ENCR_AES_CCM_8, 16, 3, true },
	{ "aes192ccm8", ENCR_AES_CCM_8, 24, 3, true },
	{ "aes256ccm8", ENCR_AES_CCM_8, 32, 3, true },
	{ "chacha20poly1305", ENCR_CHACHA20_POLY1305, 32, 4, true },
	{ "aes128gcm16iiv", ENCR_AES_GCM_16_IIV, 16, 4, true },
	{ "aes192gcm16iiv", ENCR_AES_GCM_16_IIV, 24, 4, true },
	{ "aes256gcm16iiv", ENCR_AES_GCM_16_IIV, 32, 4, true },
	{ "aes128ccm8iiv", ENCR_AES_CCM_8_IIV, 16, 3, true },
	{ "aes192ccm8iiv", ENCR_AES_CCM_8_IIV, 24, 3, true },
	{ "aes256ccm8iiv", ENCR_AES_CCM_8_IIV, 32, 3, true },
	{ "chacha20poly1305iiv", ENCR_CHACHA20_POLY1305_IIV, 32, 4, true },
	{ "aes128gmac", ENCR_NULL_AUTH_AES_GMAC, 16, 4, true },
	{ "aes192gmac", ENCR_NULL_AUTH_AES_GMAC, 24, 4, true },
	{ "aes256gmac", ENCR_NULL_AUTH_AES_GMAC, 32, 4, true },
};

/* Each of these goes with each of the integrity algorithms */
static const struct part ciphers[] = {
	{ "aes128", ENCR_AES_CBC, 16, 0, false },
	{ "aes192", ENCR_AES_CBC, 24, 0, false },
	{ "aes256", ENCR_AES_CBC, 32, 0, false },
	{ "aes128ctr", ENCR_AES_CTR, 16, 4, true },
	{ "aes192ctr", ENCR_AES_CTR, 24, 4, true },
	{ "aes256ctr", ENCR_AES_CTR, 32, 4, true },
	{ "camellia128", ENCR_CAMELLIA_CBC, 16, 0, false },
	{ "camellia192", ENCR_CAMELLIA_CBC, 24, 0, false },
	{ "camellia256", ENCR_CAMELLIA_CBC, 32, 0, false },
	{ "3des", ENCR_3DES, 24, 0, false },
	{ "null", ENCR_NULL, 0, 0, false },
};

static const struct part integs[] = {
	{ "sha256", INTEG_HMAC_SHA2_256_128, 32, 0, false },
	{ "sha384", INTEG_HMAC_SHA2_384_192, 48, 0, false },
	{ "sha512", INTEG_HMAC_SHA2_512_256, 64, 0, false },
	{ "aescmac", INTEG_AES_CMAC_96, 16, 0, false },
	{ "aesxcbc", INTEG_AES_XCBC_96, 16, 0, false },
	{ "sha1", INTEG_HMAC_SHA1_96, 20, 0, false },
	{ "sha256_96", NFI_INTEG_HMAC_SHA2_256_96, 32, 0, false },
};

#define N_SUITES (ARRAY_SIZE(combined) + \
		  ARRAY_SIZE(ciphers) * ARRAY_SIZE(integs))

/* Put together when they are first asked for */
static struct nfi_suite suites[N_SUITES];

static void put_together(struct nfi_suite *suite, const struct part *cipher,
			 const struct part *integ)
{
	snprintf(suite->name, sizeof(suite->name), "%s%s%s", cipher->name,
		 integ ? "-" : "", integ ? integ->name : "");
	suite->encr = cipher->number;
	suite->key_len = cipher->key_len;
	suite->salt_len = cipher->salt_len;
	suite->counter = cipher->counter;
	suite->integ = integ ? integ->number : INTEG_NONE;
	suite->integ_len = integ ? integ->key_len : 0;
}

static const struct nfi_suite *all_suites(void)
{
	struct nfi_suite *suite = suites;
	size_t i, j;

	if (*suites[0].name)
		return suites;
	for (i = 0; i < ARRAY_SIZE(combined); i++)
		put_together(suite++, &combined[i], NULL);
	for (i = 0; i < ARRAY_SIZE(ciphers); i++)
		for (j = 0; j < ARRAY_SIZE(integs); j++)
			put_together(suite++, &ciphers[i], &integs[j]);
	return suites;
}

/* Other words for the end of a name */
static const struct {
	const char *other;
	const char *ours;
} aliases[] = {
	{ "-xcbc", "-aesxcbc" },
	{ "-cmac", "-aescmac" },
};

/* Of AH: they authenticate and encrypt nothing */
static const struct nfi_suite auths[] = {
	{ "sha256", 0, INTEG_HMAC_SHA2_256_128, 0, 0, 32, false },
	{ "sha384", 0, INTEG_HMAC_SHA2_384_192, 0, 0, 48, false },
	{ "sha512", 0, INTEG_HMAC_SHA2_512_256, 0, 0, 64, false },
	{ "aescmac", 0, INTEG_AES_CMAC_96, 0, 0, 16, false },
	{ "aesxcbc", 0, INTEG_AES_XCBC_96, 0, 0, 16, false },
	{ "sha1", 0, INTEG_HMAC_SHA1_96, 0, 0, 20, false },
	{ "sha256_96", 0, NFI_INTEG_HMAC_SHA2_256_96, 0, 0, 32, false },
	{ "aes128gmac", 0, INTEG_AES_128_GMAC, 0, 0, 20, true },
	{ "aes192gmac", 0, INTEG_AES_192_GMAC, 0, 0, 28, true },
	{ "aes256gmac", 0, INTEG_AES_256_GMAC, 0, 0, 36, true },
};

/**
 * nfi_suite_by_name() - the suite of this name
 * @name: the name
 *
 * Return: the suite, or NULL if there is none.
 */
const struct nfi_suite *nfi_suite_by_name(const char *name)
{
	const struct nfi_suite *all = all_suites();
	const char *end = strrchr(name, '-');
	size_t len = strlen(name), i;
	const char *tail = "";

	for (i = 0; end && i < ARRAY_SIZE(aliases); i++) {
		if (!strcmp(end, aliases[i].other)) {
			len = end - name;
			tail = aliases[i].ours;
		}
	}
	for (i = 0; i < N_SUITES; i++)
		if (!strncmp(all[i].name, name, len) &&
		    !strcmp(all[i].name + len, tail))
			return &all[i];
	return NULL;
}

/**
 * nfi_suite_ah_by_name() - the integrity algorithm of this name, for AH
 * @name: the name
 *
 * Return: the algorithm, as a suite without encryption, or NULL.
 */
const struct nfi_suite *nfi_suite_ah_by_name(const char *name)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(auths); i++)
		if (!strcmp(auths[i].name, name))
			return &auths[i];
	return NULL;
}

/**
 * nfi_suite_by_number() - the suite of these transforms
 * @encr: encryption transform, 0 for AH
 * @key_bits: length of its key without the salt
 * @integ: integrity transform
 *
 * Return: the suite, or NULL if there is none.
 */
const struct nfi_suite *nfi_suite_by_number(uint16_t encr, uint16_t key_bits,
					    uint16_t integ)
{
	const struct nfi_suite *all = all_suites();
	size_t i;

	for (i = 0; i < N_SUITES; i++)
		if (all[i].encr == encr && all[i].integ == integ &&
		    all[i].key_len * 8 == key_bits)
			return &all[i];
	for (i = 0; !encr && i < ARRAY_SIZE(auths); i++)
		if (auths[i].integ == integ)
			return &auths[i];
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

static void list(FILE *out, const char *what, const struct part *parts,
		 size_t n)
{
	size_t i, column = 0;

	fprintf(out, "  %s:\n", what);
	for (i = 0; i < n; i++) {
		if (column + strlen(parts[i].name) > 70) {
			fputc('\n', out);
			column = 0;
		}
		column += fprintf(out, "%s%s", column ? " " : "    ",
				  parts[i].name);
	}
	fputc('\n', out);
}

/**
 * nfi_suite_list() - print what suites there are
 * @out: where to
 */
void nfi_suite_list(FILE *out)
{
	size_t i;

	list(out, "suites", combined, ARRAY_SIZE(combined));
	list(out, "or one of", ciphers, ARRAY_SIZE(ciphers));
	list(out, "and, after a hyphen, one of", integs, ARRAY_SIZE(integs));
	fputs("  algorithms of AH:\n   ", out);
	for (i = 0; i < ARRAY_SIZE(auths); i++)
		fprintf(out, " %s", auths[i].name);
	fputc('\n', out);
}
