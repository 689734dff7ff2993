"""The words a seat answers with, by what the round asks."""

from __future__ import annotations

from collections.abc import Mapping

from sanam.domain.foundation.word import Word
from sanam.domain.rules.words import Method, RoundKind


class Value(Word):
    """What a seat answers."""

    CONSENT = "consent", "ยินยอม", "consent"
    OBJECT = "object", "ติดใจ ขอให้เปลี่ยน", "object, and ask for a change"
    AGREE = "agree", "เห็นพ้อง", "agree"
    STAND_ASIDE = "stand_aside", "หลีกทางให้", "stand aside"
    BLOCK = "block", "ยอมไม่ได้", "block"
    YES = "yes", "รับ", "yes"
    NO = "no", "ไม่รับ", "no"
    GLADLY = "gladly", "รับได้เต็มใจ", "gladly"
    ENOUGH = "enough", "พอรับได้", "good enough"
    UNSURE = "unsure", "ยังไม่แน่ใจ", "not sure"
    NOT_YET = "not_yet", "ยังรับไม่ได้", "not yet"
    SAID = "said", "พูดแล้ว", "said"


OF_METHOD: Mapping[Method, tuple[Value, ...]] = {
    Method.CONSENT: (Value.CONSENT, Value.OBJECT),
    Method.CONSENSUS: (Value.AGREE, Value.STAND_ASIDE, Value.BLOCK),
    Method.TWO_THIRDS: (Value.YES, Value.STAND_ASIDE, Value.NO),
}
"""What each method that decides takes for an answer; nothing between yes and an objection where it is consent."""

TEMPERATURE = (Value.GLADLY, Value.ENOUGH, Value.UNSURE, Value.NOT_YET)
"""What a sense check takes: how warm it is, which decides nothing."""

STOPS = frozenset({Value.OBJECT, Value.BLOCK})
"""Answers that stand in everybody's way, so they say which aim is harmed and what would help."""

IN_WORDS = frozenset({RoundKind.QUESTION, RoundKind.REACTION})
"""Rounds in which one only speaks, heard by all at once."""


def offered(kind: RoundKind, method: Method) -> tuple[Value, ...]:
    """The answers a round takes."""
    if kind in IN_WORDS:
        return (Value.SAID,)
    return TEMPERATURE if kind is RoundKind.SENSE else OF_METHOD[method]
