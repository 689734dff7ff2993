"""Reads: what each dial stands at, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Expression, FloatField, Subquery, Value
from django.db.models.functions import Coalesce

from sanam.domain.parameters.catalogue import DIALS
from sanam.domain.parameters.models import Turn


@dataclass(frozen=True, slots=True)
class Setting:
    """A dial's value now; `rule` is the label of the rule version that set it, empty for the default.

    `rule_en` is the label in English, `rule_ref` names the version: "rule_version:<id>".
    """

    value: float
    rule: str = ""
    rule_en: str = ""
    rule_ref: str = ""

    def said(self, language: str) -> str:
        """The rule's label in a language, empty for the default."""
        return (language == "en" and self.rule_en) or self.rule


def values() -> dict[str, Setting]:
    """Every dial's setting, in one query."""
    settings = {name: Setting(dial.default) for name, dial in DIALS.items()}
    for turn in Turn.objects.filter(name__in=DIALS).order_by("id"):
        settings[turn.name] = Setting(turn.value, turn.rule_label, turn.rule_label_en, turn.rule_ref)
    return settings


def stands_at(name: Expression, start: float = 0) -> Coalesce:
    """At what the dial of this name stands, inside a statement that reads something else; `start` while none turned."""
    turns = Turn.objects.filter(name=name).order_by("-id")
    return Coalesce(Subquery(turns.values("value")[:1]), Value(start), output_field=FloatField())
