"""Lists of people: found by what was typed, narrowed by filters, a page at a time in dictionary order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.thai.digits import to_arabic
from sanam.domain.registry import access
from sanam.domain.registry.models import GroupMembership, Household, Person
from sanam.domain.registry.models.person import holders_of
from sanam.domain.registry.names import without_title, words_of
from sanam.domain.registry.queries.rows import Row, in_a_circle, rows
from sanam.domain.registry.words import ELDER_FROM, Group

PAGE = 25


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of people is narrowed by; every value comes from a closed list or is plain text.

    `in_use`: nobody whom their own right holds back, for a list that leaves the house.
    """

    text: str = ""
    group: str = ""
    area: str = ""
    life: str = "alive"
    in_use: bool = False


@dataclass(frozen=True, slots=True)
class People:
    """A page of people in dictionary order; `after` is where the next one begins, empty on the last."""

    rows: list[Row]
    after: str


def find(actor: Actor, filters: Filters, after: str = "", size: int = PAGE) -> People:
    """A page of the people this actor sees, by name part, nickname, house number or whole national ID."""
    found = _matching(_whom(actor, filters), actor, filters)
    if (place := _place(after)) is not None:
        key, last = place
        found = found.filter(Q(sort_key__gt=key) | Q(sort_key=key, id__gt=last))
    # the page's few are found before anything is told of them, or SQLite would work it all out for everyone
    few = Person.objects.filter(pk__in=found.order_by("sort_key", "id").values("pk")[: size + 1])
    told = access.shown(actor, few).annotate(in_a_circle=in_a_circle()).select_related("household")
    page = list(told.order_by("sort_key", "id"))
    more = f"{page[size - 1].sort_key}|{page[size - 1].id}" if len(page) > size else ""
    return People(rows(actor, page[:size]), more)


def count(actor: Actor, filters: Filters) -> int:
    """How many people a list holds, by the same answer to who may see them."""
    return _matching(_whom(actor, filters), actor, filters).count()


def placeless() -> int:
    """How many people have no place at all, so that no seat sees them; for whoever keeps the installation well."""
    return Person.objects.filter(area_code="", merged_into=None).count()


def similar(actor: Actor, *, given: str, family: str, number: str = "") -> list[Person]:
    """People to look at before creating one: the same whole number, or names alike, in dictionary order."""
    alike = Q(pk__in=[])
    if number:
        alike |= Q(pk__in=holders_of(number))
    if given:
        alike |= _all_words(words_of(f"{given} {family}"))
        alike |= _all_words(words_of(given)) & Q(search_text__contains=words_of(family or given)[0][:3])
    return list(access.visible(actor).filter(alike).distinct().order_by("sort_key", "id")[:10])


def households(actor: Actor, area: str, limit: int = 50) -> list[Household]:
    """Households of a place this actor sees people in, by house number."""
    homes = access.visible(actor).filter(area_code__startswith=area).values("household")
    return list(Household.objects.filter(pk__in=homes).order_by("area_code", "house_no", "id")[:limit])


def _whom(actor: Actor, filters: Filters) -> QuerySet[Person]:
    return access.in_use(actor) if filters.in_use else access.visible(actor)


def _place(after: str) -> tuple[str, UUID] | None:
    """Where a page begins; an address somebody made up begins at the first."""
    key, _, last = after.rpartition("|")
    try:
        return (key, UUID(last)) if "\0" not in key else None
    except ValueError:
        return None


def _matching(people: QuerySet[Person], actor: Actor, filters: Filters) -> QuerySet[Person]:
    if filters.life:
        people = people.filter(life=filters.life)
    if filters.area:
        people = people.filter(area_code__startswith=filters.area)
    if filters.group and actor.sees(Privacy.PERSONAL):
        people = people.filter(_in_group(filters.group))
    return people.filter(_by_text(filters.text, by_number=actor.mandate.reach is not Reach.SHARED))


def elders(today: date) -> Q:
    """Those old enough to be elders on a day; a birthday known to the month or year alone counts as its first day."""
    return Q(birth__gt="", birth__lte=f"{today.year - ELDER_FROM:04d}-{today:%m-%d}")


def _in_group(group: str) -> Q:
    """Members of a group; an elder is one by birth date, so that nobody has to be written down as old."""
    if group == Group.ELDER:
        return elders(clock.today())
    return Q(pk__in=GroupMembership.objects.filter(group=group, until="").values("person"))


def _by_text(text: str, *, by_number: bool) -> Q:
    number = re.sub(r"[\s\-\u2010-\u2015]", "", to_arabic(text))
    if len(number) == 13 and number.isdigit():
        if not by_number:  # a consent never covers the number, and finding somebody by it would tell it
            return Q(pk__in=[])
        return Q(pk__in=holders_of(number))
    return _all_words([word for word in words_of(text) if word])


def _all_words(words: Iterable[str]) -> Q:
    wanted = Q()
    for word in words:
        bare = without_title(word)
        wanted &= Q(search_text__contains=word) | (Q(search_text__contains=bare) if bare else Q())
    return wanted
