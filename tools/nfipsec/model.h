/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The model in the middle: what an SA and a policy are. Command line,
 * configuration file, netlink and JSON all convert to and from these.
 */
#ifndef NFIPSEC_MODEL_H
#define NFIPSEC_MODEL_H

#include <net/if.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <linux/nfipsec.h>

struct nfi_error;
struct nfi_suite;

/* An IP address; @family is AF_UNSPEC where there is none. */
struct nfi_addr {
	uint32_t family;
	uint8_t bytes[16];
};

struct nfi_prefix {
	struct nfi_addr addr;
	uint8_t len;
};

/* Addresses of one family from one to another, both ends included. */
struct nfi_range {
	struct nfi_addr first;
	struct nfi_addr last;
};

struct nfi_ranges {
	struct nfi_range *items;
	size_t n;
};

/* Numbers from one to another, both ends included; 65535 to 0 is OPAQUE. */
struct nfi_span {
	uint16_t first;
	uint16_t last;
};

struct nfi_spans {
	struct nfi_span *items;
	size_t n;
};

/* Of a packet; @mask says which bits count, 0 for any mark. */
struct nfi_mark {
	uint32_t value;
	uint32_t mask;
};

/*
 * RFC 4301 4.4.1.1. "Local" is this side: the source of an outbound and the
 * destination of an inbound packet. What is absent matches anything. Types of
 * ICMP are type * 256 + code, those of mobility headers type * 256, as they are
 * on the wire.
 */
struct nfi_selector {
	struct nfi_ranges local;
	struct nfi_ranges remote;
	struct nfi_spans protocols;
	struct nfi_spans local_ports;
	struct nfi_spans remote_ports;
	struct nfi_spans icmp_types;
	struct nfi_spans mh_types;
	struct nfi_mark mark;
	char interface[IF_NAMESIZE];
};

/* A lifetime; 0 for no limit. */
struct nfi_limits {
	uint64_t packets;
	uint64_t bytes;
	uint64_t add_seconds;
	uint64_t use_seconds;
};

struct nfi_counters {
	uint64_t packets;
	uint64_t bytes;
	uint64_t drops;
	uint32_t last_drop;
	bool used;
	uint64_t idle_ms;
};

/* The outer DSCP for each of an inner header. */
struct nfi_dscp_map {
	uint8_t outer[64];
};

/* What is between IP and ESP; all 0 for nothing. */
struct nfi_encapsulation {
	uint32_t type;
	uint32_t local_port;
	uint32_t remote_port;
};

/* KEYMAT in the order of RFC 7296 2.17: encryption key, salt, integrity. */
struct nfi_key {
	uint8_t bytes[2 * NFI_KEY_MAX];
	size_t len;
};

/* What only the kernel knows of an SA. */
struct nfi_sa_status {
	uint32_t state;
	uint64_t age;
	uint32_t mtu;
	uint64_t odd_ecn;
	uint64_t dummies;
	uint64_t resyncs;
	uint64_t resync_tries;
	struct nfi_addr peer;
	uint32_t peer_port;
	char driver[64];
	struct nfi_counters counters;
};

/*
 * Options of an SA in the order in which they are printed; the bits of
 * @given. Their names are in sa.c.
 */
enum nfi_sa_option {
	NFI_SA_OPT_SPI,
	NFI_SA_OPT_MODE,
	NFI_SA_OPT_LOCAL,
	NFI_SA_OPT_REMOTE,
	NFI_SA_OPT_SUITE,
	NFI_SA_OPT_AUTH,
	NFI_SA_OPT_KEY_FILE,
	NFI_SA_OPT_FRESH_KEY,
	NFI_SA_OPT_REQID,
	NFI_SA_OPT_ESN,
	NFI_SA_OPT_REPLAY_WINDOW,
	NFI_SA_OPT_SEQ,
	NFI_SA_OPT_LEARN_SEQ,
	NFI_SA_OPT_SOFT_PACKETS,
	NFI_SA_OPT_SOFT_BYTES,
	NFI_SA_OPT_SOFT_SECONDS,
	NFI_SA_OPT_SOFT_USE_SECONDS,
	NFI_SA_OPT_HARD_PACKETS,
	NFI_SA_OPT_HARD_BYTES,
	NFI_SA_OPT_HARD_SECONDS,
	NFI_SA_OPT_HARD_USE_SECONDS,
	NFI_SA_OPT_DF,
	NFI_SA_OPT_FLOW_LABEL,
	NFI_SA_OPT_DSCP,
	NFI_SA_OPT_DSCP_MAP,
	NFI_SA_OPT_NO_ECN,
	NFI_SA_OPT_NO_PADDING_CHECK,
	NFI_SA_OPT_NO_ICMP_CHECK,
	NFI_SA_OPT_DECAP_DSCP,
	NFI_SA_OPT_NO_MSS_CLAMP,
	NFI_SA_OPT_ENGINE,
	NFI_SA_OPT_ENCAP,
	NFI_SA_OPT_ENCAP_STRICT,
	NFI_SA_OPT_KEEPALIVE,
	NFI_SA_OPT_FOLLOW,
	NFI_SA_OPT_TFC,
	NFI_SA_OPT_DUMMY_INTERVAL,
	NFI_SA_OPT_DEV,
	NFI_SA_OPT_NEW_LOCAL,
	NFI_SA_OPT_NEW_REMOTE,
	NFI_SA_OPTS
};

struct nfi_sa {
	uint64_t given;
	uint32_t direction;
	uint32_t protocol;
	uint32_t spi;
	uint32_t mode;
	struct nfi_addr local;
	struct nfi_addr remote;
	const struct nfi_suite *suite;
	char *key_file;
	bool fresh_key;
	struct nfi_key key;
	uint32_t reqid;
	bool esn;
	uint32_t replay_window;
	uint64_t seq;
	bool learn_seq;
	struct nfi_selector selector;
	struct nfi_limits soft;
	struct nfi_limits hard;
	uint32_t df;
	uint32_t flow_label;
	uint32_t dscp;
	struct nfi_dscp_map dscp_map;
	bool no_ecn;
	bool no_padding_check;
	bool no_icmp_check;
	bool decap_dscp;
	bool no_mss_clamp;
	uint32_t engine;
	struct nfi_encapsulation encap;
	bool encap_strict;
	uint32_t keepalive;
	bool follow;
	uint32_t tfc;
	uint32_t dummy_interval;
	char dev[IF_NAMESIZE];
	struct nfi_addr new_local;
	struct nfi_addr new_remote;
	struct nfi_sa_status status;
};

/* From which to allocate an SPI, both ends included. */
struct nfi_spi_range {
	uint32_t min;
	uint32_t max;
};

/* Options of a policy, as those of an SA; their names are in policy.c. */
enum nfi_policy_option {
	NFI_POLICY_OPT_PRIORITY,
	NFI_POLICY_OPT_LOCAL,
	NFI_POLICY_OPT_REMOTE,
	NFI_POLICY_OPT_PROTO,
	NFI_POLICY_OPT_LOCAL_PORT,
	NFI_POLICY_OPT_REMOTE_PORT,
	NFI_POLICY_OPT_ICMP_TYPE,
	NFI_POLICY_OPT_MH_TYPE,
	NFI_POLICY_OPT_MARK,
	NFI_POLICY_OPT_INTERFACE,
	NFI_POLICY_OPT_ESP,
	NFI_POLICY_OPT_AH,
	NFI_POLICY_OPT_MODE,
	NFI_POLICY_OPT_REQID,
	NFI_POLICY_OPT_OUTER_LOCAL,
	NFI_POLICY_OPT_OUTER_REMOTE,
	NFI_POLICY_OPT_DEV,
	NFI_POLICY_OPTS
};

struct nfi_policy {
	uint64_t given;
	uint32_t id;
	uint32_t direction;
	uint32_t action;
	uint32_t priority;
	struct nfi_selector selector;
	bool esp;
	bool ah;
	uint32_t mode;
	uint32_t reqid;
	struct nfi_addr outer_local;
	struct nfi_addr outer_remote;
	char dev[IF_NAMESIZE];
	struct nfi_counters counters;
};

/* A whole configuration: all SAs and all policies. */
struct nfi_config {
	struct nfi_sa *sas;
	size_t n_sas;
	struct nfi_policy *policies;
	size_t n_policies;
};

/* What can be set of struct nfi_defaults; the bits of @given. */
enum nfi_default_option {
	NFI_DEFAULT_OPT_IN,
	NFI_DEFAULT_OPT_OUT,
	NFI_DEFAULT_OPT_IKE,
	NFI_DEFAULT_OPT_DISCOVERY,
	NFI_DEFAULT_OPT_ICMP,
};

/* What is decided after all policies, and by the entries before them. */
struct nfi_defaults {
	uint64_t given;
	uint32_t in;
	uint32_t out;
	uint32_t ike;
	uint32_t discovery;
	uint32_t icmp;
	struct nfi_counters ike_counters;
	struct nfi_counters discovery_counters;
};

/* The counts that stats-get answers with. */
struct nfi_stats {
	char dev[IF_NAMESIZE];
	uint32_t sas;
	uint32_t policies;
	uint64_t drops[256];
};

/* How a commit went. */
struct nfi_commit {
	uint32_t added;
	uint32_t removed;
	uint32_t kept;
};

#define NFI_BIT(n) (1ULL << (n))

#ifndef ARRAY_SIZE
#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))
#endif

int nfi_ranges_add(struct nfi_ranges *ranges, const struct nfi_range *range,
		   struct nfi_error *err);
int nfi_spans_add(struct nfi_spans *spans, const struct nfi_span *span,
		  struct nfi_error *err);
int nfi_selector_copy(struct nfi_selector *to, const struct nfi_selector *from,
		      struct nfi_error *err);
void nfi_selector_clear(struct nfi_selector *selector);
void nfi_sa_clear(struct nfi_sa *sa);
void nfi_policy_clear(struct nfi_policy *policy);
struct nfi_sa *nfi_config_add_sa(struct nfi_config *config,
				 struct nfi_error *err);
struct nfi_policy *nfi_config_add_policy(struct nfi_config *config,
					 struct nfi_error *err);
void nfi_config_clear(struct nfi_config *config);

#endif /* NFIPSEC_MODEL_H */
