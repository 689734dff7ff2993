"""The file itself: members written as a stream and digested on the way, read back and held against their digest."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sanam.domain.foundation.refused import BadInput

_CHUNK = 1 << 20
_QUICK = 3
"""How hard to press: most of what is large here is sealed, and cannot be pressed at all."""


@dataclass(frozen=True, slots=True)
class Member:
    """How many bytes a member has when unpacked, and their SHA-256."""

    size: int
    sha256: str


class Writing:
    """A backup being written."""

    def __init__(self, file: BinaryIO) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_QUICK)
        self.members: dict[str, Member] = {}

    def add(self, name: str, pieces: Iterable[bytes], *, pressed: bool = True) -> None:
        """Write a member from its pieces; it is counted once it is whole."""
        told = zipfile.ZipInfo(name)
        told.compress_type = zipfile.ZIP_DEFLATED if pressed else zipfile.ZIP_STORED
        digest, size = hashlib.sha256(), 0
        with self._zip.open(told, "w", force_zip64=True) as member:
            for piece in pieces:
                digest.update(piece)
                size += member.write(piece)
        self.members[name] = Member(size, digest.hexdigest())

    def close(self) -> None:
        """Write the table of contents, without which nothing is a backup."""
        self._zip.close()


class Reading:
    """A backup being read; `expect` takes what the manifest says of each member."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._zip = archive
        self._expected: dict[str, Member] = {}

    def expect(self, members: dict[str, Member]) -> None:
        self._expected = members

    def small(self, name: str) -> bytes:
        """A member whole, unchecked: for the manifest and its signature."""
        return self._zip.read(name)

    def pieces(self, name: str) -> Iterator[bytes]:
        """A member's bytes in turn; raises BadInput at its end where they are not what was written."""
        digest, size = hashlib.sha256(), 0
        with self._zip.open(name) as member:
            while piece := member.read(_CHUNK):
                digest.update(piece)
                size += len(piece)
                yield piece
        if Member(size, digest.hexdigest()) != self._expected.get(name):
            raise altered()

    def lines(self, name: str) -> Iterator[bytes]:
        """A member's lines in turn, without their ends."""
        rest = b""
        for piece in self.pieces(name):
            *whole, rest = (rest + piece).split(b"\n")
            yield from whole
        if rest:
            raise altered()


@contextmanager
def opened(path: Path) -> Iterator[Reading]:
    """A file as a backup; raises BadInput where it is none, or not whole."""
    try:
        archive = zipfile.ZipFile(path)
    except OSError:
        raise BadInput("backup.not_there", f"เปิดไฟล์ {path.name} ไม่ได้", f"{path.name} cannot be opened.") from None
    except zipfile.BadZipFile:
        raise altered() from None
    with archive:
        try:
            yield Reading(archive)
        except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError):
            raise altered() from None


def altered() -> BadInput:
    """What is said of a file that is cut short or was changed."""
    return BadInput(
        "backup.altered",
        "ไฟล์สำรองนี้ไม่ครบหรือถูกแก้ ใช้ไฟล์อื่นหรือสำเนาอื่นของไฟล์นี้",
        "This backup is not whole, or was changed; use another one, or another copy of it.",
    )
