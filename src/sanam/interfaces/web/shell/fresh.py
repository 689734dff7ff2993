"""Freshness as people read it: bars, one line in a list, what to ask again and by which rule."""

from __future__ import annotations

from datetime import date

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sanam.domain.foundation.thai.dates import say_ago
from sanam.domain.registry.freshness import Freshness
from sanam.domain.registry.words import State, Word
from sanam.interfaces.web.shell.by_rule import by_rules
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.typesetting import together


def freshness_strip(strip: list[Freshness], today: date) -> SafeString:
    """How current each due fact group is: length, word and date say the same."""
    rows = ((_tone(one), _said(one.fact), round(one.left * 100), _how_current(one, today)) for one in strip)
    bars = format_html_join(
        "",
        '<li class="{}"><b>{}</b><svg class="bar" aria-hidden="true"><rect width="{}%" height="100%"/></svg>'
        "<span>{}</span></li>",
        rows,
    )
    return format_html('<ol class="currency across">{}</ol>', bars)


def freshness_mini(strip: list[Freshness]) -> SafeString:
    """The strip in a list row; the words are in its label."""
    told = " ".join(f"{_said(one.fact)} {_said(one.state)}" for one in strip)
    marks = format_html_join("", '<span class="{}"><i></i></span>', ((_tone(one),) for one in strip))
    label = _("ความสดของข้อมูล: %(told)s") % {"told": told}
    return format_html('<span class="currency mini" role="img" aria-label="{}">{}</span>', label, marks)


def last_asked(strip: list[Freshness], today: date) -> SafeString:
    """The day anything was last seen to hold, in words above the small strip."""
    last = max((one.on for one in strip if one.on), default=None)
    if last is None:
        return format_html('<span class="small">{}</span>', _("ยังไม่มีใครไปถาม"))
    when = format_html('<time datetime="{}">{}</time>', last.isoformat(), together(say_ago(last, today, reader())))
    return format_html('<span class="small">{} {}</span>', _("ถามล่าสุด"), when)


def ask_and_rule(strip: list[Freshness]) -> SafeString:
    """What to ask again, and the rule that says how often; nothing when all is fresh and no rule was agreed."""
    due = format_html_join(", ", "<em>{}</em>", ((_said(one.fact),) for one in strip if one.state != State.FRESH))
    parts = [format_html("{} {}", _("ควรถามใหม่"), due)] if due else []
    parts += by_rules(one.by for one in strip)
    whole = format_html_join(" ", "<span>{}</span>", ((part,) for part in parts))
    return format_html('<p class="small quiet">{}</p>', whole) if parts else whole


def _tone(one: Freshness) -> str:
    return "unknown" if one.state == State.UNKNOWN else f"is-{one.state.value}"


def _said(word: Word) -> str:
    return word.said(reader())


def _how_current(one: Freshness, today: date) -> str:
    return together(f"{_said(one.state)} {say_ago(one.on, today, reader())}") if one.on else _said(one.state)
