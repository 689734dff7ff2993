"""Adding, correcting and confirming, with nothing lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.notices import queries as notices
from sanam.domain.registry import queries
from sanam.domain.registry.models import Change, Duplicate, Identifier, Person
from sanam.domain.registry.operations import facts, people
from sanam.domain.registry.words import FactGroup, How, State
from tests.cast import Cast, number

NEW = people.NewPerson(given="ใหม่", family="มาแล้ว", area_code="93051205", number=number(50))


def test_a_person_is_added_with_the_number_sealed(field: Cast) -> None:
    added = people.add(by=field.nurse, new=NEW)
    held = Identifier.objects.get(person=added)
    assert held.number == number(50)
    assert number(50).encode() not in bytes(held.sealed or b"")
    assert {one.fact for one in added.confirmations.all()} == {"identity", "address"}


def test_no_number_because_is_an_equal_choice(field: Cast) -> None:
    new = people.NewPerson(given="ไร้เลข", family="", area_code="930512", why_no_number="stateless")
    assert people.add(by=field.nurse, new=new).identifiers.get().why_none == "stateless"
    with pytest.raises(BadInput):
        people.add(by=field.nurse, new=people.NewPerson(given="ลืม", family="", area_code="930512"))


def test_someone_alike_must_be_decided_on_with_a_reason(field: Cast) -> None:
    new = people.NewPerson(given="เอียด", family="ทองนุ่น", area_code="930512", why_no_number="lost")
    with pytest.raises(Refused) as refused:
        people.add(by=field.nurse, new=new)
    alike = [Person.objects.get(id=one) for one in refused.value.details["people"]]
    with pytest.raises(Refused):
        people.add(by=field.nurse, new=new, different_from=alike)
    added = people.add(by=field.nurse, new=new, different_from=alike, reason="คนละบ้าน อายุห่างกัน")
    assert Duplicate.objects.get(second=added).reason == "คนละบ้าน อายุห่างกัน"


def test_nobody_is_added_outside_the_seats_area(field: Cast) -> None:
    with pytest.raises(NotAllowed):
        people.add(by=field.stranger, new=NEW)
    with pytest.raises(NotAllowed):
        people.add(by=field.local, new=NEW)


def test_a_correction_keeps_what_was_and_who_changed_it(field: Cast) -> None:
    who = Person.objects.get(given="เอียด")
    people.correct(
        by=field.nurse, person=who, values={"nickname": "ยายเอียด"}, version=1, how=How.VISIT, on=clock.today()
    )
    change = Change.objects.get(person=who, field="nickname")
    assert (change.old, change.new, change.by_ref) == ("", "ยายเอียด", field.nurse.ref)
    assert [row.person.given for row in queries.find(field.nurse, queries.Filters("ยายเอียด")).rows] == ["เอียด"]


def test_two_who_correct_at_once_are_told_and_nothing_is_overwritten(field: Cast) -> None:
    who = Person.objects.get(given="เอียด")
    said = {"how": How.VISIT, "on": clock.today(), "version": 1, "person": who}
    people.correct(by=field.nurse, values={"nickname": "หนึ่ง"}, **said)
    with pytest.raises(Refused) as refused:
        people.correct(by=field.secretary, values={"nickname": "สอง"}, **said)
    assert refused.value.code == "registry.changed_meanwhile"
    assert Person.objects.get(id=who.id).nickname == "หนึ่ง"


def test_who_may_not_see_may_not_correct(field: Cast) -> None:
    who = Person.objects.get(given="คล้าย")
    said = {"values": {"given": "เปลี่ยน"}, "version": 1, "how": How.VISIT, "on": clock.today(), "person": who}
    for actor in (field.stranger, field.volunteer):
        with pytest.raises(NotHere):
            people.correct(by=actor, **said)
    with pytest.raises(NotAllowed):
        people.correct(by=field.local, **said)


@pytest.mark.parametrize(
    ("days", "state"), [(0, State.FRESH), (500, State.FRESH), (600, State.AGEING), (800, State.STALE)]
)
def test_a_fact_ages_from_the_day_it_was_seen(field: Cast, days: int, state: State) -> None:
    who = Person.objects.get(given="คล้าย")
    facts.confirm(
        by=field.nurse, person=who, fact=FactGroup.IDENTITY, on=clock.today() - timedelta(days=days), how=How.VISIT
    )
    card = queries.card(field.nurse, str(who.id))
    assert {one.fact: one.state for one in card.freshness}[FactGroup.IDENTITY] is state


def test_an_older_sight_never_replaces_a_newer_one_and_the_future_is_refused(field: Cast) -> None:
    who = Person.objects.get(given="เอียด")
    said = {"by": field.nurse, "person": who, "fact": FactGroup.HEALTH, "how": How.VISIT}
    facts.confirm(on=date(2026, 6, 1), **said)
    assert facts.confirm(on=date(2025, 6, 1), **said).on == date(2026, 6, 1)
    with pytest.raises(BadInput):
        facts.confirm(on=clock.today() + timedelta(days=1), **said)


def test_who_saw_it_before_hears_that_somebody_went_after_them(field: Cast) -> None:
    who = Person.objects.get(given="เอียด")
    said = {"person": who, "fact": FactGroup.HEALTH, "how": How.VISIT}
    facts.confirm(by=field.volunteer, on=date(2026, 6, 1), **said)
    facts.confirm(by=field.nurse, on=date(2026, 6, 5), **said)
    (heard,) = notices.unread(field.volunteer)
    assert "เอียด" in heard.th
    assert not notices.unread(field.nurse)


def test_only_members_of_a_group_owe_more_than_identity_and_address(field: Cast) -> None:
    ids = dict(Person.objects.filter(given__in=("เอียด", "คล้าย")).values_list("given", "id"))
    owed = {given: len(queries.card(field.nurse, str(one)).freshness) for given, one in ids.items()}
    assert owed == {"เอียด": 7, "คล้าย": 2}
