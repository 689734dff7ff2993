"""Whom a row means: linked unasked only on an equal valid number with compatible name, sex and birth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.foundation.thai.text import search_key
from sanam.domain.registry.incoming import IncomingPerson
from sanam.domain.registry.intake import numbers
from sanam.domain.registry.models import Identifier, Person
from sanam.domain.registry.models.person import lookup_of


class Holders:
    """People by the keyed hash of their number: those in the registry, and those this intake adds."""

    def __init__(self, wanted: Iterable[str]) -> None:
        self._people: dict[str, list[Person]] = defaultdict(list)
        lookups = {lookup_of(number) for number in wanted}
        held = Identifier.objects.filter(lookup__in=lookups).select_related("person__household").order_by("id")
        for identifier in held:
            self._people[identifier.lookup].append(identifier.person)

    def of(self, number: str) -> list[Person]:
        return self._people[lookup_of(number)] if number else []

    def remember(self, number: str, person: Person) -> None:
        if number:
            self._people[lookup_of(number)].append(person)


def compatible(person: Person, one: IncomingPerson) -> bool:
    """Whether a row with the same number may be unasked the same person: nothing in it contradicts."""
    said = one.said
    if person.sex and said.get("sex") and person.sex != said["sex"]:
        return False
    return births_agree(person.birth, said.get("birth", "")) and _names_agree(person, said)


def is_another(person: Person, held: Identifier | None, one: IncomingPerson) -> bool:
    """Whether a hospital has given a PID it used before to somebody else: another number, and nothing else fits."""
    return numbers.differs(held, one.number) and not compatible(person, one)


def births_agree(written: str, also_written: str) -> bool:
    """Whether both may be the same day: neither says what the other denies."""
    if not (written and also_written):
        return True
    one, other = PartialDate.from_iso(written), PartialDate.from_iso(also_written)
    return one.earliest() <= other.latest() and other.earliest() <= one.latest()


def _names_agree(person: Person, said: Mapping[str, str]) -> bool:
    given = _distance(search_key(person.given), search_key(said.get("given", "")))
    family = _distance(search_key(person.family), search_key(said.get("family", "")))
    # a woman may have taken another family name since; a slip of one letter is a slip
    renamed = person.sex == "female" and given == 0
    return given + family <= 1 or renamed


def _distance(one: str, other: str) -> int:
    """0 for equal, 1 for one letter changed, added, dropped or two swapped, 2 for more."""
    if one == other:
        return 0
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return 2
    start = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    rest, other_rest = short[start:], long[start:]
    if len(short) != len(long):
        return 1 if rest == other_rest[1:] else 2
    swapped = rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:]
    return 1 if rest[1:] == other_rest[1:] or swapped else 2
