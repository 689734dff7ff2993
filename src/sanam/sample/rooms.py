"""A room of the invented district that is open now: four legs told what they bring, and phones are answering."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.operations import doors, exchanges, positions, statements, tickets, votes, voting
from sanam.domain.dialogue.words import Answer, Channel, Heading
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.teams import queries as teams
from sanam.sample.dice import Dice, dice_for

if TYPE_CHECKING:
    from sanam.domain.dialogue.models import Exchange, RoomDoor, Statement, Ticket
    from sanam.domain.teams.models import Leg, Seat

TITLE = "ก่อนวงครั้งที่ 7: เราทำอะไรด้วยกันได้เลย"
QUESTION = "เรื่องไหนที่ทุกขาลงแรงด้วยกันได้ก่อนสิ้นปี"
LASTS = timedelta(days=9)
BROUGHT = (
    (
        "ท้องถิ่น",
        "เทศบาลในอำเภอ (สมมติ)",
        {
            Heading.GOAL: ["บ้านของคนเปราะบางอยู่ได้ปลอดภัยทุกหลัง"],
            Heading.METHOD: ["ช่างกองช่างออกวันพุธ เดือนละสองครั้ง"],
            Heading.CAPITAL: ["รถกระบะ 2 คัน", "งบซ่อมบ้านที่ขอทันในไตรมาสนี้"],
            Heading.EMPHASIS: ["บ้านที่หลังคารั่วก่อนหน้าฝน"],
            Heading.GAIN: ["รายชื่อบ้านที่ทุกฝ่ายเห็นตรงกัน"],
        },
    ),
    (
        "ท้องที่",
        "กำนันผู้ใหญ่บ้าน (สมมติ)",
        {
            Heading.GOAL: ["ไม่มีบ้านไหนที่เราไม่รู้ว่าเขาอยู่อย่างไร"],
            Heading.METHOD: ["ถามข่าวในวันประชุมหมู่บ้าน", "เดินไปกับ อสม. บ้านที่ไม่กล้าไปคนเดียว"],
            Heading.CAPITAL: ["เสียงตามสาย", "คนในหมู่บ้านที่พร้อมแรง"],
            Heading.GAIN: ["รู้ว่าส่งเรื่องไปแล้วถึงไหน"],
        },
    ),
    (
        "หน่วยงานรัฐ",
        "รพ.สต. ในอำเภอ (สมมติ)",
        {
            Heading.GOAL: ["คนติดเตียงได้เยี่ยมทุก 7 วัน"],
            Heading.METHOD: ["เยี่ยมบ้านเป็นทีมข้ามหน่วยงาน"],
            Heading.CAPITAL: ["พยาบาลและนักกายภาพ", "เครื่องมือวัดที่บ้าน"],
            Heading.EMPHASIS: ["ผู้ดูแลที่เหนื่อยมานาน"],
            Heading.GAIN: ["รถรับส่งวันนัด"],
        },
    ),
    (
        "ภาคประชาชน",
        "ชมรมและสมาคม (สมมติ)",
        {
            Heading.GOAL: ["ผู้ดูแลได้พักเดือนละ 2 วัน"],
            Heading.METHOD: ["เพื่อนบ้านผลัดเวรอยู่เป็นเพื่อน"],
            Heading.CAPITAL: ["คนที่เคยดูแลแม่มาก่อน", "กองทุนวันละบาท"],
            Heading.EMPHASIS: ["ฟังเขาก่อนเอาของไปให้"],
            Heading.GAIN: ["เพื่อนร่วมทางที่ไม่หายไป"],
        },
    ),
)
"""Leg, party, what it brings: invented words of the kind districts write."""
CARDS = (
    (Heading.METHOD, "เยี่ยมบ้านร่วมกันข้ามหน่วยงาน เดือนละครั้งต่อตำบล ดีกว่าต่างคนต่างไป", 0.9),
    (Heading.GOAL, "คนติดเตียงได้เยี่ยมทุก 7 วัน", 0.85),
    (Heading.GOAL, "ผู้ดูแลได้พัก เดือนละ 2 วัน", 0.8),
    (Heading.GOAL, "ซ่อมบ้านเสร็จใน 30 วัน นับจากวันที่เห็นตรงกัน", 0.75),
    (Heading.METHOD, "เรื่องด่วนตอบกันภายใน 24 ชั่วโมง ใครรับก็ได้", 0.6),
    (Heading.CAPITAL, "รถของทุกหน่วยงานลงตารางเดียวกัน", 0.45),
    (Heading.METHOD, "ถามเจ้าตัวก่อนเสมอว่าอยากให้ใครรู้เรื่องอะไร", 0.85),
    (Heading.GOAL, "เด็กพิการได้เรียนใกล้บ้าน", 0.8),
    (Heading.METHOD, "บันทึกครั้งเดียว ไม่ต้องกรอกซ้ำหลายระบบ", 0.95),
    (Heading.CAPITAL, "กองทุนตำบลแต่ละกองตัดสินกันเอง ไม่ต้องดูของกองอื่น", 0.3),
    (Heading.EMPHASIS, "บ้านที่อยู่คนเดียวมาก่อนบ้านที่มีลูกหลาน", 0.55),
    (Heading.GAIN, "ทุกสิ้นเดือนมีข่าวกลับถึงคนที่ส่งเรื่อง", 0.9),
)
"""Heading, text, how likely somebody agrees; the rest disagree or pass."""
PHONES = {"ท้องถิ่น": 5, "ท้องที่": 4, "หน่วยงานรัฐ": 8, "ภาคประชาชน": 7}


def open_up(actors: Mapping[str, Actor], seats: Mapping[str, Seat], seed: int) -> Exchange:
    """Opened three days ago at the gathering to come, told in, voting since yesterday; all as anybody would."""
    host, body = actors["secretary"], seats["secretary"].body
    coming = body.gatherings.filter(title__contains="ครั้งที่ 7").order_by("-pk").first()
    dice, legs = dice_for(seed, "rooms"), {leg.name_th: leg for leg in teams.legs(body)}
    with clock.at(_at(-3, 9)):
        ends = clock.now() + LASTS
        room = exchanges.open_room(by=host, body=body, title=TITLE, question=QUESTION, gathering=coming, ends_at=ends)
        for leg, name, lines in BROUGHT:
            positions.bring(by=host, exchange=room, name=name, leg=legs[leg], lines=lines)
    with clock.at(_at(-2, 10)):
        cards = [statements.offer(by=host, exchange=room, text=text, heading=head) for head, text, _ in CARDS]
        door = doors.open_door(by=host, exchange=room)
        _offered(door, legs)
    with clock.at(_at(-1, 9)):
        room = voting.begin(by=host, exchange=room)
        for leg, count in PHONES.items():
            for number in range(count):
                _answers(_came(door, legs[leg], f"{leg} {number}"), cards, dice)
        _helped(door, legs["ท้องที่"], cards, dice)
    return room


def _at(days: int, hour: int) -> datetime:
    return datetime.combine(clock.today() + timedelta(days=days), time(hour), clock.BANGKOK)


def _came(door: RoomDoor, leg: Leg, mark: str, nickname: str = "") -> Ticket:
    by = queries.of_door(door)
    return tickets.take(by=by, door=door, leg=leg, device=f"sample {door.pk} {mark}", nickname=nickname)


def _offered(door: RoomDoor, legs: Mapping[str, Leg]) -> None:
    """One idea from a phone that the host has not looked at before voting began."""
    mine = _came(door, legs["ภาคประชาชน"], "offers", "ป้าสาย")
    by, text = queries.of_ticket(mine), "วันพระพาคนเฒ่าไปวัดด้วยกัน"
    statements.offer(by=by, exchange=door.exchange, text=text, heading=Heading.GOAL, ticket=mine)


def _helped(door: RoomDoor, leg: Leg, cards: list[Statement], dice: Dice) -> None:
    """Two who have no phone, let in by whoever sat beside them."""
    helper = _came(door, leg, "helps", "ผู้ช่วยแมว")
    by = queries.of_ticket(helper)
    for who in ("ตาเขียว", "ยายสี"):
        helped = tickets.help(
            by=by, exchange=door.exchange, leg=leg, channel=Channel.BESIDE, for_whom=who, helper=helper
        )
        _answers(helped.ticket, cards, dice)


def _answers(ticket: Ticket, cards: list[Statement], dice: Dice) -> None:
    """Most answer every card in their own order; some stop on the way."""
    stop = dice.randint(4, 9) if dice.random() < 0.2 else len(cards)
    likely = {card.pk: chance for card, (_, _, chance) in zip(cards, CARDS, strict=True)}
    for card in queries.in_own_order(ticket, cards)[:stop]:
        other = Answer.PASS if dice.random() < 0.4 else Answer.DISAGREE
        said = Answer.AGREE if dice.random() < likely[card.pk] else other
        votes.answer(by=queries.of_ticket(ticket), ticket=ticket, card=card.pk, answer=said)
