/* SPDX-License-Identifier: GPL-2.0 */
/* Made by tests/kunit/make-vectors: do not edit */

static const struct vector_mtu mtu_vectors[] = {
	/* arithmetic of RFC 4303 2.4 and 4301 8.2.1, checked against esp_build */
	{ 11, 12, AF_INET, 1400, 1354, 1374 },
	{ 11, 12, AF_INET, 9000, 8954, 8974 },
	{ 11, 12, AF_INET6, 1492, 1426, 1466 },
	{ 12, 12, AF_INET, 1400, 1326, 1346 },
	{ 12, 12, AF_INET, 9000, 8926, 8946 },
	{ 12, 12, AF_INET6, 1492, 1406, 1446 },
	{ 20, 0, AF_INET, 1400, 1346, 1366 },
	{ 20, 0, AF_INET, 9000, 8946, 8966 },
	{ 20, 0, AF_INET6, 1492, 1418, 1458 },
	{ 28, 0, AF_INET, 1280, 1226, 1246 },
	{ 28, 0, AF_INET, 1500, 1446, 1466 },
	{ 28, 0, AF_INET6, 1400, 1326, 1366 },
	{ 28, 0, AF_INET6, 9000, 8926, 8966 },
};
