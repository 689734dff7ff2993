"""`sanam verify`: re-compute every seal, digest and unsealed signature, and everything else that must hold."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace
from typing import Any

from sanam.domain.foundation.actor import INSTALLATION
from sanam.interfaces.cli.language import language, show_progress

NEEDS_DJANGO = True
HELP_TH = "ตรวจว่าไม่มีใครแก้หรือตัดสมุดบันทึก และทุกอย่างครบตรงกัน"
HELP_EN = "check that nothing in the journal was changed or cut, and that all else is whole"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["journal", "all"], help="สมุดบันทึก หรือทุกอย่าง / the journal, or everything")
    parser.add_argument("--head", default="", metavar="HEX", help="หัวสายที่เก็บไว้ข้างนอก / a head kept outside")


def run(options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    """Check first, and only then seal what is new: a changed row must not be sealed as if it were true.

    `broken` is the first thing that does not hold; with "all", `checks` tells of each: {name, th, en, ok, found}.
    """
    from sanam.domain.journal import operations, queries

    verdict = queries.verify(options.head)
    if verdict.ok and (seal := operations.seal(by=INSTALLATION)):
        verdict = replace(verdict, seals=seal.number, head=seal.digest)
    report = {"ok": verdict.ok, **asdict(verdict)}
    if options.what == "all":
        _everything_else(report)
    return int(not report["ok"]), report


def _everything_else(report: dict[str, Any]) -> None:
    """Ask every room what must hold there; the first that does not is what is broken, if the journal was whole."""
    from sanam.domain.foundation import invariants

    report["checks"] = []
    for result in invariants.results():
        show_progress(f"ตรวจ {result.name}", f"Checked {result.name}")
        report["checks"].append({**asdict(result), "ok": result.ok})
        if not result.ok and report["ok"]:
            first = result.found[0]
            report |= {"ok": False, "broken": {"what": result.name, **asdict(first)}}


def tell(report: dict[str, Any], options: argparse.Namespace) -> None:
    """The first broken thing, or how much was found whole; what it cannot know; the head to keep outside."""
    for check in report.get("checks", []):
        print(f"{'✓' if check['ok'] else '✗'} {check['name']:<18} {check[language()]}")
        for found in check["found"]:
            print(f"    {found[language()]}")
    if broken := report["broken"]:
        print(f"✗ {broken['where']}: {broken['th']} / {broken['en']}")
        return
    print(f"✓ {report['entries']:,} รายการ/entries · {report['seals']:,} ตรา/seals")
    for caution in report["cautions"]:
        print(f"  {caution['th']} / {caution['en']}")
    print(f"head {report['head']}")
