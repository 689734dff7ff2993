"""The words of inviting and coming: how somebody came to be on a list, how they were asked, what they said."""

from __future__ import annotations

from sanam.domain.foundation.word import Word


class CameBy(Word):
    """How somebody came to be on a body's list of who could be asked; never from the register of people."""

    ASKED = "asked", "เขาขออยู่เอง", "they asked to be on it"
    CLUB = "club", "ชมรมหรือกลุ่มส่งชื่อมา", "their club gave the name"
    NAMED = "named", "มีคนแนะนำ", "somebody suggested them"
    CAME = "came", "เคยมาวงคุย", "they came to a gathering"


class Channel(Word):
    """By which way somebody is asked."""

    APP = "app", "ข่าวในระบบ", "a notice here"
    PHONE = "phone", "โทรชวน", "by phone"
    IN_PERSON = "in_person", "ไปชวนถึงที่", "in person"
    GROUP = "group", "ในกลุ่มไลน์", "in a group chat"
    LETTER = "letter", "หนังสือเชิญ", "by letter"


class Way(Word):
    """How it came about that this one is asked."""

    SEAT = "seat", "เลือกที่นั่ง", "chosen seat"
    ORGANISATION = "organisation", "ทั้งหน่วยงาน", "whole organisation"
    LEG = "leg", "ทั้งขา", "whole leg"
    LOTTERY = "lottery", "จับฉลาก", "by lottery"
    NAMED = "named", "เลือกจากรายชื่อ", "chosen from the list"


class Answer(Word):
    """What somebody says to an invitation."""

    YES = "yes", "มา", "coming"
    LATER = "later", "ยังไม่แน่", "not sure yet"
    NO = "no", "มาไม่ได้", "cannot come"


class Source(Word):
    """Who says that somebody came."""

    SELF = "self", "เซ็นเอง", "signed in themselves"
    ASSISTED = "assisted", "มีคนช่วยเซ็น", "somebody helped"
    IMPORT = "import", "จากแฟ้ม", "from a file"


class Gone(Word):
    """Why a name is not there any more."""

    ASKED = "asked", "ลบตามคำขอ", "erased as they asked"
    TIME = "time", "พ้นกำหนดเก็บ", "kept for its time, then let go"


class Known(Word):
    """How we know that whoever asks about a name is the one who bears it."""

    MET = "met", "คนในคณะรู้จักตัว", "somebody of the body knows them"
    CALLED = "called", "โทรกลับเบอร์ที่อยู่ในรายชื่อ", "we called the number on the list back"
    CARD = "card", "ดูบัตรประจำตัว", "saw an identity card"


class Ground(Word):
    """Why a name has to go (PDPA, มาตรา 33)."""

    WISH = "wish", "เขาไม่ให้เก็บชื่อแล้ว", "they do not agree to it any more"
    UNNEEDED = "unneeded", "ไม่ต้องใช้แล้ว", "it is not needed any more"
    UNTOLD = "untold", "ได้ชื่อมาโดยเขาไม่รู้", "it was taken without their knowing"
