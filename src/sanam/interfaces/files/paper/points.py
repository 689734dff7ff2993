"""Numbered points: Thai or Arabic numerals, with a dot, a bracket or «ข้อ», running up by one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sanam.domain.foundation.thai.digits import to_arabic
from sanam.interfaces.files.paper.page import Point

_NUMBERED = re.compile(r"\s*(?:ข้อ(?:ที่)?\s*(\d{1,2})\s*[.):]?|\(\s*(\d{1,2})\s*\)|(\d{1,2})\s*[.)](?!\d))\s*(?=\S)")


def number_of(line: str) -> tuple[int, str] | None:
    """The number a line starts with and the text after it; "๔๐ คน" and "1.5 ล้าน" start with none."""
    found = _NUMBERED.match(to_arabic(line))
    if not found:
        return None
    return int(next(part for part in found.groups() if part)), line[found.end() :].strip()


def split_points(paragraphs: Sequence[str]) -> tuple[list[str], list[Point]]:
    """Paragraphs before the first point, and the points with the paragraphs that follow each."""
    before: list[str] = []
    points: list[list[str]] = []
    for paragraph in paragraphs:
        numbered = number_of(paragraph)
        if numbered and numbered[0] == len(points) + 1:
            points.append([numbered[1]])
        elif points:
            points[-1].append(paragraph)
        else:
            before.append(paragraph)
    return before, [Point(number, "\n\n".join(parts)) for number, parts in enumerate(points, start=1)]
