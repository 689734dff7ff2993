"""Reads a meeting page: title, photos, byline, the story, numbered points, thanks, signature, related topics."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from sanam.domain.foundation.thai.dates import PartialDate, find_date
from sanam.interfaces.files.paper import people
from sanam.interfaces.files.paper.byline import read_byline
from sanam.interfaces.files.paper.decoding import decode
from sanam.interfaces.files.paper.page import Byline, Paper, Photo
from sanam.interfaces.files.paper.photos import read_photo
from sanam.interfaces.files.paper.points import split_points
from sanam.interfaces.files.paper.signature import take_signature

_RELATED = re.compile(r"\s*(?:relate[ds]?\s*topics?|เรื่องที่เกี่ยวข้อง)\s*:?\s*", re.IGNORECASE)
_THANKS = re.compile(r"\s*(?:ขอขอบคุณ|ขอบคุณ|ขอบพระคุณ)")
_MEETING_DAY = re.compile(r"(?:เมื่อ)?วันที่\s*|เมื่อ\s*")
_OPEN = re.compile(r"[^\s](?:[^\n]*?)(?:โจทย์ที่จะ|โจทย์ที่ต้อง|เป็นโจทย์|ยังไม่ได้ข้อสรุป|ยังไม่มีข้อสรุป|หาข้อสรุปต่อไป|คำถามที่ยัง)[^\n]*")


def read_paper(data: bytes | str, *, today: date | None = None) -> Paper:
    """Read a page; what belongs to no part of the form is kept in `unread`. Raises BadInput for what is no text."""
    text = decode(data)
    lines = text.split("\n")
    lines, related = _cut_related(lines)
    title, lines = _cut_title(lines)
    photos, byline, tags, lines = _cut_headers(lines, title)
    signature = take_signature(lines)
    paragraphs = [line.strip() for line in lines if line.strip()]
    thanks, paragraphs = _cut_thanks(paragraphs)
    intro, points = split_points(paragraphs)
    story = "\n".join(intro)
    paper = Paper(
        title=title,
        text=text,
        held_on=_held_on(story, today),
        photos=photos,
        headcount=people.read_headcount(story),
        networks=_first(people.read_networks(paragraph) for paragraph in intro),
        points=tuple(points),
        signature=signature,
        byline=byline,
        tags=tags,
        open_questions=tuple(_questions(paragraphs)),
        intro=tuple(intro),
        thanks=thanks,
        related=related,
    )
    return (
        paper if paper.was_read else Paper(title=title, text=text, unread=tuple(paragraphs), tags=tags, byline=byline)
    )


def _cut_related(lines: list[str]) -> tuple[list[str], tuple[str, ...]]:
    at = next((place for place, line in enumerate(lines) if _RELATED.fullmatch(line)), len(lines))
    topics = (line.strip(" •*-\t") for line in lines[at + 1 :])
    return lines[:at], tuple(topic for topic in topics if topic)


def _cut_title(lines: list[str]) -> tuple[str, list[str]]:
    at = next((place for place, line in enumerate(lines) if line.strip() and not read_photo(line)), None)
    if at is None:
        return "", lines
    return _bare(lines[at]), lines[:at] + lines[at + 1 :]


def _cut_headers(lines: list[str], title: str) -> tuple[tuple[Photo, ...], Byline | None, tuple[str, ...], list[str]]:
    photos: list[Photo] = []
    byline: Byline | None = None
    tags: tuple[str, ...] = ()
    rest: list[str] = []
    for line in lines:
        if photo := read_photo(line):
            photos.append(photo)
        elif read := read_byline(line):
            byline, tags = read[0] or byline, read[1] or tags
        elif not (_bare(line) == title and not any(one.strip() for one in rest)):
            rest.append(line)
    return tuple(photos), byline, tags, _without_blank_end(rest)


def _without_blank_end(lines: list[str]) -> list[str]:
    while lines and not lines[-1].strip():
        lines.pop()
    return lines


def _cut_thanks(paragraphs: list[str]) -> tuple[str, list[str]]:
    if paragraphs and _THANKS.match(paragraphs[-1]):
        return paragraphs[-1], paragraphs[:-1]
    return "", paragraphs


def _held_on(story: str, today: date | None) -> PartialDate | None:
    """The day of the meeting: the first date that «วันที่» announces, else the first whole date."""
    for announced in _MEETING_DAY.finditer(story):
        found = find_date(story[announced.end() : announced.end() + 60], today=today)
        if found and found[1] <= 12:
            return found[0]
    found = find_date(story, today=today)
    return found[0] if found else None


def _questions(paragraphs: list[str]) -> list[str]:
    """What the page says is still open, as it says it: the clause, where a line holds more than one."""
    found = []
    for paragraph in paragraphs:
        for clause in re.split(r"(?<=\S)\s{2,}", paragraph):
            if _OPEN.search(clause):
                found.append(clause.strip())
    return found


def _first(found: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return next((one for one in found if one), ())


def _bare(line: str) -> str:
    return line.strip().strip("\"“”'").strip()
