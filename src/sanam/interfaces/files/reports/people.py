"""Lines about people, as lists of a report write them."""

from __future__ import annotations

from sanam.domain.areas import queries as areas
from sanam.domain.foundation.refused import Language
from sanam.domain.foundation.thai.dates import PartialDate, say_date
from sanam.interfaces.files.reports.report import Head, told


def heads(language: Language, *more: tuple[str, str]) -> list[Head]:
    """Name and place, and what else a list tells."""
    names = [("ชื่อ", "name"), ("ที่อยู่", "place"), *more]
    return [Head(told(language, *name)) for name in names]


def place_of(person: object, language: Language) -> str:
    """House number, village and sub-district, as far as they are known."""
    code, home = getattr(person, "area_code", ""), getattr(person, "household", None)
    number = told(language, f"บ้านเลขที่ {home.house_no}", f"House {home.house_no}") if home and home.house_no else ""
    parts = [areas.said(code[:length], language) for length in (8, 6) if len(code) >= length]
    return (", " if language == "en" else " ").join(part for part in (number, *parts) if part)


def day_said(iso: str, language: Language) -> str:
    """A partial date kept as ISO; empty for none."""
    return say_date(PartialDate.from_iso(iso), language=language) if iso else ""
