"""`sanam import`: read the field's files in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from sanam.domain.foundation.actor import INSTALLATION, Actor

NEEDS_DJANGO = True
HELP_TH = "อ่านแฟ้มเข้า: 43 แฟ้ม หรือหน้ากระดานวงคุย"
HELP_EN = "read files in: a 43-file export, or a meeting page"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=["f43", "paper"], help="43 แฟ้ม หรือหน้ากระดานวงคุย / 43 files or a meeting page")
    parser.add_argument("file", type=Path, help="ไฟล์ที่จะอ่าน / the file to read")
    parser.add_argument("--dry-run", action="store_true", help="อ่านทั้งหมดแต่ไม่บันทึก / read all of it, keep nothing")
    told = "เลขบัตรซ้ำมากแต่แฟ้มถูก / so many duplicates are right"
    parser.add_argument("--accept-duplicates", action="store_true", help=told)
    parser.add_argument("--as", dest="seat", default="", metavar="SEAT", help="ทำในนามที่นั่งนี้ / act as this seat")


def run(options: argparse.Namespace) -> dict[str, Any]:
    by = actor(options.seat)
    return _f43(options, by) if options.kind == "f43" else _paper(options, by)


def actor(seat: str) -> Actor:
    """The seat named on the line, else the installation; raises BadInput for a seat that is not there."""
    from sanam.interfaces.cli.seats import acting_as

    return acting_as(seat) if seat else INSTALLATION


def tell(report: dict[str, Any], options: argparse.Namespace) -> None:
    """What came of it, in a few lines."""
    if options.kind == "paper":
        print(f"{report['title']} · {report['held_on'] or '-'} · ภาพ/photos {len(report['photos'])}")
        print(f"ประเด็น/points {len(report['points'])} · อ่านไม่ออก/unread {len(report['unread'])}")
        if note := report.get("note"):
            print(f"{note['th']} / {note['en']}")
        return
    people = report["people"]
    print(f"คนใหม่/new {people['new']} · เปลี่ยน/changed {people['changed']} · เหมือนเดิม/unchanged {people['unchanged']}")
    if left_out := report.get("left_out"):
        print(f"เว้นไว้ {left_out} แถวของคนที่ขอให้ลบข้อมูลไว้ / left out, of people who were erased: {left_out}")
    for file in report["files"]:
        counts = f"{file['rows']:>8} แถว/rows {file['applied']:>8} ใช้/applied {file['problems']:>6} ให้ดู/problems"
        print(f"  {file['name']:<12} {counts}")


def _f43(options: argparse.Namespace, by: Actor) -> dict[str, Any]:
    from sanam.interfaces.files.f43 import intake

    return intake.read_in(
        by=by,
        path=options.file,
        dry_run=options.dry_run,
        accept_duplicates=options.accept_duplicates,
        progress=_progress,
    )


def _paper(options: argparse.Namespace, by: Actor) -> dict[str, Any]:
    from sanam.interfaces.files.paper import intake

    return intake.read_in(by=by, path=options.file, dry_run=options.dry_run)


def _progress(rows: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{rows:,} แถว / rows", end="", file=sys.stderr, flush=True)
