"""Dates as they are said, and that what is said is read back unchanged."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.dates import (
    PartialDate,
    age_in_years,
    find_date,
    read_date,
    say_ago,
    say_date,
    say_time,
    say_weekday_date,
)

TODAY = date(2026, 11, 24)
days = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31))


@st.composite
def partial_dates(draw):
    day = draw(days)
    return draw(st.sampled_from([PartialDate.from_date(day), PartialDate(day.year, day.month), PartialDate(day.year)]))


@given(
    partial_dates(),
    st.sampled_from(["short", "long"]),
    st.sampled_from(["arabic", "thai"]),
    st.sampled_from(["th", "en"]),
)
def test_what_is_said_is_read_back(day, style, numerals, language):
    said = say_date(day, style=style, numerals=numerals, language=language)

    assert read_date(said) == day


@given(days, st.sampled_from(["th", "en"]), st.sampled_from(["arabic", "thai"]))
def test_a_day_of_the_week_changes_nothing(day, language, numerals):
    said = say_weekday_date(day, language, numerals=numerals)

    assert read_date(said) == PartialDate.from_date(day)


@given(
    days,
    st.sampled_from(["short", "long"]),
    st.text("กขค เแา.\n", max_size=20),
    st.text("กขค เแา.\n", max_size=20),
)
def test_what_is_said_is_found_among_other_words(day, style, before, after):
    said = say_date(day, style=style)
    found, start, end = find_date(f"{before} {said} {after}")

    assert found == PartialDate.from_date(day)
    assert f"{before} {said} {after}"[start:end].endswith(said)


@given(partial_dates())
def test_the_short_written_form_goes_round(day):
    assert PartialDate.from_iso(day.iso()) == day
    assert read_date(day.iso()) == day


@given(partial_dates(), days)
def test_the_bounds_hold_every_day_it_can_be_and_no_other(day, any_day):
    inside = day.earliest() <= any_day <= day.latest()

    assert inside == any_day.isoformat().startswith(day.iso())
    assert {"day": 0, "month": 27, "year": 364}[day.precision] <= (day.latest() - day.earliest()).days <= 365


@pytest.mark.parametrize(
    ("day", "short", "long", "english"),
    [
        (TODAY, "24 พ.ย. 2569", "24 พฤศจิกายน 2569", "24 Nov 2026 (2569)"),
        (PartialDate(1942, 3), "มี.ค. 2485 ไม่ทราบวัน", "มีนาคม 2485 ไม่ทราบวัน", "Mar 1942 (2485), day unknown"),
        (
            PartialDate(1942),
            "พ.ศ. 2485 ไม่ทราบวันเดือน",
            "พ.ศ. 2485 ไม่ทราบวันเดือน",
            "1942 (2485), day and month unknown",
        ),
    ],
)
def test_each_precision_is_said(day, short, long, english):
    assert say_date(day) == short
    assert say_date(day, style="long") == long
    assert say_date(day, language="en") == english


def test_a_report_may_have_thai_numerals():
    assert say_weekday_date(TODAY, "th", numerals="thai") == "วันอังคารที่ ๒๔ พฤศจิกายน ๒๕๖๙"
    assert say_weekday_date(TODAY, "en") == "Tuesday 24 November 2026 (2569)"


def test_a_moment_is_said_as_it_was_in_thailand():
    late = datetime(2026, 11, 23, 19, 5, tzinfo=UTC)

    assert say_date(late) == "24 พ.ย. 2569"
    assert (say_time(late), say_time(late, "en")) == ("02.05 น.", "02:05")


@pytest.mark.parametrize(
    ("day", "th", "en"),
    [
        (date(2026, 11, 24), "วันนี้", "today"),
        (date(2026, 11, 23), "เมื่อวาน", "yesterday"),
        (date(2026, 11, 18), "6 วันก่อน", "6 days ago"),
        (date(2026, 10, 21), "34 วันก่อน", "34 days ago"),
        (date(2026, 9, 25), "60 วันก่อน", "60 days ago"),
        (date(2026, 9, 24), "2 เดือนก่อน", "2 months ago"),
        (date(2025, 9, 24), "14 เดือนก่อน", "14 months ago"),
        (date(2024, 11, 24), "2 ปีก่อน", "2 years ago"),
        (date(2026, 11, 25), "พรุ่งนี้", "tomorrow"),
        (date(2026, 11, 30), "อีก 6 วัน", "in 6 days"),
        (date(2027, 2, 1), "อีก 2 เดือน", "in 2 months"),
    ],
)
def test_how_long_ago(day, th, en):
    assert say_ago(day, TODAY, "th") == th
    assert say_ago(day, TODAY, "en") == en


@pytest.mark.parametrize(
    ("birth", "age"),
    [
        (PartialDate(1942, 11, 24), 84),
        (PartialDate(1942, 11, 25), 83),
        (PartialDate(1942, 11), 84),
        (PartialDate(1942, 12), 83),
        (PartialDate(1942), 84),
        (PartialDate(2026, 11, 24), 0),
    ],
)
def test_an_unknown_birthday_counts_from_the_first(birth, age):
    assert age_in_years(birth, TODAY) == age


@given(days, st.integers(0, 110))
def test_a_birthday_adds_one_year(born, years):
    birth = PartialDate.from_date(born)
    later = date(born.year + years, 3, 1) if (born.month, born.day) == (2, 29) else born.replace(year=born.year + years)

    assert age_in_years(birth, later) == years
    assert age_in_years(birth, later - timedelta(days=1)) in (years - 1, years)


@pytest.mark.parametrize("text", ["", "42", "1942-3", "1942-13", "1942-02-30", "2485-", "๑๙๔๒"])
def test_only_the_short_written_form_is_stored(text):
    with pytest.raises(BadInput):
        PartialDate.from_iso(text)
