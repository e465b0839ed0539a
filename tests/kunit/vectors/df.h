/* SPDX-License-Identifier: GPL-2.0 */
/* Made by tests/kunit/make-vectors: do not edit */

static const struct vector_df df_vectors[] = {
	/* RFC 4301 8.1, 8.2.1; RFC 2003 3.1 */
	{ AF_INET, AF_INET, NFI_DF_COPY, false, false },
	{ AF_INET, AF_INET, NFI_DF_COPY, true, true },
	{ AF_INET, AF_INET, NFI_DF_SET, false, true },
	{ AF_INET, AF_INET, NFI_DF_SET, true, true },
	{ AF_INET, AF_INET, NFI_DF_CLEAR, false, false },
	{ AF_INET, AF_INET, NFI_DF_CLEAR, true, false },
	{ AF_INET6, AF_INET, NFI_DF_COPY, false, true },
	{ AF_INET6, AF_INET, NFI_DF_SET, false, true },
	{ AF_INET6, AF_INET, NFI_DF_CLEAR, false, false },
	{ AF_INET, AF_INET6, NFI_DF_COPY, false, false },
	{ AF_INET, AF_INET6, NFI_DF_COPY, true, false },
	{ AF_INET, AF_INET6, NFI_DF_SET, false, false },
	{ AF_INET, AF_INET6, NFI_DF_SET, true, false },
	{ AF_INET, AF_INET6, NFI_DF_CLEAR, false, false },
	{ AF_INET, AF_INET6, NFI_DF_CLEAR, true, false },
	{ AF_INET6, AF_INET6, NFI_DF_COPY, false, false },
	{ AF_INET6, AF_INET6, NFI_DF_SET, false, false },
	{ AF_INET6, AF_INET6, NFI_DF_CLEAR, false, false },
};
