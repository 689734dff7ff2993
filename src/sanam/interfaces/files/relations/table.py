"""A plain table: bytes into rows of tidy cells, whatever the encoding and whatever stands between the cells."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sanam.interfaces.files.relations.refusals import LARGEST, refusal

BETWEEN = "\t;|,"
LOOKED_AT = 200
NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")

Words = Mapping[str, frozenset[str]]
"""For each column, what a header may call it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the file, by its number from 1, and its cells."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows without the header; `columns` says which cells mean what."""

    name: str
    rows: tuple[Row, ...]
    columns: Mapping[str, int]
    header: bool

    def read(self, *wanted: str) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Line and these cells of each row; raises BadInput where one is missing or empty."""
        places = [self.columns[name] for name in wanted]
        for row in self.rows:
            if len(row.cells) < 2 == len(wanted):
                raise refusal("relations.one_column", file=self.name, line=row.line)
            cells = tuple(row.cells[at] if at < len(row.cells) else "" for at in places)
            if not all(cells):
                raise refusal("relations.blank", file=self.name, line=row.line)
            yield row.line, cells


def words(text: str) -> frozenset[str]:
    """The words of a list with commas."""
    return frozenset(text.split(","))


def table(path: Path, words: Words, names: frozenset[str] = frozenset()) -> Table:
    """Read a table whose first columns mean `words` in that order, unless a header says otherwise.

    A first line is a header when its cells are words for those columns, or when `names` are all the names there
    can be and its first two cells are none of them and met nowhere else.
    """
    text = text_of(path)
    rows = tuple(rows_of(path.name, text, _between(text)))
    if not rows:
        raise refusal("relations.empty", file=path.name)
    found = _columns(rows, words, names)
    header = found is not None
    if len(rows) == header:
        raise refusal("relations.empty", file=path.name)
    return Table(path.name, rows[header:], found or dict(zip(words, range(2), strict=False)), header)


def _columns(rows: Sequence[Row], words: Words, names: frozenset[str]) -> dict[str, int] | None:
    """Where the columns are if the first row is a header, else None."""
    first = rows[0].cells
    if names & set(first[:2]):
        return None
    found = named(first, words)
    if not found and not (names and _met_nowhere_else(rows)):
        return None
    # a column without a known word is where it always is
    return {column: place for place, column in enumerate(list(words)[:2])} | found


def named(first: Sequence[str], words: Words) -> dict[str, int]:
    """Where a header's cells name columns; of two cells that name one, the first."""
    said = [cell.casefold().replace("_", " ").replace("-", " ") for cell in first]
    return {
        column: next(place for place, word in enumerate(said) if word in known)
        for column, known in words.items()
        if known & set(said)
    }


def _met_nowhere_else(rows: Sequence[Row]) -> bool:
    return not {cell for row in rows[1:] for cell in row.cells[:2]} & set(rows[0].cells[:2])


def rows_of(name: str, text: str, between: str) -> Iterator[Row]:
    """The rows of a file's text that hold anything, cell by cell."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, skipinitialspace=True)
    tidied = _Tidied()
    try:
        for written in reader:
            cells = [tidied[cell] for cell in written]
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                yield Row(reader.line_num, tuple(cells))
    except csv.Error:
        raise refusal("relations.not_text", file=name) from None


class _Tidied(dict[str, str]):
    """Each cell tidied once: a long file says the same few names again and again."""

    def __missing__(self, cell: str) -> str:
        self[cell] = tidied = tidy(cell)
        return tidied


def tidy(cell: str) -> str:
    """A name as one spelling: composed, no stray spaces, no byte-order mark."""
    return " ".join(unicodedata.normalize("NFC", cell.replace("\ufeff", "").replace("\u200b", "")).split())


def text_of(path: Path) -> str:
    """The text of a file in whichever encoding; raises BadInput for what is too large, not there or no text."""
    try:
        if path.stat().st_size > LARGEST:
            raise refusal("relations.too_big", file=path.name)
        data = path.read_bytes()
    except OSError:
        raise refusal("relations.no_file", file=path.name) from None
    for encoding in ("utf-16",) if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "cp874"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not NO_TEXT.search(text):
            return text
    raise refusal("relations.not_text", file=path.name)


def _between(text: str) -> str:
    """The sign met in most lines, commas last, for they stand in names and numbers too; where none is, a space."""
    lines = [line for line in text.splitlines()[:LOOKED_AT] if line.strip()]
    met = {sign: sum(sign in line for line in lines) for sign in BETWEEN}
    best = max(BETWEEN, key=lambda sign: met[sign])
    return best if met[best] else " "
