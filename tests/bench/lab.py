# SPDX-License-Identifier: GPL-2.0
"""The lab of the benchmarks, and the systems that are compared in it.

          10.1.0.0/16           192.0.2.0/24           10.2.0.0/16
        2001:db8:1::/64        2001:db8:f::/64       2001:db8:2::/64

    host1 --------------- gw1 ================ gw2 --------------- host2
       eth             lan   wan            wan   lan             eth

Each system gets a lab of its own, the same one. All neighbours are static, so
that nothing but the traffic itself happens. There is no firewall unless a test
wants one: our hooks and those of defragmentation, which we register, count as
our cost. Replay windows: ours 1024, XFRM's 32, which is cheaper than more.
"""

import contextlib
import ctypes
import os
import socket
import subprocess
import sys
import time

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)),
                             "../e2e"))
import genl  # noqa: E402 pylint: disable=wrong-import-position

MTU = 1500
NAMES = ("host1", "gw1", "gw2", "host2")
OUTER = {4: ("192.0.2.1", "192.0.2.2"), 6: ("2001:db8:f::1", "2001:db8:f::2")}
SUBNETS = {4: ("10.1.0.0/16", "10.2.0.0/16"),
           6: ("2001:db8:1::/64", "2001:db8:2::/64")}

# octets of key, numbers of the transforms, and how many octets of the key
# belong to the cipher
SUITES = {"aes128gcm16": (20, 20, None, 20),
          "chacha20poly1305": (36, 28, None, 36),
          "aes128-sha256": (48, 12, 12, 16),
          "null-sha256": (32, 11, 12, 0)}

_libc = ctypes.CDLL(None, use_errno=True)


def _setns(ns):
    if _libc.setns(ns.fileno(), 0):
        raise OSError(ctypes.get_errno(), "setns " + ns.name)


@contextlib.contextmanager
def inside(name):
    """In a namespace; what is started there stays there."""
    with open("/proc/thread-self/ns/net", "rb") as before, \
            open("/run/netns/" + name, "rb") as ns:
        _setns(ns)
        try:
            yield
        finally:
            _setns(before)


def run(*command, **options):
    return subprocess.run(command, check=True, **options)


def ip(batch, name=None):
    """A batch of ip(8)."""
    command = ["ip"] + (["-n", name] if name else []) + ["-batch", "-"]
    run(*command, input=batch.encode())


def sysctl(name, value):
    with open("/proc/sys/net/" + name, "w", encoding="ascii") as file:
        file.write(str(value))


_daemons = []


def _take_udp(family):
    """XFRM has ESP in UDP from a socket, which is its IKE daemon's."""
    daemon = socket.socket(socket.AF_INET6 if family == 6 else socket.AF_INET,
                           socket.SOCK_DGRAM)
    daemon.setsockopt(socket.IPPROTO_UDP, 100, 2)  # UDP_ENCAP_ESPINUDP
    daemon.bind(("", 4500))
    _daemons.append(daemon)


def _quit_udp():
    while _daemons:
        _daemons.pop().close()


def up():
    """Build the lab, without protection."""
    ip("".join(f"netns add {name}\n" for name in NAMES) +
       f"""link add eth netns host1 mtu {MTU} address 02:00:00:00:00:01 \
           type veth peer lan netns gw1 mtu {MTU} address 02:00:00:00:00:02
       link add wan netns gw1 mtu {MTU} address 02:00:00:00:00:03 \
           type veth peer wan netns gw2 mtu {MTU} address 02:00:00:00:00:04
       link add eth netns host2 mtu {MTU} address 02:00:00:00:00:05 \
           type veth peer lan netns gw2 mtu {MTU} address 02:00:00:00:00:06
       """)
    for name in NAMES:
        with inside(name):
            sysctl("ipv6/conf/default/accept_dad", 0)
            sysctl("ipv6/conf/all/accept_dad", 0)
            for device in ("lan", "wan") if "gw" in name else ("eth",):
                sysctl(f"ipv6/conf/{device}/accept_dad", 0)
                sysctl(f"ipv6/conf/{device}/router_solicitations", 0)
            if "gw" in name:
                sysctl("ipv4/ip_forward", 1)
                sysctl("ipv6/conf/all/forwarding", 1)
    for n, m, host, lan, far in ((1, 2, 1, 2, 4), (2, 1, 5, 6, 3)):
        ip(f"""link set lo up
           addr add 10.{n}.0.2/16 dev eth
           addr add 2001:db8:{n}::2/64 dev eth nodad
           link set eth up
           route add default via 10.{n}.0.1
           route add default via 2001:db8:{n}::1
           neigh add 10.{n}.0.1 lladdr 02:00:00:00:00:0{lan} dev eth
           neigh add 2001:db8:{n}::1 lladdr 02:00:00:00:00:0{lan} dev eth
           """, f"host{n}")
        ip(f"""link set lo up
           addr add 10.{n}.0.1/16 dev lan
           addr add 2001:db8:{n}::1/64 dev lan nodad
           addr add 192.0.2.{n}/24 dev wan
           addr add 2001:db8:f::{n}/64 dev wan nodad
           link set lan up
           link set wan up
           neigh add 10.{n}.0.2 lladdr 02:00:00:00:00:0{host} dev lan
           neigh add 10.{n}.0.99 lladdr 02:00:00:00:00:0{host} dev lan
           neigh add 2001:db8:{n}::2 lladdr 02:00:00:00:00:0{host} dev lan
           neigh add 2001:db8:{n}::99 lladdr 02:00:00:00:00:0{host} dev lan
           neigh add 192.0.2.{m} lladdr 02:00:00:00:00:0{far} dev wan
           neigh add 2001:db8:f::{m} lladdr 02:00:00:00:00:0{far} dev wan
           route add 10.{m}.0.0/16 via 192.0.2.{m} src 10.{n}.0.1
           route add 2001:db8:{m}::/64 via 2001:db8:f::{m} src 2001:db8:{n}::1
           """, f"gw{n}")
    # Multicast listener reports would be counted as packets that arrive. To
    # wait takes no time here.
    time.sleep(10)


def down():
    _quit_udp()
    ip("".join(f"netns del {name}\n" for name in NAMES))


def firewall():
    """Connection tracking on both gateways, as most of them have it."""
    for name in ("gw1", "gw2"):
        with inside(name):
            run("nft", "-f", "-", input=b"""table inet filter {
                chain in { type filter hook input priority 0;
                           ct state established,new accept; }
                chain forward { type filter hook forward priority 0;
                                ct state established,new accept; }
            }""")


def _keys(suite):
    octets = SUITES[suite][0] if suite else 0
    return [os.urandom(octets) for _ in range(2)]


class Plain:
    """What all gateways do before they protect anything."""

    name = "plain"
    udp = False  # ESP in UDP, at the usual port

    def protect(self, mode, family, suite):
        """Make both gateways protect, and nothing else than that."""


class Xfrm(Plain):
    name = "xfrm"

    @staticmethod
    def _algorithms(suite, key):
        split = SUITES[suite][3]
        mac = f"auth-trunc hmac(sha256) 0x{key[split:].hex()} 128"
        return {"aes128gcm16": f"aead rfc4106(gcm(aes)) 0x{key.hex()} 128",
                "chacha20poly1305":
                f"aead rfc7539esp(chacha20,poly1305) 0x{key.hex()} 128",
                "aes128-sha256": f"enc cbc(aes) 0x{key[:split].hex()} {mac}",
                "null-sha256": f'enc ecb(cipher_null) "" {mac}'}[suite]

    def protect(self, mode, family, suite):
        keys = _keys(suite)
        encap = "encap espinudp 4500 4500 0.0.0.0" if self.udp else ""
        _quit_udp()
        for n in (0, 1):
            if self.udp:
                with inside(f"gw{n + 1}"):
                    _take_udp(family)
            near, far = OUTER[family][n], OUTER[family][1 - n]
            ends = f"src {near} dst {far}"
            back = f"src {far} dst {near}"
            what = f"proto esp reqid 1 mode {mode}"
            ours, theirs = (SUBNETS[family][n], SUBNETS[family][1 - n]) \
                if mode == "tunnel" else (near, far)
            tmpl, tmpl_back = (ends, back) if mode == "tunnel" else ("", "")
            ip(f"""xfrm policy flush
               xfrm state flush
               xfrm state add {ends} spi {0x1001 + n} {what} \
                   replay-window 32 {self._algorithms(suite, keys[n])} {encap}
               xfrm state add {back} spi {0x1002 - n} {what} \
                   replay-window 32 {self._algorithms(suite, keys[1 - n])} \
                   {encap}
               xfrm policy add src {ours} dst {theirs} dir out \
                   tmpl {tmpl} {what}
               xfrm policy add src {theirs} dst {ours} dir in \
                   tmpl {tmpl_back} {what}
               xfrm policy add src {theirs} dst {ours} dir fwd \
                   tmpl {tmpl_back} {what}
               """, f"gw{n + 1}")


class Wireguard(Plain):
    name = "wireguard"

    def protect(self, mode, family, suite):
        private = [run("wg", "genkey", capture_output=True).stdout
                   for _ in range(2)]
        public = [run("wg", "pubkey", input=key,
                      capture_output=True).stdout.decode().strip()
                  for key in private]
        for n in (0, 1):
            far = OUTER[family][1 - n]
            far = f"[{far}]" if family == 6 else far
            with inside(f"gw{n + 1}"):
                subprocess.run(["ip", "link", "del", "wg"], check=False,
                               stderr=subprocess.DEVNULL)
                ip(f"link add wg mtu {MTU - 80} type wireguard")
                run("wg", "set", "wg", "listen-port", "51820", "private-key",
                    "/dev/stdin", "peer", public[1 - n], "allowed-ips",
                    "0.0.0.0/0,::/0", "endpoint", far + ":51820",
                    input=private[n])
                ip(f"""link set wg up
                   route replace {SUBNETS[4][1 - n]} dev wg \
                       src 10.{n + 1}.0.1
                   route add {SUBNETS[6][1 - n]} dev wg \
                       src 2001:db8:{n + 1}::1 metric 1
                   """)


class Nfipsec(Plain):
    name = "nfipsec"

    @staticmethod
    def selector(local, remote):
        kind = "v6" if ":" in local else "v4"
        out = {}
        for side, prefix in (("local", local), ("remote", remote)):
            address, _, length = prefix.partition("/")
            out[f"{side}-{kind}"] = address
            out[f"{side}-prefix-len"] = int(
                length or (128 if kind == "v6" else 32))
        return out

    engine = None  # for SAs on several CPUs, where the module knows any

    @staticmethod
    def sa(direction, mode, ends, spi, suite, key, reqid=1):
        kind = "v6" if ":" in ends[0] else "v4"
        _, encr, integ, split = SUITES[suite]
        out = {"direction": direction, "protocol": 50, "spi": spi,
               "mode": mode, f"local-{kind}": ends[0],
               f"remote-{kind}": ends[1], "encr": encr,
               "encr-key": key[:split] or None, "integ": integ,
               "integ-key": key[split:] or None}
        if direction == "out":
            out["reqid"] = reqid
        return out

    def protect(self, mode, family, suite):
        keys = _keys(suite)
        for n in (0, 1):
            ends = OUTER[family][n], OUTER[family][1 - n]
            nets = (SUBNETS[family][n], SUBNETS[family][1 - n]) \
                if mode == "tunnel" else ends
            selector = self.selector(*nets)
            inbound = self.sa("in", mode, ends, 0x1002 - n, suite, keys[1 - n])
            inbound["selector"] = selector
            outbound = self.sa("out", mode, ends, 0x1001 + n, suite, keys[n])
            for one in inbound, outbound:
                if self.engine:
                    one["engine"] = self.engine
                if self.udp:
                    one["encap"] = 1
            with inside(f"gw{n + 1}"):
                nl = genl.Nl()
                nl.ask("commit",
                       sa=[outbound, inbound],
                       policy=[{"direction": way, "action": "protect",
                                "reqid": 1, "mode": mode,
                                "selector": selector}
                               for way in ("out", "in")])
                nl.close()


SYSTEMS = (Plain, Xfrm, Wireguard, Nfipsec)
