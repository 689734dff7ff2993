"""What a room found, in the founding document's sentence: on the text page and on A4, and read back the same."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanam.domain.gatherings import queries
from sanam.domain.gatherings.heard import Goal, Heard, LegNamed
from sanam.domain.gatherings.queries import Shown
from sanam.interfaces.files.paper.compose import paper_of
from sanam.interfaces.files.paper.reader import read_paper
from sanam.interfaces.files.paper.writer import write_paper
from sanam.interfaces.files.pdf.gatherings import pdf
from tests.cast import Cast
from tests.domain.dialogue.rooms import AGREED, TEXTS, bring
from tests.domain.dialogue.test_told import closed
from tests.domain.gatherings.conftest import begun
from tests.domain.gatherings.showing import called
from tests.interfaces.files.reports.test_paper import by_poppler, by_pypdf, words

pytestmark = pytest.mark.django_db
HEADMEN = LegNamed("ท้องที่", "Headmen")
CARDS = (
    *TEXTS,
    *("ร่วมทั้งหมด 900 คนมาร่วม", "วันที่ ๑ มกราคม ๒๔๙๙", "ขอบคุณทุกคน", "1. ทำรายงาน", "มีเครือข่าย รพ. อบต.", "“ทันที” เมื่อขอ"),
)
"""Also what on a page of its own would be its head-count, its day, its thanks, a point, its networks."""


def shown(cast: Cast, heard: list[Heard]) -> Shown:
    gathering = called(cast)
    type(gathering).objects.update(headcount=40, held_on="2020-01-10", networks=["สสจ.", "อสม."])
    gathering.refresh_from_db()
    return Shown(gathering, replace(queries.report(gathering), heard=heard), [], [])


def test_the_sentence_of_the_founding_document_says_what_was_found(cast: Cast) -> None:
    goals = [Goal("เยี่ยมทุก 7 วัน", [HEADMEN]), Goal("ผู้ดูแลได้พัก")]
    one = Heard("ห้อง", parties=3, goals=goals, unresolved=["รถรับส่งฟรี"], unheard=[LegNamed("ท้องถิ่น", "Local")])
    page = write_paper(paper_of(shown(cast, [one])))
    assert (
        "พบเป้าหมายที่ตรงกัน แตกต่างที่จุดเน้น หลังจากต่างฝ่ายได้นำเสนอเป้าหมาย วิธีการ ต้นทุน และจุดเน้นของตน\n\n"
        "เป้าหมายที่ตรงกัน  “เยี่ยมทุก 7 วัน” “ผู้ดูแลได้พัก”\n\n"
        "จุดเน้นที่ต่างกัน  ท้องที่เน้น “เยี่ยมทุก 7 วัน”\n\n"
        "ยังเห็นต่างกัน หรือยังฟังไม่ครบขา  “รถรับส่งฟรี”\n\n"
        "ขาท้องถิ่น ขานี้ยังไม่ได้พูด\n"
    ) in page


cards = st.lists(st.sampled_from(CARDS), max_size=6, unique=True)


@given(cards, cards, st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_on_the_cards_the_page_reads_back_as_it_was_written(
    cast: Cast, common: list[str], apart: list[str], stressed: bool
) -> None:
    goals = [Goal(text, [HEADMEN] if stressed else []) for text in common]
    written = write_paper(paper_of(shown(cast, [Heard("ห้อง", 2, goals, apart, [HEADMEN])])))
    read = read_paper(written)
    assert write_paper(read) == written
    assert (read.headcount, list(read.networks)) == (40, ["สสจ.", "อสม."])
    assert read.held_on
    assert read.held_on.iso() == "2020-01-10"
    assert (read.points, read.thanks, read.unread) == ((), "", ())
    assert all(text.translate(dict.fromkeys(map(ord, "“”"), "'")) in written for text in (*common, *apart))


@pytest.mark.parametrize("read", [by_pypdf, by_poppler])
def test_it_copies_out_of_the_pdf_and_a_leg_that_has_not_spoken_is_named(cast: Cast, read: Any) -> None:
    met = begun(cast)
    bring(closed(cast, met))
    closed(cast, met, AGREED | {"ท้องที่": AGREED["ท้องที่"][:2]})
    told = read(pdf(queries.shown(cast.secretary, str(met.id))))
    said = ("พบเป้าหมายที่ตรงกัน แตกต่างที่จุดเน้น", *TEXTS, "จุดเน้นที่ต่างกัน", "ขาท้องที่ ขานี้ยังไม่ได้พูด")
    assert [text for text in said if words(text) not in told] == []
