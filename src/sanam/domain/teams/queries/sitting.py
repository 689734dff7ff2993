"""Who sits in which seat, who stands in and how often they really did, when terms end."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.db.models import FilteredRelation, Q

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import NotHere
from sanam.domain.journal.practice import days_at_work
from sanam.domain.teams import permissions
from sanam.domain.teams.models import Body, HandOver, Holding, Member, Seat
from sanam.domain.teams.words import HoldingKind


@dataclass(frozen=True, slots=True)
class Deputy:
    """Somebody who stands in, and on how many days they really did anything from the seat since they may."""

    holding: Holding
    practised: int


@dataclass(frozen=True, slots=True)
class SeatCard:
    """A seat as it stands today: `vacant_since` is the first day nobody held it, None while somebody does.

    A seat that nobody ever held has been vacant since `None`, and `is_vacant` says so. `past` is newest first.
    `handover` is the one under way, where it was asked for (`seats_of`).
    """

    seat: Seat
    holder: Holding | None = None
    acting: Holding | None = None
    deputies: list[Deputy] = field(default_factory=list)
    coming: list[Holding] = field(default_factory=list)
    past: list[Holding] = field(default_factory=list)
    vacant_since: date | None = None
    handover: HandOver | None = None

    @property
    def sits(self) -> Holding | None:
        """Who holds it, or acts for the holder until there is one."""
        return self.holder or self.acting

    @property
    def empty_days(self) -> int | None:
        """For how many days it has stood vacant; None where nobody ever held it."""
        return (clock.today() - self.vacant_since).days if self.vacant_since else None

    @property
    def held(self) -> list[Holding]:
        """Everyone who held it in their own right, the first of them first."""
        ever = [*reversed(self.past), *([self.holder] if self.holder else [])]
        return [one for one in ever if one.kind == HoldingKind.HOLDER]

    @property
    def holders(self) -> list[Holding]:
        """Who held it in their own right until today, the newest first."""
        ever = [self.holder, *self.past]
        return [one for one in ever if one is not None and one.kind == HoldingKind.HOLDER]

    @property
    def is_vacant(self) -> bool:
        """Whether nobody sits there, neither in their own right nor acting."""
        return self.sits is None

    @property
    def lacks_deputies(self) -> int:
        """How many deputies it has too few."""
        return max(0, self.seat.fewest_deputies - len(self.deputies))

    @property
    def term_ends_on(self) -> date | None:
        """When the term of whoever sits there ends, None where it does not."""
        sits = self.sits
        if sits is None:
            return None
        if sits.to_on or self.seat.term_ends_on:
            return sits.to_on or self.seat.term_ends_on
        return months_after(sits.from_on, self.seat.term_months) if self.seat.term_months else None


def seat_card(actor: Actor, seat_id: str) -> SeatCard:
    """One seat, a closed one too, for anybody who sits somewhere; raises NotHere."""
    found = Seat.objects.filter(id=seat_id).select_related("body", "leg", "organisation")
    cards = seat_cards(found)
    if not cards:
        raise NotHere("teams.no_such_seat", "ไม่พบที่นั่งนี้", "There is no such seat.")
    return cards[0]


def seats_of(body: Body) -> list[SeatCard]:
    """The open seats of a body, leg by leg, each with the hand-over it is in; three statements."""
    open_today = Q(closed_on=None) | Q(closed_on__gt=clock.today())
    unfinished = Q(handovers__done_at=None, handovers__called_off_at=None)
    found = Seat.objects.filter(open_today, body=body).annotate(
        changing=FilteredRelation("handovers", condition=unfinished)
    )
    told = ("body", "leg", "organisation", "changing__giver", "changing__taker")
    return seat_cards(found.select_related(*told).order_by("leg__order", "title_th", "id"))


def seat_cards(seats: Iterable[Seat]) -> list[SeatCard]:
    """These seats as they stand, in the order given; two statements besides the one that reads them."""
    seats = list(seats)
    holdings: dict[UUID, list[Holding]] = defaultdict(list)
    for one in Holding.objects.filter(seat__in=seats).select_related("member").order_by("from_on", "id"):
        holdings[one.seat_id].append(one)
    standing_in = [one for held in holdings.values() for one in held if is_deputy(one)]
    worked = (
        days_at_work({str(one.seat_id) for one in standing_in}, {str(one.member_id) for one in standing_in})
        if standing_in
        else {}
    )
    return [_card(seat, holdings[seat.pk], worked) for seat in seats]


def is_deputy(holding: Holding) -> bool:
    """Whether somebody stands in today."""
    return holding.kind == HoldingKind.DEPUTY and lasts(holding)


def lasts(holding: Holding) -> bool:
    """Whether a holding holds today."""
    today = clock.today()
    return holding.from_on <= today and (holding.to_on is None or holding.to_on >= today)


def holding(holding_id: int) -> Holding:
    """One holding that has not ended, with its seat and member; raises NotHere."""
    lasting = Holding.objects.filter(Q(to_on=None) | Q(to_on__gte=clock.today()), id=holding_id)
    found = lasting.select_related("seat__body", "seat__organisation", "member").first()
    if found is None:
        raise NotHere("teams.no_such_holding", "คนนี้ไม่ได้นั่งที่นี่แล้ว", "They do not sit there any more.")
    return found


def may_sit(actor: Actor) -> list[Member]:
    """Members this actor may seat: of the tree of their body, or sitting nowhere; never themselves."""
    return [one for one in permissions.members_of(actor).order_by("name", "id") if str(one.pk) != actor.member]


def may_change(actor: Actor, seat: Seat) -> bool:
    """Whether this actor may change this seat."""
    return permissions.says_yes(permissions.check_can_change, actor, seat)


def reaches_as_far(actor: Actor, seat: Seat) -> bool:
    """Whether this actor's own seat reaches as far as this one, so that who may change it chooses who sits there."""
    return permissions.says_yes(permissions.check_can_fill, actor, seat)


def months_after(day: date, months: int) -> date:
    """The same day so many months on, or the last of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _card(seat: Seat, held: list[Holding], worked: dict[tuple[str, str], list[date]]) -> SeatCard:
    now = [one for one in held if lasts(one)]
    today = clock.today()
    past = [one for one in held if one.to_on is not None and one.to_on < today]
    filled = [one.to_on for one in past if one.kind != HoldingKind.DEPUTY and one.to_on]
    sits = [one for one in now if one.kind != HoldingKind.DEPUTY]
    return SeatCard(
        seat=seat,
        holder=next((one for one in now if one.kind == HoldingKind.HOLDER), None),
        acting=next((one for one in now if one.kind == HoldingKind.ACTING), None),
        deputies=[Deputy(one, _days(one, worked)) for one in now if is_deputy(one)],
        coming=[one for one in held if one.from_on > today],
        past=past[::-1],
        vacant_since=None if sits or not filled else max(filled) + timedelta(days=1),
        handover=getattr(seat, "changing", None),
    )


def _days(deputy: Holding, worked: dict[tuple[str, str], list[date]]) -> int:
    days = worked.get((str(deputy.seat_id), str(deputy.member_id)), [])
    return sum(day >= deputy.from_on for day in days)
