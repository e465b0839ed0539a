# SPDX-License-Identifier: GPL-2.0
"""Namespaces for the tests that make their packets themselves.

         192.0.2.1/24                192.0.2.2/24
        2001:db8:f::1/64            2001:db8:f::2/64
    gw ---------------- wan == wan ---------------- peer
     |
    lan 10.1.0.1/24, 2001:db8:1::1/64; 10.2.0.0/24 and 2001:db8:2::/64 are
    behind the peer

The gateway has nfipsec; the peer is a packet socket. Neighbours are known, and
nobody says anything that was not asked for.
"""

import contextlib
import ctypes
import os
import select
import socket
import struct
import subprocess
import time

import esp
from genl import Nl
from tap import equal

CLONE_NEWNET = 0x40000000
ETH_P_ALL = 3
SO_RCVBUFFORCE = 33
MACS = {"gw": "02:00:00:00:00:01", "peer": "02:00:00:00:00:02"}
ENDS = {socket.AF_INET: {"gw": "192.0.2.1", "peer": "192.0.2.2"},
        socket.AF_INET6: {"gw": "2001:db8:f::1", "peer": "2001:db8:f::2"}}
NEAR = {socket.AF_INET: "10.1.0.1", socket.AF_INET6: "2001:db8:1::1"}
FAR = {socket.AF_INET: "10.2.0.2", socket.AF_INET6: "2001:db8:2::2"}
BOTH = (socket.AF_INET, socket.AF_INET6)

_libc = ctypes.CDLL(None, use_errno=True)
_home = os.open("/proc/self/ns/net", os.O_RDONLY)


def enter(name):
    """None is the namespace in which we began."""
    fd = os.open(f"/run/netns/{name}", os.O_RDONLY) if name else _home
    try:
        if _libc.setns(fd, CLONE_NEWNET):
            raise OSError(ctypes.get_errno(), f"cannot enter {name}")
    finally:
        if name:
            os.close(fd)


def run(name, *words, **more):
    """A program in a namespace. Returns what it printed."""
    enter(name)
    done = subprocess.run(words, text=True, capture_output=True, check=False,
                          **more)
    if done.returncode:
        raise AssertionError(f"{' '.join(words)}: exit code {done.returncode}"
                             f"\n{done.stdout}{done.stderr}")
    return done.stdout


def batch(name, text):
    enter(name)
    subprocess.run(["ip", "-batch", "-"], input=text, text=True, check=True)


def write(name, path, value):
    enter(name)
    with open(path, "w", encoding="ascii") as file:
        file.write(value)


def mac(text):
    return bytes.fromhex(text.replace(":", ""))


class Lab:
    """The drawing above."""

    def __init__(self):
        subprocess.run(["modprobe", "nfipsec"], check=True)
        self.remove()
        batch(None, "netns add gw\nnetns add peer\n")
        for name in MACS:
            for sysctl in ("accept_dad", "router_solicitations"):
                write(name, f"/proc/sys/net/ipv6/conf/default/{sysctl}", "0")
            for conf in ("all", "default"):
                write(name, f"/proc/sys/net/ipv4/conf/{conf}/rp_filter", "1")
        batch(None, "link add wan netns gw type veth peer name wan "
              "netns peer\nlink add lan netns gw type dummy\n")
        for name, other in (("gw", "peer"), ("peer", "gw")):
            batch(name, f"""
link set lo up
link set wan address {MACS[name]} addrgenmode none
link set wan up
addr add {ENDS[socket.AF_INET][name]}/24 dev wan
addr add {ENDS[socket.AF_INET6][name]}/64 dev wan nodad
neigh add {ENDS[socket.AF_INET][other]} lladdr {MACS[other]} dev wan
neigh add {ENDS[socket.AF_INET6][other]} lladdr {MACS[other]} dev wan
""")
        batch("gw", f"""
link set lan addrgenmode none
link set lan up
addr add 10.1.0.1/24 dev lan
addr add 2001:db8:1::1/64 dev lan nodad
route add 10.2.0.0/24 via 192.0.2.2 src 10.1.0.1
route add 2001:db8:2::/64 via 2001:db8:f::2 src 2001:db8:1::1
""")
        enter("gw")
        self.nl = Nl()
        enter("peer")
        self.wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
        self.wire.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, 16 << 20)
        self.wire.bind(("wan", ETH_P_ALL))
        self.wire.setblocking(False)

    @staticmethod
    def remove():
        for name in MACS:
            subprocess.run(["ip", "netns", "del", name], check=False,
                           stderr=subprocess.DEVNULL)

    def send(self, packet):
        """An IP packet from the peer to the gateway."""
        kind = 0x86dd if packet[0] >> 4 == 6 else 0x0800
        frame = mac(MACS["gw"]) + mac(MACS["peer"]) + \
            struct.pack("!H", kind) + packet
        while True:
            try:
                self.wire.send(frame)
                return
            except BlockingIOError:
                # another CPU has not come to take the others yet
                select.select([], [self.wire], [], 1)

    def received(self):
        """IP packets that the gateway sent, as (whole packet, SPI, number);
        SPI and number are None for what is not ESP. Without what its stack says
        of multicast groups when it likes.
        """
        packets = []
        while True:
            try:
                frame, where = self.wire.recvfrom(65535)
            except BlockingIOError:
                return packets
            kind = struct.unpack_from("!H", frame, 12)[0]
            if where[2] == socket.PACKET_OUTGOING or \
                    kind not in (0x0800, 0x86dd):
                continue
            packet = frame[14:]
            if kind == 0x86dd and is_report(packet):
                continue
            at = 40 if kind == 0x86dd else (packet[0] & 15) * 4
            protocol = packet[6 if kind == 0x86dd else 9]
            spi = seq = None
            if protocol == esp.ESP:
                spi, seq = struct.unpack_from("!II", packet, at)
            packets.append((packet, spi, seq))

    def stats(self):
        """What nfipsec stats says was dropped, by reason."""
        return self.nl.drops()


def is_report(packet):
    """Is it a report of MLD, behind its hop-by-hop options (RFC 3810 5)?"""
    return len(packet) > 48 and packet[6] == 0 and packet[40] == 58 and \
        packet[48] in (131, 143)


def leaked(packets):
    """Those of Lab.received() that are in clear and should not be."""
    inside = [bytes((10, 1, 0)), bytes((10, 2, 0))] + [
        socket.inet_pton(socket.AF_INET6, f"2001:db8:{i}::")[:8]
        for i in (1, 2)]
    return [packet.hex() for packet, spi, _ in packets
            if spi is None and any(prefix in packet for prefix in inside)]


class Receiver:
    """A UDP port of the gateway, for both families."""

    def __init__(self, port=7000, name="gw"):
        enter(name)
        self.port = port
        self.sock = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
        self.sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        self.sock.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, 16 << 20)
        self.sock.bind(("::", port))
        self.sock.setblocking(False)

    def take(self):
        """All that has come."""
        data = []
        while True:
            try:
                data.append(self.sock.recv(65535))
            except BlockingIOError:
                return data

    def wait(self, seconds=30):
        return bool(select.select([self.sock], [], [], seconds)[0])


class Sender:
    """A UDP socket of the gateway, to what is behind the peer."""

    def __init__(self, family, name="gw"):
        enter(name)
        self.family = family
        self.head = 28 if family == socket.AF_INET else 48
        self.sock = socket.socket(family, socket.SOCK_DGRAM)
        self.sock.bind((NEAR[family], 0))

    def send(self, count=1, size=100):
        """Packets of @size octets, IP and UDP header included."""
        for _ in range(count):
            with contextlib.suppress(OSError):	# the next packet will show
                self.sock.sendto(bytes(size - self.head),
                                 (FAR[self.family], 9))


class Events:
    """A listener, and the numbers that events should have."""

    def __init__(self, name="gw"):
        enter(name)
        self.nl = Nl()
        self.nl.subscribe()
        self.number = None

    def take(self, count, seconds=30):
        """
        The next @count events, and nothing after them that is there already:
        (SPI, "soft" or "hard") of each.
        """
        events = []
        while True:
            event = self.nl.event(seconds if len(events) < count else 0)
            if not event:
                return events
            name, values = event
            if self.number is not None:
                equal(values["event"], self.number + 1, "number of the event")
            self.number = values["event"]
            equal(name, "sa-expire")
            events.append((values["sa"][0]["spi"],
                           "hard" if "hard" in values else "soft"))


def eventually(condition, seconds=30):
    """The condition's first true value, or its last one. Something that must happen
    may take its time: a machine that is busy is no failure.
    """
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value or time.monotonic() > end:
            return value
        time.sleep(0.01)
