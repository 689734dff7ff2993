"""A restore into an SQLite installation whose pages are being served: one clear sentence, and nothing half done."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.installations import ROOT, Installation
from tests.served import Served


@contextmanager
def served(installation: Installation) -> Iterator[Served]:
    web = Served(installation.surroundings)
    web.begin()
    try:
        yield web
    finally:
        web.stop()


def files(installation: Installation) -> set[str]:
    """All that lies there but SQLite's own working files."""
    found = (path.relative_to(installation.home) for path in installation.home.rglob("*") if path.is_file())
    return {str(path) for path in found if not path.name.endswith(("-wal", "-shm"))}


def test_pages_that_keep_the_database_open_are_named_and_all_stays_as_it_was(
    standing: Installation, backup: Path, tmp_path: Path
) -> None:
    here = standing.copied(tmp_path / "here")
    before, lying = here.standing(), files(here)
    with served(here) as web:
        assert web.get("/room/WWWWWW/") == 404  # it asked the database, and keeps it open
        began = time.monotonic()
        code, told = here.type("restore", str(backup), "--replace")
        assert (code, told["refused"]["code"]) == (1, "restore.at_work")
        assert "sanam serve" in told["refused"]["en"]
        assert time.monotonic() - began < 30
        assert files(here) == lying
        assert web.get("/room/WWWWWW/") == 404
    assert here.standing() == before
    here.done("restore", str(backup), "--replace")
    assert here.standing() == before  # of the same district


def test_a_page_opened_while_a_restore_is_being_built_turns_it_back(
    standing: Installation, backup: Path, tmp_path: Path
) -> None:
    here = standing.copied(tmp_path / "here")
    before, lying = here.standing(), files(here)
    with served(here) as web:  # nobody has asked for anything that needs the database
        line = [sys.executable, "-m", "sanam.interfaces.cli.main", "restore", str(backup), "--replace", "--json"]
        restoring = subprocess.Popen(line, cwd=ROOT, env=here.surroundings, stdout=subprocess.PIPE, text=True)
        while restoring.poll() is None and not (here.home / "sanam.sqlite3.restoring").exists():
            time.sleep(0.01)
        assert web.get("/room/WWWWWW/") == 404
        said, _ = restoring.communicate(timeout=300)
        assert restoring.returncode == 1, said
        assert "restore.at_work" in said
    assert files(here) == lying
    assert here.standing() == before


def test_pages_nobody_has_asked_anything_of_show_what_came_back(
    standing: Installation, backup: Path, tmp_path: Path
) -> None:
    here = standing.copied(tmp_path / "here")
    with served(here) as web:
        here.done("restore", str(backup), "--replace")
        assert web.get("/room/WWWWWW/") == 404
        opened = {os.path.realpath(link) for link in open_files(here)}
        assert opened == {str(here.database)}
    assert here.standing()["ok"]


def open_files(installation: Installation) -> Iterator[Path]:
    """The databases that any program on this machine has open in the folder of this installation."""
    for link in Path("/proc").glob("[0-9]*/fd/*"):
        try:
            to = link.readlink()
        except OSError:
            continue
        if to.is_relative_to(installation.home) and ".sqlite3" in to.name and not to.name.endswith(("-wal", "-shm")):
            yield link
