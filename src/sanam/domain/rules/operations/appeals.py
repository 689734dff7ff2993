"""Deeds: somebody does not agree with a step; a seat of a third leg mediates."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notices
from sanam.domain.rules.models import Appeal, ResponseStep
from sanam.domain.rules.practice_permissions import check_owns
from sanam.domain.rules.practice_policies import check_lasts
from sanam.domain.rules.told import tell_seat
from sanam.domain.teams import queries as teams
from sanam.domain.teams.models import Seat


@transaction.atomic
def appeal(*, by: Actor, step: ResponseStep, why: str, mediator: Seat) -> Appeal:
    """Say why one does not agree with a step about one's own word, and who of a third leg should mediate; once."""
    found = _whole(step)
    check_owns(by, found.commitment)
    check_lasts(found)
    if not why.strip():
        raise BadInput(
            "rules.why_appeal", "ไม่เห็นด้วยเพราะอะไร เล่าสักหนึ่งประโยค", "Say in a sentence why you do not agree."
        )
    _check_third(found, mediator)
    try:
        with transaction.atomic():
            made = Appeal.objects.create(step=found, why=why.strip(), mediator=mediator, by_ref=by.ref, at=clock.now())
    except IntegrityError as twice:
        raise Refused("rules.appealed", "ขั้นนี้ขอให้ไกล่เกลี่ยไปแล้ว", "This step was appealed already.") from twice
    journal.record(by=by, did="commitment.appealed", to=found.commitment.ref)
    _tell(
        by,
        found,
        str(mediator.pk),
        "เพื่อนขอให้คุณช่วยไกล่เกลี่ย ฟังทั้งสองฝ่ายแล้วบอกผล",
        "A friend asks you to mediate: hear both, then say",
    )
    return made


@transaction.atomic
def settle(*, by: Actor, appeal: Appeal, upheld: bool, outcome: str) -> Appeal:
    """The mediator says what came of it; a step that was appealed rightly ends."""
    found = Appeal.objects.select_for_update(of=("self",)).select_related("step__commitment").get(pk=appeal.pk)
    if not by.member or str(found.mediator_id) != by.ref:
        raise NotAllowed("rules.not_the_mediator", "ผู้ไกล่เกลี่ยเป็นผู้บอกผล", "The mediator says what came of it.")
    if found.decided_at is not None:
        raise Refused("rules.settled", "เรื่องนี้ไกล่เกลี่ยจบแล้ว", "This is settled already.")
    if not outcome.strip():
        raise BadInput("rules.what_came", "ตกลงกันว่าอย่างไร เขียนสักหนึ่งประโยค", "Say in a sentence what came of it.")
    found.upheld, found.outcome, found.decided_at = upheld, outcome.strip(), clock.now()
    found.save(update_fields=["upheld", "outcome", "decided_at"])
    if upheld:
        ResponseStep.objects.filter(pk=found.step_id, ended_at=None).update(ended_at=clock.now())
    word = found.step.commitment
    journal.record(by=by, did="commitment.appeal_settled", to=word.ref, details={"upheld": upheld})
    notices.settle(by=by, about=word.ref, kinds=("rules.appeal",))
    _tell(by, found.step, str(word.seat_id), "ผู้ไกล่เกลี่ยบอกผลแล้ว", "The mediator has said what came of it")
    return found


def _whole(step: ResponseStep) -> ResponseStep:
    return ResponseStep.objects.select_related("commitment__clause__version__rule", "commitment__seat", "friend").get(
        pk=step.pk
    )


def _check_third(step: ResponseStep, mediator: Seat) -> None:
    """A mediator sits in the same body, in a leg that is neither side's."""
    word = step.commitment
    took = teams.seat(step.by_ref) if step.friend is None and step.by_ref != "installation" else step.friend
    sides = {word.seat.leg_id} | ({took.leg_id} if took else set())
    if mediator.body_id != word.clause.version.rule.body_id or mediator.leg_id in sides or mediator.closed_on:
        raise BadInput(
            "rules.third_leg",
            "ผู้ไกล่เกลี่ยมาจากขาที่สาม ในคณะเดียวกัน",
            "A mediator sits in the same body, in a third leg.",
        )


def _tell(by: Actor, step: ResponseStep, seat: str, th: str, en: str) -> None:
    word = step.commitment
    path = f"/rules/commitments/{word.pk}/"
    tell_seat(by=by, seat_id=seat, kind="rules.appeal", about=word.ref, th=th, en=en, path=path)
