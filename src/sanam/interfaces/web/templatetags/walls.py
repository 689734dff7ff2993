"""Rooms where other pages tell of them. Load as `{% load walls %}`."""

from __future__ import annotations

from typing import Any

from django import template

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.permissions import hosts
from sanam.domain.gatherings.permissions import hosts as hosts_gathering
from sanam.domain.gatherings.policies import TO_COME
from sanam.interfaces.web.rooms.ring import ring
from sanam.interfaces.web.shell.language import reader

register = template.Library()
register.simple_tag(ring)
SIZES = ((18, "d1"), (28, "d2"), (36, "d3"))
"""Below so many per cent of a leg's dots, a disc of this size."""


@register.filter
def leg_name(leg: Any) -> str:
    """The name of a leg as a result kept it."""
    return str(getattr(leg, f"name_{reader()}"))


@register.filter
def disc(percent: int) -> str:
    """The size of a disc, by how much of a leg's dots it stands for."""
    return next((size for below, size in SIZES if percent < below), "d4")


@register.inclusion_tag("rooms/at_gathering.html", takes_context=True)
def rooms_at(context: Any, gathering: Any) -> dict[str, Any]:
    """The rooms of a gathering, and the way to open one; what they found is in its report."""
    actor = context["request"].actor
    found = queries.at_gathering(actor, gathering) if gathering.body_id else []
    return {
        "gathering": gathering,
        "rooms": found,
        "opens": bool(gathering.body_id) and gathering.said in TO_COME and hosts_gathering(actor, gathering),
        "keeps": bool(found) and hosts(actor, found[0]),
    }


@register.inclusion_tag("rooms/waiting.html", takes_context=True)
def rooms_waiting(context: Any, gathering: Any) -> dict[str, Any]:
    """The rooms whose host has not said what goes on, where a report is about to be approved."""
    found = queries.at_gathering(context["request"].actor, gathering) if gathering.body_id else []
    return {"waiting": [one for one in found if one.waits]}  # type: ignore[attr-defined]


@register.inclusion_tag("room/brought.html")
def brought(room: Any) -> dict[str, Any]:
    """What each party brings to a room, behind one line; two statements."""
    return {"room": room, "brought": queries.side_by_side(queries.parties(room))}


register.filter(queries.side_by_side)
