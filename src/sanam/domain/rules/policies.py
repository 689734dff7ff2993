"""Whether now: how far a proposal and its rounds have come, and whom a clause may bind."""

from __future__ import annotations

from collections.abc import Iterable

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import Refused
from sanam.domain.rules.models import Objection, Proposal, Round
from sanam.domain.rules.standing import Legged, is_filled
from sanam.domain.rules.words import ObjectionState, ProposalStage, RoundKind
from sanam.domain.teams.models import Seat

OVER = frozenset({ProposalStage.ADOPTED, ProposalStage.PROVISIONAL, ProposalStage.LAPSED, ProposalStage.WITHDRAWN})
"""Stages from which a proposal does not go on."""
HIDDEN = frozenset({RoundKind.SENSE, RoundKind.DECISION})
"""Rounds whose answers nobody sees before they close, but each seat its own."""


CIRCLE = 3
"""So many seats test an objection."""
INTEGRATIONS_FIRST = 2
"""So often an objection of a seat is taken into the draft before a circle may test one of it."""


def is_over(proposal: Proposal) -> bool:
    """Whether a proposal has come to an end."""
    return proposal.said in OVER


def check_goes_on(proposal: Proposal) -> None:
    """Raises Refused once a proposal has come to an end."""
    if is_over(proposal):
        raise Refused(
            "rules.proposal_over",
            f"ข้อเสนอนี้ “{proposal.said.th}” แล้ว เรื่องใหม่เสนอเป็นข้อเสนอใหม่ได้",
            f"This proposal is “{proposal.said.en}”; what is new becomes a new proposal.",
        )


def check_can_be_changed(proposal: Proposal) -> None:
    """The text stands still while seats answer to it; raises Refused."""
    check_goes_on(proposal)
    if proposal.said is ProposalStage.DECIDING:
        raise Refused(
            "rules.deciding",
            "กำลังลงเสียงกับร่างนี้อยู่ แก้ร่างได้เมื่อรอบนี้ปิด",
            "Seats are answering to this draft; it can change once the round has closed.",
        )


def is_open(one: Round) -> bool:
    """Whether a round still takes answers."""
    return one.closed_at is None and clock.now() < one.closes_at


def check_open(one: Round) -> None:
    """Raises Refused once a round takes no more answers."""
    if not is_open(one):
        raise Refused("rules.round_closed", "รอบนี้ปิดแล้ว", "This round is closed.")


def may_be_tested(objection: Objection) -> bool:
    """Whether the draft was changed often enough for this seat already."""
    tried = Objection.objects.filter(
        proposal=objection.proposal_id, seat=objection.seat_id, state=ObjectionState.INTEGRATED
    )
    return tried.count() >= INTEGRATIONS_FIRST


def check_filled(seat: Seat) -> None:
    """A seat in which nobody sits says nothing, by whatever way; raises Refused."""
    if not is_filled(seat):
        raise Refused(
            "rules.vacant_seat",
            f"{seat.title_th} ยังไม่มีผู้นั่ง จึงยังไม่มีใครตอบแทนที่นั่งนี้ได้",
            f"Nobody sits in {seat.title_en}, so nobody can answer for it.",
        )


def check_binds_somebody(clauses: Iterable[str], legs: Iterable[Legged]) -> None:
    """A clause that names legs ("ขาท้องที่"), all of which are vacant, cannot be set up yet; raises Refused."""
    legs = list(legs)
    for text in clauses:
        named = [legged for legged in legs if f"ขา{legged.leg.name_th}" in "".join(text.split())]
        if named and all(legged.vacant for legged in named):
            th = " ".join(f"ขา{one.leg.name_th}" for one in named)
            en = ", ".join(one.leg.name_en for one in named)
            raise Refused(
                "rules.binds_nobody",
                f"{th}ยังไม่มีผู้นั่ง กติกาที่ผูกขานี้จึงยังตั้งไม่ได้",
                f"Nobody sits in the leg {en}, so a rule that binds it cannot be set up yet.",
            )
