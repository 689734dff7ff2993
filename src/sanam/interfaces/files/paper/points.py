"""Numbered points: Thai or Arabic numerals, with a dot, a bracket or «ข้อ», running up by one."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sanam.domain.foundation.thai.digits import to_arabic
from sanam.interfaces.files.paper.page import Point

_NUMBERED = re.compile(
    r"(?P<indent>\s*)(?:[•*\-–]\s+)?(?:"
    r"(?:ข้อ(?:ที่)?|ประเด็นที่|เรื่องที่)\s*(?P<word>\d{1,2})(?![\d/])\s*[.):]?|\(\s*(?P<brackets>\d{1,2})\s*\)\.?|"
    r"(?P<dot>\d{1,2})\s*\.(?!\d)\)?|(?P<bracket>\d{1,2})\s*\)|(?P<colon>\d{1,2})\s*:(?!\d)|(?P<dash>\d{1,2})\s+[-–]\s)\s*"
)
_BULLET = re.compile(r"\s*[•*·●▪\-–]\s*(?=\S)")
_LABEL = re.compile(r"\s*[•*·●▪\-–]\s*(?:วันที่|เวลา|สถานที่|ผู้เข้าร่วม|(?:ภาคี)?เครือข่าย|จำนวน|หน่วยงาน)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A line that starts with a number: its place, number, form (dot, bracket …), indent, and the text after."""

    at: int
    number: int
    form: str
    indent: int
    text: str

    def as_high_as(self, other: Mark) -> bool:
        """Whether it is of the same list as the other, and not of one inside it."""
        return self.form == other.form and self.indent <= other.indent


def mark_of(line: str, at: int = 0) -> Mark | None:
    """The number a line starts with; "๔๐ คน" and "1.5 ล้าน" start with none."""
    found = _NUMBERED.match(to_arabic(line[:60]))
    if not found:
        return None
    form = next(name for name in ("word", "brackets", "dot", "bracket", "colon", "dash") if found[name])
    return Mark(at, int(found[form]), form, len(found["indent"].expandtabs(8)), line[found.end() :].strip())


def split_points(lines: Sequence[str], apart: Collection[int] = ()) -> tuple[dict[int, str], list[Point]]:
    """Lines before the first point (by their place), and the points with the lines that follow each.

    Lines in the places `apart` are no points.
    """
    marks = [mark for at, line in enumerate(lines) if at not in apart and (mark := mark_of(line, at))]
    starts = _run(marks) or _bullets(lines, apart)
    first = starts[0].at if starts else len(lines)
    before = {at: line.strip() for at, line in enumerate(lines[:first]) if line.strip()}
    ends = [*(start.at for start in starts[1:]), len(lines)][: len(starts)]
    points = [
        Point(start.number, _whole([start.text, *lines[start.at + 1 : end]]))
        for start, end in zip(starts, ends, strict=True)
    ]
    return before, points


def _run(marks: Sequence[Mark]) -> list[Mark]:
    """The marks that count the page's points: 1, 2, 3 … in the form of the first."""
    first = next((mark for mark in marks if mark.number == 1), None)
    if not first:
        return []
    if all(mark.number == 1 for mark in marks):  # some editors number every line 1 and leave the counting to others
        alike = [mark for mark in marks if mark.as_high_as(first)]
        return [Mark(mark.at, number, mark.form, mark.indent, mark.text) for number, mark in enumerate(alike, 1)]
    run = [first]
    for place, mark in enumerate(marks):
        later = [other for other in marks[place + 1 :] if other.as_high_as(first)] if mark.at > first.at else []
        if mark.at > first.at and _is_next(mark, run[-1].number, first, later):
            run.append(mark)
    return run


def _is_next(mark: Mark, last: int, first: Mark, later: Sequence[Mark]) -> bool:
    """One number may be missing, and one may be of another form, if no better line follows."""
    if mark.number == last + 2:
        return mark.as_high_as(first) and not any(other.number == last + 1 for other in later)
    if mark.number != last + 1:
        return False
    return mark.as_high_as(first) or not any(other.number == mark.number for other in later)


def _bullets(lines: Sequence[str], apart: Collection[int]) -> list[Mark]:
    """Where nothing is numbered, three bullets or more are the points."""
    places = [at for at, line in enumerate(lines) if at not in apart and _BULLET.match(line) and not _LABEL.match(line)]
    if len(places) < 3:
        return []
    return [Mark(at, number, "bullet", 0, _BULLET.sub("", lines[at], count=1)) for number, at in enumerate(places, 1)]


def _whole(lines: Sequence[str]) -> str:
    """A point's lines as one text; an empty line between paragraphs, and lists inside it keep their indent."""
    kept = [line if mark_of(line) or _BULLET.match(line) else line.strip() for line in lines]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
