"""Gatherings of the invented district: two to come, one with a lottery, and two that were held."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import INSTALLATION, Actor
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.asked import Answer, CameBy, Channel, Ground, Known, Way
from sanam.domain.gatherings.operations import attending, calling, doors, drawing, eligible, inviting, listed
from sanam.domain.gatherings.operations.eligible import Someone
from sanam.domain.gatherings.queries import comer_of, of_phone
from sanam.domain.gatherings.words import GatheringKind, Stage
from sanam.domain.journal import operations as journal
from sanam.domain.teams import queries as teams
from sanam.sample.dice import Dice, dice_for
from sanam.sample.numbers import invented_phone

if TYPE_CHECKING:
    from sanam.domain.gatherings.models import Gathering
    from sanam.domain.teams.models import Body, Seat

_GIVEN = ("สมหวัง", "บุญเลิศ", "ละออง", "จินดา", "ประเสริฐ", "วันเพ็ญ", "อำนวย", "สายสมร", "ทวี", "มาลี", "ชำนาญ", "กาญจนา")
_FAMILY = ("หนูเกื้อ", "ทองแป้น", "ศรีไหม", "คงทอง", "แก้วมณี", "ด้วงอินทร์", "เรืองศรี")
_GROUPS = (
    ("ท้องถิ่น", "กองสวัสดิการ เทศบาลพนางตุง"),
    ("ท้องที่", "ผู้ใหญ่บ้าน ต.พนางตุง"),
    ("หน่วยงานรัฐ", "รพ.สต.ในอำเภอ"),
    ("ภาคประชาชน", "ชมรม อสม.อำเภอควนขนุน"),
    ("ภาคประชาชน", "ชมรมผู้สูงอายุมะกอกเหนือ"),
)
LISTED = 110
_NOON, _MORNING = time(13, 30), time(9)
AGENDA = ("เรื่องที่ดีอยู่แล้ว", "เรื่องที่ติด", "โจทย์ที่ยังเปิดอยู่")
HELD = (
    (48, "วงคุยเรื่องบ้านและรถ", "ศาลาประชาคม เทศบาลตำบลมะกอกเหนือ", 0.25, ("ซ่อมบ้านก่อนหน้าฝน", "รถรับส่งไปหาหมอ")),
    (
        16,
        "วงคุยดูแลกลุ่มเปราะบางทางสังคม ครั้งที่ 6",
        "หอประชุมอำเภอควนขนุน",
        0.4,
        ("เรื่องด่วนตอบภายในกี่ชั่วโมง", "คนไม่มีบัตรประชาชน"),
    ),
)
"""Days ago, what about, where, what share of those listed was asked, the agenda."""


def gather(actors: Mapping[str, Actor], seats: Mapping[str, Seat], seed: int) -> list[Gathering]:
    """A list of who could be asked, two gatherings held, which it returns, and two called; all as anybody would."""
    secretary, body = actors["secretary"], seats["secretary"].body
    dice = dice_for(seed, "gatherings")
    eligible.add(by=secretary, body=body, people=_people(body, dice))
    held = [_held(actors, body, dice, *one) for one in HELD]
    _forget_one(secretary, body)
    _to_come(actors, body)
    return held


def _people(body: Body, dice: Dice) -> list[Someone]:
    legs = {leg.name_th: leg for leg in teams.legs(body)}
    found = []
    for place in range(LISTED):
        leg, group = _GROUPS[place % len(_GROUPS)]
        name = f"{_GIVEN[place % len(_GIVEN)]} {_FAMILY[place % len(_FAMILY)]}"
        phone = invented_phone(910_000 + place) if dice.random() < 0.8 else ""
        found.append(Someone(name, dice.choice(list(CameBy)), phone, group, legs[leg]))
    return found


def _called(
    by: Actor,
    body: Body,
    days: int,
    title: str,
    place: str,
    at: time = _MORNING,
    agenda: tuple[str, ...] = AGENDA,
) -> Gathering:
    day = clock.today() + timedelta(days=days)
    starts = datetime.combine(day, at, clock.BANGKOK)
    return calling.call_together(
        by=by,
        body=body,
        title=title,
        place=place,
        kind=GatheringKind.EXCHANGE,
        starts_at=starts,
        ends_at=starts + timedelta(hours=3),
        agenda=agenda,
        tags=("กลุ่มเปราะบาง", "สนามพลัง"),
    )


def _held(
    actors: Mapping[str, Actor],
    body: Body,
    dice: Dice,
    days: int,
    title: str,
    place: str,
    share: float,
    agenda: tuple[str, ...],
) -> Gathering:
    """Called three weeks before, opened on its day; phones sign in, some are helped, one group is only counted."""
    secretary, today = actors["secretary"], clock.today()
    with clock.at(today - timedelta(days=days + 21)):
        found = _called(secretary, body, 21, title, place, agenda=agenda)
        asked = inviting.invite(by=secretary, gathering=found, seats=_board(body), way=Way.LEG, channel=Channel.APP)
        people = [one for one in body.eligible.order_by("key") if dice.random() < share]
        asked += inviting.invite(by=secretary, gathering=found, eligible=people, way=Way.NAMED, channel=Channel.PHONE)
        for one in asked:
            said = dice.choice([Answer.YES, Answer.YES, Answer.YES, Answer.LATER, Answer.NO])
            inviting.answer(by=secretary, invitation=one, answer=said)
    with clock.at(datetime.combine(today - timedelta(days=days), time(8, 40), clock.BANGKOK)):
        door = doors.open_door(by=secretary, gathering=found)
        comers = [one for one in asked if one.name and one.answer == Answer.YES and dice.random() < 0.85]
        for place_in_line, one in enumerate(comers):
            comer = comer_of(one)
            if dice.random() < 0.75 and place_in_line < 55:
                ticket = f"sample {found.pk} {place_in_line}"
                attending.sign_in(by=of_phone(door), door=door, comer=comer, ticket=ticket)
            else:
                attending.sign_in_for(by=secretary, gathering=found, comer=comer)
        local = next(leg for leg in teams.legs(body) if leg.name_th == "ท้องถิ่น")
        attending.count_heads(by=secretary, gathering=found, organisation="อบต.แพรกหา", leg=local, heads=3)
        doors.shut(by=secretary, gathering=found)
        return calling.move(by=secretary, gathering=found, to=Stage.HELD)


def _forget_one(secretary: Actor, body: Body) -> None:
    """Somebody who came once asks to be erased: their row stays, and no name in it."""
    found = queries.held_under(secretary, body, f"{_GIVEN[0]} {_FAMILY[0]}")
    group = found.eligible[0].organisation  # another of that name belongs to another group
    theirs = [one.ref for one in found.eligible if one.organisation == group]
    theirs += [one.ref for one in found.came if one.organisation == group]
    listed.erase(by=secretary, body=body, held=found.only(theirs), known=Known.CALLED, ground=Ground.WISH)


def _board(body: Body) -> list[Seat]:
    return [one for one in teams.seats() if one.body_id == body.pk]


def _to_come(actors: Mapping[str, Actor], body: Body) -> None:
    """One where a few are drawn by lot from those nobody ever asked; one that has only been called."""
    secretary = actors["secretary"]
    found = _called(secretary, body, 12, "วงคุยดูแลกลุ่มเปราะบางทางสังคม ครั้งที่ 7", "ศาลาหมู่ 5 ต.พนางตุง", _NOON)
    inviting.invite(by=secretary, gathering=found, seats=_board(body), way=Way.LEG, channel=Channel.APP)
    frozen = drawing.freeze(by=secretary, gathering=found, wanted={"1": 2, "2": 2, "3": 2, "4": 3})
    journal.seal(by=INSTALLATION)
    drawn = drawing.draw(by=secretary, draw=frozen, channel=Channel.PHONE)
    for said, one in zip(
        [Answer.YES, Answer.YES, Answer.NO, Answer.YES, Answer.LATER], drawn.invitations.all(), strict=False
    ):
        inviting.answer(by=secretary, invitation=one, answer=said)
    _called(
        actors["manager-12"],
        teams.body_of(actors["manager-12"]),
        5,
        "ทีมดูแล ต.พนางตุง คุยประจำเดือน",
        "รพ.สต.พนางตุง (สมมติ)",
    )
