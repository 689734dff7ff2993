"""Whether now: what a room must have come to before a deed, and what fits on a card."""

from __future__ import annotations

from sanam.domain.dialogue.models import Exchange, RoomDoor
from sanam.domain.dialogue.words import LONGEST, ROOM_MOVES, RoomStage
from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import BadInput, NotHere, Refused
from sanam.domain.foundation.thai.text import one_line
from sanam.domain.gatherings.models import Gathering
from sanam.domain.gatherings.policies import WRITTEN_IN


def is_over(exchange: Exchange) -> bool:
    """Whether nothing more is answered: closed, called off, or its last day has passed."""
    ended = exchange.ends_at is not None and exchange.ends_at <= clock.now()
    return ended or exchange.said in {RoomStage.CLOSED, RoomStage.CALLED_OFF}


def check_goes_on(exchange: Exchange) -> None:
    """Raises Refused for a room that is over."""
    if is_over(exchange):
        raise Refused("dialogue.over", "ห้องนี้ปิดแล้ว", "This room is closed.")


def check_stage(exchange: Exchange, *stages: RoomStage) -> None:
    """Raises Refused unless the room goes on and is at one of these stages."""
    check_goes_on(exchange)
    if exchange.said not in stages:
        raise Refused(
            "dialogue.not_now",
            f"ตอนนี้ห้องอยู่ที่ขั้น {exchange.said.th}",
            f"The room is now at: {exchange.said.en}.",
        )


def check_moves(exchange: Exchange, to: RoomStage) -> None:
    """Raises Refused for a step a room does not take."""
    if to not in ROOM_MOVES[exchange.said]:
        raise Refused(
            "dialogue.no_such_step",
            f"จาก {exchange.said.th} ไป {to.th} ไม่ได้",
            f"A room does not go from “{exchange.said.en}” to “{to.en}”.",
        )


def is_open(door: RoomDoor) -> bool:
    """Whether phones are let in: nobody shut the door, its hours are not over, and the room goes on."""
    return door.closed_at is None and door.until > clock.now() and not is_over(door.exchange)


def check_open(door: RoomDoor) -> None:
    """Raises NotHere for a door that is shut."""
    if not is_open(door):
        raise NotHere("dialogue.door_shut", "ประตูห้องนี้ปิดแล้ว บอกคนดูแลวงได้เลย", "This door is shut; tell the host.")


def can_carry(exchange: Exchange) -> bool:
    """Whether what a room left open may go on as questions: closed, at a gathering that may still be written in."""
    met = exchange.gathering
    return exchange.said is RoomStage.CLOSED and met is not None and met.said in WRITTEN_IN


def check_can_carry(exchange: Exchange) -> Gathering:
    """The gathering that questions are left with; raises Refused. That it may be written in, it checks itself."""
    if exchange.said is not RoomStage.CLOSED:
        raise Refused("dialogue.not_closed", "ปิดห้องก่อน แล้วค่อยส่งต่อเป็นโจทย์", "Close the room first; then carry it on.")
    if exchange.gathering is None:
        raise Refused(
            "dialogue.no_gathering",
            "ห้องนี้ไม่ได้เปิดในวงไหน จึงไม่มีวงให้ฝากโจทย์",
            "This room has no gathering to leave it with.",
        )
    return exchange.gathering


def one_idea(text: str) -> str:
    """A text that fits a card, in one line; raises BadInput for none, and for more."""
    said = one_line(text)
    if not 0 < len(said) <= LONGEST:
        raise BadInput(
            "dialogue.one_idea",
            f"ใบละหนึ่งเรื่อง ไม่เกิน {LONGEST} ตัวอักษร",
            f"One idea a card, at most {LONGEST} characters.",
        )
    return said
