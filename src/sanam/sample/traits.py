"""What people do, learned, are called and are entitled to: the remaining codes of PERSON and CARD."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sanam.sample import numbers
from sanam.sample.dice import Dice
from sanam.sample.kinship import MARRIED, OFFICE_OPENS, ORDAINED, WIDOWED, renumber
from sanam.sample.names import MUSLIM
from sanam.sample.things import AWAY, DIED, HERE, LODGER, LOST, MALE, MOVED, STAYS, Address, Person

BOY, GIRL, MISTER, MISS, MISSIS, MONK, NOVICE = "001", "002", "003", "004", "005", "831", "832"
PREFIXES = {
    BOY: "ด.ช.",
    GIRL: "ด.ญ.",
    MISTER: "นาย",
    MISS: "น.ส.",
    MISSIS: "นาง",
    MONK: "พระ",
    NOVICE: "ส.ณ.",
}
"""PRENAME, and how a clerk writes it out."""

PUPIL, AT_HOME, IN_CARE, PENSIONER, LABOURER, NO_WORK, HEADMAN = (
    "9000",
    "9001",
    "9002",
    "9003",
    "9622",
    "9999",
    "1113",
)
RUBBER, RICE, FISHER, SHOP, BUILDER, STAFF, TEACHER, CRAFT, RELIGION = (
    *("6112", "6111", "6222", "5221", "9313"),
    *("9005", "2341", "7317", "2636"),
)
"""OCCUPATION_NEW."""

EVERYONE, CIVIL_SERVANT, SOCIAL_SECURITY, STATUS_PROBLEM = "0100", "1100", "4200", "8301"
"""INSTYPE_NEW."""

VILLAGE_HEAD, VOLUNTEER = "1", "2"
"""VSTATUS."""

THAI, MYANMAR, STATELESS = "099", "048", "096"
"""NATION."""

_WORK = {
    RUBBER: 38,
    LABOURER: 16,
    RICE: 10,
    SHOP: 9,
    STAFF: 8,
    AT_HOME: 7,
    FISHER: 4,
    BUILDER: 4,
    CRAFT: 2,
    TEACHER: 2,
}
_NEVER_SCHOOL, _NURSERY, _PRIMARY, _SECONDARY, _DIPLOMA, _DEGREE = "00", "01", "02", "03", "04", "05"


def settle(dice: Dice, person: Person, family: Sequence[Person], today: date) -> None:
    """Fill in what follows from age, sex and marriage."""
    age = person.age(today)
    person.prefix = prefix(person, age)
    person.occupation = _occupation(dice, age)
    person.education = _education(dice, age)
    person.coverage = _coverage(dice, person, age)
    person.moved_in = _moved_in(dice, person, today)
    if 13 < age < 78 and dice.chance(0.72):
        person.mobile = numbers.invented_phone(person.who)
    _leave(dice, person, age, today)
    _reside(dice, person, age)
    _cross_a_border(dice, person, family, age)
    person.updated = _written(dice, person, today)


def prefix(person: Person, age: int) -> str:
    """PRENAME by sex, age and marriage."""
    if person.marriage == ORDAINED:
        return MONK if age >= 20 else NOVICE
    if person.sex == MALE:
        return BOY if age < 15 else MISTER
    if age < 15:
        return GIRL
    return MISSIS if person.marriage in {MARRIED, WIDOWED} else MISS


def _occupation(dice: Dice, age: int) -> str:
    if age < 4:
        return IN_CARE
    if age < 19 or (age < 23 and dice.chance(0.4)):
        return PUPIL
    if age >= 75 or (age >= 60 and dice.chance(0.45)):
        return dice.by_share({NO_WORK: 5, AT_HOME: 4, PENSIONER: 1})
    return dice.by_share(_WORK)


def _education(dice: Dice, age: int) -> str:
    if age < 6:
        return _NURSERY
    if age < 19:
        return _PRIMARY if age < 13 else _SECONDARY
    if age >= 60:
        return dice.by_share({_PRIMARY: 80, _NEVER_SCHOOL: 10, _SECONDARY: 6, _DEGREE: 4})
    return dice.by_share({_SECONDARY: 45, _PRIMARY: 30, _DEGREE: 15, _DIPLOMA: 10})


def _coverage(dice: Dice, person: Person, age: int) -> str:
    if person.occupation in {TEACHER, PENSIONER}:
        return CIVIL_SERVANT
    if 20 <= age < 60 and dice.chance(0.14):
        return SOCIAL_SECURITY
    return EVERYONE


def _moved_in(dice: Dice, person: Person, today: date) -> date | None:
    days = (today - person.birth).days
    return person.birth + timedelta(days=dice.between(0, days)) if days > 0 and dice.chance(0.3) else None


def _leave(dice: Dice, person: Person, age: int, today: date) -> None:
    """Some have died, moved or been lost sight of, and stay in the register."""
    shares = {DIED: 0.05 if age >= 70 else 0.004, MOVED: 0.02, LOST: 0.002, STAYS: 0.95}
    person.discharge = dice.by_share(shares)
    if person.discharge != STAYS:
        days = min(1500, max(1, (today - person.birth).days))
        person.discharged = today - timedelta(days=dice.between(1, days))


def _reside(dice: Dice, person: Person, age: int) -> None:
    leaves_for_work = 19 <= age < 46
    person.typearea = dice.by_share(
        {HERE: 74 if leaves_for_work else 91, AWAY: 20 if leaves_for_work else 3, LODGER: 6}
    )


def _cross_a_border(dice: Dice, person: Person, family: Sequence[Person], age: int) -> None:
    """A few came to tap rubber, or were born here to parents who did, or never had a status."""
    if not (person.typearea == LODGER and age < 50 and person.faith != MUSLIM and dice.chance(0.09)):
        return
    person.nation = dice.by_share({MYANMAR: 6, STATELESS: 4})
    kind = numbers.ENTERED if age >= 18 else numbers.BORN_TO_ENTERED
    if person.nation == STATELESS or dice.chance(0.3):
        kind = numbers.NO_STATUS
    renumber(person, numbers.invented_id(person.who, kind), family)
    person.labor = {numbers.ENTERED: "11", numbers.BORN_TO_ENTERED: "18", numbers.NO_STATUS: "13"}[kind]
    person.coverage = STATUS_PROBLEM


def registered_elsewhere(dice: Dice, areas: tuple[str, ...]) -> Address:
    """The house of somebody who lives here and is registered in one of `areas` (6 digits)."""
    return Address(house_number(dice), f"{dice.pick(areas)}{dice.between(1, 9):02d}")


def house_number(dice: Dice) -> str:
    """A house number as villages have them: 47, or 47/3 where a plot was shared out."""
    number = str(dice.between(1, 260))
    return f"{number}/{dice.between(1, 9)}" if dice.chance(0.3) else number


def _written(dice: Dice, person: Person, today: date) -> datetime:
    """An office hour of the last year and a half in which the row was last changed."""
    days = (today - person.discharged).days if person.discharged else 540
    morning = datetime.combine(today - timedelta(days=dice.between(1, min(540, days))), OFFICE_OPENS)
    return morning + timedelta(seconds=dice.between(0, 8 * 3600))
