"""What a report is asked for: which one, of what place, of which month, in which language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sanam.domain.areas import queries as areas
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, Language, NotHere
from sanam.domain.registry.queries import reports

_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])", re.ASCII)
_AREA = re.compile(r"(\d\d){1,4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Asked:
    """A report as asked for: how many lines a list may have (None: all), and whether it is for a page, which leads on
    where a paper must hold everything. A page may ask for one `part` alone, from `after` a line on."""

    by: Actor
    language: Language
    area: str = ""
    month: str = ""
    most: int | None = None
    on_a_page: bool = False
    part: str = ""
    after: str = ""

    @property
    def limit(self) -> int | None:
        """One line more than is shown tells whether there are more."""
        return self.most + 1 if self.most is not None else None

    def from_after(self, part: str) -> str:
        """Where a list begins."""
        return self.after if self.part == part else ""

    def wants(self, part: str) -> bool:
        """Whether a list is asked for: all of them, or one that is read on."""
        return not self.part or self.part == part

    @property
    def where(self) -> str:
        """The place, or all the places of the seat, as they are called."""
        codes = [self.area] if self.area else list(self.by.mandate.areas)
        return ", ".join(areas.said(code, self.language) for code in codes)


def asked(
    by: Actor,
    language: Language,
    *,
    area: str = "",
    month: str = "",
    most: int | None = None,
    on_a_page: bool = False,
    part: str = "",
    after: str = "",
) -> Asked:
    """Read what was asked for; raises BadInput for no month, NotHere for a place outside the seat's areas."""
    if month and not _MONTH.fullmatch(month):
        raise BadInput("report.month", "บอกเดือนเป็นปีกับเดือน เช่น 2026-11", "Give the month as 2026-11.")
    if area and not (_AREA.fullmatch(area) and by.mandate.covers(area)):
        raise NotHere("report.area", "พื้นที่นี้อยู่นอกขอบเขตของที่นั่งนี้", "That place lies outside what this seat cares for.")
    return Asked(by, language, area, month or reports.months(clock.today())[0], most, on_a_page, part, after)
