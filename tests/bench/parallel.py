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
from lab import genl, inside, run
from measure import only, result, systems

FLOW = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                    "../../build/flow")
RUNS = 5
PACKETS = 2000  # a run, of each sender
SIZE = 1400
SUITE = "aes128gcm16"
# CPUs, and how many of them send
CASES = ((1, 1), (2, 1), (2, 2))
SECOND = "/sys/devices/system/cpu/cpu1/online"


def use_cpus(count):
    if not only.native:
        with open(SECOND, "w", encoding="ascii") as file:
            file.write(str(count - 1))


def keep_order():
    """A wire keeps the order of its packets. A veth hands those that two CPUs have
    sent to two CPUs: so one of them receives all, on the links where packets are
    counted.
    """
    for name, device in (("gw2", "wan"), ("host2", "eth")):
        run("ip", "netns", "exec", name, "sh", "-c",
            f"echo 1 >/sys/class/net/{device}/queues/rx-0/rps_cpus")


def protect(system, suite, cpus):
    """Anew for each case: our SAs say whether other CPUs shall help."""
    one = system()
    if system == lab.Nfipsec and "engine" in genl.TYPES["sa"]:
        one.engine = "inline" if cpus == 1 else "parallel"
    one.protect("tunnel", 4, suite)
    send(1)  # a handshake, caches
    return getattr(one, "engine", None)


def send(senders):
    """How many arrive, in how many seconds, and how many of them too late."""
    out = run(FLOW, "host1", "host2", "10.2.0.2", str(SIZE), str(PACKETS),
              str(senders), capture_output=True, timeout=600).stdout.split()
    return int(out[0]), float(out[1]), int(out[2])


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


def outside(senders):
    """(late, all) of what is seen on the outer link."""
    file = "/tmp/outer.pcap"
    with captured("gw2", "wan", "esp or udp port 51820", file):
        send(senders)
    numbers = []
    for packet in frames(file):
        payload = packet[4 * (packet[0] & 15):]
        if packet[9] == socket.IPPROTO_ESP:
            numbers.append(struct.unpack_from("!I", payload, 4)[0])
        elif payload[8] == 4:  # WireGuard's data, and its counter
            numbers.append(struct.unpack_from("<Q", payload, 16)[0])
    return {"late_outer": late(numbers), "seen_outer": len(numbers)}


def parallel():
    # of the machine that emulates this one
    load = os.environ.get("NFI_LOAD") or f"{os.getloadavg()[0]:.1f}"
    machine = (f"{os.cpu_count()} CPUs, shared with others: its load was "
               f"{load} at the beginning")
    if os.cpu_count() < 2:
        raise RuntimeError("parallel wants two CPUs")
    for system in systems():
        lab.up()
        keep_order()
        suite = {lab.Plain: None, lab.Wireguard: "chacha20poly1305"}.get(
            system, SUITE)
        speeds = {case: [] for case in CASES}
        arrived = dict.fromkeys(CASES, 0)
        wrong = dict.fromkeys(CASES, 0)
        order = {}
        engines = {}
        for _ in range(RUNS):
            for case in CASES:
                use_cpus(case[0])
                engines[case] = protect(system, suite, case[0])
                packets, seconds, out_of_order = send(case[1])
                speeds[case].append(round(packets / seconds))
                arrived[case] += packets
                wrong[case] += out_of_order
        for case in CASES:
            use_cpus(case[0])
            protect(system, suite, case[0])
            order[case] = outside(case[1]) if suite else {}
        base = statistics.median(speeds[CASES[0]])
        for case in CASES:
            median = statistics.median(speeds[case])
            result(test="parallel", method="real time", machine=machine,
                   system=system.name, suite=suite, family="4in4",
                   mode="tunnel" if suite else None, size=SIZE, cpus=case[0],
                   engine=engines[case],
                   senders=case[1], packets_per_second=round(median),
                   lowest=min(speeds[case]), highest=max(speeds[case]),
                   times_one_cpu=round(median / base, 2),
                   sent=RUNS * PACKETS * case[1], seen_inner=arrived[case],
                   late_inner=wrong[case], **order[case])
        use_cpus(2)
        lab.down()
