// SPDX-License-Identifier: GPL-2.0
/*
 * The security policy database (RFC 4301 4.4.1). Policies are hashed by their
 * two prefixes, once for each pair of prefixes that they have. Those with the
 * same pair of prefix lengths form a class; a look-up asks one hash question
 * per class, the classes with the best priority first, and stops when no later
 * class can hold anything better. So its cost grows with the number of
 * different prefix lengths, not with the number of policies.
 *
 * The order is total: by priority, then by the order in which policies came.
 *
 * Readers hold RCU and take no lock. Changes are serialised by the
 * configuration mutex and may sleep.
 */
#include "spd.h"

#include <linux/jhash.h>
#include <linux/log2.h>
#include <linux/random.h>
#include <linux/rculist.h>
#include <linux/slab.h>
#include <uapi/linux/nfipsec.h>

/* One per policy, family and pair of prefixes in a table */
struct spd_node {
	struct hlist_node node;
	u32 hash;
	u32 order;	/* among equal priorities the lowest goes first */
	struct nfi_policy *policy;
	const struct nfi_prefix *local;		/* of the policy */
	const struct nfi_prefix *remote;
	struct rcu_head rcu;
};

/* Policies with one pair of prefix lengths */
struct spd_class {
	u8 family;
	u8 local_len;
	u8 remote_len;
	u32 best;	/* no policy in it has a lower priority number */
	unsigned int count;
};

struct spd_classes {
	struct rcu_head rcu;
	unsigned int n;
	struct spd_class class[];
};

struct nfi_spd_table {
	struct spd_classes __rcu *classes;	/* by best, lowest first */
	u32 seed;
	u32 mask;
	u32 order;				/* of the next node */
	unsigned int nodes;
	struct hlist_head buckets[];
};

/* Of all SPDs there ever were; 0 is none's */
static atomic64_t generations;

/* The table has changed. Before what was removed from it is freed. */
static void touch(struct nfi_spd *spd, u8 dir)
{
	u64 generation = atomic64_inc_return(&generations) << 1;

	if (spd->asks_link[dir])
		generation |= NFI_SPD_ASKS_LINK;
	/* who sees the new generation sees the new table */
	atomic64_set_release(&spd->generation[dir], generation);
}

static u32 hash(const struct nfi_spd_table *t, const struct spd_class *c,
		const struct nfi_addr *local, const struct nfi_addr *remote)
{
	u32 lens = c->local_len << 8 | c->remote_len;
	__be32 w[8];
	int i;

	if (c->family == AF_INET)
		return jhash_3words((__force u32)(local->w[0] &
					nfi_prefix_mask(c->local_len, 0)),
				    (__force u32)(remote->w[0] &
					nfi_prefix_mask(c->remote_len, 0)),
				    lens, t->seed);
	for (i = 0; i < 4; i++) {
		w[i] = local->w[i] & nfi_prefix_mask(c->local_len, i);
		w[i + 4] = remote->w[i] & nfi_prefix_mask(c->remote_len, i);
	}
	return jhash2((u32 *)w, ARRAY_SIZE(w), t->seed ^ lens);
}

static struct spd_class class_of(u8 family, const struct nfi_prefix *local,
				 const struct nfi_prefix *remote, u32 priority)
{
	return (struct spd_class){
		.family = family,
		.local_len = local->len,
		.remote_len = remote->len,
		.best = priority,
		.count = 1,
	};
}

static bool class_equal(const struct spd_class *a, const struct spd_class *b)
{
	return a->family == b->family && a->local_len == b->local_len &&
	       a->remote_len == b->remote_len;
}

static bool better(const struct spd_node *a, const struct spd_node *b)
{
	if (!b)
		return true;
	if (a->policy->conf.priority != b->policy->conf.priority)
		return a->policy->conf.priority < b->policy->conf.priority;
	return a->order < b->order;
}

/* A node of no family is found by that of the class */
static bool node_matches(const struct spd_node *node, const struct spd_class *c,
			 const struct nfi_flow *flow)
{
	const struct nfi_selector *sel = &node->policy->conf.selector;

	return node->local->len == c->local_len &&
	       node->remote->len == c->remote_len &&
	       (!sel->family || sel->family == flow->family) &&
	       nfi_prefix_match(node->local, &flow->local) &&
	       nfi_prefix_match(node->remote, &flow->remote) &&
	       nfi_selector_match_upper(sel, flow);
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
	const struct spd_node *node, *found = NULL;
	const struct spd_classes *classes;
	const struct spd_class *c;
	u32 h;

	if (!t)
		return NULL;
	classes = rcu_dereference(t->classes);
	for (c = classes->class; c < classes->class + classes->n; c++) {
		if (found && c->best > found->policy->conf.priority)
			break;
		if (c->family != flow->family)
			continue;
		h = hash(t, c, &flow->local, &flow->remote);
		hlist_for_each_entry_rcu(node, &t->buckets[h & t->mask], node) {
			if (node->hash == h && node_matches(node, c, flow) &&
			    better(node, found))
				found = node;
		}
	}
	return found ? found->policy : NULL;
}

static struct nfi_policy *find(const struct nfi_spd_table *t,
			       const struct nfi_policy_conf *conf)
{
	struct nfi_prefix local, remote;
	struct spd_node *node;
	struct spd_class c;
	u32 h;

	if (!t)
		return NULL;
	nfi_selector_first(&conf->selector, &local, &remote);
	c = class_of(conf->selector.family ?: AF_INET, &local, &remote, 0);
	h = hash(t, &c, &local.addr, &remote.addr);
	hlist_for_each_entry(node, &t->buckets[h & t->mask], node)
		if (node->hash == h &&
		    nfi_policy_conf_equal(&node->policy->conf, conf))
			return node->policy;
	return NULL;
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
	return find(rcu_dereference_protected(spd->table[conf->dir], true),
		    conf);
}

/* Put @add in its place among the classes of @t, which stay sorted */
static int set_classes(struct nfi_spd_table *t, const struct spd_class *add)
{
	struct spd_classes *old = rcu_dereference_protected(t->classes, true);
	struct spd_classes *new;
	bool placed = false;
	unsigned int i;

	new = kzalloc(struct_size(new, class, old->n + 1), GFP_KERNEL);
	if (!new)
		return -ENOMEM;
	for (i = 0; i < old->n; i++) {
		if (class_equal(&old->class[i], add) || !old->class[i].count)
			continue;
		if (!placed && add->best < old->class[i].best) {
			new->class[new->n++] = *add;
			placed = true;
		}
		new->class[new->n++] = old->class[i];
	}
	if (!placed)
		new->class[new->n++] = *add;
	rcu_assign_pointer(t->classes, new);
	kfree_rcu(old, rcu);
	return 0;
}

static struct spd_class *find_class(struct nfi_spd_table *t,
				    const struct spd_class *c)
{
	struct spd_classes *classes = rcu_dereference_protected(t->classes,
								true);
	unsigned int i;

	for (i = 0; i < classes->n; i++)
		if (class_equal(&classes->class[i], c))
			return &classes->class[i];
	return NULL;
}

/* Announce a policy to its class: before the node is in a bucket */
static int join_class(struct nfi_spd_table *t, const struct spd_class *c)
{
	struct spd_class *found = find_class(t, c);
	struct spd_class changed = *c;

	if (found && c->best >= found->best) {
		found->count++;
		return 0;
	}
	if (found)
		changed.count = found->count + 1;
	return set_classes(t, &changed);
}

static int insert_pair(struct nfi_spd_table *t, struct nfi_policy *policy,
		       u8 family, const struct nfi_prefix *local,
		       const struct nfi_prefix *remote, u32 order)
{
	struct spd_class c = class_of(family, local, remote,
				      policy->conf.priority);
	struct spd_node *node = kzalloc(sizeof(*node), GFP_KERNEL);

	if (!node)
		return -ENOMEM;
	if (join_class(t, &c)) {
		kfree(node);
		return -ENOMEM;
	}
	node->policy = policy;
	node->order = order;
	node->local = local;
	node->remote = remote;
	node->hash = hash(t, &c, &local->addr, &remote->addr);
	hlist_add_head_rcu(&node->node, &t->buckets[node->hash & t->mask]);
	t->nodes++;
	return 0;
}

static void remove_pair(struct nfi_spd_table *t, struct nfi_policy *policy,
			u8 family, const struct nfi_prefix *local,
			const struct nfi_prefix *remote)
{
	struct spd_class c = class_of(family, local, remote, 0);
	struct spd_class *found = find_class(t, &c);
	struct spd_node *node;
	u32 h = hash(t, &c, &local->addr, &remote->addr);

	hlist_for_each_entry(node, &t->buckets[h & t->mask], node) {
		if (node->policy != policy || node->local != local ||
		    node->remote != remote)
			continue;
		hlist_del_rcu(&node->node);
		kfree_rcu(node, rcu);
		t->nodes--;
		/* an empty class costs a question until classes are next set */
		found->count--;
		return;
	}
}

/* Pair number @i of a policy. A selector of no family is in the table once for
 * each.
 */
static void pair(const struct nfi_policy *policy, unsigned int i, u8 *family,
		 const struct nfi_prefix **local,
		 const struct nfi_prefix **remote)
{
	*family = policy->conf.selector.family ?: i ? AF_INET6 : AF_INET;
	if (!policy->conf.selector.family)
		i = 0;
	*local = &policy->local[i / policy->n_remote];
	*remote = &policy->remote[i % policy->n_remote];
}

static unsigned int pairs(const struct nfi_policy *policy)
{
	if (!policy->conf.selector.family)
		return 2;
	return policy->n_local * policy->n_remote;
}

/* The first @n pairs of a policy */
static void remove_pairs(struct nfi_spd_table *t, struct nfi_policy *policy,
			 unsigned int n)
{
	const struct nfi_prefix *local, *remote;
	u8 family;

	while (n--) {
		pair(policy, n, &family, &local, &remote);
		remove_pair(t, policy, family, local, remote);
	}
}

static int insert(struct nfi_spd_table *t, struct nfi_policy *policy)
{
	const struct nfi_prefix *local, *remote;
	u32 order = t->order++;
	unsigned int i;
	u8 family;
	int err;

	for (i = 0; i < pairs(policy); i++) {
		pair(policy, i, &family, &local, &remote);
		err = insert_pair(t, policy, family, local, remote, order);
		if (err) {
			remove_pairs(t, policy, i);
			return err;
		}
	}
	return 0;
}

static struct nfi_spd_table *new_table(unsigned int nodes)
{
	unsigned int n = roundup_pow_of_two(max(nodes, 16u));
	struct spd_classes *classes;
	struct nfi_spd_table *t;

	t = kvzalloc(struct_size(t, buckets, n), GFP_KERNEL);
	if (!t)
		return NULL;
	classes = kzalloc(sizeof(*classes), GFP_KERNEL);
	if (!classes) {
		kvfree(t);
		return NULL;
	}
	RCU_INIT_POINTER(t->classes, classes);
	t->mask = n - 1;
	t->seed = get_random_u32();
	return t;
}

/* Only when no reader is left */
static void free_table(struct nfi_spd_table *t)
{
	struct spd_node *node;
	struct hlist_node *tmp;
	u32 i;

	if (!t)
		return;
	for (i = 0; i <= t->mask; i++)
		hlist_for_each_entry_safe(node, tmp, &t->buckets[i], node)
			kfree(node);
	kfree(rcu_dereference_protected(t->classes, true));
	kvfree(t);
}

static struct nfi_spd_table *publish(struct nfi_spd *spd, u8 dir,
				     struct nfi_spd_table *t)
{
	t = rcu_replace_pointer(spd->table[dir], t, true);
	touch(spd, dir);
	return t;
}

/* Make room for @n more nodes */
static int grow(struct nfi_spd *spd, u8 dir, unsigned int n)
{
	struct nfi_spd_table *old =
		rcu_dereference_protected(spd->table[dir], true);
	struct nfi_policy *policy;
	struct nfi_spd_table *t;

	if (old && old->nodes + n <= old->mask + 1)
		return 0;
	t = new_table(old ? old->nodes + n : n);
	if (!t)
		return -ENOMEM;
	list_for_each_entry(policy, &spd->policies, next) {
		if (policy->conf.dir == dir && insert(t, policy)) {
			free_table(t);
			return -ENOMEM;
		}
	}
	publish(spd, dir, t);
	if (old) {
		synchronize_rcu();
		free_table(old);
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
	touch(spd, NFI_DIR_IN);
	touch(spd, NFI_DIR_OUT);
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
	u8 dir = policy->conf.dir;
	int err = grow(spd, dir, pairs(policy));

	if (!err)
		err = insert(rcu_dereference_protected(spd->table[dir], true),
			     policy);
	if (err)
		return err;
	spd->asks_link[dir] += nfi_selector_asks_link(&policy->conf.selector);
	touch(spd, dir);
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

	remove_pairs(rcu_dereference_protected(spd->table[dir], true), policy,
		     pairs(policy));
	spd->asks_link[dir] -= nfi_selector_asks_link(&policy->conf.selector);
	touch(spd, dir);
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
			nodes += pairs(policies[i]);
	t = new_table(nodes);
	if (!t)
		return ERR_PTR(-ENOMEM);
	for (i = 0; i < n && !err; i++) {
		if (policies[i]->conf.dir != dir)
			continue;
		err = find(t, &policies[i]->conf) ? -EEXIST :
						    insert(t, policies[i]);
		*asks_link += nfi_selector_asks_link(&policies[i]->conf.selector);
	}
	if (!err)
		return t;
	free_table(t);
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
	free_table(in);
	free_table(out);
}
