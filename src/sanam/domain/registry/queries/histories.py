"""How what is known of a person came to be so, and what waits for somebody to decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce

from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry import access
from sanam.domain.registry.models import (
    Alias,
    Change,
    Conflict,
    Duplicate,
    GroupMembership,
    Merge,
    Person,
    Residence,
)
from sanam.domain.registry.permissions import not_by_consent, not_here
from sanam.domain.registry.queries.cards import person, residences_of
from sanam.domain.registry.queries.joined import merges_of
from sanam.domain.registry.queries.rows import as_shown
from sanam.domain.registry.words import DuplicateBasis

T = TypeVar("T", Change, Conflict)


@dataclass(frozen=True, slots=True)
class Told(Generic[T]):
    """A line of the history, and whether this actor's mandate shows its values; a masked one is not missing."""

    line: T
    shown: bool


@dataclass(frozen=True, slots=True)
class Doubt:
    """Somebody who may be the same person, and the question that waits for a decision."""

    duplicate: Duplicate
    other: Person


@dataclass(frozen=True, slots=True)
class History:
    """What a person's fields were, what files say otherwise, who may be the same, and which hospitals speak of them."""

    person: Person
    because: str
    changes: list[Told[Change]]
    residences: list[Residence]
    groups: list[GroupMembership]
    conflicts: list[Told[Conflict]]
    duplicates: list[Doubt]
    hospitals: list[str]
    merges: list[Merge]
    aliases: list[Alias]
    listed: bool


def history(actor: Actor, person_id: str) -> History:
    """How what is known of one person came to be what it is."""
    who = person(actor, person_id)
    if actor.mandate.reach is Reach.SHARED:  # which hospitals and whom it came from is more than was agreed to
        raise not_by_consent()
    marks, whole, closed = access.marks(actor, who), access.whole(actor, who), access.closed_fields(actor)
    waiting = who.conflicts.filter(decision="").exclude(field__in=closed)
    return History(
        person=who,
        because=access.opening(actor, who),
        changes=[_unveiled(marks, one, whole) for one in who.changes.exclude(field__in=closed).order_by("-id")[:100]],
        residences=residences_of(who),
        groups=list(as_shown(actor, who.memberships.order_by("-id"), marks)),
        conflicts=[_unveiled(marks, one, whole) for one in waiting.order_by("-id")],
        duplicates=_possible_duplicates(actor, who),
        hospitals=_hospitals(who),
        merges=merges_of(actor, who),
        aliases=list(who.aliases.order_by("id")) if actor.sees(Privacy.PERSONAL) else [],
        listed=who.source_rows.filter(current=True, hospital="").exists(),
    )


_NOT_SCORED = 2.0
"""Above every score: a number that two people have is looked at before what is only alike."""


def open_duplicates(actor: Actor) -> QuerySet[Duplicate]:
    """Possible duplicates that wait for a decision, where this actor sees both people; the likeliest first.

    What was not scored yet comes before: a number that two people have.
    """
    both = access.names_in_use(actor, "first"), access.names_in_use(actor, "second")
    waiting = Duplicate.objects.filter(*both, decision="")
    waiting = waiting.annotate(likely=Coalesce("score", Value(_NOT_SCORED)))
    return waiting.select_related("first", "second").order_by("-likely", "id")


def waiting_pairs(
    actor: Actor, after: str = "", size: int = 25, *, basis: DuplicateBasis | None = None
) -> tuple[list[Duplicate], str]:
    """A page of the pairs that wait, likeliest first, and where the next page begins; empty on the last.

    `basis` narrows them to those asked for one reason.
    """
    found = open_duplicates(actor)
    if basis:
        found = found.filter(basis=basis.value)
    likely, _, last = after.partition("_")
    if _is_number(likely) and last.isdecimal() and len(last) < 16:
        found = found.filter(Q(likely__lt=float(likely)) | Q(likely=float(likely), pk__gt=int(last)))
    page = list(found[: size + 1])
    return page[:size], _mark(page[size - 1]) if len(page) > size else ""


def _mark(last: Duplicate) -> str:
    return f"{_NOT_SCORED if last.score is None else last.score!r}_{last.pk}"


def _is_number(text: str) -> bool:
    whole, _, rest = text.partition(".")
    return whole.isdecimal() and (not rest or rest.isdecimal())


def may_be_elsewhere(person: Person) -> bool:
    """Whether somebody else holds the number this person was added with; says that there is one, and nothing else."""
    return Duplicate.objects.filter(second=person, basis="equal_id", decision="").exists()


def duplicate(actor: Actor, duplicate_id: int) -> Duplicate:
    """One open question of this kind; raises NotHere unless this actor sees both people."""
    found = open_duplicates(actor).filter(id=duplicate_id).first()
    if found is None:
        raise not_here()
    return found


def conflict(actor: Actor, conflict_id: int) -> Conflict:
    """One dispute between a file and the field; raises NotHere unless this actor sees the person."""
    here = Conflict.objects.filter(access.names_seen(actor, "person")).exclude(field__in=access.closed_fields(actor))
    found = here.filter(id=conflict_id).select_related("person").first()
    if found is None:
        raise not_here()
    return found


def open_conflicts(actor: Actor, after: int = 0, size: int = 25) -> tuple[list[Told[Conflict]], int]:
    """What files and the field disagree on among the people this actor sees, oldest first; where the next page begins,
    0 on the last. Where facts came from is more than a consent opens."""
    if actor.mandate.reach is Reach.SHARED:
        return [], 0
    seen = access.in_use(actor)
    waiting = Conflict.objects.filter(access.names_in_use(actor, "person"), decision="", id__gt=after)
    waiting = waiting.exclude(field__in=access.closed_fields(actor)).select_related("batch")
    page = list(waiting.order_by("id")[: size + 1])
    more = page[size - 1].pk if len(page) > size else 0
    people = access.shown(actor, seen).in_bulk({one.person_id for one in page})
    for one in page:
        one.person = people[one.person_id]
    told = [_unveiled(access.marks(actor, one.person), one, access.whole(actor, one.person)) for one in page[:size]]
    return told, more


def membership(actor: Actor, membership_id: int) -> GroupMembership:
    """One lasting membership of a group; raises NotHere unless this actor sees the person and such facts."""
    here = GroupMembership.objects.filter(access.names_seen(actor, "person"), until="")
    found = here.filter(id=membership_id).select_related("person").first() if actor.sees(Privacy.PERSONAL) else None
    if found is None:
        raise not_here()
    return found


def _unveiled(marks: frozenset[Privacy], line: T, whole: bool) -> Told[T]:
    if line.field == "national_id" and not whole:  # not even a masked number, by consent or in need
        return Told(line, False)
    return Told(line, Person.privacy.get(line.field, Privacy.PERSONAL) in marks)


def _possible_duplicates(actor: Actor, who: Person) -> list[Doubt]:
    pairs = open_duplicates(actor).filter(Q(first=who) | Q(second=who))
    return [Doubt(one, one.second if one.first_id == who.pk else one.first) for one in pairs]


def _hospitals(who: Person) -> list[str]:
    rows = who.source_rows.filter(current=True).exclude(hospital="").order_by("hospital")
    return list(rows.values_list("hospital", flat=True).distinct())
