// SPDX-License-Identifier: GPL-2.0
/*
 * A map of DSCPs as words: "46:0,10-14:8", what is not in it is copied.
 */
#include "dscp.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "model.h"
#include "text.h"

#define DSCPS 64

static int read_dscp(const char *word, unsigned int *dscp, struct nfi_error *err)
{
	uint64_t number;

	if (nfi_text_number(word, 0, DSCPS - 1, &number, err))
		return -1;
	*dscp = number;
	return 0;
}

/* FROM:TO or FIRST-LAST:TO, each inner DSCP once */
static int read_entry(char *entry, struct nfi_dscp_map *map, bool *seen,
		      struct nfi_error *err)
{
	char *to = entry, *inner, *first;
	unsigned int from, last, outer;

	inner = strsep(&to, ":");
	if (!to)
		return nfi_error_set(err, "'%s' is not DSCP:DSCP", inner);
	first = strsep(&inner, "-");
	if (read_dscp(first, &from, err) ||
	    read_dscp(inner ? inner : first, &last, err) ||
	    read_dscp(to, &outer, err))
		return -1;
	if (from > last)
		return nfi_error_set(err, "%u is larger than %u", from, last);
	for (; from <= last; from++) {
		if (seen[from])
			return nfi_error_set(err, "DSCP %u twice", from);
		seen[from] = true;
		map->outer[from] = outer;
	}
	return 0;
}

/**
 * nfi_dscp_parse() - read a map
 * @text: its entries with a comma between them
 * @map: the map
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_dscp_parse(const char *text, struct nfi_dscp_map *map,
		   struct nfi_error *err)
{
	char *copy = strdup(text), *rest = copy, *entry;
	bool seen[DSCPS] = { false };
	unsigned int i;
	int ret = 0;

	if (!copy)
		return nfi_error_memory(err);
	for (i = 0; i < DSCPS; i++)
		map->outer[i] = i;
	while (!ret && (entry = strsep(&rest, ",")))
		ret = read_entry(entry, map, seen, err);
	free(copy);
	return ret;
}

/**
 * nfi_dscp_text() - write a map
 * @map: the map
 * @text: room for NFI_DSCP_LEN characters
 *
 * Return: @text.
 */
const char *nfi_dscp_text(const struct nfi_dscp_map *map, char *text)
{
	unsigned int i, first;
	char *end = text;

	for (i = 0; i < DSCPS; i++) {
		if (map->outer[i] == i)
			continue;
		first = i;
		while (i + 1 < DSCPS && map->outer[i + 1] == map->outer[first] &&
		       map->outer[i + 1] != i + 1)
			i++;
		end += sprintf(end, end == text ? "%u" : ",%u", first);
		if (i > first)
			end += sprintf(end, "-%u", i);
		end += sprintf(end, ":%u", map->outer[first]);
	}
	/* one that changes nothing */
	if (end == text)
		strcpy(text, "0:0");
	return text;
}
