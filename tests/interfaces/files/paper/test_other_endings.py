"""Points, questions, thanks, signatures and bylines as other people write them."""

from __future__ import annotations

import pytest

from tests.interfaces.files.paper.forms import page


@pytest.mark.parametrize("form", ["๑.|๒.|๓.", "1. |2. |3. ", "1) |2) |3) ", "(1) |(2) |(3) ", "ข้อ 1 |ข้อ 2 |ข้อ 3 "])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_points_are_read(form: str, between: str) -> None:
    marks = form.split("|")
    paper = page(points=between.join(f"{mark}เรื่องดี" for mark in marks))
    assert [(point.number, point.text) for point in paper.points] == [(n, "เรื่องดี") for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("points", "numbers", "first"),
    [
        ("1. หนึ่ง\nต่อบรรทัด\n\nต่อย่อหน้า\n2. สอง\n3. สาม", [1, 2, 3], "หนึ่ง\nต่อบรรทัด\n\nต่อย่อหน้า"),
        ("1. หนึ่ง\n1.1 ย่อย\n1.2 ย่อย\n2. สอง\n3. สาม", [1, 2, 3], "หนึ่ง\n1.1 ย่อย\n1.2 ย่อย"),
        ("1. หนึ่ง\n  1) ย่อย\n  2) ย่อย\n2. สอง\n3. สาม", [1, 2, 3], "หนึ่ง\n  1) ย่อย\n  2) ย่อย"),
        ("1. หนึ่ง\n  1. ย่อย\n  2. ย่อย\n2. สอง\n3. สาม", [1, 2, 3], "หนึ่ง\n  1. ย่อย\n  2. ย่อย"),
        ("1. หนึ่ง\n- ย่อย\n- ย่อย\n2. สอง\n3. สาม", [1, 2, 3], "หนึ่ง\n- ย่อย\n- ย่อย"),
        ("1. หนึ่ง\n2. สอง\n4. สี่", [1, 2, 4], "หนึ่ง"),
        ("1. หนึ่ง\n2) สอง\n3. สาม", [1, 2, 3], "หนึ่ง"),
        ("1. หนึ่ง\n1. สอง\n1. สาม", [1, 2, 3], "หนึ่ง"),
        ("1.\nหนึ่ง\n2.\nสอง", [1, 2], "หนึ่ง"),
        ("• หนึ่ง\n• สอง\n• สาม", [1, 2, 3], "หนึ่ง"),
        ("- หนึ่ง\n- สอง\n- สาม\n- สี่", [1, 2, 3, 4], "หนึ่ง"),
        ("**1. หนึ่ง**\n\n**2. สอง**", [1, 2], "หนึ่ง"),
        ("<p>๑.หนึ่ง</p><p>๒.สอง</p>", [1, 2], "หนึ่ง"),
        ("๑. หนึ่ง\n๔๐ คนมาช่วย\n2563 เป็นปีแรก\n1.5 ล้านบาท\n๒. สอง", [1, 2], None),
        ("๑. หนึ่ง\n๒. สอง\nข้อเสนอ\n๑. เสนอ", [1, 2], "หนึ่ง"),
        ("๑. ๒๕๖๓ เป็นปีแรก\n๒. สอง", [1, 2], "๒๕๖๓ เป็นปีแรก"),
        ("", [], None),
    ],
)
def test_lists_within_and_beside_the_points_do_not_disturb_them(
    points: str, numbers: list[int], first: str | None
) -> None:
    paper = page(points=points)
    assert [point.number for point in paper.points] == numbers
    assert first is None or paper.points[0].text == first


ASKED = ("ใครจะเป็นคนเริ่ม", "เงินมาจากไหน")


@pytest.mark.parametrize(
    ("section", "asked"),
    [
        ("โจทย์ที่จะหาข้อสรุปต่อไป\n- ใครจะเป็นคนเริ่ม\n- เงินมาจากไหน", ASKED),
        ("โจทย์ที่จะหาข้อสรุปต่อไป:\n\n1. ใครจะเป็นคนเริ่ม\n\n2. เงินมาจากไหน", ASKED),
        ("คำถามที่ยังเปิด\nใครจะเป็นคนเริ่ม\nเงินมาจากไหน", ASKED),
        ("## ประเด็นที่ต้องหาคำตอบ\n\n• ใครจะเป็นคนเริ่ม\n• เงินมาจากไหน", ASKED),
        ("คำถามที่ยังเปิด: ใครจะเป็นคนเริ่ม", ASKED[:1]),
        ("ใครจะเป็นคนเริ่ม?", ("ใครจะเป็นคนเริ่ม?",)),
        ("ใครจะเป็นคนเริ่ม? เงินมาจากไหน?", ("ใครจะเป็นคนเริ่ม?", "เงินมาจากไหน?")),
        ("เรื่องรถรับส่งยังไม่ได้ข้อสรุป", ("เรื่องรถรับส่งยังไม่ได้ข้อสรุป",)),
        ("ดูที่ https://example.org/?id=1 ก่อน", ()),
        ("", ()),
    ],
)
@pytest.mark.parametrize("place", ["story", "open"])
def test_what_is_open_is_kept(section: str, asked: tuple[str, ...], place: str) -> None:
    paper = page(**{place: section})
    assert paper.open_questions == asked
    assert [point.number for point in paper.points] == [1, 2, 3]


def test_a_section_of_questions_is_no_part_of_the_last_point() -> None:
    assert page(open="โจทย์ที่จะหาข้อสรุปต่อไป\n1. ใคร\n2. เมื่อไร").points[-1].text == "สาม"


@pytest.mark.parametrize(
    "signed",
    [
        "สมใจ ใจดี เลขานุการ พชอ. รายงาน",
        "สมใจ ใจดี  เลขานุการ พชอ.  รายงาน",
        "สมใจ ใจดี, เลขานุการ พชอ. รายงาน",
        "สมใจ ใจดี / เลขานุการ พชอ. / รายงาน",
        "สมใจ ใจดี - เลขานุการ พชอ. - รายงาน",
        "สมใจ ใจดี (เลขานุการ พชอ.) รายงาน",
        "สมใจ ใจดี เลขานุการ พชอ. ผู้รายงาน",
        "ผู้รายงาน: สมใจ ใจดี, เลขานุการ พชอ.",
        "รายงานโดย สมใจ ใจดี เลขานุการ พชอ.",
        "รายงานโดย: สมใจ ใจดี\nเลขานุการ พชอ.",
        "ลงชื่อ สมใจ ใจดี เลขานุการ พชอ.",
        "ลงชื่อ ..........................\n(สมใจ ใจดี)\nเลขานุการ พชอ.",
        "(ลงชื่อ) สมใจ ใจดี\nตำแหน่ง เลขานุการ พชอ.",
        "(สมใจ ใจดี)\nเลขานุการ พชอ.",
        "สมใจ ใจดี\nเลขานุการ พชอ.",
        "สมใจ ใจดี\nเลขานุการ พชอ.\nผู้รายงาน",
        "สมใจ ใจดี  เลขานุการ พชอ.",
        "**สมใจ ใจดี** เลขานุการ พชอ. รายงาน",
        "<p align=right>สมใจ ใจดี&nbsp;&nbsp;เลขานุการ พชอ.&nbsp; รายงาน</p>",
    ],
)
def test_a_signature_is_read(signed: str) -> None:
    paper = page(signed=signed)
    assert paper.as_json()["signature"] == {"name": "สมใจ ใจดี", "position": "เลขานุการ พชอ."}
    assert (paper.thanks, paper.unread, len(paper.points)) == ("ขอบคุณทุกคน", (), 3)


@pytest.mark.parametrize(
    ("signed", "name", "position"),
    [
        ("ดร.สมใจ ใจดี ที่ปรึกษา กขป.เขต ๑๒ รายงาน", "ดร.สมใจ ใจดี", "ที่ปรึกษา กขป.เขต ๑๒"),
        ("นางสาวสมใจ ณ พัทลุง  ผู้ใหญ่บ้านหมู่ ๗  รายงาน", "นางสาวสมใจ ณ พัทลุง", "ผู้ใหญ่บ้านหมู่ ๗"),
        ("พี่สมใจ เลขานุการวง รายงาน", "พี่สมใจ", "เลขานุการวง"),
        ("สมใจ ใจดี รายงาน", "สมใจ ใจดี", ""),
        ("เรณู ชูไชย เจ้าพนักงานสาธารณสุข สสอ.ควนขนุน รายงาน", "เรณู ชูไชย", "เจ้าพนักงานสาธารณสุข สสอ.ควนขนุน"),
        ("นางสาวเรณู ชูไชย\nผู้จดรายงานการประชุม", "นางสาวเรณู ชูไชย", ""),
        ("Reported by Somjai Jaidee, Secretary", "Somjai Jaidee", "Secretary"),
        ("*สมใจ ใจดี  เลขานุการ พชอ.  รายงาน*", "สมใจ ใจดี", "เลขานุการ พชอ."),
        ("เรณู ชูไชย ผู้ดูแลทะเบียน สสอ.ควนขนุน รายงาน", "เรณู ชูไชย", "ผู้ดูแลทะเบียน สสอ.ควนขนุน"),
    ],
)
def test_names_of_all_kinds_sign(signed: str, name: str, position: str) -> None:
    assert page(signed=signed).as_json()["signature"] == {"name": name, "position": position}


def test_of_several_who_sign_the_first_is_read_and_the_others_are_kept() -> None:
    paper = page(signed="สมใจ ใจดี  เลขานุการ พชอ.  รายงาน\nมานะ ดีใจ  ประธาน พชอ.  รายงาน\nโทร 0000000000")
    assert paper.as_json()["signature"]["name"] == "สมใจ ใจดี"
    assert paper.unread == ("มานะ ดีใจ  ประธาน พชอ.  รายงาน", "โทร 0000000000")


@pytest.mark.parametrize("signed", ["", "ช่วยกันทำรายงาน", "แล้วพบกันใหม่เดือนหน้า"])
def test_nobody_is_made_to_sign(signed: str) -> None:
    assert page(signed=signed).signature is None


MOMENT = "2021-09-17T12:35"


@pytest.mark.parametrize(
    ("line", "user", "at", "ip", "tags"),
    [
        (
            "by punyha @17 ก.ย. 64 12:35 ( IP : 171...229 ) | Tags : ข่าว , 4PW",
            "punyha",
            MOMENT,
            "171...229",
            ["ข่าว", "4PW"],
        ),
        ("by  punyha  @17 ก.ย. 64  12:35  ( IP : 171...229 )", "punyha", MOMENT, "171...229", []),
        ("by punyha @๑๗ ก.ย. ๖๔ ๑๒:๓๕", "punyha", MOMENT, "", []),
        ("by punyha @ 17 กันยายน 2564 12.35 น. | Tags: ข่าว, 4PW", "punyha", MOMENT, "", ["ข่าว", "4PW"]),
        ("by สมใจ ใจดี @17 ก.ย. 64 12:35 (IP: 171...229) | Tags : ข่าว", "สมใจ ใจดี", MOMENT, "171...229", ["ข่าว"]),
        ("โพสต์โดย สมใจ เมื่อ 17 ก.ย. 64 12:35", "สมใจ", MOMENT, "", []),
        ("Posted by punyha on 17 September 2021", "punyha", "2021-09-17", "", []),
        ("by punyha | Tags : ข่าว", "punyha", "", "", ["ข่าว"]),
        ("by punyha @เช้าวันจันทร์", "punyha", "เช้าวันจันทร์", "", []),
    ],
)
def test_a_byline_is_read(line: str, user: str, at: str, ip: str, tags: list[str]) -> None:
    said = page(byline=line).as_json()
    assert said["byline"] == {"user": user, "at": at, "ip": ip}
    assert (said["tags"], said["held_on"], said["unread"]) == (tags, "2021-03-05", [])


@pytest.mark.parametrize(
    "line", ["Tags : ข่าว , 4PW", "แท็ก: ข่าว, 4PW", "tags: [ข่าว, 4PW]", "#ข่าว #4PW", "ป้ายกำกับ : #ข่าว #4PW"]
)
@pytest.mark.parametrize("place", ["byline", "end"])
def test_tags_are_read_wherever_they_stand(line: str, place: str) -> None:
    paper = page(**{place: line})
    assert (paper.tags, paper.byline) == (("ข่าว", "4PW"), None)


def test_a_sentence_that_begins_with_whose_doing_it_was_is_no_byline() -> None:
    paper = page(story="โดย สสอ.ควนขนุน เป็นผู้ประสานงาน")
    assert paper.byline is None
    assert "โดย สสอ.ควนขนุน เป็นผู้ประสานงาน" in paper.intro


@pytest.mark.parametrize(
    ("end", "related"),
    [
        ("Relate topics", ()),
        ("Related topics:\n• วงก่อน\n• วงหน้า", ("วงก่อน", "วงหน้า")),
        ("เรื่องที่เกี่ยวข้อง : วงก่อน, วงหน้า", ("วงก่อน", "วงหน้า")),
        ("Relate topics\n\nวงก่อน", ("วงก่อน",)),
    ],
)
def test_related_topics_are_read(end: str, related: tuple[str, ...]) -> None:
    assert page(end=end).related == related


def test_thanks_may_go_on_and_what_follows_them_is_kept() -> None:
    paper = page(thanks="ขอขอบคุณ ทีมสสอ.ควนขนุน\nและชาวบ้านหมู่ ๒\n\nติดต่อกลุ่มได้ที่ศาลา")
    assert paper.thanks == "ขอขอบคุณ ทีมสสอ.ควนขนุน\nและชาวบ้านหมู่ ๒"
    assert paper.unread == ("ติดต่อกลุ่มได้ที่ศาลา",)
