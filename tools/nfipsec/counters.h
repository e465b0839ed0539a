/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Counters and the reasons of drops as text.
 */
#ifndef NFIPSEC_COUNTERS_H
#define NFIPSEC_COUNTERS_H

#include <stdint.h>
#include <stdio.h>

struct nfi_counters;

unsigned int nfi_counters_reasons(void);
const char *nfi_counters_reason(uint32_t reason);
const char *nfi_counters_reason_text(uint32_t reason);
void nfi_counters_format(const struct nfi_counters *counters, FILE *out);

#endif /* NFIPSEC_COUNTERS_H */
