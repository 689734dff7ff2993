"""Photos sent from a page: several at once, refused in one sentence each, counted while they stream."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import strip_tags

from sanam.domain.gatherings.models import Gathering, Shot
from sanam.domain.media.models import Kept
from tests.cast import Cast
from tests.domain.gatherings.showing import called, sent
from tests.domain.media.images import PAGE, image, jpeg, png_claiming, saved, telling
from tests.interfaces.web.conftest import Enter

pytestmark = pytest.mark.django_db


@pytest.fixture
def gathering(field: Cast) -> Gathering:
    return called(field)


def send(enter: Enter, gathering: Gathering, *files: Any, language: str = "th") -> Any:
    client = enter("secretary")
    client.cookies["django_language"] = language
    return client.post(f"/gatherings/{gathering.id}/photos/", {"photos": list(files)})


def said(answer: Any) -> str:
    """What a page says, without its marks; a number and its unit are held together by another blank."""
    return strip_tags(answer.content.decode()).replace("\u00a0", " ")


def named(name: str, sent: bytes, mime: str = "image/jpeg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, sent, mime)


def test_several_are_kept_at_once_and_the_first_waits_for_its_words(enter: Enter, gathering: Gathering) -> None:
    answer = send(enter, gathering, named("a.jpg", telling("JPEG")), named("b.png", saved(image(), "PNG")))
    first = Shot.objects.order_by("order").first()
    assert Shot.objects.count() == 2
    assert first
    assert answer.headers["Location"] == f"/gatherings/photos/{first.id}/"


BAD = [
    ("page.jpg", PAGE, "ไฟล์นี้ไม่ใช่รูปที่เราเปิดได้", "not a picture we can open"),
    ("wide.png", png_claiming(30_000, 30_000), "ละเอียดเกิน 40 ล้านจุด", "more than 40 million pixels"),
    ("half.jpg", jpeg(400, 300)[:900], "มาไม่ครบหรือเสียหาย", "incomplete or was damaged"),
    ("iphone.heic", b"\x00\x00\x00\x18ftypheic" + bytes(40), "HEIC", "HEIC"),
    ("drawn.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "ไม่ใช่รูปที่เราเปิดได้", "not a picture we can open"),
]


@pytest.mark.parametrize(("name", "file", "th", "en"), BAD)
def test_what_is_no_photo_is_refused_in_one_sentence_and_nothing_is_kept(
    enter: Enter, gathering: Gathering, name: str, file: bytes, th: str, en: str
) -> None:
    for language, sentence in (("th", th), ("en", en)):
        answer = send(enter, gathering, named(name, file), language=language)
        assert answer.status_code == 422
        page = said(answer)
        assert sentence in page
        assert name in page
    assert not Kept.objects.exists()


def test_the_good_ones_are_kept_beside_a_bad_one_and_both_are_told(enter: Enter, gathering: Gathering) -> None:
    answer = send(enter, gathering, named("good.jpg", jpeg()), named("page.jpg", PAGE))
    assert Shot.objects.count() == 1
    page = said(answer)
    assert "เก็บแล้ว 1 ภาพ" in page
    assert "page.jpg" in page


class Fifty:
    """Fifty megabytes in a multipart body, counted as they are read; nothing of it is ever in memory at once."""

    SIZE = 50 * 1024**2

    def __init__(self) -> None:
        self.head = (
            b'--b\r\nContent-Disposition: form-data; name="photos"; filename="big.jpg"\r\n'
            b"Content-Type: image/jpeg\r\n\r\n\xff\xd8\xff"
        )
        self.tail = b"\r\n--b--\r\n"
        self.left = self.SIZE

    def __len__(self) -> int:
        return len(self.head) + self.SIZE + len(self.tail)

    def readline(self, size: int = -1) -> bytes:
        raise AssertionError("a photo has no lines")

    def read(self, size: int = 65536) -> bytes:
        if self.head:
            out, self.head = self.head[:size], self.head[size:]
            return out
        if self.left:
            some = min(self.left, size)
            self.left -= some
            return bytes(some)
        out, self.tail = self.tail[:size], self.tail[size:]
        return out


def test_fifty_megabytes_are_refused_by_the_stream_and_never_lie_anywhere(
    enter: Enter, gathering: Gathering, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.core.files.uploadhandler import TemporaryFileUploadHandler

    passed = []
    before = TemporaryFileUploadHandler.receive_data_chunk
    monkeypatch.setattr(
        TemporaryFileUploadHandler,
        "receive_data_chunk",
        lambda self, raw, start: (passed.append(len(raw)), before(self, raw, start))[1],
    )
    body = Fifty()
    answer = enter("secretary").generic(
        "POST",
        f"/gatherings/{gathering.id}/photos/",
        CONTENT_TYPE="multipart/form-data; boundary=b",
        CONTENT_LENGTH=str(len(body)),
        **{"wsgi.input": body},
    )
    assert answer.status_code == 422
    assert "ใหญ่เกิน 15 MB" in said(answer)
    assert sum(passed) <= 15 * 1024**2
    assert not Kept.objects.exists()


def test_the_twenty_first_photo_waits_for_another_time(enter: Enter, gathering: Gathering) -> None:
    answer = send(enter, gathering, *(named(f"{n}.jpg", jpeg()) for n in range(21)))
    assert Shot.objects.count() == 20
    assert "ส่งได้ครั้งละ 20 ภาพ" in said(answer)


def test_a_form_from_elsewhere_is_turned_away(enter: Enter, gathering: Gathering) -> None:
    from django.test import Client

    from sanam.domain.teams.queries import account_of
    from tests.interfaces.web.conftest import BACKEND

    client = Client(enforce_csrf_checks=True)
    account = account_of("secretary")
    assert account
    client.force_login(account, backend=BACKEND)
    answer = client.post(f"/gatherings/{gathering.id}/photos/", {"photos": named("a.jpg", jpeg())})
    assert answer.status_code == 403
    assert not Kept.objects.exists()


def test_a_photo_is_described_and_the_words_stand_beside_it(enter: Enter, field: Cast, gathering: Gathering) -> None:
    shot = sent(field, gathering)
    client = enter("secretary")
    answer = client.post(f"/gatherings/photos/{shot.id}/", {"alt": "ศาลาริมคลอง", "faces": "nobody"})
    assert answer.status_code == 302
    assert 'alt="ศาลาริมคลอง"' in client.get(f"/gatherings/{gathering.id}/").content.decode()


def test_words_that_are_missing_are_asked_for(enter: Enter, field: Cast, gathering: Gathering) -> None:
    shot = sent(field, gathering)
    client = enter("secretary")
    assert client.post(f"/gatherings/photos/{shot.id}/", {"alt": "", "faces": "nobody"}).status_code == 422
    agreed = client.post(f"/gatherings/photos/{shot.id}/", {"alt": "ศาลา", "faces": "agreed"})
    assert "บอกด้วยว่าใครอยู่ในภาพ" in said(agreed)


def test_who_does_not_write_of_it_sees_no_photo_that_waits(enter: Enter, field: Cast, gathering: Gathering) -> None:
    shot = sent(field, gathering, BytesIO(jpeg()).getvalue())
    page = enter("volunteer").get(f"/gatherings/{gathering.id}/").content.decode()
    assert str(shot.kept_id) not in page
    assert "<img" not in page
