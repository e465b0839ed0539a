/* SPDX-License-Identifier: GPL-2.0 */
/* A security association: its parameters, birth, life and death */
#ifndef NFI_SA_H
#define NFI_SA_H

#include <linux/ktime.h>
#include <linux/spinlock.h>
#include <linux/timer.h>
#include <linux/workqueue.h>

#include "algo.h"
#include "replay.h"
#include "selector.h"
#include "stats.h"

struct crypto_aead;
struct crypto_shash;
struct nfi_bundle;
struct nfi_net;
struct nfi_path;
struct nfi_queue;
struct nfi_resync;

/**
 * struct nfi_limits - a lifetime (RFC 4301 4.4.2.1); 0 is no limit
 * @packets: IP packets
 * @bytes: of IP packets in clear
 * @add_seconds: since the SA was added
 * @use_seconds: since it carried its first packet
 */
struct nfi_limits {
	u64 packets;
	u64 bytes;
	u64 add_seconds;
	u64 use_seconds;
};

/**
 * struct nfi_sa_key - what an SA is found by
 * @spi: network byte order
 * @dir: enum nfi_direction
 * @protocol: IPPROTO_ESP or IPPROTO_AH
 * @pad: 0
 * @peer: outer destination of an outbound SA, as two peers may choose the same
 *	SPI (RFC 4301 4.4.2); zero for an inbound SA (RFC 4303 2.1)
 */
struct nfi_sa_key {
	__be32 spi;
	u8 dir;
	u8 protocol;
	u16 pad;
	struct nfi_addr peer;
};

#define NFI_DSCPS	64
#define NFI_DSCP_COPY	(-1)
#define NFI_DSCP_MAP	(-2)

/**
 * struct nfi_lifetimes - those of an SA
 * @soft: they make an event
 * @hard: they end the SA
 * @counted: [I] there are limits on packets or octets
 * @rcu: frees it after a grace period
 */
struct nfi_lifetimes {
	struct nfi_limits soft;
	struct nfi_limits hard;
	bool counted;
	struct rcu_head rcu;
};

/**
 * struct nfi_sa_conf - the parameters of an SA (RFC 4301 4.4.2.1)
 * @key: SPI, direction, protocol
 * @local: outer address of this end
 * @remote: outer address of the other end
 * @family: of the outer addresses
 * @mode: enum nfi_mode
 * @reqid: ties outbound SAs to policies
 * @encr: IANA number of the encryption transform, 0 for AH
 * @integ: IANA number of the integrity transform, 0 for none
 * @esn: 64-bit sequence numbers
 * @window: replay window in packets, inbound only
 * @learn: inbound: the window opens at the first number received
 * @selector: what may be inside
 * @soft: lifetimes that make an event, at first
 * @hard: lifetimes that end the SA, at first
 * @df: enum nfi_df
 * @flow_label: enum nfi_flow_label
 * @dscp: fixed DSCP of the outer header, NFI_DSCP_COPY or NFI_DSCP_MAP
 * @dscp_map: with NFI_DSCP_MAP the outer DSCP for each inner one
 * @no_ecn: outer header is Not-ECT always
 * @no_padding_check: any padding will do
 * @no_icmp_check: an ICMP error may bring back any packet, inbound only
 * @decap_dscp: the inner DSCP becomes the outer one, inbound tunnel only
 * @no_mss_clamp: what a SYN says of segments is left as it is, outbound only
 * @engine: enum nfi_engine: on which CPUs crypto runs
 * @encap: enum nfi_encap
 * @local_port: with @encap: of this end, network byte order
 * @remote_port: with @encap: of the other end, network byte order
 * @strict: inbound: only with @encap in UDP, and only without it not
 * @keepalive: outbound, with @encap: in seconds, 0 for none
 * @follow: outbound, with @encap: send to where the other end was seen
 * @tfc: outbound: pad packets to this many octets, 0 for not at all
 * @dummy: outbound: milliseconds between dummy packets, 0 for none
 * @device: interface index of the device that decrypted packets come from, 0
 *	for the policy device
 */
struct nfi_sa_conf {
	struct nfi_sa_key key;
	struct nfi_addr local;
	struct nfi_addr remote;
	u8 family;
	u8 mode;
	u32 reqid;
	u16 encr;
	u16 integ;
	bool esn;
	u32 window;
	bool learn;
	struct nfi_selector selector;
	struct nfi_limits soft;
	struct nfi_limits hard;
	u8 df;
	u8 flow_label;
	s8 dscp;
	u8 dscp_map[NFI_DSCPS];
	bool no_ecn;
	bool no_padding_check;
	bool no_icmp_check;
	bool decap_dscp;
	bool no_mss_clamp;
	u8 engine;
	u8 encap;
	__be16 local_port;
	__be16 remote_port;
	bool strict;
	u32 keepalive;
	bool follow;
	u32 tfc;
	u32 dummy;
	int device;
};

/**
 * struct nfi_keys - keys on their way into an SA
 * @encr: encryption key, then the salt
 * @integ: integrity key
 * @encr_len: octets
 * @integ_len: octets
 *
 * Whoever filled one wipes it with memzero_explicit().
 */
struct nfi_keys {
	u8 encr[NFI_KEY_MAX];
	u8 integ[NFI_KEY_MAX];
	size_t encr_len;
	size_t integ_len;
};

/**
 * struct nfi_sa - a security association
 * @aead: [I] the transform of ESP, and of AH with GMAC
 * @hash: [I] the transform of AH without
 * @salt: [I] in front of the IVs of AH with GMAC, and of ESP where the transform
 *	takes whole nonces
 * @suite: [I] what it asks of a packet
 * @state: [a] enum nfi_sa_state
 * @pending: [a] packets that stayed in asynchronous crypto, and @seen_work; below
 *	0 for a moment where a packet comes out before it is counted
 * @conf: [I] parameters; [M] outer addresses, encapsulation and ports, of which
 *	packets and events ask @path
 * @nn: [I] its namespace
 * @by_policy: [I] inbound: policies say what may be inside, not the selector
 * @by_prefixes: [I] the selector asks for nothing but a prefix on each side
 * @iv_mask: [I] xored with the sequence number to make counter mode IVs
 * @seq: [a] last sequence number sent
 * @queue: [I] keeps packets in order where several CPUs work, NULL with
 *	NFI_ENGINE_INLINE
 * @tick: [a] with NFI_ENGINE_AUTO: the tick that @tick_packets are of
 * @tick_packets: [a] counted roughly
 * @busy_until: [a] in jiffies: one CPU is too little until then
 * @replay: [w] inbound: numbers received
 * @replay_lock: [w]
 * @resync: [I] inbound with ESN: for when the numbers are lost, else NULL
 * @path: [r] between which ends, and in what
 * @seen: [w] inbound, with encapsulation: where the other end was seen last
 * @seen_port: [w] and at which port, network byte order
 * @seen_work: tells of that
 * @keepalive: runs when one may be due
 * @dummy: runs when a dummy packet may be due
 * @dummies: [a] dummy packets sent
 * @idents: [a] outbound: IPv4 identifications taken in advance: the next one, and
 *	in the lower half how many there are
 * @mtu: [a] outbound: largest inner packet that fitted last, 0 if none went
 * @lifetimes: [r] NULL if there are none
 * @soft_done: [a] the soft event was sent
 * @packets: [a] if @lifetimes are counted: packets carried
 * @bytes: [a] if @lifetimes are counted: octets carried
 * @added: [I] when, see nfi_sa_now()
 * @used: [a] when first used, 0 if never
 * @timer: runs at the next limit in seconds
 * @traffic: [c] counters
 * @drops: [a] packets dropped
 * @last_drop: [a] enum nfi_reason of the last one
 * @odd_ecn: [a] inbound: packets with ECN fields that no tunnel makes
 * @fingerprint: [I] of its keys, see nfi_sa_fingerprint()
 * @by_fingerprint: [M] in the SAD, from nfi_sad_name() on
 * @id: [I] place in the order of all SAs of the namespace
 * @bundle: [I] outbound: the SAs with the same reqid
 * @by_reqid: [r] in @bundle
 * @by_key: [r] in the SAD; two, as a table being resized is in use
 * @commit: [M] mark of the commit that keeps or adds it
 * @commit_next: [M] in the list of what a commit adds
 * @work: frees it after a grace period
 */
struct nfi_sa {
	struct crypto_aead *aead;
	struct crypto_shash *hash;
	u8 salt[4];
	struct nfi_suite suite;
	u32 state;
	atomic_t pending;
	struct nfi_sa_conf conf;
	struct nfi_net *nn;
	bool by_policy;
	bool by_prefixes;
	u64 iv_mask;

	atomic64_t seq ____cacheline_aligned_in_smp;
	struct nfi_queue *queue;
	unsigned long tick;
	u32 tick_packets;
	unsigned long busy_until;
	struct nfi_replay *replay;
	spinlock_t replay_lock;	/* [w] itself */
	struct nfi_resync *resync;

	struct nfi_path __rcu *path;
	struct nfi_addr seen;
	__be16 seen_port;
	struct work_struct seen_work;
	struct timer_list keepalive;
	struct timer_list dummy;
	atomic64_t dummies;
	atomic_t idents;
	u32 mtu;

	struct nfi_lifetimes __rcu *lifetimes;
	unsigned long soft_done;
	atomic64_t packets;
	atomic64_t bytes;
	s64 added;
	atomic64_t used;
	struct timer_list timer;

	struct nfi_traffic __percpu *traffic;
	atomic64_t drops;
	u32 last_drop;
	atomic64_t odd_ecn;

	u64 fingerprint;
	struct hlist_node by_fingerprint;
	u32 id;
	struct nfi_bundle *bundle;
	struct hlist_node by_reqid;
	struct hlist_node by_key[2];
	u32 commit;
	struct list_head commit_next;
	struct rcu_work work;
};

/* The last number that may be sent: with ESN 2^32 short of the end, so that
 * those who try in vain do not wrap the counter around
 */
static inline u64 nfi_sa_seq_max(bool esn)
{
	return esn ? U64_MAX - U32_MAX : U32_MAX;
}

/* The time that lifetimes are measured in: ms since boot, suspended or not */
static inline s64 nfi_sa_now(void)
{
	return ktime_to_ms(ktime_get_boottime());
}

int nfi_sa_setup(void);
void nfi_sa_cleanup(void);

struct nfi_sa *nfi_sa_new(struct nfi_net *nn, const struct nfi_sa_conf *conf,
			  const struct nfi_keys *keys, u64 seq,
			  struct netlink_ext_ack *extack);
bool nfi_sa_equal(const struct nfi_sa *sa, const struct nfi_sa_conf *conf,
		  const struct nfi_keys *keys);
u64 nfi_sa_fingerprint(const struct nfi_sa_conf *conf,
		       const struct nfi_keys *keys);
void nfi_sa_start(struct nfi_sa *sa);
void nfi_sa_stop(struct nfi_sa *sa);
void nfi_sa_defer(struct nfi_sa *sa, struct work_struct *work);

void nfi_sa_finish(struct nfi_sa *sa, enum nfi_sa_state state);
bool nfi_sa_is_parallel(struct nfi_sa *sa);
u64 nfi_sa_last_seq(const struct nfi_sa *sa);
void nfi_sa_raise_seq(struct nfi_sa *sa, u64 seq);
enum nfi_reason nfi_sa_next_seq(struct nfi_sa *sa, unsigned int n, u64 *first);
void nfi_sa_count_drop(struct nfi_sa *sa, enum nfi_reason reason);

/**
 * nfi_sa_usable() - may this SA carry a packet?
 * @sa: the SA
 *
 * Return: NFI_REASON_OK, or why not.
 */
static inline enum nfi_reason nfi_sa_usable(const struct nfi_sa *sa)
{
	switch (READ_ONCE(sa->state)) {
	case NFI_SA_USABLE:
		return NFI_REASON_OK;
	case NFI_SA_EXPIRED:
		return NFI_REASON_EXPIRED;
	case NFI_SA_EXHAUSTED:
		return NFI_REASON_SEQ_EXHAUSTED;
	default:
		return NFI_REASON_NO_SA;
	}
}

#endif
