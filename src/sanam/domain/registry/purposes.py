"""Why we hold and pass on what we know: every purpose, the ground in law it stands on, and who may receive it.

Sections are those of the Personal Data Protection Act B.E. 2562 (พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562). Where this
district's data protection officer has something to settle, the purpose says so, and nothing is opened by it meanwhile.
A purpose that is not here has no ground, and without a ground nothing is shared.
"""

from __future__ import annotations

from dataclasses import dataclass

from sanam.domain.registry.words import Word


class Ground(Word):
    """What allows us to hold, use or pass on a person's data: section 24."""

    CONSENT = "consent", "ความยินยอม (มาตรา 19 และ 24)", "consent (sections 19 and 24)"
    STATISTICS = "statistics", "สถิติเพื่อประโยชน์สาธารณะ (มาตรา 24 (1))", "statistics (section 24 (1))"
    VITAL = "vital", "ป้องกันอันตรายต่อชีวิต (มาตรา 24 (2))", "preventing danger to life (section 24 (2))"
    PUBLIC_TASK = "task", "ภารกิจเพื่อประโยชน์สาธารณะ (มาตรา 24 (4))", "a task in the public interest (section 24 (4))"
    INTEREST = "interest", "ประโยชน์โดยชอบด้วยกฎหมาย (มาตรา 24 (5))", "legitimate interest (section 24 (5))"
    LAW = "law", "หน้าที่ตามกฎหมาย (มาตรา 24 (6))", "a legal obligation (section 24 (6))"


class Sensitive(Word):
    """What allows the same of health, disability and other sensitive data: section 26."""

    EXPLICIT = "explicit", "ความยินยอมโดยชัดแจ้ง (มาตรา 26)", "explicit consent (section 26)"
    CANNOT_ANSWER = (
        "cannot",
        "ป้องกันอันตรายต่อชีวิตของผู้ที่ให้ความยินยอมไม่ได้ (มาตรา 26 (1))",
        "preventing danger to the life of somebody unable to consent (section 26 (1))",
    )
    CARE = (
        "care",
        "การให้บริการด้านสุขภาพหรือด้านสังคมตามกฎหมาย (มาตรา 26 (5) (ก))",
        "health or social care provided under a law (section 26 (5) (a))",
    )
    STATISTICS = "statistics", "สถิติ มีมาตรการคุ้มครอง (มาตรา 26 (5) (ง))", "statistics, safeguarded (section 26 (5) (d))"
    NONE = "none", "ไม่ใช้ข้อมูลอ่อนไหว", "no sensitive data"


@dataclass(frozen=True, slots=True)
class Purpose:
    """One purpose. `opens`: a lasting consent lets the recipients named in it look here; `(thai, english)` elsewhere.

    `to_settle` is what we are not sure of: asked of the data protection officer, and denied until answered.
    """

    name: str
    th: str
    en: str
    ground: Ground
    sensitive: Sensitive
    fields: tuple[str, str]
    recipients: tuple[str, str]
    retention: tuple[str, str]
    opens: bool = False
    to_settle: tuple[str, str] = ("", "")

    @property
    def is_asked(self) -> bool:
        """Whether it rests on consent; asking for consent where the ground is another would mislead."""
        return self.ground is Ground.CONSENT

    def said(self, language: str) -> str:
        """The name in a language."""
        return self.en if language == "en" else self.th


_KEPT = ("ตราบที่อยู่ในความดูแล แล้วตามกำหนดเก็บของอำเภอ", "while cared for, then by the district's retention schedule")
_CONSENTED = (
    "ถึงวันที่ยินยอมไว้หรือวันที่ถอน บันทึกความยินยอมเก็บไว้เป็นหลักฐาน",
    "until the day agreed or the withdrawal; the record of the consent is kept as proof",
)
_NAMES_AND_HEALTH = (
    "ชื่อ ที่อยู่ โทรศัพท์ กลุ่ม และสุขภาพหรือความพิการเมื่อยินยอมโดยชัดแจ้ง ไม่มีเลขบัตร",
    "name, address, phone, groups, and health or disability with explicit consent; never the national ID",
)

PURPOSES: dict[str, Purpose] = {
    one.name: one
    for one in (
        Purpose(
            *("care", "ดูแลต่อเนื่อง", "continuing care", Ground.PUBLIC_TASK, Sensitive.CARE),
            fields=("ทุกอย่างในทะเบียน เท่าที่ที่นั่งได้รับให้เห็น", "all the register holds, as far as the seat's mandate shows"),
            recipients=("ที่นั่งของพื้นที่ และวงดูแลของคนนั้น", "seats of the place, and the person's own care circle"),
            retention=_KEPT,
            to_settle=(
                "อสม. ท้องถิ่น และท้องที่ เห็นข้อมูลสุขภาพได้ด้วยกฎหมายฉบับใดตามมาตรา 26 (5) ตอนนี้ท้องถิ่นและท้องที่ไม่เห็น",
                "Under which law may volunteers, local government and headmen see health data (section 26 (5))?"
                " Until settled, the latter two do not.",
            ),
        ),
        Purpose(
            *("refer", "ส่งต่อให้หน่วยงานช่วย", "referral to an agency", Ground.CONSENT, Sensitive.EXPLICIT),
            fields=_NAMES_AND_HEALTH,
            recipients=("หน่วยงานที่ระบุในความยินยอม", "the agencies named in the consent"),
            retention=_CONSENTED,
            opens=True,
        ),
        Purpose(
            *("help", "ขอความช่วยเหลือจากกองทุนหรือสมาคม", "asking a fund or association for help"),
            *(Ground.CONSENT, Sensitive.EXPLICIT),
            fields=_NAMES_AND_HEALTH,
            recipients=("กองทุนหรือสมาคมที่ระบุในความยินยอม", "the funds or associations named in the consent"),
            retention=_CONSENTED,
            opens=True,
        ),
        Purpose(
            *("pictures", "เผยแพร่ภาพหรือเรื่องเล่า", "publishing a picture or story"),
            *(Ground.CONSENT, Sensitive.EXPLICIT),
            fields=(
                "ภาพและเรื่องที่ยินยอม ไม่เปิดทะเบียน",
                "the picture and story agreed to; it opens nothing of the register",
            ),
            recipients=("สาธารณะ", "the public"),
            retention=_CONSENTED,
            to_settle=(
                "ภาพที่พิมพ์แจกไปแล้วก่อนถอน เรียกคืนไม่ได้ ต้องบอกก่อนให้ความยินยอม",
                "A picture printed before a withdrawal cannot be called back; say so before consent is given.",
            ),
        ),
        Purpose(
            *("statistics", "รายงานสถิติ", "statistical reports", Ground.STATISTICS, Sensitive.STATISTICS),
            fields=(
                "จำนวนคนตามพื้นที่และกลุ่ม ไม่มีชื่อ จำนวนน้อยปิดไว้",
                "counts by place and group; no names, small numbers closed",
            ),
            recipients=("ที่นั่งที่ดูรายงานได้", "seats that may see reports"),
            retention=("รายงานเก็บไว้ได้ เพราะไม่มีใครในนั้น", "reports may stay, for nobody is in them"),
        ),
        Purpose(
            *("emergency", "เหตุฉุกเฉินต่อชีวิตหรือร่างกาย", "danger to life or body", Ground.VITAL, Sensitive.CANNOT_ANSWER),
            fields=("เท่าที่ที่นั่งได้รับให้เห็น ไม่มีเลขบัตร", "as far as the seat's mandate shows; never the national ID"),
            recipients=(
                "ผู้ที่ใส่เลขบัตรครบและบอกเหตุผล ไม่กี่ชั่วโมง",
                "whoever gives the whole ID and a reason, for a few hours",
            ),
            retention=("บันทึกการเปิดและผลการทบทวนเก็บในสมุดบันทึก", "the opening and its review stay in the journal"),
            to_settle=(
                "มาตรา 26 (1) ใช้ได้เมื่อเจ้าตัวให้ความยินยอมไม่ได้ ถ้ายังตอบได้ ต้องถามก่อน",
                "Section 26 (1) holds when the person cannot consent; one who can answer is asked first.",
            ),
        ),
        Purpose(
            *("duty", "ทำตามกฎหมายหรือคำสั่งศาล", "a duty under law or a court's order", Ground.LAW, Sensitive.NONE),
            fields=("เท่าที่กฎหมายหรือคำสั่งระบุ", "what the law or order names"),
            recipients=("ผู้มีอำนาจตามกฎหมายนั้น", "the authority under that law"),
            retention=(
                "สำเนาคำสั่งและสิ่งที่ส่ง ตามกำหนดเก็บของอำเภอ",
                "the order and what was sent, by the retention schedule",
            ),
            to_settle=(
                "ระบบไม่มีทางส่งให้เอง ให้ผู้คุ้มครองข้อมูลของอำเภอตัดสินทีละเรื่อง",
                "Nothing here sends it: the data protection officer decides each case.",
            ),
        ),
        Purpose(
            *("safety", "รักษาความปลอดภัยของข้อมูล", "keeping the data safe", Ground.INTEREST, Sensitive.NONE),
            fields=("ที่นั่งใดทำหรือเปิดดูอะไร เมื่อไร", "which seat did or looked at what, and when"),
            recipients=("เจ้าของข้อมูล ผู้ดูแลทะเบียน และผู้ดูแลระบบ", "the person, the registrar, whoever runs the system"),
            retention=(
                "ตามกำหนดเก็บของอำเภอ เป็นหลักฐานของเจ้าของข้อมูล",
                "by the retention schedule: it is the person's proof",
            ),
        ),
    )
}

OPENING = tuple(one.name for one in PURPOSES.values() if one.opens)
"""Purposes whose lasting consent lets a named organisation look at the person here."""

ASKED = tuple(one.name for one in PURPOSES.values() if one.is_asked)
"""Purposes that rest on consent, and so may be asked about."""

MEASURES: tuple[tuple[str, str], ...] = (
    ("ปฏิเสธไว้ก่อน ทุกทางถามคำถามเดียวกันว่าใครเห็นใคร", "denied by default; every path asks one function who sees whom"),
    ("ทุกช่องมีเครื่องหมาย ที่นั่งเห็นเฉพาะที่ได้รับ", "every field is marked; a seat sees the marks it was given"),
    (
        "เลขบัตรและแถวต้นทางเข้ารหัส กุญแจอยู่นอกฐานข้อมูล",
        "national IDs and source rows are sealed; the keys lie outside the database",
    ),
    (
        "ทุกการเปิดดูเขียนลงสมุดที่แก้แล้วรู้ และเจ้าตัวขอดูได้",
        "each look is written into a journal in which changes are found; the person may read it",
    ),
    (
        "เปิดกรณีฉุกเฉินต้องใส่เลขครบ บอกเหตุผล หมดเวลาเอง และมีคนทบทวน",
        "break-glass needs the whole ID and a reason, ends by itself, and is reviewed",
    ),
    ("รหัสผ่านเก็บด้วย argon2 ลองผิดหลายครั้งต้องรอ", "passwords by argon2; guessing is slowed down"),
)
"""What guards the data, in words (section 37 (1)); the longer answer is docs/explanation/security.md."""
