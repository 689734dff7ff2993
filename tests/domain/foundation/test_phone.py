"""Telephone numbers: every way of writing one gives the same digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanam.domain.foundation import phone
from sanam.domain.foundation.refused import BadInput


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("000-001-2345", "0000012345"),
        ("๐๐๐-๐๐๑-๒๓๔๕", "0000012345"),
        ("โทร. 000 001 2345", "0000012345"),
        ("(02) 000-0000", "020000000"),
        ("074/000000", "074000000"),
        ("+66 80 000 0000", "0800000000"),
        ("+66 (0)80-000-0000", "0800000000"),
        ("0066800000000", "0800000000"),
        ("800000000", "0800000000"),
        ("74000000", "074000000"),
        ("+60 12-000 0000", "0060120000000"),
        ("1669", "1669"),
        ("191", "191"),
    ],
)
def test_numbers_are_read_as_people_write_them(text, digits):
    assert phone.read_phone(text) == digits


@pytest.mark.parametrize(
    "text", ["", "-", "0800", "08000000000", "0800000000, 0810000000", "074000000 ต่อ 12", "ไม่มี", "0500000000"]
)
def test_what_is_not_one_whole_number_is_refused(text):
    with pytest.raises(BadInput, match="ใส่ทีละเบอร์"):
        phone.read_phone(text)


@pytest.mark.parametrize(
    ("digits", "said"),
    [
        ("0800000000", "080-000-0000"),
        ("074000000", "074-000-000"),
        ("020000000", "02-000-0000"),
        ("0060120000000", "+60 120000000"),
        ("1669", "1669"),
        ("0000012345", "000-001-2345"),
    ],
)
def test_numbers_are_said_in_groups(digits, said):
    assert phone.say_phone(digits) == said
    assert phone.read_phone(said) == digits


@given(st.integers(0, 99_999))
def test_a_sample_number_can_be_read_and_never_dialled(n):
    number = phone.nobody(n)

    assert phone.is_undialable(number)
    assert phone.read_phone(phone.say_phone(number)) == number


@given(st.from_regex(r"0[689][0-9]{8}|0[3457][0-9]{7}|02[0-9]{7}", fullmatch=True))
def test_what_is_said_is_read_back_and_can_be_dialled(digits):
    assert phone.read_phone(phone.say_phone(digits)) == digits
    assert not phone.is_undialable(digits)


def test_there_are_only_so_many_sample_numbers():
    with pytest.raises(ValueError, match="100,000"):
        phone.nobody(100_000)
