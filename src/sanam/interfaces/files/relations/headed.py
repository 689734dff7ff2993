"""A table whose header names every column: for figures that would be wrong, not missing, if a column were guessed."""

from __future__ import annotations

from pathlib import Path

from sanam.interfaces.files.relations.refusals import refusal
from sanam.interfaces.files.relations.table import Row, Table, Words, named, rows_of, text_of


def headed(path: Path, words: Words) -> Table:
    """Read a table by its header, columns in any order; raises BadInput where one of `words` is not named."""
    text = text_of(path)
    rows = _rows(path.name, text, words)
    if not rows:
        raise refusal("relations.empty", file=path.name)
    columns = named(rows[0].cells, words)
    if lacking := [column for column in words if column not in columns]:
        raise refusal("relations.no_column", file=path.name, line=rows[0].line, column=", ".join(lacking))
    if len(rows) == 1:
        raise refusal("relations.empty", file=path.name)
    return Table(path.name, rows[1:], columns, header=True)


def _rows(name: str, text: str, words: Words) -> tuple[Row, ...]:
    """Rows between whichever sign lets the header name most columns: texts hold commas and semicolons too."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    headers = {sign: next(rows_of(name, first, sign), None) for sign in ",;\t| "}
    between = max(headers, key=lambda sign: len(named(row.cells, words)) if (row := headers[sign]) else 0)
    return tuple(rows_of(name, text, between))
