"""The founding document on A4: tagged, its Thai copies out whole, its photos told and in their true proportions."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from pypdf import PdfReader

from sanam.domain.foundation.thai.digits import to_thai
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.models import Gathering
from sanam.interfaces.files.paper.reader import read_paper
from sanam.interfaces.files.pdf.gatherings import pdf
from tests.cast import Cast
from tests.domain.gatherings.showing import FOUNDING, cleared, founding, sent
from tests.interfaces.files.reports.test_paper import by_poppler, by_pypdf, words

pytestmark = pytest.mark.django_db
ALT = "คนราวสี่สิบคนนั่งล้อมวง กำลังฟังผู้หญิงคนหนึ่งพูด"


@pytest.fixture
def page(cast: Cast) -> Gathering:
    """The founding document with two files: one that may leave the house, and one that nobody was asked about."""
    gathering = founding(cast)
    cleared(cast, gathering, alt=ALT, listed=gathering.photos.get(order=1))
    waiting = sent(cast, gathering)
    type(waiting).objects.filter(id=waiting.id).update(listed=gathering.photos.get(order=2), alt="ใบหน้าชัด")
    return gathering


@pytest.fixture
def paper(cast: Cast, page: Gathering) -> bytes:
    return pdf(queries.shown(cast.secretary, str(page.id)))


@pytest.mark.parametrize("read", [by_pypdf, by_poppler])
def test_every_word_of_the_founding_document_copies_out(paper: bytes, read: Any) -> None:
    told, said = read(paper), read_paper(FOUNDING.read_bytes())
    assert said.signature
    whole = [said.title, *said.intro, *(line for point in said.points for line in point.text.split("\n"))]
    whole += [said.thanks, said.signature.name, said.signature.position, "๑๐ มกราคม ๒๕๖๓", "๔."]
    assert [text for text in whole if words(text) not in told] == []


def test_it_is_tagged_for_who_listens_to_it(paper: bytes) -> None:
    root: Any = PdfReader(io.BytesIO(paper)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "th"
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    assert {b"H1", b"Figure", b"P"} <= set(re.findall(rb"/S /(\w+)", paper))


def test_every_photo_is_told_and_one_that_waits_is_not_in_it(paper: bytes) -> None:
    told = alts(paper)
    assert len(told) == 18
    assert told[0] == ALT
    assert told[1] == to_thai("ภาพที่ 2 ไม่มีไฟล์ในหน้านี้ 960x540 จุด 55,609 ไบต์")
    assert "ใบหน้าชัด" not in str(told)


def test_the_photo_in_it_opens_as_it_was_drawn(paper: bytes) -> None:
    images = [image for page in PdfReader(io.BytesIO(paper)).pages for image in page.images]
    assert len(images) == 1
    assert images[0].image
    assert images[0].image.size == (320, 180)
    middle = images[0].image.convert("RGB").getpixel((160, 90))
    assert all(abs(got - sent) <= 6 for got, sent in zip(middle, (20, 120, 90), strict=True))  # type: ignore[arg-type]


def alts(paper: bytes) -> list[str]:
    """What is told of each figure, in the order of the page."""
    found: list[str] = []

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            if "/Alt" in node:
                found.append(str(node["/Alt"]))
            if "/K" in node:
                walk(node["/K"])

    walk(PdfReader(io.BytesIO(paper)).trailer["/Root"]["/StructTreeRoot"])  # type: ignore[index]
    return found
