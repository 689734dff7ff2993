"""Asking after somebody outside one's scope: whether, never where; the keeper hears, the person may read it."""

from __future__ import annotations

import pytest

from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import BadInput, NotAllowed, Refused
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.journal.queries import about
from sanam.domain.notices.models import Notice
from sanam.domain.registry.models import Person
from sanam.domain.registry.operations import elsewhere
from sanam.domain.registry.operations.elsewhere import Sought
from tests.cast import Cast, number

pytestmark = pytest.mark.django_db
BORN = PartialDate(1942, 3, 2)


@pytest.mark.parametrize(
    ("sought", "answer"),
    [
        (Sought(number=number(9)), True),
        (Sought(given="สมหมาย", family="ไกลบ้าน", birth=BORN), True),
        (Sought(given="สมหมาย", family="ไกลบ้าน", birth=PartialDate(1943, 3, 2)), False),
        (Sought(number=number(8)), False),
        (Sought(number=number(1)), False),
    ],
    ids=["number", "name-and-birth", "other-birth", "nobody", "one-of-ours"],
)
def test_the_answer_is_yes_or_no(field: Cast, sought: Sought, answer: bool) -> None:
    assert elsewhere.ask(by=field.nurse, sought=sought) is answer


def test_the_keeper_is_told_who_asks_and_the_person_may_read_it(field: Cast) -> None:
    elsewhere.ask(by=field.nurse, sought=Sought(number=number(9)))
    foreign = Person.objects.get(given="สมหมาย")
    (notice,) = Notice.objects.filter(kind="person.asked_for")
    assert notice.seat_ref == field.stranger.ref
    assert field.nurse.label in notice.th
    assert [entry.did for entry in about(foreign.ref)] == ["person.asked_for"]


@pytest.mark.parametrize(
    "sought",
    [
        Sought(),
        Sought(given="สมหมาย", family="ไกลบ้าน"),
        Sought(given="สมหมาย", birth=BORN),
        Sought(given="สมหมาย", family="ไกลบ้าน", birth=PartialDate(1942)),
        Sought(number="3980000000"),
    ],
)
def test_too_little_to_go_by_is_not_asked(field: Cast, sought: Sought) -> None:
    with pytest.raises(BadInput):
        elsewhere.ask(by=field.nurse, sought=sought)
    assert not about(f"elsewhere:{field.nurse.ref}")


def test_after_a_days_questions_the_door_closes(field: Cast) -> None:
    for _ in range(20):
        elsewhere.ask(by=field.nurse, sought=Sought(number=number(8)))
    with pytest.raises(Refused) as refusal:
        elsewhere.ask(by=field.nurse, sought=Sought(number=number(9)))
    assert refusal.value.status == 429
    assert elsewhere.ask(by=field.stranger, sought=Sought(number=number(1)))


@pytest.mark.parametrize("who", ["local", "regional"])
def test_who_adds_nobody_asks_after_nobody(field: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        elsewhere.ask(by=field.actors[who], sought=Sought(number=number(9)))


def test_the_installation_asks_after_nobody(field: Cast) -> None:
    with pytest.raises(NotAllowed):
        elsewhere.ask(by=INSTALLATION, sought=Sought(number=number(9)))
