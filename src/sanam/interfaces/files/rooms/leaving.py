"""VOTES.csv, GROUPS.csv, DOTS.csv and what the numbers of the cards mean, in one zip; written down before it leaves.

No leg of fewer than three voices is in it but by its name: its rows would point at persons. Nor is what fewer than
three of a leg said of one card, nor the dots of a leg of which fewer than three placed any; what was counted is what is
here (`dialogue.answered`). Participants are numbers
in an order that says nothing of when they came. No cell begins a formula.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.queries import Rows
from sanam.domain.foundation.actor import Actor
from sanam.domain.journal import operations as journal
from sanam.interfaces.files.sheets.cells import csv_lines

if TYPE_CHECKING:
    from sanam.domain.dialogue.models import Exchange

Table = Iterator[Sequence[str | int]]
HOW = "VOTES.csv GROUPS.csv DOTS.csv: sanam dialogue file VOTES.csv --groups GROUPS.csv --dots DOTS.csv --json\r\n"
BY_THREE = (
    "บัตรที่ขาหนึ่งตอบไม่ถึง 3 คน และจุดของขาที่วางไม่ถึง 3 คน ไม่อยู่ในแฟ้มและไม่ถูกนับ / "
    "What fewer than three people of a leg said of a card, or with dots, is neither counted nor here.\r\n"
)
WITHHELD = (
    "ขาเหล่านี้ตอบไม่ถึง 3 คน คำตอบจึงไม่อยู่ในแฟ้ม / "
    "Fewer than three people of these legs answered, so their answers are not here: {}\r\n"
)


def leave(*, by: Actor, room: Exchange) -> bytes:
    """The files of a closed room, for its host; raises NotAllowed and NotHere. The journal says how many rows left."""
    rows = queries.rows(by, room)
    journal.record(by=by, did="room.rows_taken", to=room.ref, details={"votes": len(rows.of.votes)})
    return packed(rows)


def packed(rows: Rows) -> bytes:
    """The zip of these rows."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, table in _tables(rows).items():
            archive.writestr(name, "".join(csv_lines(table)))
        archive.writestr("README.txt", _readme(rows))
    return data.getvalue()


def _tables(rows: Rows) -> dict[str, Table]:
    of = rows.of
    tables = {
        "VOTES.csv": _headed(("participant", "statement", "vote"), of.votes),
        "GROUPS.csv": _headed(("participant", "group"), of.groups.items()),
        "CARDS.csv": _headed(("number", "heading", "text"), ((c.number, c.heading, c.text) for c in rows.cards)),
    }
    if of.dots:
        tables["DOTS.csv"] = _headed(("participant", "statement", "dots"), of.dots)
    return tables


def _headed(heads: Sequence[str], rows: Iterable[Sequence[str | int]]) -> Table:
    yield heads
    yield from rows


def _readme(rows: Rows) -> str:
    silent = [one.group for one in rows.of.legs if not one.heard]
    how = HOW if rows.of.dots else HOW.replace(" DOTS.csv:", ":").replace(" --dots DOTS.csv", "")
    return how + BY_THREE + (WITHHELD.format(", ".join(silent)) if silent else "")
