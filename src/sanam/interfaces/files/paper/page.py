"""What a meeting page says, whoever typed it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sanam.domain.foundation.thai.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo the page lists: pixels and bytes."""

    width: int
    height: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Point:
    """A numbered point, whole: the paragraphs that follow it are its own, with an empty line between."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who reports, and as what."""

    name: str
    position: str


@dataclass(frozen=True, slots=True)
class Byline:
    """Who put the page on the web: user name, moment (ISO, as far as it is written), address as masked."""

    user: str
    at: str
    ip: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One page. `intro` are the paragraphs around the points; `text` is the page as it came.

    Of a page whose form is not known only `title` (its first line) and `unread` (all its lines) are there.
    """

    title: str
    text: str
    held_on: PartialDate | None = None
    photos: tuple[Photo, ...] = ()
    headcount: int | None = None
    networks: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    signature: Signature | None = None
    byline: Byline | None = None
    tags: tuple[str, ...] = ()
    open_questions: tuple[str, ...] = ()
    intro: tuple[str, ...] = ()
    thanks: str = ""
    related: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def was_read(self) -> bool:
        """Whether anything of the form was found; otherwise the page is kept as text only."""
        shape = self.photos or self.points or self.networks or self.signature or self.byline or self.tags
        return bool(shape or self.held_on or self.headcount)

    @property
    def says(self) -> tuple[str, str]:
        """One sentence on what became of the page, in Thai and English."""
        if self.was_read:
            return "อ่านหน้ากระดาษแล้ว", "The page was read."
        return (
            "อ่านรูปแบบของหน้านี้ไม่ออก เก็บข้อความไว้ทั้งหมดตามเดิม",
            "The form of this page could not be read; its text is kept whole.",
        )

    def as_json(self) -> dict[str, Any]:
        """What the command line prints; `note` is there when the page could only be kept as text.

        The paragraphs around the points, the thanks and the related pages are kept and not repeated here.
        """
        signed, by = self.signature, self.byline
        said: dict[str, Any] = {
            "title": self.title,
            "held_on": self.held_on.iso() if self.held_on else None,
            "photos": [{"width": one.width, "height": one.height, "bytes": one.bytes} for one in self.photos],
            "headcount": self.headcount,
            "networks": list(self.networks),
            "points": [{"number": one.number, "text": one.text} for one in self.points],
            "signature": {"name": signed.name, "position": signed.position} if signed else None,
            "byline": {"user": by.user, "at": by.at, "ip": by.ip} if by else None,
            "tags": list(self.tags),
            "open_questions": list(self.open_questions),
            "unread": list(self.unread),
        }
        if not self.was_read:
            said["note"] = dict(zip(("th", "en"), self.says, strict=True))
        return said
