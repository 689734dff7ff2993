"""Acting as a seat from the command line."""

from __future__ import annotations

from uuid import UUID

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.teams import queries as teams


def acting_as(said: str) -> Actor:
    """The actor of an open seat, by the seat's id or its holder's user name; raises BadInput when it is not there."""
    found = teams.seat_itself(said if _is_id(said) else _seat_of(said), via="cli")
    if found is None:
        raise BadInput(
            "cli.no_such_seat",
            f"ไม่มีที่นั่ง {said} ใส่รหัสที่นั่ง หรือชื่อผู้ใช้ของคนที่นั่งอยู่",
            f"There is no seat {said}; give a seat's id, or the user name of whoever sits in it.",
        )
    return found


def _seat_of(username: str) -> str:
    """The id of the first seat a user may act under today; an operator types it, so no member stands behind."""
    account = teams.account_of(username)
    places = teams.places(account.member.id) if account else []
    return str(places[0].seat.pk) if places else str(UUID(int=0))


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
