"""A backup brings nobody back who was erased after it was made, by the list beside the database."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.domain.registry.rights.erased_installation import FAMILY, GIVEN, NICK, NUMBER
from tests.installations import Installation
from tests.interfaces.files.backup.conftest import Anew

LIST = "erased.jsonl"


def step(installation: Installation, name: str) -> None:
    """Somebody is known, or erased, by the seats of that district."""
    folder = installation.home / "in"
    folder.mkdir(parents=True, exist_ok=True)
    done = installation.run("tests.domain.registry.rights.erased_installation", str(folder), name)
    assert done.returncode == 0, done.stderr[-3000:]


def names_found(installation: Installation) -> list[str]:
    """Given names in everything that may be exported by who sees the whole district."""
    done = installation.run("sanam.interfaces.cli.main", "export", "people", "--as", "secretary")
    assert done.returncode == 0, done.stderr
    return [name for name in (GIVEN, FAMILY, NICK, NUMBER) if name in done.stdout]


def erased_after_a_backup(installation: Installation, path: Path) -> None:
    step(installation, "known")
    installation.done("backup", str(path))
    assert GIVEN in names_found(installation)
    step(installation, "erased")


def comes_back_without_them(into: Installation, path: Path, *words: str) -> None:
    report = into.done("restore", str(path), *words)
    assert report["erased_again"] == 1
    assert names_found(into) == []
    standing = into.standing()
    assert (standing["ok"], standing["broken"]) == (True, None)
    into.done("tick")
    assert into.standing()["ok"]
    checks = {check["name"]: check["state"] for check in into.done("doctor")["checks"]}
    assert "erasures" not in checks


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> tuple[Installation, Path]:
    """A district where somebody was erased after its backup, and that backup; nobody changes them."""
    folder = tmp_path_factory.mktemp("erased")
    here, path = Installation(folder / "here"), folder / "b.zip"
    erased_after_a_backup(here, path)
    return here, path


def test_who_was_erased_since_stays_erased_and_everything_verifies(
    before: tuple[Installation, Path], tmp_path: Path
) -> None:
    here, path = before[0].copied(tmp_path / "here"), before[1]
    told = (here.home / LIST).read_text()
    assert [set(json.loads(line)) for line in told.splitlines()] == [{"tombstone", "at", "did", "people", "mac"}]
    assert [one for one in (GIVEN, FAMILY, NICK, NUMBER) if one in told] == []
    comes_back_without_them(here, path, "--replace")
    assert [GIVEN.encode() in file.read_bytes() for file in here.media.rglob("*") if file.is_file()] == []
    assert here.refused("restore", str(path)) == "restore.occupied"
    assert here.done("restore", str(path), "--replace")["erased_again"] == 1


def test_on_another_machine_the_list_is_kept_with_the_keys(before: tuple[Installation, Path], tmp_path: Path) -> None:
    here, path = before
    bare = Installation(tmp_path / "bare").with_keys_of(here)
    assert bare.done("restore", str(path))["erased_again"] == 0  # nothing told it
    there = Installation(tmp_path / "there").with_keys_of(here)
    (there.home / LIST).write_bytes((here.home / LIST).read_bytes())
    comes_back_without_them(there, path)


def test_a_list_that_is_not_ours_stops_the_restore_and_nothing_changes(
    before: tuple[Installation, Path], tmp_path: Path
) -> None:
    here, path = before[0].copied(tmp_path / "here"), before[1]
    line = json.loads((here.home / LIST).read_text())
    whole = (here.home / LIST).read_text()
    (here.home / LIST).write_text(json.dumps(line | {"people": ["0" * 64]}) + "\n")
    stood = here.standing()
    assert here.refused("restore", str(path), "--replace") == "registry.erased_list_altered"
    assert here.standing() == stood
    checks = {check["name"]: check["state"] for check in here.type("doctor")[1]["checks"]}
    assert checks["erasures"] == "fail"
    (here.home / LIST).write_text(whole[:40])  # cut short by a power cut
    assert {check["name"]: check["state"] for check in here.type("doctor")[1]["checks"]}["erasures"] == "warn"
    assert here.done("tick")["erasures_listed"] == 1
    comes_back_without_them(here, path, "--replace")


@pytest.mark.postgres
def test_on_postgresql_too(on_postgresql: Anew, tmp_path: Path) -> None:
    here, path = on_postgresql(), tmp_path / "b.zip"
    erased_after_a_backup(here, path)
    comes_back_without_them(here, path, "--replace")
