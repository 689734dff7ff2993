"""Who lives together in an ageing countryside: each recipe is one kind of family.

The shares are set so that about one person in four is 60 or older and one child in five grows up with
grandparents while the parents work away, as surveys of the rural South tell.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sanam.sample.dice import Dice
from sanam.sample.things import FEMALE, MALE

HEAD, SPOUSE, CHILD, CHILD_SPOUSE, GRANDCHILD, PARENT = (
    "head",
    "spouse",
    "child",
    "child_spouse",
    "grandchild",
    "parent",
)


@dataclass(frozen=True, slots=True)
class Kin:
    """One place in a family, before it has a name."""

    relation: str
    sex: str
    age: int


def compose(dice: Dice) -> list[Kin]:
    """A family, its head first."""
    return dice.by_share(_RECIPES)(dice)


def _old_age(dice: Dice) -> int:
    return 60 + int(41 * dice.betavariate(1.05, 2.4))


def _any_sex(dice: Dice) -> str:
    return MALE if dice.chance(0.5) else FEMALE


def _couple(dice: Dice, age: int) -> list[Kin]:
    wife = max(18, age - dice.between(-3, 8))
    husband_leads = dice.chance(0.75)
    pair = [(MALE, age), (FEMALE, wife)] if husband_leads else [(FEMALE, wife), (MALE, age)]
    return [Kin(relation, sex, years) for relation, (sex, years) in zip((HEAD, SPOUSE), pair, strict=True)]


def _children(dice: Dice, relation: str, mother_age: int, most: int) -> list[Kin]:
    """One to `most` children, young enough for their mother, the eldest first."""
    eldest = mother_age - dice.between(19, 31)
    ages = [eldest - between for between in range(0, 4 * most, dice.between(2, 4))][: dice.between(1, most)]
    return [Kin(relation, _any_sex(dice), age) for age in ages if age >= 0]


def _alone_and_old(dice: Dice) -> list[Kin]:
    return [Kin(HEAD, FEMALE if dice.chance(0.66) else MALE, _old_age(dice))]


def _old_couple(dice: Dice) -> list[Kin]:
    return _couple(dice, _old_age(dice))


def _grandparents_with_grandchildren(dice: Dice) -> list[Kin]:
    age = dice.between(55, 76)
    elders = _couple(dice, age) if dice.chance(0.6) else [Kin(HEAD, FEMALE, age)]
    return elders + [Kin(GRANDCHILD, _any_sex(dice), dice.between(1, 17)) for _ in range(dice.between(1, 2))]


def _three_generations(dice: Dice) -> list[Kin]:
    age = dice.between(58, 82)
    elders = _couple(dice, age) if dice.chance(0.55) else [Kin(HEAD, FEMALE, age)]
    child = Kin(CHILD, _any_sex(dice), age - dice.between(23, 33))
    partner = Kin(CHILD_SPOUSE, FEMALE if child.sex == MALE else MALE, max(20, child.age - dice.between(-3, 5)))
    middle = [child, partner] if dice.chance(0.8) else [child]
    return elders + middle + _children(dice, GRANDCHILD, child.age, 2)


def _parents_with_children(dice: Dice) -> list[Kin]:
    couple = _couple(dice, dice.between(25, 60))
    mother = next(kin for kin in couple if kin.sex == FEMALE)
    return couple + _children(dice, CHILD, mother.age, 3)


def _couple_without_children(dice: Dice) -> list[Kin]:
    return _couple(dice, dice.between(24, 59))


def _one_parent(dice: Dice) -> list[Kin]:
    parent = Kin(HEAD, FEMALE if dice.chance(0.8) else MALE, dice.between(25, 56))
    return [parent, *_children(dice, CHILD, parent.age, 2)]


def _child_with_old_parent(dice: Dice) -> list[Kin]:
    age = dice.between(68, 95)
    parent = Kin(PARENT, FEMALE if dice.chance(0.7) else MALE, age)
    return [Kin(HEAD, _any_sex(dice), age - dice.between(21, 34)), parent]


def _alone(dice: Dice) -> list[Kin]:
    return [Kin(HEAD, _any_sex(dice), dice.between(23, 59))]


_RECIPES: dict[Callable[[Dice], list[Kin]], float] = {
    _alone_and_old: 9,
    _old_couple: 9,
    _grandparents_with_grandchildren: 9,
    _three_generations: 19,
    _parents_with_children: 31,
    _couple_without_children: 6,
    _one_parent: 7,
    _child_with_old_parent: 7,
    _alone: 3,
}
