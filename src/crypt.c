// SPDX-License-Identifier: GPL-2.0
/*
 * One call of the crypto API per packet, in place in a linear buffer, the same
 * for all suites (RFC 4303 3.2.3, RFC 4106 5):
 *
 *	additional data          |
 *	+-----+----------+----+  |  +-------------------------+ +-----+
 *	| SPI | sequence | IV |  |  | payload .. next header  | | ICV |
 *	+-----+----------+----+  |  +-------------------------+ +-----+
 *	`------------- one piece of the packet --------------' `- one -'
 *
 * That is what most transforms want, rfc4309() as authenc(): the IV at the end of
 * the additional data. The ICV is a piece of its own, so that those which read or
 * write it apart find where it begins without a search.
 *
 * AES-GCM and ChaCha20-Poly1305 take the nonce, salt and IV, directly; what
 * rfc4106() and rfc7539esp() do for that, they do for each packet anew. Then the
 * additional data end before the IV. So that they are still one piece with the
 * payload, they are written right in front of it, over the IV, which the request
 * has, and what was there is put back afterwards:
 *
 *	+-----+----------+-----+----------+-------------------------+
 *	| SPI | sequence | SPI | sequence | payload .. next header  |
 *	+-----+----------+-----+----------+-------------------------+
 *	                 `-------------- one piece ----------------'
 *
 * With ESN the additional data have the high half of the sequence number, and are
 * not in the packet as they stand:
 *
 *	with salt and IV as nonce, over sequence number and IV
 *	+-----+-----+---------+----------+-------------------------+
 *	| SPI | SPI | ESN high| sequence | payload .. next header  |
 *	+-----+-----+---------+----------+-------------------------+
 *
 *	with others, in the request
 *	+-----+---------+----------+----+
 *	| SPI | ESN high| sequence | IV |
 *	+-----+---------+----------+----+
 *
 * rfc4309() authenticates no IV, it only knows its place; so an implicit IV
 * (RFC 8750), which is not in the packet, can stand there.
 *
 * Up to 6.15 the fast AES code counts as asynchronous but nearly always
 * completes at once, so there is one request per CPU that is used again and
 * again; a packet that stays in crypto takes it along, and the CPU gets a new
 * one.
 */
#include "crypt.h"
#include "sa.h"

#include <crypto/aead.h>
#include <linux/scatterlist.h>
#include <linux/skbuff.h>
#include <compat/crypto.h>

struct crypt_op {
	struct nfi_sa *sa;
	struct sk_buff *skb;
	u64 seq;
	nfi_crypt_done_t done;
	struct scatterlist sg[3];
	u8 iv[NFI_IV_MAX];
	u8 ad[NFI_AD_MAX];
	u8 *covered;		/* by additional data, or NULL */
	u8 beneath[4 + 8];	/* what is to be there: sequence number and IV */
	struct aead_request req;	/* the driver's part follows */
};

static DEFINE_PER_CPU(struct crypt_op *, spare);

static struct crypt_op *new_op(void)
{
	struct crypt_op *op = (struct crypt_op *)
		__get_free_page(GFP_ATOMIC | __GFP_NOWARN);

	if (op)
		sg_init_table(op->sg, ARRAY_SIZE(op->sg));
	return op;
}

static struct crypt_op *take_op(void)
{
	struct crypt_op *op = this_cpu_read(spare);

	if (unlikely(!op))
		return new_op();
	this_cpu_write(spare, NULL);
	return op;
}

static void give_op(struct crypt_op *op)
{
	if (unlikely(this_cpu_read(spare)))
		free_page((unsigned long)op);
	else
		this_cpu_write(spare, op);
}

/**
 * nfi_crypt_fits() - does a request of this transform fit?
 * @aead: the transform
 *
 * Return: true if it does.
 */
bool nfi_crypt_fits(struct crypto_aead *aead)
{
	return sizeof(struct crypt_op) + crypto_aead_reqsize(aead) <= PAGE_SIZE;
}

/**
 * nfi_crypt_cleanup() - no packet is in crypto any more: free the requests
 */
void nfi_crypt_cleanup(void)
{
	int cpu;

	for_each_possible_cpu(cpu)
		free_page((unsigned long)per_cpu(spare, cpu));
}

static enum nfi_reason why(int err)
{
	return !err ? NFI_REASON_OK : err == -EBADMSG ? NFI_REASON_INTEGRITY :
							NFI_REASON_CRYPTO;
}

/* What additional data covered, see cover() */
static inline void uncover(struct crypt_op *op)
{
	if (op->covered)
		memcpy(op->covered, op->beneath, sizeof(op->beneath));
}

static void crypto_done(nfi_crypto_arg_t *arg, int err)
{
	struct crypt_op *op = nfi_crypto_data(arg);
	nfi_crypt_done_t done = op->done;
	struct sk_buff *skb = op->skb;
	struct nfi_sa *sa = op->sa;
	u64 seq = op->seq;

	/* a queued request has moved on; the end comes with another call */
	if (err == -EINPROGRESS)
		return;
	local_bh_disable();
	rcu_read_lock();
	uncover(op);
	give_op(op);
	done(sa, skb, seq, why(err));
	/* the SA may be freed from here on */
	atomic_fetch_dec_release(&sa->pending);
	rcu_read_unlock();
	local_bh_enable();
}

/* From the packet, or made of the whole sequence number (RFC 8750 4) */
static void fill_iv(u8 *iv, const struct nfi_sa *sa, const u8 *esp, u64 seq)
{
	__be64 number = cpu_to_be64(seq);

	if (sa->suite.encr->nonce) {
		memcpy(iv, sa->salt, sizeof(sa->salt));
		iv += sizeof(sa->salt);
	}
	if (sa->suite.encr->implicit_iv)
		memcpy(iv, &number, sizeof(number));
	else if (sa->suite.encr->nonce)
		memcpy(iv, esp + NFI_ESP_HLEN, sizeof(number));
	else
		/* as many for all, which is quicker; no packet ends before */
		memcpy(iv, esp + NFI_ESP_HLEN, NFI_IV_MAX);
}

/* Additional data that the packet does not have as they stand. Returns how long
 * they are.
 */
static unsigned int fill_ad(struct crypt_op *op, const struct nfi_sa *sa,
			    const u8 *esp)
{
	__be32 high = cpu_to_be32(upper_32_bits(op->seq));
	unsigned int len = NFI_ESP_HLEN;

	memcpy(op->ad, esp, NFI_ESP_HLEN);
	if (sa->conf.esn) {
		memcpy(op->ad + 8, op->ad + 4, 4);
		memcpy(op->ad + 4, &high, 4);
		len += 4;
	}
	if (sa->suite.encr->nonce)
		return len;
	memcpy(op->ad + len, op->iv, NFI_IV_MAX);
	return len + (sa->suite.encr->implicit_iv ? sizeof(__be64) :
						    sa->suite.iv_len);
}

/* Write the additional data in front of the payload, where they cover what is
 * not needed now. Returns where they begin.
 */
static u8 *cover(struct crypt_op *op, const struct nfi_sa *sa, u8 *esp)
{
	__be32 high = cpu_to_be32(upper_32_bits(op->seq));

	op->covered = esp + 4;
	memcpy(op->beneath, op->covered, sizeof(op->beneath));
	if (!sa->conf.esn)
		return memcpy(esp + NFI_ESP_HLEN, esp, NFI_ESP_HLEN);
	memcpy(esp + 12, esp + 4, 4);
	memcpy(esp + 8, &high, 4);
	return memcpy(esp + 4, esp, 4);
}

/* The ICV is right behind the other piece. That it may begin in another page than
 * this is nothing to those who read it.
 */
static void set_icv(struct crypt_op *op, const struct nfi_sa *sa)
{
	sg_set_page(&op->sg[2], sg_page(&op->sg[1]), sa->suite.icv_len,
		    op->sg[1].offset + op->sg[1].length);
}

/* Cut the packet into pieces. Returns the first; @ad_len is the length of the
 * additional data.
 */
static struct scatterlist *fill_sg(struct crypt_op *op, const struct nfi_sa *sa,
				   u8 *esp, unsigned int body,
				   unsigned int *ad_len)
{
	unsigned int head = NFI_ESP_HLEN + sa->suite.iv_len;
	bool nonce = sa->suite.encr->nonce;
	u8 *ad = esp;

	op->covered = NULL;
	*ad_len = head;
	if (nonce && sa->suite.iv_len) {
		ad = cover(op, sa, esp);
		*ad_len = esp + head - ad;
	} else if (sa->conf.esn || (sa->suite.encr->implicit_iv && !nonce)) {
		*ad_len = fill_ad(op, sa, esp);
		sg_set_buf(&op->sg[0], op->ad, *ad_len);
		sg_set_buf(&op->sg[1], esp + head, body);
		set_icv(op, sa);
		return &op->sg[0];
	}
	sg_set_buf(&op->sg[1], ad, *ad_len + body);
	set_icv(op, sa);
	return &op->sg[1];
}

static int run(struct nfi_sa *sa, struct sk_buff *skb, unsigned int offset,
	       u64 seq, bool seal, nfi_crypt_done_t done)
{
	unsigned int len = skb->len - offset - NFI_ESP_HLEN - sa->suite.iv_len;
	unsigned int body = len - sa->suite.icv_len, ad_len;
	u8 *esp = skb->data + offset;
	struct crypt_op *op = take_op();
	struct scatterlist *sg;
	int err;

	if (unlikely(!op))
		return NFI_REASON_NO_MEMORY;
	op->sa = sa;
	op->skb = skb;
	op->seq = seq;
	op->done = done;
	fill_iv(op->iv, sa, esp, seq);
	sg = fill_sg(op, sa, esp, body, &ad_len);

	aead_request_set_tfm(&op->req, sa->aead);
	aead_request_set_callback(&op->req, 0, crypto_done, op);
	aead_request_set_ad(&op->req, ad_len);
	aead_request_set_crypt(&op->req, sg, sg, seal ? body : len, op->iv);
	err = seal ? crypto_aead_encrypt(&op->req) :
		     crypto_aead_decrypt(&op->req);
	if (unlikely(err == -EINPROGRESS)) {
		/* it may be out again: the sum is what counts, see free_work() */
		atomic_inc(&sa->pending);
		return err;
	}
	uncover(op);
	give_op(op);
	return why(err);
}

/**
 * nfi_crypt_seal() - encrypt and authenticate a packet
 * @sa: outbound
 * @skb: linear and private, ESP header, IV and trailer in place, room for the
 *	ICV at its end. Consumes @skb if it returns -EINPROGRESS.
 * @offset: of the ESP header from skb->data
 * @seq: whole sequence number
 * @done: what follows if it does not complete at once
 *
 * Context: bottom halves disabled, RCU read side.
 * Return: what @done would be told, or -EINPROGRESS, and @done will be called.
 */
int nfi_crypt_seal(struct nfi_sa *sa, struct sk_buff *skb, unsigned int offset,
		   u64 seq, nfi_crypt_done_t done)
{
	return run(sa, skb, offset, seq, true, done);
}

/**
 * nfi_crypt_open() - authenticate and decrypt a packet
 * @sa: inbound
 * @skb: linear and private, from nfi_esp_check(). Consumes @skb if it returns
 *	-EINPROGRESS.
 * @offset: of the ESP header from skb->data
 * @seq: whole sequence number
 * @done: what follows if it does not complete at once
 *
 * Context: bottom halves disabled, RCU read side.
 * Return: what @done would be told, or -EINPROGRESS, and @done will be called.
 */
int nfi_crypt_open(struct nfi_sa *sa, struct sk_buff *skb, unsigned int offset,
		   u64 seq, nfi_crypt_done_t done)
{
	return run(sa, skb, offset, seq, false, done);
}
