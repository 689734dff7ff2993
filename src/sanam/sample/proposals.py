"""Rules as districts write them, at three stages: one agreed, one being answered to, one still talked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.rules.answer_words import Value
from sanam.domain.rules.operations import amendments, objections, proposals, responses, rounds
from sanam.domain.rules.operations.proposals import Worded
from sanam.domain.rules.operations.responses import Answer
from sanam.domain.rules.words import Channel, RoundKind

if TYPE_CHECKING:
    from sanam.domain.rules.models import Proposal, Round
    from sanam.domain.teams.models import Body, Seat

YES = Answer(Value.CONSENT)
TOGETHER = (
    Worded("บ้านที่มีคนติดเตียง นัดไปเยี่ยมพร้อมกัน บอกคนดูแลก่อนหนึ่งวัน"),
    Worded("ไปแล้วเขียนไว้ในวันนั้น คนต่อไปอ่านก่อนถาม"),
)
CAR = (
    Worded("รถกู้ชีพไม่ว่าง ให้โทรหา อบต. ข้างเคียงตามลำดับในใบรายชื่อ"),
    Worded("ค่าน้ำมันเบิกจากกองทุนตำบล ใบเดียวทั้งอำเภอ"),
)
LOAN = (
    Worded("กายอุปกรณ์ยืมข้ามตำบลได้ ใช้ใบยืมแบบเดียวกัน"),
    Worded("ยืมครั้งละไม่เกิน 3 เดือน ต่อได้ถ้าไม่มีคนรอ"),
)


def propose(actors: Mapping[str, Actor], seats: Mapping[str, Seat]) -> None:
    """The district board agrees on visits, answers to a rule about cars, and talks about lending."""
    body = seats["secretary"].body
    around = [key for key, seat in seats.items() if seat.body_id == body.pk and key in actors]
    by_leg: dict[int, list[str]] = {}
    for key in around:
        by_leg.setdefault(seats[key].leg_id, []).append(key)
    voices = [keys[0] for keys in by_leg.values()]
    _agreed(actors, seats, body, voices)
    _being_answered(actors, seats, body, voices)
    _talked_about(actors, body, voices)


def _agreed(actors: Mapping[str, Actor], seats: Mapping[str, Seat], body: Body, voices: Sequence[str]) -> None:
    """Two months ago: a question, an objection that changed the text, and everybody's consent, one of it on paper."""
    by, objects = actors["secretary"], voices[-1]
    with clock.at(clock.now() - timedelta(days=70)):
        why = "บ้านเดียว สี่หน่วยไปคนละวัน คนดูแลต้องเล่าเรื่องเดิมสี่รอบ"
        made = _draft(by, body, "เยี่ยมบ้านเดียวกัน ไปพร้อมกัน", why, TOGETHER)
        asked = _open(by, made, RoundKind.QUESTION, 5)
        responses.answer(by=actors[voices[1]], one=asked, said=Answer(Value.SAID, "ใครเป็นคนนัด อสม. หรือ CG"))
        _close(asked)
        no = Answer(Value.OBJECT, aim="คนดูแลต้องได้พัก", change="ให้คนดูแลเป็นคนเลือกวัน")
        first = _open(by, made, RoundKind.DECISION, 8)
        for key in voices:
            responses.answer(by=actors[key], one=first, said=no if key == objects else YES)
        _close(first)
    with clock.at(clock.now() - timedelta(days=60)):
        worded = f"{TOGETHER[0].text} วันที่คนดูแลสะดวก"
        found = made.objections.get()
        objections.rewrite(by=by, objection=found, number=1, text=worded, answer="เพิ่มว่าคนดูแลเป็นคนเลือกวัน")
        second = _open(by, made, RoundKind.DECISION, 7)
        for key in voices[:-1]:
            responses.answer(by=actors[key], one=second, said=YES)
        responses.assist(by=by, one=second, seat=seats[objects], channel=Channel.PAPER, said=YES)
        _close(second)


def _being_answered(actors: Mapping[str, Actor], seats: Mapping[str, Seat], body: Body, voices: Sequence[str]) -> None:
    """Its first call was short; the second one is open, with a messenger."""
    by = actors["secretary"]
    with clock.at(clock.now() - timedelta(days=12)):
        made = _draft(by, body, "รถรับส่งไปหาหมอ", "รถกู้ชีพมีคันเดียว วันไม่ว่างต้องเช่ารถเอง", CAR)
        first = _open(by, made, RoundKind.DECISION, 9)
        for key in voices[:2]:
            responses.answer(by=actors[key], one=first, said=YES)
        _close(first)
    made.refresh_from_db()
    closes = clock.now() + timedelta(days=10)
    messenger = seats[voices[1]]
    rounds.open_round(by=by, proposal=made, kind=RoundKind.DECISION, closes_at=closes, messenger=messenger)


def _talked_about(actors: Mapping[str, Actor], body: Body, voices: Sequence[str]) -> None:
    """A draft with one change taken in, one that waits, and a round of reactions."""
    by = actors[voices[-1]]
    made = _draft(by, body, "ยืมกายอุปกรณ์ข้ามตำบล", "มีเตียงว่างที่หนึ่ง อีกที่หนึ่งรอ", LOAN)
    host, other = actors["secretary"], actors[voices[1]]
    longer = "ยืมครั้งละไม่เกิน 6 เดือน ต่อได้ถ้าไม่มีคนรอ"
    asked = amendments.ask(by=other, proposal=made, number=2, text=longer, reason="บางคนพักฟื้นนาน")
    amendments.accept(by=host, amendment=asked)
    reason = "ของหายแล้วไม่รู้ว่าอยู่ไหน"
    amendments.ask(by=other, proposal=made, number=3, text="รพ.สต. ต้นทางเก็บใบยืม คืนที่ไหนก็ได้", reason=reason)
    one = _open(by, made, RoundKind.REACTION, 6)
    responses.answer(by=other, one=one, said=Answer(Value.SAID, "เห็นด้วย ขอให้มีคนทำความสะอาดก่อนให้ยืม"))


def _draft(by: Actor, body: Body, title: str, why: str, clauses: Sequence[Worded]) -> Proposal:
    return proposals.draft(by=by, body=body, title=title, why=why, clauses=clauses)


def _open(by: Actor, proposal: Proposal, kind: RoundKind, days: int) -> Round:
    proposal.refresh_from_db()
    closes = clock.now() + timedelta(days=days)
    return rounds.open_round(by=by, proposal=proposal, kind=kind, closes_at=closes)


def _close(one: Round) -> None:
    with clock.at(one.closes_at):
        rounds.close(by=INSTALLATION, one=one)
