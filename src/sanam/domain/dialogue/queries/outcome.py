"""Reads: what a room came to, as it was counted when it closed; nothing of it exists before that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sanam.domain.dialogue.counting import FEWEST
from sanam.domain.dialogue.models import CommonGoal, Exchange, Result, Statement
from sanam.domain.dialogue.queries.phones import door, last_door
from sanam.domain.dialogue.queries.rooms import visible
from sanam.domain.dialogue.words import CardState, RoomStage
from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere, Refused

MOST = 50
BY_CODE = timedelta(days=30)
"""How long after closing the code of the door still leads to the result; seats see it for good."""


@dataclass(frozen=True, slots=True)
class LegHeard:
    """A leg as it was called when the room closed; `heard` when three people of it answered, or more."""

    order: int
    name_th: str
    name_en: str
    tickets: int
    heard: bool


@dataclass(frozen=True, slots=True)
class Share:
    """What one leg says of one card: percent, None where fewer than three answered; `most` marks an emphasis."""

    leg: LegHeard
    percent: int | None
    most: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """One card with what every leg says of it."""

    card: Statement
    shares: tuple[Share, ...]
    common: bool


@dataclass(frozen=True, slots=True)
class Signed:
    """A card on which one leg stands apart from the others by more than chance, and whether it agrees."""

    card: Statement
    agrees: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything a result page tells. Legs stand in the order of the chair, goals by how far all agree."""

    room: Exchange
    legs: tuple[LegHeard, ...]
    goals: tuple[Counted, ...]
    emphases: tuple[Counted, ...]
    signed: tuple[tuple[LegHeard, tuple[Signed, ...]], ...]
    unresolved: tuple[Counted, ...]
    tickets: int
    helped: int
    cards: int

    @property
    def unheard(self) -> list[LegHeard]:
        return [one for one in self.legs if not one.heard]

    @property
    def waiting(self) -> list[Statement]:
        """What went on nowhere."""
        return [one.card for one in self.unresolved if not one.card.question_id]


def outcome(exchange: Exchange) -> Outcome:
    """What a closed room came to, in three statements; raises NotHere for one that is not closed."""
    kept = Result.objects.filter(exchange=exchange).first()
    if kept is None or exchange.said is not RoomStage.CLOSED:
        raise NotHere(
            "dialogue.no_result", "ห้องนี้ยังไม่ปิด ทุกคนเห็นผลพร้อมกันเมื่อปิด", "Not closed yet; everybody sees it together."
        )
    return _Reading(exchange, kept.figures).outcome()


def by_code(typed: str) -> Exchange:
    """A closed room by a code its door had, within thirty days of closing; raises NotHere, or Refused before."""
    room = door(typed).exchange
    if room.said is not RoomStage.CLOSED or room.closed_at is None:
        raise Refused(
            "dialogue.not_yet", "ห้องนี้ยังไม่ปิด ทุกคนเห็นผลพร้อมกันเมื่อปิด", "Not closed yet; everybody sees it together."
        )
    if room.closed_at <= clock.now() - BY_CODE:
        raise Refused(
            "dialogue.result_by_seat",
            "เลย 30 วันแล้ว ขอดูผลจากคนที่นั่งในคณะได้",
            "Thirty days have passed; ask a seat of the body for the result.",
        )
    return room


def last_code(exchange: Exchange) -> str:
    """The code people came in by, while it still leads to the result; "" where there is none."""
    if exchange.closed_at is None or exchange.closed_at <= clock.now() - BY_CODE:
        return ""
    last = last_door(exchange)
    return last.code if last else ""


def common_goals(body: Any) -> list[CommonGoal]:
    """The common goals of a body's closed rooms, newest room first: candidates that rules and plans take up."""
    closed = CommonGoal.objects.filter(exchange__body=body, exchange__stage=RoomStage.CLOSED)
    return list(
        closed.select_related("statement", "exchange").order_by("-exchange__closed_at", "exchange", "order")[:MOST]
    )


def common_goal(actor: Actor, goal_id: str) -> CommonGoal:
    """One common goal of a closed room this seat sees, with its card and its room; raises NotHere."""
    seen = CommonGoal.objects.filter(exchange__in=visible(actor).values("pk"), exchange__stage=RoomStage.CLOSED)
    found = seen.select_related("statement", "exchange").filter(pk=goal_id).first()
    if found is None:
        raise NotHere("dialogue.no_goal", "ไม่พบเป้าหมายร่วมนี้", "There is no such common goal.")
    return found


def goals_of(rooms: list[Exchange]) -> dict[Any, list[CommonGoal]]:
    """The common goals of these rooms that are closed, by room; one statement."""
    closed = [one.pk for one in rooms if one.said is RoomStage.CLOSED]
    found: dict[Any, list[CommonGoal]] = {}
    for goal in (
        CommonGoal.objects.filter(exchange__in=closed).select_related("statement").order_by("exchange", "order")
    ):
        found.setdefault(goal.exchange_id, []).append(goal)
    return found


class _Reading:
    """Kept figures put together with the cards they speak of."""

    def __init__(self, room: Exchange, figures: dict[str, Any]) -> None:
        self.room, self.counted = room, figures["counted"]
        cards = Statement.objects.filter(exchange=room, state=CardState.ON).select_related(
            "question__owner", "common_goal"
        )
        self.cards = {str(one.number): one for one in cards}
        self.by_name = {
            one["group"]: LegHeard(one["order"], one["group"], one["en"], one["tickets"], one["heard"])
            for one in figures["legs"]
        }
        self.legs = tuple(self.by_name.values())

    def outcome(self) -> Outcome:
        told = [self._agreement(one) for one in self._statements() if one["statement"] in self.cards]
        goals = tuple(one for one in told if one.common)
        return Outcome(
            room=self.room,
            legs=self.legs,
            goals=goals,
            emphases=tuple(self._emphasis(one) for one in goals) if self.counted["emphases"] else (),
            signed=tuple((leg, said) for name, leg in self.by_name.items() if (said := self._signed(name))),
            unresolved=tuple(sorted((one for one in told if not one.common), key=lambda one: one.card.number)),
            tickets=sum(one.tickets for one in self.legs),
            helped=self.room.tickets.exclude(channel="").count(),
            cards=len(self.cards),
        )

    def _statements(self) -> list[dict[str, Any]]:
        """What was counted, and the cards of which no leg's answers may be told: they stay on the page, unheard."""
        counted = self.counted["statements"]
        silent = self.cards.keys() - {one["statement"] for one in counted}
        return [*counted, *({"statement": one, "by_group": {}, "common": False} for one in silent)]

    def _agreement(self, one: dict[str, Any]) -> Counted:
        shares = []
        for name, leg in self.by_name.items():
            said = one["by_group"].get(name, {"seen": 0, "agree": 0})
            shares.append(Share(leg, round(100 * said["agree"] / said["seen"]) if said["seen"] >= FEWEST else None))
        return Counted(self.cards[one["statement"]], tuple(shares), one["common"])

    def _emphasis(self, goal: Counted) -> Counted:
        told, number = self.counted["emphases"], str(goal.card.number)
        more = {one["group"] for one in told["emphasised"] if one["statement"] == number and one["more"]}
        shares = tuple(
            Share(
                leg, round(100 * told["shares"][name].get(number, 0)) if name in told["shares"] else None, name in more
            )
            for name, leg in self.by_name.items()
        )
        return Counted(goal.card, shares, common=True)

    def _signed(self, name: str) -> tuple[Signed, ...]:
        said = self.counted["signatures"].get(name, ())
        return tuple(
            Signed(self.cards[one["statement"]], one["says"] == "agree")
            for one in said
            if one["beyond_chance"] and one["statement"] in self.cards
        )
