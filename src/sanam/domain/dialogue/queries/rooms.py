"""Reads: the rooms of the district, for seats that see gatherings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from sanam.domain.dialogue.models import Exchange, Line, RoomDoor, Statement
from sanam.domain.dialogue.permissions import check_hosts
from sanam.domain.dialogue.queries.carrying import saying_what_waits
from sanam.domain.dialogue.words import RoomStage
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.gatherings.models import Gathering
from sanam.domain.teams.models import Body
from sanam.domain.teams.words import Can

PAGE = 25


@dataclass(frozen=True, slots=True)
class Rooms:
    """A page of rooms, newest first; `after` is where the next one begins, empty on the last."""

    rows: list[Exchange]
    after: str


def visible(actor: Actor) -> QuerySet[Exchange]:
    """The rooms this actor may see."""
    found = Exchange.objects.all() if actor.may(Can.SEE_GATHERINGS) else Exchange.objects.none()
    return found.select_related("body", "gathering")


def hosted(actor: Actor, room_id: str | UUID) -> Exchange:
    """One room, the code of its open door put on it as `code`, empty while it is shut; raises NotHere."""
    door = RoomDoor.objects.filter(exchange=OuterRef("pk"), closed_at=None, until__gt=clock.now()).values("code")[:1]
    found = visible(actor).filter(pk=room_id).annotate(code=Subquery(door)).first()
    if found is None:
        raise NotHere("dialogue.not_here", "ไม่พบห้องนี้", "There is no such room.")
    return found


def code_of(exchange: Exchange) -> str:
    """The code of the open door of a room that `hosted` gave; "" while it is shut."""
    return getattr(exchange, "code", None) or ""


def rooms_of(actor: Actor, body: Body | UUID, *, after: str = "") -> Rooms:
    """The rooms of a body."""
    found = visible(actor).filter(body=body).order_by("-created_at", "-id")
    if (place := _place(after)) is not None:
        at, last = place
        found = found.filter(Q(created_at__lt=at) | Q(created_at=at, id__lt=last))
    page = list(found[: PAGE + 1])
    more = f"{page[PAGE - 1].created_at.isoformat()}|{page[PAGE - 1].pk}" if len(page) > PAGE else ""
    return Rooms(page[:PAGE], more)


def at_gathering(actor: Actor, gathering: Gathering) -> list[Exchange]:
    """The rooms opened at a gathering, the first one first, each with what `waits`; those called off are left out."""
    found = saying_what_waits(visible(actor)).filter(gathering=gathering).exclude(stage=RoomStage.CALLED_OFF)
    return list(found.order_by("created_at", "id"))


def card(actor: Actor, statement_id: int) -> Statement:
    """One card, for whoever looks after its room; raises NotHere and NotAllowed."""
    seen = Statement.objects.filter(exchange__in=visible(actor).values("pk"), pk=statement_id)
    found = seen.select_related("exchange__gathering", "exchange__body").first()
    if found is None:
        raise NotHere("dialogue.no_card_here", "ไม่พบบัตรนี้", "There is no such card.")
    check_hosts(actor, found.exchange)
    return found


def line(exchange: Exchange, line_id: int) -> Line:
    """One line of what a party brought to this room; raises NotHere."""
    found = Line.objects.filter(position__exchange=exchange, pk=line_id).select_related("position").first()
    if found is None:
        raise NotHere("dialogue.no_line", "ไม่พบบรรทัดนี้", "There is no such line.")
    return found


def _place(after: str) -> tuple[datetime, UUID] | None:
    at, _, last = after.partition("|")
    try:
        return datetime.fromisoformat(at).astimezone(clock.BANGKOK), UUID(last)
    except (ValueError, OverflowError):
        return None
