"""Is it allowed now: how far the gathering, its door and its questions have come."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.gatherings.models import Door, Gathering, OpenQuestion
from sanam.domain.gatherings.talk_words import FEWEST_TO_HIDE_AMONG, QUESTION_MOVES, QuestionState
from sanam.domain.gatherings.words import Stage
from sanam.domain.teams.models import Holding, Leg

TO_COME = {Stage.PLANNED, Stage.OPEN}
WRITTEN_IN = (Stage.OPEN, Stage.HELD)
REVIEWED_IN = (Stage.HELD, Stage.APPROVED)


def check_to_come(gathering: Gathering) -> None:
    """Raises Refused once a gathering was held or called off."""
    if gathering.stage not in TO_COME:
        said = Stage(gathering.stage)
        raise Refused(
            "gatherings.over",
            f"วงนี้อยู่ขั้น “{said.th}” แล้ว ชวนหรือเปลี่ยนนัดไม่ได้",
            f"This gathering is “{said.en}”; nobody can be asked to it now.",
        )


def check_agenda(gathering: Gathering, matters: list[str]) -> None:
    """Raises Refused where the talk has begun and these are other matters than it began with."""
    if gathering.stage != Stage.PLANNED and gathering.agenda != matters:
        raise Refused(
            "gatherings.agenda_begun",
            "เริ่มคุยแล้ว วาระจึงไม่เปลี่ยน เรื่องนอกวาระจดในวงได้เลย",
            "The talk has begun, so its agenda stays; what is beside it can be written in the minutes.",
        )


def check_came(gathering: Gathering) -> None:
    """Raises Refused where nobody can have come: called off, or its report is approved already."""
    if gathering.stage in {Stage.CALLED_OFF, Stage.APPROVED}:
        said = Stage(gathering.stage)
        raise Refused(
            "gatherings.settled",
            f"วงนี้อยู่ขั้น “{said.th}” แก้คนที่มาไม่ได้แล้ว",
            f"This gathering is “{said.en}”; who came no longer changes.",
        )


def is_open(door: Door) -> bool:
    """Whether phones may still come in by this door."""
    return door.closed_at is None and door.gathering.stage in TO_COME and clock.now() < door.until


def check_can_be_written(gathering: Gathering) -> None:
    """Minutes are written from the moment the talk begins until the report is approved; raises Refused."""
    if gathering.said is Stage.APPROVED:
        raise Refused(
            "gatherings.approved",
            "รายงานนี้รับรองแล้ว จึงแก้ไม่ได้อีก เรื่องใหม่จดในวงหน้า",
            "This report is approved and changes no more; what is new belongs to the next gathering.",
        )
    if gathering.said not in WRITTEN_IN:
        raise Refused("gatherings.not_begun", "วงนี้ยังไม่เริ่มคุย กดเริ่มคุยก่อน", "The talk has not begun; begin it first.")


def check_is_not_approving(to: Stage) -> None:
    """A report is approved by another member than the one who wrote it, never by moving it there."""
    if to is Stage.APPROVED:
        raise BadInput("gatherings.approve_it", "รับรองรายงานด้วยปุ่มรับรองรายงาน", "A report is approved on its own page.")


def check_may_approve(actor: Actor, gathering: Gathering) -> None:
    """Held, with something written, and by a member who wrote none of it; raises Refused."""
    if gathering.said is not Stage.HELD:
        raise Refused("gatherings.not_held", "รับรองได้เมื่อคุยจบแล้ว", "A report is approved once the talk is over.")
    if not gathering.minutes.exists() and not gathering.decisions.exists():
        raise Refused("gatherings.empty", "รายงานยังว่างอยู่ จดสักข้อก่อน", "The report is empty; write something first.")
    if not actor.member or gathering.writers.filter(member_ref=actor.member).exists():
        raise NotAllowed(
            "gatherings.own_report",
            "คุณเป็นผู้เขียนรายงานนี้ ให้อีกคนที่ไม่ได้เขียนเป็นผู้รับรอง",
            "You wrote in this report; somebody who did not approves it.",
        )


def check_can_be_reviewed(gathering: Gathering) -> None:
    """What we learned is said after the talk; raises Refused before."""
    if gathering.said not in REVIEWED_IN:
        raise Refused("gatherings.not_over", "เล่าบทเรียนได้เมื่อคุยจบแล้ว", "What we learned is said once the talk is over.")


def check_can_become(question: OpenQuestion, to: QuestionState) -> None:
    """Raises Refused where a question does not go from where it is."""
    if to not in QUESTION_MOVES[question.said]:
        raise Refused(
            "gatherings.question_state",
            f"โจทย์นี้ “{question.said.th}” อยู่ จึงยังทำอย่างนี้ไม่ได้",
            f"This question is “{question.said.en}” and cannot become “{to.en}” from there.",
        )


def check_leg_can_speak(leg: Leg) -> None:
    """A leg in which nobody sits can bind nobody; raises Refused."""
    if not members_of(leg):
        raise Refused(
            "gatherings.empty_leg",
            f"ขา{leg.name_th}ยังไม่มีผู้นั่ง จึงยังนับว่าขานี้ยินยอมไม่ได้",
            f"Nobody sits in the leg “{leg.name_en}”, so it cannot be counted as having spoken.",
        )


def hides(leg: Leg | None) -> bool:
    """Whether so many different people sit in a leg that one who speaks for it without a name cannot be guessed."""
    return leg is not None and members_of(leg) >= FEWEST_TO_HIDE_AMONG


def members_of(leg: Leg, on: date | None = None) -> int:
    """How many different people sit in a leg's open seats, as holders, on a day or today."""
    day = on or clock.today()
    lasting = Holding.objects.filter(Q(to_on=None) | Q(to_on__gte=day), from_on__lte=day, kind="holder")
    return lasting.filter(seat__leg=leg, seat__closed_on=None).values("member").distinct().count()


def people_in_all() -> int:
    """How many different people hold a seat today: among whom one without a leg hides."""
    day = clock.today()
    lasting = Holding.objects.filter(Q(to_on=None) | Q(to_on__gte=day), from_on__lte=day, kind="holder")
    return lasting.filter(seat__closed_on=None).values("member").distinct().count()
