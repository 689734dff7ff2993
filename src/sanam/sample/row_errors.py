"""What goes wrong when a clerk writes down somebody who is in the register already."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sanam.domain.foundation.national_id import is_valid
from sanam.sample import names
from sanam.sample.dice import Dice
from sanam.sample.name_slips import spelling_slip, tone_slip
from sanam.sample.things import Person
from sanam.sample.traits import MISS


def go_wrong(dice: Dice, kind: str, person: Person) -> None:
    """Change a row as that kind of error does; kinds that only concern the ID change nothing here."""
    if kind in _CHANGES:
        _CHANGES[kind](dice, person)


def transposed(dice: Dice, national_id: str) -> str:
    """The number with two neighbouring digits changed over, or the last one mistyped; office 98 stays."""
    changed_over = [
        national_id[:place] + national_id[place + 1] + national_id[place] + national_id[place + 2 :]
        for place in range(3, 11)
    ]
    wrong = [number for number in changed_over if not is_valid(number)]
    return dice.pick(wrong) if wrong else national_id[:12] + str((int(national_id[12]) + 1) % 10)


def _tone(dice: Dice, person: Person) -> None:
    person.given = tone_slip(dice, person.given)


def _spelling(dice: Dice, person: Person) -> None:
    if dice.chance(0.3):
        person.family = spelling_slip(dice, person.family)
    else:
        person.given = spelling_slip(dice, person.given)


def _swapped_names(dice: Dice, person: Person) -> None:
    person.given, person.family = person.family, person.given


def _january_first(dice: Dice, person: Person) -> None:
    person.birth = date(person.birth.year, 1, 1)


def _birth_slip(dice: Dice, person: Person) -> None:
    """Day and month changed over where that is a date, else one year or ten years off."""
    birth = person.birth
    if birth.day <= 12 and birth.day != birth.month:
        person.birth = birth.replace(day=birth.month, month=birth.day)
    else:
        years = dice.pick((-1, -10))
        person.birth = birth.replace(year=birth.year + years, day=min(birth.day, 28))


def _married(dice: Dice, person: Person) -> None:
    """The row of the years before the wedding."""
    person.family = names.family(dice, person.faith)
    person.prefix, person.marriage, person.couple = MISS, "1", ""


def _renamed(dice: Dice, person: Person) -> None:
    """People change their given name for luck; the number stays."""
    old = person.given
    while person.given == old:
        person.given = names.given(dice, faith=person.faith, sex=person.sex, born=max(1985, person.birth.year))


_CHANGES: dict[str, Callable[[Dice, Person], None]] = {
    "tone": _tone,
    "spelling": _spelling,
    "swapped_names": _swapped_names,
    "january_first": _january_first,
    "birth_slip": _birth_slip,
    "married": _married,
    "renamed": _renamed,
}
