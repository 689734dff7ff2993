"""One person becomes two records again: each row goes back as it was, unless something happened to it since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sanam.domain.foundation import clock
from sanam.domain.registry.merging import joining, rows
from sanam.domain.registry.merging.ledger import Kept, Ledger
from sanam.domain.registry.merging.since import CHANGED, NEW, REMOVED, Later, later
from sanam.domain.registry.merging.tables import Table, clashes, tables
from sanam.domain.registry.models import Change, Person, SourceRow
from sanam.domain.registry.words import FIELD_NAMES

OF_THE_RECORD = {"search_text", "sort_key", "also_called", "version", "updated_at"}
"""Columns that only follow the others."""
HOME = {"household_id", "area_code"}


def part(ledger: Ledger, kept: Person, gone: Person) -> list[Later]:
    """Take a merge back; gives back what happened since and stays with the living record."""
    told: list[Later] = []
    for table in tables():
        told += _Parting(table, ledger, kept, gone).part()
    told += _restore_person(kept, ledger, told)
    gone.merged_into = None
    gone.save(update_fields=["merged_into"])
    return told


def since(ledger: Ledger, kept: Person, gone: Person) -> list[Later]:
    """What `part` would leave with the living record, were it done now; changes nothing."""
    told = [one for table in tables() for one in _Parting(table, ledger, kept, gone).look()]
    return told + list(_values_since(kept, ledger, told))


class _Parting:
    """One table: what is still as the merge left it goes back, the rest stays and is told."""

    def __init__(self, table: Table, ledger: Ledger, kept: Person, gone: Person) -> None:
        self.table, self.kept, self.gone = table, kept, gone
        self.known = ledger.rows.get(table.label, {})
        self.there = {str(row.pk): row for row in table.rows(kept.pk, gone.pk)}
        self.told: list[Later] = []
        self.back: list[Any] = []
        self.unmade: list[Any] = []
        self.twins: list[Any] = []
        self.columns: set[str] = set()

    def look(self) -> list[Later]:
        """Only what happened since."""
        for key, row in self.there.items():
            if key not in self.known:
                self._new(row)
        for key, one in self.known.items():
            self._known(one, self.there.get(key))
        return self.told

    def part(self) -> list[Later]:
        self.look()
        self.table.drop(self.unmade)
        self._step_aside()
        self.table.write(self.back, self.columns)
        for twin in self.twins:
            twin.save_base(raw=True, force_insert=True)
        return self.told

    def _new(self, row: Any) -> None:
        """Somebody wrote it since: it stays, but for what a hospital says under a number of the parted record."""
        back = isinstance(row, SourceRow) and (row.hospital, _pid(row)) in self._numbers()
        if back:
            row.person_id = self.gone.pk
            self.columns.add("person")
            self.back.append(row)
        self.told.append(later(row, NEW, back=back))

    def _known(self, one: Kept, row: Any) -> None:
        if row is None:
            self.told.append(Later(self.table.label, REMOVED))
        elif rows.digest(row) == one.digest:
            self._put_back(one, row)
        else:
            self._changed(one, row)

    def _put_back(self, one: Kept, row: Any) -> None:
        if one.touched and one.was is None:
            self.unmade.append(row)
        elif one.touched and one.was:
            self._fill(row, one.was)
            self.back.append(row)

    def _changed(self, one: Kept, row: Any) -> None:
        """What it is now stays with the living record; the parted one gets what it brought."""
        self.told.append(later(row, CHANGED))
        if not (one.touched and one.was and self._brought(one.was)):
            return
        if not self.table.one_of_a_kind:
            self._fill(row, {column: one.was[column] for column in self.table.columns if column in one.was})
            self.back.append(row)
            return
        twin = rows.made_of(self.table.model, one.was)
        twin.pk = None if self.table.model._meta.auto_field else self.table.model._meta.pk.get_default()
        self.twins.append(twin)

    def _step_aside(self) -> None:
        """What would return to the living record where something newer now stands is left to it."""
        going = {row.pk for row in [*self.back, *self.unmade]}
        staying = [row for row in self.there.values() if row.pk not in going]
        aside = [row for row in self.back if clashes(row, staying)]
        self.back = [row for row in self.back if row not in aside]
        self.table.drop([row for row in aside if not self._stands_elsewhere(row)])

    def _stands_elsewhere(self, row: Any) -> bool:
        """Whether the row as the database has it names the living record, and so may stay as it is."""
        now = self.table.model._base_manager.get(pk=row.pk)
        return all(getattr(now, column) != self.gone.pk for column in self.table.columns)

    def _fill(self, row: Any, was: rows.Texts) -> None:
        before = rows.texts(row)
        rows.fill(row, was)
        changed = {column for column, text in rows.texts(row).items() if before[column] != text}
        self.columns |= {field.name for field in row._meta.concrete_fields if field.attname in changed}

    def _brought(self, was: rows.Texts) -> bool:
        return any(was.get(column) == str(self.gone.pk) for column in self.table.columns)

    def _numbers(self) -> set[tuple[str, str]]:
        """(hospital, pid) by which hospitals know the parted record."""
        brought = [key for key, one in self.known.items() if one.touched and one.was and self._brought(one.was)]
        rows_brought = (self.there[key] for key in brought if key in self.there)
        return {(row.hospital, _pid(row)) for row in rows_brought}


def _pid(row: SourceRow) -> str:
    return row.key.partition("#")[0]


def _restore_person(kept: Person, ledger: Ledger, told: list[Later]) -> list[Later]:
    before, after = ledger.before[str(kept.pk)], ledger.after[str(kept.pk)]
    now = rows.texts(kept)
    moved = {column for column in now if now[column] != after[column]}
    values = list(_values_since(kept, ledger, told))
    if moved & HOME:
        moved |= HOME
    rows.fill(kept, {column: text for column, text in before.items() if column not in moved | OF_THE_RECORD})
    if told or values or moved:
        joining.reindex(kept)
        kept.version += 1
        kept.updated_at = clock.now()
    else:
        rows.fill(kept, before)
    kept.save()
    return values


def _values_since(kept: Person, ledger: Ledger, told: Iterable[Later]) -> Iterator[Later]:
    """Fields of the person that are other than the merge left them, where no change already tells of it."""
    after, now = ledger.after[str(kept.pk)], rows.texts(kept)
    told_of = {one.what for one in told if one.table == Change._meta.label}
    for column, text in now.items():
        if column in FIELD_NAMES and column not in told_of and text != after[column]:
            yield Later(Person._meta.label, CHANGED, column)
