"""Which pages a clause steers: the dials it turns, at what they stand, and where that is seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from sanam.domain.parameters.catalogue import DIALS, UNITS, Dial
from sanam.domain.parameters.queries import Setting
from sanam.interfaces.web.shell.language import reader

Screen = tuple[Any, str]
"""What a page is called, and the name of its address; empty for pages that are many, as those of people."""

SCREENS: Mapping[str, tuple[Screen, ...]] = {
    "freshness": ((_("แวะถามใครดี"), "work"), (_("หมู่บ้านไหนสดแค่ไหน"), "villages"), (_("หน้าของแต่ละคน"), "")),
    "numbers": ((_("รายงาน"), "reports"), (_("แผนที่"), "report_map")),
    "retention": ((_("เราใช้ข้อมูลเพื่ออะไร"), "purposes"),),
    "consents": ((_("หน้าขอความยินยอม"), ""),),
    "emergency": ((_("เหตุฉุกเฉิน"), "emergency"),),
    "requests": ((_("คำขอเรื่องข้อมูลส่วนตัว"), "requests"),),
    "people": ((_("ถามหาคนนอกพื้นที่ของเรา"), ""),),
    "files": ((_("นำเข้า"), "imports"),),
    "linkage": ((_("คู่ที่รอดู"), "doubts"),),
    "rules": ((_("กติกา"), "rules"),),
}


@dataclass(frozen=True, slots=True)
class Steered:
    """One dial of a clause, as people read it; `acts` where the dial stands by this very version now."""

    words: str
    screens: tuple[Screen, ...]
    acts: bool


def steered(values: Mapping[str, float], settings: Mapping[str, Setting], version_ref: str) -> list[Steered]:
    """What a clause turns, in the order of the catalogue."""
    turned: Iterable[Dial] = (dial for name, dial in DIALS.items() if name in values)
    return [
        Steered(
            _worded(dial, values[dial.name]),
            SCREENS[dial.name.partition(".")[0]],
            settings[dial.name].rule_ref == version_ref,
        )
        for dial in turned
    ]


def _worded(dial: Dial, value: float) -> str:
    english = reader() == "en"
    unit = dial.unit if english else UNITS[dial.unit]
    return f"{dial.en if english else dial.th}: {value:g} {unit}"
