"""From places in a family to people with names, numbers and each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from sanam.sample import names, numbers
from sanam.sample.dice import Dice
from sanam.sample.households import CHILD, CHILD_SPOUSE, GRANDCHILD, HEAD, PARENT, SPOUSE, Kin
from sanam.sample.things import FEMALE, MALE, Person

OFFICE_OPENS = time(8, 30)

SINGLE, MARRIED, WIDOWED, DIVORCED, SEPARATED, ORDAINED = "1", "2", "3", "4", "5", "6"
"""MSTATUS."""


def people_of(
    dice: Dice,
    family: Sequence[Kin],
    *,
    hospital: str,
    faith: str,
    kin_names: Sequence[str],
    whos: Iterator[int],
    today: date,
) -> list[Person]:
    """The members of a family with names, birth dates, IDs and the numbers of their nearest."""
    house = dice.favour(kin_names)
    daughters_house = dice.favour(kin_names)
    by_a_daughter = _grandchildren_are_a_daughters(dice, family)
    people: list[Person] = []
    for kin in family:
        birth = born(dice, kin.age, today)
        who = next(whos)
        person = Person(
            who=who,
            hospital=hospital,
            sex=kin.sex,
            birth=birth,
            given=names.given(dice, faith=faith, sex=kin.sex, born=birth.year),
            family=house,
            faith=faith,
            relation=kin.relation,
            updated=datetime.combine(today, OFFICE_OPENS),
            national_id=numbers.invented_id(who, numbers.kind_for(dice, birth.year)),
        )
        if _came_from_another_house(dice, kin):
            person.family = names.family(dice, faith)
        if kin.relation == GRANDCHILD and by_a_daughter:
            person.family = daughters_house
        people.append(person)
    relate(dice, people)
    return people


def born(dice: Dice, age: int, today: date) -> date:
    """A birthday of somebody who is `age` years old today; the oldest people have grown rarer."""
    return today - timedelta(days=int(365.25 * age) + dice.between(1, 364))


def relate(dice: Dice, people: Sequence[Person]) -> None:
    """Write each one's mother, father and partner by ID, and whether they are married."""
    by_relation: dict[str, list[Person]] = {}
    for person in people:
        by_relation.setdefault(person.relation, []).append(person)
    heads, children = by_relation.get(HEAD, []), by_relation.get(CHILD, [])
    _marry(heads, by_relation.get(SPOUSE, []))
    partners = by_relation.get(CHILD_SPOUSE, [])
    _marry(children[:1] if partners else [], partners)
    _bear(heads + by_relation.get(SPOUSE, []), children)
    _bear(by_relation.get(PARENT, []), heads if PARENT in by_relation else [])
    if children and partners:
        _bear(children[:1] + partners, by_relation.get(GRANDCHILD, []))
    for person in people:
        if not person.couple:
            person.marriage = _alone_because(dice, person)


def renumber(person: Person, national_id: str, family: Sequence[Person]) -> None:
    """Give somebody another ID, and let their family know it."""
    for kin in family:
        kin.father = national_id if kin.father == person.national_id else kin.father
        kin.mother = national_id if kin.mother == person.national_id else kin.mother
        kin.couple = national_id if kin.couple == person.national_id else kin.couple
    person.national_id = national_id


def _came_from_another_house(dice: Dice, kin: Kin) -> bool:
    if kin.relation == SPOUSE:
        return kin.sex == MALE or dice.chance(0.15)
    return kin.relation == CHILD_SPOUSE and (kin.sex == MALE or dice.chance(0.2))


def _grandchildren_are_a_daughters(dice: Dice, family: Sequence[Kin]) -> bool:
    middle = [kin for kin in family if kin.relation == CHILD]
    return middle[0].sex == FEMALE if middle else dice.chance(0.5)


def _marry(ones: Sequence[Person], others: Sequence[Person]) -> None:
    for one, other in zip(ones, others, strict=False):
        one.couple, other.couple = other.national_id, one.national_id
        one.marriage = other.marriage = MARRIED


def _bear(parents: Sequence[Person], children: Sequence[Person]) -> None:
    for child in children:
        for parent in parents:
            if parent.sex == MALE:
                child.father = parent.national_id
            else:
                child.mother = parent.national_id


def _alone_because(dice: Dice, person: Person) -> str:
    if person.relation in {GRANDCHILD, CHILD}:
        return SINGLE
    if person.relation == PARENT or person.birth.year < 1966:
        return dice.by_share({WIDOWED: 8, DIVORCED: 1, SINGLE: 1})
    return dice.by_share({SINGLE: 4, DIVORCED: 3, SEPARATED: 2, WIDOWED: 1})
