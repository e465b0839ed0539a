/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What count.c uses of version 1 of QEMU's interface for plugins, of which
 * Debian has no package.
 */
#ifndef TESTS_BENCH_QEMU_PLUGIN_H
#define TESTS_BENCH_QEMU_PLUGIN_H

#include <linux/types.h>
#include <stddef.h>

struct qemu_plugin_tb;
struct qemu_plugin_insn;

typedef void block_translated(__u64 id, struct qemu_plugin_tb *tb);
typedef void insn_executed(unsigned int cpu, void *data);

void qemu_plugin_register_vcpu_tb_trans_cb(__u64 id, block_translated *cb);
void qemu_plugin_register_vcpu_tb_exec_inline(struct qemu_plugin_tb *tb,
					      int op, void *word, __u64 add);
void qemu_plugin_register_vcpu_insn_exec_cb(struct qemu_plugin_insn *insn,
					    insn_executed *cb, int flags,
					    void *data);
size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb *tb);
struct qemu_plugin_insn *
qemu_plugin_tb_get_insn(const struct qemu_plugin_tb *tb, size_t n);
const void *qemu_plugin_insn_data(const struct qemu_plugin_insn *insn);
size_t qemu_plugin_insn_size(const struct qemu_plugin_insn *insn);
__u64 qemu_plugin_insn_vaddr(const struct qemu_plugin_insn *insn);

/* A plugin has these */
extern int qemu_plugin_version;
int qemu_plugin_install(__u64 id, const void *info, int argc, char **argv);

#endif
