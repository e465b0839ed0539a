// SPDX-License-Identifier: GPL-2.0
/*
 * Memory for segments: each CPU has a ring of pages that it gives away in pieces,
 * and takes again when it comes round and nobody has a piece of them any more. A
 * new page is dear, above all where the kernel clears what it allocates.
 *
 * A piece is like those of the kernel's own page fragments: it holds a reference to
 * its page and nothing else, so whoever has it frees it as usual, on any CPU and
 * after this module is gone. A page is used again when the only reference is ours.
 * What was in it is still there, as in the pages of a network card: who gets a
 * piece writes on all that it shows to others. Bottom halves disabled.
 */
#include "pages.h"

#include <linux/gfp.h>
#include <linux/mm.h>
#include <linux/percpu.h>
#include <linux/skbuff.h>

/* Enough for what is under way in a few flows, and 1 MiB with pages of 4 KiB */
#define PAGES	256

/**
 * struct pages - those of one CPU
 * @ring: each with a reference, NULL if there never was one
 * @now: index of the page that pieces come from
 * @used: octets of it given away
 */
struct pages {
	struct page *ring[PAGES];
	unsigned int now;
	unsigned int used;
};

static struct pages __percpu *pages;

/**
 * nfi_pages_setup() - prepare for pages, when the module is loaded
 *
 * Return: 0 or -ENOMEM.
 */
int nfi_pages_setup(void)
{
	int cpu;

	pages = alloc_percpu(struct pages);
	if (!pages)
		return -ENOMEM;
	/* as if there were one that is used up */
	for_each_possible_cpu(cpu)
		per_cpu_ptr(pages, cpu)->used = PAGE_SIZE;
	return 0;
}

/**
 * nfi_pages_cleanup() - let go of all pages
 *
 * Nobody asks for any more. Who has a piece keeps it.
 */
void nfi_pages_cleanup(void)
{
	struct page *page;
	int cpu, i;

	for_each_possible_cpu(cpu) {
		for (i = 0; i < PAGES; i++) {
			page = per_cpu_ptr(pages, cpu)->ring[i];
			if (page)
				put_page(page);
		}
	}
	free_percpu(pages);
}

/* The next page of the ring if it is free, else a new one in its place. It need not
 * be good enough to free memory with.
 */
static bool turn(struct pages *p)
{
	unsigned int next = (p->now + 1) % PAGES;
	struct page *page = p->ring[next];

	/* who let go of it does nothing with it after that; writes do not come
	 * before a read that they depend on
	 */
	if (!page || page_ref_count(page) != 1) {
		page = alloc_page(GFP_ATOMIC | __GFP_NOWARN | __GFP_NOMEMALLOC);
		if (!page)
			return false;
		if (p->ring[next])
			put_page(p->ring[next]);
		p->ring[next] = page;
	}
	p->now = next;
	p->used = 0;
	return true;
}

/**
 * nfi_pages_get() - memory for the data of an skb
 * @size: in octets, at most PAGE_SIZE
 *
 * For build_skb() and the like, with the size as their fragment size.
 *
 * Context: bottom halves disabled.
 * Return: as many octets, whatever is in them, within one page, to be freed with
 * skb_free_frag(), or NULL.
 */
void *nfi_pages_get(unsigned int size)
{
	struct pages *p = this_cpu_ptr(pages);
	struct page *page;
	void *piece;

	size = SKB_DATA_ALIGN(size);
	if (size > PAGE_SIZE - p->used && !turn(p))
		return NULL;
	page = p->ring[p->now];
	piece = page_address(page) + p->used;
	get_page(page);
	p->used += size;
	return piece;
}
