// SPDX-License-Identifier: GPL-2.0
/*
 * Addresses, limits, counters and devices to and from netlink attributes. What
 * the kernel leaves out reads as zero.
 */
#include "attr.h"

#include <linux/genetlink.h>
#include <net/if.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#include "error.h"
#include "model.h"

/**
 * nfi_attr_table() - sort the attributes of a nest by type
 * @nest: the nest, NULL for an empty one
 * @table: @max + 1 entries, NULL where there is no such attribute
 * @max: largest type
 */
void nfi_attr_table(const struct nlattr *nest, const struct nlattr **table,
		    uint16_t max)
{
	const struct nlattr *attr;
	uint16_t type;

	memset(table, 0, (max + 1) * sizeof(*table));
	if (!nest)
		return;
	mnl_attr_for_each_nested(attr, nest) {
		type = mnl_attr_get_type(attr);
		if (type <= max)
			table[type] = attr;
	}
}

/**
 * nfi_attr_each() - take all attributes of a type out of a message
 * @nlh: message of the nfipsec family
 * @type: which
 * @take: called for each, until it fails
 * @arg: for @take
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_attr_each(const struct nlmsghdr *nlh, uint16_t type,
		  nfi_attr_take_fn *take, void *arg, struct nfi_error *err)
{
	const struct nlattr *attr;

	mnl_attr_for_each(attr, nlh, GENL_HDRLEN)
		if (mnl_attr_get_type(attr) == type && take(attr, arg, err))
			return -1;
	return 0;
}

static bool holds(const struct nlattr *attr, size_t len)
{
	return attr && mnl_attr_get_payload_len(attr) >= len;
}

/**
 * nfi_attr_u8() - an 8-bit number
 * @attr: the attribute or NULL
 *
 * Return: the number, 0 without attribute.
 */
uint8_t nfi_attr_u8(const struct nlattr *attr)
{
	return holds(attr, sizeof(uint8_t)) ? mnl_attr_get_u8(attr) : 0;
}

/**
 * nfi_attr_u16() - a 16-bit number
 * @attr: the attribute or NULL
 *
 * Return: the number, 0 without attribute.
 */
uint16_t nfi_attr_u16(const struct nlattr *attr)
{
	return holds(attr, sizeof(uint16_t)) ? mnl_attr_get_u16(attr) : 0;
}

/**
 * nfi_attr_u32() - a 32-bit number
 * @attr: the attribute or NULL
 *
 * Return: the number, 0 without attribute.
 */
uint32_t nfi_attr_u32(const struct nlattr *attr)
{
	return holds(attr, sizeof(uint32_t)) ? mnl_attr_get_u32(attr) : 0;
}

/**
 * nfi_attr_u64() - a 64-bit number
 * @attr: the attribute or NULL
 *
 * Return: the number, 0 without attribute.
 */
uint64_t nfi_attr_u64(const struct nlattr *attr)
{
	return holds(attr, sizeof(uint64_t)) ? mnl_attr_get_u64(attr) : 0;
}

/**
 * nfi_attr_put_addr() - put an address, if there is one
 * @nlh: the message
 * @v4: type for an IPv4 address
 * @v6: type for an IPv6 address
 * @addr: the address
 */
void nfi_attr_put_addr(struct nlmsghdr *nlh, uint16_t v4, uint16_t v6,
		       const struct nfi_addr *addr)
{
	if (addr->family == AF_INET)
		mnl_attr_put(nlh, v4, 4, addr->bytes);
	else if (addr->family == AF_INET6)
		mnl_attr_put(nlh, v6, 16, addr->bytes);
}

/**
 * nfi_attr_get_addr() - get an address
 * @v4: attribute of an IPv4 address or NULL
 * @v6: attribute of an IPv6 address or NULL
 * @addr: the address; its family is AF_UNSPEC if there is none
 */
void nfi_attr_get_addr(const struct nlattr *v4, const struct nlattr *v6,
		       struct nfi_addr *addr)
{
	memset(addr, 0, sizeof(*addr));
	if (holds(v4, 4)) {
		addr->family = AF_INET;
		memcpy(addr->bytes, mnl_attr_get_payload(v4), 4);
	} else if (holds(v6, 16)) {
		addr->family = AF_INET6;
		memcpy(addr->bytes, mnl_attr_get_payload(v6), 16);
	}
}

static void put_limit(struct nlmsghdr *nlh, uint16_t type, uint64_t limit)
{
	if (limit)
		mnl_attr_put_u64(nlh, type, limit);
}

/**
 * nfi_attr_put_limits() - put a lifetime, if it has any limit
 * @nlh: the message
 * @type: type of the nest
 * @limits: the lifetime
 */
void nfi_attr_put_limits(struct nlmsghdr *nlh, uint16_t type,
			 const struct nfi_limits *limits)
{
	struct nlattr *nest;

	if (!limits->packets && !limits->bytes && !limits->add_seconds &&
	    !limits->use_seconds)
		return;
	nest = mnl_attr_nest_start(nlh, type);
	put_limit(nlh, NFI_A_LIMITS_PACKETS, limits->packets);
	put_limit(nlh, NFI_A_LIMITS_BYTES, limits->bytes);
	put_limit(nlh, NFI_A_LIMITS_ADD_SECONDS, limits->add_seconds);
	put_limit(nlh, NFI_A_LIMITS_USE_SECONDS, limits->use_seconds);
	mnl_attr_nest_end(nlh, nest);
}

/**
 * nfi_attr_get_limits() - get a lifetime
 * @nest: the nest or NULL
 * @limits: the lifetime
 */
void nfi_attr_get_limits(const struct nlattr *nest,
			 struct nfi_limits *limits)
{
	const struct nlattr *tb[NFI_A_LIMITS_MAX + 1];

	nfi_attr_table(nest, tb, NFI_A_LIMITS_MAX);
	limits->packets = nfi_attr_u64(tb[NFI_A_LIMITS_PACKETS]);
	limits->bytes = nfi_attr_u64(tb[NFI_A_LIMITS_BYTES]);
	limits->add_seconds = nfi_attr_u64(tb[NFI_A_LIMITS_ADD_SECONDS]);
	limits->use_seconds = nfi_attr_u64(tb[NFI_A_LIMITS_USE_SECONDS]);
}

/**
 * nfi_attr_get_counters() - get counters
 * @nest: the nest or NULL
 * @counters: the counters
 */
void nfi_attr_get_counters(const struct nlattr *nest,
			   struct nfi_counters *counters)
{
	const struct nlattr *tb[NFI_A_COUNTERS_MAX + 1];

	nfi_attr_table(nest, tb, NFI_A_COUNTERS_MAX);
	counters->packets = nfi_attr_u64(tb[NFI_A_COUNTERS_PACKETS]);
	counters->bytes = nfi_attr_u64(tb[NFI_A_COUNTERS_BYTES]);
	counters->drops = nfi_attr_u64(tb[NFI_A_COUNTERS_DROPS]);
	counters->last_drop = nfi_attr_u32(tb[NFI_A_COUNTERS_LAST_DROP]);
	counters->used = tb[NFI_A_COUNTERS_IDLE_MS];
	counters->idle_ms = nfi_attr_u64(tb[NFI_A_COUNTERS_IDLE_MS]);
}

/**
 * nfi_attr_put_dev() - put the interface index of a device, if one is named
 * @nlh: the message
 * @type: type of the attribute
 * @option: what the operator calls it
 * @dev: name of the device, empty for none
 * @err: filled if there is no such device
 *
 * Return: 0 or -1.
 */
int nfi_attr_put_dev(struct nlmsghdr *nlh, uint16_t type, const char *option,
		     const char *dev, struct nfi_error *err)
{
	unsigned int index;

	if (!*dev)
		return 0;
	index = if_nametoindex(dev);
	if (!index)
		return nfi_error_at(err, option, "there is no device %s", dev);
	mnl_attr_put_u32(nlh, type, index);
	return 0;
}

/**
 * nfi_attr_get_dev() - get the name of a device
 * @attr: interface index or NULL
 * @dev: IF_NAMESIZE characters; empty without attribute, the number after a
 *	hash sign if the device has gone
 */
void nfi_attr_get_dev(const struct nlattr *attr, char *dev)
{
	uint32_t index = nfi_attr_u32(attr);

	*dev = '\0';
	if (index && !if_indextoname(index, dev))
		snprintf(dev, IF_NAMESIZE, "#%u", index);
}
