"""National IDs of a chunk of people: given to those without, changed by the one who gave it, else in conflict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sanam.domain.foundation import national_id
from sanam.domain.registry.incoming import IncomingPerson
from sanam.domain.registry.intake import footprints
from sanam.domain.registry.models import Batch, Identifier, Person
from sanam.domain.registry.models.person import lookup_of
from sanam.domain.registry.words import IdentifierKind, NoNumber

NO_STATUS = "0"
"""First digit of the numbers given to people without civil status."""


def identifier(person: Person, one: IncomingPerson) -> Identifier:
    """The number a new person comes with, or that the file had none to use."""
    if one.number:
        return Identifier.of(person, IdentifierKind.NATIONAL, one.number)
    why = NoNumber.MISSING if one.number_problem == "missing" else NoNumber.UNUSABLE
    return Identifier(person=person, kind=IdentifierKind.NATIONAL, why_none=why)


def held_by(people: Mapping[Any, Person]) -> dict[Any, Identifier]:
    """The national ID of each of these people, or the reason why there is none."""
    found = Identifier.objects.filter(person__in=list(people), kind=IdentifierKind.NATIONAL)
    return {one.person_id: one for one in found}


def offered(rows: Sequence[IncomingPerson]) -> str:
    """The number these rows bring, empty where none does."""
    return next((one.number for one in rows if one.number), "")


def differs(held: Identifier | None, number: str) -> bool:
    """Whether a number is another one than the one held."""
    return bool(number and held and held.lookup and held.lookup != lookup_of(number))


def fill(batch: Batch, held: Mapping[Any, Identifier], numbers: Mapping[Any, str]) -> None:
    """Write the numbers of people who had none, or whose only source now says another."""
    filled = []
    for pk, number in numbers.items():
        one = Identifier.of(held[pk].person, IdentifierKind.NATIONAL, number)
        one.pk = held[pk].pk
        filled.append(one)
    footprints.change(batch, filled, ["sealed", "lookup", "why_none"])


def masked(number: str) -> str:
    """A number as a history may show it."""
    return national_id.mask(number)
