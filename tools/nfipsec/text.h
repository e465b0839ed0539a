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
struct nfi_mark;
struct nfi_prefix;
struct nfi_range;
struct nfi_span;

/* A word and what it stands for; a table ends with a NULL name. */
struct nfi_name {
	const char *name;
	uint32_t value;
};

/* What stands where TCP and UDP have their ports. */
enum nfi_port_meaning {
	NFI_PORTS_NONE,
	NFI_PORTS_PORTS,
	NFI_PORTS_ICMP,
	NFI_PORTS_MH,
};

extern const struct nfi_name nfi_text_directions[];
extern const struct nfi_name nfi_text_modes[];
extern const struct nfi_name nfi_text_actions[];
extern const struct nfi_name nfi_text_dfs[];
extern const struct nfi_name nfi_text_flow_labels[];
extern const struct nfi_name nfi_text_engines[];
extern const struct nfi_name nfi_text_states[];

/* Room for "ffff:...:255.255.255.255-ffff:...:255.255.255.255". */
#define NFI_TEXT_LEN (2 * INET6_ADDRSTRLEN)

int nfi_text_number(const char *word, uint64_t min, uint64_t max,
		    uint64_t *value, struct nfi_error *err);
int nfi_text_choice(const char *word, const struct nfi_name *names,
		    uint32_t *value, struct nfi_error *err);
int nfi_text_bool(const char *word, bool *value, struct nfi_error *err);
int nfi_text_addr(const char *word, struct nfi_addr *addr,
		  struct nfi_error *err);
int nfi_text_prefix(const char *word, struct nfi_prefix *prefix,
		    struct nfi_error *err);
int nfi_text_range(const char *word, struct nfi_range *range,
		   struct nfi_error *err);
int nfi_text_ports(const char *word, struct nfi_span *ports,
		   struct nfi_error *err);
int nfi_text_icmp_type(const char *word, struct nfi_span *types,
		       struct nfi_error *err);
int nfi_text_mh_type(const char *word, struct nfi_span *types,
		     struct nfi_error *err);
int nfi_text_mark(const char *word, struct nfi_mark *mark,
		  struct nfi_error *err);
int nfi_text_protocol(const char *word, uint32_t *protocol,
		      struct nfi_error *err);

const char *nfi_text_name(const struct nfi_name *names, uint32_t value);
const char *nfi_text_from_addr(const struct nfi_addr *addr, char *text);
const char *nfi_text_from_range(const struct nfi_range *range, char *text);
const char *nfi_text_from_ports(const struct nfi_span *ports, char *text);
const char *nfi_text_from_icmp_type(const struct nfi_span *types, char *text);
const char *nfi_text_from_mh_type(const struct nfi_span *types, char *text);
const char *nfi_text_from_mark(const struct nfi_mark *mark, char *text);
const char *nfi_text_from_protocol(uint32_t protocol, char *text);

unsigned int nfi_text_addr_bits(const struct nfi_addr *addr);
bool nfi_text_range_prefix(const struct nfi_range *range, uint8_t *len);
bool nfi_text_opaque(const struct nfi_span *span);
enum nfi_port_meaning nfi_text_port_meaning(uint32_t protocol);

#endif /* NFIPSEC_TEXT_H */
