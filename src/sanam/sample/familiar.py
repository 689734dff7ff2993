"""The few people whom the pages' pictures and examples speak of, in their houses.

They are as invented as everyone else, but by hand: an old woman who cannot get up and the granddaughter
who sleeps beside her, a boy with cerebral palsy, a man alone, and the volunteers who call on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sanam.sample import health, numbers
from sanam.sample.dice import Dice
from sanam.sample.households import CHILD, GRANDCHILD, HEAD, SPOUSE
from sanam.sample.kinship import DIVORCED, MARRIED, OFFICE_OPENS, SINGLE, WIDOWED, relate
from sanam.sample.names import BUDDHIST, MUSLIM
from sanam.sample.things import FEMALE, MALE, Assessment, Condition, Disability, Household, Person, Village
from sanam.sample.traits import EVERYONE, HEADMAN, NO_WORK, RUBBER, VILLAGE_HEAD, VOLUNTEER, prefix


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody known by name: family place, sex, birth, names, and what is said of them."""

    relation: str
    sex: str
    born: date
    given: str
    family: str
    marriage: str = SINGLE
    standing: str = "5"
    disability: tuple[str, str, str] | None = None
    score: int | None = None
    ill: tuple[str, ...] = ()


HOUSES: dict[tuple[str, str], tuple[Known, ...]] = {
    ("93051205", "47"): (
        Known(
            *(HEAD, FEMALE, date(1942, 1, 1), "เอียด", "ทองนุ่น", WIDOWED),
            disability=(health.BODY, health.ILLNESS, "I694"),
            score=4,
            ill=(health.HYPERTENSION, health.STROKE),
        ),
        Known(GRANDCHILD, FEMALE, date(1998, 5, 9), "พิมพ์", "ทองนุ่น"),
    ),
    ("93051205", "49"): (Known(HEAD, FEMALE, date(1961, 8, 21), "จวน", "ชูแก้ว", WIDOWED),),
    ("93051205", "52"): (
        Known(HEAD, MALE, date(1973, 2, 14), "ประสิทธิ์", "ขุนทอง", MARRIED),
        Known(SPOUSE, FEMALE, date(1976, 11, 3), "สุดา", "ขุนทอง", MARRIED, VOLUNTEER),
    ),
    ("93051205", "3"): (Known(HEAD, MALE, date(1968, 4, 30), "ไสว", "สังข์แก้ว", DIVORCED, VILLAGE_HEAD),),
    ("93051203", "12"): (
        Known(
            *(HEAD, MALE, date(1945, 6, 18), "คล้าย", "ขุนแก้ว", MARRIED),
            score=3,
            ill=(health.DIABETES, health.KIDNEY),
        ),
        Known(SPOUSE, FEMALE, date(1949, 1, 1), "เลี่ยม", "ขุนแก้ว", MARRIED, score=16),
    ),
    ("93051203", "15"): (Known(HEAD, FEMALE, date(1972, 9, 27), "วิไล", "รักแก้ว", DIVORCED, VOLUNTEER),),
    ("93051207", "31/2"): (
        Known(
            *(HEAD, MALE, date(1955, 3, 7), "สมาน", "รักนุ้ย", MARRIED),
            score=9,
            ill=(health.HYPERTENSION, health.LUNGS),
        ),
        Known(SPOUSE, FEMALE, date(1958, 12, 1), "หนูพิน", "รักนุ้ย", MARRIED, score=20),
    ),
    ("93051207", "8"): (
        Known(HEAD, MALE, date(1986, 7, 16), "ยูโซบ", "หมัดอาดัม", MARRIED),
        Known(SPOUSE, FEMALE, date(1989, 10, 2), "สุไรดา", "หมัดอาดัม", MARRIED),
        Known(
            *(CHILD, MALE, date(2017, 3, 12), "ฟาริด", "หมัดอาดัม"),
            disability=(health.BODY, health.INBORN, "G809"),
        ),
    ),
    ("93051207", "66"): (Known(HEAD, MALE, date(1958, 2, 25), "เนียม", "ชูสุข", score=14, ill=("M179",)),),
    ("93051102", "21"): (Known(HEAD, FEMALE, date(1980, 6, 5), "อรทัย", "เพชรคง", SINGLE, VOLUNTEER),),
}
"""(village, house number) → who lives there."""

HOW_MANY = sum(map(len, HOUSES.values()))
"""They are the first humans of the district: `who` 1 to this number, and nothing is planted on them."""

_MUSLIM_FAMILIES = frozenset({"หมัดอาดัม"})


def settle_in(villages: Iterable[Village], *, whos: Iterator[int], today: date) -> None:
    """Bring the familiar families to their villages."""
    by_code = {village.code: village for village in villages}
    for (code, house_no), family in HOUSES.items():
        people = [_person(known, next(whos), code, today) for known in family]
        relate(Dice(house_no), people)
        for person, known in zip(people, family, strict=True):
            person.marriage = known.marriage
            person.prefix = prefix(person, person.age(today))
        people[0].fstatus = "1"
        by_code[code].households.append(Household(house_no, code, people, phone=people[0].mobile))


def _person(known: Known, who: int, village: str, today: date) -> Person:
    grown = known.born.year < today.year - 18
    ago = today - timedelta(days=20)
    return Person(
        who=who,
        hospital=f"993{village[4:6]}",
        sex=known.sex,
        birth=known.born,
        given=known.given,
        family=known.family,
        faith=MUSLIM if known.family in _MUSLIM_FAMILIES else BUDDHIST,
        relation=known.relation,
        updated=datetime.combine(ago, OFFICE_OPENS),
        national_id=numbers.invented_id(who, 3 if known.born.year < 1984 else 1),
        occupation=_occupation(known, today),
        education="02",
        coverage=EVERYONE,
        standing=known.standing,
        mobile=numbers.invented_phone(who) if grown and known.score is None else "",
        disability=Disability(*known.disability, detected=date(today.year - 4, 3, 2)) if known.disability else None,
        conditions=tuple(Condition(diagnosis, date(today.year - 9, 5, 20)) for diagnosis in known.ill),
        assessment=None if known.score is None else Assessment(known.score, ago),
    )


def _occupation(known: Known, today: date) -> str:
    if known.standing == VILLAGE_HEAD:
        return HEADMAN
    age = today.year - known.born.year
    return "9000" if age < 18 else RUBBER if age < 65 else NO_WORK
