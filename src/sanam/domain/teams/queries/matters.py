"""What a team should see to: a vacant seat, no deputy, one who never sat, a term that ends, a hand-over left open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor, ActorKind
from sanam.domain.foundation.thai.dates import say_date
from sanam.domain.teams import permissions
from sanam.domain.teams.models import Body, Seat
from sanam.domain.teams.queries.handovers import TakenOver, taken_over, under_way
from sanam.domain.teams.queries.lines import SOON
from sanam.domain.teams.queries.sitting import SeatCard, seat_cards
from sanam.domain.teams.trees import Nest


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing to see to: which kind, a sentence in both languages, and the page where something can be done."""

    kind: str
    th: str
    en: str
    path: str


@dataclass(frozen=True, slots=True)
class OurTeam:
    """A team as the seat acting meets it today: what to see to, its own empty seats, what it took over lately."""

    matters: list[Matter]
    vacant: int = 0
    taken: TakenOver | None = None


def our_team(actor: Actor, nest: Nest | None = None) -> OurTeam:
    """What stands open in the body of the seat acting, or in its whole tree for whoever shapes teams.

    Hand-overs first, then bodies that cannot decide, then seats; statements do not grow with the seats.
    """
    shapes = permissions.may_shape(actor)
    nest = nest or (Nest() if shapes else None)
    found = [_handed_over(one.seat, f"/team/handovers/{one.pk}/") for one in under_way(actor, nest)]
    if actor.kind is not ActorKind.SEAT:
        return OurTeam(found)
    bodies = nest.of(actor) if nest and shapes else {UUID(actor.body)}
    seats = Seat.objects.filter(body__in=bodies, closed_on=None).select_related("body", "leg", "organisation")
    cards = seat_cards(seats.order_by("body__name_th", "leg__order", "title_th", "id"))
    return OurTeam(
        matters=[*found, *_frozen(cards), *(matter for card in cards for matter in of_seat(card))],
        vacant=sum(card.is_vacant for card in cards if str(card.seat.body_id) == actor.body),
        taken=next((taken_over(actor, card.holders) for card in cards if str(card.seat.pk) == actor.ref), None),
    )


def of_seat(card: SeatCard) -> Iterator[Matter]:
    """What should be seen to at one seat."""
    path = f"/team/seats/{card.seat.pk}/"
    th, en = _named(card.seat)
    if card.is_vacant:
        yield Matter("vacant", *_vacant(th, en, card.vacant_since), path)
        return
    if card.lacks_deputies and not card.deputies:
        yield Matter("no_deputy", f"{th} ยังไม่มีรอง", f"{en} has no deputy yet.", path)
    for one in card.deputies:
        if not one.practised:
            name = one.holding.member.name
            told = f"{name} เป็นรองของ {th} เคยนั่งจริง 0 ครั้ง", f"{name} is deputy for {en} and never sat there yet."
            yield Matter("unpractised", *told, path)
    ends = card.term_ends_on
    if ends is not None and ends <= clock.today() + SOON:
        yield Matter("term", *_ending(th, en, ends), path)


def _vacant(th: str, en: str, since: date | None) -> tuple[str, str]:
    if since is None:
        return f"{th} ยังไม่มีคนนั่ง", f"{en} is vacant."
    days = (clock.today() - since).days + 1
    return f"{th} ว่างมา {days} วัน", f"{en} has been vacant for {days} days."


def _ending(th: str, en: str, ends: date) -> tuple[str, str]:
    if ends < clock.today():
        return f"{th} ครบวาระไปแล้วเมื่อ {say_date(ends)}", f"The term of {en} ended on {say_date(ends, language='en')}."
    return f"วาระของ {th} จะครบ {say_date(ends)}", f"The term of {en} ends on {say_date(ends, language='en')}."


def _frozen(cards: list[SeatCard]) -> Iterator[Matter]:
    filled: dict[Body, int] = defaultdict(int)
    for card in cards:
        filled[card.seat.body] += not card.is_vacant
    for body, many in filled.items():
        if many < body.fewest_filled:
            missing = body.fewest_filled - many
            told = (
                f"{body.name_th} ยังตัดสินแทนทุกฝ่ายไม่ได้ ขาดคนนั่งอีก {missing} ที่นั่ง",
                f"{body.name_en} cannot decide for everybody yet: {missing} more seats to fill.",
            )
            yield Matter("frozen", *told, f"/team/{body.pk}/")


def _handed_over(seat: Seat, path: str) -> Matter:
    th, en = _named(seat)
    return Matter("handover", f"ส่งมอบที่นั่ง {th} ยังไม่เสร็จ", f"Handing over {en} is not finished.", path)


def _named(seat: Seat) -> tuple[str, str]:
    org = seat.organisation
    return f"{seat.title_th} {org.name_th}", f"{seat.title_en}, {org.name_en}"
