"""Who sees whom, held against the rule said plainly: any mandate, any people, any circles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind, Mandate, Reach
from sanam.domain.registry import access, queries
from sanam.domain.registry.models import CareCircle, Household, Person
from tests.cast import Cast

PLACES = ("93051205", "93051203", "930512", "930513", "93061201", "900101", "9305120", "")
AREAS = ("93", "9305", "930512", "93051205", "900101", "94")
DAYS = (-30, 0, 30)
SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@dataclass(frozen=True)
class Circle:
    """A seat close to a person: whose, and how many days from today it began and ends."""

    ours: bool
    begins: int
    ends: int | None

    @property
    def lasts(self) -> bool:
        return self.begins <= 0 and (self.ends is None or self.ends >= 0)


@dataclass(frozen=True)
class Somebody:
    place: str
    house_is_ours: bool
    circles: tuple[Circle, ...]


KINDS = (ActorKind.SEAT, ActorKind.INSTALLATION, ActorKind.FAMILY)
circles = st.builds(Circle, st.booleans(), st.sampled_from(DAYS), st.sampled_from((*DAYS, None)))
people = st.lists(
    st.builds(Somebody, st.sampled_from(PLACES), st.booleans(), st.lists(circles, max_size=2).map(tuple)), max_size=6
)
mandates = st.builds(
    Mandate,
    capabilities=st.sampled_from([frozenset(), frozenset({"people.see"}), frozenset({"people.add"})]),
    areas=st.lists(st.sampled_from(AREAS), max_size=2, unique=True).map(tuple),
    reach=st.sampled_from(Reach),
)


def plainly(mandate: Mandate, kind: ActorKind, one: Somebody) -> bool:
    """The rule of the design: in the areas of a seat that sees people, and assigned to it where it must be."""
    if kind is not ActorKind.SEAT or "people.see" not in mandate.capabilities:
        return False
    if not any(one.place.startswith(area) for area in mandate.areas):
        return False
    if mandate.reach is Reach.AREA:
        return True
    close = any(
        circle.ours and circle.begins <= 0 and (circle.ends is None or circle.ends >= 0) for circle in one.circles
    )
    return mandate.reach is Reach.ASSIGNED and (one.house_is_ours or close)


def written(one: Somebody, cast: Cast) -> Person:
    now = clock.now()
    house = Household.objects.create(
        area_code=one.place, volunteer_seat=cast.seats["volunteer" if one.house_is_ours else "nurse"]
    )
    person = Person.objects.create(
        given="ก", area_code=one.place, household=house, search_text="ก", sort_key="ก", created_at=now, updated_at=now
    )
    for circle in one.circles:
        seat = cast.seats["volunteer" if circle.ours else "nurse"]
        CareCircle.objects.create(
            person=person, seat=seat, role="ดูแล", from_on=_day(circle.begins), to_on=_day(circle.ends)
        )
    return person


def _day(away: int | None) -> date | None:
    return None if away is None else clock.today() + timedelta(days=away)


@pytest.mark.django_db
@given(
    people=people, mandate=mandates, kind=st.sampled_from([ActorKind.SEAT, ActorKind.INSTALLATION, ActorKind.FAMILY])
)
@SETTINGS
def test_everybody_sees_whom_the_rule_says_and_nobody_else(
    cast: Cast, people: list[Somebody], mandate: Mandate, kind: ActorKind
) -> None:
    CareCircle.objects.all().delete()
    Person.objects.all().delete()
    by_id = {written(one, cast).pk: one for one in people}
    actor = Actor(kind=kind, ref=str(cast.seats["volunteer"].pk), label="", mandate=mandate)
    expected = {pk for pk, one in by_id.items() if plainly(mandate, kind, one)}
    assert set(access.visible(actor).values_list("pk", flat=True)) == expected
    assert {row.person.pk for row in queries.find(actor, queries.Filters()).rows} == expected
    assert queries.count(actor, queries.Filters()) == len(expected)
    assert {pk for pk in by_id if access.sees(actor, Person(pk=pk))} == expected
