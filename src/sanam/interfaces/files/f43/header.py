"""The first line of a table: which column is which, by name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sanam.interfaces.files.f43.columns import LAYOUTS
from sanam.interfaces.files.f43.problems import Problem
from sanam.interfaces.files.f43.refusals import refusal

_NAME = re.compile(r"[^\W\d]\w*")
_ONE_OF_OURS = "HOSPCODE"


@dataclass(frozen=True, slots=True)
class Header:
    """`names` in the file's order and upper case, without empty ones at the end; `problems` lie on line 1."""

    names: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_header(file: str, line: str) -> Header:
    """Read a table's first line; BadInput if it is no header, or names too little or too much to rely on."""
    names = [cell.strip().upper() for cell in line.split("|")]
    while names and not names[-1]:
        names.pop()
    if not names or (_ONE_OF_OURS not in names and not all(_NAME.fullmatch(name) for name in names)):
        raise refusal("f43.no_header", file=file)
    layout = LAYOUTS.get(file, ())
    known = {column.name for column in layout}
    for column in layout:
        if names.count(column.name) > 1:
            raise refusal("f43.same_column_twice", file=file, column=column.name)
        if column.key and column.name not in names:
            raise refusal("f43.missing_column", file=file, column=column.name)
    missing = (column.name for column in layout if column.required and column.name not in names)
    return Header(
        _each_once(names, known),
        tuple(Problem(file, 1, name, "missing_column") for name in missing),
    )


def _each_once(names: list[str], known: set[str]) -> tuple[str, ...]:
    """Number the second of two strangers' columns of one name (NOTE, NOTE.2), so that both are kept."""
    seen: dict[str, int] = {}
    kept = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        kept.append(name if seen[name] == 1 or name in known else f"{name}.{seen[name]}")
    return tuple(kept)
