"""The words of a person's rights over what is known of them (PDPA, พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562)."""

from __future__ import annotations

from sanam.domain.registry.words import Word


class Asked(Word):
    """What is asked for; `SECTIONS` says by which section of the law."""

    ACCESS = "access", "ขอดูหรือขอสำเนา", "to see it, or a copy"
    RECTIFICATION = "rectify", "ขอให้แก้ให้ถูก", "to put it right"
    ERASURE = "erase", "ขอให้ลบ", "to erase it"
    RESTRICTION = "restrict", "ขอให้ระงับใช้", "to hold it back"
    OBJECTION = "object", "ขอคัดค้าน", "to object"
    PORTABILITY = "port", "ขอรับไปใช้ที่อื่น", "to take it elsewhere"


SECTIONS = {
    Asked.ACCESS: "30",
    Asked.PORTABILITY: "31",
    Asked.OBJECTION: "32",
    Asked.ERASURE: "33",
    Asked.RESTRICTION: "34",
    Asked.RECTIFICATION: "35",
}
ANSWERED_BY_FILE = (Asked.ACCESS, Asked.PORTABILITY)
ANSWERED_BY_HOLDING_BACK = (Asked.OBJECTION, Asked.RESTRICTION)
EVERY_PURPOSE = "all"
"""What a restriction (มาตรา 34) holds back: every use, whatever for."""


class RequestState(Word):
    OPEN = "open", "รอตอบ", "waiting for an answer"
    ACCEPTED = "accepted", "รับแล้ว รออีกคนลงมือลบ", "accepted, another is to erase"
    ANSWERED = "answered", "ตอบแล้ว", "answered"
    REFUSED = "refused", "ไม่ทำตาม พร้อมเหตุตามกฎหมาย", "not done, with the lawful ground"
    WITHDRAWN = "withdrawn", "เจ้าตัวขอถอน", "withdrawn by who asked"


REQUEST_MOVES: dict[RequestState, tuple[RequestState, ...]] = {
    RequestState.OPEN: (
        RequestState.ACCEPTED,
        RequestState.ANSWERED,
        RequestState.REFUSED,
        RequestState.WITHDRAWN,
    ),
    RequestState.ACCEPTED: (RequestState.ANSWERED, RequestState.REFUSED, RequestState.WITHDRAWN),
    RequestState.ANSWERED: (),
    RequestState.REFUSED: (),
    RequestState.WITHDRAWN: (),
}
"""Where a request may go from where it is; only an erasure is accepted first, for another member to carry out."""
WAITING = (RequestState.OPEN, RequestState.ACCEPTED)


class Channel(Word):
    IN_PERSON = "in_person", "มาบอกด้วยตัวเอง", "in person"
    VISIT = "visit", "บอกตอนไปเยี่ยม", "during a visit"
    PHONE = "phone", "โทรมา", "by phone"
    LETTER = "letter", "หนังสือหรือแบบฟอร์ม", "by letter or form"


class Asker(Word):
    SELF = "self", "เจ้าตัว", "the person"
    GUARDIAN = "guardian", "ผู้ปกครองหรือผู้อนุบาล", "a parent or guardian"
    HEIR = "heir", "ทายาท", "an heir"


class IdentitySeen(Word):
    """How we know that whoever asks may ask."""

    CARD = "card", "ดูบัตรประจำตัว", "saw an identity card"
    KNOWN = "known", "ทีมรู้จักตัว", "the team knows them"
    PAPER = "paper", "ดูหนังสือมอบอำนาจ คำสั่งศาล หรือทะเบียน", "saw a power of attorney, court order or register"


class RefusalGround(Word):
    """Why the law lets a request go undone (มาตรา 30-36); which ones fit which request: `REFUSABLE`."""

    IDENTITY = "identity", "ยังยืนยันไม่ได้ว่าเป็นผู้มีสิทธิขอ", "who asks could not be shown to be entitled"
    LAW = "law", "กฎหมายหรือคำสั่งศาลกำหนดให้ทำอย่างอื่น", "a law or a court's order requires otherwise"
    OTHERS = "others", "กระทบสิทธิและเสรีภาพของคนอื่น", "it would harm the rights of others"
    PUBLIC_TASK = "public_task", "จำเป็นต่อภารกิจเพื่อประโยชน์สาธารณะ", "needed for a task in the public interest"
    HEALTH = "health", "จำเป็นต่อการแพทย์หรือการสาธารณสุข", "needed for medicine or public health"
    ARCHIVE = "archive", "จดหมายเหตุ วิจัย หรือสถิติ", "archives, research or statistics"
    CLAIMS = "claims", "ใช้ก่อตั้งหรือต่อสู้สิทธิเรียกร้องตามกฎหมาย", "legal claims"
    COMPELLING = "compelling", "มีเหตุอันชอบด้วยกฎหมายที่สำคัญยิ่งกว่า", "a lawful ground that weighs more"
    CORRECT = "correct", "ตรวจแล้ว ข้อมูลถูกต้องอยู่แล้ว", "it was checked, and is right as it is"
    PASSED = "passed", "เหตุที่ขอระงับใช้หมดไปแล้ว", "the reason to hold it back has passed"


_G = RefusalGround
REFUSABLE: dict[Asked, tuple[RefusalGround, ...]] = {
    Asked.ACCESS: (_G.IDENTITY, _G.LAW, _G.OTHERS),
    Asked.PORTABILITY: (_G.IDENTITY, _G.PUBLIC_TASK, _G.OTHERS),
    Asked.OBJECTION: (_G.IDENTITY, _G.COMPELLING, _G.CLAIMS, _G.PUBLIC_TASK),
    Asked.ERASURE: (_G.IDENTITY, _G.LAW, _G.PUBLIC_TASK, _G.HEALTH, _G.ARCHIVE, _G.CLAIMS),
    Asked.RESTRICTION: (_G.IDENTITY, _G.LAW, _G.PASSED),
    Asked.RECTIFICATION: (_G.IDENTITY, _G.CORRECT),
}


class LiftedOn(Word):
    """On whose word somebody who was held back comes back."""

    PERSON = "person", "เจ้าตัวบอกว่ากลับมาใช้ได้", "the person says so"
    PASSED = "passed", "เหตุที่ระงับไว้หมดไปแล้ว", "the reason has passed"


class ErasureGround(Word):
    """Why what is known of a person has to go (มาตรา 33)."""

    UNNEEDED = "unneeded", "หมดความจำเป็นตามวัตถุประสงค์แล้ว", "no longer needed for its purpose"
    WITHDRAWN = "withdrawn", "ถอนความยินยอม และไม่มีฐานอื่น", "consent was withdrawn and no other basis is left"
    OBJECTED = "objected", "คัดค้าน และเราไม่มีเหตุปฏิเสธ", "they objected and there is no ground to refuse"
    UNLAWFUL = "unlawful", "เก็บหรือใช้โดยไม่ชอบด้วยกฎหมาย", "it was kept or used unlawfully"


class Kept(Word):
    """What stays behind a tombstone, and holds no value of the person."""

    JOURNAL = "journal", "สมุดบันทึกว่าใครทำอะไรเมื่อไร ไม่มีค่า", "the journal of who did what when, without values"
    REQUEST = "request", "คำขอ เหตุ และวันที่ตอบ ไม่มีข้อความ", "the request, its ground and days, without its text"
    MARK = "mark", "เครื่องหมายกันแฟ้มพากลับมา", "a mark, so that no file brings them back"
