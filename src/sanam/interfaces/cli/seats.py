"""Acting as a seat from the command line."""

from __future__ import annotations

from uuid import UUID

from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import BadInput
from sanam.domain.teams import queries as teams


def acting_as(seat_id: str) -> Actor:
    """The actor of an open seat; raises BadInput for one that is not there."""
    seat = teams.seat(seat_id) if _is_id(seat_id) else None
    if seat is None:
        raise BadInput("cli.no_such_seat", f"ไม่มีที่นั่ง {seat_id}", f"There is no seat {seat_id}.")
    label = f"{seat.title_th} · {seat.organisation.name_th}"
    return Actor(kind=ActorKind.SEAT, ref=str(seat.id), label=label, mandate=seat.mandate, via="cli")


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
