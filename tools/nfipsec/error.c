// SPDX-License-Identifier: GPL-2.0
/*
 * Error texts.
 */
#include "error.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

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
