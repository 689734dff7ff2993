"""How current what is known of the people of each place is: due, fresh, ageing, stale, unknown, by fact group."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from sanam.domain.foundation.actor import Actor
from sanam.domain.parameters import queries as parameters
from sanam.domain.registry.models import Person
from sanam.domain.registry.queries import due
from sanam.domain.registry.words import ALWAYS_DUE, FactGroup, State


@dataclass(frozen=True, slots=True)
class Currency:
    """One fact group in one place: how many people owe it, and how current it is; the four add up to `due`."""

    area: str
    fact: FactGroup
    due: int
    fresh: int
    ageing: int
    stale: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Total:
    """All fact groups of one place together."""

    area: str
    due: int
    fresh: int

    @property
    def share(self) -> int:
        """Fresh of due in whole per cent, rounded down, so that 100 means all."""
        return 100 * self.fresh // self.due if self.due else 0


def currency(actor: Actor, *, area: str = "") -> list[Currency]:
    """Exact numbers of the people this seat sees, a row a place and fact group, in three statements.

    A place is the village somebody lives in, or the sub-district where the village is not known. Whoever sees the
    people may know how many they are; a seat that sees nobody gets nothing.
    """
    people = due.here(actor).filter(area_code__startswith=area)
    owing = _owing(people)
    seen = _seen(people)
    return [
        _row(code, fact, owing[code, fact], seen[code, fact])
        for code, fact in sorted(owing, key=lambda key: (key[0], list(FactGroup).index(key[1])))
    ]


def totals(rows: Iterable[Currency], length: int = 8) -> list[Total]:
    """Rows put together by place; `length` 6 puts villages together into sub-districts."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        counted[row.area[:length]].update(due=row.due, fresh=row.fresh)
    return [Total(area, count["due"], count["fresh"]) for area, count in sorted(counted.items())]


def of_subdistricts(rows: Iterable[Currency]) -> list[Currency]:
    """The same rows with the villages of each sub-district put together."""
    counted: dict[tuple[str, FactGroup], Counter[str]] = defaultdict(Counter)
    for row in rows:
        counted[row.area[:6], row.fact].update({name: getattr(row, name) for name in _NUMBERS})
    return [Currency(*place, *(count[name] for name in _NUMBERS)) for place, count in counted.items()]


def by_subdistrict(rows: Sequence[Currency]) -> list[tuple[Total, list[Total]]]:
    """Each sub-district together, and its villages one by one."""
    villages = totals(rows)
    return [(whole, [one for one in villages if one.area.startswith(whole.area)]) for whole in totals(rows, length=6)]


def by_fact(rows: Iterable[Currency]) -> list[Currency]:
    """All places together, a row a fact group, in the field's order."""
    counted: dict[FactGroup, Counter[str]] = defaultdict(Counter)
    for row in rows:
        counted[row.fact].update({name: getattr(row, name) for name in _NUMBERS})
    return [Currency("", fact, *(counted[fact][name] for name in _NUMBERS)) for fact in FactGroup if fact in counted]


_NUMBERS = ("due", "fresh", "ageing", "stale", "unknown")


def _owing(people: QuerySet[Person]) -> Counter[tuple[str, FactGroup]]:
    owing: Counter[tuple[str, FactGroup]] = Counter()
    counted = people.order_by().values("area_code").annotate(all=Count("pk"), close=Count("pk", filter=due.cared_for()))
    for one in counted:
        for fact in FactGroup:
            many = one["all" if fact in ALWAYS_DUE else "close"]
            if many:
                owing[one["area_code"], fact] = many
    return owing


def _seen(people: QuerySet[Person]) -> dict[tuple[str, FactGroup], Counter[str]]:
    seen: dict[tuple[str, FactGroup], Counter[str]] = defaultdict(Counter)
    owed = Q(confirmations__fact__in=[fact.value for fact in ALWAYS_DUE]) | due.cared_for()
    told = people.order_by().filter(owed, confirmations__isnull=False).alias(dependence=due.dependence_of("pk"))
    told = told.annotate(state=due.state_of(parameters.values(), at="confirmations__"))
    for one in told.values("area_code", "confirmations__fact", "state").annotate(n=Count("confirmations")):
        seen[one["area_code"], FactGroup(one["confirmations__fact"])][one["state"]] = one["n"]
    return seen


def _row(area: str, fact: FactGroup, owing: int, seen: Counter[str]) -> Currency:
    unknown = owing - seen.total()
    return Currency(area, fact, owing, seen[State.FRESH], seen[State.AGEING], seen[State.STALE], unknown)
