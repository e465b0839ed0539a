/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What a network namespace owns.
 *
 * Lock letters, here and in the other headers of the module:
 *   [I] immutable once others can see the object
 *   [a] atomic, or a single word with READ_ONCE() and WRITE_ONCE()
 *   [c] per CPU
 *   [r] RCU pointer, changed under [M]
 *   [w] replay lock of the SA
 *   [q] lock of the packets that wait for an SA
 *   [e] lock of the numbers of events, nfi_net.event_lock
 *   [M] configuration mutex, nfi_net.lock; RTNL is taken before it
 */
#ifndef NFI_NET_H
#define NFI_NET_H

#include <linux/bottom_half.h>
#include <linux/mutex.h>
#include <linux/netfilter.h>
#include <linux/preempt.h>
#include <net/gro_cells.h>
#include <net/net_namespace.h>

#include "sad.h"
#include "spd.h"
#include "stats.h"

struct nfi_inroutes;
struct xfrm_state;

/* Entries of every SPD, before all others; see builtin.c */
enum nfi_builtin {
	NFI_BUILTIN_IKE,
	NFI_BUILTIN_DISCOVERY,
};

/**
 * struct nfi_device - private part of an nfipsec device
 * @dev: [I] the device
 * @spd: [I] the SPD that packets routed into it are held against: the
 *	namespace's for the policy device, else @own
 * @own: policies of a device that is not the policy device
 * @gro: [c] where decrypted packets enter the stack
 * @ordered: where those enter that several CPUs have decrypted, one after the
 *	other
 * @napi: takes them from there
 */
struct nfi_device {
	struct net_device *dev;
	struct nfi_spd *spd;
	struct nfi_spd own;
	struct gro_cells gro;
	struct sk_buff_head ordered;	/* its own lock */
	struct napi_struct napi;
};

/* Multicast groups, see nl_event.c */
#define NFI_EVENT_GROUPS	3

/* PRE_ROUTING, LOCAL_IN, FORWARD, LOCAL_OUT, POST_ROUTING for both families */
#define NFI_HOOKS	10

/**
 * struct nfi_net - the IPsec state of a network namespace
 * @net: [I] the namespace
 * @lock: [M] serialises all changes of configuration
 * @sad: SAs and bundles
 * @spd: policies of the policy device; they outlive the device
 * @device: [r] the policy device, NULL if there is none (yet)
 * @policies: [M] the policies of all devices by id
 * @count: [M] how many
 * @defaults: [a] enum nfi_action of each direction where no policy matches
 * @tell: [a] senders are told of outbound packets that are dropped
 * @builtin_off: [a] built-in entries that are switched off
 * @builtin: [c] counters of the built-in entries
 * @nests: [a] how many policies are for packets that are sealed already
 * @bound: [M] and how many name an interface
 * @drops: [c] dropped packets by reason
 * @retired: [M] fingerprints of keys no longer in use, a ring
 * @retired_next: [M] where the next one goes
 * @reserved: [M] SPIs that were given away, until when in seconds
 * @n_reserved: [M] how many at the most
 * @alive: [a] SAs that are not freed yet; waited for as a variable
 * @exempt: [I] stands in the security path of decrypted packets where reverse
 *	path filtering is on, or there may be flow tables
 * @changes: [M] how often the configuration changed
 * @commits: [M] how many configurations were committed
 * @event_lock: [e] keeps events in the order of their numbers
 * @events: [e] number of the last event of each multicast group
 * @held: [a] packets that wait for an SA
 * @inroutes: [c] input routes of ESP and of what was inside; there while @hooked
 * @hooks: [M] the netfilter hooks
 * @hooked: [M] they are registered
 * @pinned: [M] policies keep the module loaded
 */
struct nfi_net {
	struct net *net;
	struct mutex lock;	/* [M] itself */
	struct nfi_sad sad;
	struct nfi_spd spd;
	struct net_device __rcu *device;
	struct xarray policies;
	unsigned int count;
	u8 defaults[2];
	bool tell;
	bool builtin_off[2];
	struct nfi_traffic __percpu *builtin[2];
	unsigned int nests;
	unsigned int bound;
	struct nfi_drops __percpu *drops;
	u64 retired[1024];
	unsigned int retired_next;
	struct xarray reserved;
	unsigned int n_reserved;
	atomic_t alive;
	struct xfrm_state *exempt;
	u32 changes;
	u32 commits;
	spinlock_t event_lock;	/* [e] itself */
	u32 events[NFI_EVENT_GROUPS];
	atomic_t held;
	struct nfi_inroutes __percpu *inroutes;
	struct nf_hook_ops hooks[NFI_HOOKS];
	bool hooked;
	bool pinned;
};

/* Most packets come in a softirq, where bottom halves are disabled already.
 * Returns true if local_bh_enable() is to undo it.
 */
static inline bool nfi_bh_disable(void)
{
	if (likely(softirq_count()))
		return false;
	local_bh_disable();
	return true;
}

/* Who sees the packets of this family at this place? IPv4 or IPv6. RCU read side. */
static inline const struct nf_hook_entries *
nfi_net_hooks_at(const struct nfi_net *nn, u8 pf, unsigned int hook)
{
	struct nf_hook_entries __rcu * const *hooks =
		pf == NFPROTO_IPV4 ? nn->net->nf.hooks_ipv4 :
				     nn->net->nf.hooks_ipv6;

	return rcu_dereference(hooks[hook]);
}

/* Nobody but we? RCU read side. */
static inline bool nfi_net_is_alone_at(const struct nfi_net *nn, u8 pf,
				       unsigned int hook)
{
	const struct nf_hook_entries *entries = nfi_net_hooks_at(nn, pf, hook);

	return entries && entries->num_hook_entries == 1 &&
	       entries->hooks[0].priv == nn;
}

/* Nobody after us? RCU read side. */
static inline bool nfi_net_is_last_at(const struct nfi_net *nn, u8 pf,
				      unsigned int hook)
{
	const struct nf_hook_entries *entries = nfi_net_hooks_at(nn, pf, hook);

	return entries && entries->num_hook_entries &&
	       entries->hooks[entries->num_hook_entries - 1].priv == nn;
}

struct nfi_net *nfi_net(const struct net *net);
struct net_device *nfi_net_device(const struct nfi_net *nn,
				  const struct nfi_sa *sa);

#endif
