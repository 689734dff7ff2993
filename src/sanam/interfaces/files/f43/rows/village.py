"""VILLAGE: what a hospital counts in its villages, as far as somebody uses it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sanam.domain.foundation.thai.digits import to_arabic
from sanam.interfaces.files.f43.places import Map, read_point
from sanam.interfaces.files.f43.problems import Problem
from sanam.interfaces.files.f43.reading import Reading
from sanam.interfaces.files.f43.tables import SourceLine

COUNTS = {
    "NUMACTUALLY": "people",
    "NUMSTATELESS": "stateless",
    "NTRADITIONAL": "healers",
    "NTEMPLE": "temples",
    "NCHILDCENTER": "child_centres",
    "NOLDERLYCLUB": "elder_clubs",
    "NDISABLECLUB": "disabled_clubs",
}
_MOST = 100_000


@dataclass(slots=True)
class VillageRow:
    """One village by today's 8-digit code; `counts` by our names, None where the file says nothing."""

    hospcode: str
    code: str
    latitude: float | None
    longitude: float | None
    stamped_at: str
    counts: dict[str, int | None] = field(default_factory=dict)


def read_village(
    line: SourceLine, *, country: Map | None = None, today: date | None = None
) -> tuple[VillageRow | None, list[Problem]]:
    """Read one line of VILLAGE; with `country`, only of places that are in force."""
    reading = Reading(line, today)
    if reading.left_out:
        return None, reading.problems
    hospcode, code = reading.hospcode(), _code(reading, country)
    if not (hospcode and code):
        return None, reading.problems
    latitude, longitude = read_point(reading)
    counts = {ours: _count(reading, column) for column, ours in COUNTS.items()}
    return VillageRow(hospcode, code, latitude, longitude, reading.stamp(), counts), reading.problems


def _code(reading: Reading, country: Map | None) -> str:
    code = to_arabic(reading.get("VID", ""))
    if not (len(code) == 8 and code.isascii() and code.isdigit() and not code.endswith("00")):
        reading.note("VID", "bad_key" if code else "missing_key")
        return ""
    if country and (current := country.successors.get(code[:6])):
        reading.note("VID", "abolished_area")
        code = current + code[6:]
    if country and code[:6] not in country.in_force:
        reading.note("VID", "area_code")
        return ""
    return code


def _count(reading: Reading, column: str) -> int | None:
    written = to_arabic(reading.get(column, ""))
    if not written:
        return None
    if not (written.isascii() and written.isdigit()) or int(written) > _MOST:
        reading.note(column, "bad_count")
        return None
    return int(written)
