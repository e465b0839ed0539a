/* SPDX-License-Identifier: GPL-2.0 */
/* Made by tests/kunit/make-vectors: do not edit */

static const struct vector_ecn_push ecn_push_vectors[] = {
	/* RFC 6040 section 4.1 figure 3, 4.2 figure 4 */
	{ 0, 0, 0 },
	{ 1, 1, 0 },
	{ 2, 2, 0 },
	{ 3, 3, 0 },
};

static const struct vector_ecn_pull ecn_pull_vectors[] = {
	/* RFC 6040 section 4.1 figure 3, 4.2 figure 4 */
	{ 0, 0, 0, false },	/* Not-ECT in Not-ECT */
	{ 0, 1, 0, true },	/* Not-ECT in ECT(1) */
	{ 0, 2, 0, true },	/* Not-ECT in ECT(0) */
	{ 0, 3, 0, true, true },	/* Not-ECT in CE */
	{ 1, 0, 1, false },	/* ECT(1) in Not-ECT */
	{ 1, 1, 1, false },	/* ECT(1) in ECT(1) */
	{ 1, 2, 1, true },	/* ECT(1) in ECT(0) */
	{ 1, 3, 3, false },	/* ECT(1) in CE */
	{ 2, 0, 2, false },	/* ECT(0) in Not-ECT */
	{ 2, 1, 1, false },	/* ECT(0) in ECT(1) */
	{ 2, 2, 2, false },	/* ECT(0) in ECT(0) */
	{ 2, 3, 3, false },	/* ECT(0) in CE */
	{ 3, 0, 3, false },	/* CE in Not-ECT */
	{ 3, 1, 3, true },	/* CE in ECT(1) */
	{ 3, 2, 3, false },	/* CE in ECT(0) */
	{ 3, 3, 3, false },	/* CE in CE */
};
