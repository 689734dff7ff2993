"""CARD and CHRONIC rows: rights to treatment and long illnesses, one row for each hospital that tells of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sanam.domain.registry.incoming import IncomingCoverage, IncomingIllness, Outcome
from sanam.domain.registry.intake.keyed import put
from sanam.domain.registry.intake.source_rows import people_of
from sanam.domain.registry.models import Batch, Coverage, Illness, Person

CARD, CHRONIC = "CARD", "CHRONIC"
Row = IncomingCoverage | IncomingIllness


def take_coverages(outcome: Outcome, batch: Batch, rows: Sequence[IncomingCoverage]) -> None:
    """Note rights; the newest export says how long one lasts and where it is used."""

    def key(one: Row, person: Person) -> tuple[Any, ...]:
        return person.pk, one.hospital, one.scheme, one.since  # type: ignore[union-attr]

    _take(outcome, batch, CARD, Coverage, ("person_id", "hospital", "scheme", "since"), rows, key)


def take_illnesses(outcome: Outcome, batch: Batch, rows: Sequence[IncomingIllness]) -> None:
    """Note long illnesses; the newest export says what came of one."""

    def key(one: Row, person: Person) -> tuple[Any, ...]:
        return person.pk, one.hospital, one.code  # type: ignore[union-attr]

    _take(outcome, batch, CHRONIC, Illness, ("person_id", "hospital", "code"), rows, key)


def _take(
    outcome: Outcome,
    batch: Batch,
    file: str,
    model: type[Any],
    names: tuple[str, ...],
    rows: Sequence[Row],
    key: Callable[[Row, Person], tuple[Any, ...]],
) -> None:
    people = people_of({(one.hospital, one.pid) for one in rows})
    known = [(one, people[one.hospital, one.pid]) for one in rows if (one.hospital, one.pid) in people]
    outcome.count(file, len(known))
    outcome.nobody(file, ((one.hospital, one.pid) for one in rows if (one.hospital, one.pid) not in people))
    said: list[tuple[tuple[Any, ...], Mapping[str, Any], str]] = [
        (key(one, person), one.said, one.stamped_at) for one, person in known
    ]
    there = model.objects.filter(person__in={person.pk for _, person in known})
    put(batch, model, names, said, there)
