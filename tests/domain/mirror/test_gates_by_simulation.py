"""The gates against 2,000 invented bodies: the healthy are left alone, silos are found as the research found them.

The protocol stands in `docs/explanation/mirror-gates.md`; `python -m benchmarks.mirror_gates` prints the tables.
"""

from __future__ import annotations

import pytest

from benchmarks import mirror_gates
from sanam.domain.mirror import gates
from sanam.domain.mirror.words import Says

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("measure", list(mirror_gates.HEALTHY))
def test_of_two_thousand_healthy_bodies_six_in_a_hundred_at_most_are_pointed_out(measure: str) -> None:
    ps = mirror_gates.HEALTHY[measure](2_000, 11)
    assert len(ps) == 2_000
    assert 0 < (ps < 0.05).mean() <= 0.06


def test_a_silo_is_found_as_often_as_the_research_found_it() -> None:
    found = mirror_gates.power(2_000)
    assert [row for row in found if row["found"] < row["research"] - 0.05] == []


def test_below_six_gatherings_nothing_is_said_however_clear_it_looks() -> None:
    assert gates.from_gatherings(0.0001, 5).says is Says.NOT_YET
    assert gates.from_gatherings(0.0001, 5).missing[0][1] == "There are 5 gatherings; 6 are needed."
    assert gates.from_gatherings(0.0001, 6) == gates.Verdict(Says.LOOK, "strong")
    assert gates.from_gatherings(0.0001, 12) == gates.Verdict(Says.LOOK, "medium")


def test_that_no_silo_was_seen_is_not_said_before_twenty_four_gatherings() -> None:
    assert gates.from_gatherings(0.5, 23).says is Says.NOT_YET
    assert gates.from_gatherings(0.5, 24).says is Says.NOT_SEEN
    assert gates.from_gatherings(None, 24).says is Says.NOT_YET


def test_a_plain_network_never_shows_that_something_is_not_there() -> None:
    assert {gates.from_chance(p).says for p in (None, 0.05, 0.5, 1.0)} == {Says.NOT_YET}
    assert gates.from_chance(0.049).says is Says.LOOK


def test_a_bottleneck_is_a_name_from_fifteen_nodes_with_few_unlisted() -> None:
    assert gates.of_names(15, 0.15).says is Says.TELLS
    assert gates.of_names(14, 0.15).missing[0][1] == "There are 14 nodes; 15 are needed."
    assert gates.of_names(40, 0.16).missing[0][1] == "16% are not listed; at most 15% may be."


def test_few_cases_say_nothing() -> None:
    assert gates.from_cases(0.001, 9, gates.FEWEST_ASKED).says is Says.NOT_YET
    assert gates.from_cases(0.001, 10, gates.FEWEST_ASKED).says is Says.LOOK
