"""Filling a village with families, and a hospital with the people it knows from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sanam.sample import names, numbers, traits
from sanam.sample.dice import Dice
from sanam.sample.health import fall_ill
from sanam.sample.households import HEAD, Kin, compose
from sanam.sample.kinship import ORDAINED, people_of
from sanam.sample.places import DISTRICT_CODE, ELSEWHERE, TAMBONS, Tambon
from sanam.sample.things import HERE, HOMELESS, LODGER, MALE, SERVED, Hospital, Household, Person, Village

_TEMPLE = "6"
_THIS_DISTRICT = tuple(f"{DISTRICT_CODE}{tambon.code}" for tambon in TAMBONS)


@dataclass(slots=True)
class Settler:
    """Brings people to one hospital's area: its luck, the next human's number, and the day."""

    dice: Dice
    hospital: Hospital
    whos: Iterator[int]
    today: date
    numbers: dict[str, set[str]] = field(default_factory=dict)

    def fill(self, village: Village, people: int) -> None:
        """Let families move in until the village has that many people more."""
        kin_names = {faith: names.families_of_a_village(self.dice, faith, 10 + people // 15) for faith in names.FAITHS}
        while people > 0:
            faith = names.MUSLIM if self.dice.chance(village.muslims) else names.BUDDHIST
            family = self._family(compose(self.dice)[:people], faith, kin_names[faith])
            village.households.append(self._household(village, family))
            people -= len(family)

    def open_temple(self, village: Village, monks: int) -> None:
        """A temple and its monks, the abbot first."""
        family = [Kin(HEAD, MALE, self.dice.between(24, 78)) for _ in range(monks)]
        people = self._family(family, names.BUDDHIST, names.families_of_a_village(self.dice, names.BUDDHIST, monks))
        for person in people:
            person.marriage, person.typearea, person.occupation = ORDAINED, HERE, traits.RELIGION
            person.prefix = traits.prefix(person, person.age(self.today))
        household = self._household(village, people)
        household.kind, household.name = _TEMPLE, f"วัด{village.name.removeprefix('บ้าน')}"
        village.households.append(household)

    def receive(self, people: int) -> None:
        """People whom the hospital has treated though they live elsewhere, and a few with no house."""
        for _ in range(people):
            faith = names.MUSLIM if self.dice.chance(0.06) else names.BUDDHIST
            kin = self.dice.pick(compose(self.dice))
            [person] = self._family([Kin(HEAD, kin.sex, kin.age)], faith, [names.family(self.dice, faith)])
            person.typearea = HOMELESS if self.dice.chance(0.06) and kin.age > 18 else SERVED
            person.registered = None
            if person.typearea == SERVED:
                areas = _THIS_DISTRICT if self.dice.chance(0.5) else ELSEWHERE
                person.registered = traits.registered_elsewhere(self.dice, areas)
            self.hospital.others.append(person)

    def _family(self, family: list[Kin], faith: str, kin_names: tuple[str, ...] | list[str]) -> list[Person]:
        people = people_of(
            self.dice,
            family,
            hospital=self.hospital.code,
            faith=faith,
            kin_names=kin_names,
            whos=self.whos,
            today=self.today,
        )
        for person in people:
            traits.settle(self.dice, person, people, self.today)
            fall_ill(self.dice, person, self.today)
            if person.typearea == LODGER and person.nation == traits.THAI:
                person.registered = traits.registered_elsewhere(self.dice, ELSEWHERE)
        people[0].fstatus = "1"
        return people

    def _household(self, village: Village, people: list[Person]) -> Household:
        """A house of the village; some have no HOUSE_ID yet, some a telephone."""
        return Household(
            house_no=self._free_number(village),
            area=village.code,
            people=people,
            in_civil_register=not self.dice.chance(0.14),
            phone=numbers.invented_phone(people[0].who) if self.dice.chance(0.15) else "",
        )

    def _free_number(self, village: Village) -> str:
        """A house number that no other house of the village has: files are joined on it."""
        number = traits.house_number(self.dice)
        while number in self.numbers.setdefault(village.code, {house.house_no for house in village.households}):
            number = traits.house_number(self.dice)
        self.numbers[village.code].add(number)
        return number


def place_on_map(dice: Dice, village: Village, tambon: Tambon) -> None:
    """Spread a village's houses; to about a hundred metres only, so that no pin is anybody's house."""
    north = tambon.north + dice.uniform(-0.018, 0.018)
    east = tambon.east + dice.uniform(-0.018, 0.018)
    for household in village.households:
        if dice.chance(0.85):
            household.latitude = f"{north + dice.gauss(0, 0.003):.3f}"
            household.longitude = f"{east + dice.gauss(0, 0.003):.3f}"
