"""Deeds: a leg that was missing consents to what stands for now, or has it talked about again; its time runs out."""

from __future__ import annotations

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotAllowed, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.rules.adopting import tell_ended
from sanam.domain.rules.beginning import put, words_of
from sanam.domain.rules.models import Proposal, RuleVersion, VersionEvent
from sanam.domain.rules.operations import proposals
from sanam.domain.rules.operations.proposals import Worded
from sanam.domain.rules.permissions import check_is_the_clock, seat_taking_part
from sanam.domain.rules.policies import check_filled
from sanam.domain.rules.provisional import OVER, stands_for_now, still_needed
from sanam.domain.rules.telling import tell_all
from sanam.domain.rules.words import Method, ProposalStage, Standing
from sanam.domain.teams.models import Seat
from sanam.domain.teams.policies import check_quorate


@transaction.atomic
def confirm(*, by: Actor, version: RuleVersion) -> VersionEvent:
    """Consent for the leg one sits in; once as many legs are heard as the quorum needs, it stands for good."""
    found, seat = _begin(by, version)
    check_quorate(found.rule.body)
    event = _happened(by, found, Standing.CONFIRMED, seat=seat)
    if not still_needed(found):
        th = f"“{found.rule.title}” ได้ยินครบองค์ประชุมแล้ว ใช้ต่อไปจนถึงวันทบทวน"
        en = f"“{found.rule.title}” is heard by enough legs now and stands until its review."
        tell_all(by=by, proposal=found.proposal, kind="rule.confirmed", th=th, en=en)
    return event


@transaction.atomic
def reopen(*, by: Actor, version: RuleVersion, because: str) -> Proposal:
    """Have it talked about again, once for each leg that was missing: a proposal begins from its text."""
    found, seat = _begin(by, version)
    why = words_of(because, "rules.reopen_why", "บอกสักนิดว่าอยากคุยเรื่องไหนใหม่", "Say what you would talk about again.")
    proposal = proposals.draft(
        by=by,
        body=found.rule.body,
        title=found.rule.title,
        why=why,
        method=Method(found.method),
        rule=found.rule,
        clauses=[Worded(one.text, one.values, one.number) for one in found.clauses.all()],
    )
    put(proposal, ProposalStage.TALKING)
    _happened(by, found, Standing.REOPENED, seat=seat, because=why)
    th = f"ขา{seat.leg.name_th}ขอคุย “{found.rule.title}” ใหม่: {why}"
    en = f"The leg {seat.leg.name_en} would talk about “{found.rule.title}” again: {why}"
    tell_all(by=by, proposal=proposal, kind="rule.reopened", th=th, en=en)
    return proposal


@transaction.atomic
def end_what_is_over(*, by: Actor) -> int:
    """Let what was agreed for now end after its last day, unless enough legs were heard since; returns how many."""
    check_is_the_clock(by)
    past = RuleVersion.objects.filter(provisional_until__lt=clock.today()).exclude(events__what__in=OVER)
    ended = 0
    for version in past.select_related("rule__body", "proposal__body").order_by("pk"):
        if not still_needed(version):
            continue
        _happened(by, version, Standing.ENDED)
        th = f"“{version.rule.title}” ที่ตกลงไว้ก่อน ครบเวลาแล้ว เสนอใหม่ได้เมื่อพร้อม"
        en = f"The time of “{version.rule.title}”, agreed for now, is over; it can be proposed again."
        tell_all(by=by, proposal=version.proposal, kind="rule.ended", th=th, en=en)
        tell_ended(by=by, version=version)
        ended += 1
    return ended


def _begin(by: Actor, version: RuleVersion) -> tuple[RuleVersion, Seat]:
    """The version and the seat of a leg that was missing and has said neither yet; raises NotAllowed and Refused."""
    found = RuleVersion.objects.select_related("rule__body", "proposal__body").get(pk=version.pk)
    type(found.rule).objects.select_for_update().get(pk=found.rule_id)
    seat = seat_taking_part(by, found.rule.body)
    check_filled(seat)
    if seat.leg_id not in found.missing:
        raise NotAllowed("rules.was_heard", "ขาของเราได้พูดแล้วในรอบที่ตกลงกัน", "Your leg was heard when this was agreed.")
    if not stands_for_now(found):
        raise Refused("rules.not_for_now", "กติกานี้ไม่ได้อยู่ในช่วงตกลงไว้ก่อนแล้ว", "This rule no longer stands for now.")
    if found.events.filter(leg=seat.leg_id).exists():
        raise Refused("rules.leg_has_said", "ขาของเราบอกไว้แล้วหนึ่งครั้ง", "Your leg has said so once already.")
    return found, seat


def _happened(
    by: Actor, version: RuleVersion, what: Standing, *, seat: Seat | None = None, because: str = ""
) -> VersionEvent:
    leg = seat.leg if seat else None
    journal.record(by=by, did=f"rule.{what.value}", to=version.ref, details={"leg": seat.leg_id} if seat else None)
    return VersionEvent.objects.create(
        version=version, what=what.value, leg=leg, because=because, by_ref=by.ref, at=clock.now()
    )
