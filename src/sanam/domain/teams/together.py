"""Reads: a body whole (its legs, its seats, who sits, what changed), and all bodies as one tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.teams import shares
from sanam.domain.teams.chair import SEATS, Did, LegFigures
from sanam.domain.teams.models import Body, Holding, Leg, Seat
from sanam.domain.teams.permissions import check_can_see_teams
from sanam.domain.teams.queries.sitting import SeatCard, seats_of
from sanam.domain.teams.words import HoldingKind

WINDOW = timedelta(days=180)
YEAR = timedelta(days=365)
_FILLS = (HoldingKind.HOLDER, HoldingKind.ACTING)
Arenas = list[tuple[str, str, str, Mapping[int, float]]]
"""Each with its name, its Thai and English words, and what every leg did there, by the leg's id."""


@dataclass(frozen=True, slots=True)
class Manned:
    """A body in the tree: how deep it lies, how many seats it has, and how many of them somebody holds."""

    body: Body
    depth: int
    seats: int
    filled: int

    @property
    def vacant(self) -> int:
        """Seats that nobody holds."""
        return self.seats - self.filled


@dataclass(frozen=True, slots=True)
class Change:
    """A seat that changed hands within a year: the one before, the one after, and the days between."""

    seat: Seat
    before: Holding
    after: Holding

    @property
    def gap(self) -> int:
        """Days on which nobody sat there."""
        return max(0, (self.after.from_on - (self.before.to_on or self.after.from_on)).days - 1)


@dataclass(frozen=True, slots=True)
class Together:
    """One body: figures of its legs for the chair, its seats leg by leg, the bodies beneath it, and what changed."""

    body: Body
    legs: tuple[LegFigures, ...]
    seats: tuple[SeatCard, ...]
    beneath: tuple[Manned, ...]
    changes: tuple[Change, ...]
    since: date

    @property
    def filled(self) -> int:
        """Seats that somebody holds."""
        return sum(not card.is_vacant for card in self.seats)


def tree(actor: Actor) -> list[Manned]:
    """Every body, each after the one it belongs to; two statements."""
    check_can_see_teams(actor)
    everyone = _counted(Body.objects.all())
    beneath: dict[UUID | None, list[Body]] = {}
    for body in everyone:
        beneath.setdefault(body.parent_id, []).append(body)
    return list(_walk(beneath, None, 0))


def together(actor: Actor, body_id: UUID) -> Together:
    """One body as its members see it; raises NotHere."""
    check_can_see_teams(actor)
    body = Body.objects.select_related("parent").filter(id=body_id).first()
    if body is None:
        raise NotHere("teams.no_such_body", "ไม่พบทีมนี้", "There is no such team.")
    today = clock.today()
    legs = list(Leg.objects.filter(body=body, to_on=None).order_by("order"))
    cards = seats_of(body)
    return Together(
        body,
        tuple(figures(body, legs, cards, today)),
        tuple(cards),
        tuple(_manned(one, 0) for one in _counted(Body.objects.filter(parent=body))),
        tuple(change for card in cards for change in _changes(card, today)),
        today - WINDOW,
    )


def figures(body: Body, legs: Sequence[Leg], cards: Sequence[SeatCard], today: date) -> Iterator[LegFigures]:
    """What each leg did: filled seats, and whatever rooms above registered with `shares`; a query an arena."""
    filled = Counter(card.seat.leg_id for card in cards if not card.is_vacant)
    seats = Counter(card.seat.leg_id for card in cards)
    own: Arenas = [(SEATS, "ที่นั่งมีคน", "seats filled", dict(filled))]
    arenas = [*own, *_arenas(body, today)]
    for leg in legs:
        did = (
            Did(arena, th, en, done.get(leg.pk, 0), total)
            for arena, th, en, done in arenas
            if (total := sum(done.get(one.pk, 0) for one in legs)) > 0
        )
        yield LegFigures(leg.order, leg.name_th, leg.name_en, seats[leg.pk], filled[leg.pk], tuple(did))


def _arenas(body: Body, today: date) -> Arenas:
    asked = ((arena, arena.query(body, today - WINDOW, today)) for arena in shares.arenas())
    return [(arena.arena, arena.th, arena.en, dict(done)) for arena, done in asked if done is not None]


def _lasting(today: date) -> Q:
    return Q(from_on__lte=today) & (Q(to_on=None) | Q(to_on__gte=today))


def _counted(bodies: QuerySet[Body]) -> QuerySet[Body]:
    """Bodies with `seats_open` and `seats_filled`."""
    today = clock.today()
    held = Holding.objects.filter(_lasting(today), seat=OuterRef("pk"), kind__in=_FILLS)
    open_now = Q(seats__closed_on=None) | Q(seats__closed_on__gt=today)
    filled = Seat.objects.filter(Exists(held)).values("pk")
    return bodies.annotate(
        seats_open=Count("seats", filter=open_now & Q(seats__isnull=False)),
        seats_filled=Count("seats", filter=open_now & Q(seats__in=filled)),
    ).order_by("name_th", "id")


def _manned(body: Body, depth: int) -> Manned:
    return Manned(body, depth, getattr(body, "seats_open", 0), getattr(body, "seats_filled", 0))


def _walk(beneath: dict[UUID | None, list[Body]], parent: UUID | None, depth: int) -> Iterator[Manned]:
    for body in beneath.get(parent, ()):
        yield _manned(body, depth)
        yield from _walk(beneath, body.pk, depth + 1)


def _changes(card: SeatCard, today: date) -> Iterator[Change]:
    for before, after in pairwise(card.held):
        if after.from_on > today - YEAR and before.member_id != after.member_id:
            yield Change(card.seat, before, after)
