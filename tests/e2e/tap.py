# SPDX-License-Identifier: GPL-2.0
"""TAP for tests in Python: a test is a function, and fails by raising."""

import contextlib
import difflib
import pprint
import sys
import traceback


class Tap:
    def __init__(self):
        self.number = self.failed = 0

    def report(self, good, name, why=""):
        self.number += 1
        self.failed += not good
        for line in str(why).splitlines() if why and not good else []:
            print("#", line)
        print("ok" if good else "not ok", self.number, "-", name, flush=True)
        return good

    def skip(self, name, why):
        self.number += 1
        print("ok", self.number, "-", name, "# SKIP", why, flush=True)

    @contextlib.contextmanager
    def case(self, name):
        """What is inside passes unless it raises; the next case goes on."""
        try:
            yield
        except Exception as error:  # pylint: disable=broad-except
            why = "".join(traceback.format_exception(error))
            if isinstance(error, AssertionError) and error.args:
                why = str(error)
            self.report(False, name, why)
        else:
            self.report(True, name)

    def end(self):
        print(f"1..{self.number}", flush=True)
        sys.exit(1 if self.failed else 0)


def _difference(got, want):
    if len(repr(got)) + len(repr(want)) < 200:
        return f"{got!r}\nwanted: {want!r}"
    lines = [line for line in difflib.ndiff(
        pprint.pformat(want).splitlines(), pprint.pformat(got).splitlines())
        if line[0] != " "]
    return "\n".join(lines[:30] + ["..."] * (len(lines) > 30))


def equal(got, want, what=""):
    if got != want:
        raise AssertionError(f"{what or 'got'}: {_difference(got, want)}")


def diag(*words):
    for line in " ".join(str(word) for word in words).splitlines():
        print("#", line, flush=True)
