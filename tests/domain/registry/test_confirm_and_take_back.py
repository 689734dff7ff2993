"""What still holds is confirmed in one deed, and a slip of the thumb is taken back."""

from __future__ import annotations

from datetime import date

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import NotAllowed, NotHere, Refused
from sanam.domain.journal import queries as journal
from sanam.domain.notices import queries as notices
from sanam.domain.registry.models import Person
from sanam.domain.registry.operations import facts
from sanam.domain.registry.words import FactGroup, How
from tests.cast import Cast

TWO = [FactGroup.CARER, FactGroup.HEALTH]


def standing(person: Person) -> dict[str, tuple[str, str]]:
    return {one.fact: (one.on.isoformat(), one.how) for one in person.confirmations.order_by("fact")}


def test_several_facts_of_one_visit_are_one_deed_in_the_journal(field: Cast, ours: Person) -> None:
    facts.confirm_many(by=field.volunteer, person=ours, facts=TWO, on=clock.today(), how=How.VISIT)
    assert set(standing(ours)) == {"carer", "health"}
    assert [one.did for one in journal.about(ours.ref)].count("fact.confirmed") == 1


def test_who_was_there_before_hears_once_for_all_facts(field: Cast, ours: Person) -> None:
    facts.confirm_many(by=field.volunteer, person=ours, facts=TWO, on=date(2026, 1, 1), how=How.VISIT)
    facts.confirm_many(by=field.nurse, person=ours, facts=TWO, on=date(2026, 2, 1), how=How.PHONE)
    (heard,) = notices.unread(field.volunteer)
    assert "คนดูแลและสุขภาพ" in heard.th


def test_taken_back_what_stood_before_stands_again_whole(field: Cast, ours: Person) -> None:
    facts.confirm(by=field.volunteer, person=ours, fact=FactGroup.CARER, on=date(2026, 1, 1), how=How.PHONE)
    before = ours.confirmations.values("on", "how", "seat_ref", "by_label").get()
    facts.confirm_many(by=field.nurse, person=ours, facts=TWO, on=clock.today(), how=How.VISIT)
    assert facts.take_back(by=field.nurse, person=ours, facts=TWO) == TWO
    assert ours.confirmations.values("on", "how", "seat_ref", "by_label").get() == before
    assert journal.about(ours.ref)[0].did == "fact.taken_back"


def test_the_same_button_twice_is_taken_back_once(field: Cast, ours: Person) -> None:
    facts.confirm(by=field.nurse, person=ours, fact=FactGroup.CARER, on=date(2026, 1, 1), how=How.PHONE)
    for _ in range(2):
        facts.confirm(by=field.nurse, person=ours, fact=FactGroup.CARER, on=clock.today(), how=How.VISIT)
    facts.take_back(by=field.nurse, person=ours, facts=[FactGroup.CARER])
    assert standing(ours) == {"carer": ("2026-01-01", "phone")}


def test_only_ones_own_and_only_today(field: Cast, ours: Person) -> None:
    with clock.at(date(2026, 11, 24)):
        facts.confirm(by=field.volunteer, person=ours, fact=FactGroup.CARER, on=date(2026, 11, 24), how=How.VISIT)
        with pytest.raises(Refused):
            facts.take_back(by=field.nurse, person=ours, facts=[FactGroup.CARER])
    with clock.at(date(2026, 11, 25)), pytest.raises(Refused):
        facts.take_back(by=field.volunteer, person=ours, facts=[FactGroup.CARER])
    assert standing(ours) == {"carer": ("2026-11-24", "visit")}


def test_who_does_not_see_health_cannot_say_that_it_is_the_same(field: Cast, ours: Person) -> None:
    said = {"person": ours, "on": clock.today(), "how": How.VISIT}
    facts.confirm_many(by=field.local, facts=[FactGroup.ADDRESS, FactGroup.INCOME], **said)
    with pytest.raises(NotAllowed):
        facts.confirm_many(by=field.local, facts=[FactGroup.ADDRESS, FactGroup.HEALTH], **said)
    assert set(standing(ours)) == {"address", "income"}


def test_a_volunteer_confirms_for_assigned_people_and_nobody_else(field: Cast, ours: Person, neighbour: Person) -> None:
    said = {"facts": [FactGroup.LIVING], "on": clock.today(), "how": How.VISIT}
    facts.confirm_many(by=field.volunteer, person=ours, **said)
    with pytest.raises(NotHere):
        facts.confirm_many(by=field.volunteer, person=neighbour, **said)
