// SPDX-License-Identifier: GPL-2.0
/*
 * The way in as a whole: packets of others, altered packets, replayed packets,
 * and for each the one counter that it must end in. What is let through ends at
 * a device that is down.
 *
 * Covers R4303-2.1-6, R4303-2.6-3, R4303-2.7-3, R4303-3.4.1-1, R4303-3.4.2-1,
 * R4303-3.4.3-3 -4 -8, R4303-3.4.4.1-1 -4, R4303-4-1, R4303-8-1,
 * R4301-4.4.2-1, R4301-5.2-3 -4, R4301-4.4.1.1-2, R3948-2.1-2, R3948-m-2.
 */
#include "fixture.h"
#include "vectors.h"
#include "vectors/esp.h"
#include "vectors/negative.h"
#include "vectors/udpencap.h"

#include "../../src/esp.h"
#include "../../src/inbound.h"
#include "../../src/queue.h"

#include <linux/delay.h>
#include <linux/netdevice.h>
#include <linux/rtnetlink.h>
#include <net/ip.h>
#include <net/ip6_checksum.h>
#include <net/ipv6.h>
#include <net/ipv6_frag.h>
#include <net/netfilter/ipv6/nf_defrag_ipv6.h>

static const struct nfi_fixture_suite *aes128gcm16 = &nfi_fixture_suites[0];

/* What the stack would have got last, how much it was, of how much */
static struct sk_buff *caught;
static atomic_t caught_count;
static u64 taken_count;

static rx_handler_result_t catch(struct sk_buff **skb)
{
	kfree_skb(caught);
	caught = *skb;
	atomic_inc(&caught_count);
	return RX_HANDLER_CONSUMED;
}

static void setup_device(struct net_device *dev)
{
	dev->flags = IFF_UP | IFF_NOARP;
	set_bit(__LINK_STATE_START, &dev->state);
}

/* The policy device, as far as inbound.c wants it, registered nowhere */
static struct net_device *new_device(struct nfi_net *nn)
{
	struct net_device *dev;
	struct nfi_device *nd;
	int err;

	dev = alloc_netdev(sizeof(*nd), "nfikunit%d", NET_NAME_UNKNOWN,
			   setup_device);
	if (!dev)
		return NULL;
	dev_net_set(dev, nn->net);
	nd = netdev_priv(dev);
	nd->dev = dev;
	nd->spd = &nn->spd;
	dev->tstats = netdev_alloc_pcpu_stats(struct pcpu_sw_netstats);
	if (!dev->tstats)
		goto err_dev;
	rtnl_lock();
	err = netdev_rx_handler_register(dev, catch, NULL);
	rtnl_unlock();
	if (err)
		goto err_stats;
	return dev;

err_stats:
	free_percpu(dev->tstats);
err_dev:
	free_netdev(dev);
	return NULL;
}

static void free_device(struct net_device *dev)
{
	rtnl_lock();
	netdev_rx_handler_unregister(dev);
	rtnl_unlock();
	kfree_skb(caught);
	caught = NULL;
	atomic_set(&caught_count, 0);
	taken_count = 0;
	free_percpu(dev->tstats);
	free_netdev(dev);
}

static int init(struct kunit *test)
{
	struct net_device *dev;
	struct nfi_net *nn;
	int err;

	err = nfi_fixture_init(test);
	if (err)
		return err;
	nn = nfi_fixture_net(test);
	dev = new_device(nn);
	if (!dev) {
		nfi_fixture_exit(test);
		test->priv = NULL;
		return -ENOMEM;
	}
	rcu_assign_pointer(nn->device, dev);
	return 0;
}

static void exit(struct kunit *test)
{
	struct nfi_policy *policy, *tmp;
	struct net_device *dev;
	struct nfi_net *nn;

	if (!test->priv)
		return;
	nn = nfi_fixture_net(test);
	dev = rcu_dereference_protected(nn->device, true);
	list_for_each_entry_safe(policy, tmp, &nn->spd.policies, next) {
		nfi_spd_remove(&nn->spd, policy);
		nfi_policy_free(policy);
	}
	nfi_spd_destroy(&nn->spd);
	nfi_fixture_exit(test);
	free_device(dev);
}

/* Those that were let through */
static u64 delivered(const struct nfi_sa *sa)
{
	struct nfi_totals totals;

	nfi_traffic_sum(sa->traffic, &totals);
	return totals.packets;
}

static u64 drops(struct kunit *test, enum nfi_reason reason)
{
	return nfi_drops_sum(nfi_fixture_net(test)->drops, reason);
}

static u64 all_drops(struct kunit *test)
{
	u64 sum = 0;
	int i;

	for (i = 0; i <= NFI_REASON_MAX; i++)
		sum += drops(test, i);
	return sum;
}

/* All that was taken has come to an end: dropped or caught. Crypto may take its
 * time, and softirqs may have been left to their thread.
 */
static void wait_for_end(struct kunit *test)
{
	if (!nfi_fixture_until(atomic_read(&caught_count) + all_drops(test) ==
			       taken_count))
		KUNIT_FAIL(test, "a packet has vanished");
}

/* Consumes @skb; returns whether nfi_inbound() did */
static bool receive(struct kunit *test, struct sk_buff *skb)
{
	bool taken;

	rcu_read_lock();
	taken = nfi_inbound(nfi_fixture_net(test), skb);
	rcu_read_unlock();
	if (!taken)
		kfree_skb(skb);
	taken_count += taken;
	wait_for_end(test);
	return taken;
}

/* Take the outer addresses from a packet, as its receiver */
static void conf_addresses(struct nfi_sa_conf *conf, const u8 *wire)
{
	if (wire[0] >> 4 == 4) {
		conf->family = AF_INET;
		conf->local = (struct nfi_addr){};
		conf->remote = (struct nfi_addr){};
		memcpy(&conf->remote, wire + 12, 4);
		memcpy(&conf->local, wire + 16, 4);
	} else {
		conf->family = AF_INET6;
		memcpy(&conf->remote, wire + 8, 16);
		memcpy(&conf->local, wire + 24, 16);
	}
}

static struct nfi_sa *vector_sa(struct kunit *test,
				const struct vector_esp *v, const u8 *wire,
				const struct nfi_selector *selector)
{
	struct nfi_sa_conf conf = {
		.key = {
			.spi = cpu_to_be32(v->spi),
			.dir = NFI_DIR_IN,
			.protocol = IPPROTO_ESP,
		},
		.mode = v->mode,
		.encr = v->encr,
		.integ = v->integ,
		.esn = v->esn,
		.window = 64,
		.dscp = -1,
		.selector = *selector,
	};
	struct nfi_keys *keys;
	struct nfi_sa *sa;
	u8 *octets;

	keys = kunit_kzalloc(test, sizeof(*keys), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, keys);
	keys->encr_len = nfi_fixture_octets(test, v->key, &octets);
	memcpy(keys->encr, octets, keys->encr_len);
	keys->integ_len = nfi_fixture_octets(test, v->mac_key, &octets);
	memcpy(keys->integ, octets, keys->integ_len);
	conf_addresses(&conf, wire);
	if (wire[0] >> 4 == 4 && wire[9] == IPPROTO_UDP) {
		conf.encap = NFI_ENCAP_UDP;
		conf.local_port = htons(NFI_UDP_PORT);
		conf.remote_port = htons(NFI_UDP_PORT);
	}
	/* so that the window knows the high half */
	sa = nfi_fixture_sa(test, &conf, keys, v->seq - 1);
	nfi_fixture_insert(test, sa);
	return sa;
}

static void describe_esp(const struct vector_esp *v, char *desc)
{
	strscpy(desc, v->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(esp, esp_vectors, describe_esp);
KUNIT_ARRAY_PARAM(esp_open, esp_open_vectors, describe_esp);
KUNIT_ARRAY_PARAM(udp, udp_vectors, describe_esp);

/* R4303-3.4.4.1-5: the stack gets what the other end was given, all of it */
static void expect_caught(struct kunit *test, const struct vector_esp *v)
{
	u8 *plain, protocol;
	size_t len;

	len = nfi_fixture_octets(test, v->plain, &plain);
	KUNIT_ASSERT_NOT_NULL(test, caught);
	/* R3948-3.1.2-1: left to whoever wants it */
	if (caught->ip_summed == CHECKSUM_PARTIAL)
		KUNIT_EXPECT_EQ(test, 0, skb_checksum_help(caught));
	KUNIT_EXPECT_EQ(test, len, (size_t)caught->len);
	KUNIT_EXPECT_EQ(test, 0, memcmp(plain, caught->data,
					min_t(size_t, len, caught->len)));
	KUNIT_EXPECT_EQ(test, plain[0] >> 4 == 4 ? ETH_P_IP : ETH_P_IPV6,
			(int)be16_to_cpu(caught->protocol));
	protocol = plain[0] >> 4 == 4 ? plain[9] : plain[6];
	KUNIT_EXPECT_TRUE(test, caught->ip_summed == CHECKSUM_NONE ||
			  (protocol == IPPROTO_TCP &&
			   caught->ip_summed == CHECKSUM_UNNECESSARY));
}

static void expect_vector(struct kunit *test, const struct vector_esp *v)
{
	bool dummy = v->next_header == IPPROTO_NONE;
	struct nfi_selector all;
	struct nfi_sa *sa;
	size_t len;
	u8 *wire;

	/* the ESP packets of some have no IP header */
	if (!v->offset)
		return;
	nfi_selector_init(&all);
	len = nfi_fixture_octets(test, v->wire, &wire);
	sa = vector_sa(test, v, wire, &all);
	KUNIT_EXPECT_TRUE(test, receive(test, nfi_fixture_skb(test, wire, len)));
	KUNIT_EXPECT_EQ(test, v->seq, sa->replay->top);
	KUNIT_EXPECT_EQ(test, dummy ? 0ULL : 1ULL, delivered(sa));
	if (dummy)
		KUNIT_EXPECT_NULL(test, caught);
	else
		expect_caught(test, v);
	/* R4303-2.6-3, R9333-6-1: dropped as it should be */
	KUNIT_EXPECT_EQ(test, dummy ? 1ULL : 0ULL,
			drops(test, NFI_REASON_DUMMY));

	KUNIT_EXPECT_TRUE(test, receive(test, nfi_fixture_skb(test, wire, len)));
	KUNIT_EXPECT_EQ(test, 1ULL, drops(test, NFI_REASON_REPLAYED));
	KUNIT_EXPECT_EQ(test, dummy ? 0ULL : 1ULL, delivered(sa));
	KUNIT_EXPECT_EQ(test, dummy ? 2ULL : 1ULL, all_drops(test));
}

static void inbound_delivers_what_others_sealed_once(struct kunit *test)
{
	expect_vector(test, test->param_value);
}

static void inbound_takes_padding_and_dummies_of_others(struct kunit *test)
{
	expect_vector(test, test->param_value);
}

/* R3948-3.1.2-1, R3948-3.2-1 */
static void inbound_delivers_what_others_put_in_udp(struct kunit *test)
{
	expect_vector(test, test->param_value);
}

/* The same in pages, which may be anybody's */
static void inbound_leaves_pages_alone(struct kunit *test)
{
	const struct vector_esp *v = test->param_value;
	struct nfi_selector all;
	struct sk_buff *skb;
	struct page *page;
	struct nfi_sa *sa;
	size_t len, half;
	u8 *wire;

	if (!v->offset)
		return;
	nfi_selector_init(&all);
	len = nfi_fixture_octets(test, v->wire, &wire);
	sa = vector_sa(test, v, wire, &all);
	skb = nfi_fixture_skb_paged(test, wire, len, v->offset);
	half = DIV_ROUND_UP(len - v->offset, 2);
	page = skb_frag_page(&skb_shinfo(skb)->frags[0]);
	get_page(page);
	KUNIT_EXPECT_TRUE(test, receive(test, skb));
	KUNIT_EXPECT_EQ(test, 1ULL, delivered(sa));
	KUNIT_EXPECT_EQ(test, 0, memcmp(page_address(page), wire + v->offset,
					half));
	put_page(page);
}

static void describe_negative(const struct vector_negative *v, char *desc)
{
	strscpy(desc, v->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(negative, negative_vectors, describe_negative);
KUNIT_ARRAY_PARAM(udp_negative, udp_negative_vectors, describe_negative);

static void init_selector(struct nfi_selector *sel, enum nfi_reason reason)
{
	nfi_selector_init(sel);
	if (reason != NFI_REASON_SELECTOR)
		return;
	/* what the corpus says of it: 198.51.100.0/24 to 192.0.2.0/24 */
	sel->family = AF_INET;
	sel->remote.len = 24;
	sel->remote.addr.w[0] = cpu_to_be32(0xc6336400);
	sel->local.len = 24;
	sel->local.addr.w[0] = cpu_to_be32(0xc0000200);
}

/* Before crypto or by it: the window must not see it */
static bool is_before_window(enum nfi_reason reason)
{
	return reason == NFI_REASON_UNKNOWN_SPI ||
	       reason == NFI_REASON_TOO_SHORT ||
	       reason == NFI_REASON_UDP_LENGTH ||
	       reason == NFI_REASON_NOT_ALIGNED ||
	       reason == NFI_REASON_INTEGRITY;
}

/* R4303-8-1, R4303-3.4.4.1-1 -4, R4303-3.4.3-4 -8, R4301-5.2-4; R8439-4-1: with a
 * wrong ICV nothing is released (that it is compared in constant time is up to the
 * crypto API)
 */
static void inbound_drops_with_right_reason(struct kunit *test)
{
	const struct vector_negative *v = test->param_value;
	const struct vector_esp as_esp = {
		.encr = v->encr, .integ = v->integ, .mode = v->mode,
		.esn = v->esn, .spi = v->spi, .key = v->key,
		.mac_key = v->mac_key, .seq = v->seq,
	};
	struct nfi_selector sel;
	struct nfi_sa *sa;
	size_t len;
	u8 *wire;
	u64 n;

	init_selector(&sel, v->reason);
	len = nfi_fixture_octets(test, v->wire, &wire);
	sa = vector_sa(test, &as_esp, wire, &sel);
	KUNIT_EXPECT_TRUE(test, receive(test, nfi_fixture_skb(test, wire, len)));

	n = drops(test, v->reason);
	KUNIT_EXPECT_EQ_MSG(test, v->reason == NFI_REASON_OK ? 0ULL : 1ULL, n,
			    "the last drop was %u", sa->last_drop);
	KUNIT_EXPECT_EQ(test, n, all_drops(test));
	KUNIT_EXPECT_EQ(test, 1 - n, delivered(sa));
	KUNIT_EXPECT_EQ(test, !n, !!caught);
	KUNIT_EXPECT_EQ(test, is_before_window(v->reason) ? v->seq - 1 : v->seq,
			sa->replay->top);
}

/* R4303-3.4.4.1-5, R4303-8-1: no length of a packet is too much to ask */
static void inbound_survives_packet_cut_off(struct kunit *test)
{
	const struct vector_esp *v = test->param_value;
	struct nfi_selector all;
	struct sk_buff *skb;
	struct nfi_sa *sa;
	size_t len, n;
	u8 *wire;

	if (!v->offset)
		return;
	nfi_selector_init(&all);
	len = nfi_fixture_octets(test, v->wire, &wire);
	sa = vector_sa(test, v, wire, &all);
	for (n = 1; n < len; n += 1 + n / 100) {
		skb = nfi_fixture_skb(test, wire, n);
		receive(test, skb);
		skb = nfi_fixture_skb_paged(test, wire, n, 1);
		receive(test, skb);
	}
	KUNIT_EXPECT_EQ(test, 0ULL, delivered(sa));
	KUNIT_EXPECT_NULL(test, caught);
	KUNIT_EXPECT_EQ(test, v->seq - 1, sa->replay->top);
	/* and the packet itself is welcome still */
	receive(test, nfi_fixture_skb(test, wire, len));
	KUNIT_EXPECT_EQ(test, 1ULL, delivered(sa));
}

/* A packet that is right, to be spoilt: scapy's first in tunnel mode */
static const struct vector_esp *sample(struct kunit *test, u8 **wire,
				       size_t *len)
{
	const struct vector_esp *v;

	for (v = esp_vectors; v < esp_vectors + ARRAY_SIZE(esp_vectors); v++) {
		if (v->offset == 20 && v->mode == NFI_MODE_TUNNEL &&
		    v->encr == aes128gcm16->encr) {
			*len = nfi_fixture_octets(test, v->wire, wire);
			return v;
		}
	}
	KUNIT_ASSERT_TRUE(test, false);
	return NULL;
}

static struct nfi_sa *sample_sa(struct kunit *test, u8 **wire, size_t *len)
{
	const struct vector_esp *v = sample(test, wire, len);
	struct nfi_selector all;

	nfi_selector_init(&all);
	return vector_sa(test, v, *wire, &all);
}

static void expect_drop(struct kunit *test, const u8 *wire, size_t len,
			enum nfi_reason reason)
{
	u64 before = drops(test, reason);

	KUNIT_EXPECT_TRUE(test, receive(test, nfi_fixture_skb(test, wire, len)));
	KUNIT_EXPECT_EQ(test, before + 1, drops(test, reason));
}

/* R4303-2.1-6, R4301-5.2-3 -5: nor does it make an SA */
static void inbound_drops_unknown_spi(struct kunit *test)
{
	struct nfi_sa *sa;
	size_t len;
	u8 *wire;

	sa = sample_sa(test, &wire, &len);
	wire[20] ^= 1;
	expect_drop(test, wire, len, NFI_REASON_UNKNOWN_SPI);
	KUNIT_EXPECT_EQ(test, 0LL, atomic64_read(&sa->drops));
	KUNIT_EXPECT_EQ(test, 1U, nfi_fixture_net(test)->sad.count);
}

static void inbound_leaves_other_protocols_alone(struct kunit *test)
{
	struct nfi_sa *sa;
	size_t len;
	u8 *wire;

	sa = sample_sa(test, &wire, &len);
	wire[9] = IPPROTO_UDP;
	KUNIT_EXPECT_FALSE(test,
			   receive(test, nfi_fixture_skb(test, wire, len)));
	wire[9] = IPPROTO_COMP;
	KUNIT_EXPECT_FALSE(test,
			   receive(test, nfi_fixture_skb(test, wire, len)));
	KUNIT_EXPECT_EQ(test, 0ULL, all_drops(test));
	KUNIT_EXPECT_EQ(test, 0ULL, delivered(sa));
}

/* R4302-3.4.2-1, R4302-2.4-1, R4301-4.1-1: AH with the SPI of an ESP SA has no SA,
 * and nothing of it is looked at that is not there
 */
static void inbound_finds_sa_by_protocol(struct kunit *test)
{
	struct nfi_sa *sa;
	size_t len, i;
	u8 *wire;

	sa = sample_sa(test, &wire, &len);
	wire[9] = IPPROTO_AH;
	memmove(wire + 24, wire + 20, 4);
	expect_drop(test, wire, len, NFI_REASON_UNKNOWN_SPI);
	for (i = 20; i < 20 + NFI_AH_HLEN; i++)
		expect_drop(test, wire, i, NFI_REASON_TOO_SHORT);
	expect_drop(test, wire, i, NFI_REASON_UNKNOWN_SPI);
	KUNIT_EXPECT_EQ(test, 0LL, atomic64_read(&sa->drops));
	KUNIT_EXPECT_EQ(test, 0ULL, delivered(sa));
}

/* R4303-3.4.1-1 */
static void inbound_drops_fragments(struct kunit *test)
{
	struct nfi_sa *sa;
	size_t len;
	u8 *wire;

	sa = sample_sa(test, &wire, &len);
	wire[6] = 0x20;		/* MF */
	expect_drop(test, wire, len, NFI_REASON_FRAGMENT);
	wire[7] = 1;		/* and an offset */
	expect_drop(test, wire, len, NFI_REASON_FRAGMENT);
	wire[6] = 0;
	expect_drop(test, wire, len, NFI_REASON_FRAGMENT);
	KUNIT_EXPECT_EQ(test, 0ULL, delivered(sa));
}

/* The SA says between whom it is */
static void inbound_drops_other_addresses(struct kunit *test)
{
	struct nfi_sa *sa;
	size_t len;
	u8 *wire;

	sa = sample_sa(test, &wire, &len);
	wire[15] ^= 1;
	expect_drop(test, wire, len, NFI_REASON_WRONG_ADDRESS);
	wire[15] ^= 1;
	wire[19] ^= 1;
	expect_drop(test, wire, len, NFI_REASON_WRONG_ADDRESS);
	wire[19] ^= 1;
	KUNIT_EXPECT_EQ(test, 0ULL, delivered(sa));
	receive(test, nfi_fixture_skb(test, wire, len));
	KUNIT_EXPECT_EQ(test, 1ULL, delivered(sa));
}

/* R4303-3.4.3-4 -9: the number of a forged packet is worth nothing */
static void inbound_forged_number_moves_nothing(struct kunit *test)
{
	struct nfi_sa *sa;
	size_t len;
	u8 *wire;
	u64 top;
	int i;

	sa = sample_sa(test, &wire, &len);
	top = sa->replay->top;
	for (i = 0; i < 32; i++) {
		wire[24 + i / 8] ^= 1 << i % 8;
		KUNIT_EXPECT_TRUE(test, receive(test, nfi_fixture_skb(test,
								      wire,
								      len)));
		wire[24 + i / 8] ^= 1 << i % 8;
	}
	KUNIT_EXPECT_EQ(test, top, sa->replay->top);
	KUNIT_EXPECT_EQ(test, 0ULL, delivered(sa));
	receive(test, nfi_fixture_skb(test, wire, len));
	KUNIT_EXPECT_EQ(test, 1ULL, delivered(sa));
}

/* R7296-2.8-1, R4301-4.4.2.1-3 */
static void inbound_drops_after_end_of_sa(struct kunit *test)
{
	struct nfi_sa *sa;
	size_t len;
	u8 *wire;

	sa = sample_sa(test, &wire, &len);
	WRITE_ONCE(sa->state, NFI_SA_EXPIRED);
	expect_drop(test, wire, len, NFI_REASON_EXPIRED);
	WRITE_ONCE(sa->state, NFI_SA_USABLE);
	receive(test, nfi_fixture_skb(test, wire, len));
	KUNIT_EXPECT_EQ(test, 1ULL, delivered(sa));
}

static void inbound_drops_without_device(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct net_device *dev = rcu_access_pointer(nn->device);
	struct nfi_sa *sa;
	size_t len;
	u8 *wire;

	sa = sample_sa(test, &wire, &len);
	rcu_assign_pointer(nn->device, NULL);
	expect_drop(test, wire, len, NFI_REASON_NO_DEVICE);
	rcu_assign_pointer(nn->device, dev);
	KUNIT_EXPECT_EQ(test, 0ULL, delivered(sa));

	sa = sample_sa(test, &wire, &len);
	dev->flags &= ~IFF_UP;
	expect_drop(test, wire, len, NFI_REASON_NO_DEVICE);
	KUNIT_EXPECT_EQ(test, 0ULL, delivered(sa));
}

/* R4301-4.4.2-1, R4301-5.2-4: one field of a selector at a time */
static void inbound_holds_inner_packet_against_selector(struct kunit *test)
{
	const struct vector_esp *v;
	struct nfi_selector sel;
	struct nfi_sa *sa;
	size_t len;
	u8 *wire;
	int i;

	v = sample(test, &wire, &len);
	for (i = 0; i < 6; i++) {
		nfi_selector_init(&sel);
		switch (i) {
		case 0:
			break;
		case 1:
			sel.family = AF_INET6;
			break;
		case 2:
			sel.family = AF_INET;
			sel.remote.len = 32;
			break;
		case 3:
			sel.family = AF_INET;
			sel.local.len = 32;
			break;
		case 4:
			sel.protocol = IPPROTO_SCTP;
			break;
		case 5:
			sel.local_ports.min = 65535;
			break;
		}
		sa = vector_sa(test, v, wire, &sel);
		receive(test, nfi_fixture_skb(test, wire, len));
		KUNIT_EXPECT_EQ_MSG(test, i ? 0ULL : 1ULL, delivered(sa),
				    "selector %d", i);
		KUNIT_EXPECT_EQ(test, i + 0ULL,
				drops(test, NFI_REASON_SELECTOR));
	}
}

/* The inner packet of an SA with a reqid and no selector is held against the
 * policies of that reqid: R4301-4.4.2-1
 */
static void inbound_holds_inner_packet_against_policies(struct kunit *test)
{
	static const struct {
		const char *name;
		bool policy;
		u8 dir;
		u8 action;
		u32 reqid;
		bool delivered;
		u8 protocol;
	} c[] = {
		{ "no policy" },
		{ "its own", true, NFI_DIR_IN, NFI_ACTION_PROTECT, 7, true },
		{ "another reqid", true, NFI_DIR_IN, NFI_ACTION_PROTECT, 8 },
		{ "bypass", true, NFI_DIR_IN, NFI_ACTION_BYPASS, 7 },
		{ "discard", true, NFI_DIR_IN, NFI_ACTION_DISCARD, 7 },
		{ "outbound", true, NFI_DIR_OUT, NFI_ACTION_PROTECT, 7 },
		/* which would be less than was asked for, the other way round */
		{ "AH", true, NFI_DIR_IN, NFI_ACTION_PROTECT, 7, false,
		  IPPROTO_AH },
	};
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_policy_conf conf = {};
	struct nfi_policy *policy;
	struct nfi_totals totals;
	struct nfi_sa *sa;
	size_t len, i;
	u8 *wire;

	nfi_selector_init(&conf.selector);
	for (i = 0; i < ARRAY_SIZE(c); i++) {
		sa = sample_sa(test, &wire, &len);
		sa->conf.reqid = 7;
		sa->by_policy = true;
		conf.dir = c[i].dir;
		conf.action = c[i].action;
		conf.reqid = c[i].reqid;
		conf.protocol = c[i].protocol ?: IPPROTO_ESP;
		policy = nfi_policy_new(&conf);
		KUNIT_ASSERT_NOT_NULL(test, policy);
		if (c[i].policy)
			KUNIT_ASSERT_EQ(test, 0,
					nfi_spd_insert(&nn->spd, policy));
		receive(test, nfi_fixture_skb(test, wire, len));
		KUNIT_EXPECT_EQ_MSG(test, c[i].delivered ? 1ULL : 0ULL,
				    delivered(sa), "%s", c[i].name);
		nfi_traffic_sum(policy->traffic, &totals);
		KUNIT_EXPECT_EQ(test, c[i].delivered ? 1ULL : 0ULL,
				totals.packets);
		if (c[i].policy)
			nfi_spd_remove(&nn->spd, policy);
		nfi_policy_free(policy);
	}
	KUNIT_EXPECT_EQ(test, 6ULL, drops(test, NFI_REASON_SELECTOR));
}

/* R4301-4.4.2.1-2: what was not let through is no traffic */
static void inbound_counts_inner_octets(struct kunit *test)
{
	const struct vector_esp *v;
	struct nfi_totals totals;
	struct nfi_selector all;
	struct nfi_sa *sa;
	size_t len;
	u8 *wire;

	v = sample(test, &wire, &len);
	nfi_selector_init(&all);
	sa = vector_sa(test, v, wire, &all);
	receive(test, nfi_fixture_skb(test, wire, len));
	receive(test, nfi_fixture_skb(test, wire, len));
	nfi_traffic_sum(sa->traffic, &totals);
	KUNIT_EXPECT_EQ(test, 1ULL, totals.packets);
	KUNIT_EXPECT_EQ(test, strlen(v->plain) / 2 + 0ULL, totals.bytes);
	KUNIT_EXPECT_EQ(test, 1LL, atomic64_read(&sa->drops));
}

/* The IPv4 header of a packet */
static struct iphdr header(u32 src, u32 dst, u8 protocol, unsigned int len)
{
	struct iphdr iph = {
		.version = 4, .ihl = 5, .tot_len = htons(len), .ttl = 64,
		.protocol = protocol,
		.saddr = cpu_to_be32(src), .daddr = cpu_to_be32(dst),
	};

	ip_send_check(&iph);
	return iph;
}

/* A packet of @out with this number, sealed as seal.c would do it */
static struct sk_buff *sealed_packet(struct kunit *test, struct nfi_sa *out,
				     u64 seq, const void *packet,
				     unsigned int len)
{
	struct sk_buff *skb = nfi_fixture_skb(test, packet, len);
	struct iphdr *outer;

	nfi_esp_push(out, skb, 0, skb->protocol == htons(ETH_P_IPV6) ?
		     IPPROTO_IPV6 : IPPROTO_IPIP, seq);
	KUNIT_ASSERT_EQ(test, NFI_REASON_OK, nfi_fixture_seal(out, skb, 0, seq));
	outer = skb_push(skb, sizeof(*outer));
	*outer = (struct iphdr){
		.version = 4, .ihl = 5, .tot_len = htons(skb->len), .ttl = 64,
		.protocol = IPPROTO_ESP,
		.saddr = out->conf.local.w[0], .daddr = out->conf.remote.w[0],
	};
	ip_send_check(outer);
	skb_reset_network_header(skb);
	return skb;
}

/* Any packet */
static struct sk_buff *sealed(struct kunit *test, struct nfi_sa *out, u64 seq)
{
	u8 packet[100];

	memset(packet, (u8)seq, sizeof(packet));
	*(struct iphdr *)packet = header(0x0a020002, 0x0a010002, IPPROTO_SCTP,
					 sizeof(packet));
	return sealed_packet(test, out, seq, packet, sizeof(packet));
}

/* Both ends of an SA, the inbound one in the SAD */
static struct nfi_sa *both_ends(struct kunit *test,
				const struct nfi_fixture_suite *s, u32 spi,
				bool esn, u32 window, struct nfi_sa **out)
{
	struct nfi_sa_conf conf;
	struct nfi_keys keys;
	struct nfi_sa *in;

	nfi_fixture_conf(&conf, s, NFI_DIR_OUT);
	nfi_fixture_keys(&keys, s);
	conf.key.spi = cpu_to_be32(spi);
	conf.esn = esn;
	*out = nfi_fixture_sa(test, &conf, &keys, 0);

	nfi_fixture_conf(&conf, s, NFI_DIR_IN);
	conf.key.spi = cpu_to_be32(spi);
	conf.esn = esn;
	conf.window = window;
	conf.reqid = 0;		/* or policies would say what may be inside */
	conf.local = (*out)->conf.remote;
	conf.remote = (*out)->conf.local;
	in = nfi_fixture_sa(test, &conf, &keys, 0);
	nfi_fixture_insert(test, in);
	return in;
}

KUNIT_ARRAY_PARAM(all_suite, nfi_fixture_all_suites, nfi_fixture_describe);

/* (A2, A15), R4303-3.2.1-1: every suite with keys of all lengths, with and without ESN
 * and window; some packets are lost, the others come in any order
 */
static void inbound_opens_packets_in_any_order(struct kunit *test)
{
	static const u8 seqs[] = { 3, 1, 9, 4, 60, 2, 59, 7 };
	struct nfi_sa *in, *out;
	unsigned int kind, i;

	for (kind = 0; kind < 3; kind++) {
		in = both_ends(test, test->param_value, 0x1001 + kind, kind == 2,
			       kind ? 64 : 0, &out);
		for (i = 0; i < ARRAY_SIZE(seqs); i++) {
			receive(test, sealed(test, out, seqs[i]));
			KUNIT_ASSERT_EQ_MSG(test, i + 1ULL, delivered(in),
					    "kind %u, number %u", kind, seqs[i]);
			KUNIT_ASSERT_EQ(test, 100U, caught->len);
			KUNIT_ASSERT_EQ(test, seqs[i], caught->data[99]);
		}
	}
	KUNIT_EXPECT_EQ(test, 0ULL, all_drops(test));
}

/* (C14), R6311-3.2-1, R7296-2.8-4: SAs with the same selectors live side by side,
 * for as long as they like, and packets may come by any of them
 */
static void inbound_opens_by_any_of_equal_sas(struct kunit *test)
{
	struct nfi_sa *in[4], *out[4];
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(in); i++)
		in[i] = both_ends(test, &nfi_fixture_suites[i], 0x1001 + i, false,
				  64, &out[i]);
	for (i = 0; i < 40; i++) {
		receive(test, sealed(test, out[i % 4], i / 4 + 1));
		KUNIT_EXPECT_EQ(test, i / 4 + 1ULL, delivered(in[i % 4]));
	}
	KUNIT_EXPECT_EQ(test, 0ULL, all_drops(test));
}

/* UDP between two addresses, of which bits are turned over: bit @src of the source
 * and bit @dst of the destination, if they are there
 */
static void between(u8 *packet, u8 family, int src, int dst)
{
	struct ipv6hdr *ip6h = (struct ipv6hdr *)packet;
	struct iphdr *iph = (struct iphdr *)packet;
	const unsigned int len = 48;
	u8 *from, *to;

	memset(packet, 0, len);
	if (family == AF_INET) {
		*iph = header(0x0a020002, 0x0a010002, IPPROTO_UDP, len);
		from = (u8 *)&iph->saddr;
		to = (u8 *)&iph->daddr;
	} else {
		*ip6h = (struct ipv6hdr){
			.version = 6, .nexthdr = IPPROTO_UDP, .hop_limit = 64,
			.payload_len = htons(len - sizeof(*ip6h)),
		};
		from = memset(&ip6h->saddr, 0x22, 16);
		to = memset(&ip6h->daddr, 0x21, 16);
	}
	if (src >= 0)
		from[src / 8] ^= 0x80 >> src % 8;
	if (dst >= 0)
		to[dst / 8] ^= 0x80 >> dst % 8;
	if (family == AF_INET)
		ip_send_check(iph);
}

static void put_prefix(struct nfi_prefix *prefix, const void *addr, u8 family,
		       u8 len)
{
	unsigned int i;

	*prefix = (struct nfi_prefix){ .len = len };
	memcpy(prefix->addr.w, addr, nfi_addr_bits(family) / 8);
	for (i = 0; i < 4; i++)
		prefix->addr.w[i] &= nfi_prefix_mask(len, i);
}

/* R4301-5.2-4: prefixes of all lengths, and packets of which one bit of an address is
 * turned over, which matters unless it is behind the prefix. Most selectors are
 * such prefixes, so there is a shorter way for them, to the same end.
 */
static void inbound_holds_inner_packet_against_prefixes(struct kunit *test)
{
	struct nfi_sa *in, *out;
	struct nfi_selector *sel;
	unsigned int i, len, bits, at;
	u64 good = 0, bad = 0;
	u8 family, packet[48];
	int bit;

	in = both_ends(test, aes128gcm16, 0x1001, false, 64, &out);
	sel = &in->conf.selector;
	for (i = 0; i < 4000; i++) {
		family = i % 8 < 4 ? AF_INET : AF_INET6;
		bits = nfi_addr_bits(family);
		at = family == AF_INET ? 12 : 8;
		len = i / 8 * 11 % (bits + 1);
		bit = i / 8 * 7 % bits;

		sel->family = family;
		between(packet, family, -1, -1);
		put_prefix(&sel->remote, packet + at, family, len);
		put_prefix(&sel->local, packet + at + bits / 8, family,
			   bits - len);
		KUNIT_ASSERT_TRUE(test, nfi_selector_is_prefixes(sel));

		in->by_prefixes = i % 2;
		if (i % 4 < 2)
			between(packet, family, bit, -1);
		else
			between(packet, family, -1, bit);
		receive(test, sealed_packet(test, out, i + 1, packet,
					    sizeof(packet)));
		if (bit < (i % 4 < 2 ? len : bits - len))
			bad++;
		else
			good++;
		KUNIT_ASSERT_EQ_MSG(test, good, delivered(in), "%u", i);
	}
	KUNIT_EXPECT_GT(test, good, 1000ULL);
	KUNIT_EXPECT_GT(test, bad, 1000ULL);
	KUNIT_EXPECT_EQ(test, bad, drops(test, NFI_REASON_SELECTOR));
}

/* R4301-6.2-1 -3: an ICMP error is for an SA if what it brings back could have gone
 * out by the other direction of it. Between 10.1.0.0/24 here and 10.2.0.0/24.
 */
static const struct icmp_case {
	const char *name;
	u32 src, dst;		/* of the error */
	u8 type;
	u32 from, to;		/* of what it brings back */
	u8 len;			/* of that, 0 if it is there */
	bool no_check;
	bool good;
} icmp_cases[] = {
	{ "of the other end", 0x0a020009, 0x0a010002, 3, 0x0a010002, 0x0a020002,
	  .good = true },
	{ "of a router that is not in the selector", 0x0a090001, 0x0a010002, 11,
	  0x0a010002, 0x0a020002, .good = true },
	{ "the same, unchecked", 0x0a090001, 0x0a010002, 11, 0x0a010002,
	  0x0a020002, .no_check = true, .good = true },
	{ "about a packet to somewhere else", 0x0a020009, 0x0a010002, 3,
	  0x0a010002, 0x0a030002 },
	{ "the same, unchecked", 0x0a020009, 0x0a010002, 3, 0x0a010002,
	  0x0a030002, .no_check = true, .good = true },
	{ "of a router, about a packet to somewhere else", 0x0a090001,
	  0x0a010002, 3, 0x0a010002, 0x0a030002 },
	{ "the same, unchecked", 0x0a090001, 0x0a010002, 3, 0x0a010002,
	  0x0a030002, .no_check = true },
	{ "about a packet of somebody else", 0x0a020009, 0x0a010002, 3,
	  0x0a010003, 0x0a020002 },
	{ "about a packet of its own", 0x0a020009, 0x0a010002, 3, 0x0a020009,
	  0x0a010002 },
	{ "about no packet", 0x0a020009, 0x0a010002, 3, 0x0a010002, 0x0a020002,
	  .len = 19 },
	{ "no error", 0x0a090001, 0x0a010002, 0, 0x0a010002, 0x0a020002 },
	{ "no error, in the selector", 0x0a020009, 0x0a010002, 0, 0x0a010002,
	  0x0a030002, .good = true },
};

static void describe_icmp(const struct icmp_case *c, char *desc)
{
	strscpy(desc, c->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(icmp, icmp_cases, describe_icmp);

static struct sk_buff *icmp_error(struct kunit *test, const struct icmp_case *c,
				  struct nfi_sa *out, u64 seq)
{
	unsigned int len = 28 + (c->len ?: 28);
	u8 packet[56] = { [20] = c->type, [21] = 1 };

	*(struct iphdr *)packet = header(c->src, c->dst, IPPROTO_ICMP, len);
	*(struct iphdr *)(packet + 28) = header(c->from, c->to, IPPROTO_UDP, 500);
	return sealed_packet(test, out, seq, packet, len);
}

static void set_net(struct nfi_prefix *prefix, u32 net)
{
	prefix->addr.w[0] = cpu_to_be32(net);
	prefix->len = 24;
}

static void inbound_looks_into_icmp_errors(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	const struct icmp_case *c = test->param_value;
	struct nfi_policy_conf conf = {
		.dir = NFI_DIR_IN, .action = NFI_ACTION_PROTECT, .reqid = 7,
		.protocol = IPPROTO_ESP,
	};
	struct nfi_policy *policy;
	struct nfi_totals totals;
	struct nfi_sa *in, *out;

	in = both_ends(test, aes128gcm16, 0x1001, false, 64, &out);
	in->conf.no_icmp_check = c->no_check;
	in->conf.selector.family = AF_INET;
	set_net(&in->conf.selector.local, 0x0a010000);
	set_net(&in->conf.selector.remote, 0x0a020000);
	receive(test, icmp_error(test, c, out, 1));
	KUNIT_EXPECT_EQ(test, c->good ? 1ULL : 0ULL, delivered(in));
	KUNIT_EXPECT_EQ(test, c->good ? 0ULL : 1ULL,
			drops(test, NFI_REASON_SELECTOR));

	/* the same where policies say what the SA is for */
	conf.selector = in->conf.selector;
	policy = nfi_policy_new(&conf);
	KUNIT_ASSERT_NOT_NULL(test, policy);
	KUNIT_ASSERT_EQ(test, 0, nfi_spd_insert(&nn->spd, policy));
	nfi_selector_init(&in->conf.selector);
	in->conf.reqid = 7;
	in->by_policy = true;
	receive(test, icmp_error(test, c, out, 2));
	KUNIT_EXPECT_EQ(test, c->good ? 2ULL : 0ULL, delivered(in));
	nfi_traffic_sum(policy->traffic, &totals);
	KUNIT_EXPECT_EQ(test, c->good ? 1ULL : 0ULL, totals.packets);
	nfi_spd_remove(&nn->spd, policy);
	nfi_policy_free(policy);
}

/* (B12, G5), R4303-3.4.3-5: packets that wait for a CPU are not left of the window when
 * they get one, however many behind them did not have to wait; and of two copies one
 * passes. More than the ring takes and the window is wide, while no worker runs.
 */
static void inbound_keeps_order_of_waiting_packets(struct kunit *test)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct nfi_device *nd = netdev_priv(rcu_dereference_protected(nn->device, true));
	const unsigned int count = 300;
	struct sk_buff **packets, *skb;
	struct nfi_sa *in, *out;
	unsigned int i, n = 0;

	skb_queue_head_init(&nd->ordered);
	nd->napi.state = NAPIF_STATE_SCHED;	/* and nobody polls it */
	in = both_ends(test, aes128gcm16, 0x1001, false, 64, &out);
	in->conf.engine = NFI_ENGINE_PARALLEL;
	in->queue = nfi_queue_new(0);
	KUNIT_ASSERT_NOT_NULL(test, in->queue);

	/* each of the first ten twice */
	packets = kunit_kcalloc(test, count, sizeof(*packets), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, packets);
	for (i = 0; i < count; i++)
		packets[i] = sealed(test, out, i < 20 ? i / 2 + 1 : i - 9);
	local_bh_disable();
	rcu_read_lock();
	for (i = 0; i < count; i++)
		KUNIT_EXPECT_TRUE(test, nfi_inbound(nn, packets[i]));
	rcu_read_unlock();
	local_bh_enable();
	KUNIT_EXPECT_TRUE(test, nfi_fixture_until(nfi_queue_idle(in->queue)));

	while ((skb = __skb_dequeue(&nd->ordered))) {
		n++;
		KUNIT_EXPECT_EQ(test, (u8)n, skb->data[99]);
		kfree_skb(skb);
	}
	KUNIT_EXPECT_EQ(test, 290U, n);
	KUNIT_EXPECT_EQ(test, 10ULL, drops(test, NFI_REASON_REPLAYED));
	KUNIT_EXPECT_EQ(test, 10ULL, all_drops(test));
}

/* Who else puts fragments together that came in clear */
static const struct clear_case {
	const char *desc;
	u8 family;
	u32 user;
} clear_cases[] = {
	{ "IPv4, the stack", AF_INET, IP_DEFRAG_LOCAL_DELIVER },
	{ "IPv4, conntrack", AF_INET, IP_DEFRAG_CONNTRACK_IN },
	{ "IPv6, conntrack and ours", AF_INET6, IP6_DEFRAG_CONNTRACK_IN },
};

static void describe_clear(const struct clear_case *c, char *desc)
{
	strscpy(desc, c->desc, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(clear, clear_cases, describe_clear);

/* Of a datagram of 64 octets the first 40 or the rest, in a packet. Returns how long
 * that is.
 */
static unsigned int fragment(u8 family, bool rest, u8 *packet)
{
	unsigned int len = rest ? 24 : 40, at, i;
	struct ipv6hdr *ip6h = (struct ipv6hdr *)packet;
	struct iphdr *iph = (struct iphdr *)packet;
	struct frag_hdr *fh;

	if (family == AF_INET) {
		at = sizeof(*iph);
		*iph = header(0x0a020002, 0x0a010002, IPPROTO_SCTP, at + len);
		iph->id = htons(77);
		iph->frag_off = rest ? htons(40 / 8) : htons(IP_MF);
		ip_send_check(iph);
	} else {
		at = sizeof(*ip6h) + sizeof(*fh);
		*ip6h = (struct ipv6hdr){
			.version = 6, .nexthdr = NEXTHDR_FRAGMENT, .hop_limit = 64,
			.payload_len = htons(sizeof(*fh) + len),
			.saddr.s6_addr = { 0x20, 1, 0xd, 0xb8, [15] = 2 },
			.daddr.s6_addr = { 0x20, 1, 0xd, 0xb8, [15] = 1 },
		};
		fh = (struct frag_hdr *)(ip6h + 1);
		*fh = (struct frag_hdr){
			.nexthdr = IPPROTO_SCTP, .identification = htonl(77),
			.frag_off = rest ? htons(40) : htons(IP6_MF),
		};
	}
	for (i = 0; i < len; i++)
		packet[at + i] = rest ? 40 + i : i;
	return at + len;
}

/* One comes in clear. Returns 0 if a datagram is whole with it. */
static int defragment(struct kunit *test, const struct clear_case *c, bool rest)
{
	struct nfi_net *nn = nfi_fixture_net(test);
	struct sk_buff *skb;
	u8 packet[128];
	int err;

	skb = nfi_fixture_skb(test, packet, fragment(c->family, rest, packet));
	skb->dev = rcu_dereference_protected(nn->device, true);
	memset(skb->cb, 0, sizeof(skb->cb));
	local_bh_disable();
	rcu_read_lock();
	err = c->family == AF_INET ? ip_defrag(nn->net, skb, c->user) :
				     nf_ct_frag6_gather(nn->net, skb, c->user);
	if (!err)
		kfree_skb(skb);
	rcu_read_unlock();
	local_bh_enable();
	return err;
}

/* R4301-5.2-1, (D10): those that were sealed make a datagram, with no help of others */
static void inbound_gathers_sealed_fragments(struct kunit *test)
{
	const struct clear_case *c = test->param_value;
	u8 packet[128], data[64], wanted[64];
	struct nfi_sa *in, *out;
	unsigned int len, i;
	struct sk_buff *skb;
	bool taken;

	in = both_ends(test, aes128gcm16, 0x1001, false, 64, &out);
	len = fragment(c->family, false, packet);
	skb = sealed_packet(test, out, 1, packet, len);
	rcu_read_lock();
	taken = nfi_inbound(nfi_fixture_net(test), skb);
	rcu_read_unlock();
	KUNIT_ASSERT_TRUE(test, taken);
	KUNIT_ASSERT_TRUE(test, nfi_fixture_until(delivered(in)));
	KUNIT_ASSERT_EQ(test, 1ULL, delivered(in));

	KUNIT_EXPECT_EQ(test, -EINPROGRESS, defragment(test, c, true));
	KUNIT_ASSERT_EQ(test, 0, atomic_read(&caught_count));

	len = fragment(c->family, true, packet);
	receive(test, sealed_packet(test, out, 2, packet, len));
	KUNIT_ASSERT_EQ(test, 1, atomic_read(&caught_count));
	for (i = 0; i < sizeof(wanted); i++)
		wanted[i] = i;
	KUNIT_ASSERT_GT(test, caught->len, (unsigned int)sizeof(data));
	skb_copy_bits(caught, caught->len - sizeof(data), data, sizeof(data));
	KUNIT_EXPECT_EQ(test, 0, memcmp(data, wanted, sizeof(data)));
	KUNIT_EXPECT_EQ(test, caught->len - sizeof(data), c->family == AF_INET ?
			sizeof(struct iphdr) : sizeof(struct ipv6hdr));
	KUNIT_EXPECT_EQ(test, 0ULL, all_drops(test));

	/* and so do those that came in clear */
	KUNIT_EXPECT_EQ(test, 0, defragment(test, c, false));
}

/* (E10): nobody is told that a checksum inside is right which is not */
static void inbound_says_which_checksums_are_right(struct kunit *test)
{
	const struct clear_case *c = test->param_value;
	bool v4 = c->family == AF_INET;
	unsigned int head = v4 ? sizeof(struct iphdr) : sizeof(struct ipv6hdr);
	u8 packet[sizeof(struct ipv6hdr) + sizeof(struct tcphdr) + 101];
	unsigned int len = sizeof(packet) - sizeof(struct ipv6hdr);
	struct tcphdr *th = (struct tcphdr *)(packet + head);
	struct ipv6hdr *ip6h = (struct ipv6hdr *)packet;
	struct iphdr *iph = (struct iphdr *)packet;
	struct nfi_sa *out;
	int wrong;

	both_ends(test, aes128gcm16, 0x1001, false, 64, &out);
	for (wrong = 0; wrong <= 1; wrong++) {
		memset(packet, 0x5a, sizeof(packet));
		*th = (struct tcphdr){
			.source = htons(1000), .dest = htons(80), .ack = 1,
			.doff = sizeof(*th) / 4,
		};
		if (v4) {
			*iph = header(0x0a020002, 0x0a010002, IPPROTO_TCP,
				      head + len);
			th->check = csum_tcpudp_magic(iph->saddr, iph->daddr,
						      len, IPPROTO_TCP,
						      csum_partial(th, len, 0));
		} else {
			*ip6h = (struct ipv6hdr){
				.version = 6, .nexthdr = IPPROTO_TCP,
				.hop_limit = 64, .payload_len = htons(len),
				.saddr.s6_addr = { 0x20, 1, 0xd, 0xb8, [15] = 2 },
				.daddr.s6_addr = { 0x20, 1, 0xd, 0xb8, [15] = 1 },
			};
			th->check = csum_ipv6_magic(&ip6h->saddr, &ip6h->daddr,
						    len, IPPROTO_TCP,
						    csum_partial(th, len, 0));
		}
		packet[head + len - 1] += wrong;
		receive(test, sealed_packet(test, out, 1 + wrong, packet,
					    head + len));
		KUNIT_ASSERT_EQ(test, 1 + wrong, atomic_read(&caught_count));
		KUNIT_EXPECT_EQ(test, wrong ? CHECKSUM_NONE :
					      CHECKSUM_UNNECESSARY,
				(int)caught->ip_summed);
	}
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(inbound_delivers_what_others_sealed_once,
			 esp_gen_params),
	KUNIT_CASE_PARAM(inbound_takes_padding_and_dummies_of_others,
			 esp_open_gen_params),
	KUNIT_CASE_PARAM(inbound_leaves_pages_alone, esp_gen_params),
	KUNIT_CASE_PARAM(inbound_drops_with_right_reason, negative_gen_params),
	KUNIT_CASE_PARAM(inbound_delivers_what_others_put_in_udp,
			 udp_gen_params),
	KUNIT_CASE_PARAM(inbound_drops_with_right_reason,
			 udp_negative_gen_params),
	KUNIT_CASE_PARAM(inbound_leaves_pages_alone, udp_gen_params),
	KUNIT_CASE_PARAM(inbound_survives_packet_cut_off, udp_gen_params),
	KUNIT_CASE_PARAM(inbound_survives_packet_cut_off, esp_gen_params),
	KUNIT_CASE(inbound_drops_unknown_spi),
	KUNIT_CASE(inbound_leaves_other_protocols_alone),
	KUNIT_CASE(inbound_finds_sa_by_protocol),
	KUNIT_CASE(inbound_drops_fragments),
	KUNIT_CASE(inbound_drops_other_addresses),
	KUNIT_CASE(inbound_forged_number_moves_nothing),
	KUNIT_CASE(inbound_drops_after_end_of_sa),
	KUNIT_CASE(inbound_drops_without_device),
	KUNIT_CASE(inbound_holds_inner_packet_against_selector),
	KUNIT_CASE(inbound_holds_inner_packet_against_prefixes),
	KUNIT_CASE(inbound_holds_inner_packet_against_policies),
	KUNIT_CASE(inbound_counts_inner_octets),
	KUNIT_CASE_PARAM(inbound_opens_packets_in_any_order, all_suite_gen_params),
	KUNIT_CASE(inbound_opens_by_any_of_equal_sas),
	KUNIT_CASE_PARAM(inbound_looks_into_icmp_errors, icmp_gen_params),
	KUNIT_CASE(inbound_keeps_order_of_waiting_packets),
	KUNIT_CASE_PARAM(inbound_gathers_sealed_fragments, clear_gen_params),
	KUNIT_CASE_PARAM(inbound_says_which_checksums_are_right,
			 clear_gen_params),
	{}
};

static int suite_init(struct kunit_suite *suite)
{
	int err = nfi_fixture_suite_init(suite);

	if (!err && nfi_fixture_before_setup())
		err = nfi_queue_setup();
	return err;
}

static void suite_exit(struct kunit_suite *suite)
{
	if (nfi_fixture_before_setup())
		nfi_queue_cleanup();
	nfi_fixture_suite_exit(suite);
}

static struct kunit_suite suite = {
	.name = "nfipsec_inbound",
	.suite_init = suite_init,
	.suite_exit = suite_exit,
	.init = init,
	.exit = exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
