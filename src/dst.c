// SPDX-License-Identifier: GPL-2.0
/*
 * The dst that the outbound hooks give to a packet to be protected: with the
 * nfipsec device as its output device, the largest inner packet as its MTU,
 * and a way to the SAs. The stack then treats the packet as one that leaves by
 * that device.
 *
 * A dst may outlive the namespace (it is freed by RCU when the last packet
 * lets go), so its operations belong to the module, and the module waits for
 * the last one before it goes.
 */
#include "dst.h"
#include "sad.h"

#include <linux/delay.h>
#include <compat/dst.h>

static struct kmem_cache *cache;

static struct dst_entry *check(struct dst_entry *dst, u32 cookie)
{
	return dst->obsolete ? NULL : dst;
}

static unsigned int mtu(const struct dst_entry *dst)
{
	/* every link has that, until a packet shows the real one */
	return dst_metric_raw(dst, RTAX_MTU) ?: NFI_IP6_MTU_MIN;
}

static unsigned int advmss(const struct dst_entry *dst)
{
	int mss = mtu(dst) - sizeof(struct ipv6hdr) - 20;

	/* as the stack's own routes have it at the least */
	return max(mss, 256);
}

static struct dst_ops dst4_ops = {
	.family = AF_INET,
	.check = check,
	.mtu = mtu,
	.default_advmss = advmss,
};

static struct dst_ops dst6_ops = {
	.family = AF_INET6,
	.check = check,
	.mtu = mtu,
	.default_advmss = advmss,
};

/**
 * nfi_dst_setup() - prepare for dsts, when the module is loaded
 *
 * Return: 0 or -ENOMEM.
 */
int nfi_dst_setup(void)
{
	cache = kmem_cache_create("nfipsec_dst", sizeof(struct nfi_dst), 0,
				  SLAB_HWCACHE_ALIGN, NULL);
	if (!cache)
		return -ENOMEM;
	dst4_ops.kmem_cachep = cache;
	dst6_ops.kmem_cachep = cache;
	if (dst_entries_init(&dst4_ops))
		goto err_cache;
	if (dst_entries_init(&dst6_ops))
		goto err_dst4;
	return 0;

err_dst4:
	dst_entries_destroy(&dst4_ops);
err_cache:
	kmem_cache_destroy(cache);
	return -ENOMEM;
}

/**
 * nfi_dst_cleanup() - wait for the last dst and leave
 *
 * Nobody makes new ones any more.
 */
void nfi_dst_cleanup(void)
{
	while (dst_entries_get_slow(&dst4_ops) ||
	       dst_entries_get_slow(&dst6_ops))
		msleep(20);
	/* counted down, but the freeing itself may still be under way */
	rcu_barrier();
	dst_entries_destroy(&dst6_ops);
	dst_entries_destroy(&dst4_ops);
	kmem_cache_destroy(cache);
}

/**
 * nfi_dst_new() - make a dst
 * @family: of the packets that get it
 * @dev: nfipsec device
 * @bundle: where it leads
 * @output: takes the packets: Consumes the skb.
 *
 * Return: the dst, counted, or NULL.
 */
struct dst_entry *nfi_dst_new(u8 family, struct net_device *dev,
			      struct nfi_bundle *bundle,
			      nfi_dst_output_t output)
{
	struct dst_ops *ops = family == AF_INET ? &dst4_ops : &dst6_ops;
	struct dst_entry *dst = nfi_compat_dst_alloc(ops, dev, DST_NOXFRM |
						     DST_NOPOLICY);
	struct nfi_dst *nd = container_of(dst, struct nfi_dst, u.dst);

	if (!dst)
		return NULL;
	/* dst_alloc() has initialised the common part only */
	memset((u8 *)nd + sizeof(*dst), 0, sizeof(*nd) - sizeof(*dst));
	if (family == AF_INET)
		nd->u.rt.rt_type = RTN_UNICAST;
	dst->output = output;
	/* read only for the stack, so that it does not try to free them */
	dst_init_metrics(dst, nd->metrics.metrics, true);
	RCU_INIT_POINTER(nd->bundle, bundle);
	return dst;
}

/**
 * nfi_dst_kill() - take a dst out of use
 * @slot: holds it, or NULL; NULL afterwards
 *
 * Packets that have it are dropped by the stack or by nfi_dst_bundle()
 * answering NULL.
 *
 * Context: configuration mutex.
 */
void nfi_dst_kill(struct dst_entry __rcu **slot)
{
	struct dst_entry *dst = rcu_replace_pointer(*slot, NULL, true);

	if (!dst)
		return;
	RCU_INIT_POINTER(container_of(dst, struct nfi_dst, u.dst)->bundle, NULL);
	dst_dev_put(dst);
	dst_release(dst);
}

/**
 * nfi_dst_set_mtu() - tell the stack what fits
 * @dst: of nfi_dst_new()
 * @mtu: largest inner packet in octets
 */
void nfi_dst_set_mtu(struct dst_entry *dst, unsigned int mtu)
{
	struct nfi_dst *nd = container_of(dst, struct nfi_dst, u.dst);

	if (dst_metric_raw(dst, RTAX_MTU) != mtu)
		WRITE_ONCE(nd->metrics.metrics[RTAX_MTU - 1], mtu);
}

/**
 * nfi_dst_mtu() - what fits
 * @dst: of nfi_dst_new()
 *
 * Return: octets, or 0 if no packet has shown it yet.
 */
unsigned int nfi_dst_mtu(const struct dst_entry *dst)
{
	return dst_metric_raw(dst, RTAX_MTU);
}

/**
 * nfi_dst_bundle() - where a dst leads
 * @dst: of nfi_dst_new()
 *
 * Context: RCU read side.
 * Return: the bundle, or NULL if it is gone or @dst is none of ours.
 */
struct nfi_bundle *nfi_dst_bundle(const struct dst_entry *dst)
{
	if (!dst || (dst->ops != &dst4_ops && dst->ops != &dst6_ops))
		return NULL;
	return rcu_dereference(container_of(dst, struct nfi_dst,
					    u.dst)->bundle);
}
