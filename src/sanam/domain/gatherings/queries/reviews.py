"""Reads: what each leg learned, strengths first, and what we said last time that we would do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.gatherings.models import Action, Gathering, Reflection
from sanam.domain.gatherings.queries.pages import visible
from sanam.domain.gatherings.talk_words import UNFINISHED
from sanam.domain.teams.models import Leg


@dataclass(frozen=True, slots=True)
class Told:
    """What one leg told; without a leg, what was said by nobody in particular."""

    leg: Leg | None
    said: list[Reflection]


@dataclass(frozen=True, slots=True)
class Review:
    """A review: what we said last time, what each leg tells, and what we say we will do now."""

    gathering: Gathering
    before: Sequence[Action]
    legs: Sequence[Told]
    actions: Sequence[Action]

    @property
    def strengths(self) -> list[Reflection]:
        """Everything that went well, by leg."""
        return [one for told in self.legs for one in told.said if one.strengths]


def review(actor: Actor, gathering_id: str) -> Review:
    """The review of one gathering; raises NotHere."""
    gathering = visible(actor).filter(id=gathering_id).select_related("body").first()
    if gathering is None:
        raise NotHere("gatherings.not_here", "ไม่พบวงคุยนี้", "There is no such gathering.")
    ours = list(gathering.actions.select_related("owner__organisation"))
    return Review(gathering, said_last_time(gathering), _by_leg(gathering), ours)


def action(actor: Actor, action_id: int) -> Action:
    """One thing we said we would do; raises NotHere."""
    seen = visible(actor).order_by().values("pk")
    found = Action.objects.filter(id=action_id, gathering__in=seen).select_related("gathering", "owner").first()
    if found is None:
        raise NotHere("gatherings.no_action", "ไม่พบเรื่องนี้", "There is no such thing.")
    return found


def own_words(actor: Actor, gathering: Gathering) -> Reflection | None:
    """What the seat acting said by name, to say it anew."""
    return gathering.reflections.filter(seat_id=actor.ref).first() if actor.member else None


def said_last_time(gathering: Gathering) -> list[Action]:
    """What the reviews before this one promised: all of the last one's, and what is unfinished of older ones."""
    earlier = Action.objects.filter(gathering__body=gathering.body_id, gathering__held_on__lte=gathering.held_on)
    earlier = earlier.exclude(gathering=gathering).select_related("owner__organisation", "gathering")
    found = list(earlier.order_by("-gathering__held_on", "-gathering_id", "due_on", "id")[:50])
    last = found[0].gathering_id if found else None
    return [one for one in found if one.gathering_id == last or one.state in UNFINISHED]


def _by_leg(gathering: Gathering) -> list[Told]:
    """By leg in their order; what has no leg comes last. Random ids keep the order of those without a name."""
    told: dict[int, Told] = {}
    found = gathering.reflections.select_related("leg", "seat__organisation").order_by("leg__order", "id")
    for one in found:
        told.setdefault(one.leg_id or 0, Told(one.leg, [])).said.append(one)
    return sorted(told.values(), key=lambda one: (one.leg is None, one.leg.order if one.leg else 0))
