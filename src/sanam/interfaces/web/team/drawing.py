"""The chair drawn: presentation attributes only, a leg's shape before its colour, the numbers in its label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import cos, pi, radians, sin

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from sanam.domain.teams.chair import LegFigures, Post, Standing, lengths, said, stand
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.shapes import leg_shape

WIDE, HIGH = 320, 388
MIDDLE, FLOOR = 160.0, 312.0
ACROSS, DEEP = 116.0, 42.0
"""Half the floor's width and depth, in the picture's units."""
FULL = 118.0
"""A whole leg."""
THICK = 12.0
NEARER = 0.15
"""What is nearer is drawn wider by this much."""
CELLS = 7
WOOD, MAT, MAT_OVER = "#8F7241", "#DCC48F", "#C9AC6E"
# a figure stays readable over wood
HALO = mark_safe('stroke="var(--sunken)" stroke-width="5" stroke-linejoin="round" paint-order="stroke"')
Spot = tuple[float, float]


def spot(x: float, y: float, z: float) -> Spot:
    """Where a place above the floor appears: x to the right, y towards the reader, z up in leg lengths."""
    return MIDDLE + ACROSS * x * (1 + NEARER * y), FLOOR + DEEP * y - FULL * z


def chair_picture(legs: Sequence[LegFigures]) -> SafeString:
    """The whole picture: the floor, legs behind, the back, the seat, legs in front, how it would stand if alike."""
    standing = stand(lengths(legs))
    both = list(zip(legs, standing.posts, strict=True))
    behind, before = ([one for one in both if (one[1].y < -0.01) is back] for back in (True, False))
    parts = chain(
        [_floor()],
        (_leg(leg, post) for leg, post in behind),
        [_back(standing), _seat(standing)],
        (_leg(leg, post) for leg, post in before),
        [_if_alike(standing)],
        (_figure(leg, post) for leg, post in both),
    )
    body = format_html_join("", "{}", ((one,) for one in parts))
    label = said(legs, reader())
    return format_html('<svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>', WIDE, HIGH, label, body)


def _floor() -> SafeString:
    return format_html('<ellipse cx="{}" cy="{}" rx="150" ry="56" fill="var(--sunken)"/>', MIDDLE, FLOOR + 4)


def _leg(leg: LegFigures, post: Post) -> SafeString:
    """A tapered leg as long as it is; a gap to the seat is dotted, and an empty leg is only that."""
    x, foot = spot(post.x, post.y, 0)
    top = foot - FULL * post.length
    parts = []
    if post.gap > 0.02:
        way = f"M{x:.1f} {foot - FULL * post.seat:.1f}V{top - 2:.1f}"
        parts.append(format_html('<path d="{}" stroke="var(--ink-3)" stroke-width="2" stroke-dasharray="2 5"/>', way))
    if post.length > 0:
        shape = f"M{x - 8:.1f} {top:.1f}h16L{x + 5.5:.1f} {foot:.1f}q-5.5 3.4 -11 0Z"
        parts.append(format_html('<g class="is-leg-{}"><path class="tone" d="{}"/></g>', leg.order, shape))
    else:
        ring = '<g class="is-leg-{}"><ellipse class="hollow" cx="{}" cy="{}" rx="7" ry="3.4"/></g>'
        parts.append(format_html(ring, leg.order, f"{x:.1f}", f"{foot:.1f}"))
    return format_html_join("", "{}", ((one,) for one in parts))


def _back(standing: Standing) -> SafeString:
    """Two uprights and three rails on the far rim, leaning as the seat leans."""
    ends = [_rim(standing, degrees) for degrees in (-128, -52)]
    tops = [(x + dx, y - 92) for (x, y), dx in zip(ends, (-5, 5), strict=True)]
    posts = (_line([end, top], 9) for end, top in zip(ends, tops, strict=True))
    rails = (_rail(ends, tops, up, 8 if up == 0.9 else 5) for up in (0.9, 0.62, 0.34))
    inside = format_html_join("", "{}", ((one,) for one in chain(posts, rails)))
    return format_html('<g fill="none" stroke="var(--ink-2)" stroke-linecap="round">{}</g>', inside)


def _rail(ends: Sequence[Spot], tops: Sequence[Spot], up: float, width: int) -> SafeString:
    (ax, ay), (bx, by) = ((x + (tx - x) * up, y + (ty - y) * up) for (x, y), (tx, ty) in zip(ends, tops, strict=True))
    way = f"M{ax:.1f} {ay:.1f}Q{(ax + bx) / 2:.1f} {(ay + by) / 2 - 6:.1f} {bx:.1f} {by:.1f}"
    return format_html('<path d="{}" stroke-width="{}"/>', way, width)


def _line(spots: Iterable[Spot], width: int) -> SafeString:
    return format_html('<path d="{}" stroke-width="{}"/>', _way(spots, shut=False), width)


def _seat(standing: Standing) -> SafeString:
    """The woven seat: a disc in the plane, its edge, every other cell of the mat; its underside if it tips so far."""
    rim = [_rim(standing, degrees) for degrees in range(0, 360, 6)]
    if standing.c * FULL > DEEP:
        return format_html('<path d="{}" fill="{}"/>', _way(rim), WOOD)
    edge = [*rim[:31], *((x, y + THICK) for x, y in reversed(rim[:31]))]  # 0 to 180 degrees: the side we see
    cells = "".join(_way(cell) for cell in _cells(standing))
    painted = ((_way(edge), WOOD), (_way(rim), MAT), (cells, MAT_OVER))
    return format_html_join("", '<path d="{}" fill="{}"/>', painted)


def _cells(standing: Standing) -> Iterator[list[Spot]]:
    """Every other square of the mat that lies wholly on the seat."""
    step = 2 / CELLS
    for row in range(CELLS):
        for column in range(row % 2, CELLS, 2):
            x, y = -1 + column * step, -1 + row * step
            corners = [(x, y), (x + step, y), (x + step, y + step), (x, y + step)]
            if all(a * a + b * b <= 1.02 for a, b in corners):
                yield [spot(a, b, standing.at(a, b)) for a, b in corners]


def _if_alike(standing: Standing) -> SafeString:
    """The rim of the seat if every leg were whole, dashed; nothing where that is how it stands."""
    if all(abs(post.length - 1) < 0.02 for post in standing.posts):
        return SafeString("")
    rim = [spot(cos(radians(at)), sin(radians(at)), 1) for at in range(0, 360, 6)]
    dashed = '<path d="{}" fill="none" stroke="var(--ink-3)" stroke-width="1.5" stroke-dasharray="4 5"/>'
    return format_html(dashed, _way(rim))


def _figure(leg: LegFigures, post: Post) -> SafeString:
    """The leg's shape and its length in per cent under its foot; those behind come a little to the middle."""
    x, foot = spot(post.x, post.y, 0)
    x += 8 * post.x if post.y >= -0.4 else -30 * post.x
    text = f"{post.length:.0%}"
    start = x - (16 + 9 * len(text)) / 2
    return format_html(
        '<g class="is-leg-{}"><g class="tone" transform="translate({} {})">{}</g></g><text {} x="{}" y="{}">{}</text>',
        leg.order,
        *(f"{start:.1f}", f"{foot + 12:.1f}", leg_shape(leg.order)),
        HALO,
        *(f"{start + 16:.1f}", f"{foot + 23:.1f}", text),
    )


def _rim(standing: Standing, degrees: float) -> Spot:
    x, y = cos(degrees * pi / 180), sin(degrees * pi / 180)
    return spot(x, y, standing.at(x, y))


def _way(spots: Iterable[Spot], shut: bool = True) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in spots) + ("Z" if shut else "")
