# SPDX-License-Identifier: GPL-2.0
"""AH packets by hand, right ones and any kind of wrong ones, as esp.py makes
those of ESP. Written from RFC 4302 and RFC 4543, apart from the module.
"""

import hashlib
import hmac
import os
import socket
import struct

import esp

AH = 51
# name in the tool: IANA number, octets of key and salt, of IV, of ICV; how
ALGORITHMS = {
    "sha1": (2, 20, 0, 12, hashlib.sha1),
    "aesxcbc": (5, 16, 0, 12, "xcbc(aes)"),
    "aescmac": (8, 16, 0, 12, "cmac(aes)"),
    "aes128gmac": (9, 20, 8, 16, "gcm(aes)"),
    "aes192gmac": (10, 28, 8, 16, "gcm(aes)"),
    "aes256gmac": (11, 36, 8, 16, "gcm(aes)"),
    "sha256": (12, 32, 0, 16, hashlib.sha256),
    "sha384": (13, 48, 0, 24, hashlib.sha384),
    "sha512": (14, 64, 0, 32, hashlib.sha512),
}
# RFC 4302 appendix A1: what no router changes, by the whole type
IMMUTABLE = (0x82, 0x85, 0x86, 0x94, 0x95)


def covered4(head):
    """What AH covers of an IPv4 header that is at the end of its way."""
    out = bytearray(head)
    for at in (1, 6, 7, 8, 10, 11):
        out[at] = 0
    at = 20
    while at < len(head) and head[at] != 0:
        size = 1 if head[at] == 1 else head[at + 1]
        if size > 1 and head[at] not in IMMUTABLE:
            out[at:at + size] = bytes(size)
        at += size
    return bytes(out)


def covered6(head):
    """The same of an IPv6 header and those that follow it."""
    out = bytearray(head)
    out[0:4] = bytes([head[0] & 0xf0, 0, 0, 0])
    out[7] = 0
    kind, at, field, cut = head[6], 40, 6, []
    while at < len(head):
        if kind == 44:
            out[field] = head[at]
            cut.append(at)
            kind, at = head[at], at + 8
            continue
        end, option = at + 8 * (head[at + 1] + 1), at + 2
        while kind in (0, 60) and option < end:
            size = 1 if head[option] == 0 else 2 + head[option + 1]
            if head[option] & 0x20:
                out[option + 2:option + size] = bytes(size - 2)
            option += size
        kind, field, at = head[at], at, end
    for at in reversed(cut):
        del out[at:at + 8]
        length = struct.unpack_from("!H", out, 4)[0] - 8
        struct.pack_into("!H", out, 4, length)
    return bytes(out)


def covered(head):
    return covered4(head) if head[0] >> 4 == 4 else covered6(head)


def offset(packet):
    """Where AH is, or None."""
    if packet[0] >> 4 == 4:
        return (packet[0] & 15) * 4 if packet[9] == AH else None
    kind, at = packet[6], 40
    while kind in (0, 43, 44, 60):
        kind, at = packet[at], at + (8 if kind == 44 else
                                     8 * (packet[at + 1] + 1))
    return at if kind == AH else None


class Sa:
    """The sending end of an SA, and a model of what it has sent."""

    def __init__(self, name, spi, esn=False):
        self.integ, key, self.iv, self.icv, self.how = ALGORITHMS[name]
        self.name, self.spi, self.esn, self.seq = name, spi, esn, 0
        self.key = os.urandom(key)

    @property
    def keys(self):
        """As attributes of the control protocol."""
        return {"integ": self.integ, "integ-key": self.key}

    def length(self, six):
        """Octets of AH."""
        align = 8 if six else 4
        return -(-(12 + self.iv + self.icv) // align) * align

    def _mac(self, data, iv):
        if not isinstance(self.how, str):
            return hmac.new(self.key, data, self.how).digest()[:self.icv]
        kind = "aead" if self.iv else "hash"
        salt = 4 if self.iv else 0
        with socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET) as alg:
            alg.bind((kind, self.how))
            alg.setsockopt(socket.SOL_ALG, socket.ALG_SET_KEY,
                           self.key[:len(self.key) - salt])
            if not self.iv:
                with alg.accept()[0] as op:
                    op.sendall(data)
                    return op.recv(16)[:self.icv]
            alg.setsockopt(socket.SOL_ALG, socket.ALG_SET_AEAD_AUTHSIZE, None,
                           16)
            with alg.accept()[0] as op:
                op.sendmsg_afalg([data], op=socket.ALG_OP_ENCRYPT,
                                 iv=self.key[-4:] + iv, assoclen=len(data))
                return op.recv(len(data) + 16)[-16:]

    def sign(self, packet, high=None):
        """The packet with the right ICV in it. Its number is the SA's unless
        @high is the upper half for the ICV.
        """
        at = offset(packet)
        icv = at + 12 + self.iv
        blank = packet[:icv] + bytes(self.icv) + packet[icv + self.icv:]
        data = covered(blank[:at]) + blank[at:]
        if self.esn:
            data += struct.pack("!I", self.seq >> 32 if high is None else high)
        mac = self._mac(data, packet[at + 12:icv])
        return packet[:icv] + mac + packet[icv + self.icv:]

    def seal(self, src, dst, payload, next_header, seq=None, high=None,
             pad=None, reserved=0, spi=None, **fields):
        """A whole packet. @pad: octets behind the ICV, else the right ones;
        @fields: of its IP header, see esp.py
        """
        if seq is None:
            self.seq += 1
            seq = self.seq
        if pad is None:
            pad = bytes(self.length(":" in src) - 12 - self.iv - self.icv)
        head = os.urandom(self.iv) + bytes(self.icv) + pad
        head = struct.pack("!BBHII", next_header, (12 + len(head)) // 4 - 2,
                           reserved, spi or self.spi, seq & 0xffffffff) + head
        return self.sign(esp.ip(src, dst, AH, head + payload, **fields),
                         seq >> 32 if high is None else high)

    def is_mine(self, packet, high=0):
        """Is this AH of the SA, as it should be?"""
        at = offset(packet)
        if at is None or len(packet) < at + self.length(packet[0] >> 4 == 6):
            return False
        _, words, reserved, spi, _ = struct.unpack_from("!BBHII", packet, at)
        return spi == self.spi and not reserved and \
            (words + 2) * 4 == self.length(packet[0] >> 4 == 6) and \
            self.sign(packet, high) == packet
