"""Why rows cannot be counted: one sentence each, in both languages."""

from __future__ import annotations

from sanam.domain.foundation.refused import BadInput

REFUSALS: dict[str, tuple[str, str]] = {
    "counting.unknown_vote": (
        "แถวที่ {row}: เสียงต้องเป็น 1 เห็นด้วย -1 ไม่เห็นด้วย หรือ 0 ผ่าน",
        "Row {row}: a vote is 1 (agree), -1 (disagree) or 0 (pass).",
    ),
    "counting.unknown_dots": (
        "แถวที่ {row}: จำนวนจุดต้องเป็นจำนวนเต็ม 0 ขึ้นไป",
        "Row {row}: dots are a whole number, not below nought.",
    ),
    "counting.no_group": (
        "แถวที่ {row}: คนนี้ยังไม่มีกลุ่ม บอกกลุ่มก่อนจึงนับเสียงได้",
        "Row {row}: this participant has no group; the voice counts once it has one.",
    ),
    "counting.two_votes": (
        "แถวที่ {row}: คนเดียวกันออกเสียงเรื่องเดียวกันต่างกันสองครั้ง เก็บไว้ครั้งเดียว",
        "Row {row}: one participant voted in two ways on one statement; keep one of them.",
    ),
}


def refusal(code: str, row: int) -> BadInput:
    """The BadInput to raise for `code`; `details["row"]` is the row, from 1."""
    thai, english = REFUSALS[code]
    return BadInput(code, thai.format(row=row), english.format(row=row), details={"row": row})
