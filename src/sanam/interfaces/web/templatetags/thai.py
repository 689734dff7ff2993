"""Thai dates, names and small pictures for templates. Load as `{% load thai %}`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from sanam.domain.areas import queries as areas
from sanam.domain.foundation import clock
from sanam.domain.foundation.phone import say_phone
from sanam.domain.foundation.thai.dates import PartialDate, age_in_years, say_ago, say_date, say_weekday_date
from sanam.domain.foundation.thai.digits import to_thai
from sanam.domain.foundation.thai.names import initial as name_initial
from sanam.domain.registry.freshness import Freshness
from sanam.domain.registry.words import DISABILITIES, FIELD_NAMES, Word
from sanam.interfaces.web.shell.language import reader

register = template.Library()

_LEGS = {
    1: '<rect x="1" y="1" width="10" height="10" rx="1"/>',
    2: '<path d="M6 .6 11.8 11H.2Z"/>',
    3: '<circle cx="6" cy="6" r="5.3"/>',
    4: '<path d="M6 0 12 6 6 12 0 6Z"/>',
    5: '<path d="M6 .4 11.8 4.7 9.6 11.6H2.4L.2 4.7Z"/>',
    6: '<path d="M4 0h4v4h4v4H8v4H4V8H0V4h4Z"/>',
}


def _day(when: Any) -> Any:
    return when.astimezone(clock.BANGKOK).date() if isinstance(when, datetime) else when


@register.filter
def thai_date(when: date | PartialDate | None) -> str:
    """24 พ.ย. 2569; in English with both eras."""
    return say_date(_day(when), language=reader()) if when else ""


@register.filter
def paper_date(when: PartialDate | None) -> str:
    """๑๐ มกราคม ๒๕๖๓, as reports write it."""
    thai = reader() == "th"
    return say_date(when, style="long", numerals="thai" if thai else "arabic", language=reader()) if when else ""


@register.filter
def weekday_date(when: date) -> str:
    return say_weekday_date(when, language=reader())


@register.filter
def ago(when: date | datetime, today: date) -> str:
    """วันนี้, เมื่อวาน, 6 วันก่อน, 2 เดือนก่อน."""
    return say_ago(_day(when), today, reader())


@register.filter
def age(birth: PartialDate, today: date) -> int:
    return age_in_years(birth, today)


@register.filter
def said(word: Word) -> str:
    """A word of the registry in the reader's language."""
    return word.said(reader())


@register.filter
def field_name(name: str) -> str:
    th, en, _group = FIELD_NAMES[name]
    return en if reader() == "en" else th


@register.filter
def disability(kind: str) -> str:
    th, en = DISABILITIES.get(kind, ("", ""))
    return en if reader() == "en" else th


@register.filter
def place(code: str) -> str:
    """A place with its title, and the sub-district it lies in."""
    parts = [areas.said(code[:length], reader()) for length in (8, 6) if len(code) >= length]
    return (", " if reader() == "en" else " ").join(part for part in parts if part)


@register.filter
def title_of(thing: Any) -> str:
    """`title_th`/`title_en` or `name_th`/`name_en` of a seat, body or organisation."""
    language = reader()
    return getattr(thing, f"title_{language}", None) or getattr(thing, f"name_{language}")


@register.filter
def phone(digits: str) -> str:
    return say_phone(digits)


@register.filter
def initial(given: str) -> str:
    return name_initial(given)


@register.filter
def paper_number(number: int | str) -> str:
    """Thai numerals in Thai reports."""
    return to_thai(str(number)) if reader() == "th" else str(number)


@register.filter
def keep(text: str) -> SafeString:
    """Text that stays on one line: names, bodies, places."""
    return format_html('<span class="keep">{}</span>', text)


@register.simple_tag
def icon(name: str) -> SafeString:
    """A line icon beside words; the sprite is one cached file."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><use href="{}#i-{}"/></svg>',
        static("icons.svg"),
        name,
    )


@register.simple_tag
def leg_mark(order: int) -> SafeString:
    """A leg's shape, before its colour."""
    shape = mark_safe(_LEGS.get(order, ""))  # noqa: S308 - our own constants
    return format_html('<svg class="leg is-leg-{}" viewBox="0 0 12 12" aria-hidden="true">{}</svg>', order, shape)


@register.simple_tag
def freshness_strip(strip: list[Freshness], today: date) -> SafeString:
    """How current each due fact group is: length, word and date say the same."""
    rows = ((_tone(one), said(one.fact), round(one.left * 100), _how_current(one, today)) for one in strip)
    bars = format_html_join(
        "",
        '<li class="{}"><b>{}</b><svg class="bar" aria-hidden="true"><rect width="{}%" height="100%"/></svg>'
        "<span>{}</span></li>",
        rows,
    )
    return format_html('<ol class="currency across">{}</ol>', bars)


@register.simple_tag
def freshness_mini(strip: list[Freshness]) -> SafeString:
    """The strip in a list row; the words are in its label."""
    told = " ".join(f"{said(one.fact)} {said(one.state)}" for one in strip)
    marks = format_html_join("", '<span class="{}"><i></i></span>', ((_tone(one),) for one in strip))
    label = _("ความสดของข้อมูล: %(told)s") % {"told": told}
    return format_html('<span class="currency mini" role="img" aria-label="{}">{}</span>', label, marks)


def _tone(one: Freshness) -> str:
    return "unknown" if one.state == "unknown" else f"is-{one.state.value}"


def _how_current(one: Freshness, today: date) -> str:
    return f"{said(one.state)} {say_ago(one.on, today, reader())}" if one.on else said(one.state)
