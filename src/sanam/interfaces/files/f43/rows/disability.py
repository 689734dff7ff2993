"""DISABILITY: who is registered with which disability, and since when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sanam.domain.foundation.thai.dates import PartialDate
from sanam.interfaces.files.f43.codes import WORDS
from sanam.interfaces.files.f43.identity import read_relative
from sanam.interfaces.files.f43.problems import Problem
from sanam.interfaces.files.f43.reading import Reading
from sanam.interfaces.files.f43.tables import SourceLine


@dataclass(slots=True)
class DisabilityRow:
    """One disability of one person; someone with two has two rows.

    `kind_code` is "1" to "7" of the law of 2550 and `kind` its word; `cause` is "birth", "injury", "disease"
    or "". `since` is when it came (DATE_DISAB), `detected_on` when it was found. `diagnosis` is ICD-10.
    """

    hospcode: str
    pid: str
    cid: str
    disab_id: str
    kind: str
    kind_code: str
    cause: str
    diagnosis: str
    detected_on: PartialDate | None
    since: PartialDate | None
    stamped_at: str
    values: dict[str, str] = field(repr=False)


_KIND_CODES = {word: code for code, word in WORDS["DISABTYPE"].items()}


def read_disability(line: SourceLine, *, today: date | None = None) -> tuple[DisabilityRow | None, list[Problem]]:
    """Read one line of DISABILITY."""
    reading = Reading(line, today)
    hospcode, pid = reading.whose()
    if not pid:
        return None, reading.problems
    kind = reading.needed_code("DISABTYPE", WORDS["DISABTYPE"], "disability_type")
    if not kind:
        return None, reading.problems
    row = DisabilityRow(
        hospcode=hospcode,
        pid=pid,
        cid=read_relative(reading.get("CID", ""))[0],
        disab_id=reading.text("DISABID"),
        kind=kind,
        kind_code=_KIND_CODES[kind],
        cause=reading.code("DISABCAUSE", WORDS["DISABCAUSE"]),
        diagnosis=reading.text("DIAGCODE").upper(),
        detected_on=reading.day("DATE_DETECT"),
        since=reading.day("DATE_DISAB"),
        stamped_at=reading.stamp(),
        values=line.values,
    )
    return row, reading.problems
