"""The figures are those of a recount by hand, for every seat, and closed where the seat does not see the people."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.foundation.thai.dates import PartialDate, age_in_years
from sanam.domain.registry import access
from sanam.domain.registry.models import GroupMembership, Household, Person
from sanam.domain.registry.operations import groups, households, people
from sanam.domain.registry.queries import reports
from sanam.domain.registry.words import Group, How
from tests.cast import Cast, export, home, number, person, read_in

TODAY = PartialDate(2026, 11, 25)


@pytest.fixture
def village(cast: Cast, tmp_path: Path) -> Cast:
    """Sixty people in two sub-districts, some in groups, with cards, dead or moved; of a few no village is known."""
    with clock.at(TODAY.earliest()):
        rows = [
            person(
                PID=str(at),
                HID=str(at % 12),
                CID=number(at),
                NAME=f"คน{at}",
                BIRTH=f"{1930 + at % 70}0415",
                TYPEAREA="2" if at % 11 == 0 else "1",
            )
            for at in range(1, 61)
        ]
        houses = [
            home(HID=str(at), HOUSE=f"{at}/1", VILLAGE=f"{at % 5 + 1:02}", TAMBON="12" if at % 2 else "11")
            for at in range(12)
        ]
        slow = [
            {"HOSPCODE": row["HOSPCODE"], "PID": row["PID"], "DISABTYPE": str(at % 2 + 1), "DATE_DETECT": "20200101"}
            for at, row in enumerate(rows)
            if at % 4 == 0
        ]
        read_in(export(tmp_path, HOME=houses, PERSON=rows, DISABILITY=slow))
        something_happens(cast)
    return cast


def something_happens(cast: Cast) -> None:
    """Cards, a second kind of disability, a group that ended, a volunteer's house, a death and a move."""
    everyone = list(access.visible(cast.secretary).order_by("given"))
    ends = ("2026-11-01", "2026-11-30", "2026", "2027-02-23", "2027-02-24", "2025")
    for at, one in enumerate(everyone[:12]):
        until = PartialDate.from_iso(ends[at % len(ends)])
        card = groups.Belongs(Group.DISABLED, kind="3", card_until=until)
        groups.note(by=cast.secretary, person=one, belongs=card)
    ended = groups.note(by=cast.secretary, person=everyone[20], belongs=groups.Belongs(Group.STATELESS))
    groups.end(by=cast.secretary, membership=ended, because="ได้สัญชาติแล้ว")
    house = Household.objects.order_by("house_no").filter(area_code="93051205")[0]
    households.give_to_volunteer(by=cast.secretary, household=house, seat=cast.seats["volunteer"])
    for one, life, on in (
        (everyone[30], "dead", "2026-11-03"),
        (everyone[31], "moved", "2026-10"),
        (everyone[32], "dead", ""),
    ):
        values = {"life": life, "life_on": on}
        people.correct(
            by=cast.secretary, person=one, values=values, version=one.version, how=How.TOLD, on=TODAY.earliest()
        )


def recounted(seen: list[Person], place: str) -> dict[str, int]:
    """The same figures by plain loops over people, as somebody with a pencil would."""
    told: Counter[str] = Counter()
    homes: dict[object, Household] = {}
    for one in seen:
        if one.life != "alive" or not one.area_code.ljust(8, "0").startswith(place):
            continue
        told["people"] += 1
        told["away"] += one.residency == "2"
        told["elder"] += bool(one.born) and age_in_years(one.born, TODAY.earliest()) >= 60
        lasting = [each for each in one.memberships.all() if not each.until]
        for group in {each.group for each in lasting}:
            told[group] += 1
        cards = [PartialDate.from_iso(each.card_until) for each in lasting if each.card_until]
        told["expired"] += any(card.latest() < TODAY.earliest() for card in cards)
        told["soon"] += any(is_soon(card) for card in cards)
        if one.household:
            homes[one.household.pk] = one.household
    told["homes"] = len(homes)
    told["alone"] = sum(1 for one in homes.values() if one.volunteer_seat is None)
    return {column.name: told[column.name] for column in reports.COLUMNS}


def is_soon(card: PartialDate) -> bool:
    last = TODAY.earliest() + reports.SOON
    return card.latest() >= TODAY.earliest() and (card.latest() <= last or card.earliest() <= TODAY.earliest())


def test_figures_equal_a_direct_recount(village: Cast) -> None:
    for actor in (village.nurse, village.secretary):
        with clock.at(TODAY.earliest()):
            found = reports.figures(actor)
            seen = list(
                access.visible(actor).prefetch_related("memberships").select_related("household__volunteer_seat")
            )
        assert found.closed == frozenset()
        assert len(found.places(8)) > 1
        for place in (*found.places(4), *found.places(6), *found.places(8)):
            got = {column.name: found.number(place, column.name) for column in reports.COLUMNS}
            assert got == recounted(seen, place), place


def test_the_recount_has_something_to_find(village: Cast) -> None:
    with clock.at(TODAY.earliest()):
        found = reports.figures(village.secretary)
    assert found.number("9305", "people") == 57
    for name in ("away", "elder", "disabled", "soon", "expired", "alone"):
        assert (found.number("9305", name) or 0) > 0, name
    assert (found.number("9305", "stateless"), found.number("9305", "homes")) == (0, 11)


def test_it_takes_one_statement_however_many_places(village: Cast) -> None:
    for actor, most in ((village.secretary, 1), (village.regional, 2)):
        with CaptureQueriesContext(connection) as captured:
            reports.figures(actor)
        assert len(captured) == most
        with CaptureQueriesContext(connection) as captured:
            reports.monthly(actor, "2026-11")
        assert len(captured) == most


def test_who_came_moved_and_died_is_told_by_the_month(village: Cast) -> None:
    with clock.at(TODAY.earliest()):
        november, october = (reports.monthly(village.secretary, month) for month in ("2026-11", "2026-10"))
    assert [november.number("9305", name) for name in ("new", "moved", "died")] == [60, 0, 1]
    assert [october.number("9305", name) for name in ("new", "moved", "died")] == [0, 1, 0]
    (one,) = reports.changed(village.secretary, "2026-11", "died")
    assert (one.person.life, one.what) == ("dead", "died")


def test_lists_hold_as_many_as_the_figures_say(village: Cast) -> None:
    with clock.at(TODAY.earliest()):
        found = reports.figures(village.secretary)
        cards = reports.cards(village.secretary)
    told = {card.person.pk for card in cards if card.expired}, {card.person.pk for card in cards if not card.expired}
    assert [len(one) for one in told] == [found.number("9305", "expired"), found.number("9305", "soon")]
    homes = reports.homes(village.secretary)
    assert len(homes) == found.number("9305", "alone") == 10
    assert sum(one.people for one in homes) < 57


def closed_numbers(actor: Actor) -> dict[tuple[str, str], int | None]:
    found = reports.figures(actor)
    places = [*found.places(4), *found.places(6), *found.places(8)]
    return {(place, column.name): found.number(place, column.name) for place in places for column in reports.COLUMNS}


def test_who_does_not_see_the_people_gets_no_small_number_and_no_list(village: Cast) -> None:
    for actor in (village.regional, village.volunteer):
        numbers = [number for number in closed_numbers(actor).values() if number is not None]
        assert all(number >= 5 for number in numbers)
        assert reports.cards(actor) == reports.homes(actor) == reports.changed(actor, "2026-11", "new") == []
    assert {one[0] for one in closed_numbers(village.volunteer)} <= {"93051205"}
    assert any(closed_numbers(village.regional).values())


def test_what_is_open_to_one_seat_is_open_to_all_alike(village: Cast) -> None:
    """Two seats that lay their tables side by side find no cell closed to one and open to the other."""
    wide, narrow = closed_numbers(village.regional), closed_numbers(village.volunteer)
    assert len(narrow) == len(reports.COLUMNS)
    assert {cell: wide[cell] for cell in narrow} == narrow


def test_no_area_means_nothing(village: Cast) -> None:
    found = reports.figures(village.unscoped)
    assert found.places(4) == found.places(6) == found.places(8) == []


def test_who_may_see_no_reports_is_told_so(village: Cast) -> None:
    bare = replace(village.nurse, mandate=replace(village.nurse.mandate, capabilities=frozenset()))
    with pytest.raises(NotAllowed):
        reports.figures(bare)


def test_who_sees_names_but_not_health_gets_no_cards(village: Cast) -> None:
    assert reports.cards(village.local) == []
    assert GroupMembership.objects.exclude(card_until="").exists()
