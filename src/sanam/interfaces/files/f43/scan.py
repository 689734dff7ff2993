"""One pass over a member before anything is read in: is it whole, plain text, and in which encoding?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from sanam.interfaces.files.f43.header import Header, read_header
from sanam.interfaces.files.f43.identity import read_hospital
from sanam.interfaces.files.f43.refusals import LONGEST_LINE, MOST_COLUMNS, refusal

_CHUNK_BYTES = 1024**2
_BOM = b"\xef\xbb\xbf"
# DOS programs end a file with 0x1A.
_BLANK = b" \t\r\n\x1a"
_ABOVE_ASCII = bytes(range(0x80, 0x100))
_UTF8_THAI = (b"\xe0\xb8", b"\xe0\xb9")


class Stream(Protocol):
    """What is read from: unpacked bytes, in pieces."""

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes, none at the end."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What a whole reading of one member told. `header` is None when there is not even a first line.

    `rows` are the lines below the header that are not blank, `hospitals` the codes they name.
    """

    encoding: str
    header: Header | None
    rows: int = 0
    hospitals: frozenset[str] = frozenset()


def blocks(stream: Stream, file: str) -> Iterator[bytes]:
    """The stream in pieces of whole lines, about a megabyte each, without a byte-order mark.

    Raises BadInput for NUL bytes and for a line that never ends.
    """
    rest = b""
    first = True
    while chunk := stream.read(_CHUNK_BYTES):
        if b"\0" in chunk:
            raise refusal("f43.nul", file=file)
        if first:
            first, chunk = False, chunk.removeprefix(_BOM)
        chunk = rest + chunk
        # A CR at the very end may be the first half of CRLF: it waits for the next piece.
        cut = max(chunk.rfind(b"\n"), chunk.rfind(b"\r", 0, len(chunk) - 1)) + 1
        rest = chunk[cut:]
        if len(rest) > LONGEST_LINE:
            raise refusal("f43.line_too_long", file=file)
        if cut:
            yield chunk[:cut]
    if rest:
        yield rest


def scan_table(stream: Stream, file: str) -> Scan:
    """Read a table to its end; BadInput for what no table has."""
    guess, named = _Encoding(), _Hospitals()
    first_line, rows = b"", -1
    for block in blocks(stream, file):
        guess.see(block)
        lines = block.replace(b"\r", b"\n").split(b"\n")
        if max(line.count(b"|") for line in lines) >= MOST_COLUMNS:
            raise refusal("f43.too_many_columns", file=file)
        lines = [line for line in lines if line.strip(_BLANK)]
        first_line = first_line or (lines[0] if lines else b"")
        rows += len(lines)
        named.see(first_line, lines)
    encoding = guess.answer()
    header = read_header(file, first_line.decode(encoding, "replace")) if first_line else None
    return Scan(encoding, header, max(rows, 0), named.codes())


class _Encoding:
    """UTF-8 if every block is, or if most of what is beyond ASCII is Thai in UTF-8; TIS-620 otherwise.

    The second case is a UTF-8 file in which a program cut a text in the middle of a letter: reading all of
    it as TIS-620 would spoil every name for the sake of one.
    """

    def __init__(self) -> None:
        self._clean, self._thai, self._beyond = True, 0, 0

    def see(self, block: bytes) -> None:
        if block.isascii():
            return
        self._beyond += len(block) - len(block.translate(None, _ABOVE_ASCII))
        self._thai += 3 * sum(block.count(lead) for lead in _UTF8_THAI)
        if self._clean:
            try:
                block.decode("utf-8")
            except UnicodeDecodeError:
                self._clean = False

    def answer(self) -> str:
        return "utf-8" if self._clean or self._thai * 2 > self._beyond else "cp874"


class _Hospitals:
    """The distinct values below HOSPCODE, whatever its place."""

    def __init__(self) -> None:
        self._place, self._written = -1, set[bytes]()

    def see(self, header: bytes, lines: list[bytes]) -> None:
        if self._place < 0:
            names = [cell.strip().upper() for cell in header.split(b"|")]
            self._place = names.index(b"HOSPCODE") if b"HOSPCODE" in names else len(names)
        place = self._place
        if place == 0:
            self._written.update({line.partition(b"|")[0] for line in lines})
        else:
            cut = (line.split(b"|", place + 1) for line in lines)
            self._written.update({cells[place] for cells in cut if len(cells) > place})

    def codes(self) -> frozenset[str]:
        read = {read_hospital(written.decode("ascii", "replace")) for written in self._written}
        return frozenset(read - {"", "HOSPCODE"})
