"""Consent, circle and emergency as they are clicked: what a page shows; its end is felt at the next request."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sanam.domain.foundation import clock
from sanam.domain.journal.models import Entry
from sanam.domain.registry.models import CareCircle, Consent, Emergency, Person
from tests.cast import PASSWORD, Cast, number
from tests.domain.registry.consenting import agree
from tests.interfaces.web.conftest import Enter
from tests.interfaces.web.test_promises import statements

ANSWER = {"purpose": "help", "agreed": "yes", "how": "signed"}
WHY = {"number": number(1), "reason": "หมดสติที่ตลาด ต้องรู้โรคประจำตัว"}


def given_on_the_page(enter: Enter, field: Cast, person: Person) -> Consent:
    said = ANSWER | {"organisations": str(field.seats["association"].organisation_id)}
    assert enter("nurse").post(f"/people/{person.pk}/consents/give/", said).status_code == 302
    return Consent.objects.get()


def test_what_is_given_on_a_page_opens_and_what_is_withdrawn_closes(enter: Enter, field: Cast, ours: Person) -> None:
    friends = enter("association")
    address = f"/people/{ours.pk}/"
    assert friends.get(address).status_code == 404
    consent = given_on_the_page(enter, field, ours)
    page = friends.get(address).content.decode()
    assert ("เอียด" in page, "ไม่ได้ยินยอมให้เห็น" in page, "3-9" in page) == (True, True, False)
    assert "เอียด" in friends.get("/people/?q=เอียด").content.decode()
    assert enter("volunteer").post(f"/people/consents/{consent.pk}/withdraw/", {}).status_code == 302
    for part in ("", "history/", "consents/", "circle/", "looks/"):
        assert friends.get(address + part).status_code == 404
    for path in ("/", "/people/", "/people/?q=เอียด"):
        assert "เอียด" not in friends.get(path).content.decode().replace('value="เอียด"', "").replace("“เอียด”", "")


def test_a_no_is_kept(enter: Enter, ours: Person) -> None:
    enter("nurse").post(f"/people/{ours.pk}/consents/give/", ANSWER | {"agreed": "no"})
    assert not Consent.objects.get().agreed
    assert "เขาไม่ยินยอม" in enter("nurse").get(f"/people/{ours.pk}/consents/").content.decode()


def test_what_a_recipient_did_not_agree_for_is_refused_not_missing(enter: Enter, field: Cast, ours: Person) -> None:
    agree(field, ours)
    friends = enter("association")
    assert [friends.get(f"/people/{ours.pk}/{part}").status_code for part in ("history/", "looks/")] == [403, 403]
    assert friends.get(f"/people/{ours.pk}/circle/").status_code == 200


def test_an_emergency_asks_for_the_password_once_more_and_opens(enter: Enter, ours: Person) -> None:
    doctor = enter("stranger")
    asked = doctor.post("/people/emergency/", WHY)
    assert (asked.status_code, Emergency.objects.count()) == (403, 0)
    assert WHY["reason"] in asked.content.decode()  # nothing is written twice
    opened = doctor.post("/people/emergency/", WHY | {"password_again": PASSWORD})
    assert opened.headers["Location"] == f"/people/{ours.pk}/"
    page = doctor.get(f"/people/{ours.pk}/").content.decode()
    assert ("เอียด" in page, f"/people/{ours.pk}/correct/" in page) == (True, False)
    look = Entry.objects.filter(to=ours.ref, did="person.looked").latest("id")
    assert look.because == Emergency.objects.get().ref
    assert "เพราะเหตุฉุกเฉิน" in enter("nurse").get(f"/people/{ours.pk}/looks/").content.decode()


def test_it_is_over_after_three_hours(enter: Enter, ours: Person) -> None:
    doctor = enter("stranger")
    doctor.post("/people/emergency/", WHY | {"password_again": PASSWORD})
    with clock.at(clock.now() + timedelta(hours=3)):
        assert doctor.get(f"/people/{ours.pk}/").status_code == 404


def test_a_wrong_number_and_nobody_are_told_apart_by_nothing(enter: Enter, field: Cast) -> None:
    doctor = enter("stranger")
    doctor.post("/people/emergency/", WHY | {"number": number(555), "password_again": PASSWORD})
    answer = doctor.post("/people/emergency/", WHY | {"number": number(556)})
    assert (answer.status_code, "ไม่พบใครตามเลขนี้" in answer.content.decode()) == (200, True)


def test_a_keeper_reviews_from_the_worklist(enter: Enter, ours: Person) -> None:
    enter("stranger").post("/people/emergency/", WHY | {"password_again": PASSWORD})
    keeper = enter("nurse")
    assert "/people/emergency/reviews/" in keeper.get("/").content.decode()
    assert WHY["reason"] in keeper.get("/people/emergency/reviews/").content.decode()
    said = {"verdict": "not_right", "words": "เขาอยู่บ้านทั้งวัน"}
    keeper.post(f"/people/emergency/{Emergency.objects.get().pk}/review/", said)
    assert enter("stranger").get(f"/people/{ours.pk}/").status_code == 404
    assert "เขาอยู่บ้านทั้งวัน" in keeper.get(f"/people/{ours.pk}/looks/").content.decode()


def test_somebody_joins_a_circle_and_leaves_it(enter: Enter, field: Cast, neighbour: Person) -> None:
    nurse = enter("nurse")
    said = {"relative": "พิมพ์", "role": "หลานสาว", "nearness": "week", "phone": "000-001-2345"}
    assert nurse.post(f"/people/{neighbour.pk}/circle/join/", said).status_code == 302
    page = nurse.get(f"/people/{neighbour.pk}/circle/").content.decode()
    assert ("พิมพ์" in page, "ขาที่ยังว่าง" in page) == (True, True)
    nurse.post(f"/people/circle/{CareCircle.objects.get().pk}/leave/", {"because": "ไปเรียน"})
    assert "ไปเรียน" in nurse.get(f"/people/{neighbour.pk}/circle/").content.decode()


@pytest.mark.parametrize("who", ["nurse", "association"])
@pytest.mark.parametrize("part", ["", "consents/", "circle/"])
def test_pages_about_a_person_stay_within_twelve_statements(
    enter: Enter, field: Cast, ours: Person, who: str, part: str
) -> None:
    agree(field, ours)
    assert len(statements(enter(who), f"/people/{ours.pk}/{part}")) <= 12


def test_lists_of_a_recipient_stay_within_eight_statements(enter: Enter, field: Cast, ours: Person) -> None:
    agree(field, ours)
    assert len(statements(enter("association"), "/people/?q=เอ")) <= 8


@pytest.mark.parametrize("path", ["/people/purposes/", "/people/emergency/reviews/"])
def test_the_other_pages_stay_within_twelve(enter: Enter, field: Cast, path: str) -> None:
    assert len(statements(enter("nurse"), path)) <= 12


def test_who_looked_stays_within_twelve(enter: Enter, ours: Person) -> None:
    assert len(statements(enter("nurse"), f"/people/{ours.pk}/looks/")) <= 12


def test_what_a_consent_does_not_open_is_closed_on_every_page(enter: Enter, field: Cast, ours: Person) -> None:
    """Relatives, what others gave, treatment, history: the recipient's page says so and links nowhere that refuses."""
    agree(field, ours)
    client = enter("association")
    page = client.get(f"/people/{ours.pk}/").content.decode()
    for part in ("around", "assistance", "rights", "history"):
        assert f"/people/{ours.pk}/{part}/" not in page
        assert client.get(f"/people/{ours.pk}/{part}/").status_code == 403
