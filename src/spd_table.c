// SPDX-License-Identifier: GPL-2.0
/*
 * The table of a security policy database, of one direction (RFC 4301 4.4.1).
 * Policies are hashed by their two prefixes, once for each pair of prefixes that
 * they have. A look-up does not ask for each pair of prefix lengths that there
 * is: a filter tells for one side alone whether any policy can have this prefix of
 * the address, and a hash question follows only for pairs of those that can. The
 * side that has more lengths is tried first, the other one for each prefix there
 * that can be, of which an address has few. So the cost grows with the number of
 * different prefix lengths, and not with the number of policies. The best
 * priorities come first, and the search ends when nothing that follows can be
 * better.
 *
 * The order is total: by priority, then by the order in which policies came.
 *
 * Readers hold RCU and take no lock. Changes are serialised by the
 * configuration mutex and may sleep.
 */
#include "spd_table.h"

#include <linux/hash.h>
#include <linux/log2.h>
#include <linux/random.h>
#include <linux/rculist.h>
#include <linux/slab.h>

enum side { LOCAL, REMOTE, SIDES };

/* One per policy, family and pair of prefixes in a table */
struct spd_node {
	struct hlist_node node;
	u32 hash;
	u32 order;	/* among equal priorities the lowest goes first */
	bool is_prefixes;	/* it asks for nothing but these */
	struct nfi_policy *policy;
	const struct nfi_prefix *prefix[SIDES];	/* of the policy */
	struct rcu_head rcu;
};

/* Prefixes of one side and length */
struct spd_len {
	u64 mask[2];	/* of the address */
	u64 salt;	/* of the hash */
	u32 best;	/* no policy with one has a lower priority number */
	unsigned int count;
	u8 len;
};

struct spd_lens {
	struct rcu_head rcu;
	unsigned int n;
	struct spd_len len[];
};

/* Bits of the filter for each bucket: so many in vain for each that is set */
#define FILTER_BITS	32

struct nfi_spd_table {
	/* by family, side, and then by best, lowest first */
	struct spd_lens __rcu *lens[2][SIDES];
	u64 seed;
	u32 mask;
	u32 order;				/* of the next node */
	unsigned int nodes;
	u8 filter_shift;
	unsigned long *filter[SIDES];		/* prefixes that there may be */
	struct hlist_head buckets[];
};

/* Half of an address: masks and sums are quick with them */
static inline u64 half(const struct nfi_addr *a, unsigned int i)
{
	u64 half;

	memcpy(&half, &a->w[2 * i], sizeof(half));
	return half;
}

/* Of the prefix of an address. Both families may have the same: the nodes are
 * told apart by rest_matches(), the filter may err.
 */
static inline u64 hash_prefix(u64 first, u64 second, const struct spd_len *l)
{
	return ((first & l->mask[0]) +
		(second & l->mask[1]) * GOLDEN_RATIO_64 + l->salt) *
	       GOLDEN_RATIO_64;
}

/* Not the same on both sides, as many a pair has its reverse */
static inline u64 turn(u64 hash, enum side side)
{
	return side == LOCAL ? hash : rol64(hash, 21);
}

static inline bool may_be(const struct nfi_spd_table *t, enum side side,
			  u64 hash)
{
	return test_bit(hash >> t->filter_shift, t->filter[side]);
}

static void init_len(const struct nfi_spd_table *t, struct spd_len *l, u8 len)
{
	struct nfi_addr mask;
	int i;

	for (i = 0; i < ARRAY_SIZE(mask.w); i++)
		mask.w[i] = nfi_prefix_mask(len, i);
	l->mask[0] = half(&mask, 0);
	l->mask[1] = half(&mask, 1);
	l->salt = t->seed ^ len;
	l->len = len;
}

static u64 hash_of(const struct nfi_spd_table *t, const struct nfi_prefix *p)
{
	struct spd_len l;

	init_len(t, &l, p->len);
	return hash_prefix(half(&p->addr, 0), half(&p->addr, 1), &l);
}

static int family_index(u8 family)
{
	return family == AF_INET6;
}

static bool better(const struct spd_node *a, const struct spd_node *b)
{
	if (!b)
		return true;
	if (a->policy->conf.priority != b->policy->conf.priority)
		return a->policy->conf.priority < b->policy->conf.priority;
	return a->order < b->order;
}

static inline const struct nfi_addr *addr_of(const struct nfi_flow *flow,
					     enum side side)
{
	return side == LOCAL ? &flow->local : &flow->remote;
}

static inline bool is_on(const struct spd_node *node, enum side side,
			 const struct nfi_flow *flow, const struct spd_len *l)
{
	const struct nfi_addr *addr = addr_of(flow, side);
	const struct nfi_prefix *p = node->prefix[side];

	return p->len == l->len &&
	       (half(addr, 0) & l->mask[0]) == half(&p->addr, 0) &&
	       (half(addr, 1) & l->mask[1]) == half(&p->addr, 1);
}

/* All but the addresses */
static inline bool rest_matches(const struct spd_node *node,
				const struct nfi_flow *flow)
{
	const struct nfi_selector *sel = &node->policy->conf.selector;

	return (!sel->family || sel->family == flow->family) &&
	       (node->is_prefixes || nfi_selector_match_upper(sel, flow));
}

/* No policy with a priority number above that of @found is of interest */
static inline u32 limit(const struct spd_node *found)
{
	return found ? found->policy->conf.priority : U32_MAX;
}

/* Is there anything better than @found with the prefix that @o says of one side
 * and any prefix of the other one, @side?
 */
static __always_inline const struct spd_node *
try_side(const struct nfi_spd_table *t, const struct nfi_flow *flow,
	 const struct spd_len *o, u64 turned, const struct spd_lens *lens,
	 enum side side, const struct spd_node *found)
{
	const struct spd_len *l, *end = lens->len + lens->n;
	const struct nfi_addr *addr = addr_of(flow, side);
	u64 first = half(addr, 0), second = half(addr, 1), hash;
	const struct spd_node *node;
	u32 h;

	for (l = lens->len; l < end && l->best <= limit(found); l++) {
		hash = hash_prefix(first, second, l);
		if (!may_be(t, side, hash))
			continue;
		h = hash_64(turned ^ turn(hash, side), 32);
		hlist_for_each_entry_rcu(node, &t->buckets[h & t->mask], node) {
			if (node->hash == h && is_on(node, side, flow, l) &&
			    is_on(node, !side, flow, o) &&
			    rest_matches(node, flow) && better(node, found))
				found = node;
		}
	}
	return found;
}

/* Beginning with the lengths @outer of @side */
static __always_inline struct nfi_policy *
look_up(const struct nfi_spd_table *t, const struct nfi_flow *flow,
	const struct spd_lens *outer, const struct spd_lens *inner,
	enum side side)
{
	const struct spd_len *o, *end = outer->len + outer->n;
	const struct nfi_addr *addr = addr_of(flow, side);
	u64 first = half(addr, 0), second = half(addr, 1), hash;
	const struct spd_node *found = NULL;

	for (o = outer->len; o < end && o->best <= limit(found); o++) {
		hash = hash_prefix(first, second, o);
		if (may_be(t, side, hash))
			found = try_side(t, flow, o, turn(hash, side), inner,
					 !side, found);
	}
	return found ? found->policy : NULL;
}

/**
 * nfi_spd_table_lookup() - the policy for a packet
 * @t: where
 * @flow: the packet's
 *
 * RFC 4301 4.4.1: entries are ordered, the first that matches decides.
 *
 * Context: RCU read side.
 * Return: the policy, borrowed until the end of the read side, or NULL.
 */
struct nfi_policy *nfi_spd_table_lookup(const struct nfi_spd_table *t,
					const struct nfi_flow *flow)
{
	int family = family_index(flow->family);
	const struct spd_lens *locals, *remotes;

	locals = rcu_dereference(t->lens[family][LOCAL]);
	remotes = rcu_dereference(t->lens[family][REMOTE]);
	if (!locals || !remotes)
		return NULL;
	/* fewer within, where they are tried more than once */
	if (locals->n > remotes->n)
		return look_up(t, flow, locals, remotes, LOCAL);
	return look_up(t, flow, remotes, locals, REMOTE);
}

static u32 hash_of_pair(const struct nfi_spd_table *t,
			const struct nfi_prefix *local,
			const struct nfi_prefix *remote)
{
	return hash_64(turn(hash_of(t, local), LOCAL) ^
		       turn(hash_of(t, remote), REMOTE), 32);
}

/**
 * nfi_spd_table_find() - the policy that says exactly this
 * @t: where
 * @conf: what it says
 *
 * Context: configuration mutex.
 * Return: the policy, or NULL.
 */
struct nfi_policy *nfi_spd_table_find(const struct nfi_spd_table *t,
				      const struct nfi_policy_conf *conf)
{
	struct nfi_prefix local, remote;
	struct spd_node *node;
	u32 h;

	nfi_selector_first(&conf->selector, &local, &remote);
	h = hash_of_pair(t, &local, &remote);
	hlist_for_each_entry(node, &t->buckets[h & t->mask], node)
		if (node->hash == h &&
		    nfi_policy_conf_equal(&node->policy->conf, conf))
			return node->policy;
	return NULL;
}

/* Put @add in its place among the lengths at @slot, which stay sorted */
static int set_lens(struct spd_lens __rcu **slot, const struct spd_len *add)
{
	struct spd_lens *old = rcu_dereference_protected(*slot, true);
	unsigned int n = old ? old->n : 0, i;
	struct spd_lens *new;
	bool placed = false;

	new = kzalloc(struct_size(new, len, n + 1), GFP_KERNEL_ACCOUNT);
	if (!new)
		return -ENOMEM;
	for (i = 0; i < n; i++) {
		if (old->len[i].len == add->len || !old->len[i].count)
			continue;
		if (!placed && add->best < old->len[i].best) {
			new->len[new->n++] = *add;
			placed = true;
		}
		new->len[new->n++] = old->len[i];
	}
	if (!placed)
		new->len[new->n++] = *add;
	rcu_assign_pointer(*slot, new);
	if (old)
		kfree_rcu(old, rcu);
	return 0;
}

static struct spd_len *find_len(struct spd_lens __rcu **slot, u8 len)
{
	struct spd_lens *lens = rcu_dereference_protected(*slot, true);
	unsigned int i;

	for (i = 0; lens && i < lens->n; i++)
		if (lens->len[i].len == len)
			return &lens->len[i];
	return NULL;
}

/* Announce a prefix on its side: before the node is in a bucket */
static int join(struct nfi_spd_table *t, u8 family, enum side side,
		const struct nfi_prefix *prefix, u32 priority)
{
	struct spd_lens __rcu **slot = &t->lens[family_index(family)][side];
	struct spd_len *found = find_len(slot, prefix->len);
	struct spd_len changed = {
		.best = priority,
		.count = found ? found->count + 1 : 1,
	};

	set_bit(hash_of(t, prefix) >> t->filter_shift, t->filter[side]);
	if (found && priority >= found->best) {
		found->count++;
		return 0;
	}
	init_len(t, &changed, prefix->len);
	return set_lens(slot, &changed);
}

/* A length that no policy has any more costs a question until lengths are next
 * set, a bit in the filter until there is a new table
 */
static void leave(struct nfi_spd_table *t, u8 family, enum side side,
		  const struct nfi_prefix *prefix)
{
	find_len(&t->lens[family_index(family)][side], prefix->len)->count--;
}

static int insert_pair(struct nfi_spd_table *t, struct nfi_policy *policy,
		       u8 family, const struct nfi_prefix *local,
		       const struct nfi_prefix *remote, u32 order)
{
	struct spd_node *node = kzalloc(sizeof(*node), GFP_KERNEL_ACCOUNT);
	u32 priority = policy->conf.priority;

	if (!node)
		return -ENOMEM;
	if (join(t, family, LOCAL, local, priority))
		goto err_node;
	if (join(t, family, REMOTE, remote, priority))
		goto err_local;
	node->policy = policy;
	node->order = order;
	node->is_prefixes = nfi_selector_is_prefixes(&policy->conf.selector);
	node->prefix[LOCAL] = local;
	node->prefix[REMOTE] = remote;
	node->hash = hash_of_pair(t, local, remote);
	hlist_add_head_rcu(&node->node, &t->buckets[node->hash & t->mask]);
	t->nodes++;
	return 0;

err_local:
	leave(t, family, LOCAL, local);
err_node:
	kfree(node);
	return -ENOMEM;
}

static void remove_pair(struct nfi_spd_table *t, struct nfi_policy *policy,
			u8 family, const struct nfi_prefix *local,
			const struct nfi_prefix *remote)
{
	u32 h = hash_of_pair(t, local, remote);
	struct spd_node *node;

	hlist_for_each_entry(node, &t->buckets[h & t->mask], node) {
		if (node->policy != policy || node->prefix[LOCAL] != local ||
		    node->prefix[REMOTE] != remote)
			continue;
		hlist_del_rcu(&node->node);
		kfree_rcu(node, rcu);
		t->nodes--;
		leave(t, family, LOCAL, local);
		leave(t, family, REMOTE, remote);
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

/**
 * nfi_spd_table_nodes() - how much room a policy takes
 * @policy: the policy
 *
 * Return: nodes, 1 or more.
 */
unsigned int nfi_spd_table_nodes(const struct nfi_policy *policy)
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

/**
 * nfi_spd_table_insert() - add a policy
 * @t: where
 * @policy: what; comes after all of equal priority that are there
 *
 * There is always room, but a table that nfi_spd_table_has_room() says is full
 * becomes slower.
 *
 * Context: configuration mutex; may sleep.
 * Return: 0, or -ENOMEM and nothing has changed.
 */
int nfi_spd_table_insert(struct nfi_spd_table *t, struct nfi_policy *policy)
{
	const struct nfi_prefix *local, *remote;
	u32 order = t->order++;
	unsigned int i;
	u8 family;
	int err;

	for (i = 0; i < nfi_spd_table_nodes(policy); i++) {
		pair(policy, i, &family, &local, &remote);
		err = insert_pair(t, policy, family, local, remote, order);
		if (err) {
			remove_pairs(t, policy, i);
			return err;
		}
	}
	return 0;
}

/**
 * nfi_spd_table_remove() - take a policy out
 * @t: where
 * @policy: what; readers may still see it for a grace period
 *
 * Context: configuration mutex.
 */
void nfi_spd_table_remove(struct nfi_spd_table *t, struct nfi_policy *policy)
{
	remove_pairs(t, policy, nfi_spd_table_nodes(policy));
}

/**
 * nfi_spd_table_has_room() - would it be quick with so many more?
 * @t: the table
 * @nodes: of the policies to be added
 *
 * Return: true if so.
 */
bool nfi_spd_table_has_room(const struct nfi_spd_table *t, unsigned int nodes)
{
	return t->nodes + nodes <= t->mask + 1;
}

/**
 * nfi_spd_table_size() - how many nodes there are
 * @t: the table
 *
 * Return: nodes.
 */
unsigned int nfi_spd_table_size(const struct nfi_spd_table *t)
{
	return t->nodes;
}

/**
 * nfi_spd_table_free() - free a table, but not its policies
 * @t: without readers, or NULL
 */
void nfi_spd_table_free(struct nfi_spd_table *t)
{
	struct spd_node *node;
	struct hlist_node *tmp;
	int side;
	u32 i;

	if (!t)
		return;
	for (i = 0; i <= t->mask; i++)
		hlist_for_each_entry_safe(node, tmp, &t->buckets[i], node)
			kfree(node);
	for (side = 0; side < SIDES; side++) {
		kfree(rcu_dereference_protected(t->lens[0][side], true));
		kfree(rcu_dereference_protected(t->lens[1][side], true));
		kvfree(t->filter[side]);
	}
	kvfree(t);
}

/**
 * nfi_spd_table_new() - make an empty table
 * @nodes: how many it shall have room for
 *
 * Context: may sleep.
 * Return: the table, or NULL.
 */
struct nfi_spd_table *nfi_spd_table_new(unsigned int nodes)
{
	unsigned int n = roundup_pow_of_two(max(nodes, 16u));
	struct nfi_spd_table *t;
	int side;

	t = kvzalloc(struct_size(t, buckets, n), GFP_KERNEL_ACCOUNT);
	if (!t)
		return NULL;
	t->mask = n - 1;
	t->seed = get_random_u64();
	t->filter_shift = 64 - ilog2(n * FILTER_BITS);
	for (side = 0; side < SIDES; side++) {
		t->filter[side] = kvzalloc(n * FILTER_BITS / BITS_PER_BYTE,
					   GFP_KERNEL_ACCOUNT);
		if (!t->filter[side]) {
			nfi_spd_table_free(t);
			return NULL;
		}
	}
	return t;
}
