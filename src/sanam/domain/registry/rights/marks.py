"""Marks that keep a file from bringing an erased person back: keyed hashes of the numbers that named them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields, replace
from itertools import islice
from typing import Any

from sanam.domain.foundation import sealing
from sanam.domain.registry.incoming import Outcome, Reading
from sanam.domain.registry.models import ErasedMark, Identifier, SourceRow, Tombstone

NUMBER, HOSPITAL = "number", "hospital"
_CHUNK = 500


def leave(tombstone: Tombstone, people: Collection[Any]) -> None:
    """Mark every number that named these people, and every hospital's own number for them."""
    held = Identifier.objects.filter(person__in=people, sealed__isnull=False).order_by("id")
    rows = SourceRow.objects.filter(person__in=people, file="PERSON").order_by("id")
    numbers = {_of_number(one.number) for one in held}
    keys = {_of_key(hospital, key) for hospital, key in rows.values_list("hospital", "key")}
    told = [(NUMBER, lookup) for lookup in sorted(numbers)] + [(HOSPITAL, lookup) for lookup in sorted(keys)]
    made_with = sealing.key_id("hash")
    ErasedMark.objects.bulk_create(
        ErasedMark(tombstone=tombstone, kind=kind, lookup=lookup, made_with=made_with) for kind, lookup in told
    )


def tombstones_of(number: str) -> list[Tombstone]:
    """The tombstones of whoever held this whole number."""
    lookups = sealing.keyed_hashes(number, _purpose(NUMBER))
    return list(Tombstone.objects.filter(marks__lookup__in=lookups).distinct().order_by("-at"))


def without_erased(reading: Reading, outcome: Outcome) -> Reading:
    """A reading that leaves out the rows of erased people, and counts those of PERSON in `outcome.left_out`."""
    if not ErasedMark.objects.exists():
        return reading
    gate = _Gate(outcome)
    streams = [one.name for one in fields(Reading) if one.name not in _NOT_ROWS and getattr(reading, one.name) != ()]
    wanted: dict[str, Any] = {name: gate.let_through(name, getattr(reading, name)) for name in streams}
    return replace(reading, **wanted)


_NOT_ROWS = {"kind", "file_name", "sha256", "hospitals", "rows", "villages", "houses", "problems", "progress"}


class _Gate:
    """Rows pass a few hundred at a time; a hospital that gave an erased person's number to another is believed."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.somebody_else: set[tuple[str, str]] = set()

    def let_through(self, name: str, rows: Iterable[Any]) -> Iterator[Any]:
        rows = iter(rows)
        while chunk := list(islice(rows, _CHUNK)):
            marked = self._marked(chunk)
            for row in chunk:
                if not self._is_erased(row, marked):
                    yield row
                elif name == "people":
                    self.outcome.left_out += 1

    def _is_erased(self, row: Any, marked: dict[str, bool]) -> bool:
        number = getattr(row, "number", "") if hasattr(row, "said") else ""
        if number and any(lookup in marked for lookup in _numbers(number)):
            return True
        key = _key_of(row)
        if key in self.somebody_else:
            return False
        known_by_number = [marked[lookup] for lookup in _keys(*key) if lookup in marked]
        if known_by_number and number and all(known_by_number):
            self.somebody_else.add(key)
            return False
        return bool(known_by_number)

    def _marked(self, chunk: list[Any]) -> dict[str, bool]:
        """Marks that these rows meet, each with whether its tombstone knows a national ID too."""
        wanted = {lookup for row in chunk for lookup in _keys(*_key_of(row))}
        wanted |= {lookup for row in chunk if hasattr(row, "said") and row.number for lookup in _numbers(row.number)}
        met = list(ErasedMark.objects.filter(lookup__in=wanted).values_list("lookup", "tombstone"))
        stones = {stone for _, stone in met}
        numbered = set(ErasedMark.objects.filter(kind=NUMBER, tombstone__in=stones).values_list("tombstone", flat=True))
        return {lookup: stone in numbered for lookup, stone in met}


def _key_of(row: Any) -> tuple[str, str]:
    """(hospital, pid) of a row of any file; a file that speaks of no person has no pid."""
    return getattr(row, "hospital", ""), getattr(row, "pid", "")


def _of_number(number: str) -> str:
    return sealing.keyed_hash(number, _purpose(NUMBER))


def _of_key(hospital: str, pid: str) -> str:
    return sealing.keyed_hash(f"{hospital}|{pid}", _purpose(HOSPITAL))


def _numbers(number: str) -> list[str]:
    return sealing.keyed_hashes(number, _purpose(NUMBER))


def _keys(hospital: str, pid: str) -> list[str]:
    return sealing.keyed_hashes(f"{hospital}|{pid}", _purpose(HOSPITAL)) if pid else []


def _purpose(kind: str) -> str:
    return f"registry.erased.{kind}"
