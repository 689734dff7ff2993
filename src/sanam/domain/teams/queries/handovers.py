"""Seats changing hands: for the two, for whoever shapes the body, and for the one who has just come."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.teams import handover as registered
from sanam.domain.teams import permissions
from sanam.domain.teams.handover import Kind, Open
from sanam.domain.teams.models import HandOver, Holding, Talked
from sanam.domain.teams.trees import Nest

SETTLING_IN = timedelta(days=30)
"""How long what was taken over stands on Today."""
_NAMES = ("seat__body", "seat__leg", "seat__organisation", "giver", "taker")


@dataclass(frozen=True, slots=True)
class Noted:
    """One thing that is open, and what the two noted about it."""

    open: Open
    note: str


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of open things, and whether the two went through it."""

    kind: Kind
    things: list[Noted]
    gone_through: bool


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What whoever sits here since lately took over: from whom, and what of it is open still."""

    giver: str
    holding: Holding
    lines: list[Line]


def handover(actor: Actor, handover_id: str) -> HandOver:
    """One hand-over, for the two and whoever may shape the body; raises NotHere for anybody else."""
    found = _with_names().filter(id=handover_id).first()
    if found is None or not (is_of(actor, found) or may_arrange(actor, found)):
        raise NotHere("teams.no_such_handover", "ไม่พบการส่งมอบนี้", "There is no such hand-over.")
    return found


def is_of(actor: Actor, one: HandOver) -> bool:
    """Whether this actor is one of the two."""
    return bool(actor.member) and actor.member in {str(one.giver_id), str(one.taker_id)}


def may_arrange(actor: Actor, one: HandOver) -> bool:
    """Whether this actor may shape the body whose seat it is, and does not sit there."""
    return permissions.says_yes(permissions.check_can_change, actor, one.seat)


def under_way(actor: Actor, nest: Nest | None = None) -> list[HandOver]:
    """Hand-overs that are not finished: one's own, and for whoever shapes a body those of its tree."""
    bodies = (nest or Nest()).of(actor) if permissions.may_shape(actor) else set()
    found = unfinished(actor, bodies).select_related(*_NAMES)
    return list(found.order_by("from_on", "id"))


def unfinished(actor: Actor, bodies: Collection[UUID]) -> QuerySet[HandOver]:
    """Hand-overs that are not finished, of this actor and of these bodies."""
    mine = Q(giver=actor.member) | Q(taker=actor.member) if actor.member else Q(pk__in=[])
    return HandOver.objects.filter(mine | Q(seat__body__in=bodies), done_at=None, called_off_at=None)


def of_seat(seat_id: str) -> HandOver | None:
    """The hand-over a seat is in now, None where it is in none."""
    return _with_names().filter(seat=UUID(seat_id), done_at=None, called_off_at=None).first()


def checklist(one: HandOver) -> list[Line]:
    """What is open at the seat now, with what the two noted of it so far."""
    return _lines(str(one.seat_id), list(one.talked.order_by("id")))


def taken_over(actor: Actor, holders: Sequence[Holding]) -> TakenOver | None:
    """For whoever took a seat over in the last thirty days: what was open there and is still; None otherwise.

    `holders` are those of the seat acting, the newest first; nothing more is asked for anybody who sits there longer.
    """
    since = clock.today() - SETTLING_IN
    lately = [one for one in holders if str(one.member_id) == actor.member and one.from_on >= since]
    if not lately:
        return None
    own = lately[0]
    before = [one for one in holders if one.member_id != own.member_id and one.from_on < own.from_on]
    if not before:
        return None
    talked = Talked.objects.filter(handover__seat=own.seat_id, handover__taker=own.member_id)
    noted = list(talked.exclude(handover__done_at=None).order_by("id"))
    lines = _lines(actor.ref, noted)
    return TakenOver(before[0].member.name, own, lines) if lines else None


def _lines(seat_id: str, talked: list[Talked]) -> list[Line]:
    gone_through = {one.kind for one in talked if not one.ref}
    notes = {(one.kind, one.ref): one.note for one in talked}
    return [
        Line(kind, [Noted(one, notes.get((kind.kind, one.ref), "")) for one in found], kind.kind in gone_through)
        for kind, found in registered.open_at(seat_id)
    ]


def _with_names() -> QuerySet[HandOver]:
    return HandOver.objects.select_related(*_NAMES)
