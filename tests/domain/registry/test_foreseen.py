"""What dials would change is counted for who could count it, and small numbers stay closed in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, Reach
from sanam.domain.parameters import queries as parameters
from sanam.domain.parameters.queries import Setting
from sanam.domain.registry import queries
from sanam.domain.registry.models import Confirmation, GroupMembership, Person, Restriction
from sanam.domain.registry.queries.foreseen import people_to_ask, shown
from sanam.domain.registry.withheld import STATISTICS
from sanam.domain.registry.words import FactGroup, Group
from sanam.domain.rules.foreseeing import Counted
from sanam.domain.rules.queries import foreseen
from tests.cast import Cast

pytestmark = pytest.mark.django_db
AREA = ("930512",)


@pytest.fixture
def kept(field: Cast) -> Cast:
    """Everyone here stands in a group, and every fact of theirs was seen so many days ago: 20, 50, 80 …"""
    people = Person.objects.filter(area_code__startswith=AREA[0]).order_by("sort_key", "id")
    for at, person in enumerate(people):
        GroupMembership.objects.get_or_create(person=person, group=Group.DEPENDENT, until="", defaults={"kind": "bed"})
        seen = {"person": person, "on": clock.today() - timedelta(days=20 + 30 * at)}
        Confirmation.objects.filter(person=person).delete()
        Confirmation.objects.bulk_create(
            Confirmation(fact=fact.value, how="visit", seat_ref="x", at=clock.now(), **seen) for fact in FactGroup
        )
    return field


def asked(actor: Actor, dials: dict[str, float], areas: Iterable[str] = AREA, smallest: int = 0) -> Counted | None:
    now = parameters.values() | {"numbers.smallest_shown": Setting(smallest)}
    then = now | {name: Setting(value) for name, value in dials.items()}
    return people_to_ask(actor, tuple(areas), now, then, list(dials))


def on_the_worklist(actor: Actor) -> int:
    return len(queries.worklist(actor, queries.Ask(area=AREA[0]), size=100).rows)


@pytest.mark.parametrize("months", [1, 2, 3, 6, 24])
def test_it_counts_what_the_worklist_would_hold(kept: Cast, months: int, monkeypatch: pytest.MonkeyPatch) -> None:
    dials = {"freshness.function_bed": months, "freshness.carer": months, "freshness.income": months}
    told = asked(kept.nurse, dials)
    now = on_the_worklist(kept.nurse)
    turned = parameters.values() | {name: Setting(value) for name, value in dials.items()}
    monkeypatch.setattr(parameters, "values", lambda: turned)
    then = on_the_worklist(kept.nurse)
    assert told == Counted(now, then, 0)


def test_a_share_that_acts_on_every_fact_is_counted_too(kept: Cast) -> None:
    assert asked(kept.nurse, {"freshness.ageing_from": 0.5}) is not None


def test_small_numbers_and_small_differences_stay_closed() -> None:
    assert shown(14, 31, 5) == Counted(14, 31, 5)
    assert shown(3, 31, 5) == Counted(None, 31, 5)
    assert shown(31, 0, 5) == Counted(31, None, 5)
    assert shown(14, 16, 5) == Counted(14, None, 5)
    assert shown(14, 14, 5) == Counted(14, None, 5)


@pytest.mark.parametrize("name", ["volunteer", "association", "stranger", "regional", "unscoped"])
def test_who_could_not_count_them_is_told_nothing(kept: Cast, name: str) -> None:
    """By assignment, by consent, from elsewhere: reports may be read, the register of the whole area may not."""
    assert asked(kept.actors[name], {"freshness.carer": 1}) is None


def test_a_seat_of_a_part_is_told_nothing_of_the_whole(kept: Cast) -> None:
    assert asked(kept.nurse, {"freshness.carer": 1}, ("9305",)) is None
    assert asked(kept.nurse, {"freshness.carer": 1}, (*AREA, "930501")) is None
    assert asked(kept.nurse, {"freshness.carer": 1}, ()) is None
    assert asked(kept.secretary, {"freshness.carer": 1}, ("9305",)) is not None


@pytest.mark.parametrize("dial", ["freshness.function_bed", "freshness.health", "freshness.ageing_from"])
def test_without_health_nothing_that_health_moves_is_told(kept: Cast, dial: str) -> None:
    assert asked(kept.local, {dial: 0.9 if dial.endswith("from") else 1}) is None
    assert asked(kept.local, {"freshness.carer": 1}) is not None


def test_reports_alone_open_no_count(kept: Cast) -> None:
    for reach in (Reach.NOBODY, Reach.SHARED, Reach.ASSIGNED):
        actor = replace(kept.nurse, mandate=replace(kept.nurse.mandate, reach=reach))
        assert asked(actor, {"freshness.carer": 1}) is None


def test_who_objected_to_being_counted_is_not_in_it(kept: Cast) -> None:
    before = asked(kept.nurse, {"freshness.carer": 1})
    someone = Person.objects.filter(area_code__startswith=AREA[0]).latest("sort_key")
    Restriction.objects.create(person=someone, purpose=STATISTICS, since=clock.today(), because="คัดค้าน", by_ref="x")
    after = asked(kept.nurse, {"freshness.carer": 1})
    assert before == Counted(2, 3, 0)
    assert after == Counted(1, 2, 0)


def test_a_draft_says_where_its_dials_stand_and_counts_in_two_statements(
    kept: Cast, django_assert_num_queries: object
) -> None:
    body = kept.seats["secretary"].body
    with django_assert_num_queries(2):  # type: ignore[operator]
        told = foreseen(kept.secretary, body, {"freshness.carer": 1})
    ((effect, counted),) = told.counted
    assert (effect.dials, counted.smallest) == ("freshness.", 5)
    assert {name: (one.now.value, one.then.value) for name, one in told.dials.items()} == {"freshness.carer": (6, 1)}
    with django_assert_num_queries(0):  # type: ignore[operator]
        foreseen(kept.secretary, body, {})
    with django_assert_num_queries(1):  # type: ignore[operator]
        foreseen(kept.secretary, body, {"emergency.hours": 2})
