"""Who may sign a clause and practise it, who helps, and who sees the steps of helping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.teams import queries as teams
from sanam.domain.teams import trees
from sanam.domain.teams.words import Can

if TYPE_CHECKING:
    from sanam.domain.rules.models import Commitment, Rule
    from sanam.domain.teams.models import Body, Seat


def check_can_see(actor: Actor) -> None:
    """Raises NotAllowed for a seat whose mandate does not see rules."""
    if not actor.may(Can.SEE_RULES):
        raise NotAllowed("rules.unseen", "ที่นั่งนี้ไม่เห็นกติกา", "This seat does not see rules.")


def seat_taking_part(actor: Actor) -> Seat | None:
    """The seat acting, when a member stands behind it and its mandate takes part in rules."""
    if actor.kind is not ActorKind.SEAT or not actor.member or not actor.may(Can.TAKE_PART_IN_RULES):
        return None
    return teams.seat(actor.ref)


def can_sign(actor: Actor, rule: Rule) -> bool:
    """Whether this seat signs clauses of a rule: it sits in the rule's body, or in one beneath it."""
    seat = seat_taking_part(actor)
    return seat is not None and seat.body_id in trees.beneath(rule.body_id)


def check_can_sign(actor: Actor, rule: Rule) -> Seat:
    """The seat that signs; raises NotAllowed for one that sits neither in the body nor beneath it."""
    seat = seat_taking_part(actor) if can_sign(actor, rule) else None
    if seat is None:
        raise NotAllowed(
            "rules.not_ours",
            "กติกานี้เป็นของคณะอื่น ที่นั่งนี้ลงชื่อแทนไม่ได้",
            "This rule is another body's; this seat cannot sign it.",
        )
    return seat


def owns(actor: Actor, commitment: Commitment) -> bool:
    """Whether the word was given by the seat acting, whoever sits there now."""
    return bool(actor.member) and actor.kind is ActorKind.SEAT and str(commitment.seat_id) == actor.ref


def check_owns(actor: Actor, commitment: Commitment) -> None:
    """Raises NotAllowed for another seat's word: nobody says for others how it goes."""
    if not owns(actor, commitment):
        raise NotAllowed("rules.not_your_word", "คำนี้เจ้าของเป็นผู้บอกเอง", "Whoever gave this word speaks of it.")


def in_body(actor: Actor, body: Body) -> Seat | None:
    """The seat acting, when it takes part in the rules of this very body."""
    seat = seat_taking_part(actor)
    return seat if seat is not None and seat.body_id == body.pk else None


def check_in_body(actor: Actor, body: Body) -> Seat:
    """The seat acting; raises NotAllowed for one outside the body: helping stays among those who agreed."""
    seat = in_body(actor, body)
    if seat is None:
        raise NotAllowed(
            "rules.among_ourselves",
            "เรื่องนี้อยู่ในคณะที่ตกลงกติกานี้เท่านั้น",
            "This stays within the body that agreed on the rule.",
        )
    return seat


def sees_steps(actor: Actor, commitment: Commitment) -> bool:
    """Whether this seat sees how somebody was helped: the one who gave the word, and the body, nobody else."""
    return owns(actor, commitment) or in_body(actor, commitment.clause.version.rule.body) is not None


def check_is_the_installation(actor: Actor) -> None:
    """What runs by the clock is asked for by nobody; raises NotAllowed for a seat."""
    if actor.kind is not ActorKind.INSTALLATION:
        raise NotAllowed("rules.by_the_clock", "งานนี้ระบบทำเองตามเวลา", "This is done by the clock alone.")
