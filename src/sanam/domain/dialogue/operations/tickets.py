"""Deeds: a phone takes its ticket, somebody without one is helped in, and names go when the room closes.

A ticket waits for the room's row, so that none is made while the room is being closed and counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q

from sanam.domain.dialogue import phones
from sanam.domain.dialogue.models import Exchange, Position, RoomDoor, Statement, Ticket
from sanam.domain.dialogue.permissions import check_hosts
from sanam.domain.dialogue.policies import check_goes_on, check_open
from sanam.domain.dialogue.words import Channel
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.foundation.thai.text import one_line
from sanam.domain.gatherings.codes import new_code
from sanam.domain.journal import operations as journal
from sanam.domain.teams.models import Leg

MOST_A_MINUTE = 400
"""Tickets one room gives out each minute: two full halls, and far fewer than a program could take."""
MOST_HELPED = 10
"""People one phone lets in; a host lets in as many as sit there."""
_NOTHING = {"nickname": "", "device": "", "own_code": "", "helper": None, "by_ref": ""}
KNOWN = ~Q(nickname="") | ~Q(device="") | ~Q(own_code="") | ~Q(helper=None) | ~Q(by_ref="")
"""Tickets that still say something of whoever holds them, or of who helped."""


@dataclass(frozen=True, slots=True)
class Helped:
    """Somebody who was let in with help, and the code by which they come back: six signs, told only now."""

    ticket: Ticket
    own_code: str


@transaction.atomic
def take(*, by: Actor, door: RoomDoor, leg: Leg, device: str, nickname: str = "") -> Ticket:
    """Take the ticket of a phone; `device` is its random mark, of which only a keyed hash is kept.

    Raises Refused for a phone that has one: the database counts one ticket a device, the page goes on with the first.
    """
    room = _locked(door.exchange)
    check_open(RoomDoor.objects.select_related("exchange").get(pk=door.pk))
    if not device:
        raise BadInput("dialogue.no_mark", "เครื่องนี้ไม่ยอมให้เราจำ ลองอีกครั้ง", "This device keeps nothing; try again.")
    _check_leg(room, leg)
    if Ticket.objects.filter(exchange=room, device__in=phones.marks(room, device)).exists():
        raise _has_one()
    _check_pace(room)
    ticket = _made(room, leg, nickname, device=phones.marked(room, device))
    journal.record(by=by, did="room.entered", to=room.ref)
    return ticket


@transaction.atomic
def help(
    *, by: Actor, exchange: Exchange, leg: Leg, channel: Channel, for_whom: str = "", helper: Ticket | None = None
) -> Helped:
    """Let somebody in who has no phone, by whoever sits beside them (`helper`) or by a host.

    Whoever answers for them does so by the code this gives, and so may they themselves, on any phone until the end.
    """
    room = _locked(exchange)
    if helper is None:
        check_hosts(by, room)
        check_goes_on(room)
    else:
        _check_helper(by, room, helper)
    _check_leg(room, leg)
    _check_pace(room)
    code = phones.free(new_code, room)
    mine = {"own_code": phones.coded(room, code), "helper": helper, "channel": channel.value}
    ticket = _made(room, leg, for_whom, by_ref="" if helper else by.ref, **mine)
    journal.record(by=phones.unnamed(by, room), did="room.helped_in", to=room.ref)
    return Helped(ticket, code)


@transaction.atomic
def forget(*, by: Actor, exchange: Exchange) -> int:
    """Forget names, marks of phones, own codes and who helped whom; gives how many tickets lost something.

    Part of closing: a host's deed or the clock's. What was answered stays, tied to a leg and to nobody: neither to a
    phone nor to what it offered or brought, nor to whoever pressed for somebody. `channel` stays: how many were helped.
    """
    if by.kind is not ActorKind.INSTALLATION:
        check_hosts(by, exchange)
    for said in (Statement, Position):
        said.objects.filter(exchange=exchange).exclude(ticket=None).update(ticket=None)
    return Ticket.objects.filter(exchange=exchange).filter(KNOWN).update(**_NOTHING)


def _locked(exchange: Exchange) -> Exchange:
    return Exchange.objects.select_for_update().get(pk=exchange.pk)


def _check_helper(by: Actor, room: Exchange, helper: Ticket) -> None:
    phones.check_own_here(by, helper, room)
    door = RoomDoor.objects.filter(exchange=room).select_related("exchange").order_by("-opened_at", "-pk").first()
    if door is not None:
        check_open(door)
    if Ticket.objects.filter(helper=helper).count() >= MOST_HELPED:
        raise Refused(
            "dialogue.helped_many",
            f"เครื่องนี้ช่วยมาแล้ว {MOST_HELPED} คน บอกคนดูแลวงช่วยต่อได้เลย",
            f"This phone helped {MOST_HELPED} already; the host can help the next.",
        )


def _check_leg(room: Exchange, leg: Leg) -> None:
    if leg.body_id != room.body_id or leg.to_on is not None:
        raise BadInput("dialogue.leg", "ขานี้ไม่ใช่ของวงนี้", "That leg is not this room's.")


def _check_pace(room: Exchange) -> None:
    lately = Ticket.objects.filter(exchange=room, at__gt=clock.now() - timedelta(minutes=1))
    if lately.count() >= MOST_A_MINUTE:
        raise Refused(
            "dialogue.door_busy",
            "ประตูแน่นนิดหนึ่ง รอหนึ่งนาที แล้วลองใหม่",
            "The door is crowded; wait a minute, then try again.",
            status=429,
        )


def _made(room: Exchange, leg: Leg, nickname: str, **more: object) -> Ticket:
    said = one_line(nickname)[:60]
    try:
        with transaction.atomic():
            return Ticket.objects.create(exchange=room, leg=leg, nickname=said, at=clock.now(), **more)
    except IntegrityError:
        raise _has_one() from None


def _has_one() -> Refused:
    return Refused(
        "dialogue.has_ticket",
        "เครื่องนี้เข้าห้องแล้ว ใช้ต่อได้เลย",
        "This phone is in the room already; just go on.",
    )
