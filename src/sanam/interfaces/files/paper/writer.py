"""Writes a meeting page in the form it is read in."""

from __future__ import annotations

from sanam.domain.foundation.thai.digits import to_thai
from sanam.interfaces.files.paper.page import Paper
from sanam.interfaces.files.paper.photos import write_photo


def write_paper(paper: Paper) -> str:
    """The page as text; reading it again gives the same page."""
    blocks = [paper.title, "\n".join(write_photo(photo) for photo in paper.photos), _byline(paper)]
    blocks += paper.intro
    blocks += (f"{to_thai(str(point.number))}.{point.text}" for point in paper.points)
    blocks += paper.unread
    blocks.append(paper.thanks)
    if paper.signature:
        blocks.append(f"{paper.signature.name}  {paper.signature.position} รายงาน")
    blocks.append("Relate topics\n" + "\n".join(f"  • {topic}" for topic in paper.related))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _byline(paper: Paper) -> str:
    by = (
        f"by {paper.byline.user} @{paper.byline.at.replace('T', ' ')} ( IP : {paper.byline.ip} )"
        if paper.byline
        else ""
    )
    tags = f"Tags : {' , '.join(paper.tags)}" if paper.tags else ""
    return " | ".join(part for part in (by, tags) if part)
