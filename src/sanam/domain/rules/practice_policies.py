"""Whether now: a clause that stands, a word that stands, and steps of help taken one after another."""

from __future__ import annotations

from datetime import date, timedelta

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.rules import force
from sanam.domain.rules.models import Clause, Commitment, ResponseStep
from sanam.domain.rules.months import month_before, this_month
from sanam.domain.rules.words import CommitmentState, Standing, Step

BEFORE = {Step.FRIEND: Step.REMINDER, Step.CIRCLE: Step.FRIEND, Step.ASK_ORGANISATION: Step.CIRCLE}
"""What must have been tried first. Nothing can be paused yet, so asking the organisation comes after the circle."""

STEP_MONTHS = 6
"""For how long a step counts."""

SOON = timedelta(days=30)
"""How long before its day a review is near."""


def check_can_be_signed(clause: Clause) -> None:
    """Raises Refused for a clause of a version that ended; one that is still to come into force may be signed."""
    what = force.states([clause.version.rule_id]).get(clause.version_id)
    if what not in (None, Standing.IN_FORCE):
        raise Refused(
            "rules.not_in_force",
            "ข้อนี้เป็นของฉบับที่เลิกใช้แล้ว ดูฉบับที่ใช้อยู่แล้วลงชื่อที่นั่น",
            "This clause belongs to a version that ended; sign the one in force.",
        )


def check_stands(commitment: Commitment) -> None:
    """Raises Refused for a word that was fulfilled or ended."""
    if commitment.state != CommitmentState.STANDING:
        raise Refused("rules.word_over", "คำนี้จบไปแล้ว", "This word is no longer standing.")


def check_month(commitment: Commitment, month: date) -> None:
    """Raises BadInput unless the month is this one or the last, and not before the word was given."""
    given = commitment.at.astimezone(clock.BANGKOK).date().replace(day=1)
    if month not in (this_month(), month_before(this_month())) or month < given:
        raise BadInput(
            "rules.which_month",
            "บอกได้ของเดือนนี้หรือเดือนก่อน นับจากเดือนที่ลงชื่อ",
            "Tell of this month or the last, from the month it was signed.",
        )


def lasts(step: ResponseStep) -> bool:
    """Whether a step still counts: it has not expired, and nothing ended it."""
    return step.ended_at is None and step.expires_on >= clock.today()


def check_lasts(step: ResponseStep) -> None:
    """Raises Refused for a step that expired or ended."""
    if not lasts(step):
        raise Refused("rules.step_over", "ขั้นนี้จบไปแล้ว", "This step is over.")


def check_next(commitment: Commitment, step: Step) -> None:
    """Raises Refused for a step taken out of order, or one that goes on already. Help that was asked for may come
    at once; no other step is skipped."""
    check_stands(commitment)
    lasting = {one.step: one for one in commitment.steps.all() if lasts(one)}
    if step.value in lasting:
        raise Refused("rules.step_goes_on", f"{step.th} กำลังทำอยู่แล้ว", f"This goes on already: {step.en}.")
    before = BEFORE[step]
    if step is Step.FRIEND and wants_help(commitment):
        return
    if before.value not in lasting or not _tried(lasting[before.value]):
        raise Refused(
            "rules.step_skipped",
            f"ยังข้ามไปขั้นนี้ไม่ได้ ขั้นก่อนคือ {before.th}",
            f"No step is skipped; first comes: {before.en}.",
        )


def wants_help(commitment: Commitment) -> bool:
    """Whether the seat asked for help when it last said how it goes."""
    last = commitment.practices.order_by("-month").first()
    return last is not None and last.help_wanted


def _tried(step: ResponseStep) -> bool:
    """A friend who was asked has been there when there is an answer; the other steps are done once taken."""
    return step.step != Step.FRIEND or bool(step.answer)
