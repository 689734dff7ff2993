"""What a zip's table of contents may say: plain names, honest sizes, nothing on top of anything else."""

from __future__ import annotations

import re
import stat
import struct
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from sanam.interfaces.files.f43.refusals import MOST_BYTES, MOST_RATIO, RATIO_FREE_BYTES, refusal

_MOST_ENTRIES = 10_000
_MOST_CONTENTS_BYTES = 4 * 1024**2
_LOCAL_HEADER = 30
_END = struct.Struct("<4s4H2LH")
_END_MARK, _END64_MARK, _FIRST_MARK = b"PK\x05\x06", b"PK\x06\x06", b"PK\x03\x04"
_TAIL = _END.size + 2**16
_ENCRYPTED = 0x1 | 0x40
_DRIVE = re.compile(r"[A-Za-z]:")


def check_end(source: IO[bytes]) -> None:
    """See that the stream ends as a zip does, and that its table of contents is no bigger than it should be.

    The zip module would read a table of any size into memory. Raises BadInput.
    """
    size = source.seek(0, 2)
    source.seek(0)
    begins_as_zip = source.read(4) == _FIRST_MARK
    source.seek(max(0, size - _TAIL))
    tail = source.read()
    found = tail.rfind(_END_MARK)
    if found < 0 or len(tail) - found < _END.size:
        raise refusal("f43.truncated" if begins_as_zip else "f43.not_a_zip")
    contents_bytes = _END.unpack_from(tail, found)[5]
    found64 = tail.rfind(_END64_MARK, 0, found)
    if contents_bytes == 0xFFFFFFFF and 0 <= found64 <= len(tail) - 56:
        (contents_bytes,) = struct.unpack_from("<Q", tail, found64 + 40)
    if contents_bytes > size:
        raise refusal("f43.truncated")
    if contents_bytes > _MOST_CONTENTS_BYTES:
        raise refusal("f43.too_many")


def check_entries(archive: ZipFile) -> None:
    """Look at every entry before any is opened; BadInput for the first thing that is not as it should be."""
    entries = archive.infolist()
    if len(entries) > _MOST_ENTRIES:
        raise refusal("f43.too_many")
    for entry in entries:
        _check_name(entry)
        _check_packing(entry)
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise refusal("f43.too_big")
    _check_overlap(entries, archive.start_dir)


def parts_of(entry: ZipInfo) -> list[str]:
    """The folders and the file name; some Windows programs write backslashes."""
    return [part for part in re.split(r"[/\\]", entry.filename) if part not in ("", ".")]


def _check_name(entry: ZipInfo) -> None:
    name = entry.orig_filename
    if name.startswith(("/", "\\")) or _DRIVE.match(name) or ".." in re.split(r"[/\\]", name):
        raise refusal("f43.path")
    if any(ord(character) < 32 or character == "\x7f" for character in name):
        raise refusal("f43.path")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise refusal("f43.path")


def _check_packing(entry: ZipInfo) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise refusal("f43.encrypted")
    # The other methods can ask for gigabytes of memory before the first byte is out.
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise refusal("f43.compression")
    if entry.file_size > RATIO_FREE_BYTES and entry.file_size > MOST_RATIO * entry.compress_size:
        raise refusal("f43.bomb")


def _check_overlap(entries: list[ZipInfo], contents_at: int) -> None:
    """Refuse entries that share bytes: a small zip made so can unpack to petabytes of plain-looking files."""
    starts = sorted((entry.header_offset, entry.compress_size) for entry in entries)
    ends = [start for start, _ in starts[1:]] + [contents_at]
    for (start, packed), end in zip(starts, ends, strict=False):
        if start < 0 or start + _LOCAL_HEADER + packed > end:
            raise refusal("f43.overlap")
