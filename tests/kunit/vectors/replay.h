/* SPDX-License-Identifier: GPL-2.0 */
/* Made by tests/kunit/make-vectors: do not edit */

static const struct vector_replay_run replay_01[] = {
	{ 0x1, 0, 34, 0x1, NFI_REASON_OK },
	{ 0x1, 0, 2, 0x22, NFI_REASON_TOO_OLD },
	{ 0x3, 0, 32, 0x22, NFI_REASON_REPLAYED },
};

static const struct vector_replay_run replay_04[] = {
	{ 0x5, 0, 1, 0x5, NFI_REASON_OK },
	{ 0x145, 0, 1, 0x5, NFI_REASON_INTEGRITY, true },
	{ 0x6, 0, 1, 0x6, NFI_REASON_OK },
	{ 0x3, 0, 1, 0x6, NFI_REASON_INTEGRITY, true },
	{ 0x3, 0, 1, 0x6, NFI_REASON_OK },
	{ 0x3, 0, 1, 0x6, NFI_REASON_REPLAYED },
	{ 0xffffffff, 0, 1, 0x6, NFI_REASON_INTEGRITY, true },
	{ 0x7, 0, 1, 0x7, NFI_REASON_OK },
	{ 0x4, 0, 1, 0x7, NFI_REASON_OK },
};

static const struct vector_replay_run replay_07[] = {
	{ 0xfffffffc, 0, 4, 0xfffffffc, NFI_REASON_OK },
	{ 0x0, 1, 5, 0x100000000, NFI_REASON_OK },
	{ 0xfffffffc, 0, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0xffffffff, 0, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0x0, 1, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0x4, 1, 1, 0x100000004, NFI_REASON_REPLAYED },
};

static const struct vector_replay_run replay_10[] = {
	{ 0x1, 0, 1, 0x1, NFI_REASON_OK },
	{ 0xffffffff, 0, 1, 0x1, NFI_REASON_TOO_OLD },
	{ 0xffffffe2, 0, 1, 0x1, NFI_REASON_TOO_OLD },
	{ 0x2, 0, 1, 0x2, NFI_REASON_OK },
	{ 0xfffffffd, 0, 1, 0x2, NFI_REASON_TOO_OLD },
};

static const struct vector_replay_run replay_13[] = {
	{ 0x1, 0, 66, 0x1, NFI_REASON_OK },
	{ 0x1, 0, 2, 0x42, NFI_REASON_TOO_OLD },
	{ 0x3, 0, 64, 0x42, NFI_REASON_REPLAYED },
};

static const struct vector_replay_run replay_16[] = {
	{ 0x5, 0, 1, 0x5, NFI_REASON_OK },
	{ 0x285, 0, 1, 0x5, NFI_REASON_INTEGRITY, true },
	{ 0x6, 0, 1, 0x6, NFI_REASON_OK },
	{ 0x3, 0, 1, 0x6, NFI_REASON_INTEGRITY, true },
	{ 0x3, 0, 1, 0x6, NFI_REASON_OK },
	{ 0x3, 0, 1, 0x6, NFI_REASON_REPLAYED },
	{ 0xffffffff, 0, 1, 0x6, NFI_REASON_INTEGRITY, true },
	{ 0x7, 0, 1, 0x7, NFI_REASON_OK },
	{ 0x4, 0, 1, 0x7, NFI_REASON_OK },
};

static const struct vector_replay_run replay_19[] = {
	{ 0xfffffffc, 0, 4, 0xfffffffc, NFI_REASON_OK },
	{ 0x0, 1, 5, 0x100000000, NFI_REASON_OK },
	{ 0xfffffffc, 0, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0xffffffff, 0, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0x0, 1, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0x4, 1, 1, 0x100000004, NFI_REASON_REPLAYED },
};

static const struct vector_replay_run replay_22[] = {
	{ 0x1, 0, 1, 0x1, NFI_REASON_OK },
	{ 0xffffffff, 0, 1, 0x1, NFI_REASON_TOO_OLD },
	{ 0xffffffc2, 0, 1, 0x1, NFI_REASON_TOO_OLD },
	{ 0x2, 0, 1, 0x2, NFI_REASON_OK },
	{ 0xfffffffd, 0, 1, 0x2, NFI_REASON_TOO_OLD },
};

static const struct vector_replay_run replay_25[] = {
	{ 0x1, 0, 130, 0x1, NFI_REASON_OK },
	{ 0x1, 0, 2, 0x82, NFI_REASON_TOO_OLD },
	{ 0x3, 0, 128, 0x82, NFI_REASON_REPLAYED },
};

static const struct vector_replay_run replay_28[] = {
	{ 0x5, 0, 1, 0x5, NFI_REASON_OK },
	{ 0x505, 0, 1, 0x5, NFI_REASON_INTEGRITY, true },
	{ 0x6, 0, 1, 0x6, NFI_REASON_OK },
	{ 0x3, 0, 1, 0x6, NFI_REASON_INTEGRITY, true },
	{ 0x3, 0, 1, 0x6, NFI_REASON_OK },
	{ 0x3, 0, 1, 0x6, NFI_REASON_REPLAYED },
	{ 0xffffffff, 0, 1, 0x6, NFI_REASON_INTEGRITY, true },
	{ 0x7, 0, 1, 0x7, NFI_REASON_OK },
	{ 0x4, 0, 1, 0x7, NFI_REASON_OK },
};

static const struct vector_replay_run replay_31[] = {
	{ 0xfffffffc, 0, 4, 0xfffffffc, NFI_REASON_OK },
	{ 0x0, 1, 5, 0x100000000, NFI_REASON_OK },
	{ 0xfffffffc, 0, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0xffffffff, 0, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0x0, 1, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0x4, 1, 1, 0x100000004, NFI_REASON_REPLAYED },
};

static const struct vector_replay_run replay_34[] = {
	{ 0x1, 0, 1, 0x1, NFI_REASON_OK },
	{ 0xffffffff, 0, 1, 0x1, NFI_REASON_TOO_OLD },
	{ 0xffffff82, 0, 1, 0x1, NFI_REASON_TOO_OLD },
	{ 0x2, 0, 1, 0x2, NFI_REASON_OK },
	{ 0xfffffffd, 0, 1, 0x2, NFI_REASON_TOO_OLD },
};

static const struct vector_replay_run replay_37[] = {
	{ 0x1, 0, 258, 0x1, NFI_REASON_OK },
	{ 0x1, 0, 2, 0x102, NFI_REASON_TOO_OLD },
	{ 0x3, 0, 256, 0x102, NFI_REASON_REPLAYED },
};

static const struct vector_replay_run replay_40[] = {
	{ 0x5, 0, 1, 0x5, NFI_REASON_OK },
	{ 0xa05, 0, 1, 0x5, NFI_REASON_INTEGRITY, true },
	{ 0x6, 0, 1, 0x6, NFI_REASON_OK },
	{ 0x3, 0, 1, 0x6, NFI_REASON_INTEGRITY, true },
	{ 0x3, 0, 1, 0x6, NFI_REASON_OK },
	{ 0x3, 0, 1, 0x6, NFI_REASON_REPLAYED },
	{ 0xffffffff, 0, 1, 0x6, NFI_REASON_INTEGRITY, true },
	{ 0x7, 0, 1, 0x7, NFI_REASON_OK },
	{ 0x4, 0, 1, 0x7, NFI_REASON_OK },
};

static const struct vector_replay_run replay_43[] = {
	{ 0xfffffffc, 0, 4, 0xfffffffc, NFI_REASON_OK },
	{ 0x0, 1, 5, 0x100000000, NFI_REASON_OK },
	{ 0xfffffffc, 0, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0xffffffff, 0, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0x0, 1, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0x4, 1, 1, 0x100000004, NFI_REASON_REPLAYED },
};

static const struct vector_replay_run replay_46[] = {
	{ 0x1, 0, 1, 0x1, NFI_REASON_OK },
	{ 0xffffffff, 0, 1, 0x1, NFI_REASON_TOO_OLD },
	{ 0xffffff02, 0, 1, 0x1, NFI_REASON_TOO_OLD },
	{ 0x2, 0, 1, 0x2, NFI_REASON_OK },
	{ 0xfffffffd, 0, 1, 0x2, NFI_REASON_TOO_OLD },
};

static const struct vector_replay_run replay_49[] = {
	{ 0x1, 0, 1026, 0x1, NFI_REASON_OK },
	{ 0x1, 0, 2, 0x402, NFI_REASON_TOO_OLD },
	{ 0x3, 0, 1024, 0x402, NFI_REASON_REPLAYED },
};

static const struct vector_replay_run replay_52[] = {
	{ 0x5, 0, 1, 0x5, NFI_REASON_OK },
	{ 0x2805, 0, 1, 0x5, NFI_REASON_INTEGRITY, true },
	{ 0x6, 0, 1, 0x6, NFI_REASON_OK },
	{ 0x3, 0, 1, 0x6, NFI_REASON_INTEGRITY, true },
	{ 0x3, 0, 1, 0x6, NFI_REASON_OK },
	{ 0x3, 0, 1, 0x6, NFI_REASON_REPLAYED },
	{ 0xffffffff, 0, 1, 0x6, NFI_REASON_INTEGRITY, true },
	{ 0x7, 0, 1, 0x7, NFI_REASON_OK },
	{ 0x4, 0, 1, 0x7, NFI_REASON_OK },
};

static const struct vector_replay_run replay_55[] = {
	{ 0xfffffffc, 0, 4, 0xfffffffc, NFI_REASON_OK },
	{ 0x0, 1, 5, 0x100000000, NFI_REASON_OK },
	{ 0xfffffffc, 0, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0xffffffff, 0, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0x0, 1, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0x4, 1, 1, 0x100000004, NFI_REASON_REPLAYED },
};

static const struct vector_replay_run replay_58[] = {
	{ 0x1, 0, 1, 0x1, NFI_REASON_OK },
	{ 0xffffffff, 0, 1, 0x1, NFI_REASON_TOO_OLD },
	{ 0xfffffc02, 0, 1, 0x1, NFI_REASON_TOO_OLD },
	{ 0x2, 0, 1, 0x2, NFI_REASON_OK },
	{ 0xfffffffd, 0, 1, 0x2, NFI_REASON_TOO_OLD },
};

static const struct vector_replay_run replay_61[] = {
	{ 0x1, 0, 2050, 0x1, NFI_REASON_OK },
	{ 0x1, 0, 2, 0x802, NFI_REASON_TOO_OLD },
	{ 0x3, 0, 2048, 0x802, NFI_REASON_REPLAYED },
};

static const struct vector_replay_run replay_64[] = {
	{ 0x5, 0, 1, 0x5, NFI_REASON_OK },
	{ 0x5005, 0, 1, 0x5, NFI_REASON_INTEGRITY, true },
	{ 0x6, 0, 1, 0x6, NFI_REASON_OK },
	{ 0x3, 0, 1, 0x6, NFI_REASON_INTEGRITY, true },
	{ 0x3, 0, 1, 0x6, NFI_REASON_OK },
	{ 0x3, 0, 1, 0x6, NFI_REASON_REPLAYED },
	{ 0xffffffff, 0, 1, 0x6, NFI_REASON_INTEGRITY, true },
	{ 0x7, 0, 1, 0x7, NFI_REASON_OK },
	{ 0x4, 0, 1, 0x7, NFI_REASON_OK },
};

static const struct vector_replay_run replay_67[] = {
	{ 0xfffffffc, 0, 4, 0xfffffffc, NFI_REASON_OK },
	{ 0x0, 1, 5, 0x100000000, NFI_REASON_OK },
	{ 0xfffffffc, 0, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0xffffffff, 0, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0x0, 1, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0x4, 1, 1, 0x100000004, NFI_REASON_REPLAYED },
};

static const struct vector_replay_run replay_70[] = {
	{ 0x1, 0, 1, 0x1, NFI_REASON_OK },
	{ 0xffffffff, 0, 1, 0x1, NFI_REASON_TOO_OLD },
	{ 0xfffff802, 0, 1, 0x1, NFI_REASON_TOO_OLD },
	{ 0x2, 0, 1, 0x2, NFI_REASON_OK },
	{ 0xfffffffd, 0, 1, 0x2, NFI_REASON_TOO_OLD },
};

static const struct vector_replay_run replay_73[] = {
	{ 0x1, 0, 4098, 0x1, NFI_REASON_OK },
	{ 0x1, 0, 2, 0x1002, NFI_REASON_TOO_OLD },
	{ 0x3, 0, 4096, 0x1002, NFI_REASON_REPLAYED },
};

static const struct vector_replay_run replay_76[] = {
	{ 0x5, 0, 1, 0x5, NFI_REASON_OK },
	{ 0xa005, 0, 1, 0x5, NFI_REASON_INTEGRITY, true },
	{ 0x6, 0, 1, 0x6, NFI_REASON_OK },
	{ 0x3, 0, 1, 0x6, NFI_REASON_INTEGRITY, true },
	{ 0x3, 0, 1, 0x6, NFI_REASON_OK },
	{ 0x3, 0, 1, 0x6, NFI_REASON_REPLAYED },
	{ 0xffffffff, 0, 1, 0x6, NFI_REASON_INTEGRITY, true },
	{ 0x7, 0, 1, 0x7, NFI_REASON_OK },
	{ 0x4, 0, 1, 0x7, NFI_REASON_OK },
};

static const struct vector_replay_run replay_79[] = {
	{ 0xfffffffc, 0, 4, 0xfffffffc, NFI_REASON_OK },
	{ 0x0, 1, 5, 0x100000000, NFI_REASON_OK },
	{ 0xfffffffc, 0, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0xffffffff, 0, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0x0, 1, 1, 0x100000004, NFI_REASON_REPLAYED },
	{ 0x4, 1, 1, 0x100000004, NFI_REASON_REPLAYED },
};

static const struct vector_replay_run replay_82[] = {
	{ 0x1, 0, 1, 0x1, NFI_REASON_OK },
	{ 0xffffffff, 0, 1, 0x1, NFI_REASON_TOO_OLD },
	{ 0xfffff002, 0, 1, 0x1, NFI_REASON_TOO_OLD },
	{ 0x2, 0, 1, 0x2, NFI_REASON_OK },
	{ 0xfffffffd, 0, 1, 0x2, NFI_REASON_TOO_OLD },
};

static const struct vector_replay replay_vectors[] = {
	/* oracle that remembers every accepted number (RFC 4303 3.4.3, A2.2),
	 * cross-checked with a ring bitmap as in RFC 6479
	 */
	{
		.name = "replay-01: window 32, in order then every number again",
		.window = 32,
		.run = replay_01,
		.runs = ARRAY_SIZE(replay_01),
	},
	{
		.name = "replay-04: window 32, forged packets never move the window",
		.window = 32,
		.run = replay_04,
		.runs = ARRAY_SIZE(replay_04),
	},
	{
		.name = "replay-07: window 32, ESN: cross the first boundary in order",
		.window = 32,
		.esn = true,
		.top = 0xffffffdb,
		.run = replay_07,
		.runs = ARRAY_SIZE(replay_07),
	},
	{
		.name = "replay-10: window 32, ESN: case B with Th = 0 (start of "
			"life): numbers just below 2^32 must not underflow",
		.window = 32,
		.esn = true,
		.run = replay_10,
		.runs = ARRAY_SIZE(replay_10),
	},
	{
		.name = "replay-13: window 64, in order then every number again",
		.window = 64,
		.run = replay_13,
		.runs = ARRAY_SIZE(replay_13),
	},
	{
		.name = "replay-16: window 64, forged packets never move the window",
		.window = 64,
		.run = replay_16,
		.runs = ARRAY_SIZE(replay_16),
	},
	{
		.name = "replay-19: window 64, ESN: cross the first boundary in order",
		.window = 64,
		.esn = true,
		.top = 0xffffffbb,
		.run = replay_19,
		.runs = ARRAY_SIZE(replay_19),
	},
	{
		.name = "replay-22: window 64, ESN: case B with Th = 0 (start of "
			"life): numbers just below 2^32 must not underflow",
		.window = 64,
		.esn = true,
		.run = replay_22,
		.runs = ARRAY_SIZE(replay_22),
	},
	{
		.name = "replay-25: window 128, in order then every number again",
		.window = 128,
		.run = replay_25,
		.runs = ARRAY_SIZE(replay_25),
	},
	{
		.name = "replay-28: window 128, forged packets never move the window",
		.window = 128,
		.run = replay_28,
		.runs = ARRAY_SIZE(replay_28),
	},
	{
		.name = "replay-31: window 128, ESN: cross the first boundary in "
			"order",
		.window = 128,
		.esn = true,
		.top = 0xffffff7b,
		.run = replay_31,
		.runs = ARRAY_SIZE(replay_31),
	},
	{
		.name = "replay-34: window 128, ESN: case B with Th = 0 (start of "
			"life): numbers just below 2^32 must not underflow",
		.window = 128,
		.esn = true,
		.run = replay_34,
		.runs = ARRAY_SIZE(replay_34),
	},
	{
		.name = "replay-37: window 256, in order then every number again",
		.window = 256,
		.run = replay_37,
		.runs = ARRAY_SIZE(replay_37),
	},
	{
		.name = "replay-40: window 256, forged packets never move the window",
		.window = 256,
		.run = replay_40,
		.runs = ARRAY_SIZE(replay_40),
	},
	{
		.name = "replay-43: window 256, ESN: cross the first boundary in "
			"order",
		.window = 256,
		.esn = true,
		.top = 0xfffffefb,
		.run = replay_43,
		.runs = ARRAY_SIZE(replay_43),
	},
	{
		.name = "replay-46: window 256, ESN: case B with Th = 0 (start of "
			"life): numbers just below 2^32 must not underflow",
		.window = 256,
		.esn = true,
		.run = replay_46,
		.runs = ARRAY_SIZE(replay_46),
	},
	{
		.name = "replay-49: window 1024, in order then every number again",
		.window = 1024,
		.run = replay_49,
		.runs = ARRAY_SIZE(replay_49),
	},
	{
		.name = "replay-52: window 1024, forged packets never move the window",
		.window = 1024,
		.run = replay_52,
		.runs = ARRAY_SIZE(replay_52),
	},
	{
		.name = "replay-55: window 1024, ESN: cross the first boundary in "
			"order",
		.window = 1024,
		.esn = true,
		.top = 0xfffffbfb,
		.run = replay_55,
		.runs = ARRAY_SIZE(replay_55),
	},
	{
		.name = "replay-58: window 1024, ESN: case B with Th = 0 (start of "
			"life): numbers just below 2^32 must not underflow",
		.window = 1024,
		.esn = true,
		.run = replay_58,
		.runs = ARRAY_SIZE(replay_58),
	},
	{
		.name = "replay-61: window 2048, in order then every number again",
		.window = 2048,
		.run = replay_61,
		.runs = ARRAY_SIZE(replay_61),
	},
	{
		.name = "replay-64: window 2048, forged packets never move the window",
		.window = 2048,
		.run = replay_64,
		.runs = ARRAY_SIZE(replay_64),
	},
	{
		.name = "replay-67: window 2048, ESN: cross the first boundary in "
			"order",
		.window = 2048,
		.esn = true,
		.top = 0xfffff7fb,
		.run = replay_67,
		.runs = ARRAY_SIZE(replay_67),
	},
	{
		.name = "replay-70: window 2048, ESN: case B with Th = 0 (start of "
			"life): numbers just below 2^32 must not underflow",
		.window = 2048,
		.esn = true,
		.run = replay_70,
		.runs = ARRAY_SIZE(replay_70),
	},
	{
		.name = "replay-73: window 4096, in order then every number again",
		.window = 4096,
		.run = replay_73,
		.runs = ARRAY_SIZE(replay_73),
	},
	{
		.name = "replay-76: window 4096, forged packets never move the window",
		.window = 4096,
		.run = replay_76,
		.runs = ARRAY_SIZE(replay_76),
	},
	{
		.name = "replay-79: window 4096, ESN: cross the first boundary in "
			"order",
		.window = 4096,
		.esn = true,
		.top = 0xffffeffb,
		.run = replay_79,
		.runs = ARRAY_SIZE(replay_79),
	},
	{
		.name = "replay-82: window 4096, ESN: case B with Th = 0 (start of "
			"life): numbers just below 2^32 must not underflow",
		.window = 4096,
		.esn = true,
		.run = replay_82,
		.runs = ARRAY_SIZE(replay_82),
	},
};
