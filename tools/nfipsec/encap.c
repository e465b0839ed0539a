// SPDX-License-Identifier: GPL-2.0
/*
 * Encapsulation of ESP in UDP as words: "udp", and after it the local and the
 * remote port where they are not both 4500; or "none".
 */
#include "encap.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "error.h"
#include "model.h"
#include "option.h"
#include "text.h"

#define IKE_PORT	500
#define NAT_PORT	4500

static int read_port(char *word, uint32_t *port, struct nfi_error *err)
{
	uint64_t number;

	if (nfi_text_number(word, 1, UINT16_MAX, &number, err))
		return -1;
	if (number == IKE_PORT)
		return nfi_error_set(err, "port 500 is for IKE only (RFC 7296 2.23)");
	*port = number;
	return 0;
}

/**
 * nfi_encap_parse() - read an encapsulation
 * @text: its words with a space between them
 * @encap: the encapsulation
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_encap_parse(const char *text, struct nfi_encapsulation *encap,
		    struct nfi_error *err)
{
	char copy[NFI_ENCAP_LEN], *rest = copy, *word, *local, *remote;

	if (strlen(text) >= sizeof(copy))
		return nfi_error_set(err, "'%s' is not udp, or udp LOCAL-PORT REMOTE-PORT",
				     text);
	*encap = (struct nfi_encapsulation){ .type = NFI_ENCAP_NONE };
	if (!strcmp(text, "none"))
		return 0;
	strcpy(copy, text);
	word = strsep(&rest, " ");
	local = strsep(&rest, " ");
	remote = strsep(&rest, " ");
	if (strcmp(word, "udp") || rest || !local != !remote)
		return nfi_error_set(err, "'%s' is not udp, or udp LOCAL-PORT REMOTE-PORT",
				     text);
	encap->type = NFI_ENCAP_UDP;
	encap->local_port = NAT_PORT;
	encap->remote_port = NAT_PORT;
	if (!local)
		return 0;
	if (read_port(local, &encap->local_port, err))
		return -1;
	return read_port(remote, &encap->remote_port, err);
}

/**
 * nfi_encap_join() - make one text of the words on a command line
 * @first: the first of them, already taken
 * @words: numbers that follow are taken, too, up to two
 * @text: room for NFI_ENCAP_LEN characters
 *
 * Return: @text; or @first where they are longer than they may be.
 */
const char *nfi_encap_join(const char *first, struct nfi_words *words,
			   char *text)
{
	size_t len = snprintf(text, NFI_ENCAP_LEN, "%s", first);
	const char *word;
	int i;

	for (i = 0; i < 2; i++) {
		word = nfi_words_peek(words);
		if (!word || !isdigit((unsigned char)*word) ||
		    len + strlen(word) + 1 >= NFI_ENCAP_LEN)
			break;
		nfi_words_take(words);
		len += sprintf(text + len, " %s", word);
	}
	return len < NFI_ENCAP_LEN ? text : first;
}

/**
 * nfi_encap_text() - write an encapsulation
 * @encap: the encapsulation
 * @text: room for NFI_ENCAP_LEN characters
 *
 * Return: @text.
 */
const char *nfi_encap_text(const struct nfi_encapsulation *encap, char *text)
{
	if (encap->type == NFI_ENCAP_NONE)
		snprintf(text, NFI_ENCAP_LEN, "none");
	else
		snprintf(text, NFI_ENCAP_LEN, "udp %u %u",
			 (uint16_t)encap->local_port, (uint16_t)encap->remote_port);
	return text;
}
