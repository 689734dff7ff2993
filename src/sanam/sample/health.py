"""Disabilities, long-term illnesses and how much help the old need, in shares a district could have."""

from __future__ import annotations

from datetime import date, timedelta

from sanam.sample.dice import Dice
from sanam.sample.things import Assessment, Condition, Disability, Person

SIGHT, HEARING, BODY, MIND, INTELLECT, LEARNING, AUTISM = "1", "2", "3", "4", "5", "6", "7"
"""DISABTYPE."""
INBORN, INJURY, ILLNESS = "1", "2", "3"
"""DISABCAUSE."""

_TYPES_OF_THE_OLD = {BODY: 56, HEARING: 27, SIGHT: 11, MIND: 6}
_TYPES_OF_ADULTS = {BODY: 45, MIND: 20, INTELLECT: 15, HEARING: 12, SIGHT: 8}
_TYPES_OF_CHILDREN = {INTELLECT: 34, AUTISM: 22, LEARNING: 20, BODY: 16, HEARING: 6, SIGHT: 2}
_DIAGNOSES = {
    SIGHT: ("H540", "H409", "H269"),
    HEARING: ("H919", "H903", "H910"),
    BODY: ("I694", "M179", "S729", "G809", "T093"),
    MIND: ("F209", "F329", "F319"),
    INTELLECT: ("F719", "F700", "Q909"),
    LEARNING: ("F819", "F810"),
    AUTISM: ("F840", "F849"),
}

HYPERTENSION, DIABETES, LIPIDS, STROKE, KIDNEY, LUNGS, DEMENTIA = (
    "I10",
    "E119",
    "E785",
    "I64",
    "N189",
    "J449",
    "F03",
)
_ILL_FROM = {
    HYPERTENSION: 0.44,
    LIPIDS: 0.25,
    DIABETES: 0.19,
    KIDNEY: 0.06,
    STROKE: 0.05,
    LUNGS: 0.04,
    DEMENTIA: 0.03,
}
"""Of people of 60 or older; at 40-59 about a third of that."""

BEDBOUND, HOMEBOUND, ACTIVE = (0, 4), (5, 11), (12, 20)
"""Barthel scores of ติดเตียง, ติดบ้าน and ติดสังคม."""


def fall_ill(dice: Dice, person: Person, today: date) -> None:
    """Let some have a disability, illnesses, and an assessment of what they can do alone."""
    age = person.age(today)
    person.disability = _disability(dice, person, age, today)
    if age >= 40:
        person.conditions = _conditions(dice, age, today)
    if age >= 60 and person.lives and dice.chance(0.78):
        person.assessment = Assessment(_score(dice, person, age), today - timedelta(days=dice.between(3, 560)))


def _disability(dice: Dice, person: Person, age: int, today: date) -> Disability | None:
    share, types = (
        (0.095, _TYPES_OF_THE_OLD)
        if age >= 60
        else (0.026, _TYPES_OF_ADULTS)
        if age >= 19
        else (0.014, _TYPES_OF_CHILDREN)
    )
    if age < 3 or not dice.chance(share):
        return None
    kind = dice.by_share(types)
    cause = INBORN if kind in {INTELLECT, LEARNING, AUTISM} else dice.by_share({ILLNESS: 6, INJURY: 3, INBORN: 1})
    earliest = person.birth + timedelta(days=700)
    days = min(9000, max(30, (today - earliest).days))
    return Disability(kind, cause, dice.pick(_DIAGNOSES[kind]), today - timedelta(days=dice.between(20, days)))


def _conditions(dice: Dice, age: int, today: date) -> tuple[Condition, ...]:
    scale = 1.0 if age >= 60 else 0.35
    longest = 365 * min(25, age - 35)
    return tuple(
        Condition(diagnosis, today - timedelta(days=dice.between(60, longest)))
        for diagnosis, share in _ILL_FROM.items()
        if dice.chance(share * scale)
    )


def _score(dice: Dice, person: Person, age: int) -> int:
    """A Barthel score: most of the old manage alone, the very old and the disabled less often."""
    harder = 1.0 + max(0, age - 70) / 8 + (2.5 if person.disability else 0.0)
    low, high = dice.by_share({ACTIVE: 96, HOMEBOUND: 2.2 * harder, BEDBOUND: 0.7 * harder})
    return max(dice.between(low, high), dice.between(low, high)) if low else dice.between(low, high)
