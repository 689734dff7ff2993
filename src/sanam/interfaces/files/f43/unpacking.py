"""One member's bytes, unpacked as they are read; every sign of damage becomes one refusal."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from sanam.interfaces.files.f43.refusals import refusal

COPY_BYTES = 1024**2
_DAMAGE = (
    BadZipFile,
    LargeZipFile,
    EOFError,
    zlib.error,
    struct.error,
    UnicodeError,
    ValueError,
    NotImplementedError,
)


class Unpacked:
    """A stream of one member; reading to its end proves its checksum, and the length the zip claims."""

    def __init__(self, stream: IO[bytes], size: int) -> None:
        self._stream, self._left = stream, size

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes, none at the end; BadInput where the zip is damaged."""
        with damage_is_refused():
            chunk = self._stream.read(size)
        self._left -= len(chunk)
        if self._left < 0 or (not chunk and size and self._left):
            raise refusal("f43.truncated")
        return chunk

    def read_through(self) -> None:
        """Read to the end, keeping nothing."""
        while self.read(COPY_BYTES):
            pass


@contextmanager
def opened(archive: ZipFile, entry: ZipInfo) -> Iterator[Unpacked]:
    """Open one entry; BadInput when it cannot be."""
    with damage_is_refused():
        stream = archive.open(entry)
    with stream:
        yield Unpacked(stream, entry.file_size)


@contextmanager
def damage_is_refused() -> Iterator[None]:
    """Turn every way the zip module has of saying "damaged" into one sentence."""
    try:
        yield
    except _DAMAGE:
        raise refusal("f43.truncated") from None
    except RuntimeError as error:
        if "encrypted" not in str(error) and "password" not in str(error):
            raise
        raise refusal("f43.encrypted") from None
