"""Who may call a gathering together, write of it, show its photos and publish its page."""

from __future__ import annotations

from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.gatherings.models import Gathering
from sanam.domain.teams import queries as teams
from sanam.domain.teams.words import Can

SECRETARY = "district_secretary"


def check_can_write(actor: Actor) -> None:
    """Raises NotAllowed for a seat whose mandate does not write gatherings."""
    if not actor.may(Can.WRITE_GATHERINGS):
        raise NotAllowed("gatherings.mandate", "ที่นั่งนี้เขียนวงคุยไม่ได้", "This seat cannot write gatherings.")


def writes_of(actor: Actor, gathering: Gathering) -> bool:
    """Whether this seat writes of this gathering: of its body; of a page that was read in, any seat that writes."""
    return rights(actor, gathering)[0]


def rights(actor: Actor, gathering: Gathering) -> tuple[bool, bool]:
    """Whether this seat writes of this gathering, and whether it may publish its page.

    A writer of the body may both. A page that was read in belongs to no body: any writer may add to it, and the
    secretary of a district alone may publish it.
    """
    if not actor.may(Can.WRITE_GATHERINGS):
        return False, False
    seat = teams.seat(actor.ref) if actor.kind is ActorKind.SEAT else None
    if gathering.body_id is None:
        return True, seat is not None and seat.role == SECRETARY
    of_the_body = seat is not None and seat.body_id == gathering.body_id
    return of_the_body, of_the_body


def check_writes_of(actor: Actor, gathering: Gathering) -> None:
    """Raises NotAllowed for a seat that does not write gatherings, or not those of this body."""
    check_can_write(actor)
    if not writes_of(actor, gathering):
        raise _other_body()


def check_can_publish(actor: Actor, gathering: Gathering) -> None:
    """Raises NotAllowed for a seat that may not publish the page, or take it back."""
    check_can_write(actor)
    writes, publishes = rights(actor, gathering)
    if not writes:
        raise _other_body()
    if not publishes:
        raise NotAllowed(
            "gatherings.publish",
            "หน้าที่อ่านจากกระดาษ เลขานุการ พชอ. เป็นผู้เผยแพร่",
            "A page read from paper is published by the district board's secretary.",
        )


def _other_body() -> NotAllowed:
    return NotAllowed(
        "gatherings.other_body",
        "วงนี้เป็นของอีกทีม ขอให้คนในทีมนั้นทำให้",
        "This gathering is another body's; ask somebody in it.",
    )
