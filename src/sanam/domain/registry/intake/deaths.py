"""DEATH rows: a hospital reports that somebody has died, which no later export forgets."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sanam.domain.foundation import clock
from sanam.domain.registry.incoming import IncomingDeath, Outcome, source_of
from sanam.domain.registry.intake import footprints
from sanam.domain.registry.intake.source_rows import people_of
from sanam.domain.registry.intake.writing import insert
from sanam.domain.registry.models import Batch, Change, Confirmation, Conflict, Person, SourceRow
from sanam.domain.registry.words import FactGroup, Life

DEATH = "DEATH"
FIELDS = ("life", "life_on")


def take(outcome: Outcome, batch: Batch, rows: Sequence[IncomingDeath]) -> None:
    """Note deaths; where somebody saw the person since, both words stand until a human decides."""
    people = people_of({(one.hospital, one.pid) for one in rows})
    known = [one for one in rows if (one.hospital, one.pid) in people]
    outcome.count(DEATH, len(known))
    outcome.nobody(DEATH, ((one.hospital, one.pid) for one in rows if (one.hospital, one.pid) not in people))
    seen = _seen([person.pk for person in people.values()])
    changes: list[Change] = []
    disputes: list[Conflict] = []
    died: dict[Any, Person] = {}
    for one in known:
        person = people[one.hospital, one.pid]
        said = {"life": Life.DEAD.value, "life_on": one.on}
        news = {name: value for name, value in said.items() if value and getattr(person, name) != value}
        if not news:
            continue
        if person.pk in seen and person.life != Life.DEAD:
            disputes += (_dispute(batch, person, name, value) for name, value in news.items())
            continue
        changes += (_change(batch, one.hospital, person, name, value) for name, value in news.items())
        for name, value in news.items():
            setattr(person, name, value)
        person.version += 1
        died[person.pk] = person
    footprints.change(batch, died.values(), [*FIELDS, "version"])
    insert(changes)
    insert(disputes, unless_there=True)
    outcome.met("changed", died)


def reported_dead(people: Collection[Any]) -> set[Any]:
    """Those of whom a DEATH row is kept."""
    rows = SourceRow.objects.filter(file=DEATH, current=True, person__in=people)
    return set(rows.values_list("person", flat=True))


def _seen(people: Collection[Any]) -> set[Any]:
    seen = Confirmation.objects.filter(person__in=people, fact=FactGroup.IDENTITY)
    return set(seen.values_list("person", flat=True))


def _change(batch: Batch, hospital: str, person: Person, name: str, value: str) -> Change:
    return Change(
        person=person,
        field=name,
        old=getattr(person, name),
        new=value,
        at=clock.now(),
        by_ref=batch.by_ref,
        by_label=batch.by_label,
        source=source_of(hospital),
        batch=batch,
    )


def _dispute(batch: Batch, person: Person, name: str, value: str) -> Conflict:
    kept = getattr(person, name)
    return Conflict(person=person, field=name, kept=kept, offered=value, batch=batch, at=clock.now())
