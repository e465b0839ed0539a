// SPDX-License-Identifier: GPL-2.0
/*
 * nfipsec sa export wireshark [FILE]: the SAs of a configuration file, with their
 * keys, as lines of Wireshark's table esp_sa. From the file, for the kernel does
 * not give a key away.
 */
#include "cmd.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>

#include "conf.h"
#include "error.h"
#include "key.h"
#include "model.h"
#include "suite.h"

/* Of an IANA transform number, what Wireshark 4.0 calls the algorithm */
struct algorithm {
	uint16_t number;
	const char *name;
};

#define ANY_96 "ANY 96 bit authentication [no checking]"

static const struct algorithm ciphers[] = {
	{ 3, "TripleDES-CBC [RFC2451]" },
	{ 11, "NULL" },
	{ 12, "AES-CBC [RFC3602]" },
	{ 13, "AES-CTR [RFC3686]" },
	{ 18, "AES-GCM with 8 octet ICV [RFC4106]" },
	{ 19, "AES-GCM with 12 octet ICV [RFC4106]" },
	{ 20, "AES-GCM with 16 octet ICV [RFC4106]" },
	{ 0, NULL }
};

static const struct algorithm integs[] = {
	{ 0, "NULL" },
	{ 2, "HMAC-SHA-1-96 [RFC2404]" },
	{ 5, ANY_96 },
	{ 8, ANY_96 },
	{ 12, "HMAC-SHA-256-128 [RFC4868]" },
	{ 13, "HMAC-SHA-384-192 [RFC4868]" },
	{ 14, "HMAC-SHA-512-256 [RFC4868]" },
	{ NFI_INTEG_HMAC_SHA2_256_96,
	  "HMAC-SHA-256-96 [draft-ietf-ipsec-ciph-sha-256-00]" },
	{ 0, NULL }
};

static const char *name_of(const struct algorithm *table, uint16_t number)
{
	for (; table->name; table++)
		if (table->number == number)
			return table->name;
	return NULL;
}

static void print_addr(const struct nfi_addr *addr)
{
	char text[INET6_ADDRSTRLEN];

	inet_ntop(addr->family, addr->bytes, text, sizeof(text));
	printf(",\"%s\"", text);
}

static void print_octets(const uint8_t *octets, size_t n)
{
	fputs(n ? ",\"0x" : ",\"", stdout);
	for (; n; n--)
		printf("%02x", *octets++);
	putchar('"');
}

static void print_line(const struct nfi_sa *sa, const char *cipher,
		       const char *integ)
{
	size_t encr_len = sa->suite->key_len + sa->suite->salt_len;
	bool out = sa->direction == NFI_DIR_OUT;

	printf("\"%s\"", sa->local.family == AF_INET ? "IPv4" : "IPv6");
	print_addr(out ? &sa->local : &sa->remote);
	print_addr(out ? &sa->remote : &sa->local);
	printf(",\"0x%08x\",\"%s\"", sa->spi, cipher);
	print_octets(sa->key.bytes, encr_len);
	printf(",\"%s\"", integ);
	print_octets(sa->key.bytes + encr_len,
		     strcmp(integ, ANY_96) ? sa->suite->integ_len : 0);
	putchar('\n');
}

static void export(const struct nfi_config *config)
{
	const char *cipher, *integ;
	const struct nfi_sa *sa;

	for (sa = config->sas; sa < config->sas + config->n_sas; sa++) {
		/* AH hides nothing */
		if (sa->protocol != IPPROTO_ESP)
			continue;
		cipher = name_of(ciphers, sa->suite->encr);
		integ = name_of(integs, sa->suite->integ);
		if (cipher && integ)
			print_line(sa, cipher, integ);
		else
			fprintf(stderr,
				"nfipsec: warning: spi 0x%08x left out: Wireshark cannot decrypt %s\n",
				sa->spi, sa->suite->name);
	}
}

/**
 * nfi_cmd_sa_export() - nfipsec sa export wireshark [FILE]
 * @ctx: the command
 * @words: its words
 *
 * Return: exit status.
 */
enum nfi_exit nfi_cmd_sa_export(const struct nfi_cmd_context *ctx,
				struct nfi_words *words)
{
	const char *format = nfi_words_take(words);
	const char *path = nfi_words_take(words);
	enum nfi_exit status = NFI_EXIT_OK;
	struct nfi_config config;
	struct nfi_error err;

	if (!format || strcmp(format, "wireshark")) {
		nfi_error_set(&err, "say for whom: wireshark");
		return nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	}
	if (nfi_words_end(words, &err))
		return nfi_cmd_fail(ctx, NFI_EXIT_USAGE, &err);
	if (nfi_conf_read(path ? path : NFI_CONF_DEFAULT, false, &config,
			  &err))
		status = nfi_cmd_fail(ctx, NFI_EXIT_SYNTAX, &err);
	else
		export(&config);
	nfi_config_clear(&config);
	return status;
}
