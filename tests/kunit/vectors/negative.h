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
		.reason = NFI_REASON_NOT_ALIGNED,
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
		.reason = NFI_REASON_INTEGRITY,
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
		.reason = NFI_REASON_NOT_ALIGNED,
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
		.reason = NFI_REASON_NOT_ALIGNED,
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
		.reason = NFI_REASON_NOT_ALIGNED,
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
		.reason = NFI_REASON_INTEGRITY,
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
		.reason = NFI_REASON_NOT_ALIGNED,
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
		.name = "neg-094: RFC 4303 3.4.4, chacha: one bit in SPI",
		.encr = 28,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "02d1c94a9ec2818532e5b847a53db1ac329ebbbc172610862e208242f4a54774"
				"db504fef",
		.offset = 20,
		.reason = NFI_REASON_UNKNOWN_SPI,
		.wire = "450000ac123440004032afe7cb007101cb0071021022334400000007b783e317"
				"7b296afd8ec17ac6bc3d1b9ce7e71a74446c257683d640de1fd29ae4625d0df6"
				"a5485222d2f783991d1220ee0c216b6b851faeff5681901673ad505c997fda9a"
				"aa94e1a18c4ca52c20ff262a5544e53fa166bcc5de4ca74f61f99260b025dd1e"
				"ed19971fbc88a07aebce58b7e4c2f33736a859d1d61a8f9452df41c01c780536"
				"a7767a334a4e42e1e97ac3b4",
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
		.reason = NFI_REASON_NOT_ALIGNED,
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
		.reason = NFI_REASON_INTEGRITY,
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
		.reason = NFI_REASON_NOT_ALIGNED,
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
		.reason = NFI_REASON_NOT_ALIGNED,
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
		.reason = NFI_REASON_INTEGRITY,
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
		.name = "neg-139: RFC 4303, null-sha1 unmodified",
		.encr = 11,
		.integ = 2,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.mac_key = "903785ead04969c042da9535fc3a171cafece7a9",
		.offset = 20,
		.reason = NFI_REASON_OK,
		.wire = "450000a0123440004032aff3cb007101cb007102112233440000000745000076"
				"1234400040113c05c6336405c00002050fa00fa100622fba0001020304050607"
				"08090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324252627"
				"28292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f4041424344454647"
				"48494a4b4c4d4e4f505152535455565758590004e7e8dc8dc20b377914ea7b88",
	},
	{
		.name = "neg-142: RFC 4303 3.4.4, null-sha1: one bit in first "
			"ciphertext octet",
		.encr = 11,
		.integ = 2,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.mac_key = "903785ead04969c042da9535fc3a171cafece7a9",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000a0123440004032aff3cb007101cb007102112233440000000744000076"
				"1234400040113c05c6336405c00002050fa00fa100622fba0001020304050607"
				"08090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324252627"
				"28292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f4041424344454647"
				"48494a4b4c4d4e4f505152535455565758590004e7e8dc8dc20b377914ea7b88",
	},
	{
		.name = "neg-145: RFC 4303 3.4.4, null-sha1: one bit in pad length "
			"octet",
		.encr = 11,
		.integ = 2,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.mac_key = "903785ead04969c042da9535fc3a171cafece7a9",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000a0123440004032aff3cb007101cb007102112233440000000745000076"
				"1234400040113c05c6336405c00002050fa00fa100622fba0001020304050607"
				"08090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324252627"
				"28292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f4041424344454647"
				"48494a4b4c4d4e4f505152535455565758590104e7e8dc8dc20b377914ea7b88",
	},
	{
		.name = "neg-148: RFC 4303 3.4, null-sha1: ESP cut by 1 of 140 "
			"octets, IP length consistent",
		.encr = 11,
		.integ = 2,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.mac_key = "903785ead04969c042da9535fc3a171cafece7a9",
		.offset = 20,
		.reason = NFI_REASON_NOT_ALIGNED,
		.wire = "4500009f123440004032aff4cb007101cb007102112233440000000745000076"
				"1234400040113c05c6336405c00002050fa00fa100622fba0001020304050607"
				"08090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324252627"
				"28292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f4041424344454647"
				"48494a4b4c4d4e4f505152535455565758590004e7e8dc8dc20b377914ea7b",
	},
	{
		.name = "neg-151: RFC 4303 3.4, null-sha1: ESP cut by 4 of 140 "
			"octets, IP length consistent",
		.encr = 11,
		.integ = 2,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.mac_key = "903785ead04969c042da9535fc3a171cafece7a9",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "4500009c123440004032aff7cb007101cb007102112233440000000745000076"
				"1234400040113c05c6336405c00002050fa00fa100622fba0001020304050607"
				"08090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324252627"
				"28292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f4041424344454647"
				"48494a4b4c4d4e4f505152535455565758590004e7e8dc8dc20b3779",
	},
	{
		.name = "neg-154: RFC 4303 3.4, null-sha1: ESP cut by 13 of 140 "
			"octets, IP length consistent",
		.encr = 11,
		.integ = 2,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.mac_key = "903785ead04969c042da9535fc3a171cafece7a9",
		.offset = 20,
		.reason = NFI_REASON_NOT_ALIGNED,
		.wire = "45000093123440004032b000cb007101cb007102112233440000000745000076"
				"1234400040113c05c6336405c00002050fa00fa100622fba0001020304050607"
				"08090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324252627"
				"28292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f4041424344454647"
				"48494a4b4c4d4e4f5051525354555657585900",
	},
	{
		.name = "neg-157: RFC 4303 3.4, null-sha1: ESP cut by 132 of 140 "
			"octets, IP length consistent",
		.encr = 11,
		.integ = 2,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.mac_key = "903785ead04969c042da9535fc3a171cafece7a9",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.wire = "4500001c123440004032b077cb007101cb0071021122334400000007",
	},
	{
		.name = "neg-160: RFC 4303 3.4, null-sha1: ESP cut by 139 of 140 "
			"octets, IP length consistent",
		.encr = 11,
		.integ = 2,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.mac_key = "903785ead04969c042da9535fc3a171cafece7a9",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.wire = "45000015123440004032b07ecb007101cb00710211",
	},
	{
		.name = "neg-163: RFC 4303 3.4, null-sha1: 2 octets appended after "
			"the ICV, IP length consistent",
		.encr = 11,
		.integ = 2,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.mac_key = "903785ead04969c042da9535fc3a171cafece7a9",
		.offset = 20,
		.reason = NFI_REASON_NOT_ALIGNED,
		.wire = "450000a2123440004032aff1cb007101cb007102112233440000000745000076"
				"1234400040113c05c6336405c00002050fa00fa100622fba0001020304050607"
				"08090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324252627"
				"28292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f4041424344454647"
				"48494a4b4c4d4e4f505152535455565758590004e7e8dc8dc20b377914ea7b88"
				"0000",
	},
	{
		.name = "neg-166: RFC 4303 3.4, null-sha1: 16 octets appended after "
			"the ICV, IP length consistent",
		.encr = 11,
		.integ = 2,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.mac_key = "903785ead04969c042da9535fc3a171cafece7a9",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000b0123440004032afe3cb007101cb007102112233440000000745000076"
				"1234400040113c05c6336405c00002050fa00fa100622fba0001020304050607"
				"08090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324252627"
				"28292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f4041424344454647"
				"48494a4b4c4d4e4f505152535455565758590004e7e8dc8dc20b377914ea7b88"
				"00000000000000000000000000000000",
	},
	{
		.name = "neg-169: RFC 4303 3.4.4, null-sha1: pad length equals "
			"everything (empty payload) in tunnel mode",
		.encr = 11,
		.integ = 2,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.mac_key = "903785ead04969c042da9535fc3a171cafece7a9",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "4500002c123440004032b067cb007101cb007102112233440000000701020204"
				"b79fc12e7ed88867a14e249e",
	},
	{
		.name = "neg-172: RFC 4303 2.6, null-sha1: next header 59 (dummy)",
		.encr = 11,
		.integ = 2,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.mac_key = "903785ead04969c042da9535fc3a171cafece7a9",
		.offset = 20,
		.reason = NFI_REASON_DUMMY,
		.wire = "45000054123440004032b03fcb007101cb0071021122334400000007630cccf2"
				"1cb992fc48b14dd82595df4041998b7e505bec033c28e3298081f4925deca0b5"
				"d287b1860102023bf40a4fe136007b443f28f65c",
	},
	{
		.name = "neg-175: RFC 4303 2.6, null-sha1: next header 4 but the "
			"payload is IPv6",
		.encr = 11,
		.integ = 2,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.mac_key = "903785ead04969c042da9535fc3a171cafece7a9",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "45000078123440004032b01bcb007101cb007102112233440000000760000000"
				"0026114020010db800010000000000000000000520010db80002000000000000"
				"000000050fa00fa10026b200000102030405060708090a0b0c0d0e0f10111213"
				"1415161718191a1b1c1d0004558846e350cee0687d26a84e",
	},
	{
		.name = "neg-178: RFC 791, null-sha1: inner IPv4 header length 4 "
			"words",
		.encr = 11,
		.integ = 2,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.mac_key = "903785ead04969c042da9535fc3a171cafece7a9",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "4500005c123440004032b037cb007101cb007102112233440000000744000030"
				"1234400040113c4bc6336405c00002050fa00fa1001c99d20001020304050607"
				"08090a0b0c0d0e0f10111213010202043f9178190a0d4c4cb91b1bd0",
	},
	{
		.name = "neg-181: RFC 8200, null-sha1: inner IPv6 payload length "
			"larger than the payload",
		.encr = 11,
		.integ = 2,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.mac_key = "903785ead04969c042da9535fc3a171cafece7a9",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "45000068123440004032b02bcb007101cb007102112233440000000760000000"
				"00c8114020010db800010000000000000000000520010db80002000000000000"
				"00000005000000000000000000000000000000000000000001020229b1211e89"
				"4019b5a1c295de23",
	},
	{
		.name = "neg-184: RFC 4303, ccm8 unmodified",
		.encr = 14,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "6102fb7ba4fe15a092c620040eb3d36fdab5dc",
		.offset = 20,
		.reason = NFI_REASON_OK,
		.wire = "450000a4123440004032afefcb007101cb0071021122334400000007733546de"
				"074bb5becded6aa8ce4372c1c7dec289652ef8a749f14ade208ee51788183809"
				"a90153acd142f97d8fe49432a5116e740cc6efcec49f3e3e3e790158c81e1fd5"
				"1e160b977390830cd183298b26a8b31f6e1223626d140c88d0b075709c36dedf"
				"1c420f1f85ccca73ba1d96778c705e4bfd847addc21ed05ae486cb96c03aeac2"
				"036b904c",
	},
	{
		.name = "neg-187: RFC 4303 3.4.4, ccm8: one bit in first ciphertext "
			"octet",
		.encr = 14,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "6102fb7ba4fe15a092c620040eb3d36fdab5dc",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000a4123440004032afefcb007101cb0071021122334400000007733546de"
				"074bb5becced6aa8ce4372c1c7dec289652ef8a749f14ade208ee51788183809"
				"a90153acd142f97d8fe49432a5116e740cc6efcec49f3e3e3e790158c81e1fd5"
				"1e160b977390830cd183298b26a8b31f6e1223626d140c88d0b075709c36dedf"
				"1c420f1f85ccca73ba1d96778c705e4bfd847addc21ed05ae486cb96c03aeac2"
				"036b904c",
	},
	{
		.name = "neg-190: RFC 4303 3.4.4, ccm8: one bit in pad length octet",
		.encr = 14,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "6102fb7ba4fe15a092c620040eb3d36fdab5dc",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000a4123440004032afefcb007101cb0071021122334400000007733546de"
				"074bb5becded6aa8ce4372c1c7dec289652ef8a749f14ade208ee51788183809"
				"a90153acd142f97d8fe49432a5116e740cc6efcec49f3e3e3e790158c81e1fd5"
				"1e160b977390830cd183298b26a8b31f6e1223626d140c88d0b075709c36dedf"
				"1c420f1f85ccca73ba1d96778c705e4bfd847addc21ed05ae486ca96c03aeac2"
				"036b904c",
	},
	{
		.name = "neg-193: RFC 4303 3.4.4, ccm8: one bit in IV",
		.encr = 14,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "6102fb7ba4fe15a092c620040eb3d36fdab5dc",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000a4123440004032afefcb007101cb0071021122334400000007723546de"
				"074bb5becded6aa8ce4372c1c7dec289652ef8a749f14ade208ee51788183809"
				"a90153acd142f97d8fe49432a5116e740cc6efcec49f3e3e3e790158c81e1fd5"
				"1e160b977390830cd183298b26a8b31f6e1223626d140c88d0b075709c36dedf"
				"1c420f1f85ccca73ba1d96778c705e4bfd847addc21ed05ae486cb96c03aeac2"
				"036b904c",
	},
	{
		.name = "neg-196: RFC 4303 3.4, ccm8: ESP cut by 3 of 144 octets, IP "
			"length consistent",
		.encr = 14,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "6102fb7ba4fe15a092c620040eb3d36fdab5dc",
		.offset = 20,
		.reason = NFI_REASON_NOT_ALIGNED,
		.wire = "450000a1123440004032aff2cb007101cb0071021122334400000007733546de"
				"074bb5becded6aa8ce4372c1c7dec289652ef8a749f14ade208ee51788183809"
				"a90153acd142f97d8fe49432a5116e740cc6efcec49f3e3e3e790158c81e1fd5"
				"1e160b977390830cd183298b26a8b31f6e1223626d140c88d0b075709c36dedf"
				"1c420f1f85ccca73ba1d96778c705e4bfd847addc21ed05ae486cb96c03aeac2"
				"03",
	},
	{
		.name = "neg-199: RFC 4303 3.4, ccm8: ESP cut by 8 of 144 octets, IP "
			"length consistent",
		.encr = 14,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "6102fb7ba4fe15a092c620040eb3d36fdab5dc",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "4500009c123440004032aff7cb007101cb0071021122334400000007733546de"
				"074bb5becded6aa8ce4372c1c7dec289652ef8a749f14ade208ee51788183809"
				"a90153acd142f97d8fe49432a5116e740cc6efcec49f3e3e3e790158c81e1fd5"
				"1e160b977390830cd183298b26a8b31f6e1223626d140c88d0b075709c36dedf"
				"1c420f1f85ccca73ba1d96778c705e4bfd847addc21ed05ae486cb96",
	},
	{
		.name = "neg-202: RFC 4303 3.4, ccm8: ESP cut by 128 of 144 octets, "
			"IP length consistent",
		.encr = 14,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "6102fb7ba4fe15a092c620040eb3d36fdab5dc",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.wire = "45000024123440004032b06fcb007101cb0071021122334400000007733546de"
				"074bb5be",
	},
	{
		.name = "neg-205: RFC 4303 3.4, ccm8: ESP cut by 140 of 144 octets, "
			"IP length consistent",
		.encr = 14,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.key = "6102fb7ba4fe15a092c620040eb3d36fdab5dc",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.wire = "45000018123440004032b07bcb007101cb00710211223344",
	},
	{
		.name = "neg-208: RFC 4303 3.4, ccm8: 1 octets appended after the "
			"ICV, IP length consistent",
		.encr = 14,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "6102fb7ba4fe15a092c620040eb3d36fdab5dc",
		.offset = 20,
		.reason = NFI_REASON_NOT_ALIGNED,
		.wire = "450000a5123440004032afeecb007101cb0071021122334400000007733546de"
				"074bb5becded6aa8ce4372c1c7dec289652ef8a749f14ade208ee51788183809"
				"a90153acd142f97d8fe49432a5116e740cc6efcec49f3e3e3e790158c81e1fd5"
				"1e160b977390830cd183298b26a8b31f6e1223626d140c88d0b075709c36dedf"
				"1c420f1f85ccca73ba1d96778c705e4bfd847addc21ed05ae486cb96c03aeac2"
				"036b904c00",
	},
	{
		.name = "neg-211: RFC 4303 3.4, ccm8: 4 octets appended after the "
			"ICV, IP length consistent",
		.encr = 14,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "6102fb7ba4fe15a092c620040eb3d36fdab5dc",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000a8123440004032afebcb007101cb0071021122334400000007733546de"
				"074bb5becded6aa8ce4372c1c7dec289652ef8a749f14ade208ee51788183809"
				"a90153acd142f97d8fe49432a5116e740cc6efcec49f3e3e3e790158c81e1fd5"
				"1e160b977390830cd183298b26a8b31f6e1223626d140c88d0b075709c36dedf"
				"1c420f1f85ccca73ba1d96778c705e4bfd847addc21ed05ae486cb96c03aeac2"
				"036b904c00000000",
	},
	{
		.name = "neg-214: RFC 4303 2.4/2.5, ccm8: pad length 255 but only 118 "
			"octets before it",
		.encr = 14,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "6102fb7ba4fe15a092c620040eb3d36fdab5dc",
		.offset = 20,
		.reason = NFI_REASON_PAD_LENGTH,
		.wire = "450000a4123440004032afefcb007101cb0071021122334400000007733546de"
				"074bb5becded6aa8ce4372c1c7dec289652ef8a749f14ade208ee51788183809"
				"a90153acd142f97d8fe49432a5116e740cc6efcec49f3e3e3e790158c81e1fd5"
				"1e160b977390830cd183298b26a8b31f6e1223626d140c88d0b075709c36dedf"
				"1c420f1f85ccca73ba1d96778c705e4bfd847addc21ed05ae48634965655f4cc"
				"0d92181e",
	},
	{
		.name = "neg-217: RFC 4303 2.4: receiver SHOULD inspect, ccm8: pad "
			"octets zero instead of 1,2,3",
		.encr = 14,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "6102fb7ba4fe15a092c620040eb3d36fdab5dc",
		.offset = 20,
		.reason = NFI_REASON_PADDING,
		.wire = "450000a8123440004032afebcb007101cb0071021122334400000007733546de"
				"074bb5becded6aa8ce4372c1c7dec289652ef8a749f14ade208ee51788183809"
				"a90153acd142f97d8fe49432a5116e740cc6efcec49f3e3e3e790158c81e1fd5"
				"1e160b977390830cd183298b26a8b31f6e1223626d140c88d0b075709c36dedf"
				"1c420f1f85ccca73ba1d96778c705e4bfd847addc21ed05ae486cb923e2abcdd"
				"8563d76f636c2b0f",
	},
	{
		.name = "neg-220: RFC 4303 2.6, ccm8: next header 41 but the payload "
			"is IPv4",
		.encr = 14,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "6102fb7ba4fe15a092c620040eb3d36fdab5dc",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "450000a4123440004032afefcb007101cb0071021122334400000007733546de"
				"074bb5becded6aa8ce4372c1c7dec289652ef8a749f14ade208ee51788183809"
				"a90153acd142f97d8fe49432a5116e740cc6efcec49f3e3e3e790158c81e1fd5"
				"1e160b977390830cd183298b26a8b31f6e1223626d140c88d0b075709c36dedf"
				"1c420f1f85ccca73ba1d96778c705e4bfd847addc21ed05ae486cbbb45412ae4"
				"332585de",
	},
	{
		.name = "neg-223: RFC 791, ccm8: inner IPv4 total length 19",
		.encr = 14,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "6102fb7ba4fe15a092c620040eb3d36fdab5dc",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "45000058123440004032b03bcb007101cb0071021122334400000007733546de"
				"074bb5becded6acdce4372c1c7dec2e4652ef8a749f14ade2f2eeab6887a17b3"
				"a90051afd547ff7a87ed9e39a81e627f518a2892a6e7d93c",
	},
	{
		.name = "neg-226: RFC 791, ccm8: inner packet of 19 octets",
		.encr = 14,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "6102fb7ba4fe15a092c620040eb3d36fdab5dc",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "45000044123440004032b04fcb007101cb0071021122334400000007733546de"
				"074bb5becded6aeece4372c1c7dec2c7652ef8a749f14ada2d2de9b27fc35bd2"
				"0d6ef9bf",
	},
	{
		.name = "neg-229: RFC 4301 5.2 step 5, ccm8: inner source address "
			"outside the SA selectors (192.0.2.99)",
		.encr = 14,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "6102fb7ba4fe15a092c620040eb3d36fdab5dc",
		.offset = 20,
		.reason = NFI_REASON_SELECTOR,
		.wire = "4500004c123440004032b047cb007101cb0071021122334400000007733546de"
				"074bb5becded6ac3ce4372c1c7de5abf631d9ec149f14ade2f2feab4887314c3"
				"d10150abaafaa869f11a4d4e",
	},
	{
		.name = "neg-232: RFC 4303 3.4.4, gmac: one bit in sequence number",
		.encr = 21,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x6,
		.key = "7db93fe0c530fc8c8d0c3031781286d02822fb89",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000ac123440004032afe7cb007101cb0071021122334400000006320b8a6b"
				"fcf0f6b9450000761234400040113c05c6336405c00002050fa00fa100622fba"
				"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
				"202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"
				"404142434445464748494a4b4c4d4e4f5051525354555657585900040f615f3b"
				"8f6a497c5cd467e0c9b7ce67",
	},
	{
		.name = "neg-235: RFC 4303 3.4.4, gmac: one bit in last ciphertext "
			"octet (next header)",
		.encr = 21,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "7db93fe0c530fc8c8d0c3031781286d02822fb89",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000ac123440004032afe7cb007101cb0071021122334400000007320b8a6b"
				"fcf0f6b9450000761234400040113c05c6336405c00002050fa00fa100622fba"
				"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
				"202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"
				"404142434445464748494a4b4c4d4e4f5051525354555657585900050f615f3b"
				"8f6a497c5cd467e0c9b7ce67",
	},
	{
		.name = "neg-238: RFC 4303 3.4.4, gmac: one bit in last ICV octet",
		.encr = 21,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "7db93fe0c530fc8c8d0c3031781286d02822fb89",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000ac123440004032afe7cb007101cb0071021122334400000007320b8a6b"
				"fcf0f6b9450000761234400040113c05c6336405c00002050fa00fa100622fba"
				"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
				"202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"
				"404142434445464748494a4b4c4d4e4f5051525354555657585900040f615f3b"
				"8f6a497c5cd467e0c9b7ce66",
	},
	{
		.name = "neg-241: RFC 4303 3.4, gmac: ESP cut by 2 of 152 octets, IP "
			"length consistent",
		.encr = 21,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "7db93fe0c530fc8c8d0c3031781286d02822fb89",
		.offset = 20,
		.reason = NFI_REASON_NOT_ALIGNED,
		.wire = "450000aa123440004032afe9cb007101cb0071021122334400000007320b8a6b"
				"fcf0f6b9450000761234400040113c05c6336405c00002050fa00fa100622fba"
				"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
				"202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"
				"404142434445464748494a4b4c4d4e4f5051525354555657585900040f615f3b"
				"8f6a497c5cd467e0c9b7",
	},
	{
		.name = "neg-244: RFC 4303 3.4, gmac: ESP cut by 8 of 152 octets, IP "
			"length consistent",
		.encr = 21,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "7db93fe0c530fc8c8d0c3031781286d02822fb89",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000a4123440004032afefcb007101cb0071021122334400000007320b8a6b"
				"fcf0f6b9450000761234400040113c05c6336405c00002050fa00fa100622fba"
				"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
				"202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"
				"404142434445464748494a4b4c4d4e4f5051525354555657585900040f615f3b"
				"8f6a497c",
	},
	{
		.name = "neg-247: RFC 4303 3.4, gmac: ESP cut by 119 of 152 octets, "
			"IP length consistent",
		.encr = 21,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "7db93fe0c530fc8c8d0c3031781286d02822fb89",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.wire = "45000035123440004032b05ecb007101cb0071021122334400000007320b8a6b"
				"fcf0f6b9450000761234400040113c05c6336405c0",
	},
	{
		.name = "neg-250: RFC 4303 3.4, gmac: ESP cut by 145 of 152 octets, "
			"IP length consistent",
		.encr = 21,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.key = "7db93fe0c530fc8c8d0c3031781286d02822fb89",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.wire = "4500001b123440004032b078cb007101cb00710211223344000000",
	},
	{
		.name = "neg-253: RFC 4303 3.4, gmac: ESP cut by 152 of 152 octets, "
			"IP length consistent",
		.encr = 21,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.key = "7db93fe0c530fc8c8d0c3031781286d02822fb89",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.wire = "45000014123440004032b07fcb007101cb007102",
	},
	{
		.name = "neg-256: RFC 4303 3.4, gmac: 3 octets appended after the "
			"ICV, IP length consistent",
		.encr = 21,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "7db93fe0c530fc8c8d0c3031781286d02822fb89",
		.offset = 20,
		.reason = NFI_REASON_NOT_ALIGNED,
		.wire = "450000af123440004032afe4cb007101cb0071021122334400000007320b8a6b"
				"fcf0f6b9450000761234400040113c05c6336405c00002050fa00fa100622fba"
				"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
				"202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"
				"404142434445464748494a4b4c4d4e4f5051525354555657585900040f615f3b"
				"8f6a497c5cd467e0c9b7ce67000000",
	},
	{
		.name = "neg-259: RFC 4303 3.4.4, gmac: ICV all zero",
		.encr = 21,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "7db93fe0c530fc8c8d0c3031781286d02822fb89",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000ac123440004032afe7cb007101cb0071021122334400000007320b8a6b"
				"fcf0f6b9450000761234400040113c05c6336405c00002050fa00fa100622fba"
				"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
				"202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"
				"404142434445464748494a4b4c4d4e4f50515253545556575859000400000000"
				"000000000000000000000000",
	},
	{
		.name = "neg-262: RFC 4303 2.5, gmac: pad length one more than "
			"available",
		.encr = 21,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "7db93fe0c530fc8c8d0c3031781286d02822fb89",
		.offset = 20,
		.reason = NFI_REASON_PAD_LENGTH,
		.wire = "45000038123440004032b05bcb007101cb0071021122334400000007320b8a6b"
				"fcf0f6b901020304d26faf49f8e4d29cdb4a8dbc1d9548fc",
	},
	{
		.name = "neg-265: RFC 4301 5.2 step 4, gmac: next header 17 in a "
			"tunnel SA",
		.encr = 21,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "7db93fe0c530fc8c8d0c3031781286d02822fb89",
		.offset = 20,
		.reason = NFI_REASON_NEXT_HEADER,
		.wire = "45000098123440004032affbcb007101cb0071021122334400000007320b8a6b"
				"fcf0f6b90fa00fa100622fba000102030405060708090a0b0c0d0e0f10111213"
				"1415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f30313233"
				"3435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f50515253"
				"5455565758590011e25dd9d6c31e63f9212a7ba3c3ced0c8",
	},
	{
		.name = "neg-268: RFC 791, gmac: inner IPv4 total length larger than "
			"the payload",
		.encr = 21,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "7db93fe0c530fc8c8d0c3031781286d02822fb89",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "45000060123440004032b033cb007101cb0071021122334400000007320b8a6b"
				"fcf0f6b9450000c81234400040113bb3c6336405c00002050000000000000000"
				"0000000000000000000000000102020481e1b378ad55144ed5cdc57373303805",
	},
	{
		.name = "neg-271: RFC 791, gmac: inner IPv4 header length 15 words, "
			"packet 48 octets",
		.encr = 21,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "7db93fe0c530fc8c8d0c3031781286d02822fb89",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "45000068123440004032b02bcb007101cb0071021122334400000007320b8a6b"
				"fcf0f6b94f0000301234400040113c4bc6336405c00002050fa00fa1001c99d2"
				"000102030405060708090a0b0c0d0e0f101112130102020460376c90f1ff18dc"
				"4d3186974ac108b3",
	},
	{
		.name = "neg-274: RFC 8200, gmac: inner IPv6 header cut at 39 octets",
		.encr = 21,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "7db93fe0c530fc8c8d0c3031781286d02822fb89",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "45000060123440004032b033cb007101cb0071021122334400000007320b8a6b"
				"fcf0f6b960000000001c114020010db800010000000000000000000520010db8"
				"00020000000000000000000102030329f436e64afd5e41a7f376a4bffa9fb0c9",
	},
	{
		.name = "neg-277: RFC 4303 3.4.4, cbc-sha512-esn: one bit in SPI",
		.encr = 12,
		.integ = 14,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "ac8798c3f6320335d9fff0a5cd12e367ce1a482c8a82b11b43860eeff5676cc6",
		.mac_key = "89db1c875df2a9bd5dda9fe92a393bc78e47ae864286b8d281998ec56550b6be"
				"256d3e40c626ee31588f595d232fe63648f46fae4a9729d7ec824e4e40b2460f",
		.offset = 20,
		.reason = NFI_REASON_UNKNOWN_SPI,
		.wire = "450000cc123440004032afc7cb007101cb00710210223344000000078b05727a"
				"d4e09fff20270ec311e4911e91acbcc2dc9c8d04a66a48422d7bfa8e125446ab"
				"9679ec241b6f698dc2e5e0a30d5ded0d1317f28b292b9c8845cf0b3c103fa826"
				"afd07e369bfa3bd7aa246ff4a53e575947b801788cfcb13034ce0139af9f8104"
				"09647c450ffd3dc376ff0d8154f8efdc06b678f6af712717cc8e74ba764d3799"
				"e1e21aef5a8058d93da6308d0822be64b51a7facd8008fa563103ef51d471a91"
				"272d214f870371d1dba02e2e",
	},
	{
		.name = "neg-280: RFC 4303 3.4.4, cbc-sha512-esn: one bit in middle "
			"ciphertext octet",
		.encr = 12,
		.integ = 14,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "ac8798c3f6320335d9fff0a5cd12e367ce1a482c8a82b11b43860eeff5676cc6",
		.mac_key = "89db1c875df2a9bd5dda9fe92a393bc78e47ae864286b8d281998ec56550b6be"
				"256d3e40c626ee31588f595d232fe63648f46fae4a9729d7ec824e4e40b2460f",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000cc123440004032afc7cb007101cb00710211223344000000078b05727a"
				"d4e09fff20270ec311e4911e91acbcc2dc9c8d04a66a48422d7bfa8e125446ab"
				"9679ec241b6f698dc2e5e0a30d5ded0d1317f28b292b9c8845cf0b3c103fa826"
				"afd07e369bfa3bd7aa246ff4a43e575947b801788cfcb13034ce0139af9f8104"
				"09647c450ffd3dc376ff0d8154f8efdc06b678f6af712717cc8e74ba764d3799"
				"e1e21aef5a8058d93da6308d0822be64b51a7facd8008fa563103ef51d471a91"
				"272d214f870371d1dba02e2e",
	},
	{
		.name = "neg-283: RFC 4303 3.4.4, cbc-sha512-esn: one bit in first "
			"ICV octet",
		.encr = 12,
		.integ = 14,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "ac8798c3f6320335d9fff0a5cd12e367ce1a482c8a82b11b43860eeff5676cc6",
		.mac_key = "89db1c875df2a9bd5dda9fe92a393bc78e47ae864286b8d281998ec56550b6be"
				"256d3e40c626ee31588f595d232fe63648f46fae4a9729d7ec824e4e40b2460f",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000cc123440004032afc7cb007101cb00710211223344000000078b05727a"
				"d4e09fff20270ec311e4911e91acbcc2dc9c8d04a66a48422d7bfa8e125446ab"
				"9679ec241b6f698dc2e5e0a30d5ded0d1317f28b292b9c8845cf0b3c103fa826"
				"afd07e369bfa3bd7aa246ff4a53e575947b801788cfcb13034ce0139af9f8104"
				"09647c450ffd3dc376ff0d8154f8efdc06b678f6af712717cc8e74ba764d3799"
				"e1e21aef5a8058d93da6308d0922be64b51a7facd8008fa563103ef51d471a91"
				"272d214f870371d1dba02e2e",
	},
	{
		.name = "neg-286: RFC 4303 3.4, cbc-sha512-esn: ESP cut by 1 of 184 "
			"octets, IP length consistent",
		.encr = 12,
		.integ = 14,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "ac8798c3f6320335d9fff0a5cd12e367ce1a482c8a82b11b43860eeff5676cc6",
		.mac_key = "89db1c875df2a9bd5dda9fe92a393bc78e47ae864286b8d281998ec56550b6be"
				"256d3e40c626ee31588f595d232fe63648f46fae4a9729d7ec824e4e40b2460f",
		.offset = 20,
		.reason = NFI_REASON_NOT_ALIGNED,
		.wire = "450000cb123440004032afc8cb007101cb00710211223344000000078b05727a"
				"d4e09fff20270ec311e4911e91acbcc2dc9c8d04a66a48422d7bfa8e125446ab"
				"9679ec241b6f698dc2e5e0a30d5ded0d1317f28b292b9c8845cf0b3c103fa826"
				"afd07e369bfa3bd7aa246ff4a53e575947b801788cfcb13034ce0139af9f8104"
				"09647c450ffd3dc376ff0d8154f8efdc06b678f6af712717cc8e74ba764d3799"
				"e1e21aef5a8058d93da6308d0822be64b51a7facd8008fa563103ef51d471a91"
				"272d214f870371d1dba02e",
	},
	{
		.name = "neg-289: RFC 4303 3.4, cbc-sha512-esn: ESP cut by 4 of 184 "
			"octets, IP length consistent",
		.encr = 12,
		.integ = 14,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "ac8798c3f6320335d9fff0a5cd12e367ce1a482c8a82b11b43860eeff5676cc6",
		.mac_key = "89db1c875df2a9bd5dda9fe92a393bc78e47ae864286b8d281998ec56550b6be"
				"256d3e40c626ee31588f595d232fe63648f46fae4a9729d7ec824e4e40b2460f",
		.offset = 20,
		.reason = NFI_REASON_NOT_ALIGNED,
		.wire = "450000c8123440004032afcbcb007101cb00710211223344000000078b05727a"
				"d4e09fff20270ec311e4911e91acbcc2dc9c8d04a66a48422d7bfa8e125446ab"
				"9679ec241b6f698dc2e5e0a30d5ded0d1317f28b292b9c8845cf0b3c103fa826"
				"afd07e369bfa3bd7aa246ff4a53e575947b801788cfcb13034ce0139af9f8104"
				"09647c450ffd3dc376ff0d8154f8efdc06b678f6af712717cc8e74ba764d3799"
				"e1e21aef5a8058d93da6308d0822be64b51a7facd8008fa563103ef51d471a91"
				"272d214f870371d1",
	},
	{
		.name = "neg-292: RFC 4303 3.4, cbc-sha512-esn: ESP cut by 33 of 184 "
			"octets, IP length consistent",
		.encr = 12,
		.integ = 14,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "ac8798c3f6320335d9fff0a5cd12e367ce1a482c8a82b11b43860eeff5676cc6",
		.mac_key = "89db1c875df2a9bd5dda9fe92a393bc78e47ae864286b8d281998ec56550b6be"
				"256d3e40c626ee31588f595d232fe63648f46fae4a9729d7ec824e4e40b2460f",
		.offset = 20,
		.reason = NFI_REASON_NOT_ALIGNED,
		.wire = "450000ab123440004032afe8cb007101cb00710211223344000000078b05727a"
				"d4e09fff20270ec311e4911e91acbcc2dc9c8d04a66a48422d7bfa8e125446ab"
				"9679ec241b6f698dc2e5e0a30d5ded0d1317f28b292b9c8845cf0b3c103fa826"
				"afd07e369bfa3bd7aa246ff4a53e575947b801788cfcb13034ce0139af9f8104"
				"09647c450ffd3dc376ff0d8154f8efdc06b678f6af712717cc8e74ba764d3799"
				"e1e21aef5a8058d93da630",
	},
	{
		.name = "neg-295: RFC 4303 3.4, cbc-sha512-esn: ESP cut by 176 of 184 "
			"octets, IP length consistent",
		.encr = 12,
		.integ = 14,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "ac8798c3f6320335d9fff0a5cd12e367ce1a482c8a82b11b43860eeff5676cc6",
		.mac_key = "89db1c875df2a9bd5dda9fe92a393bc78e47ae864286b8d281998ec56550b6be"
				"256d3e40c626ee31588f595d232fe63648f46fae4a9729d7ec824e4e40b2460f",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.wire = "4500001c123440004032b077cb007101cb0071021122334400000007",
	},
	{
		.name = "neg-298: RFC 4303 3.4, cbc-sha512-esn: ESP cut by 183 of 184 "
			"octets, IP length consistent",
		.encr = 12,
		.integ = 14,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000000,
		.key = "ac8798c3f6320335d9fff0a5cd12e367ce1a482c8a82b11b43860eeff5676cc6",
		.mac_key = "89db1c875df2a9bd5dda9fe92a393bc78e47ae864286b8d281998ec56550b6be"
				"256d3e40c626ee31588f595d232fe63648f46fae4a9729d7ec824e4e40b2460f",
		.offset = 20,
		.reason = NFI_REASON_TOO_SHORT,
		.wire = "45000015123440004032b07ecb007101cb00710211",
	},
	{
		.name = "neg-301: RFC 4303 3.4, cbc-sha512-esn: 2 octets appended "
			"after the ICV, IP length consistent",
		.encr = 12,
		.integ = 14,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "ac8798c3f6320335d9fff0a5cd12e367ce1a482c8a82b11b43860eeff5676cc6",
		.mac_key = "89db1c875df2a9bd5dda9fe92a393bc78e47ae864286b8d281998ec56550b6be"
				"256d3e40c626ee31588f595d232fe63648f46fae4a9729d7ec824e4e40b2460f",
		.offset = 20,
		.reason = NFI_REASON_NOT_ALIGNED,
		.wire = "450000ce123440004032afc5cb007101cb00710211223344000000078b05727a"
				"d4e09fff20270ec311e4911e91acbcc2dc9c8d04a66a48422d7bfa8e125446ab"
				"9679ec241b6f698dc2e5e0a30d5ded0d1317f28b292b9c8845cf0b3c103fa826"
				"afd07e369bfa3bd7aa246ff4a53e575947b801788cfcb13034ce0139af9f8104"
				"09647c450ffd3dc376ff0d8154f8efdc06b678f6af712717cc8e74ba764d3799"
				"e1e21aef5a8058d93da6308d0822be64b51a7facd8008fa563103ef51d471a91"
				"272d214f870371d1dba02e2e0000",
	},
	{
		.name = "neg-304: RFC 4303 3.4, cbc-sha512-esn: 16 octets appended "
			"after the ICV, IP length consistent",
		.encr = 12,
		.integ = 14,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "ac8798c3f6320335d9fff0a5cd12e367ce1a482c8a82b11b43860eeff5676cc6",
		.mac_key = "89db1c875df2a9bd5dda9fe92a393bc78e47ae864286b8d281998ec56550b6be"
				"256d3e40c626ee31588f595d232fe63648f46fae4a9729d7ec824e4e40b2460f",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000dc123440004032afb7cb007101cb00710211223344000000078b05727a"
				"d4e09fff20270ec311e4911e91acbcc2dc9c8d04a66a48422d7bfa8e125446ab"
				"9679ec241b6f698dc2e5e0a30d5ded0d1317f28b292b9c8845cf0b3c103fa826"
				"afd07e369bfa3bd7aa246ff4a53e575947b801788cfcb13034ce0139af9f8104"
				"09647c450ffd3dc376ff0d8154f8efdc06b678f6af712717cc8e74ba764d3799"
				"e1e21aef5a8058d93da6308d0822be64b51a7facd8008fa563103ef51d471a91"
				"272d214f870371d1dba02e2e00000000000000000000000000000000",
	},
	{
		.name = "neg-307: RFC 4303 2.2.1, cbc-sha512-esn: receiver assumes "
			"high word 2, sender used 3",
		.encr = 12,
		.integ = 14,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x200000007,
		.key = "ac8798c3f6320335d9fff0a5cd12e367ce1a482c8a82b11b43860eeff5676cc6",
		.mac_key = "89db1c875df2a9bd5dda9fe92a393bc78e47ae864286b8d281998ec56550b6be"
				"256d3e40c626ee31588f595d232fe63648f46fae4a9729d7ec824e4e40b2460f",
		.offset = 20,
		.reason = NFI_REASON_INTEGRITY,
		.wire = "450000cc123440004032afc7cb007101cb00710211223344000000078b05727a"
				"d4e09fff20270ec311e4911e91acbcc2dc9c8d04a66a48422d7bfa8e125446ab"
				"9679ec241b6f698dc2e5e0a30d5ded0d1317f28b292b9c8845cf0b3c103fa826"
				"afd07e369bfa3bd7aa246ff4a53e575947b801788cfcb13034ce0139af9f8104"
				"09647c450ffd3dc376ff0d8154f8efdc06b678f6af712717cc8e74ba764d3799"
				"e1e21aef5a8058d93da6308d0822be64b51a7facd8008fa563103ef51d471a91"
				"272d214f870371d1dba02e2e",
	},
	{
		.name = "neg-310: RFC 4303 3.4.4, cbc-sha512-esn: pad length equals "
			"everything (empty payload) in tunnel mode",
		.encr = 12,
		.integ = 14,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "ac8798c3f6320335d9fff0a5cd12e367ce1a482c8a82b11b43860eeff5676cc6",
		.mac_key = "89db1c875df2a9bd5dda9fe92a393bc78e47ae864286b8d281998ec56550b6be"
				"256d3e40c626ee31588f595d232fe63648f46fae4a9729d7ec824e4e40b2460f",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "4500005c123440004032b037cb007101cb00710211223344000000078b05727a"
				"d4e09fff20270ec311e4911e614fca97348c1816dfb31ac449cd64821ac921e2"
				"ad1e3254cd9625c36ae47f8a1e9cbf04aba05e61750148625c9c14ec",
	},
	{
		.name = "neg-313: RFC 4303 2.6, cbc-sha512-esn: next header 59 "
			"(dummy)",
		.encr = 12,
		.integ = 14,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "ac8798c3f6320335d9fff0a5cd12e367ce1a482c8a82b11b43860eeff5676cc6",
		.mac_key = "89db1c875df2a9bd5dda9fe92a393bc78e47ae864286b8d281998ec56550b6be"
				"256d3e40c626ee31588f595d232fe63648f46fae4a9729d7ec824e4e40b2460f",
		.offset = 20,
		.reason = NFI_REASON_DUMMY,
		.wire = "4500007c123440004032b017cb007101cb00710211223344000000078b05727a"
				"d4e09fff20270ec311e4911ec8f6f18f2e52aaa23b5a5d58613e2a5b44714eb9"
				"c83b05e89fe5628b89a876125ae0f21a8a7bf4e22b5f7705c2e1d11e4fffab15"
				"5d7d00880c0d8391c83c2d26a216eec9ff7a177122abc813aedc95f0",
	},
	{
		.name = "neg-316: RFC 4303 2.6, cbc-sha512-esn: next header 4 but the "
			"payload is IPv6",
		.encr = 12,
		.integ = 14,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "ac8798c3f6320335d9fff0a5cd12e367ce1a482c8a82b11b43860eeff5676cc6",
		.mac_key = "89db1c875df2a9bd5dda9fe92a393bc78e47ae864286b8d281998ec56550b6be"
				"256d3e40c626ee31588f595d232fe63648f46fae4a9729d7ec824e4e40b2460f",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "4500009c123440004032aff7cb007101cb00710211223344000000078b05727a"
				"d4e09fff20270ec311e4911eed0f23cbb8f94b697d297e0886a4ce31bcdce261"
				"ce1ac5b6783655fc2d6f4df61ac4e1e03fa47f3b0016a1751433d1f7cfd8c16a"
				"b898d946bef17f52946db7c852b4aeb58403364a0cd0818625aafcd3410422af"
				"47ac32cae74013676e52566fb61887c3bd934e3726c9b5c28c9805a9",
	},
	{
		.name = "neg-319: RFC 791, cbc-sha512-esn: inner IPv4 header length 4 "
			"words",
		.encr = 12,
		.integ = 14,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "ac8798c3f6320335d9fff0a5cd12e367ce1a482c8a82b11b43860eeff5676cc6",
		.mac_key = "89db1c875df2a9bd5dda9fe92a393bc78e47ae864286b8d281998ec56550b6be"
				"256d3e40c626ee31588f595d232fe63648f46fae4a9729d7ec824e4e40b2460f",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "4500008c123440004032b007cb007101cb00710211223344000000078b05727a"
				"d4e09fff20270ec311e4911ea74be2c246e2fc8bd9f4da645c56d459c6540074"
				"e3e215f8685cb0aee09682ca52513f1437eb386a2709b1791cbcf5e28081cac5"
				"ba09892be31d39e6517a383d0884a06b672604fd2993c5e184a1505fb109ea7c"
				"c17d12e7ee0fcc13766cdcb8",
	},
	{
		.name = "neg-322: RFC 8200, cbc-sha512-esn: inner IPv6 payload length "
			"larger than the payload",
		.encr = 12,
		.integ = 14,
		.mode = NFI_MODE_TUNNEL,
		.esn = true,
		.spi = 0x11223344,
		.seq = 0x300000007,
		.key = "ac8798c3f6320335d9fff0a5cd12e367ce1a482c8a82b11b43860eeff5676cc6",
		.mac_key = "89db1c875df2a9bd5dda9fe92a393bc78e47ae864286b8d281998ec56550b6be"
				"256d3e40c626ee31588f595d232fe63648f46fae4a9729d7ec824e4e40b2460f",
		.offset = 20,
		.reason = NFI_REASON_INNER_MALFORMED,
		.wire = "4500008c123440004032b007cb007101cb00710211223344000000078b05727a"
				"d4e09fff20270ec311e4911e604c93d963cec9fc946675def5cdd75fd28791be"
				"b927ca585905763f47c74785ad7f45ed9ce36d9e151fc0d6849587bd7e7eb96a"
				"e0e71957041443a0ea116d998bf401fd530f62dfee53127c0200825a24a31670"
				"4a014d4899e5fa90da01586e",
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
		.reason = NFI_REASON_NOT_ALIGNED,
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
		.reason = NFI_REASON_INTEGRITY,
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
		.reason = NFI_REASON_NOT_ALIGNED,
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
		.reason = NFI_REASON_INTEGRITY,
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
	{
		.name = "neg-391: RFC 4303 2.1, SPI 0 in native ESP",
		.encr = 20,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x11223344,
		.seq = 0x7,
		.key = "dd67b3016b127f8219f5d1ba0f3e57d17a8f7f6a",
		.offset = 20,
		.reason = NFI_REASON_UNKNOWN_SPI,
		.wire = "45000068123440004032b02bcb007101cb007102000000000000000700000000"
				"0000000090f4ab63439632ff70900dd355756e3222484ea4077b5bfffc21b452"
				"9c4037634248a3488ecac98286fb943230b94a2f57555e2a9e1b7b5a064ee0e5"
				"72c6d90b0b51d599",
	},
};
