/* SPDX-License-Identifier: GPL-2.0 */
/* Made by tests/kunit/make-vectors: do not edit */

static const struct vector_cipher cipher_vectors[] = {
	/* RFC 2410 section 2.5 */
	{
		.name = "rfc2410-1: RFC 2410 2.5",
		.encr = 11,
		.plain = "0123456789abcdef",
		.cipher = "0123456789abcdef",
	},
	{
		.name = "rfc2410-2: RFC 2410 2.5",
		.encr = 11,
		.plain = "4e6574776f726b2053656375726974792050656f706c65204861766520412053"
				"7472616e67652053656e7365204f662048756d6f72",
		.cipher = "4e6574776f726b2053656375726974792050656f706c65204861766520412053"
				"7472616e67652053656e7365204f662048756d6f72",
	},
	/* RFC 3602 section 4 (cases 1-4 raw AES-CBC, 5-8 full ESP packets, no
	 * integrity)
	 */
	{
		.name = "rfc3602-1: RFC 3602 section 4 case 1",
		.encr = 12,
		.key = "06a9214036b8a15b512e03d534120006",
		.iv = "3dafba429d9eb430b422da802c9fac41",
		.plain = "53696e676c6520626c6f636b206d7367",
		.cipher = "e353779c1079aeb82708942dbe77181a",
	},
	{
		.name = "rfc3602-2: RFC 3602 section 4 case 2",
		.encr = 12,
		.key = "c286696d887c9aa0611bbb3e2025a45a",
		.iv = "562e17996d093d28ddb3ba695a2e6f58",
		.plain = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
		.cipher = "d296cd94c2cccf8a3a863028b5e1dc0a7586602d253cfff91b8266bea6d61ab1",
	},
	{
		.name = "rfc3602-3: RFC 3602 section 4 case 3",
		.encr = 12,
		.key = "6c3ea0477630ce21a2ce334aa746c2cd",
		.iv = "c782dc4c098c66cbd9cd27d825682c81",
		.plain = "5468697320697320612034382d62797465206d65737361676520286578616374"
				"6c7920332041455320626c6f636b7329",
		.cipher = "d0a02b3836451753d493665d33f0e8862dea54cdb293abc7506939276772f8d5"
				"021c19216bad525c8579695d83ba2684",
	},
	{
		.name = "rfc3602-4: RFC 3602 section 4 case 4",
		.encr = 12,
		.key = "56e47a38c5598974bc46903dba290349",
		.iv = "8ce82eefbea0da3c44699ed7db51b7d9",
		.plain = "a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf"
				"c0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedf",
		.cipher = "c30e32ffedc0774e6aff6af0869f71aa0f3af07a9a31a9c684db207eb0ef8e4e"
				"35907aa632c3ffdf868bb7b29d3d46ad83ce9f9a102ee99d49a53e87f4c3da55",
	},
	/* RFC 3686 section 6 */
	{
		.name = "rfc3686-1: RFC 3686 section 6 vector 1",
		.encr = 13,
		.key = "ae6852f8121067cc4bf7a5765577f39e00000030",
		.iv = "0000000000000000",
		.plain = "53696e676c6520626c6f636b206d7367",
		.cipher = "e4095d4fb7a7b3792d6175a3261311b8",
	},
	{
		.name = "rfc3686-2: RFC 3686 section 6 vector 2",
		.encr = 13,
		.key = "7e24067817fae0d743d6ce1f32539163006cb6db",
		.iv = "c0543b59da48d90b",
		.plain = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
		.cipher = "5104a106168a72d9790d41ee8edad388eb2e1efc46da57c8fce630df9141be28",
	},
	{
		.name = "rfc3686-3: RFC 3686 section 6 vector 3",
		.encr = 13,
		.key = "7691be035e5020a8ac6e618529f9a0dc00e0017b",
		.iv = "27777f3f4a1786f0",
		.plain = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
				"20212223",
		.cipher = "c1cf48a89f2ffdd9cf4652e9efdb72d74540a42bde6d7836d59a5ceaaef31053"
				"25b2072f",
	},
	{
		.name = "rfc3686-4: RFC 3686 section 6 vector 4",
		.encr = 13,
		.key = "16af5b145fc9f579c175f93e3bfb0eed863d06ccfdb7851500000048",
		.iv = "36733c147d6d93cb",
		.plain = "53696e676c6520626c6f636b206d7367",
		.cipher = "4b55384fe259c9c84e7935a003cbe928",
	},
	{
		.name = "rfc3686-5: RFC 3686 section 6 vector 5",
		.encr = 13,
		.key = "7c5cb2401b3dc33c19e7340819e0f69c678c3db8e6f6a91a0096b03b",
		.iv = "020c6eadc2cb500d",
		.plain = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
		.cipher = "453243fc609b23327edfaafa7131cd9f8490701c5ad4a79cfc1fe0ff42f4fb00",
	},
	{
		.name = "rfc3686-6: RFC 3686 section 6 vector 6",
		.encr = 13,
		.key = "02bf391ee8ecb159b959617b0965279bf59b60a786d3e0fe0007bdfd",
		.iv = "5cbd60278dcc0912",
		.plain = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
				"20212223",
		.cipher = "96893fc55e5c722f540b7dd1ddf7e758d288bc95c69165884536c811662f2188"
				"abee0935",
	},
	{
		.name = "rfc3686-7: RFC 3686 section 6 vector 7",
		.encr = 13,
		.key = "776beff2851db06f4c8a0542c8696f6c6a81af1eec96b4d37fc1d689e6c1c104"
				"00000060",
		.iv = "db5672c97aa8f0b2",
		.plain = "53696e676c6520626c6f636b206d7367",
		.cipher = "145ad01dbf824ec7560863dc71e3e0c0",
	},
	{
		.name = "rfc3686-8: RFC 3686 section 6 vector 8",
		.encr = 13,
		.key = "f6d66d6bd52d59bb0796365879eff886c66dd51a5b6a99744b50590c87a23884"
				"00faac24",
		.iv = "c1585ef15a43d875",
		.plain = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
		.cipher = "f05e231b3894612c49ee000b804eb2a9b8306b508f839d6a5530831d9344af1c",
	},
	{
		.name = "rfc3686-9: RFC 3686 section 6 vector 9",
		.encr = 13,
		.key = "ff7a617ce69148e4f1726e2f43581de2aa62d9f805532edff1eed687fb54153d"
				"001cc5b7",
		.iv = "51a51d70a1c11148",
		.plain = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
				"20212223",
		.cipher = "eb6c52821d0bbbf7ce7594462aca4faab407df866569fd07f48cc0b583d6071f"
				"1ec0e6b8",
	},
};

static const struct vector_aead aead_vectors[] = {
	/* RFC 3610 section 8 (the vectors RFC 4309 section 8 refers to; L=2,
	 * 13-octet nonce, so not ESP-shaped)
	 */
	{
		.name = "rfc3610-1: RFC 3610 section 8 packet vector 1",
		.encr = 16,
		.key = "c0c1c2c3c4c5c6c7c8c9cacbcccdcecf",
		.nonce = "00000003020100a0a1a2a3a4a5",
		.ad = "0001020304050607",
		.plain = "08090a0b0c0d0e0f101112131415161718191a1b1c1d1e",
		.sealed = "588c979a61c663d2f066d0c2c0f989806d5f6b61dac38417e8d12cfdf926e0",
		.icv_len = 8,
	},
	{
		.name = "rfc3610-2: RFC 3610 section 8 packet vector 2",
		.encr = 16,
		.key = "c0c1c2c3c4c5c6c7c8c9cacbcccdcecf",
		.nonce = "00000004030201a0a1a2a3a4a5",
		.ad = "0001020304050607",
		.plain = "08090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
		.sealed = "72c91a36e135f8cf291ca894085c87e3cc15c439c9e43a3ba091d56e10400916",
		.icv_len = 8,
	},
	{
		.name = "rfc3610-3: RFC 3610 section 8 packet vector 3",
		.encr = 16,
		.key = "c0c1c2c3c4c5c6c7c8c9cacbcccdcecf",
		.nonce = "00000005040302a0a1a2a3a4a5",
		.ad = "0001020304050607",
		.plain = "08090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20",
		.sealed = "51b1e5f44a197d1da46b0f8e2d282ae871e838bb64da8596574adaa76fbd9fb0"
				"c5",
		.icv_len = 8,
	},
	{
		.name = "rfc3610-4: RFC 3610 section 8 packet vector 4",
		.encr = 16,
		.key = "c0c1c2c3c4c5c6c7c8c9cacbcccdcecf",
		.nonce = "00000006050403a0a1a2a3a4a5",
		.ad = "000102030405060708090a0b",
		.plain = "0c0d0e0f101112131415161718191a1b1c1d1e",
		.sealed = "a28c6865939a9a79faaa5c4c2a9d4a91cdac8c96c861b9c9e61ef1",
		.icv_len = 8,
	},
	{
		.name = "rfc3610-5: RFC 3610 section 8 packet vector 5",
		.encr = 16,
		.key = "c0c1c2c3c4c5c6c7c8c9cacbcccdcecf",
		.nonce = "00000007060504a0a1a2a3a4a5",
		.ad = "000102030405060708090a0b",
		.plain = "0c0d0e0f101112131415161718191a1b1c1d1e1f",
		.sealed = "dcf1fb7b5d9e23fb9d4e131253658ad86ebdca3e51e83f077d9c2d93",
		.icv_len = 8,
	},
	{
		.name = "rfc3610-6: RFC 3610 section 8 packet vector 6",
		.encr = 16,
		.key = "c0c1c2c3c4c5c6c7c8c9cacbcccdcecf",
		.nonce = "00000008070605a0a1a2a3a4a5",
		.ad = "000102030405060708090a0b",
		.plain = "0c0d0e0f101112131415161718191a1b1c1d1e1f20",
		.sealed = "6fc1b011f006568b5171a42d953d469b2570a4bd87405a0443ac91cb94",
		.icv_len = 8,
	},
	{
		.name = "rfc3610-7: RFC 3610 section 8 packet vector 7",
		.encr = 16,
		.key = "c0c1c2c3c4c5c6c7c8c9cacbcccdcecf",
		.nonce = "00000009080706a0a1a2a3a4a5",
		.ad = "0001020304050607",
		.plain = "08090a0b0c0d0e0f101112131415161718191a1b1c1d1e",
		.sealed = "0135d1b2c95f41d5d1d4fec185d166b8094e999dfed96c048c56602c97acbb74"
				"90",
		.icv_len = 10,
	},
	{
		.name = "rfc3610-8: RFC 3610 section 8 packet vector 8",
		.encr = 16,
		.key = "c0c1c2c3c4c5c6c7c8c9cacbcccdcecf",
		.nonce = "0000000a090807a0a1a2a3a4a5",
		.ad = "0001020304050607",
		.plain = "08090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
		.sealed = "7b75399ac0831dd2f0bbd75879a2fd8f6cae6b6cd9b7db24c17b4433f434963f"
				"34b4",
		.icv_len = 10,
	},
	{
		.name = "rfc3610-9: RFC 3610 section 8 packet vector 9",
		.encr = 16,
		.key = "c0c1c2c3c4c5c6c7c8c9cacbcccdcecf",
		.nonce = "0000000b0a0908a0a1a2a3a4a5",
		.ad = "0001020304050607",
		.plain = "08090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20",
		.sealed = "82531a60cc24945a4b8279181ab5c84df21ce7f9b73f42e197ea9c07e56b5eb1"
				"7e5f4e",
		.icv_len = 10,
	},
	{
		.name = "rfc3610-10: RFC 3610 section 8 packet vector 10",
		.encr = 16,
		.key = "c0c1c2c3c4c5c6c7c8c9cacbcccdcecf",
		.nonce = "0000000c0b0a09a0a1a2a3a4a5",
		.ad = "000102030405060708090a0b",
		.plain = "0c0d0e0f101112131415161718191a1b1c1d1e",
		.sealed = "07342594157785152b074098330abb141b947b566aa9406b4d999988dd",
		.icv_len = 10,
	},
	{
		.name = "rfc3610-11: RFC 3610 section 8 packet vector 11",
		.encr = 16,
		.key = "c0c1c2c3c4c5c6c7c8c9cacbcccdcecf",
		.nonce = "0000000d0c0b0aa0a1a2a3a4a5",
		.ad = "000102030405060708090a0b",
		.plain = "0c0d0e0f101112131415161718191a1b1c1d1e1f",
		.sealed = "676bb20380b0e301e8ab79590a396da78b834934f53aa2e9107a8b6c022c",
		.icv_len = 10,
	},
	{
		.name = "rfc3610-12: RFC 3610 section 8 packet vector 12",
		.encr = 16,
		.key = "c0c1c2c3c4c5c6c7c8c9cacbcccdcecf",
		.nonce = "0000000e0d0c0ba0a1a2a3a4a5",
		.ad = "000102030405060708090a0b",
		.plain = "0c0d0e0f101112131415161718191a1b1c1d1e1f20",
		.sealed = "c0ffa0d6f05bdb67f24d43a4338d2aa4bed7b20e43cd1aa31662e7ad65d6db",
		.icv_len = 10,
	},
	{
		.name = "rfc3610-13: RFC 3610 section 8 packet vector 13",
		.encr = 16,
		.key = "d7828d13b2b0bdc325a76236df93cc6b",
		.nonce = "00412b4ea9cdbe3c9696766cfa",
		.ad = "0be1a88bace018b1",
		.plain = "08e8cf97d820ea258460e96ad9cf5289054d895ceac47c",
		.sealed = "4cb97f86a2a4689a877947ab8091ef5386a6ffbdd080f8e78cf7cb0cddd7b3",
		.icv_len = 8,
	},
	{
		.name = "rfc3610-14: RFC 3610 section 8 packet vector 14",
		.encr = 16,
		.key = "d7828d13b2b0bdc325a76236df93cc6b",
		.nonce = "0033568ef7b2633c9696766cfa",
		.ad = "63018f76dc8a1bcb",
		.plain = "9020ea6f91bdd85afa0039ba4baff9bfb79c7028949cd0ec",
		.sealed = "4ccb1e7ca981befaa0726c55d378061298c85c92814abc33c52ee81d7d77c08a",
		.icv_len = 8,
	},
	{
		.name = "rfc3610-15: RFC 3610 section 8 packet vector 15",
		.encr = 16,
		.key = "d7828d13b2b0bdc325a76236df93cc6b",
		.nonce = "00103fe41336713c9696766cfa",
		.ad = "aa6cfa36cae86b40",
		.plain = "b916e0eacc1c00d7dcec68ec0b3bbb1a02de8a2d1aa346132e",
		.sealed = "b1d23a2220ddc0ac900d9aa03c61fcf4a559a4417767089708a776796edb7235"
				"06",
		.icv_len = 8,
	},
	{
		.name = "rfc3610-16: RFC 3610 section 8 packet vector 16",
		.encr = 16,
		.key = "d7828d13b2b0bdc325a76236df93cc6b",
		.nonce = "00764c63b8058e3c9696766cfa",
		.ad = "d0d0735c531e1becf049c244",
		.plain = "12daac5630efa5396f770ce1a66b21f7b2101c",
		.sealed = "14d253c3967b70609b7cbb7c499160283245269a6f49975bcadeaf",
		.icv_len = 8,
	},
	{
		.name = "rfc3610-17: RFC 3610 section 8 packet vector 17",
		.encr = 16,
		.key = "d7828d13b2b0bdc325a76236df93cc6b",
		.nonce = "00f8b678094e3b3c9696766cfa",
		.ad = "77b60f011c03e1525899bcae",
		.plain = "e88b6a46c78d63e52eb8c546efb5de6f75e9cc0d",
		.sealed = "5545ff1a085ee2efbf52b2e04bee1e2336c73e3f762c0c7744fe7e3c",
		.icv_len = 8,
	},
	{
		.name = "rfc3610-18: RFC 3610 section 8 packet vector 18",
		.encr = 16,
		.key = "d7828d13b2b0bdc325a76236df93cc6b",
		.nonce = "00d560912d3f703c9696766cfa",
		.ad = "cd9044d2b71fdb8120ea60c0",
		.plain = "6435acbafb11a82e2f071d7ca4a5ebd93a803ba87f",
		.sealed = "009769ecabdf48625594c59251e6035722675e04c847099e5ae0704551",
		.icv_len = 8,
	},
	{
		.name = "rfc3610-19: RFC 3610 section 8 packet vector 19",
		.encr = 16,
		.key = "d7828d13b2b0bdc325a76236df93cc6b",
		.nonce = "0042fff8f1951c3c9696766cfa",
		.ad = "d85bc7e69f944fb8",
		.plain = "8a19b950bcf71a018e5e6701c91787659809d67dbedd18",
		.sealed = "bc218daa947427b6db386a99ac1aef23ade0b52939cb6a637cf9bec2408897c6"
				"ba",
		.icv_len = 10,
	},
	{
		.name = "rfc3610-20: RFC 3610 section 8 packet vector 20",
		.encr = 16,
		.key = "d7828d13b2b0bdc325a76236df93cc6b",
		.nonce = "00920f40e56cdc3c9696766cfa",
		.ad = "74a0ebc9069f5b37",
		.plain = "1761433c37c5a35fc1f39f406302eb907c6163be38c98437",
		.sealed = "5810e6fd25874022e80361a478e3e9cf484ab04f447efff6f0a477cc2fc9bf54"
				"8944",
		.icv_len = 10,
	},
	{
		.name = "rfc3610-21: RFC 3610 section 8 packet vector 21",
		.encr = 16,
		.key = "d7828d13b2b0bdc325a76236df93cc6b",
		.nonce = "0027ca0c7120bc3c9696766cfa",
		.ad = "44a3aa3aae6475ca",
		.plain = "a434a8e58500c6e41530538862d686ea9e81301b5ae4226bfa",
		.sealed = "f2beed7bc5098e83feb5b31608f8e29c38819a89c8e776f1544d4151a4ed3a8b"
				"87b9ce",
		.icv_len = 10,
	},
	{
		.name = "rfc3610-22: RFC 3610 section 8 packet vector 22",
		.encr = 16,
		.key = "d7828d13b2b0bdc325a76236df93cc6b",
		.nonce = "005b8ccbcd9af83c9696766cfa",
		.ad = "ec46bb63b02520c33c49fd70",
		.plain = "b96b49e21d621741632875db7f6c9243d2d7c2",
		.sealed = "31d750a09da3ed7fddd49a2032aabf17ec8ebf7d22c8088c666be5c197",
		.icv_len = 10,
	},
	{
		.name = "rfc3610-23: RFC 3610 section 8 packet vector 23",
		.encr = 16,
		.key = "d7828d13b2b0bdc325a76236df93cc6b",
		.nonce = "003ebe94044b9a3c9696766cfa",
		.ad = "47a65ac78b3d594227e85e71",
		.plain = "e2fcfbb880442c731bf95167c8ffd7895e337076",
		.sealed = "e882f1dbd38ce3eda7c23f04dd65071eb41342acdf7e00dccec7ae52987d",
		.icv_len = 10,
	},
	{
		.name = "rfc3610-24: RFC 3610 section 8 packet vector 24",
		.encr = 16,
		.key = "d7828d13b2b0bdc325a76236df93cc6b",
		.nonce = "008d493b30ae8b3c9696766cfa",
		.ad = "6e37a6ef546d955d34ab6059",
		.plain = "abf21c0b02feb88f856df4a37381bce3cc128517d4",
		.sealed = "f32905b88a641b04b9c9ffb58cc390900f3da12ab16dce9e82efa16da62059",
		.icv_len = 10,
	},
	/* RFC 7634 appendix A (full ESP packet), RFC 8439 2.8.2 and A.5 */
	{
		.name = "rfc8439-2.8.2: RFC 8439 section 2.8.2",
		.encr = 28,
		.key = "808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f",
		.nonce = "070000004041424344454647",
		.ad = "50515253c0c1c2c3c4c5c6c7",
		.plain = "4c616469657320616e642047656e746c656d656e206f662074686520636c6173"
				"73206f66202739393a204966204920636f756c64206f6666657220796f75206f"
				"6e6c79206f6e652074697020666f7220746865206675747572652c2073756e73"
				"637265656e20776f756c642062652069742e",
		.sealed = "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d6"
				"3dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b36"
				"92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc"
				"3ff4def08e4b7a9de576d26586cec64b61161ae10b594f09e26a7e902ecbd060"
				"0691",
		.icv_len = 16,
	},
	{
		.name = "rfc8439-A.5: RFC 8439 appendix A.5",
		.encr = 28,
		.key = "1c9240a5eb55d38af333888604f6b5f0473917c1402b80099dca5cbc207075c0",
		.nonce = "000000000102030405060708",
		.ad = "f33388860000000000004e91",
		.plain = "496e7465726e65742d4472616674732061726520647261667420646f63756d65"
				"6e74732076616c696420666f722061206d6178696d756d206f6620736978206d"
				"6f6e74687320616e64206d617920626520757064617465642c207265706c6163"
				"65642c206f72206f62736f6c65746564206279206f7468657220646f63756d65"
				"6e747320617420616e792074696d652e20497420697320696e617070726f7072"
				"6961746520746f2075736520496e7465726e65742d4472616674732061732072"
				"65666572656e6365206d6174657269616c206f7220746f206369746520746865"
				"6d206f74686572207468616e206173202fe2809c776f726b20696e2070726f67"
				"726573732e2fe2809d",
		.sealed = "64a0861575861af460f062c79be643bd5e805cfd345cf389f108670ac76c8cb2"
				"4c6cfc18755d43eea09ee94e382d26b0bdb7b73c321b0100d4f03b7f355894cf"
				"332f830e710b97ce98c8a84abd0b948114ad176e008d33bd60f982b1ff37c855"
				"9797a06ef4f0ef61c186324e2b3506383606907b6a7c02b0f9f6157b53c867e4"
				"b9166c767b804d46a59b5216cde7a4e99040c5a40433225ee282a1b0a06c523e"
				"af4534d7f83fa1155b0047718cbc546a0d072b04b3564eea1b422273f548271a"
				"0bb2316053fa76991955ebd63159434ecebb4e466dae5a1073a6727627097a10"
				"49e617d91d361094fa68f0ff77987130305beaba2eda04df997b714d6c6f2c29"
				"a6ad5cb4022b02709beead9d67890cbb22392336fea1851f38",
		.icv_len = 16,
	},
};

static const struct vector_mac mac_vectors[] = {
	/* RFC 2202, 4231, 4868, 3566, 4434, 4493, 4494 */
	{
		.name = "rfc2202-hmac-sha1-1: RFC 2202 HMAC-SHA1 case 1",
		.integ = 2,
		.key = "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b",
		.data = "4869205468657265",
		.mac = "b617318655057264e28bc0b6fb378c8ef146be00",
		.icv = "b617318655057264e28bc0b6",
	},
	{
		.name = "rfc2202-hmac-sha1-2: RFC 2202 HMAC-SHA1 case 2",
		.integ = 2,
		.key = "4a656665",
		.data = "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
		.mac = "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
		.icv = "effcdf6ae5eb2fa2d27416d5",
	},
	{
		.name = "rfc2202-hmac-sha1-3: RFC 2202 HMAC-SHA1 case 3",
		.integ = 2,
		.key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
		.data = "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
				"dddddddddddddddddddddddddddddddddddd",
		.mac = "125d7342b9ac11cd91a39af48aa17b4f63f175d3",
		.icv = "125d7342b9ac11cd91a39af4",
	},
	{
		.name = "rfc2202-hmac-sha1-4: RFC 2202 HMAC-SHA1 case 4",
		.integ = 2,
		.key = "0102030405060708090a0b0c0d0e0f10111213141516171819",
		.data = "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
				"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd",
		.mac = "4c9007f4026250c6bc8414f9bf50c86c2d7235da",
		.icv = "4c9007f4026250c6bc8414f9",
	},
	{
		.name = "rfc2202-hmac-sha1-5: RFC 2202 HMAC-SHA1 case 5",
		.integ = 2,
		.key = "0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c",
		.data = "546573742057697468205472756e636174696f6e",
		.mac = "4c1a03424b55e07fe7f27be1d58bb9324a9a5a04",
		.icv = "4c1a03424b55e07fe7f27be1",
	},
	{
		.name = "rfc2202-hmac-sha1-6: RFC 2202 HMAC-SHA1 case 6",
		.integ = 2,
		.key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
		.data = "54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a"
				"65204b6579202d2048617368204b6579204669727374",
		.mac = "aa4ae5e15272d00e95705637ce8a3b55ed402112",
		.icv = "aa4ae5e15272d00e95705637",
	},
	{
		.name = "rfc2202-hmac-sha1-7: RFC 2202 HMAC-SHA1 case 7",
		.integ = 2,
		.key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
		.data = "54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a"
				"65204b657920616e64204c6172676572205468616e204f6e6520426c6f636b2d"
				"53697a652044617461",
		.mac = "e8e99d0f45237d786d6bbaa7965c7808bbff1a91",
		.icv = "e8e99d0f45237d786d6bbaa7",
	},
	{
		.name = "rfc2202-hmac-sha1-6: RFC 2202 HMAC-SHA1 case 6",
		.integ = 2,
		.key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
		.data = "54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a"
				"65204b6579202d2048617368204b6579204669727374",
		.mac = "aa4ae5e15272d00e95705637ce8a3b55ed402112",
		.icv = "aa4ae5e15272d00e95705637",
	},
	{
		.name = "rfc2202-hmac-sha1-7: RFC 2202 HMAC-SHA1 case 7",
		.integ = 2,
		.key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
		.data = "54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a"
				"65204b657920616e64204c6172676572205468616e204f6e6520426c6f636b2d"
				"53697a652044617461",
		.mac = "e8e99d0f45237d786d6bbaa7965c7808bbff1a91",
		.icv = "e8e99d0f45237d786d6bbaa7",
	},
	{
		.name = "rfc4231-1-hmac-sha-256: RFC 4231 test case 1",
		.integ = 12,
		.key = "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b",
		.data = "4869205468657265",
		.mac = "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
		.icv = "b0344c61d8db38535ca8afceaf0bf12b",
	},
	{
		.name = "rfc4231-1-hmac-sha-384: RFC 4231 test case 1",
		.integ = 13,
		.key = "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b",
		.data = "4869205468657265",
		.mac = "afd03944d84895626b0825f4ab46907f15f9dadbe4101ec682aa034c7cebc59c"
				"faea9ea9076ede7f4af152e8b2fa9cb6",
		.icv = "afd03944d84895626b0825f4ab46907f15f9dadbe4101ec6",
	},
	{
		.name = "rfc4231-1-hmac-sha-512: RFC 4231 test case 1",
		.integ = 14,
		.key = "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b",
		.data = "4869205468657265",
		.mac = "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde"
				"daa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854",
		.icv = "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde",
	},
	{
		.name = "rfc4231-2-hmac-sha-256: RFC 4231 test case 2",
		.integ = 12,
		.key = "4a656665",
		.data = "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
		.mac = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
		.icv = "5bdcc146bf60754e6a042426089575c7",
	},
	{
		.name = "rfc4231-2-hmac-sha-384: RFC 4231 test case 2",
		.integ = 13,
		.key = "4a656665",
		.data = "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
		.mac = "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e"
				"8e2240ca5e69e2c78b3239ecfab21649",
		.icv = "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47",
	},
	{
		.name = "rfc4231-2-hmac-sha-512: RFC 4231 test case 2",
		.integ = 14,
		.key = "4a656665",
		.data = "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
		.mac = "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
				"9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
		.icv = "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554",
	},
	{
		.name = "rfc4231-3-hmac-sha-256: RFC 4231 test case 3",
		.integ = 12,
		.key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
		.data = "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
				"dddddddddddddddddddddddddddddddddddd",
		.mac = "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
		.icv = "773ea91e36800e46854db8ebd09181a7",
	},
	{
		.name = "rfc4231-3-hmac-sha-384: RFC 4231 test case 3",
		.integ = 13,
		.key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
		.data = "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
				"dddddddddddddddddddddddddddddddddddd",
		.mac = "88062608d3e6ad8a0aa2ace014c8a86f0aa635d947ac9febe83ef4e55966144b"
				"2a5ab39dc13814b94e3ab6e101a34f27",
		.icv = "88062608d3e6ad8a0aa2ace014c8a86f0aa635d947ac9feb",
	},
	{
		.name = "rfc4231-3-hmac-sha-512: RFC 4231 test case 3",
		.integ = 14,
		.key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
		.data = "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
				"dddddddddddddddddddddddddddddddddddd",
		.mac = "fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39"
				"bf3e848279a722c806b485a47e67c807b946a337bee8942674278859e13292fb",
		.icv = "fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39",
	},
	{
		.name = "rfc4231-4-hmac-sha-256: RFC 4231 test case 4",
		.integ = 12,
		.key = "0102030405060708090a0b0c0d0e0f10111213141516171819",
		.data = "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
				"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd",
		.mac = "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
		.icv = "82558a389a443c0ea4cc819899f2083a",
	},
	{
		.name = "rfc4231-4-hmac-sha-384: RFC 4231 test case 4",
		.integ = 13,
		.key = "0102030405060708090a0b0c0d0e0f10111213141516171819",
		.data = "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
				"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd",
		.mac = "3e8a69b7783c25851933ab6290af6ca77a9981480850009cc5577c6e1f573b4e"
				"6801dd23c4a7d679ccf8a386c674cffb",
		.icv = "3e8a69b7783c25851933ab6290af6ca77a9981480850009c",
	},
	{
		.name = "rfc4231-4-hmac-sha-512: RFC 4231 test case 4",
		.integ = 14,
		.key = "0102030405060708090a0b0c0d0e0f10111213141516171819",
		.data = "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
				"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd",
		.mac = "b0ba465637458c6990e5a8c5f61d4af7e576d97ff94b872de76f8050361ee3db"
				"a91ca5c11aa25eb4d679275cc5788063a5f19741120c4f2de2adebeb10a298dd",
		.icv = "b0ba465637458c6990e5a8c5f61d4af7e576d97ff94b872de76f8050361ee3db",
	},
	{
		.name = "rfc4231-5-hmac-sha-256: RFC 4231 test case 5",
		.integ = 12,
		.key = "0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c",
		.data = "546573742057697468205472756e636174696f6e",
		.mac = "a3b6167473100ee06e0c796c2955552b",
	},
	{
		.name = "rfc4231-5-hmac-sha-384: RFC 4231 test case 5",
		.integ = 13,
		.key = "0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c",
		.data = "546573742057697468205472756e636174696f6e",
		.mac = "3abf34c3503b2a23a46efc619baef897",
	},
	{
		.name = "rfc4231-5-hmac-sha-512: RFC 4231 test case 5",
		.integ = 14,
		.key = "0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c",
		.data = "546573742057697468205472756e636174696f6e",
		.mac = "415fad6271580a531d4179bc891d87a6",
	},
	{
		.name = "rfc4231-6-hmac-sha-256: RFC 4231 test case 6",
		.integ = 12,
		.key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaa",
		.data = "54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a"
				"65204b6579202d2048617368204b6579204669727374",
		.mac = "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
		.icv = "60e431591ee0b67f0d8a26aacbf5b77f",
	},
	{
		.name = "rfc4231-6-hmac-sha-384: RFC 4231 test case 6",
		.integ = 13,
		.key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaa",
		.data = "54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a"
				"65204b6579202d2048617368204b6579204669727374",
		.mac = "4ece084485813e9088d2c63a041bc5b44f9ef1012a2b588f3cd11f05033ac4c6"
				"0c2ef6ab4030fe8296248df163f44952",
		.icv = "4ece084485813e9088d2c63a041bc5b44f9ef1012a2b588f",
	},
	{
		.name = "rfc4231-6-hmac-sha-512: RFC 4231 test case 6",
		.integ = 14,
		.key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaa",
		.data = "54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a"
				"65204b6579202d2048617368204b6579204669727374",
		.mac = "80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352"
				"6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598",
		.icv = "80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352",
	},
	{
		.name = "rfc4231-7-hmac-sha-256: RFC 4231 test case 7",
		.integ = 12,
		.key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaa",
		.data = "5468697320697320612074657374207573696e672061206c6172676572207468"
				"616e20626c6f636b2d73697a65206b657920616e642061206c61726765722074"
				"68616e20626c6f636b2d73697a6520646174612e20546865206b6579206e6565"
				"647320746f20626520686173686564206265666f7265206265696e6720757365"
				"642062792074686520484d414320616c676f726974686d2e",
		.mac = "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
		.icv = "9b09ffa71b942fcb27635fbcd5b0e944",
	},
	{
		.name = "rfc4231-7-hmac-sha-384: RFC 4231 test case 7",
		.integ = 13,
		.key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaa",
		.data = "5468697320697320612074657374207573696e672061206c6172676572207468"
				"616e20626c6f636b2d73697a65206b657920616e642061206c61726765722074"
				"68616e20626c6f636b2d73697a6520646174612e20546865206b6579206e6565"
				"647320746f20626520686173686564206265666f7265206265696e6720757365"
				"642062792074686520484d414320616c676f726974686d2e",
		.mac = "6617178e941f020d351e2f254e8fd32c602420feb0b8fb9adccebb82461e99c5"
				"a678cc31e799176d3860e6110c46523e",
		.icv = "6617178e941f020d351e2f254e8fd32c602420feb0b8fb9a",
	},
	{
		.name = "rfc4231-7-hmac-sha-512: RFC 4231 test case 7",
		.integ = 14,
		.key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaa",
		.data = "5468697320697320612074657374207573696e672061206c6172676572207468"
				"616e20626c6f636b2d73697a65206b657920616e642061206c61726765722074"
				"68616e20626c6f636b2d73697a6520646174612e20546865206b6579206e6565"
				"647320746f20626520686173686564206265666f7265206265696e6720757365"
				"642062792074686520484d414320616c676f726974686d2e",
		.mac = "e37b6a775dc87dbaa4dfa9f96e5e3ffddebd71f8867289865df5a32d20cdc944"
				"b6022cac3c4982b10d5eeb55c3e4de15134676fb6de0446065c97440fa8c6a58",
		.icv = "e37b6a775dc87dbaa4dfa9f96e5e3ffddebd71f8867289865df5a32d20cdc944",
	},
	{
		.name = "rfc4868-AUTH256-1: RFC 4868 section 2.7.2 AUTH256-1",
		.integ = 12,
		.key = "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b",
		.data = "4869205468657265",
		.mac = "198a607eb44bfbc69903a0f1cf2bbdc5ba0aa3f3d9ae3c1c7a3b1696a0b68cf7",
		.icv = "198a607eb44bfbc69903a0f1cf2bbdc5",
	},
	{
		.name = "rfc4868-AUTH256-2: RFC 4868 section 2.7.2 AUTH256-2",
		.integ = 12,
		.key = "4a6566654a6566654a6566654a6566654a6566654a6566654a6566654a656665",
		.data = "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
		.mac = "167f928588c5cc2eef8e3093caa0e87c9ff566a14794aa61648d81621a2a40c6",
		.icv = "167f928588c5cc2eef8e3093caa0e87c",
	},
	{
		.name = "rfc4868-AUTH256-3: RFC 4868 section 2.7.2 AUTH256-3",
		.integ = 12,
		.key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
		.data = "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
				"dddddddddddddddddddddddddddddddddddd",
		.mac = "cdcb1220d1ecccea91e53aba3092f962e549fe6ce9ed7fdc43191fbde45c30b0",
		.icv = "cdcb1220d1ecccea91e53aba3092f962",
	},
	{
		.name = "rfc4868-AUTH256-4: RFC 4868 section 2.7.2 AUTH256-4",
		.integ = 12,
		.key = "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20",
		.data = "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
				"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd",
		.mac = "372efcf9b40b35c2115b1346903d2ef42fced46f0846e7257bb156d3d7b30d3f",
		.icv = "372efcf9b40b35c2115b1346903d2ef4",
	},
	{
		.name = "rfc4868-AUTH384-1: RFC 4868 section 2.7.2 AUTH384-1",
		.integ = 13,
		.key = "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"
				"0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b",
		.data = "4869205468657265",
		.mac = "b6a8d5636f5c6a7224f9977dcf7ee6c7fb6d0c48cbdee9737a959796489bddbc"
				"4c5df61d5b3297b4fb68dab9f1b582c2",
		.icv = "b6a8d5636f5c6a7224f9977dcf7ee6c7fb6d0c48cbdee973",
	},
	{
		.name = "rfc4868-AUTH384-2: RFC 4868 section 2.7.2 AUTH384-2",
		.integ = 13,
		.key = "4a6566654a6566654a6566654a6566654a6566654a6566654a6566654a656665"
				"4a6566654a6566654a6566654a656665",
		.data = "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
		.mac = "2c7353974f1842fd66d53c452ca42122b28c0b594cfb184da86a368e9b8e16f5"
				"349524ca4e82400cbde0686d403371c9",
		.icv = "2c7353974f1842fd66d53c452ca42122b28c0b594cfb184d",
	},
	{
		.name = "rfc4868-AUTH384-3: RFC 4868 section 2.7.2 AUTH384-3",
		.integ = 13,
		.key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
		.data = "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
				"dddddddddddddddddddddddddddddddddddd",
		.mac = "809f439be00274321d4a538652164b53554a508184a0c3160353e3428597003d"
				"35914a18770f9443987054944b7c4b4a",
		.icv = "809f439be00274321d4a538652164b53554a508184a0c316",
	},
	{
		.name = "rfc4868-AUTH384-4: RFC 4868 section 2.7.2 AUTH384-4",
		.integ = 13,
		.key = "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20"
				"0a0b0c0d0e0f10111213141516171819",
		.data = "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
				"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd",
		.mac = "5b540085c6e6358096532b2493609ed1cb298f774f87bb5c2ebf182c83cc7428"
				"707fb92eab2536a5812258228bc96687",
		.icv = "5b540085c6e6358096532b2493609ed1cb298f774f87bb5c",
	},
	{
		.name = "rfc4868-AUTH512-1: RFC 4868 section 2.7.2 AUTH512-1",
		.integ = 14,
		.key = "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"
				"0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b",
		.data = "4869205468657265",
		.mac = "637edc6e01dce7e6742a99451aae82df23da3e92439e590e43e761b33e910fb8"
				"ac2878ebd5803f6f0b61dbce5e251ff8789a4722c1be65aea45fd464e89f8f5b",
		.icv = "637edc6e01dce7e6742a99451aae82df23da3e92439e590e43e761b33e910fb8",
	},
	{
		.name = "rfc4868-AUTH512-2: RFC 4868 section 2.7.2 AUTH512-2",
		.integ = 14,
		.key = "4a6566654a6566654a6566654a6566654a6566654a6566654a6566654a656665"
				"4a6566654a6566654a6566654a6566654a6566654a6566654a6566654a656665",
		.data = "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
		.mac = "cb370917ae8a7ce28cfd1d8f4705d6141c173b2a9362c15df235dfb251b15454"
				"6aa334ae9fb9afc2184932d8695e397bfa0ffb93466cfcceaae38c833b7dba38",
		.icv = "cb370917ae8a7ce28cfd1d8f4705d6141c173b2a9362c15df235dfb251b15454",
	},
	{
		.name = "rfc4868-AUTH512-3: RFC 4868 section 2.7.2 AUTH512-3",
		.integ = 14,
		.key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
		.data = "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
				"dddddddddddddddddddddddddddddddddddd",
		.mac = "2ee7acd783624ca9398710f3ee05ae41b9f9b0510c87e49e586cc9bf961733d8"
				"623c7b55cebefccf02d5581acc1c9d5fb1ff68a1de45509fbe4da9a433922655",
		.icv = "2ee7acd783624ca9398710f3ee05ae41b9f9b0510c87e49e586cc9bf961733d8",
	},
	{
		.name = "rfc4868-AUTH512-4-fixed: RFC 4868 section 2.7.2 AUTH512-4, "
			"stray first key line removed",
		.integ = 14,
		.key = "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20"
				"2122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f40",
		.data = "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
				"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd",
		.mac = "5e6688e5a3daec826ca32eaea224eff5e700628947470e13ad01302561bab108"
				"b8c48cbc6b807dcfbd850521a685babc7eae4a2a2e660dc0e86b931d65503fd2",
		.icv = "5e6688e5a3daec826ca32eaea224eff5e700628947470e13ad01302561bab108",
	},
	{
		.name = "rfc3566-1: RFC 3566 4.6 case 1",
		.integ = 5,
		.key = "000102030405060708090a0b0c0d0e0f",
		.mac = "75f0251d528ac01c4573dfd584d79f29",
		.icv = "75f0251d528ac01c4573dfd5",
	},
	{
		.name = "rfc3566-2: RFC 3566 4.6 case 2",
		.integ = 5,
		.key = "000102030405060708090a0b0c0d0e0f",
		.data = "000102",
		.mac = "5b376580ae2f19afe7219ceef172756f",
		.icv = "5b376580ae2f19afe7219cee",
	},
	{
		.name = "rfc3566-3: RFC 3566 4.6 case 3",
		.integ = 5,
		.key = "000102030405060708090a0b0c0d0e0f",
		.data = "000102030405060708090a0b0c0d0e0f",
		.mac = "d2a246fa349b68a79998a4394ff7a263",
		.icv = "d2a246fa349b68a79998a439",
	},
	{
		.name = "rfc3566-4: RFC 3566 4.6 case 4",
		.integ = 5,
		.key = "000102030405060708090a0b0c0d0e0f",
		.data = "000102030405060708090a0b0c0d0e0f10111213",
		.mac = "47f51b4564966215b8985c63055ed308",
		.icv = "47f51b4564966215b8985c63",
	},
	{
		.name = "rfc3566-5: RFC 3566 4.6 case 5",
		.integ = 5,
		.key = "000102030405060708090a0b0c0d0e0f",
		.data = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
		.mac = "f54f0ec8d2b9f3d36807734bd5283fd4",
		.icv = "f54f0ec8d2b9f3d36807734b",
	},
	{
		.name = "rfc3566-6: RFC 3566 4.6 case 6",
		.integ = 5,
		.key = "000102030405060708090a0b0c0d0e0f",
		.data = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
				"2021",
		.mac = "becbb3bccdb518a30677d5481fb6b4d8",
		.icv = "becbb3bccdb518a30677d548",
	},
	{
		.name = "rfc3566-7: RFC 3566 4.6 case 7",
		.integ = 5,
		.key = "000102030405060708090a0b0c0d0e0f",
		.data = "0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000000000000000000000000000000000000000000000000000"
				"0000000000000000",
		.mac = "f0dafee895db30253761103b5d84528f",
		.icv = "f0dafee895db30253761103b",
	},
	{
		.name = "rfc4493-1: RFC 4493 section 4 example 1",
		.integ = 8,
		.key = "2b7e151628aed2a6abf7158809cf4f3c",
		.mac = "bb1d6929e95937287fa37d129b756746",
		.icv = "bb1d6929e95937287fa37d12",
	},
	{
		.name = "rfc4493-2: RFC 4493 section 4 example 2",
		.integ = 8,
		.key = "2b7e151628aed2a6abf7158809cf4f3c",
		.data = "6bc1bee22e409f96e93d7e117393172a",
		.mac = "070a16b46b4d4144f79bdd9dd04a287c",
		.icv = "070a16b46b4d4144f79bdd9d",
	},
	{
		.name = "rfc4493-3: RFC 4493 section 4 example 3",
		.integ = 8,
		.key = "2b7e151628aed2a6abf7158809cf4f3c",
		.data = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
				"30c81c46a35ce411",
		.mac = "dfa66747de9ae63030ca32611497c827",
		.icv = "dfa66747de9ae63030ca3261",
	},
	{
		.name = "rfc4493-4: RFC 4493 section 4 example 4",
		.integ = 8,
		.key = "2b7e151628aed2a6abf7158809cf4f3c",
		.data = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
				"30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
		.mac = "51f0bebf7e3b9d92fc49741779363cfe",
		.icv = "51f0bebf7e3b9d92fc497417",
	},
	{
		.name = "rfc4494-1: RFC 4494 section 5 case 1",
		.integ = 8,
		.key = "2b7e151628aed2a6abf7158809cf4f3c",
		.mac = "bb1d6929e95937287fa37d12",
		.icv = "bb1d6929e95937287fa37d12",
	},
	{
		.name = "rfc4494-2: RFC 4494 section 5 case 2",
		.integ = 8,
		.key = "2b7e151628aed2a6abf7158809cf4f3c",
		.data = "6bc1bee22e409f96e93d7e117393172a",
		.mac = "070a16b46b4d4144f79bdd9d",
		.icv = "070a16b46b4d4144f79bdd9d",
	},
	{
		.name = "rfc4494-3: RFC 4494 section 5 case 3",
		.integ = 8,
		.key = "2b7e151628aed2a6abf7158809cf4f3c",
		.data = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
				"30c81c46a35ce411",
		.mac = "dfa66747de9ae63030ca3261",
		.icv = "dfa66747de9ae63030ca3261",
	},
	{
		.name = "rfc4494-4: RFC 4494 section 5 case 4",
		.integ = 8,
		.key = "2b7e151628aed2a6abf7158809cf4f3c",
		.data = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
				"30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
		.mac = "51f0bebf7e3b9d92fc497417",
		.icv = "51f0bebf7e3b9d92fc497417",
	},
};
