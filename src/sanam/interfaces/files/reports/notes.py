"""The small print: of which day the figures are, and why some stay closed."""

from __future__ import annotations

from sanam.domain.foundation.refused import Language
from sanam.domain.foundation.thai.dates import say_date
from sanam.domain.registry.queries.reports import Figures
from sanam.interfaces.files.reports.report import told


def notes(found: Figures, language: Language) -> list[str]:
    """Sentences under a report's tables."""
    day = say_date(found.day, language=language)
    said = [told(language, f"ตัวเลขถึง {day}", f"Figures as of {day}")]
    if found.smallest:
        said.append(closed_note(found.smallest, language))
    return said


def closed_note(smallest: int, language: Language) -> str:
    """Why a cell says that it is closed."""
    return told(
        language,
        f"ช่องที่ปิดไว้คือตัวเลขที่น้อยกว่า {smallest} หรือช่องที่ถ้าเปิดแล้วจะคิดย้อนถึงตัวเลขนั้นได้",
        f"A closed cell is a number below {smallest}, or one from which such a number could be worked out.",
    )
