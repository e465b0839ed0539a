// SPDX-License-Identifier: GPL-2.0
/*
 * SPIs for SAs to come (RFC 4301 4.4.2.1, RFC 9333 3): random ones of a range
 * that no inbound SA has. One that was given away is not given away again for
 * half a minute, or until its SA is there. Process context.
 */
#include "netlink.h"
#include "net.h"

#include <linux/random.h>

/* Milliseconds that one is kept for */
#define RESERVED	(30 * MSEC_PER_SEC)
/* SPIs without an SA that are kept at the most: who asks for more has to wait */
#define RESERVED_MAX	4096
/* SPIs tried in a range at the most, one after the other */
#define TRIES		65536

static bool reserved(struct nfi_net *nn, u32 spi)
{
	void *until = xa_load(&nn->reserved, spi);

	return until && xa_to_value(until) > nfi_sa_now() / MSEC_PER_SEC;
}

static bool has_sa(struct nfi_net *nn, u32 spi)
{
	static const u8 protocols[] = { IPPROTO_ESP, IPPROTO_AH };
	struct nfi_sa_key key = {
		.spi = cpu_to_be32(spi),
		.dir = NFI_DIR_IN,
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(protocols); i++) {
		key.protocol = protocols[i];
		if (nfi_sad_lookup(&nn->sad, &key))
			return true;
	}
	return false;
}

/* Return: an SPI, or 0 if none was found */
static u32 find(struct nfi_net *nn, u32 min, u32 max)
{
	u32 last = max - min, start = get_random_u32(), offset, i;

	if (last < U32_MAX)
		start %= last + 1;
	for (i = 0; i <= min_t(u32, last, TRIES); i++) {
		offset = start + i;
		/* around the end of the range, or of the numbers */
		if (offset > last || offset < start)
			offset -= last + 1;
		if (!reserved(nn, min + offset) && !has_sa(nn, min + offset))
			return min + offset;
	}
	return 0;
}

/* Forget those whose time is over or whose SA is there */
static void sweep(struct nfi_net *nn)
{
	unsigned long spi;
	void *until;

	nn->n_reserved = 0;
	xa_for_each(&nn->reserved, spi, until) {
		if (reserved(nn, spi) && !has_sa(nn, spi))
			nn->n_reserved++;
		else
			xa_erase(&nn->reserved, spi);
	}
}

static int reserve(struct nfi_net *nn, u32 spi)
{
	s64 until = (nfi_sa_now() + RESERVED) / MSEC_PER_SEC;
	int err;

	err = xa_err(xa_store(&nn->reserved, spi, xa_mk_value(until),
			      GFP_KERNEL_ACCOUNT));
	if (!err)
		nn->n_reserved++;
	return err;
}

static int allocate(struct nfi_net *nn, u32 min, u32 max, u32 *spi,
		    struct netlink_ext_ack *extack)
{
	if (nn->n_reserved >= RESERVED_MAX)
		sweep(nn);
	if (nn->n_reserved >= RESERVED_MAX) {
		NL_SET_ERR_MSG(extack, "too many SPIs wait for their SAs");
		return -EBUSY;
	}
	*spi = find(nn, min, max);
	if (!*spi) {
		NL_SET_ERR_MSG(extack, "all SPIs of this range are in use");
		return -ENOSPC;
	}
	return reserve(nn, *spi);
}

int nfipsec_nl_spi_alloc_doit(struct sk_buff *skb, struct genl_info *info)
{
	struct nlattr *least = info->attrs[NFI_A_SPI_MIN];
	struct nlattr *most = info->attrs[NFI_A_SPI_MAX];
	struct nfi_net *nn = nfi_net(genl_info_net(info));
	u32 min = least ? nla_get_u32(least) : 256;
	u32 max = most ? nla_get_u32(most) : U32_MAX;
	struct sk_buff *msg;
	void *hdr;
	u32 spi;
	int err;

	if (min < 256)
		return NFI_NL_REFUSE(info->extack, least,
				     "SPIs 0 to 255 are reserved (RFC 4303 2.1)");
	if (max < min)
		return NFI_NL_REFUSE(info->extack, most,
				     "the highest SPI is below the lowest");
	msg = nfi_nl_reply(info, &hdr);
	if (!msg)
		return -ENOMEM;
	mutex_lock(&nn->lock);
	err = allocate(nn, min, max, &spi, info->extack);
	mutex_unlock(&nn->lock);
	return nfi_nl_answer(msg, hdr, info,
			     err ?: nla_put_u32(msg, NFI_A_SPI, spi));
}
