"""The words a decision is counted in."""

from __future__ import annotations

from sanam.domain.foundation.word import Word


class Answer(Word):
    """What a seat answered, whatever its method calls it."""

    FOR = "for", "รับ", "for"
    ASIDE = "aside", "หลีกทาง", "stands aside"
    AGAINST = "against", "ไม่รับ", "against"
    SETTLED = "settled", "ติดใจแล้วหาทางออกได้", "an objection that was answered"


class Result(Word):
    """What was decided."""

    ADOPTED = "adopted", "ตกลงแล้ว", "Adopted"
    PROVISIONAL = "provisional", "ตกลงไว้ก่อน 90 วัน", "Adopted for 90 days"
    NOT_ADOPTED = "not_adopted", "ยังไม่ตกลง", "Not adopted"
    SECOND_CALL = "second_call", "เรียกรอบสองใน 7 ถึง 14 วัน", "A second call follows in 7 to 14 days"


class Reason(Word):
    """Why; what follows the result in a sentence."""

    CARRIED = "carried", "ครบองค์ประชุมและผ่านตามวิธี", "quorum and method are met"
    SHORT_CALL = "short_call", "คำตอบยังมาไม่ครบองค์ประชุม", "fewer legs answered than the quorum needs"
    OBJECTION = "objection", "ยังมีคนติดใจ", "an objection is open"
    BLOCK = "block", "มีที่นั่งที่ยังยอมไม่ได้", "a seat blocks"
    NOBODY_FOR = "nobody_for", "ยังไม่มีใครตอบว่ารับ", "nobody has said yes"
    OVERALL_SHORT = "overall_short", "เสียงรับไม่ถึงสองในสาม", "fewer than two thirds say yes"
    LEG_SHORT = "leg_short", "มีขาที่เสียงรับไม่ถึงครึ่ง", "in some leg fewer than half say yes"
    ASKS_ONLY = "asks_only", "หยั่งเสียงเป็นการฟัง ไม่ใช่การตัดสิน", "a sense check listens and decides nothing"
