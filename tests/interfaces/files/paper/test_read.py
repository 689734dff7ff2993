"""Reading meeting pages: the founding document, and the ways others write the same form."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanam.domain.foundation.refused import BadInput
from sanam.interfaces.files.paper.page import Paper
from sanam.interfaces.files.paper.reader import read_paper
from sanam.interfaces.files.paper.writer import write_paper

FOUNDING = Path(__file__).with_name("founding.txt")
SAMPLES = sorted((Path(__file__).parents[4] / "src/sanam/sample/papers").glob("*.txt"))


@pytest.fixture(scope="module")
def founding() -> Paper:
    return read_paper(FOUNDING.read_bytes())


def test_the_founding_document_is_read_whole(founding: Paper) -> None:
    said = founding.as_json()
    assert said["title"] == "ความร่วมมือระหว่าง พชอ.ควนขนุนและกขป.เขต ๑๒"
    assert said["held_on"] == "2020-01-10"
    assert said["headcount"] == 40
    assert said["networks"] == ["สสจ.", "อปท.", "รพ.สต.", "อสม.", "สมาคมสวัสดิการฯ", "ท้องที่"]
    assert said["signature"] == {"name": "ชาคริต โภชะเรือง", "position": "เลขานุการ กขป.เขต ๑๒"}
    assert (said["byline"], said["tags"], said["unread"]) == (None, [], [])


def test_its_photos_keep_their_sizes(founding: Paper) -> None:
    photos = founding.as_json()["photos"]
    assert len(photos) == 18
    assert photos[0] == {"width": 2048, "height": 1152, "bytes": 181_877}
    assert photos[14] == {"width": 1152, "height": 2048, "bytes": 140_963}


def test_its_points_keep_the_paragraphs_that_follow_them(founding: Paper) -> None:
    assert [point.number for point in founding.points] == [1, 2, 3, 4]
    assert founding.points[0].text.startswith("งานของ กขป.กับ พชอ.")
    assert founding.points[1].text.endswith("ทำงานร่วมกันอย่างเท่าเทียมมากกว่าทำให้")


def test_what_it_leaves_open_is_kept_in_its_own_words(founding: Paper) -> None:
    (question,) = founding.open_questions
    assert question.endswith("ซึ่งเป็นโจทย์ที่จะหาข้อสรุปต่อไป")


@pytest.mark.parametrize("path", [FOUNDING, *SAMPLES], ids=lambda path: path.stem)
def test_a_page_written_out_reads_as_the_same_page(path: Path) -> None:
    paper = read_paper(path.read_bytes())
    assert replace(read_paper(write_paper(paper)), text="") == replace(paper, text="")


PAGE = """วงคุย{byline}

{photo}

{day} ทีมมาพบกัน
มีเครือข่ายทั้ง อบต.  รพ.สต. และอสม. ร่วม {heads} คน

{points}

ขอบคุณทุกคน

{signed}
"""
USUAL = {
    "byline": "",
    "photo": "  • photo  , 960x540 pixel , 55,609 bytes.",
    "day": "วันที่ ๕ มีนาคม ๒๕๖๔",
    "heads": "๒๕",
    "points": "๑.หนึ่ง\n๒.สอง\n๓.สาม",
    "signed": "สมใจ ใจดี  เลขานุการ พชอ. รายงาน",
}


def page(**parts: str) -> Paper:
    return read_paper(PAGE.format(**USUAL | parts))


@pytest.mark.parametrize(
    "line",
    [
        "• photo , 960x540 pixel , 55,609 bytes.",
        "* photo, 960 x 540 pixels, 55609 bytes",
        "photo , ๙๖๐x๕๔๐ pixel , ๕๕,๖๐๙ bytes.",
        "- photo  , 960x540 pixel , 55,609 bytes.",
    ],
)
def test_photo_lines_are_read_however_they_are_spaced(line: str) -> None:
    (photo,) = page(photo=line).photos
    assert (photo.width, photo.height, photo.bytes) == (960, 540, 55_609)


@pytest.mark.parametrize("form", ["{}.", "{}. ", "{}) ", "({}) ", "ข้อ {} ", "ข้อที่ {}. "])
@pytest.mark.parametrize("count", [3, 5, 9, 11])
def test_points_are_read_however_they_are_numbered(form: str, count: int) -> None:
    text = "\n\n".join(form.format(number) + f"เรื่องที่{number}" for number in range(1, count + 1))
    assert [point.number for point in page(points=text).points] == list(range(1, count + 1))


def test_a_number_at_the_start_of_a_line_is_not_always_a_point() -> None:
    paper = page(points="๑.หนึ่ง\n๔๐ คนมาช่วยกัน\n1.5 ล้านบาท\n๒.สอง\n๓.สาม")
    assert [point.number for point in paper.points] == [1, 2, 3]
    assert "1.5 ล้านบาท" in paper.points[0].text


def test_a_byline_gives_user_moment_address_and_tags() -> None:
    paper = page(byline="\n\nby punyha @17 ก.ย. 64 12:35 ( IP : 171...229 ) | Tags : ข่าวสาร-ประชาสัมพันธ์ , 4PW")
    assert paper.as_json()["byline"] == {"user": "punyha", "at": "2021-09-17T12:35", "ip": "171...229"}
    assert paper.tags == ("ข่าวสาร-ประชาสัมพันธ์", "4PW")
    assert paper.held_on is not None
    assert paper.held_on.iso() == "2021-03-05"


@pytest.mark.parametrize(
    ("day", "iso"), [("เมื่อวันที่ 5 มี.ค. 64", "2021-03-05"), ("วันศุกร์ที่ 5 มีนาคม พ.ศ. 2564", "2021-03-05")]
)
def test_the_day_is_read_as_people_write_it(day: str, iso: str) -> None:
    held = page(day=day).held_on
    assert held is not None
    assert held.iso() == iso


@pytest.mark.parametrize(("heads", "count"), [("๔๐", 40), ("1,250", 1250), ("กว่า ๕๐", 50)])
def test_heads_are_counted(heads: str, count: int) -> None:
    assert page(heads=heads).headcount == count


def test_networks_end_where_the_heads_begin() -> None:
    assert page().networks == ("อบต.", "รพ.สต.", "อสม.")


@pytest.mark.parametrize(
    "signed",
    [
        "สมใจ ใจดี เลขานุการ พชอ. รายงาน",
        "สมใจ ใจดี  เลขานุการ พชอ. : รายงาน",
        "รายงานโดย สมใจ ใจดี เลขานุการ พชอ.",
        "สมใจ ใจดี\nเลขานุการ พชอ.\nรายงาน",
    ],
)
def test_signatures_are_read_in_their_forms(signed: str) -> None:
    assert page(signed=signed).as_json()["signature"] == {"name": "สมใจ ใจดี", "position": "เลขานุการ พชอ."}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
def test_the_encodings_of_thai_offices_are_read(encoding: str) -> None:
    text = PAGE.format(**USUAL | {"photo": ""}).replace("\n", "\r\n")
    assert read_paper(text.encode(encoding)).headcount == 25


def test_a_page_with_nothing_readable_is_kept_as_text_and_says_so() -> None:
    paper = read_paper("จดหมายถึงเพื่อน\n\nสบายดีไหม\n")
    assert (paper.title, paper.unread) == ("จดหมายถึงเพื่อน", ("จดหมายถึงเพื่อน", "สบายดีไหม"))
    assert "ไม่ออก" in paper.as_json()["note"]["th"]


def test_a_page_that_was_read_has_no_such_note(founding: Paper) -> None:
    assert "note" not in founding.as_json()


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "paper.empty"), (b"  \n", "paper.empty"), (b"\x89PNG\r\n\x1a\n\x00\x00", "paper.not_text")],
)
def test_what_is_no_page_is_refused_in_one_sentence(data: bytes, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_paper(data)
    assert refused.value.code == code


@given(st.one_of(st.binary(max_size=400), st.text(max_size=400)))
def test_nothing_but_a_refusal_comes_of_any_bytes(data: bytes | str) -> None:
    try:
        read_paper(data)
    except BadInput:
        pass
