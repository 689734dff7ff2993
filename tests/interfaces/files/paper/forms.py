"""A page in the founding document's form, with any part of it written another way."""

from __future__ import annotations

from dataclasses import replace

from sanam.interfaces.files.paper.page import Paper
from sanam.interfaces.files.paper.reader import read_paper
from sanam.interfaces.files.paper.writer import write_paper

PARTS = {
    "title": "วงคุยดูแลกัน ตำบลดอนทราย\n",
    "byline": "",
    "photos": "  • photo  , 960x540 pixel , 55,609 bytes.",
    "day": "วันที่ ๕ มีนาคม ๒๕๖๔ ทีมมาพบกันที่ศาลา",
    "came": "มีเครือข่ายทั้ง อบต.  รพ.สต. อสม. ร่วม ๒๕ คน มาร่วมกิจกรรม",
    "story": "ต่างฝ่ายเล่างานของตนให้กันฟัง",
    "points": "๑.หนึ่ง\n\n๒.สอง\n\n๓.สาม",
    "open": "",
    "thanks": "ขอบคุณทุกคน",
    "signed": "สมใจ ใจดี  เลขานุการ พชอ.  รายงาน",
    "end": "Relate topics",
}


def written(**parts: str) -> str:
    """The page, with these parts written another way."""
    return "\n\n".join(part for part in (PARTS | parts).values() if part) + "\n"


def page(**parts: str) -> Paper:
    """What the reader makes of it; whatever it is, it must survive being written and read once more."""
    paper = read_paper(written(**parts))
    assert replace(read_paper(write_paper(paper)), text="") == replace(paper, text="")
    return paper
