/* SPDX-License-Identifier: GPL-2.0 */
/* What the suites share: IPsec state of their own, SAs in it, packets */
#ifndef NFI_KUNIT_FIXTURE_H
#define NFI_KUNIT_FIXTURE_H

#include <kunit/test.h>
#include <linux/delay.h>
#include <linux/jiffies.h>
#include <linux/skbuff.h>
#include <uapi/linux/nfipsec.h>

#include "../../src/net.h"
#include "../../src/path.h"

/**
 * struct nfi_fixture - a namespace's IPsec state that nobody else sees
 * @nn: the state; its namespace is init_net
 * @sas: that are in no SAD, linked by their commit_next
 */
struct nfi_fixture {
	struct nfi_net nn;
	struct list_head sas;
};

/**
 * struct nfi_fixture_suite - a suite that we offer
 * @name: as strongSwan users know it
 * @encr: IANA number of the encryption transform
 * @integ: IANA number of the integrity transform, 0 for none
 * @key_len: octets of the encryption key and salt
 * @salt_len: octets of the salt among them; only counter modes have one
 * @iv_len: octets
 * @block: the ciphertext is a multiple of it
 * @icv_len: octets
 * @mac_key_len: octets of the integrity key
 */
struct nfi_fixture_suite {
	const char *name;
	u16 encr;
	u16 integ;
	u8 key_len;
	u8 salt_len;
	u8 iv_len;
	u8 block;
	u8 icv_len;
	u8 mac_key_len;
};

#define NFI_FIXTURE_SUITES	27
#define NFI_FIXTURE_ALL_SUITES	106

/* Each transform at least once, and all, the lengths as the RFCs have them */
extern const struct nfi_fixture_suite nfi_fixture_suites[NFI_FIXTURE_SUITES];
extern const struct nfi_fixture_suite nfi_fixture_all_suites[NFI_FIXTURE_ALL_SUITES];

/**
 * struct nfi_fixture_integ - an integrity transform for AH
 * @name: as strongSwan users know it
 * @id: IANA number
 * @key_len: octets of the key, the salt included
 * @iv_len: octets in front of the ICV
 * @icv_len: octets
 * @len4: octets of AH in IPv4, padding included
 * @len6: the same in IPv6
 */
struct nfi_fixture_integ {
	const char *name;
	u16 id;
	u8 key_len;
	u8 iv_len;
	u8 icv_len;
	u8 len4;
	u8 len6;
};

/* All of them, the lengths as the RFCs have them */
extern const struct nfi_fixture_integ nfi_fixture_integs[10];

void nfi_fixture_describe_integ(const struct nfi_fixture_integ *integ,
				char *desc);
struct nfi_sa *nfi_fixture_ah(struct kunit *test,
			      const struct nfi_fixture_integ *integ, u8 dir,
			      u8 family, bool esn);

void nfi_fixture_describe(const struct nfi_fixture_suite *suite, char *desc);

bool nfi_fixture_before_setup(void);
int nfi_fixture_suite_init(struct kunit_suite *suite);
void nfi_fixture_suite_exit(struct kunit_suite *suite);
int nfi_fixture_init(struct kunit *test);
void nfi_fixture_exit(struct kunit *test);

static inline struct nfi_net *nfi_fixture_net(struct kunit *test)
{
	return &((struct nfi_fixture *)test->priv)->nn;
}

/* How long something that must happen may take: a busy machine is no failure */
#define NFI_FIXTURE_PATIENCE	(60 * HZ)

/* Wait until @condition holds; what it says in the end */
#define nfi_fixture_until(condition)					\
({									\
	unsigned long end_ = jiffies + NFI_FIXTURE_PATIENCE;		\
	bool holds_;							\
									\
	for (;;) {							\
		holds_ = (condition);					\
		if (holds_ || time_after(jiffies, end_))		\
			break;						\
		usleep_range(1000, 2000);				\
	}								\
	holds_;								\
})

/* Of an SA that nobody else changes */
static inline struct nfi_path *nfi_fixture_path(const struct nfi_sa *sa)
{
	return rcu_dereference_protected(sa->path, true);
}

void nfi_fixture_conf(struct nfi_sa_conf *conf,
		      const struct nfi_fixture_suite *suite, u8 dir);
void nfi_fixture_keys(struct nfi_keys *keys,
		      const struct nfi_fixture_suite *suite);
struct nfi_sa *nfi_fixture_sa(struct kunit *test,
			      const struct nfi_sa_conf *conf,
			      const struct nfi_keys *keys, u64 seq);
struct nfi_sa *nfi_fixture_sa_of(struct kunit *test,
				 const struct nfi_fixture_suite *suite, u8 dir,
				 bool esn, u64 seq);
void nfi_fixture_insert(struct kunit *test, struct nfi_sa *sa);
void nfi_fixture_stop(struct nfi_sa *sa);
void nfi_fixture_wait(struct kunit *test);

size_t nfi_fixture_octets(struct kunit *test, const char *hex, u8 **octets);
struct sk_buff *nfi_fixture_skb(struct kunit *test, const void *data,
				unsigned int len);
struct sk_buff *nfi_fixture_skb_paged(struct kunit *test, const void *data,
				      unsigned int len, unsigned int linear);

enum nfi_reason nfi_fixture_seal(struct nfi_sa *sa, struct sk_buff *skb,
				 unsigned int offset, u64 seq);
enum nfi_reason nfi_fixture_open(struct nfi_sa *sa, struct sk_buff *skb,
				 unsigned int offset, u64 seq);

#endif
