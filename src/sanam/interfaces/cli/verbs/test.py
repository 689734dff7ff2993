"""`sanam test`: the tests on SQLite, again on a real PostgreSQL, and then the journeys in a real browser."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from sanam.interfaces.cli import checkout
from sanam.interfaces.cli.language import say

NAME = "test"
HELP_TH = "ทดสอบบน SQLite, PostgreSQL และเบราว์เซอร์จริง (ต่อท้ายด้วยพาธหรือตัวเลือกของ pytest ได้)"
HELP_EN = "run the tests on SQLite, PostgreSQL and in a real browser (paths and pytest options may follow)"
PASSES_ON = True
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
JOURNEYS = "tests/journeys"
NOTHING_CHOSEN, UNAVAILABLE = 5, 69


@dataclass(slots=True)
class Tally:
    """What the rounds together came to."""

    counts: Counter[str] = field(default_factory=Counter)
    broken: bool = False

    def add(self, code: int, report: Path) -> None:
        """Take in one round: pytest's exit code and its report. A choice may leave a round empty."""
        self.broken |= code not in (0, NOTHING_CHOSEN)
        if report.exists():
            for suite in ElementTree.parse(report).getroot().iter("testsuite"):
                tests, skipped = int(suite.get("tests", 0)), int(suite.get("skipped", 0))
                failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
                self.counts.update(passed=tests - failed - skipped, failed=failed, skipped=skipped)

    def leave_out(self, thai: str, english: str) -> None:
        """Say what could not be run here; where everything must run, that is a failure."""
        say(thai, english)
        self.broken |= os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rest", nargs="*", metavar="PATH", help="pytest")


def run(options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    """Three rounds; the answer holds their counts added up."""
    checkout.require()
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="sanam-test-") as folder:
        one_round("SQLite", "not browser", tally, Path(folder), options)
        if one_round("PostgreSQL", "not browser", tally, Path(folder), options) == UNAVAILABLE:
            tally.leave_out(
                "ข้ามการทดสอบบน PostgreSQL: ติดตั้งด้วย apt install postgresql (รุ่น 15 ขึ้นไป)",
                "Left out: PostgreSQL. Get it with: apt install postgresql (15 or newer)",
            )
        if any(shutil.which(name) for name in BROWSERS):
            one_round("Chromium", "browser", tally, Path(folder), options)
        else:
            tally.leave_out(
                "ข้ามการทดสอบในเบราว์เซอร์: ติดตั้งด้วย apt install chromium",
                "Left out: the journeys in a browser. Get one with: apt install chromium",
            )
    counts = {name: tally.counts[name] for name in ("passed", "failed", "skipped")}
    return int(tally.broken or not counts["passed"]), counts


def one_round(name: str, chosen: str, tally: Tally, folder: Path, options: argparse.Namespace) -> int:
    """Run pytest once, its words going straight to the person; give back its exit code."""
    report = folder / f"{name}.xml"
    rest = options.rest or ([JOURNEYS] if chosen == "browser" else [])
    print(f"\n— {name} —", file=sys.stderr, flush=True)
    pytest = [
        sys.executable,
        "-m",
        "pytest",
        f"--junitxml={report}",
        "-m",
        chosen,
        *at_once(options.rest),
    ]
    server = [sys.executable, "tests/postgres.py"] if name == "PostgreSQL" else []
    surroundings = checkout.surroundings()
    surroundings.pop("DATABASE_URL", None)
    surroundings.pop("DJANGO_SETTINGS_MODULE", None)
    code = subprocess.run(
        [*server, *pytest, *rest],
        cwd=checkout.ROOT,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr if options.json else None,
    ).returncode
    if code != UNAVAILABLE:
        tally.add(code, report)
    return code


def at_once(rest: list[str]) -> list[str]:
    """Use the cores for a whole round; a choice of tests is sooner done by one process."""
    return [] if rest else ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "worksteal"]


def tell(answer: dict[str, Any], options: argparse.Namespace) -> None:
    print("\n{passed} passed, {failed} failed, {skipped} skipped".format(**answer))
