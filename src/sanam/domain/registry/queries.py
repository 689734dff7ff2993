"""Reads: find people, one person's card, what waits. The actor comes first, always."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.thai.digits import to_arabic
from sanam.domain.parameters import queries as parameters
from sanam.domain.registry import access
from sanam.domain.registry.freshness import Freshness, strip
from sanam.domain.registry.models import (
    Batch,
    Change,
    Confirmation,
    Conflict,
    Duplicate,
    GroupMembership,
    Household,
    Identifier,
    Person,
    Problem,
)
from sanam.domain.registry.models.person import lookup_of
from sanam.domain.registry.names import words_of
from sanam.domain.registry.permissions import not_here
from sanam.domain.registry.words import ELDER_FROM, Group

PAGE = 25


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of people is narrowed by; every value comes from a closed list or is plain text."""

    text: str = ""
    group: str = ""
    area: str = ""
    life: str = "alive"


@dataclass(frozen=True, slots=True)
class Row:
    """One person in a list, with their groups and how current they are."""

    person: Person
    groups: tuple[GroupMembership, ...]
    freshness: list[Freshness]


@dataclass(frozen=True, slots=True)
class People:
    """A page of people in dictionary order; `after` is where the next one begins, empty on the last."""

    rows: list[Row]
    after: str


@dataclass(frozen=True, slots=True)
class Card:
    """What this actor may see of one person; hidden marks are masked, not missing."""

    person: Person
    groups: tuple[GroupMembership, ...]
    freshness: list[Freshness]
    identifiers: list[Identifier]
    household: list[Person]
    in_doubt: bool
    sees_sensitive: bool


@dataclass(frozen=True, slots=True)
class History:
    """What a person's fields were, what files say otherwise, who may be the same, and which hospitals speak of them."""

    person: Person
    changes: list[Change]
    conflicts: list[Conflict]
    duplicates: list[Person]
    hospitals: list[str]


def find(actor: Actor, filters: Filters, after: str = "") -> People:
    """A page of the people this actor sees, by name part, nickname, house number or whole national ID."""
    found = _matching(access.visible(actor), actor, filters)
    if after:
        key, _, last = after.rpartition("|")
        found = found.filter(Q(sort_key__gt=key) | Q(sort_key=key, id__gt=last))
    page = list(found.select_related("household").order_by("sort_key", "id")[: PAGE + 1])
    more = f"{page[PAGE - 1].sort_key}|{page[PAGE - 1].id}" if len(page) > PAGE else ""
    return People(rows(actor, page[:PAGE]), more)


def rows(actor: Actor, people: Sequence[Person]) -> list[Row]:
    """People with their groups and freshness, in three queries however many there are."""
    groups, seen = _groups(people), _confirmations(people)
    settings, today = parameters.values(), clock.today()
    return [
        Row(
            person,
            groups[person.id] if actor.sees(Privacy.PERSONAL) else (),
            strip(seen[person.id], in_a_group=bool(groups[person.id]), settings=settings, today=today),
        )
        for person in people
    ]


def count(actor: Actor, filters: Filters) -> int:
    """How many people a list holds, by the same answer to who may see them."""
    return _matching(access.visible(actor), actor, filters).count()


def person(actor: Actor, person_id: str) -> Person:
    """One person this actor may see; raises NotHere alike for a stranger and for nobody."""
    doubts = Duplicate.objects.filter(Q(first=OuterRef("pk")) | Q(second=OuterRef("pk")), decision="")
    here = access.visible(actor).annotate(
        in_doubt=Exists(doubts) | Exists(Conflict.objects.filter(person=OuterRef("pk")))
    )
    found = here.filter(id=person_id).select_related("household__volunteer_seat").first()
    if found is None:
        raise not_here()
    return found


def card(actor: Actor, person_id: str) -> Card:
    """All that is known of one person, as far as this actor's mandate shows it."""
    who = person(actor, person_id)
    groups = _groups([who])[who.id]
    seen = list(who.confirmations.all())
    return Card(
        person=who,
        groups=groups,
        freshness=strip(seen, in_a_group=bool(groups), settings=parameters.values(), today=clock.today()),
        identifiers=list(who.identifiers.order_by("kind")),
        household=_housemates(actor, who),
        in_doubt=bool(getattr(who, "in_doubt", False)),
        sees_sensitive=actor.sees(Privacy.SENSITIVE),
    )


def history(actor: Actor, person_id: str) -> History:
    """How what is known of one person came to be what it is."""
    who = person(actor, person_id)
    return History(
        person=who,
        changes=list(who.changes.order_by("-id")[:100]),
        conflicts=list(who.conflicts.order_by("-id")),
        duplicates=_possible_duplicates(actor, who),
        hospitals=_hospitals(who),
    )


def similar(actor: Actor, *, given: str, family: str, number: str = "") -> list[Person]:
    """People to look at before creating one: the same whole number, or names alike, in dictionary order."""
    alike = Q(pk__in=[])
    if number:
        alike |= Q(identifiers__lookup=lookup_of(number))
    if given:
        alike |= _all_words(words_of(f"{given} {family}"))
        alike |= _all_words(words_of(given)) & Q(search_text__contains=words_of(family or given)[0][:3])
    return list(access.visible(actor).filter(alike).distinct().order_by("sort_key", "id")[:10])


def number_elsewhere(actor: Actor, number: str) -> bool:
    """Whether a record this actor may not see holds this whole number: says that there is one, and nothing else."""
    holders = Identifier.objects.filter(lookup=lookup_of(number))
    return holders.exclude(person__in=access.visible(actor)).exists()


def to_ask_again(actor: Actor, limit: int = 5) -> list[Row]:
    """People in a vulnerable group whose facts were never confirmed, or longest ago: somebody to ask next."""
    confirmed = Confirmation.objects.filter(person=OuterRef("pk"))
    here = access.visible(actor).filter(life="alive").exclude(residency="2")
    members = here.filter(Exists(GroupMembership.objects.filter(person=OuterRef("pk"), group__in=_LOOKED_AFTER)))
    ordered = members.alias(known=Exists(confirmed)).order_by("known", "sort_key", "id")
    return rows(actor, list(ordered.select_related("household")[:limit]))


def open_duplicates(actor: Actor) -> QuerySet[Duplicate]:
    """Possible duplicates that wait for a decision, where this actor sees both people."""
    seen = access.visible(actor).values("pk")
    waiting = Duplicate.objects.filter(decision="", first__in=seen, second__in=seen)
    return waiting.select_related("first", "second").order_by("id")


def batches(actor: Actor, limit: int = 20) -> QuerySet[Batch]:
    """The newest files this seat read in."""
    return Batch.objects.filter(by_ref=actor.ref).order_by("-at")[:limit]


def batch(actor: Actor, batch_id: str) -> Batch:
    """One file this seat read in; raises NotHere for any other."""
    found = Batch.objects.filter(id=batch_id, by_ref=actor.ref).first()
    if found is None:
        raise not_here()
    return found


def problems(batch: Batch, limit: int = 200) -> QuerySet[Problem]:
    """The first lines of a batch's error table."""
    return Problem.objects.filter(batch=batch).order_by("id")[:limit]


_LOOKED_AFTER = (Group.DISABLED, Group.DEPENDENT, Group.HOMELESS, Group.STATELESS)


def _matching(people: QuerySet[Person], actor: Actor, filters: Filters) -> QuerySet[Person]:
    if filters.life:
        people = people.filter(life=filters.life)
    if filters.area:
        people = people.filter(area_code__startswith=filters.area)
    if filters.group and actor.sees(Privacy.PERSONAL):
        people = people.filter(_in_group(filters.group))
    return people.filter(_by_text(filters.text))


def _in_group(group: str) -> Q | Exists:
    """Members of a group; an elder is one by birth date, so that nobody has to be written down as old."""
    if group == Group.ELDER:
        today = clock.today()
        return Q(birth__gt="", birth__lte=f"{today.year - ELDER_FROM:04d}-{today:%m-%d}")
    return Exists(GroupMembership.objects.filter(person=OuterRef("pk"), group=group, until=""))


def _by_text(text: str) -> Q:
    number = re.sub(r"[\s-]", "", to_arabic(text))
    if len(number) == 13 and number.isdigit():
        return Q(pk__in=Identifier.objects.filter(lookup=lookup_of(number)).values("person"))
    return _all_words([word for word in words_of(text) if word])


def _all_words(words: Iterable[str]) -> Q:
    wanted = Q()
    for word in words:
        wanted &= Q(search_text__contains=word)
    return wanted


def _groups(people: Sequence[Person]) -> dict[Any, tuple[GroupMembership, ...]]:
    found: dict[Any, tuple[GroupMembership, ...]] = defaultdict(tuple)
    members = GroupMembership.objects.filter(person__in=[one.pk for one in people], until="")
    for membership in members.order_by("group", "kind"):
        found[membership.person_id] += (membership,)
    return found


def _confirmations(people: Sequence[Person]) -> dict[Any, list[Confirmation]]:
    found: dict[Any, list[Confirmation]] = defaultdict(list)
    for one in Confirmation.objects.filter(person__in=[one.pk for one in people]):
        found[one.person_id].append(one)
    return found


def _housemates(actor: Actor, who: Person) -> list[Person]:
    if who.household_id is None:
        return []
    others = access.visible(actor).filter(household=who.household_id).exclude(id=who.id)
    return list(others.order_by("birth", "id")[:12])


def _possible_duplicates(actor: Actor, who: Person) -> list[Person]:
    pairs = Duplicate.objects.filter(Q(first=who) | Q(second=who), decision="").values_list("first", "second")
    others = {one for pair in pairs for one in pair} - {who.id}
    return list(access.visible(actor).filter(id__in=others).order_by("sort_key", "id")) if others else []


def _hospitals(who: Person) -> list[str]:
    rows = who.source_rows.filter(current=True).order_by("hospital")
    return list(rows.values_list("hospital", flat=True).distinct())


def households(actor: Actor, area: str, limit: int = 50) -> list[Household]:
    """Households of a place this actor sees people in, by house number."""
    homes = access.visible(actor).filter(area_code__startswith=area).values("household")
    return list(Household.objects.filter(pk__in=homes).order_by("area_code", "house_no", "id")[:limit])
