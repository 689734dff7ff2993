"""The words of rules: how far a proposal has come, how it is decided, and how an agreed clause goes."""

from __future__ import annotations

from sanam.domain.foundation.word import Word


class Method(Word):
    """How a proposal is decided."""

    CONSENT = "consent", "ยินยอม ไม่มีใครติดใจ", "consent, no open objection"
    CONSENSUS = "consensus", "เห็นพ้อง หลีกทางให้ได้", "consensus with stand-aside"
    TWO_THIRDS = "two_thirds", "สองในสาม และครึ่งหนึ่งของทุกขา", "two thirds, and half in every leg"
    SENSE_CHECK = "sense_check", "หยั่งเสียง", "sense check"


class ProposalStage(Word):
    """How far a proposal has come."""

    DRAFT = "draft", "ร่าง", "draft"
    TALKING = "talking", "คุยและแก้ร่าง", "questions and changes"
    DECIDING = "deciding", "ลงเสียง", "deciding"
    SECOND_CALL = "second_call", "เรียกรอบสอง", "second call"
    ADOPTED = "adopted", "ตกลงแล้ว", "adopted"
    PROVISIONAL = "provisional", "ตกลงไว้ก่อน", "adopted for now"
    RETURNED = "returned", "กลับไปคุยใหม่", "goes back to the talk"
    LAPSED = "lapsed", "หมดเวลา", "lapsed"
    WITHDRAWN = "withdrawn", "ผู้เสนอถอนแล้ว", "withdrawn"


class RoundKind(Word):
    """What a round is for."""

    QUESTION = "question", "ถามให้เข้าใจ", "clarifying questions"
    REACTION = "reaction", "รู้สึกอย่างไร", "reactions"
    SENSE = "sense", "หยั่งเสียง", "sense check"
    DECISION = "decision", "ลงเสียง", "decision"


class AmendmentState(Word):
    """How far a change to a clause has come."""

    OPEN = "open", "รอพิจารณา", "being looked at"
    ACCEPTED = "accepted", "รับเข้าร่าง", "taken in"
    REJECTED = "rejected", "ไม่รับ", "not taken in"
    WITHDRAWN = "withdrawn", "ผู้เสนอถอน", "withdrawn"


class ObjectionState(Word):
    """How far an objection has come."""

    OPEN = "open", "ยังติดใจ", "open"
    INTEGRATED = "integrated", "แก้ร่างแล้วหายติดใจ", "integrated"
    WITHDRAWN = "withdrawn", "ถอนแล้ว", "withdrawn"
    TESTED = "tested", "วงเล็กตรวจแล้วไม่กระทบเป้าหมาย", "tested, harms no aim"


class Channel(Word):
    """How an assisted answer came."""

    PHONE = "phone", "โทรศัพท์", "telephone"
    PAPER = "paper", "กระดาษ", "paper"
    VISIT = "visit", "ไปหาถึงที่", "visit"


class Standing(Word):
    """What happened to a version after it was agreed."""

    IN_FORCE = "in_force", "เริ่มใช้", "came into force"
    RENEWED = "renewed", "ทบทวนแล้วใช้ต่อ", "renewed"
    REPLACED = "replaced", "มีฉบับใหม่แทน", "replaced"
    RETIRED = "retired", "เลิกใช้", "retired"
    REOPENED = "reopened", "ขาที่ขาดขอคุยใหม่", "reopened by a missing leg"
    CONFIRMED = "confirmed", "ขาที่ขาดยินยอมแล้ว", "confirmed by the missing legs"
    ENDED = "ended", "ครบเวลาที่ตกลงไว้ก่อน", "its provisional time ended"


class CommitmentState(Word):
    """How a word given on a clause stands."""

    STANDING = "standing", "กำลังทำตาม", "standing"
    FULFILLED = "fulfilled", "ทำแล้ว", "fulfilled"
    ENDED = "ended", "เลิกลงชื่อ", "ended"


class Went(Word):
    """How practising a clause went in a period."""

    DID = "did", "ทำได้", "did"
    PARTLY = "partly", "ทำได้บางส่วน", "partly"
    NOT_YET = "not_yet", "ยังไม่ได้ทำ", "not yet"


class Step(Word):
    """Help first: what may be done, in this order, when a clause is not practised. Only the first happens by itself."""

    REMINDER = "reminder", "เตือนกันเบา ๆ", "a reminder"
    FRIEND = "friend", "เพื่อนจากขาอื่นไปถามว่าติดอะไร", "a friend from another leg asks what is in the way"
    CIRCLE = "circle", "เข้าวงครั้งหน้า ปรับกติกาหรือคำที่ให้ไว้", "the next circle adjusts the rule or the word given"
    PAUSE = "pause", "พักสิทธิที่เข้าคู่กันชั่วคราว", "the matching privilege rests for a time"
    ASK_ORGANISATION = "ask_organisation", "ขอให้หน่วยงานทบทวนผู้นั่ง", "the organisation is asked to look at who sits"
