"""A paper is tagged, set in Sarabun alone, and its Thai copies out as it was written."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from sanam.domain.foundation import clock
from sanam.domain.foundation.thai.digits import to_thai
from sanam.interfaces.files.pdf import setting
from sanam.interfaces.files.pdf.reports import pdf
from sanam.interfaces.files.reports.report import Row
from tests.cast import Cast
from tests.interfaces.files.reports.samples import HARD, report

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(cast: Cast) -> bytes:
    return pdf(report(), by=cast.nurse)


def words(text: str) -> str:
    """Text as words in a row: where lines end is not part of what is said."""
    return re.sub(r"\s+", "", text)


def by_pypdf(paper: bytes) -> str:
    return words("".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages))


def by_poppler(paper: bytes) -> str:
    assert shutil.which("pdftotext"), "apt install poppler-utils"
    return words(subprocess.run(["pdftotext", "-", "-"], input=paper, capture_output=True, check=True).stdout.decode())


@pytest.mark.parametrize("read", [by_pypdf, by_poppler])
def test_everything_copies_out_as_it_was_written(paper: bytes, read: object) -> None:
    told = read(paper)  # type: ignore[operator]
    said = [*HARD, *report().sentences, *report().notes, report().title, "รายหมู่บ้านทั้งหมด", "ปิดไว้"]
    assert [text for text in said if words(to_thai(text)) not in told] == []


def test_it_is_tagged_and_says_so(paper: bytes) -> None:
    root = PdfReader(io.BytesIO(paper)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "th"
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    roles = set(re.findall(rb"/S /(\w+)", paper))
    assert {b"H1", b"H2", b"P", b"Table", b"TR", b"TH", b"TD"} <= roles


def test_sarabun_is_in_it_and_no_other_typeface(paper: bytes) -> None:
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        for page in PdfReader(io.BytesIO(paper)).pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert fonts
    assert all("+Sarabun-" in font["/FontName"] and "/FontFile2" in font for font in fonts)


def test_it_looks_as_typst_set_it(cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Making the text copy out moves nothing: drawn, both are the same to the pixel."""
    with clock.at(date(2026, 11, 25)):
        ours = pdf(report(), by=cast.nurse)
        monkeypatch.setattr(setting.copying, "as_written", lambda made: made)
        theirs = pdf(report(), by=cast.nurse)
    assert ours != theirs
    assert drawn(ours, tmp_path / "ours") == drawn(theirs, tmp_path / "theirs")


def drawn(paper: bytes, to: Path) -> bytes:
    subprocess.run(["pdftoppm", "-r", "100", "-singlefile", "-", str(to)], input=paper, check=True)
    return to.with_suffix(".ppm").read_bytes()


def test_it_says_who_printed_it_from_which_seat_and_when(cast: Cast, settings: object) -> None:
    told = by_pypdf(pdf(report(), by=cast.nurse))
    assert words("พิมพ์โดยคน nurse ในนาม ผู้จัดการการดูแล") in told
    assert words("หน้า ๑/๑") in told


def test_it_says_that_it_is_a_sample_only_where_it_is_one(cast: Cast, settings: object) -> None:
    for sample in (True, False):
        settings.SANAM_SAMPLE = sample  # type: ignore[attr-defined]
        assert ("ข้อมูลสมมติ" in by_pypdf(pdf(report(), by=cast.nurse))) is sample


def test_english_has_arabic_figures(cast: Cast) -> None:
    paper = pdf(report("en"), by=cast.nurse)
    assert PdfReader(io.BytesIO(paper)).trailer["/Root"]["/Lang"] == "en"
    assert "412" in by_pypdf(paper)


def test_many_pages_are_one_paper(cast: Cast) -> None:
    rows = [Row([f"หมู่ {at} บ้านน้ำผุด", at, None]) for at in range(1, 400)]
    paper = pdf(report(rows=rows), by=cast.nurse)
    pages = PdfReader(io.BytesIO(paper)).pages
    assert len(pages) > 5
    assert words(f"หน้า {to_thai(str(len(pages)))}/{to_thai(str(len(pages)))}") in by_pypdf(paper)
    told = by_poppler(paper)
    assert all(words(to_thai(f"หมู่ {at} บ้านน้ำผุด")) in told for at in range(1, 400))


def test_without_the_typeface_it_is_refused(cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting, "FONTS", tmp_path)
    with pytest.raises(setting.Refused):
        pdf(report(), by=cast.nurse)


SYLLABLE = st.builds(
    "{}{}{}{}".format,
    st.sampled_from("กขคงจฉชซญฎฐณดตถทธนบปผฝพฟภมยรลวศสหอฮ"),
    st.sampled_from(["", "ิ", "ี", "ึ", "ื", "ั", "ุ", "ู"]),
    st.sampled_from(["", "่", "้", "๊", "๋"]),
    st.sampled_from(["", "า", "ำ", "น", "ง"]),
).filter(lambda one: not re.search("[ิีึืัุู][่้๊๋]?ำ", one))


@settings(max_examples=25, deadline=None)
@given(st.lists(SYLLABLE, min_size=1, max_size=40))
def test_any_thai_copies_out(syllables: list[str]) -> None:
    text = "".join(syllables)
    data = {
        "language": "th",
        "title": "ทดลอง",
        "where": "",
        "wide": False,
        "sentences": [text],
        "notes": [],
        "tables": [],
        "sample": "",
        "printed": "",
        "page": "หน้า",
        "thai": True,
        "author": "เรา",
    }
    made = setting.paper("report", data)
    assert words(text) in by_pypdf(made)
