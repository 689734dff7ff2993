"""CARD: by which right somebody is treated, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.registry.words import SCHEMES
from sanam.interfaces.files.f43.problems import Problem
from sanam.interfaces.files.f43.reading import Reading
from sanam.interfaces.files.f43.tables import SourceLine

_SCHEME = re.compile(r"[0-9A-Z]{2,4}", re.ASCII)
_NATIONAL_ID = re.compile(r"\D*(?:\d\D*){13}")


@dataclass(slots=True)
class CardRow:
    """One right of one person. `scheme` is INSTYPE_NEW as written, known to us or not; `main` and `sub` are hospitals.

    `number` is empty where the card is numbered by the national ID: the person has that already.
    """

    hospcode: str
    pid: str
    scheme: str
    old_scheme: str
    number: str
    since: PartialDate | None
    until: PartialDate | None
    main: str
    sub: str
    stamped_at: str


def read_card(line: SourceLine, *, today: date | None = None) -> tuple[CardRow | None, list[Problem]]:
    """Read one line of CARD; a right whose code we do not know is kept by its code."""
    reading = Reading(line, today)
    hospcode, pid = reading.whose()
    if not pid:
        return None, reading.problems
    scheme = _scheme(reading, "INSTYPE_NEW")
    if not scheme:
        reading.note("INSTYPE_NEW", "no_scheme")
        return None, reading.problems
    if scheme not in SCHEMES:
        reading.note("INSTYPE_NEW", "unknown_scheme")
    number = reading.text("INSID")
    row = CardRow(
        hospcode=hospcode,
        pid=pid,
        scheme=scheme,
        old_scheme=_scheme(reading, "INSTYPE_OLD"),
        number="" if _NATIONAL_ID.fullmatch(number) else number[:18],
        since=reading.day("STARTDATE"),
        until=reading.end_day("EXPIREDATE"),
        main=reading.text("MAIN")[:9],
        sub=reading.text("SUB")[:9],
        stamped_at=reading.stamp(),
    )
    return row, reading.problems


def _scheme(reading: Reading, column: str) -> str:
    written = reading.get(column, "").upper()
    return written if _SCHEME.fullmatch(written) and written.strip("0") else ""
