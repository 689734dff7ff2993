"""Reads: a body whole (its legs, its seats, who sits, what changed), and all bodies as one tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.teams import shares
from sanam.domain.teams.chair import SEATS, Did, LegFigures
from sanam.domain.teams.models import Body, Holding, Leg, Seat
from sanam.domain.teams.permissions import check_can_see_teams
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
class SeatLine:
    """A seat with who sits there today: holder first, then acting, then deputies; how long it has stood empty."""

    seat: Seat
    sitting: tuple[Holding, ...]
    empty_since: date | None

    @property
    def holder(self) -> Holding | None:
        """Who holds it, or acts for the holder until there is one."""
        return next((one for one in self.sitting if one.kind in _FILLS), None)

    @property
    def deputies(self) -> tuple[Holding, ...]:
        """Who stands in when the holder cannot."""
        return tuple(one for one in self.sitting if one.kind == HoldingKind.DEPUTY)

    @property
    def empty_days(self) -> int | None:
        """For how many days it has stood empty; None where nobody ever held it."""
        return (clock.today() - self.empty_since).days if self.empty_since else None


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
    seats: tuple[SeatLine, ...]
    beneath: tuple[Manned, ...]
    changes: tuple[Change, ...]
    since: date

    @property
    def filled(self) -> int:
        """Seats that somebody holds."""
        return sum(1 for line in self.seats if line.holder)


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
    seats = Seat.objects.filter(body=body).filter(Q(closed_on=None) | Q(closed_on__gt=today))
    lines = _lines(list(seats.select_related("leg", "organisation").order_by("leg__order", "title_th", "id")), today)
    return Together(
        body,
        tuple(figures(body, legs, [line for line, _ in lines], today)),
        tuple(line for line, _ in lines),
        tuple(_manned(one, 0) for one in _counted(Body.objects.filter(parent=body))),
        tuple(change for line, history in lines for change in _changes(line.seat, history, today)),
        today - WINDOW,
    )


def figures(body: Body, legs: Sequence[Leg], lines: Sequence[SeatLine], today: date) -> Iterator[LegFigures]:
    """What each leg did: filled seats, and whatever rooms above registered with `shares`; a query an arena."""
    filled = Counter(line.seat.leg_id for line in lines if line.holder)
    seats = Counter(line.seat.leg_id for line in lines)
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


def _lines(seats: Sequence[Seat], today: date) -> list[tuple[SeatLine, list[Holding]]]:
    """Each seat with who sits there, and with everyone who ever did."""
    ordered = Holding.objects.filter(seat__in=seats, from_on__lte=today).select_related("member")
    history: dict[UUID, list[Holding]] = {
        seat: list(ever) for seat, ever in groupby(ordered.order_by("seat", "from_on", "id"), lambda one: one.seat_id)
    }
    return [(_line(seat, history.get(seat.pk, []), today), history.get(seat.pk, [])) for seat in seats]


def _line(seat: Seat, history: Iterable[Holding], today: date) -> SeatLine:
    ever = list(history)
    now = [one for one in ever if one.to_on is None or one.to_on >= today]
    order = {kind: at for at, kind in enumerate((*_FILLS, HoldingKind.DEPUTY))}
    ended = [one.to_on for one in ever if one.kind in _FILLS and one.to_on is not None and one.to_on < today]
    is_empty = not any(one.kind in _FILLS for one in now)
    since = max(ended) + timedelta(days=1) if is_empty and ended else None
    return SeatLine(seat, tuple(sorted(now, key=lambda one: order[HoldingKind(one.kind)])), since)


def _changes(seat: Seat, history: Iterable[Holding], today: date) -> Iterator[Change]:
    held = [one for one in history if one.kind == HoldingKind.HOLDER]
    for before, after in pairwise(held):
        if after.from_on > today - YEAR and before.member_id != after.member_id:
            yield Change(seat, before, after)
