"""How a person goes: their rows, what points at them, and every trace elsewhere, inside the deed that erases them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection

from sanam.domain.foundation.actor import Actor, Mandate
from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries as written
from sanam.domain.registry.models import Identifier, Person, SourceRow
from sanam.domain.registry.rights import belongings, traces
from sanam.domain.registry.rights.belongings import Rows


@dataclass(frozen=True, slots=True)
class Known:
    """What names a person, gathered before it goes: it is needed to find the traces."""

    people: list[Any]
    refs: set[str]
    names: set[str]
    numbers: set[str]
    lookups: set[str]
    hospital_keys: set[tuple[str, str]]
    rows: Rows


def known_of(person: Person) -> Known:
    """What names this person and every record merged into theirs."""
    people = belongings.same_human(person)
    rows = belongings.of(people)
    records = list(Person._base_manager.filter(pk__in=people).order_by("pk"))
    held = list(Identifier.objects.filter(person__in=people, sealed__isnull=False).order_by("pk"))
    keys = SourceRow.objects.filter(person__in=people, file="PERSON").order_by("pk")
    return Known(
        people=people,
        refs=belongings.refs_of({**rows, Person: set(people)}),
        names={one.name for one in records if one.family},
        numbers={one.number for one in held},
        lookups={one.lookup for one in held},
        hospital_keys=set(keys.values_list("hospital", "key")),
        rows=rows,
    )


def let_go(by: Actor, known: Known, *, because: str) -> None:
    """Take away all that is known of a person. The journal keeps that something was done, and loses what was told."""
    traces.forget_pictures_and_papers(by, known.refs)
    traces.forget_news(known.refs, known.names)
    traces.forget_rows_never_matched(known.hospital_keys, known.people)
    traces.forget_hints(known.lookups)
    _empty_pointers({**known.rows, Person: set(known.people)})
    _delete({**known.rows, Person: set(known.people)})
    traces.forget_numbers(known.numbers)
    traces.forget_in_lists([*map(str, known.people), *known.numbers])
    _forget_details(by, known, because)


def _empty_pointers(rows: Rows) -> None:
    for model, keys in rows.items():
        for field in belongings.pointers(model):
            field.model._base_manager.filter(**{f"{field.name}__in": keys}).update(**{field.name: None})


def _delete(rows: Rows) -> None:
    """Straight from the tables: which row goes first does not matter, foreign keys are asked at the commit."""
    for model, keys in rows.items():
        model._base_manager.filter(pk__in=keys)._raw_delete(connection.alias)


def _forget_details(by: Actor, known: Known, because: str) -> None:
    eraser = _eraser(by)
    for ref in sorted(known.refs):
        journal.erase_details(by=eraser, to=ref, because=because)
    named: Collection[str] = [*map(str, known.people), *known.numbers, *known.names]
    journal.erase_details(by=eraser, entries=written.telling_of(named), because=because)


def _eraser(by: Actor) -> Actor:
    """Whoever acts, for this one purpose: no role holds the journal's eraser by itself."""
    return replace(by, mandate=Mandate(capabilities=frozenset({journal.ERASE})))
