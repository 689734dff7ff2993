"""A gathering's page as a paper: its words as written, and its photos in their true proportions."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from sanam.domain.foundation.thai.dates import say_date
from sanam.domain.foundation.thai.digits import to_thai
from sanam.domain.gatherings.queries import Frame, Shown
from sanam.domain.media import queries as media
from sanam.interfaces.files.paper.compose import paper_of
from sanam.interfaces.files.pdf.setting import paper

_SAMPLE = "ข้อมูลสมมติ ชื่อคน เลข และเหตุการณ์ทั้งหมดแต่งขึ้น ไม่ใช่ของใคร"


def pdf(shown: Shown) -> bytes:
    """The page on A4, tagged, in Thai as it is written. Of photos only those that may leave the house; the others,
    and those a paper page only listed, are drawn as empty frames of their size.
    """
    page, gathering = paper_of(shown), shown.gathering
    shots = {f"photo-{frame.number}.jpg": frame for frame in shown.frames if frame.shot and frame.shot.cleared}
    signed = page.signature
    data = {
        "title": page.title,
        "when": to_thai(say_date(gathering.held, style="long")) if gathering.held else "",
        "place": gathering.place,
        "frames": [_frame(frame) for frame in shown.frames],
        "intro": list(page.intro),
        "points": [{"number": to_thai(str(point.number)), "lines": _lines(point.text)} for point in page.points],
        "thanks": _lines(page.thanks),
        "signature": {"name": signed.name, "position": signed.position} if signed else None,
        "tags": list(page.tags),
        "related": [one.gathering.title for one in shown.related],
        "unread": list(page.unread),
        "sample": _SAMPLE if settings.SANAM_SAMPLE else "",
    }
    return paper("gathering", data, {name: _bytes(frame) for name, frame in shots.items()})


def _frame(frame: Frame) -> dict[str, Any]:
    seen = frame.shot if frame.shot and frame.shot.cleared else None
    size = f"{frame.width}x{frame.height} จุด {frame.bytes:,} ไบต์"
    return {
        "file": f"photo-{frame.number}.jpg" if seen else "",
        "alt": seen.alt if seen else to_thai(f"ภาพที่ {frame.number} ไม่มีไฟล์ในหน้านี้ {size}"),
        "note": "" if seen else to_thai(size),
        "ratio": max(0.2, min(5.0, frame.width / frame.height)),
    }


def _bytes(frame: Frame) -> bytes:
    """The small form of its file: on a third of an A4 page it has over 200 dots an inch."""
    if frame.shot is None or frame.shot.kept is None:
        return b""
    with media.opened(frame.shot.kept, small=True) as file:
        return file.read()


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]
