"""Questions whether two records are one person, once one of them is merged away."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sanam.domain.foundation.actor import Actor
from sanam.domain.notices import operations as notices
from sanam.domain.registry.merging.rules import Pair, arranges
from sanam.domain.registry.merging.tables import Table, clashes
from sanam.domain.registry.models import Duplicate
from sanam.domain.teams import queries as teams

SAME = "same"


@arranges(Duplicate)
def _asked_once(pair: Pair, table: Table, found: list[Duplicate]) -> list[Duplicate]:
    """Who may be the one may be the other: asked once about the living record, and a decision stands for both."""
    both = {pair.kept.pk, pair.gone.pk}
    alike: dict[Any, list[Duplicate]] = defaultdict(list)
    for row in found:
        if others := {row.first_id, row.second_id} - both:
            alike[others.pop()].append(row)
    for rows in alike.values():
        best = max(rows, key=lambda row: (bool(row.decision), _about(pair.kept.pk, row), -row.pk))
        for row in rows:
            if row is not best:
                _say(pair.kept.pk, pair.gone.pk, row)
        _say(pair.gone.pk, pair.kept.pk, best)
        for row in rows:
            if row is not best and clashes(row, found):
                _say(pair.gone.pk, pair.kept.pk, row)
    return []


def answer(by: Actor, pair: Pair, reason: str, at: Any) -> None:
    """The question about the two themselves is answered, whoever asked it; where nobody had, it is written down."""
    ids = [pair.kept.pk, pair.gone.pk]
    said = {"decision": SAME, "reason": reason, "by_ref": by.ref, "at": at}
    asked = Duplicate.objects.filter(first__in=ids, second__in=ids)
    if not asked.update(**said):
        Duplicate.objects.create(first=pair.kept, second=pair.gone, basis="found", **said)
        return
    keepers = [str(seat.pk) for seat in teams.keepers_of(pair.kept.area_code)]
    for one in asked.order_by("pk").values_list("pk", flat=True):
        notices.settle(by=by, about=f"duplicate:{one}", kinds=("duplicate.asked",), seats=keepers)


def _about(person: Any, row: Duplicate) -> bool:
    return person in (row.first_id, row.second_id)


def _say(old: Any, new: Any, row: Duplicate) -> None:
    row.first_id = new if row.first_id == old else row.first_id
    row.second_id = new if row.second_id == old else row.second_id
