"""A JSON document and its parts: every part has a place that a refusal can name."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from sanam.domain.foundation.refused import BadInput
from sanam.interfaces.files.decisions.refusals import LARGEST, refusal

Pairs = Iterable[tuple[str, Any]]


def load(path: Path) -> Any:
    """What the file says; raises BadInput for what is no JSON text, or says one thing twice."""

    def once(pairs: Pairs) -> dict[str, Any]:
        said: dict[str, Any] = {}
        for key, value in pairs:
            if key in said:
                raise refusal("decisions.same_key", file=path.name, key=key)
            said[key] = value
        return said

    try:
        said = json.loads(_text(path), object_pairs_hook=once)
        # half a character can be written in JSON, and nowhere else: told now, not when it is printed
        json.dumps(said, ensure_ascii=False).encode()
        return said
    except json.JSONDecodeError as wrong:
        raise refusal("decisions.not_json", file=path.name, line=wrong.lineno, column=wrong.colno) from None
    except (ValueError, RecursionError):
        raise refusal("decisions.not_text", file=path.name) from None


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise refusal("decisions.too_big", file=path.name)
        data = path.read_bytes()
    except OSError:
        raise refusal("decisions.no_file", file=path.name) from None
    return data.decode(json.detect_encoding(data)).removeprefix("\ufeff")


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
            raise refusal("decisions.not_object", where_th=th, where_en=en, found=_shown(found))
        return cls(found, th, en)

    def group(self, key: str) -> dict[str, Any]:
        """A part with parts of its own."""
        found = self.there(key)
        return found if isinstance(found, dict) else self.wrong(key, "กลุ่มของค่า {…}", "an object {…}")

    def series(self, key: str) -> list[Any]:
        """A list of parts."""
        found = self.there(key)
        return found if isinstance(found, list) else self.wrong(key, "รายการ […]", "a list […]")

    def whole(self, key: str) -> int:
        """A whole number."""
        found = self.there(key)
        is_whole = isinstance(found, int) and not isinstance(found, bool)
        return found if is_whole else self.wrong(key, "จำนวนเต็ม", "a whole number")

    def text(self, key: str, default: str | None = None) -> str:
        """Words, or a number as words; empty counts as not said."""
        found = self.said.get(key)
        if found is None or found == "":
            return self.there(key) if default is None else default
        if isinstance(found, bool) or not isinstance(found, (str, int, float)):
            self.wrong(key, "ข้อความหรือตัวเลข", "text or a number")
        return str(found).strip()

    def flag(self, key: str) -> bool:
        """Yes or no; no where nothing is said."""
        found = self.said.get(key)
        if found is not None and not isinstance(found, bool):
            self.wrong(key, " true หรือ false", "true or false")
        return bool(found)

    def fraction(self, key: str, default: Fraction) -> Fraction:
        """A part of one, as "3/4" or 0.75."""
        try:
            return Fraction(self.text(key, str(default)))
        except (ValueError, ZeroDivisionError):
            return self.wrong(key, "ส่วน เช่น 3/4", "a fraction such as 3/4")

    def there(self, key: str) -> Any:
        """What must be there; raises BadInput."""
        found = self.said.get(key)
        if found is None or found == "":
            raise self.refused("decisions.missing", key=key)
        return found

    def wrong(self, key: str, kind_th: str, kind_en: str) -> Any:
        """Never gives anything back: it raises that this key holds another kind of thing."""
        found = _shown(self.said.get(key))
        raise self.refused("decisions.kind", key=key, kind_th=kind_th, kind_en=kind_en, found=found)

    def refused(self, code: str, **said: object) -> BadInput:
        """A refusal that names this place."""
        return refusal(code, where_th=self.th, where_en=self.en, **said)
