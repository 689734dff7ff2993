"""The mark every stored field carries: who may see what is in it.

A model names all its fields:

    class Person(models.Model):
        privacy = {"id": Privacy.OPEN, "given_name": Privacy.PERSONAL, ...}

and a test fails on a model for which `unmarked` is not empty.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any


class Privacy(StrEnum):
    """From what anyone may see to what nobody sees by habit. `rank` orders them.

    Income goes with what is personal, and is a mark of its own so that a rule may close it to some (ADR 32).
    """

    OPEN = "open", "เปิดเผยได้", "open"
    PERSONAL = "personal", "ข้อมูลส่วนบุคคล", "personal"
    INCOME = "income", "รายได้และสิทธิ", "income"
    SENSITIVE = "sensitive", "ข้อมูลอ่อนไหว", "sensitive"
    SECRET = "secret", "ความลับ", "secret"

    th: str
    en: str

    def __new__(cls, value: str, th: str = "", en: str = "") -> Privacy:
        mark = str.__new__(cls, value)
        mark._value_ = value
        mark.th = th
        mark.en = en
        return mark

    @property
    def rank(self) -> int:
        """0 for open … 4 for secret."""
        return list(Privacy).index(self)


def unmarked(model: Any) -> set[str]:
    """Names of the model's own columns that its `privacy` attribute does not mark.

    An abstract parent may mark the fields it brings, so what every ancestor marks counts.
    """
    marked = {name for ancestor in model.__mro__ for name in vars(ancestor).get("privacy", {})}
    return {field.name for field in model._meta.concrete_fields} - marked
