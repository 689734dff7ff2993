"""`sanam looked`: whom a seat looked at in a span of time, for the 72 hours after data was seen by the wrong eyes."""

from __future__ import annotations

import argparse
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import BadInput

NEEDS_DJANGO = True
HELP_TH = "ที่นั่งหนึ่งเปิดดูใครบ้างในช่วงเวลาหนึ่ง ใช้เมื่อข้อมูลรั่ว"
HELP_EN = "whom a seat looked at in a span of time, for when data leaked"
BY = "ที่นั่งที่เปิดดู รหัสหรือชื่อผู้ใช้ของคนที่นั่ง / who looked: a seat's id, or the user name of who sits there"
AS = "ดูในนามที่นั่ง รหัสหรือชื่อผู้ใช้ของคนที่นั่ง / as whom: a seat's id, or the user name of who sits there"
SINCE = "ตั้งแต่ต้นวันแบบ 2026-11-24 / from the start of a day like 2026-11-24"
UNTIL = "ถึงสิ้นวัน ถ้าไม่บอกคือวันนี้ / to the end of a day; today when not said"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--by", required=True, metavar="SEAT", help=BY)
    parser.add_argument("--as", dest="seat", required=True, metavar="SEAT", help=AS)
    parser.add_argument("--since", required=True, metavar="DAY", help=SINCE)
    parser.add_argument("--until", default="", metavar="DAY", help=UNTIL)
    parser.add_argument("--out", type=Path, metavar="FILE", help="เขียนลงไฟล์นี้ / write to this file")


def run(options: argparse.Namespace) -> int | dict[str, Any]:
    from django.db import transaction

    from sanam.domain.journal import operations as journal
    from sanam.domain.registry import queries
    from sanam.interfaces.cli.seats import acting_as
    from sanam.interfaces.cli.writing_out import written
    from sanam.interfaces.files.sheets.cells import csv_lines

    since, until = _day(options.since), _day(options.until or clock.today().isoformat()) + timedelta(days=1)
    actor, looked = acting_as(options.seat), acting_as(options.by).ref
    told = queries.seen_by(actor, looked, since, until)
    with transaction.atomic():  # reading whom others read is a look too
        refs = [one.person.ref for one in told.people]
        journal.record_many(by=actor, did="person.looked", to=refs, because=f"looked:{looked}")
    rows = [
        [str(one.person.pk), one.person.full_name, one.person.phone, str(one.times), one.last.isoformat()]
        for one in told.people
    ]
    names = ["id", "name", "phone", "times", "last"]
    if not options.json or options.out:
        written(csv_lines([names, *rows]), to=options.out)
    said = {"people": len(rows), "out_of_sight": told.out_of_sight, "lists": told.lists, "exports": told.exports}
    if options.json and not options.out:
        return said | {"looked_at": [dict(zip(names, row, strict=True)) for row in rows]}
    return said if options.out else 0


def tell(answer: dict[str, Any], options: argparse.Namespace) -> None:
    """How many, and what the file cannot say."""
    print(f"คน/people {answer['people']:,} · นอกสายตา/out of sight {answer['out_of_sight']:,}")
    print(f"เปิดรายชื่อ/lists opened {answer['lists']:,} · ส่งออก/exports {answer['exports']:,}")


def _day(text: str) -> datetime:
    """The first moment of a day in Thailand; raises BadInput for what is no day."""
    try:
        return datetime.combine(date.fromisoformat(text), time(), clock.BANGKOK)
    except ValueError:
        raise BadInput(
            "looked.no_day", f"{text} ไม่ใช่วันที่ เขียนแบบ 2026-11-24", f"{text} is no day; write 2026-11-24."
        ) from None
