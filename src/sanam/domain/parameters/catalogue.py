"""Every dial there is: what it steers, what it starts at, and how far it may be turned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite

from sanam.domain.foundation.refused import Language

UNITS = {
    "months": "เดือน",
    "days": "วัน",
    "hours": "ชั่วโมง",
    "years": "ปี",
    "times": "ครั้ง",
    "people": "คน",
    "share": "ส่วนของหนึ่ง",
    "yes": "ใช่",
}
"""Each unit by its Thai name."""

YES = "yes"
"""The unit of a dial that says one thing or does not: 1 or 0."""


@dataclass(frozen=True, slots=True)
class Dial:
    """A number an agreement may turn, between `lowest` and `highest`, in `unit`.

    One that `only_rises` is never turned below what stands: of several rules the highest counts.
    """

    name: str
    th: str
    en: str
    unit: str
    default: float
    lowest: float
    highest: float
    only_rises: bool = False

    def said(self, value: float, language: Language) -> str:
        """What it steers and where it stands, in words."""
        name, unit = (self.en, self.unit) if language == "en" else (self.th, UNITS[self.unit])
        return name if self.unit == YES else f"{name}: {value:g} {unit}"

    def takes(self, value: object) -> bool:
        """Whether a value is of this dial's kind, a whole number except for a share, and within its bounds."""
        if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
            return False
        return (self.unit == "share" or value == value // 1) and self.lowest <= value <= self.highest


def _months(name: str, th: str, en: str, default: int) -> Dial:
    return Dial(f"freshness.{name}", f"ถามใหม่ทุกกี่เดือน: {th}", f"ask again every: {en}", "months", default, 1, 60)


def _years(name: str, th: str, en: str, default: int, lowest: int, highest: int) -> Dial:
    return Dial(f"retention.{name}", f"เก็บไว้กี่ปี: {th}", f"keep for years: {en}", "years", default, lowest, highest)


DIALS: dict[str, Dial] = {
    dial.name: dial
    for dial in (
        _months("identity", "ตัวตน", "identity", 24),
        _months("address", "ที่อยู่", "address", 24),
        _months("carer", "คนดูแล", "carer", 6),
        _months("function_bed", "กิจวัตรของคนติดเตียง", "daily living, bedbound", 3),
        _months("function_home", "กิจวัตรของคนติดบ้าน", "daily living, housebound", 6),
        _months("function_social", "กิจวัตรของคนติดสังคมและคนอื่น", "daily living, everyone else", 12),
        _months("health", "สุขภาพ", "health", 12),
        _months("living", "สภาพบ้าน", "living conditions", 12),
        _months("income", "รายได้และสิทธิ", "income and rights", 12),
        Dial("freshness.ageing_from", "เริ่มเก่าเมื่อผ่านไปกี่ส่วน", "ageing from this share", "share", 0.75, 0.5, 0.95),
        Dial(
            "files.most_duplicates",
            "หยุดอ่านแฟ้มเมื่อเลขบัตรซ้ำกับคนอื่นเกินส่วนนี้",
            "stop reading a file when more than this share carries another's number",
            "share",
            *(0.3, 0.05, 0.9),
        ),
        Dial(
            "linkage.ask_from",
            "ถามว่าเป็นคนเดียวกันไหมเมื่อมีโอกาสตั้งแต่ส่วนนี้",
            "ask whether two records are one person from this chance on",
            "share",
            *(0.2, 0.05, 0.9),
        ),
        Dial(
            "linkage.most_asked",
            "หยุดถามเมื่อคู่ที่ต้องดูเกินส่วนนี้ของคน",
            "stop when more pairs than this share of people would be asked about",
            "share",
            *(0.1, 0.01, 0.9),
        ),
        Dial("people.asked_elsewhere", "ถามหาคนนอกขอบเขตได้วันละกี่ครั้ง", "asking elsewhere, a day", "times", 20, 1, 100),
        Dial("consents.longest", "ความยินยอมนานที่สุดกี่เดือน", "a consent lasts at most", "months", 12, 1, 36),
        Dial("emergency.hours", "เปิดดูกรณีฉุกเฉินได้กี่ชั่วโมง", "an emergency opening lasts", "hours", 3, 1, 12),
        Dial("emergency.tries", "ขอเปิดกรณีฉุกเฉินได้วันละกี่ครั้ง", "asking in an emergency, a day", "times", 5, 1, 20),
        Dial(
            "requests.answer_within",
            "ตอบคำขอของเจ้าของข้อมูลภายในกี่วัน",
            "answer a person's request within",
            "days",
            30,
            5,
            30,
        ),
        _years("requests", "บันทึกคำขอและเครื่องหมายกันแฟ้ม", "records of requests, marks against files", 10, 3, 20),
        _years("old_rows", "แถวของแฟ้มที่มีแถวใหม่กว่าแล้ว", "rows of files that newer ones replaced", 5, 1, 20),
        _years("problems", "ตารางเรื่องให้ดูของแฟ้มเก่า", "error tables of old files", 2, 1, 20),
        _years("news_read", "ข่าวที่อ่านแล้ว", "news that was read", 1, 1, 10),
        _years("news_unread", "ข่าวที่ไม่มีใครอ่าน", "news that nobody read", 3, 1, 10),
        _years("list_names", "ชื่อคนที่ชวนมาวงคุยและคนที่มา", "names of people asked to gatherings and who came", 3, 1, 10),
        Dial("numbers.smallest_shown", "ตัวเลขน้อยสุดที่แสดง", "smallest number shown", "people", 5, 5, 50, only_rises=True),
        Dial("rules.quorum", "องค์ประชุมเป็นกี่ส่วนของขา", "legs a quorum needs", "share", 0.75, 0.75, 1, only_rises=True),
        Dial("rules.second_call_days", "เรียกลงเสียงรอบสองกี่วัน", "a second call lasts", "days", 10, 7, 14),
        Dial("rules.provisional_days", "ตกลงไว้ก่อนได้กี่วัน", "agreed for now, lasts", "days", 90, 30, 90),
        Dial("rules.first_review_months", "ทบทวนครั้งแรกภายในกี่เดือน", "first review within", "months", 6, 1, 6),
        Dial("rules.review_months", "ทบทวนครั้งต่อไปภายในกี่เดือน", "later reviews within", "months", 12, 1, 12),
    )
}


def offer(dials: Iterable[Dial]) -> None:
    """Add dials that a room above makes out of its own words, when the house starts."""
    DIALS.update((dial.name, dial) for dial in dials)
