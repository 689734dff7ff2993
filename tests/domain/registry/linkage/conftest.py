"""An invented district whose truth is known, read in from the files its hospitals would send, and looked through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.registry.models import Comparing, Duplicate, Person, SourceRow
from sanam.domain.registry.operations import linkage
from sanam.interfaces.files.f43 import intake
from sanam.sample import f43_export, truth
from sanam.sample.district import invent

TODAY = date(2026, 11, 24)
Pair = frozenset[str]


@dataclass(frozen=True)
class Looked:
    """What came of a look: pairs by what they are in truth, and pairs by what became of them."""

    comparing: Comparing
    people: int
    rows: dict[tuple[str, str], str]
    told: dict[str, Any]
    waiting: dict[Pair, str]
    """Pairs of records that wait for a human, and why."""

    def records_of(self, pair: dict[str, Any]) -> tuple[str, ...]:
        """The records of a pair of the truth; less than two when a row is not ours to register (TYPEAREA 4)."""
        return tuple(self.rows[key] for row in pair["rows"] if (key := (row[0], row[1])) in self.rows)

    @property
    def pairs(self) -> list[tuple[dict[str, Any], Pair]]:
        """The pairs of rows about one human of which both rows were read in, and their records."""
        found = [(pair, self.records_of(pair)) for pair in self.told["same"]]
        return [(pair, frozenset(records)) for pair, records in found if len(records) == 2]

    @property
    def joined_rows(self) -> list[frozenset[tuple[str, str]]]:
        """Every two rows that the intake made one record of, unasked."""
        by_person: dict[str, list[tuple[str, str]]] = {}
        for row, person in self.rows.items():
            by_person.setdefault(person, []).append(row)
        return [frozenset(two) for rows in by_person.values() for two in combinations(rows, 2)]

    @property
    def truly_same(self) -> set[frozenset[tuple[str, str]]]:
        return {frozenset((row[0], row[1]) for row in pair["rows"]) for pair in self.told["same"]}

    @property
    def lookalikes(self) -> Counter[str]:
        """By trap: how many pairs of two humans a human is asked about."""
        traps = {frozenset(self.records_of(pair)): pair["kind"] for pair in self.told["different"]}
        return Counter(traps[pair] for pair in self.waiting if pair in traps)


def look_through(folder: Path, *, persons: int, seed: int, twice: float) -> Looked:
    """Invent, export, read in and look through a district; in a transaction somebody else undoes."""
    district = invent(persons=persons, seed=seed, today=TODAY, twice=twice)
    for path in f43_export.write(district, folder):
        intake.read_in(by=INSTALLATION, path=path)
    comparing = linkage.look_for_duplicates(by=INSTALLATION, accept=True)
    rows = SourceRow.objects.filter(file="PERSON", current=True).values_list("hospital", "key", "person")
    asked = Duplicate.objects.filter(decision="").values_list("first", "second", "basis")
    return Looked(
        comparing=comparing,
        people=Person.objects.count(),
        rows={(hospital, pid): str(person) for hospital, pid, person in rows},
        told=truth.of(district),
        waiting={frozenset((str(first), str(second))): basis for first, second, basis in asked},
    )


@pytest.fixture(scope="module")
def undone(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A district is too dear to build for each test, and is in nobody's way afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
