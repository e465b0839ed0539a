# SPDX-License-Identifier: GPL-2.0
"""What is in build/bench.json, put side by side."""

import json

SYSTEMS = ("plain", "xfrm", "wireguard", "nfipsec")
CHACHA = "chacha20poly1305"  # WireGuard has nothing else


def load(path):
    """Also what was measured on a machine's own kernel, where it is time: its
    "nanoseconds" are called instructions in here, and "unit" says so.
    """
    with open(path, encoding="ascii") as file:
        data = json.load(file)
    data["unit"] = "instructions"
    if data["method"] != "icount":
        data["unit"] = "nanoseconds"
        data["results"] = [
            {name.replace("nanoseconds", "instructions"): value
             for name, value in one.items()} for one in data["results"]]
    return data


def of(results, test):
    """Without the entry of a test that failed as a whole."""
    return [one for one in results
            if one["test"] == test and one.get("system", test)]


def ours_first(word):
    return {"aes128gcm16": 0, CHACHA: 1}.get(word, 2)


def forward(results, test="forward"):
    """(suite, family, size): {system: figure}, None for what failed"""
    rows, groups = of(results, test), {}
    cells = {(one["system"], one["suite"], one["family"], one["size"]):
             one.get("instructions_per_packet") for one in rows}
    keys = {(one["suite"], one["family"], one["size"]) for one in rows
            if one["system"] in ("xfrm", "nfipsec")}
    for suite, family, size in sorted(
            keys, key=lambda key: (key[1], ours_first(key[0]), key)):
        keys = {"plain": ("plain", None, family, size),
                "xfrm": ("xfrm", suite, family, size),
                "wireguard": ("wireguard", CHACHA, family, size),
                "nfipsec": ("nfipsec", suite, family, size)}
        groups[suite, family, size] = {
            name: cells[key] for name, key in keys.items() if key in cells}
    return groups


def taxes(row):
    """{system: what it costs more than plain}"""
    return {name: row[name] - row["plain"]
            if row.get(name) is not None and row.get("plain") is not None
            else None for name in SYSTEMS}


def tcp(results):
    """path: {system: Mbit/s}"""
    groups = {}
    for one in of(results, "tcp"):
        name = one["path"] + ", transport" * (one["mode"] == "transport")
        groups.setdefault(name, {})[one["system"]] = one.get("mbit_per_s")
    return groups


def nomatch(results):
    """policies: {system: figure}"""
    groups = {}
    for one in of(results, "nomatch"):
        if one["system"] != "plain":
            groups.setdefault(one["policies"], {})[one["system"]] = \
                one.get("instructions_per_hop")
    return dict(sorted(groups.items()))


def floor(results):
    """(suite, size): {"out": sealing, "in": opening}"""
    groups = {}
    for one in of(results, "crypto-floor"):
        groups.setdefault((one["suite"], one["size"]), {})[one["direction"]] \
            = one.get("instructions_per_packet") or one["cycles_per_packet"]
    return groups


def scale(results, what, figure="instructions_per_packet"):
    """Of scale-sa or scale-policy: how many: {system: figure}"""
    test, key = {"sa": ("scale-sa", "sas"),
                 "policy": ("scale-policy", "policies")}[what]
    groups = {}
    for one in of(results, test):
        group = groups.setdefault(one[key], {})
        if figure in one or "error" in one:
            group[one["system"]] = one.get(figure)
    return dict(sorted(groups.items()))


def parallel(results):
    """(CPUs, senders): {system: all of the result}"""
    groups = {}
    for one in of(results, "parallel"):
        groups.setdefault((one["cpus"], one["senders"]), {})[one["system"]] = \
            one
    return groups


def allocations(results):
    """size: {system: figure}"""
    groups = {}
    for one in of(results, "allocations"):
        groups.setdefault(one["size"], {})[one["system"]] = \
            one.get("allocations_per_packet")
    return groups


def ratio(above, below, digits=2):
    if above is None or not below:
        return "-"
    return f"{above / below:.{digits}f}"


def show(value):
    return "-" if value is None else f"{value:,}"
