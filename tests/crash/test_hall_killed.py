"""`kill -9` of the web server in the middle of a crowd: whoever sends again is counted once, and nobody is lost."""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.databases import Databases

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
PHONES, CARDS, KILLS = 24, 8, 3


@pytest.fixture
def databases(tmp_path: Path) -> Iterator[Databases]:
    made = Databases(tmp_path)
    yield made
    made.drop()


def test_every_phone_of_a_hall_whose_server_was_killed_is_counted_once(databases: Databases) -> None:
    seed = int(os.environ.get("CRASH_SEED") or random.SystemRandom().randrange(10**9))
    print(f"CRASH_SEED={seed}")
    words = map(str, (seed, PHONES, CARDS, KILLS))
    told = json.loads(databases.run([sys.executable, "-m", "tests.crash.hall_killed", *words], databases.fresh("hall")))
    assert told["wrong"] == []
    assert told["verified"] == told["kills"] == KILLS
    assert told["whole"]
    assert told["again"] > 0  # it was in the middle
