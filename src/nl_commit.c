// SPDX-License-Identifier: GPL-2.0
/*
 * A whole configuration at once or not at all. First everything new is made,
 * and any failure undoes that; then what cannot fail: new SAs appear, the new
 * policies take the place of the old ones in one step, old SAs go. What is
 * there and equal stays, with its counters and sequence numbers.
 *
 * One message holds it all, so the kernel keeps no half-made configuration for
 * anybody. Process context.
 */
#include "netlink.h"
#include "device.h"
#include "lists.h"
#include "net.h"
#include "netns.h"
#include "outbound.h"

#include <linux/hash.h>
#include <linux/log2.h>
#include <linux/slab.h>

/* What a message asks for, as far as it has been read */
struct commit {
	struct nfi_net *nn;
	struct netlink_ext_ack *extack;
	struct list_head sas;		/* new ones */
	struct hlist_head *by_spi;	/* the same, through by_key[0] */
	unsigned int by_spi_bits;
	unsigned int new_sas;
	unsigned int kept_sas;
	struct list_head new_policies;
	struct nfi_policy **policies;	/* new and kept ones, in order */
	unsigned int n_policies;
	unsigned int kept_policies;
	u32 mark;			/* of what is part of it */
};

static struct hlist_head *bucket(const struct commit *c,
				 const struct nfi_sa_key *key)
{
	return &c->by_spi[hash_32((__force u32)key->spi, c->by_spi_bits)];
}

static bool is_new(const struct commit *c, const struct nfi_sa_key *key)
{
	const struct nfi_sa *sa;

	hlist_for_each_entry(sa, bucket(c, key), by_key[0])
		if (!memcmp(&sa->conf.key, key, sizeof(*key)))
			return true;
	return false;
}

static int take_sa(struct commit *c, struct nlattr *attr,
		   const struct nfi_sa_conf *conf, const struct nfi_keys *keys,
		   u64 seq)
{
	struct nfi_sa *sa = nfi_sad_lookup(&c->nn->sad, &conf->key);

	if ((sa && sa->commit == c->mark) || is_new(c, &conf->key)) {
		NL_SET_ERR_MSG_ATTR(c->extack, attr,
				    "two SAs with the same SPI");
		return -EEXIST;
	}
	if (sa && nfi_sa_equal(sa, conf, keys)) {
		sa->commit = c->mark;
		c->kept_sas++;
		return 0;
	}
	sa = nfi_nl_make_sa(c->nn, conf, keys, seq, c->extack);
	if (IS_ERR(sa))
		return PTR_ERR(sa);
	list_add_tail(&sa->commit_next, &c->sas);
	hlist_add_head(&sa->by_key[0], bucket(c, &conf->key));
	c->new_sas++;
	return 0;
}

static int read_sa(struct commit *c, struct nlattr *attr, struct nfi_keys *keys)
{
	struct nfi_sa_conf conf;
	u64 seq;
	int err;

	err = nfi_nl_get_sa(c->nn, attr, &conf, keys, &seq, c->extack);
	if (err)
		return err;
	err = take_sa(c, attr, &conf, keys, seq);
	nfi_lists_put(conf.selector.lists);
	return err;
}

static int take_policy(struct commit *c, struct nlattr *attr,
		       const struct nfi_policy_conf *conf)
{
	struct nfi_policy *policy;

	if (conf->device) {
		NL_SET_ERR_MSG_ATTR(c->extack, attr,
				    "a commit is for the policy device only");
		return -EINVAL;
	}
	policy = nfi_spd_find(&c->nn->spd, conf);
	if (policy) {
		c->kept_policies++;
	} else {
		policy = nfi_nl_make_policy(c->nn, conf, c->extack);
		if (IS_ERR(policy))
			return PTR_ERR(policy);
		list_add_tail(&policy->next, &c->new_policies);
	}
	c->policies[c->n_policies++] = policy;
	return 0;
}

static int read_policy(struct commit *c, struct nlattr *attr)
{
	struct nfi_policy_conf conf;
	int err;

	err = nfi_nl_get_policy(c->nn, attr, &conf, c->extack);
	if (err)
		return err;
	err = take_policy(c, attr, &conf);
	nfi_lists_put(conf.selector.lists);
	return err;
}

static int read_all(struct commit *c, struct genl_info *info,
		    struct nfi_keys *keys)
{
	struct nlattr *attr;
	int err = 0, rem;

	nlmsg_for_each_attr(attr, info->nlhdr, GENL_HDRLEN, rem) {
		if (nla_type(attr) == NFI_A_SA)
			err = read_sa(c, attr, keys);
		else if (nla_type(attr) == NFI_A_POLICY)
			err = read_policy(c, attr);
		if (err)
			return err;
	}
	return 0;
}

/* Nothing of it was published: free what is new. What was to be kept may be
 * gone by now, where the mutex was let go of.
 */
static void undo(struct commit *c)
{
	struct nfi_policy *policy, *next_policy;
	struct nfi_sa *sa, *next_sa;

	list_for_each_entry_safe(sa, next_sa, &c->sas, commit_next)
		nfi_nl_free_sa(c->nn, sa);
	list_for_each_entry_safe(policy, next_policy, &c->new_policies, next)
		nfi_netns_drop_policy(c->nn, policy);
}

static unsigned int remove_old_sas(struct commit *c)
{
	struct nfi_net *nn = c->nn;
	unsigned int removed = 0;
	unsigned long id;
	struct nfi_sa *sa;

	xa_for_each(&nn->sad.all, id, sa) {
		if (sa->commit != c->mark) {
			nfi_sad_remove(&nn->sad, sa);
			removed++;
		}
	}
	return removed;
}

/* What waits for an SA is sent when all is as it should be */
static void answer_all(struct nfi_net *nn)
{
	unsigned long id;
	struct nfi_sa *sa;

	if (!atomic_read(&nn->held))
		return;
	xa_for_each(&nn->sad.all, id, sa)
		if (sa->bundle)
			nfi_outbound_held(nn, sa->bundle);
}

/* New SAs first, so that new policies find them; then the policies; old SAs
 * last, so that old policies have theirs to the end.
 */
static int publish(struct commit *c, unsigned int *removed)
{
	struct nfi_policy *policy, *next_policy;
	struct nfi_net *nn = c->nn;
	struct nfi_sa *sa, *next_sa;
	struct nfi_spd next;
	LIST_HEAD(old);
	unsigned int i;
	int err;

	err = nfi_spd_prepare(&next, c->policies, c->n_policies);
	if (err == -EEXIST)
		NL_SET_ERR_MSG(c->extack, "two equal policies");
	if (err)
		return err;
	err = nfi_sad_reserve(&nn->sad, c->new_sas);
	if (!err && (c->n_policies || c->new_sas || c->kept_sas))
		err = nfi_device_ensure(nn, c->extack);
	if (!err)
		err = nfi_netns_prepare(nn);
	for (i = 0; !err && i < c->n_policies; i++)
		err = nfi_nl_route_policy(nn, c->policies[i]);
	if (err) {
		nfi_spd_destroy(&next);
		return err;
	}

	list_for_each_entry_safe(sa, next_sa, &c->sas, commit_next) {
		list_del_init(&sa->commit_next);
		sa->commit = c->mark;
		nfi_sad_insert(&nn->sad, sa);
	}
	list_for_each_entry(policy, &c->new_policies, next)
		nfi_netns_add_policy(nn, policy);
	/* takes them off the list of new ones */
	nfi_spd_replace(&nn->spd, &next, c->policies, c->n_policies, &old);
	nfi_netns_recheck_flows(nn);
	list_for_each_entry_safe(policy, next_policy, &old, next) {
		list_del(&policy->next);
		nfi_netns_drop_policy(nn, policy);
		++*removed;
	}
	*removed += remove_old_sas(c);
	answer_all(nn);
	return 0;
}

static unsigned int count_attrs(struct genl_info *info, int type)
{
	struct nlattr *attr;
	unsigned int n = 0;
	int rem;

	nlmsg_for_each_attr(attr, info->nlhdr, GENL_HDRLEN, rem)
		n += nla_type(attr) == type;
	return n;
}

static int run(struct commit *c, struct genl_info *info, unsigned int *removed)
{
	struct nfi_keys keys = {};
	int err;

	c->policies = kvcalloc(count_attrs(info, NFI_A_POLICY) + 1,
			       sizeof(*c->policies), GFP_KERNEL);
	c->by_spi_bits = order_base_2(count_attrs(info, NFI_A_SA) + 2);
	c->by_spi = kvcalloc(1 << c->by_spi_bits, sizeof(*c->by_spi),
			     GFP_KERNEL);
	err = c->policies && c->by_spi ? read_all(c, info, &keys) : -ENOMEM;
	memzero_explicit(&keys, sizeof(keys));
	if (!err)
		err = publish(c, removed);
	if (err)
		undo(c);
	kvfree(c->by_spi);
	kvfree(c->policies);
	return err;
}

static int reply(struct genl_info *info, const struct commit *c,
		 unsigned int removed)
{
	unsigned int added = c->new_sas + c->n_policies - c->kept_policies;
	unsigned int kept = c->kept_sas + c->kept_policies;
	struct sk_buff *msg;
	void *hdr;

	msg = nfi_nl_reply(info, &hdr);
	if (!msg)
		return -ENOMEM;
	return nfi_nl_answer(msg, hdr, info,
			     nla_put_u32(msg, NFI_A_ADDED, added) ?:
			     nla_put_u32(msg, NFI_A_REMOVED, removed) ?:
			     nla_put_u32(msg, NFI_A_KEPT, kept));
}

/* One attempt; @removed is only true if it succeeds */
static int attempt(struct commit *c, struct genl_info *info,
		   unsigned int *removed)
{
	struct nfi_net *nn = nfi_net(genl_info_net(info));

	*c = (struct commit){
		.nn = nn,
		.extack = info->extack,
		.sas = LIST_HEAD_INIT(c->sas),
		.new_policies = LIST_HEAD_INIT(c->new_policies),
		/* a mark that nothing has */
		.mark = ++nn->commits,
	};
	*removed = 0;
	return run(c, info, removed);
}

int nfipsec_nl_commit_doit(struct sk_buff *skb, struct genl_info *info)
{
	struct nfi_net *nn = nfi_net(genl_info_net(info));
	unsigned int removed;
	struct commit c;
	int err;

	mutex_lock(&nn->lock);
	do {
		err = attempt(&c, info, &removed);
	} while (err == -EAGAIN);
	nfi_netns_update(nn);
	mutex_unlock(&nn->lock);
	return err ?: reply(info, &c, removed);
}
