"""A phone in a room: as whom it acts, how its mark is kept, and that it does only its own."""

from __future__ import annotations

from collections.abc import Callable

from sanam.domain.dialogue.models import Exchange, RoomDoor, Ticket
from sanam.domain.dialogue.policies import check_stage
from sanam.domain.dialogue.words import RoomStage
from sanam.domain.foundation import sealing
from sanam.domain.foundation.actor import Actor, ActorKind, Mandate
from sanam.domain.foundation.refused import BadInput, NotAllowed
from sanam.domain.gatherings.codes import read_code

DEVICE = "dialogue.device"
OWN_CODE = "dialogue.own_code"
"""The purposes under which a phone's mark and somebody's own code are hashed."""


def of_door(door: RoomDoor) -> Actor:
    """A phone at the door of a room, as the journal names it: whose it is, nobody knows."""
    return _phone(f"room_door:{door.pk}", "โทรศัพท์ที่ประตูห้อง", "a phone at the door of a room")


def of_ticket(ticket: Ticket) -> Actor:
    """Whoever holds a ticket; what it may do is what `check_own` lets through."""
    return _phone(f"ticket:{ticket.pk}", "คนในห้อง", "somebody in the room")


def unnamed(by: Actor, room: Exchange) -> Actor:
    """As whom the journal, which forgets nothing, knows whoever said something to a room: a seat, or somebody in it.

    An entry that named the ticket would tie what was offered to what that ticket answered, for ever.
    """
    return _phone(room.ref, "คนในห้อง", "somebody in the room") if by.kind is ActorKind.ROOM else by


def check_own(by: Actor, ticket: Ticket) -> None:
    """Raises NotAllowed unless the one who acts holds this very ticket: nobody answers for another, not even a host."""
    if not owns(by, ticket):
        raise NotAllowed(
            "dialogue.not_yours",
            "คำตอบเป็นของแต่ละคน ตอบจากบัตรของตัวเองเท่านั้น",
            "Answers are each one's own; answer from your own ticket.",
        )


def check_own_here(by: Actor, ticket: Ticket, room: Exchange) -> None:
    """Raises as `check_own` does, and BadInput for a ticket of another room."""
    check_own(by, ticket)
    if ticket.exchange_id != room.pk:
        raise BadInput("dialogue.other_room", "บัตรนี้เป็นของห้องอื่น", "That ticket is another room's.")


def owns(by: Actor, ticket: Ticket) -> bool:
    """Whether the one who acts holds this ticket."""
    return by.kind is ActorKind.ROOM and by.ref == f"ticket:{ticket.pk}"


def hold(ticket: Ticket, stage: RoomStage) -> Ticket:
    """Hold a ticket's row until the end of the transaction; raises Refused unless its room is at this stage."""
    mine = Ticket.objects.select_for_update().only("exchange", "voted_at", "dotted_at").get(pk=ticket.pk)
    check_stage(Exchange.objects.only("stage", "ends_at").get(pk=mine.exchange_id), stage)  # read after the row is held
    return mine


def marked(exchange: Exchange, mark: str) -> str:
    """A phone's mark as it is kept: by room, so that one phone is not known again in another."""
    return sealing.keyed_hash(f"{exchange.pk} {mark}", DEVICE)


def marks(exchange: Exchange, mark: str) -> list[str]:
    """The same by every key that was ever in use."""
    return sealing.keyed_hashes(f"{exchange.pk} {mark}", DEVICE) if mark else []


def coded(exchange: Exchange, code: str) -> str:
    """Somebody's own code as it is kept."""
    return sealing.keyed_hash(f"{exchange.pk} {code}", OWN_CODE)


def codes(exchange: Exchange, typed: str) -> list[str]:
    """The same by every key, for a code as it may be typed; nothing for what is no code."""
    code = read_code(typed)
    return sealing.keyed_hashes(f"{exchange.pk} {code}", OWN_CODE) if code else []


def free(new: Callable[[], str], exchange: Exchange) -> str:
    """An own code nobody else in this room has."""
    while Ticket.objects.filter(exchange=exchange, own_code=coded(exchange, code := new())).exists():
        pass
    return code


def _phone(ref: str, label: str, label_en: str) -> Actor:
    return Actor(ActorKind.ROOM, ref, label, Mandate(), via="room", label_en=label_en)
