"""One opened export: streams its rows in the registry's words, and remembers what was odd about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from typing import Any

from sanam.domain.areas import queries as areas
from sanam.domain.registry.incoming import (
    IncomingAddress,
    IncomingCoverage,
    IncomingDeath,
    IncomingGroup,
    IncomingHouse,
    IncomingIllness,
    IncomingPerson,
    IncomingRow,
    IncomingVillage,
    Outcome,
)
from sanam.interfaces.files.f43 import in_registry_words as say
from sanam.interfaces.files.f43.archive import Archive
from sanam.interfaces.files.f43.identity import read_hospital
from sanam.interfaces.files.f43.places import Map, read_place
from sanam.interfaces.files.f43.problems import Problem
from sanam.interfaces.files.f43.reading import Reading, tidy
from sanam.interfaces.files.f43.rows import (
    read_address,
    read_card,
    read_chronic,
    read_death,
    read_disability,
    read_home,
    read_person,
    read_village,
)
from sanam.interfaces.files.f43.tables import SourceLine, header_problems, read_table

READ = ("HOME", "PERSON", "ADDRESS", "DISABILITY", "DEATH", "CARD", "CHRONIC", "VILLAGE")
OF_THE_SERVED = frozenset({"ADDRESS", "CARD", "CHRONIC"})
"""Files that name all who are only served too; that need not be told."""
SERVED_ONLY = "4"


class Export:
    """The files of one zip; those of one name (several hospitals in one zip) are read as one."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._country = Map(areas.successors(), frozenset(areas.inside([""], (2, 4, 6))))
        self._problems: list[Problem] = []
        self._some_are_served = False
        self._told_once: set[tuple[str, str]] = set()
        self._served: set[tuple[str, str]] = set()

    def hospitals(self) -> frozenset[str]:
        """Every hospital code the files name, kept ones too: a row is kept beside its own hospital's people."""
        return frozenset().union(*(self._archive.scan(member).hospitals for member in self._archive.members))

    def count(self) -> int:
        """The rows of all the files."""
        return sum(self._archive.scan(member).rows for member in self._archive.members)

    def villages(self) -> dict[str, str]:
        """Villages the houses stand in: {8-digit code: name}."""
        found: dict[str, str] = {}
        read: dict[tuple[str, ...], str] = {}
        for line in self._lines("HOME"):
            cells = tuple(line.values.get(name, "") for name in ("CHANGWAT", "AMPUR", "TAMBON", "VILLAGE"))
            if cells not in read:
                read[cells] = read_place(Reading(line, None), self._country).village
            if (code := read[cells]) and not found.get(code):
                found[code] = tidy(line.values.get("VILLANAME", ""))
        return found

    def houses(self) -> Iterator[IncomingHouse]:
        for _line, row in self._read("HOME", read_home, country=self._country):
            yield say.house(row)

    def people(self) -> Iterator[IncomingPerson]:
        """Those who live here before those who are only served: these are let in only when known by then."""
        for line, row in self._read("PERSON", read_person, only=self._lives_here):
            yield say.person(row, line.line)
        if not self._some_are_served:
            return
        for line, row in self._read("PERSON", read_person, only=_served_only):
            self._served.add((row.hospcode, row.pid))
            yield say.person(row, line.line)

    def addresses(self) -> Iterator[IncomingAddress]:
        for _line, row in self._read("ADDRESS", read_address, country=self._country):
            yield say.address(row)

    def groups(self) -> Iterator[IncomingGroup]:
        for _line, row in self._read("DISABILITY", read_disability):
            yield say.disability(row)

    def deaths(self) -> Iterator[IncomingDeath]:
        for _line, row in self._read("DEATH", read_death):
            yield say.death(row)

    def coverages(self) -> Iterator[IncomingCoverage]:
        for _line, row in self._read("CARD", read_card, once=frozenset({"unknown_scheme"})):
            yield say.coverage(row)

    def illnesses(self) -> Iterator[IncomingIllness]:
        for _line, row in self._read("CHRONIC", read_chronic):
            yield say.illness(row)

    def village_facts(self) -> Iterator[IncomingVillage]:
        for _line, row in self._read("VILLAGE", read_village, country=self._country):
            yield say.village(row)

    def others(self) -> Iterator[IncomingRow]:
        """Every row but PERSON's, which is kept where it is read: columns nobody knows yet are not lost."""
        for name in dict.fromkeys(member.name for member in self._archive.members):
            if name != "PERSON":
                yield from map(say.kept, self._lines(name))

    def told(self, outcome: Outcome) -> list[dict[str, Any]]:
        """The whole error table, once everything was read and applied."""
        for member in (member for name in READ for member in self._archive.named(name)):
            self._problems += header_problems(self._archive, member)
        self._problems += (Problem("PERSON", line, "CID", "id_conflict") for line in outcome.number_conflicts)
        for file, keys in outcome.without_person.items():
            self._problems += self._of_nobody(file, {(hospital, pid) for hospital, pid in keys})
        places = {name: place for place, name in enumerate(READ)}
        self._problems.sort(key=lambda one: (places[one.file], one.folder, one.line))
        return [{**_where(one), "th": one.th, "en": one.en} for one in self._problems]

    def report(self, batch: str, outcome: Outcome) -> dict[str, Any]:
        """What the command line prints; "left_out" only where rows of erased people were."""
        odd = Counter(one.file for one in self._problems)
        return {
            "batch": batch,
            "files": [
                {
                    "name": name,
                    "rows": self._rows(name),
                    "applied": outcome.applied.get(name, 0),
                    "problems": odd[name],
                }
                for name in dict.fromkeys(member.name for member in self._archive.members)
            ],
            "people": outcome.people,
            "problems": [{**_where(one), "message": one.message} for one in self._problems],
            **({"left_out": outcome.left_out} if outcome.left_out else {}),
        }

    def _rows(self, name: str) -> int:
        return sum(self._archive.scan(member).rows for member in self._archive.named(name))

    def _lines(self, name: str) -> Iterator[SourceLine]:
        for member in self._archive.named(name):
            yield from read_table(self._archive, member)

    def _read(
        self,
        name: str,
        reader: Callable[..., Any],
        only: Callable[[SourceLine], bool] | None = None,
        once: frozenset[str] = frozenset(),
        **options: Any,
    ) -> Iterator[tuple[SourceLine, Any]]:
        members = self._archive.named(name)
        for member in members:
            folder = member.folder if len(members) > 1 else ""
            for line in read_table(self._archive, member):
                if only and not only(line):
                    continue
                row, problems = reader(line, **options)
                if problems and once:
                    problems = [one for one in problems if one.code not in once or self._first(line, one)]
                if problems:
                    self._problems += (replace(one, folder=folder) for one in problems) if folder else problems
                if row is not None:
                    yield line, row

    def _first(self, line: SourceLine, one: Problem) -> bool:
        """Whether a value is odd in this way for the first time."""
        key = (one.code, line.values.get(one.column, ""))
        known = key in self._told_once
        self._told_once.add(key)
        return not known

    def _lives_here(self, line: SourceLine) -> bool:
        if _served_only(line):
            self._some_are_served = True
            return False
        return True

    def _of_nobody(self, file: str, keys: Collection[tuple[str, str]]) -> Iterator[Problem]:
        """The lines of a file that speak of these."""
        keys = set(keys) - (self._served if file in OF_THE_SERVED else set())
        if keys:
            for line in self._lines(file):
                if (read_hospital(line.values.get("HOSPCODE", "")), line.values.get("PID", "")) in keys:
                    yield Problem(file, line.line, "PID", "unknown_person")


def _served_only(line: SourceLine) -> bool:
    return line.values.get("TYPEAREA", "") == SERVED_ONLY


def _where(one: Problem) -> dict[str, Any]:
    return {"file": one.file, "line": one.line, "column": one.column, "code": one.code}
