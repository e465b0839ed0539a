// SPDX-License-Identifier: GPL-2.0
/*
 * Cuts a configuration file into tokens before libconfuse parses it.
 * libconfuse knows only lines, miscounts them after C comments, takes no
 * comments inside lists, and lets a file end inside a section; so we give it
 * one token on each line, without comments and with all words in quotes. Its
 * line numbers are then token numbers, and each token knows its place.
 */
#include "conf_scan.h"

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "error.h"
#include "file.h"

/* The state of the scanner. */
struct scanner {
	struct nfi_scan *scan;
	FILE *clean;
	const char *p;
	const char *line_start;
	unsigned int line;
	unsigned int *open;	/* numbers of the open braces */
	unsigned int depth;
	unsigned int top;
	struct nfi_error *err;
};

/**
 * nfi_scan_wrong() - say what is wrong at a token
 * @scan: the file
 * @token: number of the token
 * @err: filled with file, line, column and the text
 * @fmt: as printf()
 *
 * Return: -1.
 */
int nfi_scan_wrong(const struct nfi_scan *scan, unsigned int token,
		   struct nfi_error *err, const char *fmt, ...)
{
	const struct nfi_scan_token *at;
	char text[NFI_ERROR_LEN];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	at = &scan->tokens[token < scan->n ? token : 0];
	return nfi_error_set(err, "%s:%u:%u: %s", scan->path, at->line,
			     at->column, text);
}

static int wrong_here(const struct scanner *s, const char *what)
{
	return nfi_error_set(s->err, "%s:%u:%u: %s", s->scan->path, s->line,
			     (unsigned int)(s->p - s->line_start) + 1, what);
}

/* Begins a token here. */
static int add_token(struct scanner *s)
{
	struct nfi_scan *scan = s->scan;
	struct nfi_scan_token *tokens;

	if (!(scan->n & (scan->n - 1))) {
		tokens = reallocarray(scan->tokens, 2 * scan->n,
				      sizeof(*tokens));
		if (!tokens)
			return nfi_error_memory(s->err);
		scan->tokens = tokens;
		s->open = reallocarray(s->open, 2 * scan->n,
				       sizeof(*s->open));
		if (!s->open)
			return nfi_error_memory(s->err);
	}
	if (!s->depth)
		s->top = scan->n;
	scan->tokens[scan->n++] = (struct nfi_scan_token) {
		.line = s->line,
		.column = s->p - s->line_start + 1,
		.top = s->top,
	};
	return 0;
}

static void put_char(const struct scanner *s, char c)
{
	if (c == '\'' || c == '\\')
		fputc('\\', s->clean);
	fputc(c, s->clean);
}

static bool ends_word(char c)
{
	return !c || strchr(" \t\r\n#\"'={}(),", c);
}

/* A word without quotes. */
static int scan_word(struct scanner *s)
{
	if (add_token(s))
		return -1;
	fputc('\'', s->clean);
	while (!ends_word(*s->p) && !(s->p[0] == '+' && s->p[1] == '='))
		put_char(s, *s->p++);
	fputs("'\n", s->clean);
	return 0;
}

/* "string" or 'string'; a backslash takes quote or backslash literally. */
static int scan_string(struct scanner *s)
{
	const char *start = s->p;
	char quote = *start;

	if (add_token(s))
		return -1;
	fputc('\'', s->clean);
	for (s->p++; *s->p != quote; s->p++) {
		if (!*s->p || *s->p == '\n') {
			s->p = start;
			return wrong_here(s, "the string does not end on its line");
		}
		if (*s->p == '\\' && (s->p[1] == quote || s->p[1] == '\\'))
			s->p++;
		put_char(s, *s->p);
	}
	s->p++;
	fputs("'\n", s->clean);
	return 0;
}

static int scan_brace(struct scanner *s)
{
	unsigned int number = s->scan->n;

	if (add_token(s))
		return -1;
	if (*s->p == '{')
		s->open[s->depth++] = number;
	else if (s->depth)	/* libconfuse will find one too many */
		s->scan->tokens[number].opener = s->open[--s->depth];
	fprintf(s->clean, "%c\n", *s->p++);
	return 0;
}

static int scan_mark(struct scanner *s)
{
	if (add_token(s))
		return -1;
	if (*s->p == '+')
		fputc(*s->p++, s->clean);
	fprintf(s->clean, "%c\n", *s->p++);
	return 0;
}

static void new_line(struct scanner *s)
{
	s->line++;
	s->line_start = ++s->p;
}

static int skip_c_comment(struct scanner *s)
{
	struct scanner start = *s;

	for (s->p += 2; s->p[0] != '*' || s->p[1] != '/';) {
		if (!*s->p)
			return wrong_here(&start, "the comment does not end");
		if (*s->p == '\n')
			new_line(s);
		else
			s->p++;
	}
	s->p += 2;
	return 0;
}

static int scan_one(struct scanner *s)
{
	switch (*s->p) {
	case '\n':
		new_line(s);
		return 0;
	case ' ':
	case '\t':
	case '\r':
		s->p++;
		return 0;
	case '#':
		s->p += strcspn(s->p, "\n");
		return 0;
	case '{':
	case '}':
		return scan_brace(s);
	case '=':
	case ',':
	case '(':
	case ')':
		return scan_mark(s);
	case '"':
	case '\'':
		return scan_string(s);
	}
	if (s->p[0] == '+' && s->p[1] == '=')
		return scan_mark(s);
	if (s->p[0] == '/' && s->p[1] == '/') {
		s->p += strcspn(s->p, "\n");
		return 0;
	}
	if (s->p[0] == '/' && s->p[1] == '*')
		return skip_c_comment(s);
	return scan_word(s);
}

static int scan_text(struct scanner *s, const char *text, size_t len)
{
	struct nfi_scan *scan = s->scan;

	s->p = text;
	s->line_start = text;
	s->line = 1;
	while (*s->p)
		if (scan_one(s))
			return -1;
	scan->tokens[0].line = s->line;
	scan->tokens[0].column = s->p - s->line_start + 1;
	if (s->p != text + len)
		return wrong_here(s, "a NUL character");
	if (s->depth)
		return nfi_scan_wrong(scan, s->open[s->depth - 1], s->err,
				      "this brace is never closed");
	return 0;
}

static int scan_all(struct nfi_scan *scan, const char *text, size_t len,
		    struct nfi_error *err)
{
	struct scanner s = { .scan = scan, .err = err };
	size_t size;
	int ret = -1;

	scan->tokens = calloc(1, sizeof(*scan->tokens));
	if (!scan->tokens)
		return nfi_error_memory(err);
	scan->n = 1;
	s.clean = open_memstream(&scan->clean, &size);
	if (!s.clean)
		return nfi_error_memory(err);
	ret = scan_text(&s, text, len);
	if (fclose(s.clean) && !ret)
		ret = nfi_error_memory(err);
	free(s.open);
	return ret;
}

/*
 * The file up to its end or its first NUL character, as a string; @len counts
 * such a NUL. NULL on failure.
 */
static char *read_file(const char *path, size_t *len, struct nfi_error *err)
{
	char *text = NULL;
	size_t size = 0;
	FILE *file;
	ssize_t n;
	int fd;

	fd = nfi_file_open(path, err);
	if (fd < 0)
		return NULL;
	file = fdopen(fd, "r");
	if (!file) {
		nfi_error_memory(err);
		close(fd);
		return NULL;
	}
	n = getdelim(&text, &size, '\0', file);
	if (n < 0 && !ferror(file) && text)
		text[n = 0] = '\0';
	if (n < 0) {
		nfi_error_set(err, "%s: %s", path, strerror(errno));
		free(text);
		text = NULL;
	}
	*len = n;
	fclose(file);
	return text;
}

/**
 * nfi_scan_file() - cut a file into tokens
 * @scan: the tokens; nfi_scan_clear() frees them, also after a failure
 * @path: name of the file, must stay as long as @scan
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_scan_file(struct nfi_scan *scan, const char *path,
		  struct nfi_error *err)
{
	char *text;
	size_t len;
	int ret;

	memset(scan, 0, sizeof(*scan));
	scan->path = path;
	text = read_file(path, &len, err);
	if (!text)
		return -1;
	ret = scan_all(scan, text, len, err);
	free(text);
	return ret;
}

/**
 * nfi_scan_clear() - free the tokens
 * @scan: the tokens
 */
void nfi_scan_clear(struct nfi_scan *scan)
{
	free(scan->tokens);
	free(scan->clean);
	memset(scan, 0, sizeof(*scan));
}
