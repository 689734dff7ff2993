"""What a proposal's page shows: its text beside the version before, its rounds leg by leg, and who may do what now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Refused
from sanam.domain.rules import queries
from sanam.domain.rules.deciding import Result
from sanam.domain.rules.permissions import takes_part, tends
from sanam.domain.rules.policies import CIRCLE, INTEGRATIONS_FIRST, is_open, is_over
from sanam.domain.rules.queries import Amendment, ClauseLine, Foreseen, Objection, Proposal, RuleVersion, Standing
from sanam.domain.rules.standing import legs_of
from sanam.domain.rules.words import AmendmentState, ObjectionState, ProposalStage, RoundKind
from sanam.domain.teams.policies import check_quorate
from sanam.domain.teams.queries import Seat
from sanam.domain.teams.words import Can
from sanam.interfaces.web.rules.whats_next import whats_next
from sanam.interfaces.web.shell.language import reader


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way, and whether it is behind us or here."""

    word: ProposalStage
    done: bool
    here: bool


@dataclass(frozen=True, slots=True)
class Objected:
    """An objection with the seats of its circle, and what may be done with it now."""

    objection: Objection
    circle: list[tuple[Seat | None, dict[str, Any]]]
    mine: bool
    may_be_tested: bool
    asks_me: bool

    @property
    def is_open(self) -> bool:
        """Whether it still stands in the way."""
        return self.objection.state == ObjectionState.OPEN

    @property
    def circle_full(self) -> bool:
        """Whether all three are named."""
        return len(self.circle) >= CIRCLE


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the template reads."""

    proposal: Proposal
    base: RuleVersion | None
    lines: list[ClauseLine]
    foreseen: Foreseen
    settled: list[Amendment]
    new_clauses: list[Amendment]
    rounds: list[Standing]
    objections: list[Objected]
    steps: list[Step]
    seats: dict[str, Seat]
    takes_part: bool
    tends: bool
    own: bool
    held_back: str
    sees_rooms: bool

    @property
    def open_round(self) -> Standing | None:
        """The round that still waits to be closed."""
        return next((one for one in self.rounds if one.round.closed_at is None), None)

    @property
    def closed_rounds(self) -> list[Standing]:
        """Rounds that are over, the newest first."""
        return [one for one in self.rounds if one.round.closed_at is not None]

    @property
    def shown_round(self) -> Standing | None:
        """The round whose legs stand beside the text: the open one, or the last that decided."""
        decided = (one for one in self.closed_rounds if one.round.kind == RoundKind.DECISION)
        return self.open_round or next(decided, None)

    @property
    def beside(self) -> int | None:
        """Which round that is."""
        return self.shown_round.round.pk if self.shown_round else None

    @property
    def next(self) -> str:
        """What happens next, and when, in one sentence."""
        return whats_next(self.proposal, self.shown_round, sum(one.is_open for one in self.objections))

    @property
    def may_close(self) -> bool:
        """Whether the open round may close before its time."""
        standing = self.open_round
        if standing is None or not self.tends:
            return False
        return not standing.hidden or not (standing.waiting or standing.may_override)

    @property
    def has_open_objections(self) -> bool:
        """Whether something still stands in the way; then it stands above the text."""
        return any(one.is_open for one in self.objections)

    @property
    def answers_now(self) -> bool:
        """Whether the seat acting may answer now."""
        return self.takes_part and self.open_round is not None and is_open(self.open_round.round)

    @property
    def is_over(self) -> bool:
        """Whether the proposal has come to an end."""
        return is_over(self.proposal)

    @property
    def is_agreed(self) -> bool:
        """Whether it became a version of a rule."""
        return self.proposal.said in (ProposalStage.ADOPTED, ProposalStage.PROVISIONAL)

    @property
    def may_change(self) -> bool:
        """Whether the text may change now."""
        return not self.is_over and self.proposal.said is not ProposalStage.DECIDING

    @property
    def next_number(self) -> int:
        """The number a new clause would get."""
        return 1 + max((line.number for line in self.lines), default=0)

    @property
    def second_call(self) -> bool:
        """Whether the legs not heard wait to be asked once more."""
        return self.proposal.said is ProposalStage.SECOND_CALL and self.open_round is None


def page_of(actor: Actor, found: Proposal) -> Page:
    """The page of a proposal for this actor; about ten statements, however long it is."""
    changes = queries.amendments(found)
    legs = legs_of(found.body)
    waiting = [one for one in changes if one.state == AmendmentState.OPEN]
    lines = queries.lines(found, waiting)
    numbers = {line.number for line in lines if line.draft}
    seats = {str(seat.pk): seat for legged in legs for seat in legged.seats}
    rounds = [queries.stands(actor, one, legs) for one in queries.rounds_of(found)]
    part = takes_part(actor, found.body)
    return Page(
        proposal=found,
        base=next((line.base.version for line in lines if line.base), None),
        lines=lines,
        foreseen=_foreseen(actor, found, lines),
        settled=[one for one in changes if one.state != AmendmentState.OPEN],
        new_clauses=[one for one in waiting if one.number not in numbers],
        rounds=rounds,
        objections=_objected(actor, queries.objections(actor, found), seats),
        steps=_steps(found, rounds),
        seats=seats,
        takes_part=part,
        tends=part and tends(actor, found),
        own=str(found.author_id) == actor.ref,
        held_back=_held_back(found, rounds),
        sees_rooms=actor.may(Can.SEE_GATHERINGS),
    )


def _foreseen(actor: Actor, found: Proposal, lines: Sequence[ClauseLine]) -> Foreseen:
    """What the draft would change; once it is decided, nothing is ahead of it any more."""
    if is_over(found):
        return Foreseen({}, [])
    turned = {name: value for line in lines if line.draft for name, value in line.draft.values.items()}
    left = {name: value for line in lines if line.base for name, value in line.base.values.items()}
    return queries.foreseen(actor, found.body, turned, left=left, base=found.base_ref)


def _objected(actor: Actor, found: Sequence[Objection], seats: dict[str, Seat]) -> list[Objected]:
    tried = Counter(one.seat_id for one in found if one.state == ObjectionState.INTEGRATED)
    told = []
    for one in found:
        circle = [(seats.get(asked["seat"]), asked) for asked in one.circle]
        asks_me = any(asked["seat"] == actor.ref and asked["harms"] is None for asked in one.circle)
        stands = one.state == ObjectionState.OPEN and one.response.round.closed_at is not None
        testable = stands and tried[one.seat_id] >= INTEGRATIONS_FIRST
        told.append(Objected(one, circle, str(one.seat_id) == actor.ref, testable, asks_me))
    return sorted(told, key=lambda one: not one.is_open)


def _steps(found: Proposal, rounds: Sequence[Standing]) -> list[Step]:
    """Draft, talk, answers, a second call where there was one, and the end there was or may be."""
    stage = found.said
    way = [ProposalStage.DRAFT, ProposalStage.TALKING, ProposalStage.DECIDING]
    if stage is ProposalStage.SECOND_CALL or any(one.round.call > 1 for one in rounds):
        way.append(ProposalStage.SECOND_CALL)
    way.append(stage if is_over(found) else ProposalStage.ADOPTED)
    here = ProposalStage.TALKING if stage is ProposalStage.RETURNED else stage
    if here is ProposalStage.DECIDING and ProposalStage.SECOND_CALL in way:
        here = ProposalStage.SECOND_CALL
    at = way.index(here)
    return [Step(word, place < at or is_over(found), place == at) for place, word in enumerate(way)]


def _held_back(found: Proposal, rounds: Sequence[Standing]) -> str:
    """Why what was decided is not adopted yet, in the reader's language; empty where nothing holds it back."""
    newest = rounds[0].round if rounds else None
    decided = getattr(newest, "decision", None) if newest and newest.closed_at else None
    carried = decided is not None and decided.result in (Result.ADOPTED, Result.PROVISIONAL)
    if not carried or found.said is not ProposalStage.DECIDING:
        return ""
    try:
        check_quorate(found.body)
    except Refused as refusal:
        return refusal.sentence(reader())
    return ""
