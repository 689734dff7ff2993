"""Dates and national IDs as hospitals write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanam.domain.foundation import national_id
from sanam.domain.foundation.thai.dates import PartialDate
from sanam.interfaces.files.f43.dates import read_day, read_stamp
from sanam.interfaces.files.f43.identity import read_cid, read_relative
from tests.interfaces.files.f43.exports import TODAY


@pytest.mark.parametrize(
    ("written", "kept", "code"),
    [
        ("19420302", "1942-03-02", ""),
        ("19420101", "1942", ""),
        ("24850302", "1942-03-02", "buddhist_year"),
        ("24850101", "1942", "buddhist_year"),
        ("25630229", "2020-02-29", "buddhist_year"),
        ("19420300", "1942-03", "partial_date"),
        ("19420000", "1942", "partial_date"),
        ("1942-03-02", "1942-03-02", ""),
        ("๑๙๔๒๐๓๐๒", "1942-03-02", ""),
        ("1942-3-2", "1942-03-02", ""),
        ("2/3/2485", "1942-03-02", "buddhist_year"),
        ("02-03-1942", "1942-03-02", "day_first"),
        ("01/01/1942", "1942", "day_first"),
        ("15/13/1942", None, "bad_date"),
        ("02/03/85", None, "bad_date"),
        ("1942", "1942", "partial_date"),
        ("-", None, ""),
        ("²0200302", None, "bad_date"),
        ("20261124", "2026-11-24", ""),
        ("20261125", None, "future_date"),
        ("26000101", "2057", "future_date"),
        ("21000101", None, "future_date"),
        ("18791231", None, "before_1880"),
        ("18800102", "1880-01-02", ""),
        ("19420231", None, "bad_date"),
        ("19421302", None, "bad_date"),
        ("194203", None, "bad_date"),
        ("ไม่ทราบ", None, "bad_date"),
        ("99999999", None, "future_date"),
        ("00000000", None, ""),
    ],
)
def test_a_birth_is_kept_as_far_as_it_is_known(written, kept, code):
    expected = None if code == "future_date" else kept
    day, said = read_day(written, TODAY, birth=True)
    assert (day.iso() if day else None, said) == (expected, code)


def test_only_a_birth_on_1_january_means_the_year():
    assert read_day("20200101", TODAY) == (PartialDate(2020, 1, 1), "")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("20261001083000", ""),
        ("2026-10-01 08:30:00", ""),
        ("202610010830", ""),
        ("25691001083000", "buddhist_year"),
        ("1/10/2569 08:30:00", "buddhist_year"),
        ("01/10/2026 08:30", "day_first"),
    ],
)
def test_a_stamp_is_read_to_the_second(written, code):
    assert read_stamp(written, TODAY) == ("20261001083000", code)


def test_a_stamp_of_a_day_alone_is_its_midnight():
    assert read_stamp("20261001", TODAY) == ("20261001000000", "")


@pytest.mark.parametrize(
    ("written", "code"),
    [("20271001083000", "future_date"), ("20261301083000", "bad_date"), ("x", "bad_date")],
)
def test_a_stamp_that_cannot_be_wins_nothing(written, code):
    assert read_stamp(written, TODAY) == ("", code)


@given(st.text(max_size=20) | st.text("0123456789", max_size=14), st.booleans())
def test_no_text_breaks_the_dates(written, birth):
    read_day(written, TODAY, birth=birth)
    read_stamp(written, date(2026, 11, 24))


@pytest.mark.parametrize(
    ("written", "digits", "wrong"),
    [
        ("3981000000010", "3981000000010", None),
        ("3-9810-00000-01-0", "3981000000010", None),
        ("", "", "missing"),
        ("-", "", "missing"),
        ("0", "", "missing"),
        ("398100000001", "", "length"),
        ("ไม่มีเลข", "", "length"),
        ("1111111111111", "1111111111111", "dummy"),
        ("1111111111119", "1111111111119", "dummy"),
        ("1234567890123", "1234567890123", "dummy"),
        ("1234567890121", "1234567890121", "dummy"),
        ("0000000000000", "0000000000000", "dummy"),
    ],
)
def test_a_wrong_number_is_kept_and_named(written, digits, wrong):
    if wrong is None:
        wrong = "" if national_id.is_valid(digits) else "check_digit"
    assert read_cid(written) == (digits, wrong)


@given(st.from_regex(r"[0-9]{13}", fullmatch=True))
def test_the_last_digit_is_judged_as_everywhere_else_in_the_house(digits):
    wrong = read_cid(digits)[1]
    assert wrong == "dummy" or (wrong == "") == national_id.is_valid(digits)


def test_a_relative_is_known_by_a_whole_number_only():
    assert read_relative(national_id.nobody(7)) == (national_id.nobody(7), False)
    assert read_relative("0000000000000") == ("", False)
    assert read_relative("12345") == ("", True)
    assert read_relative("") == ("", False)
