# SPDX-License-Identifier: GPL-2.0
"""A generic netlink client that can send anything to nfipsec, also nonsense.

The numbers come from the UAPI header; only the types of the attributes are
repeated here. Attributes are written as dicts with the names of the spec:

    nl = Nl()
    nl.ask("sa-add", sa={"spi": 0x1001, "direction": "in", ...})
    nl.dump("sa-get")

A value of type bytes is sent as it is, whatever the attribute wants; a key of
type int is an attribute's number; a list sends the attribute more than once.
"""

import errno
import os
import re
import select
import socket
import struct

HEADER = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                      "../../include/uapi/linux/nfipsec.h")

NETLINK_GENERIC = 16
SOL_NETLINK = 270
NETLINK_ADD_MEMBERSHIP = 1
NETLINK_CAP_ACK = 10
NETLINK_EXT_ACK = 11
SO_SNDBUFFORCE = 32
SO_RCVBUFFORCE = 33

NLMSG_ERROR = 2
NLMSG_DONE = 3
NLM_F_REQUEST = 0x1
NLM_F_MULTI = 0x2
NLM_F_ACK = 0x4
NLM_F_DUMP_INTR = 0x10
NLM_F_DUMP = 0x300
NLM_F_CAPPED = 0x100
NLM_F_ACK_TLVS = 0x200
NLMSGERR_ATTR_MSG = 1
NLMSGERR_ATTR_OFFS = 2
NLA_F_NESTED = 0x8000
NLA_TYPE_MASK = 0x3fff

GENL_ID_CTRL = 16
CTRL_CMD_GETFAMILY = 3
CTRL_ATTR_FAMILY_ID = 1
CTRL_ATTR_FAMILY_NAME = 2
CTRL_ATTR_MCAST_GROUPS = 7
CTRL_ATTR_MCAST_GRP_NAME = 1
CTRL_ATTR_MCAST_GRP_ID = 2

_ADDRESSES = {"local-v4": "ip", "local-v6": "ip", "remote-v4": "ip",
              "remote-v6": "ip"}
TYPES = {
    "main": {
        "pad": "binary", "sa": "sa", "policy": "policy", "drop": "drop",
        "device": "u32", "sas": "u32", "policies": "u32", "event": "u32",
        "hard": "flag", "added": "u32", "removed": "u32", "kept": "u32",
        "packet": "selector", "defaults": "defaults", "spi-min": "u32",
        "spi-max": "u32", "spi": "u32",
    },
    "sa": _ADDRESSES | {
        "pad": "binary", "spi": "u32", "direction": "dir", "protocol": "u8",
        "mode": "mode", "reqid": "u32", "encr": "u16", "encr-key": "binary",
        "encr-key-bits": "u16", "integ": "u16", "integ-key": "binary",
        "esn": "flag", "replay-window": "u32", "seq": "u64",
        "selector": "selector", "soft": "limits", "hard": "limits",
        "df": "df", "dscp": "u8", "no-ecn": "flag",
        "no-padding-check": "flag",
        "no-icmp-check": "flag", "no-mss-clamp": "flag", "device": "u32", "state": "sa-state",
        "age": "u64", "counters": "counters", "mtu": "u32",
        "driver": "string", "engine": "engine",
        "odd-ecn": "u64", "dscp-map": "binary", "encap": "encap",
        "encap-local-port": "u16", "encap-remote-port": "u16",
        "encap-strict": "flag", "keepalive": "u32", "follow": "flag",
        "peer-v4": "ip", "peer-v6": "ip", "peer-port": "u16",
        "new-local-v4": "ip", "new-local-v6": "ip",
        "new-remote-v4": "ip", "new-remote-v6": "ip", "tfc": "u32",
        "dummy-interval": "u32", "dummies": "u64",
        "learn-seq": "flag", "decap-dscp": "flag", "flow-label": "flow-label",
        "resyncs": "u64", "resync-tries": "u64",
    },
    "policy": _ADDRESSES | {
        "pad": "binary", "id": "u32", "device": "u32", "direction": "dir",
        "priority": "u32", "action": "action", "selector": "selector",
        "protocol": "u8", "mode": "mode", "reqid": "u32",
        "counters": "counters",
    },
    "selector": _ADDRESSES | {
        "local-prefix-len": "u8", "remote-prefix-len": "u8",
        "protocol": "u8", "local-port-min": "u16", "local-port-max": "u16",
        "remote-port-min": "u16", "remote-port-max": "u16",
        "protocols": "binary", "local-range": "range",
        "remote-range": "range", "local-ports": "ports",
        "remote-ports": "ports", "mark": "u32", "mark-mask": "u32",
        "interface": "u32",
    },
    "range": {"first-v4": "ip", "first-v6": "ip", "last-v4": "ip",
              "last-v6": "ip"},
    "ports": {"first": "u16", "last": "u16"},
    "limits": {
        "pad": "binary", "packets": "u64", "bytes": "u64",
        "add-seconds": "u64", "use-seconds": "u64",
    },
    "counters": {
        "pad": "binary", "packets": "u64", "bytes": "u64", "drops": "u64",
        "last-drop": "reason", "idle-ms": "u64",
    },
    "defaults": {
        "in": "action", "out": "action", "ike": "u8", "discovery": "u8",
        "icmp": "u8", "ike-counters": "counters", "discovery-counters": "counters",
    },
    "drop": {"pad": "binary", "reason": "reason", "packets": "u64"},
}
ENUMS = {"dir": "NFI_DIR_", "mode": "NFI_MODE_", "action": "NFI_ACTION_",
         "df": "NFI_DF_", "engine": "NFI_ENGINE_",
         "encap": "NFI_ENCAP_", "flow-label": "NFI_FLOW_LABEL_",
         "sa-state": "NFI_SA_",
         "reason": "NFI_REASON_"}
FORMATS = {"u8": "=B", "u16": "=H", "u32": "=I", "u64": "=Q"}
MULTI = {"main": {"sa", "policy", "drop"},
         "selector": {"local-range", "remote-range", "local-ports",
                      "remote-ports"}}


def read_header(path=HEADER):
    """All enumerators of the UAPI header, by name."""
    numbers, value = {}, 0
    with open(path, encoding="ascii") as header:
        text = re.sub(r"/\*.*?\*/", "", header.read(), flags=re.S)
    for body in re.findall(r"enum\s*\w*\s*{(.*?)}", text, flags=re.S):
        value = 0
        for entry in body.split(","):
            match = re.match(r"\s*(\w+)\s*(?:=\s*(\w+))?\s*$", entry)
            if not match:
                continue
            if match[2]:
                value = int(match[2], 0)
            numbers[match[1]] = value
            value += 1
    return numbers


UAPI = read_header()


def _constant(prefix, name):
    return UAPI[prefix + name.upper().replace("-", "_")]

COMMANDS = {value: name[len("NFI_CMD_"):].lower().replace("_", "-")
            for name, value in UAPI.items() if name.startswith("NFI_CMD_")}


def command(name):
    return _constant("NFI_CMD_", name)


def _numbers(attrs):
    prefix = "NFI_A_" if attrs == "main" else f"NFI_A_{attrs.upper()}_"
    return {name: _constant(prefix, name) for name in TYPES[attrs]}


NUMBERS = {attrs: _numbers(attrs) for attrs in TYPES}
NAMES = {attrs: {value: name for name, value in numbers.items()}
         for attrs, numbers in NUMBERS.items()}
VALUES = {type_: {value: name[len(prefix):].lower().replace("_", "-")
                  for name, value in UAPI.items() if name.startswith(prefix)}
          for type_, prefix in ENUMS.items()}


def number(attrs, name):
    """The type of an attribute of a set, such as ("sa", "spi")."""
    return name if isinstance(name, int) else NUMBERS[attrs][name]


def attr(kind, payload):
    length = 4 + len(payload)
    return struct.pack("=HH", length, kind) + payload + bytes(-length % 4)


def nest(kind, payload):
    return attr(kind | NLA_F_NESTED, payload)


def _encode_value(kind, type_, value):
    if isinstance(value, (bytes, bytearray)):
        return attr(kind, bytes(value))
    if type_ in TYPES:
        return nest(kind, encode(type_, value))
    if type_ in ENUMS:
        if isinstance(value, str):
            value = _constant(ENUMS[type_], value)
        type_ = "u32"
    if type_ == "flag":
        return attr(kind, b"") if value else b""
    if type_ == "ip":
        family = socket.AF_INET6 if ":" in value else socket.AF_INET
        return attr(kind, socket.inet_pton(family, value))
    if type_ == "string":
        return attr(kind, value.encode() + b"\0")
    return attr(kind, struct.pack(FORMATS[type_], value))


def encode(attrs, values):
    """The attributes of a set, in the order of the dict."""
    out = b""
    for name, value in values.items():
        type_ = TYPES[attrs].get(name, "binary")
        for one in value if isinstance(value, list) else [value]:
            if one is not None:
                out += _encode_value(number(attrs, name), type_, one)
    return out


def attributes(data):
    """
    (type without its flags, payload) of each attribute. There is nothing else in a
    message, and each is as long as its type (decode): what the kernel sends us is
    not what happened to be in its memory (bug 22 of XFRM).
    """
    while data:
        length, kind = struct.unpack_from("=HH", data)
        if length < 4 or length > len(data):
            raise ValueError("malformed attribute in a reply")
        if any(data[length:(length + 3) & ~3]):
            raise ValueError("padding that is not zero in a reply")
        yield kind & NLA_TYPE_MASK, data[4:length]
        data = data[(length + 3) & ~3:]


def _decode_value(type_, data):
    if type_ in TYPES:
        return decode(type_, data)
    if type_ in ENUMS:
        value = struct.unpack("=I", data)[0]
        return VALUES[type_].get(value, value)
    if type_ == "flag":
        if data:
            raise ValueError("a flag that is not empty in a reply")
        return True
    if type_ == "ip":
        family = socket.AF_INET6 if len(data) == 16 else socket.AF_INET
        return socket.inet_ntop(family, data)
    if type_ == "string":
        return data.rstrip(b"\0").decode()
    if type_ in FORMATS:
        return struct.unpack(FORMATS[type_], data)[0]
    return data


def decode(attrs, data):
    names, types = NAMES[attrs], TYPES[attrs]
    values = {}
    for kind, payload in attributes(data):
        name = names.get(kind, kind)
        if name == "pad":
            continue
        value = _decode_value(types.get(name, "binary"), payload)
        if name in MULTI.get(attrs, ()):
            values.setdefault(name, []).append(value)
        else:
            values[name] = value
    return values


class Refused(OSError):
    """The kernel's answer was no: errno, text, offset of the attribute."""

    def __init__(self, number_, text, offset=None):
        super().__init__(number_, text or os.strerror(number_))
        self.text = text
        self.offset = offset

    def __str__(self):
        return f"{errno.errorcode.get(self.errno, self.errno)}: {self.text}"


class Nl:
    """A socket of the calling thread's network namespace."""

    def __init__(self, family="nfipsec"):
        self.seq = 0
        self.sock = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW,
                                  NETLINK_GENERIC)
        self.sock.bind((0, 0))
        self.sock.setsockopt(SOL_NETLINK, NETLINK_EXT_ACK, 1)
        self.sock.setsockopt(SOL_NETLINK, NETLINK_CAP_ACK, 1)
        self.sock.settimeout(30)
        self.groups = {}
        self.family = GENL_ID_CTRL
        self._resolve(family)

    def close(self):
        self.sock.close()

    def _resolve(self, name):
        name = attr(CTRL_ATTR_FAMILY_NAME, name.encode() + b"\0")
        reply = self.talk(self.message(CTRL_CMD_GETFAMILY, name))[0]
        for kind, payload in attributes(reply[20:]):
            if kind == CTRL_ATTR_FAMILY_ID:
                self.family = struct.unpack("=H", payload)[0]
            elif kind == CTRL_ATTR_MCAST_GROUPS:
                for _, group in attributes(payload):
                    group = dict(attributes(group))
                    self.groups[
                        group[CTRL_ATTR_MCAST_GRP_NAME].rstrip(b"\0").decode()
                    ] = struct.unpack("=I", group[CTRL_ATTR_MCAST_GRP_ID])[0]

    def message(self, cmd, payload=b"", flags=NLM_F_ACK):
        """A whole request, ready for talk()."""
        if isinstance(cmd, str):
            cmd = command(cmd)
        self.seq += 1
        return struct.pack("=IHHII", 20 + len(payload), self.family,
                           NLM_F_REQUEST | flags, self.seq,
                           0) + struct.pack("=BBH", cmd, 1, 0) + payload

    def send(self, message):
        if len(message) > 100000:
            self.sock.setsockopt(socket.SOL_SOCKET, SO_SNDBUFFORCE,
                                 2 * len(message))
        self.sock.send(message)

    @staticmethod
    def refusal(message):
        """What an NLMSG_ERROR says, None if it is an acknowledgment."""
        head = struct.unpack_from("=IHHII", message)
        error = struct.unpack_from("=i", message, 16)[0]
        if not error:
            return None
        text = offset = None
        if head[2] & NLM_F_ACK_TLVS:
            at = 20 + 16
            if not head[2] & NLM_F_CAPPED:
                at = 20 + ((struct.unpack_from("=I", message, 20)[0] + 3) & ~3)
            for kind, payload in attributes(message[at:]):
                if kind == NLMSGERR_ATTR_MSG:
                    text = payload.rstrip(b"\0").decode()
                elif kind == NLMSGERR_ATTR_OFFS:
                    offset = struct.unpack("=I", payload)[0]
        return Refused(-error, text, offset)

    def talk(self, message):
        """Send, read up to the acknowledgment. Returns the replies, whole."""
        self.send(message)
        seq = struct.unpack_from("=I", message, 8)[0]
        replies = []
        self.interrupted = False
        self.datagrams = 0
        while True:
            data = self.sock.recv(1 << 20)
            self.datagrams += 1
            while len(data) >= 16:
                head = struct.unpack_from("=IHHII", data)
                one, data = data[:head[0]], data[(head[0] + 3) & ~3:]
                if head[3] != seq:
                    continue
                if head[2] & NLM_F_DUMP_INTR:
                    self.interrupted = True
                if head[1] == NLMSG_DONE:
                    error = struct.unpack_from("=i", one, 16)[0]
                    if error < 0:
                        raise Refused(-error, None)
                    return replies
                if head[1] != NLMSG_ERROR:
                    replies.append(one)
                    continue
                refusal = self.refusal(one)
                if refusal:
                    raise refusal
                return replies

    def ask(self, cmd, **values):
        """One request. Returns the decoded reply, {} if there is none."""
        replies = self.talk(self.message(cmd, encode("main", values)))
        return decode("main", replies[0][20:]) if replies else {}

    def dump_raw(self, cmd, payload=b""):
        """The attributes of each reply of a dump."""
        message = self.message(cmd, payload, NLM_F_DUMP)
        return [reply[20:] for reply in self.talk(message)]

    def dump(self, cmd):
        """All replies of a dump, decoded."""
        return [decode("main", reply) for reply in self.dump_raw(cmd)]

    def sas(self):
        return [sa for reply in self.dump("sa-get") for sa in reply["sa"]]

    def policies(self):
        return [policy for reply in self.dump("policy-get")
                for policy in reply["policy"]]

    def drops(self):
        """Packets dropped by reason, without the zeros."""
        return {drop["reason"]: drop["packets"]
                for drop in self.ask("stats-get")["drop"] if drop["packets"]}

    def subscribe(self, group="events"):
        self.sock.setsockopt(SOL_NETLINK, NETLINK_ADD_MEMBERSHIP,
                             self.groups[group])

    def event(self, timeout=30):
        """The next event: its command's name and what is in it."""
        if not select.select([self.sock], [], [], timeout)[0]:
            return None
        data = self.sock.recv(65536)
        return COMMANDS[data[16]], decode("main", data[20:])
