// SPDX-License-Identifier: GPL-2.0
/*
 * The IPsec state of a network namespace: made and unmade with it, flushed, and
 * kept in step: the netfilter hooks are registered while there is something
 * for them to do, the module stays while there are policies, and what is for a
 * device goes with it.
 */
#include "netns.h"
#include "builtin.h"
#include "device.h"
#include "event.h"
#include "hook.h"
#include "net.h"

#include <linux/module.h>
#include <linux/netdevice.h>
#include <linux/wait_bit.h>
#include <net/netns/generic.h>
#include <compat/xfrm.h>

static unsigned int net_id;

/**
 * nfi_net() - the IPsec state of a namespace
 * @net: the namespace
 *
 * Return: the state; it lives as long as the namespace.
 */
struct nfi_net *nfi_net(const struct net *net)
{
	return net_generic(net, net_id);
}

/**
 * nfi_netns_prepare() - let the hooks watch before anything is added
 * @nn: the namespace
 *
 * Context: configuration mutex; may sleep. nfi_netns_update() is to follow,
 * whether something was added or not.
 * Return: 0 or an error of nfi_hook_register().
 */
int nfi_netns_prepare(struct nfi_net *nn)
{
	int err;

	if (nn->hooked)
		return 0;
	err = nfi_hook_register(nn);
	nn->hooked = !err;
	return err;
}

/**
 * nfi_netns_update() - let hooks and module follow a change of configuration
 * @nn: the namespace
 *
 * Context: configuration mutex; may sleep.
 */
void nfi_netns_update(struct nfi_net *nn)
{
	bool pin;

	nn->changes++;
	if (nn->hooked && !nn->sad.count && !nn->count &&
	    nfi_builtin_at_rest(nn)) {
		nfi_hook_unregister(nn);
		nn->hooked = false;
	}
	/* unloading under policies would send in clear what they protect */
	pin = nn->count || !nfi_builtin_at_rest(nn);
	if (pin && !nn->pinned) {
		__module_get(THIS_MODULE);
		nn->pinned = true;
	} else if (!pin && nn->pinned) {
		module_put(THIS_MODULE);
		nn->pinned = false;
	}
}

/**
 * nfi_netns_route_all() - give policies their dsts, after devices came or went
 * @nn: the namespace
 *
 * Context: configuration mutex.
 */
void nfi_netns_route_all(struct nfi_net *nn)
{
	struct nfi_policy *policy;
	unsigned long id;

	xa_for_each(&nn->policies, id, policy)
		if (policy->bundle)
			nfi_device_route(nn, policy->conf.device,
					 policy->bundle);
}

/**
 * nfi_netns_recheck_flows() - let the stack decide anew on flows under way
 * @nn: the namespace, whose SPD has new policies, or others no more
 *
 * One that let a flow pass may have stood before one that does not. Who keeps the
 * route of a flow, above all a flowtable, which leads packets past our hooks, gives
 * it up and asks again.
 *
 * Context: configuration mutex.
 */
void nfi_netns_recheck_flows(struct nfi_net *nn)
{
	rt_genid_bump_all(nn->net);
}

/**
 * nfi_netns_add_policy() - count a policy and let it be found by its id
 * @nn: the namespace
 * @policy: in its SPD, with an id that was allocated
 *
 * Context: configuration mutex; nfi_netns_update() is to follow.
 */
void nfi_netns_add_policy(struct nfi_net *nn, struct nfi_policy *policy)
{
	/* in the place of the id, so there is nothing to allocate */
	xa_store(&nn->policies, policy->id, policy, GFP_KERNEL);
	nn->count++;
	nfi_event_policy(nn, policy, NFI_CMD_POLICY_NEW);
	WRITE_ONCE(nn->nests, nn->nests + policy->nests);
	nn->bound += !!policy->conf.selector.interface;
}

/**
 * nfi_netns_drop_policy() - free a policy that is in no SPD any more
 * @nn: the namespace
 * @policy: not to be used any more by the caller
 *
 * Context: configuration mutex.
 */
void nfi_netns_drop_policy(struct nfi_net *nn, struct nfi_policy *policy)
{
	if (policy->spd) {
		nn->count--;
		nfi_event_policy(nn, policy, NFI_CMD_POLICY_GONE);
		WRITE_ONCE(nn->nests, nn->nests - policy->nests);
		nn->bound -= !!policy->conf.selector.interface;
	}
	if (policy->id)
		xa_erase(&nn->policies, policy->id);
	if (policy->bundle)
		nfi_bundle_put(policy->bundle);
	nfi_policy_free(policy);
}

/**
 * nfi_netns_flush_spd() - remove all policies of an SPD
 * @nn: the namespace
 * @spd: which
 *
 * Context: configuration mutex; nfi_netns_update() is to follow.
 * Return: how many there were.
 */
unsigned int nfi_netns_flush_spd(struct nfi_net *nn, struct nfi_spd *spd)
{
	struct nfi_policy *policy, *next;
	unsigned int n = spd->count;

	list_for_each_entry_safe(policy, next, &spd->policies, next) {
		nfi_spd_remove(spd, policy);
		nfi_netns_drop_policy(nn, policy);
	}
	nfi_spd_destroy(spd);
	return n;
}

/**
 * nfi_netns_flush_sad() - remove all SAs
 * @nn: the namespace
 *
 * Context: configuration mutex; nfi_netns_update() is to follow.
 * Return: how many there were.
 */
unsigned int nfi_netns_flush_sad(struct nfi_net *nn)
{
	unsigned int n = nn->sad.count;
	struct nfi_sa *sa;
	unsigned long id;

	xa_for_each(&nn->sad.all, id, sa)
		nfi_sad_remove(&nn->sad, sa);
	return n;
}

static void free_counters(struct nfi_net *nn)
{
	free_percpu(nn->drops);
	free_percpu(nn->builtin[NFI_BUILTIN_DISCOVERY]);
	free_percpu(nn->builtin[NFI_BUILTIN_IKE]);
}

static int __net_init net_init(struct net *net)
{
	struct nfi_net *nn = nfi_net(net);

	nn->net = net;
	mutex_init(&nn->lock);
	spin_lock_init(&nn->event_lock);
	xa_init_flags(&nn->policies, XA_FLAGS_ALLOC1);
	xa_init(&nn->reserved);
	nfi_spd_init(&nn->spd);
	nn->defaults[NFI_DIR_IN] = NFI_ACTION_BYPASS;
	nn->defaults[NFI_DIR_OUT] = NFI_ACTION_BYPASS;
	nn->builtin[NFI_BUILTIN_IKE] = nfi_traffic_new();
	nn->builtin[NFI_BUILTIN_DISCOVERY] = nfi_traffic_new();
	nn->drops = nfi_drops_new();
	if (!nn->drops || !nn->builtin[NFI_BUILTIN_IKE] ||
	    !nn->builtin[NFI_BUILTIN_DISCOVERY])
		goto err_counters;
	nn->exempt = nfi_compat_exempt_new(net);
	if (!nn->exempt)
		goto err_counters;
	if (nfi_sad_init(&nn->sad))
		goto err_exempt;
	return 0;

err_exempt:
	nfi_compat_exempt_free(nn->exempt);
err_counters:
	free_counters(nn);
	return -ENOMEM;
}

/* Devices have gone before, and with them every packet but those in crypto */
static void __net_exit net_exit_batch(struct list_head *nets)
{
	struct nfi_net *nn;
	struct net *net;

	list_for_each_entry(net, nets, exit_list) {
		nn = nfi_net(net);
		mutex_lock(&nn->lock);
		nfi_netns_flush_spd(nn, &nn->spd);
		nfi_netns_flush_sad(nn);
		nn->defaults[NFI_DIR_IN] = NFI_ACTION_BYPASS;
		nn->defaults[NFI_DIR_OUT] = NFI_ACTION_BYPASS;
		nfi_netns_update(nn);
		mutex_unlock(&nn->lock);
	}
	/* a hook may still be running */
	synchronize_rcu();
	list_for_each_entry(net, nets, exit_list) {
		nn = nfi_net(net);
		/* SAs count into this namespace until they are freed */
		wait_var_event(&nn->alive, !atomic_read(&nn->alive));
		nfi_sad_exit(&nn->sad);
		nfi_compat_exempt_free(nn->exempt);
		xa_destroy(&nn->policies);
		xa_destroy(&nn->reserved);
		free_counters(nn);
	}
}

static void drop_policies_of(struct nfi_net *nn, int ifindex)
{
	struct nfi_policy *policy;
	unsigned long id;

	if (!nn->bound)
		return;
	xa_for_each(&nn->policies, id, policy) {
		if (policy->conf.selector.interface != ifindex)
			continue;
		nfi_spd_remove(policy->spd, policy);
		nfi_netns_drop_policy(nn, policy);
		nfi_netns_recheck_flows(nn);
	}
}

static void remove_sas_of(struct nfi_net *nn, int ifindex)
{
	struct nfi_sa *sa;
	unsigned long id;

	xa_for_each(&nn->sad.all, id, sa)
		if (sa->conf.device == ifindex)
			nfi_sad_remove(&nn->sad, sa);
}

/* Another device may get the index of this one, here or in the namespace where it
 * goes. With RTNL held, so most devices cost no look at all policies and SAs.
 */
static void forget_device(struct nfi_net *nn, const struct net_device *dev)
{
	mutex_lock(&nn->lock);
	drop_policies_of(nn, dev->ifindex);
	if (nfi_device_is(dev))
		remove_sas_of(nn, dev->ifindex);
	/* a request that has met the device is read again */
	nfi_netns_update(nn);
	mutex_unlock(&nn->lock);
}

static int device_event(struct notifier_block *nb, unsigned long event,
			void *data)
{
	struct net_device *dev = netdev_notifier_info_to_dev(data);

	/* said again of one that somebody holds: its index may have been taken */
	if (event == NETDEV_UNREGISTER &&
	    dev->reg_state != NETREG_UNREGISTERED)
		forget_device(nfi_net(dev_net(dev)), dev);
	return NOTIFY_DONE;
}

static struct notifier_block device_events = {
	.notifier_call = device_event,
};

static struct pernet_operations net_ops = {
	.init = net_init,
	.exit_batch = net_exit_batch,
	.id = &net_id,
	.size = sizeof(struct nfi_net),
};

/**
 * nfi_netns_setup() - be part of all namespaces, when the module is loaded
 *
 * Return: 0 or an error of register_pernet_subsys() or
 * register_netdevice_notifier().
 */
int nfi_netns_setup(void)
{
	int err = register_pernet_subsys(&net_ops);

	if (err)
		return err;
	err = register_netdevice_notifier(&device_events);
	if (err)
		unregister_pernet_subsys(&net_ops);
	return err;
}

/**
 * nfi_netns_cleanup() - leave all namespaces
 */
void nfi_netns_cleanup(void)
{
	unregister_netdevice_notifier(&device_events);
	unregister_pernet_subsys(&net_ops);
}
