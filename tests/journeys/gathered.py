"""Gatherings of the standing district: called, photographed, talked through. Django stands when this is imported."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sanam.domain.dialogue.operations import doors as room_doors
from sanam.domain.dialogue.operations import results
from sanam.domain.foundation import clock
from sanam.domain.gatherings import queries as gatherings
from sanam.domain.gatherings.asked import Channel, Way
from sanam.domain.gatherings.operations import (
    attending,
    calling,
    decisions,
    doors,
    drawing,
    inviting,
    minutes,
    publishing,
    questions,
    reviews,
)
from sanam.domain.gatherings.operations.decisions import Agreed
from sanam.domain.gatherings.operations.minutes import Line
from sanam.domain.gatherings.operations.reviews import Learned
from sanam.domain.gatherings.queries import Comer, of_phone
from sanam.domain.gatherings.talk_words import Voice
from sanam.domain.gatherings.words import Stage
from tests.cast import Cast
from tests.domain.dialogue.rooms import AGREED, TEXTS, bring, opened, voting_room
from tests.domain.gatherings.asking import NAMES, called, listed
from tests.domain.gatherings.showing import cleared, sent

CALLED = [*NAMES, "คุยเรื่องรถรับส่ง", "ศาลาหมู่ 5", "ชมรมทดสอบ"]
ROOMS = [*TEXTS, "ลงแรงด้วยกันปีหน้า", "ชมรม อสม.", "ชมรม", "อสม. 120 คน"]
SEEN_IN_IT = "คนนั่งล้อมวงในศาลา"
TALK = ("รถรับส่ง", "รถมีคันเดียว", "ซ่อมสองหลัง", "ใครไปรับ", "ฟังกันดี", "นัดชน", "ถามวันว่าง", "คุยเรื่องรถ", "วงก่อน")
WALKED = ("วงยิ้มครั้งแรก", "ลานวัด", "วันที่รถไม่ว่าง ใครพาไปหาหมอ", "ใช้รถ อบต. วันอังคาร", "วันอังคารมีรถ อบต.")


def photographed(cast: Cast) -> str:
    """The gathering gets two photos, one of which may leave, and its page is published."""
    gathering = gatherings.visible(cast.nurse).exclude(text="").get()
    cleared(cast, gathering, alt=SEEN_IN_IT)
    waiting = sent(cast, gathering)
    publishing.publish(by=cast.secretary, gathering=gathering, read_through=True)
    return str(waiting.pk)


def called_together(cast: Cast) -> dict[str, str]:
    """A gathering with somebody asked, a draw that is done, an open door and somebody who came by it."""
    gathering = called(cast, clock.now())
    one, *_others = listed(cast)
    inviting.invite(by=cast.nurse, gathering=gathering, eligible=[one], way=Way.NAMED, channel=Channel.PHONE)
    nurse = [cast.seats["volunteer"], cast.seats["nurse"]]
    inviting.invite(by=cast.nurse, gathering=gathering, seats=nurse, way=Way.SEAT, channel=Channel.APP)
    frozen = drawing.freeze(by=cast.nurse, gathering=gathering, wanted={"2": 1}, announced="No. 1")
    drawing.draw(by=cast.nurse, draw=frozen, channel=Channel.PHONE, seed="123456")
    door = doors.open_door(by=cast.nurse, gathering=gathering)
    comer = Comer(one.name, one.leg, one.organisation)
    attending.sign_in(by=of_phone(door), door=door, comer=comer, ticket="a phone")
    return {"called": str(gathering.pk), "draw": str(frozen.pk), "code": door.code}


def talked(cast: Cast) -> dict[str, Any]:
    """A gathering in session, and one that was held: what it agreed, left open and learned."""
    ids: dict[str, Any] = {}
    for key, title, days in (("held", "วงก่อน", 30), ("talk", "คุยเรื่องรถ", 0)):
        at = clock.now() - timedelta(days=days)
        told = {"title": title, "place": "ศาลาหมู่ 5", "starts_at": at, "agenda": ["รถรับส่ง"]}
        one = calling.call_together(by=cast.secretary, body=cast.seats["secretary"].body, **told)
        ids[key] = calling.move(by=cast.secretary, gathering=one, to=Stage.OPEN)
        minutes.write(by=cast.secretary, gathering=one, lines=[Line("รถมีคันเดียว", heading="รถรับส่ง")])
    held = ids["held"]
    state = next(leg for leg in gatherings.legs_of(held) if leg.name_th == "หน่วยงานรัฐ")
    agreed = Agreed("ซ่อมสองหลัง", {state.pk: Voice.AGREED}, cast.seats["local"])
    decisions.decide(by=cast.secretary, gathering=held, agreed=agreed)
    ids["decision"] = decisions.decide(by=cast.secretary, gathering=ids["talk"], agreed=agreed).pk
    ids["question"] = questions.leave_open(by=cast.secretary, gathering=held, text="ใครไปรับ").pk
    calling.move(by=cast.secretary, gathering=held, to=Stage.HELD)
    reviews.reflect(by=cast.local, gathering=held, learned=Learned(strengths="ฟังกันดี", why="นัดชน"))
    reviews.reflect(by=cast.nurse, gathering=held, learned=Learned(why="นัดชน"), unnamed=True)
    will = {"text": "ถามวันว่าง", "owner": cast.seats["secretary"], "due_on": clock.today()}
    ids["action"] = reviews.promise(by=cast.secretary, gathering=held, **will).pk
    return ids | {key: str(ids[key].id) for key in ("held", "talk")}


def rooms_kept(cast: Cast) -> dict[str, str]:
    """A room in which parties tell each other, its door open, and one at a gathering that closed with a leg unheard."""
    told, met = opened(cast), calling.move(by=cast.secretary, gathering=called(cast, clock.now()), to=Stage.OPEN)
    room_doors.open_door(by=cast.secretary, exchange=told)
    line = bring(told)
    done = voting_room(cast, AGREED | {"ท้องที่": AGREED["ท้องที่"][:2]}, gathering=met)
    door = room_doors.open_door(by=cast.secretary, exchange=done)
    results.close(by=cast.secretary, exchange=done)
    card = told.statements.order_by("number")[0]
    return {
        "told_room": str(told.pk),
        "line": str(line.pk),
        "card": str(card.pk),
        "closed_room": str(done.pk),
        "result_code": door.code,
    }
