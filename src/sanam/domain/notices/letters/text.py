"""What a letter says, in Thai with English beneath: plain text, how many, where to look, how to stop it."""

from __future__ import annotations

from django.conf import settings

from sanam.domain.notices.letters.links import CONFIRM, STOP, link
from sanam.domain.notices.models import Letter
from sanam.domain.notices.words import LetterKind

_CONFIRM_TH = """มีคนใส่ที่อยู่อีเมลนี้ไว้เพื่อรับข่าวจากสนามพลัง ถ้าเป็นคุณ เปิดลิงก์นี้แล้วกดยืนยันภายใน 24 ชั่วโมง

{confirm}

ถ้าไม่ใช่คุณ ไม่ต้องทำอะไร เราจะไม่ส่งอะไรมาอีก หรือกดหยุดที่นี่
{stop}"""
_CONFIRM_EN = """Somebody gave this address to hear from Sanam Phalang. If it was you, open the link above within 24
hours and confirm. If it was not, do nothing: we write no more. The second link stops it at once."""
_NEWS_TH = """มีข่าว {count} เรื่องรอที่นั่งของคุณอยู่ เข้าไปดูได้ที่

{look}

จดหมายนี้ไม่บอกว่าเรื่องอะไรหรือของใคร เพราะอีเมลไม่ใช่ที่ของเรื่องคน
ไม่อยากรับแล้ว กดหยุดที่นี่
{stop}"""
_NEWS_EN = """{things} for your seat, at the first link above. This letter does not say what or about whom: e-mail is
no place for that. The second link stops these letters."""


def subject(letter: Letter) -> str:
    """The subject line; Thai or English by the mailbox."""
    english = letter.mailbox.language == "en"
    if letter.kind == LetterKind.CONFIRM:
        return "Sanam Phalang: confirm this address" if english else "สนามพลัง: ยืนยันที่อยู่อีเมลนี้"
    if english:
        return f"Sanam Phalang: {_things(letter.count)}"
    return f"สนามพลัง: มีข่าว {letter.count} เรื่องรออยู่"


def body(letter: Letter) -> str:
    """The whole text, Thai first and English beneath."""
    said = {
        "confirm": link(letter.mailbox, CONFIRM),
        "stop": link(letter.mailbox, STOP),
        "look": f"{settings.SANAM_URL}/notices/",
        "count": letter.count,
        "things": _things(letter.count).capitalize(),
    }
    both = (_CONFIRM_TH, _CONFIRM_EN) if letter.kind == LetterKind.CONFIRM else (_NEWS_TH, _NEWS_EN)
    return "\n\n".join(part.format(**said) for part in both) + "\n"


def _things(count: int) -> str:
    return "one thing waits" if count == 1 else f"{count} things wait"
