# SPDX-License-Identifier: GPL-2.0
"""Traffic between two namespaces that goes on whatever happens to it: UDP both
ways, and TCP that connects again when it is stuck, in both families.
"""

import contextlib
import mmap
import os
import select
import signal
import socket
import struct
import time

from lab import enter

FAMILIES = (socket.AF_INET, socket.AF_INET6)
FLOWS = [f"{kind}{v} {way}" for kind in ("UDP", "TCP") for v in (4, 6)
         for way in ("there", "back")]
CHUNK = bytes(32768)
STUCK = 0.7	# seconds, doubled as long as a slow machine wants more


class _End:
    """One of the two; runs in a process of its own."""

    def __init__(self, count, first, mine, other):
        self.count, self.first = count, first
        self.mine, self.other = mine, other
        self.udp, self.tcp, self.wait = {}, {}, {}
        self.patience = dict.fromkeys(FAMILIES, STUCK)
        for family, addr in mine.items():
            sock = socket.socket(family, socket.SOCK_DGRAM)
            sock.bind((addr, 5000))
            sock.setblocking(False)
            self.udp[family] = sock
            if first:
                listener = socket.socket(family, socket.SOCK_STREAM)
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                listener.bind((addr, 5001))
                listener.listen()
                listener.setblocking(False)
                self.wait[family] = listener

    def connect(self, family, now):
        """A new connection when there is none or it is stuck."""
        old = self.tcp.get(family)
        if self.first:
            # the other one has given up all but the last
            with contextlib.suppress(BlockingIOError):
                while True:
                    sock = self.wait[family].accept()[0]
                    sock.setblocking(False)
                    self.tcp[family] = [sock, now]
            return
        if old and now - old[1] < self.patience[family]:
            return
        if old:
            old[0].close()
            self.patience[family] = min(10, 2 * self.patience[family])
        sock = socket.socket(family, socket.SOCK_STREAM)
        sock.setblocking(False)
        sock.connect_ex((self.other[family], 5001))
        self.tcp[family] = [sock, now]

    def work(self):
        while True:
            now = time.monotonic()
            for i, family in enumerate(FAMILIES):
                with contextlib.suppress(OSError):
                    for size in (30, 300, 1300, 3000):
                        self.udp[family].sendto(CHUNK[:size],
                                                (self.other[family], 5000))
                with contextlib.suppress(OSError):
                    while True:
                        self.udp[family].recv(65536)
                        self.count(i, 1)
                self.connect(family, now)
                if family not in self.tcp:
                    continue
                stream = self.tcp[family]
                with contextlib.suppress(OSError):
                    stream[0].send(CHUNK)
                with contextlib.suppress(OSError):
                    got = len(stream[0].recv(1 << 20))
                    self.count(2 + i, got)
                    if got:
                        stream[1] = now
                        self.patience[family] = STUCK
            select.select([], [], [], 0.003)


class Flood:
    """@ends: for both ends its namespace and its addresses by family."""

    def __init__(self, *ends):
        self.memory = mmap.mmap(-1, 8 * len(FLOWS))
        self.children = []
        for i, (name, mine) in enumerate(ends):
            child = os.fork()
            if child:
                self.children.append(child)
                continue
            try:
                enter(name)
                _End(lambda flow, n, way=1 - i: self._count(2 * flow + way, n),
                     not i, mine, ends[1 - i][1]).work()
            finally:
                os._exit(1)

    def _count(self, slot, n):
        now, = struct.unpack_from("=Q", self.memory, 8 * slot)
        struct.pack_into("=Q", self.memory, 8 * slot, now + n)

    def counts(self):
        return dict(zip(FLOWS, struct.unpack(f"={len(FLOWS)}Q",
                                             self.memory)))

    def pause(self):
        for child in self.children:
            os.kill(child, signal.SIGSTOP)

    def go_on(self):
        for child in self.children:
            os.kill(child, signal.SIGCONT)

    def end(self):
        for child in self.children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
