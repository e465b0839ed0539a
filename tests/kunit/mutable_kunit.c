// SPDX-License-Identifier: GPL-2.0
/*
 * What AH covers of IP headers, and which it cannot cover.
 *
 * Covers R4302-3.3.3.1-1 -2 -3 -4 -5 -6 -7 -8, R4302-3.4.1-1, R4302-A2-1.
 */
#include "fixture.h"

#include "../../src/mutable.h"

#include <linux/random.h>
#include <linux/slab.h>

#define SRC6	"20010db8000100000000000000000005"
#define DST6	"20010db8000200000000000000000005"
#define HOP1	"20010db8000300000000000000000001"
#define HOP2	"20010db8000300000000000000000002"

/* What is left of an IPv4 header with @ihl, and of an IPv6 header */
#define HEAD4(ihl, dst)	"4" ihl "00012343210000" "00330000c6336405" dst
#define SENT4(ihl, dst)	"4" ihl "fb012343217fff" "4033abcdc6336405" dst
#define HEAD6(len, next, dst)	"60000000" len next "00" SRC6 dst
#define SENT6(len, next, dst)	"6fbabcde" len next "40" SRC6 dst

enum { BOTH, OUT_ONLY, IN_ONLY };

static const struct zero_case {
	const char *name;
	const char *before;
	const char *after;	/* NULL: AH cannot cover it */
	u8 when;
} zero_cases[] = {
	/* R4302-3.3.3.1-1: DSCP, ECN, flags, offset, TTL, checksum */
	{ "IPv4", SENT4("5", "c0000205"), HEAD4("5", "c0000205") },
	/* R4302-3.3.3.1-3: the list, by the whole type */
	{ "IPv4, end of options, what is behind it",
	  SENT4("6", "c0000205") "0083ff07", HEAD4("6", "c0000205") "0083ff07" },
	{ "IPv4, no operation",
	  SENT4("6", "c0000205") "01010101", HEAD4("6", "c0000205") "01010101" },
	{ "IPv4, security",
	  SENT4("6", "c0000205") "8204abcd", HEAD4("6", "c0000205") "8204abcd" },
	{ "IPv4, extended security",
	  SENT4("6", "c0000205") "8504abcd", HEAD4("6", "c0000205") "8504abcd" },
	{ "IPv4, commercial security",
	  SENT4("6", "c0000205") "8604abcd", HEAD4("6", "c0000205") "8604abcd" },
	{ "IPv4, router alert",
	  SENT4("6", "c0000205") "94040001", HEAD4("6", "c0000205") "94040001" },
	{ "IPv4, multi-destination delivery",
	  SENT4("6", "c0000205") "9504abcd", HEAD4("6", "c0000205") "9504abcd" },
	{ "IPv4, record route",
	  SENT4("7", "c0000205") "0107070401020304",
	  HEAD4("7", "c0000205") "0100000000000000" },
	{ "IPv4, timestamp",
	  SENT4("7", "c0000205") "4408050011223344",
	  HEAD4("7", "c0000205") "0000000000000000" },
	{ "IPv4, traceroute and a stream identifier",
	  SENT4("7", "c0000205") "5204abcd8804abcd",
	  HEAD4("7", "c0000205") "0000000000000000" },
	{ "IPv4, unknown",
	  SENT4("6", "c0000205") "1e04abcd", HEAD4("6", "c0000205") "00000000" },
	{ "IPv4, security without its copied bit is unknown",
	  SENT4("6", "c0000205") "0204abcd", HEAD4("6", "c0000205") "00000000" },
	{ "IPv4, mutable between immutable ones",
	  SENT4("8", "c0000205") "940400001e04abcd8204abcd",
	  HEAD4("8", "c0000205") "94040000000000008204abcd" },
	{ "IPv4, unknown of the least length between immutable ones",
	  SENT4("8", "c0000205") "9404abcd1e029404ffff0100",
	  HEAD4("8", "c0000205") "9404abcd00009404ffff0100" },
	/* R4302-3.3.3.1-4: no endless loop, nothing beyond the header */
	{ "IPv4, an option of length 0", SENT4("6", "c0000205") "1e000000" },
	{ "IPv4, an option of length 1", SENT4("6", "c0000205") "94010000" },
	{ "IPv4, an option that is too long",
	  SENT4("6", "c0000205") "1e050000" },
	{ "IPv4, an option without its length",
	  SENT4("6", "c0000205") "010101" "1e" },
	{ "IPv4, an option of 255 octets", SENT4("6", "c0000205") "01011eff" },
	{ "IPv4, fewer octets than it says", SENT4("6", "c0000205") },
	{ "IPv4, more octets than it says", SENT4("5", "c0000205") "01010101" },
	{ "IPv4, half a header", "45fb0123" "43217fff" },
	{ "IPv4, a length below the least", "42fb01234321" "7fff" },
	/* R4302-3.3.3.1-2: the final destination */
	{ "IPv4, strict source route at its end",
	  SENT4("8", "c0000205") "890b0c0a0000010a00000200",
	  HEAD4("8", "c0000205") "000000000000000000000000" },
	{ "IPv4, loose source route, two hops to go",
	  SENT4("8", "c0000205") "830b040a0000010a00000200",
	  HEAD4("8", "0a000002") "000000000000000000000000", OUT_ONLY },
	{ "IPv4, strict source route, a hop to go",
	  SENT4("8", "c0000205") "890b080a0000010a00000200",
	  HEAD4("8", "0a000002") "000000000000000000000000", OUT_ONLY },
	{ "IPv4, a source route that has not ended",
	  SENT4("8", "c0000205") "890b080a0000010a00000200", NULL, IN_ONLY },
	{ "IPv4, a source route whose pointer is in its head",
	  SENT4("7", "c0000205") "8307030a00000100" },
	{ "IPv4, a source route without a pointer",
	  SENT4("6", "c0000205") "83020000" },
	{ "IPv4, a source route without an address",
	  SENT4("6", "c0000205") "83040400", NULL, OUT_ONLY },
	/* R4302-3.3.3.1-5: DSCP, ECN, flow label, hop limit */
	{ "IPv6", SENT6("0046", "33", DST6), HEAD6("0046", "33", DST6) },
	{ "IPv6, half a header", "6fbabcde00463340" SRC6 },
	/* R4302-3.3.3.1-6 */
	{ "IPv6, hop-by-hop, data that changes",
	  SENT6("0046", "00", DST6) "33003e04cafebabe",
	  HEAD6("0046", "00", DST6) "33003e0400000000" },
	{ "IPv6, hop-by-hop, data that does not change",
	  SENT6("0046", "00", DST6) "33001e04cafebabe",
	  HEAD6("0046", "00", DST6) "33001e04cafebabe" },
	{ "IPv6, destination options, one of each, Pad1 and PadN",
	  SENT6("0046", "3c", DST6) "3301001e03abcdef3e02abcd01020000",
	  HEAD6("0046", "3c", DST6) "3301001e03abcdef3e02000001020000" },
	{ "IPv6, an option at the end without data",
	  SENT6("0046", "3c", DST6) "33000000" "0000" "2000",
	  HEAD6("0046", "3c", DST6) "33000000" "0000" "2000" },
	{ "IPv6, hop-by-hop, then destination options",
	  SENT6("0046", "00", DST6) "3c0001040a0b0c0d" "33003e04cafebabe",
	  HEAD6("0046", "00", DST6) "3c0001040a0b0c0d" "33003e0400000000" },
	{ "IPv6, an option that is too long",
	  SENT6("0046", "00", DST6) "33003e05cafebabe" },
	{ "IPv6, an option without its length",
	  SENT6("0046", "3c", DST6) "330000000000001e" },
	{ "IPv6, a header that is too long",
	  SENT6("0046", "3c", DST6) "33013e04cafebabe" },
	{ "IPv6, half an extension header",
	  SENT6("0046", "3c", DST6) "33003e04" },
	/* R4302-3.3.3.1-7 */
	{ "IPv6, routing, two hops to go",
	  SENT6("0046", "2b", DST6) "3304000200000000" HOP1 HOP2,
	  HEAD6("0046", "2b", HOP2) "3304000000000000" DST6 HOP1, OUT_ONLY },
	{ "IPv6, routing, a hop of two to go",
	  SENT6("0046", "2b", DST6) "3304000100000000" HOP1 HOP2,
	  HEAD6("0046", "2b", HOP2) "3304000000000000" HOP1 DST6, OUT_ONLY },
	{ "IPv6, routing at its end",
	  SENT6("0046", "2b", HOP2) "3304000000000000" DST6 HOP1,
	  HEAD6("0046", "2b", HOP2) "3304000000000000" DST6 HOP1 },
	{ "IPv6, routing that has not ended",
	  SENT6("0046", "2b", DST6) "3304000100000000" HOP1 HOP2, NULL,
	  IN_ONLY },
	{ "IPv6, the home address of a mobile node",
	  SENT6("0046", "2b", DST6) "3302020100000000" HOP1,
	  HEAD6("0046", "2b", HOP1) "3302020000000000" DST6, OUT_ONLY },
	{ "IPv6, routing, more hops to go than there are",
	  SENT6("0046", "2b", DST6) "3304000300000000" HOP1 HOP2 },
	{ "IPv6, routing, 255 hops to go",
	  SENT6("0046", "2b", DST6) "330400ff00000000" HOP1 HOP2 },
	{ "IPv6, routing, a hop to go and no address",
	  SENT6("0046", "2b", DST6) "3300000100000000" },
	{ "IPv6, routing, half an address",
	  SENT6("0046", "2b", DST6) "3301000000000000" "20010db800030000" },
	{ "IPv6, segment routing",
	  SENT6("0046", "2b", DST6) "3302040000000000" HOP1 },
	{ "IPv6, an unknown type of routing",
	  SENT6("0046", "2b", DST6) "3302630000000000" HOP1 },
	/* R4302-A2-1 */
	{ "IPv6, a fragment header that was left",
	  SENT6("0046", "2c", DST6) "33000000deadbeef",
	  HEAD6("003e", "33", DST6) },
	{ "IPv6, a fragment header between others",
	  SENT6("0046", "00", DST6) "2c003e04cafebabe" "3c000000deadbeef"
	  "330001040a0b0c0d",
	  HEAD6("003e", "00", DST6) "3c003e0400000000" "330001040a0b0c0d" },
	{ "IPv6, half a fragment header",
	  SENT6("0046", "2c", DST6) "33000000" },
	/* RFC 4302 3.3.3.1.2: what is not known cannot be sorted */
	{ "IPv6, a header that is not known",
	  SENT6("0046", "8b", DST6) "33003e04cafebabe" },
	{ "nothing", "" },
};

static void describe_zero(const struct zero_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(zero, zero_cases, describe_zero);

static void expect(struct kunit *test, const struct zero_case *c, bool predict)
{
	size_t len, want;
	u8 *head, *after;

	len = nfi_fixture_octets(test, c->before, &head);
	want = nfi_fixture_octets(test, c->after, &after);
	KUNIT_ASSERT_EQ(test, (unsigned int)want,
			nfi_mutable_zero(head, len, predict));
	KUNIT_EXPECT_EQ(test, 0, memcmp(head, after, want));
}

/* R4302-3.3.3.1-1 -2 -3 -4 -5 -6 -7 -8, R4302-A2-1 */
static void mutable_zeroes_what_may_change(struct kunit *test)
{
	const struct zero_case *c = test->param_value;

	if (c->when != IN_ONLY)
		expect(test, c, true);
	if (c->when != OUT_ONLY)
		expect(test, c, false);
}

/* R4302-3.3.3.1-4: whatever the octets are, under KASAN */
static void mutable_stays_within_any_octets(struct kunit *test)
{
	static const u8 extensions[] = { 0, 43, 44, 60 };
	unsigned int len, left, i;
	u8 *head;

	for (i = 0; i < 20000; i++) {
		len = get_random_u32() % 120;
		head = kmalloc(len + !len, GFP_KERNEL);
		KUNIT_ASSERT_NOT_NULL(test, head);
		get_random_bytes(head, len);
		if (i % 4 && len) {
			/* nearly right ones get further */
			if (len > 60)
				len = 60;
			len &= ~3U;
			head[0] = len >= 20 ? 0x40 | len / 4 : 0x60;
			if (i % 4 == 2 && len >= 40) {
				head[0] = 0x60;
				head[6] = extensions[i / 4 % 4];
			}
		}
		left = nfi_mutable_zero(head, len, i % 2);
		KUNIT_EXPECT_LE(test, left, len);
		kfree(head);
	}
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(mutable_zeroes_what_may_change, zero_gen_params),
	KUNIT_CASE(mutable_stays_within_any_octets),
	{}
};

static struct kunit_suite mutable_suite = {
	.name = "nfipsec_mutable",
	.test_cases = cases,
};

kunit_test_suite(mutable_suite);
