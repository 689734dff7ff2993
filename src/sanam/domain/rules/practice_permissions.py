"""Who may sign a clause and practise it, who helps, and who sees the steps of helping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.rules.permissions import takes_part
from sanam.domain.teams import queries as teams
from sanam.domain.teams import trees
from sanam.domain.teams.words import Can

if TYPE_CHECKING:
    from sanam.domain.rules.models import Commitment, Rule
    from sanam.domain.teams.models import Body, Seat


def may_sign(actor: Actor, rule: Rule) -> bool:
    """Whether this seat signs clauses of a rule: it takes part in rules, in the rule's body or in one beneath it."""
    if actor.kind is not ActorKind.SEAT or not actor.member or not actor.may(Can.TAKE_PART_IN_RULES):
        return False
    return actor.body in {str(one.pk) for one in trees.Nest().beneath(rule.body_id)}


def check_can_sign(actor: Actor, rule: Rule) -> Seat:
    """The seat that signs; raises NotAllowed for one that sits neither in the body nor beneath it."""
    seat = teams.seat(actor.ref) if may_sign(actor, rule) else None
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


def check_among(actor: Actor, body: Body) -> None:
    """Raises NotAllowed for a seat outside the body: helping stays among those who agreed."""
    if not takes_part(actor, body):
        raise NotAllowed(
            "rules.among_ourselves",
            "เรื่องนี้อยู่ในคณะที่ตกลงกติกานี้เท่านั้น",
            "This stays within the body that agreed on the rule.",
        )


def sees_steps(actor: Actor, commitment: Commitment) -> bool:
    """Whether this seat sees how somebody was helped: the one who gave the word, and the body, nobody else."""
    return owns(actor, commitment) or takes_part(actor, commitment.clause.version.rule.body)
