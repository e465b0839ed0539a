# SPDX-License-Identifier: GPL-2.0
"""Many netlink messages in few calls, made before the clock runs: how fast a
control path is, and not how fast its client. XFRM's messages are made here,
ours by tests/e2e/genl.py.
"""

import socket
import struct
import time

from lab import genl

PER_CALL = 256

NETLINK_XFRM = 6
XFRM_MSG_NEWSA, XFRM_MSG_NEWPOLICY = 0x10, 0x13
XFRMA_ALG_AEAD, XFRMA_TMPL = 18, 5
XFRM_MODE_TUNNEL = 1
XFRM_WAYS = {"in": 0, "out": 1, "fwd": 2}
NO_LIMITS = struct.pack("=8Q", *[2 ** 64 - 1] * 4, 0, 0, 0, 0)


class Template:
    """What MAKE returns, with other values in a few places. MAKE takes values
    of a fixed length; FIELDS has for each two that differ in all octets.
    """

    def __init__(self, make, **fields):
        low = {name: pair[0] for name, pair in fields.items()}
        self.octets = make(**low)
        self.places = {}
        for name, pair in fields.items():
            other = make(**low | {name: pair[1]})
            differ = [n for n, octet in enumerate(self.octets)
                      if octet != other[n]]
            self.places[name] = slice(differ[0], differ[-1] + 1)

    def fill(self, **values):
        out = bytearray(self.octets)
        for name, value in values.items():
            place = self.places[name]
            assert len(value) == place.stop - place.start, name
            out[place] = value
        return bytes(out)


def batches(messages):
    """Messages in calls; the last of each asks for an acknowledgment."""
    out = []
    for n in range(0, len(messages), PER_CALL):
        call = messages[n:n + PER_CALL]
        last = bytearray(call[-1])
        last[6] |= genl.NLM_F_ACK
        out.append(b"".join(call[:-1]) + bytes(last))
    return out


class TooLong(Exception):
    """How many of the calls were done when it was given up."""


def send(sock, calls, limit=None):
    """Returns the nanoseconds until all is done. Gives up when they are over
    LIMIT.
    """
    sock.setsockopt(socket.SOL_SOCKET, genl.SO_SNDBUFFORCE, 1 << 24)
    sock.settimeout(None)
    begin = time.monotonic_ns()
    for n, call in enumerate(calls):
        if limit and time.monotonic_ns() - begin > limit:
            raise TooLong(n)
        sock.send(call)
        data = sock.recv(1 << 16)
        refusal = genl.Nl.refusal(data)
        if refusal:
            raise refusal
    return time.monotonic_ns() - begin


def xfrm_socket():
    sock = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_XFRM)
    sock.setsockopt(genl.SOL_NETLINK, genl.NETLINK_EXT_ACK, 1)
    sock.setsockopt(genl.SOL_NETLINK, genl.NETLINK_CAP_ACK, 1)
    sock.bind((0, 0))
    return sock


def _message(kind, payload):
    return struct.pack("=IHHII", 16 + len(payload), kind, genl.NLM_F_REQUEST,
                       1, 0) + payload


def _address(text):
    """Of 16 octets, IPv4 in the first ones."""
    return socket.inet_aton(text) + bytes(12)


def _selector(source=bytes(4), source_len=b"\0", to=bytes(4), to_len=b"\0"):
    return struct.pack("=4s12x4s12xHHHHHccB3xiI", to, source, 0, 0, 0, 0,
                       socket.AF_INET, to_len, source_len, 0, 0, 0)


def xfrm_sa(ends, spi, reqid, key):
    """SPI in network byte order, REQID and the AEAD's KEY: octets."""
    aead = struct.pack("=64sII", b"rfc4106(gcm(aes))", 8 * len(key), 128) + key
    return _message(XFRM_MSG_NEWSA, _selector() + struct.pack(
        "=16s4sB3x16s", _address(ends[1]), spi, socket.IPPROTO_ESP,
        _address(ends[0])) + NO_LIMITS + bytes(32 + 12) + struct.pack(
            "=I4sHBBB7x", 0, reqid, socket.AF_INET, XFRM_MODE_TUNNEL, 32, 0) +
        genl.attr(XFRMA_ALG_AEAD, aead))


def xfrm_policy(way, ends, reqid, **selector):
    tmpl = struct.pack("=16s4sB3xH2x16s4sBBBxIII", _address(ends[1]), bytes(4),
                       socket.IPPROTO_ESP, socket.AF_INET, _address(ends[0]),
                       reqid, XFRM_MODE_TUNNEL, 0, 0, *[2 ** 32 - 1] * 3)
    return _message(XFRM_MSG_NEWPOLICY, _selector(**selector) + NO_LIMITS +
                    bytes(32) + struct.pack("=IIBBBB4x", 0, 0, XFRM_WAYS[way],
                                            0, 0, 0) +
                    genl.attr(XFRMA_TMPL, tmpl))
