"""Reads: what closed rooms tell in the report of the gathering they were held at."""

from __future__ import annotations

from collections.abc import Iterable

from sanam.domain.dialogue.models import Exchange
from sanam.domain.dialogue.queries.outcome import Counted, LegHeard, Outcome, outcome
from sanam.domain.dialogue.words import RoomStage
from sanam.domain.gatherings.heard import Goal, Heard, LegNamed
from sanam.domain.gatherings.models import Gathering


def found_at(gathering: Gathering) -> list[Heard]:
    """What each closed room of a gathering came to, first one first: as its result page shows it, without figures."""
    closed = Exchange.objects.filter(gathering=gathering, stage=RoomStage.CLOSED).order_by("created_at", "id")
    return [_told(room, outcome(room)) for room in closed]


def _told(room: Exchange, found: Outcome) -> Heard:
    return Heard(
        title=room.title,
        parties=room.positions.count(),
        goals=[Goal(goal.card.text, _stressed(goal, found.emphases)) for goal in found.goals],
        unresolved=[one.card.text for one in found.unresolved if not one.card.question_id],
        unheard=_named(found.unheard),
    )


def _stressed(goal: Counted, emphases: Iterable[Counted]) -> list[LegNamed]:
    shares = next((one.shares for one in emphases if one.card == goal.card), ())
    return _named(one.leg for one in shares if one.most)


def _named(legs: Iterable[LegHeard]) -> list[LegNamed]:
    return [LegNamed(one.name_th, one.name_en) for one in legs]
