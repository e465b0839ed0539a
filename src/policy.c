// SPDX-License-Identifier: GPL-2.0
/*
 * A policy (RFC 4301 4.4.1.2): born with its selector cut into prefixes, found
 * by the SPD, freed when its last reader has left.
 */
#include "policy.h"
#include "lists.h"

#include <linux/in.h>
#include <linux/slab.h>

/* Cut a list into prefixes; with @to NULL only count them */
static unsigned int cut(const struct nfi_range *list, unsigned int n,
			u8 family, struct nfi_prefix *to)
{
	struct nfi_prefix prefix;
	struct nfi_range rest;
	unsigned int i, count = 0;
	bool more;

	for (i = 0; i < n; i++) {
		rest = list[i];
		do {
			more = nfi_range_cut(&rest, family, &prefix);
			if (to)
				to[count] = prefix;
			count++;
		} while (more);
	}
	return count;
}

/**
 * nfi_policy_pairs() - how many pairs of prefixes does a selector have?
 * @sel: the selector
 *
 * Return: the number; for each pair there is a place in the SPD's table.
 */
unsigned int nfi_policy_pairs(const struct nfi_selector *sel)
{
	const struct nfi_lists *l = sel->lists;

	if (!l)
		return 1;
	return (cut(l->local, l->n.local, sel->family, NULL) ?: 1) *
	       (cut(l->remote, l->n.remote, sel->family, NULL) ?: 1);
}

/**
 * nfi_policy_conf_equal() - do two policies say the same?
 * @a: what one says
 * @b: what the other says
 *
 * Return: true if no field differs.
 */
bool nfi_policy_conf_equal(const struct nfi_policy_conf *a,
			   const struct nfi_policy_conf *b)
{
	return nfi_selector_equal(&a->selector, &b->selector) &&
	       a->dir == b->dir && a->action == b->action &&
	       a->priority == b->priority && a->protocol == b->protocol &&
	       a->mode == b->mode && a->reqid == b->reqid &&
	       a->family == b->family && nfi_addr_equal(&a->local, &b->local) &&
	       nfi_addr_equal(&a->remote, &b->remote) && a->device == b->device;
}

static int make_prefixes(struct nfi_policy *policy)
{
	const struct nfi_selector *sel = &policy->conf.selector;
	unsigned int local = 0, remote = 0;
	const struct nfi_lists *l = sel->lists;

	if (l) {
		local = cut(l->local, l->n.local, sel->family, NULL);
		remote = cut(l->remote, l->n.remote, sel->family, NULL);
	}
	policy->n_local = local ?: 1;
	policy->n_remote = remote ?: 1;
	policy->local = kcalloc(policy->n_local + policy->n_remote,
				sizeof(*policy->local), GFP_KERNEL_ACCOUNT);
	if (!policy->local)
		return -ENOMEM;
	policy->remote = policy->local + policy->n_local;
	policy->local[0] = sel->local;
	policy->remote[0] = sel->remote;
	if (local)
		cut(l->local, l->n.local, sel->family, policy->local);
	if (remote)
		cut(l->remote, l->n.remote, sel->family, policy->remote);
	return 0;
}

static void free_policy(struct rcu_head *rcu)
{
	struct nfi_policy *policy = container_of(rcu, struct nfi_policy, rcu);

	nfi_lists_put(policy->conf.selector.lists);
	free_percpu(policy->traffic);
	kfree(policy->local);
	kfree(policy);
}

/**
 * nfi_policy_new() - make a policy
 * @conf: what it says; its lists are counted once more
 *
 * Return: the policy, in no SPD and without a bundle, or NULL.
 */
struct nfi_policy *nfi_policy_new(const struct nfi_policy_conf *conf)
{
	struct nfi_policy *policy = kzalloc(sizeof(*policy), GFP_KERNEL_ACCOUNT);

	if (!policy)
		return NULL;
	policy->conf = *conf;
	nfi_lists_get(policy->conf.selector.lists);
	policy->nests = conf->action == NFI_ACTION_PROTECT &&
			(nfi_selector_names(&conf->selector, IPPROTO_ESP) ||
			 nfi_selector_names(&conf->selector, IPPROTO_AH));
	INIT_LIST_HEAD(&policy->next);
	policy->traffic = nfi_traffic_new();
	if (policy->traffic && !make_prefixes(policy))
		return policy;
	free_policy(&policy->rcu);
	return NULL;
}

/**
 * nfi_policy_free() - free a policy when its last reader has left
 * @policy: in no SPD; its bundle is given back
 */
void nfi_policy_free(struct nfi_policy *policy)
{
	call_rcu(&policy->rcu, free_policy);
}
