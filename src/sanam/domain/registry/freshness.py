"""How current what is known of a person is: which fact groups fall due, and what is left of their interval."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from sanam.domain.parameters.queries import Setting
from sanam.domain.registry.models import Confirmation, GroupMembership
from sanam.domain.registry.words import ALWAYS_DUE, DEPENDENCES, FactGroup, Group, State

DAYS_IN_A_MONTH = 365.25 / 12


@dataclass(frozen=True, slots=True)
class Freshness:
    """One fact group of one person. `left` is the share of the interval still to come, 0 to 1; it `ends` on a day.

    `by` is the dial that holds the interval, with the rule that turned it.
    """

    fact: FactGroup
    state: State
    left: float
    on: date | None = None
    by: Setting | None = None
    ends: date | None = None


def due_facts(in_a_group: bool) -> tuple[FactGroup, ...]:
    """Everyone owes identity and address; the rest falls due only in a vulnerable group or a care circle."""
    return tuple(FactGroup) if in_a_group else ALWAYS_DUE


def strip(
    confirmations: Iterable[Confirmation],
    memberships: Sequence[GroupMembership],
    *,
    settings: Mapping[str, Setting],
    today: date,
    in_a_circle: bool = False,
) -> list[Freshness]:
    """The freshness of each due fact group, in the field's order; `memberships` are the groups that last."""
    seen = {one.fact: one.on for one in confirmations}
    dependence = next((one.kind for one in memberships if one.group == Group.DEPENDENT and one.kind), "")
    return [
        _judged(fact, seen.get(fact.value), settings[dial_of(fact, dependence)], settings, today)
        for fact in due_facts(bool(memberships) or in_a_circle)
    ]


def dial_of(fact: FactGroup, dependence: str = "") -> str:
    """The dial that holds a fact group's interval: daily living is asked sooner of who gets about less."""
    if fact is FactGroup.FUNCTION:
        return f"freshness.function_{dependence if dependence in DEPENDENCES else 'social'}"
    return f"freshness.{fact.value}"


@dataclass(frozen=True, slots=True)
class Limits:
    """The last day a fact may have been seen on and be stale today, and be ageing; a later day is fresh."""

    stale: date
    ageing: date


def limits(settings: Mapping[str, Setting], today: date) -> dict[str, Limits]:
    """By dial, the days that a database compares with: the rule is `strip`'s own, asked day by day, never rewritten."""
    dials = {dial_of(fact, dependence) for fact in FactGroup for dependence in ("", *DEPENDENCES)}
    return {dial: _limits_of(settings[dial], settings, today) for dial in dials}


def _limits_of(setting: Setting, settings: Mapping[str, Setting], today: date) -> Limits:
    longest = range(round(setting.value * DAYS_IN_A_MONTH) + 2)

    def last_in(*states: State) -> date:
        days = bisect_left(longest, True, key=lambda days: _state(days, setting, settings) in states)
        return today - timedelta(days=days)

    return Limits(last_in(State.STALE), last_in(State.STALE, State.AGEING))


def _state(days: int, setting: Setting, settings: Mapping[str, Setting]) -> State:
    today = date(2000, 1, 1)
    return _judged(FactGroup.IDENTITY, today - timedelta(days=days), setting, settings, today).state


def share_left(seen: date, months: float, today: date) -> float:
    """What is left of an interval of `months` begun on the day a fact was seen to hold, 0 to 1."""
    return max(0.0, min(1.0, 1 - (today - seen).days / (months * DAYS_IN_A_MONTH)))


def _judged(
    fact: FactGroup, seen: date | None, setting: Setting, settings: Mapping[str, Setting], today: date
) -> Freshness:
    if seen is None:
        return Freshness(fact, State.UNKNOWN, 0.0, None, setting)
    left = share_left(seen, setting.value, today)
    ageing_from = 1 - settings["freshness.ageing_from"].value
    state = State.STALE if left <= 0 else State.AGEING if left <= ageing_from else State.FRESH
    ends = seen + timedelta(days=ceil(setting.value * DAYS_IN_A_MONTH))
    return Freshness(fact, state, left, seen, setting, ends)
