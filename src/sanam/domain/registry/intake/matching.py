"""Whom a row means: linked unasked only on an equal valid number with compatible name, sex and birth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from sanam.domain.registry.incoming import IncomingPerson
from sanam.domain.registry.intake import numbers
from sanam.domain.registry.linkage import unasked
from sanam.domain.registry.linkage.unasked import Said
from sanam.domain.registry.models import Identifier, Person
from sanam.domain.registry.models.person import lookup_of, lookups_of


class Holders:
    """People by the keyed hash of their number: those in the registry, and those this intake adds."""

    def __init__(self, wanted: Iterable[str]) -> None:
        self._people: dict[str, list[Person]] = defaultdict(list)
        lookups = {lookup for number in wanted for lookup in lookups_of(number)}
        with_homes = ("person__household", "person__merged_into__household")
        held = Identifier.objects.filter(lookup__in=lookups).select_related(*with_homes).order_by("id")
        for identifier in held:
            living, known = identifier.person.merged_into or identifier.person, self._people[identifier.lookup]
            known += [] if living in known else [living]

    def of(self, number: str) -> list[Person]:
        found = [self._people[lookup] for lookup in lookups_of(number)] if number else []
        return [person for people in found for person in people]

    def remember(self, number: str, person: Person) -> None:
        if number:
            self._people[lookup_of(number)].append(person)


def compatible(person: Person, one: IncomingPerson) -> bool:
    """Whether a row with the same number may be unasked the same person: nothing in it contradicts."""
    return unasked.fits(
        Said(person.given, person.family, person.sex, person.birth),
        Said(*(one.said.get(name, "") for name in ("given", "family", "sex", "birth"))),
    )


def is_another(person: Person, held: Collection[Identifier], one: IncomingPerson) -> bool:
    """Whether a hospital has given a PID it used before to somebody else: another number, and nothing else fits."""
    return numbers.differs(held, one.number) and not compatible(person, one)
