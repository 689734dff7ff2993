"""Reads for a phone: which room a code leads to, its own ticket, and nothing of anybody else's."""

from __future__ import annotations

from sanam.domain.dialogue import phones
from sanam.domain.dialogue.hand import Hand
from sanam.domain.dialogue.hand import hand as hand_of
from sanam.domain.dialogue.models import Dots, Exchange, RoomDoor, Ticket
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.gatherings.codes import read_code


def door(code: str) -> RoomDoor:
    """The door of a room with this code, shut or open, for those inside go on by it; raises NotHere."""
    found = RoomDoor.objects.filter(code=read_code(code)).select_related("exchange").first()
    if found is None:
        raise NotHere(
            "dialogue.no_door",
            "ไม่มีห้องด้วยรหัสนี้ ดูรหัสที่จออีกครั้ง หรือบอกคนดูแลวง",
            "There is no room with this code; look at the screen again, or tell the host.",
        )
    return found


def last_door(exchange: Exchange) -> RoomDoor | None:
    """The newest door of a room, shut or open; None while it never had one."""
    return RoomDoor.objects.filter(exchange=exchange).order_by("-opened_at", "-pk").first()


def ticket_of(exchange: Exchange, device: str) -> Ticket | None:
    """The ticket of a phone in a room, by the phone's own mark."""
    found = Ticket.objects.filter(exchange=exchange, device__in=phones.marks(exchange, device))
    return found.select_related("leg").first() if device else None


def ticket_by_own_code(exchange: Exchange, code: str) -> Ticket | None:
    """The ticket of somebody who was helped in, by their own code."""
    hashes = phones.codes(exchange, code)
    return (
        Ticket.objects.filter(exchange=exchange, own_code__in=hashes).select_related("leg").first() if hashes else None
    )


def hand(actor: Actor, ticket: Ticket) -> Hand:
    """The cards of this ticket and what it answered; raises NotAllowed for whoever does not hold it."""
    phones.check_own(actor, ticket)
    return hand_of(ticket)


def own_dots(actor: Actor, ticket: Ticket) -> dict[int, int]:
    """Where this ticket's dots lie, {card: how many}; raises NotAllowed for whoever does not hold it."""
    phones.check_own(actor, ticket)
    return dict(Dots.objects.filter(ticket=ticket).values_list("statement", "count"))
