"""What Today says in one sentence: things of one kind together, with how many there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import ngettext

from sanam.domain.foundation.actor import Actor
from sanam.domain.registry import queries as registry
from sanam.domain.teams.queries import Matter

LISTED = 5


@dataclass(frozen=True, slots=True)
class Alike:
    """Things of one kind in the order they came; `said` is the one sentence for all of them."""

    things: list[Any]
    said: str = ""

    @property
    def first(self) -> Any:
        return self.things[0]

    @property
    def more(self) -> int:
        """How many there are besides the first."""
        return len(self.things) - 1


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for the seat acting in the register: emergencies to review, requests near their day, pairs."""

    reviews: int
    requests: list[Any]
    duplicates: list[Any]

    def __bool__(self) -> bool:
        return bool(self.reviews or self.requests or self.duplicates)


def waiting(actor: Actor) -> Waiting:
    """A statement for each kind at most."""
    return Waiting(
        reviews=len(registry.to_review(actor)),
        requests=registry.due_soon(actor, limit=LISTED),
        duplicates=list(registry.open_duplicates(actor)[:LISTED]),
    )


def alike(things: Iterable[Any]) -> list[Alike]:
    """Things by their kind, the kind that came first in front."""
    kinds: dict[str, list[Any]] = {}
    for one in things:
        kinds.setdefault(one.kind, []).append(one)
    return [Alike(found) for found in kinds.values()]


def by_kind(matters: Iterable[Matter]) -> list[Alike]:
    """What a team should see to, a sentence a kind; one that is alone of its kind says it itself."""
    return [Alike(one.things, _SAID[one.first.kind](len(one.things))) for one in alike(matters)]


_SAID = {
    "handover": lambda n: ngettext("ส่งมอบ %(n)s ที่นั่งยังไม่เสร็จ", "ส่งมอบ %(n)s ที่นั่งยังไม่เสร็จ", n) % {"n": n},
    "frozen": lambda n: ngettext("%(n)s คณะยังตัดสินแทนทุกฝ่ายไม่ได้", "%(n)s คณะยังตัดสินแทนทุกฝ่ายไม่ได้", n) % {"n": n},
    "vacant": lambda n: ngettext("%(n)s ที่นั่งยังไม่มีคนนั่ง", "%(n)s ที่นั่งยังไม่มีคนนั่ง", n) % {"n": n},
    "no_deputy": lambda n: ngettext("%(n)s ที่นั่งยังไม่มีรอง", "%(n)s ที่นั่งยังไม่มีรอง", n) % {"n": n},
    "unpractised": lambda n: ngettext("รอง %(n)s คนยังไม่เคยนั่งจริง", "รอง %(n)s คนยังไม่เคยนั่งจริง", n) % {"n": n},
    "term": lambda n: ngettext("%(n)s ที่นั่งใกล้ครบวาระหรือครบแล้ว", "%(n)s ที่นั่งใกล้ครบวาระหรือครบแล้ว", n) % {"n": n},
}
