"""National IDs of a chunk of people: given to those without, changed by the one who gave it, else in conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db.models import Q

from sanam.domain.foundation import national_id
from sanam.domain.registry.incoming import IncomingPerson
from sanam.domain.registry.intake import footprints
from sanam.domain.registry.models import Batch, Identifier, Person
from sanam.domain.registry.models.person import lookups_of
from sanam.domain.registry.words import IdentifierKind, NoNumber

NO_STATUS = "0"
"""First digit of the numbers given to people without civil status."""


def identifier(person: Person, one: IncomingPerson) -> Identifier:
    """The number a new person comes with, or that the file had none to use."""
    if one.number:
        return Identifier.of(person, IdentifierKind.NATIONAL, one.number)
    why = NoNumber.MISSING if one.number_problem == "missing" else NoNumber.UNUSABLE
    return Identifier(person=person, kind=IdentifierKind.NATIONAL, why_none=why)


def known_of(people: Mapping[Any, Person]) -> dict[Any, list[Identifier]]:
    """Every national ID that leads to each of these people, also by a record merged into theirs."""
    known: dict[Any, list[Identifier]] = defaultdict(list)
    theirs = Q(person__in=list(people)) | Q(person__merged_into__in=list(people))
    found = Identifier.objects.filter(theirs, kind=IdentifierKind.NATIONAL).select_related("person").order_by("id")
    for one in found:
        known[one.person.merged_into_id or one.person_id].append(one)
    return known


def own(known: Mapping[Any, Sequence[Identifier]]) -> dict[Any, Identifier]:
    """The national ID each of these people goes by, or the reason why there is none."""
    return {pk: one for pk, found in known.items() for one in found if one.person_id == pk}


def offered(rows: Sequence[IncomingPerson]) -> str:
    """The number these rows bring, empty where none does."""
    return next((one.number for one in rows if one.number), "")


def differs(held: Collection[Identifier], number: str) -> bool:
    """Whether a number is another one than those held; who holds none is called by no other."""
    lookups = {one.lookup for one in held} - {""}
    return bool(number and lookups and lookups.isdisjoint(lookups_of(number)))


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
