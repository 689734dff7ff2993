"""A table's lines, one at a time, each cell under its column's name. Memory stays flat whatever the size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sanam.interfaces.files.f43.archive import Archive, Member
from sanam.interfaces.files.f43.problems import Problem
from sanam.interfaces.files.f43.refusals import MOST_COLUMNS, refusal
from sanam.interfaces.files.f43.scan import blocks

# DOS programs end a file with this.
_END_OF_FILE = "\x1a"


@dataclass(slots=True)
class SourceLine:
    """One line as the hospital wrote it. `line` counts from 1, the header's, blank lines included.

    `values` holds every column of the file, known or not, trimmed. When the cells do not match the header
    (`problem` is "short_row" or "long_row") it is empty rather than shifted, and `raw` is the whole line.
    """

    file: str
    line: int
    values: dict[str, str]
    problem: Problem | None = None
    raw: str = ""


def header_problems(archive: Archive, member: Member) -> list[Problem]:
    """What is odd about the table's columns, known before its first line is read."""
    header = archive.scan(member).header
    return list(header.problems) if header else [Problem(member.name, 1, "", "empty_file")]


def read_table(archive: Archive, member: Member) -> Iterator[SourceLine]:
    """The lines below the header. Blank ones are passed over; quotes are plain text.

    Raises BadInput as `Archive.check` does; after that check it raises nothing.
    """
    scan = archive.scan(member)
    if scan.header is None:
        return
    file, names = member.name, scan.header.names
    width = len(names)
    below_header = False
    with archive.open(member) as stream:
        for number, text, damaged in _lines(blocks(stream, file), scan.encoding):
            cells = text.split("|")
            if not below_header:
                below_header = bool(text.strip())
            elif len(cells) == width and (width > 1 or cells[0].strip()):
                problem = Problem(file, number, "", "encoding") if damaged else None
                yield SourceLine(file, number, dict(zip(names, map(str.strip, cells), strict=True)), problem)
            elif text.strip().strip(_END_OF_FILE):
                yield _odd_line(file, number, text, names, damaged)


def _lines(pieces: Iterator[bytes], encoding: str) -> Iterator[tuple[int, str, bool]]:
    """Number, text, and whether some bytes were no letters. CRLF, LF or a lone CR ends a line."""
    number = 0
    for piece in pieces:
        text = piece.decode(encoding, "replace")
        damaged = "\ufffd" in text
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        lines = text.split("\n")
        if not lines[-1]:
            lines.pop()
        for number, line in enumerate(lines, number + 1):  # noqa: B020 — goes on from the last piece
            yield number, line, damaged and "\ufffd" in line


def _odd_line(file: str, number: int, text: str, names: tuple[str, ...], damaged: bool) -> SourceLine:
    """A line with more or fewer cells than the header: read if only empty ones hang over, else left out."""
    cells = [cell.strip() for cell in text.split("|")]
    if len(cells) > MOST_COLUMNS:
        raise refusal("f43.too_many_columns", file=file)
    while len(cells) > len(names) and not cells[-1]:
        cells.pop()
    if len(cells) == len(names):
        problem = Problem(file, number, "", "encoding") if damaged else None
        return SourceLine(file, number, dict(zip(names, cells, strict=True)), problem)
    code = "short_row" if len(cells) < len(names) else "long_row"
    return SourceLine(file, number, {}, Problem(file, number, "", code), raw=text)
