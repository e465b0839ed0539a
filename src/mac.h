/* SPDX-License-Identifier: GPL-2.0 */
/* Computing the ICV of AH */
#ifndef NFI_MAC_H
#define NFI_MAC_H

#include <linux/types.h>
#include <uapi/linux/nfipsec.h>

struct netlink_ext_ack;
struct nfi_keys;
struct nfi_sa;

void nfi_mac_cleanup(void);

int nfi_mac_init(struct nfi_sa *sa, const struct nfi_keys *keys,
		 struct netlink_ext_ack *extack);
enum nfi_reason nfi_mac_icv(const struct nfi_sa *sa, const u8 *head,
			    unsigned int head_len, const u8 *body,
			    unsigned int body_len, u64 seq, u8 *icv);

#endif
