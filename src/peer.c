// SPDX-License-Identifier: GPL-2.0
/*
 * Where the other end of an SA is by now: a NAT on the way may change its address
 * and port at any time (RFC 7296 2.23). It is seen by inbound packets, told to
 * whoever listens, and followed by outbound SAs that are to. Seen in softirq,
 * the rest in process context, under the configuration mutex.
 */
#include "peer.h"
#include "event.h"
#include "net.h"
#include "path.h"

/* Is this where the parameters of the SA say that the other end is? */
static bool is_home(const struct nfi_sa *sa, const struct nfi_addr *addr,
		    __be16 port)
{
	return port == sa->conf.remote_port &&
	       nfi_addr_equal(addr, &sa->conf.remote);
}

/* RFC 7296 2.23: outbound SAs to the same other end send there from now on, if
 * they are to. Returns false if there is no memory.
 */
static bool follow(struct nfi_sa *in, const struct nfi_addr *addr, __be16 port)
{
	struct nfi_sad *sad = &in->nn->sad;
	struct nfi_bundle *bundle;
	struct nfi_sa *sa;
	bool done = true;

	if (!in->conf.reqid)
		return true;
	bundle = nfi_bundle_get(sad, in->conf.reqid, in->conf.key.protocol,
				in->conf.mode);
	if (!bundle)
		return false;
	hlist_for_each_entry(sa, &bundle->sas, by_reqid)
		if (sa->conf.follow && sa->conf.family == in->conf.family &&
		    is_home(sa, &in->conf.remote, in->conf.remote_port))
			done &= nfi_path_move(sa, addr, port);
	nfi_bundle_put(bundle);
	return done;
}

static void seen_work(struct work_struct *work)
{
	struct nfi_sa *sa = container_of(work, struct nfi_sa, seen_work);
	struct nfi_net *nn = sa->nn;
	struct nfi_addr addr;
	__be16 port;

	mutex_lock(&nn->lock);
	spin_lock_bh(&sa->replay_lock);
	addr = sa->seen;
	port = sa->seen_port;
	spin_unlock_bh(&sa->replay_lock);
	/* removed in the meantime: nobody wants to know any more */
	if (READ_ONCE(sa->state) != NFI_SA_DEAD) {
		if (!follow(sa, &addr, port)) {
			/* the next packet is as good as this one */
			spin_lock_bh(&sa->replay_lock);
			sa->seen_port = 0;
			spin_unlock_bh(&sa->replay_lock);
		}
		nfi_event_sa_mapping(sa);
	}
	mutex_unlock(&nn->lock);
	/* it may be freed from here on */
	atomic_fetch_dec_release(&sa->pending);
}

/**
 * nfi_peer_init() - the other end is where the SA says
 * @sa: new
 */
void nfi_peer_init(struct nfi_sa *sa)
{
	sa->seen = sa->conf.remote;
	sa->seen_port = sa->conf.remote_port;
	INIT_WORK(&sa->seen_work, seen_work);
}

/**
 * nfi_peer_see() - a packet came in UDP that is right and newer than all others
 * @sa: inbound, with encapsulation
 * @addr: where it came from
 * @port: from which port, network byte order
 *
 * Context: replay lock of the SA.
 * Return: true if the other end was elsewhere before: nfi_peer_report() is to
 * follow, without the lock.
 */
bool nfi_peer_see(struct nfi_sa *sa, const struct nfi_addr *addr, __be16 port)
{
	if (likely(port == sa->seen_port && nfi_addr_equal(addr, &sa->seen)))
		return false;
	sa->seen = *addr;
	sa->seen_port = port;
	return true;
}

/**
 * nfi_peer_report() - tell, and follow, in process context
 * @sa: inbound
 *
 * What is seen before that has been done is told together.
 *
 * Context: any but hard interrupts, RCU read side.
 */
void nfi_peer_report(struct nfi_sa *sa)
{
	nfi_sa_defer(sa, &sa->seen_work);
}
