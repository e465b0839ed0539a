// SPDX-License-Identifier: GPL-2.0
/*
 * The model as JSON. Every set of a member takes the reference to its value,
 * also when it fails for want of memory: the member is missing then.
 */
#include "json.h"

#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>

#include "counters.h"
#include "dscp.h"
#include "model.h"
#include "selector.h"
#include "suite.h"
#include "text.h"

static void set(json_t *object, const char *name, json_t *value)
{
	json_object_set_new(object, name, value);
}

static void set_string(json_t *object, const char *name, const char *text)
{
	set(object, name, json_string(text));
}

static void set_number(json_t *object, const char *name, uint64_t number)
{
	set(object, name, nfi_json_number(number));
}

static void set_addr(json_t *object, const char *name,
		     const struct nfi_addr *addr)
{
	char text[NFI_TEXT_LEN];

	if (addr->family != AF_UNSPEC)
		set_string(object, name, nfi_text_from_addr(addr, text));
}

/* One value as it is, several as an array. */
static void set_list(json_t *object, const char *name, json_t *array)
{
	if (json_array_size(array) == 1)
		set(object, name, json_incref(json_array_get(array, 0)));
	else if (json_array_size(array))
		set(object, name, json_incref(array));
	json_decref(array);
}

static void set_ranges(json_t *object, const char *name,
		       const struct nfi_ranges *ranges)
{
	json_t *array = json_array();
	char text[NFI_TEXT_LEN];
	size_t i;

	for (i = 0; i < ranges->n; i++)
		json_array_append_new(array,
				      json_string(nfi_text_from_range(&ranges->items[i],
								      text)));
	set_list(object, name, array);
}

static void set_spans(json_t *object, const char *name,
		      const struct nfi_spans *spans)
{
	const struct nfi_option *option = nfi_selector_options;
	json_t *array = json_array();
	char text[NFI_TEXT_LEN];
	size_t i;

	option += nfi_option_find(nfi_selector_options, name);
	for (i = 0; i < spans->n; i++)
		json_array_append_new(array,
				      json_string(nfi_option_text(option,
								  &spans->items[i],
								  text)));
	set_list(object, name, array);
}

static void set_protocol(json_t *object, const char *name, uint32_t protocol)
{
	char text[NFI_TEXT_LEN];

	set_string(object, name, nfi_text_from_protocol(protocol, text));
}

/**
 * nfi_json_number() - a number
 * @number: the number
 *
 * Return: a new reference; to a string of digits where the number is larger
 * than the integers of jansson.
 */
json_t *nfi_json_number(uint64_t number)
{
	if (number > INT64_MAX)
		return json_sprintf("%llu", (unsigned long long)number);
	return json_integer(number);
}

/**
 * nfi_json_selector() - a selector
 * @selector: the selector
 *
 * Return: a new reference.
 */
json_t *nfi_json_selector(const struct nfi_selector *selector)
{
	json_t *object = json_object();
	char text[NFI_TEXT_LEN];

	set_ranges(object, "local", &selector->local);
	set_ranges(object, "remote", &selector->remote);
	set_spans(object, "proto", &selector->protocols);
	set_spans(object, "local-port", &selector->local_ports);
	set_spans(object, "remote-port", &selector->remote_ports);
	set_spans(object, "icmp-type", &selector->icmp_types);
	set_spans(object, "mh-type", &selector->mh_types);
	if (selector->mark.mask)
		set_string(object, "mark",
			   nfi_text_from_mark(&selector->mark, text));
	if (*selector->interface)
		set_string(object, "interface", selector->interface);
	return object;
}

static json_t *limits_object(const struct nfi_limits *limits)
{
	json_t *object = json_object();

	if (limits->packets)
		set_number(object, "packets", limits->packets);
	if (limits->bytes)
		set_number(object, "bytes", limits->bytes);
	if (limits->add_seconds)
		set_number(object, "seconds", limits->add_seconds);
	if (limits->use_seconds)
		set_number(object, "use-seconds", limits->use_seconds);
	return object;
}

static void add_counters(json_t *object, const struct nfi_counters *counters)
{
	set_number(object, "packets", counters->packets);
	set_number(object, "bytes", counters->bytes);
	set_number(object, "drops", counters->drops);
	if (counters->drops)
		set_string(object, "last-drop",
			   nfi_counters_reason(counters->last_drop));
	if (counters->used)
		set_number(object, "idle-ms", counters->idle_ms);
}

static void add_sa_status(json_t *object, const struct nfi_sa_status *status)
{
	set_string(object, "state",
		   nfi_text_name(nfi_text_states, status->state));
	set_number(object, "age", status->age);
	add_counters(object, &status->counters);
	if (status->mtu)
		set_number(object, "mtu", status->mtu);
	if (status->odd_ecn)
		set_number(object, "odd-ecn", status->odd_ecn);
	if (status->dummies)
		set_number(object, "dummies", status->dummies);
	if (status->resync_tries) {
		set_number(object, "resyncs", status->resyncs);
		set_number(object, "resync-tries", status->resync_tries);
	}
	set_addr(object, "peer", &status->peer);
	if (status->peer_port)
		set_number(object, "peer-port", status->peer_port);
	if (*status->driver)
		set_string(object, "driver", status->driver);
}

static void add_sa_rules(json_t *object, const struct nfi_sa *sa)
{
	char map[NFI_DSCP_LEN];

	if (sa->given & NFI_BIT(NFI_SA_OPT_REPLAY_WINDOW))
		set_number(object, "replay-window", sa->replay_window);
	set_number(object, "seq", sa->seq);
	if (sa->learn_seq)
		set(object, "learn-seq", json_true());
	if (nfi_selector_given(&sa->selector))
		set(object, "selector", nfi_json_selector(&sa->selector));
	set(object, "soft", limits_object(&sa->soft));
	set(object, "hard", limits_object(&sa->hard));
	if (sa->mode == NFI_MODE_TUNNEL) {
		set_string(object, "df", nfi_text_name(nfi_text_dfs, sa->df));
		if (sa->flow_label)
			set_string(object, "flow-label",
				   nfi_text_name(nfi_text_flow_labels,
						 sa->flow_label));
		if (sa->given & NFI_BIT(NFI_SA_OPT_DSCP))
			set_number(object, "dscp", sa->dscp);
		if (sa->given & NFI_BIT(NFI_SA_OPT_DSCP_MAP))
			set_string(object, "dscp-map",
				   nfi_dscp_text(&sa->dscp_map, map));
		if (sa->decap_dscp)
			set(object, "decap-dscp", json_true());
		set(object, "ecn", json_boolean(!sa->no_ecn));
	}
	if (sa->protocol == IPPROTO_ESP)
		set(object, "padding-check",
		    json_boolean(!sa->no_padding_check));
	set(object, "icmp-check", json_boolean(!sa->no_icmp_check));
	set(object, "mss-clamp", json_boolean(!sa->no_mss_clamp));
	set_string(object, "engine",
		   nfi_text_name(nfi_text_engines, sa->engine));
	if (sa->encap.type)
		set(object, "encap",
		    json_pack("{s:s,s:i,s:i}", "type", "udp",
			      "local-port", sa->encap.local_port,
			      "remote-port", sa->encap.remote_port));
	if (sa->encap_strict)
		set(object, "encap-strict", json_true());
	if (sa->keepalive)
		set_number(object, "keepalive", sa->keepalive);
	if (sa->follow)
		set(object, "follow", json_true());
	if (sa->tfc == UINT16_MAX)
		set_string(object, "tfc", "path");
	else if (sa->tfc)
		set_number(object, "tfc", sa->tfc);
	if (sa->dummy_interval)
		set_number(object, "dummy-interval", sa->dummy_interval);
	if (*sa->dev)
		set_string(object, "dev", sa->dev);
}

/**
 * nfi_json_sa() - an SA
 * @sa: the SA
 * @status: true if the kernel filled in its status
 *
 * Return: a new reference; keys are not in it.
 */
json_t *nfi_json_sa(const struct nfi_sa *sa, bool status)
{
	json_t *object = json_object();

	set_string(object, "direction",
		   nfi_text_name(nfi_text_directions, sa->direction));
	set_protocol(object, "protocol", sa->protocol);
	set(object, "spi", json_sprintf("0x%08x", sa->spi));
	set_string(object, "mode", nfi_text_name(nfi_text_modes, sa->mode));
	set_addr(object, "local", &sa->local);
	set_addr(object, "remote", &sa->remote);
	set_string(object, sa->protocol == IPPROTO_AH ? "auth" : "suite",
		   sa->suite ? sa->suite->name : "unknown");
	if (sa->reqid)
		set_number(object, "reqid", sa->reqid);
	set(object, "esn", json_boolean(sa->esn));
	add_sa_rules(object, sa);
	if (status)
		add_sa_status(object, &sa->status);
	return object;
}

/**
 * nfi_json_policy() - a policy
 * @policy: the policy
 * @status: true if the kernel filled in its number and counters
 *
 * Return: a new reference.
 */
json_t *nfi_json_policy(const struct nfi_policy *policy, bool status)
{
	json_t *object = json_object();

	if (status)
		set_number(object, "id", policy->id);
	set_string(object, "direction",
		   nfi_text_name(nfi_text_directions, policy->direction));
	set_string(object, "action",
		   nfi_text_name(nfi_text_actions, policy->action));
	set_number(object, "priority", policy->priority);
	set(object, "selector", nfi_json_selector(&policy->selector));
	if (policy->action == NFI_ACTION_PROTECT) {
		set_string(object, "protocol",
			   policy->esp ? "esp" : policy->ah ? "ah" : "unknown");
		set_string(object, "mode",
			   nfi_text_name(nfi_text_modes, policy->mode));
		if (policy->reqid)
			set_number(object, "reqid", policy->reqid);
		set_addr(object, "outer-local", &policy->outer_local);
		set_addr(object, "outer-remote", &policy->outer_remote);
	}
	if (*policy->dev)
		set_string(object, "dev", policy->dev);
	if (status)
		add_counters(object, &policy->counters);
	return object;
}

static json_t *entry_object(uint32_t on, const struct nfi_counters *counters)
{
	json_t *object = json_object();

	set(object, "on", json_boolean(on));
	add_counters(object, counters);
	return object;
}

/**
 * nfi_json_defaults() - what is decided before and after all policies
 * @defaults: it
 *
 * Return: a new reference.
 */
json_t *nfi_json_defaults(const struct nfi_defaults *defaults)
{
	json_t *object = json_object();

	set_string(object, "in",
		   nfi_text_name(nfi_text_actions, defaults->in));
	set_string(object, "out",
		   nfi_text_name(nfi_text_actions, defaults->out));
	set(object, "ike", entry_object(defaults->ike,
					&defaults->ike_counters));
	set(object, "discovery", entry_object(defaults->discovery,
					      &defaults->discovery_counters));
	set(object, "icmp", json_boolean(defaults->icmp));
	return object;
}

/**
 * nfi_json_add_sas() - add the member "sas"
 * @object: where to
 * @config: the SAs
 * @status: true if the kernel filled in their status
 */
void nfi_json_add_sas(json_t *object, const struct nfi_config *config,
		      bool status)
{
	json_t *array = json_array();
	size_t i;

	for (i = 0; i < config->n_sas; i++)
		json_array_append_new(array,
				      nfi_json_sa(&config->sas[i], status));
	set(object, "sas", array);
}

/**
 * nfi_json_add_policies() - add the member "policies"
 * @object: where to
 * @config: the policies
 * @status: true if the kernel filled in their numbers and counters
 */
void nfi_json_add_policies(json_t *object, const struct nfi_config *config,
			   bool status)
{
	json_t *array = json_array();
	size_t i;

	for (i = 0; i < config->n_policies; i++)
		json_array_append_new(array,
				      nfi_json_policy(&config->policies[i],
						      status));
	set(object, "policies", array);
}

/**
 * nfi_json_add_stats() - add the member "drops", packets by reason
 * @object: where to
 * @stats: the counts
 * @all: also those that are zero
 */
void nfi_json_add_stats(json_t *object, const struct nfi_stats *stats,
			bool all)
{
	json_t *drops = json_object();
	uint32_t i, n = nfi_counters_reasons();

	for (i = NFI_REASON_OK + 1; i < n; i++)
		if (stats->drops[i] || all)
			set_number(drops, nfi_counters_reason(i),
				   stats->drops[i]);
	set(object, "drops", drops);
}

/**
 * nfi_json_print() - print in one line on standard output
 * @object: reference is taken
 */
void nfi_json_print(json_t *object)
{
	json_dumpf(object, stdout, JSON_COMPACT);
	putchar('\n');
	json_decref(object);
}
