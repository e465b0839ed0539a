// SPDX-License-Identifier: GPL-2.0
/*
 * Flows held against selectors.
 *
 * Covers R4301-4.4.1.1-1 R4301-4.4.1.1-2, R4301-4.4.1.1-4, R4301-4.4.1.1-5,
 * R4301-4.4.1-6, R4301-7.1-1, R4301-7.3-1.
 */
#include <kunit/test.h>
#include <linux/in.h>

#include "../../src/lists.h"

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

/* R4301-4.4.1.1-5 */
static const struct nfi_selector opaque4 = {
	.local_ports = ANY, .remote_ports = { U16_MAX, 0 }, .family = AF_INET,
	.protocol = IPPROTO_TCP,
};

/* R4301-4.4.1.1-4: destination unreachable, code 1 to 3 */
static const struct nfi_selector icmp4 = {
	.local_ports = { 3 << 8 | 1, 3 << 8 | 3 },
	.remote_ports = ANY,
	.family = AF_INET,
	.protocol = IPPROTO_ICMP,
};

static const struct nfi_selector marked = {
	.local_ports = ANY, .remote_ports = ANY, .mark = 0x12,
	.mark_mask = 0xfe,
};

static const struct nfi_selector by_link = {
	.local_ports = ANY, .remote_ports = ANY, .interface = 7,
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
#define LINK(m, i) { .family = AF_INET, .protocol = 17, .mark = m, .interface = i }
#define ICMP(type, code)						\
	FLOW4(0, 1, (type) << 8 | (code), 0, IPPROTO_ICMP, true)
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
	{ "OPAQUE, ports hidden", &opaque4, FLOW4(0, 1, 0, 0, TCP, false),
	  true },
	{ "OPAQUE, ports shown", &opaque4, FLOW4(0, 1, 0, 0, TCP, true) },
	{ "OPAQUE, port 65535", &opaque4, FLOW4(0, 1, 0, 65535, TCP, true) },
	{ "OPAQUE, other protocol", &opaque4, FLOW4(0, 1, 0, 0, UDP, false) },
	{ "ICMP, first code", &icmp4, ICMP(3, 1), true },
	{ "ICMP, last code", &icmp4, ICMP(3, 3), true },
	{ "ICMP, code below", &icmp4, ICMP(3, 0) },
	{ "ICMP, code above", &icmp4, ICMP(3, 4) },
	{ "ICMP, other type", &icmp4, ICMP(4, 2) },
	{ "ICMP, later fragment", &icmp4,
	  FLOW4(0, 1, 0, 0, IPPROTO_ICMP, false) },
	{ "mark", &marked, LINK(0x12, 1), true },
	{ "mark, other bits", &marked, LINK(0xff13, 1), true },
	{ "mark, a bit too much", &marked, LINK(0x16, 1) },
	{ "mark, none", &marked, LINK(0, 1) },
	{ "interface", &by_link, LINK(0, 7), true },
	{ "other interface", &by_link, LINK(0, 8) },
	{ "no interface", &by_link, LINK(0, 0) },
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

/* R4301-4.4.2.2-1: what a packet does not show is outside of every range */
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
	DIFFERS(sel.mark++, sel.mark--);
	DIFFERS(sel.mark_mask++, sel.mark_mask--);
	DIFFERS(sel.interface++, sel.interface--);
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

/* Such a selector is held against packets in a shorter way */
static void selector_is_prefixes_if_it_asks_no_more(struct kunit *test)
{
	struct nfi_lists lists = {};
	struct nfi_selector sel;

	KUNIT_EXPECT_TRUE(test, nfi_selector_is_prefixes(&all));
	KUNIT_EXPECT_TRUE(test, nfi_selector_is_prefixes(&all4));
#define MORE(change)							\
	do {								\
		sel = all4;						\
		change;							\
		KUNIT_EXPECT_FALSE_MSG(test,				\
				       nfi_selector_is_prefixes(&sel),	\
				       #change);			\
	} while (0)
	MORE(sel.protocol = IPPROTO_TCP);
	MORE(sel.local_ports.min = 1);
	MORE(sel.local_ports.max = 80);
	MORE(sel.remote_ports.min = 1);
	MORE(sel.remote_ports.max = 80);
	MORE(sel.mark_mask = 1);
	MORE(sel.interface = 1);
	MORE(sel.lists = &lists);
#undef MORE
	sel = all4;
	sel.local.len = 16;
	sel.remote.len = 32;
	KUNIT_EXPECT_TRUE(test, nfi_selector_is_prefixes(&sel));
}

/* Two of everything: 10.1.0.5-10.1.0.7 and 10.3.0.0, 10.2.3.4 and 10.2.3.6-8,
 * ports 5-6 and OPAQUE, 80 and 443, TCP and SCTP
 */
static struct nfi_lists *two_of_everything(struct kunit *test)
{
	const struct nfi_list_counts n = { 2, 2, 2, 2, 2 };
	struct nfi_lists *l = nfi_lists_new(&n);

	KUNIT_ASSERT_NOT_NULL(test, l);
	l->local[0] = (struct nfi_range){ V4(10, 1, 0, 5), V4(10, 1, 0, 7) };
	l->local[1] = (struct nfi_range){ V4(10, 3, 0, 0), V4(10, 3, 0, 0) };
	l->remote[0] = (struct nfi_range){ V4(10, 2, 3, 4), V4(10, 2, 3, 4) };
	l->remote[1] = (struct nfi_range){ V4(10, 2, 3, 6), V4(10, 2, 3, 8) };
	l->local_ports[0] = (struct nfi_ports){ 5, 6 };
	l->local_ports[1] = (struct nfi_ports){ U16_MAX, 0 };
	l->remote_ports[0] = (struct nfi_ports){ 80, 80 };
	l->remote_ports[1] = (struct nfi_ports){ 443, 443 };
	l->protocols[0] = IPPROTO_TCP;
	l->protocols[1] = IPPROTO_SCTP;
	return l;
}

/* R4301-4.4.1.1-1 */
static void selector_lists_match_any_of_their_values(struct kunit *test)
{
	const struct nfi_flow good = FLOW4(0, 5, 5, 80, TCP, true);
	struct nfi_selector sel = { .family = AF_INET };
	struct nfi_flow flow = good;

	sel.lists = two_of_everything(test);
#define TRY(want, change) do {						\
		flow = good;						\
		change;							\
		KUNIT_EXPECT_EQ(test, want, nfi_selector_match(&sel, &flow)); \
	} while (0)
	TRY(true, (void)0);
	TRY(true, flow.local.w[0] = cpu_to_be32(0x0a010007));
	TRY(true, flow.local.w[0] = cpu_to_be32(0x0a030000));
	TRY(false, flow.local.w[0] = cpu_to_be32(0x0a010004));
	TRY(false, flow.local.w[0] = cpu_to_be32(0x0a010008));
	TRY(false, flow.local.w[0] = cpu_to_be32(0x0a030001));
	TRY(true, flow.remote.w[0] = cpu_to_be32(0x0a020307));
	TRY(false, flow.remote.w[0] = cpu_to_be32(0x0a020305));
	TRY(false, flow.remote.w[0] = cpu_to_be32(0x0a020309));
	TRY(true, flow.local_port = 6);
	TRY(false, flow.local_port = 7);
	TRY(true, flow.remote_port = 443);
	TRY(false, flow.remote_port = 81);
	TRY(true, flow.protocol = IPPROTO_SCTP);
	TRY(false, flow.protocol = UDP);
	TRY(false, flow.family = AF_INET6);
	/* remote ports are not OPAQUE */
	TRY(false, flow.ports = false);
	sel.lists->remote_ports[1] = (struct nfi_ports)ANY;
	TRY(true, flow.ports = false);
#undef TRY
	nfi_lists_put(sel.lists);
}

static void selector_equal_sees_lists(struct kunit *test)
{
	struct nfi_selector a = tcp4, b = tcp4;

	a.lists = two_of_everything(test);
	KUNIT_EXPECT_FALSE(test, nfi_selector_equal(&a, &b));
	KUNIT_EXPECT_FALSE(test, nfi_selector_equal(&b, &a));
	b.lists = two_of_everything(test);
	KUNIT_EXPECT_TRUE(test, nfi_selector_equal(&a, &b));
	b.lists->protocols[1]++;
	KUNIT_EXPECT_FALSE(test, nfi_selector_equal(&a, &b));
	b.lists->protocols[1]--;
	b.lists->remote[1].max.w[0] ^= BIT_0;
	KUNIT_EXPECT_FALSE(test, nfi_selector_equal(&a, &b));
	nfi_lists_put(b.lists);
	nfi_lists_put(a.lists);
}

static void selector_first_pair_begins_the_lists(struct kunit *test)
{
	struct nfi_selector sel = tcp4;
	struct nfi_prefix local, remote;

	nfi_selector_first(&sel, &local, &remote);
	KUNIT_EXPECT_EQ(test, 16, (int)local.len);
	KUNIT_EXPECT_EQ(test, 24, (int)remote.len);
	sel.lists = two_of_everything(test);
	nfi_selector_first(&sel, &local, &remote);
	KUNIT_EXPECT_EQ(test, 32, (int)local.len);
	KUNIT_EXPECT_EQ(test, 0x0a010005, be32_to_cpu(local.addr.w[0]));
	KUNIT_EXPECT_EQ(test, 32, (int)remote.len);
	KUNIT_EXPECT_EQ(test, 0x0a020304, be32_to_cpu(remote.addr.w[0]));
	nfi_lists_put(sel.lists);
}

/* R4301-4.3-1: any protocol is not a name */
static void selector_names_protocols_it_asks_for(struct kunit *test)
{
	struct nfi_selector sel = tcp4;

	KUNIT_EXPECT_TRUE(test, nfi_selector_names(&sel, IPPROTO_TCP));
	KUNIT_EXPECT_FALSE(test, nfi_selector_names(&sel, IPPROTO_ESP));
	sel.protocol = 0;
	KUNIT_EXPECT_FALSE(test, nfi_selector_names(&sel, IPPROTO_TCP));
	KUNIT_EXPECT_FALSE(test, nfi_selector_names(&sel, IPPROTO_ESP));
	sel.lists = two_of_everything(test);
	KUNIT_EXPECT_TRUE(test, nfi_selector_names(&sel,
						   sel.lists->protocols[0]));
	KUNIT_EXPECT_TRUE(test, nfi_selector_names(&sel,
						   sel.lists->protocols[1]));
	KUNIT_EXPECT_FALSE(test, nfi_selector_names(&sel, IPPROTO_AH));
	nfi_lists_put(sel.lists);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(selector_matches, match_gen_params),
	KUNIT_CASE(selector_rejects_addresses_outside),
	KUNIT_CASE(selector_init_matches_everything),
	KUNIT_CASE(selector_any_is_what_matches_everything),
	KUNIT_CASE(selector_is_prefixes_if_it_asks_no_more),
	KUNIT_CASE(selector_equal_sees_every_field),
	KUNIT_CASE(selector_lists_match_any_of_their_values),
	KUNIT_CASE(selector_equal_sees_lists),
	KUNIT_CASE(selector_first_pair_begins_the_lists),
	KUNIT_CASE(selector_names_protocols_it_asks_for),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_selector",
	.test_cases = cases,
};

kunit_test_suite(suite);
