"""People of a chunk of rows: matched, settled, written in sets."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sanam.domain.foundation import clock
from sanam.domain.registry import names
from sanam.domain.registry.incoming import FILE_FIELDS, IncomingPerson, Outcome
from sanam.domain.registry.intake import winners
from sanam.domain.registry.intake.matching import Holders, compatible
from sanam.domain.registry.models import (
    Batch,
    Change,
    Confirmation,
    Conflict,
    Duplicate,
    GroupMembership,
    Household,
    HouseKey,
    Identifier,
    Person,
    SourceRow,
)
from sanam.domain.registry.words import FIELD_NAMES, Group, IdentifierKind, NoNumber

FILE = "PERSON"
_PERSON_COLUMNS = (*FILE_FIELDS, "household", "area_code", "search_text", "sort_key", "version", "updated_at")


class Chunk:
    """One chunk of PERSON rows on its way into the registry."""

    def __init__(self, batch: Batch, outcome: Outcome, rows: Sequence[IncomingPerson], home_area: str) -> None:
        self.batch, self.outcome, self.home_area = batch, outcome, home_area
        self.now = clock.now()
        self.rows = list(_newest_of_each(rows).values())
        self.before = self._current_rows()
        self.houses = self._houses()
        self.new: list[Person] = []
        self.identifiers: list[Identifier] = []
        self.duplicates: list[Duplicate] = []
        self.source_rows: list[SourceRow] = []
        self.replaced: list[int] = []
        self.speaking: dict[Any, list[IncomingPerson]] = defaultdict(list)
        self.people: dict[Any, Person] = {}

    def take(self) -> None:
        """Match every row to a person, then write."""
        fresh = [one for one in self.rows if not self._said_already(one)]
        self.outcome.unchanged += len(self.rows) - len(fresh)
        holders = Holders(one.number for one in fresh)
        known = Person.objects.select_related("household").in_bulk(
            {before.person_id for one in fresh if (before := self.before.get((one.hospital, one.pid)))}
        )
        for one in fresh:
            before = self.before.get((one.hospital, one.pid))
            person = known.get(before.person_id) if before else None
            person = person or self._by_number(one, holders)
            if person is None and one.said.get("residency") == "4":
                self.outcome.unchanged += 1  # served here, living elsewhere: not ours to register
                continue
            self._speaks(person or self._add(one, holders), one)
        self._settle_known()
        self._write()

    def _said_already(self, one: IncomingPerson) -> bool:
        before = self.before.get((one.hospital, one.pid))
        return (
            before is not None
            and before.person_id is not None
            and (before.digest == digest_of(one) or one.stamped_at < before.stamped_at)
        )

    def _by_number(self, one: IncomingPerson, holders: Holders) -> Person | None:
        return next((person for person in holders.of(one.number) if compatible(person, one)), None)

    def _add(self, one: IncomingPerson, holders: Holders) -> Person:
        values, _ = winners.settle([winners.said_by(one)])
        person = Person(created_at=self.now, updated_at=self.now, **values)
        self._place(person, one.hospital, one.house_number)
        names.index(person, person.household.house_no if person.household else "")
        self.new.append(person)
        self.identifiers.append(_identifier(person, one))
        for other in holders.of(one.number):
            self.outcome.number_conflicts.append(one.line)
            self.duplicates.append(Duplicate(first=other, second=person, basis="equal_id", at=self.now))
        holders.remember(one.number, person)
        return person

    def _speaks(self, person: Person, one: IncomingPerson) -> None:
        self.people[person.pk] = person
        self.speaking[person.pk].append(one)
        if before := self.before.get((one.hospital, one.pid)):
            self.replaced.append(before.pk)
        self.source_rows.append(
            SourceRow(
                batch=self.batch,
                file=FILE,
                line=one.line,
                hospital=one.hospital,
                key=one.pid,
                person=person,
                residency=one.said.get("residency", ""),
                stamped_at=one.stamped_at,
                digest=digest_of(one),
                sealed=winners.seal(one),
            )
        )

    def _settle_known(self) -> None:
        """Let all current rows of each known person speak, and note what changed, conflicts and the rest."""
        just_added = {person.pk for person in self.new}
        settling = {
            pk: person for pk, person in self.people.items() if pk not in just_added or len(self.speaking[pk]) > 1
        }
        others = self._other_rows(settling)
        held = _confirmed(settling)
        self.changes: list[Change] = []
        self.conflicts: list[Conflict] = []
        self.changed: list[Person] = []
        for pk, person in settling.items():
            said = [winners.said_by(one) for one in self.speaking[pk]] + others[pk]
            if self._apply(person, said, held[pk], new=pk in just_added):
                self.changed.append(person)
        self.outcome.new += len(self.new)
        changed = {person.pk for person in self.changed} - just_added
        self.outcome.changed += len(changed)
        self.outcome.unchanged += len(self.people.keys() - just_added - changed)

    def _apply(self, person: Person, said: list[winners.Said], held: set[str], *, new: bool) -> bool:
        values, first = winners.settle(said)
        source = f"43 แฟ้ม {first.hospital}"
        changed = False
        for name, value in values.items():
            old = getattr(person, name)
            if not value or value == old:
                continue
            if FIELD_NAMES[name][2] in held:
                self.conflicts.append(
                    Conflict(person=person, field=name, kept=old, offered=value, batch=self.batch, at=self.now)
                )
                continue
            if not new:
                self.changes.append(self._change(person, name, old, value, source))
            setattr(person, name, value)
            changed = True
        if "address" not in held and self._place(person, first.hospital, first.house_number):
            changed = True
        if changed:
            names.index(person, person.household.house_no if person.household else "")
            person.version += not new
            person.updated_at = self.now
        return changed

    def _place(self, person: Person, hospital: str, house_number: str) -> bool:
        """Put a person in the house the file names; whether that is another place than before."""
        household = self.houses.get((hospital, house_number))
        if household is None:
            person.area_code = person.area_code or self.home_area
            return False
        if person.household_id == household.pk:
            return False
        person.household = household
        person.area_code = household.area_code or self.home_area
        return True

    def _change(self, person: Person, name: str, old: str, new: str, source: str) -> Change:
        return Change(
            person=person,
            field=name,
            old=old,
            new=new,
            at=self.now,
            by_ref=self.batch.by_ref,
            by_label=self.batch.by_label,
            source=source,
            batch=self.batch,
        )

    def _write(self) -> None:
        Person.objects.bulk_create(self.new)
        just_added = {person.pk for person in self.new}
        changed = [person for person in self.changed if person.pk not in just_added]
        Person.objects.bulk_update(changed, _PERSON_COLUMNS, batch_size=200)
        Identifier.objects.bulk_create(self.identifiers)
        _number_those_without(self.people, self.speaking, just_added)
        Duplicate.objects.bulk_create(self.duplicates, ignore_conflicts=True)
        SourceRow.objects.filter(pk__in=self.replaced).update(current=False)
        SourceRow.objects.bulk_create(self.source_rows)
        Change.objects.bulk_create(self.changes)
        Conflict.objects.bulk_create(self.conflicts, ignore_conflicts=True)
        GroupMembership.objects.bulk_create(
            (
                GroupMembership(person=person, group=Group.HOMELESS, source=f"43 แฟ้ม {self.batch.file_name}"[:120])
                for person in self.people.values()
                if person.residency == "5"
            ),
            ignore_conflicts=True,
        )
        self.outcome.count(FILE, len(self.source_rows))

    def _current_rows(self) -> dict[tuple[str, str], SourceRow]:
        rows = SourceRow.objects.filter(
            file=FILE,
            current=True,
            hospital__in={one.hospital for one in self.rows},
            key__in=[one.pid for one in self.rows],
        ).defer("sealed")
        return {(row.hospital, row.key): row for row in rows}

    def _houses(self) -> dict[tuple[str, str], Household]:
        keys = HouseKey.objects.filter(
            hospital__in={one.hospital for one in self.rows},
            number__in={one.house_number for one in self.rows if one.house_number},
        ).select_related("household")
        return {(key.hospital, key.number): key.household for key in keys}

    def _other_rows(self, people: Iterable[Any]) -> dict[Any, list[winners.Said]]:
        speaking_now = {(one.hospital, one.pid) for rows in self.speaking.values() for one in rows}
        found: dict[Any, list[winners.Said]] = defaultdict(list)
        for row in SourceRow.objects.filter(file=FILE, current=True, person__in=list(people)).order_by("id"):
            if (row.hospital, row.key) not in speaking_now:
                found[row.person_id].append(winners.unseal(row))
        return found


def digest_of(one: IncomingPerson) -> str:
    """Whether a row says what it said before; the export's own stamp does not count."""
    raw = {name: value for name, value in one.raw.items() if name != "D_UPDATE"} or dict(one.said)
    return hashlib.sha256(json.dumps(raw, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _newest_of_each(rows: Sequence[IncomingPerson]) -> dict[tuple[str, str], IncomingPerson]:
    newest: dict[tuple[str, str], IncomingPerson] = {}
    for one in rows:
        known = newest.get((one.hospital, one.pid))
        if known is None or one.stamped_at >= known.stamped_at:
            newest[one.hospital, one.pid] = one
    return newest


def _identifier(person: Person, one: IncomingPerson) -> Identifier:
    if one.number:
        return Identifier.of(person, IdentifierKind.NATIONAL, one.number)
    return Identifier(person=person, kind=IdentifierKind.NATIONAL, why_none=NoNumber.UNUSABLE)


def _number_those_without(
    people: dict[Any, Person], speaking: dict[Any, list[IncomingPerson]], just_added: set[Any]
) -> None:
    """Give a known person the number a file now brings, where they had none."""
    offered = {
        pk: number
        for pk in people.keys() - just_added
        if (number := next((one.number for one in speaking[pk] if one.number), ""))
    }
    for identifier in Identifier.objects.filter(person__in=offered, kind=IdentifierKind.NATIONAL, sealed=None):
        filled = Identifier.of(people[identifier.person_id], IdentifierKind.NATIONAL, offered[identifier.person_id])
        filled.pk = identifier.pk
        filled.save()


def _confirmed(people: Iterable[Any]) -> dict[Any, set[str]]:
    held: dict[Any, set[str]] = defaultdict(set)
    for person, fact in Confirmation.objects.filter(person__in=list(people)).values_list("person", "fact"):
        held[person].add(fact)
    return held
