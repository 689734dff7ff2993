"""DEATH: who has died, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sanam.domain.foundation.thai.dates import PartialDate
from sanam.interfaces.files.f43.problems import Problem
from sanam.interfaces.files.f43.reading import Reading
from sanam.interfaces.files.f43.tables import SourceLine


@dataclass(slots=True)
class DeathRow:
    """One death; `died_on` is None where the day could not be read. Causes stay in the kept row."""

    hospcode: str
    pid: str
    died_on: PartialDate | None


def read_death(line: SourceLine, *, today: date | None = None) -> tuple[DeathRow | None, list[Problem]]:
    """Read one line of DEATH."""
    reading = Reading(line, today)
    hospcode, pid = reading.whose()
    if not pid:
        return None, reading.problems
    return DeathRow(hospcode, pid, reading.day("DDEATH")), reading.problems
