"""A date as far as it is known: to the day, to the month, or only the year.

Many elders know the year of their birth and no more. Writing 1 January for them would be a lie that
later looks like a fact, so what is not known stays None.
"""

from __future__ import annotations

import calendar as gregorian
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sanam.domain.foundation.refused import BadInput
from sanam.domain.foundation.thai.calendar import ERA, MONTHS

Precision = Literal["day", "month", "year"]

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
# Nobody in the register was born before the first, and nothing is planned beyond the second.
FIRST_YEAR, LAST_YEAR = 1800, 2200


@dataclass(frozen=True, slots=True, order=False)
class PartialDate:
    """`year` is of the common era. Not ordered: whether "2485" comes before "มี.ค. 2485" has no answer.

    Raises BadInput, in one sentence, for a day that is in no calendar.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        _check_year(self.year)
        if self.month is None and self.day is not None:
            raise BadInput(
                "date.month_missing",
                "รู้วันที่แล้ว ขอเดือนด้วย หรือเว้นทั้งวันและเดือน",
                "The day is there but not the month; give both, or leave out both.",
            )
        if self.month is not None:
            _check_month(self.month)
            _check_day(self.year, self.month, self.day)

    @classmethod
    def from_date(cls, day: date) -> PartialDate:
        """The same day, known in full."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate:
        """Read back what `iso` wrote; BadInput for anything else."""
        if not (found := _ISO.fullmatch(text)):
            raise BadInput("date.not_iso", "รูปแบบวันที่ไม่ถูกต้อง", "This is not an ISO 8601 date.")
        year, month, day = found.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @property
    def precision(self) -> Precision:
        """How much is known."""
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    @property
    def buddhist_year(self) -> int:
        """The year as said in Thailand: 2485 for 1942."""
        return self.year + ERA

    def earliest(self) -> date:
        """The first day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        """The last day it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or gregorian.monthrange(self.year, month)[1])

    def iso(self) -> str:
        """ISO 8601, as short as what is known: "1942", "1942-03", "1942-03-02"."""
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        return "-".join(parts)


def age_in_years(birth: PartialDate, today: date) -> int:
    """Full years lived; someone not yet born on `today` has a negative age.

    A birthday of which the day or the month is not known counts as the first of that month or year:
    Civil and Commercial Code, section 16.
    """
    born = birth.earliest()
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadInput(
            "date.year_out_of_range",
            f"ปี พ.ศ. {year + ERA} (ค.ศ. {year}) น่าจะคลาดเคลื่อน ลองดูปีอีกครั้ง",
            f"The year {year} ({year + ERA}) looks like a slip; please check it.",
        )


def _check_month(month: int) -> None:
    if not 1 <= month <= 12:
        raise BadInput(
            "date.no_such_month",
            f"ปีหนึ่งมี 12 เดือน ไม่มีเดือนที่ {month}",
            f"A year has 12 months; there is no month {month}.",
        )


def _check_day(year: int, month: int, day: int | None) -> None:
    days = gregorian.monthrange(year, month)[1]
    if day is not None and not 1 <= day <= days:
        names = MONTHS[month - 1]
        raise BadInput(
            "date.no_such_day",
            f"เดือน{names.th} {year + ERA} มี {days} วัน ไม่มีวันที่ {day}",
            f"{names.en} {year} has {days} days; there is no day {day}.",
        )
