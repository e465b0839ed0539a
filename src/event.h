/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the lower layers have to tell whoever listens: the one seam through
 * which they reach upward. nl_event.c is behind it.
 */
#ifndef NFI_EVENT_H
#define NFI_EVENT_H

#include <linux/types.h>

struct nfi_sa;

void nfi_event_sa_expire(struct nfi_sa *sa, bool hard);

#endif
