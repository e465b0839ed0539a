// SPDX-License-Identifier: GPL-2.0
/*
 * Flows held against selectors.
 *
 * Covers R4301-4.4.1.1-1 -2, R4301-4.4.1-6 (ANY), R4301-7.1-1, R4301-7.3-1.
 */
#include <kunit/test.h>
#include <linux/in.h>

#include "../../src/selector.h"

#define V4(a, b, c, d)	{ .w = { cpu_to_be32((a) << 24 | (b) << 16 | \
					     (c) << 8 | (d)) } }
#define V6(hi, lo)	{ .w = { cpu_to_be32(0x20010db8), cpu_to_be32(hi), 0, \
				 cpu_to_be32(lo) } }
#define BIT_0		cpu_to_be32(1)
#define ANY		{ 0, U16_MAX }

/* 10.1.0.0/16 port 1000 to 2000 <-> 10.2.3.0/24 port 443, TCP */
static const struct nfi_selector tcp4 = {
	.local = { V4(10, 1, 0, 0), 16 },
	.remote = { V4(10, 2, 3, 0), 24 },
	.local_ports = { 1000, 2000 },
	.remote_ports = { 443, 443 },
	.family = AF_INET,
	.protocol = IPPROTO_TCP,
};

static const struct nfi_selector net4 = {
	.local = { V4(10, 1, 0, 0), 16 },
	.remote = { V4(10, 2, 3, 0), 24 },
	.local_ports = ANY,
	.remote_ports = ANY,
	.family = AF_INET,
};

static const struct nfi_selector udp6 = {
	.local = { V6(1, 0), 64 },
	.remote = { V6(2, 7), 128 },
	.local_ports = ANY,
	.remote_ports = { 53, 53 },
	.family = AF_INET6,
	.protocol = IPPROTO_UDP,
};

static const struct nfi_selector port4 = {
	.local_ports = { 0, U16_MAX - 1 },
	.remote_ports = ANY,
	.family = AF_INET,
};

static const struct nfi_selector from1 = {
	.local_ports = ANY,
	.remote_ports = { 1, U16_MAX },
	.family = AF_INET,
};

static const struct nfi_selector all4 = {
	.local_ports = ANY, .remote_ports = ANY, .family = AF_INET,
};

static const struct nfi_selector all = {
	.local_ports = ANY, .remote_ports = ANY,
};

#define FLOW4(c, d, lport, rport, proto, shown) {			\
	.local = V4(10, 1, c, d), .remote = V4(10, 2, 3, 4),		\
	.local_port = lport, .remote_port = rport, .family = AF_INET,	\
	.protocol = proto, .ports = shown }
#define FLOW6(hi, lo, rport, proto, shown) {				\
	.local = V6(1, 0xffff), .remote = V6(hi, lo),			\
	.local_port = 5, .remote_port = rport, .family = AF_INET6,	\
	.protocol = proto, .ports = shown }
#define TCP	IPPROTO_TCP
#define UDP	IPPROTO_UDP

static const struct match_case {
	const char *name;
	const struct nfi_selector *sel;
	struct nfi_flow flow;
	bool match;
} match_cases[] = {
	{ "all fields fit", &tcp4, FLOW4(0, 1, 1500, 443, TCP, true), true },
	{ "lowest port", &tcp4, FLOW4(0, 1, 1000, 443, TCP, true), true },
	{ "highest port", &tcp4, FLOW4(0, 1, 2000, 443, TCP, true), true },
	{ "below the lowest port", &tcp4, FLOW4(0, 1, 999, 443, TCP, true) },
	{ "above the highest port", &tcp4, FLOW4(0, 1, 2001, 443, TCP, true) },
	{ "other remote port", &tcp4, FLOW4(0, 1, 1500, 444, TCP, true) },
	{ "ports the wrong way round", &tcp4,
	  FLOW4(0, 1, 443, 1500, TCP, true) },
	{ "other protocol", &tcp4, FLOW4(0, 1, 1500, 443, UDP, true) },
	/* R4301-4.4.1.1-2 */
	{ "later fragment against ports", &tcp4,
	  FLOW4(0, 1, 1500, 443, TCP, false) },
	/* R4301-7.1-1 */
	{ "later fragment against any port", &net4,
	  FLOW4(0, 1, 0, 0, TCP, false), true },
	{ "protocol without ports", &net4,
	  FLOW4(0, 1, 0, 0, IPPROTO_ICMP, false), true },
	{ "protocol without ports against ports", &port4,
	  FLOW4(0, 1, 0, 0, IPPROTO_ICMP, false) },
	{ "ports 0 to 65534 are not any", &port4,
	  FLOW4(0, 1, 0, 0, TCP, false) },
	{ "ports 0 to 65534", &port4, FLOW4(0, 1, 65534, 0, TCP, true), true },
	{ "port 65535 of 0 to 65534", &port4,
	  FLOW4(0, 1, 65535, 0, TCP, true) },
	{ "ports 1 to 65535 are not any", &from1,
	  FLOW4(0, 1, 0, 0, TCP, false) },
	{ "port 0 of 1 to 65535", &from1, FLOW4(0, 1, 9, 0, TCP, true) },
	{ "last address of a prefix", &net4,
	  FLOW4(255, 255, 1, 1, UDP, true), true },
	{ "other family", &net4, FLOW6(2, 7, 53, UDP, true) },
	{ "everything of the other family", &all4,
	  FLOW6(2, 7, 53, UDP, true) },
	{ "everything, IPv4", &all, FLOW4(9, 9, 1, 1, 200, false), true },
	{ "everything, IPv6", &all, FLOW6(9, 9, 1, UDP, true), true },
	{ "IPv6", &udp6, FLOW6(2, 7, 53, UDP, true), true },
	{ "IPv6, neighbouring host", &udp6, FLOW6(2, 6, 53, UDP, true) },
	{ "IPv6, other net", &udp6, FLOW6(3, 7, 53, UDP, true) },
	{ "IPv6, later fragment", &udp6, FLOW6(2, 7, 53, UDP, false) },
};

static void describe_match(const struct match_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(match, match_cases, describe_match);

static void selector_matches(struct kunit *test)
{
	const struct match_case *c = test->param_value;

	KUNIT_EXPECT_EQ(test, c->match, nfi_selector_match(c->sel, &c->flow));
	/* the part above the addresses asks nothing more */
	if (c->match)
		KUNIT_EXPECT_TRUE(test, nfi_selector_match_upper(c->sel,
								 &c->flow));
}

/* RFC 4301 4.4.1.1: an address outside of either prefix, bit by bit */
static void selector_rejects_addresses_outside(struct kunit *test)
{
	struct nfi_flow flow = FLOW4(0, 1, 1500, 443, TCP, true);
	struct nfi_flow other;
	int i;

	for (i = 0; i < 32; i++) {
		other = flow;
		other.local.w[0] ^= cpu_to_be32(0x80000000 >> i);
		KUNIT_EXPECT_EQ(test, i >= 16, nfi_selector_match(&tcp4, &other));
		other = flow;
		other.remote.w[0] ^= cpu_to_be32(0x80000000 >> i);
		KUNIT_EXPECT_EQ(test, i >= 24, nfi_selector_match(&tcp4, &other));
	}
}

static void selector_init_matches_everything(struct kunit *test)
{
	struct nfi_selector sel;
	size_t i;

	nfi_selector_init(&sel);
	KUNIT_EXPECT_TRUE(test, nfi_selector_equal(&sel, &all));
	for (i = 0; i < ARRAY_SIZE(match_cases); i++)
		KUNIT_EXPECT_TRUE(test, nfi_selector_match(&sel,
							   &match_cases[i].flow));
}

static void selector_equal_sees_every_field(struct kunit *test)
{
	struct nfi_selector sel = tcp4;

	KUNIT_EXPECT_TRUE(test, nfi_selector_equal(&sel, &tcp4));
#define DIFFERS(change, back) do {					\
		change;							\
		KUNIT_EXPECT_FALSE(test, nfi_selector_equal(&sel, &tcp4)); \
		KUNIT_EXPECT_FALSE(test, nfi_selector_equal(&tcp4, &sel)); \
		back;							\
	} while (0)
	DIFFERS(sel.family = AF_INET6, sel.family = AF_INET);
	DIFFERS(sel.protocol++, sel.protocol--);
	DIFFERS(sel.local.len++, sel.local.len--);
	DIFFERS(sel.remote.len++, sel.remote.len--);
	DIFFERS(sel.local.addr.w[0] ^= BIT_0, sel.local.addr.w[0] ^= BIT_0);
	DIFFERS(sel.remote.addr.w[3] ^= BIT_0, sel.remote.addr.w[3] ^= BIT_0);
	DIFFERS(sel.local_ports.min++, sel.local_ports.min--);
	DIFFERS(sel.local_ports.max++, sel.local_ports.max--);
	DIFFERS(sel.remote_ports.min--, sel.remote_ports.min++);
	DIFFERS(sel.remote_ports.max++, sel.remote_ports.max--);
#undef DIFFERS
	KUNIT_EXPECT_TRUE(test, nfi_selector_equal(&sel, &tcp4));
}

/* An SA with such a selector is held against policies */
static void selector_any_is_what_matches_everything(struct kunit *test)
{
	struct nfi_selector sel;

	KUNIT_EXPECT_TRUE(test, nfi_selector_any(&all));
	KUNIT_EXPECT_FALSE(test, nfi_selector_any(&all4));
	KUNIT_EXPECT_FALSE(test, nfi_selector_any(&tcp4));
	sel = all;
	sel.protocol = IPPROTO_TCP;
	KUNIT_EXPECT_FALSE(test, nfi_selector_any(&sel));
	sel = all;
	sel.local_ports.max = 80;
	KUNIT_EXPECT_FALSE(test, nfi_selector_any(&sel));
	sel = all;
	sel.remote_ports.min = 1;
	KUNIT_EXPECT_FALSE(test, nfi_selector_any(&sel));
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(selector_matches, match_gen_params),
	KUNIT_CASE(selector_rejects_addresses_outside),
	KUNIT_CASE(selector_init_matches_everything),
	KUNIT_CASE(selector_any_is_what_matches_everything),
	KUNIT_CASE(selector_equal_sees_every_field),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_selector",
	.test_cases = cases,
};

kunit_test_suite(suite);
