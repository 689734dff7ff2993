"""How every deed on a proposal begins: the proposal locked, so that two deeds at once see each other."""

from __future__ import annotations

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import BadInput
from sanam.domain.rules.models import Proposal, Round
from sanam.domain.rules.words import ProposalStage


def locked(proposal: Proposal) -> Proposal:
    """The proposal as it is now, held until the transaction ends."""
    return Proposal.objects.select_for_update(of=("self",)).select_related("body", "author").get(pk=proposal.pk)


def locked_round(one: Round) -> Round:
    """A round as it is now, under its proposal's lock."""
    proposal = locked(one.proposal)
    found = Round.objects.select_related("messenger").get(pk=one.pk)
    found.proposal = proposal
    return found


def put(proposal: Proposal, stage: ProposalStage, *, ended: bool = False) -> None:
    """Bring a proposal to a stage; once it has ended, nobody is asked about it any more."""
    if ended:
        proposal.rounds.filter(closed_at=None).update(closed_at=clock.now())
    proposal.stage = stage.value
    proposal.ended_at = clock.now() if ended else None
    proposal.save(update_fields=["stage", "ended_at"])


def moved_on(proposal: Proposal) -> None:
    """The text is another one now: up one draft, and what was decided about the old one is over."""
    proposal.draft += 1
    if proposal.said is ProposalStage.SECOND_CALL:
        proposal.stage = ProposalStage.RETURNED.value
    proposal.save()


def words_of(text: str, code: str, th: str, en: str) -> str:
    """The text without stray ends; raises BadInput where nothing is left."""
    if not (said := text.strip()):
        raise BadInput(code, th, en)
    return said
