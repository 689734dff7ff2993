"""People as a list shows them: with their groups and how current they are, in few queries however many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.parameters import queries as parameters
from sanam.domain.parameters.queries import Setting
from sanam.domain.registry import access
from sanam.domain.registry.freshness import Freshness, strip
from sanam.domain.registry.models import CareCircle, Confirmation, GroupMembership, Person
from sanam.domain.registry.words import ENTERED_BY


@dataclass(frozen=True, slots=True)
class Row:
    """One person in a list, with their groups and how current they are.

    `marks` are those shown of this person; `hides` says that their consent does not cover what the mandate would show.
    """

    person: Person
    groups: tuple[GroupMembership, ...]
    freshness: list[Freshness]
    marks: frozenset[Privacy]
    hides: bool


def rows(
    actor: Actor,
    people: Sequence[Person],
    settings: Mapping[str, Setting] | None = None,
    *,
    with_groups: bool = True,
) -> list[Row]:
    """People with their groups and freshness, in three queries however many there are.

    One fewer where the dials are known already, and where only what everybody owes is looked at, without groups.
    """
    groups: Mapping[Any, tuple[GroupMembership, ...]] = groups_of(people) if with_groups else defaultdict(tuple)
    seen = _confirmations(people)
    settings, today = settings or parameters.values(), clock.today()
    return [
        Row(
            person,
            as_shown(actor, groups[person.id], marks),
            strip(
                seen[person.id],
                groups[person.id],
                in_a_circle=getattr(person, "in_a_circle", False),
                settings=settings,
                today=today,
            ),
            marks,
            Privacy.SENSITIVE in actor.mandate.shown - marks,
        )
        for person, marks in ((one, access.marks(actor, one)) for one in people)
    ]


def by_ref(actor: Actor, ids: Iterable[str]) -> dict[str, Person]:
    """Those of these people whom this actor may see, by id."""
    return {str(one.pk): one for one in access.visible(actor).filter(pk__in=list(ids))}


def in_a_circle() -> Exists:
    """Those whom a seat has taken into its care, not only entered into the register."""
    return Exists(CareCircle.objects.filter(person=OuterRef("pk"), to_on=None, left_at=None).exclude(role=ENTERED_BY))


def groups_of(people: Sequence[Person]) -> dict[Any, tuple[GroupMembership, ...]]:
    """The groups that last, by person."""
    found: dict[Any, tuple[GroupMembership, ...]] = defaultdict(tuple)
    members = GroupMembership.objects.filter(person__in=[one.pk for one in people], until="")
    for membership in members.order_by("group", "kind"):
        found[membership.person_id] += (membership,)
    return found


def as_shown(
    actor: Actor, memberships: Iterable[GroupMembership], marks: frozenset[Privacy] | None = None
) -> tuple[GroupMembership, ...]:
    """Memberships as far as these marks show them (the mandate's own where not said): the group is personal, its kind
    and dates are sensitive."""
    marks = actor.mandate.shown if marks is None else marks
    if Privacy.PERSONAL not in marks:
        return ()
    if Privacy.SENSITIVE in marks:
        return tuple(memberships)
    veiled: dict[tuple[str, bool], GroupMembership] = {}
    for one in memberships:
        bare = copy(one)
        bare.kind = bare.since = bare.card_until = bare.ended_because = ""
        veiled.setdefault((one.group, bool(one.until)), bare)
    return tuple(veiled.values())


def _confirmations(people: Sequence[Person]) -> dict[Any, list[Confirmation]]:
    found: dict[Any, list[Confirmation]] = defaultdict(list)
    for one in Confirmation.objects.filter(person__in=[one.pk for one in people]):
        found[one.person_id].append(one)
    return found
