/* SPDX-License-Identifier: GPL-2.0 */
/* Files that people name. */
#ifndef NFIPSEC_FILE_H
#define NFIPSEC_FILE_H

struct nfi_error;

int nfi_file_open(const char *path, struct nfi_error *err);

#endif /* NFIPSEC_FILE_H */
