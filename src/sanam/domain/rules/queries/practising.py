"""Reads: words given on clauses, how practising them goes, and who may help."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.rules.models import Commitment, Practice, Proposal, ResponseStep
from sanam.domain.rules.months import month_before, this_month
from sanam.domain.rules.permissions import check_can_see
from sanam.domain.rules.practice_permissions import sees_steps
from sanam.domain.rules.standing import asked_of
from sanam.domain.rules.words import CommitmentState, ProposalStage
from sanam.domain.teams import queries as teams
from sanam.domain.teams.handover import Open
from sanam.domain.teams.models import Body, Seat


def commitment(actor: Actor, commitment_id: str) -> Commitment:
    """One word given, with how it went, and its steps where this seat may see them; raises NotHere for one that is
    not there."""
    check_can_see(actor)
    found = _words().filter(pk=commitment_id).first()
    if found is None:
        raise NotHere("rules.no_word", "ไม่พบคำที่ให้ไว้นี้", "There is no such word given.")
    return found


def told_of(word: Commitment) -> list[Practice]:
    """How it went, the newest month first."""
    return list(word.practices.order_by("-month"))


def steps_of(actor: Actor, word: Commitment) -> list[ResponseStep]:
    """How the one who gave the word was helped, oldest first; nothing for a seat outside the body."""
    if not sees_steps(actor, word):
        return []
    steps = word.steps.select_related("friend__organisation", "friend__leg", "appeal__mediator__organisation")
    return list(steps.order_by("id"))


def step(actor: Actor, step_id: int) -> ResponseStep:
    """One step; raises NotHere outside the body, as if there were none."""
    check_can_see(actor)
    whole = ResponseStep.objects.select_related("commitment__clause__version__rule__body", "commitment__seat")
    found = whole.select_related("friend", "appeal").filter(pk=step_id).first()
    if found is None or not (sees_steps(actor, found.commitment) or str(found.friend_id) == actor.ref):
        raise NotHere("rules.no_step", "ไม่พบเรื่องนี้", "There is no such step.")
    return found


def months_to_tell(word: Commitment) -> list[date]:
    """The months of which the seat may say how it went: this one, and the last where the word was given by then."""
    given = word.at.astimezone(clock.BANGKOK).date().replace(day=1)
    return [one for one in (this_month(), month_before(this_month())) if one >= given]


def friends_for(word: Commitment) -> list[Seat]:
    """Seats of the same body and another leg in which somebody sits: who may be asked to go as a friend."""
    asked = asked_of(word.clause.version.rule.body)
    return [one for one in asked if one.leg_id != word.seat.leg_id]


def mediators_for(one: ResponseStep) -> list[Seat]:
    """Seats of a third leg: neither of the one who gave the word, nor of who took the step."""
    took = one.friend or (teams.seat(one.by_ref) if one.by_ref != INSTALLATION.ref else None)
    return [seat for seat in friends_for(one.commitment) if took is None or seat.leg_id != took.leg_id]


def agreed_by(body: Body) -> list[Proposal]:
    """What a body agreed on for good in the last half year, the newest first."""
    since = clock.now() - timedelta(days=183)
    found = Proposal.objects.filter(body=body, stage=ProposalStage.ADOPTED, ended_at__gte=since)
    return list(found.order_by("-ended_at"))


def words_of_a_seat(seat_id: str) -> Sequence[Open]:
    """The standing words of a seat, for its hand-over."""
    found = _words().filter(seat=UUID(seat_id), state=CommitmentState.STANDING)
    return [
        Open(one.ref, one.what, one.what, f"/rules/commitments/{one.pk}/", one.at.astimezone(clock.BANGKOK).date())
        for one in found
    ]


def _words() -> QuerySet[Commitment]:
    whole = Commitment.objects.select_related("clause__version__rule__body", "seat__organisation", "seat__leg")
    return whole.order_by("at", "id")
