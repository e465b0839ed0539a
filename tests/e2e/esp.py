# SPDX-License-Identifier: GPL-2.0
"""ESP packets by hand, right ones and any kind of wrong ones.

All that is needed is Python and the kernel's AF_ALG sockets. Every field can
be given, so that what no sane sender sends can be sent.
"""

import hashlib
import hmac
import os
import socket
import struct

UDP, ESP, ICMP6, DUMMY, IPIP, IPV6 = 17, 50, 58, 59, 4, 41


def checksum(data):
    data += bytes(len(data) % 2)
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    total = (total & 0xffff) + (total >> 16)
    return ~((total & 0xffff) + (total >> 16)) & 0xffff


def _ip(addr):
    return socket.inet_pton(family(addr), addr)


def family(addr):
    return socket.AF_INET6 if ":" in addr else socket.AF_INET


def ip4(src, dst, protocol, payload, version=4, ihl=None, length=None,
        options=b"", ttl=64, tos=0, ident=0, frag=0):
    """@frag: flags and offset, as they are in the header."""
    words = 5 + len(options) // 4
    if ihl is None:
        ihl = words
    if length is None:
        length = words * 4 + len(payload)
    head = struct.pack("!BBHHHBBH4s4s", version << 4 | ihl, tos, length,
                       ident, frag, ttl, protocol, 0, _ip(src), _ip(dst))
    head += options
    return head[:10] + struct.pack("!H", checksum(head)) + head[12:] + payload


def ip6(src, dst, protocol, payload, version=6, length=None, ttl=64, tos=0,
        extensions=()):
    """@extensions: (protocol, content without its next header octet)"""
    for kind, content in reversed(extensions):
        payload = bytes([protocol]) + content + payload
        protocol = kind
    if length is None:
        length = len(payload)
    return struct.pack("!IHBB16s16s", version << 28 | tos << 20, length,
                       protocol, ttl, _ip(src), _ip(dst)) + payload


def ip(src, dst, protocol, payload, **fields):
    make = ip6 if ":" in src else ip4
    return make(src, dst, protocol, payload, **fields)


def udp(src, dst, sport, dport, data):
    """A UDP header and the data, with the checksum that IPv6 wants."""
    length = 8 + len(data)
    head = struct.pack("!HHHH", sport, dport, length, 0)
    pseudo = _ip(src) + _ip(dst) + struct.pack("!II", length, UDP)
    check = checksum(pseudo + head + data) or 0xffff
    return head[:6] + struct.pack("!H", check) + data


class Suite:
    """Name as in the tool, IANA numbers; octets of key, salt, IV, block, ICV"""

    def __init__(self, name, encr, integ, key, salt, iv, block, icv):
        self.name, self.encr, self.integ = name, encr, integ
        self.key, self.salt, self.iv, self.icv = key, salt, iv, icv
        self.block = max(block, 4)
        self.mac = 32 if integ else 0

    @property
    def around(self):
        """Octets of an ESP packet beside its ciphertext."""
        return 8 + self.iv + self.icv


SUITES = {suite.name: suite for suite in (
    Suite("null-sha256", 11, 12, 0, 0, 0, 1, 16),
    Suite("aes128-sha256", 12, 12, 16, 0, 16, 16, 16),
    Suite("aes256-sha256", 12, 12, 32, 0, 16, 16, 16),
    Suite("aes128gcm16", 20, 0, 16, 4, 8, 1, 16),
    Suite("aes256gcm16", 20, 0, 32, 4, 8, 1, 16),
    Suite("chacha20poly1305", 28, 0, 32, 4, 8, 1, 16),
)}


def _socket(kind, name, key, icv=0):
    sock = socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET)
    sock.bind((kind, name))
    sock.setsockopt(socket.SOL_ALG, socket.ALG_SET_KEY, key)
    if icv:
        sock.setsockopt(socket.SOL_ALG, socket.ALG_SET_AEAD_AUTHSIZE, None,
                        icv)
    return sock


class Sa:
    """The sending end of an SA, and a model of what it has sent."""

    def __init__(self, suite, spi, esn=False):
        self.suite = SUITES[suite]
        self.spi, self.esn, self.seq = spi, esn, 0
        self.encr_key = os.urandom(self.suite.key + self.suite.salt)
        self.integ_key = os.urandom(self.suite.mac)
        self._alg = None

    @property
    def alg(self):
        """A socket for the cipher, made when it is needed."""
        if not self._alg:
            self._alg = self._new_alg()
        return self._alg

    def _new_alg(self):
        key = self.encr_key[:self.suite.key]
        if self.suite.encr == 12:
            return _socket("skcipher", "cbc(aes)", key)
        if self.suite.encr == 20:
            return _socket("aead", "gcm(aes)", key, 16)
        return _socket("aead", "rfc7539(chacha20,poly1305)", key, 16)

    @property
    def keys(self):
        """As attributes of the control protocol."""
        keys = {"encr": self.suite.encr}
        if self.encr_key:
            keys["encr-key"] = self.encr_key
        if self.integ_key:
            keys |= {"integ": self.suite.integ, "integ-key": self.integ_key}
        return keys

    def _encrypt(self, text, iv, aad):
        op, _ = self.alg.accept()
        with op:
            if self.suite.integ:
                op.sendmsg_afalg([text], op=socket.ALG_OP_ENCRYPT, iv=iv)
                return op.recv(len(text))
            salt = self.encr_key[self.suite.key:]
            op.sendmsg_afalg([aad + text], op=socket.ALG_OP_ENCRYPT,
                             iv=salt + iv, assoclen=len(aad))
            return op.recv(len(aad) + len(text) + 16)[len(aad):]

    def seal(self, payload, next_header, seq=None, pad=None, pad_length=None,
             high=None, spi=None):
        """
        An ESP packet from its header on. @pad: octets of padding, else the
        right ones; @pad_length: what is said about them; @high: upper half of
        the sequence number in the ICV, else the right one.
        """
        if seq is None:
            self.seq += 1
            seq = self.seq
        if pad is None:
            pad = bytes(range(1, 1 + -(len(payload) + 2) % self.suite.block))
        if pad_length is None:
            pad_length = len(pad)
        text = payload + pad + bytes([pad_length, next_header])
        head = struct.pack("!II", spi or self.spi, seq & 0xffffffff)
        high = struct.pack("!I", seq >> 32 if high is None else high)
        iv = os.urandom(self.suite.iv)
        if self.suite.integ:
            if self.suite.key:
                text = self._encrypt(text, iv, b"")
            body = head + iv + text
            mac = hmac.new(self.integ_key, body + (high if self.esn else b""),
                           hashlib.sha256).digest()
            return body + mac[:16]
        aad = head[:4] + high + head[4:] if self.esn else head
        return head + iv + self._encrypt(text, iv, aad)


    def is_mine(self, packet, high):
        """Is the ICV of an ESP packet right? For suites with an HMAC only."""
        if self.esn:
            packet = packet[:-16] + struct.pack("!I", high) + packet[-16:]
        mac = hmac.new(self.integ_key, packet[:-16], hashlib.sha256).digest()
        return mac[:16] == packet[-16:]


def flip(data, bit):
    """The data with one bit turned over."""
    data = bytearray(data)
    data[bit // 8] ^= 0x80 >> bit % 8
    return bytes(data)


def renumber(packet, ident):
    """An IPv4 packet without options, with this identification."""
    head = packet[:4] + struct.pack("!H", ident) + packet[6:10] + bytes(2) + \
        packet[12:20]
    return head[:10] + struct.pack("!H", checksum(head)) + head[12:] + \
        packet[20:]


def fragments(packet, *cuts):
    """The packet in fragments, cut at these multiples of 8 in its payload."""
    six = packet[0] >> 4 == 6
    head = 40 if six else (packet[0] & 15) * 4
    payload, pieces = packet[head:], []
    cuts = (0,) + cuts + (len(payload),)
    for start, end in zip(cuts, cuts[1:]):
        more, piece = end < len(payload), payload[start:end]
        if six:
            piece = struct.pack("!BBHI", packet[6], 0, start | more, 77) + piece
            pieces.append(packet[:4] + struct.pack("!HB", len(piece), 44) +
                          packet[7:40] + piece)
        else:
            top = packet[:2] + struct.pack(
                "!HHH", head + len(piece), 77, more << 13 | start >> 3) + \
                packet[8:10] + bytes(2) + packet[12:head]
            pieces.append(top[:10] + struct.pack("!H", checksum(top)) +
                          top[12:] + piece)
    return pieces
