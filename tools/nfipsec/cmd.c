// SPDX-License-Identifier: GPL-2.0
/*
 * What commands have in common: how they begin and how they fail.
 */
#include "cmd.h"

#include <stdio.h>

#include "error.h"
#include "nl.h"

/**
 * nfi_cmd_fail() - print why a command failed
 * @ctx: the command
 * @status: exit status
 * @err: why
 *
 * What is wrong in a file begins with file, line and column, so nothing is
 * put in front of it.
 *
 * Return: @status.
 */
enum nfi_exit nfi_cmd_fail(const struct nfi_cmd_context *ctx,
			   enum nfi_exit status, const struct nfi_error *err)
{
	fflush(stdout);
	if (status == NFI_EXIT_SYNTAX)
		nfi_error_print("%s", err->text);
	else
		nfi_error_print("nfipsec: %s: %s", ctx->name, err->text);
	return status;
}

/**
 * nfi_cmd_connect() - reach the kernel module, print why if that fails
 * @nl: the socket; nfi_nl_close() closes it
 *
 * Return: 0 or -1.
 */
int nfi_cmd_connect(struct nfi_nl *nl)
{
	struct nfi_error err;

	if (!nfi_nl_open(nl, &err))
		return 0;
	nfi_error_print("nfipsec: %s", err.text);
	return -1;
}
