// SPDX-License-Identifier: GPL-2.0
/*
 * The lists of a selector: born, shared and freed. They are made when a
 * selector is read, do not change any more, and are counted, so that a selector
 * can be copied like a number. Any context but for their birth.
 */
#include "lists.h"

#include <linux/slab.h>

/**
 * nfi_lists_new() - make lists, to be filled
 * @n: how long each is
 *
 * Context: may sleep.
 * Return: the lists, counted, all zero, or NULL.
 */
struct nfi_lists *nfi_lists_new(const struct nfi_list_counts *n)
{
	struct nfi_lists *lists = kzalloc(sizeof(*lists) +
					  nfi_lists_size(n), GFP_KERNEL_ACCOUNT);

	if (!lists)
		return NULL;
	refcount_set(&lists->refs, 1);
	lists->n = *n;
	lists->local = (struct nfi_range *)lists->data;
	lists->remote = lists->local + n->local;
	lists->local_ports = (struct nfi_ports *)(lists->remote + n->remote);
	lists->remote_ports = lists->local_ports + n->local_ports;
	lists->protocols = (u8 *)(lists->remote_ports + n->remote_ports);
	return lists;
}

/**
 * nfi_lists_get() - count one more user
 * @lists: the lists, or NULL
 */
void nfi_lists_get(struct nfi_lists *lists)
{
	if (lists)
		refcount_inc(&lists->refs);
}

/**
 * nfi_lists_put() - give lists back
 * @lists: the lists, or NULL
 */
void nfi_lists_put(struct nfi_lists *lists)
{
	if (lists && refcount_dec_and_test(&lists->refs))
		kfree(lists);
}
