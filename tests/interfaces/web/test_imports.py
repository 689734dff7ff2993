"""A file sent from a page: kept, queued, tried, read in earnest, and the one who sent it hears back."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.test import Client

from sanam.domain.foundation import clock
from sanam.domain.media.models import Kept
from sanam.domain.notices.models import Notice
from sanam.domain.registry.models import Batch, Person
from sanam.domain.registry.operations import facts
from sanam.domain.registry.queries.batches import SILENT_FOR
from sanam.domain.registry.words import BatchState, FactGroup, How
from sanam.domain.teams.models import Holding
from sanam.interfaces.files import queue
from tests.cast import Cast, export, number, person
from tests.interfaces.web.conftest import Enter

pytestmark = pytest.mark.django_db


@pytest.fixture
def zipped(tmp_path: Path) -> Path:
    return export(tmp_path, PERSON=[person(PID="50", CID=number(50), NAME="ใหม่")])


def send(client: Client, path: Path, how: str) -> str:
    with path.open("rb") as file:
        response = client.post("/imports/", {"file": file, "how": how})
    assert response.status_code == 302
    return response["Location"]


def test_a_file_is_tried_first_and_read_in_only_when_somebody_says_so(enter: Enter, field: Cast, zipped: Path) -> None:
    client = enter("nurse")
    page = send(client, zipped, "try")
    assert not Person.objects.filter(given="ใหม่").exists()
    shown = client.get(page).content.decode()
    assert "ถ้าอ่านเข้า จะมีคนใหม่ 1 คน" in shown
    assert Kept.objects.count() == 1
    client.post(f"{page}again/")
    assert Person.objects.filter(given="ใหม่").exists()
    assert "คนใหม่ 1 คน" in client.get(page).content.decode()
    assert not Kept.objects.exists(), "the zip itself is gone once it was read in"


def test_whoever_sent_a_file_hears_back(enter: Enter, field: Cast, zipped: Path) -> None:
    page = send(enter("nurse"), zipped, "keep")
    notice = Notice.objects.get(seat_ref=field.nurse.ref, kind="file.done")
    assert notice.path == page


def test_a_refusal_is_kept_in_one_sentence_for_whoever_sent_it(enter: Enter, field: Cast, tmp_path: Path) -> None:
    client = enter("nurse")
    broken = tmp_path / "แฟ้ม.zip"
    broken.write_bytes(b"PK not really")
    page = send(client, broken, "keep")
    batch = Batch.objects.get(state=BatchState.REFUSED)
    assert batch.refusal["th"] in client.get(page).content.decode()
    assert Notice.objects.filter(seat_ref=field.nurse.ref, kind="file.refused").exists()


def test_another_hospitals_file_is_not_read_in(enter: Enter, field: Cast, tmp_path: Path) -> None:
    send(enter("nurse"), export(tmp_path, PERSON=[person(HOSPCODE="99001", PID="1", NAME="ใหม่")]), "keep")
    assert Batch.objects.get(state=BatchState.REFUSED).refusal["code"] == "registry.other_hospital"
    assert not Person.objects.filter(given="ใหม่").exists()


def test_who_left_the_seat_while_the_file_waited_reads_nothing_in(
    field: Cast, zipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as nobody_works:
        nobody_works.setattr(queue, "read_waiting", SimpleNamespace(enqueue=lambda batch: None))
        batch = queue.take_in(by=field.nurse, source=io.BytesIO(zipped.read_bytes()), file_name="a", try_only=False)
    Holding.objects.filter(member=field.members["nurse"]).update(
        from_on=clock.today() - timedelta(days=9), to_on=clock.today() - timedelta(days=1)
    )
    queue.read_waiting.call(str(batch.pk))
    batch.refresh_from_db()
    assert (batch.state, batch.refusal["code"]) == ("refused", "registry.seat_left")


def test_a_file_queued_twice_is_read_once(field: Cast, zipped: Path) -> None:
    batch = queue.take_in(by=field.nurse, source=io.BytesIO(zipped.read_bytes()), file_name="a.zip", try_only=False)
    assert queue.read_waiting.call(str(batch.pk)) == ""
    assert Person.objects.filter(given="ใหม่").count() == 1


def test_a_reader_that_fell_silent_is_followed_by_another(field: Cast, zipped: Path) -> None:
    batch = queue.take_in(by=field.nurse, source=io.BytesIO(zipped.read_bytes()), file_name="a.zip", try_only=True)
    ours = Batch.objects.filter(pk=batch.pk)
    ours.update(state=BatchState.READING, touched_at=clock.now() - SILENT_FOR / 2)
    assert queue.take_up() == 0
    ours.update(touched_at=clock.now() - SILENT_FOR * 2)
    assert queue.take_up() == 1
    batch.refresh_from_db()
    assert batch.state == "tried"


def test_a_file_that_was_read_in_is_not_read_again(enter: Enter, field: Cast, zipped: Path) -> None:
    client = enter("nurse")
    page = send(client, zipped, "keep")
    assert client.post(f"{page}again/").status_code == 409


def test_a_file_is_taken_back_after_a_page_that_says_what_will_happen(enter: Enter, field: Cast, zipped: Path) -> None:
    client = enter("nurse")
    page = send(client, zipped, "keep")
    assert f"{page}undo/" in client.get(page).content.decode()
    foreseen = client.get(f"{page}undo/").content.decode()
    assert "1 คน" in foreseen
    assert client.post(f"{page}undo/", {}).status_code == 422
    assert Person.objects.filter(given="ใหม่").exists()
    assert client.post(f"{page}undo/", {"because": "ส่งผิดแฟ้ม"}).status_code == 302
    assert not Person.objects.filter(given="ใหม่").exists()
    shown = client.get(page).content.decode()
    assert "เอาคืนแล้ว" in shown
    assert f"{page}undo/" not in shown


def test_what_stays_is_listed_by_name_on_the_page(enter: Enter, field: Cast, zipped: Path) -> None:
    client = enter("nurse")
    page = send(client, zipped, "keep")
    one = Person.objects.get(given="ใหม่")
    facts.confirm(by=field.nurse, person=one, fact=FactGroup.HEALTH, on=clock.today(), how=How.VISIT)
    for shown in (client.get(f"{page}undo/"), client.post(f"{page}undo/", {"because": "ผิด"}, follow=True)):
        assert f"/people/{one.pk}/" in shown.content.decode()


def test_a_page_that_waits_asks_for_its_progress_only(enter: Enter, field: Cast, zipped: Path) -> None:
    client = enter("nurse")
    page = send(client, zipped, "try")
    Batch.objects.update(state=BatchState.READING, rows=10, rows_done=4)
    part = client.get(page, headers={"HX-Request": "true"}).content.decode()
    assert "4 จาก 10" in part
    assert "<html" not in part
    Batch.objects.update(state=BatchState.DONE)
    assert client.get(page, headers={"HX-Request": "true"})["HX-Refresh"] == "true"


def test_a_file_nobody_read_in_for_a_week_is_taken_away(field: Cast, zipped: Path) -> None:
    batch = queue.take_in(by=field.nurse, source=io.BytesIO(zipped.read_bytes()), file_name="a.zip", try_only=True)
    assert queue.let_go() == 0
    Kept.objects.update(at=clock.now() - timedelta(days=8))
    Batch.objects.filter(pk=batch.pk).update(state=BatchState.WAITING)
    assert queue.let_go() == 0, "a file that still waits is kept however long"
    Batch.objects.filter(pk=batch.pk).update(state=BatchState.TRIED)
    assert (queue.let_go(), Kept.objects.count()) == (1, 0)
    queue.read_again(by=field.nurse, batch=Batch.objects.get(pk=batch.pk), accept_duplicates=False)
    batch.refresh_from_db()
    assert (batch.state, batch.refusal["code"]) == ("refused", "queue.paper_gone")


def test_a_reading_that_fails_on_our_side_is_told_and_never_stays_half_said(
    field: Cast, zipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*args: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("sanam.domain.registry.operations.files.report.told", breaks)  # after everything was applied
    batch = queue.take_in(by=field.nurse, source=io.BytesIO(zipped.read_bytes()), file_name="a.zip", try_only=False)
    batch.refresh_from_db()
    assert (batch.state, batch.refusal["code"]) == ("refused", "queue.our_fault")
    assert not Person.objects.filter(given="ใหม่").exists()


def test_a_try_does_not_say_that_rows_were_kept(enter: Enter, field: Cast, tmp_path: Path) -> None:
    client = enter("nurse")
    page = send(client, export(tmp_path, PERSON=[person(PID="51", CID="123", NAME="เลขสั้น")]), "try")
    assert "ยังไม่ได้บันทึกอะไร" in client.get(page).content.decode()
    client.post(f"{page}again/")
    assert "ทุกแถวที่อ่านได้ถูกเก็บไว้แล้ว" in client.get(page).content.decode()


def undoing(page: str, at: str) -> Batch:
    """The file of a page as the queue leaves it until somebody takes it back."""
    batch = Batch.objects.get(pk=page.split("/")[2])
    batch.outcome |= {"undoing": {"at": at, "because": "ส่งผิดแฟ้ม"}}
    batch.save()
    return batch


def test_whoever_wanted_a_file_back_hears_that_it_is(enter: Enter, field: Cast, zipped: Path) -> None:
    client = enter("nurse")
    page = send(client, zipped, "keep")
    client.post(f"{page}undo/", {"because": "ส่งผิดแฟ้ม"})
    assert Notice.objects.get(seat_ref=field.nurse.ref, kind="file.undone").path == page
    assert not Batch.objects.get(pk=page.split("/")[2]).undoing


def test_while_it_waits_to_be_taken_back_the_page_says_so_and_asks_once(
    enter: Enter, field: Cast, zipped: Path
) -> None:
    client = enter("nurse")
    page = send(client, zipped, "keep")
    undoing(page, clock.now().isoformat())
    shown = client.get(page).content.decode()
    assert "กำลังเอาคืน" in shown
    assert f"{page}undo/" not in shown
    assert client.get(page, headers={"HX-Request": "true"}).content.decode().lstrip().startswith("<section")
    assert client.post(f"{page}undo/", {"because": "อีกครั้ง"}).status_code == 409


def test_what_nobody_took_back_is_queued_anew(enter: Enter, field: Cast, zipped: Path) -> None:
    page = send(enter("nurse"), zipped, "keep")
    undoing(page, clock.now().isoformat())
    assert queue.take_up() == 0
    undoing(page, (clock.now() - SILENT_FOR * 2).isoformat())
    assert queue.take_up() == 1
    assert Batch.objects.get(pk=page.split("/")[2]).said is BatchState.UNDONE
    assert not Person.objects.filter(given="ใหม่").exists()


def test_one_that_cannot_be_taken_back_says_why_and_stands(enter: Enter, field: Cast, zipped: Path) -> None:
    page = send(enter("nurse"), zipped, "keep")
    batch = undoing(page, clock.now().isoformat())
    Holding.objects.filter(seat=field.seats["nurse"]).delete()
    queue.take_back_asked.call(str(batch.pk))
    batch.refresh_from_db()
    assert (batch.said, batch.undoing) == (BatchState.DONE, False)
    assert Notice.objects.filter(kind="file.not_undone").exists()
