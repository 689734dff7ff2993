"""How current what is known of a person is: which fact groups fall due, and what is left of their interval."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sanam.domain.parameters.queries import Setting
from sanam.domain.registry.models import Confirmation
from sanam.domain.registry.words import ALWAYS_DUE, FactGroup, State

DAYS_IN_A_MONTH = 365.25 / 12


@dataclass(frozen=True, slots=True)
class Freshness:
    """One fact group of one person. `left` is the share of the interval still to come, 0 to 1."""

    fact: FactGroup
    state: State
    left: float
    on: date | None = None
    rule: str = ""


def due_facts(in_a_group: bool) -> tuple[FactGroup, ...]:
    """Everyone owes identity and address; the rest falls due only in a vulnerable group or a care circle."""
    return tuple(FactGroup) if in_a_group else ALWAYS_DUE


def strip(
    confirmations: Iterable[Confirmation], *, in_a_group: bool, settings: Mapping[str, Setting], today: date
) -> list[Freshness]:
    """The freshness of each due fact group, in the field's order."""
    seen = {one.fact: one.on for one in confirmations}
    return [_judged(fact, seen.get(fact.value), settings, today) for fact in due_facts(in_a_group)]


def share_left(seen: date, months: float, today: date) -> float:
    """What is left of an interval of `months` begun on the day a fact was seen to hold, 0 to 1."""
    return max(0.0, min(1.0, 1 - (today - seen).days / (months * DAYS_IN_A_MONTH)))


def _judged(fact: FactGroup, seen: date | None, settings: Mapping[str, Setting], today: date) -> Freshness:
    setting = settings[f"freshness.{fact.value}"]
    if seen is None:
        return Freshness(fact, State.UNKNOWN, 0.0, None, setting.rule)
    left = share_left(seen, setting.value, today)
    ageing_from = 1 - settings["freshness.ageing_from"].value
    state = State.STALE if left <= 0 else State.AGEING if left <= ageing_from else State.FRESH
    return Freshness(fact, state, left, seen, setting.rule)
