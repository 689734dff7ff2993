"""Names people of the district could have: by faith, sex and the years in which they were given."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from sanam.sample import lists
from sanam.sample.dice import Dice

BUDDHIST, MUSLIM = "buddhist", "muslim"
FAITHS = {BUDDHIST: "01", MUSLIM: "02"}
"""Each faith, and its code in RELIGION."""

_BUDDHIST_ERA = 543


@cache
def _generations(faith: str, sex: str) -> tuple[tuple[int, ...], tuple[tuple[str, ...], ...]]:
    """The first years (พ.ศ.) of the generations, and the names of each."""
    found = sorted((int(key[2]), names) for key, names in lists.read("given.txt").items() if key[:2] == (faith, sex))
    return tuple(year for year, _ in found), tuple(names for _, names in found)


@cache
def _family_parts(faith: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    parts = lists.read("families.txt")
    return parts[faith, "first"], parts[faith, "second"]


def given(dice: Dice, *, faith: str, sex: str, born: int) -> str:
    """A given name that someone born in that year (CE) could have."""
    years, names = _generations(faith, sex)
    return dice.favour(names[bisect_right(years, born + _BUDDHIST_ERA) - 1], 1.3)


def family(dice: Dice, faith: str) -> str:
    """A family name made of two parts."""
    firsts, seconds = _family_parts(faith)
    first, second = dice.favour(firsts, 1.3), dice.pick(seconds)
    while second == first:
        second = dice.pick(seconds)
    return first + second


def families_of_a_village(dice: Dice, faith: str, count: int) -> tuple[str, ...]:
    """The family names of one village, its large kin first: neighbours are often related."""
    return tuple(family(dice, faith) for _ in range(count))


def resembling(dice: Dice, name: str, *, faith: str, sex: str, born: int) -> str:
    """Another name of that generation, with the same first letter where there is one, as twins get."""
    years, lists_of_names = _generations(faith, sex)
    others = [other for other in lists_of_names[bisect_right(years, born + _BUDDHIST_ERA) - 1] if other != name]
    return dice.pick([other for other in others if other[0] == name[0]] or others)
