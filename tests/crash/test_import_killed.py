"""`kill -9` at 50 random instants of a long intake: restarted, the journal is whole and the same file applies once."""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sanam.domain.foundation import clock
from sanam.sample import f43_export
from sanam.sample.district import invent
from tests.crash.databases import Databases

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
KILLS = 50
LONGEST = 0.3


@pytest.fixture
def databases(tmp_path: Path) -> Iterator[Databases]:
    made = Databases(tmp_path)
    yield made
    made.drop()


def test_a_long_file_killed_again_and_again_applies_once(databases: Databases, tmp_path: Path) -> None:
    seed = int(os.environ.get("CRASH_SEED") or random.SystemRandom().randrange(10**9))
    print(f"CRASH_SEED={seed}")
    files = f43_export.write(invent(persons=1500, seed=1, today=clock.today()), tmp_path / "files")
    file = str(max(files, key=lambda path: path.stat().st_size))
    whole = databases.fresh("whole")
    databases.sanam(whole, "import", "f43", file)
    expected = counted(databases, whole)
    dice, kills, rounds = random.Random(seed), 0, 0
    while kills < KILLS:
        rounds += 1
        database = databases.fresh(f"round{rounds}")
        said = killed(databases, database, dice.randrange(10**9), KILLS - kills, file)
        assert said["finished"], said
        assert said["verified"] == said["kills"]
        assert said["whole"]
        assert said["counted"] == expected
        kills += said["kills"]
    print(f"{kills} kills in {rounds} rounds")


def killed(databases: Databases, database: str, seed: int, most: int, file: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.crash.killer", database, str(seed), str(most), str(LONGEST)]
    return dict(json.loads(databases.run([*command, "import", "f43", file], database)))


def counted(databases: Databases, database: str) -> object:
    return json.loads(databases.run([sys.executable, "-m", "tests.crash.counting"], database))
