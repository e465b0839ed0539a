/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Words and values: how numbers, addresses, prefixes, ports and names are
 * read and written.
 */
#ifndef NFIPSEC_TEXT_H
#define NFIPSEC_TEXT_H

#include <netinet/in.h>
#include <stdbool.h>
#include <stdint.h>

struct nfi_addr;
struct nfi_error;
struct nfi_ports;
struct nfi_prefix;

/* A word and what it stands for; a table ends with a NULL name. */
struct nfi_name {
	const char *name;
	uint32_t value;
};

extern const struct nfi_name nfi_text_directions[];
extern const struct nfi_name nfi_text_modes[];
extern const struct nfi_name nfi_text_actions[];
extern const struct nfi_name nfi_text_dfs[];
extern const struct nfi_name nfi_text_states[];

/* Room for "ffff:...:255.255.255.255/128" and for "65535-65535". */
#define NFI_TEXT_LEN (INET6_ADDRSTRLEN + 4)

int nfi_text_number(const char *word, uint64_t min, uint64_t max,
		    uint64_t *value, struct nfi_error *err);
int nfi_text_choice(const char *word, const struct nfi_name *names,
		    uint32_t *value, struct nfi_error *err);
int nfi_text_bool(const char *word, bool *value, struct nfi_error *err);
int nfi_text_addr(const char *word, struct nfi_addr *addr,
		  struct nfi_error *err);
int nfi_text_prefix(const char *word, struct nfi_prefix *prefix,
		    struct nfi_error *err);
int nfi_text_ports(const char *word, struct nfi_ports *ports,
		   struct nfi_error *err);
int nfi_text_protocol(const char *word, uint32_t *protocol,
		      struct nfi_error *err);

const char *nfi_text_name(const struct nfi_name *names, uint32_t value);
const char *nfi_text_from_addr(const struct nfi_addr *addr, char *text);
const char *nfi_text_from_prefix(const struct nfi_prefix *prefix, char *text);
const char *nfi_text_from_ports(const struct nfi_ports *ports, char *text);
const char *nfi_text_from_protocol(uint32_t protocol, char *text);

unsigned int nfi_text_addr_bits(const struct nfi_addr *addr);
bool nfi_text_protocol_has_ports(uint32_t protocol);

#endif /* NFIPSEC_TEXT_H */
