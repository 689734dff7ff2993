"""A document of plain values and its parts: every part has a place that a refusal can name."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sanam.domain.foundation.refused import BadInput
from sanam.domain.rules.deciding.refusals import refusal

A_PART = re.compile(r"-?\d{1,9}([./]\d{1,20})?")


def _shown(found: Any) -> str:
    """A value as the file has it, cut short."""
    return json.dumps(found, ensure_ascii=False)[:40]


@dataclass(frozen=True, slots=True)
class Part:
    """An object of the document, and where it is, in both languages."""

    said: dict[str, Any]
    th: str
    en: str

    @classmethod
    def at(cls, found: Any, th: str, en: str) -> Part:
        """What stands at a place; raises BadInput where that is no object."""
        if not isinstance(found, dict):
            raise refusal("deciding.not_object", where_th=th, where_en=en, found=_shown(found))
        return cls(found, th, en)

    def group(self, key: str) -> dict[str, Any]:
        """A part with parts of its own."""
        found = self.there(key)
        if not isinstance(found, dict):
            raise self.wrong(key, "กลุ่มของค่า {…}", "an object {…}")
        return found

    def series(self, key: str) -> list[Any]:
        """A list of parts."""
        found = self.there(key)
        if not isinstance(found, list):
            raise self.wrong(key, "รายการ […]", "a list […]")
        return found

    def whole(self, key: str) -> int:
        """A whole number."""
        found = self.there(key)
        if not isinstance(found, int) or isinstance(found, bool):
            raise self.wrong(key, "จำนวนเต็ม", "a whole number")
        return found

    def text(self, key: str, default: str | None = None) -> str:
        """Words, or a number as words; empty counts as not said."""
        found = self.said.get(key)
        if found is None or found == "":
            if default is None:
                raise self.refused("deciding.missing", key=key)
            return default
        if isinstance(found, bool) or not isinstance(found, (str, int, float)):
            raise self.wrong(key, "ข้อความหรือตัวเลข", "text or a number")
        return str(found).strip()

    def flag(self, key: str) -> bool:
        """Yes or no; no where nothing is said."""
        found = self.said.get(key)
        if found is not None and not isinstance(found, bool):
            raise self.wrong(key, " true หรือ false", "true or false")
        return bool(found)

    def fraction(self, key: str, default: Fraction) -> Fraction:
        """A part of one, as "3/4" or 0.75."""
        written = self.text(key, str(default))
        try:
            if not A_PART.fullmatch(written):  # 1e999999999 would be worked out for hours
                raise ValueError(written)
            return Fraction(written)
        except (ValueError, ZeroDivisionError):
            raise self.wrong(key, "ส่วน เช่น 3/4", "a fraction such as 3/4") from None

    def there(self, key: str) -> Any:
        """What must be there; raises BadInput."""
        found = self.said.get(key)
        if found is None or found == "":
            raise self.refused("deciding.missing", key=key)
        return found

    def wrong(self, key: str, kind_th: str, kind_en: str) -> BadInput:
        """A refusal: this key holds another kind of thing."""
        found = _shown(self.said.get(key))
        return self.refused("deciding.kind", key=key, kind_th=kind_th, kind_en=kind_en, found=found)

    def refused(self, code: str, **said: object) -> BadInput:
        """A refusal that names this place."""
        return refusal(code, where_th=self.th, where_en=self.en, **said)
