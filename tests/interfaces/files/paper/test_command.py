"""`sanam import paper FILE --json`: what is kept, what a dry run leaves alone, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sanam.domain.gatherings.models import Gathering
from sanam.domain.journal.models import Entry
from sanam.interfaces.cli.main import main
from tests.interfaces.files.paper.forms import written

FOUNDING = Path(__file__).with_name("founding.txt")
pytestmark = pytest.mark.django_db


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Any:
    """Type a line; its exit code and its one document."""

    def type_in(*words: str | Path) -> tuple[int, dict[str, Any]]:
        code = main(["import", "paper", *map(str, words), "--json"])
        return code, json.loads(capsys.readouterr().out)

    return type_in


def test_the_founding_document_is_kept_with_all_its_parts(said: Any) -> None:
    code, document = said(FOUNDING)
    (kept,) = Gathering.objects.all()
    assert (code, len(document["photos"]), len(document["points"])) == (0, 18, 4)
    assert (kept.held_on, kept.headcount, kept.photos.count(), kept.points.count()) == ("2020-01-10", 40, 18, 4)


def test_a_dry_run_says_the_same_and_changes_nothing(said: Any) -> None:
    entries = Entry.objects.count()
    tried = said(FOUNDING, "--dry-run")
    assert (Gathering.objects.count(), Entry.objects.count()) == (0, entries)
    assert tried == said(FOUNDING)


def test_the_same_page_twice_is_one_gathering(said: Any, tmp_path: Path) -> None:
    text = FOUNDING.read_text(encoding="utf-8")
    copies = {"lf": text, "crlf": text.replace("\n", "\r\n"), "blanks": text.replace("\n", "  \n") + "\n\n"}
    for name, copy in copies.items():
        tmp_path.joinpath(f"{name}.txt").write_bytes(copy.encode())
        tmp_path.joinpath(f"{name}.marked.txt").write_bytes(copy.encode("utf-16"))
    assert [said(path)[0] for path in sorted(tmp_path.iterdir())] == [0] * 6
    assert Gathering.objects.count() == 1


def test_a_page_with_nothing_readable_is_kept_whole_and_a_sentence_says_so(said: Any, tmp_path: Path) -> None:
    lines = ["จดหมายถึงเพื่อน", "ฝนตกทั้งวัน", "คิดถึงนะ"]
    path = tmp_path / "letter.md"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    code, document = said(path)
    assert (code, document["unread"], document["points"], document["held_on"]) == (0, lines, [], None)
    assert document["note"]["en"] == "The form of this page could not be read; its text is kept whole."
    assert Gathering.objects.get().text == "จดหมายถึงเพื่อน\n\nฝนตกทั้งวัน\n\nคิดถึงนะ\n"


def test_numbers_no_table_can_hold_do_not_stop_a_page(said: Any, tmp_path: Path) -> None:
    huge = "9" * 30
    path = tmp_path / "page.txt"
    photos = f"• photo , {huge}x{huge} pixel , {huge} bytes."
    path.write_text(
        written(title="ก" * 900, photos=photos, came=f"ร่วม {huge} คน", signed=f"{'ก' * 300} รายงาน"), "utf-8"
    )
    code, document = said(path)
    assert (code, document["photos"], document["headcount"]) == (0, [], None)
    assert photos in document["unread"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "paper.empty"),
        (b" \r\n\t", "paper.empty"),
        (b"\xef\xbb\xbf", "paper.empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "paper.not_text"),
        (b"PK\x03\x04" + b"word/document.xml" * 9, "paper.not_text"),
        (b"%PDF-1.4\n1 0 obj", "paper.not_text"),
        (bytes(range(256)) * 8, "paper.not_text"),
        (b"meeting\n" * 6_500_000, "paper.too_big"),
    ],
    ids=["empty", "blank", "mark", "png", "docx", "pdf", "bytes", "50MB"],
)
def test_what_is_no_page_is_refused_in_one_sentence(said: Any, tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    done, document = said(path)
    assert (done, document["refused"]["code"], Gathering.objects.count()) == (1, code, 0)
    assert len(document["refused"]["en"]) < 120


@pytest.mark.parametrize("name", [".", "not-there.txt"])
def test_what_cannot_be_opened_is_refused(said: Any, tmp_path: Path, name: str) -> None:
    done, document = said(tmp_path / name)
    assert (done, document["refused"]["code"]) == (1, "paper.no_file")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "tis-620", "cp874", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_says_the_same(said: Any, tmp_path: Path, encoding: str, end: str) -> None:
    text = written(photos="photo , 960x540 pixel , 55,609 bytes.")
    path = tmp_path / "page.txt"
    path.write_bytes(text.replace("\n", end).encode(encoding))
    _, document = said(path)
    assert (document["title"], document["headcount"]) == ("วงคุยดูแลกัน ตำบลดอนทราย", 25)
    assert (len(document["photos"]), len(document["points"]), document["unread"]) == (1, 3, [])


def test_a_page_torn_within_a_letter_is_still_read(said: Any, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(written().encode()[:-1] + "ก".encode()[:2])
    assert said(path)[1]["headcount"] == 25
