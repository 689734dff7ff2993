"""Money is whole satang; nothing is rounded on the way in or out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.digits import to_thai
from sanam.domain.foundation.thai.money import say_baht, to_satang


@pytest.mark.parametrize(
    ("text", "satang"),
    [
        ("12,500.50", 1_250_050),
        ("12500.5", 1_250_050),
        ("๑๒,๕๐๐ บาท", 1_250_000),
        ("฿500", 50_000),
        ("500.-", 50_000),
        ("500 บาทถ้วน", 50_000),
        ("−20", -2_000),
        ("-0.25 baht", -25),
        ("1.500", 150),
        ("0", 0),
    ],
)
def test_amounts_are_read_as_people_write_them(text, satang):
    assert to_satang(text) == satang


@pytest.mark.parametrize("text", ["", "บาท", "1,25", "12,50.00", "1.555", "1e3", "--5", "NaN", "5 5"])
def test_what_could_mean_two_things_is_refused(text):
    with pytest.raises(BadInput, match="อ่านจำนวนเงินนี้ไม่ออก"):
        to_satang(text)


@pytest.mark.parametrize(
    ("satang", "th", "en"),
    [
        (1_250_050, "12,500.50 บาท", "12,500.50 baht"),
        (1_250_000, "12,500 บาท", "12,500 baht"),
        (-2_005, "−20.05 บาท", "−20.05 baht"),
        (5, "0.05 บาท", "0.05 baht"),
        (0, "0 บาท", "0 baht"),
    ],
)
def test_amounts_are_said_with_their_unit(satang, th, en):
    assert say_baht(satang, "th") == th
    assert say_baht(satang, "en") == en


@given(st.integers(-(10**14), 10**14), st.sampled_from(["th", "en"]), st.booleans())
def test_what_is_said_is_read_back(satang, language, thai):
    said = say_baht(satang, language)

    assert to_satang(to_thai(said) if thai else said) == satang
