"""What a page leaves open: sections headed as such, sentences that say so, and questions asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sanam.interfaces.files.paper.points import mark_of

_SAYS_OPEN = re.compile(
    r"โจทย์ที่(?:จะ|ต้อง|ยัง)|เป็นโจทย์|โจทย์(?:ข้อ)?ต่อไป|(?:ยังไม่|ต้อง|หา|รอ|จะหา)(?:ได้|มี)?ข้อสรุป|หาข้อสรุป|คำถามที่ยัง|คำถามค้าง|"
    r"คำถามต่อไป|ประเด็นค้าง|ยังไม่(?:มี|ได้)คำตอบ|(?:ต้อง|จะ|ช่วยกัน)หาคำตอบ|ยังไม่รู้ว่า|ยังมีคำถาม|ยังไม่ชัดว่า|ยังตกลงกันไม่ได้"
)
_HEADING = re.compile(
    r"\s*(?:[•*\-–]\s*)?(?P<head>(?:โจทย์|คำถาม|ข้อคำถาม)(?:ที่|ค้าง|ต่อไป|ปลายเปิด|ชวนคิด|$|\s*[::])[^::?\n]{0,50}|"
    r"(?:ประเด็น|เรื่อง|สิ่ง|ข้อ)ที่[^::?\n]{0,20}(?:ข้อสรุป|เปิด|คำตอบ|ค้าง|คุยต่อ|คุยกันต่อ|ไม่ชัด|ช่วยกันคิด)[^::?\n]{0,20}|"
    r"ประเด็นค้าง[^::?\n]{0,20}|open questions?)\s*(?:[::]\s*(?P<first>\S.*)?)?",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*[•*·●▪\-–]\s*(?=\S)")
_CLOSING = re.compile(r"\s*(?:ขอ)?(?:ขอบคุณ|ขอบพระคุณ|ขอบใจ)|\s*\(?ลงชื่อ|.*(?:^|\s|ผู้)รายงาน\s*$")
_CLAUSE = re.compile(r"(?<=\S)\s{2,}|(?<=[?？])\s+")


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading that says they are open: first place, place after the last, what is asked."""

    start: int
    end: int
    asked: tuple[str, ...]

    def lines(self, lines: Sequence[str]) -> dict[int, str]:
        """Its lines by their place, each item marked as one."""
        found = {at: lines[at].strip() for at in range(self.start, self.end) if lines[at].strip()}
        return {at: line if at == self.start or mark_of(line) else f"• {_item(line)}" for at, line in found.items()}


def sections(lines: Sequence[str]) -> list[Section]:
    """The sections of open questions, in order; a heading with nothing under it is none."""
    found: list[Section] = []
    for at, line in enumerate(lines):
        heading = _HEADING.fullmatch(line) if len(line) < 400 and (not found or at >= found[-1].end) else None
        if not heading or mark_of(line):
            continue
        end = at + 1 if heading["first"] else _end(lines, at + 1)
        asked = [heading["first"].strip()] if heading["first"] else [_item(one) for one in lines[at + 1 : end]]
        if any(asked):
            found.append(Section(at, end, tuple(one for one in asked if one)))
    return found


def open_questions(intro: Sequence[str], points: Sequence[str]) -> tuple[str, ...]:
    """What is open, in the page's own words: the clause, where a line holds more than one."""
    headed = sections(intro)
    asked: list[str] = []
    for at, line in enumerate(intro):
        section = next((one for one in headed if one.start <= at < one.end), None)
        if section is None:
            asked += _clauses(line)
        elif at == section.start:
            asked += section.asked
    for text in points:
        asked += [clause for line in text.split("\n") for clause in _clauses(line)]
    return tuple(dict.fromkeys(asked))


def _end(lines: Sequence[str], start: int) -> int:
    """The place after a section's last line: its items are numbered, bulleted, or stand close below."""
    kind, number, end = "", 0, start
    for at in range(start, len(lines)):
        line = lines[at]
        if not line.strip():
            continue
        here = _kind(line)
        mark = mark_of(line)
        apart = here == "plain" and at != end
        counted_anew = mark is not None and mark.number != number + 1
        other = kind and here != kind and not (here == "bullet" and kind != "number")
        if other or apart or counted_anew or _HEADING.fullmatch(line[:400]) or _CLOSING.match(line[:400]):
            break
        kind, number, end = here, number + 1, at + 1
    return end


def _kind(line: str) -> str:
    if mark_of(line):
        return "number"
    if _BULLET.match(line):
        return "bullet"
    return "question" if line.rstrip().endswith(("?", "？")) else "plain"


def _item(line: str) -> str:
    mark = mark_of(line)
    return mark.text if mark else _BULLET.sub("", line, count=1).strip()


def _clauses(line: str) -> list[str]:
    clauses = (clause.strip() for clause in _CLAUSE.split(line))
    return [clause for clause in clauses if clause and (_SAYS_OPEN.search(clause) or clause.endswith(("?", "？")))]
