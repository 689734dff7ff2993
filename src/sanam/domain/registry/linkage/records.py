"""What linkage reads of the registry, and what was ever asked of it: set by set, whoever may see whom.

Nobody is shown anything here: a pair is told only to a seat that sees both (`queries.open_duplicates`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import QuerySet

from sanam.domain.registry.linkage.bands import Pair
from sanam.domain.registry.linkage.unasked import Said
from sanam.domain.registry.models import Duplicate, Identifier, Person
from sanam.domain.registry.words import IdentifierKind

_SAID = ("given", "family", "sex", "birth")
AT_ONCE = 500


def people() -> QuerySet[Person]:
    """Everybody a record speaks of."""
    return Person.objects.all()


def records() -> Iterator[dict[str, str]]:
    """What is compared of each record, for `frame.columns`; the number only as its keyed hash."""
    numbers = dict(
        Identifier.objects.filter(kind=IdentifierKind.NATIONAL).exclude(lookup="").values_list("person", "lookup")
    )
    for pk, household, village, *said in people().values_list("id", "household", "area_code", *_SAID):
        where = {"household": str(household or ""), "village": village, "number": numbers.get(pk, "")}
        yield {"id": str(pk), **where, **dict(zip(_SAID, said, strict=True))}


def said_of(ids: Collection[str]) -> dict[str, Said]:
    """What is said of these people, as it was written."""
    found: dict[str, Said] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), AT_ONCE):
        some = people().filter(pk__in=wanted[start : start + AT_ONCE])
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
