"""Proposals of a board whose legs are seated by `legs.seat_the_legs`, at every stage that has a page."""

from __future__ import annotations

from datetime import timedelta

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.rules.answer_words import Value
from sanam.domain.rules.models import Proposal, Round, RuleVersion
from sanam.domain.rules.operations import amendments, proposals, responses, rounds
from sanam.domain.rules.operations.proposals import Worded
from sanam.domain.rules.operations.responses import Answer
from sanam.domain.rules.words import RoundKind
from sanam.domain.teams.models import Seat
from tests.cast import Cast

YES = Answer(Value.CONSENT)
NO = Answer(Value.OBJECT, aim="คนดูแลต้องไหว", change="ขอเป็นสองเดือนครั้ง")
TITLES = ("ร่างที่คุยกัน", "ร่างที่ลงเสียง", "ร่างที่มีคนติดใจ", "ตกลงไว้ก่อนสองขา")
WORDS = (
    *TITLES,
    "ถามข่าวคนติดเตียงทุกเดือน",
    "ถามข่าวคนติดเตียงทุกสองเดือน",
    "บอกผลกลับในเจ็ดวัน",
    "ทุกสองเดือน",
    NO.aim,
    NO.change,
    "ข้อมูลเก่าพาไปผิดบ้าน",
    "คนน้อย",
)


def drafted(cast: Cast, title: str) -> Proposal:
    """A proposal of the nurse's seat."""
    clauses = [Worded("ถามข่าวคนติดเตียงทุกเดือน"), Worded("บอกผลกลับในเจ็ดวัน")]
    given = {"body": cast.seats["nurse"].body, "title": title, "why": "ข้อมูลเก่าพาไปผิดบ้าน", "clauses": clauses}
    return proposals.draft(by=cast.nurse, **given)  # type: ignore[arg-type]


def opened(cast: Cast, proposal: Proposal, *, messenger: Seat | None = None, days: int = 7) -> Round:
    """A deciding round, open for a week or as long as said."""
    proposal.refresh_from_db()
    given = {"kind": RoundKind.DECISION, "closes_at": clock.now() + timedelta(days=days), "messenger": messenger}
    return rounds.open_round(by=cast.nurse, proposal=proposal, **given)  # type: ignore[arg-type]


def closed(one: Round) -> Round:
    """The round closed by the clock, when its time is over."""
    with clock.at(one.closes_at):
        return rounds.close(by=INSTALLATION, one=one)


def at_every_stage(cast: Cast) -> dict[str, str]:
    """{"proposal", "changing", "round", "closed", "objection", "for_now"}: ids for pages."""
    talked, deciding, objected, short = (drafted(cast, title) for title in TITLES)
    given = {"number": 1, "text": "ถามข่าวคนติดเตียงทุกสองเดือน", "reason": "คนน้อย"}
    asked = amendments.ask(by=cast.nurse, proposal=talked, **given)  # type: ignore[arg-type]
    open_now = opened(cast, deciding, days=90)
    heard = opened(cast, objected)
    for name, said in {"secretary": YES, "mayor": NO, "headman": YES, "elder": YES}.items():
        responses.answer(by=cast.actors[name], one=heard, said=said)
    closed(heard)
    first = opened(cast, short)
    for name in ("secretary", "elder"):
        responses.answer(by=cast.actors[name], one=first, said=YES)
    closed(first)
    closed(opened(cast, short, messenger=cast.seats["elder"]))
    return {
        "proposal": str(talked.pk),
        "changing": str(asked.pk),
        "round": str(open_now.pk),
        "deciding": str(deciding.pk),
        "objected": str(objected.pk),
        "closed": str(heard.pk),
        "objection": str(objected.objections.get().pk),
        "for_now": str(RuleVersion.objects.get(proposal=short).pk),
    }
