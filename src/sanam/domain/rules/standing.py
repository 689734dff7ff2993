"""How a body stands at this moment: its legs, their seats, and which of them somebody fills."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef

from sanam.domain.rules.models import Round
from sanam.domain.teams.models import Body, Leg, Seat
from sanam.domain.teams.policies import filling
from sanam.domain.teams.words import Can


@dataclass(frozen=True, slots=True)
class Legged:
    """A leg with its open seats, and those of them that somebody fills today."""

    leg: Leg
    seats: tuple[Seat, ...]
    filled: frozenset[UUID]

    @property
    def vacant(self) -> bool:
        """Nobody sits here: the leg is missing, and what is agreed does not bind it."""
        return not self.filled


def legs_of(body: Body) -> list[Legged]:
    """The legs of a body in their order; two statements."""
    held = Exists(filling(OuterRef("pk")))
    seats = Seat.objects.filter(body=body, closed_on=None).annotate(held=held).select_related("organisation", "leg")
    by_leg: dict[int, list[Seat]] = {}
    for seat in seats.order_by("title_th", "id"):
        by_leg.setdefault(seat.leg_id, []).append(seat)
    return [_legged(leg, by_leg.get(leg.pk, [])) for leg in Leg.objects.filter(body=body, to_on=None).order_by("order")]


def _legged(leg: Leg, seats: list[Seat]) -> Legged:
    return Legged(leg, tuple(seats), frozenset(seat.pk for seat in seats if getattr(seat, "held", False)))


def is_filled(seat: Seat) -> bool:
    """Whether somebody holds a seat today, or acts for its holder."""
    return Seat.objects.filter(Exists(filling(OuterRef("pk"))), pk=seat.pk, closed_on=None).exists()


def asked_of(body: Body) -> list[Seat]:
    """The seats that are asked: filled, and with a mandate that takes part in rules."""
    return asked_among(legs_of(body))


def asked_among(legs: Iterable[Legged]) -> list[Seat]:
    """The same of legs that are known already."""
    return [
        seat
        for legged in legs
        for seat in legged.seats
        if seat.pk in legged.filled and Can.TAKE_PART_IN_RULES in seat.capabilities
    ]


def waiting_for(one: Round) -> list[Seat]:
    """The seats that were asked and have not answered yet."""
    answered = set(one.responses.filter(replaced_at=None).values_list("seat", flat=True))
    return [seat for seat in asked_of(one.proposal.body) if seat.pk not in answered]
