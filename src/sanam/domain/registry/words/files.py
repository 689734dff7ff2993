"""How far a file is, and why two records may be one person."""

from __future__ import annotations

from sanam.domain.foundation.word import Word


class DuplicateBasis(Word):
    """Why two records are thought to be one person."""

    EQUAL_ID = "equal_id", "เลขบัตรตรงกัน แต่ชื่อ เพศ หรือวันเกิดไม่ตรง", "one number, but name, sex or birth differ"
    EQUAL_ID_FITS = "equal_id_fits", "เลขบัตรตรงกัน และไม่มีอะไรขัดกัน", "one number, and nothing contradicts it"
    NAME = "name", "ชื่อเดียวกัน วันเกิดไม่ค้านกัน", "one name, and the births do not contradict"
    ALIKE = "alike", "ข้อมูลหลายอย่างคล้ายกัน", "much of what is known is alike"
    ASKED = "asked", "ถามไว้ตอนเพิ่มคน", "asked when one of them was added"


class BatchState(Word):
    """How far a file is on its way in."""

    WAITING = "waiting", "รอคิวอ่าน", "waiting to be read"
    READING = "reading", "กำลังอ่าน", "being read"
    TRIED = "tried", "ลองอ่านแล้ว ยังไม่บันทึก", "tried, nothing kept"
    DONE = "done", "อ่านเข้าแล้ว", "read in"
    REFUSED = "refused", "อ่านเข้าไม่ได้", "not read in"
    UNDONE = "undone", "เอาคืนแล้ว", "taken back"


BATCH_MOVES: dict[BatchState, tuple[BatchState, ...]] = {
    BatchState.WAITING: (BatchState.READING,),
    BatchState.READING: (
        BatchState.READING,
        BatchState.TRIED,
        BatchState.DONE,
        BatchState.REFUSED,
        BatchState.UNDONE,
    ),
    BatchState.TRIED: (BatchState.WAITING,),
    BatchState.REFUSED: (BatchState.WAITING, BatchState.UNDONE),
    BatchState.DONE: (BatchState.UNDONE,),
    BatchState.UNDONE: (),
}
"""Where a batch may go from where it is; a reading cut short is taken up again, or taken back as far as it came."""

MISTAKEN = "ลงผิด แก้กลับ:"
"""How the history of a life begins its reason when what was noted before was a mistake."""
