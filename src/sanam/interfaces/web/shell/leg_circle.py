"""The circle of who came, leg by leg: each leg's own shape, hollow for a first time."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from sanam.domain.gatherings.queries import Came, LegCame
from sanam.interfaces.web.shell.circles import MOST
from sanam.interfaces.web.shell.language import reader

CENTRE, RADIUS, GAP = 170.0, 128.0, 1.4
"""Of a square of 340; the gap between two legs is so many places."""
SHAPES = {
    1: "M-1-1H1V1H-1Z",
    2: "M0-1.2 1.15.95H-1.15Z",
    3: "M-1.05 0a1.05 1.05 0 1 0 2.1 0a1.05 1.05 0 1 0-2.1 0Z",
    4: "M0-1.3 1.3 0 0 1.3-1.3 0Z",
    5: "M0-1.2 1.14-.37.7.97H-.7L-1.14-.37Z",
    6: "M-.4-1.2H.4V-.4H1.2V.4H.4V1.2H-.4V.4H-1.2V-.4H-.4Z",
    0: "M-1-.4H1V.4H-1Z",
}


def circle_of_legs(came: Came) -> SafeString:
    """One mark a head, its numbers in the label; more heads than fit are drawn in proportion, and said."""
    legs = [one for one in came.legs if one.heads]
    said = ", ".join(f"{_name(one)} {one.heads}" for one in legs)
    label = _("ร่วม %(n)s คน มาครั้งแรก %(first)s คน: %(legs)s") % {"n": came.heads, "first": came.first, "legs": said}
    marks = mark_safe("".join(_marks(came, legs)))  # noqa: S308 - of our own numbers and paths
    return format_html(
        '<svg viewBox="0 0 340 340" role="img" aria-label="{}">{}'
        '<text x="170" y="172" class="big mid">{}\u00a0{}</text><text x="170" y="200" class="t3 mid">{}</text></svg>',
        label,
        marks,
        came.heads,
        _("คน"),
        _("%(n)s คนมาครั้งแรก") % {"n": came.first},
    )


def _name(one: LegCame) -> str:
    return str(getattr(one.leg, f"name_{reader()}")) if one.leg else _("ไม่แน่ใจขา")


def _marks(came: Came, legs: list[LegCame]) -> Iterator[str]:
    share = min(1.0, MOST / came.heads)
    shown = [(one, max(1, round(one.heads * share)), round(one.first * share)) for one in legs]
    places = sum(count for _one, count, _first in shown) + GAP * len(shown)
    size = min(6.5, 2 * pi * RADIUS / places / 2.9)
    at = 0.0
    for one, count, first in shown:
        order = one.leg.order if one.leg else 0
        angles = [2 * pi * (at + step + GAP / 2) / places - pi / 2 for step in range(count)]
        points = [
            (CENTRE + RADIUS * cos(a), CENTRE + RADIUS * sin(a), i >= count - first) for i, a in enumerate(angles)
        ]
        yield format_html('<g class="is-leg-{}">{}</g>', order, drawn(points, order, size))
        middle = 2 * pi * (at + count / 2 + GAP / 2 - 0.5) / places - pi / 2
        x, y = CENTRE + (RADIUS - 30) * cos(middle), CENTRE + (RADIUS - 30) * sin(middle) + 5
        yield format_html('<text x="{}" y="{}" class="t3 mid">{}</text>', round(x, 1), round(y, 1), one.heads)
        at += count + GAP


def drawn(points: list[tuple[float, float, bool]], order: int, size: float) -> SafeString:
    """The shape of a leg at each (x, y), hollow where the third says so."""
    shape = SHAPES[order]
    return format_html_join(
        "",
        '<path class="{}" transform="translate({} {}) scale({})" vector-effect="non-scaling-stroke" d="{}"/>',
        (("hollow" if new else "tone", round(x, 1), round(y, 1), round(size, 2), shape) for x, y, new in points),
    )
