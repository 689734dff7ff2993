"""Writes a meeting page in the form it is read in."""

from __future__ import annotations

from collections.abc import Sequence

from sanam.domain.foundation.thai.digits import to_thai
from sanam.interfaces.files.paper.page import Paper, Point, Signature
from sanam.interfaces.files.paper.photos import write_photo
from sanam.interfaces.files.paper.points import mark_of

_FORMS = {"dot": "{}.", "bracket": "{}) ", "brackets": "({}) ", "word": "ข้อ {} "}


def write_paper(paper: Paper) -> str:
    """The page as text; reading it again gives the same page. One that could only be kept is written as it came."""
    if not paper.was_read:
        return paper.text
    blocks = [paper.title, "\n".join(write_photo(photo) for photo in paper.photos), _byline(paper)]
    blocks += paper.intro
    form = _form(paper.points)
    blocks += (_point(form, point) for point in paper.points)
    blocks.append(paper.thanks)
    blocks.append(_signature(paper.signature) if paper.signature else "")
    blocks += paper.unread
    blocks.append("Relate topics\n" + "\n".join(f"  • {topic}" for topic in paper.related))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _byline(paper: Paper) -> str:
    by = paper.byline
    at = f" @{by.at.replace('T', ' ')} ( IP : {by.ip} )" if by and by.at else ""
    tags = f"Tags : {' , '.join(paper.tags)}" if paper.tags else ""
    return " | ".join(part for part in (f"by {by.user}{at}" if by else "", tags) if part)


def _form(points: Sequence[Point]) -> str:
    """How to number the points: in the founding document's way, unless a list inside one is numbered so."""
    inside = {mark.form for point in points for line in point.text.split("\n") if (mark := mark_of(line))}
    return next((form for name, form in _FORMS.items() if name not in inside), _FORMS["dot"])


def _point(form: str, point: Point) -> str:
    """A number and its text; a text that begins with a figure stands off, or the two would be one number."""
    gap = " " if point.text[:1].isdigit() else ""
    return form.format(to_thai(str(point.number))) + gap + point.text


def _signature(signed: Signature) -> str:
    name = f"{signed.name}  {signed.position}" if signed.position else f"({signed.name})"
    return f"{name} รายงาน"
