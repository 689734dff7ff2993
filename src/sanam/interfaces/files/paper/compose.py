"""A gathering in the words of a meeting page: as it was read in, or put together from what we hold of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sanam.domain.foundation.thai.dates import say_date
from sanam.domain.foundation.thai.digits import to_thai
from sanam.domain.gatherings.queries import Frame, Shown
from sanam.interfaces.files.paper.page import Paper, Photo, Point, Signature
from sanam.interfaces.files.paper.quoted import Told
from sanam.interfaces.files.paper.reader import read_paper

if TYPE_CHECKING:
    from sanam.domain.gatherings.heard import Heard
    from sanam.domain.gatherings.models import Decision, Gathering
    from sanam.domain.gatherings.queries.reports import Report

_INNER = dict.fromkeys(map(ord, "“”"), "'")


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
        points=tuple(Point(point.number, point.text) for point in shown.report.points),
        signature=_signature(gathering),
        tags=tuple(gathering.tags),
        intro=tuple(_intro(shown.report)),
        thanks="\n".join(shown.report.thanks),
        related=tuple(one.gathering.title for one in shown.related),
    )


def _photos(frames: Iterable[Frame]) -> tuple[Photo, ...]:
    return tuple(Photo(frame.width, frame.height, frame.bytes) for frame in frames)


def _signature(gathering: Gathering) -> Signature | None:
    name, position = gathering.signature_name, gathering.signature_position
    return Signature(name, position) if name else None


def _intro(report: Report) -> Iterable[str]:
    """When and where, who came, the story, what was agreed and what stays open, a paragraph each."""
    if report.held:
        day = to_thai(say_date(report.held, style="long"))
        yield f"วันที่ {day}  {report.place}".strip()
    yield from _who_came(report.gathering.networks, report.gathering.headcount)
    yield from report.intro
    yield from _found(report.heard)
    if report.decisions:
        yield "ตกลงกันว่า"
        yield from (f"• {_agreed(one)}" for one in report.decisions)
    if report.waiting:
        yield "โจทย์ที่ยังเปิดอยู่"
        yield from (f"• {one.text}" for one in report.waiting)


def _found(heard: Sequence[Heard]) -> Iterable[str]:
    """The sentence of the founding document, and what it speaks of: common goals, emphases, and what stays apart."""
    for one in heard:
        if one.goals:
            differ = " แตกต่างที่จุดเน้น" if one.stresses else ""
            after = " หลังจากต่างฝ่ายได้นำเสนอเป้าหมาย วิธีการ ต้นทุน และจุดเน้นของตน" if one.parties else ""
            yield f"พบเป้าหมายที่ตรงกัน{differ}{after}"
            yield f"{Told.COMMON}  {_quoted(goal.text for goal in one.goals)}"
        else:
            yield "ยังไม่พบเป้าหมายที่ทุกขาเห็นตรงกัน"
        if one.stresses:
            yield f"{Told.STRESS}  " + "  ".join(f"{leg.name_th}เน้น {_quoted(texts)}" for leg, texts in one.stresses)
        if one.unresolved:
            yield f"{Told.APART}  {_quoted(one.unresolved)}"
        yield from (f"ขา{leg.name_th} ขานี้ยังไม่ได้พูด" for leg in one.unheard)


def _quoted(texts: Iterable[str]) -> str:
    """Cards in the words of whoever wrote them, each in its own marks."""
    return " ".join(f"“{text.translate(_INNER)}”" for text in texts)


def _agreed(decision: Decision) -> str:
    """What was agreed, and the legs that have not spoken: a leg that was silent never agreed."""
    missing = " ".join(leg.name_th for leg in decision.missing)
    return f"{decision.text} (ยังขาดเสียงของขา{missing})" if missing else decision.text


def _who_came(networks: Sequence[str], heads: int | None) -> Iterable[str]:
    """The sentence of the founding document: which networks, and how many came."""
    gap = ", " if any(" " in name for name in networks) else "  "
    named = f"มีเครือข่าย {gap.join(networks)}  " if networks else "มีผู้"
    counted = f"ร่วม {to_thai(str(heads))} คน " if heads else ""
    if networks or heads:
        yield f"{named}{counted}มาร่วมกิจกรรม" if networks else f"{named}{counted}".strip()
