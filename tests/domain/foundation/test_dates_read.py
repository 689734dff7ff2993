"""Dates as people write them, read as far as they say."""

from datetime import date

import pytest

from sanam.domain.foundation import clock
from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.dates import find_date, read_date

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "text",
    [
        "๑๐ มกราคม ๒๕๖๓",
        "10 ม.ค. 63",
        "10 ม.ค 63",
        "10 ม. ค. 2563",
        "10 มค 63",
        "10ม.ค.63",
        "10-ม.ค.-2563",
        "10/1/2563",
        "10/01/63",
        "๑๐/๑/๖๓",
        "10 / 1 / 2563",
        "10-1-2563",
        "10.1.63",
        "2020-01-10",
        "2563-01-10",
        "2020/1/10",
        "2020-01-10T09:30:00",
        "วันที่ ๑๐ เดือนมกราคม พ.ศ. ๒๕๖๓",
        "วันศุกร์ที่ 10 มกราคม 2563",
        "ศุกร์ 10 ม.ค. พ.ศ.2563",
        "เมื่อวันที่ 10 มกรา 63",
        "10 มกราคม ค.ศ. 2020",
        "10 มกราคม พุทธศักราช 2563",
        "  10   มกราคม\u00a02563 ",
        "10 มกราคม 2563 เวลา 09.00 น.",
        "10 ม.ค. 63 12:35",
        "10 ม.ค. 63, 09.00-12.00 น.",
        "10 January 2020",
        "10th Jan. 2020",
        "Friday, 10 January 2020",
        "January 10, 2020",
        "10 Jan 2020 (2563)",
        "10 Jan BE 2563",
    ],
)
def test_one_day_in_many_dresses(text):
    assert read_date(text, today=TODAY).iso() == "2020-01-10"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("17 ก.ย. 64 12:35", "2021-09-17"),
        ("5 กุมภาพันธ 2563", "2020-02-05"),
        ("5 กรกฏาคม 2563", "2020-07-05"),
        ("5 Sept 2020", "2020-09-05"),
        ("29 ก.พ. 2563", "2020-02-29"),
        ("มี.ค. 2490", "1947-03"),
        ("มี.ค. 2490 ไม่ทราบวัน", "1947-03"),
        ("เดือนมีนาคม พ.ศ. ๒๔๙๐", "1947-03"),
        ("3/2490", "1947-03"),
        ("1947-03", "1947-03"),
        ("-/3/2490", "1947-03"),
        ("March 1947 (2490), day unknown", "1947-03"),
        ("พ.ศ. ๒๔๘๕", "1942"),
        ("พ.ศ. 2485 ไม่ทราบวันเดือน", "1942"),
        ("ปี 2485", "1942"),
        ("2485", "1942"),
        ("1942", "1942"),
        ("00/00/2485", "1942"),
        ("-/-/2485", "1942"),
        ("2485-00-00", "1942"),
        ("พ.ศ. 2385", "1842"),
        ("1 ม.ค. 2400", "1857-01-01"),
    ],
)
def test_no_more_is_read_than_was_written(text, iso):
    assert read_date(text, today=TODAY).iso() == iso


@pytest.mark.parametrize(("text", "year"), [("69", 2026), ("70", 1927), ("63", 2020), ("00", 1957), ("88", 1945)])
def test_a_year_of_two_figures_has_already_begun(text, year):
    assert read_date(f"1 ม.ค. {text}", today=TODAY).year == year


def test_without_today_the_clock_decides():
    with clock.at(date(2033, 1, 1)):
        assert read_date("1 ม.ค. 70").year == 2027


@pytest.mark.parametrize(
    ("text", "code", "sentence"),
    [
        ("31 ก.พ. 2563", "date.no_such_day", "เดือนกุมภาพันธ์ 2563 มี 29 วัน ไม่มีวันที่ 31"),
        ("29 ก.พ. 2562", "date.no_such_day", "เดือนกุมภาพันธ์ 2562 มี 28 วัน ไม่มีวันที่ 29"),
        ("31/4/63", "date.no_such_day", "เดือนเมษายน 2563 มี 30 วัน ไม่มีวันที่ 31"),
        ("1/13/2563", "date.no_such_month", "ปีหนึ่งมี 12 เดือน ไม่มีเดือนที่ 13"),
        ("5/0/2485", "date.month_missing", "รู้วันที่แล้ว ขอเดือนด้วย หรือเว้นทั้งวันและเดือน"),
        ("3563", "date.year_out_of_range", "ปี พ.ศ. 3563 (ค.ศ. 3020) น่าจะคลาดเคลื่อน ลองดูปีอีกครั้ง"),
        ("10 Jan 20", "date.two_figure_year", None),
        ("24 Nov 2026 (2570)", "date.two_years", None),
        ("ราว พ.ศ. 2490", "date.unreadable", None),
        ("10-11 ม.ค. 2563", "date.unreadable", None),
        ("63", "date.unreadable", None),
        ("เมื่อวาน", "date.unreadable", None),
        ("", "date.unreadable", None),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(text, code, sentence):
    with pytest.raises(BadInput) as no:
        read_date(text, today=TODAY)

    assert no.value.code == code
    assert sentence is None or no.value.th == sentence


@pytest.mark.parametrize(
    ("text", "written", "iso"),
    [
        ("ควนขนุน\n\nวันที่ ๑๐ มกราคม ๒๕๖๓  ร่วมแลกเปลี่ยน", "วันที่ ๑๐ มกราคม ๒๕๖๓", "2020-01-10"),
        ("ประชุมวันศุกร์ที่ 10 ม.ค.63 เวลา 9.00 น.", "วันศุกร์ที่ 10 ม.ค.63", "2020-01-10"),
        ("อบรม 10 - 11 มกราคม 2563 ที่วัด", "10 - 11 มกราคม 2563", "2020-01-10"),
        ("ลงวันที่ 10/1/2563 และ 11/1/2563", "วันที่ 10/1/2563", "2020-01-10"),
        ("31 ก.พ. 2563 แก้เป็น 1 มี.ค. 2563", "1 มี.ค. 2563", "2020-03-01"),
        ("met on January 10, 2020 in", "January 10, 2020", "2020-01-10"),
    ],
)
def test_the_first_whole_date_is_found_in_running_text(text, written, iso):
    found, start, end = find_date(text, today=TODAY)

    assert (text[start:end], found.iso()) == (written, iso)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "มีนาคม 2563",
        "ที่ พท 0033/1/2563",
        "000-001-2345",
        "ข้อ 1.2.63",
        "17 ก.ย. 12:35 น.",
        "5 ม.ค. 09.30 น.",
        "2485",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text):
    assert find_date(text, today=TODAY) is None
