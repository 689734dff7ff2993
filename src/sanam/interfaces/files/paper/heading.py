"""The title at the top of a page, on one line or two, and once more in quotation marks below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sanam.domain.foundation.thai.dates import find_date
from sanam.interfaces.files.paper.points import mark_of
from sanam.interfaces.files.paper.remnants import bare

_LABEL = re.compile(r"(?:ชื่อเรื่อง|เรื่อง|หัวข้อ|title)\s*[::]\s*(?=\S)", re.IGNORECASE)
_OTHER = re.compile(
    r"\s*(?:[•*·●\-–]|วันที่|วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|เมื่อ|เวลา|ณ\s|สถานที่|มี|ขอ|ร่วม|ผู้|เครือข่าย|โดย|by\s)|"
    r".*(?:[::]|\d\s*คน|[๐-๙]\s*คน|รายงาน$|[?？]$)"
)
_LINES, _LENGTH = 3, 90


def take_title(lines: Sequence[str]) -> tuple[str, str, list[str]]:
    """The title, the first of its lines, and the lines with it (and its repetition in the body) left empty."""
    rest = list(lines)
    at = next((place for place, line in enumerate(lines) if line.strip()), None)
    if at is None:
        return "", "", rest
    end = _end(lines, at)
    title = " ".join(_without_label(line) for line in lines[at:end])
    rest[at:end] = [""] * (end - at)
    for again in range(end, len(rest)):
        if rest[again].strip() and (mark_of(rest[again]) or bare(rest[again]) not in (title, bare(lines[at]))):
            break
        rest[again] = ""
    return title, _without_label(lines[at]), rest


def _end(lines: Sequence[str], at: int) -> int:
    """The place after the title: short lines close together at the top are one title, if more follows."""
    end = at + 1
    while end < min(at + _LINES, len(lines)) and lines[end].strip():
        if len(lines[end - 1]) > _LENGTH or not _goes_on(lines[end], lines[at]):
            break
        end += 1
    closed = end < len(lines) and not lines[end].strip()
    return end if closed and any(line.strip() for line in lines[end:]) else at + 1


def _goes_on(line: str, first: str) -> bool:
    other = _OTHER.match(line) or mark_of(line) or find_date(line) or bare(line) == bare(first)
    return len(line) <= _LENGTH and not other


def _without_label(line: str) -> str:
    return bare(_LABEL.sub("", bare(line), count=1))
