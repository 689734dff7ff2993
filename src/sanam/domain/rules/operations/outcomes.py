"""What follows when a deciding round closes: the decision is written down, and the proposal goes where it leads."""

from __future__ import annotations

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import operations as journal
from sanam.domain.rules import at_the_close, deciding
from sanam.domain.rules.beginning import put
from sanam.domain.rules.deciding import Result
from sanam.domain.rules.models import Decision, Objection, Proposal, Round
from sanam.domain.rules.operations.adoption import adopt
from sanam.domain.rules.standing import legs_of
from sanam.domain.rules.telling import tell, tell_all
from sanam.domain.rules.words import ObjectionState, ProposalStage
from sanam.domain.teams.policies import check_quorate

CARRIES = (Result.ADOPTED, Result.PROVISIONAL)


def come_to_a_decision(*, by: Actor, one: Round) -> Decision:
    """Count what stands, keep question and answer together, and go on from there."""
    proposal = one.proposal
    answers = one.responses.filter(replaced_at=None).select_related("leg", "seat").order_by("leg__order", "id")
    asked = at_the_close.asked(one, list(answers), legs_of(proposal.body))
    counted = deciding.Asked.of(asked).decide()
    told = deciding.kept(counted)
    decision = Decision.objects.create(
        round=one, asked=asked, told=told, result=str(counted.result), at=one.closed_at or clock.now()
    )
    journal.record(
        by=by, did="proposal.decided", to=proposal.ref, details={"round": one.number, "result": told["result"]}
    )
    tell_all(
        by=by,
        proposal=proposal,
        kind="proposal.decided",
        th=f"“{proposal.title}”: {told['why']['th']}",
        en=f"“{proposal.title}”: {told['why']['en']}",
    )
    if counted.result in CARRIES:
        adopt_or_hold(by=by, proposal=proposal, decision=decision)
    else:
        short = counted.result is Result.SECOND_CALL
        put(proposal, ProposalStage.SECOND_CALL if short else ProposalStage.RETURNED)
        _tell_of_objections(by, proposal)
    return decision


def adopt_or_hold(*, by: Actor, proposal: Proposal, decision: Decision) -> bool:
    """Adopt; a body with too few seats filled holds it back, and it is tried again by the clock."""
    try:
        check_quorate(proposal.body)
    except Refused:
        return False
    adopt(by=by, proposal=proposal, decision=decision)
    return True


def _tell_of_objections(by: Actor, proposal: Proposal) -> None:
    waiting = Objection.objects.filter(proposal=proposal, state=ObjectionState.OPEN).count()
    if waiting:
        th = f"มีข้อติดใจ {waiting} ข้อกับ “{proposal.title}” ดูว่าเปลี่ยนอะไรแล้วไปต่อได้"
        en = f"{waiting} objections to “{proposal.title}”: see what change would help."
        tell(by=by, to=[proposal.author], proposal=proposal, kind="proposal.objections", th=th, en=en)
