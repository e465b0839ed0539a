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

#include <inttypes.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))

/* What we use of version 1 of QEMU's interface, of which there is no package */

struct qemu_plugin_tb;
struct qemu_plugin_insn;

typedef void block_translated(uint64_t id, struct qemu_plugin_tb *tb);
typedef void insn_executed(unsigned int cpu, void *data);

void qemu_plugin_register_vcpu_tb_trans_cb(uint64_t id, block_translated *cb);
void qemu_plugin_register_vcpu_tb_exec_inline(struct qemu_plugin_tb *tb,
					      int op, void *word, uint64_t add);
void qemu_plugin_register_vcpu_insn_exec_cb(struct qemu_plugin_insn *insn,
					    insn_executed *cb, int flags,
					    void *data);
size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb *tb);
struct qemu_plugin_insn *
qemu_plugin_tb_get_insn(const struct qemu_plugin_tb *tb, size_t n);
const void *qemu_plugin_insn_data(const struct qemu_plugin_insn *insn);
size_t qemu_plugin_insn_size(const struct qemu_plugin_insn *insn);
uint64_t qemu_plugin_insn_vaddr(const struct qemu_plugin_insn *insn);

EXPORT int qemu_plugin_version = 1;
EXPORT int qemu_plugin_install(uint64_t id, const void *info, int argc,
			       char **argv);

/* All addresses of the kernel have the upper bit */
#define KERNEL ((uint64_t)1 << 63)

struct insn {
	uint64_t at;
	uint64_t target;	/* of a direct call or jump, else 0 */
};

/* One translated block: from its first to its last instruction, or nothing */
struct block {
	uint64_t count;
	struct block *next;
	size_t n;
	struct insn insn[];
};

static const uint8_t mark[] = { 0x0f, 0x1f, 0x84, 0x00, 'N', 'F', 'I' };
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
			fprintf(out, "%" PRIx64 " %" PRIu64 " %" PRIx64 "\n",
				block->insn[i].at, block->count,
				block->insn[i].target);
	fclose(out);
}

/* Where a CALL or JMP with a 32-bit displacement goes, else 0 */
static uint64_t target(const uint8_t *code, size_t size, uint64_t at)
{
	int32_t displacement;

	if (size != 5 || (code[0] != 0xe8 && code[0] != 0xe9))
		return 0;
	memcpy(&displacement, code + 1, sizeof(displacement));
	return at + size + displacement;
}

static void translated(uint64_t id, struct qemu_plugin_tb *tb)
{
	size_t n = qemu_plugin_tb_n_insns(tb), i;
	struct qemu_plugin_insn *insn;
	struct block *block;
	const uint8_t *code;
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
		if (size == sizeof(mark) + 1 &&
		    !memcmp(code, mark, sizeof(mark)))
			qemu_plugin_register_vcpu_insn_exec_cb(
				insn, code[size - 1] == '1' ? begin : end, 0,
				NULL);
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

int qemu_plugin_install(uint64_t id, const void *info, int argc, char **argv)
{
	if (argc != 1 || strncmp(argv[0], "into=", 5)) {
		fputs("count: say into=PATH\n", stderr);
		return -1;
	}
	file = strdup(argv[0] + 5);
	qemu_plugin_register_vcpu_tb_trans_cb(id, translated);
	return 0;
}
