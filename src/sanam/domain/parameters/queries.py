"""Reads: what each dial stands at, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass

from sanam.domain.parameters.catalogue import DIALS
from sanam.domain.parameters.models import Turn


@dataclass(frozen=True, slots=True)
class Setting:
    """A dial's value now; `rule` is the label of the rule version that set it, empty for the default."""

    value: float
    rule: str = ""


def values() -> dict[str, Setting]:
    """Every dial's setting, in one query."""
    settings = {name: Setting(dial.default) for name, dial in DIALS.items()}
    for turn in Turn.objects.filter(name__in=DIALS).order_by("id"):
        settings[turn.name] = Setting(turn.value, turn.rule_label)
    return settings
