"""Who serves a village: its headman, and the volunteers with their houses."""

from __future__ import annotations

from datetime import date

from sanam.sample.dice import Dice
from sanam.sample.familiar import HOW_MANY
from sanam.sample.things import FEMALE, HERE, Person, Village
from sanam.sample.traits import HEADMAN, PREFIXES, THAI, VILLAGE_HEAD, VOLUNTEER

_HOUSES_EACH = 12


def appoint(dice: Dice, village: Village, today: date) -> None:
    """Choose a headman and one volunteer for about twelve houses, and share the houses out in order."""
    able = [person for house in village.households for person in house.people if _able(person, today)]
    dice.shuffle(able)
    able.sort(key=lambda person: _last_to_be_asked(dice, person))
    if not able:
        return
    enough = max(1, round(len(village.households) / _HOUSES_EACH))
    village.volunteers = able[:enough]
    for volunteer in village.volunteers:
        volunteer.standing = VOLUNTEER
    if not any(person.standing == VILLAGE_HEAD for person in able):
        for headman in able[enough : enough + 1]:
            headman.standing, headman.occupation = VILLAGE_HEAD, HEADMAN
    for position, household in enumerate(village.households):
        if not dice.chance(0.07):
            household.volunteer = village.volunteers[position // _HOUSES_EACH % enough]


def local_number(village: Village, volunteer: Person) -> str:
    """A volunteer's number in the village's own list: หมู่ 5, the second one, is 0502."""
    return f"{village.number:02d}{village.volunteers.index(volunteer) + 1:02d}"


def as_written_out(volunteer: Person) -> str:
    """A volunteer's name as a clerk types it into the number's place."""
    return f"{PREFIXES[volunteer.prefix]}{volunteer.given} {volunteer.family}"


def _last_to_be_asked(dice: Dice, person: Person) -> tuple[bool, bool, bool]:
    """Those who volunteer already come first, then mostly women; a headman is left to his own work."""
    return (
        person.standing != VOLUNTEER,
        person.standing == VILLAGE_HEAD,
        person.sex != FEMALE and dice.chance(0.75),
    )


def _able(person: Person, today: date) -> bool:
    """Grown, here, and free to be asked: of the familiar people only those who serve already."""
    grown_and_here = person.lives and person.typearea == HERE and 28 <= person.age(today) <= 68
    asked_or_serving = person.who > HOW_MANY or person.standing in {VOLUNTEER, VILLAGE_HEAD}
    return grown_and_here and asked_or_serving and person.nation == THAI
