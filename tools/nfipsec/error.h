/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What is wrong, in words for the operator. Functions that can fail for a
 * reason worth telling take a struct nfi_error, fill it, and return -1.
 */
#ifndef NFIPSEC_ERROR_H
#define NFIPSEC_ERROR_H

#define NFI_ERROR_LEN 512

#define NFI_ATTRIBUTE(attribute) __attribute__((attribute))

/**
 * struct nfi_error - one refusal
 * @text: what is wrong, without a full stop
 * @option: name of the option at fault, NULL if it is none in particular; a
 *	static string
 */
struct nfi_error {
	char text[NFI_ERROR_LEN];
	const char *option;
};

NFI_ATTRIBUTE(format(printf, 2, 3))
int nfi_error_set(struct nfi_error *err, const char *fmt, ...);

NFI_ATTRIBUTE(format(printf, 3, 4))
int nfi_error_at(struct nfi_error *err, const char *option,
		 const char *fmt, ...);

int nfi_error_memory(struct nfi_error *err);

NFI_ATTRIBUTE(format(printf, 1, 2))
void nfi_error_print(const char *fmt, ...);

#endif /* NFIPSEC_ERROR_H */
