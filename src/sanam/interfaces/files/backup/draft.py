"""A file written beside its place under another name, which it trades for its own once it is whole and on the disk."""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from sanam.domain.foundation.refused import BadInput, Refused

_BEGINS, _ENDS = ".sanam-backup-", ".part"


@contextmanager
def whole_or_nothing(path: Path) -> Iterator[BinaryIO]:
    """A new file, its owner's alone. Never overwrites; drafts of killed runs in this folder are taken away first."""
    path = path.resolve()
    _check_free(path)
    clear_away(path.parent)
    draft = path.with_name(f"{_BEGINS}{secrets.token_hex(8)}{_ENDS}")
    try:
        with os.fdopen(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            with suppress(OSError):  # as long as we live, nobody takes it for left over; not every disk can lock
                fcntl.flock(file, fcntl.LOCK_EX)
            yield file
            file.flush()
            os.fsync(file.fileno())
            _check_free(path)
            draft.rename(path)
    except OSError as problem:
        draft.unlink(missing_ok=True)
        raise _cannot_write(path, problem) from None
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def clear_away(folder: Path) -> int:
    """Take away the drafts whose writers are dead; returns how many."""
    gone = 0
    for draft in folder.glob(f"{_BEGINS}*{_ENDS}"):
        try:
            with draft.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                draft.unlink()
                gone += 1
        except OSError:  # somebody is at it, or it is gone already
            continue
    return gone


def _check_free(path: Path) -> None:
    if path.exists():
        raise BadInput(
            "backup.name_taken",
            f"มีไฟล์ {path.name} อยู่แล้ว ตั้งชื่ออื่น ไฟล์สำรองไม่เขียนทับของเดิม",
            f"{path.name} is there already; choose another name, a backup overwrites nothing.",
        )


def _cannot_write(path: Path, problem: OSError) -> Refused:
    return BadInput(
        "backup.cannot_write",
        f"เขียนไฟล์สำรองที่ {path.parent} ไม่ได้ ดูว่าโฟลเดอร์เขียนได้และดิสก์ยังว่าง ไม่มีอะไรค้างไว้",
        f"The backup cannot be written in {path.parent}; is it yours to write, and has it room? Nothing is left.",
        details={"error": type(problem).__name__},
    )


def _settle(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
