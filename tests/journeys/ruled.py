"""Rules of the standing district's board: one that steers, signed by some; and one that the journey practises."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sanam.domain.foundation import clock
from sanam.domain.rules.operations import commitments, helping
from sanam.domain.rules.operations.commitments import Promise
from sanam.domain.rules.words import Went
from tests.cast import Cast
from tests.domain.rules.agreed import adopted
from tests.domain.rules.legs import seat_the_legs

STEERS, AGAIN, PRACTISED = "ถามเรื่องคนดูแลทุกสี่เดือน", "บอกกันก่อนไปหนึ่งวัน", "โทรบอกผลกลับในเจ็ดวัน"
BEFORE, WILL, KNOWN, STUCK = "บอกกันก่อนไป", "ไปถามทุกบ้าน", "มีบันทึกเยี่ยม", "ไม่มีรถไปบ้านไกล"
WHO_SEES, CLOSES, OPENS, NOT_NEEDED = (*("ใครเห็นรายได้", "ผู้ใหญ่บ้านไม่ต้องเห็นรายได้", "ผู้ใหญ่บ้านเห็นรายได้ได้อีก", "ไม่ต้องใช้ในงาน"),)
AGREED = [STEERS, AGAIN, PRACTISED, BEFORE, WILL, KNOWN, STUCK, "กติกาที่", "ตกลงกันในวง", "ถามเรื่องรถ"]
AGREED += [WHO_SEES, CLOSES, OPENS, NOT_NEEDED]


def ruled(cast: Cast) -> dict[str, Any]:
    """A rule in its second version, with a word on it that would welcome help; and another whose review has come."""
    seat_the_legs(cast)
    body = cast.seats["secretary"].body
    first = adopted(body, (STEERS, {"freshness.carer": 4}), (BEFORE, {}))
    version = adopted(body, (STEERS, {"freshness.carer": 4}), (AGAIN, {}), rule=first.rule)
    clause = version.clauses.get(number=1)
    promise = Promise(WILL, clock.today() + timedelta(days=90), KNOWN)
    word = commitments.sign(by=cast.nurse, clause=clause, promise=promise)
    commitments.practise(by=cast.nurse, commitment=word, went=Went.NOT_YET, obstacle=STUCK, help_wanted=True)
    step = helping.befriend(by=cast.secretary, commitment=word, friend=cast.seats["elder"], text="ถามเรื่องรถ")
    due = adopted(body, (PRACTISED, {}), review_on=clock.today() - timedelta(days=1))
    return {
        "rule": str(version.rule_id),
        "version": str(version.pk),
        "clause": version.clauses.get(number=2).pk,
        "word": str(word.pk),
        "step": step.pk,
        "due": str(due.rule_id),
    }
