"""Teams in the reader's words, and the chair. Load as `{% load teams %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import ngettext

from sanam.domain.teams.chair import Did, LegFigures
from sanam.domain.teams.words import ROLES
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.team.drawing import chair_picture

register = template.Library()
register.simple_tag(chair_picture)


@register.filter
def named(thing: LegFigures | Did) -> str:
    """A leg, or an arena, by its name in the reader's language."""
    return thing.en if reader() == "en" else thing.th


@register.filter
def per_cent(part: float) -> str:
    """0.45 as 45%."""
    return f"{part:.0%}"


@register.filter
def role_said(seat: Any) -> str:
    """What a seat's role is called, unless its title says that already."""
    known = ROLES.get(seat.role)
    return (known.en if reader() == "en" else known.th) if known else ""


@register.filter
def days_said(days: int) -> str:
    """So many days."""
    return ngettext("%(n)s วัน", "%(n)s วัน", days) % {"n": f"{days:,}"}
