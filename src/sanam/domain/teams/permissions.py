"""Who may shape a team."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind, Mandate
from sanam.domain.foundation.refused import NotAllowed, Refused
from sanam.domain.teams import ceiling, trees
from sanam.domain.teams.models import Account, Body, Holding, Member, Seat
from sanam.domain.teams.words import Can


def check_can_set_up(actor: Actor) -> None:
    """Founding bodies, admitting organisations and enrolling members is the installation's; raises NotAllowed."""
    if actor.kind is not ActorKind.INSTALLATION or not actor.may(Can.SET_UP_TEAMS):
        raise _not_yours()


def check_can_shape(actor: Actor, body: Body) -> None:
    """The installation, or a member whose seat sets up teams, within the tree of that seat's body; or NotAllowed.

    A seat without a member behind it, as on a command line, could be anybody's own: it shapes nothing.
    """
    if actor.kind is ActorKind.INSTALLATION:
        return check_can_set_up(actor)
    if not may_shape(actor) or body.pk not in trees.of(actor):
        raise _not_yours()
    return None


def may_shape(actor: Actor) -> bool:
    """Whether this actor shapes teams at all; which ones, `check_can_shape` says."""
    return actor.kind is ActorKind.SEAT and bool(actor.member) and actor.may(Can.SET_UP_TEAMS)


def check_can_change(actor: Actor, seat: Seat) -> None:
    """Whoever may shape the body, and does not sit in the seat in any way themselves; raises NotAllowed otherwise."""
    check_can_shape(actor, seat.body)
    if actor.ref == str(seat.pk) or (actor.member and sitting(seat, actor.member).exists()):
        raise _not_for_oneself()


def check_can_give(actor: Actor, mandate: Mandate, had: Mandate | None = None) -> None:
    """A mandate no wider than the giver's own, or than the seat had; raises NotAllowed."""
    if actor.kind is ActorKind.INSTALLATION or ceiling.is_within(mandate, actor.mandate):
        return
    if had is None or not ceiling.is_within(mandate, had):
        raise NotAllowed(
            "teams.wider_than_ones_own",
            "ให้ขอบเขตกว้างกว่าที่นั่งของเราเองไม่ได้ ขอให้ผู้ดูแลระบบของอำเภอช่วย",
            "Nobody gives a mandate wider than their own; ask whoever runs the district's system.",
        )


def check_can_fill(actor: Actor, seat: Seat) -> None:
    """Whoever chooses who sits reaches as far as the seat does, in places and in people; raises NotAllowed."""
    if actor.kind is not ActorKind.INSTALLATION and not ceiling.reaches_as_far(actor.mandate, seat.mandate):
        raise NotAllowed(
            "teams.reaches_further",
            "ที่นั่งนั้นเห็นคนมากกว่าที่นั่งของเรา จัดคนลงเองไม่ได้ ให้ผู้ที่นั่งอยู่ส่งมอบ หรือขอให้ผู้ดูแลระบบช่วย",
            "That seat reaches further than yours: whoever sits there hands it over, or ask who runs the system.",
        )


def check_can_see_teams(actor: Actor) -> None:
    """Whoever has a seat sees who we are, and so does the installation; raises NotAllowed for anybody else."""
    if actor.kind not in {ActorKind.SEAT, ActorKind.INSTALLATION}:
        raise NotAllowed("teams.seats_only", "เห็นทีมได้เมื่อมีที่นั่ง", "Teams are shown to those who have a seat.")


def check_not_for_oneself(actor: Actor, member: Member) -> None:
    """Nobody changes their own seat, mandate or scope, by any path; raises NotAllowed."""
    if actor.member and actor.member == str(member.pk):
        raise _not_for_oneself()


def sitting(seat: Seat, member: str, since: date | None = None) -> QuerySet[Holding]:
    """How a member sits in a seat today or will: as holder, deputy or acting."""
    return Holding.objects.filter(Q(to_on=None) | Q(to_on__gte=since or clock.today()), seat=seat, member=UUID(member))


def members_of(actor: Actor) -> QuerySet[Member]:
    """Whose names this actor may choose from: whoever sat in the tree of their body, and whoever sits nowhere."""
    if actor.kind is ActorKind.INSTALLATION:
        return Member.objects.all()
    if not may_shape(actor):
        return Member.objects.none()
    nowhere = Q(holdings=None)
    return Member.objects.filter(nowhere | Q(holdings__seat__body__in=trees.of(actor))).distinct()


def says_yes(check: Callable[..., None], *given: Any) -> bool:
    """The yes/no form of a check."""
    try:
        check(*given)
    except Refused:
        return False
    return True


def check_own(actor: Actor, account: Account) -> None:
    """Raises Refused for anybody else's account."""
    if actor.member != str(account.member_id):
        raise Refused("teams.not_your_account", "นี่ไม่ใช่บัญชีของคุณ", "That account is not yours.", status=403)


def _not_yours() -> NotAllowed:
    return NotAllowed(
        "teams.not_yours_to_set_up",
        "ที่นั่งนี้ตั้งทีมหรือที่นั่งไม่ได้ ขอให้ผู้ดูแลระบบของอำเภอช่วย",
        "This seat cannot set up teams or seats; ask whoever runs the district's system.",
    )


def _not_for_oneself() -> NotAllowed:
    return NotAllowed(
        "teams.not_for_oneself",
        "เปลี่ยนที่นั่งของตัวเองไม่ได้ ต้องให้คนอื่นเป็นผู้ทำ",
        "Nobody changes their own seat; someone else has to do it.",
    )
