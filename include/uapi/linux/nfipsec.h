/* SPDX-License-Identifier: ((GPL-2.0 WITH Linux-syscall-note) OR BSD-3-Clause) */
/* Do not edit directly, auto-generated from: */
/*	Documentation/netlink/specs/nfipsec.yaml */
/* YNL-GEN uapi header */

#ifndef _UAPI_LINUX_NFIPSEC_H
#define _UAPI_LINUX_NFIPSEC_H

#define NFI_FAMILY_NAME		"nfipsec"
#define NFI_FAMILY_VERSION	1

/**
 * enum nfi_direction - RFC 4301 4.1, an SA and a policy work in one direction.
 */
enum nfi_direction {
	NFI_DIR_IN,
	NFI_DIR_OUT,
};

/**
 * enum nfi_mode - RFC 4301 4.1.
 */
enum nfi_mode {
	NFI_MODE_TRANSPORT,
	NFI_MODE_TUNNEL,
};

/**
 * enum nfi_action - RFC 4301 4.4.1, what a policy does with the packets it
 *   matches.
 */
enum nfi_action {
	NFI_ACTION_DISCARD,
	NFI_ACTION_BYPASS,
	NFI_ACTION_PROTECT,
};

/**
 * enum nfi_df - RFC 4301 8.1, the DF bit of the outer IPv4 header.
 */
enum nfi_df {
	NFI_DF_COPY,
	NFI_DF_SET,
	NFI_DF_CLEAR,
};

/**
 * enum nfi_engine - Which CPUs do the crypto of an SA.
 * @NFI_ENGINE_INLINE: The one that the packet is on.
 * @NFI_ENGINE_PARALLEL: Any; the packets leave in the order in which they
 *   came.
 * @NFI_ENGINE_AUTO: As parallel while there are many packets, else as inline.
 */
enum nfi_engine {
	NFI_ENGINE_INLINE,
	NFI_ENGINE_PARALLEL,
	NFI_ENGINE_AUTO,
};

/**
 * enum nfi_encap - What is between the outer IP header and ESP.
 * @NFI_ENCAP_UDP: RFC 3948.
 */
enum nfi_encap {
	NFI_ENCAP_NONE,
	NFI_ENCAP_UDP,
};

/**
 * enum nfi_flow_label - The flow label of the outer IPv6 header. Whatever is
 *   not zero lets people tell the flows in a tunnel apart.
 * @NFI_FLOW_LABEL_HASH: The same for the packets of a flow, so that several
 *   paths may be used (RFC 6438 3).
 * @NFI_FLOW_LABEL_COPY: That of the inner IPv6 header, for packets of this
 *   host; zero for others (RFC 4301 5.1.2.2).
 */
enum nfi_flow_label {
	NFI_FLOW_LABEL_ZERO,
	NFI_FLOW_LABEL_HASH,
	NFI_FLOW_LABEL_COPY,
};

/**
 * enum nfi_sa_state - Where an SA stands in its life. Only a usable one seals
 *   and opens packets.
 * @NFI_SA_EXPIRED: A hard lifetime was reached.
 * @NFI_SA_EXHAUSTED: Its sequence numbers are used up (RFC 4303 3.3.3).
 * @NFI_SA_DEAD: Removed.
 */
enum nfi_sa_state {
	NFI_SA_USABLE,
	NFI_SA_EXPIRED,
	NFI_SA_EXHAUSTED,
	NFI_SA_DEAD,
};

/**
 * enum nfi_reason - Why a packet was dropped. Counted per namespace, and per
 *   SA where there is one.
 * @NFI_REASON_OK: Not dropped.
 * @NFI_REASON_NO_MEMORY: No memory for a copy of the packet or a crypto
 *   request.
 * @NFI_REASON_MALFORMED: The IP header does not fit the packet.
 * @NFI_REASON_POLICY: A DISCARD policy matched, or transport mode a packet of
 *   another host.
 * @NFI_REASON_NO_POLICY: No policy matched, and the default is to discard: as
 *   it always is for what is routed into an nfipsec device.
 * @NFI_REASON_NO_SA: The policy says PROTECT and there is no usable SA.
 * @NFI_REASON_NO_DEVICE: The nfipsec device of this namespace was removed or
 *   is down.
 * @NFI_REASON_CLEAR_TEXT: Arrived, or was about to leave, in clear where a
 *   policy wants protection.
 * @NFI_REASON_UNKNOWN_SPI: ESP or AH for this host with an SPI that no SA has.
 * @NFI_REASON_WRONG_ADDRESS: The outer addresses or UDP port are not those of
 *   the SA.
 * @NFI_REASON_EXPIRED: A hard lifetime of the SA was reached.
 * @NFI_REASON_SEQ_EXHAUSTED: The sequence numbers of the SA are used up.
 * @NFI_REASON_FRAGMENT: A fragment where whole datagrams are wanted.
 * @NFI_REASON_TOO_SHORT: Shorter than the headers and ICV of the SA need.
 * @NFI_REASON_NOT_ALIGNED: The ciphertext is no whole number of blocks.
 * @NFI_REASON_REPLAYED: This sequence number was received before.
 * @NFI_REASON_TOO_OLD: The sequence number is left of the replay window.
 * @NFI_REASON_INTEGRITY: The ICV is wrong.
 * @NFI_REASON_PAD_LENGTH: The padding is longer than the packet.
 * @NFI_REASON_PADDING: The padding is not 1, 2, 3, ...
 * @NFI_REASON_DUMMY: A dummy packet (next header 59), dropped as it should be.
 * @NFI_REASON_NEXT_HEADER: The next header does not fit the mode of the SA.
 * @NFI_REASON_INNER_MALFORMED: What was in the tunnel is no IP packet.
 * @NFI_REASON_SELECTOR: The inner packet does not match the selector of the
 *   SA.
 * @NFI_REASON_ECN: Outer CE over an inner packet that is not ECN capable.
 * @NFI_REASON_TTL: TTL or hop limit 0.
 * @NFI_REASON_TOO_BIG: Did not fit through the tunnel and may not be
 *   fragmented; the sender was told.
 * @NFI_REASON_SEGMENTATION: A GSO packet could not be cut into segments.
 * @NFI_REASON_NO_ROUTE: No route to the other end of the tunnel.
 * @NFI_REASON_CRYPTO: The crypto API returned an error.
 * @NFI_REASON_LOOP: The route to the other end of the tunnel leads into the
 *   tunnel.
 * @NFI_REASON_AH_LENGTH: The length of AH is not what the ICV of the SA makes
 *   it.
 * @NFI_REASON_IP_OPTIONS: AH cannot cover the IP options or extension headers:
 *   malformed, unknown, or a route that is not at its end.
 * @NFI_REASON_QUEUE_FULL: Too many packets of a parallel SA are under way.
 * @NFI_REASON_KEEPALIVE: A NAT keepalive (RFC 3948 2.3), dropped as it should
 *   be.
 * @NFI_REASON_UDP_LENGTH: ESP in UDP whose length is not that of the packet.
 * @NFI_REASON_UDP_CHECKSUM: ESP in UDP with a wrong checksum, or over IPv6
 *   without one.
 * @NFI_REASON_ENCAPSULATION: In UDP, or not in UDP, where the SA accepts only
 *   the other.
 * @NFI_REASON_ACQUIRE_FULL: As many packets as may do so waited for an SA
 *   already.
 * @NFI_REASON_ACQUIRE_TIMEOUT: Waited for an SA that was asked for, and none
 *   came in time.
 */
enum nfi_reason {
	NFI_REASON_OK,
	NFI_REASON_NO_MEMORY,
	NFI_REASON_MALFORMED,
	NFI_REASON_POLICY,
	NFI_REASON_NO_POLICY,
	NFI_REASON_NO_SA,
	NFI_REASON_NO_DEVICE,
	NFI_REASON_CLEAR_TEXT,
	NFI_REASON_UNKNOWN_SPI,
	NFI_REASON_WRONG_ADDRESS,
	NFI_REASON_EXPIRED,
	NFI_REASON_SEQ_EXHAUSTED,
	NFI_REASON_FRAGMENT,
	NFI_REASON_TOO_SHORT,
	NFI_REASON_NOT_ALIGNED,
	NFI_REASON_REPLAYED,
	NFI_REASON_TOO_OLD,
	NFI_REASON_INTEGRITY,
	NFI_REASON_PAD_LENGTH,
	NFI_REASON_PADDING,
	NFI_REASON_DUMMY,
	NFI_REASON_NEXT_HEADER,
	NFI_REASON_INNER_MALFORMED,
	NFI_REASON_SELECTOR,
	NFI_REASON_ECN,
	NFI_REASON_TTL,
	NFI_REASON_TOO_BIG,
	NFI_REASON_SEGMENTATION,
	NFI_REASON_NO_ROUTE,
	NFI_REASON_CRYPTO,
	NFI_REASON_LOOP,
	NFI_REASON_AH_LENGTH,
	NFI_REASON_IP_OPTIONS,
	NFI_REASON_QUEUE_FULL,
	NFI_REASON_KEEPALIVE,
	NFI_REASON_UDP_LENGTH,
	NFI_REASON_UDP_CHECKSUM,
	NFI_REASON_ENCAPSULATION,
	NFI_REASON_ACQUIRE_FULL,
	NFI_REASON_ACQUIRE_TIMEOUT,

	/* private: */
	__NFI_REASON_MAX,
	NFI_REASON_MAX = (__NFI_REASON_MAX - 1)
};

/**
 * enum nfi_const - Numbers that both sides know.
 * @NFI_KEY_MAX: Octets of a key at most, its salt included.
 * @NFI_REPLAY_WINDOW_MAX: Packets in a replay window at most.
 * @NFI_REPLAY_WINDOW_DEFAULT: Packets in the replay window of an SA that does
 *   not say.
 * @NFI_LIST_MAX: Values in a list of a selector at most.
 * @NFI_PAIRS_MAX: Pairs of a local and a remote prefix at most that the ranges
 *   of a selector may be cut into.
 * @NFI_INTEG_HMAC_SHA2_256_96: HMAC-SHA-256 cut to 96 bits, which no RFC has
 *   and old peers want, as an integrity transform. In the range for private
 *   use, and the number that strongSwan has for it.
 */
enum nfi_const {
	NFI_KEY_MAX = 128,
	NFI_REPLAY_WINDOW_MAX = 65536,
	NFI_REPLAY_WINDOW_DEFAULT = 1024,
	NFI_LIST_MAX = 64,
	NFI_PAIRS_MAX = 1024,
	NFI_INTEG_HMAC_SHA2_256_96 = 1027,
};

enum {
	NFI_A_RANGE_FIRST_V4 = 1,
	NFI_A_RANGE_FIRST_V6,
	NFI_A_RANGE_LAST_V4,
	NFI_A_RANGE_LAST_V6,

	__NFI_A_RANGE_MAX,
	NFI_A_RANGE_MAX = (__NFI_A_RANGE_MAX - 1)
};

enum {
	NFI_A_PORTS_FIRST = 1,
	NFI_A_PORTS_LAST,

	__NFI_A_PORTS_MAX,
	NFI_A_PORTS_MAX = (__NFI_A_PORTS_MAX - 1)
};

enum {
	NFI_A_SELECTOR_LOCAL_V4 = 1,
	NFI_A_SELECTOR_LOCAL_V6,
	NFI_A_SELECTOR_LOCAL_PREFIX_LEN,
	NFI_A_SELECTOR_REMOTE_V4,
	NFI_A_SELECTOR_REMOTE_V6,
	NFI_A_SELECTOR_REMOTE_PREFIX_LEN,
	NFI_A_SELECTOR_PROTOCOL,
	NFI_A_SELECTOR_LOCAL_PORT_MIN,
	NFI_A_SELECTOR_LOCAL_PORT_MAX,
	NFI_A_SELECTOR_REMOTE_PORT_MIN,
	NFI_A_SELECTOR_REMOTE_PORT_MAX,
	NFI_A_SELECTOR_PROTOCOLS,
	NFI_A_SELECTOR_LOCAL_RANGE,
	NFI_A_SELECTOR_REMOTE_RANGE,
	NFI_A_SELECTOR_LOCAL_PORTS,
	NFI_A_SELECTOR_REMOTE_PORTS,
	NFI_A_SELECTOR_MARK,
	NFI_A_SELECTOR_MARK_MASK,
	NFI_A_SELECTOR_INTERFACE,

	__NFI_A_SELECTOR_MAX,
	NFI_A_SELECTOR_MAX = (__NFI_A_SELECTOR_MAX - 1)
};

enum {
	NFI_A_LIMITS_PAD = 1,
	NFI_A_LIMITS_PACKETS,
	NFI_A_LIMITS_BYTES,
	NFI_A_LIMITS_ADD_SECONDS,
	NFI_A_LIMITS_USE_SECONDS,

	__NFI_A_LIMITS_MAX,
	NFI_A_LIMITS_MAX = (__NFI_A_LIMITS_MAX - 1)
};

enum {
	NFI_A_COUNTERS_PAD = 1,
	NFI_A_COUNTERS_PACKETS,
	NFI_A_COUNTERS_BYTES,
	NFI_A_COUNTERS_DROPS,
	NFI_A_COUNTERS_LAST_DROP,
	NFI_A_COUNTERS_IDLE_MS,

	__NFI_A_COUNTERS_MAX,
	NFI_A_COUNTERS_MAX = (__NFI_A_COUNTERS_MAX - 1)
};

enum {
	NFI_A_SA_PAD = 1,
	NFI_A_SA_SPI,
	NFI_A_SA_DIRECTION,
	NFI_A_SA_PROTOCOL,
	NFI_A_SA_MODE,
	NFI_A_SA_LOCAL_V4,
	NFI_A_SA_LOCAL_V6,
	NFI_A_SA_REMOTE_V4,
	NFI_A_SA_REMOTE_V6,
	NFI_A_SA_REQID,
	NFI_A_SA_ENCR,
	NFI_A_SA_ENCR_KEY,
	NFI_A_SA_ENCR_KEY_BITS,
	NFI_A_SA_INTEG,
	NFI_A_SA_INTEG_KEY,
	NFI_A_SA_ESN,
	NFI_A_SA_REPLAY_WINDOW,
	NFI_A_SA_SEQ,
	NFI_A_SA_SELECTOR,
	NFI_A_SA_SOFT,
	NFI_A_SA_HARD,
	NFI_A_SA_DF,
	NFI_A_SA_DSCP,
	NFI_A_SA_NO_ECN,
	NFI_A_SA_NO_PADDING_CHECK,
	NFI_A_SA_DEVICE,
	NFI_A_SA_STATE,
	NFI_A_SA_AGE,
	NFI_A_SA_COUNTERS,
	NFI_A_SA_MTU,
	NFI_A_SA_DRIVER,
	NFI_A_SA_ENGINE,
	NFI_A_SA_ENCAP,
	NFI_A_SA_ENCAP_LOCAL_PORT,
	NFI_A_SA_ENCAP_REMOTE_PORT,
	NFI_A_SA_NO_ICMP_CHECK,
	NFI_A_SA_ODD_ECN,
	NFI_A_SA_DSCP_MAP,
	NFI_A_SA_ENCAP_STRICT,
	NFI_A_SA_KEEPALIVE,
	NFI_A_SA_FOLLOW,
	NFI_A_SA_PEER_V4,
	NFI_A_SA_PEER_V6,
	NFI_A_SA_PEER_PORT,
	NFI_A_SA_NO_MSS_CLAMP,
	NFI_A_SA_NEW_LOCAL_V4,
	NFI_A_SA_NEW_LOCAL_V6,
	NFI_A_SA_NEW_REMOTE_V4,
	NFI_A_SA_NEW_REMOTE_V6,
	NFI_A_SA_TFC,
	NFI_A_SA_DUMMY_INTERVAL,
	NFI_A_SA_DUMMIES,
	NFI_A_SA_LEARN_SEQ,
	NFI_A_SA_FLOW_LABEL,
	NFI_A_SA_RESYNCS,
	NFI_A_SA_RESYNC_TRIES,
	NFI_A_SA_DECAP_DSCP,

	__NFI_A_SA_MAX,
	NFI_A_SA_MAX = (__NFI_A_SA_MAX - 1)
};

enum {
	NFI_A_POLICY_PAD = 1,
	NFI_A_POLICY_ID,
	NFI_A_POLICY_DEVICE,
	NFI_A_POLICY_DIRECTION,
	NFI_A_POLICY_PRIORITY,
	NFI_A_POLICY_ACTION,
	NFI_A_POLICY_SELECTOR,
	NFI_A_POLICY_PROTOCOL,
	NFI_A_POLICY_MODE,
	NFI_A_POLICY_REQID,
	NFI_A_POLICY_LOCAL_V4,
	NFI_A_POLICY_LOCAL_V6,
	NFI_A_POLICY_REMOTE_V4,
	NFI_A_POLICY_REMOTE_V6,
	NFI_A_POLICY_COUNTERS,

	__NFI_A_POLICY_MAX,
	NFI_A_POLICY_MAX = (__NFI_A_POLICY_MAX - 1)
};

enum {
	NFI_A_DROP_PAD = 1,
	NFI_A_DROP_REASON,
	NFI_A_DROP_PACKETS,

	__NFI_A_DROP_MAX,
	NFI_A_DROP_MAX = (__NFI_A_DROP_MAX - 1)
};

enum {
	NFI_A_DEFAULTS_IN = 1,
	NFI_A_DEFAULTS_OUT,
	NFI_A_DEFAULTS_IKE,
	NFI_A_DEFAULTS_DISCOVERY,
	NFI_A_DEFAULTS_IKE_COUNTERS,
	NFI_A_DEFAULTS_DISCOVERY_COUNTERS,
	NFI_A_DEFAULTS_ICMP,

	__NFI_A_DEFAULTS_MAX,
	NFI_A_DEFAULTS_MAX = (__NFI_A_DEFAULTS_MAX - 1)
};

enum {
	NFI_A_PAD = 1,
	NFI_A_SA,
	NFI_A_POLICY,
	NFI_A_DROP,
	NFI_A_DEVICE,
	NFI_A_SAS,
	NFI_A_POLICIES,
	NFI_A_EVENT,
	NFI_A_HARD,
	NFI_A_ADDED,
	NFI_A_REMOVED,
	NFI_A_KEPT,
	NFI_A_PACKET,
	NFI_A_DEFAULTS,
	NFI_A_SPI_MIN,
	NFI_A_SPI_MAX,
	NFI_A_SPI,

	__NFI_A_MAX,
	NFI_A_MAX = (__NFI_A_MAX - 1)
};

enum nfi_cmd {
	NFI_CMD_SA_ADD = 1,
	NFI_CMD_SA_GET,
	NFI_CMD_SA_DEL,
	NFI_CMD_POLICY_ADD,
	NFI_CMD_POLICY_GET,
	NFI_CMD_POLICY_DEL,
	NFI_CMD_COMMIT,
	NFI_CMD_SA_FLUSH,
	NFI_CMD_POLICY_FLUSH,
	NFI_CMD_STATS_GET,
	NFI_CMD_SA_EXPIRE,
	NFI_CMD_ACQUIRE,
	NFI_CMD_SA_NEW,
	NFI_CMD_SA_GONE,
	NFI_CMD_POLICY_NEW,
	NFI_CMD_POLICY_GONE,
	NFI_CMD_DEFAULTS_GET,
	NFI_CMD_DEFAULTS_SET,
	NFI_CMD_SPI_ALLOC,
	NFI_CMD_SA_SET,
	NFI_CMD_SA_CHANGED,
	NFI_CMD_SA_MAPPING,

	__NFI_CMD_MAX,
	NFI_CMD_MAX = (__NFI_CMD_MAX - 1)
};

#define NFI_MCGRP_EVENTS	"events"
#define NFI_MCGRP_CHANGES	"changes"
#define NFI_MCGRP_ACQUIRES	"acquires"

#endif /* _UAPI_LINUX_NFIPSEC_H */
