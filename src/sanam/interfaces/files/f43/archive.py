"""Open an export's zip safely: look at what it claims, then read every byte once to see that it is so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Self
from zipfile import ZipFile, ZipInfo

from sanam.interfaces.files.f43.columns import KNOWN_FILES
from sanam.interfaces.files.f43.entries import check_end, check_entries, parts_of
from sanam.interfaces.files.f43.refusals import refusal
from sanam.interfaces.files.f43.scan import Scan, scan_table
from sanam.interfaces.files.f43.unpacking import COPY_BYTES, Unpacked, damage_is_refused, opened

_PLACE = {name: place for place, name in enumerate(KNOWN_FILES)}
_PLAIN = re.compile(r"[\w.-]{1,40}", re.ASCII)
# A zip hardly shrinks when packed again; one that does is not there to be read.
_MOST_INNER_RATIO = 10


@dataclass(frozen=True, slots=True)
class Member:
    """One of the 43 files in the zip: its name ("PERSON"), its place there, its size in bytes unpacked.

    A zip of several hospitals holds a name more than once, in several folders.
    """

    name: str
    path: str
    size: int
    entry: ZipInfo = field(repr=False, compare=False)

    @property
    def folder(self) -> str:
        """The folder it lies in, where that is a plain name such as a hospital's code; else its place in the zip."""
        folder = parts_of(self.entry)[-2:-1]
        return folder[0] if folder and _PLAIN.fullmatch(folder[0]) else f"@{self.entry.header_offset}"


class Archive:
    """An open export. `members` are the known files; `others` the names of what was not recognised."""

    def __init__(self, archive: ZipFile, source: IO[bytes]) -> None:
        """Take an archive whose entries were checked; `source` is closed with it."""
        self._zip, self._source = archive, source
        self._scans: dict[int, Scan] = {}
        self.members, self.others = _sort_out(archive)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()
        self._source.close()

    def named(self, name: str) -> list[Member]:
        """The members of one name: none, one, or one a hospital."""
        return [member for member in self.members if member.name == name]

    def check(self, progress: Callable[[int], None] | None = None) -> None:
        """Read everything once. After this, nothing in the zip is refused while it is being applied.

        Checks checksums, true sizes, NUL bytes, columns, headers; `progress` gets the bytes read so far.
        Raises BadInput.
        """
        read = 0
        known = {member.entry.header_offset: member for member in self.members}
        for entry in self._zip.infolist():
            if member := known.get(entry.header_offset):
                self.scan(member)
            elif not entry.is_dir():
                with opened(self._zip, entry) as stream:
                    stream.read_through()
            read += entry.file_size
            if progress:
                progress(read)

    def scan(self, member: Member) -> Scan:
        """What reading the whole member tells: encoding, header. Done once."""
        at = member.entry.header_offset
        if at not in self._scans:
            with opened(self._zip, member.entry) as stream:
                self._scans[at] = scan_table(stream, member.name)
        return self._scans[at]

    @contextmanager
    def open(self, member: Member) -> Iterator[Unpacked]:
        """The member's bytes, unpacked as they are read; damage found on the way is BadInput."""
        with opened(self._zip, member.entry) as stream:
            yield stream


def open_archive(path: Path) -> Archive:
    """Open an export, having looked at every name and size it claims; the caller closes it (`with`).

    A zip whose one file is another zip is opened one level down. Raises BadInput, in one sentence, for
    what is not a whole, open, plain zip with at least one known file in it.
    """
    try:
        source: IO[bytes] = Path(path).open("rb")  # noqa: SIM115 — the archive closes it
    except OSError:
        raise refusal("f43.no_file") from None
    return _open(source, may_hold_zip=True)


def _open(source: IO[bytes], *, may_hold_zip: bool) -> Archive:
    try:
        check_end(source)
        with damage_is_refused():
            packed = ZipFile(source)
        check_entries(packed)
        archive = Archive(packed, source)
        if archive.members:
            return archive
        inner = _only_zip(packed, may_hold_zip)
    except BaseException:
        source.close()
        raise
    with source:
        spooled = _spool(packed, inner)
    return _open(spooled, may_hold_zip=False)


def _sort_out(archive: ZipFile) -> tuple[tuple[Member, ...], tuple[str, ...]]:
    members, others = [], []
    for entry in _files(archive):
        file_name = parts_of(entry)[-1]
        name, _, ending = file_name.upper().rpartition(".")
        if ending == "TXT" and name in _PLACE:
            members.append(Member(name, entry.filename, entry.file_size, entry))
        else:
            others.append(file_name)
    return tuple(sorted(members, key=lambda member: _PLACE[member.name])), tuple(others)


def _files(archive: ZipFile) -> Iterator[ZipInfo]:
    """Entries that are files, without what macOS adds to every zip it makes."""
    for entry in archive.infolist():
        parts = parts_of(entry)
        if not parts or entry.filename.endswith(("/", "\\")):
            continue
        if "__MACOSX" not in parts and parts[-1] != ".DS_Store" and not parts[-1].startswith("._"):
            yield entry


def _only_zip(archive: ZipFile, may_hold_zip: bool) -> ZipInfo:
    files = list(_files(archive))
    zips = [entry for entry in files if entry.filename.lower().endswith(".zip")]
    if not zips:
        raise refusal("f43.no_known_file")
    if len(files) > 1 or not may_hold_zip:
        raise refusal("f43.zip_inside")
    if zips[0].file_size > _MOST_INNER_RATIO * max(zips[0].compress_size, 1):
        raise refusal("f43.bomb")
    return zips[0]


def _spool(archive: ZipFile, entry: ZipInfo) -> IO[bytes]:
    spooled = TemporaryFile()  # noqa: SIM115 — the archive closes it
    try:
        with opened(archive, entry) as stream:
            while chunk := stream.read(COPY_BYTES):
                spooled.write(chunk)
    except BaseException:
        spooled.close()
        raise
    return spooled
