"""The same human in two rows, with the errors that keep the rows apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sanam.sample import familiar, numbers
from sanam.sample.dice import Dice
from sanam.sample.row_errors import go_wrong, transposed
from sanam.sample.things import (
    AWAY,
    HERE,
    LODGER,
    SERVED,
    Address,
    District,
    Hospital,
    Household,
    Pair,
    Person,
)
from sanam.sample.traits import MISSIS, THAI

EQUAL, MISSING, DUMMY, SLIPPED = "equal", "missing", "dummy", "slipped"
"""How the two rows' IDs compare."""

KINDS = {
    "identical": 34,
    "tone": 10,
    "spelling": 11,
    "swapped_names": 5,
    "january_first": 8,
    "birth_slip": 6,
    "dummy_id": 7,
    "no_id": 6,
    "id_slip": 5,
    "married": 5,
    "renamed": 3,
}
"""What went wrong in the second row, and how often of a hundred."""

_SAME_HOSPITAL = 0.25
_STAYS = {False: {LODGER: 5, SERVED: 2, HERE: 2, AWAY: 1}, True: {HERE: 7, AWAY: 2, LODGER: 1}}
"""TYPEAREA of a second row at another hospital, and at the same one."""

_NUMBER_OR_NOT = {EQUAL: 55, MISSING: 30, DUMMY: 15}
_IDS = {
    "dummy_id": {DUMMY: 1},
    "no_id": {MISSING: 1},
    "id_slip": {SLIPPED: 1},
    "tone": _NUMBER_OR_NOT,
    "spelling": _NUMBER_OR_NOT,
    "swapped_names": _NUMBER_OR_NOT,
    "january_first": _NUMBER_OR_NOT,
    "birth_slip": _NUMBER_OR_NOT,
    "married": _NUMBER_OR_NOT,
}
"""What the second row's ID is like; with the other kinds it is the same number."""


def plant(dice: Dice, district: District, how_many: int) -> None:
    """Give `how_many` humans a second row, most at another hospital; each pair is remembered."""
    taken = {person.who for pair in district.pairs for person in (pair.one, pair.other)}
    homes = [
        (hospital, household, person)
        for hospital in district.hospitals
        for household in hospital.households()
        for person in household.people
        if _can_stand_twice(person, taken, district.today)
    ]
    for hospital, household, person in dice.sample(homes, min(how_many, len(homes))):
        where = hospital if dice.chance(_SAME_HOSPITAL) else dice.pick(district.hospitals)
        kind = _kind_for(dice, person)
        again = _second_row(dice, person, where, household)
        go_wrong(dice, kind, again)
        ids = dice.by_share(_IDS.get(kind, {EQUAL: 1}))
        again.national_id = _id_as(dice, ids, again.national_id)
        _write_in(dice, where, again)
        district.pairs.append(Pair(person, again, same=True, kind=kind, ids=ids))


def _can_stand_twice(person: Person, taken: set[int], today: date) -> bool:
    return (
        person.lives
        and person.who not in taken
        and person.who > familiar.HOW_MANY
        and person.nation == THAI
        and person.age(today) >= 1
    )


def _kind_for(dice: Dice, person: Person) -> str:
    kind = dice.by_share(KINDS)
    return "identical" if kind == "married" and person.prefix != MISSIS else kind


def _second_row(dice: Dice, person: Person, where: Hospital, home: Household) -> Person:
    """A copy as another clerk would start it: who and where, little about health."""
    typearea = dice.by_share(_STAYS[where.code == person.hospital])
    if typearea == LODGER and dice.chance(0.5):
        person.typearea = AWAY
    return replace(
        person,
        hospital=where.code,
        relation="again",
        typearea=typearea,
        fstatus="2",
        standing="5",
        registered=(person.registered or Address(home.house_no, home.area)) if typearea in {LODGER, SERVED} else None,
        disability=None,
        assessment=None,
        mobile=person.mobile if dice.chance(0.5) else "",
        updated=person.updated - timedelta(days=dice.between(30, 900)),
    )


def _write_in(dice: Dice, where: Hospital, person: Person) -> None:
    homes = [household for household in dice.pick(where.villages).households if household.kind == "1"]
    if person.typearea == SERVED or not homes:
        where.others.append(person)
    else:
        dice.pick(homes).people.append(person)


def _id_as(dice: Dice, ids: str, national_id: str) -> str:
    if ids == SLIPPED:
        return transposed(dice, national_id)
    return {EQUAL: national_id, MISSING: "", DUMMY: dice.pick(numbers.DUMMY_IDS)}[ids]
