"""People with one name whom nothing tells apart: a list never joins them, it asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from django.db.models import Q

from sanam.domain.registry.linkage.unasked import births_agree
from sanam.domain.registry.models import Person
from sanam.domain.registry.words import NO_NAME


def pairs(new: Sequence[Person], within: tuple[str, ...]) -> Iterator[tuple[Person, Person]]:
    """Each new person with those of the same name already within these places, and with one another."""
    named = [one for one in new if one.given != NO_NAME and one.family]
    by_name: dict[str, list[Person]] = defaultdict(list)
    places = Q(pk__in=())
    for code in within:
        places |= Q(area_code__startswith=code)
    ours = {one.pk for one in new}
    there = Person.objects.filter(places, sort_key__in={one.sort_key for one in named}).order_by("id")
    for person in there:
        if person.pk not in ours:
            by_name[person.sort_key].append(person)
    for one in named:
        yield from ((other, one) for other in by_name[one.sort_key] if _may_be_one(other, one))
    same: dict[str, list[Person]] = defaultdict(list)
    for one in named:
        same[one.sort_key].append(one)
    for group in same.values():
        yield from ((first, second) for first, second in combinations(group, 2) if _may_be_one(first, second))


def _may_be_one(one: Person, other: Person) -> bool:
    sexes = {one.sex, other.sex} - {""}
    return len(sexes) < 2 and births_agree(one.birth, other.birth)
