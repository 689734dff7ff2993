"""What the invented people received, and the groups and cards that make the reports worth reading."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import assistance, groups
from sanam.domain.registry.operations.assistance import Received
from sanam.domain.registry.operations.groups import Belongs
from sanam.domain.registry.words import Basis, Group, Help, How
from sanam.domain.teams import queries as teams
from sanam.sample.dice import Dice, dice_for

OUTSIDERS = ("วัดทะเลน้อย", "ร้านขายยาข้างตลาด", "กลุ่มจักสานกระจูด", "ลูกหลานที่กรุงเทพฯ", "ชมรมจักรยานควนขนุน")
GIFTS: tuple[tuple[Help, str, int | None, str], ...] = (
    (Help.FOOD, "ข้าวสารกับน้ำมัน", 1, "ชุด"),
    (Help.FOOD, "ผ้าอ้อมผู้ใหญ่", 2, "ห่อ"),
    (Help.DEVICE, "ไม้เท้าสี่ขา", 1, "อัน"),
    (Help.DEVICE, "ที่นอนลม", 1, "ผืน"),
    (Help.HOME, "ทางลาดกับราวจับหน้าห้องน้ำ", None, ""),
    (Help.MONEY, "ค่าเดินทางไปโรงพยาบาล", 1500, "บาท"),
    (Help.CARE, "นักกายภาพมาช่วยฝึกเดิน", 3, "ครั้ง"),
    (Help.WORK, "พันธุ์ไก่ไข่กับอาหาร", 10, "ตัว"),
)


def live_a_year(actors: Mapping[str, Actor], seed: int) -> None:
    """Groups and cards noted by the secretary across the district, gifts noted in พนางตุง by whoever heard of them."""
    dice = dice_for(seed, "receiving")
    _note_groups(actors["secretary"], dice)
    _note_gifts(actors, dice)


def _note_groups(secretary: Actor, dice: Dice) -> None:
    old = [row.person for row in registry.find(secretary, registry.Filters(group=Group.ELDER), size=400).rows]
    for person in dice.sample(old, len(old) // 3):
        kind = dice.choice(("social", "social", "home", "bed"))
        groups.note(by=secretary, person=person, belongs=Belongs(Group.DEPENDENT, kind, Basis.SEEN))
    for person in dice.sample(old, len(old) // 6):
        groups.note(by=secretary, person=person, belongs=Belongs(Group.HARDSHIP, "10", Basis.TOLD))
    slow = registry.find(secretary, registry.Filters(group=Group.DISABLED), size=300).rows
    for row in slow:
        _renew(secretary, row, dice)


def _renew(secretary: Actor, row: registry.Row, dice: Dice) -> None:
    """A card seen on the spot; one in five has run out or will soon, some tell only the year."""
    kinds = [one.kind for one in row.groups if one.group == Group.DISABLED]
    days = dice.choice((-400, -90, -12, 30, 75, *(dice.randint(120, 2600) for _ in range(15))))
    until = PartialDate.from_date(clock.today() + timedelta(days=days))
    if dice.chance(0.1):
        until = PartialDate(until.year)
    groups.note(
        by=secretary, person=row.person, belongs=Belongs(Group.DISABLED, kinds[0], Basis.CARD, card_until=until)
    )


def _note_gifts(actors: Mapping[str, Actor], dice: Dice) -> None:
    givers = [one for one in teams.organisations() if one.area_code in {"930512", "9305"} and "กขป" not in one.name_th]
    writers = [actors["manager-12"], actors["local-12"]]
    people = [row.person for row in registry.find(writers[0], registry.Filters(group=Group.ELDER), size=60).rows]
    for person in dice.sample(people, min(len(people), 30)):
        gifts = dice.sample(GIFTS, dice.randint(1, 3))
        # now and then a second giver who did not know of the first
        again = [gifts[0]] if dice.chance(0.3) else []
        for gift in [*gifts, *again]:
            assistance.note(by=dice.choice(writers), person=person, received=_received(gift, givers, dice))


def _received(gift: tuple[Help, str, int | None, str], givers: list[Any], dice: Dice) -> Received:
    kind, words, amount, unit = gift
    outsider = dice.choice(OUTSIDERS) if dice.chance(0.35) else ""
    return Received(
        kind=kind,
        on=_day(clock.today() - timedelta(days=dice.randint(3, 330)), dice),
        organisation="" if outsider else str(dice.choice(givers).pk),
        outsider=outsider,
        words=words,
        amount=Decimal(amount) if amount else None,
        unit=unit,
        source=How.TOLD if dice.chance(0.6) else How.VISIT,
    )


def _day(day: date, dice: Dice) -> PartialDate:
    return PartialDate(day.year, day.month) if dice.chance(0.2) else PartialDate.from_date(day)
