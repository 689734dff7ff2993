"""Acting as a seat from the command line."""

from __future__ import annotations

from uuid import UUID

from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import BadInput
from sanam.domain.teams import queries as teams


def acting_as(said: str) -> Actor:
    """The actor of an open seat, by the seat's id or its holder's user name; raises BadInput when it is not there."""
    seat = teams.seat(said) if _is_id(said) else _seat_of(said)
    if seat is None:
        raise BadInput(
            "cli.no_such_seat",
            f"ไม่มีที่นั่ง {said} ใส่รหัสที่นั่ง หรือชื่อผู้ใช้ของคนที่นั่งอยู่",
            f"There is no seat {said}; give a seat's id, or the user name of whoever sits in it.",
        )
    label = f"{seat.title_th} · {seat.organisation.name_th}"
    who = {"ref": str(seat.id), "label": label, "role": seat.role, "body": str(seat.body_id)}
    return Actor(kind=ActorKind.SEAT, mandate=seat.mandate, via="cli", **who)


def _seat_of(username: str) -> teams.Seat | None:
    """The first seat a user may act under today; who types here is the operator, so no member stands behind it."""
    account = teams.account_of(username)
    places = teams.places(account.member.id) if account else []
    return places[0].seat if places else None


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
