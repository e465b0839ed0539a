// SPDX-License-Identifier: GPL-2.0
/*
 * Packets that nobody would send, made of those that somebody would: by a row of
 * random numbers that is always the same. Who reads them sees nothing that is not
 * in them, and what the other end of an SA may seal ends as a packet that makes
 * sense or is dropped: R4303-8-1.
 */
#include "fixture.h"

#include "../../src/esp.h"
#include "../../src/icmp.h"
#include "../../src/inbound.h"
#include "../../src/mss.h"
#include "../../src/mutable.h"
#include "../../src/packet.h"
#include "../../src/tfc.h"
#include "../../src/udpencap.h"

#include <linux/delay.h>
#include <linux/netdevice.h>
#include <linux/prandom.h>
#include <linux/rtnetlink.h>
#include <net/ip.h>

#define ROUNDS		20000
#define LEN_MAX		200

/* Hexadecimal, as they would be on the wire; checksums are nobody's business */
static const char * const seeds[] = {
	/* IPv4: UDP; TCP with options; options of IP; a fragment */
	"4500002400010000401100000a0100020a02000203e8000900100000aabbccddeeff0011",
	"450000300001400040060000 0a0100020a02000204d20050000000010000000070022000"
	"00000000020405b401010402",
	"48000030000100004001 00000a0100020a0200028907040a010001 0194040000 0000"
	"08000000000100020000000000000000",
	"450000240001200140110000 0a0100020a020002 0000000000000000000000000000 0000",
	/* ICMP that brings back UDP, and TCP; AH; ESP; IP in IP */
	"45000038000100004001 00000a0100020a020002030400000000 0500"
	"4500002400010000401100000a0200020a010002000903e800100000",
	"4500003800010000400100000a0909090a0200020b0000000000 0000"
	"4500002400010000400600000a0200020a0100020050 04d200000001",
	"450000400001000040330000 0a0100020a020002 1104000000001001 00000001"
	"0102030405060708090a0b0c 03e8000900100000aabbccddeeff0011",
	"4500003000010000403200000a0100020a020002000010010000000101020304"
	"05060708090a0b0c0d0e0f10",
	"450000380001000040040000 0a0100020a020002"
	"4500002400010000401100000a0100020a02000203e8000900100000aabbccddeeff0011",
	/* UDP that has ESP in it, and a keepalive */
	"45000030000100004011 00000a0100020a02000211941194001c0000"
	"0000100100000001 0102030405060708090a0b0c",
	"4500001d000100004011000 00a0100020a0200021194119400090000ff",
	/* IPv6: UDP; a row of extension headers; a fragment; discovery */
	"6000000000101140 20010db8000100000000000000000002"
	"20010db8000200000000000000000002 03e8000900100000aabbccddeeff0011",
	"6000000000380040 20010db8000100000000000000000002"
	"20010db8000200000000000000000002 2b00050200000000"
	"3c02 0001 00000000 20010db8000300000000000000000003"
	"2c00010400000000 1100000000000001 03e8000900080000",
	"6000000000182c40 20010db8000100000000000000000002"
	"20010db8000200000000000000000002 1100000100000001"
	"03e8000900100000aabbccddeeff0011",
	"6000000000183aff 20010db8000100000000000000000002"
	"20010db8000200000000000000000002 8700000000000000"
	"20010db8000200000000000000000002",
	/* ICMPv6 that brings back TCP; AH behind destination options */
	"6000000000443a40 20010db8000100000000000000000002"
	"20010db8000200000000000000000002 0200000000000500"
	"6000000000140640 20010db8000200000000000000000002"
	"20010db8000100000000000000000002 005004d2000000010000000050022000 00000000",
	"6000000000303c40 20010db8000100000000000000000002"
	"20010db8000200000000000000000002 33000502 00000000"
	"11040000000010010000000101020304 05060708090a0b0c"
	"03e8000900100000aabbccddeeff0011",
};

struct packet {
	unsigned int len;
	u8 octets[LEN_MAX];
};

static void read_seed(struct packet *p, const char *hex)
{
	int high = -1, digit;

	*p = (struct packet){};
	for (; *hex && p->len < LEN_MAX; hex++) {
		digit = hex_to_bin(*hex);
		if (digit < 0)
			continue;
		if (high < 0) {
			high = digit;
			continue;
		}
		p->octets[p->len++] = high << 4 | digit;
		high = -1;
	}
}

/* Numbers at which things change */
static u8 odd_octet(struct rnd_state *rnd)
{
	static const u8 odd[] = {
		0, 1, 2, 3, 4, 5, 6, 7, 8, 15, 16, 17, 0x1f, 0x20, 0x3f, 0x40,
		43, 44, 50, 51, 58, 59, 60, 0x45, 0x4f, 0x60, 0x7f, 0x80, 0xff,
	};

	return prandom_u32_state(rnd) % 2 ? odd[prandom_u32_state(rnd) % ARRAY_SIZE(odd)] :
					    prandom_u32_state(rnd);
}

static void mutate(struct rnd_state *rnd, struct packet *p)
{
	unsigned int n = prandom_u32_state(rnd) % 4;

	read_seed(p, seeds[prandom_u32_state(rnd) % ARRAY_SIZE(seeds)]);
	while (n--)
		p->octets[prandom_u32_state(rnd) % p->len] = odd_octet(rnd);
	switch (prandom_u32_state(rnd) % 8) {
	case 0:
		p->len = prandom_u32_state(rnd) % (p->len + 1);
		break;
	case 1:
		p->len = min_t(unsigned int, LEN_MAX,
			       p->len + prandom_u32_state(rnd) % 64);
		break;
	}
}

/* All that the readers of packets say of one */
struct said {
	enum nfi_reason upper_reason;
	struct nfi_upper upper;
	enum nfi_reason flow_reason[2];
	struct nfi_flow flow[2];
	bool discovery;
	bool returned;
	struct nfi_flow returned_flow;
	bool udp;
	struct nfi_udp datagram;
	enum nfi_reason udp_reason;
	unsigned int len;
	u8 octets[LEN_MAX];	/* the packet after that */
};

/* With @write those are asked, too, that write on linear packets */
static void read_all(struct sk_buff *skb, bool write, struct said *said)
{
	u8 dir;

	memset(said, 0, sizeof(*said));
	said->upper_reason = nfi_packet_upper(skb, &said->upper);
	if (said->upper_reason)
		memset(&said->upper, 0, sizeof(said->upper));
	for (dir = 0; dir < 2; dir++) {
		said->flow_reason[dir] = nfi_packet_flow(skb, dir,
							 &said->flow[dir]);
		if (said->flow_reason[dir])
			memset(&said->flow[dir], 0, sizeof(said->flow[dir]));
	}
	if (said->upper_reason || said->flow_reason[NFI_DIR_IN])
		return;
	said->discovery = nfi_packet_is_discovery(skb, &said->flow[NFI_DIR_IN]);
	if (nfi_icmp_is_error(&said->flow[NFI_DIR_IN]))
		said->returned = nfi_icmp_returned(skb, NFI_DIR_OUT,
						   &said->flow[NFI_DIR_IN],
						   &said->returned_flow);
	if (!said->returned)
		memset(&said->returned_flow, 0, sizeof(said->returned_flow));
	if (said->upper.protocol == IPPROTO_UDP && !said->upper.fragment) {
		said->udp = nfi_udpencap_read(skb, &said->upper, &said->datagram);
		if (said->udp)
			said->udp_reason = nfi_udpencap_check(skb,
							      said->upper.offset);
	}
	if (write && nfi_mss_is_syn(skb))
		nfi_mss_clamp(skb, 100);
	if (write && said->upper.protocol == IPPROTO_UDP)
		nfi_tfc_trim(skb, said->upper.offset);
	said->len = skb->len;
	skb_copy_bits(skb, 0, said->octets, skb->len);
}

/* What is behind the packet in memory must not matter, nor where the packet is */
static void fuzz_readers_see_the_packet_only(struct kunit *test)
{
	struct said *one = kunit_kzalloc(test, 2 * sizeof(*one), GFP_KERNEL);
	struct packet *p = kunit_kzalloc(test, sizeof(*p), GFP_KERNEL);
	struct said *two = one + 1;
	unsigned int i, linear;
	struct rnd_state rnd;
	struct sk_buff *skb;

	KUNIT_ASSERT_NOT_NULL(test, one);
	KUNIT_ASSERT_NOT_NULL(test, p);
	prandom_seed_state(&rnd, 4301);
	for (i = 0; i < ROUNDS; i++) {
		mutate(&rnd, p);
		skb = nfi_fixture_skb(test, p->octets, p->len);
		memset(skb_tail_pointer(skb), 0, skb_tailroom(skb));
		read_all(skb, i % 2, one);
		kfree_skb(skb);
		if (i % 2 || p->len < 40) {
			skb = nfi_fixture_skb(test, p->octets, p->len);
			memset(skb_tail_pointer(skb), 0xff, skb_tailroom(skb));
		} else {
			/* the IP header is linear wherever we get packets */
			linear = 40 + prandom_u32_state(&rnd) % (p->len - 39);
			skb = nfi_fixture_skb_paged(test, p->octets, p->len,
						    linear);
		}
		read_all(skb, i % 2, two);
		kfree_skb(skb);
		KUNIT_ASSERT_EQ_MSG(test, 0, memcmp(one, two, sizeof(*one)),
				    "round %u: %*ph", i, (int)min(p->len, 64u),
				    p->octets);
	}
}

/* KASAN sees who goes beyond the headers */
static void fuzz_headers_of_ah_stay_in_their_place(struct kunit *test)
{
	struct packet *p = kunit_kzalloc(test, sizeof(*p), GFP_KERNEL);
	struct rnd_state rnd;
	unsigned int i, len;
	u8 *head;

	KUNIT_ASSERT_NOT_NULL(test, p);
	prandom_seed_state(&rnd, 4302);
	for (i = 0; i < ROUNDS; i++) {
		mutate(&rnd, p);
		len = p->len;
		if (prandom_u32_state(&rnd) % 2 && len)
			len = p->octets[0] >> 4 == 4 ?
			      min(len, (p->octets[0] & 15) * 4u) :
			      min(len, 40 + 8 * (prandom_u32_state(&rnd) % 8));
		if (!len)
			continue;
		head = kmemdup(p->octets, len, GFP_KERNEL);
		KUNIT_ASSERT_NOT_NULL(test, head);
		KUNIT_EXPECT_LE(test, nfi_mutable_zero(head, len, i % 2), len);
		kfree(head);
	}
}

/* What the stack would have got, and how much of it made no sense */
static atomic_t caught, senseless;
/* free_device() has been there */
static atomic_t ended;

static bool makes_sense(const struct sk_buff *skb)
{
	if (skb->protocol == htons(ETH_P_IP))
		return skb->len >= sizeof(struct iphdr) &&
		       ip_hdr(skb)->version == 4 && ip_hdr(skb)->ihl >= 5 &&
		       ip_hdrlen(skb) <= skb->len &&
		       ntohs(ip_hdr(skb)->tot_len) == skb->len;
	return skb->protocol == htons(ETH_P_IPV6) &&
	       skb->len >= sizeof(struct ipv6hdr) &&
	       ipv6_hdr(skb)->version == 6 &&
	       ntohs(ipv6_hdr(skb)->payload_len) + sizeof(struct ipv6hdr) ==
		       skb->len;
}

static rx_handler_result_t catch(struct sk_buff **skb)
{
	if (!(*skb)->protocol) {
		atomic_inc(&ended);
	} else {
		atomic_inc(&caught);
		if (!makes_sense(*skb))
			atomic_inc(&senseless);
	}
	kfree_skb(*skb);
	return RX_HANDLER_CONSUMED;
}

static void setup_device(struct net_device *dev)
{
	dev->flags = IFF_UP | IFF_NOARP;
	set_bit(__LINK_STATE_START, &dev->state);
}

static struct net_device *new_device(struct kunit *test, struct nfi_net *nn)
{
	struct net_device *dev;
	struct nfi_device *nd;
	int err;

	dev = alloc_netdev(sizeof(*nd), "nfifuzz%d", NET_NAME_UNKNOWN,
			   setup_device);
	KUNIT_ASSERT_NOT_NULL(test, dev);
	dev_net_set(dev, nn->net);
	nd = netdev_priv(dev);
	nd->dev = dev;
	nd->spd = &nn->spd;
	dev->tstats = netdev_alloc_pcpu_stats(struct pcpu_sw_netstats);
	KUNIT_ASSERT_TRUE(test, !!dev->tstats);
	rtnl_lock();
	err = netdev_rx_handler_register(dev, catch, NULL);
	rtnl_unlock();
	KUNIT_ASSERT_EQ(test, 0, err);
	return dev;
}

static void free_device(struct kunit *test, struct net_device *dev)
{
	struct sk_buff *last = nfi_fixture_skb(test, "", 1);
	int before = atomic_read(&ended);

	/* behind what waits for a softirq */
	last->dev = dev;
	last->protocol = 0;
	skb_reset_mac_header(last);
	netif_rx(last);
	KUNIT_EXPECT_TRUE(test, nfi_fixture_until(atomic_read(&ended) > before));
	rtnl_lock();
	netdev_rx_handler_unregister(dev);
	rtnl_unlock();
	free_percpu(dev->tstats);
	free_netdev(dev);
}

static const struct sealed_case {
	const char *name;
	u8 mode;
	u8 encap;
	bool esn;
	bool selector;
} sealed_cases[] = {
	{ "tunnel", NFI_MODE_TUNNEL },
	{ "tunnel with a selector", NFI_MODE_TUNNEL, .selector = true },
	{ "tunnel in UDP", NFI_MODE_TUNNEL, NFI_ENCAP_UDP, true },
	{ "transport", NFI_MODE_TRANSPORT },
	{ "transport in UDP", NFI_MODE_TRANSPORT, NFI_ENCAP_UDP },
};

static void describe(const struct sealed_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(sealed, sealed_cases, describe);

/* Both ends of an SA, the inbound one in the SAD */
static struct nfi_sa *both_ends(struct kunit *test,
				const struct sealed_case *c,
				struct nfi_sa **out)
{
	const struct nfi_fixture_suite *s = &nfi_fixture_suites[0];
	struct nfi_sa_conf conf;
	struct nfi_keys keys;
	struct nfi_sa *in;

	nfi_fixture_conf(&conf, s, NFI_DIR_OUT);
	nfi_fixture_keys(&keys, s);
	conf.mode = c->mode;
	conf.esn = c->esn;
	*out = nfi_fixture_sa(test, &conf, &keys, 0);

	nfi_fixture_conf(&conf, s, NFI_DIR_IN);
	conf.mode = c->mode;
	conf.esn = c->esn;
	conf.window = 64;
	conf.reqid = 0;
	conf.local = (*out)->conf.remote;
	conf.remote = (*out)->conf.local;
	conf.encap = c->encap;
	if (c->encap) {
		conf.local_port = htons(NFI_UDP_PORT);
		conf.remote_port = htons(NFI_UDP_PORT);
	}
	if (c->selector) {
		conf.selector.family = AF_INET;
		conf.selector.remote.len = 16;
		conf.selector.remote.addr.w[0] = cpu_to_be32(0x0a010000);
		conf.selector.protocol = IPPROTO_UDP;
	}
	in = nfi_fixture_sa(test, &conf, &keys, 0);
	nfi_fixture_insert(test, in);
	return in;
}

static u8 what_is_inside(struct rnd_state *rnd, const struct sealed_case *c,
			 const struct packet *p)
{
	static const u8 any[] = {
		IPPROTO_UDP, IPPROTO_TCP, IPPROTO_ICMP, IPPROTO_ICMPV6,
		IPPROTO_ESP, IPPROTO_AH, IPPROTO_SCTP, IPPROTO_IPIP,
		IPPROTO_NONE, NEXTHDR_HOP, NEXTHDR_ROUTING, NEXTHDR_DEST,
	};

	if (c->mode == NFI_MODE_TUNNEL && prandom_u32_state(rnd) % 8)
		return p->octets[0] >> 4 == 4 ? IPPROTO_IPIP : IPPROTO_IPV6;
	return any[prandom_u32_state(rnd) % ARRAY_SIZE(any)];
}

/* The other end seals whatever it likes */
static struct sk_buff *seal(struct kunit *test, const struct sealed_case *c,
			    struct nfi_sa *out, u64 seq, const struct packet *p,
			    u8 inside)
{
	/* a payload only, where the IP header is outside */
	unsigned int skip = c->mode == NFI_MODE_TUNNEL ? 0 : min(p->len, 20u);
	struct sk_buff *skb = nfi_fixture_skb(test, p->octets + skip,
					      p->len - skip);
	struct udphdr *uh;
	struct iphdr *iph;

	nfi_esp_push(out, skb, 0, inside, seq);
	KUNIT_ASSERT_EQ(test, NFI_REASON_OK, nfi_fixture_seal(out, skb, 0, seq));
	if (c->encap) {
		uh = skb_push(skb, sizeof(*uh));
		*uh = (struct udphdr){
			.source = htons(NFI_UDP_PORT),
			.dest = htons(NFI_UDP_PORT),
			.len = htons(skb->len),
		};
	}
	iph = skb_push(skb, sizeof(*iph));
	*iph = (struct iphdr){
		.version = 4, .ihl = 5, .tot_len = htons(skb->len), .ttl = 64,
		.protocol = c->encap ? IPPROTO_UDP : IPPROTO_ESP,
		.saddr = out->conf.local.w[0], .daddr = out->conf.remote.w[0],
	};
	ip_send_check(iph);
	skb_reset_network_header(skb);
	skb->protocol = htons(ETH_P_IP);
	return skb;
}

static void fuzz_what_is_let_through_makes_sense(struct kunit *test)
{
	struct packet *p = kunit_kzalloc(test, sizeof(*p), GFP_KERNEL);
	const struct sealed_case *c = test->param_value;
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_sa *in, *out;
	struct net_device *dev;
	struct rnd_state rnd;
	struct sk_buff *skb;
	bool taken;
	u64 seq;

	KUNIT_ASSERT_NOT_NULL(test, p);
	dev = new_device(test, nn);
	rcu_assign_pointer(nn->device, dev);
	atomic_set(&caught, 0);
	atomic_set(&senseless, 0);
	in = both_ends(test, c, &out);
	prandom_seed_state(&rnd, 4303);
	for (seq = 1; seq <= ROUNDS / 10; seq++) {
		mutate(&rnd, p);
		skb = seal(test, c, out, seq, p, what_is_inside(&rnd, c, p));
		rcu_read_lock();
		taken = nfi_inbound(nn, skb);
		rcu_read_unlock();
		KUNIT_ASSERT_TRUE(test, taken);
	}
	KUNIT_EXPECT_EQ(test, 0ULL, nfi_drops_sum(nn->drops,
						  NFI_REASON_INTEGRITY));
	KUNIT_EXPECT_EQ(test, ROUNDS / 10ULL, in->replay->top);
	rcu_assign_pointer(nn->device, NULL);
	synchronize_net();
	free_device(test, dev);
	/* or it is no test */
	KUNIT_EXPECT_GT(test, atomic_read(&caught), ROUNDS / 100);
	KUNIT_EXPECT_GT(test, atomic64_read(&in->drops), ROUNDS / 1000LL);
	KUNIT_EXPECT_EQ(test, 0, atomic_read(&senseless));
}

static struct kunit_case cases[] = {
	KUNIT_CASE(fuzz_readers_see_the_packet_only),
	KUNIT_CASE(fuzz_headers_of_ah_stay_in_their_place),
	KUNIT_CASE_PARAM(fuzz_what_is_let_through_makes_sense,
			 sealed_gen_params),
	{}
};

static struct kunit_suite suite = {
	.name = "nfipsec_fuzz",
	.suite_init = nfi_fixture_suite_init,
	.suite_exit = nfi_fixture_suite_exit,
	.init = nfi_fixture_init,
	.exit = nfi_fixture_exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
