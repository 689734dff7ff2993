"""CHRONIC: who has which long illness, since when, and what came of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sanam.domain.foundation.thai.dates import PartialDate
from sanam.interfaces.files.f43.codes import WORDS
from sanam.interfaces.files.f43.problems import Problem
from sanam.interfaces.files.f43.reading import Reading
from sanam.interfaces.files.f43.tables import SourceLine

_ICD10 = re.compile(r"[A-Z][0-9]{2}[0-9A-Z]{0,3}", re.ASCII)


@dataclass(slots=True)
class ChronicRow:
    """One illness of one person by its ICD-10 code without a dot; `state` is a word of TYPEDISCH, "" where not told."""

    hospcode: str
    pid: str
    code: str
    since: PartialDate | None
    state: str
    ended_on: PartialDate | None
    stamped_at: str


def read_chronic(line: SourceLine, *, today: date | None = None) -> tuple[ChronicRow | None, list[Problem]]:
    """Read one line of CHRONIC; a row without a diagnosis says nothing."""
    reading = Reading(line, today)
    hospcode, pid = reading.whose()
    if not pid:
        return None, reading.problems
    code = reading.get("CHRONIC", "").upper().replace(".", "").replace(" ", "")
    if not _ICD10.fullmatch(code):
        reading.note("CHRONIC", "diagnosis")
        return None, reading.problems
    state = reading.code("TYPEDISCH", WORDS["TYPEDISCH"])
    row = ChronicRow(
        hospcode=hospcode,
        pid=pid,
        code=code,
        since=reading.day("DATE_DIAG"),
        state=state,
        ended_on=reading.day("DATE_DISCH"),
        stamped_at=reading.stamp(),
    )
    return row, reading.problems
