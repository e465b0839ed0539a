// SPDX-License-Identifier: GPL-2.0
/*
 * How large a packet may be, held against a table and against trying it out.
 *
 * Covers R4301-8.2.1-1, R4459-3.2-1.
 */
#include "fixture.h"
#include "vectors.h"
#include "vectors/mtu.h"

#include "../../src/esp.h"
#include "../../src/pmtu.h"

static void describe_mtu(const struct vector_mtu *v, char *desc)
{
	snprintf(desc, KUNIT_PARAM_DESC_SIZE, "encr %u, IPv%d, path MTU %u",
		 v->encr, v->family == AF_INET ? 4 : 6, v->path);
}

KUNIT_ARRAY_PARAM(mtu, mtu_vectors, describe_mtu);

/* R4459-3.2-1: the path MTU less what is really added */
static void pmtu_is_that_of_table(struct kunit *test)
{
	const struct vector_mtu *v = test->param_value;
	unsigned int head = v->family == AF_INET ? 20 : 40, i;
	const struct nfi_fixture_suite *s;
	struct nfi_suite suite;

	for (i = 0; i < ARRAY_SIZE(nfi_fixture_suites); i++) {
		s = &nfi_fixture_suites[i];
		if (s->encr != v->encr || s->integ != v->integ)
			continue;
		KUNIT_ASSERT_EQ(test, 0,
				nfi_algo_suite(&suite, s->encr, s->key_len,
					       s->integ, s->integ ? 32 : 0,
					       NULL));
		KUNIT_EXPECT_EQ(test, (unsigned int)v->tunnel,
				nfi_pmtu_payload(&suite, head, v->path));
		KUNIT_EXPECT_EQ(test, (unsigned int)v->transport,
				head + nfi_pmtu_payload(&suite, head, v->path));
	}
}

KUNIT_ARRAY_PARAM(suite, nfi_fixture_suites, nfi_fixture_describe);

/* What fits is what fits with all that esp.c adds, and an octet more does not */
static void pmtu_is_what_fits(struct kunit *test)
{
	const struct nfi_fixture_suite *s = test->param_value;
	unsigned int outer, path, around, len;
	struct nfi_suite suite;

	KUNIT_ASSERT_EQ(test, 0, nfi_algo_suite(&suite, s->encr, s->key_len,
						s->integ, s->integ ? 32 : 0,
						NULL));
	for (outer = 20; outer <= 60; outer += 8) {
		around = outer + 8 + s->iv_len;
		for (path = 0; path <= 1600; path++) {
			len = nfi_pmtu_payload(&suite, outer, path);
			if (len)
				KUNIT_ASSERT_LE(test, around + len +
						nfi_esp_tail(&suite, len), path);
			KUNIT_ASSERT_GT(test, around + len + 1 +
					nfi_esp_tail(&suite, len + 1), path);
		}
	}
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(pmtu_is_that_of_table, mtu_gen_params),
	KUNIT_CASE_PARAM(pmtu_is_what_fits, suite_gen_params),
	{}
};

static struct kunit_suite pmtu_suite = {
	.name = "nfipsec_pmtu",
	.test_cases = cases,
};

kunit_test_suite(pmtu_suite);
