"""The pages of merging: side by side, three answers, the password once more, and back again."""

from __future__ import annotations

import pytest
from django.test import Client

from sanam.domain.foundation import clock
from sanam.domain.journal.models import Entry
from sanam.domain.notices import queries as notices
from sanam.domain.registry.models import Duplicate, Merge, Person
from sanam.domain.registry.operations import facts
from sanam.domain.registry.words import FactGroup, How
from tests.cast import PASSWORD, Cast
from tests.interfaces.web.conftest import Enter
from tests.interfaces.web.test_promises import statements

CHOSEN = {"word_national_id": "kept", "word_given": "gone", "word_birth": "kept"}
WHY = {"reason": "ญาติยืนยัน"}


@pytest.fixture
def other(field: Cast) -> Person:
    return Person.objects.get(given="พิมพ์")


@pytest.fixture
def pair(ours: Person, other: Person) -> Duplicate:
    return Duplicate.objects.create(first=ours, second=other, basis="equal_id", at=clock.now())


@pytest.fixture
def nurse(enter: Enter) -> Client:
    return enter("nurse")


def joined(nurse: Client, pair: Duplicate) -> Merge:
    nurse.post(f"/people/doubts/{pair.pk}/same/", CHOSEN | WHY | {"password_again": PASSWORD})
    return Merge.objects.get()


def test_both_are_seen_side_by_side_and_a_difference_is_a_word(nurse: Client, pair: Duplicate, field: Cast) -> None:
    page = nurse.get(f"/people/doubts/{pair.pk}/").content.decode()
    assert "ไม่ตรงกัน" in page
    assert "ตรงกัน</span>" in page
    assert "43 แฟ้มของ 99312" in page
    looked = set(Entry.objects.filter(did="person.looked", actor_ref=field.nurse.ref).values_list("to", flat=True))
    assert looked == {pair.first.ref, pair.second.ref}


def test_what_may_mean_two_people_is_not_chosen_beforehand(nurse: Client, pair: Duplicate) -> None:
    lines = {one["name"]: one for one in nurse.get(f"/people/doubts/{pair.pk}/").context["lines"]}
    assert lines["national_id"]["side"] == ""
    assert lines["birth"]["side"] in {"kept", "gone"}
    assert "3980" not in nurse.get(f"/people/doubts/{pair.pk}/").content.decode(), "a number is shown masked"


def test_joining_asks_for_the_password_and_then_does_it(nurse: Client, pair: Duplicate, ours: Person) -> None:
    asked = nurse.post(f"/people/doubts/{pair.pk}/same/", CHOSEN | WHY)
    assert asked.status_code == 403
    assert 'name="word_given" value="gone"' in asked.content.decode()
    assert Merge.objects.count() == 0
    done = nurse.post(f"/people/doubts/{pair.pk}/same/", CHOSEN | WHY | {"password_again": PASSWORD})
    assert done.headers["Location"] == f"/people/{ours.pk}/"
    ours.refresh_from_db()
    assert (ours.given, ours.birth) == ("พิมพ์", "1942-03-02")


def test_a_refusal_keeps_what_was_chosen(nurse: Client, pair: Duplicate) -> None:
    said = {"word_birth": "gone", "password_again": PASSWORD} | WHY
    refused = nurse.post(f"/people/doubts/{pair.pk}/same/", said)
    assert refused.status_code == 422
    assert "อาจเป็นคนละคน" in refused.content.decode()
    assert {one["name"]: one["side"] for one in refused.context["lines"]}["birth"] == "gone"
    assert "ญาติยืนยัน" in refused.content.decode()


def test_the_old_address_leads_to_the_living_record(
    nurse: Client, enter: Enter, pair: Duplicate, other: Person
) -> None:
    joined(nurse, pair)
    for part in ("", "history/"):
        assert nurse.get(f"/people/{other.pk}/{part}").headers["Location"] == f"/people/{pair.first_id}/{part}"
        assert enter("stranger").get(f"/people/{other.pk}/{part}").status_code == 404
    said = {"group": "stateless", "basis": "seen"}
    assert nurse.post(f"/people/{other.pk}/groups/", said).status_code == 302
    assert pair.first.memberships.filter(group="stateless").exists()


def test_who_looked_at_either_record_looked_at_the_person(
    nurse: Client, enter: Enter, pair: Duplicate, other: Person
) -> None:
    enter("secretary").get(f"/people/{other.pk}/")
    joined(nurse, pair)
    assert "เลขานุการ" in nurse.get(f"/people/{pair.first_id}/").content.decode()


def test_two_people_is_said_with_a_reason(nurse: Client, pair: Duplicate) -> None:
    assert nurse.post(f"/people/doubts/{pair.pk}/", {"reason": ""}).status_code == 422
    assert nurse.post(f"/people/doubts/{pair.pk}/", {"reason": "คนละบ้าน"}).status_code == 302
    pair.refresh_from_db()
    assert pair.decision == "different"


def test_not_sure_asks_the_keepers_and_stays_open(nurse: Client, pair: Duplicate, field: Cast) -> None:
    assert nurse.post(f"/people/doubts/{pair.pk}/ask/").status_code == 302
    (heard,) = notices.unread(field.secretary)
    assert "คนเดียวกันไหม" in heard.th
    assert not notices.unread(field.stranger)
    assert str(pair.pk) in nurse.get("/people/doubts/").content.decode()
    assert nurse.post(f"/people/doubts/{pair.pk}/ask/").status_code == 409


def test_who_may_not_join_sees_no_such_button(enter: Enter, pair: Duplicate, field: Cast) -> None:
    page = enter("volunteer").get(f"/people/doubts/{pair.pk}/").content.decode()
    assert "รวมเป็นบันทึกเดียว" not in page
    assert "word_given" not in page


def test_a_merge_is_parted_from_its_page_and_says_what_stayed(nurse: Client, pair: Duplicate, field: Cast) -> None:
    merge = joined(nurse, pair)
    facts.confirm(by=field.nurse, person=pair.first, fact=FactGroup.CARER, on=clock.today(), how=How.VISIT)
    page = nurse.get(f"/people/merges/{merge.pk}/").content.decode()
    assert "จะอยู่กับ" in page
    assert "ยืนยัน คนดูแล" in page
    assert nurse.post(f"/people/merges/{merge.pk}/", {"reason": "คนละคน"}).status_code == 302
    after = nurse.get(f"/people/merges/{merge.pk}/").content.decode()
    assert "จึงยังอยู่กับ" in after
    assert "ยืนยัน คนดูแล" in after
    assert Person.objects.get(given="พิมพ์").merged_into is None


def test_parting_asks_for_the_password_too(nurse: Client, enter: Enter, pair: Duplicate) -> None:
    merge = joined(nurse, pair)
    assert enter("nurse").post(f"/people/merges/{merge.pk}/", {"reason": "คนละคน"}).status_code == 403
    merge.refresh_from_db()
    assert merge.in_force


def test_the_history_says_that_two_became_one(nurse: Client, pair: Duplicate) -> None:
    merge = joined(nurse, pair)
    page = nurse.get(f"/people/{pair.first_id}/history/").content.decode()
    assert f"/people/merges/{merge.pk}/" in page
    assert "เอียด" in page.partition("เคยเขียนหรือเรียกว่า")[2], "the name not chosen"
    assert f"/people/merges/{merge.pk}/" in nurse.get("/people/merges/").content.decode()


@pytest.mark.parametrize("path", ["/people/doubts/", "/people/merges/"])
def test_the_lists_stay_within_eight_statements(nurse: Client, pair: Duplicate, path: str) -> None:
    joined(nurse, pair)
    assert len(statements(nurse, path)) <= 8


def test_a_person_of_two_records_stays_within_twelve_statements(nurse: Client, pair: Duplicate) -> None:
    joined(nurse, pair)
    assert len(statements(nurse, f"/people/{pair.first_id}/")) <= 12


@pytest.mark.parametrize("after", ["x", "-1", "9" * 40, "٣"])
def test_a_made_up_place_in_a_list_is_its_beginning(nurse: Client, pair: Duplicate, after: str) -> None:
    assert nurse.get("/people/doubts/", {"after": after}).status_code == 200
    assert nurse.get("/people/merges/", {"before": after}).status_code == 200


@pytest.fixture
def fitting(ours: Person, other: Person, neighbour: Person) -> Duplicate:
    """A pair with one number that nothing contradicts, and one that is only alike."""
    Duplicate.objects.create(first=ours, second=neighbour, basis="alike", score=0.9, at=clock.now())
    Person.objects.filter(pk=other.pk).update(given=ours.given, birth=ours.birth, family=ours.family)
    return Duplicate.objects.create(first=ours, second=other, basis="equal_id_fits", at=clock.now())


def test_the_list_narrows_to_pairs_with_one_number_that_nothing_contradicts(nurse: Client, fitting: Duplicate) -> None:
    assert nurse.get("/people/doubts/").content.decode().count('class="title"') == 2
    page = nurse.get("/people/doubts/?only=fits").content.decode()
    assert page.count('class="title"') == 1
    assert f"/people/doubts/{fitting.pk}/?only=fits" in page
    assert len(statements(nurse, "/people/doubts/?only=fits")) <= 8


def test_such_a_pair_is_decided_in_one_tap_and_leads_to_the_next(nurse: Client, fitting: Duplicate) -> None:
    page = nurse.get(f"/people/doubts/{fitting.pk}/?only=fits")
    assert "คนเดียวกัน รวมเลย" in page.content.decode()
    form, lines = page.context["same"], page.context["lines"]
    prefilled = {"reason": form.initial["reason"], "only": "fits"}
    prefilled |= {f"word_{line['name']}": line["side"] for line in lines if line["told"].differs and line["side"]}
    answer = nurse.post(f"/people/doubts/{fitting.pk}/same/", prefilled | {"password_again": PASSWORD})
    assert answer.headers["Location"] == "/people/doubts/?only=fits"
    assert Merge.objects.get().reason == "เลขบัตรตรงกัน และไม่มีอะไรขัดกัน"


def test_any_other_pair_has_no_reason_written_for_it(nurse: Client, pair: Duplicate) -> None:
    page = nurse.get(f"/people/doubts/{pair.pk}/")
    assert "คนเดียวกัน รวมเลย" not in page.content.decode()
    assert page.context["same"].initial["reason"] == ""
