#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0
"""Measure, in the guest: see run. Prints a line for each figure, and leaves
them all in a file.

usage: guest.py FILE [--suites LIST] [--sizes LIST] [--families LIST]
                [--systems LIST] [--counts LIST] [--commit NAME]
                [--symbols FILE] [--native] TEST...
"""

import argparse
import ipaddress
import json
import os
import re
import subprocess
import sys
import time
import traceback

import batch
import lab
import parallel
import scale
from lab import genl, inside, ip, run
from measure import (COUNT, SIZES, WARM, counted, drop_reasons, only,
                     per_packet, pktgen, result, results, systems)


def cases(system, suites, modes=("tunnel",)):
    """(mode, suite) that a system has: WireGuard and plain have one."""
    if system == lab.Plain:
        return [(None, None)]
    if system == lab.Wireguard:
        return [("tunnel", "chacha20poly1305")]
    return [(mode, suite) for mode in modes for suite in suites]


def forward(test="forward", suites=None, families=None, firewall=False,
            udp=False):
    suites, families = suites or only.suites, families or only.families
    for system in systems():
        if only.native and system == lab.Wireguard:
            continue  # the sender's time says nothing of other CPUs
        lab.up()
        if firewall:
            lab.firewall()
        one = system()
        one.udp = udp
        for mode, suite in cases(system, suites):
            for family in families:
                one.protect(mode, family, suite)
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


def natt():
    """As forward, with ESP in UDP, as clients behind a NAT have it."""
    forward("natt", ("aes128gcm16",), udp=True)


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
    return [next(nets) for _ in range(count)]


def only_for_others(system, nets):
    """Policies of two directions for each net, and no other ones."""
    far = ipaddress.ip_network("10.9.0.0/16")
    address = (bytes(4), b"\xff" * 4)
    if system == lab.Xfrm:
        ip("xfrm policy flush\n")
        there = batch.Template(lambda to: batch.xfrm_policy(
            "out", lab.OUTER[4], bytes([9, 0, 0, 0]), to=to, to_len=b"\x1c",
            source=far.network_address.packed, source_len=b"\x10"),
                               to=address)
        back = batch.Template(lambda source: batch.xfrm_policy(
            "fwd", lab.OUTER[4], bytes([9, 0, 0, 0]), source=source,
            to=far.network_address.packed, to_len=b"\x10",
            source_len=b"\x1c"), source=address)
        sock = batch.xfrm_socket()
        batch.send(sock, batch.batches([
            one for net in nets for one in (
                there.fill(to=net.network_address.packed),
                back.fill(source=net.network_address.packed))]))
        sock.close()
        return

    def policy(way):
        return batch.Template(lambda remote: genl.encode("main", {"policy": {
            "direction": way, "action": "protect", "reqid": 9,
            "selector": lab.Nfipsec.selector(str(far), "0.0.0.0/28") |
            {"remote-v4": remote}}}), remote=address)

    ways = policy("out"), policy("in")
    nl = genl.Nl()
    nl.talk(nl.message("commit", b"".join(
        way.fill(remote=net.network_address.packed)
        for net in nets for way in ways)))
    nl.close()


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
                with inside(name):
                    only_for_others(system, nets)
            figure = per_packet(64, 4)
            if "instructions_per_packet" in figure:
                plain.setdefault("figure", figure["instructions_per_packet"])
                figure["instructions_per_hop"] = (
                    figure["instructions_per_packet"] - plain["figure"]) // 2
            result(test="nomatch", system=system.name, policies=count,
                   family="4", size=64, **figure)
        lab.down()


def allocations():
    """How often a packet has the kernel allocate: pktgen's own two, that of
    the skb, in all of them. Counted by the kernel's trace events.
    """
    events = "/sys/kernel/tracing/events/kmem/"
    kinds = ("kmalloc", "kmem_cache_alloc")

    def trigger(what):
        for kind in kinds:
            with open(f"{events}{kind}/trigger", "w", encoding="ascii") as out:
                # the packets are all of pktgen's thread, who only sends, but
                # ksoftirqd carries them where it has been woken
                out.write(what + 'hist:keys=call_site.sym '
                          'if comm ~ "kpktgend*" || comm ~ "ksoftirqd*"')

    for system in systems(lab.Plain, lab.Xfrm, lab.Nfipsec):
        lab.up()
        for mode, suite in cases(system, ("aes128gcm16",)):
            system().protect(mode, 4, suite)
            figure, sites = {}, {}
            try:
                pktgen(1, 1400, 4, 0.2)
                pktgen(WARM, 1400, 4)
                trigger("")
                pktgen(COUNT, 1400, 4)
                for kind in kinds:
                    with open(f"{events}{kind}/hist", encoding="ascii") as file:
                        for site, hits in re.findall(
                                r"\[\w+\] (\S+).*hitcount:\s+(\d+)",
                                file.read()):
                            sites[site] = sites.get(site, 0) + \
                                int(hits) / COUNT
                trigger("!")
                figure = {"allocations_per_packet":
                          round(sum(sites.values()), 2),
                          "by": {site: round(each, 2)
                                 for site, each in sites.items()
                                 if each > 0.01}}
            except RuntimeError as error:
                figure = {"error": str(error)}
            result(test="allocations", system=system.name, suite=suite,
                   family="4in4", mode=mode, size=1400, **figure)
        lab.down()


def crypto_floor():
    """The bare transform, by the kernel's own speed test (tcrypt), whose
    cycles are nanoseconds in the virtual machine. SIZE is what is sealed, less
    the padding.
    """
    figure = "cycles" if only.native else "instructions"
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
                           **{figure + "_per_packet": int(cycles)})


TESTS = {"forward": forward, "conntrack": conntrack, "natt": natt,
         "tcp": tcp, "nomatch": nomatch, "crypto-floor": crypto_floor,
         "allocations": allocations, "scale-sa": scale.sas, "scale-policy": scale.policies,
         "parallel": parallel.parallel}


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
            ("--counts", scale.COUNTS, some(range(1, 100001), int)),
            ("--families", (4, 6), some((4, 6), int)),
            ("--systems", names, some(names))):
        parser.add_argument(name, type=kind, default=default)
    parser.add_argument("--symbols")
    parser.add_argument("--commit")
    parser.add_argument("--native", action="store_true")
    parser.parse_args(namespace=only)


def save():
    """What another guest left there, of other tests, stays."""
    data = {"kernel": os.uname().release, "commit": only.commit,
            "method": "real time" if only.native else "icount", "results": []}
    if os.path.exists(only.file):
        with open(only.file, encoding="ascii") as file:
            data["results"] = [one for one in json.load(file)["results"]
                               if one["test"] not in only.tests]
    data["results"] += results
    with open(only.file, "w", encoding="ascii") as out:
        json.dump(data, out, indent=1)
        out.write("\n")


def main():
    arguments()
    run("modprobe", "-a", "veth", "pktgen", "esp4", "esp6", "xfrm_user",
        "wireguard", "nfipsec")
    for name in only.tests:
        try:
            TESTS[name]()
        except Exception as error:  # pylint: disable=broad-except
            # the others can still be had
            traceback.print_exc()
            result(test=name, system=None, error=repr(error))
            for namespace in lab.NAMES:
                subprocess.run(["ip", "netns", "del", namespace], check=False)
        save()
    if only.symbols:  # now that all modules are there
        run("cp", "/proc/kallsyms", only.symbols)
    sys.exit(any("error" in one for one in results))


main()
