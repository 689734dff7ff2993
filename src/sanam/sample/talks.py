"""Two gatherings of the invented board that were held: what was written, agreed, left open and learned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.gatherings import queries as gatherings
from sanam.domain.gatherings.operations import decisions, minutes, questions, reports, reviews
from sanam.domain.gatherings.operations.decisions import Agreed
from sanam.domain.gatherings.operations.minutes import Line
from sanam.domain.gatherings.operations.reviews import Learned
from sanam.domain.gatherings.talk_words import ActionState, Part, Voice
from sanam.domain.teams import queries as teams

if TYPE_CHECKING:
    from sanam.domain.gatherings.models import Gathering
    from sanam.domain.teams.models import Body, Seat

HEADMEN, PEOPLE, STATE, LOCAL = "ท้องที่", "ภาคประชาชน", "หน่วยงานรัฐ", "ท้องถิ่น"


def talk(actors: Mapping[str, Actor], seats: Mapping[str, Seat], held: Sequence[Gathering]) -> None:
    """The first gathering was learned from and approved; the second waits for somebody who did not write it."""
    first, second = held
    with _the_day_after(first):
        _first(actors, seats, first)
    _learned(actors, seats, first)
    reports.approve(by=actors["local-16"], gathering=first)
    with _the_day_after(second):
        _second(actors, seats, second)
    ours = Learned(strengths="กำนันโทรถามข่าวเองก่อนวันนัด", expected="จะได้คำตอบเรื่องรถ", happened="ได้คันสำรองหนึ่งคัน")
    reviews.reflect(by=actors["head-1205"], gathering=second, learned=ours)
    reviews.remind(by=INSTALLATION)


def _the_day_after(met: Gathering) -> AbstractContextManager[datetime]:
    return clock.at((met.starts_at or clock.now()) + timedelta(days=1))


def _first(actors: Mapping[str, Actor], seats: Mapping[str, Seat], met: Gathering) -> None:
    by, body = actors["secretary"], seats["secretary"].body
    lines = [
        Line("สี่ขามานั่งวงเดียวกัน ต่างฝ่ายเล่าว่าทำอะไรอยู่และติดอะไร", part=Part.INTRO),
        Line("งานซ่อมบ้านรออยู่ที่จุดเดียว คนทำมีสองคนต่อสิบสองตำบล", heading="ซ่อมบ้านก่อนหน้าฝน"),
        Line("รถกู้ชีพมีคันเดียว วันที่ไม่ว่างต้องเช่ารถเอง", heading="รถรับส่งไปหาหมอ"),
        Line("ขอบคุณแม่ครัวกลุ่มสตรีที่เลี้ยงข้าวกลางวัน", part=Part.THANKS),
    ]
    minutes.write(by=by, gathering=met, lines=lines)
    minutes.say_person_concerned(by=by, gathering=met, was_there=True)
    said = _voices(body, HEADMEN, STATE, LOCAL, PEOPLE)
    agreed = Agreed("ให้กองสวัสดิการรับเรื่องซ่อมบ้านได้ด้วย ทดลอง ๙๐ วัน", said, seats["local-16"], _days(29))
    decisions.decide(by=by, gathering=met, agreed=agreed)
    questions.leave_open(by=by, gathering=met, text="รถรับส่งไปหาหมอ วันที่รถกู้ชีพไม่ว่าง")
    taken = questions.leave_open(by=by, gathering=met, text="ยืมกายอุปกรณ์ข้ามตำบลได้ไหม", owner=seats["manager-02"])
    words = "ยืมได้ ใช้ใบยืมแบบเดียวกันทั้งอำเภอ"
    questions.conclude(by=actors["manager-02"], question=taken, words=words, at=met)


def _learned(actors: Mapping[str, Actor], seats: Mapping[str, Seat], met: Gathering) -> None:
    told = {
        "welfare": Learned(
            strengths="ชมรมผู้สูงอายุเล่าเองได้เต็มที่",
            expected="จะมีคนใหม่สามคน",
            happened="มาเก้าคน",
            why="ชวนผ่านวัด ไม่ได้ชวนผ่านหนังสืออย่างเดียว",
            next="ชวนผ่านวัดอีก",
        ),
        "local-16": Learned(strengths="ตกลงเรื่องซ่อมบ้านได้ในวงเดียว", why="เตรียมข้อมูลมาก่อน"),
    }
    for key, learned in told.items():
        reviews.reflect(by=actors[key], gathering=met, learned=learned)
    quiet = Learned(happened="ขาท้องที่พูดน้อย", why="นัดชนกับประชุมอำเภอ", next="ถามวันกับกำนันก่อน")
    reviews.reflect(by=actors["head-1205"], gathering=met, learned=quiet, unnamed=True)
    by, today = actors["secretary"], clock.today()
    asked = reviews.promise(
        by=by, gathering=met, text="ถามวันว่างของกำนันก่อนนัดทุกครั้ง", owner=seats["secretary"], due_on=today
    )
    made = reviews.promise(
        by=by, gathering=met, text="ทำใบยืมกายอุปกรณ์แบบเดียว", owner=seats["manager-02"], due_on=_days(7)
    )
    reviews.tell_how_far(by=by, action=asked, state=ActionState.PARTLY, note="ถามได้สองตำบล")
    reviews.tell_how_far(by=actors["manager-02"], action=made, state=ActionState.DONE)


def _second(actors: Mapping[str, Actor], seats: Mapping[str, Seat], met: Gathering) -> None:
    by, body = actors["secretary"], seats["secretary"].body
    came_back = [matter.question for matter in gatherings.talk(by, str(met.id)).matters if matter.question]
    back = next(one for one in came_back if one.text.startswith("รถรับส่ง"))
    lines = [
        Line("อบต.มีรถอีกคัน ใช้ได้วันอังคารกับวันพฤหัส", question=back),
        Line("ตกลงกันได้ว่าเรื่องด่วนควรตอบในหนึ่งวัน", heading="เรื่องด่วนตอบภายในกี่ชั่วโมง"),
        Line("ยังไม่รู้ว่าใครพาไปทำบัตร", heading="คนไม่มีบัตรประชาชน"),
    ]
    minutes.write(by=by, gathering=met, lines=lines)
    minutes.say_person_concerned(by=by, gathering=met, was_there=False)
    said = _voices(body, STATE, LOCAL, PEOPLE)
    agreed = Agreed("เรื่องเร่งด่วนมาก ตอบภายใน ๒๔ ชั่วโมง", said, review_on=_days(90))
    decisions.decide(by=by, gathering=met, agreed=agreed)
    owned = {"owner": seats["welfare"]}
    questions.leave_open(by=by, gathering=met, text="ใครดูแลคนที่ไม่มีบัตรประชาชน เมื่อต้องนอนโรงพยาบาล", **owned)
    questions.leave_open(by=by, gathering=met, text="ข้อมูลเบี้ยความพิการ จะให้ อบต. กับ รพ.สต. เห็นตรงกันอย่างไร")


def _voices(body: Body, *legs: str) -> dict[int, Voice]:
    return {teams.leg(body, name).pk: Voice.AGREED for name in legs}


def _days(ahead: int) -> date:
    return clock.today() + timedelta(days=ahead)
