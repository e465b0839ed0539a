// SPDX-License-Identifier: GPL-2.0
/*
 * A plugin of QEMU that counts how often each instruction of the guest's kernel
 * was executed between two marks, for tests/bench/profile.
 *
 * The guest marks by executing a long NOP whose displacement spells what it
 * wants: begin, or write what was counted. It costs the guest nothing, because
 * the counting is done by code that QEMU adds to each of its blocks.
 *
 * Written is, for each end mark, a line "#", and a line for each address: the
 * address, how often, and whom it calls or jumps to if it says so directly.
 */

#include "qemu_plugin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))

EXPORT int qemu_plugin_version = 1;

/* All addresses of the kernel have the upper bit */
#define KERNEL ((__u64)1 << 63)

struct insn {
	__u64 at;
	__u64 target;	/* of a direct call or jump, else 0 */
};

/* One translated block: from its first to its last instruction, or nothing */
struct block {
	__u64 count;
	struct block *next;
	size_t n;
	struct insn insn[];
};

static const __u8 mark[] = { 0x0f, 0x1f, 0x84, 0x00, 'N', 'F', 'I' };
static struct block *blocks;
static const char *file;

static void begin(unsigned int cpu, void *data)
{
	struct block *block;

	for (block = blocks; block; block = block->next)
		block->count = 0;
}

static void end(unsigned int cpu, void *data)
{
	struct block *block;
	FILE *out;
	size_t i;

	out = fopen(file, "a");
	if (!out) {
		perror(file);
		return;
	}
	fputs("#\n", out);
	for (block = blocks; block; block = block->next)
		for (i = 0; block->count && i < block->n; i++)
			fprintf(out, "%llx %llu %llx\n",
				block->insn[i].at, block->count,
				block->insn[i].target);
	fclose(out);
}

/* Where a CALL or JMP with a displacement goes, else 0 */
static __u64 target(const __u8 *code, size_t size, __u64 at)
{
	__s32 displacement;

	if (size == 2 && code[0] == 0xeb)
		return at + size + (__s8)code[1];
	if (size != 5 || (code[0] != 0xe8 && code[0] != 0xe9))
		return 0;
	memcpy(&displacement, code + 1, sizeof(displacement));
	return at + size + displacement;
}

static void when_marked(struct qemu_plugin_insn *insn, char what)
{
	insn_executed *cb = what == '1' ? begin : end;

	qemu_plugin_register_vcpu_insn_exec_cb(insn, cb, 0, NULL);
}

static void translated(__u64 id, struct qemu_plugin_tb *tb)
{
	size_t n = qemu_plugin_tb_n_insns(tb), i;
	struct qemu_plugin_insn *insn;
	struct block *block;
	const __u8 *code;
	size_t size;

	block = calloc(1, sizeof(*block) + n * sizeof(block->insn[0]));
	if (!block)
		abort();
	for (i = 0; i < n; i++) {
		insn = qemu_plugin_tb_get_insn(tb, i);
		code = qemu_plugin_insn_data(insn);
		size = qemu_plugin_insn_size(insn);
		block->insn[i].at = qemu_plugin_insn_vaddr(insn);
		block->insn[i].target = target(code, size, block->insn[i].at);
		if (size == sizeof(mark) + 1 && !memcmp(code, mark, sizeof(mark)))
			when_marked(insn, code[size - 1]);
	}
	if (!n || !(block->insn[0].at & KERNEL)) {
		free(block);
		return;
	}
	block->n = n;
	block->next = blocks;
	blocks = block;
	qemu_plugin_register_vcpu_tb_exec_inline(tb, 0, &block->count, 1);
}

EXPORT int qemu_plugin_install(__u64 id, const void *info, int argc, char **argv)
{
	if (argc != 1 || strncmp(argv[0], "into=", 5)) {
		fputs("count: say into=PATH\n", stderr);
		return -1;
	}
	file = strdup(argv[0] + 5);
	qemu_plugin_register_vcpu_tb_trans_cb(id, translated);
	return 0;
}
