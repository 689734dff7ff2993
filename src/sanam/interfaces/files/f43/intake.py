"""From a zip of the 43 files to the registry: opened and checked whole, read in order, applied in one piece."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sanam.domain.areas import queries as areas
from sanam.domain.foundation.actor import Actor
from sanam.domain.registry.incoming import (
    IncomingAddress,
    IncomingGroup,
    IncomingHouse,
    IncomingPerson,
    Outcome,
)
from sanam.domain.registry.operations import files
from sanam.domain.registry.words import Group
from sanam.interfaces.files.f43.archive import Archive, Member, open_archive
from sanam.interfaces.files.f43.problems import Problem
from sanam.interfaces.files.f43.rows import read_address, read_disability, read_home, read_person
from sanam.interfaces.files.f43.rows.address import AddressRow
from sanam.interfaces.files.f43.rows.home import HomeRow
from sanam.interfaces.files.f43.rows.person import PersonRow
from sanam.interfaces.files.f43.tables import SourceLine, header_problems, read_table

NO_NAME = "ไม่ทราบชื่อ"
READ = ("HOME", "PERSON", "ADDRESS", "DISABILITY")


def read_in(
    *,
    by: Actor,
    path: Path,
    file_name: str = "",
    dry_run: bool = False,
    progress: Callable[[int], None] = lambda rows: None,
) -> dict[str, Any]:
    """Read an export into the registry.

    Returns {"batch", "files": [{name, rows, applied, problems}], "people": {new, changed, unchanged},
    "problems": [{file, line, column, code, message}]}; raises Refused with the database untouched.
    """
    with open_archive(path) as archive:
        archive.check()
        export = Export(archive)
        reading = files.Reading(
            kind="f43",
            file_name=file_name or path.name,
            sha256=_sha256(path),
            hospitals=export.hospitals(),
            villages=export.villages(),
            houses=export.houses(),
            people=export.people(),
            addresses=export.addresses(),
            groups=export.groups(),
            problems=export.told,
            progress=progress,
        )
        batch, outcome = files.read_in(by=by, reading=reading, dry_run=dry_run)
        return export.report("" if dry_run else str(batch.id), outcome)


class Export:
    """One opened export: streams its rows in the registry's words and remembers what was odd about them."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._members = {member.name: member for member in archive.members}
        self._successors = areas.successors()
        self._rows: Counter[str] = Counter()
        self._problems: list[Problem] = []
        self._lines_of_groups: dict[tuple[str, str], int] = {}

    def hospitals(self) -> frozenset[str]:
        """Every hospital code the files that are read name."""
        return frozenset(
            line.values["HOSPCODE"] for name in READ for line in self._lines(name) if line.values.get("HOSPCODE")
        )

    def villages(self) -> dict[str, str]:
        """Villages the houses stand in: {8-digit code: name}."""
        found: dict[str, str] = {}
        for line in self._lines("HOME"):
            home, _odd = read_home(line, successor=self._successors.get)
            if home and home.village_code and not found.get(home.village_code):
                found[home.village_code] = home.village_name
        return found

    def houses(self) -> Iterator[IncomingHouse]:
        for _line, row in self._read("HOME", read_home, successor=self._successors.get):
            yield _house(row)

    def people(self) -> Iterator[IncomingPerson]:
        for line, row in self._read("PERSON", read_person):
            yield _person(line, row)

    def addresses(self) -> Iterator[IncomingAddress]:
        for _line, row in self._read("ADDRESS", read_address, successor=self._successors.get):
            yield _address(row)

    def groups(self) -> Iterator[IncomingGroup]:
        for line, row in self._read("DISABILITY", read_disability):
            self._lines_of_groups[row.hospcode, row.pid] = line.line
            if row.kind_code:
                since = row.since or row.detected_on
                yield IncomingGroup(row.hospcode, row.pid, Group.DISABLED, row.kind_code, since.iso() if since else "")

    def told(self, outcome: Outcome) -> list[dict[str, Any]]:
        """The whole error table, once everything was read and applied."""
        self._problems += (Problem("PERSON", line, "CID", "id_conflict") for line in outcome.number_conflicts)
        self._problems += (
            Problem("DISABILITY", self._lines_of_groups[key], "PID", "unknown_person") for key in outcome.without_person
        )
        return [
            {
                "file": one.file,
                "line": one.line,
                "column": one.column,
                "code": one.code,
                "th": one.th,
                "en": one.en,
            }
            for one in self._problems
        ]

    def report(self, batch: str, outcome: Outcome) -> dict[str, Any]:
        """What the command line prints."""
        odd = Counter(one.file for one in self._problems)
        return {
            "batch": batch,
            "files": [
                {
                    "name": member.name,
                    "rows": self._rows[member.name],
                    "applied": outcome.applied.get(member.name, 0),
                    "problems": odd[member.name],
                }
                for member in self._archive.members
            ],
            "people": {"new": outcome.new, "changed": outcome.changed, "unchanged": outcome.unchanged},
            "problems": [
                {
                    "file": one.file,
                    "line": one.line,
                    "column": one.column,
                    "code": one.code,
                    "message": one.message,
                }
                for one in self._problems
            ],
        }

    def _lines(self, name: str) -> Iterator[SourceLine]:
        member: Member | None = self._members.get(name)
        return read_table(self._archive, member) if member else iter(())

    def _read(self, name: str, reader: Callable[..., Any], **options: Any) -> Iterator[tuple[SourceLine, Any]]:
        if name in self._members:
            self._problems += header_problems(self._archive, self._members[name])
        for line in self._lines(name):
            self._rows[name] += 1
            row, problems = reader(line, **options)
            self._problems += problems
            if row is not None:
                yield line, row


def _house(row: HomeRow) -> IncomingHouse:
    return IncomingHouse(
        hospital=row.hospcode,
        number=row.hid,
        house_id=row.house_id,
        house_no=row.house_no[:75],
        road=row.road[:255],
        area_code=row.village_code or row.subdistrict_code,
        latitude=row.latitude,
        longitude=row.longitude,
        volunteer_hint=row.volunteer_hint[:60],
    )


def _person(line: SourceLine, row: PersonRow) -> IncomingPerson:
    said: Mapping[str, str] = {
        "prefix": row.prefix[:40],
        "given": _readable(row.given)[:80] or NO_NAME,
        "family": _readable(row.family)[:80],
        "sex": row.sex,
        "birth": row.birth.iso() if row.birth else "",
        "life": row.life,
        "life_on": row.life_on.iso() if row.life_on else "",
        "residency": row.typearea,
        "phone": next(iter(row.phones), ""),
        "marital": row.marital,
        "nation": row.nation[:3],
        "religion": row.religion[:2],
        "occupation": row.occupation[:4],
    }
    return IncomingPerson(
        line=line.line,
        hospital=row.hospcode,
        pid=row.pid,
        number="" if row.cid_problem else row.cid,
        house_number=row.hid,
        said=said,
        stamped_at=row.updated_at.strftime("%Y%m%d%H%M%S") if row.updated_at else "",
        raw=line.values,
    )


def _readable(name: str) -> str:
    """A name with characters nobody could read says nothing: it must not replace a good one."""
    return "" if "\ufffd" in name else name


def _address(row: AddressRow) -> IncomingAddress:
    return IncomingAddress(
        hospital=row.hospcode,
        pid=row.pid,
        house_id=row.house_id,
        house_no=row.house_no[:75],
        area_code=row.village_code or row.subdistrict_code,
        registered=row.kind == "registered",
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
