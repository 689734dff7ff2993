"""keep_picture, keep_paper, remove, release: what is kept is told truly, journalled, and gone when it is gone."""

from __future__ import annotations

import hashlib
import os
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from sanam.domain.foundation.actor import INSTALLATION
from sanam.domain.foundation.refused import BadInput, NotHere
from sanam.domain.journal.models import Details, Entry
from sanam.domain.media import operations, store
from sanam.domain.media.models import Kept
from sanam.domain.media.words import Kind
from tests.domain.media.conftest import NURSE, STRANGER, files, keep_paper, keep_picture
from tests.domain.media.images import PAGE, jpeg

pytestmark = pytest.mark.django_db


def test_a_picture_is_told_as_it_lies() -> None:
    kept = keep_picture(jpeg(3000, 1000))
    lies = store.path(kept.stored_name).read_bytes()
    assert (kept.kind, kept.mime, kept.width, kept.height) == (Kind.PICTURE, "image/jpeg", 2000, 667)
    assert (kept.size, kept.sha256) == (len(lies), hashlib.sha256(lies).hexdigest())
    assert (kept.file_name, kept.alt, kept.owner, kept.by_ref) == ("วงคุย.jpg", "คนนั่งล้อมวงใต้ต้นไม้", "album:1", "7")


@pytest.mark.parametrize(
    ("start", "mime"),
    [
        (b"PK\x03\x04", "application/zip"),
        (b"%PDF-1.7", "application/pdf"),
        (PAGE, "application/octet-stream"),
        (b"P", "application/octet-stream"),
    ],
)
def test_a_paper_is_kept_as_it_came_and_typed_by_its_bytes(start: bytes, mime: str) -> None:
    sent = start + bytes(range(256)) * 2
    kept = keep_paper(sent, file_name="page.html")
    assert store.path(kept.stored_name).read_bytes() == sent
    assert (kept.kind, kept.mime, kept.size, kept.width) == (Kind.PAPER, mime, len(sent), None)
    assert kept.sha256 == hashlib.sha256(sent).hexdigest()


def test_a_paper_that_comes_in_small_pieces_is_still_typed() -> None:
    class Slow(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(1)

    kept = operations.keep_paper(by=NURSE, source=Slow(b"PK\x03\x04..."), file_name="", owner="album:1", most_bytes=7)
    assert (kept.mime, kept.size) == ("application/zip", 7)


def test_what_a_form_hands_over_can_be_kept() -> None:
    assert keep_picture(source=SimpleUploadedFile("a.jpg", jpeg())).width == 60


def test_a_paper_too_large_or_empty_is_refused_and_leaves_nothing(store: Path) -> None:
    for sent, code in ((bytes(1001), "media.paper_too_big"), (b"", "media.empty")):
        with pytest.raises(BadInput) as refusal:
            keep_paper(sent)
        assert refusal.value.code == code
    assert keep_paper(bytes(1000)).size == 1000
    assert len(files(store)) == 2  # and its mark, for the test's own transaction has not ended


def test_a_picture_refused_leaves_nothing(store: Path) -> None:
    with pytest.raises(BadInput):
        keep_picture(PAGE)
    assert (files(store), Kept.objects.exists(), Entry.objects.exists()) == ([], False, False)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd", "../../etc/passwd"),
        ("a\x00b\r\nc\u202egpj.exe", "abcgpj.exe"),
        ("\ud800x", "x"),
        ("น้ำ ใจ.jpg", "น้ำ ใจ.jpg"),
        ("ก" * 400, "ก" * 255),
    ],
)
def test_a_file_name_is_only_a_line_of_text(sent: str, kept: str, store: Path) -> None:
    assert keep_picture(file_name=sent).file_name == kept
    assert all(path.parent.parent == store for path in files(store))


@pytest.mark.parametrize("alt", ["ก" * 301, "a\x00b"])
def test_a_description_that_cannot_be_kept_is_refused_not_cut(alt: str) -> None:
    with pytest.raises(BadInput):
        keep_picture(alt=alt)


@pytest.mark.parametrize("owner", ["", "album", "album:", ":1", "album:1 or 1", "อัลบั้ม:1", "album:" + "1" * 80])
def test_an_owner_that_is_no_reference_is_a_slip_of_the_caller(owner: str) -> None:
    with pytest.raises(ValueError, match="prefix"):
        keep_picture(owner=owner)


def test_what_is_kept_and_removed_is_journalled() -> None:
    kept = keep_picture()
    operations.remove(by=NURSE, kept=kept)
    first, last = Entry.objects.order_by("id")
    assert (first.did, first.to, first.actor_ref) == ("media.kept", kept.ref, "7")
    assert (last.did, last.to) == ("media.removed", kept.ref)
    assert kept.file_name not in str(list(Details.objects.values()))


def test_gone_is_gone_and_cannot_go_again() -> None:
    kept = keep_picture()
    operations.remove(by=INSTALLATION, kept=kept)
    with pytest.raises(NotHere):
        operations.remove(by=INSTALLATION, kept=kept)
    assert not Kept.objects.exists()


def test_who_cannot_see_it_cannot_remove_it() -> None:
    kept = keep_picture()
    with pytest.raises(NotHere):
        operations.remove(by=STRANGER, kept=kept)
    assert Kept.objects.get() == kept


def test_an_owner_lets_go_of_all_it_keeps_and_of_nothing_else() -> None:
    keep_picture(), keep_paper()
    other = keep_picture(owner="album:10")
    assert operations.release(by=NURSE, owner="album:1") == 2
    assert Kept.objects.get() == other
    assert Entry.objects.filter(did="media.removed").count() == 2


def test_the_database_refuses_a_picture_without_pixels_and_a_paper_with_them() -> None:
    for kept, pixels in ((keep_picture(), None), (keep_paper(), 9)):
        kept.width = pixels
        with pytest.raises(IntegrityError), transaction.atomic():
            kept.save()


def test_a_sweep_that_took_something_is_journalled(store: Path) -> None:
    operations.store.put([b"x"])
    (mark,) = store.rglob("*.undecided")
    os.utime(mark, (0, 0))
    assert operations.sweep(by=INSTALLATION) == 1
    assert operations.sweep(by=INSTALLATION) == 0
    assert Entry.objects.get().did == "media.swept"
