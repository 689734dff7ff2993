"""How often somebody hears by e-mail, what a letter is for, and how far it has come."""

from __future__ import annotations

from sanam.domain.foundation.word import Word


class HowOften(Word):
    """How often a member wants to hear that something waits."""

    NEVER = "never", "ไม่ต้องส่ง", "never"
    AT_ONCE = "at_once", "ส่งเมื่อมีข่าว", "when there is news"
    DAILY = "daily", "วันละครั้ง ตอนเช้า", "once a day, in the morning"


class LetterKind(Word):
    """What a letter is for."""

    CONFIRM = "confirm", "ยืนยันที่อยู่อีเมล", "confirm the address"
    NEWS = "news", "บอกว่ามีข่าวรอ", "say that news waits"


class LetterState(Word):
    """How far a letter has come."""

    WAITING = "waiting", "รอส่ง", "waiting"
    SENT = "sent", "ส่งแล้ว", "sent"
    GIVEN_UP = "given_up", "ส่งไม่ได้", "could not be sent"
    NOT_NEEDED = "not_needed", "ไม่ต้องส่งแล้ว", "no longer needed"
