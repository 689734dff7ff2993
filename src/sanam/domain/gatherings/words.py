"""The words of a gathering: what kind it is, and how far it has come."""

from __future__ import annotations

from sanam.domain.foundation.word import Word


class GatheringKind(Word):
    """What kind of meeting it is."""

    MEETING = "meeting", "ประชุม", "meeting"
    EXCHANGE = "exchange", "วงแลกเปลี่ยน", "exchange"
    HOME_VISIT = "visit", "ลงพื้นที่ร่วมกัน", "going out together"
    TRAINING = "training", "เรียนรู้ร่วมกัน", "learning together"


class Stage(Word):
    """How far a gathering has come; a page that was read in comes as kept, by whoever wrote it."""

    PLANNED = "planned", "นัดไว้", "called"
    OPEN = "open", "กำลังคุยกัน", "in session"
    HELD = "held", "คุยแล้ว รอรับรองรายงาน", "held, report waits for approval"
    APPROVED = "approved", "รับรองรายงานแล้ว", "report approved"
    CALLED_OFF = "called_off", "งดนัด", "called off"


MOVES: dict[Stage, frozenset[Stage]] = {
    Stage.PLANNED: frozenset({Stage.OPEN, Stage.HELD, Stage.CALLED_OFF}),
    Stage.OPEN: frozenset({Stage.HELD}),
    Stage.HELD: frozenset({Stage.OPEN, Stage.APPROVED}),
    Stage.APPROVED: frozenset(),
    Stage.CALLED_OFF: frozenset({Stage.PLANNED}),
}
"""From where to where a gathering may go."""


class Faces(Word):
    """Whether the people in a photo can be known, and agreed; a photo nobody asked about stays in the house."""

    NOBODY = "nobody", "ไม่เห็นว่าเป็นใคร", "nobody can be recognised"
    AGREED = "agreed", "คนในภาพยินยอมทุกคน", "everyone in it agreed"
    NOT_ASKED = "not_asked", "ยังไม่ได้ถาม", "not asked yet"


SHOWN_OUTSIDE = frozenset({Faces.NOBODY, Faces.AGREED})
"""What must be said of a photo before it may leave the house."""
