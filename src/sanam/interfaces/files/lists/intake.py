"""From a spreadsheet of people to the registry: opened and checked whole, its headers understood, read row by row."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import BadInput
from sanam.domain.registry.incoming import IncomingGroup, IncomingHouse, IncomingPerson, Outcome
from sanam.domain.registry.operations import files
from sanam.interfaces.files.lists import headers, text, workbook
from sanam.interfaces.files.lists.cells import Cell
from sanam.interfaces.files.lists.entries import Entry, Reader
from sanam.interfaces.files.lists.headers import KEPT_ONLY, Header
from sanam.interfaces.files.lists.places import Places
from sanam.interfaces.files.lists.problems import Problem
from sanam.interfaces.files.lists.refusals import refusal

KIND = "people"
Table = tuple[str, list[list[Cell]]]


class People:
    """One list that was read: its entries, how its columns were understood, and what was odd."""

    def __init__(self, header: Header, reader: Reader, entries: list[Entry], rows: int) -> None:
        self.header, self.reader, self.entries, self.rows = header, reader, entries, rows

    def columns(self) -> list[dict[str, str]]:
        """How each column was understood: {column, header, as}; `as` is empty where it only stays with the row."""
        return [{"column": one.letter, "header": one.header[:80], "as": one.meaning} for one in self.header.columns]

    def houses(self) -> Iterator[IncomingHouse]:
        yield from {one.house.number: one.house for one in self.entries if one.house}.values()

    def people(self) -> Iterator[IncomingPerson]:
        yield from (one.person for one in self.entries)

    def groups(self) -> Iterator[IncomingGroup]:
        for one in self.entries:
            yield from one.groups

    def told(self, outcome: Outcome) -> list[dict[str, Any]]:
        """The whole error table, once everything was applied."""
        found = [*self.reader.problems]
        sheet, number = self.reader.sheet, self.header.by.get("number")
        found += (
            Problem(sheet, line, number.said if number else "", "id_conflict") for line in outcome.number_conflicts
        )
        found += (Problem(sheet, line, "", "alike") for line in outcome.alike)
        found.sort(key=lambda one: one.line)
        told = ("file", "line", "column", "code", "th", "en")
        return [{name: getattr(one, name) for name in told} for one in found]


def read_in(
    *,
    by: Actor,
    path: Path,
    file_name: str = "",
    area: str = "",
    dry_run: bool = False,
    accept_duplicates: bool = False,
    progress: Callable[[int], None] = lambda rows: None,
) -> dict[str, Any]:
    """Read a list into the registry; `area` is where people live of whom no row says.

    Returns {"batch", "rows", "applied", "people": {new, changed, unchanged}, "columns": [{column, header, as}],
    "problems": [{file, line, column, code, message}]}; raises Refused with the database untouched.
    """
    with opened(by, path, file_name, area, progress) as (people, reading):
        batch, outcome = files.read_in(by=by, reading=reading, dry_run=dry_run, accept_duplicates=accept_duplicates)
        problems = [
            {name: one[name] for name in ("file", "line", "column", "code")} | {"message": f"{one['th']} / {one['en']}"}
            for one in outcome.problems
        ]
        return {
            "batch": "" if dry_run else str(batch.id),
            "rows": people.rows,
            "applied": len(people.entries),
            "people": outcome.people,
            "columns": people.columns(),
            "problems": problems,
        }


@contextmanager
def opened(
    by: Actor, path: Path, file_name: str = "", area: str = "", progress: Callable[[int], None] = lambda rows: None
) -> Iterator[tuple[People, files.Reading]]:
    """A list that was checked and read whole, and the reading of it the registry takes; raises Refused."""
    places = Places(*_meant(by, area))
    people = _read(by, path, file_name or path.name, places)
    yield (
        people,
        files.Reading(
            kind=KIND,
            file_name=file_name or path.name,
            sha256=_sha256(path),
            hospitals=frozenset(),
            rows=len(people.entries),
            houses=people.houses(),
            people=people.people(),
            groups=people.groups(),
            problems=people.told,
            progress=progress,
            listed=True,
            notes={"columns": people.columns()},
        ),
    )


def _meant(by: Actor, area: str) -> tuple[tuple[str, ...], str]:
    """The places in which the list may put people, and the one of a row that names none."""
    within = by.mandate.areas if by.kind is not ActorKind.INSTALLATION else (area[:4] or "",)
    if area and not any(area.startswith(one) for one in within):
        raise refusal("list.no_place")
    own = area or (within[0] if len(within) == 1 else "")
    return tuple(one for one in within), own


def _read(by: Actor, path: Path, name: str, places: Places) -> People:
    ending = Path(name).suffix.lower()
    if ending == ".csv":
        return _people(by, Path(name).stem, text.rows(path), text.rows(path), places)
    if ending not in (".xlsx", ".xlsm"):
        raise refusal("list.old_or_locked" if ending == ".xls" else "list.kind")
    wrong: BadInput | None = None
    with workbook.sheets(path) as sheets:
        for title, rows in sheets:
            found = list(rows)
            try:
                return _people(by, title, found, found, places)
            except BadInput as refused:
                if refused.code != "list.no_header":
                    raise
                wrong = wrong or refused
    raise wrong or refusal("list.no_header")


def _people(by: Actor, title: str, first: Iterable[list[Cell]], rows: Iterable[list[Cell]], places: Places) -> People:
    header = headers.find(first)
    if not places.otherwise[4:] and not header.by.keys() & {"tambon", "address"}:
        raise refusal("list.no_place")
    now = clock.now()
    stamp = now.astimezone(clock.BANGKOK).strftime("%Y%m%d%H%M%S")
    reader = Reader(title, header, places, by.ref, stamp, clock.today())
    entries, count = [], 0
    for line, row in enumerate(rows, 1):
        if line <= header.row or not any(one.text for one in row):
            continue
        count += 1
        if entry := reader.read(line, row):
            entries.append(entry)
    return People(header, reader, entries, count)


def understood(columns: Iterable[dict[str, str]]) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Columns that fill a field of the registry, and those that only stay with their row."""
    found = list(columns)
    used = [one for one in found if one["as"] and one["as"] not in KEPT_ONLY]
    return used, [one for one in found if one not in used]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
