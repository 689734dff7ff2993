"""`sanam export`: write people as a sheet, a gathering as a meeting page, a report, or a seat's calendar."""

from __future__ import annotations

import argparse
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused

if TYPE_CHECKING:
    from sanam.domain.foundation.actor import Actor
    from sanam.domain.registry.queries import Filters

NEEDS_DJANGO = True
HELP_TH = "ส่งออก: รายชื่อคน หน้ากระดานวงคุย รายงาน หรือปฏิทิน"
HELP_EN = "write out: people, a meeting page, a report, or a calendar"
SEAT = "รหัสที่นั่ง หรือชื่อผู้ใช้ของคนที่นั่ง / a seat's id, or the user name of who sits there"
REPORTS = ("groups", "cards", "changes", "homes", "overlaps")
OUT = "เขียนลงไฟล์นี้ (ถ้าไม่บอก ออกทางจอ) / write to this file (standard output when not said)"


def arguments(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="KIND")
    people = kinds.add_parser("people", help="รายชื่อคนเป็นตาราง / people as a spreadsheet")
    people.add_argument("--format", choices=["csv", "xlsx"], default="csv", help="ชนิดไฟล์ / kind of file")
    people.add_argument("--group", default="", help="เฉพาะกลุ่มนี้ / this group only")
    people.add_argument("--area", default="", metavar="CODE", help="เฉพาะพื้นที่รหัสนี้ / places beginning with this code")
    paper = kinds.add_parser("paper", help="วงคุยหนึ่งวงในรูปหน้ากระดาน / one gathering as a meeting page")
    paper.add_argument("gathering", metavar="GATHERING_ID", help="รหัสวงคุย / the gathering's id")
    paper.add_argument("--pdf", action="store_true", help="ตั้งหน้าเป็น PDF พร้อมภาพ / set on A4 as PDF, with its photos")
    report = kinds.add_parser("report", help="รายงานหนึ่งเรื่อง / one report")
    report.add_argument("report", metavar="REPORT", choices=REPORTS, help=" ".join(REPORTS))
    report.add_argument("--format", choices=["csv", "xlsx", "pdf"], default="csv", help="ชนิดไฟล์ / kind of file")
    report.add_argument("--area", default="", metavar="CODE", help="เฉพาะพื้นที่รหัสนี้ / this place only")
    report.add_argument("--month", default="", metavar="YYYY-MM", help="เดือน (เรื่อง changes) / the month, of changes")
    calendar = kinds.add_parser(
        "calendar", help="วงคุยและกำหนดของกติกาเป็น iCalendar / a seat's gatherings and days of rules"
    )
    person = kinds.add_parser(
        "person", help="ทุกอย่างเกี่ยวกับคนหนึ่ง ตามคำขอของเขา / everything about a person, as they asked"
    )
    person.add_argument("person", metavar="PERSON_ID", help="รหัสคน / the person's id")
    for one in (people, paper, report, calendar, person):
        one.add_argument("--as", dest="seat", default="", metavar="SEAT", help=SEAT)
        one.add_argument("--out", type=Path, metavar="FILE", help=OUT)


def run(options: argparse.Namespace) -> int | dict[str, Any]:
    verbs = {"people": _people, "paper": _paper, "report": _report, "calendar": _calendar, "person": _person}
    return verbs[options.kind](options)


def tell(answer: dict[str, Any], options: argparse.Namespace) -> None:
    """Said by the file itself, or nothing but its name."""
    if options.out:
        print(options.out)


def _people(options: argparse.Namespace) -> int | dict[str, Any]:
    from sanam.interfaces.cli.language import language
    from sanam.interfaces.cli.writing_out import written, written_by
    from sanam.interfaces.files.sheets import people, workbook
    from sanam.interfaces.files.sheets.cells import csv_lines

    sheet = people.sheet(by=_seat(options), filters=_filters(options), language=language())
    if options.json and not options.out:
        found = [dict(zip(sheet.names, row, strict=True)) for row in sheet.rows]
        return {"people": found, "masked": sheet.masked}
    rows = chain([sheet.header], sheet.rows)
    if options.format == "xlsx":
        title = "people" if language() == "en" else "รายชื่อ"
        lines = written_by(lambda file: workbook.write(rows, file, title=title), to=options.out)
    else:
        lines = written(csv_lines(rows), to=options.out)
    return {"file": str(options.out), "people": lines - 1, "masked": sheet.masked} if options.out else 0


def _report(options: argparse.Namespace) -> int | dict[str, Any]:
    from sanam.interfaces.cli import reports

    return reports.write(
        options.report,
        by=_seat(options),
        form="json" if options.json and not options.out else options.format,
        area=options.area,
        month=options.month,
        out=options.out,
    )


def _filters(options: argparse.Namespace) -> Filters:
    from sanam.domain.registry.queries import Filters
    from sanam.domain.registry.words import Group

    if options.group and options.group not in set(Group):
        known = ", ".join(Group)
        raise BadInput(
            "export.no_such_group",
            f"ไม่มีกลุ่ม {options.group} เลือกได้: {known}",
            f"There is no group {options.group}; choose from {known}.",
        )
    if options.area and not (options.area.isascii() and options.area.isdigit() and len(options.area) in {2, 4, 6, 8}):
        raise BadInput(
            "export.no_such_area",
            "รหัสพื้นที่เป็นตัวเลข 2, 4, 6 หรือ 8 หลัก",
            "A place's code is 2, 4, 6 or 8 digits.",
        )
    return Filters(group=options.group, area=options.area)


def _paper(options: argparse.Namespace) -> int | dict[str, Any]:
    from sanam.interfaces.cli.papers import page, pdf
    from sanam.interfaces.cli.writing_out import written

    if options.pdf:
        written([pdf(by=_seat(options), gathering_id=options.gathering)], to=options.out)
        return {"file": str(options.out)} if options.out else 0
    text = page(by=_seat(options), gathering_id=options.gathering)
    if options.json and not options.out:
        return {"text": text}
    written([text], to=options.out)
    return {"file": str(options.out)} if options.out else 0


def _calendar(options: argparse.Namespace) -> int | dict[str, Any]:
    from sanam.interfaces.cli.calendars import events, of_seat
    from sanam.interfaces.cli.writing_out import written

    by = _seat(options)
    if options.json and not options.out:
        return events(by)
    written([of_seat(by)], to=options.out)
    return {"file": str(options.out)} if options.out else 0


def _person(options: argparse.Namespace) -> dict[str, Any]:
    from sanam.domain.registry import queries as registry
    from sanam.domain.registry.permissions import not_here
    from sanam.interfaces.cli.whole_file import keep
    from sanam.interfaces.files.everything.package import packed

    if not options.out:
        raise BadInput(
            "export.needs_a_file",
            "บอกด้วยว่าเขียนลงไฟล์ไหน ใช้ --out",
            "Say which file to write, with --out.",
        )
    by = _seat(options)
    try:
        person = registry.person(by, str(UUID(options.person)))
    except ValueError:
        raise not_here() from None  # the words used for a stranger, too
    request = registry.request_for_a_file(by, person)
    if request is None:
        raise Refused(
            "export.nobody_asked",
            "ยังไม่มีคำขอดูหรือขอรับข้อมูลของคนนี้ที่รอตอบ บันทึกคำขอที่หน้าของเขาก่อน",
            "Nobody has asked for this person's data; note the request on the person's page first.",
        )
    keep(packed(by=by, request=request), options.out)
    return {"file": str(options.out), "request": str(request.pk)}


def _seat(options: argparse.Namespace) -> Actor:
    """The seat on the line; raises NotAllowed without one."""
    if not options.seat:
        raise NotAllowed(
            "export.needs_a_seat",
            "บอกด้วยว่าส่งออกในนามที่นั่งใด ใช้ --as เพราะตัวระบบเองไม่เห็นใครเลย",
            "Say which seat exports, with --as: the installation itself sees no person.",
        )
    from sanam.interfaces.cli.seats import acting_as

    return acting_as(options.seat)
