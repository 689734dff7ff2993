"""A gathering in the words of a meeting page: as it was read in, or put together from what we hold of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sanam.domain.foundation.thai.dates import say_date
from sanam.domain.foundation.thai.digits import to_thai
from sanam.domain.gatherings.queries import Frame, Shown
from sanam.interfaces.files.paper.page import Paper, Photo, Point, Signature
from sanam.interfaces.files.paper.reader import read_paper

if TYPE_CHECKING:
    from sanam.domain.gatherings.models import Gathering


def paper_of(shown: Shown) -> Paper:
    """The page of a gathering; photos that a read page never listed stand after those it does."""
    gathering = shown.gathering
    if gathering.text:
        read = read_paper(gathering.text.encode())
        return replace(read, photos=(*read.photos, *_photos(one for one in shown.frames if not one.is_listed)))
    return Paper(
        title=gathering.title,
        text="",
        held_on=gathering.held,
        photos=_photos(shown.frames),
        headcount=gathering.headcount,
        networks=tuple(gathering.networks),
        points=tuple(Point(point.number, point.text) for point in gathering.points.all()),
        signature=_signature(gathering),
        tags=tuple(gathering.tags),
        intro=tuple(_intro(gathering)),
        thanks=gathering.thanks,
        related=tuple(one.gathering.title for one in shown.related),
    )


def _photos(frames: Iterable[Frame]) -> tuple[Photo, ...]:
    return tuple(Photo(frame.width, frame.height, frame.bytes) for frame in frames)


def _signature(gathering: Gathering) -> Signature | None:
    name, position = gathering.signature_name, gathering.signature_position
    return Signature(name, position) if name else None


def _intro(gathering: Gathering) -> Iterable[str]:
    """When and where, who came, the story, and what stays open, a paragraph each."""
    if gathering.held:
        day = to_thai(say_date(gathering.held, style="long"))
        yield f"วันที่ {day}  {gathering.place}".strip()
    yield from _who_came(gathering.networks, gathering.headcount)
    yield from gathering.intro
    if asked := [one.text for one in gathering.open_questions.all() if not one.concluded]:
        yield "โจทย์ที่ยังเปิดอยู่"
        yield from (f"• {text}" for text in asked)


def _who_came(networks: Sequence[str], heads: int | None) -> Iterable[str]:
    """The sentence of the founding document: which networks, and how many came."""
    gap = ", " if any(" " in name for name in networks) else "  "
    named = f"มีเครือข่าย {gap.join(networks)}  " if networks else "มีผู้"
    counted = f"ร่วม {to_thai(str(heads))} คน " if heads else ""
    if networks or heads:
        yield f"{named}{counted}มาร่วมกิจกรรม" if networks else f"{named}{counted}".strip()
