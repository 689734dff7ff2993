"""One line of what the doctor found."""

from __future__ import annotations

from dataclasses import dataclass

OK, WARN, FAIL = "ok", "warn", "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """A check's short name, its state, and one sentence in each language; `fail` is what must be put right."""

    name: str
    state: str
    th: str
    en: str
