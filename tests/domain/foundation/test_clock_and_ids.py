"""The clock stands where it is held; ids follow it and give nothing away."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from threading import Thread
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanam.domain.foundation import clock
from sanam.domain.foundation.ids import new_id, short


def test_now_is_aware_and_in_utc():
    assert clock.now().utcoffset() == timedelta(0)


def test_today_is_the_date_in_thailand():
    with clock.at(datetime(2026, 11, 23, 17, 30, tzinfo=UTC)):
        assert clock.today() == date(2026, 11, 24)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)))
def test_a_held_date_is_that_date_everywhere(day):
    with clock.at(day):
        assert clock.today() == clock.now().date() == day


def test_holding_nests_and_lets_go_even_after_a_failure():
    with clock.at(date(2026, 1, 1)):
        with pytest.raises(RuntimeError), clock.at(date(2027, 1, 1)):
            raise RuntimeError
        assert clock.today() == date(2026, 1, 1)
    assert clock.now() - datetime.now(UTC) < timedelta(minutes=1)


def test_every_thread_reads_the_held_clock():
    seen = []
    with clock.at(date(2026, 1, 1)):
        thread = Thread(target=lambda: seen.append(clock.today()))
        thread.start()
        thread.join()
    assert seen == [date(2026, 1, 1)]


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"), clock.at(datetime.combine(date(2026, 1, 1), time())):
        pass


def test_ids_are_version_7_all_different_and_in_the_order_of_making():
    ids = [new_id() for _ in range(1000)]

    assert {(one.version, one.variant) for one in ids} == {(7, RFC_4122)}
    assert len(set(ids)) == 1000
    # Two may fall in one quarter of a microsecond; their order is then left to chance.
    assert sum(a > b for a, b in pairwise(ids)) < 10


def test_an_id_carries_its_millisecond():
    before = datetime.now(UTC)
    milliseconds = new_id().int >> 80

    assert abs(milliseconds - before.timestamp() * 1000) < 1000


def test_the_short_form_is_the_end_of_the_id_and_the_same_for_a_reference():
    one = UUID("01935e2a-7c00-7abc-8def-0123456789ab")

    assert short(one) == short(str(one)) == short(f"person:{one}") == "6789ab"
