"""Rooms and rules, killed at any instant and done by many hands at once: whole afterwards, and each deed once."""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.crash.databases import Databases

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
KILLS = 20


@pytest.fixture
def databases(tmp_path: Path) -> Iterator[Databases]:
    made = Databases(tmp_path)
    yield made
    made.drop()


def agreeing(databases: Databases, database: str, *words: str) -> dict[str, Any]:
    told = databases.run([sys.executable, "-m", "tests.crash.agreeing", database, *words], database)
    return dict(json.loads(told.strip().splitlines()[-1]))


def test_the_minute_that_closes_rooms_and_adopts_rules_killed_again_and_again_is_done_once(
    databases: Databases,
) -> None:
    seed = int(os.environ.get("CRASH_SEED") or random.SystemRandom().randrange(10**9))
    print(f"CRASH_SEED={seed}")
    whole, again = databases.fresh("whole"), databases.fresh("again")
    for database in (whole, again):
        agreeing(databases, database, "begin")
    databases.sanam(whole, "tick")
    told = agreeing(databases, again, "kill", str(seed), str(KILLS))
    assert (told["finished"], told["whole"], told["verified"]) == (True, True, told["kills"]), told
    expected = agreeing(databases, whole, "counted")
    assert told["counted"] == expected
    assert expected["stages"] == ["adopted"] * 3 + ["closed"] * 3
    assert (expected["numbers"], expected["tickets"]) == ([1, 2, 3], 0)
    print(f"{told['kills']} kills")


def test_each_deed_by_eight_hands_at_once_is_done_once(databases: Databases) -> None:
    database = databases.fresh("hands")
    told = agreeing(databases, database, "at_once")
    assert told["closed"] == {"done": 1, "rules.round_closed": 7}
    assert told["changed"] == {"done": 1, "rules.already_changing": 7}
    assert told["signed"] == {"done": 1, "rules.signed": 7}
    assert told["two dials"] == {"done": 2}
    assert told["comes"] == {"done": 1, "came.before": 7}
    assert told["held back"] == {"done": 1, "adopted.before": 7}
    assert told["room"] == {"done": 1, "dialogue.no_such_step": 7}
    databases.sanam(database, "verify", "all")
