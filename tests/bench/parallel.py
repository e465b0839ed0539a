# SPDX-License-Identifier: GPL-2.0
"""One SA on one CPU and on two: packets per second, and whether they stay in
order. By the clock on the wall, on as many real CPUs as the machine can spare,
so each figure is the median of several runs, which take turns.
"""

import contextlib
import os
import socket
import statistics
import struct
import subprocess
import time

import lab
from lab import inside, run
from measure import only, pktgen_setup, pktgen_write, received, result, systems

RUNS = 5
PACKETS = 10000  # a run, of each sender
SIZE = 1400
SUITE = "aes128gcm16"
# CPUs, and how many of them send
CASES = ((1, 1), (2, 1), (2, 2))
SECOND = "/sys/devices/system/cpu/cpu1/online"


def use_cpus(count):
    """pktgen has a thread for each CPU, from when it is loaded."""
    run("modprobe", "-r", "pktgen")
    if not only.native:
        with open(SECOND, "w", encoding="ascii") as file:
            file.write(str(count - 1))
    run("modprobe", "pktgen")


def send(senders):
    """Returns how many arrived, and how many seconds it took."""
    with inside("host1"):
        for n in range(senders):
            pktgen_setup(n, PACKETS, SIZE, 4, [
                f"udp_src_min {1000 + n}", f"udp_src_max {1000 + n}"])
        before = received()
        begin = ended = time.monotonic()
        pktgen_write("pgctrl", "start")
    arrived = received() - before
    ended = time.monotonic()
    # those that are still on another CPU
    while time.monotonic() < ended + 0.2 and arrived < senders * PACKETS:
        if received() - before != arrived:
            arrived, ended = received() - before, time.monotonic()
    return arrived, ended - begin


@contextlib.contextmanager
def captured(name, device, filter_, file):
    with inside(name):
        tcpdump = subprocess.Popen(
            ["tcpdump", "-i", device, "-w", file, "-s", "96", "-B", "65536",
             "-Z", "root", "-U", "--immediate-mode", filter_],
            stderr=subprocess.PIPE)
    tcpdump.stderr.readline()  # it says that it listens
    time.sleep(0.5)
    yield
    time.sleep(1)
    tcpdump.terminate()
    tcpdump.communicate()


def frames(file):
    with open(file, "rb") as pcap:
        pcap.read(24)
        while head := pcap.read(16):
            yield pcap.read(struct.unpack("=8xI4x", head)[0])[14:]


def late(numbers):
    """How many came after one that they should have come before."""
    highest, count = -1, 0
    for number in numbers:
        count += number < highest
        highest = max(highest, number)
    return count


def out_of_order(senders):
    """(late, all) on the outer link, and of the flows that arrive."""
    outer, inner = "/tmp/outer.pcap", "/tmp/inner.pcap"
    with captured("gw2", "wan", "esp or udp port 51820", outer), \
            captured("host2", "eth", "udp port 2000", inner):
        send(senders)
    numbers = []
    for packet in frames(outer):
        payload = packet[4 * (packet[0] & 15):]
        if packet[9] == socket.IPPROTO_ESP:
            numbers.append(struct.unpack_from("!I", payload, 4)[0])
        elif payload[8] == 4:  # WireGuard's data, and its counter
            numbers.append(struct.unpack_from("<Q", payload, 16)[0])
    flows = {}
    for packet in frames(inner):
        port, seq = struct.unpack_from("!H10xI", packet, 20)
        flows.setdefault(port, []).append(seq)
    return {"late_outer": late(numbers), "seen_outer": len(numbers),
            "late_inner": sum(map(late, flows.values())),
            "seen_inner": sum(map(len, flows.values()))}


def parallel():
    machine = (f"{os.cpu_count()} CPUs that others use at the same time, load "
               f"{os.getloadavg()[0]:.1f} in here")
    if os.cpu_count() < 2:
        raise RuntimeError("parallel wants two CPUs")
    for system in systems():
        lab.up()
        suite = {lab.Plain: None, lab.Wireguard: "chacha20poly1305"}.get(
            system, SUITE)
        system().protect("tunnel", 4, suite)
        speeds = {case: [] for case in CASES}
        lost = dict.fromkeys(CASES, 0)
        order = {}
        send(1)  # a handshake, caches
        for _ in range(RUNS):
            for case in CASES:
                use_cpus(case[0])
                arrived, seconds = send(case[1])
                speeds[case].append(round(arrived / seconds))
                lost[case] += case[1] * PACKETS - arrived
        for case in CASES:
            use_cpus(case[0])
            order[case] = out_of_order(case[1]) if suite else {}
        base = statistics.median(speeds[CASES[0]])
        for case in CASES:
            median = statistics.median(speeds[case])
            result(test="parallel", method="real time", machine=machine,
                   system=system.name, suite=suite, family="4in4",
                   mode="tunnel" if suite else None, size=SIZE, cpus=case[0],
                   senders=case[1], packets_per_second=round(median),
                   lowest=min(speeds[case]), highest=max(speeds[case]),
                   times_one_cpu=round(median / base, 2), lost=lost[case],
                   sent=RUNS * PACKETS * case[1], **order[case])
        use_cpus(2)
        lab.down()
