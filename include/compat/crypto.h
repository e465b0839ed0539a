/* SPDX-License-Identifier: GPL-2.0 */
/* Since 6.3 a completion gets the data pointer, before that the request */
#ifndef NFI_COMPAT_CRYPTO_H
#define NFI_COMPAT_CRYPTO_H

#include <linux/crypto.h>
#include <linux/version.h>

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
typedef void nfi_crypto_arg_t;
#define nfi_crypto_data(arg)	(arg)
#else
typedef struct crypto_async_request nfi_crypto_arg_t;
#define nfi_crypto_data(arg)	((arg)->data)
#endif

#endif
