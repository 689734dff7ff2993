"""Private files on a disk that may be full, slow or switched off: whole under their name, or not there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

PART = ".part"


def write(target: Path, parts: Iterable[bytes]) -> None:
    """Write a new file, for nobody else to read, under a temporary name; its own name it gets once it is whole."""
    part = target.with_name(target.name + PART)
    with os.fdopen(_created(part), "wb") as file:
        for some in parts:
            file.write(some)
        file.flush()
        os.fsync(file.fileno())
    part.rename(target)
    _settle(target.parent)


def erase(target: Path) -> None:
    """Take away a file, and what was written of it under its temporary name."""
    target.unlink(missing_ok=True)
    target.with_name(target.name + PART).unlink(missing_ok=True)


def touch(mark: Path) -> None:
    """Put an empty file there, in a folder only we may enter; an older one of that name makes way."""
    for folder in (mark.parent.parent, mark.parent):
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _settle(folder.parent)
    mark.unlink(missing_ok=True)
    os.close(_created(mark))
    _settle(mark.parent)


def _created(new: Path) -> int:
    return os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)


def _settle(folder: Path) -> None:
    """Have the disk remember the names in a folder, not only the bytes behind them."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
