// SPDX-License-Identifier: GPL-2.0
/*
 * The security policy database (RFC 4301 4.4.1): a table for each direction, and
 * a list of all policies in the order in which they came.
 *
 * Readers hold RCU and take no lock. Changes are serialised by the
 * configuration mutex and may sleep.
 */
#include "spd.h"

#include <linux/err.h>
#include <uapi/linux/nfipsec.h>

#include "spd_table.h"

/* Of all SPDs there ever were; 0 is none's */
static atomic64_t generations;

/* A table has changed. Before what was removed from it is freed. */
static void touch(struct nfi_spd *spd)
{
	u64 generation = atomic64_inc_return(&generations) << 1;

	if (spd->asks_link[NFI_DIR_IN] || spd->asks_link[NFI_DIR_OUT])
		generation |= NFI_SPD_ASKS_LINK;
	/* who sees the new generation sees the new table */
	atomic64_set_release(&spd->generation, generation);
}

/**
 * nfi_spd_lookup() - the policy for a packet
 * @spd: where
 * @dir: enum nfi_direction
 * @flow: the packet's
 *
 * RFC 4301 4.4.1: entries are ordered, the first that matches decides.
 *
 * Context: RCU read side.
 * Return: the policy, borrowed until the end of the read side, or NULL.
 */
struct nfi_policy *nfi_spd_lookup(const struct nfi_spd *spd, u8 dir,
				  const struct nfi_flow *flow)
{
	const struct nfi_spd_table *t = rcu_dereference(spd->table[dir]);

	return t ? nfi_spd_table_lookup(t, flow) : NULL;
}

/**
 * nfi_spd_find() - the policy that says exactly this
 * @spd: where
 * @conf: what it says
 *
 * Context: configuration mutex.
 * Return: the policy, or NULL.
 */
struct nfi_policy *nfi_spd_find(const struct nfi_spd *spd,
				const struct nfi_policy_conf *conf)
{
	const struct nfi_spd_table *t =
		rcu_dereference_protected(spd->table[conf->dir], true);

	return t ? nfi_spd_table_find(t, conf) : NULL;
}

static struct nfi_spd_table *publish(struct nfi_spd *spd, u8 dir,
				     struct nfi_spd_table *t)
{
	t = rcu_replace_pointer(spd->table[dir], t, true);
	touch(spd);
	return t;
}

/* Make room for @n more nodes */
static int grow(struct nfi_spd *spd, u8 dir, unsigned int n)
{
	struct nfi_spd_table *old =
		rcu_dereference_protected(spd->table[dir], true);
	struct nfi_policy *policy;
	struct nfi_spd_table *t;

	if (old && nfi_spd_table_has_room(old, n))
		return 0;
	t = nfi_spd_table_new(old ? nfi_spd_table_size(old) + n : n);
	if (!t)
		return -ENOMEM;
	list_for_each_entry(policy, &spd->policies, next) {
		if (policy->conf.dir == dir && nfi_spd_table_insert(t, policy)) {
			nfi_spd_table_free(t);
			return -ENOMEM;
		}
	}
	publish(spd, dir, t);
	if (old) {
		synchronize_rcu();
		nfi_spd_table_free(old);
	}
	return 0;
}

/**
 * nfi_spd_init() - make an empty SPD
 * @spd: to be initialised
 */
void nfi_spd_init(struct nfi_spd *spd)
{
	*spd = (struct nfi_spd){};
	INIT_LIST_HEAD(&spd->policies);
	touch(spd);
}

/**
 * nfi_spd_insert() - add a policy
 * @spd: where
 * @policy: what; comes after all of equal priority that are there
 *
 * Context: configuration mutex; may sleep.
 * Return: 0 or -ENOMEM, then nothing has changed.
 */
int nfi_spd_insert(struct nfi_spd *spd, struct nfi_policy *policy)
{
	bool asks_link = nfi_selector_asks_link(&policy->conf.selector);
	u8 dir = policy->conf.dir;
	struct nfi_spd_table *t;
	int err;

	err = grow(spd, dir, nfi_spd_table_nodes(policy));
	if (err)
		return err;
	t = rcu_dereference_protected(spd->table[dir], true);
	/* what it answers must not be kept for packets with other marks */
	spd->asks_link[dir] += asks_link;
	touch(spd);
	err = nfi_spd_table_insert(t, policy);
	spd->asks_link[dir] -= err ? asks_link : 0;
	touch(spd);
	if (err)
		return err;
	list_add_tail(&policy->next, &spd->policies);
	policy->spd = spd;
	spd->count++;
	return 0;
}

/**
 * nfi_spd_remove() - take a policy out
 * @spd: where
 * @policy: what; readers may still see it for a grace period
 *
 * Context: configuration mutex.
 */
void nfi_spd_remove(struct nfi_spd *spd, struct nfi_policy *policy)
{
	u8 dir = policy->conf.dir;

	nfi_spd_table_remove(rcu_dereference_protected(spd->table[dir], true),
			     policy);
	spd->asks_link[dir] -= nfi_selector_asks_link(&policy->conf.selector);
	touch(spd);
	list_del(&policy->next);
	spd->count--;
}

/* Return: the table, or an ERR_PTR() of -ENOMEM or -EEXIST */
static struct nfi_spd_table *build(struct nfi_policy **policies, unsigned int n,
				   u8 dir, unsigned int *asks_link)
{
	unsigned int i, nodes = 0;
	struct nfi_spd_table *t;
	int err = 0;

	for (i = 0; i < n; i++)
		if (policies[i]->conf.dir == dir)
			nodes += nfi_spd_table_nodes(policies[i]);
	t = nfi_spd_table_new(nodes);
	if (!t)
		return ERR_PTR(-ENOMEM);
	for (i = 0; i < n && !err; i++) {
		if (policies[i]->conf.dir != dir)
			continue;
		if (nfi_spd_table_find(t, &policies[i]->conf))
			err = -EEXIST;
		else
			err = nfi_spd_table_insert(t, policies[i]);
		*asks_link += nfi_selector_asks_link(&policies[i]->conf.selector);
	}
	if (!err)
		return t;
	nfi_spd_table_free(t);
	return ERR_PTR(err);
}

/**
 * nfi_spd_prepare() - make the tables for other policies
 * @next: to be filled, for nfi_spd_replace() or nfi_spd_destroy()
 * @policies: all that shall be in it, in their order; may contain some that
 *	are in an SPD now
 * @n: how many
 *
 * Context: configuration mutex; may sleep.
 * Return: 0, -ENOMEM, or -EEXIST if two policies are equal.
 */
int nfi_spd_prepare(struct nfi_spd *next, struct nfi_policy **policies,
		    unsigned int n)
{
	struct nfi_spd_table *t;
	u8 dir;

	nfi_spd_init(next);
	for (dir = 0; dir < ARRAY_SIZE(next->table); dir++) {
		t = build(policies, n, dir, &next->asks_link[dir]);
		if (IS_ERR(t)) {
			nfi_spd_destroy(next);
			return PTR_ERR(t);
		}
		publish(next, dir, t);
	}
	return 0;
}

/**
 * nfi_spd_replace() - put other policies in the place of all there are
 * @spd: where
 * @next: from nfi_spd_prepare(); empty afterwards
 * @policies: as there
 * @n: as there
 * @removed: gets those that are in @spd no longer; readers have left them
 *
 * A look-up sees all of the old or all of the new policies. Cannot fail.
 *
 * Context: configuration mutex; sleeps for a grace period.
 */
void nfi_spd_replace(struct nfi_spd *spd, struct nfi_spd *next,
		     struct nfi_policy **policies, unsigned int n,
		     struct list_head *removed)
{
	unsigned int i;
	u8 dir;

	for (dir = 0; dir < ARRAY_SIZE(next->table); dir++) {
		spd->asks_link[dir] = next->asks_link[dir];
		publish(next, dir,
			publish(spd, dir,
				rcu_dereference_protected(next->table[dir],
							  true)));
	}
	nfi_spd_destroy(next);

	list_splice_init(&spd->policies, removed);
	for (i = 0; i < n; i++) {
		/* out of @removed, or out of no list at all */
		list_del_init(&policies[i]->next);
		list_add_tail(&policies[i]->next, &spd->policies);
		policies[i]->spd = spd;
	}
	spd->count = n;
}

/**
 * nfi_spd_destroy() - free what an empty SPD still holds
 * @spd: without policies; may be used again
 *
 * Context: configuration mutex; sleeps for a grace period.
 */
void nfi_spd_destroy(struct nfi_spd *spd)
{
	struct nfi_spd_table *in = publish(spd, NFI_DIR_IN, NULL);
	struct nfi_spd_table *out = publish(spd, NFI_DIR_OUT, NULL);

	if (!in && !out)
		return;
	synchronize_rcu();
	nfi_spd_table_free(in);
	nfi_spd_table_free(out);
}
