"""Reads: the rounds of a proposal, what each leg said, and what is hidden until a round closes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.rules.answer_words import IN_WORDS, TEMPERATURE, Value
from sanam.domain.rules.models import Decision, Objection, Proposal, Response, Round, RuleVersion
from sanam.domain.rules.permissions import check_can_see
from sanam.domain.rules.queries.proposals import visible
from sanam.domain.rules.standing import Legged, asked_among, legs_of
from sanam.domain.rules.words import RoundKind
from sanam.domain.teams.models import Leg


@dataclass(frozen=True, slots=True)
class LegRow:
    """A leg in a round: how many of its filled seats answered; what they answered only once it may be known."""

    leg: Leg
    filled: int
    answered: int
    said: tuple[Response, ...]

    @property
    def vacant(self) -> bool:
        """Nobody sits there."""
        return not self.filled


@dataclass(frozen=True, slots=True)
class Standing:
    """How a round stands: its legs, the quorum, the seat's own answer, who wrote down how many for others, and how many
    seats that were asked have not answered."""

    round: Round
    legs: tuple[LegRow, ...]
    need: int
    mine: Response | None
    recorded: tuple[tuple[str, int], ...]
    hidden: bool
    waiting: int

    @property
    def decision(self) -> Decision | None:
        """What it came to, once it has."""
        return getattr(self.round, "decision", None)

    @property
    def heard(self) -> int:
        """How many legs have answered."""
        return sum(row.answered > 0 for row in self.legs)

    @property
    def answered(self) -> int:
        """How many seats have answered."""
        return sum(row.answered for row in self.legs)

    @property
    def assisted(self) -> int:
        """How many answers somebody else wrote down."""
        return sum(many for _, many in self.recorded)

    @property
    def may_override(self) -> bool:
        """Whether a seat may still answer otherwise than somebody wrote down for it, where that decides."""
        return self.round.kind == RoundKind.DECISION and self.assisted > 0

    @property
    def words(self) -> tuple[Response, ...]:
        """What was said in words, in the order it came."""
        return tuple(sorted((one for row in self.legs for one in row.said if one.reason), key=lambda one: one.pk))

    @property
    def warmth(self) -> list[tuple[Value, int]]:
        """How often each word of a sense check was said."""
        said = Counter(one.value for row in self.legs for one in row.said)
        return [(word, said[word.value]) for word in TEMPERATURE]


def rounds_of(found: Proposal) -> list[Round]:
    """The rounds of a proposal, the newest first, with the answers that stand and their decision; two statements."""
    parts = ("decision", "messenger__leg", "messenger__organisation")
    stand = Response.objects.filter(replaced_at=None).select_related("seat__organisation", "leg")
    answers = Prefetch("responses", stand, to_attr="standing")
    return list(found.rounds.select_related(*parts).prefetch_related(answers).order_by("-number"))


def stands(actor: Actor, one: Round, legs: Sequence[Legged]) -> Standing:
    """How a round stands for this actor; before a hidden round closes, one's own answer and mere numbers."""
    answers: list[Response] = one.standing  # type: ignore[attr-defined]
    hidden = one.closed_at is None and RoundKind(one.kind) not in IN_WORDS
    mine = next((answer for answer in answers if str(answer.seat_id) == actor.ref), None)
    rows = tuple(_row(legged, answers, hidden=hidden) for legged in legs)
    recorded = Counter(answer.by_ref for answer in answers if answer.assisted)
    need = ceil(one.part * len(rows))
    waiting = {seat.pk for seat in asked_among(legs)} - {answer.seat_id for answer in answers}
    return Standing(one, rows, need, mine, tuple(recorded.most_common()), hidden, len(waiting))


def _row(legged: Legged, answers: Iterable[Response], *, hidden: bool) -> LegRow:
    said = tuple(answer for answer in answers if answer.leg_id == legged.leg.pk)
    filled = len(legged.filled | {answer.seat_id for answer in said})
    return LegRow(legged.leg, filled, len(said), () if hidden else said)


def a_round(actor: Actor, round_id: int) -> Round:
    """One round; raises NotAllowed and NotHere."""
    check_can_see(actor)
    found = _seen(actor).filter(pk=round_id).select_related("proposal__body", "proposal__author", "messenger").first()
    if found is None:
        raise NotHere("rules.no_round", "ไม่พบรอบนี้", "There is no such round.")
    return found


def own_answer(actor: Actor, one: Round) -> Response | None:
    """What the seat acting answered, as it stands."""
    return one.responses.filter(seat=UUID(actor.ref), replaced_at=None).first()


def own_objection(answer: Response) -> Objection | None:
    """Which aim one's own answer said would be harmed, and what would help, for whoever answers anew."""
    return answer.objections.order_by("-id").first()


def decided_by(actor: Actor, version: RuleVersion) -> Standing | None:
    """The round that came to a version, with who answered what; None where it was laid down without one."""
    check_can_see(actor)
    closed = [one for one in rounds_of(version.proposal) if getattr(one, "decision", None)]
    return stands(actor, closed[0], legs_of(version.rule.body)) if closed else None


def decision(actor: Actor, round_id: int) -> Decision:
    """What a deciding round came to; raises NotAllowed and NotHere."""
    check_can_see(actor)
    of = _seen(actor).filter(pk=round_id)
    found = Decision.objects.filter(round__in=of.values("pk")).select_related("round").first()
    if found is None:
        raise NotHere("rules.no_decision", "รอบนี้ยังไม่มีมติ", "This round has come to no decision.")
    return found


def objections(actor: Actor, found: Proposal) -> list[Objection]:
    """Objections that may be read, the newest first: those of closed rounds, and the seat's own."""
    every = found.objections.select_related("seat__leg", "seat__organisation", "response__round", "amendment")
    return [one for one in every.order_by("-id") if one.response.round.closed_at or str(one.seat_id) == actor.ref]


def _seen(actor: Actor) -> QuerySet[Round]:
    return Round.objects.filter(proposal__in=visible(actor).order_by().values("pk"))
