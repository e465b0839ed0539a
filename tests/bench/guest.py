#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0
"""Measure, in the guest: see run. Prints a line for each figure, and leaves
them all in a file.

usage: guest.py FILE [--suites LIST] [--sizes LIST] [--families LIST]
                [--systems LIST] [--symbols FILE] TEST...
"""

import argparse
import contextlib
import ctypes
import ipaddress
import json
import mmap
import os
import re
import subprocess
import sys
import time

import lab
from lab import inside, ip, run
from genl import Nl  # lab knows where it is

SIZES = (64, 512, 1400)
WARM, COUNT, BURST = 300, 2000, 64
HEADER = 14  # of Ethernet, which pktgen counts

results = []
only = None  # what was asked for: suites, sizes, families, systems


def result(**values):
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


def _pktgen(file, line):
    with open("/proc/net/pktgen/" + file, "w", encoding="ascii") as out:
        out.write(line + "\n")


def idle():
    """Nanoseconds that the CPU had nothing to do."""
    with open("/proc/timer_list", encoding="ascii") as file:
        return int(re.search(r"idle_sleeptime\s*: (\d+)", file.read())[1])


def pktgen(count, size, family, settle=0, marked=uncounted):
    """Send from host1 to an address behind host2. Returns the nanoseconds it
    took: of pktgen, or of all until SETTLE seconds later, without idle time.
    """
    before = received()
    with inside("host1"):
        _pktgen("kpktgend_0", "rem_device_all")
        _pktgen("kpktgend_0", "add_device eth")
        lines = [f"count {count}", "clone_skb 0", f"pkt_size {size + HEADER}",
                 "delay 0", "dst_mac 02:00:00:00:00:02",
                 "udp_src_min 1000", "udp_src_max 1000",
                 "udp_dst_min 2000", "udp_dst_max 2000"]
        if family == 6:
            lines += ["dst6 2001:db8:2::99", "src6 2001:db8:1::2"]
        else:
            lines += ["dst 10.2.0.99", "src_min 10.1.0.2", "src_max 10.1.0.2"]
        for line in lines:
            _pktgen("eth", line)
        idled = idle() if settle else 0
        begin = time.monotonic_ns()
        with marked():
            _pktgen("pgctrl", "start")
        if settle:
            time.sleep(settle)
            took = time.monotonic_ns() - begin - (idle() - idled)
        else:
            with open("/proc/net/pktgen/eth", encoding="ascii") as file:
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


def systems(*among):
    """Those that were asked for. Nothing can be told without the plain one."""
    return [one for one in among or lab.SYSTEMS
            if one == lab.Plain or one.name in only.systems]


def cases(system, suites, modes=("tunnel",)):
    """(mode, suite) that a system has: WireGuard and plain have one."""
    if system == lab.Plain:
        return [(None, None)]
    if system == lab.Wireguard:
        return [("tunnel", "chacha20poly1305")]
    return [(mode, suite) for mode in modes for suite in suites]


def forward(test="forward", suites=None, families=None, firewall=False):
    suites, families = suites or only.suites, families or only.families
    for system in systems():
        lab.up()
        if firewall:
            lab.firewall()
        for mode, suite in cases(system, suites):
            for family in families:
                system().protect(mode, family, suite)
                for size in only.sizes:
                    figure = per_packet(size, family,
                                        system == lab.Wireguard)
                    result(test=test, system=system.name, suite=suite,
                           family=f"{family}in{family}", mode=mode, size=size,
                           **figure)
                    if "error" in figure:
                        drop_reasons()
        lab.down()


def conntrack():
    """As forward, with a firewall on the gateways that knows connections."""
    forward("conntrack", ("aes128gcm16",), (4,), True)


def iperf(server, client, to, source):
    with inside(server):
        daemon = subprocess.Popen(["iperf3", "-s", "-1"],
                                  stdout=subprocess.DEVNULL)
        while not run("ss", "-Htln", "sport = :5201",
                      capture_output=True).stdout:
            time.sleep(0.05)
    try:
        with inside(client), counted():
            out = subprocess.run(["iperf3", "-c", to, "-B", source, "-t", "1",
                                  "-J"], capture_output=True, check=False,
                                 timeout=60).stdout
        end = json.loads(out)["end"]
        # by the sender's clock: the receiver's also runs while the guest waits
        # for its files, when time is not that of instructions
        return {"mbit_per_s": round(end["sum_received"]["bytes"] * 8 / 1e6 /
                                    end["sum_sent"]["seconds"]),
                "retransmits": end["sum_sent"]["retransmits"],
                "octets": end["sum_received"]["bytes"]}
    except (KeyError, ValueError, subprocess.TimeoutExpired) as error:
        return {"error": f"iperf3: {error!r}"}
    finally:
        daemon.kill()
        daemon.wait()


def tcp():
    for system in systems():
        lab.up()
        for mode, suite in cases(system, ("aes128gcm16",),
                                 ("tunnel", "transport")):
            system().protect(mode, 4, suite)
            about = {"test": "tcp", "system": system.name, "suite": suite,
                     "family": "4in4", "mode": mode}
            if mode != "transport":
                result(**about, path="hosts",
                       **iperf("host2", "host1", "10.2.0.2", "10.1.0.2"))
                result(**about, path="gateways",
                       **iperf("gw2", "gw1", "10.2.0.1", "10.1.0.1"))
            if mode != "tunnel":
                result(**about | {"mode": "transport"}, path="gateways",
                       **iperf("gw2", "gw1", "192.0.2.2", "192.0.2.1"))
        lab.down()


def elsewhere(count):
    """Subnets that the traffic has nothing to do with."""
    nets = ipaddress.ip_network("172.16.0.0/12").subnets(new_prefix=28)
    return [str(next(nets)) for _ in range(count)]


def nomatch():
    """Policies for others, both ways on both gateways: what they cost a hop."""
    plain = {}
    counts = {lab.Plain: (0,), lab.Xfrm: (1, 1000, 10000),
              lab.Nfipsec: (0, 1, 1000, 10000)}
    for system in systems(*counts):
        lab.up()
        for count in counts[system]:
            nets = elsewhere(count)
            for name in ("gw1", "gw2") if system != lab.Plain else ():
                policies = []
                with inside(name):
                    if system == lab.Xfrm:
                        ip("xfrm policy flush\n" + "".join(
                            f"xfrm policy add src {a} dst {b} dir {way} tmpl "
                            "src 192.0.2.1 dst 192.0.2.2 proto esp reqid 9 "
                            "mode tunnel\n" for net in nets
                            for a, b, way in ((net, "10.9.0.0/16", "fwd"),
                                              ("10.9.0.0/16", net, "out"))))
                        continue
                    nl = Nl()
                    for net in nets:
                        selector = lab.Nfipsec.selector("10.9.0.0/16", net)
                        policies += [{"direction": way, "action": "protect",
                                      "reqid": 9, "selector": selector}
                                     for way in ("out", "in")]
                    nl.ask("commit", policy=policies)
                    nl.close()
            figure = per_packet(64, 4)
            if "instructions_per_packet" in figure:
                plain.setdefault("figure", figure["instructions_per_packet"])
                figure["instructions_per_hop"] = (
                    figure["instructions_per_packet"] - plain["figure"]) // 2
            result(test="nomatch", system=system.name, policies=count,
                   family="4", size=64, **figure)
        lab.down()


def crypto_floor():
    """The bare transform, by the kernel's own speed test (tcrypt), whose
    cycles are nanoseconds here. SIZE is what is sealed, less the padding.
    """
    for mode, driver, suite in ((211, "rfc4106(gcm(aes))", "aes128gcm16"),
                                (213, "rfc7539esp(chacha20,poly1305)",
                                 "chacha20poly1305")):
        mark = f"nfipsec bench: mode {mode}"
        with open("/dev/kmsg", "w", encoding="ascii") as file:
            file.write(mark + "\n")
        # it never stays loaded, and says so as an error
        subprocess.run(["modprobe", "tcrypt", f"mode={mode}"], check=False,
                       stderr=subprocess.DEVNULL)
        log = run("dmesg", "-t", capture_output=True).stdout.decode()
        log = log.split(mark)[-1]
        for speed in log.split("testing speed of ")[1:]:
            title, _, text = speed.partition("\n")
            if driver not in title:
                continue
            for bits, size, cycles in re.findall(
                    r"\((\d+) bit key, (\d+) byte blocks\):\s+"
                    r"1 operation in (\d+) cycles", text):
                if int(size) in (64, 512, 1420) and \
                        int(bits) == 8 * lab.SUITES[suite][0]:
                    result(test="crypto-floor", suite=suite, size=int(size),
                           direction="out" if "encryption" in title else "in",
                           instructions_per_packet=int(cycles))


TESTS = {"forward": forward, "conntrack": conntrack, "tcp": tcp,
         "nomatch": nomatch, "crypto-floor": crypto_floor}


def arguments():
    def some(choices, kind=str):
        """A list with commas, of CHOICES."""
        def split(text):
            chosen = [kind(one) for one in text.split(",")]
            unknown = [str(one) for one in chosen if one not in choices]
            if unknown:
                raise argparse.ArgumentTypeError(
                    f"not among {choices}: {', '.join(unknown)}")
            return chosen
        return split

    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("tests", nargs="+", choices=TESTS)
    names = [system.name for system in lab.SYSTEMS]
    for name, default, kind in (
            ("--suites", list(lab.SUITES), some(list(lab.SUITES))),
            ("--sizes", SIZES, some(range(64, 1401), int)),
            ("--families", (4, 6), some((4, 6), int)),
            ("--systems", names, some(names))):
        parser.add_argument(name, type=kind, default=default)
    parser.add_argument("--symbols")
    return parser.parse_args()


def main():
    global only  # pylint: disable=global-statement
    only = arguments()
    run("modprobe", "-a", "veth", "pktgen", "esp4", "esp6", "xfrm_user",
        "wireguard", "nfipsec")
    for name in only.tests:
        TESTS[name]()
        with open(only.file, "w", encoding="ascii") as out:
            json.dump({"kernel": os.uname().release, "method": "icount",
                       "results": results}, out, indent=1)
            out.write("\n")
    if only.symbols:  # now that all modules are there
        run("cp", "/proc/kallsyms", only.symbols)
    sys.exit(any("error" in one for one in results))


main()
