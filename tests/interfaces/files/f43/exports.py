"""A small export, and what a test does with one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from sanam.interfaces.files.f43.archive import Archive
from sanam.interfaces.files.f43.tables import SourceLine, read_table

TODAY = date(2026, 11, 24)
PERSON = (
    "HOSPCODE|CID|PID|HID|PRENAME|NAME|LNAME|SEX|BIRTH|NATION|TYPEAREA|D_UPDATE\r\n"
    "99801|3981000000010|000001|12|003|สมชาย|ทองนุ่น|1|19420302|099|1|20261001083000\r\n"
    "99801||000002|12|005|เอียด|ทองนุ่น|2|19450101|099|1|20261001083000\r\n"
)

MakeZip = Callable[..., Path]
LinesOf = Callable[..., list[SourceLine]]


def all_lines(archive: Archive) -> list[SourceLine]:
    """Every line of every table, as an intake would read them."""
    return [line for member in archive.members for line in read_table(archive, member)]


def line(file: str, **values: str) -> SourceLine:
    """A line with these cells, as read below a header with these columns."""
    return SourceLine(file, 2, values)
