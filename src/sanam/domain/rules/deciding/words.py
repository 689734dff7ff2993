"""The words a decision is counted in."""

from __future__ import annotations

from sanam.domain.foundation.word import Word


class Method(Word):
    """By what the answers of the seats become a decision."""

    CONSENT = "consent", "ยินยอม", "consent"
    CONSENSUS = "consensus", "ฉันทามติ หลีกทางได้", "consensus with stand-aside"
    TWO_THIRDS = "two_thirds", "สองในสามของทั้งหมด และครึ่งหนึ่งของทุกขา", "two thirds overall and half in every leg"
    SENSE_CHECK = "sense_check", "หยั่งเสียง", "sense check"


class Answer(Word):
    """What a seat answered, whatever its method calls it."""

    FOR = "for", "รับ", "for"
    ASIDE = "aside", "หลีกทาง", "stands aside"
    AGAINST = "against", "ไม่รับ", "against"
    SETTLED = "settled", "คัดค้านที่หาทางออกแล้ว", "an objection that was answered"


class Objection(Word):
    """How far an objection has come; only an open one stands in the way."""

    OPEN = "open", "ยังเปิดอยู่", "open"
    INTEGRATED = "integrated", "รวมเข้าในข้อเสนอแล้ว", "integrated"
    WITHDRAWN = "withdrawn", "ถอนแล้ว", "withdrawn"
    TESTED = "tested", "วงสามขาดูแล้วว่าไม่ขัดเป้าหมาย", "tested and found not to harm the aim"


class Result(Word):
    """What was decided."""

    ADOPTED = "adopted", "รับแล้ว", "Adopted"
    PROVISIONAL = "provisional", "รับไว้ชั่วคราว 90 วัน", "Adopted for 90 days"
    NOT_ADOPTED = "not_adopted", "ยังไม่รับ", "Not adopted"
    SECOND_CALL = "second_call", "ถามครั้งที่สองใน 7 ถึง 14 วัน", "A second call follows in 7 to 14 days"


class Reason(Word):
    """Why; what follows the result in a sentence."""

    CARRIED = "carried", "ครบองค์ประชุมและผ่านตามวิธี", "quorum and method are met"
    SHORT_CALL = "short_call", "คำตอบยังมาไม่ครบองค์ประชุม", "fewer legs answered than the quorum needs"
    OBJECTION = "objection", "ยังมีข้อคัดค้านที่เปิดอยู่", "an objection is open"
    BLOCK = "block", "มีที่นั่งที่ยังยอมไม่ได้", "a seat blocks"
    NOBODY_FOR = "nobody_for", "ยังไม่มีใครตอบว่ารับ", "nobody has said yes"
    OVERALL_SHORT = "overall_short", "เสียงรับไม่ถึงสองในสาม", "fewer than two thirds say yes"
    LEG_SHORT = "leg_short", "มีขาที่เสียงรับไม่ถึงครึ่ง", "in some leg fewer than half say yes"
    ASKS_ONLY = "asks_only", "หยั่งเสียงเป็นการฟัง ไม่ใช่การตัดสิน", "a sense check listens and decides nothing"
