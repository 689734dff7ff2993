"""What the database works out as due and how current, held against the rule said plainly, for any people."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanam.domain.foundation import clock
from sanam.domain.parameters import queries as parameters
from sanam.domain.parameters.queries import Setting
from sanam.domain.registry import queries
from sanam.domain.registry.freshness import Freshness, dial_of, limits, strip
from sanam.domain.registry.models import CareCircle, Confirmation, GroupMembership, Person
from sanam.domain.registry.words import ENTERED_BY, FactGroup, State
from tests.cast import Cast

TODAY = date(2026, 11, 25)
SETTINGS = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
VILLAGES = ("93051205", "93051203", "930512")
# days around every limit there is, so that a limit off by one is met
NEAR = sorted({days + by for days in (68, 91, 137, 183, 274, 365, 548, 730) for by in (-2, -1, 0, 1, 2)} | {0, 1, 2000})
MEMBERSHIPS = [("dependent", kind) for kind in ("bed", "home", "social", "")] + [("disabled", "3"), ("stateless", "")]


@dataclass(frozen=True)
class Somebody:
    """Where, in which groups (lasting or ended), with which circle, living how, and what was seen how long ago."""

    place: str
    groups: tuple[tuple[tuple[str, str], bool], ...]
    circle: str
    life: str
    residency: str
    seen: tuple[tuple[FactGroup, int], ...]


people = st.lists(
    st.builds(
        Somebody,
        st.sampled_from(VILLAGES),
        st.lists(st.tuples(st.sampled_from(MEMBERSHIPS), st.booleans()), max_size=3, unique_by=lambda one: one[0]).map(
            tuple
        ),
        st.sampled_from(["", "", "ดูแล", ENTERED_BY]),
        st.sampled_from(["alive", "alive", "alive", "dead", "moved", "lost"]),
        st.sampled_from(["1", "1", "2", "3", ""]),
        st.lists(st.tuples(st.sampled_from(FactGroup), st.sampled_from(NEAR)), unique_by=lambda one: one[0]).map(tuple),
    ),
    max_size=8,
)


def written(one: Somebody, cast: Cast) -> Person:
    now = clock.now()
    person = Person.objects.create(
        given="ก",
        area_code=one.place,
        life=one.life,
        residency=one.residency,
        search_text="ก",
        sort_key="ก",
        created_at=now,
        updated_at=now,
    )
    for (group, kind), lasts in one.groups:
        GroupMembership.objects.create(person=person, group=group, kind=kind, until="" if lasts else "2025", source="-")
    if one.circle:
        CareCircle.objects.create(person=person, seat=cast.seats["nurse"], role=one.circle, from_on=TODAY)
    for fact, days in one.seen:
        on = TODAY - timedelta(days=days)
        Confirmation.objects.create(person=person, fact=fact, on=on, how="visit", seat_ref="-", by_label="-")
    return person


def plainly(one: Somebody, person: Person) -> list[Freshness]:
    """The rule of the person's page."""
    if one.life != "alive" or one.residency == "2":
        return []
    return strip(
        person.confirmations.all(),
        list(person.memberships.filter(until="").order_by("group", "kind")),
        settings=parameters.values(),
        today=TODAY,
        in_a_circle=one.circle not in ("", ENTERED_BY),
    )


def pages(cast: Cast, ask: queries.Ask) -> list[Person]:
    """The whole worklist, three at a time."""
    found, after = [], ""
    while True:
        work = queries.worklist(cast.nurse, ask, after, size=3)
        found += [row.person for row in work.rows]
        if not (after := work.after):
            return found


@pytest.mark.django_db
@given(people=people, turned=st.sampled_from([None, ("freshness.function_bed", 7), ("freshness.ageing_from", 0.5)]))
@SETTINGS
def test_the_worklist_and_the_figures_say_what_the_strip_says(
    cast: Cast, people: list[Somebody], turned: tuple[str, float] | None
) -> None:
    Person.objects.all().delete()
    dials = parameters.values() | ({turned[0]: Setting(turned[1])} if turned else {})
    with clock.at(TODAY), pytest.MonkeyPatch.context() as patch:
        patch.setattr(parameters, "values", lambda: dials)
        known = [(one, written(one, cast)) for one in people]
        strips = {person.pk: plainly(one, person) for one, person in known}
        for state in (None, State.UNKNOWN, State.STALE, State.AGEING):
            for fact in (None, *FactGroup):
                listed = pages(cast, queries.Ask(fact=fact, state=state))
                close = {pk: told for pk, told in strips.items() if len(told) == len(FactGroup)}
                assert_listed(listed, close, fact, state)
            listed = pages(cast, queries.Ask(state=state, everyone=True))
            assert_listed(listed, {pk: told[:2] for pk, told in strips.items()}, None, state)
        assert figures(cast) == recounted(known, strips)


def assert_listed(
    listed: list[Person], strips: dict[object, list[Freshness]], fact: FactGroup | None, state: State | None
) -> None:
    """Exactly those, each once, never asked first and then longest ago."""
    wanted = {state} if state else {State.UNKNOWN, State.STALE, State.AGEING}
    old = {
        pk: min(one.on or date.min for one in told if one.state in wanted and fact in (None, one.fact))
        for pk, told in strips.items()
        if any(one.state in wanted and fact in (None, one.fact) for one in told)
    }
    assert sorted(one.pk for one in listed) == sorted(old)
    days = [old[one.pk] for one in listed]
    assert days == sorted(days)


def figures(cast: Cast) -> dict[tuple[str, str], Counter[str]]:
    return {
        (row.area, row.fact): +Counter(fresh=row.fresh, ageing=row.ageing, stale=row.stale, unknown=row.unknown)
        for row in queries.currency(cast.nurse)
    }


def recounted(known: list[tuple[Somebody, Person]], strips: dict[object, list[Freshness]]) -> dict:
    counted: dict[tuple[str, str], Counter[str]] = {}
    for one, person in known:
        for told in strips[person.pk]:
            counted.setdefault((one.place, told.fact), Counter())[told.state.value] += 1
    return counted


@pytest.mark.django_db
def test_the_days_a_database_compares_with_are_the_rule_of_every_day() -> None:
    dials = parameters.values()
    for fact in FactGroup:
        for kind in ("", "bed", "home", "social"):
            told = limits(dials, TODAY)[dial_of(fact, kind)]
            group = [GroupMembership(group="dependent", kind=kind)]
            for days in range(1900):
                on = TODAY - timedelta(days=days)
                (one,) = [
                    one
                    for one in strip([Confirmation(fact=fact, on=on)], group, settings=dials, today=TODAY)
                    if one.fact == fact
                ]
                assert (one.state == State.STALE) == (on <= told.stale)
                assert (one.state in (State.STALE, State.AGEING)) == (on <= told.ageing)


def test_a_seat_that_sees_nobody_gets_no_work_and_no_figures(field: Cast) -> None:
    for actor in (field.regional, field.unscoped):
        assert queries.worklist(actor, queries.Ask(everyone=True)).rows == []
        assert queries.currency(actor) == []
