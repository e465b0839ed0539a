// SPDX-License-Identifier: GPL-2.0
/*
 * The whole configuration on the wire between tool and kernel.
 */
#include "nl_config.h"

#include <linux/genetlink.h>
#include <string.h>

#include "attr.h"
#include "model.h"
#include "msg.h"
#include "nl.h"
#include "nl_policy.h"
#include "nl_sa.h"

#define MAX_REASON (sizeof(((struct nfi_stats *)0)->drops) / sizeof(uint64_t))

static int read_commit(const struct nlmsghdr *nlh, void *arg,
		       struct nfi_error *err)
{
	struct nfi_commit *result = arg;
	const struct nlattr *attr;

	(void)err;
	mnl_attr_for_each(attr, nlh, GENL_HDRLEN) {
		switch (mnl_attr_get_type(attr)) {
		case NFI_A_ADDED:
			result->added = nfi_attr_u32(attr);
			break;
		case NFI_A_REMOVED:
			result->removed = nfi_attr_u32(attr);
			break;
		case NFI_A_KEPT:
			result->kept = nfi_attr_u32(attr);
			break;
		}
	}
	return 0;
}

static int put_config(struct nfi_msg *msg, const void *object,
		      struct nfi_error *err)
{
	const struct nfi_config *config = object;
	size_t i;

	for (i = 0; i < config->n_sas; i++)
		if (nfi_nl_sa_put(msg, &config->sas[i], err))
			return -1;
	for (i = 0; i < config->n_policies; i++)
		if (nfi_nl_policy_put(msg, &config->policies[i], err))
			return -1;
	return 0;
}

/**
 * nfi_nl_config_commit() - replace the whole configuration at once
 * @nl: the socket
 * @config: what is to be there afterwards, with keys
 * @result: how many objects came, went and stayed
 * @err: filled on failure; nothing has changed then
 *
 * Return: 0 or -1.
 */
int nfi_nl_config_commit(struct nfi_nl *nl, const struct nfi_config *config,
			 struct nfi_commit *result, struct nfi_error *err)
{
	memset(result, 0, sizeof(*result));
	return nfi_nl_ask(nl, NFI_CMD_COMMIT, put_config, config, read_commit,
			  result, err);
}

/**
 * nfi_nl_config_flush() - remove all objects of one kind
 * @nl: the socket
 * @cmd: NFI_CMD_SA_FLUSH or NFI_CMD_POLICY_FLUSH
 * @result: how many objects went
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_config_flush(struct nfi_nl *nl, uint8_t cmd,
			struct nfi_commit *result, struct nfi_error *err)
{
	memset(result, 0, sizeof(*result));
	return nfi_nl_call(nl, cmd, 0, read_commit, result, err);
}

static void read_drop(const struct nlattr *nest, struct nfi_stats *stats)
{
	const struct nlattr *tb[NFI_A_DROP_MAX + 1];
	uint32_t reason;

	nfi_attr_table(nest, tb, NFI_A_DROP_MAX);
	reason = nfi_attr_u32(tb[NFI_A_DROP_REASON]);
	if (reason < MAX_REASON)
		stats->drops[reason] += nfi_attr_u64(tb[NFI_A_DROP_PACKETS]);
}

static int read_stats(const struct nlmsghdr *nlh, void *arg,
		      struct nfi_error *err)
{
	struct nfi_stats *stats = arg;
	const struct nlattr *attr;

	(void)err;
	mnl_attr_for_each(attr, nlh, GENL_HDRLEN) {
		switch (mnl_attr_get_type(attr)) {
		case NFI_A_DROP:
			read_drop(attr, stats);
			break;
		case NFI_A_DEVICE:
			nfi_attr_get_dev(attr, stats->dev);
			break;
		case NFI_A_SAS:
			stats->sas = nfi_attr_u32(attr);
			break;
		case NFI_A_POLICIES:
			stats->policies = nfi_attr_u32(attr);
			break;
		}
	}
	return 0;
}

/**
 * nfi_nl_config_stats() - ask for drops by reason and the number of objects
 * @nl: the socket
 * @stats: the answer
 * @err: filled on failure
 *
 * Return: 0 or -1.
 */
int nfi_nl_config_stats(struct nfi_nl *nl, struct nfi_stats *stats,
			struct nfi_error *err)
{
	memset(stats, 0, sizeof(*stats));
	return nfi_nl_call(nl, NFI_CMD_STATS_GET, 0, read_stats, stats, err);
}
