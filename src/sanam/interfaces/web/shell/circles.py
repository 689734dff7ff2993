"""The circle of who came: one dot a person, so that forty is seen and not only read."""

from __future__ import annotations

from math import cos, pi, sin

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sanam.domain.foundation.thai.digits import to_thai
from sanam.interfaces.web.shell.language import reader

MOST = 120
"""Dots a circle can hold and still be looked at; more people are only said."""


def circle_of_people(count: int) -> SafeString:
    """A large circle with the number in its middle."""
    said = to_thai(str(count)) if reader() == "th" else str(count)
    label = _("ร่วม %(n)s คน") % {"n": said}
    dots = _dots(count, centre=120, radius=100, dot=min(7.4, 560 / max(count, 1) / 2))
    middle = format_html('<text x="120" y="130" class="big mid">{}\u00a0{}</text>', said, _("คน"))
    return format_html('<svg viewBox="0 0 240 240" role="img" aria-label="{}">{}{}</svg>', label, dots, middle)


def circle_of(count: int | None) -> SafeString:
    """The same circle small, beside a row that says the number."""
    dots = _dots(min(count or 0, 24), centre=22, radius=18, dot=1.9)
    return format_html('<svg class="circle" viewBox="0 0 44 44" aria-hidden="true">{}</svg>', dots)


def _dots(count: int, *, centre: float, radius: float, dot: float) -> SafeString:
    shown = min(count, MOST)
    angles = (2 * pi * at / shown - pi / 2 for at in range(shown))
    places = ((round(centre + radius * cos(a), 1), round(centre + radius * sin(a), 1), round(dot, 1)) for a in angles)
    return format_html_join("", '<circle cx="{}" cy="{}" r="{}"/>', places)
