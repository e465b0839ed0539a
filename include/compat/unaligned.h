/* SPDX-License-Identifier: GPL-2.0 */
/* Words at any address; in Linux 6.12 the header moved */
#ifndef NFI_COMPAT_UNALIGNED_H
#define NFI_COMPAT_UNALIGNED_H

#include <linux/version.h>

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
#include <linux/unaligned.h>
#else
#include <asm/unaligned.h>
#endif

#endif
