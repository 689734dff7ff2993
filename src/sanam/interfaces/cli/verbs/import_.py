"""`sanam import`: read the field's files in."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sanam.domain.foundation.actor import INSTALLATION, Actor

NEEDS_DJANGO = True
HELP_TH = "อ่านแฟ้มเข้า: 43 แฟ้ม ตารางรายชื่อ หรือหน้ากระดานวงคุย และเอาคืน"
HELP_EN = "read files in: a 43-file export, a spreadsheet, a meeting page; or take one back"


def arguments(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="KIND")
    f43 = kinds.add_parser("f43", help="43 แฟ้มของหน่วยบริการ / a hospital's 43-file export")
    people = kinds.add_parser("people", help="ตารางรายชื่อ .xlsx หรือ .csv / a spreadsheet of people")
    paper = kinds.add_parser("paper", help="หน้ากระดานวงคุย / a meeting page")
    undo = kinds.add_parser("undo", help="เอาแฟ้มที่อ่านเข้าแล้วคืน / take back a file that was read in")
    for one in (f43, people, paper):
        one.add_argument("file", type=Path, help="ไฟล์ที่จะอ่าน / the file to read")
    undo.add_argument("batch", metavar="BATCH", help="เลขที่ได้ตอนอ่านเข้า / the id given when it was read in")
    undo.add_argument("--because", default="", metavar="WHY", help="เอาคืนเพราะอะไร / why it is taken back")
    for one in (f43, people, paper, undo):
        one.add_argument("--dry-run", action="store_true", help="ทำทั้งหมดแต่ไม่บันทึก / do all of it, keep nothing")
        one.add_argument("--as", dest="seat", default="", metavar="SEAT", help="ทำในนามที่นั่งนี้ / act as this seat")
    told = "เลขบัตรซ้ำมากแต่แฟ้มถูก / so many duplicates are right"
    for one in (f43, people):
        one.add_argument("--accept-duplicates", action="store_true", help=told)
    where = "พื้นที่ของแถวที่ไม่ได้บอก / the place of rows that name none"
    people.add_argument("--area", default="", metavar="CODE", help=where)


def run(options: argparse.Namespace) -> dict[str, Any]:
    by = actor(options.seat)
    deeds = {"f43": _f43, "people": _people, "paper": _paper, "undo": _undo}
    return deeds[options.kind](options, by)


def actor(seat: str) -> Actor:
    """The seat named on the line, else the installation; raises BadInput for a seat that is not there."""
    from sanam.interfaces.cli.seats import acting_as

    return acting_as(seat) if seat else INSTALLATION


def tell(report: dict[str, Any], options: argparse.Namespace) -> None:
    """What came of it, in a few lines."""
    if options.kind == "undo":
        _tell_undone(report)
        return
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
    for one in report.get("columns", []):
        print(f"  {one['column']:<3} {one['header'][:40]:<40} → {one['as'] or 'เก็บไว้ในแถว / kept with the row'}")
    if options.kind == "people":
        for one in report["problems"][:50]:
            print(f"  {one['line']:>5} {one['column']:<20} {one['message']}")
        return
    for file in report["files"]:
        counts = f"{file['rows']:>8} แถว/rows {file['applied']:>8} ใช้/applied {file['problems']:>6} ให้ดู/problems"
        print(f"  {file['name']:<12} {counts}")


def _tell_undone(report: dict[str, Any]) -> None:
    gone = f"คนที่ออกไป/people gone {report['people']} · บ้าน/houses {report['houses']}"
    print(f"{gone} · ค่าที่กลับ/values returned {report['values']} · เก็บไว้/kept {len(report['kept'])}")
    for one in report["kept"][:50]:
        print(f"  {one['person']}  {one['what']:<14} {one['why']:<5} {one['on']} {one['by']}")


def _undo(options: argparse.Namespace, by: Actor) -> dict[str, Any]:
    from sanam.domain.foundation.actor import ActorKind
    from sanam.domain.registry import queries
    from sanam.domain.registry.operations import undo

    whole = by.kind is ActorKind.INSTALLATION
    batch = queries.any_batch(options.batch) if whole else queries.batch(by, options.batch)
    done = undo.take_back(by=by, batch=batch, because=options.because, dry_run=options.dry_run)
    kept = [asdict(one) for one in done.kept]
    return {"batch": str(batch.pk), "people": done.people, "houses": done.houses, "values": done.values, "kept": kept}


def _f43(options: argparse.Namespace, by: Actor) -> dict[str, Any]:
    from sanam.interfaces.files.f43 import intake

    return intake.read_in(
        by=by,
        path=options.file,
        dry_run=options.dry_run,
        accept_duplicates=options.accept_duplicates,
        progress=_progress,
    )


def _people(options: argparse.Namespace, by: Actor) -> dict[str, Any]:
    from sanam.interfaces.files.lists import intake

    return intake.read_in(
        by=by,
        path=options.file,
        area=options.area,
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
