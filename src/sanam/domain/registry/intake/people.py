"""People of a chunk of rows: each row matched to a person, then all that speak of one settled together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sanam.domain.foundation import clock
from sanam.domain.registry import names
from sanam.domain.registry.incoming import IncomingPerson, Outcome
from sanam.domain.registry.intake import alike, groups, numbers, source_rows, winners
from sanam.domain.registry.intake.matching import Holders, compatible, is_another
from sanam.domain.registry.intake.settling import Settling
from sanam.domain.registry.intake.source_rows import FILE
from sanam.domain.registry.intake.writing import insert
from sanam.domain.registry.models import Batch, Duplicate, Identifier, Person
from sanam.domain.registry.words import NO_NAME, Life
from sanam.domain.teams import queries as teams

SERVED_ONLY = "4"


class Chunk:
    """One chunk of PERSON rows on its way into the registry."""

    def __init__(
        self, batch: Batch, outcome: Outcome, rows: Sequence[IncomingPerson], within: tuple[str, ...] | None = None
    ) -> None:
        self.within = within
        self.batch, self.outcome = batch, outcome
        self.home_areas = teams.hospitals()
        self.now = clock.now()
        self.rows = source_rows.newest_of_each(rows)
        self.before = source_rows.current(self.rows)
        self.people: dict[Any, Person] = {}
        self.new: dict[Any, Person] = {}
        self.speaking: dict[Any, list[IncomingPerson]] = defaultdict(list)
        self.identifiers: list[Identifier] = []
        self.duplicates: list[Duplicate] = []
        self.replaced: list[int] = []

    def take(self) -> None:
        """Match every row to a person, settle what is known of them now, and write it."""
        fresh, known = source_rows.apart(self.batch, self.rows, self.before)
        self.outcome.met("unchanged", known)
        self._match(fresh)
        settled = Settling(self.batch, self.people, self.new, self.speaking)
        settled.settle()
        self._write(settled)
        self.outcome.met("new", self.new)
        self.outcome.met("changed", settled.changed)
        self.outcome.met("unchanged", self.people)
        self.outcome.count(FILE, sum(map(len, self.speaking.values())))

    def _match(self, fresh: Sequence[IncomingPerson]) -> None:
        holders = Holders(one.number for one in fresh)
        known = Person.objects.select_related("household").in_bulk(
            {before.person_id for one in fresh if (before := self._before(one))}
        )
        held = numbers.known_of(known)
        for one in fresh:
            before = self._before(one)
            person = known.get(before.person_id) if before else None
            if person and is_another(person, held.get(person.pk, ()), one):
                person = None
            person = person or next((some for some in holders.of(one.number) if self._may_be(some, one)), None)
            if person is None and one.said.get("residency") == SERVED_ONLY:
                continue  # served here, living elsewhere: not ours to register
            person = person or self._add(one, holders)
            self.people[person.pk] = person
            self.speaking[person.pk].append(one)
            self.replaced += [before.pk] if before else []

    def _may_be(self, person: Person, one: IncomingPerson) -> bool:
        """Whether the holder of a row's number is whom it means; somebody elsewhere is not for a list to say."""
        here = self.within is None or person.area_code.startswith(self.within)
        return here and compatible(person, one)

    def _before(self, one: IncomingPerson) -> Any:
        return self.before.get((one.hospital, one.pid))

    def _add(self, one: IncomingPerson, holders: Holders) -> Person:
        values = winners.settle([winners.said_by(one)])
        values["life"], values["given"] = values["life"] or Life.ALIVE, values["given"] or NO_NAME
        person = Person(
            created_at=self.now,
            updated_at=self.now,
            area_code=one.area_code or self.home_areas.get(one.hospital, ""),
            batch=self.batch,
            **values,
        )
        names.index(person, "")
        self.new[person.pk] = person
        self.identifiers.append(numbers.identifier(person, one))
        holding = holders.of(one.number)
        self.outcome.number_conflicts += [one.line] if holding else []
        self.duplicates += (
            Duplicate(first=other, second=person, basis="equal_id", at=self.now, batch=self.batch) for other in holding
        )
        holders.remember(one.number, person)
        return person

    def _ask_about_the_alike(self) -> None:
        """New people of a list who have the name of somebody here, and nothing that says they are not the same."""
        if self.within is None:
            return
        lines = {pk: rows[0].line for pk, rows in self.speaking.items()}
        asked = {(one.first_id, one.second_id) for one in self.duplicates}
        for first, second in alike.pairs(list(self.new.values()), self.within):
            if (first.pk, second.pk) not in asked:
                self.duplicates.append(
                    Duplicate(first=first, second=second, basis="name", at=self.now, batch=self.batch)
                )
                self.outcome.alike.append(lines[second.pk])

    def _write(self, settled: Settling) -> None:
        insert(self.new.values())
        insert(self.identifiers)
        self._ask_about_the_alike()
        insert(self.duplicates, unless_there=True)
        settled.write()
        spoken = [(one, self.people[pk]) for pk, rows in self.speaking.items() for one in rows]
        source_rows.keep(self.batch, spoken, self.replaced)
        hospital = self.rows[0].hospital if self.rows else ""
        groups.note_stateless(self.batch, ((person, one.number) for one, person in spoken), hospital=hospital)
        groups.follow_residency(self.batch, list(self.people.values()), hospital=hospital, on=clock.today().isoformat())
