"""`sanam doctor`: what is missing or unsafe in this installation."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from sanam.interfaces.cli.language import language

NEEDS_DJANGO = True
HELP_TH = "บอกว่าการติดตั้งนี้ขาดอะไร หรืออะไรไม่ปลอดภัย"
HELP_EN = "say what is missing or unsafe in this installation"
MARKS = {"ok": "✓", "warn": "!", "fail": "✗"}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--serving", default="", metavar="HOST", help="ตรวจเหมือนจะเปิดที่นี่ เช่น 0.0.0.0 / judge as if serving there"
    )


def run(options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    """Exit code 0 when nothing must be put right; a warning alone is no reason to stop."""
    from sanam.interfaces.cli import doctor

    found = list(doctor.examine(options.serving))
    well = all(one.state != "fail" for one in found)
    return int(not well), {"ok": well, "checks": [asdict(one) for one in found]}


def tell(report: dict[str, Any], options: argparse.Namespace) -> None:
    """A line for each check, what must be put right first."""
    order = list(reversed(MARKS))
    for one in sorted(report["checks"], key=lambda check: order.index(check["state"])):
        print(f"{MARKS[one['state']]} {one['name']:<10} {one[language()]}")
