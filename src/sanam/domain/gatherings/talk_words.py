"""The words of what is said at a gathering, and of what is left after it."""

from __future__ import annotations

from sanam.domain.foundation.word import Word


class Part(Word):
    """Where in the report something written belongs."""

    INTRO = "intro", "เล่านำ", "opening"
    POINT = "point", "ข้อ", "point"
    THANKS = "thanks", "คำขอบคุณ", "thanks"


class Voice(Word):
    """What one leg said to a decision; a leg that said nothing never counts as having agreed."""

    AGREED = "agreed", "ยินยอม", "consents"
    OBJECTS = "objects", "ยังติดใจ", "has an objection"
    SILENT = "silent", "ยังไม่ได้พูด", "has not spoken"


class QuestionState(Word):
    """How far an open question has come."""

    OPEN = "open", "ยังไม่มีเจ้าของ", "nobody's yet"
    IN_HAND = "in_hand", "มีเจ้าของแล้ว", "in hand"
    CONCLUDED = "concluded", "ได้ข้อสรุปแล้ว", "concluded"
    SET_ASIDE = "set_aside", "พักไว้", "set aside"


QUESTION_MOVES: dict[QuestionState, frozenset[QuestionState]] = {
    QuestionState.OPEN: frozenset({QuestionState.IN_HAND, QuestionState.CONCLUDED, QuestionState.SET_ASIDE}),
    QuestionState.IN_HAND: frozenset({QuestionState.IN_HAND, QuestionState.CONCLUDED, QuestionState.SET_ASIDE}),
    QuestionState.CONCLUDED: frozenset({QuestionState.OPEN, QuestionState.IN_HAND}),
    QuestionState.SET_ASIDE: frozenset({QuestionState.OPEN, QuestionState.IN_HAND}),
}
"""From where to where a question may go; one that was settled comes back to its owner where it has one."""

WAITING = (QuestionState.OPEN, QuestionState.IN_HAND)
"""A question that still comes back."""


class ActionState(Word):
    """How far something we said we would do has come."""

    NOT_YET = "not_yet", "ยังไม่ได้ทำ", "not yet"
    PARTLY = "partly", "ทำได้บางส่วน", "partly"
    DONE = "done", "ทำแล้ว", "done"
    LET_GO = "let_go", "เลิกทำ", "let go"


UNFINISHED = (ActionState.NOT_YET, ActionState.PARTLY)
"""An action that still comes back."""

FEWEST_TO_HIDE_AMONG = 5
"""Of fewer people than this, one who speaks without a name could be guessed."""
