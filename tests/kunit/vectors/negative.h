/* SPDX-License-Identifier: GPL-2.0 */
/* Made by tests/kunit/make-vectors: do not edit */

static const struct vector_negative negative_vectors[] = {
	/* ipsec_ref.py */
	{
		.name = "neg-001: RFC 4303, cbc-sha256 unmodified",
		.encr = 12,
		.integ = 12,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "d8b6b81e12e3c59fbd1ac026225bf376",
		.mac_key = "746ef7c175a9995325ae4d9a881cce1902c68d3b861bbb08e3bf62720b56772d",
		.offset = 20,
		.reason = NFI_REASON_OK,
		.wire = "450000bc123440004032afd7cb007101cb00710211223344000000079c7e8e0d"
				"16990479324b9af2f779c68cedd5a20433fdadc09e6be0eb7994f98e533b2557"
				"8a46a0ddce04d84ae7d77e587a2254f42df119c4b7dfda936c730ef362c4e96c"
				"49b0037cd9301a58ce2bbc45d6db6c64a23e38b3ba955e8418b51117ebcf59f9"
				"8ae4bef0087040521373f9b885a0f726e59834774dcbd1d3f59e4b6607f54ea4"
				"8c365755467857b0ea3537c317b7dedb742fc2d648058fe772e59eca",
	},
	{
		.name = "neg-004: RFC 4303 3.4.4, cbc-sha256: one bit in first "
			"ciphertext octet",
		.encr = 12,
		.integ = 12,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "d8b6b81e12e3c59fbd1ac026225bf376",
		.mac_key = "746ef7c175a9995325ae4d9a881cce1902c68d3b861bbb08e3bf62720b56772d",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000bc123440004032afd7cb007101cb00710211223344000000079c7e8e0d"
				"16990479324b9af2f779c68cecd5a20433fdadc09e6be0eb7994f98e533b2557"
				"8a46a0ddce04d84ae7d77e587a2254f42df119c4b7dfda936c730ef362c4e96c"
				"49b0037cd9301a58ce2bbc45d6db6c64a23e38b3ba955e8418b51117ebcf59f9"
				"8ae4bef0087040521373f9b885a0f726e59834774dcbd1d3f59e4b6607f54ea4"
				"8c365755467857b0ea3537c317b7dedb742fc2d648058fe772e59eca",
	},
	{
		.name = "neg-007: RFC 4303 3.4.4, cbc-sha256: one bit in pad length "
			"octet",
		.encr = 12,
		.integ = 12,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "d8b6b81e12e3c59fbd1ac026225bf376",
		.mac_key = "746ef7c175a9995325ae4d9a881cce1902c68d3b861bbb08e3bf62720b56772d",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000bc123440004032afd7cb007101cb00710211223344000000079c7e8e0d"
				"16990479324b9af2f779c68cedd5a20433fdadc09e6be0eb7994f98e533b2557"
				"8a46a0ddce04d84ae7d77e587a2254f42df119c4b7dfda936c730ef362c4e96c"
				"49b0037cd9301a58ce2bbc45d6db6c64a23e38b3ba955e8418b51117ebcf59f9"
				"8ae4bef0087040521373f9b885a0f726e59834774dcbd1d3f59e4b6607f54ea4"
				"8c365755467857b0ea3536c317b7dedb742fc2d648058fe772e59eca",
	},
	{
		.name = "neg-010: RFC 4303 3.4.4, cbc-sha256: one bit in IV",
		.encr = 12,
		.integ = 12,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "d8b6b81e12e3c59fbd1ac026225bf376",
		.mac_key = "746ef7c175a9995325ae4d9a881cce1902c68d3b861bbb08e3bf62720b56772d",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000bc123440004032afd7cb007101cb00710211223344000000079d7e8e0d"
				"16990479324b9af2f779c68cedd5a20433fdadc09e6be0eb7994f98e533b2557"
				"8a46a0ddce04d84ae7d77e587a2254f42df119c4b7dfda936c730ef362c4e96c"
				"49b0037cd9301a58ce2bbc45d6db6c64a23e38b3ba955e8418b51117ebcf59f9"
				"8ae4bef0087040521373f9b885a0f726e59834774dcbd1d3f59e4b6607f54ea4"
				"8c365755467857b0ea3537c317b7dedb742fc2d648058fe772e59eca",
	},
	{
		.name = "neg-013: RFC 4303 3.4, cbc-sha256: ESP cut by 3 of 168 "
			"octets, IP length consistent",
		.encr = 12,
		.integ = 12,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "d8b6b81e12e3c59fbd1ac026225bf376",
		.mac_key = "746ef7c175a9995325ae4d9a881cce1902c68d3b861bbb08e3bf62720b56772d",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "450000b9123440004032afdacb007101cb00710211223344000000079c7e8e0d"
				"16990479324b9af2f779c68cedd5a20433fdadc09e6be0eb7994f98e533b2557"
				"8a46a0ddce04d84ae7d77e587a2254f42df119c4b7dfda936c730ef362c4e96c"
				"49b0037cd9301a58ce2bbc45d6db6c64a23e38b3ba955e8418b51117ebcf59f9"
				"8ae4bef0087040521373f9b885a0f726e59834774dcbd1d3f59e4b6607f54ea4"
				"8c365755467857b0ea3537c317b7dedb742fc2d648058fe772",
	},
	{
		.name = "neg-016: RFC 4303 3.4, cbc-sha256: ESP cut by 16 of 168 "
			"octets, IP length consistent",
		.encr = 12,
		.integ = 12,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "d8b6b81e12e3c59fbd1ac026225bf376",
		.mac_key = "746ef7c175a9995325ae4d9a881cce1902c68d3b861bbb08e3bf62720b56772d",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "450000ac123440004032afe7cb007101cb00710211223344000000079c7e8e0d"
				"16990479324b9af2f779c68cedd5a20433fdadc09e6be0eb7994f98e533b2557"
				"8a46a0ddce04d84ae7d77e587a2254f42df119c4b7dfda936c730ef362c4e96c"
				"49b0037cd9301a58ce2bbc45d6db6c64a23e38b3ba955e8418b51117ebcf59f9"
				"8ae4bef0087040521373f9b885a0f726e59834774dcbd1d3f59e4b6607f54ea4"
				"8c365755467857b0ea3537c3",
	},
	{
		.name = "neg-019: RFC 4303 3.4, cbc-sha256: ESP cut by 144 of 168 "
			"octets, IP length consistent",
		.encr = 12,
		.integ = 12,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "d8b6b81e12e3c59fbd1ac026225bf376",
		.mac_key = "746ef7c175a9995325ae4d9a881cce1902c68d3b861bbb08e3bf62720b56772d",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "4500002c123440004032b067cb007101cb00710211223344000000079c7e8e0d"
				"16990479324b9af2f779c68c",
	},
	{
		.name = "neg-022: RFC 4303 3.4, cbc-sha256: ESP cut by 164 of 168 "
			"octets, IP length consistent",
		.encr = 12,
		.integ = 12,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.key = "d8b6b81e12e3c59fbd1ac026225bf376",
		.mac_key = "746ef7c175a9995325ae4d9a881cce1902c68d3b861bbb08e3bf62720b56772d",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "45000018123440004032b07bcb007101cb00710211223344",
	},
	{
		.name = "neg-025: RFC 4303 3.4, cbc-sha256: 1 octets appended after "
			"the ICV, IP length consistent",
		.encr = 12,
		.integ = 12,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "d8b6b81e12e3c59fbd1ac026225bf376",
		.mac_key = "746ef7c175a9995325ae4d9a881cce1902c68d3b861bbb08e3bf62720b56772d",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "450000bd123440004032afd6cb007101cb00710211223344000000079c7e8e0d"
				"16990479324b9af2f779c68cedd5a20433fdadc09e6be0eb7994f98e533b2557"
				"8a46a0ddce04d84ae7d77e587a2254f42df119c4b7dfda936c730ef362c4e96c"
				"49b0037cd9301a58ce2bbc45d6db6c64a23e38b3ba955e8418b51117ebcf59f9"
				"8ae4bef0087040521373f9b885a0f726e59834774dcbd1d3f59e4b6607f54ea4"
				"8c365755467857b0ea3537c317b7dedb742fc2d648058fe772e59eca00",
	},
	{
		.name = "neg-028: RFC 4303 3.4, cbc-sha256: 4 octets appended after "
			"the ICV, IP length consistent",
		.encr = 12,
		.integ = 12,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "d8b6b81e12e3c59fbd1ac026225bf376",
		.mac_key = "746ef7c175a9995325ae4d9a881cce1902c68d3b861bbb08e3bf62720b56772d",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "450000c0123440004032afd3cb007101cb00710211223344000000079c7e8e0d"
				"16990479324b9af2f779c68cedd5a20433fdadc09e6be0eb7994f98e533b2557"
				"8a46a0ddce04d84ae7d77e587a2254f42df119c4b7dfda936c730ef362c4e96c"
				"49b0037cd9301a58ce2bbc45d6db6c64a23e38b3ba955e8418b51117ebcf59f9"
				"8ae4bef0087040521373f9b885a0f726e59834774dcbd1d3f59e4b6607f54ea4"
				"8c365755467857b0ea3537c317b7dedb742fc2d648058fe772e59eca00000000",
	},
	{
		.name = "neg-031: RFC 4303 2.4/2.5, cbc-sha256: pad length 255 but "
			"only 126 octets before it",
		.encr = 12,
		.integ = 12,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "d8b6b81e12e3c59fbd1ac026225bf376",
		.mac_key = "746ef7c175a9995325ae4d9a881cce1902c68d3b861bbb08e3bf62720b56772d",
		.offset = 20,
		.reason = NFI_REASON_PAD_LENGTH,
		.wire = "450000bc123440004032afd7cb007101cb00710211223344000000079c7e8e0d"
				"16990479324b9af2f779c68cedd5a20433fdadc09e6be0eb7994f98e533b2557"
				"8a46a0ddce04d84ae7d77e587a2254f42df119c4b7dfda936c730ef362c4e96c"
				"49b0037cd9301a58ce2bbc45d6db6c64a23e38b3ba955e8418b51117ebcf59f9"
				"8ae4bef0087040521373f9b885a0f726e59834774dcbd1d3f59e4b661d3186a2"
				"9f8cc4a5b571066ab10fa004e53f2729fc792f248bb1e99ba9377937",
	},
	{
		.name = "neg-034: RFC 4303 2.4: receiver SHOULD inspect, cbc-sha256: "
			"pad octets zero instead of 1,2,3",
		.encr = 12,
		.integ = 12,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "d8b6b81e12e3c59fbd1ac026225bf376",
		.mac_key = "746ef7c175a9995325ae4d9a881cce1902c68d3b861bbb08e3bf62720b56772d",
		.offset = 20,
		.reason = NFI_REASON_PADDING,
		.wire = "450000bc123440004032afd7cb007101cb00710211223344000000079c7e8e0d"
				"16990479324b9af2f779c68cedd5a20433fdadc09e6be0eb7994f98e533b2557"
				"8a46a0ddce04d84ae7d77e587a2254f42df119c4b7dfda936c730ef362c4e96c"
				"49b0037cd9301a58ce2bbc45d6db6c64a23e38b3ba955e8418b51117ebcf59f9"
				"8ae4bef0087040521373f9b885a0f726e59834774dcbd1d3f59e4b66d78b6d31"
				"b135e1db753bc56f21d8f6db38bb0ac0c8341469992a3b2d1f0890e7",
	},
	{
		.name = "neg-037: RFC 4303 2.6, cbc-sha256: next header 41 but the "
			"payload is IPv4",
		.encr = 12,
		.integ = 12,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "d8b6b81e12e3c59fbd1ac026225bf376",
		.mac_key = "746ef7c175a9995325ae4d9a881cce1902c68d3b861bbb08e3bf62720b56772d",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "450000bc123440004032afd7cb007101cb00710211223344000000079c7e8e0d"
				"16990479324b9af2f779c68cedd5a20433fdadc09e6be0eb7994f98e533b2557"
				"8a46a0ddce04d84ae7d77e587a2254f42df119c4b7dfda936c730ef362c4e96c"
				"49b0037cd9301a58ce2bbc45d6db6c64a23e38b3ba955e8418b51117ebcf59f9"
				"8ae4bef0087040521373f9b885a0f726e59834774dcbd1d3f59e4b667d4f0f40"
				"10a7db4b6a5d52cc54ea9f3d32f720300da00227d857b516fc3a5d33",
	},
	{
		.name = "neg-040: RFC 791, cbc-sha256: inner IPv4 total length 19",
		.encr = 12,
		.integ = 12,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "d8b6b81e12e3c59fbd1ac026225bf376",
		.mac_key = "746ef7c175a9995325ae4d9a881cce1902c68d3b861bbb08e3bf62720b56772d",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "4500006c123440004032b027cb007101cb00710211223344000000079c7e8e0d"
				"16990479324b9af2f779c68c2db24e4bcc6d9548533d608148ea83699ecc85f2"
				"8bb34d88149a9d6c619db60ec69c6792b8eb50c62b817c029378c53060c802f1"
				"460d307b2dc882b4b09ce699",
	},
	{
		.name = "neg-043: RFC 791, cbc-sha256: inner packet of 19 octets",
		.encr = 12,
		.integ = 12,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "d8b6b81e12e3c59fbd1ac026225bf376",
		.mac_key = "746ef7c175a9995325ae4d9a881cce1902c68d3b861bbb08e3bf62720b56772d",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "4500005c123440004032b037cb007101cb00710211223344000000079c7e8e0d"
				"16990479324b9af2f779c68cebd8f9795d59cafb142419348ea0359708a3b9d0"
				"5dbf43cf8dd5ed05d3c1e01ea868e5b353b53b7e5f1dbaf63637cdd8",
	},
	{
		.name = "neg-046: RFC 4301 5.2 step 5, cbc-sha256: inner source "
			"address outside the SA selectors (192.0.2.99)",
		.encr = 12,
		.integ = 12,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "d8b6b81e12e3c59fbd1ac026225bf376",
		.mac_key = "746ef7c175a9995325ae4d9a881cce1902c68d3b861bbb08e3bf62720b56772d",
		.offset = 20,
		.reason = NFI_REASON_SELECTOR,
		.wire = "4500005c123440004032b037cb007101cb00710211223344000000079c7e8e0d"
				"16990479324b9af2f779c68ccc4269143d719e2a3e282f0acb6756e0f0b88981"
				"0280d0870c52cc5993dc41b6cf6fa1670625e24cb7446a3eccca61e6",
	},
	{
		.name = "neg-049: RFC 4303 3.4.4, gcm: one bit in sequence number",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x6,
		.key = "dd67b3016b127f8219f5d1ba0f3e57d17a8f7f6a",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000ac123440004032afe7cb007101cb0071021122334400000006c60b12a7"
				"95d5e96a56681ba59807def3e78f56d134e8d0c6eb53378cfae6c5d2affbbe9a"
				"c9c4e0e80e584a799c70c2d5bb34d8cb532a81aed1e2fca7eceb2e23035a837d"
				"1cc77d4cd4a4a21836326f493e039069ae6d80d837ac55d5e5aa111d7fe9d199"
				"4ff6673b54538681d6c093a5a19a2d22317ab7ac55f76fa01cc1b809980f1bd6"
				"a656caaad5fdc3cd99446b13",
	},
	{
		.name = "neg-052: RFC 4303 3.4.4, gcm: one bit in last ciphertext "
			"octet (next header)",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "dd67b3016b127f8219f5d1ba0f3e57d17a8f7f6a",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000ac123440004032afe7cb007101cb0071021122334400000007c60b12a7"
				"95d5e96a56681ba59807def3e78f56d134e8d0c6eb53378cfae6c5d2affbbe9a"
				"c9c4e0e80e584a799c70c2d5bb34d8cb532a81aed1e2fca7eceb2e23035a837d"
				"1cc77d4cd4a4a21836326f493e039069ae6d80d837ac55d5e5aa111d7fe9d199"
				"4ff6673b54538681d6c093a5a19a2d22317ab7ac55f76fa01cc1b808980f1bd6"
				"a656caaad5fdc3cd99446b13",
	},
	{
		.name = "neg-055: RFC 4303 3.4.4, gcm: one bit in last ICV octet",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "dd67b3016b127f8219f5d1ba0f3e57d17a8f7f6a",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000ac123440004032afe7cb007101cb0071021122334400000007c60b12a7"
				"95d5e96a56681ba59807def3e78f56d134e8d0c6eb53378cfae6c5d2affbbe9a"
				"c9c4e0e80e584a799c70c2d5bb34d8cb532a81aed1e2fca7eceb2e23035a837d"
				"1cc77d4cd4a4a21836326f493e039069ae6d80d837ac55d5e5aa111d7fe9d199"
				"4ff6673b54538681d6c093a5a19a2d22317ab7ac55f76fa01cc1b809980f1bd6"
				"a656caaad5fdc3cd99446b12",
	},
	{
		.name = "neg-058: RFC 4303 3.4, gcm: ESP cut by 2 of 152 octets, IP "
			"length consistent",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "dd67b3016b127f8219f5d1ba0f3e57d17a8f7f6a",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "450000aa123440004032afe9cb007101cb0071021122334400000007c60b12a7"
				"95d5e96a56681ba59807def3e78f56d134e8d0c6eb53378cfae6c5d2affbbe9a"
				"c9c4e0e80e584a799c70c2d5bb34d8cb532a81aed1e2fca7eceb2e23035a837d"
				"1cc77d4cd4a4a21836326f493e039069ae6d80d837ac55d5e5aa111d7fe9d199"
				"4ff6673b54538681d6c093a5a19a2d22317ab7ac55f76fa01cc1b809980f1bd6"
				"a656caaad5fdc3cd9944",
	},
	{
		.name = "neg-061: RFC 4303 3.4, gcm: ESP cut by 8 of 152 octets, IP "
			"length consistent",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "dd67b3016b127f8219f5d1ba0f3e57d17a8f7f6a",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "450000a4123440004032afefcb007101cb0071021122334400000007c60b12a7"
				"95d5e96a56681ba59807def3e78f56d134e8d0c6eb53378cfae6c5d2affbbe9a"
				"c9c4e0e80e584a799c70c2d5bb34d8cb532a81aed1e2fca7eceb2e23035a837d"
				"1cc77d4cd4a4a21836326f493e039069ae6d80d837ac55d5e5aa111d7fe9d199"
				"4ff6673b54538681d6c093a5a19a2d22317ab7ac55f76fa01cc1b809980f1bd6"
				"a656caaa",
	},
	{
		.name = "neg-064: RFC 4303 3.4, gcm: ESP cut by 119 of 152 octets, IP "
			"length consistent",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "dd67b3016b127f8219f5d1ba0f3e57d17a8f7f6a",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "45000035123440004032b05ecb007101cb0071021122334400000007c60b12a7"
				"95d5e96a56681ba59807def3e78f56d134e8d0c6eb",
	},
	{
		.name = "neg-067: RFC 4303 3.4, gcm: ESP cut by 145 of 152 octets, IP "
			"length consistent",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.key = "dd67b3016b127f8219f5d1ba0f3e57d17a8f7f6a",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "4500001b123440004032b078cb007101cb00710211223344000000",
	},
	{
		.name = "neg-070: RFC 4303 3.4, gcm: ESP cut by 152 of 152 octets, IP "
			"length consistent",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.key = "dd67b3016b127f8219f5d1ba0f3e57d17a8f7f6a",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "45000014123440004032b07fcb007101cb007102",
	},
	{
		.name = "neg-073: RFC 4303 3.4, gcm: 3 octets appended after the ICV, "
			"IP length consistent",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "dd67b3016b127f8219f5d1ba0f3e57d17a8f7f6a",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "450000af123440004032afe4cb007101cb0071021122334400000007c60b12a7"
				"95d5e96a56681ba59807def3e78f56d134e8d0c6eb53378cfae6c5d2affbbe9a"
				"c9c4e0e80e584a799c70c2d5bb34d8cb532a81aed1e2fca7eceb2e23035a837d"
				"1cc77d4cd4a4a21836326f493e039069ae6d80d837ac55d5e5aa111d7fe9d199"
				"4ff6673b54538681d6c093a5a19a2d22317ab7ac55f76fa01cc1b809980f1bd6"
				"a656caaad5fdc3cd99446b13000000",
	},
	{
		.name = "neg-076: RFC 4303 3.4.4, gcm: ICV all zero",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "dd67b3016b127f8219f5d1ba0f3e57d17a8f7f6a",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000ac123440004032afe7cb007101cb0071021122334400000007c60b12a7"
				"95d5e96a56681ba59807def3e78f56d134e8d0c6eb53378cfae6c5d2affbbe9a"
				"c9c4e0e80e584a799c70c2d5bb34d8cb532a81aed1e2fca7eceb2e23035a837d"
				"1cc77d4cd4a4a21836326f493e039069ae6d80d837ac55d5e5aa111d7fe9d199"
				"4ff6673b54538681d6c093a5a19a2d22317ab7ac55f76fa01cc1b80900000000"
				"000000000000000000000000",
	},
	{
		.name = "neg-079: RFC 4303 2.5, gcm: pad length one more than "
			"available",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "dd67b3016b127f8219f5d1ba0f3e57d17a8f7f6a",
		.offset = 20,
		.reason = NFI_REASON_PAD_LENGTH,
		.wire = "45000038123440004032b05bcb007101cb0071021122334400000007c60b12a7"
				"95d5e96a126a18d73e9a5c0438ae6976aa1d12f8f369f6e3",
	},
	{
		.name = "neg-082: RFC 4301 5.2 step 4, gcm: next header 17 in a "
			"tunnel SA",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "dd67b3016b127f8219f5d1ba0f3e57d17a8f7f6a",
		.offset = 20,
		.reason = NFI_REASON_NEXT_HEADER,
		.wire = "45000098123440004032affbcb007101cb0071021122334400000007c60b12a7"
				"95d5e96a1cc814728a51b149a79f68d7f6deb2c4235a3f82f94bc47cbf888333"
				"ddd0f4fc124456658864d6c19718f4e7671eb59aeddec09bd8df1a172f76af51"
				"08d36958c8b8be0422267b5d526ffc05da19f4ac4bd029a991de65691385bdf5"
				"5be2732f484fc0d715fa82aa6b12ff01e7cd30ef3c2dcf31",
	},
	{
		.name = "neg-085: RFC 791, gcm: inner IPv4 total length larger than "
			"the payload",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "dd67b3016b127f8219f5d1ba0f3e57d17a8f7f6a",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "45000060123440004032b033cb007101cb0071021122334400000007c60b12a7"
				"95d5e96a56681b1b9807def3e78f516734e8d0c6eb53378cf546ca73af999120"
				"c9c5e2eb0a5d4c7e9479c8deb63bd4c06f213d7a2fcc49f3fb1b4eae4c6b5dbb",
	},
	{
		.name = "neg-088: RFC 791, gcm: inner IPv4 header length 15 words, "
			"packet 48 octets",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "dd67b3016b127f8219f5d1ba0f3e57d17a8f7f6a",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "45000068123440004032b02bcb007101cb0071021122334400000007c60b12a7"
				"95d5e96a5c681be39807def3e78f569f34e8d0c6eb53378cfae6c5d2af8508f2"
				"c9c4e0e80e584a799c70c2d5bb34d8cb532a81aec4f5e8b484db2edd4e2cc476"
				"f4b2bb31582491b3",
	},
	{
		.name = "neg-091: RFC 8200, gcm: inner IPv6 header cut at 39 octets",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "dd67b3016b127f8219f5d1ba0f3e57d17a8f7f6a",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "45000060123440004032b033cb007101cb0071021122334400000007c60b12a7"
				"95d5e96a73681bd38a2f8fb3879f676cf2dab4c32b533589f546ca768f989c98"
				"c9c7e2eb0a5d4c7e9479c8dfb53ad5ed00ff581e6743f17244a3489509c30b6b",
	},
	{
		.name = "neg-097: RFC 4303 3.4.4, chacha: one bit in middle "
			"ciphertext octet",
		.encr = 28,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "02d1c94a9ec2818532e5b847a53db1ac329ebbbc172610862e208242f4a54774"
				"db504fef",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000ac123440004032afe7cb007101cb0071021122334400000007b783e317"
				"7b296afd8ec17ac6bc3d1b9ce7e71a74446c257683d640de1fd29ae4625d0df6"
				"a5485222d2f783991d1220ee0c216b6b851faeff5681901673ad505c997fda9a"
				"ab94e1a18c4ca52c20ff262a5544e53fa166bcc5de4ca74f61f99260b025dd1e"
				"ed19971fbc88a07aebce58b7e4c2f33736a859d1d61a8f9452df41c01c780536"
				"a7767a334a4e42e1e97ac3b4",
	},
	{
		.name = "neg-100: RFC 4303 3.4.4, chacha: one bit in first ICV octet",
		.encr = 28,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "02d1c94a9ec2818532e5b847a53db1ac329ebbbc172610862e208242f4a54774"
				"db504fef",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000ac123440004032afe7cb007101cb0071021122334400000007b783e317"
				"7b296afd8ec17ac6bc3d1b9ce7e71a74446c257683d640de1fd29ae4625d0df6"
				"a5485222d2f783991d1220ee0c216b6b851faeff5681901673ad505c997fda9a"
				"aa94e1a18c4ca52c20ff262a5544e53fa166bcc5de4ca74f61f99260b025dd1e"
				"ed19971fbc88a07aebce58b7e4c2f33736a859d1d61a8f9452df41c01d780536"
				"a7767a334a4e42e1e97ac3b4",
	},
	{
		.name = "neg-103: RFC 4303 3.4, chacha: ESP cut by 1 of 152 octets, "
			"IP length consistent",
		.encr = 28,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "02d1c94a9ec2818532e5b847a53db1ac329ebbbc172610862e208242f4a54774"
				"db504fef",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "450000ab123440004032afe8cb007101cb0071021122334400000007b783e317"
				"7b296afd8ec17ac6bc3d1b9ce7e71a74446c257683d640de1fd29ae4625d0df6"
				"a5485222d2f783991d1220ee0c216b6b851faeff5681901673ad505c997fda9a"
				"aa94e1a18c4ca52c20ff262a5544e53fa166bcc5de4ca74f61f99260b025dd1e"
				"ed19971fbc88a07aebce58b7e4c2f33736a859d1d61a8f9452df41c01c780536"
				"a7767a334a4e42e1e97ac3",
	},
	{
		.name = "neg-106: RFC 4303 3.4, chacha: ESP cut by 4 of 152 octets, "
			"IP length consistent",
		.encr = 28,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "02d1c94a9ec2818532e5b847a53db1ac329ebbbc172610862e208242f4a54774"
				"db504fef",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "450000a8123440004032afebcb007101cb0071021122334400000007b783e317"
				"7b296afd8ec17ac6bc3d1b9ce7e71a74446c257683d640de1fd29ae4625d0df6"
				"a5485222d2f783991d1220ee0c216b6b851faeff5681901673ad505c997fda9a"
				"aa94e1a18c4ca52c20ff262a5544e53fa166bcc5de4ca74f61f99260b025dd1e"
				"ed19971fbc88a07aebce58b7e4c2f33736a859d1d61a8f9452df41c01c780536"
				"a7767a334a4e42e1",
	},
	{
		.name = "neg-109: RFC 4303 3.4, chacha: ESP cut by 17 of 152 octets, "
			"IP length consistent",
		.encr = 28,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "02d1c94a9ec2818532e5b847a53db1ac329ebbbc172610862e208242f4a54774"
				"db504fef",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "4500009b123440004032aff8cb007101cb0071021122334400000007b783e317"
				"7b296afd8ec17ac6bc3d1b9ce7e71a74446c257683d640de1fd29ae4625d0df6"
				"a5485222d2f783991d1220ee0c216b6b851faeff5681901673ad505c997fda9a"
				"aa94e1a18c4ca52c20ff262a5544e53fa166bcc5de4ca74f61f99260b025dd1e"
				"ed19971fbc88a07aebce58b7e4c2f33736a859d1d61a8f9452df41",
	},
	{
		.name = "neg-112: RFC 4303 3.4, chacha: ESP cut by 144 of 152 octets, "
			"IP length consistent",
		.encr = 28,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "02d1c94a9ec2818532e5b847a53db1ac329ebbbc172610862e208242f4a54774"
				"db504fef",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "4500001c123440004032b077cb007101cb0071021122334400000007",
	},
	{
		.name = "neg-115: RFC 4303 3.4, chacha: ESP cut by 151 of 152 octets, "
			"IP length consistent",
		.encr = 28,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.key = "02d1c94a9ec2818532e5b847a53db1ac329ebbbc172610862e208242f4a54774"
				"db504fef",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "45000015123440004032b07ecb007101cb00710211",
	},
	{
		.name = "neg-118: RFC 4303 3.4, chacha: 2 octets appended after the "
			"ICV, IP length consistent",
		.encr = 28,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "02d1c94a9ec2818532e5b847a53db1ac329ebbbc172610862e208242f4a54774"
				"db504fef",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "450000ae123440004032afe5cb007101cb0071021122334400000007b783e317"
				"7b296afd8ec17ac6bc3d1b9ce7e71a74446c257683d640de1fd29ae4625d0df6"
				"a5485222d2f783991d1220ee0c216b6b851faeff5681901673ad505c997fda9a"
				"aa94e1a18c4ca52c20ff262a5544e53fa166bcc5de4ca74f61f99260b025dd1e"
				"ed19971fbc88a07aebce58b7e4c2f33736a859d1d61a8f9452df41c01c780536"
				"a7767a334a4e42e1e97ac3b40000",
	},
	{
		.name = "neg-121: RFC 4303 3.4, chacha: 16 octets appended after the "
			"ICV, IP length consistent",
		.encr = 28,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "02d1c94a9ec2818532e5b847a53db1ac329ebbbc172610862e208242f4a54774"
				"db504fef",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "450000bc123440004032afd7cb007101cb0071021122334400000007b783e317"
				"7b296afd8ec17ac6bc3d1b9ce7e71a74446c257683d640de1fd29ae4625d0df6"
				"a5485222d2f783991d1220ee0c216b6b851faeff5681901673ad505c997fda9a"
				"aa94e1a18c4ca52c20ff262a5544e53fa166bcc5de4ca74f61f99260b025dd1e"
				"ed19971fbc88a07aebce58b7e4c2f33736a859d1d61a8f9452df41c01c780536"
				"a7767a334a4e42e1e97ac3b400000000000000000000000000000000",
	},
	{
		.name = "neg-124: RFC 4303 3.4.4, chacha: pad length equals "
			"everything (empty payload) in tunnel mode",
		.encr = 28,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "02d1c94a9ec2818532e5b847a53db1ac329ebbbc172610862e208242f4a54774"
				"db504fef",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "45000038123440004032b05bcb007101cb0071021122334400000007b783e317"
				"7b296afdcac378b4fc62b66a6fca7ae31272e748b96782ee",
	},
	{
		.name = "neg-127: RFC 4303 2.6, chacha: next header 59 (dummy)",
		.encr = 28,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "02d1c94a9ec2818532e5b847a53db1ac329ebbbc172610862e208242f4a54774"
				"db504fef",
		.offset = 20,
		.reason = NFI_REASON_DUMMY,
		.wire = "45000060123440004032b033cb007101cb0071021122334400000007b783e317"
				"7b296afdf0686fa4c836dfc1ff17942083cae05cdf557c1dc8a57a4bf1cbe5c8"
				"ee63913fa81fe2bc19fe2659012e675fc0b5715b5d32a3e320e93d5a4445a753",
	},
	{
		.name = "neg-130: RFC 4303 2.6, chacha: next header 4 but the payload "
			"is IPv6",
		.encr = 28,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "02d1c94a9ec2818532e5b847a53db1ac329ebbbc172610862e208242f4a54774"
				"db504fef",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "45000084123440004032b00fcb007101cb0071021122334400000007b783e317"
				"7b296afdabc17ab0ae2f4adc87f72bc9825e417343d642db10729540423e2ff4"
				"a54b5021d6f2859e151b2ae00f8c6ac595280eec429584026fb14c408d6bce8e"
				"86b8cd8db87891181cc31a166170d10b8d4a8ef2a421826538abdb4f9869f4ee"
				"5ec12a41",
	},
	{
		.name = "neg-133: RFC 791, chacha: inner IPv4 header length 4 words",
		.encr = 28,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "02d1c94a9ec2818532e5b847a53db1ac329ebbbc172610862e208242f4a54774"
				"db504fef",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "45000068123440004032b02bcb007101cb0071021122334400000007b783e317"
				"7b296afd8fc17a80bc3d1b9ce7e71a3a446c257683d640de1fd29ae46223bb9e"
				"a5485222d2f783991d1220ee0c216b6b851faeff439684050d10cfe6dfac19b4"
				"70b3de042b15cc47",
	},
	{
		.name = "neg-136: RFC 8200, chacha: inner IPv6 payload length larger "
			"than the payload",
		.encr = 28,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "02d1c94a9ec2818532e5b847a53db1ac329ebbbc172610862e208242f4a54774"
				"db504fef",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "45000074123440004032b01fcb007101cb0071021122334400000007b783e317"
				"7b296afdabc17ab0aec14adc87f72bc9825e417343d642db10729540423e2ff4"
				"a54b5021d6f2859e151b2ae0002c6564950ebcec429486016bb44a478562c485"
				"8bb7c1ab955e85695c44d8129a61ae7586c3c172",
	},
	{
		.name = "neg-325: RFC 4303, gcm-esn unmodified",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "1014ec751fda17b1e4954a2ed6083ad7791339983a28f58450cea7ba05d73766"
				"a6459a48",
		.offset = 20,
		.reason = NFI_REASON_OK,
		.wire = "450000ac123440004032afe7cb007101cb007102112233440000000785e22c52"
				"350d9b2bd70a656371eab54d3761f396e7ae317912cb61b9f50a02a0e883127a"
				"48a40786a68660ffb8b52cbb4288a6d2ad211aa8532a6351201658ef11ea29bd"
				"7db55aa155756620821808dd2d333cbb5c534ab88c77a6ff99a8c7e4abfe68e9"
				"ef5b3e8528ddecd715f37da4af7e3fc0d60fe4c0a9cd4985d0baebd68ce992ff"
				"3a28b99f89a18e16278ec8d1",
	},
	{
		.name = "neg-328: RFC 4303 3.4.4, gcm-esn: one bit in first "
			"ciphertext octet",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "1014ec751fda17b1e4954a2ed6083ad7791339983a28f58450cea7ba05d73766"
				"a6459a48",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000ac123440004032afe7cb007101cb007102112233440000000785e22c52"
				"350d9b2bd60a656371eab54d3761f396e7ae317912cb61b9f50a02a0e883127a"
				"48a40786a68660ffb8b52cbb4288a6d2ad211aa8532a6351201658ef11ea29bd"
				"7db55aa155756620821808dd2d333cbb5c534ab88c77a6ff99a8c7e4abfe68e9"
				"ef5b3e8528ddecd715f37da4af7e3fc0d60fe4c0a9cd4985d0baebd68ce992ff"
				"3a28b99f89a18e16278ec8d1",
	},
	{
		.name = "neg-331: RFC 4303 3.4.4, gcm-esn: one bit in pad length "
			"octet",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "1014ec751fda17b1e4954a2ed6083ad7791339983a28f58450cea7ba05d73766"
				"a6459a48",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000ac123440004032afe7cb007101cb007102112233440000000785e22c52"
				"350d9b2bd70a656371eab54d3761f396e7ae317912cb61b9f50a02a0e883127a"
				"48a40786a68660ffb8b52cbb4288a6d2ad211aa8532a6351201658ef11ea29bd"
				"7db55aa155756620821808dd2d333cbb5c534ab88c77a6ff99a8c7e4abfe68e9"
				"ef5b3e8528ddecd715f37da4af7e3fc0d60fe4c0a9cd4985d0baead68ce992ff"
				"3a28b99f89a18e16278ec8d1",
	},
	{
		.name = "neg-334: RFC 4303 3.4.4, gcm-esn: one bit in IV",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "1014ec751fda17b1e4954a2ed6083ad7791339983a28f58450cea7ba05d73766"
				"a6459a48",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000ac123440004032afe7cb007101cb007102112233440000000784e22c52"
				"350d9b2bd70a656371eab54d3761f396e7ae317912cb61b9f50a02a0e883127a"
				"48a40786a68660ffb8b52cbb4288a6d2ad211aa8532a6351201658ef11ea29bd"
				"7db55aa155756620821808dd2d333cbb5c534ab88c77a6ff99a8c7e4abfe68e9"
				"ef5b3e8528ddecd715f37da4af7e3fc0d60fe4c0a9cd4985d0baebd68ce992ff"
				"3a28b99f89a18e16278ec8d1",
	},
	{
		.name = "neg-337: RFC 4303 3.4, gcm-esn: ESP cut by 3 of 152 octets, "
			"IP length consistent",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "1014ec751fda17b1e4954a2ed6083ad7791339983a28f58450cea7ba05d73766"
				"a6459a48",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "450000a9123440004032afeacb007101cb007102112233440000000785e22c52"
				"350d9b2bd70a656371eab54d3761f396e7ae317912cb61b9f50a02a0e883127a"
				"48a40786a68660ffb8b52cbb4288a6d2ad211aa8532a6351201658ef11ea29bd"
				"7db55aa155756620821808dd2d333cbb5c534ab88c77a6ff99a8c7e4abfe68e9"
				"ef5b3e8528ddecd715f37da4af7e3fc0d60fe4c0a9cd4985d0baebd68ce992ff"
				"3a28b99f89a18e1627",
	},
	{
		.name = "neg-340: RFC 4303 3.4, gcm-esn: ESP cut by 16 of 152 octets, "
			"IP length consistent",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "1014ec751fda17b1e4954a2ed6083ad7791339983a28f58450cea7ba05d73766"
				"a6459a48",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "4500009c123440004032aff7cb007101cb007102112233440000000785e22c52"
				"350d9b2bd70a656371eab54d3761f396e7ae317912cb61b9f50a02a0e883127a"
				"48a40786a68660ffb8b52cbb4288a6d2ad211aa8532a6351201658ef11ea29bd"
				"7db55aa155756620821808dd2d333cbb5c534ab88c77a6ff99a8c7e4abfe68e9"
				"ef5b3e8528ddecd715f37da4af7e3fc0d60fe4c0a9cd4985d0baebd6",
	},
	{
		.name = "neg-343: RFC 4303 3.4, gcm-esn: ESP cut by 136 of 152 "
			"octets, IP length consistent",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "1014ec751fda17b1e4954a2ed6083ad7791339983a28f58450cea7ba05d73766"
				"a6459a48",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "45000024123440004032b06fcb007101cb007102112233440000000785e22c52"
				"350d9b2b",
	},
	{
		.name = "neg-346: RFC 4303 3.4, gcm-esn: ESP cut by 148 of 152 "
			"octets, IP length consistent",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000000,
		.key = "1014ec751fda17b1e4954a2ed6083ad7791339983a28f58450cea7ba05d73766"
				"a6459a48",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "45000018123440004032b07bcb007101cb00710211223344",
	},
	{
		.name = "neg-349: RFC 4303 3.4, gcm-esn: 1 octets appended after the "
			"ICV, IP length consistent",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "1014ec751fda17b1e4954a2ed6083ad7791339983a28f58450cea7ba05d73766"
				"a6459a48",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "450000ad123440004032afe6cb007101cb007102112233440000000785e22c52"
				"350d9b2bd70a656371eab54d3761f396e7ae317912cb61b9f50a02a0e883127a"
				"48a40786a68660ffb8b52cbb4288a6d2ad211aa8532a6351201658ef11ea29bd"
				"7db55aa155756620821808dd2d333cbb5c534ab88c77a6ff99a8c7e4abfe68e9"
				"ef5b3e8528ddecd715f37da4af7e3fc0d60fe4c0a9cd4985d0baebd68ce992ff"
				"3a28b99f89a18e16278ec8d100",
	},
	{
		.name = "neg-352: RFC 4303 3.4, gcm-esn: 4 octets appended after the "
			"ICV, IP length consistent",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "1014ec751fda17b1e4954a2ed6083ad7791339983a28f58450cea7ba05d73766"
				"a6459a48",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.any_of_3 = true,
		.wire = "450000b0123440004032afe3cb007101cb007102112233440000000785e22c52"
				"350d9b2bd70a656371eab54d3761f396e7ae317912cb61b9f50a02a0e883127a"
				"48a40786a68660ffb8b52cbb4288a6d2ad211aa8532a6351201658ef11ea29bd"
				"7db55aa155756620821808dd2d333cbb5c534ab88c77a6ff99a8c7e4abfe68e9"
				"ef5b3e8528ddecd715f37da4af7e3fc0d60fe4c0a9cd4985d0baebd68ce992ff"
				"3a28b99f89a18e16278ec8d100000000",
	},
	{
		.name = "neg-355: RFC 4303 2.2.1, gcm-esn: receiver assumes high word "
			"0, sender used 3",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "1014ec751fda17b1e4954a2ed6083ad7791339983a28f58450cea7ba05d73766"
				"a6459a48",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000ac123440004032afe7cb007101cb007102112233440000000785e22c52"
				"350d9b2bd70a656371eab54d3761f396e7ae317912cb61b9f50a02a0e883127a"
				"48a40786a68660ffb8b52cbb4288a6d2ad211aa8532a6351201658ef11ea29bd"
				"7db55aa155756620821808dd2d333cbb5c534ab88c77a6ff99a8c7e4abfe68e9"
				"ef5b3e8528ddecd715f37da4af7e3fc0d60fe4c0a9cd4985d0baebd68ce992ff"
				"3a28b99f89a18e16278ec8d1",
	},
	{
		.name = "neg-358: RFC 4303 2.4/2.5, gcm-esn: pad length 255 but only "
			"118 octets before it",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "1014ec751fda17b1e4954a2ed6083ad7791339983a28f58450cea7ba05d73766"
				"a6459a48",
		.offset = 20,
		.reason = NFI_REASON_PAD_LENGTH,
		.wire = "450000ac123440004032afe7cb007101cb007102112233440000000785e22c52"
				"350d9b2bd70a656371eab54d3761f396e7ae317912cb61b9f50a02a0e883127a"
				"48a40786a68660ffb8b52cbb4288a6d2ad211aa8532a6351201658ef11ea29bd"
				"7db55aa155756620821808dd2d333cbb5c534ab88c77a6ff99a8c7e4abfe68e9"
				"ef5b3e8528ddecd715f37da4af7e3fc0d60fe4c0a9cd4985d0ba14d631b57fa0"
				"c0ff2f38ff602ef209d8af80",
	},
	{
		.name = "neg-361: RFC 4303 2.4: receiver SHOULD inspect, gcm-esn: pad "
			"octets zero instead of 1,2,3",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "1014ec751fda17b1e4954a2ed6083ad7791339983a28f58450cea7ba05d73766"
				"a6459a48",
		.offset = 20,
		.reason = NFI_REASON_PADDING,
		.wire = "450000b0123440004032afe3cb007101cb007102112233440000000785e22c52"
				"350d9b2bd70a656371eab54d3761f396e7ae317912cb61b9f50a02a0e883127a"
				"48a40786a68660ffb8b52cbb4288a6d2ad211aa8532a6351201658ef11ea29bd"
				"7db55aa155756620821808dd2d333cbb5c534ab88c77a6ff99a8c7e4abfe68e9"
				"ef5b3e8528ddecd715f37da4af7e3fc0d60fe4c0a9cd4985d0baebd2ad421dd4"
				"77a60e25f0ad04ed2c2449bcd64a0fe4",
	},
	{
		.name = "neg-364: RFC 4303 2.6, gcm-esn: next header 41 but the "
			"payload is IPv4",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "1014ec751fda17b1e4954a2ed6083ad7791339983a28f58450cea7ba05d73766"
				"a6459a48",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "450000ac123440004032afe7cb007101cb007102112233440000000785e22c52"
				"350d9b2bd70a656371eab54d3761f396e7ae317912cb61b9f50a02a0e883127a"
				"48a40786a68660ffb8b52cbb4288a6d2ad211aa8532a6351201658ef11ea29bd"
				"7db55aa155756620821808dd2d333cbb5c534ab88c77a6ff99a8c7e4abfe68e9"
				"ef5b3e8528ddecd715f37da4af7e3fc0d60fe4c0a9cd4985d0baebfbbbe846d5"
				"bbc8ff9171690298e0390e87",
	},
	{
		.name = "neg-367: RFC 791, gcm-esn: inner IPv4 total length 19",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "1014ec751fda17b1e4954a2ed6083ad7791339983a28f58450cea7ba05d73766"
				"a6459a48",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "45000060123440004032b033cb007101cb007102112233440000000785e22c52"
				"350d9b2bd70a650671eab54d3761f3fbe7ae317912cb61b9faaa0d01e8e13dc0"
				"48a50585a28366f8b0bc26b04f87aad91a84f524d5f5cc3139eea4b8ea6ecb73",
	},
	{
		.name = "neg-370: RFC 791, gcm-esn: inner packet of 19 octets",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "1014ec751fda17b1e4954a2ed6083ad7791339983a28f58450cea7ba05d73766"
				"a6459a48",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "4500004c123440004032b047cb007101cb007102112233440000000785e22c52"
				"350d9b2bd70a652571eab54d3761f3d8e7ae317912cb61bdf8a90e052f56322c"
				"0a6933432304721bfe54593a",
	},
	{
		.name = "neg-373: RFC 4301 5.2 step 5, gcm-esn: inner source address "
			"outside the SA selectors (192.0.2.99)",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "1014ec751fda17b1e4954a2ed6083ad7791339983a28f58450cea7ba05d73766"
				"a6459a48",
		.offset = 20,
		.reason = NFI_REASON_SELECTOR,
		.wire = "45000054123440004032b03fcb007101cb007102112233440000000785e22c52"
				"350d9b2bd70a650871eab54d37616ba0e19d571f12cb61b9faab0d03e8e83eb0"
				"30a40481a861ff5b456e80542296820610a46d40",
	},
	{
		.name = "neg-376: RFC 4303, ESP packet with DF and no fragmentation",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "dd67b3016b127f8219f5d1ba0f3e57d17a8f7f6a",
		.offset = 20,
		.reason = NFI_REASON_OK,
		.wire = "4500011c123440004032af77cb007101cb007102112233440000000700000000"
				"0000000090f4abb7439632ff70900a0f55756e3222484ea4077b5bfffced3218"
				"9c4037634248a3488ecac98286fb943230b94a2f42424a39dfc163be19e3cd52"
				"418b0b015a98aef03272818ccbd46906f437162a77bd64c4a19c2b2840793ace"
				"dd04065db2030ea7bc86df3cf7a5834271605af60d51b345d9fb80b745f482af"
				"5814eb81ac0e7b45965da2c126412ac38311bc292223f2faa3985cdb3a4fa999"
				"a7f49a220b8fdff1f2a2b251eca68ecd3a3d03853c06ac1a5d3c4c1ad581ddee"
				"06d5e5ebdaa4edb34016f027289a21f59c60e05ee90bb188a0fe2da00a1353ab"
				"e84c536dd9943e18fa64f54b42d6e4cead216f6649b291176aed480d",
	},
};
