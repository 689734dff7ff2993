"""Break-glass: the whole ID and a reason, a few hours, told at once, reviewed by a keeper, never the secret class."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.foundation.refused import BadInput, NotAllowed, NotHere, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.journal.models import Entry
from sanam.domain.notices import queries as notices
from sanam.domain.registry import access, queries
from sanam.domain.registry.models import Emergency, Person
from sanam.domain.registry.operations import circles, emergencies, facts
from sanam.domain.registry.operations.circles import Place
from sanam.domain.registry.words import FactGroup, How, Verdict
from sanam.interfaces.files.sheets import people as sheets
from tests.cast import Cast, number

WHY = "หมดสติที่ตลาด ต้องรู้โรคประจำตัว"


def opened(field: Cast, by: Actor | None = None, at: int = 1) -> list[Person]:
    """The stranger, of another district, opens the person of house 47."""
    return emergencies.break_glass(by=by or field.stranger, number=number(at), reason=WHY)


@pytest.mark.parametrize("name", ["volunteer", "local", "regional", "association"])
def test_without_the_capability_it_is_refused_and_tells_nothing(field: Cast, name: str) -> None:
    sentences = set()
    for at in (9, 999):
        with pytest.raises(NotAllowed) as refused:
            opened(field, field.actors[name], at)
        sentences.add(str(refused.value))
    assert len(sentences) == 1
    assert not Emergency.objects.exists()


SLIP = number(1)[:12] + str((int(number(1)[12]) + 1) % 10)


@pytest.mark.parametrize("typed", ["", "เอียด ทองนุ่น", "3930", number(1)[:12], SLIP])
def test_without_the_whole_number_it_is_refused(field: Cast, typed: str) -> None:
    with pytest.raises(BadInput):
        emergencies.break_glass(by=field.stranger, number=typed, reason=WHY)
    assert not Emergency.objects.exists()


def test_without_a_reason_it_is_refused(field: Cast) -> None:
    with pytest.raises(BadInput):
        emergencies.break_glass(by=field.stranger, number=number(1), reason="ด่วน")


def test_it_opens_that_person_to_that_member_in_that_seat(field: Cast, ours: Person) -> None:
    with pytest.raises(NotHere):
        queries.card(field.stranger, str(ours.pk))
    assert opened(field) == [ours]
    card = queries.card(field.stranger, str(ours.pk))
    assert card.because == Emergency.objects.get().ref
    assert {one.given for one in access.visible(field.stranger)} == {"สมหมาย", "เอียด"}
    assert not access.sees(replace(field.stranger, member="another"), ours)
    assert not access.sees(replace(field.stranger, ref=field.unscoped.ref), ours)


def test_it_closes_after_three_hours(field: Cast, ours: Person) -> None:
    opened(field)
    with clock.at(clock.now() + timedelta(hours=2, minutes=59)):
        assert access.sees(field.stranger, ours)
    with clock.at(clock.now() + timedelta(hours=3)):
        assert not access.sees(field.stranger, ours)
        assert not queries.find(field.stranger, queries.Filters("เอียด")).rows
        with pytest.raises(NotHere):
            queries.card(field.stranger, str(ours.pk))


def test_the_secret_class_stays_closed_whatever_the_mandate(field: Cast, ours: Person) -> None:
    assert Privacy.SECRET in field.stranger.mandate.fields
    opened(field)
    card = queries.card(field.stranger, str(ours.pk))
    assert (card.hides_number, card.sees_sensitive) == (True, True)
    assert access.marks(field.stranger, ours) == field.stranger.mandate.shown - {Privacy.SECRET}
    assert access.marks(field.nurse, ours) == field.nurse.mandate.shown


def test_it_is_to_look_not_to_change(field: Cast, ours: Person) -> None:
    opened(field)
    with pytest.raises(NotAllowed):
        facts.confirm(by=field.stranger, person=ours, fact=FactGroup.HEALTH, on=clock.today(), how=How.TOLD)


def test_a_wrong_guess_is_answered_like_nobody_and_counted(field: Cast) -> None:
    assert opened(field, at=777) == []
    assert Entry.objects.filter(did=emergencies.ASKED, to=f"emergency:{field.stranger.member}").count() == 1
    assert not Emergency.objects.exists()


def test_asking_is_limited_per_member_and_day(field: Cast) -> None:
    for at in range(701, 706):
        opened(field, at=at)
    with pytest.raises(Refused) as refused:
        opened(field)
    assert refused.value.status == 429
    opened(field, replace(field.stranger, member="another"), at=777)
    with clock.at(clock.now() + timedelta(days=1, minutes=1)):
        assert opened(field)


def test_somebody_in_scope_needs_no_opening(field: Cast, ours: Person) -> None:
    assert opened(field, field.nurse) == [ours]
    assert not Emergency.objects.exists()


def test_keepers_and_circle_hear_at_once(field: Cast, ours: Person) -> None:
    place = Place("เยี่ยมบ้าน", "week", "อยู่บ้านใกล้กัน", seat=field.seats["volunteer"])
    circles.join(by=field.nurse, person=ours, place=place)
    opened(field)
    for who in ("nurse", "secretary"):
        (told,) = notices.unread(field.actors[who])
        assert (told.kind, told.path) == ("emergency.opened", "/people/emergency/reviews/")
    told = notices.unread(field.volunteer)[0]
    assert (told.kind, told.path) == ("emergency.opened", f"/people/{ours.pk}/looks/")
    assert WHY in told.th


def test_a_keeper_reviews_and_whoever_opened_hears(field: Cast, ours: Person) -> None:
    opened(field)
    (waiting,) = queries.to_review(field.nurse)
    emergencies.review(by=field.nurse, emergency=waiting, verdict=Verdict.RIGHT, words="โทรถามแล้ว จริง")
    assert queries.to_review(field.nurse) == queries.to_review(field.secretary) == []
    assert "โทรถามแล้ว" in notices.unread(field.stranger)[0].th
    assert access.sees(field.stranger, ours)
    with pytest.raises(Refused):
        emergencies.review(by=field.secretary, emergency=waiting, verdict=Verdict.RIGHT, words="ดูแล้ว")


def test_what_should_not_have_been_opened_closes_at_once(field: Cast, ours: Person) -> None:
    opened(field)
    (waiting,) = queries.to_review(field.nurse)
    emergencies.review(by=field.nurse, emergency=waiting, verdict=Verdict.NOT_RIGHT, words="ไม่ได้อยู่ที่นั่น")
    assert not access.sees(field.stranger, ours)


@pytest.mark.parametrize("name", ["stranger", "volunteer", "local", "regional", "unscoped", "association"])
def test_nobody_but_a_keeper_reviews(field: Cast, name: str) -> None:
    opened(field)
    assert queries.to_review(field.actors[name]) == []
    with pytest.raises((NotHere, NotAllowed)):
        emergencies.review(
            by=field.actors[name], emergency=Emergency.objects.get(), verdict=Verdict.RIGHT, words="ถูกแล้ว"
        )


def test_never_the_member_who_opened_it_from_whichever_seat(field: Cast) -> None:
    opened(field)
    same = replace(field.nurse, member=field.stranger.member)
    assert queries.to_review(same) == []
    with pytest.raises(NotAllowed):
        emergencies.review(by=same, emergency=Emergency.objects.get(), verdict=Verdict.RIGHT, words="ถูกแล้ว")


def test_the_family_reads_it_in_who_looked(field: Cast, ours: Person) -> None:
    opened(field)
    card = queries.card(field.stranger, str(ours.pk))
    journal.look(by=field.stranger, at=ours.ref, because=card.because)
    journal.look(by=field.nurse, at=ours.ref)
    told = queries.looks(field.nurse, queries.person(field.nurse, str(ours.pk)))
    assert [(one.seat[1], one.in_need) for one in told.looks] == [
        ("Care manager · Here", False),
        ("Care manager · Here", True),
    ]
    assert [one.reason for one in told.openings] == [WHY]


def test_a_look_that_does_not_say_so_is_still_told_as_one_in_an_emergency(field: Cast, ours: Person) -> None:
    opened(field)
    journal.look(by=field.stranger, at=ours.ref)
    (look,) = queries.looks(field.nurse, queries.person(field.nurse, str(ours.pk))).looks
    assert look.in_need


def test_an_export_says_of_whom_it_was_an_emergency(field: Cast, ours: Person, foreign: Person) -> None:
    opened(field)
    assert len(list(sheets.sheet(by=field.stranger, filters=queries.Filters(), language="th").rows)) == 2
    assert Entry.objects.get(to=ours.ref, did="person.looked").because == Emergency.objects.get().ref
    assert Entry.objects.get(to=foreign.ref, did="person.looked").because.startswith("entry:")


def test_an_association_in_the_circle_is_not_told_of_them_by_name(field: Cast, ours: Person) -> None:
    friends = Place("ให้ยืมเตียง", "month", "ขอไว้", organisation=field.seats["association"].organisation)
    circles.join(by=field.nurse, person=ours, place=friends)
    circles.join(by=field.nurse, person=ours, place=Place("ให้ยืมเตียง", "month", "", seat=field.seats["association"]))
    opened(field)
    assert not notices.unread(field.association)


def test_looks_one_after_another_are_one_line(field: Cast, ours: Person) -> None:
    for _ in range(3):
        journal.look(by=field.nurse, at=ours.ref)
    journal.look(by=field.volunteer, at=ours.ref)
    told = queries.looks(field.nurse, queries.person(field.nurse, str(ours.pk)))
    assert [one.times for one in told.looks] == [1, 3]


def test_looks_go_on_from_where_a_page_ended(field: Cast, ours: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sanam.domain.registry.queries.looked.PAGE", 2)
    for who in ("nurse", "volunteer", "secretary"):
        journal.look(by=field.actors[who], at=ours.ref)
    who_is = queries.person(field.nurse, str(ours.pk))
    first = queries.looks(field.nurse, who_is)
    second = queries.looks(field.nurse, who_is, first.before)
    assert (len(first.looks), len(second.looks), second.before) == (2, 1, 0)
