"""Rules of the kind districts write, as the invented board agreed on them: proposed, consented leg by leg, signed and
practised for some months. The first asks after the bedbound every two months, and so the demo's worklist says by which
rule.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.rules import queries
from sanam.domain.rules.answer_words import Value
from sanam.domain.rules.operations import commitments, helping, proposals, responses, reviewing, rounds
from sanam.domain.rules.operations.commitments import Promise
from sanam.domain.rules.operations.proposals import Worded
from sanam.domain.rules.operations.responses import Answer
from sanam.domain.rules.words import RoundKind, Went
from sanam.domain.teams import queries as teams

if TYPE_CHECKING:
    from sanam.domain.rules.models import Commitment, Rule, RuleVersion
    from sanam.domain.teams.models import Seat

VOICES = ("secretary", "local-12", "head-1205", "welfare")
"""One seat of each leg consents; the others of a leg trust it."""

_BED, _CARER = "freshness.function_bed", "freshness.carer"
ASK = "ถามกิจวัตรของคนติดเตียงทุกสองเดือน ใครแวะไปก่อนคนนั้นถาม"


@dataclass(frozen=True, slots=True)
class Written:
    """A rule: its title, why, clauses, who proposes, how many days ago it was agreed, in how many it is reviewed."""

    title: str
    why: str
    clauses: Sequence[Worded]
    by: str
    days: int
    review_in: int = 120
    rule: str = ""


RULES = (
    Written(
        "ถามข่าวคนติดเตียงให้ทัน",
        "ปีก่อนเราเตรียมที่นอนลมไปถึงบ้าน แล้วพบว่าเขาย้ายไปอยู่กับลูกสามเดือนแล้ว",
        (Worded(ASK, {_BED: 2}), Worded("คนดูแลเปลี่ยน บอกกันในเจ็ดวัน")),
        *("manager-02", 150, 20),
    ),
    Written(
        "ใครเขียน คนนั้นได้ข่าวกลับ",
        "อสม. บอกว่าเขียนแล้วเงียบ ปีหน้าก็ไม่มีใครอยากเขียน",
        (
            Worded("รับเรื่องจากใคร บอกผลกลับคนนั้นในเจ็ดวัน แม้ผลคือยังทำไม่ได้"),
            Worded("เรื่องที่ส่งต่อข้ามขา โทรบอกกันก่อนหนึ่งครั้ง"),
            Worded("วงคุยทุกครั้งเริ่มจากเรื่องที่ทำเสร็จแล้ว"),
        ),
        *("head-1205", 95),
    ),
    Written(
        "รู้เสมอว่าใครดูแล",
        "คนดูแลคือคนแรกที่เราต้องโทรหา เบอร์ที่ใช้ไม่ได้ช่วยใครไม่ทัน",
        (Worded("ถามเรื่องคนดูแลทุกสี่เดือน", {_CARER: 4}), Worded("บ้านไหนคนดูแลเหนื่อย เอาเข้าวงภายในเดือนนั้น")),
        *("welfare", 60),
    ),
    Written(
        "ถามข่าวคนติดเตียงให้ทัน",
        "ทำมาสี่เดือน เจ็ดวันนานไปสำหรับคนที่นอนอยู่กับที่",
        (Worded(ASK, {_BED: 2}, 1), Worded("คนดูแลเปลี่ยน บอกกันในสามวัน โทรก็ได้", {}, 2)),
        *("elders", 30, 20, "ถามข่าวคนติดเตียงให้ทัน"),
    ),
)


@dataclass(frozen=True, slots=True)
class Gives:
    """A seat's word on a clause, and how it went, month by month: (did, partly, not yet or silent), obstacle."""

    seat: str
    title: str
    clause: int
    what: str
    sign: str
    went: tuple[Went | None, ...] = field(default_factory=tuple)
    stuck: str = ""


DID, PARTLY, NOT_YET = Went.DID, Went.PARTLY, Went.NOT_YET
WORDS = (
    Gives("manager-02", RULES[0].title, 1, "ไปถามคนติดเตียงในทะเลน้อยครบทุกบ้าน", "วันที่ถามล่าสุดไม่เกินสองเดือน", (DID, DID, DID)),
    Gives(
        "head-1205", RULES[0].title, 1, "แวะถามเวลาเดินหมู่บ้าน", "บอก รพ.สต. ทุกวันศุกร์", (DID, PARTLY, None), "น้ำท่วมเข้าไม่ถึง"
    ),
    Gives(
        "elders",
        RULES[0].title,
        1,
        "เพื่อนวัยเดียวกันไปนั่งคุย",
        "จดชื่อบ้านที่ไปไว้ที่ชมรม",
        (PARTLY, NOT_YET, NOT_YET),
        "ไม่มีรถไปบ้านไกล",
    ),
    Gives("local-12", RULES[1].title, 1, "กองสวัสดิการโทรกลับทุกเรื่องที่รับ", "สมุดรับเรื่องมีช่องวันที่โทรกลับ", (DID, DID)),
    Gives("welfare", RULES[1].title, 2, "โทรก่อนส่งเรื่องทุกครั้ง", "ถามคนรับได้", (DID, None)),
    Gives("secretary", RULES[1].title, 3, "เขียนวาระให้เรื่องที่เสร็จแล้วอยู่ข้อแรก", "ดูจากวาระ", (DID, DID)),
    Gives("local-16", RULES[2].title, 2, "ถามคนดูแลตอนจ่ายเบี้ยยังชีพ", "มีรายชื่อบ้านที่คนดูแลเหนื่อย", (PARTLY,), "คนจ่ายเบี้ยมีคนเดียว"),
)


def agree(actors: Mapping[str, Actor], seats: Mapping[str, Seat]) -> None:
    """The rules are agreed on in their order, signed, and practised until today; one seat would welcome help."""
    versions: dict[str, RuleVersion] = {}
    given: dict[Gives, Commitment] = {}
    for written in sorted(RULES, key=lambda one: -one.days):
        before = versions.get(written.rule)
        versions[written.title] = _agreed(actors, written, before.rule if before else None)
        given |= _signed(actors, written, versions[written.title])
    _practised(actors, given)
    with clock.at(clock.today().replace(day=1) - timedelta(days=2)):  # late in the month before
        helping.remind(by=INSTALLATION)
    _helped(actors, seats, given[WORDS[2]])
    reviewing.remind(by=INSTALLATION)


def _agreed(actors: Mapping[str, Actor], written: Written, rule: Rule | None) -> RuleVersion:
    proposed = clock.today() - timedelta(days=written.days + 9)
    with clock.at(proposed):
        proposal = proposals.draft(
            by=actors[written.by],
            body=teams.body_of(actors["secretary"]),
            title=written.title,
            why=written.why,
            clauses=written.clauses,
            rule=rule,
            review_on=clock.today() + timedelta(days=written.days + 9 + written.review_in),
        )
        closes = _at(proposed + timedelta(days=8))
        one = rounds.open_round(by=actors["secretary"], proposal=proposal, kind=RoundKind.DECISION, closes_at=closes)
        for voice in VOICES:
            responses.answer(by=actors[voice], one=one, said=Answer(Value.CONSENT))
    with clock.at(proposed + timedelta(days=9)):
        closed = rounds.close(by=actors["secretary"], one=one)
    return queries.rule(actors["secretary"], str(closed.proposal.rule_ref)).version


def _signed(actors: Mapping[str, Actor], written: Written, version: RuleVersion) -> dict[Gives, Commitment]:
    if written.rule:  # words on what says the same went along
        return {}
    given = {}
    with clock.at(clock.today() - timedelta(days=written.days - 5)):
        for one in (one for one in WORDS if one.title == written.title):
            promise = Promise(one.what, clock.today() + timedelta(days=365), one.sign)
            clause = version.clauses.get(number=one.clause)
            given[one] = commitments.sign(by=actors[one.seat], clause=clause, promise=promise)
    return given


def _practised(actors: Mapping[str, Actor], given: Mapping[Gives, Commitment]) -> None:
    """What each seat said in the months before this one; nothing of this month, which is asked on Today."""
    for one, word in given.items():
        for back, went in enumerate(reversed(one.went), start=1):
            if went is None:
                continue
            with clock.at(_months_ago(back)):
                stuck = "" if went is DID else one.stuck
                commitments.practise(by=actors[one.seat], commitment=word, went=went, obstacle=stuck)


def _helped(actors: Mapping[str, Actor], seats: Mapping[str, Seat], word: Commitment) -> None:
    """The elders' club would welcome help; the municipality is asked to go as a friend, and has not been there yet."""
    commitments.practise(
        by=actors["elders"], commitment=word, went=NOT_YET, obstacle="ไม่มีรถไปบ้านไกล อยากได้รถร่วมกัน", help_wanted=True
    )
    helping.befriend(
        by=actors["welfare"], commitment=word, friend=seats["local-12"], text="เรื่องรถไปบ้านไกล ใช้ร่วมกันได้ไหม"
    )


def _months_ago(months: int) -> date:
    """The twelfth of the month so many months back."""
    year, month = divmod(clock.today().year * 12 + clock.today().month - 1 - months, 12)
    return date(year, month + 1, 12)


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=clock.BANGKOK)
