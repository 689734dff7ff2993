"""Why rows cannot be counted: one sentence each, in both languages."""

from __future__ import annotations

from sanam.domain.foundation.refused import BadInput

REFUSALS: dict[str, tuple[str, str]] = {
    "counting.unknown_vote": (
        "เสียงต้องเป็น 1 เห็นด้วย -1 ไม่เห็นด้วย หรือ 0 ผ่าน",
        "a vote is 1 (agree), -1 (disagree) or 0 (pass).",
    ),
    "counting.unknown_dots": (
        "จำนวนจุดต้องเป็นจำนวนเต็ม 0 ขึ้นไป",
        "dots are a whole number, not below nought.",
    ),
    "counting.no_group": (
        "คนนี้ยังไม่มีกลุ่ม บอกกลุ่มก่อนจึงนับเสียงได้",
        "this participant has no group; the voice counts once it has one.",
    ),
    "counting.two_votes": (
        "คนเดียวกันออกเสียงเรื่องเดียวกันต่างกันสองครั้ง เก็บไว้ครั้งเดียว",
        "one participant voted in two ways on one statement; keep one of them.",
    ),
    "counting.two_dots": (
        "คนเดียวกันให้จุดเป้าหมายเดียวกันต่างกันสองครั้ง เก็บไว้ครั้งเดียว",
        "one participant put dots on one goal in two ways; keep one of them.",
    ),
}
"""The part of the sentence after the row, which a reader of files names in its own way."""


def refusal(code: str, row: int) -> BadInput:
    """The BadInput to raise for `code`; `details["row"]` is the row, from 1."""
    thai, english = REFUSALS[code]
    return BadInput(code, f"แถวที่ {row}: {thai}", f"Row {row}: {english}", details={"row": row})
