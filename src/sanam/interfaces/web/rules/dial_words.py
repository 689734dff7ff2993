"""Dials as people read them: what one steers, how far it turns, a value of it."""

from __future__ import annotations

from django.utils.translation import gettext

from sanam.domain.parameters.catalogue import DIALS, UNITS, YES, Dial
from sanam.interfaces.web.shell.language import reader


def name_said(dial: Dial) -> str:
    """What a dial steers."""
    return dial.en if reader() == "en" else dial.th


def value_said(dial: Dial, value: float) -> str:
    """A value of a dial, with its unit."""
    return f"{value:g} {unit_said(dial)}"


def unit_said(dial: Dial) -> str:
    """What a dial counts in."""
    return dial.unit if reader() == "en" else UNITS[dial.unit]


def choices() -> list[tuple[str, str]]:
    """Every dial a clause may turn to a number, how far it turns said with it; none at the top."""
    known = ((dial.name, f"{name_said(dial)} ({_bounds(dial)})") for dial in DIALS.values() if dial.unit != YES)
    return [("", gettext("ไม่ปรับค่าอะไร")), *known]


def _bounds(dial: Dial) -> str:
    return f"{dial.lowest:g}–{dial.highest:g} {unit_said(dial)}"
