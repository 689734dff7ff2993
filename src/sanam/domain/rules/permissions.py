"""Who may see what is proposed, take part in it, and look after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.teams import queries as teams
from sanam.domain.teams.words import Can

if TYPE_CHECKING:
    from sanam.domain.rules.models import Proposal
    from sanam.domain.teams.models import Body, Seat


def check_can_see(actor: Actor) -> None:
    """Raises NotAllowed for a seat whose mandate does not see rules."""
    if not actor.may(Can.SEE_RULES):
        raise NotAllowed("rules.unseen", "ที่นั่งนี้ไม่เห็นกติกา", "This seat does not see rules.")


def seat_taking_part(actor: Actor, body: Body) -> Seat:
    """The seat acting, which sits in this body and takes part in its rules; raises NotAllowed for any other."""
    seat = _seat_in(actor, body) if actor.may(Can.TAKE_PART_IN_RULES) else None
    if seat is None:
        raise NotAllowed(
            "rules.other_body",
            f"เรื่องนี้เป็นของ {body.name_th} คนที่นั่งในคณะนั้นเป็นผู้ร่วมตกลง",
            f"This belongs to {body.name_en}; those who sit there agree on it.",
        )
    return seat


def takes_part(actor: Actor, body: Body) -> bool:
    """Whether the seat acting takes part in the rules of this body."""
    sits = actor.kind is ActorKind.SEAT and bool(actor.member) and actor.body == str(body.pk)
    return sits and actor.may(Can.TAKE_PART_IN_RULES)


def tends(actor: Actor, proposal: Proposal) -> bool:
    """Whether this seat looks after a proposal: whoever proposed it, or a seat of its body that writes gatherings.

    So no proposal waits for one person: any host of the body may open and close its rounds.
    """
    if not takes_part(actor, proposal.body):
        return False
    return str(proposal.author_id) == actor.ref or actor.may(Can.WRITE_GATHERINGS)


def check_tends(actor: Actor, proposal: Proposal) -> None:
    """Raises NotAllowed unless this seat looks after the proposal."""
    if not tends(actor, proposal):
        raise NotAllowed(
            "rules.not_tended_by",
            "ที่นั่งที่เสนอ หรือที่นั่งในคณะที่เขียนวงคุยได้ เป็นผู้ทำเรื่องนี้",
            "The seat that proposed it does this, or one of the body that writes gatherings.",
        )


def check_is_author(actor: Actor, proposal: Proposal) -> None:
    """Raises NotAllowed unless the seat that proposed it acts."""
    seat_taking_part(actor, proposal.body)
    if str(proposal.author_id) != actor.ref:
        raise NotAllowed("rules.not_author", "ที่นั่งที่เสนอเป็นผู้ถอน", "The seat that proposed it takes it back.")


def check_is_own(actor: Actor, seat_id: object) -> None:
    """Raises NotAllowed unless the seat that said it acts."""
    if str(seat_id) != actor.ref or not actor.member:
        raise NotAllowed("rules.not_own_word", "ที่นั่งที่พูดไว้เป็นผู้ทำเรื่องนี้", "The seat that said it does this.")


def check_is_the_clock(actor: Actor) -> None:
    """What runs by the clock is asked for by nobody; raises NotAllowed for a seat."""
    if actor.kind is not ActorKind.INSTALLATION:
        raise NotAllowed("rules.by_the_clock", "งานนี้ระบบทำเองตามเวลา", "This is done by the clock alone.")


def _seat_in(actor: Actor, body: Body) -> Seat | None:
    if actor.kind is not ActorKind.SEAT or not actor.member:
        return None
    seat = teams.seat(actor.ref)
    return seat if seat is not None and seat.body_id == body.pk else None
