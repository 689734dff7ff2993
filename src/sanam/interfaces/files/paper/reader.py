"""Reads a meeting page: title, photos, byline, the story, numbered points, thanks, signature, related topics.

Each part is taken from its lines, which are then left empty; so a line keeps its place, and no line is lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from sanam.interfaces.files.paper.byline import take_byline
from sanam.interfaces.files.paper.decoding import decode
from sanam.interfaces.files.paper.heading import take_title
from sanam.interfaces.files.paper.heads import read_headcount
from sanam.interfaces.files.paper.held import held_on
from sanam.interfaces.files.paper.networks import listed_below, read_networks
from sanam.interfaces.files.paper.page import Paper, Point
from sanam.interfaces.files.paper.photos import take_photos
from sanam.interfaces.files.paper.points import mark_of, split_points
from sanam.interfaces.files.paper.questions import Section, open_questions, sections
from sanam.interfaces.files.paper.quoted import own_words
from sanam.interfaces.files.paper.remnants import bare, plain_lines
from sanam.interfaces.files.paper.signature import take_signature

# A report of a meeting has a hundred lines; what has thousands is another kind of text.
_MOST_LINES = 4000
_RELATED = re.compile(
    r"\s*(?:relate[ds]?\s*topics?|(?:เรื่อง|หัวข้อ|บทความ|ข่าว)ที่เกี่ยวข้อง)\s*(?:[::]\s*(?P<here>.*))?", re.IGNORECASE
)
_THANKS = re.compile(r"\s*(?:(?:ขอ)?(?:ขอบคุณ|ขอบพระคุณ|ขอบใจ)|thank(?:s| you)\b)", re.IGNORECASE)


def read_paper(data: bytes | str, *, today: date | None = None) -> Paper:
    """Read a page; what belongs to no part of the form is kept in `unread`. Raises BadInput for what is no text."""
    text = decode(data)
    every = plain_lines(text)
    if len(every) > _MOST_LINES:
        return _only_text(text, "", every)
    photos, bad_photos, lines = take_photos(every)
    byline, tags, bad_bylines, lines = take_byline(lines)
    related, lines = _take_related(lines)
    title, first_line, lines = take_title(lines)
    told, lines = _take_headed(lines)
    signature, after_it, lines = take_signature(lines, after=_last_known(lines))
    thanks, after_thanks, lines = _take_thanks(lines)
    before, points = _story(lines)
    intro = [line for _, line in sorted((told | before).items())]
    while intro and bare(intro[0]) == title:
        del intro[0]
    said = own_words([*intro, *([title] if title else [])])
    unread = bad_photos | bad_bylines | after_it | after_thanks
    paper = Paper(
        title=title,
        text=text,
        held_on=held_on(said, today),
        photos=photos,
        headcount=read_headcount(said),
        networks=read_networks(said),
        points=tuple(points),
        signature=signature,
        byline=byline,
        tags=tags,
        open_questions=open_questions(intro, [point.text for point in points]),
        intro=tuple(intro),
        thanks=thanks,
        related=related,
        unread=tuple(unread[at] for at in sorted(unread)),
    )
    return paper if paper.was_read else _only_text(text, first_line, every)


def _only_text(text: str, title: str, lines: Sequence[str]) -> Paper:
    """A page whose form is not known: every line of it, the first one also as its title."""
    whole = tuple(line.strip() for line in lines if line.strip()) or (text.strip(),)
    return Paper(title=title or whole[0], text=text, unread=whole)


def _take_related(lines: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """What stands below "Relate topics", and the lines above it."""
    for at, line in enumerate(lines):
        if len(line) < 1000 and (found := _RELATED.fullmatch(line)):
            here = re.split(r"\s*,\s*", found["here"] or "")
            topics = (topic.strip(" •*-\t") for topic in [*here, *lines[at + 1 :]])
            return tuple(topic for topic in topics if topic), list(lines[:at])
    return (), list(lines)


def _last_known(lines: Sequence[str]) -> int:
    """The place of the last line that begins a point or thanks somebody: a signature stands below."""
    return max((at for at, line in enumerate(lines) if mark_of(line) or _THANKS.match(line)), default=-1)


def _take_thanks(lines: Sequence[str]) -> tuple[str, dict[int, str], list[str]]:
    """The thanks below the points, the lines that follow and thank nobody (by place), and the lines above."""
    below = max((at for at, line in enumerate(lines) if mark_of(line)), default=-1) + 1
    start = next((at for at in range(below, len(lines)) if _THANKS.match(lines[at])), len(lines))
    thanks: list[str] = []
    others: dict[int, str] = {}
    for at in range(start, len(lines)):
        goes_on = bool(thanks) and lines[at - 1].strip() and at - 1 not in others
        if _THANKS.match(lines[at]) or (lines[at].strip() and goes_on):
            thanks.append(lines[at].strip())
        elif lines[at].strip():
            others[at] = lines[at].strip()
    return "\n".join(thanks), others, list(lines[:start])


def _take_headed(lines: Sequence[str]) -> tuple[dict[tuple[int, int], str], list[str]]:
    """The sections of open questions, by the places of section and line, and the other lines."""
    told: dict[tuple[int, int], str] = {}
    rest = list(lines)
    while headed := _headed(rest):
        for one in headed:
            told |= {(one.start, at): line for at, line in one.lines(rest).items()}
            rest[one.start : one.end] = [""] * (one.end - one.start)
    return told, rest


def _story(lines: Sequence[str]) -> tuple[dict[tuple[int, int], str], list[Point]]:
    """The paragraphs before the points, by their places, and the points."""
    bullets = {at for start in range(len(lines)) for at in _listed(lines, start)}
    before, points = split_points(lines, apart=bullets)
    return {(at, at): line for at, line in before.items()}, points


def _headed(lines: Sequence[str]) -> list[Section]:
    """The sections of open questions; but the only numbered list of a page, however headed, is its points."""
    headed = sections(lines)
    inside = {at for one in headed for at in range(one.start, one.end)}
    if any((mark := mark_of(line)) and mark.number == 1 and at not in inside for at, line in enumerate(lines)):
        return headed
    return [one for one in headed if not any(mark_of(line) for line in lines[one.start : one.end])]


def _listed(lines: Sequence[str], start: int) -> range:
    """The places of the networks listed in bullets below a line that announces them."""
    count = len(listed_below(lines, start)) if lines[start].strip() else 0
    places = [at for at in range(start + 1, len(lines)) if lines[at].strip()][:count] if count else []
    return range(places[0], places[-1] + 1) if places else range(0)
