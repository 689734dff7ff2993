"""The volunteer a file names for a house: who that may be, how sure it is, and what a human says."""

from __future__ import annotations

import pytest

from sanam.domain.foundation.refused import BadInput, NotAllowed
from sanam.domain.notices import queries as notices
from sanam.domain.registry import access, queries
from sanam.domain.registry.models import Household, Person
from sanam.domain.registry.operations import households, lives
from sanam.domain.registry.words import How, Sure
from sanam.domain.teams.models import Member
from tests.cast import Cast, export, home, number, person, read_in

VILLAGE = "93051205"


@pytest.fixture
def houses(field: Cast, tmp_path) -> Cast:
    """Five more houses in village 5: the file names one volunteer by PID, ID, name, local number, or not at all."""
    Member.objects.filter(pk=field.members["volunteer"].pk).update(name="สุดา ขุนทอง")
    hints = {"21": "88", "22": number(88), "23": "นางสาวสุดา ขุนทอง", "24": "0502", "25": ""}
    people = [person(PID=f"9{hid}", HID=hid, NAME=f"ก{hid}", LNAME="ข", CID="") for hid in hints]
    suda = person(PID="88", HID="21", CID=number(88), NAME="สุดา", LNAME="ขุนทอง", BIRTH="19700101")
    rows = [home(HID=hid, HOUSE=hid, VHVID=hint) for hid, hint in hints.items()]
    read_in(export(tmp_path, HOME=rows, PERSON=[*people, suda]))
    return field


def proposals(cast: Cast) -> dict[str, queries.Proposal]:
    care = queries.care_of_houses(cast.nurse, VILLAGE)
    return {house.house_no: one for one in care.proposals for house in one.houses}


def test_how_sure_it_is_whom_the_file_means(houses: Cast) -> None:
    found = proposals(houses)
    sure = {house: one.sure for house, one in found.items()}
    assert sure == {"21": Sure.SURE, "22": Sure.SURE, "23": Sure.LIKELY, "24": Sure.ONLY}
    assert {one.holder.name for one in found.values() if one.holder} == {"สุดา ขุนทอง"}
    assert found["22"].hint.startswith("#")  # the number itself was never kept


def test_a_name_nobody_sits_under_is_only_told(houses: Cast) -> None:
    Member.objects.filter(pk=houses.members["volunteer"].pk).update(name="คนอื่น ไม่ใช่")
    found = proposals(houses)
    assert (found["21"].sure, found["21"].person.given, found["21"].holder) == (Sure.NO_SEAT, "สุดา", None)
    assert (found["23"].sure, found["23"].person) == (Sure.NO_SEAT, None)


def test_every_house_somebody_lives_in_is_counted_once(houses: Cast) -> None:
    (five,) = [one for one in queries.villages_of_houses(houses.nurse) if one.area == VILLAGE]
    assert (five.houses, five.given, five.proposed, five.without) == (6, 1, 4, 1)
    for one in Person.objects.filter(household__house_no="25"):
        lives.moved_away(by=houses.nurse, person=one, to="", on=None, how=How.TOLD)
    (five,) = [one for one in queries.villages_of_houses(houses.nurse) if one.area == VILLAGE]
    assert (five.houses, five.without) == (5, 0)


def test_confirmed_the_volunteer_sees_the_people_and_hears_of_it_once(houses: Cast) -> None:
    given = [*proposals(houses)["21"].houses, *proposals(houses)["23"].houses]
    households.give_many(by=houses.nurse, households=given, seat=houses.seats["volunteer"])
    assert {"ก21", "ก23"} <= {one.given for one in access.visible(houses.volunteer)}
    assert len(notices.unread(houses.volunteer)) == 1
    households.take_from_volunteer(by=houses.nurse, household=given[0])
    assert "ก21" not in {one.given for one in access.visible(houses.volunteer)}


def test_declined_the_same_file_does_not_propose_again_and_another_name_does(houses: Cast, tmp_path) -> None:
    households.decline(by=houses.nurse, households=list(proposals(houses)["23"].houses))
    assert "23" not in proposals(houses)
    assert "23" in {one.house_no for one in queries.care_of_houses(houses.nurse, VILLAGE).without}
    read_in(export(tmp_path, HOME=[home(HID="23", HOUSE="23", VHVID="ดำ แดง", D_UPDATE="20261001120000")]))
    assert proposals(houses)["23"].hint == "ดำ แดง"


def test_only_a_seat_of_the_area_gives_and_only_to_who_looks_after_that_village(houses: Cast) -> None:
    house = Household.objects.get(house_no="21")
    elsewhere = Household.objects.get(house_no="12/3")
    for actor in (houses.volunteer, houses.local, houses.stranger):
        with pytest.raises(NotAllowed):
            households.give_many(by=actor, households=[house], seat=houses.seats["volunteer"])
    for seat, given in ((houses.seats["local"], house), (houses.seats["volunteer"], elsewhere)):
        with pytest.raises(BadInput):
            households.give_many(by=houses.nurse, households=[given], seat=seat)
    with pytest.raises(NotAllowed):
        households.decline(by=houses.local, households=[house])


def test_a_seat_that_may_not_give_sees_no_houses(houses: Cast) -> None:
    for actor in (houses.volunteer, houses.local, houses.regional, houses.stranger):
        assert [one for one in queries.villages_of_houses(actor) if one.area == VILLAGE] == []
        assert queries.care_of_houses(actor, VILLAGE).without == []
        assert queries.houses_to_give(actor, [str(Household.objects.get(house_no="21").pk)]) == []
