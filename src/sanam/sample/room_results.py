"""A room that was held: forty people of four legs answered fourteen cards, some helped; it closed three days ago."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.operations import (
    cards,
    carrying,
    doors,
    dots,
    exchanges,
    results,
    statements,
    tickets,
    votes,
    voting,
)
from sanam.domain.dialogue.words import DOTS, Answer, Channel, Heading
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.teams import queries as teams
from sanam.sample.dice import Dice, dice_for

if TYPE_CHECKING:
    from sanam.domain.dialogue.models import Exchange, Statement, Ticket
    from sanam.domain.gatherings.models import Gathering
    from sanam.domain.teams.models import Leg

PEOPLE = {"ท้องถิ่น": (7, 1), "ท้องที่": (5, 1), "หน่วยงานรัฐ": (15, 0), "ภาคประชาชน": (13, 4)}
"""How many of each leg came in, and how many of those somebody helped."""
CARDS: tuple[tuple[str, Heading, tuple[float, float, float, float], tuple[int, int, int, int]], ...] = (
    ("คนติดเตียงได้เยี่ยมทุก 7 วัน", Heading.GOAL, (0.9, 0.95, 0.95, 0.9), (2, 2, 9, 3)),
    ("ผู้ดูแลได้พัก เดือนละ 2 วัน", Heading.GOAL, (0.85, 0.95, 0.85, 1.0), (1, 2, 1, 9)),
    ("ซ่อมบ้านเสร็จใน 30 วัน", Heading.GOAL, (0.95, 0.9, 0.8, 0.9), (9, 5, 1, 2)),
    ("ข้อมูลคนเดียวกันตรงกันทุกหน่วย", Heading.GOAL, (0.85, 0.85, 0.95, 0.8), (2, 2, 6, 1)),
    ("รถรับส่งไปหาหมอ ทุกวันพุธ", Heading.METHOD, (0.35, 0.9, 0.6, 0.95), (0, 0, 0, 0)),
    ("เยี่ยมบ้านร่วมกันข้ามหน่วยงาน เดือนละครั้ง", Heading.METHOD, (0.9, 0.8, 0.85, 0.85), (2, 3, 3, 2)),
    ("อสม. ได้ค่าน้ำมันจากกองทุนตำบล", Heading.METHOD, (0.3, 0.7, 0.5, 0.95), (0, 0, 0, 0)),
    ("ใช้แบบบันทึกเล่มเดียว ทุกหน่วยเซ็น", Heading.METHOD, (0.6, 0.5, 0.3, 0.7), (0, 0, 0, 0)),
    ("เทศบาลมีช่างและรถกระบะ 2 คัน", Heading.CAPITAL, (0.95, 0.6, 0.5, 0.45), (0, 0, 0, 0)),
    ("ผู้ใหญ่บ้านรู้จักทุกหลังคาเรือน", Heading.CAPITAL, (0.6, 1.0, 0.55, 0.6), (0, 0, 0, 0)),
    ("คนไม่มีบัตรประชาชนนอนโรงพยาบาลได้ มีเจ้าของเรื่องคนเดียว", Heading.GOAL, (0.25, 0.6, 0.35, 0.85), (0, 0, 0, 0)),
    ("เริ่มจากบ้านที่ไม่มีใครไปหาเกินเดือน", Heading.EMPHASIS, (0.3, 0.6, 0.75, 0.9), (1, 1, 1, 4)),
    ("ประชุมร่วมไม่เกินสองชั่วโมง", Heading.METHOD, (0.9, 0.2, 0.6, 0.35), (1, 2, 1, 1)),
    ("งบซ่อมบ้านรวมเป็นก้อนเดียว", Heading.CAPITAL, (0.25, 0.6, 0.7, 0.75), (0, 0, 0, 0)),
)
"""What was said, and for each leg how likely it agrees and how it weighs that when dots are placed."""
_PASSES = 0.4


def hold_room(secretary: Actor, gathering: Gathering, seed: int) -> Exchange:
    """Opened at a gathering that was held, left open for those who could not come, closed by its host."""
    dice = dice_for(seed, "room results")
    days = [datetime.combine(clock.today() - timedelta(days=ago), time(10), clock.BANGKOK) for ago in (16, 3)]
    with clock.at(days[0]):
        room = _opened(secretary, gathering, until=days[1] + timedelta(days=1))
        inside = _come_in(secretary, room)
        voting.begin(by=secretary, exchange=room)
        for ticket in inside:
            _answer(ticket, room, dice)
    with clock.at(days[1]):
        room = results.end_voting(by=secretary, exchange=room)
        for ticket in inside:
            _place(ticket, room, dice)
        room = results.close(by=secretary, exchange=room)
        carrying.carry_on(by=secretary, exchange=room, cards=[room.statements.get(text=CARDS[10][0])])
    return room


def _opened(by: Actor, gathering: Gathering, until: datetime) -> Exchange:
    body = teams.body_of(by)
    asked = "เรามีเป้าหมายอะไรตรงกัน"
    room = exchanges.open_room(
        by=by, body=body, title="เป้าหมายร่วมดูแลกลุ่มเปราะบาง", question=asked, gathering=gathering, ends_at=until
    )
    for text, heading, _agrees, _weighs in CARDS:
        statements.offer(by=by, exchange=room, text=text, heading=heading)
    twice = statements.offer(by=by, exchange=room, text="เยี่ยมคนติดเตียงบ่อยขึ้น", heading=Heading.GOAL)
    cards.set_aside(by=by, statement=twice, because="ซ้ำกับใบแรก")
    return room


def _come_in(by: Actor, room: Exchange) -> list[Ticket]:
    door = doors.open_door(by=by, exchange=room)
    legs = {leg.name_th: leg for leg in teams.legs(room.body)}
    inside: list[Ticket] = []
    for name, (people, helped) in PEOPLE.items():
        phones = [
            tickets.take(by=queries.of_door(door), door=door, leg=legs[name], device=f"sample {name} {place}")
            for place in range(people - helped)
        ]
        inside += phones
        inside += [_helped(room, legs[name], phones[0]) for _ in range(helped)]
    return inside


def _helped(room: Exchange, leg: Leg, helper: Ticket) -> Ticket:
    by = queries.of_ticket(helper)
    return tickets.help(by=by, exchange=room, leg=leg, channel=Channel.BESIDE, helper=helper).ticket


def _answer(ticket: Ticket, room: Exchange, dice: Dice) -> None:
    """Most answer every card; one in ten stops half way."""
    deck = queries.cards(room)
    if dice.chance(0.1):
        deck = deck[: len(deck) // 2]
    for card in deck:
        agrees = CARDS[card.number - 1][2][ticket.leg.order - 1]
        votes.answer(by=queries.of_ticket(ticket), ticket=ticket, card=card.pk, answer=_says(agrees, dice))


def _says(agrees: float, dice: Dice) -> Answer:
    if dice.chance(agrees):
        return Answer.AGREE
    return Answer.PASS if dice.chance(_PASSES) else Answer.DISAGREE


def _place(ticket: Ticket, room: Exchange, dice: Dice) -> None:
    goals = queries.goals(room)
    if not goals:
        return
    placed: dict[Statement, int] = {}
    weighs = {goal: 0.4 + CARDS[goal.number - 1][3][ticket.leg.order - 1] for goal in goals}
    for _ in range(DOTS):
        goal = dice.by_share(weighs)
        placed[goal] = placed.get(goal, 0) + 1
    dots.place(by=queries.of_ticket(ticket), ticket=ticket, dots=placed)
