"""On SQLite: another file beside the database, which takes its name by one rename."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.db import connection

from sanam.interfaces.files.backup.beside import at_work, close

_WAIT = 3.0
"""Seconds."""


class FileBeside:
    """`sanam.sqlite3.restoring` beside `sanam.sqlite3`; the one before is kept as `sanam.sqlite3.before-restore`."""

    def __init__(self) -> None:
        self.used = Path(connection.settings_dict["NAME"])
        self.new = self.used.with_name(f"{self.used.name}.restoring")
        self.before = self.used.with_name(f"{self.used.name}.before-restore")

    def clear(self) -> None:
        self.leave()

    def leave(self) -> None:
        close()
        for left in self.used.parent.glob(f"{self.new.name}*"):
            left.unlink()

    def settings(self) -> dict[str, Any]:
        return {"NAME": self.new}

    def check_nobody_works(self) -> None:
        close()
        if self.used.exists():
            with self._alone():
                pass

    def change_places(self, *, keep: bool) -> str:
        close()
        self._put_on_disk()
        if not self.used.exists():
            self.new.rename(self.used)
        else:
            with self._alone():
                if keep:
                    self._keep()
                self.new.replace(self.used)
        _settle(self.used.parent)
        return self.before.name if keep else ""

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else has the file open: only then does SQLite let go of its write-ahead log, which bears its name."""
        with closing(sqlite3.connect(self.used, timeout=_WAIT, isolation_level=None)) as alone:
            try:
                alone.execute("PRAGMA locking_mode = EXCLUSIVE")
                alone.execute("PRAGMA journal_mode = DELETE")
                alone.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError:
                raise at_work() from None
            yield

    def _put_on_disk(self) -> None:
        with closing(sqlite3.connect(self.new, isolation_level=None)) as new:
            new.execute("PRAGMA journal_mode = DELETE")
        with self.new.open("rb") as file:
            os.fsync(file.fileno())
        self.new.chmod(0o600)

    def _keep(self) -> None:
        self.before.unlink(missing_ok=True)
        try:
            self.before.hardlink_to(self.used)
        except OSError:  # a disk without second names
            shutil.copy2(self.used, self.before)


def _settle(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
