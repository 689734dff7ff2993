"""What people received: noted by who may confirm facts, corrected with its history, shown as a mandate allows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.journal.models import Details, Entry
from sanam.domain.registry import queries
from sanam.domain.registry.models import Assistance, Person
from sanam.domain.registry.operations import assistance
from sanam.domain.registry.operations.assistance import Received
from sanam.domain.registry.words import Help, Stands
from sanam.domain.teams import queries as teams
from tests.cast import Cast


def received(**said: Any) -> Received:
    usual = {"kind": Help.DEVICE, "on": PartialDate(2026, 3, 4), "outsider": "วัดทะเลน้อย", "words": "ที่นอนลม"}
    return Received(**usual | said)


def note(by: Actor, person: Person, **said: Any) -> Assistance:
    return assistance.note(by=by, person=person, received=received(**said))


def test_it_is_noted_with_giver_day_and_amount_and_journalled(field: Cast, ours: Person) -> None:
    noted = note(field.nurse, ours, amount=Decimal("2"), unit="ผืน")
    (gift,) = queries.assisted(field.nurse, str(ours.pk)).gifts
    assert (gift.row.pk, gift.row.help, gift.row.giver_name) == (noted.pk, Help.DEVICE, "วัดทะเลน้อย")
    entry = Entry.objects.get(did="assistance.noted")
    assert (entry.to, entry.actor_ref) == (ours.ref, field.nurse.ref)
    assert Details.objects.get(entry=entry.pk).values == {"kind": "device", "row": noted.pk}


def test_a_giver_is_one_of_our_organisations_or_a_name_and_never_both(field: Cast, ours: Person) -> None:
    office = str(teams.organisations()[0].pk)
    assert note(field.nurse, ours, organisation=office, outsider="").giver is not None
    for said in ({"outsider": " "}, {"organisation": office}):
        with pytest.raises(BadInput):
            note(field.nurse, ours, **said)


@pytest.mark.parametrize(
    "wrong",
    [{"kind": "gold"}, {"amount": Decimal("-1")}, {"amount": Decimal("0")}, {"on": PartialDate(2190)}, {"source": "x"}],
)
def test_what_cannot_be_is_not_noted(field: Cast, ours: Person, wrong: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        note(field.nurse, ours, **wrong)
    assert not Assistance.objects.exists()


def test_who_may_confirm_facts_may_note_and_nobody_else(field: Cast, ours: Person) -> None:
    for name in ("nurse", "secretary", "volunteer", "local"):
        note(field.actors[name], ours)
    for name, why in (("regional", NotAllowed), ("stranger", NotHere), ("unscoped", NotHere)):
        with pytest.raises(why):
            note(field.actors[name], ours)
    assert Assistance.objects.count() == 4


def test_a_correction_keeps_what_was_said_before(field: Cast, ours: Person) -> None:
    first = note(field.nurse, ours)
    second = assistance.correct(by=field.nurse, assistance=first, received=received(words="ที่นอนลมสองผืน"))
    told = queries.assisted(field.nurse, str(ours.pk))
    assert [one.row.words for one in told.gifts] == ["ที่นอนลมสองผืน"]
    assert [(one.row.words, one.row.stands) for one in told.history] == [("ที่นอนลม", Stands.CORRECTED)]
    assert second.replaces_id == first.pk
    with pytest.raises(Refused, match="corrected or withdrawn"):
        assistance.correct(by=field.secretary, assistance=first, received=received())


def test_a_withdrawal_has_a_reason_and_counts_no_more(field: Cast, ours: Person) -> None:
    noted = note(field.nurse, ours)
    with pytest.raises(BadInput):
        assistance.withdraw(by=field.nurse, assistance=noted, because=" ")
    assistance.withdraw(by=field.nurse, assistance=noted, because="จดผิดคน")
    told = queries.assisted(field.nurse, str(ours.pk))
    assert (told.gifts, [one.row.because for one in told.history]) == ([], ["จดผิดคน"])
    assert queries.alike(field.nurse, ours, Help.DEVICE, PartialDate(2026, 5)) == []


def test_only_who_noted_it_or_keeps_the_register_changes_it(field: Cast, ours: Person) -> None:
    noted = note(field.nurse, ours)
    with pytest.raises(NotAllowed):
        assistance.withdraw(by=field.local, assistance=noted, because="ไม่ใช่ของเรา")
    mine = note(field.local, ours)
    assistance.withdraw(by=field.local, assistance=mine, because="จดผิด")
    assistance.withdraw(by=field.secretary, assistance=noted, because="จดผิด")


def test_words_are_shown_to_who_sees_health_and_to_who_wrote_them(field: Cast, ours: Person) -> None:
    note(field.nurse, ours, words="แผลกดทับ")
    note(field.local, ours, words="จากเทศบาล")
    shown = {one.row.words: one.words_shown for one in queries.assisted(field.local, str(ours.pk)).gifts}
    assert shown == {"แผลกดทับ": False, "จากเทศบาล": True}
    assert all(one.words_shown for one in queries.assisted(field.nurse, str(ours.pk)).gifts)


def test_outside_the_scope_nothing_of_it_is_told(field: Cast, ours: Person) -> None:
    noted = note(field.nurse, ours)
    for name in ("stranger", "unscoped", "regional"):
        actor = field.actors[name]
        with pytest.raises(NotHere):
            queries.assisted(actor, str(ours.pk))
        with pytest.raises(NotHere):
            queries.one_gift(actor, noted.pk)
        assert queries.alike(actor, ours, Help.DEVICE, PartialDate(2026, 5)) == queries.overlaps(actor) == []


@pytest.mark.parametrize(
    ("on", "is_alike"),
    [
        *((PartialDate(2026, 2, 1), True), (PartialDate(2025, 3, 4), True), (PartialDate(2025, 3, 3), False)),
        *((PartialDate(2025), True), (PartialDate(2024), False), (PartialDate(2025, 3), True)),
        *((PartialDate(2025, 2), False), (PartialDate(2026, 5), True)),
    ],
)
def test_alike_is_the_same_kind_within_a_year_as_far_as_the_day_is_known(
    field: Cast, ours: Person, on: PartialDate, is_alike: bool
) -> None:
    note(field.nurse, ours, on=on)
    note(field.nurse, ours, on=on, kind=Help.FOOD)
    found = queries.alike(field.local, ours, Help.DEVICE, PartialDate(2026, 3, 4))
    assert [one.kind for one in found] == ([Help.DEVICE] if is_alike else [])


def test_overlaps_are_one_kind_from_several_givers_within_a_year(field: Cast, ours: Person, neighbour: Person) -> None:
    with clock.at(date(2026, 11, 25)):
        for outsider in ("วัดทะเลน้อย", " วัดทะเลน้อย", "ร้านขายยา"):
            note(field.nurse, ours, outsider=outsider)
        note(field.nurse, neighbour, outsider="วัดทะเลน้อย")
        note(field.nurse, neighbour, outsider="วัด ทะเลน้อย", kind=Help.FOOD)
        note(field.nurse, neighbour, outsider="ร้านขายยา", on=PartialDate(2024))
        (only,) = queries.overlaps(field.local)
        assert (only.person.pk, only.kind, len(only.gifts)) == (ours.pk, Help.DEVICE, 3)
        assert queries.overlaps(field.local, area="93051203") == []
    blind = replace(field.local, mandate=replace(field.local.mandate, fields=frozenset()))
    assert queries.overlaps(blind) == []


def test_the_database_holds_who_gave(field: Cast, ours: Person) -> None:
    noted = note(field.nurse, ours)
    noted.pk, noted.giver_name = None, ""
    with pytest.raises(IntegrityError), transaction.atomic():
        noted.save()
