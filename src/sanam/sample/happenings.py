"""What has happened in the sample district since its files were read in: who cares for whom, who moved or died."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sanam.domain.areas import queries as areas
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.phone import nobody
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import around, groups, lives, residences
from sanam.domain.registry.operations.around import Someone, Way
from sanam.domain.registry.words import DEPENDENCES, Basis, Channel, Group, How, Kin
from sanam.sample.dice import Dice, dice_for

CARED_FOR = 14
OUTSIDERS = ("ป้าแดง", "น้าศรี", "พี่หวาน", "ลุงชม", "น้องบ่าว")
NOTES = ("โทรได้หลังห้าโมงเย็น", "อยู่บ้านตอนเช้า", "ไลน์ตอบไวกว่า", "")


def happen(actors: Mapping[str, Actor], seed: int) -> None:
    """Noted by the care manager of พนางตุง, through the same deeds a page uses."""
    manager, dice = actors["manager-12"], dice_for(seed, "happenings")
    close = [row.person for row in registry.worklist(manager, registry.Ask(), size=CARED_FOR).rows]
    for person in close[: CARED_FOR // 2]:
        _depends(manager, dice, person)
    for person in close:
        _cared_for(manager, dice, person)
    known = {person.pk for person in close}
    others = [row.person for row in registry.worklist(manager, registry.Ask(everyone=True), size=60).rows]
    _lives(manager, dice, [person for person in others if person.pk not in known])


def _depends(by: Actor, dice: Dice, person: Any) -> None:
    kind = dice.pick(list(DEPENDENCES))
    groups.note(by=by, person=person, belongs=groups.Belongs(Group.DEPENDENT, kind, Basis.SEEN))


def _cared_for(by: Actor, dice: Dice, person: Any) -> None:
    """A carer from the house where there is one, else somebody by name; most with a number, some with LINE."""
    on = clock.today() - timedelta(days=dice.between(2, 260))
    housemates = registry.card(by, str(person.pk)).household
    other = dice.pick(housemates) if housemates and dice.chance(0.7) else None
    kind = dice.pick([Kin.CHILD, Kin.SPOUSE, Kin.GRANDCHILD, Kin.SIBLING]) if other else Kin.NEIGHBOUR
    name = "" if other else dice.pick(OUTSIDERS)
    phone = nobody(dice.between(10_000, 99_999)) if dice.chance(0.8) else ""
    someone = Someone(kind, other, name, cares=True, phone=phone)
    near = around.note(by=by, person=person, someone=someone, how=How.VISIT, on=on)
    if dice.chance(0.4):
        way = Way(Channel.PHONE, nobody(dice.between(10_000, 99_999)), dice.pick(NOTES))
        around.note_contact(by=by, person=person, way=way, how=How.VISIT, on=on, whose=near)


def _lives(by: Actor, dice: Dice, people: list[Any]) -> None:
    """Two died, one moved away, one cannot be found, three moved house; one was noted by mistake and put right."""
    day = PartialDate.from_date(clock.today() - timedelta(days=dice.between(1, 9)))
    month = PartialDate(day.year, day.month)
    dice.shuffle(people)
    for person in people[:2]:
        lives.died(by=by, person=person, on=day, how=How.TOLD)
    for person in people[2:3]:
        lives.moved_away(by=by, person=person, to="อ.หาดใหญ่ จ.สงขลา กับลูกสาว", on=month, how=How.PHONE)
    for person in people[3:4]:
        lives.missing(by=by, person=person, on=month, how=How.TOLD, because="เพื่อนบ้านไม่เห็นมาหลายสัปดาห์")
    for person in people[4:5]:
        lives.died(by=by, person=person, on=None, how=How.TOLD)
        lives.put_right(by=by, person=person, because="ชื่อคล้ายกับคนข้างบ้าน")
    for person, number in zip(people[5:8], ("101", "55/2", "9"), strict=False):
        to = residences.Move(dice.pick(areas.children("930512")), number)
        residences.move(by=by, person=person, to=to, how=How.VISIT, on=clock.today())
