// SPDX-License-Identifier: GPL-2.0
/*
 * Files that people name: configurations and keys. They may be pipes, as
 * `nfipsec apply <(make-it)` has one, but only with somebody at the other end:
 * nobody is waited for who may never come, and what came to nothing is no empty
 * configuration, which would remove all policies.
 */
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"

/* Wait for the first octet of a pipe, and leave it there. */
static bool is_empty_pipe(int fd)
{
	struct stat st;
	int copy[2];
	ssize_t n;

	if (fstat(fd, &st) || !S_ISFIFO(st.st_mode) || pipe(copy))
		return false;
	n = tee(fd, copy[1], 1, 0);
	close(copy[0]);
	close(copy[1]);
	return !n;
}

/**
 * nfi_file_open() - open a file to read it
 * @path: its name
 * @err: filled on failure
 *
 * Return: a descriptor or -1; errno is then what open() says, or EPIPE for a
 * pipe that nothing comes from.
 */
int nfi_file_open(const char *path, struct nfi_error *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	int error = errno;

	if (fd < 0) {
		nfi_error_set(err, "%s: %s", path, strerror(error));
		errno = error;
		return -1;
	}
	/* only to open it was not to wait: whoever writes may take their time */
	fcntl(fd, F_SETFL, 0);
	if (is_empty_pipe(fd)) {
		close(fd);
		nfi_error_set(err, "%s: nothing comes from this pipe", path);
		errno = EPIPE;
		return -1;
	}
	return fd;
}
