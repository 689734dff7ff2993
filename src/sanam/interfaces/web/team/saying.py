"""A chair in sentences: what is strong first, what is short as a matter of structure, one small step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sanam.domain.teams.chair import SEATS, Did, LegFigures, Stands, lengths, stands
from sanam.domain.teams.queries import SeatCard
from sanam.domain.teams.together import Together
from sanam.interfaces.web.shell.language import reader

NEARLY_WHOLE = 0.9
A_FEW = 3


@dataclass(frozen=True, slots=True)
class LegShown:
    """One leg as its card and its row in the table show it; bars are whole per cents of the widest possible."""

    figures: LegFigures
    length: float
    seats_part: int
    arenas: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One small step: what to do, in a sentence, and the place on this page or another where it begins."""

    sentence: str
    path: str
    word: str


@dataclass(frozen=True, slots=True)
class Told:
    """How the chair stands; the legs it tips to; sentences of what is strong and what is short; a next step."""

    stands: Stands
    short_legs: tuple[LegFigures, ...]
    strong: tuple[str, ...]
    short: tuple[str, ...]
    step: Step | None


def shown(team: Together) -> list[LegShown]:
    """Every leg with the numbers behind its length."""
    return [
        LegShown(
            leg,
            length,
            round(100 * leg.filled / leg.seats) if leg.seats else 0,
            tuple(
                (one.en if reader() == "en" else one.th, round(100 * one.share))
                for one in leg.did
                if one.arena != SEATS
            ),
        )
        for leg, length in zip(team.legs, lengths(team.legs), strict=True)
    ]


def told(team: Together) -> Told:
    """The chair in words."""
    how, short = stands(team.legs)
    return Told(
        how, short, tuple(_strong(team))[:A_FEW], tuple(_short(short, len(team.legs)))[:A_FEW], _step(team, short)
    )


def _strong(team: Together) -> Iterator[str]:
    """Legs with every seat filled, arenas carried in full, and seats that have a deputy."""
    for leg, length in zip(team.legs, lengths(team.legs), strict=True):
        if leg.seats and not leg.vacant and length >= NEARLY_WHOLE:
            yield _("%(leg)sมีคนครบ %(n)s ที่นั่ง") % {"leg": leg.said(reader()), "n": leg.seats}
    if backed := sum(1 for card in team.seats if card.sits and card.deputies):
        yield _("%(n)s ที่นั่งมีคนนั่งแทนได้เมื่อผู้นั่งไม่อยู่") % {"n": backed}


def _short(legs: tuple[LegFigures, ...], many: int) -> Iterator[str]:
    """Empty seats first, then where a leg that is short carries less than its equal part."""
    for leg in legs:
        name = leg.said(reader())
        if not leg.seats:
            yield _("%(leg)sยังไม่มีที่นั่งในคณะนี้") % {"leg": name}
        elif leg.vacant:
            yield _("%(leg)sว่าง %(n)s จาก %(of)s ที่นั่ง") % {"leg": name, "n": leg.vacant, "of": leg.seats}
        yield from (_less(name, one) for one in leg.did if one.reaches(many) < NEARLY_WHOLE and not _told(one, leg))


def _told(one: Did, leg: LegFigures) -> bool:
    """Whether the sentence about its seats has said it already."""
    return one.arena == SEATS and (leg.vacant > 0 or not leg.seats)


def _less(leg: str, one: Did) -> str:
    if one.arena == SEATS:
        return _("%(leg)sมี %(n)s ที่นั่ง จาก %(of)s ที่มีคนนั่ง") % {"leg": leg, "n": int(one.did), "of": int(one.of)}
    arena = one.en if reader() == "en" else one.th
    return _("%(arena)s: %(leg)sมี %(part)s ของทั้งคณะ") % {"arena": arena, "leg": leg, "part": f"{one.share:.0%}"}


def _step(team: Together, short: tuple[LegFigures, ...]) -> Step | None:
    """The seat that has stood empty longest in a leg that is short, then anywhere; else a seat without a deputy."""
    orders = {leg.order for leg in short}
    empty = sorted((card for card in team.seats if card.is_vacant), key=lambda card: _urgency(card, orders))
    if empty:
        sentence = _("ชวนคนมานั่ง “%(seat)s” ด้วยตัวเอง โดยคนที่เขารู้จัก") % {"seat": _title(empty[0])}
        return Step(sentence, f"#seat-{empty[0].seat.pk}", _("ดูที่นั่งนี้"))
    if no_seat := next((leg for leg in short if not leg.seats), None):
        sentence = _("ถามในวงคุยครั้งหน้าว่า ใครควรนั่งในขา%(leg)s") % {"leg": no_seat.said(reader())}
        return Step(sentence, "", "")
    alone = next((card for card in team.seats if not card.deputies), None)
    if alone is None:
        return None
    sentence = _("หาคนนั่งแทนได้ให้ “%(seat)s” ก่อนถึงวันที่ผู้นั่งมาไม่ได้") % {"seat": _title(alone)}
    return Step(sentence, f"#seat-{alone.seat.pk}", _("ดูที่นั่งนี้"))


def _urgency(card: SeatCard, orders: set[int]) -> tuple[bool, int]:
    return card.seat.leg.order not in orders, -(card.empty_days or 0)


def _title(card: SeatCard) -> str:
    return card.seat.title_en if reader() == "en" else card.seat.title_th
