// SPDX-License-Identifier: GPL-2.0
/*
 * How counters are written.
 */
#include "counters.h"

#include "model.h"
#include "reason_gen.h"

/**
 * nfi_counters_reasons() - how many reasons for a drop we know
 *
 * Return: one more than the largest of them.
 */
unsigned int nfi_counters_reasons(void)
{
	return ARRAY_SIZE(reasons);
}

/**
 * nfi_counters_reason() - the name of a reason
 * @reason: its number
 *
 * Return: the name; "unknown" if a newer kernel has reasons we do not know.
 */
const char *nfi_counters_reason(uint32_t reason)
{
	return reason < ARRAY_SIZE(reasons) ? reasons[reason].name : "unknown";
}

/**
 * nfi_counters_reason_text() - what a reason means
 * @reason: its number
 *
 * Return: a sentence.
 */
const char *nfi_counters_reason_text(uint32_t reason)
{
	return reason < ARRAY_SIZE(reasons) ? reasons[reason].text :
	       "A reason that this nfipsec(8) does not know.";
}

/**
 * nfi_counters_format() - write counters
 * @counters: the counters
 * @out: where to
 */
void nfi_counters_format(const struct nfi_counters *counters, FILE *out)
{
	fprintf(out, "%llu packets, %llu bytes, %llu drops",
		(unsigned long long)counters->packets,
		(unsigned long long)counters->bytes,
		(unsigned long long)counters->drops);
	if (counters->drops)
		fprintf(out, ", last %s",
			nfi_counters_reason(counters->last_drop));
	if (counters->used)
		fprintf(out, ", idle %llu.%03llus",
			(unsigned long long)counters->idle_ms / 1000,
			(unsigned long long)counters->idle_ms % 1000);
}
