"""A .csv, in whatever encoding and with whatever between its cells."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path

from sanam.interfaces.files.lists.cells import Cell, cell
from sanam.interfaces.files.lists.refusals import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED, refusal

_BETWEEN = ",;\t|"
_LOOKED_AT = 64 * 1024


def rows(path: Path) -> Iterator[list[Cell]]:
    """The rows of cells; UTF-8 or TIS-620. Raises BadInput for what is no plain text or no table."""
    encoding = _encoding(path)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        between = _between(file.read(_LOOKED_AT))
        file.seek(0)
        csv.field_size_limit(LONGEST_CELL)
        reader = csv.reader(file, delimiter=between)
        try:
            for number, row in enumerate(reader, 1):
                if len(row) > MOST_COLUMNS:
                    raise refusal("list.too_many_columns")
                if number > MOST_ROWS:
                    raise refusal("list.too_big")
                yield [_cell(text) for text in row]
        except csv.Error:
            raise refusal("list.damaged") from None


def _cell(text: str) -> Cell:
    """A formula in a text file has no value saved with it, and is not computed."""
    return cell(None, formula=True) if text.lstrip().startswith("=") else cell(text or None)


def _encoding(path: Path) -> str:
    """UTF-8 where every byte is, TIS-620 otherwise; read once, in pieces."""
    clean, size = True, 0
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                size += len(chunk)
                if b"\0" in chunk:
                    raise refusal("list.nul")
                if size > MOST_UNPACKED:
                    raise refusal("list.too_big")
                clean = clean and _decodes(decoder, chunk)
            clean = clean and _decodes(decoder, b"", final=True)
    except OSError:
        raise refusal("list.no_file") from None
    return "utf-8-sig" if clean else "cp874"


def _decodes(decoder: object, chunk: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)  # type: ignore[attr-defined]
    except UnicodeDecodeError:
        return False
    return True


def _between(text: str) -> str:
    """What stands between the cells: the sign that is met in most lines, commas where none is."""
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    return max(
        _BETWEEN, key=lambda sign: (sum(sign in line for line in lines), sum(line.count(sign) for line in lines))
    )
