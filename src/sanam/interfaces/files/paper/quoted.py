"""Lines that say what others said, in their words: cards of a room, which tell nothing of the page itself."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Told(StrEnum):
    """How such a line begins."""

    COMMON = "เป้าหมายที่ตรงกัน"
    STRESS = "จุดเน้นที่ต่างกัน"
    APART = "ยังเห็นต่างกัน หรือยังฟังไม่ครบขา"


def own_words(lines: Iterable[str]) -> list[str]:
    """The lines a page says itself: a number of people or a day on a card is not how many came, or when."""
    return [line for line in lines if not (line.startswith(tuple(Told)) and "“" in line)]
