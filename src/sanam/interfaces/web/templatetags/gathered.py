"""Who was asked and who came, for pages of gatherings. Load as `{% load gathered %}`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sanam.domain.foundation import clock
from sanam.domain.foundation.ids import short
from sanam.domain.foundation.thai.dates import say_date
from sanam.domain.gatherings import queries
from sanam.domain.gatherings.asked import Answer, CameBy, Gone, Source, Way
from sanam.domain.gatherings.permissions import hosts
from sanam.domain.gatherings.policies import TO_COME
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.leg_circle import circle_of_legs

register = template.Library()
register.simple_tag(circle_of_legs)


@register.filter
def answer_said(value: str) -> str:
    return Answer(value).said(reader())


@register.filter
def way_said(value: str) -> str:
    return Way(value).said(reader())


@register.filter
def came_by_said(value: str) -> str:
    return CameBy(value).said(reader())


@register.filter
def source_said(value: str) -> str:
    return Source(value).said(reader())


@register.filter
def gone_said(value: str) -> str:
    """Why a name is not there any more."""
    return Gone(value).said(reader())


@register.filter
def shortened(ref: str) -> str:
    """The end of an id, for people to compare."""
    return short(ref)


@register.filter
def hour(when: datetime) -> str:
    """09.30 น., as clocks are read here."""
    said = f"{when.astimezone(clock.BANGKOK):%H.%M}"
    return f"{said}\u00a0น." if reader() == "th" else said.replace(".", ":")


@register.simple_tag
def when(gathering: Any) -> SafeString | str:
    """The day and the hours of a gathering that was called; its day alone where no hour is known."""
    starts = gathering.starts_at
    if not starts:
        return say_date(gathering.held, language=reader()) if gathering.held else ""
    day = say_date(starts.astimezone(clock.BANGKOK).date(), language=reader())
    until = f"–{hour(gathering.ends_at)}" if gathering.ends_at else ""
    from_hour = hour(starts) if not until else hour(starts).removesuffix("\u00a0น.")
    return format_html('<time datetime="{}" class="keep">{} {}{}</time>', starts.isoformat(), day, from_hour, until)


@register.inclusion_tag("gatherings/came.html")
def who_came(gathering: Any) -> dict[str, Any]:
    """The circle of who came, for a gathering's page; nothing where nobody was noted."""
    return {"gathering": gathering, "came": queries.came(gathering)}


@register.inclusion_tag("gatherings/invited.html", takes_context=True)
def invited(context: Any, gathering: Any) -> dict[str, Any]:
    """How the seat was asked and what it says; for hosts, the ways to whom was asked and to the door."""
    actor = context["request"].actor
    keeps, to_come = hosts(actor, gathering), gathering.stage in TO_COME
    return {
        "gathering": gathering,
        "mine": queries.own_invitation(actor, gathering) if to_come else None,
        "hosts": keeps,
        "answers": queries.answers(gathering) if keeps and to_come else None,
        "draws": queries.draws(actor, gathering) if gathering.body_id else [],
        "words": list(Answer),
        "to_come": to_come,
        "csrf_token": context.get("csrf_token", ""),
    }
