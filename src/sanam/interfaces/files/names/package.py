"""Everything a body's lists hold about one name, as a zip for whoever bears it: a page, a document, a CSV a table."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.gatherings.asked import Known
from sanam.domain.gatherings.operations import listed
from sanam.domain.gatherings.queries import Held
from sanam.domain.journal import queries as written
from sanam.domain.teams import queries as teams
from sanam.interfaces.files.everything.page import section, whole
from sanam.interfaces.files.sheets.cells import csv_lines, table

if TYPE_CHECKING:
    from sanam.domain.gatherings.models import Attendance, Eligible, Invitation
    from sanam.domain.teams.models import Body

Row = dict[str, Any]
FORM = "sanam.listed/1"
TITLES = {
    "listed": "ในรายชื่อคนที่ชวนได้",
    "invitations": "เคยชวนมาวงไหน",
    "came": "เซ็นชื่อว่ามาวงไหน",
    "deeds": "ใครทำอะไรกับชื่อนี้",
}
INTRO = (
    "เอกสารนี้รวมทุกอย่างที่รายชื่อของคณะนี้มีเกี่ยวกับคุณ ชื่อนี้ไม่ได้มาจากทะเบียนคนที่เราดูแล และไม่ได้เชื่อมกับทะเบียนนั้น "
    "ถ้าเห็นว่าอะไรไม่ถูก หรืออยากให้ลบ บอกคณะได้ทุกเมื่อ"
)


def packed(*, by: Actor, body: Body, held: Held, known: Known) -> bytes:
    """The zip, written down by the deed; raises Refused as it does."""
    listed.hand_over(by=by, body=body, held=held, known=known)
    tables = tables_of(held)
    archived = io.BytesIO()
    with zipfile.ZipFile(archived, "w", zipfile.ZIP_DEFLATED) as archive:
        sections = [section(TITLES[name], rows) for name, rows in tables.items()]
        archive.writestr("read-me.html", whole(f"ข้อมูลในรายชื่อของ {body.name_th}", INTRO, sections))
        said = {"form": FORM, "made_on": clock.today().isoformat(), "body": body.name_th, "tables": tables}
        archive.writestr("everything.json", json.dumps(said, ensure_ascii=False, indent=1, default=str))
        for name, rows in tables.items():
            archive.writestr(f"tables/{name}.csv", "".join(csv_lines(table(rows))))
    return archived.getvalue()


def tables_of(held: Held) -> dict[str, list[Row]]:
    """Rows by table, as {column: value}; names of columns are in `everything.names`."""
    told = written.told_about(held.refs)
    by = teams.seat_titles([*(entry.actor_ref for entry, _ in told), *(one.by_ref for one in held.eligible)])
    titles = {ref: title for ref, (title, _en) in by.items()}
    return {
        "listed": [_listed(one, titles) for one in held.eligible],
        "invitations": [_invited(one) for listed in held.eligible for one in listed.invitations.all()],
        "came": [_came(one) for one in held.came],
        "deeds": [
            {"at": entry.at, "did": entry.did, "by": titles.get(entry.actor_ref, "ระบบ")} for entry, _details in told
        ],
    }


def _listed(one: Eligible, titles: dict[str, str]) -> Row:
    return {
        "name": one.name,
        "phone": one.phone,
        "organisation": one.organisation,
        "leg": one.leg.name_th if one.leg else "",
        "came_by": one.came_by,
        "at": one.at,
        "by": titles.get(one.by_ref, "ระบบ"),
        "told_on": one.told_on,
    }


def _invited(one: Invitation) -> Row:
    return {
        "gathering": one.gathering.title,
        "held_on": one.gathering.held_on,
        "asked_on": one.at,
        "way": one.way,
        "channel": one.channel,
        "draw": one.draw.number if one.draw else None,
        "said": one.answer,
    }


def _came(one: Attendance) -> Row:
    return {
        "name": one.name,
        "organisation": one.organisation,
        "leg": one.leg.name_th if one.leg else "",
        "gathering": one.gathering.title,
        "held_on": one.gathering.held_on,
        "signed": one.source,
        "first_time": one.first_time,
        "at": one.at,
    }
