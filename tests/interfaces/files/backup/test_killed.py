"""`kill -9` at any instant: what stood still stands, and nothing half done bears a name that is used."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.installations import Installation
from tests.interfaces.files.backup.test_round_trip import files

KILLS, RESTORES = 50, 6


@pytest.mark.slow
def test_a_backup_killed_at_fifty_instants_leaves_no_half_file(standing: Installation, tmp_path: Path) -> None:
    district, folder = standing.copied(tmp_path / "district"), tmp_path / "backups"
    folder.mkdir()
    before = district.standing()
    done = district.run("tests.interfaces.files.backup.killed", str(KILLS), "7", "backup", str(folder / "{}.zip"))
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["killed"] > KILLS / 2, told
    for finished in folder.glob("*.zip"):
        with zipfile.ZipFile(finished) as archive:
            assert archive.testzip() is None
    after = district.standing()
    assert {name: after[name] for name in ("ok", "broken", "checks")} == {
        name: before[name] for name in ("ok", "broken", "checks")
    }
    district.done("backup", str(folder / "last.zip"))
    assert [path.name for path in folder.iterdir() if not path.name.endswith(".zip")] == []
    again = Installation(tmp_path / "again").with_keys_of(standing)
    again.done("restore", str(folder / "last.zip"))
    assert again.standing() == district.standing()
    assert files(again) == files(standing)


@pytest.mark.slow
def test_a_restore_killed_at_any_instant_leaves_what_stood_or_what_was_restored(
    standing: Installation, backup: Path, tmp_path: Path
) -> None:
    district = standing.copied(tmp_path / "district")
    added = district.run("tests.interfaces.files.backup.adds")
    assert added.returncode == 0, added.stderr
    was, had, comes = district.standing(), files(district), standing.standing()
    done = district.run("tests.interfaces.files.backup.killed_restores", str(tmp_path), str(backup), str(RESTORES))
    assert done.returncode == 0, done.stderr[-2000:]
    stood = 0
    for at in range(RESTORES):
        tried = Installation(tmp_path / f"try-{at}")
        now = tried.standing()
        assert now in (was, comes)
        stood += now == was
        assert {**files(tried), **(had if now == was else files(standing))} == files(tried)
    assert 0 < stood < RESTORES
