"""Deeds: a round is opened, and closed; a deciding round comes to a decision that anyone can count again."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.foundation.thai.dates import say_date
from sanam.domain.journal import operations as journal
from sanam.domain.parameters import queries as parameters
from sanam.domain.rules.beginning import locked, locked_round, put
from sanam.domain.rules.deciding import SECOND_CALL_DAYS
from sanam.domain.rules.models import Proposal, Response, Round
from sanam.domain.rules.operations.outcomes import come_to_a_decision
from sanam.domain.rules.permissions import check_tends
from sanam.domain.rules.policies import HIDDEN, check_binds_somebody, check_filled, check_goes_on
from sanam.domain.rules.standing import asked_of, is_filled, legs_of, waiting_for
from sanam.domain.rules.telling import ROUND, settle, settle_all, tell
from sanam.domain.rules.words import ProposalStage, RoundKind
from sanam.domain.teams.models import Seat
from sanam.domain.teams.policies import check_quorate

FIRST_CALL, SECOND_CALL = 1, 2
LONGEST = timedelta(days=180)
"""So long a deciding round may stay open: as long as it does, its text stands still."""


@transaction.atomic
def open_round(
    *, by: Actor, proposal: Proposal, kind: RoundKind, closes_at: datetime, messenger: Seat | None = None
) -> Round:
    """Open a round until a moment; one at a time. A short call's second ends 7 to 14 days from now and has a messenger,
    who brings it to the legs that were missing. Answers to the same draft go along and may be changed."""
    found = locked(proposal)
    check_tends(by, found)
    check_goes_on(found)
    _check_none_open(found)
    second = kind is RoundKind.DECISION and found.said is ProposalStage.SECOND_CALL
    _check_when(closes_at, kind, second=second)
    if second:
        _check_messenger(found, messenger)
    if kind is RoundKind.DECISION:
        check_quorate(found.body)
        check_binds_somebody(found.clauses.values_list("text", flat=True), legs_of(found.body))
    opened = Round.objects.create(
        proposal=found,
        kind=kind.value,
        number=found.rounds.count() + 1,
        call=SECOND_CALL if second else FIRST_CALL,
        draft=found.draft,
        opened_at=clock.now(),
        closes_at=closes_at,
        quorum=parameters.values()["rules.quorum"].value,
        messenger=messenger if second else None,
        by_ref=by.ref,
    )
    if kind is RoundKind.DECISION:
        _bring_along(opened)
        put(found, ProposalStage.DECIDING)
    elif found.said is not ProposalStage.SECOND_CALL:
        put(found, ProposalStage.TALKING)
    settle(by=by, proposal=found, kinds=("proposal.reminded", "objection.withdrawn"), seats=[found.author])
    _ask(by, opened)
    told = {"round": opened.number, "kind": kind.value, "call": opened.call, "draft": opened.draft}
    journal.record(by=by, did="round.opened", to=found.ref, details=told)
    return opened


@transaction.atomic
def close(*, by: Actor, one: Round) -> Round:
    """Close a round once its time is over or every seat that was asked has answered for itself; a deciding one is
    counted."""
    found = locked_round(one)
    proposal = found.proposal
    if by.kind is not ActorKind.INSTALLATION:
        check_tends(by, proposal)
    if found.closed_at is not None:
        raise Refused("rules.round_closed", "รอบนี้ปิดแล้ว", "This round is closed.")
    if found.kind in HIDDEN and clock.now() < found.closes_at:
        _check_all_spoke(found)
    found.closed_at = clock.now()
    found.save(update_fields=["closed_at"])
    told = {"round": found.number, "kind": found.kind}
    journal.record(by=by, did="round.closed", to=proposal.ref, details=told)
    settle_all(by=by, proposal=proposal, kinds=ROUND)
    if found.kind == RoundKind.DECISION:
        come_to_a_decision(by=by, one=found)
    return found


def _check_none_open(proposal: Proposal) -> None:
    if proposal.rounds.filter(closed_at=None).exists():
        raise Refused("rules.one_round", "มีรอบที่เปิดอยู่ ปิดรอบนั้นก่อน", "A round is open; it closes first.")
    if proposal.said is ProposalStage.DECIDING:
        raise Refused(
            "rules.held_back",
            "ตัดสินแล้ว รอเพียงให้คณะมีผู้นั่งครบ จึงไม่ต้องลงเสียงอีก",
            "It is decided and waits only for enough seats to be filled; no other round is needed.",
        )


def _check_all_spoke(one: Round) -> None:
    """Before its time a round closes only when nobody has anything left to say: not while a seat is silent, and not
    while it may still override what somebody wrote down for it."""
    until = say_date(_day(one.closes_at))
    if waiting_for(one):
        raise Refused(
            "rules.still_waiting",
            f"ยังรอคำตอบอยู่ ปิดก่อนวันได้เมื่อทุกที่นั่งตอบแล้ว ไม่อย่างนั้นรอถึง {until}",
            "Some seats have not answered; it closes when all have, or when its time is over.",
        )
    if one.kind == RoundKind.DECISION and one.responses.filter(replaced_at=None, assisted=True).exists():
        raise Refused(
            "rules.may_still_speak",
            f"มีคำตอบที่จดแทนไว้ ที่นั่งนั้นยังตอบเองได้ถึง {until} จึงปิดก่อนไม่ได้",
            "An answer was written down for a seat, which may still speak for itself; it closes when its time is over.",
        )


def _check_when(closes_at: datetime, kind: RoundKind, *, second: bool) -> None:
    """After now; to decide, on another day, so that who is not here today is heard, and within half a year."""
    if closes_at <= clock.now():
        raise BadInput("rules.closes_before", "วันปิดต้องอยู่ข้างหน้า", "It has to close after now.")
    if kind is RoundKind.DECISION and not clock.today() < _day(closes_at) <= clock.today() + LONGEST:
        raise BadInput(
            "rules.another_day",
            f"รอบลงเสียงปิดวันอื่นที่ไม่ใช่วันนี้ ไม่เกิน {LONGEST.days} วัน คนที่ไม่อยู่วันนี้จะได้ตอบ ถ้าทุกที่นั่งตอบเองแล้วปิดก่อนได้",
            f"It closes on another day than this, within {LONGEST.days} days, so that who is away is heard; once every"
            " seat has answered for itself it may close at once.",
        )
    if not second:
        return
    soonest, latest = (_day(clock.now() + timedelta(days=days)) for days in SECOND_CALL_DAYS)
    if not soonest <= _day(closes_at) <= latest:
        raise BadInput(
            "rules.second_call_days",
            f"รอบสองปิดได้ระหว่าง {say_date(soonest)} ถึง {say_date(latest)} ให้คนส่งข่าวมีเวลาไปถึง",
            f"A second call closes from {say_date(soonest, language='en')} to {say_date(latest, language='en')}.",
        )


def _check_messenger(proposal: Proposal, messenger: Seat | None) -> None:
    if messenger is None or messenger.body_id != proposal.body_id:
        raise BadInput(
            "rules.no_messenger",
            "บอกด้วยว่าใครเป็นคนไปบอกขาที่ยังไม่ได้ตอบ",
            "Name who brings the second call to the legs that have not answered.",
        )
    check_filled(messenger)


def _bring_along(opened: Round) -> None:
    """Answers to this very draft stand until their seats say otherwise, where somebody still sits there."""
    before = opened.proposal.rounds.filter(kind=RoundKind.DECISION, draft=opened.draft).exclude(pk=opened.pk)
    last = before.order_by("-number").first()
    if last is None:
        return
    for answer in last.responses.filter(replaced_at=None).select_related("seat"):
        if is_filled(answer.seat):
            answer.pk, answer.round = None, opened
            answer.save(force_insert=True)


def _ask(by: Actor, opened: Round) -> None:
    proposal, until = opened.proposal, _day(opened.closes_at)
    what, title = RoundKind(opened.kind), proposal.title
    th, en = (
        f"{what.th} “{title}” ถึง {say_date(until)}",
        f"{what.en}: “{title}”, until {say_date(until, language='en')}.",
    )
    answered = set(Response.objects.filter(round=opened).values_list("seat", flat=True))
    to = [seat for seat in asked_of(proposal.body) if seat.pk not in answered and seat.pk != opened.messenger_id]
    tell(by=by, to=to, proposal=proposal, kind="round.opened", th=th, en=en)
    if opened.messenger is not None:
        th = f"ฝากคุณไปบอกขาที่ยังไม่ได้ตอบ “{title}” ก่อน {say_date(until)} จดคำตอบแทนให้ได้"
        en = f"You carry the second call of “{title}” to those not heard, before {say_date(until, language='en')}."
        tell(by=by, to=[opened.messenger], proposal=proposal, kind="round.messenger", th=th, en=en)


def _day(moment: datetime) -> date:
    return moment.astimezone(clock.BANGKOK).date()
