/* SPDX-License-Identifier: GPL-2.0 */
/* Encapsulation of ESP in UDP as words */
#ifndef NFIPSEC_ENCAP_H
#define NFIPSEC_ENCAP_H

struct nfi_encapsulation;
struct nfi_error;
struct nfi_words;

/* Room for "udp 65535 65535". */
#define NFI_ENCAP_LEN 16

int nfi_encap_parse(const char *text, struct nfi_encapsulation *encap,
		    struct nfi_error *err);
const char *nfi_encap_join(const char *first, struct nfi_words *words,
			   char *text);
const char *nfi_encap_text(const struct nfi_encapsulation *encap, char *text);

#endif /* NFIPSEC_ENCAP_H */
