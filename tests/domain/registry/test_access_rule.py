"""Who sees whom, held against the rule said plainly: any mandate, people, circles, consents and emergencies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind, Mandate, Reach
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.registry import access, queries
from sanam.domain.registry.models import CareCircle, Consent, Emergency, Household, Person, Recipient
from tests.cast import Cast

PLACES = ("93051205", "93051203", "930512", "930513", "93061201", "900101", "9305120", "")
AREAS = ("93", "9305", "930512", "93051205", "900101", "94")
DAYS = (-30, 0, 30)
SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@dataclass(frozen=True)
class Circle:
    """A seat or organisation close to a person: whose, how many days from today it began and ends, whether it left."""

    ours: bool
    begins: int
    ends: int | None
    by_organisation: bool
    left: bool

    @property
    def lasts(self) -> bool:
        return self.begins <= 0 and (self.ends is None or self.ends >= 0) and not self.left


@dataclass(frozen=True)
class Agreed:
    """An answer of the person: to our organisation or another, yes or no, for what, from when until when, or ended."""

    ours: bool
    yes: bool
    purpose: str
    begins: int
    ends: int
    ended: str

    @property
    def opens(self) -> bool:
        lasts = self.begins <= 0 <= self.ends and not self.ended
        return self.ours and self.yes and lasts and self.purpose in {"help", "refer"}


@dataclass(frozen=True)
class Opened:
    """The person opened in an emergency: to our seat or another, our member or another, so many hours from now."""

    seat_is_ours: bool
    member_is_ours: bool
    hours: int


@dataclass(frozen=True)
class Somebody:
    place: str
    house_is_ours: bool
    circles: tuple[Circle, ...]
    answers: tuple[Agreed, ...]
    openings: tuple[Opened, ...]
    dead: bool


KINDS = (ActorKind.SEAT, ActorKind.INSTALLATION, ActorKind.FAMILY)
days = st.sampled_from(DAYS)
circles = st.builds(Circle, st.booleans(), days, st.sampled_from((*DAYS, None)), st.booleans(), st.booleans())
purposes = st.sampled_from(("help", "refer", "pictures", "care"))
answers = st.builds(Agreed, st.booleans(), st.booleans(), purposes, days, days, st.sampled_from(("", "", "withdrawn")))
openings = st.builds(Opened, st.booleans(), st.booleans(), st.sampled_from((-1, 0, 2)))
people = st.lists(
    st.builds(
        Somebody,
        st.sampled_from(PLACES),
        st.booleans(),
        st.lists(circles, max_size=2).map(tuple),
        st.lists(answers, max_size=2).map(tuple),
        st.lists(openings, max_size=1).map(tuple),
        st.booleans(),
    ),
    max_size=6,
)
mandates = st.builds(
    Mandate,
    capabilities=st.sampled_from(
        [
            frozenset(),
            frozenset({"people.see"}),
            frozenset({"people.add", "people.break_glass"}),
            frozenset({"people.see", "people.break_glass"}),
        ]
    ),
    areas=st.lists(st.sampled_from(AREAS), max_size=2, unique=True).map(tuple),
    reach=st.sampled_from(Reach),
    fields=st.frozensets(st.sampled_from(Privacy)),
    closed=st.frozensets(st.sampled_from((Privacy.INCOME, Privacy.SENSITIVE))),
)


def plain_marks(mandate: Mandate, one: Somebody) -> set[Privacy]:
    """What is seen of somebody who is seen: what was given, income with what is personal; by consent nothing beyond
    what the consent covers, in need nothing secret; and never what a rule closed, however they are seen."""
    marks = {Privacy.OPEN, *mandate.fields}
    if Privacy.PERSONAL in marks:
        marks.add(Privacy.INCOME)
    by_right = plainly(replace(mandate, capabilities=frozenset({"people.see"})), ActorKind.SEAT, one)
    if not by_right:
        marks.discard(Privacy.SECRET)
    elif mandate.reach is Reach.SHARED:
        marks -= {Privacy.SENSITIVE, Privacy.SECRET}
    return marks - mandate.closed


def plainly(mandate: Mandate, kind: ActorKind, one: Somebody) -> bool:
    """The rule of the design: in the areas of a seat that sees people, and assigned to it or agreed to where it must
    be; or, wherever they are, opened in an emergency to this member in this seat."""
    if kind is not ActorKind.SEAT or "people.see" not in mandate.capabilities:
        return False
    opened = any(that.seat_is_ours and that.member_is_ours and that.hours > 0 for that in one.openings)
    if opened and "people.break_glass" in mandate.capabilities:
        return True
    if not any(one.place.startswith(area) for area in mandate.areas):
        return False
    if mandate.reach is Reach.AREA:
        return True
    if mandate.reach is Reach.SHARED:
        return not one.dead and any(answer.opens for answer in one.answers)
    close = any(circle.ours and circle.lasts for circle in one.circles)
    return mandate.reach is Reach.ASSIGNED and (one.house_is_ours or close)


def written(one: Somebody, cast: Cast) -> Person:
    now = clock.now()
    house = Household.objects.create(
        area_code=one.place, volunteer_seat=cast.seats["volunteer" if one.house_is_ours else "nurse"]
    )
    person = Person.objects.create(
        given="ก",
        area_code=one.place,
        household=house,
        life="dead" if one.dead else "alive",
        search_text="ก",
        sort_key="ก",
        created_at=now,
        updated_at=now,
    )
    for circle in one.circles:
        _put_in(person, circle, cast)
    for answer in one.answers:
        _answered(person, answer, cast)
    for opening in one.openings:
        Emergency.objects.create(
            person=person,
            seat=cast.seats["volunteer" if opening.seat_is_ours else "nurse"],
            member_ref="me" if opening.member_is_ours else "another",
            opened_at=now - timedelta(hours=1),
            until=now + timedelta(hours=opening.hours),
        )
    return person


def _put_in(person: Person, circle: Circle, cast: Cast) -> None:
    ours, others = ("volunteer", "association") if circle.by_organisation else ("volunteer", "nurse")
    seat = cast.seats[ours if circle.ours else others]
    who = {"organisation": seat.organisation} if circle.by_organisation else {"seat": seat}
    left = clock.now() if circle.left else None
    CareCircle.objects.create(
        person=person, role="ดูแล", from_on=_day(circle.begins), to_on=_day(circle.ends), left_at=left, **who
    )


def _answered(person: Person, answer: Agreed, cast: Cast) -> None:
    consent = Consent.objects.create(
        person=person,
        purpose=answer.purpose,
        agreed=answer.yes,
        from_on=_day(answer.begins),
        until_on=_day(answer.ends),
        end=answer.ended,
        ended_at=clock.now() if answer.ended else None,
        at=clock.now(),
    )
    organisation = cast.seats["volunteer" if answer.ours else "association"].organisation
    Recipient.objects.create(consent=consent, organisation=organisation)


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
    actor = Actor(kind=kind, ref=str(cast.seats["volunteer"].pk), label="", mandate=mandate, member="me")
    expected = {pk for pk, one in by_id.items() if plainly(mandate, kind, one)}
    assert set(access.visible(actor).values_list("pk", flat=True)) == expected
    assert {row.person.pk for row in queries.find(actor, queries.Filters(life="")).rows} == expected
    assert queries.count(actor, queries.Filters(life="")) == len(expected)
    assert {pk for pk in by_id if access.sees(actor, Person(pk=pk))} == expected
    for person in access.shown(actor, access.visible(actor)):
        assert access.marks(actor, person) == plain_marks(mandate, by_id[person.pk])
        assert access.marks(actor, Person.objects.get(pk=person.pk)) == plain_marks(mandate, by_id[person.pk])
