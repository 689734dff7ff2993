"""Who may call a gathering together, write of it, show its photos and publish its page."""

from __future__ import annotations

from uuid import UUID

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
    if not actor.may(Can.WRITE_GATHERINGS):
        return False
    return gathering.body_id is None or _body_of(actor) == gathering.body_id


def check_writes_of(actor: Actor, gathering: Gathering) -> None:
    """Raises NotAllowed for a seat that does not write gatherings, or not those of this body."""
    check_can_write(actor)
    if not writes_of(actor, gathering):
        raise NotAllowed(
            "gatherings.other_body",
            "วงนี้เป็นของอีกทีม ขอให้คนในทีมนั้นทำให้",
            "This gathering is another body's; ask somebody in it.",
        )


def publishes(actor: Actor, gathering: Gathering) -> bool:
    """Whether this seat may publish its page: a writer of its body; a page read in, a district secretary alone."""
    if gathering.body_id is not None:
        return writes_of(actor, gathering)
    return actor.may(Can.WRITE_GATHERINGS) and _role_of(actor) == SECRETARY


def check_can_publish(actor: Actor, gathering: Gathering) -> None:
    """Raises NotAllowed for a seat that may not publish the page, or take it back."""
    check_writes_of(actor, gathering)
    if not publishes(actor, gathering):
        raise NotAllowed(
            "gatherings.publish",
            "หน้าที่อ่านจากกระดาษ เลขานุการ พชอ. เป็นผู้เผยแพร่",
            "A page read from paper is published by the district board's secretary.",
        )


def _body_of(actor: Actor) -> UUID | None:
    seat = teams.seat(actor.ref) if actor.kind is ActorKind.SEAT else None
    return seat.body_id if seat else None


def _role_of(actor: Actor) -> str:
    seat = teams.seat(actor.ref) if actor.kind is ActorKind.SEAT else None
    return seat.role if seat else ""
