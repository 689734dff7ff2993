"""What linkage reads of the registry, and what was ever asked of it: set by set, whoever may see whom.

Nobody is shown anything here: a pair is told only to a seat that sees both (`queries.open_duplicates`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from sanam.domain.registry import access
from sanam.domain.registry.linkage.bands import Pair
from sanam.domain.registry.linkage.frame import Record
from sanam.domain.registry.linkage.scoring import Scored
from sanam.domain.registry.linkage.unasked import Said
from sanam.domain.registry.models import Duplicate, Identifier, Person
from sanam.domain.registry.words import IdentifierKind

_SAID = ("given", "family", "sex", "birth")
AT_ONCE, FEW = 5_000, 500


def people() -> QuerySet[Person]:
    """Everybody a record stands for; one merged away stands for nobody of its own."""
    return access.standing()


def records() -> Iterator[Record]:
    """What is compared of each record; the number only as its keyed hash. Ids are texts as the database writes them."""
    held = Identifier.objects.filter(kind=IdentifierKind.NATIONAL).exclude(lookup="")
    numbers = dict(held.order_by().values_list(_text("person_id"), "lookup").iterator(AT_ONCE))
    rows = people().order_by().values_list(_text("id"), *_SAID, _text("household_id"), "area_code")
    for pk, given, family, sex, birth, household, village in rows.iterator(AT_ONCE):
        yield pk, given, family, sex, birth, household or "", village, numbers.get(pk, "")


def _text(column: str) -> Cast:
    # a UUID made of each of a hundred thousand texts would cost more than reading them
    return Cast(column, TextField())


def by_id(scored: Iterable[Scored]) -> list[Scored]:
    """The same pairs, their ids written as the rest of the house writes them, however the database does."""
    return [replace(one, first=str(UUID(one.first)), second=str(UUID(one.second))) for one in scored]


def said_of(ids: Collection[str]) -> dict[str, Said]:
    """What is said of these people, as it was written."""
    found: dict[str, Said] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), FEW):
        some = people().filter(pk__in=wanted[start : start + FEW])
        found |= {str(pk): Said(*said) for pk, *said in some.values_list("id", *_SAID)}
    return found


def asked_before() -> dict[Pair, bool]:
    """Every pair ever asked about, and whether it still waits; the older record first."""
    told: Any = Duplicate.objects.values_list("first", "second", "decision")
    pairs: dict[Pair, bool] = {}
    for first, second, decision in told:
        one, other = sorted((str(first), str(second)))
        pairs[one, other] = not decision and pairs.get((one, other), True)
    return pairs
