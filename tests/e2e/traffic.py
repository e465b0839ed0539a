#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0
"""Sends, receives, compares and watches, in all namespaces of the lab at once.

lib.sh starts one of these for a test script, as starting a program takes long
in an emulated machine. It reads a command a line and answers each with lines
that start with "#", then one that starts with "ok" or "fail".

  ping NS SRC DST SIZE...      echo requests from NS; SIZE is of the data, or A-B
  lost NS SRC DST SIZE...      the same, but nothing may come back
  udp NS1 ADDR1 NS2 ADDR2 SIZE...    datagrams there and back again
  keep udp ...                 the same, and keep the sockets for
  again SIZE...                more of the same flow
  came udp|tcp NS1 ADDR1 PORT1 NS2 ADDR2 PORT2 [SIZE]
                               a datagram there and back, or a connection
  gone udp|tcp ...             the same, but nothing may arrive
  refused NS SRC DST SIZE...   sending a datagram that may not be fragmented says
                               that it is too big
  gso NS1 ADDR1 NS2 ADDR2 SIZE COUNT    datagrams that leave as one (UDP GSO)
  tcp NS1 ADDR1 NS2 ADDR2 BYTES [max-retrans N]   both ways at once
  sctp NS1 ADDR1 NS2 ADDR2 SIZE...    messages of an SCTP association there and back
  pages NS1 ADDR1 NS2 ADDR2 BYTES    TCP and a datagram from memory that others
                               see, too: it arrives and is as it was
  cpu N|any                    stay on this processor, and so do the packets
  watch NS DEV                 look at what is sent by DEV from now on
  watched [maybe|any]          ESP or AH was sent since the last time, and nothing
                               else; "maybe": or nothing at all; "any": only
                               tell
  pcap FILE                    the same of a file of tcpdump -w
  encap PORT...                UDP from or to these ports is ESP, too, if it has an
                               SPI of ours, and so are keepalives
  daemon NS PORT               sockets at this port of all addresses, as an IKE
                               daemon has them; XFRM opens what is ESP there
  marked NS1 NS2 ADDR PORT     the daemon of NS1 sends a message with non-ESP
                               marker; that of NS2 gets it, and nothing before,
                               and answers
  xfrm NS                      XFRM's errors since the last time: name=n ...
  set NS VALUE PATH...         write into files below /proc/sys
  run NS PROGRAM ARG...        what it prints follows in lines with "="
  each FILE1 FILE2             the command in each line of the first; what came of
                               each goes into the second
"""
import ctypes
import errno
import hashlib
import ipaddress
import mmap
import os
import select
import socket
import struct
import subprocess
import sys
import tempfile
import time

libc = ctypes.CDLL(None, use_errno=True)
CLONE_NEWNET = 0x40000000
IP_MTU_DISCOVER, IPV6_MTU_DISCOVER, PMTUDISC_DONT, PMTUDISC_DO = \
    10, 23, 0, 2
TCP_INFO_RETRANS, TCP_INFO_MSS, TCP_INFO_LEN = 100, 16, 104
UDP_SEGMENT = 103
SO_ATTACH_FILTER, SO_RCVBUFFORCE = 26, 33
SO_ZEROCOPY, MSG_ZEROCOPY = 60, 0x4000000
SOL_PACKET, PACKET_STATISTICS = 263, 6
ETH_P_ALL = 3
PACKET_TYPE = 0xfffff004    # where a socket filter finds it
PATTERN = os.urandom(131072)
STREAM = PATTERN[:65536] * 2    # any 65536 bytes of it can follow any others


class Failed(Exception):
    pass


def enter(ns):
    fd = os.open('/run/netns/' + ns, os.O_RDONLY)
    try:
        if libc.setns(fd, CLONE_NEWNET):
            raise OSError(ctypes.get_errno(), 'cannot enter ' + ns)
    finally:
        os.close(fd)


def family(addr):
    return socket.AF_INET6 if ':' in addr else socket.AF_INET


def sizes(words):
    """9 20-23 100-120/10 -> 9 20 21 22 23 100 110 120"""
    for word in words:
        span, _, step = word.partition('/')
        first, _, last = span.partition('-')
        yield from range(int(first), int(last or first) + 1, int(step or 1))


def new_socket(ns, addr, kind, protocol=0, port=0):
    enter(ns)
    if kind == socket.SOCK_DGRAM and protocol:    # who may: nobody, by default
        write(ns, '0 2147483647', 'net/ipv4/ping_group_range')
    sock = socket.socket(family(addr), kind, protocol)
    # Sizes of our choice, not those that path MTU discovery wants; the scripts
    # about MTUs use ping(8)
    if kind == socket.SOCK_DGRAM:
        if sock.family == socket.AF_INET:
            sock.setsockopt(socket.IPPROTO_IP, IP_MTU_DISCOVER, PMTUDISC_DONT)
        else:
            sock.setsockopt(socket.IPPROTO_IPV6, IPV6_MTU_DISCOVER,
                            PMTUDISC_DONT)
    if port:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind((addr, port))
    sock.setblocking(False)
    return sock


def send(sock, data, to):
    try:
        sock.sendto(data, to)
    except OSError as err:
        # the network told us something; the next try will show
        if err.errno not in (errno.EMSGSIZE, errno.EHOSTUNREACH,
                             errno.ECONNREFUSED, errno.EACCES):
            raise Failed(f'{len(data)} bytes to {to[0]}: {err}') from err


def receive(sock, data, seconds):
    """True if @data came: late answers to earlier tries may come first."""
    end = time.monotonic() + seconds
    wait = select.poll()
    wait.register(sock, select.POLLIN)
    while True:
        try:
            got, _ = sock.recvfrom(65535)
        except BlockingIOError:
            left = end - time.monotonic()
            if left <= 0 or not wait.poll(left * 1000):
                return False
            continue
        except OSError:
            continue
        if got == data:
            return True
        if len(got) == len(data):
            raise Failed(f'{len(data)} bytes came altered')


TRIES = (0.2, 1, 3)     # seconds; large packets may find a smaller path first


def datagrams(one, two, words):
    again = count = 0
    for size in sizes(words):
        data = PATTERN[size:2 * size]
        for here, there in ((one, two), (two, one)):
            for seconds in TRIES:
                send(here, data, there.getsockname())
                if receive(there, data, seconds):
                    break
                again += 1
            else:
                raise Failed(f'{size} bytes of UDP were lost on the way '
                             f'to {there.getsockname()[0]}')
            count += 1
    return f'{count} datagrams, {again} sent again'


def udp(ns1, addr1, ns2, addr2, *words):
    with new_socket(ns1, addr1, socket.SOCK_DGRAM) as one, \
            new_socket(ns2, addr2, socket.SOCK_DGRAM) as two:
        return datagrams(one, two, words)


def refused(ns, src, dst, *words):
    with new_socket(ns, src, socket.SOCK_DGRAM) as sock:
        if sock.family == socket.AF_INET:
            sock.setsockopt(socket.IPPROTO_IP, IP_MTU_DISCOVER, PMTUDISC_DO)
        else:
            sock.setsockopt(socket.IPPROTO_IPV6, IPV6_MTU_DISCOVER,
                            PMTUDISC_DO)
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_DONTFRAG, 1)
        for size in sizes(words):
            try:
                sock.sendto(PATTERN[:size], (dst, 9))
            except OSError as err:
                if err.errno == errno.EMSGSIZE:
                    continue
                raise Failed(f'{size} bytes: {err}') from err
            raise Failed(f'{size} bytes were sent')
    return 'too big'


def arrives(kind, ns1, addr1, port1, ns2, addr2, port2, size, tries):
    """Does the first packet come through, and the answer to it?"""
    if kind == 'tcp':
        with new_socket(ns2, addr2, socket.SOCK_STREAM, 0, int(port2)) as two, \
                new_socket(ns1, addr1, socket.SOCK_STREAM, 0,
                           int(port1)) as one:
            two.listen()
            # no TIME_WAIT, which would keep the port
            one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER,
                           struct.pack('ii', 1, 0))
            one.connect_ex((addr2, int(port2)))
            # the kernel itself sends a SYN again after a second
            if not select.select([two], [], [], sum(tries))[0]:
                return False
            two.accept()[0].close()
        time.sleep(0.05)    # for the last words of both
        return True
    with new_socket(ns1, addr1, socket.SOCK_DGRAM, 0, int(port1)) as one, \
            new_socket(ns2, addr2, socket.SOCK_DGRAM, 0, int(port2)) as two:
        for here, there in ((one, two), (two, one)):
            for seconds in tries:
                send(here, PATTERN[:size], there.getsockname())
                if receive(there, PATTERN[:size], seconds):
                    break
            else:
                return False
    return True


def came(*words):
    size = int(words[7]) if len(words) > 7 else 100
    if not arrives(*words[:7], size, TRIES):
        raise Failed('it did not come: ' + ' '.join(words))
    return ''


def gone(*words):
    size = int(words[7]) if len(words) > 7 else 100
    if arrives(*words[:7], size, (0.3,)):
        raise Failed('it came: ' + ' '.join(words))
    return ''


kept = []


def keep(_, ns1, addr1, ns2, addr2, *words):
    kept[:] = (new_socket(ns1, addr1, socket.SOCK_DGRAM),
               new_socket(ns2, addr2, socket.SOCK_DGRAM))
    return datagrams(*kept, words)


def again(*words):
    return datagrams(*kept, words)


def gso(ns1, addr1, ns2, addr2, size, count):
    size, count = int(size), int(count)
    with new_socket(ns1, addr1, socket.SOCK_DGRAM) as one, \
            new_socket(ns2, addr2, socket.SOCK_DGRAM) as two:
        one.setsockopt(socket.IPPROTO_UDP, UDP_SEGMENT, size)
        data = PATTERN[:size * count]
        for seconds in TRIES:
            try:
                one.sendto(data, two.getsockname())
            except OSError as err:
                raise Failed(f'UDP GSO: {err}') from err
            if all(receive(two, data[i:i + size], seconds)
                   for i in range(0, len(data), size)):
                return f'{count} datagrams of {size} bytes'
    raise Failed(f'datagrams of {size} bytes were lost')


def echo(size, number):
    return struct.pack('!BBHHH', 0, 0, 0, 0, number) + PATTERN[size:2 * size]


def ping_sockets(ns, src, dst):
    six = family(src) == socket.AF_INET6
    sock = new_socket(ns, src, socket.SOCK_DGRAM, socket.IPPROTO_ICMPV6 if six
                      else socket.IPPROTO_ICMP)
    return sock, 128 if six else 8, 129 if six else 0, (dst, 0)


def ping_one(sock, request, reply, to, size, number, tries):
    """How often it was sent until the answer came, 0 if none did."""
    message = echo(size, number)
    for i, seconds in enumerate(tries):
        send(sock, bytes([request]) + message[1:], to)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not select.select([sock], [], [], end - time.monotonic())[0]:
                break
            try:
                got, _ = sock.recvfrom(65535)
            except OSError:
                continue
            if got[:2] != bytes([reply, 0]) or got[6:8] != message[6:8]:
                continue
            if got[8:] != message[8:]:
                raise Failed(f'the echo of {size} bytes is altered')
            return i + 1
    return 0


def ping(ns, src, dst, *words):
    again = count = 0
    sock, request, reply, to = ping_sockets(ns, src, dst)
    with sock:
        for size in sizes(words):
            count += 1
            tries = ping_one(sock, request, reply, to, size, count & 0xffff,
                             TRIES)
            if not tries:
                raise Failed(f'no echo of {size} bytes from {dst}')
            again += tries - 1
    return f'{count} echos, {again} sent again'


def lost(ns, src, dst, *words):
    sock, request, reply, to = ping_sockets(ns, src, dst)
    with sock:
        for size in sizes(words):
            if ping_one(sock, request, reply, to, size, 1, (0.3,)):
                raise Failed(f'{size} bytes came back from {dst}')
    return 'nothing came back'


class Stream:
    """One end of a TCP connection: sends @total bytes and receives as many."""

    def __init__(self, sock, total, start):
        sock.setblocking(False)
        self.sock, self.total, self.start = sock, total, start
        self.sent = self.got = 0
        self.hash = hashlib.sha256()

    def chunk(self, pos):
        begin = (self.start + pos) % 65536
        size = min(65536, self.total - pos)
        return memoryview(STREAM)[begin:begin + size]

    def expected(self):
        """What the other end must have received."""
        digest, pos = hashlib.sha256(), 0
        while pos < self.total:
            chunk = self.chunk(pos)
            digest.update(chunk)
            pos += len(chunk)
        return digest.digest()

    def go_on(self, events):
        if events & (select.POLLERR | select.POLLNVAL):
            raise Failed('TCP: ' + os.strerror(self.sock.getsockopt(
                socket.SOL_SOCKET, socket.SO_ERROR)))
        if events & (select.POLLIN | select.POLLHUP):
            data = self.sock.recv(262144)
            if not data:
                raise Failed(f'TCP: closed after {self.got} bytes')
            self.hash.update(data)
            self.got += len(data)
        if events & select.POLLOUT and self.sent < self.total:
            self.sent += self.sock.send(self.chunk(self.sent))

    def wants(self):
        want = select.POLLIN if self.got < self.total else 0
        return want | (select.POLLOUT if self.sent < self.total else 0)

    def info(self):
        raw = self.sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO,
                                   TCP_INFO_LEN)
        return (struct.unpack_from('I', raw, TCP_INFO_RETRANS)[0],
                struct.unpack_from('I', raw, TCP_INFO_MSS)[0])


def connect(ns1, addr1, ns2, addr2, protocol=0):
    with new_socket(ns2, addr2, socket.SOCK_STREAM, protocol) as listener:
        listener.listen()
        one = new_socket(ns1, addr1, socket.SOCK_STREAM, protocol)
        one.connect_ex(listener.getsockname()[:2])
        if not select.select([listener], [], [], 7)[0]:
            one.close()
            raise Failed(f'no connection from {addr1} to {addr2}')
        return one, listener.accept()[0]


def sctp(ns1, addr1, ns2, addr2, *words):
    one, two = connect(ns1, addr1, ns2, addr2, socket.IPPROTO_SCTP)
    with one, two:
        for size in sizes(words):
            for here, there in ((one, two), (two, one)):
                here.send(PATTERN[:size])
                if not select.select([there], [], [], 7)[0]:
                    raise Failed(f'{size} bytes of SCTP were lost')
                if there.recv(65535) != PATTERN[:size]:
                    raise Failed(f'{size} bytes came altered')
    return f'messages of {" ".join(words)} bytes'


def tcp(ns1, addr1, ns2, addr2, total, *limit):
    total = int(total)
    one, two = connect(ns1, addr1, ns2, addr2)
    with one, two:
        ends = {one.fileno(): Stream(one, total, 1),
                two.fileno(): Stream(two, total, 20000)}
        poll = select.poll()
        for fd in ends:
            poll.register(fd)
        begin = time.monotonic()
        while any(end.wants() for end in ends.values()):
            for fd, end in ends.items():
                poll.modify(fd, end.wants())
            events = poll.poll(10000)
            if not events:
                raise Failed('TCP: stuck after ' + ' and '.join(
                    str(end.got) for end in ends.values()) + ' bytes')
            for fd, event in events:
                ends[fd].go_on(event)
        seconds = time.monotonic() - begin
        first, second = ends.values()
        for here, there in ((first, second), (second, first)):
            if here.hash.digest() != there.expected():
                raise Failed('TCP: the checksum of the data is wrong')
        (again1, mss1), (again2, mss2) = first.info(), second.info()
    if limit and again1 + again2 > int(limit[1]):
        raise Failed(f'TCP: {again1} and {again2} segments sent again '
                     f'of 2 * {total} bytes, mss {mss1} and {mss2}')
    return (f'{total} bytes each way, {16 * total / seconds / 1e6:.0f} Mbit/s, '
            f'{again1 + again2} segments sent again, mss {mss1} {mss2}')


def stream_from(one, two, size, send):
    """send(position) sends what follows there by @one, as much as it likes."""
    sent, got = 0, b''
    while len(got) < size:
        ready = select.select([two], [one] if sent < size else [], [], 10)
        if not any(ready):
            raise Failed(f'TCP: stuck after {len(got)} bytes')
        if ready[1]:
            sent += send(sent)
        if ready[0]:
            got += two.recv(262144)
    return got


def pages(ns1, addr1, ns2, addr2, size):
    size = int(size)
    data = STREAM[:size]
    memory = mmap.mmap(-1, size)
    memory[:] = data
    shared = memoryview(memory)
    one, two = connect(ns1, addr1, ns2, addr2)
    with one, two, tempfile.TemporaryFile() as file:
        file.write(data)
        file.flush()
        one.setsockopt(socket.SOL_SOCKET, SO_ZEROCOPY, 1)
        for send_from in (
                lambda at: os.sendfile(one.fileno(), file.fileno(), at,
                                       size - at),
                lambda at: one.send(shared[at:at + 65536], MSG_ZEROCOPY)):
            if stream_from(one, two, size, send_from) != data:
                raise Failed('TCP: other data than what was sent')
        file.seek(0)
        if file.read() != data:
            raise Failed('the file was written to')
    with new_socket(ns1, addr1, socket.SOCK_DGRAM) as one, \
            new_socket(ns2, addr2, socket.SOCK_DGRAM) as two:
        one.setsockopt(socket.SOL_SOCKET, SO_ZEROCOPY, 1)
        for seconds in TRIES:
            one.sendto(shared[:1300], MSG_ZEROCOPY, two.getsockname())
            if receive(two, data[:1300], seconds):
                break
        else:
            raise Failed('a datagram was lost')
    if memory[:] != data:
        raise Failed('the memory was written to')
    return f'{2 * size} bytes'


# What may be on the wire between two gateways: ESP or AH, and what the two say
# of it

ETH_IP, ETH_ARP, ETH_IP6 = 0x0800, 0x0806, 0x86dd
ESP, AH, ICMP, ICMP6, FRAGMENT, HOP_BY_HOP, UDP = 50, 51, 1, 58, 44, 0, 17
SEALED = (ESP, AH)
DISCOVERY = (130, 131, 132, 133, 134, 135, 136, 137, 143)


encap_ports = set()


def encap(*words):
    encap_ports.clear()
    encap_ports.update(int(word) for word in words)
    return ''


def is_encap(payload, later):
    """Is a packet with this UDP header and payload ESP?"""
    # A NAT writes its own numbers and addresses into later fragments while we
    # still look at them. The first one of a packet in clear is seen for all.
    if later and encap_ports:
        return True
    if len(payload) < 9 or not encap_ports & set(
            struct.unpack_from('!HH', payload)):
        return False
    if payload[8:] == b'\xff':
        return True
    if len(payload) < 16:
        return False
    spi, seq = struct.unpack_from('!II', payload, 8)
    return 0x1000 <= spi < 0x10000 and 0 < seq < 1 << 20


def is_encap4(packet, head):
    fragment = struct.unpack_from('!H', packet, 6)[0]
    return is_encap(packet[head:], fragment & 0x1fff)


def is_encap6(packet):
    if packet[6] == UDP:
        return is_encap(packet[40:], False)
    if packet[6] != FRAGMENT or len(packet) < 48 or packet[40] != UDP:
        return False
    fragment = struct.unpack_from('!H', packet, 42)[0]
    return is_encap(packet[48:], fragment & ~7)


def quotes_encap(packet, head):
    """Does an ICMP message bring back a packet that is_encap()?"""
    port = struct.unpack_from('!HH', packet, head)
    return bool(encap_ports & set(port))


def verdict4(packet):
    """What an IPv4 packet is: '' for ESP, else what to say of it."""
    if len(packet) < 20:
        return 'short IPv4 packet'
    head = (packet[0] & 15) * 4
    src, dst = (ipaddress.ip_address(packet[i:i + 4]) for i in (12, 16))
    if packet[9] in SEALED:
        return ''
    if packet[9] == UDP and is_encap4(packet, head):
        return ''
    if packet[9] == ICMP and len(packet) >= head + 36 and \
            packet[head] in (3, 11) and packet[head + 17] == UDP and \
            quotes_encap(packet, head + 28):
        return ''
    if packet[9] == ICMP and len(packet) >= head + 28 and \
            packet[head] in (3, 11, 12) and packet[head + 17] in SEALED:
        return ''
    return f'{src} > {dst} protocol {packet[9]}, {len(packet)} bytes'


def verdict6(packet):
    """The same for IPv6."""
    if len(packet) < 40:
        return 'short IPv6 packet'
    src, dst = (ipaddress.ip_address(packet[i:i + 16]) for i in (8, 24))
    upper, head = packet[6], 40
    if is_encap6(packet):
        return ''
    while upper in (FRAGMENT, HOP_BY_HOP) and len(packet) > head + 8:
        extension, upper = upper, packet[head]
        if extension == FRAGMENT and upper not in SEALED:
            break
        head += 8 if extension == FRAGMENT else 8 * (packet[head + 1] + 1)
    if upper in SEALED:
        return ''
    if upper == ICMP6 and len(packet) > head:
        kind = packet[head]
        if kind in DISCOVERY:
            return ''
        if kind in (1, 2, 3) and len(packet) >= head + 56 and \
                packet[head + 14] == UDP and quotes_encap(packet, head + 48):
            return ''
        if kind in (1, 2, 3, 4) and len(packet) >= head + 48 and \
                (packet[head + 14] in SEALED or packet[head + 14] == FRAGMENT
                 and packet[head + 48] in SEALED):
            return ''
    return f'{src} > {dst} next header {upper}, {len(packet)} bytes'


def verdict(frame):
    kind = struct.unpack_from('!H', frame, 12)[0]
    if kind == ETH_ARP:
        return ''
    if kind == ETH_IP:
        return verdict4(frame[14:])
    if kind == ETH_IP6:
        return verdict6(frame[14:])
    return f'EtherType {kind:#06x}'


def is_esp(frame):
    kind = struct.unpack_from('!H', frame, 12)[0]
    if kind == ETH_IP and frame[23] == UDP:
        return True     # verdict() has let it pass
    if kind == ETH_IP6 and (frame[20] == UDP or
                            frame[20] == FRAGMENT and frame[54] == UDP):
        return True
    return kind == ETH_IP and frame[23] in SEALED or \
        kind == ETH_IP6 and (frame[20] in SEALED or frame[20] == FRAGMENT
                             and frame[54] in SEALED)


def program(esp):
    """A socket filter: of what is sent, nothing but ESP and AH, or all else. What
    is received does not count, as XFRM receives it again in clear.
    """
    load_half, load_byte, jump_equal, answer = 0x28, 0x30, 0x15, 0x06
    yes, no = (0x40000, 0) if esp else (0, 0x40000)
    return b''.join(struct.pack('HBBI', *line) for line in (
        (load_byte, 0, 0, PACKET_TYPE),
        (jump_equal, 1, 0, socket.PACKET_OUTGOING),
        (answer, 0, 0, 0),
        (load_half, 0, 0, 12),
        (jump_equal, 0, 3, ETH_IP),
        (load_byte, 0, 0, 23),
        (jump_equal, 5, 0, ESP),
        (jump_equal, 4, 5, AH),
        (jump_equal, 0, 4, ETH_IP6),
        (load_byte, 0, 0, 20),
        (jump_equal, 1, 0, ESP),
        (jump_equal, 0, 1, AH),
        (answer, 0, 0, yes),
        (answer, 0, 0, no)))


def tap(dev, esp, size):
    sock = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
    code = ctypes.create_string_buffer(program(esp))
    sock.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, struct.pack(
        'HL', len(code) // 8, ctypes.addressof(code)))
    sock.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, size)
    sock.bind((dev, ETH_P_ALL))
    sock.setblocking(False)
    return sock


def statistics(sock):
    raw = sock.getsockopt(SOL_PACKET, PACKET_STATISTICS, 8)
    return struct.unpack('II', raw)


class Watch:
    """Two sockets: ESP is only counted, the rest is looked at."""

    def __init__(self, dev):
        self.esp, self.rest = tap(dev, True, 1), tap(dev, False, 8 << 20)

    def frames(self):
        while True:
            try:
                yield self.rest.recv(65535)
            except BlockingIOError:
                break
            except OSError as err:
                # said once of a device that was down for a while
                if err.errno != errno.ENETDOWN:
                    raise
        if statistics(self.rest)[1]:
            raise Failed('the watch was too slow to see everything')

    def count(self):
        return statistics(self.esp)[0]

    def close(self):
        self.esp.close()
        self.rest.close()


watches = {}


def watch(ns, dev):
    enter(ns)
    if ns in watches:
        watches[ns].close()
    watches[ns] = Watch(dev)
    return ''


def judge(clear, esp, allowed=''):
    """@clear: what verdict() said of the packets"""
    for what in clear[:5] if allowed != 'any' else []:
        print('# clear:', what)
    if clear and allowed != 'any':
        raise Failed(f'{len(clear)} packets in clear on the outer link, '
                     f'beside {esp} of ESP')
    if not esp and not allowed:
        raise Failed('no ESP was on the outer link')
    return f'{esp} of ESP, {len(clear)} others'


def watched(allowed=''):
    clear, esp = [], 0
    for ns, there in watches.items():
        for frame in there.frames():
            what = verdict(frame)
            if what:
                clear.append(f'{ns} sent {what}')
            else:
                esp += is_esp(frame)
        esp += there.count()
    return judge(clear, esp, allowed)


def frames_of(path):
    with open(path, 'rb') as file:
        data = file.read()
    order = '<' if data[:4] in (b'\xd4\xc3\xb2\xa1', b'\x4d\x3c\xb2\xa1') \
        else '>'
    if struct.unpack_from(order + 'I', data, 20)[0] & 0xffff != 1:
        raise Failed(f'{path} is no capture of an Ethernet')
    pos = 24
    while pos + 16 <= len(data):
        size = struct.unpack_from(order + 'I', data, pos + 8)[0]
        yield data[pos + 16:pos + 16 + size]
        pos += 16 + size


def pcap(path):
    esp, clear = 0, []
    for frame in frames_of(path):
        what = verdict(frame)
        if what:
            clear.append(what)
        elif is_esp(frame):
            esp += 1
    return judge(clear, esp)


xfrm_seen = {}


def xfrm(ns):
    enter(ns)
    with open('/proc/thread-self/net/xfrm_stat', encoding='ascii') as file:
        now = dict(line.split() for line in file)
    seen = xfrm_seen.get(ns, {})
    xfrm_seen[ns] = now
    return ' '.join(f'{name}={int(value) - int(seen.get(name, 0))}'
                    for name, value in now.items()
                    if int(value) != int(seen.get(name, 0)))


def write(ns, value, *paths):
    enter(ns)
    for path in paths:
        with open('/proc/sys/' + path, 'w', encoding='ascii') as file:
            file.write(value)
    return ''


def cpu(which):
    """Packets are handled where they were sent from: on one processor none
    overtakes another, as none does where a network card deals out the flows.
    """
    os.sched_setaffinity(0, range(os.cpu_count()) if which == 'any'
                         else [int(which)])
    return ''


def run(ns, *words):
    """No shell, no nsenter: it is starting programs that takes the time."""
    enter(ns)
    done = subprocess.run(words, stdin=subprocess.DEVNULL, close_fds=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          check=False, text=True)
    for line in done.stdout.splitlines():
        print('#' if done.returncode else '=', line)
    if done.returncode:
        raise Failed(f'{" ".join(words)}: exit status {done.returncode}')
    return ''


UDP_ENCAP, UDP_ENCAP_ESPINUDP = 100, 2
daemons = {}


def daemon(ns, port):
    """One socket for each family; it lives until this program ends."""
    enter(ns)
    for kind, addr in ((socket.AF_INET, ''), (socket.AF_INET6, '::')):
        if (ns, kind, port) in daemons:
            continue
        sock = socket.socket(kind, socket.SOCK_DGRAM)
        if kind == socket.AF_INET6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        sock.bind((addr, int(port)))
        sock.setsockopt(socket.IPPROTO_UDP, UDP_ENCAP, UDP_ENCAP_ESPINUDP)
        sock.setblocking(False)
        daemons[ns, kind, port] = sock
    return ''


def marked(ns1, ns2, addr, port):
    one, two = (daemons[ns, family(addr), port] for ns in (ns1, ns2))
    there = (addr, int(port))
    for sock, to in ((one, two), (two, one)):
        message = bytes(4) + os.urandom(100)
        for seconds in TRIES:
            send(sock, message, there)
            if not select.select([to], [], [], seconds)[0]:
                continue
            got, there = to.recvfrom(65535)
            if got != message:
                raise Failed(f'the daemon got {got.hex()}')
            break
        else:
            raise Failed('the daemon got nothing')
    return ''


def each(path, answers):
    with open(path, encoding='ascii') as file, \
            open(answers, 'w', encoding='utf-8') as out:
        for line in file:
            print(answer(line), file=out)
    return ''


COMMANDS = {
    'each': each, 'encap': encap, 'daemon': daemon, 'marked': marked,
    'ping': ping, 'lost': lost, 'udp': udp, 'refused': refused,
    'came': came, 'gone': gone, 'keep': keep, 'again': again, 'gso': gso, 'pages': pages,
    'sctp': sctp,
    'tcp': tcp, 'cpu': cpu, 'watch': watch, 'watched': watched,
    'pcap': pcap, 'xfrm': xfrm, 'set': write, 'run': run,
}


def answer(line):
    words = line.split()
    try:
        return f'ok {COMMANDS[words[0]](*words[1:])}'
    except Failed as err:
        return f'fail {err}'
    except (OSError, TypeError, ValueError, KeyError) as err:
        # a command that makes no sense, or a name that is not there
        return f'fail {line.strip()}: {type(err).__name__}: {err}'


def main():
    for line in sys.stdin:
        print(answer(line), flush=True)


main()
