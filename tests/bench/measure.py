# SPDX-License-Identifier: GPL-2.0
"""How the benchmarks measure: packets of pktgen, and nanoseconds, which are
instructions in a guest of tests/vm --icount.
"""

import argparse
import contextlib
import ctypes
import mmap
import re
import subprocess
import time

import lab
from lab import inside

SIZES = (64, 512, 1400)
WARM, COUNT, BURST = 300, 2000, 64
HEADER = 14  # of Ethernet, which pktgen counts

results = []
only = argparse.Namespace()  # suites, sizes, families, systems


def systems(*among):
    """Those that were asked for. Nothing can be told without the plain one."""
    return [one for one in among or lab.SYSTEMS
            if one == lab.Plain or one.name in only.systems]


def result(**values):
    """All figures are called instructions, until here."""
    if only.native:
        values = {name.replace("instructions", "nanoseconds"): value
                  for name, value in values.items()}
    results.append(values)
    print(" ".join(f"{name}={value}" for name, value in values.items()
                   if value is not None), flush=True)


def _mark(what):
    """A function of one long NOP, which tests/bench/count.c knows, and RET."""
    page = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE |
                     mmap.PROT_EXEC)
    page.write(b"\x0f\x1f\x84\x00NFI" + what + b"\xc3")
    call = ctypes.CFUNCTYPE(None)(
        ctypes.addressof(ctypes.c_char.from_buffer(page)))
    call.page = page
    return call


MARK_BEGIN, MARK_END = _mark(b"1"), _mark(b"2")


@contextlib.contextmanager
def counted():
    """What is executed herein makes the figure that comes next: see profile."""
    MARK_BEGIN()
    yield
    MARK_END()


# for those who must not be counted
uncounted = contextlib.nullcontext


def received():
    with inside("host2"), open("/proc/net/dev", encoding="ascii") as file:
        for line in file:
            if line.lstrip().startswith("eth:"):
                return int(line.split()[2])
    raise RuntimeError("host2 has no device")


def pktgen_write(file, line):
    with open("/proc/net/pktgen/" + file, "w", encoding="ascii") as out:
        out.write(line + "\n")


def pktgen_setup(thread, count, size, family, lines=()):
    """What the thread of this number sends from host1, where we are."""
    device = f"eth@{thread}"
    pktgen_write(f"kpktgend_{thread}", "rem_device_all")
    pktgen_write(f"kpktgend_{thread}", "add_device " + device)
    usual = [f"count {count}", "clone_skb 0", f"pkt_size {size + HEADER}",
             "delay 0", "dst_mac 02:00:00:00:00:02",
             "udp_src_min 1000", "udp_src_max 1000",
             "udp_dst_min 2000", "udp_dst_max 2000"]
    if family == 6:
        usual += ["dst6 2001:db8:2::99", "src6 2001:db8:1::2"]
    else:
        usual += ["dst 10.2.0.99", "src_min 10.1.0.2", "src_max 10.1.0.2"]
    for line in *usual, *lines:
        pktgen_write(device, line)


def idle():
    """Nanoseconds that the CPU had nothing to do."""
    with open("/proc/timer_list", encoding="ascii") as file:
        return int(re.search(r"idle_sleeptime\s*: (\d+)", file.read())[1])


def pktgen(count, size, family, settle=0, marked=uncounted, to=()):
    """Send from host1 to an address behind host2, or TO other ones: lines for
    pktgen. Returns the nanoseconds it took: of pktgen, or of all until SETTLE
    seconds later, without idle time.
    """
    before = received()
    with inside("host1"):
        pktgen_setup(0, count, size, family, to)
        idled = idle() if settle else 0
        begin = time.monotonic_ns()
        with marked():
            pktgen_write("pgctrl", "start")
        if settle:
            time.sleep(settle)
            took = time.monotonic_ns() - begin - (idle() - idled)
        else:
            with open("/proc/net/pktgen/eth@0", encoding="ascii") as file:
                took = int(re.search(r"OK: (\d+)\(", file.read())[1]) * 1000
    arrived = received() - before
    if arrived != count:
        raise RuntimeError(f"{count - arrived} of {count} packets were lost")
    return took


def bursts(size, family):
    """WireGuard's workers come after pktgen, which outruns them until packets
    are lost. So: bursts, each with its aftermath, less what a burst of one
    costs, which is mostly not the packet.
    """
    spent = {1: 0, 1 + BURST: 0}
    for _ in range(COUNT // BURST):
        for count in spent:
            spent[count] += pktgen(count, size, family, 0.05)
    return (spent[1 + BURST] - spent[1]) / (COUNT // BURST * BURST)


def per_packet(size, family, queues=False):
    """Instructions per packet, or what went wrong."""
    try:
        # what happens only once: a handshake, caches, allocations
        pktgen(1, size, family, 0.2)
        if queues:
            figure = bursts(size, family)
        else:
            pktgen(WARM, size, family)
            figure = pktgen(COUNT, size, family, marked=counted) / COUNT
        return {"instructions_per_packet": round(figure)}
    except RuntimeError as error:
        return {"error": str(error)}


def drop_reasons():
    """Who lost packets says why."""
    for name in ("gw1", "gw2"):
        with inside(name):
            subprocess.run(["nfipsec", "stats"], check=False)
            subprocess.run(["grep", "-v", r"\s0$", "/proc/net/xfrm_stat"],
                           check=False)
