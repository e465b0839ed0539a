// SPDX-License-Identifier: GPL-2.0
/*
 * Key files: one line of hexadecimal digits that holds KEYMAT as RFC 7296
 * 2.17 orders it, which is the encryption key, the salt where the suite has
 * one, then the integrity key. Lines that are empty or start with # do not
 * count. Everything that held a key is zeroed; stdio is not used for reading
 * because its buffers are not.
 */
#include "key.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"
#include "file.h"
#include "model.h"
#include "suite.h"

#define FILE_MAX 4096

/* Where we are in the text of a key file. */
struct place {
	const char *path;
	const char *end;
	const char *line_start;
	unsigned int line;
};

static int wrong(const struct place *place, const char *at, const char *what,
		 struct nfi_error *err)
{
	return nfi_error_set(err, "%s:%u:%u: %s", place->path, place->line,
			     (unsigned int)(at - place->line_start) + 1, what);
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* The first character of the line that is neither blank nor comment. */
static const char *line_content(const char *p, const char *eol)
{
	while (p < eol && is_blank(*p))
		p++;
	return p < eol && *p == '#' ? eol : p;
}

/* One line with digits. @len counts octets that did not fit, too. */
static int parse_line(const struct place *place, const char *p,
		      const char *eol, struct nfi_key *key,
		      struct nfi_error *err)
{
	int high, low;

	while (eol > p && is_blank(eol[-1]))
		eol--;
	if (eol - p >= 2 && p[0] == '0' && (p[1] == 'x' || p[1] == 'X'))
		p += 2;
	for (; p < eol; p += 2) {
		high = hex_digit(p[0]);
		if (high < 0)
			return wrong(place, p, "not a hexadecimal digit", err);
		if (p + 1 == eol)
			return wrong(place, p, "an odd number of hexadecimal digits",
				     err);
		low = hex_digit(p[1]);
		if (low < 0)
			return wrong(place, p + 1, "not a hexadecimal digit",
				     err);
		if (key->len < sizeof(key->bytes))
			key->bytes[key->len] = high << 4 | low;
		key->len++;
	}
	return 0;
}

static int check_len(const struct place *place, const char *at,
		     const struct nfi_suite *suite, size_t len,
		     struct nfi_error *err)
{
	size_t want = nfi_suite_keymat_len(suite);
	char what[160];

	if (len == want)
		return 0;
	snprintf(what, sizeof(what),
		 "%s wants %zu octets (key %u, salt %u, integrity %u), found %zu",
		 suite->name, want, suite->key_len, suite->salt_len,
		 suite->integ_len, len);
	return wrong(place, at, what, err);
}

static int parse(struct place *place, const struct nfi_suite *suite,
		 struct nfi_key *key, struct nfi_error *err)
{
	const char *p, *eol;
	bool found = false;

	key->len = 0;
	for (; place->line_start < place->end; place->line_start = eol + 1) {
		place->line++;
		eol = memchr(place->line_start, '\n',
			     place->end - place->line_start);
		if (!eol)
			eol = place->end;
		p = line_content(place->line_start, eol);
		if (p == eol)
			continue;
		if (found)
			return wrong(place, p, "a second line of digits", err);
		found = true;
		if (parse_line(place, p, eol, key, err) ||
		    check_len(place, p, suite, key->len, err))
			return -1;
	}
	if (found)
		return 0;
	place->line_start = place->end;
	place->line += !place->line;
	return wrong(place, place->end, "there is no key in this file", err);
}

static ssize_t read_all(int fd, char *text, size_t size)
{
	size_t len = 0;
	ssize_t n;

	while (len < size) {
		n = read(fd, text + len, size - len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		if (!n)
			break;
		len += n;
	}
	return len;
}

static void warn_if_open(int fd, const char *path)
{
	struct stat st;

	if (fstat(fd, &st) || !S_ISREG(st.st_mode) || !(st.st_mode & 0077))
		return;
	nfi_error_print("nfipsec: warning: key file %s is open to others (mode %04o)",
			path, (unsigned int)(st.st_mode & 07777));
}

/**
 * nfi_key_read() - read a key file
 * @path: its name; "-" for standard input
 * @suite: says how long the key has to be
 * @key: the key; the caller zeroes it, also after a failure
 * @err: filled on failure, with file, line and column where they apply
 *
 * Return: 0 or -1; errno is EACCES if the file may not be read, 0 if it
 * could be read but is wrong.
 */
int nfi_key_read(const char *path, const struct nfi_suite *suite,
		 struct nfi_key *key, struct nfi_error *err)
{
	bool standard = !strcmp(path, "-");
	char text[FILE_MAX + 1];
	struct place place = {
		.path = standard ? "<stdin>" : path,
		.line_start = text,
	};
	int fd, ret = -1;
	ssize_t len;

	fd = standard ? STDIN_FILENO : nfi_file_open(path, err);
	if (fd < 0)
		return -1;
	if (!standard)
		warn_if_open(fd, path);
	len = read_all(fd, text, sizeof(text));
	if (len < 0) {
		nfi_error_set(err, "%s: %s", place.path, strerror(errno));
		goto out;
	}
	errno = 0;
	if (len > FILE_MAX) {
		nfi_error_set(err, "%s: too long for a key file", place.path);
		goto out;
	}
	place.end = text + len;
	ret = parse(&place, suite, key, err);
	errno = 0;
out:
	explicit_bzero(text, sizeof(text));
	if (!standard)
		close(fd);
	return ret;
}

/**
 * nfi_key_generate() - print a fresh key
 * @suite: for which suite
 * @out: where to, made unbuffered so that no copy stays behind
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_key_generate(const struct nfi_suite *suite, FILE *out,
		     struct nfi_error *err)
{
	static const char digits[] = "0123456789abcdef";
	size_t i, len = nfi_suite_keymat_len(suite);
	char text[4 * NFI_KEY_MAX + 1];
	uint8_t bytes[2 * NFI_KEY_MAX];
	int ret = 0;

	if (getrandom(bytes, len, 0) != (ssize_t)len)
		return nfi_error_set(err, "getrandom: %s", strerror(errno));
	for (i = 0; i < len; i++) {
		text[2 * i] = digits[bytes[i] >> 4];
		text[2 * i + 1] = digits[bytes[i] & 15];
	}
	text[2 * len] = '\n';
	setvbuf(out, NULL, _IONBF, 0);
	if (fwrite(text, 2 * len + 1, 1, out) != 1)
		ret = nfi_error_set(err, "cannot write the key: %s",
				    strerror(errno));
	explicit_bzero(bytes, sizeof(bytes));
	explicit_bzero(text, sizeof(text));
	return ret;
}
