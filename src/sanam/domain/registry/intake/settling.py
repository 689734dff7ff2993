"""What is known of a person once every hospital's row has spoken: values, home, number; and what files dispute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sanam.domain.foundation import clock
from sanam.domain.registry import names
from sanam.domain.registry.incoming import FILE_FIELDS, IncomingPerson, source_of
from sanam.domain.registry.intake import deaths, footprints, houses, numbers, residences, source_rows, winners
from sanam.domain.registry.intake.residences import Homes
from sanam.domain.registry.intake.winners import Said
from sanam.domain.registry.intake.writing import insert
from sanam.domain.registry.models import Batch, Change, Confirmation, Conflict, Household, Person
from sanam.domain.registry.words import FIELD_NAMES, FactGroup, Life

_COLUMNS = (*FILE_FIELDS, "household", "area_code", "search_text", "sort_key", "version", "updated_at")
NUMBER, HOUSE = "national_id", "household_id"


class Settling:
    """The people a chunk speaks of: `new` ones get their values, known ones change or stay, with why."""

    def __init__(
        self,
        batch: Batch,
        people: Mapping[Any, Person],
        new: Mapping[Any, Person],
        speaking: Mapping[Any, Sequence[IncomingPerson]],
    ) -> None:
        self.batch, self.people, self.new, self.speaking = batch, people, new, speaking
        self.now = clock.now()
        self.changed: dict[Any, Person] = {}
        self.changes: list[Change] = []
        self.conflicts: list[Conflict] = []
        self.numbers: dict[Any, str] = {}
        self.homes: dict[Person, Homes] = {}
        self.sources: dict[Any, str] = {}

    def settle(self) -> None:
        """Let all current rows of each person speak, in their order."""
        known = [pk for pk in self.people if pk not in self.new]
        others = source_rows.others(known, {(one.hospital, one.pid) for one in self._rows()})
        self.seen = _seen_by_somebody(known)
        self.dead = deaths.reported_dead(known)
        self.numbers_known = numbers.known_of({pk: self.people[pk] for pk in known})
        self.held = numbers.own(self.numbers_known)
        self.decided = _decided_against(known)
        said = {pk: [winners.said_by(one) for one in self.speaking[pk]] + others[pk] for pk in self.people}
        self.houses = houses.by_key({(row.hospital, row.house_number) for rows in said.values() for row in rows})
        self.lasting = residences.open_of([self.people[pk] for pk in known])
        for pk, person in self.people.items():
            self._settle_one(person, winners.in_order(said[pk]), alone=not others[pk])

    def write(self) -> None:
        """Write what changed; new people were written before."""
        footprints.change(self.batch, self.changed.values(), _COLUMNS, size=200)
        numbers.fill(self.batch, self.held, self.numbers)
        insert(self.changes)
        insert(self.conflicts, unless_there=True)
        on = clock.today().isoformat()
        residences.keep(self.homes, self.lasting, on=on, sources=self.sources, batch=self.batch)

    def _settle_one(self, person: Person, ordered: Sequence[Said], *, alone: bool) -> None:
        source = self._source(ordered[0].hospital)
        changed = self._values(person, winners.settle(ordered), source)
        changed |= self._number(person, source, alone=alone)
        changed |= self._home(person, ordered)
        if changed or person.pk in self.new:
            names.index(person, person.household.house_no if person.household else "")
        if changed and person.pk not in self.new:
            person.version += 1
            person.updated_at = self.now
            self.changed[person.pk] = person

    def _values(self, person: Person, values: Mapping[str, str], source: str) -> bool:
        changed = False
        for name, value in values.items():
            old = getattr(person, name)
            if not value or value == old:
                continue
            if name in deaths.FIELDS and person.pk in self.dead and values["life"] != Life.DEAD:
                continue  # a PERSON row that was never discharged brings nobody back
            if (person.pk, name, value) in self.decided:
                continue
            if FIELD_NAMES[name][2] in self.seen[person.pk]:
                self._dispute(person, name, old, value)
                continue
            self._note(person, name, old, value, source)
            setattr(person, name, value)
            changed = True
        return changed

    def _number(self, person: Person, source: str, *, alone: bool) -> bool:
        """A number for who had none; another one only from the one hospital that knows the person."""
        number, held = numbers.offered(self.speaking[person.pk]), self.held.get(person.pk)
        known = self.numbers_known.get(person.pk, ())
        if not number or held is None or (held.lookup and not numbers.differs(known, number)):
            return False
        old, new = held.masked, numbers.masked(number)
        if held.lookup and (not alone or FactGroup.IDENTITY in self.seen[person.pk]):
            self._dispute(person, NUMBER, old, new)
            return False
        self._note(person, NUMBER, old, new, source)
        self.numbers[person.pk] = number
        return True

    def _home(self, person: Person, ordered: Sequence[Said]) -> bool:
        registered, actual = winners.homes(ordered)
        said = Homes(self._house(registered), self._house(actual))
        household = said.actual or said.registered or person.household
        if ordered[0].residency == winners.NO_HOUSE:
            household = None
        moved = (household and household.pk) != person.household_id
        if FactGroup.ADDRESS in self.seen[person.pk]:
            if moved:
                self._dispute(person, HOUSE, _door(person.household), _door(household))
            return False
        now = residences.homes_of(self.lasting.get(person.pk, ()))
        self.homes[person] = residences.after(now, said, ordered[0].residency)
        self.sources[person.pk] = self._source(ordered[0].hospital)
        person.household = household
        person.area_code = (household.area_code if household else "") or person.area_code
        return moved

    def _house(self, row: Said | None) -> Household | None:
        return self.houses.get((row.hospital, row.house_number)) if row else None

    def _note(self, person: Person, name: str, old: str, new: str, source: str) -> None:
        if person.pk not in self.new:
            who = {"by_ref": self.batch.by_ref, "by_label": self.batch.by_label}
            what = {"field": name, "old": old, "new": new, "source": source}
            self.changes.append(Change(person=person, at=self.now, batch=self.batch, **what, **who))

    def _dispute(self, person: Person, name: str, kept: str, offered: str) -> None:
        self.conflicts.append(
            Conflict(person=person, field=name, kept=kept, offered=offered, batch=self.batch, at=self.now)
        )

    def _rows(self) -> Iterable[IncomingPerson]:
        return (one for rows in self.speaking.values() for one in rows)

    def _source(self, said_by: str) -> str:
        return source_of(said_by)


def _seen_by_somebody(people: Sequence[Any]) -> dict[Any, set[str]]:
    """The fact groups that somebody saw to hold, by person: no file overwrites those."""
    seen: dict[Any, set[str]] = defaultdict(set)
    for person, fact in Confirmation.objects.filter(person__in=people).values_list("person", "fact"):
        seen[person].add(fact)
    return seen


def _decided_against(people: Sequence[Any]) -> set[tuple[Any, str, str]]:
    """What somebody decided does not hold, however often a file says it: (person, field, value)."""
    decided = Conflict.objects.filter(person__in=people, decision="kept")
    return set(decided.values_list("person", "field", "offered"))


def _door(household: Household | None) -> str:
    return f"{household.house_no} {household.area_code}" if household else ""
