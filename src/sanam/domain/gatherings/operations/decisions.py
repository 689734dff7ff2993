"""Deeds: what was agreed is written down, leg by leg."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotHere, Refused
from sanam.domain.gatherings.models import Decision, DecisionVoice, Gathering
from sanam.domain.gatherings.policies import check_leg_can_speak
from sanam.domain.gatherings.queries.legs import legs_of
from sanam.domain.gatherings.talk_words import Voice
from sanam.domain.gatherings.writing import begin, sign
from sanam.domain.journal import operations as journal
from sanam.domain.notices import operations as notices
from sanam.domain.teams.models import Seat


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed; `voices` are {leg id: what it said}. A leg left out has not spoken."""

    text: str
    voices: Mapping[int, Voice] = field(default_factory=dict)
    carried_by: Seat | None = None
    review_on: date | None = None


@transaction.atomic
def decide(*, by: Actor, gathering: Gathering, agreed: Agreed) -> Decision:
    """Write down a decision; raises Refused where a leg in which nobody sits is said to have spoken."""
    locked = begin(by, gathering)
    _check(locked, agreed)
    decision = Decision.objects.create(gathering=locked, by_ref=by.ref, written_at=clock.now(), **_fields(agreed))
    return _voiced(by, locked, decision, agreed, "gathering.decided")


@transaction.atomic
def correct(*, by: Actor, decision: Decision, agreed: Agreed, version: int) -> Decision:
    """Write a decision anew; raises Refused when somebody else did since `version`."""
    locked = begin(by, decision.gathering)
    _check(locked, agreed)
    standing = _standing(locked, decision)
    if standing.version != version:
        raise Refused(
            "gatherings.changed_meanwhile",
            "มีคนแก้ข้อตกลงนี้ไปก่อนเมื่อครู่ ยังไม่ได้บันทึก ดูของเขาแล้วส่งอีกครั้ง",
            "Somebody else corrected this decision just now. Nothing was saved yet: look at theirs, then send again.",
            details={"version": standing.version},
        )
    for name, value in _fields(agreed).items():
        setattr(standing, name, value)
    standing.version, standing.by_ref, standing.written_at = version + 1, by.ref, clock.now()
    standing.save()
    return _voiced(by, locked, standing, agreed, "gathering.decision_corrected")


@transaction.atomic
def take_out(*, by: Actor, decision: Decision) -> Gathering:
    """Take out a decision that was written by mistake, before the report is approved."""
    locked = begin(by, decision.gathering)
    _standing(locked, decision).delete()
    sign(by, locked)
    journal.record(by=by, did="gathering.decision_taken_out", to=locked.ref)
    return locked


def _standing(gathering: Gathering, decision: Decision) -> Decision:
    found = gathering.decisions.filter(id=decision.pk).first()
    if found is None:
        raise NotHere("gatherings.no_decision", "ข้อตกลงนี้ถูกเอาออกแล้ว", "This decision was taken out.")
    return found


def _check(gathering: Gathering, agreed: Agreed) -> None:
    if not agreed.text.strip():
        raise BadInput("gatherings.decided_what", "ตกลงกันว่าอะไร เขียนสักหนึ่งประโยค", "Say in a sentence what was agreed.")
    for leg in legs_of(gathering):
        if agreed.voices.get(leg.pk, Voice.SILENT) is not Voice.SILENT:
            check_leg_can_speak(leg)


def _fields(agreed: Agreed) -> dict[str, object]:
    return {"text": agreed.text.strip(), "carried_by": agreed.carried_by, "review_on": agreed.review_on}


def _voiced(by: Actor, gathering: Gathering, decision: Decision, agreed: Agreed, did: str) -> Decision:
    decision.voices.all().delete()
    said = {leg: agreed.voices.get(leg.pk, Voice.SILENT) for leg in legs_of(gathering)}
    DecisionVoice.objects.bulk_create(
        DecisionVoice(decision=decision, leg=leg, voice=voice) for leg, voice in said.items()
    )
    sign(by, gathering)
    if agreed.carried_by is not None:
        about = decision.text[:200]
        notices.tell(
            by=by,
            seat=str(agreed.carried_by.pk),
            kind="gathering.decided",
            about=gathering.ref,
            th=f"วงคุยฝากเรื่องนี้ไว้กับคุณ: {about}",
            en=f"A gathering left this with you: {about}",
            path=f"/gatherings/{gathering.id}/",
        )
    told = {voice.value: sum(one is voice for one in said.values()) for voice in Voice}
    journal.record(by=by, did=did, to=gathering.ref, details={"decision": decision.pk, **told})
    return decision
