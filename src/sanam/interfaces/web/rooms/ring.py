"""The circle of a room as it fills: a mark a ticket in its leg's own shape, solid once that ticket has finished."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from sanam.domain.dialogue.queries import Progress
from sanam.domain.dialogue.queries.progress import LegProgress
from sanam.interfaces.web.shell.circles import MOST
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.leg_circle import drawn

CENTRE, RADIUS, WORDS = 210.0, 180.0, 108.0
"""Of a square of 420; the words of a leg stand nearer to the middle."""
GAP, LEAST = 1.6, 0.14
"""Places between two legs, and the smallest part of the circle a leg is given, so that its words have room."""


@dataclass(frozen=True, slots=True)
class _Arc:
    """Where a leg stands: its first place and how many it has, of `of` on the whole circle, and marks to draw."""

    leg: LegProgress
    first: float
    places: float
    of: float
    heads: int
    done: int

    def angle(self, place: float) -> float:
        return 2 * pi * (self.first + place) / self.of - pi / 2

    @property
    def middle(self) -> float:
        return self.angle(self.places / 2)


def ring(progress: Progress) -> SafeString:
    """The drawing; its label says all of its numbers. Where more take part than can be drawn, in proportion."""
    arcs = list(_arcs(progress))
    said = ", ".join(f"{_name(one)} {_of(one)}" for one in progress.legs)
    label = _("ตอบครบแล้ว %(done)s จาก %(n)s คน: %(legs)s") % {"done": progress.done, "n": progress.heads, "legs": said}
    marks = mark_safe("".join(_marks(arcs)) + "".join(map(_words, arcs)))  # noqa: S308 - of our own numbers and names escaped
    return format_html(
        '<svg viewBox="0 0 420 420" role="img" aria-label="{}">{}'
        '<text class="mid huge" x="210" y="216">{}</text><text class="mid t2" x="210" y="244">{}</text></svg>',
        label,
        marks,
        progress.done,
        _("จาก %(n)s คน ตอบครบแล้ว") % {"n": progress.heads},
    )


def _arcs(progress: Progress) -> Iterator[_Arc]:
    share = min(1.0, MOST / max(1, progress.heads))
    shown = [(one, max(1, round(one.heads * share)) if one.heads else 0) for one in progress.legs]
    least = LEAST * max(1, sum(heads for _one, heads in shown))
    places = [max(heads, least) + GAP for _one, heads in shown]
    first = 0.0
    for (one, heads), wide in zip(shown, places, strict=True):
        done = heads if one.done == one.heads else min(heads, int(one.done * share))
        yield _Arc(one, first, wide, sum(places), heads, done)
        first += wide


def _marks(arcs: list[_Arc]) -> Iterator[str]:
    size = min(9.0, 2 * pi * RADIUS / max(1.0, arcs[0].of if arcs else 1) / 3.0)
    for arc in arcs:
        start = (arc.places - arc.heads + 1) / 2
        angles = [arc.angle(start + step) for step in range(arc.heads)]
        points = [(CENTRE + RADIUS * cos(a), CENTRE + RADIUS * sin(a), at >= arc.done) for at, a in enumerate(angles)]
        order = arc.leg.leg.order
        yield format_html('<g class="is-leg-{}">{}</g>', order, drawn(points, order, size))


def _words(arc: _Arc) -> SafeString:
    x, y = CENTRE + (WORDS + 8) * cos(arc.middle), CENTRE + WORDS * sin(arc.middle)
    return format_html(
        '<text class="mid tb" x="{0}" y="{1}">{3}</text><text class="mid t2" x="{0}" y="{2}">{4}</text>',
        round(x, 1),
        round(y - 4, 1),
        round(y + 17, 1),
        _name(arc.leg),
        _of(arc.leg),
    )


def _name(one: LegProgress) -> str:
    return str(getattr(one.leg, f"name_{reader()}"))


def _of(one: LegProgress) -> str:
    return _("%(done)s จาก %(n)s") % {"done": one.done, "n": one.heads}
