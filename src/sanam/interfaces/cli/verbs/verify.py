"""`sanam verify`: re-compute every seal, digest and unsealed signature."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace
from typing import Any

from sanam.domain.foundation.actor import INSTALLATION

NEEDS_DJANGO = True
HELP_TH = "ตรวจว่าไม่มีใครแก้หรือตัดสมุดบันทึก"
HELP_EN = "check that nothing in the journal was changed or cut"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["journal", "all"], help="สมุดบันทึก หรือทุกอย่าง / the journal, or everything")
    parser.add_argument("--head", default="", metavar="HEX", help="หัวสายที่เก็บไว้ข้างนอก / a head kept outside")


def run(options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    """Check first, and only then seal what is new: a changed row must not be sealed as if it were true."""
    from sanam.domain.journal import operations, queries

    verdict = queries.verify(options.head)
    if verdict.ok and (seal := operations.seal(by=INSTALLATION)):
        verdict = replace(verdict, seals=seal.number, head=seal.digest)
    return int(not verdict.ok), {"ok": verdict.ok, **asdict(verdict)}


def tell(report: dict[str, Any], options: argparse.Namespace) -> None:
    """The verdict, what it cannot know, and the head to keep outside."""
    if broken := report["broken"]:
        print(f"✗ {broken['where']}: {broken['th']} / {broken['en']}")
        return
    print(f"✓ {report['entries']:,} รายการ/entries · {report['seals']:,} ตรา/seals")
    for caution in report["cautions"]:
        print(f"  {caution['th']} / {caution['en']}")
    print(f"head {report['head']}")
