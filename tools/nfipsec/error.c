// SPDX-License-Identifier: GPL-2.0
/*
 * Error texts.
 */
#include "error.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

/**
 * nfi_error_set() - say what is wrong
 * @err: filled
 * @fmt: as printf()
 *
 * Return: -1, so that callers can return it.
 */
int nfi_error_set(struct nfi_error *err, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(err->text, sizeof(err->text), fmt, ap);
	va_end(ap);
	err->option = NULL;
	return -1;
}

/**
 * nfi_error_at() - say what is wrong with an option
 * @err: filled
 * @option: name of the option, a static string
 * @fmt: as printf(); the name of the option is put in front
 *
 * Return: -1.
 */
int nfi_error_at(struct nfi_error *err, const char *option,
		 const char *fmt, ...)
{
	va_list ap;
	int n;

	n = snprintf(err->text, sizeof(err->text), "%s: ", option);
	va_start(ap, fmt);
	vsnprintf(err->text + n, sizeof(err->text) - n, fmt, ap);
	va_end(ap);
	err->option = option;
	return -1;
}

/**
 * nfi_error_memory() - say that there is no memory
 * @err: filled
 *
 * Return: -1.
 */
int nfi_error_memory(struct nfi_error *err)
{
	return nfi_error_set(err, "out of memory");
}

/* A word of a file is in a text as it was written, but must not speak to the
 * terminal.
 */
static void print_safely(const char *text)
{
	size_t n, left = strlen(text);
	mbstate_t state;
	wchar_t c;

	for (; left; text += n, left -= n) {
		memset(&state, 0, sizeof(state));
		n = mbrtowc(&c, text, left, &state);
		if (n <= left && iswprint(c)) {
			fwrite(text, n, 1, stderr);
			continue;
		}
		fprintf(stderr, "\\x%02x", (unsigned char)*text);
		n = 1;
	}
}

/**
 * nfi_error_print() - print a line to standard error
 * @fmt: as printf(), without a newline; what the terminal would not print comes
 *	as \x and two hexadecimal digits for each octet
 */
void nfi_error_print(const char *fmt, ...)
{
	char text[2 * NFI_ERROR_LEN];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	print_safely(text);
	fputc('\n', stderr);
}
