"""Names from lines or from a sheet, as (name, phone digits or "", group or "")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sanam.domain.foundation.phone import read_phone
from sanam.domain.foundation.refused import BadInput
from sanam.interfaces.files.lists import headers, text, workbook
from sanam.interfaces.files.lists.cells import EMPTY, Cell
from sanam.interfaces.files.lists.headers import LOOKED_AT, Header
from sanam.interfaces.files.lists.refusals import refusal

Named = tuple[str, str, str]
_BETWEEN = re.compile(r"\t|,|;|\|")
_GROUPS = {"กลุ่ม", "ชมรม", "หน่วยงาน", "องค์กร", "สังกัด", "group", "organisation", "organization", "club"}
MOST_BYTES = 5 * 1024 * 1024


def pasted(lines: str) -> list[Named]:
    """Lines as somebody pastes them: name, then phone, then group; a number before each name is left out."""
    found = []
    for line in lines.splitlines():
        name, *rest = [part.strip() for part in _BETWEEN.split(line)]
        name = re.sub(r"^\s*[\d๐-๙]+\s*[.)]\s*", "", name)
        if name:
            phones = [digits for part in rest if (digits := _phone(part))]
            others = [part for part in rest if part and not _phone(part)]
            found.append((_safe(name), phones[0] if phones else "", _safe(others[0] if others else "")))
    return found


def sent(file: Any) -> list[Named]:
    """The names of an .xlsx or .csv that was uploaded; raises BadInput for what is no such table."""
    if file.size > MOST_BYTES:
        raise refusal("list.too_big")
    first = next(iter(file.chunks()), b"")
    is_workbook = first[:2] == b"PK"
    with TemporaryDirectory() as folder:
        path = Path(folder) / ("list.xlsx" if is_workbook else "list.csv")
        with path.open("wb") as kept:
            kept.writelines(file.chunks())
        return _of_workbook(path) if is_workbook else _of_rows(list(text.rows(path)))


def _of_workbook(path: Path) -> list[Named]:
    with workbook.sheets(path) as sheets:
        return [one for _title, rows in list(sheets)[:1] for one in _of_rows(list(rows))]


def _of_rows(rows: list[list[Cell]]) -> list[Named]:
    header = headers.find(rows[:LOOKED_AT])
    return list(_named(header, rows[header.row :]))


def _named(header: Header, rows: list[list[Cell]]) -> Iterator[Named]:
    places = {meaning: column.place for meaning, column in header.by.items()}
    group = next((one.place for one in header.columns if one.header.strip().lower() in _GROUPS), None)
    for row in rows:
        parts = [_at(row, places.get(part)) for part in ("prefix", "given", "family")]
        name = _at(row, places.get("full_name")) or f"{parts[0]}{parts[1]} {parts[2]}".strip()
        if name:
            yield _safe(name), _phone(_at(row, places.get("phone"))), _safe(_at(row, group))


def _at(row: list[Cell], place: int | None) -> str:
    return (row[place] if place is not None and place < len(row) else EMPTY).text


def _phone(said: str) -> str:
    try:
        return read_phone(said) if said else ""
    except BadInput:
        return ""


def _safe(said: str) -> str:
    """Without what would make a spreadsheet take it for a formula, should it ever be written out again."""
    return said.lstrip("=+-@\t\r ").strip()
