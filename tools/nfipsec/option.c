// SPDX-License-Identifier: GPL-2.0
/*
 * Reading and writing of options by tables.
 */
#include "option.h"

#include <stdlib.h>
#include <string.h>

#include "dscp.h"
#include "encap.h"
#include "error.h"
#include "model.h"
#include "suite.h"
#include "text.h"

/**
 * nfi_words_peek() - the next word, if there is one
 * @words: the words
 *
 * Return: the word, or NULL at the end.
 */
const char *nfi_words_peek(const struct nfi_words *words)
{
	return words->left ? *words->next : NULL;
}

/**
 * nfi_words_take() - take the next word, if there is one
 * @words: the words
 *
 * Return: the word, or NULL at the end.
 */
const char *nfi_words_take(struct nfi_words *words)
{
	if (!words->left)
		return NULL;
	words->left--;
	return *words->next++;
}

/**
 * nfi_words_end() - there must be no more words
 * @words: the words
 * @err: filled if there are
 *
 * Return: 0 or -1.
 */
int nfi_words_end(const struct nfi_words *words, struct nfi_error *err)
{
	if (!words->left)
		return 0;
	return nfi_error_set(err, "unexpected word '%s'", *words->next);
}

/**
 * nfi_option_find() - look an option up by its name
 * @options: the table
 * @name: the name
 *
 * Return: its index, or -1 if there is none.
 */
int nfi_option_find(const struct nfi_option *options, const char *name)
{
	int i;

	for (i = 0; options[i].name; i++)
		if (!strcmp(options[i].name, name))
			return i;
	return -1;
}

static int set_number(const struct nfi_option *option, void *field,
		      const char *word, struct nfi_error *err)
{
	uint64_t number, max = option->max;

	if (option->kind == NFI_OPTION_LIMIT) {
		*(uint64_t *)field = 0;
		if (!strcmp(word, "none"))
			return 0;
		return nfi_text_number(word, 1, max ? max : UINT64_MAX, field,
				       err);
	}
	if (option->kind == NFI_OPTION_U64) {
		if (!max)
			max = UINT64_MAX;
		return nfi_text_number(word, option->min, max, field, err);
	}
	if (!max)
		max = UINT32_MAX;
	/* what fits: more than any path has, and the kernel knows what fits */
	if (option->kind == NFI_OPTION_TFC && !strcmp(word, "path")) {
		*(uint32_t *)field = max;
		return 0;
	}
	if (nfi_text_number(word, option->min, max, &number, err))
		return -1;
	*(uint32_t *)field = number;
	return 0;
}

static int set_suite(const char *word, const struct nfi_suite **suite,
		     struct nfi_error *err)
{
	*suite = nfi_suite_by_name(word);
	if (*suite)
		return 0;
	return nfi_error_set(err, "'%s' is no suite that nfipsec knows", word);
}

static int set_auth(const char *word, const struct nfi_suite **auth,
		    struct nfi_error *err)
{
	*auth = nfi_suite_ah_by_name(word);
	if (*auth)
		return 0;
	return nfi_error_set(err, "'%s' is no integrity algorithm of AH that nfipsec knows",
			     word);
}

static int set_dev(const char *word, char *dev, struct nfi_error *err)
{
	size_t len = strlen(word);

	if (!len || len >= IF_NAMESIZE || strchr(word, '/'))
		return nfi_error_set(err, "'%s' is no name of a device", word);
	memcpy(dev, word, len + 1);
	return 0;
}

static int set_path(const char *word, char **path, struct nfi_error *err)
{
	if (!*word)
		return nfi_error_set(err, "the name of a file is missing");
	free(*path);
	*path = strdup(word);
	return *path ? 0 : nfi_error_memory(err);
}

static int check_new(const void *items, size_t n, const void *item, size_t size,
		     const char *word, struct nfi_error *err)
{
	const char *have = items;

	for (; n; n--, have += size)
		if (!memcmp(have, item, size))
			return nfi_error_set(err, "'%s' is there twice", word);
	return 0;
}

static int add_range(struct nfi_ranges *ranges, const char *word,
		     struct nfi_error *err)
{
	struct nfi_range range;

	if (nfi_text_range(word, &range, err) ||
	    check_new(ranges->items, ranges->n, &range, sizeof(range), word,
		      err))
		return -1;
	return nfi_ranges_add(ranges, &range, err);
}

/* "any" adds nothing: what is absent matches anything. */
static int add_protocol(struct nfi_spans *spans, const char *word,
			struct nfi_error *err)
{
	struct nfi_span span;
	uint32_t protocol;

	if (nfi_text_protocol(word, &protocol, err))
		return -1;
	if (!protocol)
		return 0;
	span.first = protocol;
	span.last = protocol;
	if (check_new(spans->items, spans->n, &span, sizeof(span), word, err))
		return -1;
	return nfi_spans_add(spans, &span, err);
}

static int add_span(const struct nfi_option *option, struct nfi_spans *spans,
		    const char *word, struct nfi_error *err)
{
	struct nfi_span span;
	int ret;

	if (option->kind == NFI_OPTION_PORTS)
		ret = nfi_text_ports(word, &span, err);
	else if (option->kind == NFI_OPTION_ICMP_TYPES)
		ret = nfi_text_icmp_type(word, &span, err);
	else
		ret = nfi_text_mh_type(word, &span, err);
	if (ret || check_new(spans->items, spans->n, &span, sizeof(span), word,
			     err))
		return -1;
	return nfi_spans_add(spans, &span, err);
}

static int add_value(const struct nfi_option *option, void *field,
		     const char *word, struct nfi_error *err)
{
	switch (option->kind) {
	case NFI_OPTION_RANGES:
		return add_range(field, word, err);
	case NFI_OPTION_PROTOCOLS:
		return add_protocol(field, word, err);
	default:
		return add_span(option, field, word, err);
	}
}

/* Values with commas between them are added to those that are there. */
static int add_values(const struct nfi_option *option, void *field,
		      const char *word, struct nfi_error *err)
{
	char *copy = strdup(word), *rest = copy, *value;
	int ret = 0;

	if (!copy)
		return nfi_error_memory(err);
	while (!ret && (value = strsep(&rest, ",")))
		ret = add_value(option, field, value, err);
	free(copy);
	return ret;
}

/**
 * nfi_option_set() - set one option of an object
 * @option: which
 * @object: the object its table is for
 * @word: its value, ignored for a flag
 * @err: filled on failure, without the name of the option
 *
 * One of several values is added to those that are there.
 *
 * Return: 0 or -1.
 */
int nfi_option_set(const struct nfi_option *option, void *object,
		   const char *word, struct nfi_error *err)
{
	void *field = (char *)object + option->offset;

	switch (option->kind) {
	case NFI_OPTION_FLAG:
		*(bool *)field = true;
		return 0;
	case NFI_OPTION_SPI:
	case NFI_OPTION_U32:
	case NFI_OPTION_U64:
	case NFI_OPTION_LIMIT:
	case NFI_OPTION_TFC:
		return set_number(option, field, word, err);
	case NFI_OPTION_CHOICE:
		return nfi_text_choice(word, option->names, field, err);
	case NFI_OPTION_ADDR:
		return nfi_text_addr(word, field, err);
	case NFI_OPTION_RANGES:
	case NFI_OPTION_PORTS:
	case NFI_OPTION_PROTOCOLS:
	case NFI_OPTION_ICMP_TYPES:
	case NFI_OPTION_MH_TYPES:
		return add_values(option, field, word, err);
	case NFI_OPTION_MARK:
		return nfi_text_mark(word, field, err);
	case NFI_OPTION_SUITE:
		return set_suite(word, field, err);
	case NFI_OPTION_AUTH:
		return set_auth(word, field, err);
	case NFI_OPTION_DEV:
		return set_dev(word, field, err);
	case NFI_OPTION_PATH:
		return set_path(word, field, err);
	case NFI_OPTION_ENCAP:
		return nfi_encap_parse(word, field, err);
	case NFI_OPTION_DSCP_MAP:
		return nfi_dscp_parse(word, field, err);
	}
	return nfi_error_set(err, "unknown kind of option");
}

/**
 * nfi_option_parse() - read options from the command line
 * @options: the table
 * @words: the words, read as long as they are in the table
 * @object: the object the table is for
 * @given: gets a bit for each option read; none can be given twice
 * @err: filled on failure
 *
 * Return: how many options were read, or -1.
 */
int nfi_option_parse(const struct nfi_option *options,
		     struct nfi_words *words, void *object, uint64_t *given,
		     struct nfi_error *err)
{
	char encap[NFI_ENCAP_LEN];
	struct nfi_error why;
	const char *word;
	int i, n = 0;

	for (; (word = nfi_words_peek(words)); n++) {
		i = nfi_option_find(options, word);
		if (i < 0)
			break;
		if (*given & NFI_BIT(i))
			return nfi_error_set(err, "%s: given twice", word);
		*given |= NFI_BIT(i);
		nfi_words_take(words);
		word = NULL;
		if (options[i].kind != NFI_OPTION_FLAG) {
			word = nfi_words_take(words);
			if (!word)
				return nfi_error_at(err, options[i].name,
						    "its value is missing");
		}
		if (options[i].kind == NFI_OPTION_ENCAP)
			word = nfi_encap_join(word, words, encap);
		if (nfi_option_set(&options[i], object, word, &why))
			return nfi_error_at(err, options[i].name, "%s",
					    why.text);
	}
	return n;
}

/**
 * nfi_option_text() - write one of the values of a list of numbers
 * @option: which
 * @span: the value
 * @text: room for NFI_TEXT_LEN characters
 *
 * Return: @text.
 */
const char *nfi_option_text(const struct nfi_option *option,
			    const struct nfi_span *span, char *text)
{
	switch (option->kind) {
	case NFI_OPTION_PROTOCOLS:
		return nfi_text_from_protocol(span->first, text);
	case NFI_OPTION_ICMP_TYPES:
		return nfi_text_from_icmp_type(span, text);
	case NFI_OPTION_MH_TYPES:
		return nfi_text_from_mh_type(span, text);
	default:
		return nfi_text_from_ports(span, text);
	}
}

/* In quotes where the shell would read it as something else. */
static void format_path(const char *path, FILE *out)
{
	const char *p;

	if (!strpbrk(path, " \t\n\"'\\$`&;|<>()*?[]#~!{}")) {
		fputs(path, out);
		return;
	}
	fputc('\'', out);
	for (p = path; *p; p++) {
		if (*p == '\'')
			fputs("'\\''", out);
		else
			fputc(*p, out);
	}
	fputc('\'', out);
}

static void format_spans(const struct nfi_option *option,
			 const struct nfi_spans *spans, FILE *out)
{
	char text[NFI_TEXT_LEN];
	size_t i;

	if (!spans->n)
		fputs("any", out);
	for (i = 0; i < spans->n; i++)
		fprintf(out, "%s%s", i ? "," : "",
			nfi_option_text(option, &spans->items[i], text));
}

static void format_ranges(const struct nfi_ranges *ranges, FILE *out)
{
	char text[NFI_TEXT_LEN];
	size_t i;

	for (i = 0; i < ranges->n; i++)
		fprintf(out, "%s%s", i ? "," : "",
			nfi_text_from_range(&ranges->items[i], text));
}

/* Or the word for it, see set_number(). */
static void format_number(const struct nfi_option *option, uint64_t number,
			  FILE *out)
{
	if (option->kind == NFI_OPTION_TFC && number == option->max)
		fputs("path", out);
	else if (option->kind == NFI_OPTION_LIMIT && !number)
		fputs("none", out);
	else
		fprintf(out, "%llu", (unsigned long long)number);
}

static void format_value(const struct nfi_option *option, const void *field,
			 FILE *out)
{
	const struct nfi_suite *suite;
	char text[NFI_TEXT_LEN];
	char map[NFI_DSCP_LEN];
	const char *path;

	switch (option->kind) {
	case NFI_OPTION_FLAG:
		return;
	case NFI_OPTION_SPI:
		fprintf(out, "0x%08x", *(const uint32_t *)field);
		return;
	case NFI_OPTION_U32:
	case NFI_OPTION_TFC:
		format_number(option, *(const uint32_t *)field, out);
		return;
	case NFI_OPTION_U64:
	case NFI_OPTION_LIMIT:
		format_number(option, *(const uint64_t *)field, out);
		return;
	case NFI_OPTION_CHOICE:
		fputs(nfi_text_name(option->names, *(const uint32_t *)field),
		      out);
		return;
	case NFI_OPTION_ADDR:
		fputs(nfi_text_from_addr(field, text), out);
		return;
	case NFI_OPTION_RANGES:
		format_ranges(field, out);
		return;
	case NFI_OPTION_PORTS:
	case NFI_OPTION_PROTOCOLS:
	case NFI_OPTION_ICMP_TYPES:
	case NFI_OPTION_MH_TYPES:
		format_spans(option, field, out);
		return;
	case NFI_OPTION_MARK:
		fputs(nfi_text_from_mark(field, text), out);
		return;
	case NFI_OPTION_SUITE:
	case NFI_OPTION_AUTH:
		suite = *(const struct nfi_suite *const *)field;
		fputs(suite ? suite->name : "unknown", out);
		return;
	case NFI_OPTION_DEV:
		fputs(field, out);
		return;
	case NFI_OPTION_PATH:
		path = *(const char *const *)field;
		format_path(path ? path : "-", out);
		return;
	case NFI_OPTION_ENCAP:
		fputs(nfi_encap_text(field, text), out);
		return;
	case NFI_OPTION_DSCP_MAP:
		fputs(nfi_dscp_text(field, map), out);
		return;
	}
}

/**
 * nfi_option_format() - write options as nfi_option_parse() reads them
 * @options: the table
 * @object: the object the table is for
 * @given: which ones
 * @out: where to; each option has a space in front
 */
void nfi_option_format(const struct nfi_option *options, const void *object,
		       uint64_t given, FILE *out)
{
	int i;

	for (i = 0; options[i].name; i++) {
		if (!(given & NFI_BIT(i)))
			continue;
		fprintf(out, " %s", options[i].name);
		if (options[i].kind == NFI_OPTION_FLAG)
			continue;
		fputc(' ', out);
		format_value(&options[i],
			     (const char *)object + options[i].offset, out);
	}
}
