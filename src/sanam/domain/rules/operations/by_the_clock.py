"""Deeds of the minute: rounds close, second calls are remembered, what nobody carried on lapses. From `sanam tick`."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max, Q

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import Refused
from sanam.domain.journal import operations as journal
from sanam.domain.journal import queries as journalled
from sanam.domain.rules.beginning import locked, put
from sanam.domain.rules.models import Decision, Proposal, Round
from sanam.domain.rules.operations import provisional, rounds
from sanam.domain.rules.operations.outcomes import CARRIES, adopt_or_hold
from sanam.domain.rules.permissions import check_is_the_clock
from sanam.domain.rules.policies import OVER
from sanam.domain.rules.standing import waiting_for
from sanam.domain.rules.telling import tell
from sanam.domain.rules.words import ProposalStage

AGAIN = timedelta(days=7)
"""So long after a short call, or after the last time, it is said again that the second call waits to be opened."""
BEFORE_IT_CLOSES = timedelta(days=2)
LAPSES_AFTER = timedelta(days=180)
REMINDED = "proposal.reminded"


def keep_time(*, by: Actor) -> dict[str, int]:
    """Do what is due; returns {"closed", "adopted", "reminded", "lapsed", "ended"}; a second time nothing."""
    check_is_the_clock(by)
    return {
        "closed": close_due(by=by),
        "adopted": adopt_held_back(by=by),
        "reminded": remind(by=by),
        "lapsed": lapse(by=by),
        "ended": provisional.end_what_is_over(by=by),
    }


def close_due(*, by: Actor) -> int:
    """Close every round whose time is over, each by itself."""
    closed = 0
    for one in Round.objects.filter(closed_at=None, closes_at__lte=clock.now()).select_related("proposal"):
        try:
            rounds.close(by=by, one=one)
        except Refused:  # another closed it just now
            continue
        closed += 1
    return closed


@transaction.atomic
def adopt_held_back(*, by: Actor) -> int:
    """Adopt what was decided while too few seats were filled, as soon as enough are."""
    adopted = 0
    open_rounds = Round.objects.filter(closed_at=None).values("proposal")
    held = Proposal.objects.filter(stage=ProposalStage.DECIDING).exclude(pk__in=open_rounds)
    for one in held.order_by("pk"):
        proposal = locked(one)
        if proposal.said is not ProposalStage.DECIDING:  # another adopted it just now
            continue
        decision = Decision.objects.filter(round__proposal=proposal).order_by("-id").first()
        if decision is not None and decision.result in CARRIES:
            adopted += adopt_or_hold(by=by, proposal=proposal, decision=decision)
    return adopted


@transaction.atomic
def remind(*, by: Actor) -> int:
    """Whoever proposed hears that a second call waits to be opened; its messenger, that it closes in two days."""
    reminded = 0
    waiting = Proposal.objects.filter(stage=ProposalStage.SECOND_CALL).annotate(last=Max("rounds__closed_at"))
    for proposal in waiting.select_related("body", "author"):
        if proposal.last and proposal.last <= clock.now() - AGAIN and _not_since(proposal, clock.now() - AGAIN):
            th = f"“{proposal.title}” ยังรอเปิดรอบสอง เลือกคนไปบอกขาที่ยังไม่ได้ตอบ"
            en = f"“{proposal.title}” waits for its second call: choose who brings it to the legs not heard."
            tell(by=by, to=[proposal.author], proposal=proposal, kind=REMINDED, th=th, en=en)
            journal.record(by=by, did=REMINDED, to=proposal.ref)
            reminded += 1
    soon = Round.objects.filter(closed_at=None, closes_at__lte=clock.now() + BEFORE_IT_CLOSES)
    for one in soon.exclude(messenger=None).select_related("proposal__body", "messenger"):
        if waiting_for(one) and _not_since(one.proposal, one.opened_at):
            th, en = f"เหลือสองวัน “{one.proposal.title}” ยังมีขาที่รอคุณไปบอก", "Two days left; some legs are still to hear."
            tell(by=by, to=[one.messenger], proposal=one.proposal, kind=REMINDED, th=th, en=en)
            journal.record(by=by, did=REMINDED, to=one.proposal.ref)
            reminded += 1
    return reminded


@transaction.atomic
def lapse(*, by: Actor) -> int:
    """Let go of what nobody carried on for half a year, and say so to whoever proposed it."""
    before = clock.now() - LAPSES_AFTER
    going = Proposal.objects.exclude(stage__in=[*OVER, ProposalStage.DECIDING])
    moved = Q(created_at__gt=before) | Q(rounds__closes_at__gt=before) | Q(amendments__at__gt=before)
    still = Proposal.objects.filter(moved).values("pk")
    lapsed = 0
    for proposal in going.exclude(pk__in=still).distinct():
        found = locked(proposal)
        if found.said is not proposal.said:  # somebody carried it on just now
            continue
        put(found, ProposalStage.LAPSED, ended=True)
        th, en = f"“{found.title}” ไม่ได้คุยต่อครึ่งปีแล้ว จึงหมดเวลา เสนอใหม่ได้", f"“{found.title}” has lapsed."
        tell(by=by, to=[found.author], proposal=found, kind="proposal.lapsed", th=th, en=en)
        journal.record(by=by, did="proposal.lapsed", to=found.ref)
        lapsed += 1
    return lapsed


def _not_since(proposal: Proposal, since: datetime) -> bool:
    return not journalled.times(proposal.ref, REMINDED, since)
