"""Which pages a clause steers: the dials it turns, at what they stand, and where that is seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from sanam.domain.parameters.catalogue import DIALS
from sanam.domain.parameters.queries import Setting
from sanam.interfaces.web.rules import closing
from sanam.interfaces.web.rules.dial_words import name_said, value_said

Screen = tuple[Any, str]
"""What a page is called, and the name of its address; empty for pages that are many, as those of people."""

SCREENS: Mapping[str, tuple[Screen, ...]] = {
    "freshness.ageing_from": ((_("แวะถามใครดี"), "work"), (_("หมู่บ้านไหนสดแค่ไหน"), "villages")),
    "freshness.": ((_("แวะถามใครดี"), "work"), (_("หมู่บ้านไหนสดแค่ไหน"), "villages"), (_("หน้าของแต่ละคน"), "")),
    "numbers.": ((_("รายงาน"), "reports"), (_("แผนที่"), "report_map")),
    "retention.": ((_("เราใช้ข้อมูลเพื่ออะไร"), "purposes"),),
    "consents.": ((_("หน้าขอความยินยอม"), ""),),
    "emergency.": ((_("เหตุฉุกเฉิน"), "emergency"),),
    "requests.": ((_("คำขอเรื่องข้อมูลส่วนตัว"), "requests"),),
    "people.asked_elsewhere": ((_("ถามหาคนนอกพื้นที่ของเรา"), "elsewhere"),),
    "files.": ((_("นำเข้า"), "imports"),),
    "linkage.": ((_("คู่ที่รอดู"), "doubts"),),
    "closed.": ((_("หน้าของแต่ละคน"), ""),),
    "rules.quorum": ((_("หน้าข้อเสนอ"), ""),),
    "rules.second_call_days": ((_("หน้าเปิดรอบสอง"), ""),),
    "rules.provisional_days": ((_("หน้าเปิดรอบสอง"), ""),),
    "rules.first_review_months": ((_("เสนอกติกา"), "new_proposal"),),
    "rules.review_months": ((_("หน้าเสนอแก้กติกา"), ""),),
}
"""By how the names of dials begin: the pages on which they act, each of which names the rule that turned them."""


def screens_of(dial: str) -> tuple[Screen, ...]:
    """Where a dial acts; nothing for one that nobody has placed yet, which a test finds."""
    return next((screens for begins, screens in SCREENS.items() if dial.startswith(begins)), ())


@dataclass(frozen=True, slots=True)
class Steered:
    """One dial of a clause, as people read it; `acts` where the dial stands by this very version now."""

    words: str
    screens: tuple[Screen, ...]
    acts: bool


def steered(values: Mapping[str, float], settings: Mapping[str, Setting], version_ref: str) -> list[Steered]:
    """What a clause turns, in the order of the catalogue; what it closes, a class at a time."""
    numbers = closing.without(values)
    said = [
        ([name], f"{name_said(dial)}: {value_said(dial, numbers[name])}")
        for name, dial in DIALS.items()
        if name in numbers
    ]
    return [
        Steered(words, screens_of(names[0]), any(settings[one].rule_ref == version_ref for one in names))
        for names, words in [*said, *closing.worded(values)]
    ]
