"""The figures are those of a recount by hand, for every seat, and closed where the seat does not see the people."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotAllowed
from sanam.domain.foundation.thai.dates import PartialDate, age_in_years
from sanam.domain.parameters import queries as parameters
from sanam.domain.registry import access
from sanam.domain.registry.freshness import strip
from sanam.domain.registry.models import GroupMembership, Household, Person
from sanam.domain.registry.operations import facts, groups, households, lives, people, residences
from sanam.domain.registry.queries import reports
from sanam.domain.registry.words import ALWAYS_DUE, FactGroup, Group, How, State
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
    something_is_seen(cast, everyone)
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


def something_is_seen(cast: Cast, everyone: list[Person]) -> None:
    """Of some nothing is stale: two facts where that is all that is due, all seven in a group; of others one is old."""
    long_ago, lately = date(2024, 1, 10), date(2026, 11, 20)
    for one in everyone[13:28]:
        facts.confirm_many(by=cast.secretary, person=one, facts=[*ALWAYS_DUE], on=lately, how=How.VISIT)
    for one in everyone[:6]:
        facts.confirm_many(by=cast.secretary, person=one, facts=[*FactGroup], on=lately, how=How.VISIT)
    facts.confirm(by=cast.secretary, person=everyone[40], fact=FactGroup.IDENTITY, on=lately, how=How.VISIT)
    facts.confirm(by=cast.secretary, person=everyone[40], fact=FactGroup.ADDRESS, on=long_ago, how=How.VISIT)
    facts.confirm(by=cast.secretary, person=everyone[41], fact=FactGroup.CARER, on=lately, how=How.VISIT)


def recounted(seen: list[Person], place: str) -> dict[str, int]:
    """The same figures by plain loops over people, as somebody with a pencil would."""
    told: Counter[str] = Counter()
    homes: dict[object, Household] = {}
    for one in seen:
        if one.life != "alive" or not one.area_code.ljust(8, "0").startswith(place):
            continue
        told["people"] += 1
        told["away"] += one.residency == "2"
        told["current"] += one.residency != "2" and all_current(one)
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


def all_current(one: Person) -> bool:
    lasting = [each for each in one.memberships.all() if not each.until]
    seen = list(one.confirmations.all())
    told = strip(seen, lasting, settings=parameters.values(), today=TODAY.earliest(), in_a_circle=False)
    return all(fact.state is State.FRESH for fact in told)


def is_soon(card: PartialDate) -> bool:
    last = TODAY.earliest() + reports.SOON
    return card.latest() >= TODAY.earliest() and (card.latest() <= last or card.earliest() <= TODAY.earliest())


def test_figures_equal_a_direct_recount(village: Cast) -> None:
    for actor in (village.nurse, village.secretary):
        with clock.at(TODAY.earliest()):
            found = reports.figures(actor)
            seen = list(
                access.visible(actor)
                .prefetch_related("memberships", "confirmations")
                .select_related("household__volunteer_seat")
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
    for name in ("away", "current", "elder", "disabled", "soon", "expired", "alone"):
        assert (found.number("9305", name) or 0) > 0, name
    assert (found.number("9305", "stateless"), found.number("9305", "homes")) == (0, 11)


def test_it_takes_one_statement_however_many_places(village: Cast) -> None:
    """One, and one for the dials: of all fact groups' intervals, or of the smallest number shown."""
    for actor, most in ((village.secretary, 1), (village.regional, 2)):
        with CaptureQueriesContext(connection) as captured:
            reports.figures(actor)
        assert len(captured) == 2
        with CaptureQueriesContext(connection) as captured:
            reports.monthly(actor, "2026-11")
        assert len(captured) == most


@pytest.fixture
def moved(village: Cast) -> Cast:
    """Two move house within our ground, one of them twice; one comes back; of one only the first house became known."""
    everyone = list(access.visible(village.secretary).order_by("given"))
    by = village.secretary
    with clock.at(date(2026, 11, 25)):
        for one, area in ((everyone[45], "93051202"), (everyone[46], "93051103"), (everyone[45], "93051204")):
            there = residences.Move(area, "99/9")
            residences.move(by=by, person=one, to=there, how=How.VISIT, on=TODAY.earliest())
        lives.moved_away(by=by, person=everyone[47], to="สงขลา", on=PartialDate(2026, 9), how=How.TOLD)
        lives.came_back(by=by, person=everyone[47], on=PartialDate(2026, 11), how=How.TOLD)
        unhoused = people.NewPerson(given="ไม่มีบ้าน", family="เลย", area_code="93051201", why_no_number="not_asked")
        new = people.add(by=by, new=unhoused)
        residences.move(by=by, person=new, to=residences.Move("93051201", "12/9"), how=How.VISIT, on=TODAY.earliest())
    return village


def month_recounted(actor: Actor, place: str, month: str) -> dict[str, int]:
    """The same by plain loops over people and their history."""
    told: Counter[str] = Counter()
    for one in access.visible(actor).prefetch_related("changes"):
        if not one.area_code.ljust(8, "0").startswith(place):
            continue
        told["new"] += f"{one.created_at.astimezone(clock.BANGKOK):%Y-%m}" == month
        for name, life in (("back", "alive"), ("moved", "moved"), ("died", "dead")):
            told[name] += one.life == life and one.life_on[:7] == month
        doors = [each for each in one.changes.all() if each.field == "household_id" and each.old and each.new]
        went = any(f"{each.at.astimezone(clock.BANGKOK):%Y-%m}" == month for each in doors)
        told["rehoused"] += one.life == "alive" and went
    return {column.name: told[column.name] for column in reports.MONTHLY}


@pytest.mark.parametrize("month", ["2026-10", "2026-11"])
def test_a_month_equals_a_direct_recount(moved: Cast, month: str) -> None:
    with clock.at(TODAY.earliest()):
        found = reports.monthly(moved.secretary, month)
    for place in (*found.places(4), *found.places(6), *found.places(8)):
        got = {column.name: found.number(place, column.name) for column in reports.MONTHLY}
        assert got == month_recounted(moved.secretary, place, month), place


def test_who_came_moved_and_died_is_told_by_the_month(moved: Cast) -> None:
    names = ("new", "back", "rehoused", "moved", "died")
    with clock.at(TODAY.earliest()):
        november, october = (reports.monthly(moved.secretary, month) for month in ("2026-11", "2026-10"))
    assert [november.number("9305", name) for name in names] == [61, 1, 3, 0, 1]
    assert [october.number("9305", name) for name in names] == [0, 0, 0, 1, 0]
    (one,) = reports.changed(moved.secretary, "2026-11", "died")
    assert (one.person.life, one.what) == ("dead", "died")
    went = reports.changed(moved.secretary, "2026-11", "rehoused")
    assert len(went) == november.number("9305", "rehoused")
    assert all(one.at for one in went)
    with clock.at(TODAY.earliest()):
        at_once = reports.lives_changed(moved.secretary, "2026-11")
        one_by_one = {what: reports.changed(moved.secretary, "2026-11", what) for what in at_once}
        assert at_once == one_by_one
        first = reports.lives_changed(moved.secretary, "2026-11", limit=1)
    assert {what: found[:1] for what, found in at_once.items()} == first


def test_lists_hold_as_many_as_the_figures_say(village: Cast) -> None:
    with clock.at(TODAY.earliest()):
        found = reports.figures(village.secretary)
        cards = [reports.cards(village.secretary, ended) for ended in (True, False)]
    told = [{card.person.pk for card in each} for each in cards]
    assert [card.expired for each in cards for card in each] == [True] * len(cards[0]) + [False] * len(cards[1])
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
        assert (
            reports.cards(actor, ended=True) == reports.homes(actor) == reports.changed(actor, "2026-11", "new") == []
        )
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
    assert reports.cards(village.local, ended=True) == reports.cards(village.local, ended=False) == []
    assert GroupMembership.objects.exclude(card_until="").exists()


def test_lists_go_on_where_a_page_ended(village: Cast) -> None:
    """Read three lines at a time every list is the same as read at once, and an address made up begins at the first."""
    seat = village.secretary
    with clock.at(TODAY.earliest()):
        lists = (
            lambda **page: reports.homes(seat, **page),
            lambda **page: reports.cards(seat, True, **page),
            lambda **page: reports.changed(seat, "2026-11", "new", **page),
        )
        for read in lists:
            whole, found, after = read(), [], ""
            while part := read(limit=3, after=after):
                found, after = [*found, *part], part[-1].mark
            assert len(whole) > 3
            assert [one.mark for one in found] == [one.mark for one in whole]
            assert len({one.mark for one in found}) == len(found)
            for made_up in ("x", "[]", "[1]", '["a","b","c"]', '["a","b","\\u0000"]', '{"a":1}'):
                assert [one.mark for one in read(after=made_up)][:1] == [whole[0].mark]
