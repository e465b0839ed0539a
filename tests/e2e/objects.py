# SPDX-License-Identifier: GPL-2.0
"""SAs and policies that are right, to be sent as they are or spoilt, in a
namespace of their own; and what there is, to be compared.
"""

import os
import socket
import subprocess
import sys

from genl import decode
from tap import equal

GCM, CBC, NULL, CHACHA, SHA256 = 20, 12, 11, 28, 12
CCM, CTR, GMAC, TRIPLE_DES = 16, 13, 21, 3
GMAC_128 = 9		# integrity transform of AH

_fresh = iter(range(1, 1 << 32))


def alone():
    """Go on in a network namespace where nfipsec was never used."""
    if "NFI_ALONE" not in os.environ:
        subprocess.run(["modprobe", "nfipsec"], check=True)
        os.environ["NFI_ALONE"] = "y"
        os.execvp("unshare", ["unshare", "-n", sys.executable] + sys.argv)


def key(octets):
    """A key that was never used."""
    return next(_fresh).to_bytes(8, "big") * (octets // 8) + \
        bytes(octets % 8)


def change(values, changes):
    """Names with _ for -; None takes an attribute away."""
    values |= {name.replace("_", "-"): value
               for name, value in changes.items()}
    return {name: value for name, value in values.items()
            if value is not None}


def sa_in(**changes):
    return change({"direction": "in", "protocol": 50, "spi": 0x1002,
                   "mode": "tunnel", "local-v4": "192.0.2.1",
                   "remote-v4": "192.0.2.2", "encr": GCM,
                   "encr-key": key(20)}, changes)


def sa_out(**changes):
    return change({"direction": "out", "protocol": 50, "spi": 0x1001,
                   "mode": "tunnel", "local-v4": "192.0.2.1",
                   "remote-v4": "192.0.2.2", "encr": GCM,
                   "encr-key": key(20), "reqid": 1}, changes)


def named(sa):
    """What names it to sa-get and sa-del."""
    return {name: value for name, value in sa.items()
            if name in ("direction", "protocol", "spi") or
            name.startswith("remote-v")}


def policy(**changes):
    return change({"direction": "out", "action": "protect", "reqid": 1,
                   "selector": selector()}, changes)


def selector(**changes):
    return change({"local-v4": "10.1.0.0", "local-prefix-len": 24,
                   "remote-v4": "10.2.0.0", "remote-prefix-len": 24}, changes)


class State:
    """All there is. Equal to another but for what time alone changes."""

    def __init__(self, nl):
        self.nl = nl
        self.sas = nl.dump_raw("sa-get")
        self.policies = nl.dump_raw("policy-get")
        self.stats = nl.talk(nl.message("stats-get"))[0][20:]
        self.defaults = nl.talk(nl.message("defaults-get"))[0][20:]
        self.devices = socket.if_nameindex()

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ or \
            self.readable() == other.readable()

    def readable(self):
        sas = [decode("main", sa)["sa"][0] for sa in self.sas]
        policies = [decode("main", one)["policy"][0] for one in self.policies]
        for one in sas + policies:
            one.pop("age", None)
            one["counters"].pop("idle-ms", None)
        stats = decode("main", self.stats)
        stats["drop"] = {drop["reason"]: drop["packets"]
                         for drop in stats["drop"] if drop["packets"]}
        defaults = decode("main", self.defaults)["defaults"]
        for one in ("ike-counters", "discovery-counters"):
            defaults[one].pop("idle-ms", None)
        return {"sas": sas, "policies": policies, "stats": stats,
                "defaults": defaults, "devices": self.devices}

    def unchanged(self, after):
        now = State(self.nl)
        if now != self:
            equal(now.readable(), self.readable(), after)
