"""Where linkage works: a database inside this process, and a private folder for what does not fit in memory."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

FORGOTTEN_AFTER = 24 * 60 * 60
"""Seconds after which a folder belongs to nobody any more: its process was killed before it could wipe it."""
MOST_MEMORY = "1GB"


@contextmanager
def workshop(home: Path) -> Iterator[Any]:
    """A DuckDB of its own. Its folder (0700) is wiped when the work ends, also when it fails; what it holds is
    encrypted with a key that lives in memory only, so that a folder left behind by a power cut says nothing."""
    import duckdb

    rooms = home / "linkage"
    rooms.mkdir(parents=True, exist_ok=True, mode=0o700)
    _wipe_forgotten(rooms)
    folder = Path(tempfile.mkdtemp(dir=rooms))  # made with 0700
    try:
        with duckdb.connect(":memory:", config=_config(folder)) as connection:
            yield connection
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _config(folder: Path) -> dict[str, Any]:
    return {
        "temp_directory": str(folder),
        "temp_file_encryption": True,
        "memory_limit": MOST_MEMORY,
        "threads": os.cpu_count() or 1,
        # it is given its rows and reaches for nothing else, on this machine or another
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }


def _wipe_forgotten(rooms: Path) -> None:
    for folder in rooms.iterdir():
        with suppress(FileNotFoundError):
            if folder.stat().st_mtime < time.time() - FORGOTTEN_AFTER:
                shutil.rmtree(folder, ignore_errors=True)
