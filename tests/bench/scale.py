# SPDX-License-Identifier: GPL-2.0
"""What many SAs and many policies cost: the packet, the control path, memory.

Packets go from host1 to random addresses in MANY, all of them behind host2,
each of which has an SA or policy; so do those that plain forwarding is measured
with. No packet is the first of its SA: that one makes and looks up what stays.
"""

import collections
import functools
import ipaddress
import os
import random
import re
import socket
import struct
import time

import batch
import lab
from lab import genl, inside, ip
from measure import (COUNT, counted, drop_reasons, only, pktgen, result, systems)

COUNTS = (1, 1000, 100000)
MANY = ipaddress.ip_network("10.64.0.0/10")
SOURCE = socket.inet_aton("10.1.0.2")
ENDS = lab.OUTER[4]
SUITE = "aes128gcm16"
ABOUT = {"suite": SUITE, "family": "4in4", "mode": "tunnel", "size": 64}
# nanoseconds for the policies of one direction: with 100,000 XFRM takes longer than
# anybody waits
LIMIT = 20 * 10 ** 9
TRACING = "/sys/kernel/tracing/"


def up():
    lab.up()
    ip(f"route add {MANY} via 192.0.2.2\n", "gw1")
    ip(f"route add {MANY} via 10.2.0.2\n", "gw2")


def per_packet(addresses, warm):
    """WARM packets to one address after the other, then random ones."""
    first = MANY[0]
    try:
        pktgen(1, 64, 4, 0.2)
        pktgen(warm, 64, 4, to=[f"dst_min {first}",
                                f"dst_max {first + addresses - 1}"])
        figure = pktgen(COUNT, 64, 4, marked=counted, to=[
            "flag IPDST_RND", f"dst_min {first}",
            f"dst_max {first + addresses}"]) / COUNT
        return {"instructions_per_packet": round(figure)}
    except RuntimeError as error:
        drop_reasons()
        return {"error": str(error)}


def memory():
    """Octets in use, by kind."""
    time.sleep(1)  # what RCU is to free, and costs no time here
    with open("/proc/meminfo", encoding="ascii") as file:
        info = {name: 1024 * int(value) for name, value in
                re.findall(r"(\w+):\s+(\d+) kB", file.read())}
    return {"all": -info["MemFree"] - info["Cached"] - info["Buffers"],
            "slab": info["Slab"], "percpu": info["Percpu"]}


class Allocations:
    """What this process has the kernel allocate and keep, by trace events: the
    octets of the transform, what is allocated per CPU, and all else.
    """

    EVENTS = ("kmem/kmalloc", "kmem/kmem_cache_alloc", "kmem/kfree",
              "kmem/kmem_cache_free", "percpu/percpu_alloc_percpu")

    @staticmethod
    def _set(name, value):
        with open(TRACING + name, "w", encoding="ascii") as file:
            file.write(value)

    def __enter__(self):
        self._set("trace", "")
        self._set("set_event_pid", str(os.getpid()))
        for event in self.EVENTS:
            self._set(f"events/{event}/enable", "1")
        self.marker = os.open(TRACING + "trace_marker", os.O_WRONLY)
        os.write(self.marker, b"nfi-begin")
        return self

    def __exit__(self, *_):
        os.write(self.marker, b"nfi-end")
        os.close(self.marker)
        for event in self.EVENTS:
            self._set(f"events/{event}/enable", "0")
        self._set("set_event_pid", "")
        with open(TRACING + "trace", encoding="ascii") as file:
            self.lines = re.search("nfi-begin(.*)nfi-end", file.read(),
                                   re.S)[1].splitlines()

    def kept(self):
        live, percpu = {}, 0
        for line in self.lines:
            event = re.search(r" (kmalloc|kmem_cache_alloc|kfree|"
                              r"kmem_cache_free|percpu_alloc_percpu): (.*)",
                              line)
            if not event:
                continue
            words = dict(re.findall(r"(\w+)=(\S+)", event[2]))
            if event[1] == "percpu_alloc_percpu":
                percpu += int(words["bytes_alloc"])
            elif "bytes_alloc" in words:
                live[words["ptr"]] = (words["call_site"],
                                      int(words["bytes_alloc"]))
            else:
                live.pop(words["ptr"], None)
        sums = collections.Counter(percpu=percpu)
        for site, octets in live.values():
            if re.search("skb|netlink", site):
                continue  # the request and its answer
            transform = re.search(r"crypt|aead|aes|gcm|rfc4106", site)
            sums["transform" if transform else "sa"] += octets
        return sums


class Xfrm:
    """How XFRM is told. What gw1 has outbound, gw2 has inbound: forwarded."""

    def __init__(self, way):
        self.sock = batch.xfrm_socket()
        self.way = "out" if way == "out" else "fwd"
        self.sa = batch.Template(
            lambda **values: batch.xfrm_sa(ENDS, **values),
            spi=(bytes(4), b"\xff" * 4), reqid=(bytes(4), b"\xff" * 4),
            key=(bytes(20), b"\xff" * 20))
        fields = {"reqid": (bytes(4), b"\xff" * 4)}
        for name, size in (("source", 4), ("source_len", 1), ("to", 4),
                           ("to_len", 1)):
            fields[name] = (bytes(size), b"\xff" * size)
        self.policy = batch.Template(
            lambda **values: batch.xfrm_policy(self.way, ENDS, **values),
            **fields)

    def add_sas(self, sas):
        calls = batch.batches([self.sa.fill(**one) for one in sas])
        return batch.send(self.sock, calls)

    def add_policies(self, policies):
        calls = batch.batches([self.policy.fill(**one) for one in policies])
        return batch.send(self.sock, calls, LIMIT)


class Nfipsec:
    """How we are told, the same."""

    def __init__(self, way):
        self.nl = genl.Nl()
        self.sock = self.nl.sock
        self.way = way
        ends = ENDS if way == "out" else ENDS[::-1]

        def sa(spi, reqid, key):
            values = lab.Nfipsec.sa(way, "tunnel", ends, spi, SUITE, bytes(20))
            values |= {"spi": spi, "encr-key": key}
            if way == "out":
                values["reqid"] = reqid
            self.nl.seq = 0  # the same in all of them
            return self.nl.message("sa-add", genl.encode("main", {
                "sa": values}), 0)

        def policy(**fields):
            near, far = ("local", "remote") if way == "out" else \
                ("remote", "local")
            return genl.encode("main", {"policy": {
                "direction": way, "action": "protect",
                "reqid": fields["reqid"], "selector": {
                    f"{near}-v4": fields["source"],
                    f"{near}-prefix-len": fields["source_len"],
                    f"{far}-v4": fields["to"],
                    f"{far}-prefix-len": fields["to_len"]}}})

        fields = {"spi": (bytes(4), b"\xff" * 4),
                  "key": (bytes(20), b"\xff" * 20)}
        if way == "out":
            fields["reqid"] = bytes(4), b"\xff" * 4
        else:
            make, sa = sa, lambda **values: make(reqid=None, **values)
        self.sa = batch.Template(sa, **fields)
        self.policy = batch.Template(policy, **{
            name: (bytes(size), b"\xff" * size) for name, size in
            (("reqid", 4), ("source", 4), ("source_len", 1), ("to", 4),
             ("to_len", 1))})

    def add_sas(self, sas):
        messages = []
        for one in sas:
            one = one | {"spi": one["spi"][::-1]}  # host byte order
            if self.way == "in":
                del one["reqid"]
            messages.append(self.sa.fill(**one))
        return batch.send(self.sock, batch.batches(messages))

    def add_policies(self, policies):
        message = self.nl.message("commit", b"".join(
            self.policy.fill(**one) for one in policies))
        begin = time.monotonic_ns()
        self.nl.talk(message)
        return time.monotonic_ns() - begin


CONTROLS = {lab.Xfrm: Xfrm, lab.Nfipsec: Nfipsec}


def make_sas(first, count):
    """SPIs, reqids and keys that nobody else has, the same on both sides."""
    keys = random.Random(first)
    return [{"spi": struct.pack("!I", 0x10000 + n),
             "reqid": struct.pack("=I", n + 1), "key": keys.randbytes(20)}
            for n in range(first, first + count)]


def host_policies(count):
    """One for each address and reqid."""
    return [{"reqid": struct.pack("=I", n + 1), "source": SOURCE,
             "source_len": b"\x20", "to": (MANY[0] + n).packed,
             "to_len": b"\x20"} for n in range(count)]


def sas():
    for system in systems(lab.Plain, lab.Xfrm, lab.Nfipsec):
        for count in only.counts:
            up()
            costs = {}
            for name, way in (("gw1", "out"), ("gw2", "in")):
                if system != lab.Plain:
                    with inside(name):
                        costs |= add_sas(CONTROLS[system](way), way, count)
            figure = per_packet(count, max(count, 300))
            result(test="scale-sa", system=system.name, sas=count,
                   **ABOUT if system != lab.Plain else
                   {"family": "4in4", "size": 64}, **figure, **costs)
            lab.down()


def add_sas(control, way, count):
    control.add_policies(host_policies(count))
    many = make_sas(0, count)
    # the first of a suite makes more than an SA
    control.add_sas(make_sas(count, 1))
    with Allocations() as one:
        control.add_sas(make_sas(count + 1, 1))
    before = memory()
    took = control.add_sas(many)
    after = memory()
    costs = {"instructions_per_add": round(took / count)}
    kept = one.kept()
    costs |= {f"bytes_of_{what}": kept[what] for what in
              ("sa", "transform", "percpu")}
    if count > 10000:  # less is lost among pages
        costs |= {f"bytes_per_sa_{kind}":
                  round((after[kind] - before[kind]) / count)
                  for kind in after}
    return {f"{name}_{way}": value for name, value in costs.items()}


@functools.lru_cache(1)
def mixed_policies(count):
    """MANY in so many pieces of all sizes, for sources of all sizes."""
    dice = random.Random(count)
    pieces = [MANY]
    while len(pieces) < count:
        n = dice.randrange(len(pieces))
        if pieces[n].prefixlen == 32:
            continue
        pieces[n], last = pieces[n].subnets()
        pieces.append(last)
    out = []
    for piece in pieces:
        near = ipaddress.ip_network((SOURCE, dice.choice((12, 16, 24, 32))),
                                    strict=False)
        out.append({"reqid": struct.pack("=I", 1),
                    "source": near.network_address.packed,
                    "source_len": bytes([near.prefixlen]),
                    "to": piece.network_address.packed,
                    "to_len": bytes([piece.prefixlen])})
    return out


def policies():
    for system in systems(lab.Plain, lab.Xfrm, lab.Nfipsec):
        for count in only.counts:
            up()
            about = {"test": "scale-policy", "system": system.name,
                     "policies": count} | (
                ABOUT if system != lab.Plain else
                {"family": "4in4", "size": 64})
            try:
                costs = {}
                for name, way in (("gw1", "out"), ("gw2", "in")):
                    if system != lab.Plain:
                        with inside(name):
                            costs |= commit(CONTROLS[system](way), way, count)
                result(**about, **per_packet(MANY.num_addresses - 1, 300),
                       **costs)
            except batch.TooLong as late:
                result(**about, given_up_after=LIMIT,
                       policies_then=late.args[0] * batch.PER_CALL)
            lab.down()


def commit(control, way, count):
    many = mixed_policies(count)
    before = memory()
    took = control.add_policies(many)
    after = memory()
    control.add_sas(make_sas(0, 1))
    costs = {f"instructions_per_commit_{way}": took}
    if count > 10000:
        costs[f"bytes_per_policy_{way}"] = round(
            (after["all"] - before["all"]) / count)
    return costs
