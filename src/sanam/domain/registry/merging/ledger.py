"""What a merge did, row by row, sealed: what each row was before, and by which it is known again afterwards."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sanam.domain.foundation import sealing
from sanam.domain.registry.merging import rows
from sanam.domain.registry.merging.rows import Texts
from sanam.domain.registry.merging.tables import Table, tables
from sanam.domain.registry.models import Person


@dataclass(slots=True)
class Kept:
    """One row: what it was (None: the merge made it), whether the merge touched it, and its digest afterwards."""

    was: Texts | None
    touched: bool
    digest: str


@dataclass(slots=True)
class Ledger:
    """All rows that named either record once they were one, and both records' own columns before and after."""

    rows: dict[str, dict[str, Kept]] = field(default_factory=dict)
    before: dict[str, Texts] = field(default_factory=dict)
    after: dict[str, Texts] = field(default_factory=dict)

    def seal(self) -> bytes:
        """As the database keeps it."""
        told = {
            "before": self.before,
            "after": self.after,
            "rows": {
                label: {key: [one.was, one.touched, one.digest] for key, one in known.items()}
                for label, known in self.rows.items()
            },
        }
        return sealing.encrypt(zlib.compress(json.dumps(told, ensure_ascii=False).encode()))

    @classmethod
    def unseal(cls, sealed: bytes) -> Ledger:
        told = json.loads(zlib.decompress(sealing.decrypt(bytes(sealed))))
        known = {label: {key: Kept(*one) for key, one in found.items()} for label, found in told["rows"].items()}
        return cls(known, told["before"], told["after"])


class Witness:
    """Sees two records before a merge and after, and writes down the difference."""

    def __init__(self, kept: Person, gone: Person) -> None:
        self.people = (kept, gone)
        self.rows = {table.label: _texts(table, *self._ids()) for table in tables()}
        self.before = {str(one.pk): rows.texts(one) for one in self.people}

    def tell(self) -> Ledger:
        """What became of every row since."""
        ledger = Ledger(before=self.before)
        for one in self.people:
            ledger.after[str(one.pk)] = rows.texts(Person.objects.get(pk=one.pk))
        for table in tables():
            known = self.rows[table.label]
            ledger.rows[table.label] = dict(self._told(table, known))
        return ledger

    def _told(self, table: Table, known: dict[str, Texts]) -> Iterator[tuple[str, Kept]]:
        for row in table.rows(*self._ids()):
            key, now = str(row.pk), rows.texts(row)
            was = known.get(key)
            if was is None or was != now:
                yield key, Kept(_worth_keeping(table, was, now), True, rows.digest(row))
            else:
                yield key, Kept({}, False, rows.digest(row))

    def _ids(self) -> list[Any]:
        return [one.pk for one in self.people]


def _texts(table: Table, *people: Any) -> dict[str, Texts]:
    return {str(row.pk): rows.texts(row) for row in table.rows(*people)}


def _worth_keeping(table: Table, was: Texts | None, now: Texts) -> Texts | None:
    """The whole row where it may have to be written a second time, else only what changed: source rows are long."""
    if was is None or table.one_of_a_kind:
        return was
    return {column: text for column, text in was.items() if text != now[column]}
