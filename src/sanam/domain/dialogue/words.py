"""The words of a room: its headings, how far it has come, and what a phone may answer."""

from __future__ import annotations

from sanam.domain.foundation.word import Word


class Heading(Word):
    """What a party brings (the founding document's four), and what it hopes to take home."""

    GOAL = "goal", "เป้าหมาย", "goals"
    METHOD = "method", "วิธีการ", "methods"
    CAPITAL = "capital", "ต้นทุน", "capital"
    EMPHASIS = "emphasis", "จุดเน้น", "emphases"
    GAIN = "gain", "อยากได้กลับไป", "hopes to gain"


class RoomStage(Word):
    """How far a room has come; it only goes forward."""

    PREPARING = "preparing", "เล่ากันก่อน", "telling each other"
    VOTING = "voting", "ลงความเห็น", "voting"
    DOTTING = "dotting", "วางจุด", "placing dots"
    CLOSED = "closed", "ปิดแล้ว เห็นผลพร้อมกัน", "closed, results shown"
    CALLED_OFF = "called_off", "งด", "called off"


ROOM_MOVES: dict[RoomStage, frozenset[RoomStage]] = {
    RoomStage.PREPARING: frozenset({RoomStage.VOTING, RoomStage.CALLED_OFF}),
    RoomStage.VOTING: frozenset({RoomStage.DOTTING, RoomStage.CLOSED, RoomStage.CALLED_OFF}),
    RoomStage.DOTTING: frozenset({RoomStage.CLOSED, RoomStage.CALLED_OFF}),
    RoomStage.CLOSED: frozenset(),
    RoomStage.CALLED_OFF: frozenset(),
}
"""From where to where a room may go; what was closed is not opened again."""


class CardState(Word):
    """Whether a statement is voted on."""

    OFFERED = "offered", "รอคนดูแลวงดู", "waits for the host"
    ON = "on", "อยู่ในวง", "in the room"
    SET_ASIDE = "set_aside", "พักไว้", "set aside"


class Answer(Word):
    """What one said to a statement; kept as 1, -1 and 0, as in a plain file."""

    AGREE = "agree", "เห็นด้วย", "agree"
    DISAGREE = "disagree", "ไม่เห็นด้วย", "disagree"
    PASS = "pass", "ขอผ่าน", "pass"


VALUES: dict[Answer, int] = {Answer.AGREE: 1, Answer.DISAGREE: -1, Answer.PASS: 0}


class Channel(Word):
    """How somebody without a phone answered."""

    BESIDE = "beside", "นั่งข้างกัน", "sitting beside"
    PAPER = "paper", "เขียนบนกระดาษ", "on paper"
    CALL = "call", "คุยทางโทรศัพท์", "by telephone"


LONGEST = 120
"""Characters of a statement or of a line of a position: one idea."""
DOTS = 10
"""Dots each one places over the common goals."""
