"""Who opens a room and keeps its door, and who sees it from a seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.teams import trees
from sanam.domain.teams.words import Can

if TYPE_CHECKING:
    from sanam.domain.dialogue.models import Exchange
    from sanam.domain.teams.models import Body


def check_can_see(actor: Actor) -> None:
    """Raises NotAllowed for a seat whose mandate does not see gatherings."""
    if not actor.may(Can.SEE_GATHERINGS):
        raise NotAllowed("dialogue.unseen", "ที่นั่งนี้ไม่เห็นวงคุย", "This seat does not see gatherings.")


def check_among(actor: Actor, exchange: Exchange) -> None:
    """A seat that sees gatherings, of the room's body or one beneath it, brings and offers; raises NotAllowed."""
    check_can_see(actor)
    if actor.body not in {str(one.pk) for one in trees.Nest().beneath(exchange.body_id)}:
        raise NotAllowed(
            "dialogue.elsewhere",
            "ห้องนี้เป็นของคณะอื่น เข้าทางรหัสของห้องได้เหมือนทุกคน",
            "This room is another body's; come in by its code like everybody.",
        )


def check_can_open(actor: Actor, body: Body) -> None:
    """A seat that writes gatherings opens rooms of the body it sits in; raises NotAllowed for another's."""
    if not _keeps(actor, body.pk):
        raise NotAllowed(
            "dialogue.other_body",
            "ห้องนี้เป็นของคณะอื่น ขอให้คนในคณะนั้นเปิด",
            "This room is another body's; ask somebody who sits there.",
        )


def hosts(actor: Actor, exchange: Exchange) -> bool:
    """Whether this seat looks after a room: it writes gatherings and sits in the room's body."""
    return _keeps(actor, exchange.body_id)


def check_hosts(actor: Actor, exchange: Exchange) -> None:
    """Raises NotAllowed unless this seat looks after the room."""
    if not hosts(actor, exchange):
        raise NotAllowed("dialogue.not_host", "คนดูแลวงเป็นผู้ทำเรื่องนี้", "Whoever looks after the room does this.")


def check_by_the_clock(actor: Actor) -> None:
    """What the clock does is asked for by nobody; raises NotAllowed for a seat."""
    if actor.kind is not ActorKind.INSTALLATION:
        raise NotAllowed("dialogue.by_the_clock", "งานนี้ระบบทำเองตามเวลา", "This is done by the clock alone.")


def _keeps(actor: Actor, body_id: object) -> bool:
    return actor.kind is ActorKind.SEAT and actor.may(Can.WRITE_GATHERINGS) and actor.body == str(body_id)
