"""Who is around a person, who cares for them, what number reaches whom."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sanam.domain.foundation import clock, phone
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.journal import queries as journal
from sanam.domain.registry import queries
from sanam.domain.registry.models import Person
from sanam.domain.registry.operations import around
from sanam.domain.registry.operations.around import Someone, Way
from sanam.domain.registry.words import Channel, How, Kin
from tests.cast import Cast

SEEN = {"how": How.VISIT, "on": clock.today() - timedelta(days=1)}
DAUGHTER = Someone(Kin.CHILD, name="แดง", cares=True, phone="00000-12345")


def carer(cast: Cast, person: Person) -> queries.Carer | None:
    return queries.card(cast.nurse, str(person.pk)).carer


def test_a_carer_noted_on_a_visit_is_on_the_card_with_a_number_and_makes_the_fact_fresh(
    field: Cast, ours: Person
) -> None:
    around.note(by=field.volunteer, person=ours, someone=DAUGHTER, **SEEN)
    assert carer(field, ours) == queries.Carer("แดง", "child", phone.nobody(12345))
    (fact,) = ours.confirmations.all()
    assert (fact.fact, fact.on) == ("carer", SEEN["on"])
    assert "around.noted" in {one.did for one in journal.about(ours.ref)}


def test_a_neighbour_who_does_not_care_for_them_makes_nothing_fresh(field: Cast, ours: Person) -> None:
    around.note(by=field.nurse, person=ours, someone=Someone(Kin.NEIGHBOUR, name="ป้าศรี"), **SEEN)
    assert carer(field, ours) is None
    assert not ours.confirmations.exists()


def test_a_carer_in_the_register_is_linked_and_knows_whom_they_care_for(
    field: Cast, ours: Person, neighbour: Person
) -> None:
    Person.objects.filter(pk=neighbour.pk).update(phone=phone.nobody(7))
    around.note(by=field.nurse, person=ours, someone=Someone(Kin.SIBLING, other=neighbour, cares=True), **SEEN)
    (near,) = queries.around(field.nurse, ours).carers
    assert near.record == neighbour
    assert [one.person for one in queries.around(field.nurse, neighbour).there_for] == [ours]
    assert carer(field, ours) == queries.Carer(neighbour.full_name, "sibling", phone.nobody(7))


def test_who_does_not_see_the_carers_record_reads_the_name_and_neither_record_nor_number(
    field: Cast, ours: Person, neighbour: Person
) -> None:
    Person.objects.filter(pk=neighbour.pk).update(phone=phone.nobody(7))
    around.note(by=field.nurse, person=ours, someone=Someone(Kin.SIBLING, other=neighbour, cares=True), **SEEN)
    (near,) = queries.around(field.volunteer, ours).carers
    assert (near.record, near.relationship.name) == (None, neighbour.full_name)
    card = queries.card(field.volunteer, str(ours.pk))
    assert card.carer == queries.Carer(neighbour.full_name, "sibling", "")


def test_an_end_needs_a_reason_keeps_the_history_and_retires_the_numbers(field: Cast, ours: Person) -> None:
    near = around.note(by=field.nurse, person=ours, someone=DAUGHTER, **SEEN)
    with pytest.raises(BadInput):
        around.end(by=field.nurse, relationship=near, because=" ")
    around.end(by=field.nurse, relationship=near, because="ย้ายไปทำงาน")
    told = queries.around(field.nurse, ours)
    assert (told.carers, [one.relationship.ended_because for one in told.ended]) == ([], ["ย้ายไปทำงาน"])
    assert carer(field, ours) is None
    assert near.contacts.get().ended_on == clock.today()
    with pytest.raises(Refused):
        around.end(by=field.nurse, relationship=near, because="อีกที")


def test_the_newest_number_that_still_reaches_somebody_is_the_one_shown(field: Cast, ours: Person) -> None:
    near = around.note(by=field.nurse, person=ours, someone=DAUGHTER, how=How.VISIT, on=date(2026, 1, 1))
    way = Way(Channel.PHONE, "00000 54321", "หลังห้าโมง")
    newer = around.note_contact(by=field.nurse, person=ours, way=way, whose=near, how=How.PHONE, on=date(2026, 2, 1))
    assert carer(field, ours).phone == phone.nobody(54321)
    around.end_contact(by=field.nurse, contact=newer)
    assert carer(field, ours).phone == phone.nobody(12345)


def test_a_number_that_is_none_is_refused_and_nothing_is_kept(field: Cast, ours: Person) -> None:
    with pytest.raises(BadInput):
        around.note(by=field.nurse, person=ours, someone=Someone(Kin.CHILD, name="แดง", phone="12"), **SEEN)
    assert not ours.around.exists()


def test_nobody_cares_for_themselves_or_has_no_name(field: Cast, ours: Person) -> None:
    for someone in (Someone(Kin.CHILD, other=ours), Someone(Kin.CHILD, name=" ")):
        with pytest.raises(BadInput):
            around.note(by=field.nurse, person=ours, someone=someone, **SEEN)


def test_who_may_and_of_whom(field: Cast, ours: Person, neighbour: Person, foreign: Person) -> None:
    with pytest.raises(NotAllowed):
        around.note(by=field.local, person=ours, someone=DAUGHTER, **SEEN)
    with pytest.raises(NotHere):
        around.note(by=field.volunteer, person=neighbour, someone=DAUGHTER, **SEEN)
    with pytest.raises(NotHere):
        around.note(by=field.nurse, person=ours, someone=Someone(Kin.CHILD, other=foreign), **SEEN)
    near = around.note(by=field.nurse, person=neighbour, someone=DAUGHTER, **SEEN)
    with pytest.raises(NotHere):
        queries.relationship(field.volunteer, near.pk)
    with pytest.raises(NotHere):
        queries.contact(field.stranger, near.contacts.get().pk)


def test_two_records_merged_into_one_leave_nobody_around_themselves(
    field: Cast, ours: Person, neighbour: Person
) -> None:
    near = around.note(by=field.nurse, person=ours, someone=Someone(Kin.CHILD, other=neighbour, cares=True), **SEEN)
    type(near).objects.filter(pk=near.pk).update(other=ours)
    assert carer(field, ours) is None
    assert queries.around(field.nurse, ours).carers == []
