"""A rule on A4: tagged, its Thai copies out whole, legs and seats named and nobody else, its QR leads to its page."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from pypdf import PdfReader

from sanam.domain.foundation import clock
from sanam.domain.foundation.thai.dates import say_date
from sanam.domain.foundation.thai.digits import to_thai
from sanam.domain.journal.models import Details, Entry
from sanam.domain.rules.models import RuleVersion
from sanam.domain.rules.operations import commitments, responses
from sanam.domain.rules.operations.commitments import Promise
from sanam.domain.rules.words import Channel
from sanam.interfaces.files import squares
from sanam.interfaces.files.agreed.leaving import leave
from sanam.interfaces.files.pdf.rules import pdf
from tests.cast import Cast
from tests.domain.rules.agreed import adopted
from tests.domain.rules.legs import seat_the_legs
from tests.domain.rules.proposed import NO, YES, closed, drafted, opened
from tests.interfaces.files.paper.test_on_paper import alts
from tests.interfaces.files.reports.test_paper import by_poppler, by_pypdf, words

pytestmark = pytest.mark.django_db
ADDRESS = "https://sanam.test/rules/versions/1/"
PROMISED = "ไปถามทุกบ้านในหมู่"


@pytest.fixture
def version(cast: Cast) -> RuleVersion:
    """Objected to, changed, then agreed by two legs of four, one of them on paper; signed by the nurse's seat."""
    seat_the_legs(cast)
    found = drafted(cast, "ถามข่าวคนติดเตียงทุก 2 เดือน")
    first = opened(cast, found)
    responses.answer(by=cast.actors["mayor"], one=first, said=NO)
    responses.assist(by=cast.nurse, one=first, seat=cast.seats["secretary"], channel=Channel.PAPER, said=YES)
    closed(first)
    found.objections.update(state="withdrawn", answer="ลองก่อนได้", settled_at=clock.now())
    second = opened(cast, found, messenger=cast.seats["elder"])
    responses.answer(by=cast.actors["mayor"], one=second, said=YES)
    closed(second)
    made = RuleVersion.objects.select_related("rule").get(proposal=found)
    said = Promise(PROMISED, clock.today(), "มีบันทึก")
    commitments.sign(by=cast.nurse, clause=made.clauses.get(number=1), promise=said)
    return made


def made(cast: Cast, version: RuleVersion, *, record: bool = False, language: Any = "th") -> bytes:
    sheet = leave(by=cast.nurse, version_id=str(version.pk), with_record=record)
    return pdf(sheet, by=cast.nurse, address=ADDRESS, language=language)


@pytest.mark.parametrize("read", [by_pypdf, by_poppler])
def test_all_that_a_wall_needs_copies_out(cast: Cast, version: RuleVersion, read: Any) -> None:
    told = read(made(cast, version))
    seat = cast.seats["nurse"]
    said = [
        *("ถามข่าวคนติดเตียงทุก ๒ เดือน", "กติกาข้อ ๑ ฉบับที่ ๑", "๑.", "๒.", "บอกผลกลับในเจ็ดวัน", "ข้อมูลเก่าพาไปผิดบ้าน"),
        *("ยังขาด ขาท้องที่, ขาภาคประชาชน", "ขาท้องถิ่น", "ยินยอม ๑", "ยังไม่ได้พูด"),
        f"ลงชื่อทำตาม: {seat.organisation.name_th} ({seat.title_th})",
        to_thai(say_date(version.review_on, style="long")),
        *(version.digest[:12], ADDRESS, "พิมพ์ในนาม ผู้จัดการการดูแล"),
    ]
    assert [text for text in said if words(text) not in told] == []


def test_it_is_one_tagged_page_of_a4_with_headings_a_table_and_a_told_qr(cast: Cast, version: RuleVersion) -> None:
    paper = made(cast, version)
    file = PdfReader(io.BytesIO(paper))
    root: Any = file.trailer["/Root"]
    assert [tuple(round(float(side)) for side in page.mediabox[2:]) for page in file.pages] == [(595, 842)]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "th")
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    assert {b"H1", b"H2", b"P", b"Figure", b"Table"} <= set(re.findall(rb"/S /(\w+)", paper))
    assert alts(paper) == [f"ส่องเพื่อเปิดหน้านี้ {ADDRESS}"]


def test_how_it_was_decided_is_a_second_page_seat_by_seat(cast: Cast, version: RuleVersion) -> None:
    paper = made(cast, version, record=True)
    told = by_pypdf(paper)
    nurse, secretary = cast.seats["nurse"], cast.seats["secretary"]
    said = [
        f"ขาหน่วยงานรัฐ: {secretary.title_th} · {secretary.organisation.name_th}",
        f"ยินยอม ({nurse.title_th} จดแทนทางกระดาษ)",
        f"เป้าหมายที่จะเสีย: {NO.aim} ขอให้เปลี่ยน: {NO.change} (ถอนแล้ว) ลองก่อนได้",
    ]
    assert [text for text in said if words(text) not in told] == []
    assert len(PdfReader(io.BytesIO(paper)).pages) == 2
    assert words("บันทึกมติ") not in by_pypdf(made(cast, version))


def test_no_member_and_no_promise_hangs_on_the_wall(cast: Cast, version: RuleVersion) -> None:
    told = by_pypdf(made(cast, version, record=True))
    assert [one.name for one in cast.members.values() if words(one.name) in told] == []
    assert words(PROMISED) not in told


def test_dials_are_said_in_words_and_english_keeps_its_figures(cast: Cast) -> None:
    version = adopted(cast.seats["nurse"].body, ("ถามเรื่องคนดูแลทุก 4 เดือน", {"freshness.carer": 4}))
    told = by_pypdf(made(cast, version, language="en"))
    assert words("ask again every: carer: 4 months") in told
    assert words("Rule 1, version 1") in told
    assert words("ถามใหม่ทุกกี่เดือน: คนดูแล: ๔ เดือน") in by_pypdf(made(cast, version))


def test_a_version_that_no_longer_holds_says_so(cast: Cast) -> None:
    body = cast.seats["nurse"].body
    old = adopted(body, ("ข้อเดิม", {}))
    assert words("ไม่ได้ใช้แล้ว") not in by_pypdf(made(cast, old))
    adopted(body, ("ข้อใหม่", {}), rule=old.rule)
    assert words("ไม่ได้ใช้แล้ว: มีฉบับใหม่แทน") in by_pypdf(made(cast, old))


def test_its_leaving_is_written_down(cast: Cast, version: RuleVersion) -> None:
    made(cast, version, record=True)
    entry = Entry.objects.get(did="rule.exported")
    assert (entry.to, entry.actor_ref) == (version.ref, cast.nurse.ref)
    assert Details.objects.get(entry=entry.pk).values == {"format": "pdf", "record": True}


def test_a_code_has_its_light_margin_and_one_square_for_each_dark_module() -> None:
    size, path = squares.squares(ADDRESS)
    assert size > 2 * squares.QUIET + 20
    at = {tuple(map(int, one)) for one in re.findall(r"M(\d+) (\d+)h1v1h-1z", path)}
    assert all(squares.QUIET <= x < size - squares.QUIET and squares.QUIET <= y < size - squares.QUIET for x, y in at)
    assert {(4, 4), (10, 4), (4, 10)} <= at  # the corners of its finders
