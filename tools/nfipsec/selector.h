/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Selectors (RFC 4301 4.4.1.1) as options.
 */
#ifndef NFIPSEC_SELECTOR_H
#define NFIPSEC_SELECTOR_H

#include <stdint.h>

#include "option.h"
#include "text.h"

struct nfi_error;
struct nfi_selector;

extern const struct nfi_option nfi_selector_options[];

uint64_t nfi_selector_given(const struct nfi_selector *selector);
enum nfi_port_meaning
nfi_selector_protocols(const struct nfi_selector *selector);
int nfi_selector_check(const struct nfi_selector *selector,
		       struct nfi_error *err);

#endif /* NFIPSEC_SELECTOR_H */
