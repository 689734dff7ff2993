"""Today reads through indexes: ten times the people, notices, gatherings and rules do not make it ten times slower."""

from __future__ import annotations

import pytest
from django.db import connection

from tests.cast import Cast
from tests.domain.rules.legs import seat_the_legs
from tests.domain.rules.proposed import at_every_stage
from tests.interfaces.web.conftest import Enter
from tests.plans import Statements, read_whole

FEW = {"teams_body", "teams_handover", "parameters_turn", "areas_area", "registry_restriction", "rules_round"}
"""Bodies, turns of dials, names of places; and of hand-overs, rounds and restrictions an index of the open ones."""
WAITS = {"registry_duplicate", "registry_emergency"}
"""Pairs and openings have no index of those that wait."""
CARED_FOR = {"registry_groupmembership", "registry_carecircle"}
"""Who is cared for is gathered once for a whole worklist."""


@pytest.mark.parametrize("who", ["secretary", "nurse", "volunteer", "local", "association"])
def test_it_reads_no_growing_table_from_end_to_end(enter: Enter, field: Cast, who: str) -> None:
    seat_the_legs(field)
    at_every_stage(field)
    client = enter(who)
    client.get("/")
    with connection.execute_wrapper(kept := Statements()):
        assert client.get("/").status_code == 200
    assert any("line_kind" in sql for sql, _ in kept.ran)
    assert read_whole(kept.ran) <= FEW | WAITS | CARED_FOR


def test_a_table_read_whole_is_noticed(field: Cast) -> None:
    assert read_whole([("SELECT COUNT(*) FROM registry_person WHERE nickname = 'x'", ())]) == {"registry_person"}
    assert read_whole([("SELECT given FROM registry_person WHERE id = NULL", ())]) == set()
