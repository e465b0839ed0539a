// SPDX-License-Identifier: GPL-2.0
/*
 * The nfipsec device. Packets that a policy wants protected leave the stack by
 * it, decrypted ones enter by it, so a tap or a firewall rule on it sees the
 * clear side, and nobody else can feed its input. The hooks lead packets here
 * by a dst whose device it is; packets that are routed into it are held
 * against its SPD in ndo_start_xmit.
 *
 * The policy device of a namespace is called nfipsec0 when it is made, with the
 * first SA or policy. Its SPD belongs to the namespace: without the device,
 * what policy wants protected is dropped.
 */
#include "cache.h"
#include "device.h"
#include "dst.h"
#include "icmp.h"
#include "net.h"
#include "outbound.h"
#include "packet.h"

#include <linux/if_arp.h>
#include <linux/inetdevice.h>
#include <linux/module.h>
#include <linux/netdevice.h>
#include <linux/netfilter.h>
#include <linux/rtnetlink.h>
#include <net/addrconf.h>
#include <net/ip.h>
#include <net/ip_tunnels.h>
#include <net/rtnetlink.h>

#include "netns.h"

#include <compat/netdevice.h>

static const char policy_device[] = "nfipsec0";

/* The clear packet is past POST_ROUTING: what a tap sees. Consumes @skb. */
static int leave(struct net *net, struct sock *sk, struct sk_buff *skb)
{
	struct net_device *dev = skb->dev;

	if (dev_nit_active(dev)) {
		skb_reset_mac_header(skb);
		dev_queue_xmit_nit(skb, dev);
	}
	dev_sw_netstats_tx_add(dev, 1, skb->len);
	return nfi_outbound(net, sk, skb);
}

/* The output function of our dsts. Consumes @skb. */
static int output(struct net *net, struct sock *sk, struct sk_buff *skb)
{
	struct net_device *in = skb->dev, *dev;
	struct dst_entry *dst;
	bool v4;
	int err;

	/* the device may be taken away from the dst at any time */
	rcu_read_lock();
	dst = skb_dst(skb);
	dev = dst->dev;
	v4 = dst->ops->family == AF_INET;
	skb->dev = dev;
	skb->protocol = v4 ? htons(ETH_P_IP) : htons(ETH_P_IPV6);
	err = NF_HOOK(v4 ? NFPROTO_IPV4 : NFPROTO_IPV6, NF_INET_POST_ROUTING,
		      net, sk, skb, in, dev, leave);
	rcu_read_unlock();
	return err;
}

/* A packet from a tap or a route may be anything: is its header there? */
static bool header_is_there(struct sk_buff *skb)
{
	switch (skb->protocol) {
	case htons(ETH_P_IP):
		return pskb_may_pull(skb, sizeof(struct iphdr)) &&
		       ip_hdr(skb)->version == 4;
	case htons(ETH_P_IPV6):
		return pskb_may_pull(skb, sizeof(struct ipv6hdr)) &&
		       ip_hdr(skb)->version == 6;
	default:
		return false;
	}
}

/* As other tunnels do it: the route into the device learns what fits. From a message
 * to itself this host would learn nothing, it comes by another device.
 */
static void teach_route(struct sk_buff *skb, unsigned int mtu)
{
	if (mtu && skb->len > mtu && !skb_is_gso(skb))
		skb_dst_update_pmtu_no_confirm(skb, mtu);
}

/* Which reason keeps a packet from going on, and where does it go? */
static enum nfi_reason route_by_spd(struct nfi_device *nd, struct sk_buff *skb)
{
	u8 family = nfi_packet_family(skb);
	const struct nfi_answers *answers;
	const struct nfi_policy *policy;
	struct dst_entry *dst;
	struct nfi_flow flow;

	answers = nfi_cache_lookup(nd->spd, skb, family, 0, nd->dev->ifindex);
	if (!answers)
		return NFI_REASON_MALFORMED;
	policy = answers->policy[NFI_DIR_OUT];
	if (!policy && !nfi_packet_flow(skb, NFI_DIR_OUT, &flow)) {
		flow.interface = nd->dev->ifindex;
		policy = nfi_icmp_policy(nd->spd, skb, &flow);
	}
	if (!policy || policy->conf.action == NFI_ACTION_BYPASS)
		return NFI_REASON_NO_POLICY;
	nfi_traffic_count(policy->traffic, 1, skb->len);
	if (policy->conf.action == NFI_ACTION_DISCARD)
		return NFI_REASON_POLICY;

	dst = nfi_bundle_dst(policy->bundle, family);
	if (!dst)
		return NFI_REASON_NO_DEVICE;
	teach_route(skb, nfi_dst_mtu(dst));
	skb_dst_drop(skb);
	skb_dst_set_noref(skb, dst);
	return NFI_REASON_OK;
}

/* Routed into the device. Consumes @skb. */
static netdev_tx_t start_xmit(struct sk_buff *skb, struct net_device *dev)
{
	struct nfi_device *nd = netdev_priv(dev);
	struct net *net = dev_net(dev);
	enum nfi_reason reason;

	skb_reset_network_header(skb);
	/* queueing has used the control block since IP did */
	memset(skb->cb, 0, sizeof(skb->cb));
	rcu_read_lock();
	reason = header_is_there(skb) ? route_by_spd(nd, skb) :
					NFI_REASON_MALFORMED;
	if (reason) {
		dev->stats.tx_dropped++;
		nfi_drop(nfi_net(net), NULL, skb, reason);
	} else {
		dev_sw_netstats_tx_add(dev, 1, skb->len);
		nfi_outbound(net, NULL, skb);
	}
	rcu_read_unlock();
	return NETDEV_TX_OK;
}

/* Decrypted packets of SAs with a queue, in order */
static int poll(struct napi_struct *napi, int budget)
{
	struct nfi_device *nd = container_of(napi, struct nfi_device, napi);
	struct sk_buff *skb;
	int done = 0;

	while (done < budget && (skb = skb_dequeue(&nd->ordered))) {
		napi_gro_receive(napi, skb);
		done++;
	}
	if (done < budget)
		napi_complete_done(napi, done);
	return done;
}

static int open(struct net_device *dev)
{
	struct inet6_dev *in6 = __in6_dev_get(dev);
	struct in_device *in4 = __in_dev_get_rtnl(dev);

	/* it has no link, so no address of one and nobody to redirect */
	if (in6)
		in6->cnf.addr_gen_mode = IN6_ADDR_GEN_MODE_NONE;
	if (in4)
		IN_DEV_CONF_SET(in4, SEND_REDIRECTS, 0);
	return 0;
}

static int init(struct net_device *dev)
{
	struct nfi_device *nd = netdev_priv(dev);
	int err;

	err = nfi_compat_stats_new(dev);
	if (err)
		return err;
	err = gro_cells_init(&nd->gro, dev);
	if (err) {
		nfi_compat_stats_free(dev);
		return err;
	}
	nd->dev = dev;
	skb_queue_head_init(&nd->ordered);
	netif_napi_add(dev, &nd->napi, poll);
	napi_enable(&nd->napi);
	nfi_spd_init(&nd->own);
	nd->spd = &nd->own;
	return 0;
}

/* Its policies go with it, but those of the policy device stay and find no way
 * out
 */
static void uninit(struct net_device *dev)
{
	struct nfi_net *nn = nfi_net(dev_net(dev));
	struct nfi_device *nd = netdev_priv(dev);
	struct nfi_bundle *bundle;
	int i;

	mutex_lock(&nn->lock);
	if (rcu_access_pointer(nn->device) == dev)
		RCU_INIT_POINTER(nn->device, NULL);
	nfi_netns_flush_spd(nn, &nd->own);
	for (i = 0; i < ARRAY_SIZE(nn->sad.bundles); i++) {
		hlist_for_each_entry(bundle, &nn->sad.bundles[i], node) {
			struct dst_entry *dst =
				rcu_dereference_protected(bundle->dst4, true);

			if (dst && dst->dev == dev) {
				nfi_acquire_end(&bundle->acquire, false);
				nfi_dst_kill(&bundle->dst4);
				nfi_dst_kill(&bundle->dst6);
			}
		}
	}
	/* other devices may have policies with the same SAs */
	nfi_netns_route_all(nn);
	nfi_netns_update(nn);
	mutex_unlock(&nn->lock);
	synchronize_net();
	napi_disable(&nd->napi);
	netif_napi_del(&nd->napi);
	skb_queue_purge(&nd->ordered);
	gro_cells_destroy(&nd->gro);
	nfi_compat_stats_free(dev);
}

const struct net_device_ops nfi_device_ops = {
	.ndo_init = init,
	.ndo_uninit = uninit,
	.ndo_open = open,
	.ndo_start_xmit = start_xmit,
	.ndo_get_stats64 = dev_get_tstats64,
};

static const struct device_type device_type = { .name = "nfipsec" };

static void setup(struct net_device *dev)
{
	const netdev_features_t features = NETIF_F_SG | NETIF_F_FRAGLIST |
					   NETIF_F_HW_CSUM | NETIF_F_HIGHDMA |
					   NETIF_F_GSO_SOFTWARE;

	dev->netdev_ops = &nfi_device_ops;
	dev->header_ops = &ip_tunnel_header_ops;
	dev->needs_free_netdev = true;
	dev->type = ARPHRD_NONE;
	dev->flags = IFF_POINTOPOINT | IFF_NOARP;
	dev->priv_flags |= IFF_NO_QUEUE;
	netif_keep_dst(dev);	/* for teach_route() */
	dev->features |= features;
	dev->hw_features |= features;
	dev->hw_enc_features |= features;
	nfi_compat_set_lockless(dev);
	dev->mtu = ETH_DATA_LEN;
	dev->min_mtu = NFI_IP4_MTU_MIN;
	dev->max_mtu = IP_MAX_MTU;
	SET_NETDEV_DEVTYPE(dev, &device_type);
	/* packets stay in their namespace */
	nfi_compat_set_local(dev);
}

static struct rtnl_link_ops link_ops __read_mostly = {
	.kind = "nfipsec",
	.priv_size = sizeof(struct nfi_device),
	.setup = setup,
};

/**
 * nfi_device_setup() - let devices be made, when the module is loaded
 *
 * Return: 0 or an error of rtnl_link_register().
 */
int nfi_device_setup(void)
{
	return rtnl_link_register(&link_ops);
}

/**
 * nfi_device_cleanup() - remove all devices of all namespaces
 */
void nfi_device_cleanup(void)
{
	rtnl_link_unregister(&link_ops);
}

/**
 * nfi_net_device() - where the packets of an SA come from
 * @nn: the namespace
 * @sa: inbound
 *
 * Context: RCU read side.
 * Return: the device, borrowed until the end of the read side, or NULL.
 */
struct net_device *nfi_net_device(const struct nfi_net *nn,
				  const struct nfi_sa *sa)
{
	struct net_device *dev;

	if (likely(!sa->conf.device))
		return rcu_dereference(nn->device);
	dev = dev_get_by_index_rcu(nn->net, sa->conf.device);
	return nfi_device_is(dev) ? dev : NULL;
}

/* Nobody would ask those of a device that becomes the policy device */
static bool has_policies(struct nfi_net *nn, struct net_device *dev)
{
	struct nfi_device *nd = netdev_priv(dev);
	bool any;

	mutex_lock(&nn->lock);
	any = nd->own.count;
	mutex_unlock(&nn->lock);
	return any;
}

static int adopt_or_create(struct nfi_net *nn, struct netlink_ext_ack *extack)
{
	struct net_device *dev = __dev_get_by_name(nn->net, policy_device);
	bool found = dev;
	struct nfi_device *nd;
	int err;

	if (dev && !nfi_device_is(dev)) {
		NL_SET_ERR_MSG(extack,
			       "there is a device nfipsec0 of another kind");
		return -EEXIST;
	}
	if (found && has_policies(nn, dev)) {
		NL_SET_ERR_MSG(extack, "nfipsec0 has policies of its own");
		return -EBUSY;
	}
	if (!dev) {
		dev = alloc_netdev(sizeof(struct nfi_device), policy_device,
				   NET_NAME_PREDICTABLE, setup);
		if (!dev)
			return -ENOMEM;
		dev_net_set(dev, nn->net);
		dev->rtnl_link_ops = &link_ops;
		err = register_netdevice(dev);
		if (err) {
			free_netdev(dev);
			return err;
		}
	}
	err = dev_open(dev, extack);
	if (err)
		return err;

	nd = netdev_priv(dev);
	mutex_lock(&nn->lock);
	/* a request that names it by its index means the other SPD from now on */
	nn->changes += found;
	WRITE_ONCE(nd->spd, &nn->spd);
	rcu_assign_pointer(nn->device, dev);
	nfi_netns_route_all(nn);
	mutex_unlock(&nn->lock);
	return 0;
}

/**
 * nfi_device_ensure() - make the policy device if there is none
 * @nn: the namespace
 * @extack: gets the reason of a failure
 *
 * To be called when nothing else can go wrong any more: a request that is
 * refused leaves no device behind.
 *
 * Context: configuration mutex, which is let go of for a moment to take RTNL
 * before it.
 * Return: 0, -ENOMEM, -EEXIST, -EBUSY, an error of register_netdevice(), or
 * -EAGAIN if the configuration was changed in that moment, or the device was there
 * and had an SPD of its own: read the request again.
 */
int nfi_device_ensure(struct nfi_net *nn, struct netlink_ext_ack *extack)
{
	u32 changes = nn->changes;
	int err = 0;

	if (rcu_access_pointer(nn->device))
		return 0;
	mutex_unlock(&nn->lock);
	rtnl_lock();
	if (!rcu_access_pointer(nn->device))
		err = adopt_or_create(nn, extack);
	rtnl_unlock();
	mutex_lock(&nn->lock);
	return err ?: changes == nn->changes ? 0 : -EAGAIN;
}

static struct net_device *find(struct nfi_net *nn, int ifindex)
{
	struct net_device *dev;

	if (!ifindex)
		return rcu_dereference(nn->device);
	dev = dev_get_by_index_rcu(nn->net, ifindex);
	return nfi_device_is(dev) ? dev : NULL;
}

/**
 * nfi_device_spd() - the SPD of a device
 * @nn: the namespace
 * @ifindex: of the device, 0 for the policy device
 *
 * Context: configuration mutex, which keeps the SPD.
 * Return: the SPD, or NULL if there is no such nfipsec device.
 */
struct nfi_spd *nfi_device_spd(struct nfi_net *nn, int ifindex)
{
	struct nfi_spd *spd = NULL;
	struct net_device *dev;

	if (!ifindex)
		return &nn->spd;
	rcu_read_lock();
	dev = find(nn, ifindex);
	if (dev)
		spd = ((struct nfi_device *)netdev_priv(dev))->spd;
	rcu_read_unlock();
	return spd;
}

/**
 * nfi_device_route() - give a bundle its dsts
 * @nn: the namespace
 * @ifindex: of the device that packets leave by, 0 for the policy device
 * @bundle: may have them already
 *
 * Context: configuration mutex.
 * Return: 0 or -ENOMEM. Without a device nothing is made and packets are
 * dropped.
 */
int nfi_device_route(struct nfi_net *nn, int ifindex, struct nfi_bundle *bundle)
{
	struct dst_entry *dst4 = NULL, *dst6 = NULL;
	struct net_device *dev;

	if (rcu_access_pointer(bundle->dst4))
		return 0;
	rcu_read_lock();
	dev = find(nn, ifindex);
	if (!dev) {
		rcu_read_unlock();
		return 0;
	}
	dst4 = nfi_dst_new(AF_INET, dev, bundle, output);
	dst6 = nfi_dst_new(AF_INET6, dev, bundle, output);
	rcu_read_unlock();
	rcu_assign_pointer(bundle->dst4, dst4);
	rcu_assign_pointer(bundle->dst6, dst6);
	if (dst4 && dst6)
		return 0;
	nfi_dst_kill(&bundle->dst4);
	nfi_dst_kill(&bundle->dst6);
	return -ENOMEM;
}
