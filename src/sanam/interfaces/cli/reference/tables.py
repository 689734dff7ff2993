"""Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable


def table(header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A table; what would end a cell or a row is escaped."""
    lines = [_row(names := list(header)), _row("---" for _ in names), *(_row(row) for row in rows)]
    return "\n".join(lines) + "\n"


def code(text: object) -> str:
    """Text in code marks; nothing for nothing."""
    return f"`{text}`" if str(text) else ""


def _row(cells: Iterable[object]) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
