// SPDX-License-Identifier: GPL-2.0
/*
 * How values are read from words and written as words.
 */
#include "text.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#include "error.h"
#include "model.h"

const struct nfi_name nfi_text_directions[] = {
	{ "in", NFI_DIR_IN },
	{ "out", NFI_DIR_OUT },
	{ NULL, 0 }
};

const struct nfi_name nfi_text_modes[] = {
	{ "tunnel", NFI_MODE_TUNNEL },
	{ "transport", NFI_MODE_TRANSPORT },
	{ NULL, 0 }
};

const struct nfi_name nfi_text_actions[] = {
	{ "protect", NFI_ACTION_PROTECT },
	{ "bypass", NFI_ACTION_BYPASS },
	{ "discard", NFI_ACTION_DISCARD },
	{ NULL, 0 }
};

const struct nfi_name nfi_text_dfs[] = {
	{ "copy", NFI_DF_COPY },
	{ "set", NFI_DF_SET },
	{ "clear", NFI_DF_CLEAR },
	{ NULL, 0 }
};

const struct nfi_name nfi_text_flow_labels[] = {
	{ "zero", NFI_FLOW_LABEL_ZERO },
	{ "hash", NFI_FLOW_LABEL_HASH },
	{ "copy", NFI_FLOW_LABEL_COPY },
	{ NULL, 0 }
};

const struct nfi_name nfi_text_engines[] = {
	{ "inline", NFI_ENGINE_INLINE },
	{ "parallel", NFI_ENGINE_PARALLEL },
	{ "auto", NFI_ENGINE_AUTO },
	{ NULL, 0 }
};

const struct nfi_name nfi_text_states[] = {
	{ "usable", NFI_SA_USABLE },
	{ "expired", NFI_SA_EXPIRED },
	{ "exhausted", NFI_SA_EXHAUSTED },
	{ "dead", NFI_SA_DEAD },
	{ NULL, 0 }
};

/* The first name of a number is the one that is printed. */
static const struct nfi_name protocols[] = {
	{ "any", 0 },
	{ "icmp", IPPROTO_ICMP },
	{ "ipip", IPPROTO_IPIP },
	{ "tcp", IPPROTO_TCP },
	{ "udp", IPPROTO_UDP },
	{ "dccp", IPPROTO_DCCP },
	{ "ipv6", IPPROTO_IPV6 },
	{ "gre", IPPROTO_GRE },
	{ "esp", IPPROTO_ESP },
	{ "ah", IPPROTO_AH },
	{ "icmpv6", IPPROTO_ICMPV6 },
	{ "ipv6-icmp", IPPROTO_ICMPV6 },
	{ "ospf", 89 },
	{ "vrrp", 112 },
	{ "l2tp", 115 },
	{ "sctp", IPPROTO_SCTP },
	{ "ipv6-mh", IPPROTO_MH },
	{ "mh", IPPROTO_MH },
	{ "udplite", IPPROTO_UDPLITE },
	{ NULL, 0 }
};

/* Decimal or, after 0x, hexadecimal; a leading zero is not octal. */
static bool scan_number(const char *word, uint64_t *value)
{
	unsigned int base = 10, digit;
	const char *p = word;

	*value = 0;
	if (p[0] == '0' && (p[1] == 'x' || p[1] == 'X')) {
		base = 16;
		p += 2;
	}
	if (!*p)
		return false;
	for (; *p; p++) {
		if (*p >= '0' && *p <= '9')
			digit = *p - '0';
		else if (base == 16 && *p >= 'a' && *p <= 'f')
			digit = *p - 'a' + 10;
		else if (base == 16 && *p >= 'A' && *p <= 'F')
			digit = *p - 'A' + 10;
		else
			return false;
		if (*value > (UINT64_MAX - digit) / base)
			return false;
		*value = *value * base + digit;
	}
	return true;
}

/**
 * nfi_text_number() - read a number
 * @word: decimal or, after 0x, hexadecimal
 * @min: the smallest that is allowed
 * @max: the largest that is allowed
 * @value: the number
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_text_number(const char *word, uint64_t min, uint64_t max,
		    uint64_t *value, struct nfi_error *err)
{
	if (scan_number(word, value) && *value >= min && *value <= max)
		return 0;
	return nfi_error_set(err, "'%s' is no number from %llu to %llu", word,
			     (unsigned long long)min, (unsigned long long)max);
}

/**
 * nfi_text_choice() - read one of some words
 * @word: the word
 * @names: what it can be
 * @value: what it stands for
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_text_choice(const char *word, const struct nfi_name *names,
		    uint32_t *value, struct nfi_error *err)
{
	char list[128] = "";
	size_t n = 0;
	int i;

	for (i = 0; names[i].name; i++) {
		if (!strcmp(word, names[i].name)) {
			*value = names[i].value;
			return 0;
		}
		n += snprintf(list + n, sizeof(list) - n, "%s%s",
			      !i ? "" : names[i + 1].name ? ", " : " or ",
			      names[i].name);
	}
	return nfi_error_set(err, "'%s' is not %s", word, list);
}

/**
 * nfi_text_bool() - read a truth value
 * @word: true, yes, on; false, no, off
 * @value: the value
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_text_bool(const char *word, bool *value, struct nfi_error *err)
{
	static const char *const words[] = {
		"false", "true", "no", "yes", "off", "on"
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(words); i++) {
		if (!strcmp(word, words[i])) {
			*value = i & 1;
			return 0;
		}
	}
	return nfi_error_set(err, "'%s' is not true or false", word);
}

/**
 * nfi_text_addr() - read an IP address
 * @word: the address, of either family
 * @addr: the address
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_text_addr(const char *word, struct nfi_addr *addr,
		  struct nfi_error *err)
{
	memset(addr, 0, sizeof(*addr));
	addr->family = strchr(word, ':') ? AF_INET6 : AF_INET;
	if (inet_pton(addr->family, word, addr->bytes) == 1)
		return 0;
	addr->family = AF_UNSPEC;
	return nfi_error_set(err, "'%s' is no IP address", word);
}

/**
 * nfi_text_addr_bits() - the length of an address
 * @addr: the address
 *
 * Return: 32 or 128.
 */
unsigned int nfi_text_addr_bits(const struct nfi_addr *addr)
{
	return addr->family == AF_INET ? 32 : 128;
}

/* Is a bit set to the right of the prefix? */
static bool has_host_bits(const struct nfi_prefix *prefix)
{
	unsigned int i, bits = nfi_text_addr_bits(&prefix->addr);

	for (i = prefix->len; i < bits; i++)
		if (prefix->addr.bytes[i / 8] & (0x80 >> i % 8))
			return true;
	return false;
}

/**
 * nfi_text_prefix() - read a prefix
 * @word: ADDR/LENGTH, or an address for that address alone
 * @prefix: the prefix
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_text_prefix(const char *word, struct nfi_prefix *prefix,
		    struct nfi_error *err)
{
	const char *slash = strchr(word, '/');
	char addr[INET6_ADDRSTRLEN];
	unsigned int bits;
	uint64_t len;
	size_t n;

	n = slash ? (size_t)(slash - word) : strlen(word);
	if (n >= sizeof(addr))
		return nfi_error_set(err, "'%s' is no prefix", word);
	memcpy(addr, word, n);
	addr[n] = '\0';
	if (nfi_text_addr(addr, &prefix->addr, err))
		return nfi_error_set(err, "'%s' is no prefix", word);
	bits = nfi_text_addr_bits(&prefix->addr);
	prefix->len = bits;
	if (!slash)
		return 0;
	if (!scan_number(slash + 1, &len))
		return nfi_error_set(err, "'%s' is no prefix", word);
	if (len > bits)
		return nfi_error_set(err, "'%s' is longer than the %u bits of an %s address",
				     word, bits, bits == 32 ? "IPv4" : "IPv6");
	prefix->len = len;
	if (has_host_bits(prefix))
		return nfi_error_set(err, "'%s' has bits set to the right of the prefix",
				     word);
	return 0;
}

static bool bit(const struct nfi_addr *addr, unsigned int i)
{
	return addr->bytes[i / 8] & (0x80 >> i % 8);
}

/**
 * nfi_text_range_prefix() - is a range of addresses all of a prefix?
 * @range: the range
 * @len: length of the prefix
 *
 * Return: true if it is.
 */
bool nfi_text_range_prefix(const struct nfi_range *range, uint8_t *len)
{
	unsigned int i, bits = nfi_text_addr_bits(&range->first);

	for (i = 0; i < bits; i++)
		if (bit(&range->first, i) != bit(&range->last, i))
			break;
	*len = i;
	for (; i < bits; i++)
		if (bit(&range->first, i) || !bit(&range->last, i))
			return false;
	return true;
}

static void range_from_prefix(const struct nfi_prefix *prefix,
			      struct nfi_range *range)
{
	unsigned int i;

	range->first = prefix->addr;
	range->last = prefix->addr;
	for (i = prefix->len; i < nfi_text_addr_bits(&prefix->addr); i++)
		range->last.bytes[i / 8] |= 0x80 >> i % 8;
}

/**
 * nfi_text_range() - read addresses: one, a prefix or a range
 * @word: ADDR, ADDR/LENGTH or ADDR-ADDR
 * @range: the addresses
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_text_range(const char *word, struct nfi_range *range,
		   struct nfi_error *err)
{
	const char *dash = strchr(word, '-');
	char first[INET6_ADDRSTRLEN];
	struct nfi_prefix prefix;
	struct nfi_error why;

	if (!dash) {
		if (nfi_text_prefix(word, &prefix, err))
			return -1;
		range_from_prefix(&prefix, range);
		return 0;
	}
	if ((size_t)(dash - word) >= sizeof(first))
		return nfi_error_set(err, "'%s' is no range of addresses",
				     word);
	memcpy(first, word, dash - word);
	first[dash - word] = '\0';
	if (nfi_text_addr(first, &range->first, &why) ||
	    nfi_text_addr(dash + 1, &range->last, &why) ||
	    range->first.family != range->last.family)
		return nfi_error_set(err, "'%s' is no range of addresses",
				     word);
	if (memcmp(range->first.bytes, range->last.bytes,
		   sizeof(range->first.bytes)) > 0)
		return nfi_error_set(err, "'%s' ends before it begins", word);
	return 0;
}

/**
 * nfi_text_opaque() - does a range of ports mean that there are none?
 * @span: the range
 *
 * Return: true if it is OPAQUE.
 */
bool nfi_text_opaque(const struct nfi_span *span)
{
	return span->first > span->last;
}

static bool read_opaque(const char *word, struct nfi_span *span)
{
	if (strcmp(word, "opaque"))
		return false;
	span->first = 65535;
	span->last = 0;
	return true;
}

/* Type, or type and code after a slash; @code is what stands for no code */
static bool scan_type(const char *word, unsigned int code, uint16_t *value)
{
	const char *slash = strchr(word, '/');
	uint64_t type, given = code;
	char first[8];
	size_t n;

	n = slash ? (size_t)(slash - word) : strlen(word);
	if (n >= sizeof(first))
		return false;
	memcpy(first, word, n);
	first[n] = '\0';
	if (!scan_number(first, &type) ||
	    (slash && !scan_number(slash + 1, &given)) ||
	    type > 255 || given > 255)
		return false;
	*value = type << 8 | given;
	return true;
}

static bool scan_types(const char *word, struct nfi_span *types)
{
	const char *dash = strchr(word, '-');
	char first[16];
	size_t n;

	n = dash ? (size_t)(dash - word) : strlen(word);
	if (n >= sizeof(first))
		return false;
	memcpy(first, word, n);
	first[n] = '\0';
	return scan_type(first, 0, &types->first) &&
	       scan_type(dash ? dash + 1 : first, 255, &types->last) &&
	       types->first <= types->last;
}

/**
 * nfi_text_icmp_type() - read types of ICMP
 * @word: TYPE or TYPE/CODE, or a range of these, or opaque
 * @types: type * 256 + code
 * @err: filled on failure
 *
 * RFC 4301 4.4.1.1: type and code are one number.
 *
 * Return: 0 or -1.
 */
int nfi_text_icmp_type(const char *word, struct nfi_span *types,
		       struct nfi_error *err)
{
	if (read_opaque(word, types) || scan_types(word, types))
		return 0;
	return nfi_error_set(err, "'%s' is no type, type/code or range of these from 0 to 255",
			     word);
}

/**
 * nfi_text_mh_type() - read types of mobility headers
 * @word: A or A-B, or opaque
 * @types: type * 256
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_text_mh_type(const char *word, struct nfi_span *types,
		     struct nfi_error *err)
{
	if (read_opaque(word, types) ||
	    (!strchr(word, '/') && scan_types(word, types)))
		return 0;
	return nfi_error_set(err, "'%s' is no type or range of types from 0 to 255",
			     word);
}

/**
 * nfi_text_mark() - read a mark
 * @word: VALUE or VALUE/MASK
 * @mark: the mark; all of it counts without mask
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_text_mark(const char *word, struct nfi_mark *mark,
		  struct nfi_error *err)
{
	const char *slash = strchr(word, '/');
	uint64_t value, mask = UINT32_MAX;
	char first[16];
	size_t n;

	n = slash ? (size_t)(slash - word) : strlen(word);
	if (n >= sizeof(first))
		goto err_mark;
	memcpy(first, word, n);
	first[n] = '\0';
	if (!scan_number(first, &value) ||
	    (slash && !scan_number(slash + 1, &mask)) ||
	    value > UINT32_MAX || mask > UINT32_MAX || !mask)
		goto err_mark;
	if (value & ~mask)
		return nfi_error_set(err, "'%s' has bits beyond its mask",
				     word);
	mark->value = value;
	mark->mask = mask;
	return 0;

err_mark:
	return nfi_error_set(err, "'%s' is no mark, VALUE or VALUE/MASK", word);
}

/**
 * nfi_text_ports() - read a port or a range of ports
 * @word: A or A-B, or opaque
 * @ports: the range
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_text_ports(const char *word, struct nfi_span *ports,
		   struct nfi_error *err)
{
	const char *dash = strchr(word, '-');
	uint64_t min, max;
	char first[8];
	size_t n;

	if (read_opaque(word, ports))
		return 0;
	n = dash ? (size_t)(dash - word) : strlen(word);
	if (n >= sizeof(first))
		goto err_range;
	memcpy(first, word, n);
	first[n] = '\0';
	if (!scan_number(first, &min) ||
	    !scan_number(dash ? dash + 1 : first, &max))
		goto err_range;
	if (max > 65535 || min > max)
		goto err_range;
	ports->first = min;
	ports->last = max;
	return 0;

err_range:
	return nfi_error_set(err, "'%s' is no port or range of ports from 0 to 65535",
			     word);
}

/**
 * nfi_text_protocol() - read an IP protocol
 * @word: name or number
 * @protocol: the number, 0 for any
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_text_protocol(const char *word, uint32_t *protocol,
		      struct nfi_error *err)
{
	uint64_t number;
	int i;

	for (i = 0; protocols[i].name; i++) {
		if (!strcmp(word, protocols[i].name)) {
			*protocol = protocols[i].value;
			return 0;
		}
	}
	if (!scan_number(word, &number) || number > 255)
		return nfi_error_set(err, "'%s' is no IP protocol", word);
	*protocol = number;
	return 0;
}

/**
 * nfi_text_port_meaning() - what a selector can name in the place of ports
 * @protocol: IP protocol number
 *
 * Return: what there is.
 */
enum nfi_port_meaning nfi_text_port_meaning(uint32_t protocol)
{
	switch (protocol) {
	case IPPROTO_TCP:
	case IPPROTO_UDP:
	case IPPROTO_DCCP:
	case IPPROTO_SCTP:
	case IPPROTO_UDPLITE:
		return NFI_PORTS_PORTS;
	case IPPROTO_ICMP:
	case IPPROTO_ICMPV6:
		return NFI_PORTS_ICMP;
	case IPPROTO_MH:
		return NFI_PORTS_MH;
	default:
		return NFI_PORTS_NONE;
	}
}

/**
 * nfi_text_name() - the word for a value
 * @names: table of words
 * @value: the value
 *
 * Return: its word; "unknown" if a newer kernel has values we do not know.
 */
const char *nfi_text_name(const struct nfi_name *names, uint32_t value)
{
	int i;

	for (i = 0; names[i].name; i++)
		if (names[i].value == value)
			return names[i].name;
	return "unknown";
}

/**
 * nfi_text_from_addr() - write an address
 * @addr: the address
 * @text: room for NFI_TEXT_LEN characters
 *
 * Return: @text.
 */
const char *nfi_text_from_addr(const struct nfi_addr *addr, char *text)
{
	if (addr->family == AF_UNSPEC ||
	    !inet_ntop(addr->family, addr->bytes, text, NFI_TEXT_LEN))
		strcpy(text, "none");
	return text;
}

/**
 * nfi_text_from_range() - write addresses
 * @range: the addresses
 * @text: room for NFI_TEXT_LEN characters
 *
 * Return: @text.
 */
const char *nfi_text_from_range(const struct nfi_range *range, char *text)
{
	uint8_t len;
	size_t n;

	n = strlen(nfi_text_from_addr(&range->first, text));
	if (nfi_text_range_prefix(range, &len)) {
		snprintf(text + n, NFI_TEXT_LEN - n, "/%u", len);
		return text;
	}
	text[n++] = '-';
	inet_ntop(range->last.family, range->last.bytes, text + n,
		  NFI_TEXT_LEN - n);
	return text;
}

/**
 * nfi_text_from_ports() - write a range of ports
 * @ports: the range
 * @text: room for NFI_TEXT_LEN characters
 *
 * Return: @text.
 */
const char *nfi_text_from_ports(const struct nfi_span *ports, char *text)
{
	if (nfi_text_opaque(ports))
		return strcpy(text, "opaque");
	if (ports->first == ports->last)
		snprintf(text, NFI_TEXT_LEN, "%u", ports->first);
	else
		snprintf(text, NFI_TEXT_LEN, "%u-%u", ports->first,
			 ports->last);
	return text;
}

/**
 * nfi_text_from_icmp_type() - write types of ICMP
 * @types: type * 256 + code
 * @text: room for NFI_TEXT_LEN characters
 *
 * Return: @text.
 */
const char *nfi_text_from_icmp_type(const struct nfi_span *types, char *text)
{
	unsigned int first = types->first, last = types->last;

	if (nfi_text_opaque(types))
		return strcpy(text, "opaque");
	if (!(first & 255) && (last & 255) == 255) {
		const struct nfi_span whole = { first >> 8, last >> 8 };

		return nfi_text_from_ports(&whole, text);
	}
	if (first == last)
		snprintf(text, NFI_TEXT_LEN, "%u/%u", first >> 8, first & 255);
	else
		snprintf(text, NFI_TEXT_LEN, "%u/%u-%u/%u", first >> 8,
			 first & 255, last >> 8, last & 255);
	return text;
}

/**
 * nfi_text_from_mh_type() - write types of mobility headers
 * @types: type * 256
 * @text: room for NFI_TEXT_LEN characters
 *
 * Return: @text.
 */
const char *nfi_text_from_mh_type(const struct nfi_span *types, char *text)
{
	const struct nfi_span whole = { types->first >> 8, types->last >> 8 };

	if (nfi_text_opaque(types))
		return strcpy(text, "opaque");
	return nfi_text_from_ports(&whole, text);
}

/**
 * nfi_text_from_mark() - write a mark
 * @mark: the mark
 * @text: room for NFI_TEXT_LEN characters
 *
 * Return: @text.
 */
const char *nfi_text_from_mark(const struct nfi_mark *mark, char *text)
{
	if (mark->mask == UINT32_MAX)
		snprintf(text, NFI_TEXT_LEN, "0x%x", mark->value);
	else
		snprintf(text, NFI_TEXT_LEN, "0x%x/0x%x", mark->value,
			 mark->mask);
	return text;
}

/**
 * nfi_text_from_protocol() - write an IP protocol
 * @protocol: its number
 * @text: room for NFI_TEXT_LEN characters
 *
 * Return: @text.
 */
const char *nfi_text_from_protocol(uint32_t protocol, char *text)
{
	int i;

	for (i = 0; protocols[i].name; i++) {
		if (protocols[i].value == protocol) {
			snprintf(text, NFI_TEXT_LEN, "%s", protocols[i].name);
			return text;
		}
	}
	snprintf(text, NFI_TEXT_LEN, "%u", protocol);
	return text;
}
