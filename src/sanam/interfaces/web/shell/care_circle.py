"""The care circle as a picture: the person in the middle, the nearest on the inner ring, a dashed place where a leg is
missing. The words are in its label and in the list beside it."""

from __future__ import annotations

from math import cos, pi, sin

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from sanam.domain.foundation.thai.names import initial
from sanam.domain.registry.queries import Circle, InCircle
from sanam.domain.registry.words import Nearness
from sanam.interfaces.web.shell.language import reader

CENTRE, INNER, OUTER, DOT = 170, 78, 138, 15
MOST = 12
"""Places a ring can hold and still be read; the list beside has them all."""
_SHAPES = {
    1: '<rect x="-8" y="-8" width="16" height="16" rx="1.5"/>',
    2: '<path d="M0 -10 10 8H-10Z"/>',
    3: '<circle r="9"/>',
    4: '<path d="M0 -11 11 0 0 11 -11 0Z"/>',
    5: '<path d="M0 -10 10 -2.5 6.5 9.5H-6.5L-10 -2.5Z"/>',
    6: '<path d="M-3.5 -10h7v6.5H10v7H3.5V10h-7V3.5H-10v-7h6.5Z"/>',
}


def care_circle(circle: Circle) -> SafeString:
    """Two rings around somebody: who is in touch every week, who less often, and the legs that are not there."""
    near = [one for one in circle.standing if one.place.nearness == Nearness.WEEK][:MOST]
    far = [one for one in circle.standing if one.place.nearness != Nearness.WEEK][:MOST]
    outside: list[InCircle | int] = [*far, *(leg.order for leg in circle.missing)]
    numbers = {one.place.pk: at for at, one in enumerate(circle.standing, start=1)}
    places = [_place(one, numbers, *at) for one, at in zip(near, _around(len(near), INNER, 0.0), strict=True)]
    turn = pi / max(len(outside), 1)
    places += [_place(one, numbers, *at) for one, at in zip(outside, _around(len(outside), OUTER, turn), strict=True)]
    return format_html(
        '<svg viewBox="0 0 340 340" role="img" aria-label="{}">{}{}{}{}</svg>',
        _label(circle),
        _ring(INNER),
        _ring(OUTER),
        format_html_join("", "{}", ((one,) for one in places)),
        _middle(circle.person.given),
    )


def said_of(one: InCircle) -> str:
    """Who a place is: a relative's name, or a seat or organisation in the reader's language."""
    place, language = one.place, reader()
    if one.veiled:
        return _("ไม่ได้ยินยอมให้เห็น")
    if place.relative:
        return place.relative
    if place.seat:
        titles = (
            (place.seat.title_th, place.seat.title_en),
            (
                place.seat.organisation.name_th,
                place.seat.organisation.name_en,
            ),
        )
        return " · ".join(pair[language == "en"] for pair in titles)
    organisation = place.organisation
    return "" if organisation is None else organisation.name_en if language == "en" else organisation.name_th


def _around(count: int, radius: float, turn: float) -> list[tuple[float, float]]:
    angles = [2 * pi * at / count - pi / 2 + turn for at in range(count)] if count else []
    return [(round(CENTRE + radius * cos(a), 1), round(CENTRE + radius * sin(a), 1)) for a in angles]


def _place(one: InCircle | int, numbers: dict[int, int], x: float, y: float) -> SafeString:
    """A place on its ring: the leg's shape with the number it has in the list; a missing leg is dashed."""
    if isinstance(one, int):
        return format_html(
            '<g transform="translate({} {})" class="is-leg-{}"><circle class="hollow" r="{}" stroke-dasharray="3 3"/>'
            '<g class="tone" opacity=".45">{}</g></g>',
            *(x, y, one, DOT, mark_safe(_SHAPES.get(one, ""))),  # noqa: S308 - our own constants
        )
    line = format_html('<path class="tie" d="M{0} {0}L{1} {2}"/>', CENTRE, x, y)
    leg = one.leg.order if one.leg else 0
    shape = _SHAPES.get(leg, '<circle r="10"/>')
    tone = f"is-leg-{leg}" if leg else "is-voice"
    # the number stands beside the shape, away from the middle
    away = (round((x - CENTRE) * 0.16, 1), round((y - CENTRE) * 0.16 + 5, 1))
    return format_html(
        '{}<g transform="translate({} {})" class="{}"><circle class="ground" r="{}"/><g class="tone">{}</g>'
        '<text class="tb mid" x="{}" y="{}">{}</text></g>',
        *(line, x, y, tone, DOT, mark_safe(shape), *_clear(away), numbers[one.place.pk]),  # noqa: S308
    )


def _clear(away: tuple[float, float]) -> tuple[float, float]:
    """A place for the number that does not lie on the shape."""
    length = max((away[0] ** 2 + (away[1] - 5) ** 2) ** 0.5, 0.1)
    return round(away[0] / length * 24, 1), round((away[1] - 5) / length * 24 + 5, 1)


def _ring(radius: int) -> SafeString:
    return format_html('<circle class="orbit" cx="{0}" cy="{0}" r="{1}"/>', CENTRE, radius)


def _middle(given: str) -> SafeString:
    return format_html(
        '<circle class="self" cx="{0}" cy="{0}" r="30"/><text class="big mid on-voice" x="{0}" y="{1}">{2}</text>',
        *(CENTRE, CENTRE + 9, initial(given)),
    )


def _label(circle: Circle) -> str:
    who = ", ".join(said_of(one) for one in circle.standing) or _("ยังไม่มีใคร")
    said = _("วงดูแลของ %(name)s: %(who)s") % {"name": circle.person.name, "who": who}
    legs = ", ".join(leg.name_en if reader() == "en" else leg.name_th for leg in circle.missing)
    return f"{said}. {_('ขาที่ยังว่าง')} {legs}" if legs else said
