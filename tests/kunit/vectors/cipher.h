/* SPDX-License-Identifier: GPL-2.0 */
/* Made by tests/kunit/make-vectors: do not edit */

/* The cipher alone, without an ICV */
static const struct vector_esp esp_seal_vectors[] = {
	/* RFC 3602 section 4 (cases 1-4 raw AES-CBC, 5-8 full ESP packets, no
	 * integrity)
	 */
	{
		.name = "rfc3602-5: RFC 3602 section 4 case 5",
		.encr = 12,
		.mode = NFI_MODE_TRANSPORT,
		.spi = 0x4321,
		.seq = 0x1,
		.key = "90d382b410eeba7ad938c46cec1a82bf",
		.next_header = 1,
		.offset = 20,
		.no_icv = true,
		.plain_offset = 20,
		.plain = "4500005408f200004001f9fec0a87b03c0a87b6408000ebda70a00008e9c083d"
				"b95b070008090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20212223"
				"2425262728292a2b2c2d2e2f3031323334353637",
		.wire = "4500007c08f200004032f9a5c0a87b03c0a87b640000432100000001e96e8c08"
				"ab465763fd098d45dd3ff893f663c25d325c18c6a9453e194e120849a4870b66"
				"cc6b9965330013b4898dc856a4699e523a55db080b59ec3a8e4b7e52775b07d1"
				"db34ed9c538ab50c551b874aa269add047ad2d5913ac19b7cfbad4a6",
	},
	{
		.name = "rfc3602-6: RFC 3602 section 4 case 6",
		.encr = 12,
		.mode = NFI_MODE_TRANSPORT,
		.spi = 0x4321,
		.seq = 0x8,
		.key = "90d382b410eeba7ad938c46cec1a82bf",
		.next_header = 1,
		.offset = 20,
		.no_icv = true,
		.plain_offset = 20,
		.plain = "4500003008fe00004001fa16c0a87b03c0a87b640800b5e8a80a0500a69c083d"
				"0b660e00777777777777777777777777",
		.wire = "4500004c08fe00004032f9c9c0a87b03c0a87b64000043210000000869d08df7"
				"d203329db093fc4924e5bd80f51995881ec4e0c4488987ce742e8109689bb379"
				"d2d750c0d915dca346a89f75",
	},
	{
		.name = "rfc3602-7: RFC 3602 section 4 case 7",
		.encr = 12,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x8765,
		.seq = 0x2,
		.key = "0123456789abcdef0123456789abcdef",
		.next_header = 4,
		.offset = 20,
		.no_icv = true,
		.plain = "45000054090400004001f988c0a87b03c0a87bc808009f76a90a0100b49c083d"
				"02a2040008090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20212223"
				"2425262728292a2b2c2d2e2f3031323334353637",
		.wire = "4500008c090500004032f91ec0a87b03c0a87bc80000876500000002f4e76524"
				"4f6407adf13dc1380f673f37773b5241a4c449225e4f3ce5ed611b0c237ca96c"
				"f74a93013c1b0ea1a0cf70f8e4ecaec78ac53aad7a0f022b859243c647752e94"
				"a859352b8a4d4d2decd136e5c177f132ad3fbfb2201ac9904c74ee0a109e0ca1"
				"e4dfe9d5a100b842f1c22f0d",
	},
	{
		.name = "rfc3602-8: RFC 3602 section 4 case 8",
		.encr = 12,
		.mode = NFI_MODE_TUNNEL,
		.spi = 0x8765,
		.seq = 0x5,
		.key = "0123456789abcdef0123456789abcdef",
		.next_header = 4,
		.offset = 20,
		.no_icv = true,
		.plain = "45000044090c00004001f990c0a87b03c0a87bc80800d63caa0a0200c69c083d"
				"a3de0300ffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
				"ffffffff",
		.wire = "4500007c090d00004032f926c0a87b03c0a87bc8000087650000000585d47224"
				"b5f3dd5d2101d4ea8dffab2215b92683819596a8047232cc00f7048fe45318e1"
				"1f8a0f62ede3c3fc61203bb50f980a08c9843fd3a1b06d5c07ff9639b7eb7dfb"
				"3512e5de435e7207ed971ef3d2726d9b5ef6affc6d17a0decbb13892",
	},
};
