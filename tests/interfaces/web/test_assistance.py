"""Noting what somebody received: what alike they had is shown before it is saved, and hinders nobody."""

from __future__ import annotations

from sanam.domain.foundation.thai.dates import PartialDate
from sanam.domain.journal.models import Entry
from sanam.domain.registry.models import Assistance, Person
from sanam.domain.registry.operations import assistance
from sanam.domain.registry.operations.assistance import Received
from sanam.domain.registry.words import Help
from tests.cast import Cast
from tests.interfaces.web.conftest import Enter
from tests.interfaces.web.test_promises import statements

SAID = {"kind": "device", "words": "รถเข็น", "outsider": "วัดทะเลน้อย", "on_year": "2569", "source": "told"}


def test_the_first_time_it_is_simply_noted(enter: Enter, ours: Person) -> None:
    said = SAID | {"amount": "๑,๕๐๐", "unit": "บาท"}
    answer = enter("local").post(f"/people/{ours.pk}/assistance/note/", said)
    assert answer.headers["Location"] == f"/people/{ours.pk}/assistance/"
    noted = Assistance.objects.get()
    assert (noted.giver_name, noted.on, noted.amount) == ("วัดทะเลน้อย", "2026", 1500)


def test_something_alike_is_shown_before_it_is_saved_and_then_saved(enter: Enter, field: Cast, ours: Person) -> None:
    before = Received(Help.DEVICE, PartialDate(2026, 8), outsider="ร้านขายยาข้างตลาด")
    earlier = assistance.note(by=field.nurse, person=ours, received=before)
    client, path = enter("local"), f"/people/{ours.pk}/assistance/note/"
    asked = client.post(path, SAID).content.decode()
    assert "ร้านขายยาข้างตลาด" in asked
    assert f'value="{earlier.pk},"' in asked
    assert 'value="รถเข็น"' in asked  # what was typed stays
    assert Assistance.objects.count() == 1
    assert client.post(path, SAID | {"alike_seen": f"{earlier.pk},"}).status_code == 302
    assert Assistance.objects.count() == 2


def test_what_came_in_between_is_shown_too(enter: Enter, field: Cast, ours: Person) -> None:
    """Only what was really seen counts as seen."""
    assistance.note(by=field.nurse, person=ours, received=Received(Help.DEVICE, PartialDate(2026, 8), outsider="ก"))
    enter("local").post(f"/people/{ours.pk}/assistance/note/", SAID | {"alike_seen": "999999,"})
    assert Assistance.objects.count() == 1


def test_words_of_others_stay_away_from_who_sees_no_health(enter: Enter, field: Cast, ours: Person) -> None:
    gift = Received(Help.DEVICE, PartialDate(2026, 8), outsider="วัด", words="แผลกดทับ")
    noted = assistance.note(by=field.nurse, person=ours, received=gift)
    page = enter("local").get(f"/people/{ours.pk}/assistance/").content.decode()
    assert "แผลกดทับ" not in page
    assert "ที่นั่งนี้ไม่ได้รับให้เห็นรายละเอียด" in page
    assert "แผลกดทับ" not in enter("local").get(f"/people/assistance/{noted.pk}/correct/").content.decode()
    assert "แผลกดทับ" in enter("nurse").get(f"/people/{ours.pk}/assistance/").content.decode()


def test_it_is_corrected_and_withdrawn_by_its_page(enter: Enter, field: Cast, ours: Person) -> None:
    gift = Received(Help.DEVICE, PartialDate(2026, 8), outsider="วัด")
    noted = assistance.note(by=field.nurse, person=ours, received=gift)
    client = enter("nurse")
    assert client.post(f"/people/assistance/{noted.pk}/correct/", SAID | {"kind": "food"}).status_code == 302
    now = Assistance.objects.get(stands="stands")
    assert client.post(f"/people/assistance/{now.pk}/withdraw/", {"because": "จดผิดคน"}).status_code == 302
    page = client.get(f"/people/{ours.pk}/assistance/").content.decode()
    assert "จดผิดคน" in page
    assert "ที่แก้หรือถอนแล้ว 2" in page


def test_a_look_is_written_and_few_statements_are_needed(enter: Enter, field: Cast, ours: Person) -> None:
    for giver in ("วัด", "ร้าน", "ชมรม"):
        assistance.note(by=field.nurse, person=ours, received=Received(Help.FOOD, PartialDate(2026), outsider=giver))
    assert len(statements(enter("nurse"), f"/people/{ours.pk}/assistance/")) <= 8
    assert Entry.objects.filter(to=ours.ref, did="person.looked", actor_ref=field.nurse.ref).exists()
