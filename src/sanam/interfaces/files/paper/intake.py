"""From a meeting page to a gathering."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput
from sanam.domain.gatherings.operations import pages as gatherings
from sanam.interfaces.files.paper.decoding import LARGEST
from sanam.interfaces.files.paper.page import Paper
from sanam.interfaces.files.paper.reader import read_paper


def read_in(*, by: Actor, path: Path, dry_run: bool = False) -> dict[str, Any]:
    """Read a page and keep it as a gathering; a dry run only reads. Returns `Paper.as_json`."""
    paper = read_paper(_bytes(path))
    if not dry_run:
        gatherings.keep_page(by=by, page=page_of(paper))
    return paper.as_json()


def page_of(paper: Paper) -> gatherings.Page:
    """A paper in the words of the room that keeps it; blanks at the ends of lines do not make it another page."""
    signature = paper.signature
    return gatherings.Page(
        title=paper.title,
        text="\n".join(line.rstrip() for line in paper.text.strip().split("\n")) + "\n",
        held_on=paper.held_on.iso() if paper.held_on else "",
        headcount=paper.headcount,
        networks=paper.networks,
        tags=paper.tags,
        intro=paper.intro,
        points=[(point.number, point.text) for point in paper.points],
        photos=[(photo.width, photo.height, photo.bytes) for photo in paper.photos],
        open_questions=paper.open_questions,
        thanks=paper.thanks,
        signature_name=signature.name if signature else "",
        signature_position=signature.position if signature else "",
        unread=paper.unread,
    )


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError:
        raise BadInput(
            "paper.no_file",
            "เปิดไฟล์นี้ไม่ได้ ดูชื่อและที่อยู่ไฟล์อีกครั้ง",
            "The file cannot be opened; check its name and place.",
        ) from None
