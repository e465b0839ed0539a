// SPDX-License-Identifier: GPL-2.0
/*
 * The module: its parts are set up layer by layer and torn down in reverse.
 */
#include "cache.h"
#include "crypt.h"
#include "device.h"
#include "dst.h"
#include "mac.h"
#include "netlink.h"
#include "netns.h"
#include "pages.h"
#include "queue.h"
#include "sa.h"

#define CREATE_TRACE_POINTS
#include "trace.h"

#include <linux/module.h>

static int __init nfipsec_init(void)
{
	int err;

	err = nfi_cache_setup();
	if (err)
		return err;
	err = nfi_pages_setup();
	if (err)
		goto err_cache;
	err = nfi_queue_setup();
	if (err)
		goto err_pages;
	err = nfi_sa_setup();
	if (err)
		goto err_queue;
	err = nfi_dst_setup();
	if (err)
		goto err_sa;
	err = nfi_netns_setup();
	if (err)
		goto err_dst;
	err = nfi_device_setup();
	if (err)
		goto err_netns;
	err = nfi_nl_setup();
	if (err)
		goto err_device;
	return 0;

err_device:
	nfi_device_cleanup();
err_netns:
	nfi_netns_cleanup();
err_dst:
	nfi_dst_cleanup();
err_sa:
	nfi_sa_cleanup();
err_queue:
	nfi_queue_cleanup();
err_pages:
	nfi_pages_cleanup();
err_cache:
	nfi_cache_cleanup();
	return err;
}

static void __exit nfipsec_exit(void)
{
	nfi_nl_cleanup();
	nfi_device_cleanup();
	nfi_netns_cleanup();
	nfi_dst_cleanup();
	nfi_sa_cleanup();
	/* whoever brought the last packet out of crypto has left our code */
	synchronize_rcu();
	nfi_queue_cleanup();
	nfi_crypt_cleanup();
	nfi_mac_cleanup();
	nfi_pages_cleanup();
	nfi_cache_cleanup();
	/* policies and table nodes are freed by code of ours */
	rcu_barrier();
}

module_init(nfipsec_init);
module_exit(nfipsec_exit);

MODULE_DESCRIPTION("IPsec data path: ESP and AH with their own SAD and SPD");
MODULE_LICENSE("GPL");
MODULE_ALIAS_GENL_FAMILY(NFI_FAMILY_NAME);
MODULE_ALIAS_RTNL_LINK("nfipsec");
