"""Care circles: who joins, who may let them in, and that leaving closes what the place opened."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.notices import queries as notices
from sanam.domain.registry import access, queries
from sanam.domain.registry.models import CareCircle, Person
from sanam.domain.registry.operations import circles
from sanam.domain.registry.operations.circles import Place
from tests.cast import Cast


def a_seat(field: Cast, name: str = "volunteer", **said: object) -> Place:
    return Place("เยี่ยมบ้าน", "week", "อยู่ใกล้กัน", seat=field.seats[name], **said)


def come_to_village_5(person: Person) -> None:
    """To where the volunteer's seat is, into a house it does not look after."""
    person.area_code = "93051205"
    person.save()


GRANDCHILD = Place("หลานสาว นอนด้วยทุกคืน", "week", "เป็นคนดูแลหลัก", relative="พิมพ์", phone="0000012345")


def test_a_seat_that_joins_sees_the_person_and_hears_of_it(field: Cast, neighbour: Person) -> None:
    come_to_village_5(neighbour)
    assert not access.sees(field.volunteer, neighbour)
    circles.join(by=field.nurse, person=neighbour, place=a_seat(field))
    assert access.sees(field.volunteer, neighbour)
    assert "วงดูแล" in notices.unread(field.volunteer)[0].th


def test_leaving_closes_it_at_the_next_request(field: Cast, neighbour: Person) -> None:
    come_to_village_5(neighbour)
    place = circles.join(by=field.nurse, person=neighbour, place=a_seat(field))
    circles.leave(by=field.nurse, place=place, because="ย้ายงาน")
    assert not access.sees(field.volunteer, neighbour)
    assert queries.count(field.volunteer, queries.Filters("คล้าย")) == 0
    with pytest.raises(Refused):
        circles.leave(by=field.nurse, place=place, because="ย้ายงาน")


def test_every_seat_of_an_organisation_in_the_circle_sees_the_person(field: Cast, neighbour: Person) -> None:
    come_to_village_5(neighbour)
    office = Place("ทำแผล", "month", "หมอสั่ง", organisation=field.seats["volunteer"].organisation)
    place = circles.join(by=field.nurse, person=neighbour, place=office)
    assert access.sees(field.volunteer, neighbour)
    circles.leave(by=field.nurse, place=place, because="แผลหายแล้ว")
    assert not access.sees(field.volunteer, neighbour)


def test_a_place_ends_by_itself_after_its_last_day(field: Cast, neighbour: Person) -> None:
    come_to_village_5(neighbour)
    circles.join(by=field.nurse, person=neighbour, place=a_seat(field, until=clock.today()))
    assert access.sees(field.volunteer, neighbour)
    with clock.at(clock.now() + timedelta(days=1)):
        assert not access.sees(field.volunteer, neighbour)


def test_an_association_in_the_circle_still_needs_the_persons_consent(field: Cast, ours: Person) -> None:
    friends = Place("ให้ยืมเตียง", "month", "ขอไว้", organisation=field.seats["association"].organisation)
    circles.join(by=field.nurse, person=ours, place=friends)
    assert not access.sees(field.association, ours)


def test_a_relative_joins_by_name_and_sees_nothing_by_it(field: Cast, ours: Person) -> None:
    before = {name: set(access.visible(actor)) for name, actor in field.actors.items()}
    joined = circles.join(by=field.volunteer, person=ours, place=GRANDCHILD)
    assert (joined.relative, joined.phone) == ("พิมพ์", "0000012345")
    assert {name: set(access.visible(actor)) for name, actor in field.actors.items()} == before


def test_only_a_seat_of_the_whole_area_lets_seats_and_organisations_in(field: Cast, ours: Person) -> None:
    with pytest.raises(NotAllowed):
        circles.join(by=field.volunteer, person=ours, place=a_seat(field, "volunteer"))
    with pytest.raises(NotAllowed):
        circles.join(by=field.local, person=ours, place=GRANDCHILD)
    with pytest.raises(NotHere):
        circles.join(by=field.stranger, person=ours, place=a_seat(field, "stranger"))
    assert not CareCircle.objects.exists()


def test_a_seat_may_leave_its_own_place_and_nobody_elses(field: Cast, ours: Person) -> None:
    own = circles.join(by=field.nurse, person=ours, place=a_seat(field))
    office = Place("ทำแผล", "month", "หมอสั่ง", organisation=field.seats["nurse"].organisation)
    other = circles.join(by=field.nurse, person=ours, place=office)
    with pytest.raises(NotAllowed):
        circles.leave(by=field.volunteer, place=other, because="ไม่ชอบ")
    assert circles.leave(by=field.volunteer, place=own, because="ย้ายบ้าน").left_at


@pytest.mark.parametrize(
    "place",
    [
        Place("", "week", "", relative="พิมพ์"),
        Place("หลาน", "often", "", relative="พิมพ์"),
        Place("หลาน", "week", "", relative="  "),
    ],
)
def test_a_place_says_who_what_for_and_how_often(field: Cast, ours: Person, place: Place) -> None:
    with pytest.raises(BadInput):
        circles.join(by=field.nurse, person=ours, place=place)


def test_nobody_stands_in_a_circle_twice_at_once(field: Cast, ours: Person) -> None:
    first = circles.join(by=field.nurse, person=ours, place=a_seat(field))
    with pytest.raises(Refused):
        circles.join(by=field.nurse, person=ours, place=a_seat(field))
    circles.leave(by=field.nurse, place=first, because="พักก่อน")
    assert circles.join(by=field.nurse, person=ours, place=a_seat(field)).left_at is None


def test_the_circle_tells_the_nearest_first_and_which_legs_are_missing(field: Cast, ours: Person) -> None:
    body = field.seats["nurse"].body
    circles.join(by=field.nurse, person=ours, place=Place("เพื่อนบ้าน", "seldom", "", relative="ป้าจวน"))
    circles.join(by=field.nurse, person=ours, place=a_seat(field))
    left = circles.join(by=field.nurse, person=ours, place=GRANDCHILD)
    circles.leave(by=field.nurse, place=left, because="ไปเรียน")
    told = queries.circle(field.nurse, queries.person(field.nurse, str(ours.pk)), body)
    assert [one.place.nearness for one in told.standing] == ["week", "seldom"]
    assert [one.relative for one in told.left] == ["พิมพ์"]
    assert {leg.name_th for leg in told.missing} == {"ท้องถิ่น", "ท้องที่", "ภาคประชาชน"}
