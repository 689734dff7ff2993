"""The invented people are as many, as old and as housed as a rural district of the South."""

from __future__ import annotations

from collections import Counter
from statistics import mean

import pytest

from sanam.sample.district import invent, split
from sanam.sample.standing import VILLAGE_HEAD, VOLUNTEER
from sanam.sample.things import FEMALE, HERE, HOMELESS, LODGER, MALE, SERVED, District
from tests.sample.conftest import TODAY


def test_there_are_exactly_as_many_humans_as_asked_for(district: District) -> None:
    assert len({person.who for person in district.people()}) == 6000


def test_about_six_in_a_hundred_stand_in_two_rows(district: District) -> None:
    assert sum(1 for _ in district.people()) == 6360


def test_more_than_a_fifth_are_sixty_or_older(district: District) -> None:
    ages = [person.age(TODAY) for person in district.people() if person.lives]
    assert 0.20 < mean(age >= 60 for age in ages) < 0.27
    assert 0.13 < mean(age < 15 for age in ages) < 0.20
    assert min(ages) >= 0
    assert 95 <= max(ages) <= 105


def test_most_are_registered_where_they_live(district: District) -> None:
    shares = Counter(person.typearea for person in district.people())
    assert 0.72 < shares[HERE] / 6360 < 0.86
    assert 0.03 < shares[SERVED] / 6360 < 0.07
    assert shares[LODGER] > shares[SERVED]
    assert shares[HOMELESS] > 0


def test_houses_hold_one_to_nine_people_and_three_on_average(district: District) -> None:
    sizes = [len(house.people) for hospital in district.hospitals for house in hospital.households()]
    assert 2.6 < mean(sizes) < 3.6
    assert max(sizes) <= 9


def test_the_first_of_a_house_is_its_head(district: District) -> None:
    for hospital in district.hospitals:
        for house in hospital.households():
            assert house.people[0].fstatus == "1"
            assert all(person.fstatus == "2" for person in house.people[1:] if person.relation != "head")


def test_grandparents_bring_up_grandchildren_alone_in_some_houses(district: District) -> None:
    families = [{p.relation for p in house.people} for h in district.hospitals for house in h.households()]
    alone = sum("grandchild" in family and "child" not in family for family in families)
    assert alone / len(families) > 0.05


def test_every_village_has_volunteers_and_one_headman(district: District) -> None:
    for hospital in district.hospitals:
        for village in hospital.villages:
            standing = Counter(person.standing for house in village.households for person in house.people)
            assert standing[VOLUNTEER] == len(village.volunteers) > 0, village.name
            assert standing[VILLAGE_HEAD] == 1, village.name


def test_house_numbers_are_never_used_twice_in_a_village(district: District) -> None:
    for hospital in district.hospitals:
        for village in hospital.villages:
            numbers = [house.house_no for house in village.households]
            assert len(numbers) == len(set(numbers))


def test_prefixes_fit_sex_and_age(district: District) -> None:
    for person in district.people():
        boyish = person.prefix in {"001", "003", "831", "832"}
        assert boyish == (person.sex == MALE)
        assert (person.prefix in {"001", "002"}) == (person.age(TODAY) < 15) or person.relation == "again"


def test_names_differ_between_generations(district: District) -> None:
    women = [person for person in district.people() if person.sex == FEMALE and person.faith == "buddhist"]
    old = {person.given for person in women if person.age(TODAY) > 80}
    young = {person.given for person in women if person.age(TODAY) < 20 and person.relation != "again"}
    assert old
    assert len(old & young) <= 2


def test_a_district_too_small_for_its_villages_is_refused() -> None:
    with pytest.raises(ValueError, match="300"):
        invent(persons=100, today=TODAY)


def test_parts_add_up_to_the_whole() -> None:
    assert split(10, [1, 1, 1]) == [4, 3, 3]
    assert sum(split(997, [3.3, 1.1, 0.0, 9.7])) == 997
