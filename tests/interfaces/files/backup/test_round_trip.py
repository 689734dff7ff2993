"""`sanam backup` and `sanam restore`: what comes back is what was there."""

from __future__ import annotations

import hashlib
import sqlite3
import stat
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.installations import Installation, built
from tests.interfaces.files.backup.conftest import Anew


def files(installation: Installation) -> dict[str, str]:
    """Every file of the media store, by its path, with what it holds."""
    found = (path for path in installation.media.rglob("*") if path.is_file())
    return {str(path.relative_to(installation.media)): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def came_back(restored: Installation, report: Any, before: dict[str, Any], source: Installation) -> None:
    """The check says the very same there as it said here, and the bytes are the same."""
    assert restored.standing() == before
    assert report["journal"]["head"] == before["head"]
    assert files(restored) == files(source)


def test_restored_to_an_empty_machine_everything_verifies_as_before(
    standing: Installation, backup: Path, empty: Installation
) -> None:
    before = standing.standing()
    assert before["ok"]
    came_back(empty, empty.done("restore", str(backup)), before, standing)
    assert len(files(empty)) == 5  # a picture, its small form, three papers


def test_a_number_given_out_is_not_given_out_again(standing: Installation, backup: Path, empty: Installation) -> None:
    empty.done("restore", str(backup))
    numbers = "SELECT name, seq FROM sqlite_sequence WHERE name NOT LIKE 'django%' AND seq > 0 ORDER BY name"
    left_out = {"auth_permission", "axes_accessattempt"}

    def given_out(installation: Installation) -> dict[str, int]:
        with sqlite3.connect(installation.database) as database:
            return {name: number for name, number in database.execute(numbers) if name not in left_out}

    assert given_out(empty)["notices_notice"] >= 1  # its rows are gone, its number is not
    assert given_out(empty) == given_out(standing)


def test_the_backup_is_its_owners_alone_and_holds_no_key(standing: Installation, backup: Path) -> None:
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    with zipfile.ZipFile(backup) as archive:
        told = b"".join(archive.read(name) for name in archive.namelist())
    keys = (standing.home / "keys.json").read_text()
    assert [key for key in keys.split('"') if len(key) == 64 and key.encode() in told] == []


def test_a_backup_overwrites_nothing(standing: Installation, backup: Path) -> None:
    before = backup.read_bytes()
    assert standing.refused("backup", str(backup)) == "backup.name_taken"
    assert backup.read_bytes() == before
    assert standing.refused("backup", "/nosuch/folder/b.zip") == "backup.cannot_write"


def test_what_is_replaced_is_kept_beside(backup: Path, tmp_path: Path, standing: Installation) -> None:
    other = Installation(tmp_path / "other").with_keys_of(standing)
    built(other.home)
    was, had = other.standing(), files(other)
    assert other.refused("restore", str(backup)) == "restore.occupied"
    assert other.standing() == was
    report = other.done("restore", str(backup), "--replace")
    assert report["kept"] == ["sanam.sqlite3.before-restore", "media.before-restore"]
    assert other.standing() == standing.standing()
    assert files(other) == files(standing)
    former = Installation(tmp_path / "former").with_keys_of(standing)
    (other.home / "sanam.sqlite3.before-restore").rename(former.database)
    (other.home / "media.before-restore").rename(former.media)
    assert former.standing() == was
    assert files(former) == had


def test_nothing_is_replaced_while_others_use_the_database(
    backup: Path, tmp_path: Path, standing: Installation
) -> None:
    other = Installation(tmp_path / "other").with_keys_of(standing)
    built(other.home)
    with sqlite3.connect(other.database) as at_work:
        at_work.execute("SELECT count(*) FROM registry_person").fetchone()
        assert other.refused("restore", str(backup), "--replace") == "restore.at_work"
    at_work.close()
    assert other.standing()["ok"]


def test_the_restore_is_in_the_journal_after_the_first_tick(backup: Path, empty: Installation) -> None:
    empty.done("restore", str(backup))
    before = empty.standing()
    empty.done("tick")
    empty.done("tick")
    # the restore, and what the day's putting in order did; neither a second time
    assert empty.standing()["entries"] == before["entries"] + 2
    with sqlite3.connect(empty.database) as database:
        last = database.execute("SELECT did FROM journal_entry ORDER BY id DESC LIMIT 2").fetchall()
    assert ("installation.restored",) in last


@pytest.mark.postgres
def test_postgresql_comes_back_on_an_empty_postgresql(on_postgresql: Anew, tmp_path: Path) -> None:
    first, path = on_postgresql(), tmp_path / "one.zip"
    built(first.home, first.url)
    first.done("backup", str(path))
    before = first.standing()
    second = on_postgresql().with_keys_of(first)
    came_back(second, second.done("restore", str(path)), before, first)
    assert second.refused("restore", str(path)) == "restore.occupied"
    report = second.done("restore", str(path), "--replace")
    assert report["kept"][0] == "before_restore"
    came_back(second, report, before, first)


@pytest.mark.postgres
def test_a_backup_crosses_from_either_database_to_the_other(
    on_postgresql: Anew, standing: Installation, backup: Path, tmp_path: Path
) -> None:
    across = on_postgresql().with_keys_of(standing)
    came_back(across, across.done("restore", str(backup)), standing.standing(), standing)
    path = tmp_path / "back.zip"
    across.done("backup", str(path))
    home = Installation(tmp_path / "home").with_keys_of(standing)
    came_back(home, home.done("restore", str(path)), across.standing(), standing)
